"""debrief: a session told in words, as PDF, Markdown and JSON."""

import json
from functools import partial

import pytest

from dealbuilder.document import file
from dealbuilder.report.debrief.debrief import scored
from tests.document.rooms import Room, deal, played


@pytest.fixture(autouse=True)
def _few_draws(monkeypatch):
    monkeypatch.setattr("dealbuilder.cli.debrief.scored", partial(scored, draws=16))


@pytest.fixture
def session_file(tmp_path):
    room = played()
    path = tmp_path / "room.deal"
    file.save(path, room.history, session=tuple(room.entries))
    return path


def test_a_session_is_told_side_by_side(run, session_file):
    ran = run("debrief", session_file)
    assert ran.code == 0
    assert ran.out.index("United States\n") < ran.out.index("China\n")
    assert "Agreed at 1:04" in ran.out
    assert "MARKER" not in ran.out


def test_a_session_is_told_in_chinese(run, session_file):
    ran = run("debrief", session_file, "--language", "zh")
    assert "达成一致" in ran.out
    assert "未获回应" in ran.out


def test_json_is_one_object(run, session_file):
    found = run("debrief", session_file, "--json").json()
    assert (found["session"], found["ended"]) == (1, True)
    assert len(found["ledger"]) == 16


@pytest.mark.parametrize("ending", [".pdf", ".md", ".json"])
def test_a_file_is_written_by_its_ending(run, session_file, tmp_path, ending):
    out = tmp_path / f"out{ending}"
    ran = run("debrief", session_file, "-o", out, "--paper", "letter")
    assert ran.code == 0, ran.err
    made = out.read_bytes()
    assert made.startswith({".pdf": b"%PDF", ".md": b"# Winter", ".json": b"{"}[ending])
    if ending == ".json":
        json.loads(made)


def test_other_endings_are_refused_before_anything_is_read(run, tmp_path):
    ran = run("debrief", tmp_path / "nothing.deal", "-o", tmp_path / "out.docx")
    assert ran.code == 1
    assert ".docx" in ran.err


def test_a_deal_without_a_session_is_refused_in_words(run, tmp_path):
    path = tmp_path / "plain.deal"
    file.save(path, Room(deal()).history)
    for language, said in (("en", "no record of a workshop"), ("zh", "没有研讨会记录")):
        ran = run("debrief", path, "--language", language)
        assert ran.code == 1
        assert said in ran.err


def test_one_of_several_sessions_is_chosen_by_number(run, tmp_path):
    first, second = played(), Room(deal())
    second.begin()
    path = tmp_path / "two.deal"
    file.save(path, first.history, session=(*first.entries, *second.entries))
    assert run("debrief", path, "--json").json()["session"] == 2
    assert run("debrief", path, "--json", "--session", 1).json()["agreement"]["reached"] is True
    wrong = run("debrief", path, "--session", 3)
    assert wrong.code == 1
    assert "from 1 to 2" in wrong.err
