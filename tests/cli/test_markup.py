"""A deal's words on the terminal are words: no markup, no steering, in tables, sentences and JSON."""

import json
import shutil

import pytest

from dealbuilder import paths
from dealbuilder.cli import printing
from dealbuilder.document import file
from tests.cli.test_hostile import by_hand

WORDS = (
    "[/x]",
    "[red]a[/red]",
    "[link=file:///etc/passwd]a[/link]",
    ":smile:",
    "a\x1b[31mb",
    "\x9b2J",
    "\u202egpj.exe",
)


@pytest.mark.parametrize("words", WORDS)
def test_that_a_cell_of_any_table_shows_its_words(words, capsys):
    table = printing.plain_table("head", words)
    table.add_row(words, "1")
    printing.show(table)
    said = capsys.readouterr().out
    assert printing.harmless(words) in said
    assert not set("\x1b\x9b\u202e") & set(said)


@pytest.mark.parametrize("words", WORDS)
def test_that_json_on_the_terminal_steers_nothing_and_reads_back_as_it_was(words, capsys):
    printing.as_json({"deal": words})
    said = capsys.readouterr().out
    assert not set("\x1b\x9b\u202e") & set(said)
    assert json.loads(said) == {"deal": words}


def test_that_tables_named_like_markup_are_told_and_not_stumbled_over(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, example in (("[", "busan"), ("[red]b", "london")):
        path = tmp_path / f"{name}.deal"
        shutil.copy(paths.resources() / "examples" / f"{example}.deal", path)
        by_hand(
            path, ("UPDATE package SET name = '[/x]'", ()), ("UPDATE deal SET value = '[/y]' WHERE key = 'title'", ())
        )
    ran = run("tables", "[.deal", "[red]b.deal", "--draws", 4)
    assert ran.code == 0, ran.err
    assert "[red]b" in ran.out
    assert file.load(tmp_path / "[.deal").history.document.title == "[/y]"
