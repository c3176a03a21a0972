"""One thing has one word in each language: every text is held to the table of terms, and the manual shows the table."""

import importlib.util
import re
from pathlib import Path

import pytest

from tests.test_words import HAN, KINDS

ROOT = Path(__file__).resolve().parent.parent
TYPED = re.compile("```.*?```|`[^`]*`|\\{[^{}]*\\}|\\]\\([^)]*\\)|--\\w+|\\b[A-Z]{4,}\\b|\\w+\\[", re.DOTALL)
"""What is typed, filled in or linked to, and so no word of a sentence."""
OFTEN = 0.9
"""Share of the texts that must say a loose term, which Chinese may leave out where it is plain."""

KEYS = "80-command-line.md"
"""The page of options and of keys in files, which are English in both languages."""


def _maker():
    spec = importlib.util.spec_from_file_location("make_terms", ROOT / "packaging" / "make_terms.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKER = _maker()
TERMS = MAKER.terms()
TEXTS = [(place, TYPED.sub(" ", en), zh) for kind in KINDS.values() for place, en, zh in kind() if HAN.search(zh)]


def _pattern(term):
    return re.compile(rf"\b(?:{term.get('forms', re.escape(term['en']))})\b", re.IGNORECASE)


def _says(term, chinese):
    return any(word in chinese for word in (term["zh"], *term.get("also", ())))


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term["en"])
def test_where_the_english_says_a_term_the_chinese_says_its_word(term):
    pattern = _pattern(term)
    found = [(place, en, zh) for place, en, zh in TEXTS if pattern.search(en)]
    wrong = [(place, en, zh) for place, en, zh in found if not _says(term, zh)]
    assert len(wrong) <= (1 - OFTEN) * len(found) if term.get("loose") else not wrong, wrong


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term["en"])
def test_the_manual_says_a_term_by_the_same_word(term):
    pattern, wrong = _pattern(term), []
    for page in sorted((ROOT / "resources" / "manual" / "en").glob("*.md")):
        if page.name == KEYS:
            continue
        chinese = (page.parent.parent / "zh" / page.name).read_text(encoding="utf-8")
        if pattern.search(TYPED.sub(" ", page.read_text(encoding="utf-8"))) and not _says(
            term, TYPED.sub(" ", chinese)
        ):
            wrong.append(page.name)
    assert not wrong


def test_no_two_terms_share_a_word():
    for language in ("en", "zh"):
        words = [term[language] for term in TERMS]
        assert len(set(words)) == len(words), language


def test_every_term_has_a_topic_a_basis_and_a_pattern_that_knows_it():
    assert len(TERMS) >= 60
    for term in TERMS:
        assert term["topic"] in MAKER.TOPICS, term
        assert term["basis"] in MAKER.BASES, term
        assert _pattern(term).search(term["en"]), term
        assert HAN.search(term["zh"]) or term["zh"] in term.get("also", ()), term


def test_most_terms_are_in_use():
    unused = [term["en"] for term in TERMS if not any(_pattern(term).search(en) for _, en, _ in TEXTS)]
    assert len(unused) <= len(TERMS) // 8, unused


def test_the_page_of_terms_is_as_the_table_would_have_it():
    assert MAKER.stale() == []
