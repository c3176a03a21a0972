"""No sentence for a user is in English alone, and every Chinese one is well-formed and says as much as the English."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "dealbuilder"
REFUSALS = {"DealError": 0, "FileProblem": 1}
"""Where the message of a refusal stands among its arguments."""
PAIRS = {"NoSuch": (0, 1), "Words": (0, 1)}
"""Calls whose English and Chinese texts stand beside each other."""
HAN = re.compile("[\u3400-\u9fff]")
NARROW = re.compile("[\u3400-\u9fff][,;:!?](?![0-9A-Za-z/])|[\u3400-\u9fff]\\.(?=\\s|$)|[\u3400-\u9fff][()](?!&)")
"""ASCII punctuation after a Chinese character, where the full-width one belongs."""
GLUED = re.compile("[，。；：！？、] |。。|，，")
"""A space after full-width punctuation, or punctuation twice."""
QUOTED = re.compile("`[^`]*`|\\{[^{}]*\\}|<[^<>]*>|\\(&\\w\\)|\\(\\*[^)]*\\)|https?://\\S+")
"""What is typed or filled in, not read as Chinese."""
TRANSLATED_BY_QT = {"tr", "translate"}
NO_CONTENT = frozenset({"reason", "of_field", "str", "len", "en", "zh", "_count", "count", "COUNTED", "many", "people"})
"""Names that turn a thing into words or choose its language, and counted nouns: "3 people", "3 人"."""


@pytest.fixture(scope="module", autouse=True)
def _read_once() -> Iterator[None]:
    """Let go of the trees of the code when this file is done: they are large."""
    yield
    _calls.cache_clear()


@lru_cache(maxsize=1)
def _calls() -> tuple[tuple[str, str, ast.Call], ...]:
    return tuple(_found_calls())


def _found_calls() -> Iterator[tuple[str, str, ast.Call]]:
    for path in sorted(CODE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                yield f"{path.relative_to(ROOT)}:{node.lineno}", name, node


def _text(node: ast.expr | None) -> str:
    """Return the fixed part of a text with {} where something is filled in; empty if it is no literal."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in node.values)
    return ""


def _filled(node: ast.expr | None) -> set[str]:
    """Return the names that a text fills in; what only chooses the language does not count."""
    if not isinstance(node, ast.JoinedStr):
        return set()
    names = {
        one.id.removesuffix("_zh")
        for value in node.values
        if isinstance(value, ast.FormattedValue)
        for one in ast.walk(value.value)
        if isinstance(one, ast.Name)
    }
    return names - NO_CONTENT


def _pairs() -> Iterator[tuple[str, ast.expr | None, ast.expr | None]]:
    """Yield every place in the code where an English text has a Chinese one beside it."""
    for place, name, call in _calls():
        given = {word.arg: word.value for word in call.keywords}
        if name in REFUSALS:
            at = REFUSALS[name]
            for zh, position in (("zh", at), ("zh_hint", at + 1)):
                yield place, call.args[position] if len(call.args) > position else None, given.get(zh)
        elif name in PAIRS and len(call.args) > 1 and not isinstance(call.args[0], ast.Starred):
            yield place, call.args[0], call.args[1]
        elif name == "Text" and {"en", "zh"} <= given.keys():
            yield place, given["en"], given["zh"]


