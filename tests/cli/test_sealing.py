"""seal, and passphrases for accept and kit: out of a file, the environment, or typed without an echo."""

import json
import shutil
from pathlib import Path

import pytest
import typer

from dealbuilder.cli import passphrases
from dealbuilder.document import file
from dealbuilder.document.envelope import is_envelope
from dealbuilder.document.own_values import key, opened
from dealbuilder.document.unencrypted import unencrypted

PHRASE, OTHER = "nine lamps under water", "seven doors of glass"
NOTE = "MARKER: never below 6.54321"
ROLE = "us_defence"
OLD = Path(__file__).parents[1] / "old_files" / "minor_2_2.deal"


@pytest.fixture
def deal(run, tmp_path):
    path = tmp_path / "deal.deal"
    assert run("new", path, "--from", "example:busan").code == 0
    return path


@pytest.fixture
def values(tmp_path, catalogue):
    path = tmp_path / "values.json"
    weights = [weight.model_dump() for weight in catalogue.lens_by_id[ROLE].weights]
    path.write_text(json.dumps({"weights": weights, "reservation": 6.54321, "note": NOTE}))
    return path


@pytest.fixture
def phrase(tmp_path):
    return kept(tmp_path / "phrase", PHRASE)


@pytest.fixture
def typed(monkeypatch):
    """Somebody at a terminal who types what is listed; the list of what was asked comes back."""
    asked, answers = [], []

    def prompt(label, *, hide_input, err):
        assert hide_input
        assert err
        asked.append(label)
        return answers.pop(0)

    monkeypatch.setattr(passphrases.sys, "stdin", _Terminal())
    monkeypatch.setattr(typer, "prompt", prompt)
    return asked, answers


class _Terminal:
    def isatty(self):
        return True


def kept(path, text):
    path.write_text(text + "\n", encoding="utf-8")
    path.chmod(0o600)
    return path


def note(path, passphrase=PHRASE, role=ROLE):
    values = opened(file.load(path).history.document, role, passphrase)
    return None if values is None else values.note


def test_values_are_sealed_from_a_file_and_no_word_of_them_is_in_the_deal(run, deal, values, phrase):
    ran = run("seal", deal, ROLE, values, "--passphrase-file", phrase)
    assert (ran.code, ran.err) == (0, "")
    assert "us_defence is sealed" in ran.out
    assert note(deal) == NOTE
    assert b"MARKER" not in deal.read_bytes()
    assert (
        "us_defence 的数值已密封"
        in run("seal", deal, ROLE, values, "--passphrase-file", phrase, "--language", "zh").out
    )


def test_accept_opens_them_with_the_variable_too_and_says_nothing_of_the_note(run, deal, values, phrase, monkeypatch):
    run("seal", deal, ROLE, values, "--passphrase-file", phrase)
    few = ("accept", deal, "--draws", "16", "--sealed", ROLE)
    assert run(*few).code == 1
    assert "--passphrase-file FILE" in run(*few).err
    monkeypatch.setenv(passphrases.VARIABLE, OTHER)
    ran = run(*few)
    assert (ran.code, ran.out) == (1, "")
    assert "does not open it" in ran.err
    monkeypatch.setenv(passphrases.VARIABLE, PHRASE)
    ran = run(*few)
    assert ran.code == 0
    assert "6.54" in ran.out
    assert "MARKER" not in ran.out + ran.err


def test_at_a_terminal_it_is_asked_for_without_an_echo(run, deal, values, typed):
    asked, answers = typed
    answers += [PHRASE, PHRASE]
    assert run("seal", deal, ROLE, values).code == 0
    assert asked == ["New passphrase for us_defence", "The same again"]
    answers += [PHRASE]
    assert "6.54" in run("accept", deal, "--draws", "16", "--sealed", ROLE, "--language", "zh").out
    assert asked[-1] == "us_defence 的口令"
    answers += [PHRASE, OTHER]
    ran = run("seal", deal, ROLE, values)
    assert ran.code == 1
    assert "differ" in ran.err


def test_each_role_may_have_a_file_of_its_own(run, deal, values, phrase, tmp_path):
    other = kept(tmp_path / "other", OTHER)
    run("seal", deal, ROLE, values, "--passphrase-file", phrase)
    run("seal", deal, "cn_security", values, "--passphrase-file", other)
    both = ("accept", deal, "--draws", "16", "--sealed", ROLE, "--sealed", "cn_security", "--json")
    assert run(*both, "--passphrase-file", phrase).code == 1
    ran = run(*both, "--passphrase-file", phrase, "--passphrase-file", other)
    assert [one["id"] for one in ran.json()["lenses"] if one["sealed_values"]] == [ROLE, "cn_security"]


