"""Many tables' files at once: each becomes a table or is told as skipped, and nothing confidential comes in."""

import dataclasses
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dealbuilder import paths
from dealbuilder.document import edits, file
from dealbuilder.document.clean import clean_copy
from dealbuilder.document.history import History
from dealbuilder.document.session import Began
from dealbuilder.document.tables import TABLES, read_table, read_tables
from dealbuilder.errors import DealError
from dealbuilder.model.house import Estimate, House
from dealbuilder.model.package import Clause
from tests.document.deals import full_deal, own_measure

OLD = Path(__file__).parent.parent / "old_files" / "format_1.deal"
SECRETS = ("deal secret", "package secret", "our fallback is 60 %", "b secret", "72 ± 3", "密封", "desk two")


def saved(folder, name, history, **more):
    path = folder / name
    path.parent.mkdir(exist_ok=True, parents=True)
    file.save(path, history, **more)
    return path


def worked(at, level="some"):
    """The facilitator's deal as one table took it home and changed it, at a time of its own."""
    clause = Clause(measure="clock", level=level, start=3)
    start = History.start(full_deal().model_copy(update={"active": "a"}))
    return start.do(edits.AddClause(package="a", clause=clause), at=at)


def test_a_file_becomes_a_table_under_its_own_name_with_the_active_package(tmp_path):
    path = saved(tmp_path, "table 3.deal", History.start(full_deal()))
    (table,) = read_tables([path]).tables
    assert (table.deal.name, table.title, table.deal.package.id) == ("table 3", "All of it 全部", "b")
    assert (table.deal.pack, table.deal.assumptions.worldview) == ("2025-10", "sceptic")
    assert table.packages == (("a", "A"), ("b", "B"))
    assert [inject.id for inject in table.deal.injects] == ["slow_walk", "second"]


@pytest.mark.parametrize("wanted", ["a", "A"])
def test_another_package_can_be_chosen_by_id_or_name(tmp_path, wanted):
    path = saved(tmp_path, "t.deal", History.start(full_deal()))
    (table,) = read_tables([path], {path: wanted}).tables
    assert table.deal.package.id == "a"
    assert [measure.id for measure in table.deal.measures] == ["own_clause"]


def test_a_package_that_is_not_there_is_told(tmp_path):
    path = saved(tmp_path, "t.deal", History.start(full_deal()))
    assert 'no package "z"' in read_tables([path], {path: "z"}).skipped[0].reason.en
    with pytest.raises(DealError):
        read_table(path, "z")


def test_nothing_confidential_enters_the_room(tmp_path):
    began = Began(at="2026-01-01", package=full_deal().package("a"))
    path = saved(tmp_path, "t.deal", worked("2026"), session=(began,))
    (table,) = read_tables([path], {path: "a"}).tables
    told = repr(table)
    assert "package note" in told
    assert not [secret for secret in SECRETS if secret in told]
    assert "table 1 桌" not in told


def test_who_estimated_a_clause_off_the_menu_and_what_was_said_stay_at_the_table(tmp_path):
    estimate = Estimate(who="Ms Secret", low=1.0, likely=2.0, high=3.0)
    house = House(channel="reviewers", first=(estimate,), second=(estimate,), talk="between us")
    measure = own_measure().model_copy(update={"house": house})
    path = saved(tmp_path, "t.deal", worked("1").do(edits.AddMeasure(measure=measure)))
    (table,) = read_tables([path]).tables
    (own,) = table.deal.measures
    assert own.house.pooled() == house.pooled()
    assert "Secret" not in repr(table)
    assert "between us" not in repr(table)