def _shown_in_both(node: ast.expr) -> bool:
    """Return whether a text comes from a translator of the window, so that it is in the language on screen already."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    return node.func.attr in TRANSLATED_BY_QT or (node.func.attr == "format" and _shown_in_both(node.func.value))


def test_every_refusal_has_its_chinese_sentence_and_hint():
    lacking, seen = [], 0
    for place, name, call in _calls():
        if name not in REFUSALS or not call.args:
            continue
        seen += 1
        given = {word.arg for word in call.keywords}
        for position, zh in ((REFUSALS[name], "zh"), (REFUSALS[name] + 1, "zh_hint")):
            if len(call.args) <= position or _shown_in_both(call.args[position]):
                continue
            if isinstance(call.args[position], ast.Constant) and not call.args[position].value:
                continue
            if zh not in given:
                lacking.append(f"{place}: {name} has no {zh}")
    assert lacking == []
    assert seen > 150


def test_no_validator_and_no_problem_speaks_english_alone():
    """What pydantic passes on as ours must be a Wrong with Words; a plain ValueError would stay English."""
    lacking = []
    for place, name, call in _calls():
        if name == "Problem" and len(call.args) == 3:
            lacking += [place] if isinstance(call.args[2], ast.Constant | ast.JoinedStr) else []
        if name == "Wrong":
            lacking += [place] if isinstance(call.args[0], ast.Constant | ast.JoinedStr) else []
        if name == "ValueError" and "/model/" in place:
            lacking.append(place)
    assert lacking == []


def test_both_languages_fill_in_the_same_names():
    wrong = [
        f"{place}: {sorted(_filled(en) ^ _filled(zh))}"
        for place, en, zh in _pairs()
        if isinstance(en, ast.Constant | ast.JoinedStr)
        and isinstance(zh, ast.Constant | ast.JoinedStr)
        and _filled(en) != _filled(zh)
    ]
    assert wrong == []


def _toml(node: object, place: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(node, dict):
        if node.keys() == {"en", "zh"} and all(isinstance(text, str) for text in node.values()):
            yield place, node["en"], node["zh"]
            return
        for key, value in node.items():
            yield from _toml(value, f"{place}.{key}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            label = value.get("id", number) if isinstance(value, dict) else number
            yield from _toml(value, f"{place}[{label}]")


def _from_resources() -> Iterator[tuple[str, str, str]]:
    for path in sorted((ROOT / "resources").rglob("*.toml")):
        yield from _toml(tomllib.loads(path.read_text(encoding="utf-8")), path.name)


def _from_code() -> Iterator[tuple[str, str, str]]:
    for place, en, zh in _pairs():
        if _text(en) and _text(zh):
            yield place, _text(en), _text(zh)


def _on_screen() -> Iterator[tuple[str, str, str]]:
    for message in ElementTree.parse(ROOT / "resources" / "i18n" / "dealbuilder_zh.ts").getroot().iter("message"):
        source, found = message.findtext("source") or "", message.find("translation")
        assert found is not None
        for text in [form.text for form in found.iter("numerusform")] or [found.text]:
            yield f"ts: {source[:40]}", source, text or ""


KINDS = {"code": _from_code, "resources": _from_resources, "screen": _on_screen}

SAME = re.compile(
    r"[\W\d_]*"  # signs and numbers
    r"|[{}\w.]*\{[^{}]*\}[\W\d]*"  # only something to fill in
    r"|.*\b(PDF|SVG|PNG|CSV|XLSX|JSON|YAML|Markdown|DIN|Esc|Ctrl|Alt|Shift|A4|Letter|dealbuilder|Typst|Qt|Numba|Sobol|PRIM)\b.*"
)
"""What may stand alike in both languages: signs, keys, names of formats and programs."""


def _read(text: str) -> str:
    return QUOTED.sub("#", text)


@pytest.mark.parametrize("kind", KINDS)
def test_every_chinese_text_is_chinese(kind):
    plain = [
        f"{place}: {zh}"
        for place, en, zh in KINDS[kind]()
        if not HAN.search(zh) and len(re.findall("[A-Za-z]{2,}", _read(en))) > 1 and not SAME.fullmatch(en)
    ]
    assert plain == []


@pytest.mark.parametrize("kind", KINDS)
def test_chinese_texts_are_punctuated_as_chinese(kind):
    wrong = [
        f"{place}: {zh}"
        for place, _, zh in KINDS[kind]()
        if NARROW.search(_read(zh)) or GLUED.search(_read(zh)) or re.search("[\uff10-\uff19\uff21-\uff5a]", zh)
    ]
    assert wrong == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_sentence_ends_in_both_languages(kind):
    """An English full stop has a Chinese one; a text that is a part of a sentence has none in either."""
    ends = {".": "。", "?": "？", "!": "！", "…": "…"}
    wrong = [
        f"{place}: {en[-30:]!r} / {zh[-15:]!r}"
        for place, en, zh in KINDS[kind]()
        if len(en.split()) > 3
        and HAN.search(zh)
        and en.rstrip()[-1:] in ends
        and not en.rstrip().endswith(("…", "etc."))
        and zh.rstrip()[-1:] not in (ends[en.rstrip()[-1]], en.rstrip()[-1])
        and not zh.rstrip().endswith(("）", "。", "”"))
    ]
    assert wrong == []
