"""clean: a copy for the other side, its report in both languages, and the proof that a file is clean."""

import pytest

from dealbuilder.document import file
from dealbuilder.document.edits import SetTarget, WriteNote
from dealbuilder.document.versions import keep


@pytest.fixture
def deal(run, tmp_path):
    """A deal with a journal, a kept version, a private note and a target."""
    path = tmp_path / "deal.deal"
    assert run("new", path, "--from", "example:busan").code == 0
    loaded = file.load(path)
    target = {"indicator": "supply_restored", "sense": "at_least", "value": 80}
    history = loaded.history.do(WriteNote(text="MARKER", private=True)).do(SetTarget(target=target))
    versions = keep((), history.document, at="2026-01-01", who="desk two", note="")
    file.save(path, history, versions)
    return path


def test_a_clean_copy_leaves_out_what_is_private_and_says_so(run, deal, tmp_path):
    copy = tmp_path / "clean.deal"
    ran = run("clean", deal, "-o", copy)
    assert ran.code == 0
    for said in ("Left out: The journal of 2 steps", "1 kept version", "1 private note", "Still in it: The title"):
        assert said in ran.out
    assert not file.load(copy).history.can_undo
    assert b"MARKER" not in copy.read_bytes()
    assert run("clean", copy, "--check").code == 0


def test_the_report_is_there_in_chinese_and_as_json(run, deal, tmp_path):
    ran = run("clean", deal, "-o", tmp_path / "clean.deal", "--language", "zh")
    assert "未包含：可撤销或重做的 2 步编辑记录" in ran.out
    assert "仍包含：标题" in ran.out
    told = run("clean", deal, "-o", tmp_path / "clean.deal", "--json").json()
    assert set(told) == {"file", "left_out", "open"}
    assert len(told["left_out"]) >= 4


def test_a_file_that_is_not_clean_is_told_with_exit_code_1(run, deal):
    ran = run("clean", deal, "--check")
    assert ran.code == 1
    for said in ("Private: The journal", "Private: 1 private note", "Private: 1 target", "is not clean"):
        assert said in ran.out
    assert "MARKER" not in ran.out
    assert "非公开：1 条私人备注" in run("clean", deal, "--check", "--language", "zh").out
    told = run("clean", deal, "--check", "--json").json()
    assert (told["clean"], len(told["private"])) == (False, 4)


def test_a_copy_needs_a_name_and_is_never_the_deal_itself(run, deal):
    before = deal.read_bytes()
    assert run("clean", deal).code == 2
    ran = run("clean", deal, "-o", deal)
    assert ran.code == 1
    assert "the deal itself" in ran.err
    assert deal.read_bytes() == before


def test_what_is_no_deal_cannot_be_called_clean(run, tmp_path):
    (tmp_path / "note.txt").write_text("no deal")
    ran = run("clean", tmp_path / "note.txt", "--check")
    assert ran.code == 1
    assert "not a deal file" in ran.err
    assert ran.out == ""