def test_a_passphrase_is_changed_without_the_values(run, deal, values, phrase, tmp_path):
    run("seal", deal, ROLE, values, "--passphrase-file", phrase)
    new = kept(tmp_path / "new", OTHER)
    wrong = run("seal", deal, ROLE, "--passphrase-file", new, "--new-passphrase-file", new)
    assert wrong.code == 1
    assert note(deal) == NOTE
    assert run("seal", deal, ROLE, "--passphrase-file", phrase, "--new-passphrase-file", new).code == 0
    assert note(deal, OTHER) == NOTE


def test_what_is_sealed_is_removed_without_a_passphrase(run, deal, values, phrase):
    run("seal", deal, ROLE, values, "--passphrase-file", phrase)
    assert "removed" in run("seal", deal, ROLE, "--remove").out
    assert file.load(deal).history.document.sealed == {}
    assert run("seal", deal, ROLE, "--remove").code == 1


def test_old_values_are_told_by_check_and_accept_and_sealed_as_they_are(run, tmp_path, phrase):
    deal = tmp_path / "old.deal"
    shutil.copy(OLD, deal)
    assert "3 sealed values are not encrypted" in run("check", deal).out
    assert "未加密" in run("check", deal, "--language", "zh").out
    assert run("seal", deal, ROLE, "--passphrase-file", phrase).code == 0
    assert note(deal) == "third bottom line"
    for other in ("cn_security", "own bottom line"):
        loaded = file.load(deal)
        assert other in " ".join(unencrypted(loaded.history, loaded.versions))
        assert run("seal", deal, other, "--passphrase-file", phrase).code == 0
    loaded = file.load(deal)
    assert unencrypted(loaded.history, loaded.versions) == ()
    assert "not encrypted" not in run("check", deal).out
    assert is_envelope(loaded.history.document.sealed["own bottom line"])
    assert loaded.history.can_redo


def test_old_values_can_be_removed_from_the_history_for_good(run, tmp_path):
    deal = tmp_path / "old.deal"
    shutil.copy(OLD, deal)
    for name in (ROLE, "cn_security"):
        assert run("seal", deal, name, "--remove").code == 0
    loaded = file.load(deal)
    assert unencrypted(loaded.history, loaded.versions) == ("own bottom line",)
    assert b"second bottom line" not in deal.read_bytes()
    assert key(ROLE) not in loaded.history.document.sealed


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("us_defense", "VALUES"), "us_defence"),
        ((ROLE,), "nothing was changed"),
        ((ROLE, "nowhere.json"), "no such file"),
        ((ROLE, "BROKEN"), "nothing was changed"),
        ((ROLE, "VALUES", "--passphrase-file", "EMPTY"), "first line"),
        ((ROLE, "VALUES", "--passphrase-file", "SHORT"), "at least 8"),
    ],
)
def test_what_cannot_be_sealed_is_said_and_the_deal_stays(run, deal, values, tmp_path, words, said):
    (tmp_path / "broken.json").write_text('{"weights": "MARKER"}')
    names = {
        "VALUES": values,
        "BROKEN": tmp_path / "broken.json",
        "EMPTY": kept(tmp_path / "empty", ""),
        "SHORT": kept(tmp_path / "short", "short"),
    }
    before = deal.read_bytes()
    ran = run("seal", deal, *(names.get(word, word) for word in words))
    assert ran.code == 1
    assert said in ran.err
    assert "MARKER" not in ran.err
    assert deal.read_bytes() == before


def test_a_passphrase_that_others_can_read_is_told(run, deal, values, phrase):
    phrase.chmod(0o644)
    ran = run("seal", deal, ROLE, values, "--passphrase-file", phrase)
    assert ran.code == 0
    assert "chmod 600" in ran.err


def test_the_own_copy_of_a_kit_takes_the_passphrase(run, deal, values, phrase, tmp_path):
    run("seal", deal, ROLE, values, "--passphrase-file", phrase)
    kit = ("kit", deal, "-o", tmp_path / "kit", "--only", "order", "--session", "ninety_minutes", "--sealed", ROLE)
    assert run(*kit).code == 1
    assert not (tmp_path / "kit").exists()
    assert run(*kit, "--passphrase-file", phrase).code == 0
    assert (tmp_path / "kit" / "sealed-1-en.pdf").exists()