def test_a_file_that_gives_no_deal_is_skipped_with_a_reason_and_the_rest_still_counts(tmp_path):
    good = saved(tmp_path, "good.deal", History.start(full_deal()))
    data = good.read_bytes()
    foreign, cut, newer = tmp_path / "picture.deal", tmp_path / "cut.deal", tmp_path / "newer.deal"
    foreign.write_bytes(b"\x89PNG not a deal")
    cut.write_bytes(data[: len(data) // 2])
    shutil.copy(good, newer)
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("PRAGMA user_version = 9000")
        connection.commit()
    given_paths = [foreign, cut, good, newer, tmp_path / "gone.deal", tmp_path]
    found = read_tables(given_paths)
    assert [table.path for table in found.tables] == [good]
    reasons = {skipped.path.name: skipped.reason for skipped in found.skipped}
    wanted = {
        "picture.deal": "not a deal file",
        "cut.deal": "cut short",
        "newer.deal": "newer dealbuilder",
        "gone.deal": "no such file",
        tmp_path.name: "a folder",
    }
    assert reasons.keys() == wanted.keys()
    for name, words in wanted.items():
        assert words in reasons[name].en
        assert str(tmp_path) not in reasons[name].en
        assert str(tmp_path) not in reasons[name].zh
        assert "。" in reasons[name].zh
        assert words not in reasons[name].zh


def test_old_formats_newer_minors_and_protected_files_are_read(tmp_path):
    old = shutil.copy(OLD, tmp_path / "old.deal")
    minor = saved(tmp_path, "minor.deal", History.start(full_deal()))
    with closing(sqlite3.connect(minor)) as connection:
        connection.execute("PRAGMA user_version = 2099")
        connection.commit()
    minor.chmod(0o444)
    found = read_tables([old, minor])
    assert not found.skipped
    assert "older format 1" in found.tables[0].notices[0]
    assert any("slightly newer" in notice for notice in found.tables[1].notices)
    assert file.PROTECTED not in found.tables[1].notices


def test_the_same_bytes_count_once(tmp_path):
    path = saved(tmp_path, "a.deal", worked("1"))
    copy = shutil.copy(path, tmp_path / "a (1).deal")
    found = read_tables([path, copy, path])
    assert [table.deal.name for table in found.tables] == ["a"]
    assert [skipped.reason.en for skipped in found.skipped] == ["It is the same file as a.deal, byte for byte."] * 2


def test_one_table_saved_twice_counts_once(tmp_path):
    one = saved(tmp_path, "a.deal", worked("1"))
    two = saved(tmp_path, "b.deal", worked("1").do(edits.Rename(title="later"), at="2"))
    (skipped,) = read_tables([one, two]).skipped
    assert skipped.path == two
    assert "the same deal as a.deal" in skipped.reason.en
    assert "a.deal" in skipped.reason.zh


def test_a_clean_copy_of_a_table_that_is_there_counts_once(tmp_path):
    whole = worked("1")
    copy, _ = clean_copy(whole.document, "a")
    paths_ = [saved(tmp_path, "a.deal", whole), saved(tmp_path, "b.deal", History.start(copy))]
    assert len(read_tables(paths_).tables) == 1
    assert len(read_tables(paths_[::-1]).tables) == 1


def test_two_tables_that_came_to_the_same_clauses_apart_both_count(tmp_path):
    one, two = saved(tmp_path, "a.deal", worked("1")), saved(tmp_path, "b.deal", worked("2"))
    assert len(read_tables([one, two]).tables) == 2


def test_the_same_deal_with_other_clauses_counts_twice(tmp_path):
    one, two = saved(tmp_path, "a.deal", worked("1")), saved(tmp_path, "b.deal", worked("1", "most"))
    assert not read_tables([one, two]).skipped


def test_no_two_tables_share_a_name(tmp_path):
    made = [
        saved(tmp_path / "x", "table.deal", worked("1")),
        saved(tmp_path / "y", "table.deal", worked("2")),
        saved(tmp_path / "y", "other.deal", worked("3")),
    ]
    assert [table.deal.name for table in read_tables(made).tables] == ["x/table.deal", "y/table.deal", "other"]


def test_more_files_than_a_room_takes_are_told(tmp_path):
    path = tmp_path / "nothing.deal"
    found = read_tables([path] * (TABLES + 2))
    assert len(found.skipped) == TABLES + 2
    assert f"at most {TABLES}" in found.skipped[-1].reason.en


def test_reading_is_told_and_can_be_stopped(tmp_path):
    path = saved(tmp_path, "a.deal", worked("1"))
    seen = []
    read_tables([path, path], tick=seen.append)
    assert seen == [0.0, 0.5]


def test_a_pdf_gives_the_deal_it_carries(tmp_path):
    path = shutil.copy(paths.resources() / "examples" / "london.deal", tmp_path / "said.pdf")
    found = read_tables([path])
    assert found.tables[0].deal.package.clauses, "told apart by its first bytes, not by its name"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 5), max_size=8), st.integers(0, 10**6))
def test_every_file_is_a_table_or_is_told_as_skipped(tmp_path, kinds, seed):
    rng = random.Random(seed)
    made = []
    for place, kind in enumerate(kinds):
        path = tmp_path / f"{place}.deal"
        path.unlink(missing_ok=True)
        if kind:
            file.save(path, worked(str(kind), rng.choice(("some", "most"))))
        if kind == 5:
            path.write_bytes(path.read_bytes()[: rng.randrange(1, 4000)])
        made.append(path)
    found = read_tables(made)
    assert sorted([t.path for t in found.tables] + [s.path for s in found.skipped]) == sorted(made)
    assert all(s.reason.en and s.reason.zh for s in found.skipped)
    assert [t.path for t in found.tables] == [path for path in made if path in {t.path for t in found.tables}]
    shuffled = rng.sample(made, len(made))
    again = read_tables(shuffled)
    assert {_content(t) for t in again.tables} == {_content(t) for t in found.tables}


def _content(table):
    return dataclasses.replace(table.deal, name="").package.model_dump_json()
