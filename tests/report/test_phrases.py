"""Every fixed phrase exists in both languages, is used, and has the same places to fill."""

import ast
import string
from functools import lru_cache

from dealbuilder import paths
from dealbuilder.report.phrases import phrases

ROOT = paths.resources().parent / "dealbuilder"
CODE = [path for floor in ("report", "cli", "ui") for path in (ROOT / floor).rglob("*.py")]
"""Where phrases are said: on paper, on the command line, in the window."""
NOUNS = ROOT / "model"
"""Where the kinds are listed that end a key: sides, circles, senses, visibilities."""


FILES = (".csv", ".json", ".jsonl", ".toml")
"""What a file's name ends with, which is no phrase."""


def _places(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@lru_cache(maxsize=1)
def _asked():
    """The phrase keys named in the code, and the beginnings of those put together there."""
    whole, begun = set(), set()
    for path in (*CODE, *NOUNS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                begun.add(node.values[0].value)
    return whole, begun


def test_both_languages_fill_the_same_places():
    for key, text in phrases().items():
        assert _places(text.en) == _places(text.zh), key


def test_every_phrase_is_used():
    whole, begun = _asked()
    beginnings = [start for start in begun if start.endswith((".", "_")) and "." in start]

    def used(key):
        # A key for one of a thing is put together from the key for many.
        plain = key.removesuffix("_one")
        named = {key.removeprefix(start) for start in beginnings if key.startswith(start)}
        many = {plain.removeprefix(start) for start in beginnings if plain != key and plain.startswith(start)}
        return key in whole or bool((named | many) & whole)

    assert not [key for key in phrases() if not used(key)]


def test_every_phrase_asked_for_exists():
    whole, _ = _asked()
    sections = {key.split(".")[0] for key in phrases()}
    asked = {key for key in whole if key.count(".") == 1 and key.split(".")[0] in sections and key[-1].isalnum()}
    asked = {key for key in asked if not key.endswith(FILES)}
    assert asked
    assert asked <= phrases().keys()


def test_chinese_phrases_are_chinese():
    plain = [key for key, text in phrases().items() if text.zh.isascii() and any(c.isalpha() for c in text.zh)]
    assert set(plain) <= {"basis.version_dealbuilder"}
