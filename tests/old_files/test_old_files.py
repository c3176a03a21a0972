"""Every format that ever was has a sample here, and still opens."""

import dataclasses
import json
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dealbuilder.document import embed, file, migrations, schema
from dealbuilder.document.envelope import Sealer, unseal
from dealbuilder.document.history import History
from dealbuilder.document.own_values import opened
from dealbuilder.document.unencrypted import encrypted, unencrypted
from dealbuilder.errors import FileProblem
from dealbuilder.model.assumptions import Change
from dealbuilder.model.package import Clause, Condition
from tests.document.deals import full_deal

HERE = Path(__file__).parent


def test_that_every_old_format_has_a_sample_and_a_step():
    samples = {int(re.sub(r"\D", "", path.stem)) for path in HERE.glob("format_*.deal")}
    assert samples == set(migrations.STEPS) == set(schema.COLUMNS) - {schema.MAJOR}


def test_that_a_deal_of_format_1_opens_with_all_it_said():
    loaded = file.load(HERE / "format_1.deal")
    document = loaded.history.document
    assert (document.id, document.title, document.active, document.baseline) == (
        "old-one",
        "An old deal 旧协议",
        "p2",
        "p1",
    )
    assert (document.seed, document.draws, document.note) == (11, 300, "written in format 1")
    assert document.assumptions.worldview == "essay"
    assert document.assumptions.changes == (Change(parameter="review_capacity", value=12.5, reason="counted"),)
    assert document.package().clauses == (
        Clause(measure="white_list", level="all", start=0, end=12, note="first year"),
        Clause(
            measure="letters",
            level="some",
            start=3,
            condition=Condition(measure="white_list", level="all"),
            snapback=True,
        ),
        Clause(measure="measure_of_long_ago", level="high"),
    )
    assert not loaded.read_only
    assert "older format 1" in " ".join(loaded.notices)


def test_that_an_old_deal_is_saved_in_the_present_format(tmp_path):
    path = tmp_path / "old.deal"
    shutil.copy(HERE / "format_1.deal", path)
    loaded = file.load(path)
    file.save(path, loaded.history, loaded.versions, loaded.stamps)
    again = file.load(path)
    assert again.history.document == loaded.history.document
    assert again.notices == ()


def test_that_a_deal_of_format_2_1_opens_whole_with_the_catalogues_roles():
    """Written by the program of format 2.1, which knew no changed roles."""
    loaded = file.load(HERE / "minor_2_1.deal")
    old = full_deal().model_copy(
        update={"title": "Of format 2.1", "lenses": (), "sealed": {"reservation": "72 ± 3", "name": "密封"}}
    )
    assert loaded.history.document == old
    assert loaded.history.can_undo
    assert loaded.notices == ()
    assert not loaded.read_only


def test_that_a_deal_of_format_2_2_opens_with_its_sealed_values_in_the_open_and_says_so():
    """Written by the program of format 2.2, which enciphered nothing: values in the deal, its journal, a version."""
    loaded = file.load(HERE / "minor_2_2.deal")
    assert loaded.notices == ()
    assert opened(loaded.history.document, "us_defence", "").note == "third bottom line"
    assert unencrypted(loaded.history, loaded.versions) == ("lens:cn_security", "lens:us_defence", "own bottom line")


def test_that_a_deal_of_format_2_2_keeps_its_sealed_values_when_it_is_saved_without_sealing_them(tmp_path):
    path = tmp_path / "old.deal"
    loaded = file.load(HERE / "minor_2_2.deal")
    file.save(path, loaded.history, loaded.versions, loaded.stamps)
    again = file.load(path)
    assert (again.history, again.versions) == (loaded.history, loaded.versions)


def test_that_no_plain_word_is_left_of_a_deal_of_format_2_2_once_each_party_sealed_its_own(tmp_path):
    path = tmp_path / "old.deal"
    loaded = file.load(HERE / "minor_2_2.deal")
    history, versions = loaded.history, loaded.versions
    for key in unencrypted(history, versions):
        history, versions = encrypted(history, versions, key, Sealer.under(f"passphrase of {key}"))
    file.save(path, history, versions, loaded.stamps)
    data = path.read_bytes()
    for secret in ("bottom line", "72 ± 3"):
        assert secret.encode() in (HERE / "minor_2_2.deal").read_bytes()
        # What it is sealed under stays readable; what it says does not.
        assert secret.encode() not in data.replace(b"own bottom line", b"")
    again = file.load(path)
    assert again.notices == ()
    assert again.history == history
    assert again.history.index == loaded.history.index
    notes = []
    while again.history.can_undo:
        text = again.history.document.sealed.get("lens:us_defence")
        notes.append(json.loads(unseal(text, "lens:us_defence", "passphrase of lens:us_defence"))["note"])
        again = dataclasses.replace(again, history=again.history.undo())
    assert notes == [f"{which} bottom line" for which in ("third", "first", "second", "second", "first")]


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM part WHERE name = 'packages'",
        "UPDATE part SET content = '[1, 2]'",
        "UPDATE part SET content = 'no json' WHERE name = 'deal'",
        "UPDATE part SET content = '{\"id\": 4}' WHERE name = 'deal'",
        "UPDATE part SET content = '[{\"name\": 7}]' WHERE name = 'packages'",
        """UPDATE part SET content = '[{"id": "p", "name": "", "clauses": [{"from": "x"}]}]' WHERE name = 'packages'""",
        "DROP TABLE part",
    ],
)
def test_that_a_damaged_old_deal_is_refused_with_a_sentence(tmp_path, damage):
    path = tmp_path / "old.deal"
    shutil.copy(HERE / "format_1.deal", path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(damage)
        connection.commit()
    with pytest.raises(FileProblem, match="not changed"):
        file.load(path)


def test_that_the_present_format_is_written_as_its_tables_say():
    """A change of the tables without a new format number, a migration and a sample fails here."""
    data = embed.to_bytes(History.start(full_deal()))
    assert int.from_bytes(data[60:64], "big") == schema.MAJOR * 1000 + schema.MINOR
    assert file.load(HERE / f"format_{schema.MAJOR - 1}.deal").history.document.id
