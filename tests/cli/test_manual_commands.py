"""The page on the command line: every command and option it names exists, its examples run, its keys are printed."""

import json
import re
import shutil
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from dealbuilder import paths
from dealbuilder.cli import deals
from dealbuilder.cli.root import root
from dealbuilder.report.manual import pages
from tests.report.manual_text import commands

COMMANDS = typer.main.get_command(root).commands
QUICK = ("examples", "catalogue", "check-catalogue", "method", "new", "edit", "injects", "check")
"""Commands whose examples are run; of the others the words are parsed."""
OPTION = re.compile(r"--[a-z][a-z-]*")
ROW = re.compile(r"^\| `dealbuilder ([a-z-]+)[^`]*` \|.*$", re.MULTILINE)


def page(language: str):
    (found,) = [one for one in pages(paths.resources(), language) if one.id == "80-command-line"]
    return found


def target(words: list[str]):
    """Return the command that some words name, and the words that are left for it."""
    command, rest = COMMANDS[words[0]], words[1:]
    while hasattr(command, "commands"):
        # The file stands before what is done to it.
        command, rest = command.commands[rest[1]], rest[2:]
    return command, rest


def options(command) -> set[str]:
    below = getattr(command, "commands", {}).values()
    own = {name for one in command.params for name in (*one.opts, *one.secondary_opts)}
    return own.union({"--help"}, *(options(one) for one in below))


EXAMPLES = [
    (one.id, words)
    for one in pages(paths.resources(), "en")
    if one.group == "use"
    for words in commands(one)
    if words and words[0] in COMMANDS
]


@pytest.mark.parametrize(("id", "words"), EXAMPLES, ids=[" ".join(words)[:50] for _, words in EXAMPLES])
def test_every_example_of_the_manual_is_understood(id, words):
    command, rest = target(words)
    command.make_context(words[0], list(rest))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_command_has_a_row_and_an_example_and_no_other_has(language):
    assert set(ROW.findall(page(language).text)) == set(COMMANDS)
    assert {words[0] for words in commands(page(language)) if words[0] in COMMANDS} == set(COMMANDS)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_option_in_a_row_is_one_of_that_command(language):
    for match in ROW.finditer(page(language).text):
        named = set(OPTION.findall(match.group(0)))
        assert named <= options(COMMANDS[match.group(1)]), match.group(1)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_option_anywhere_on_the_page_exists_somewhere(language):
    known = set().union(*(options(command) for command in COMMANDS.values()))
    named = set(OPTION.findall("".join(re.findall(r"`[^`\n]*`", page(language).text))))
    assert len(named) > 40
    assert named <= known


@pytest.fixture
def read_once(monkeypatch, catalogue):
    """Let commands that follow one another read the shipped catalogue once."""
    monkeypatch.setattr(deals, "load_catalogue", lambda folder: catalogue)


@pytest.mark.usefixtures("read_once")
def test_the_quick_examples_run_one_after_the_other(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copy(paths.resources() / "manual" / "examples" / "my_catalogue.toml", tmp_path)
    runner, ran = CliRunner(), set()
    for words in commands(page("en")):
        if words[0] in QUICK:
            result = runner.invoke(root, words)
            assert result.exit_code == 0, (words, result.output, result.exception)
            ran.add(words[0])
    assert ran == set(QUICK)
    assert Path("mine.deal").is_file()


def printed(*words: str) -> dict | list:
    result = CliRunner().invoke(root, list(words))
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.mark.usefixtures("read_once")
def test_the_keys_of_json_are_those_that_the_page_names():
    texts = [page(language).text for language in ("en", "zh")]
    score = printed("score", "example:geneva", "--draws", "2", "--json")
    assert all(f"`{key}`" in text for text in texts for key in score)
    for words in (
        ("catalogue", "--json"),
        ("check-catalogue", "--json"),
        ("injects", "example:geneva", "--json"),
    ):
        data = printed(*words)
        assert isinstance(data, dict)
        for key in data:
            assert all(f"`{key}`" in text for text in texts), (words[0], key)
    for text in texts:
        (table,) = [part for part in text.split("\n\n") if part.startswith("|") and "`assumptions_changed`" in part]
        named = {key for row in table.splitlines()[2:] for key in re.findall(r"`(\w+)`", row.split("|")[1])}
        assert named == score.keys()
