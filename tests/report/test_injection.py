"""Whatever a deal says is printed letter by letter: no text is taken for Typst, SVG, Markdown or a link."""

import io
import re
import xml.etree.ElementTree as ET

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealbuilder import paths
from dealbuilder.model.assumptions import Assumptions, Change
from dealbuilder.report import content, markdown, pdf, picture, tables, theme
from dealbuilder.report.drawing import pen
from dealbuilder.report.kit import printing
from dealbuilder.report.kit.kit import Options, build
from dealbuilder.report.kit.occasion import from_template
from tests.report import fixtures
from tests.report.kit.printed import read
from tests.report.kit.rooms import stage, template

EVIL = (
    '#read("/etc/passwd")',
    '#eval("1 + 1") $x^2$ `raw` *bold* _it_',
    '#import "@preview/cetz:0.3.0"; @ref <label> \\u{41} ~ -- ---',
    "</text><image href='file:///etc/passwd'/> &amp; ]]>",
    '"); #panic("x") // /* comment */ = Head',
    "[link](https://example.org) ![x](http://e/x.png)",
)
STATIC = re.compile(r"\b(eval|read|plugin|include|csv|xml|yaml|cbor|toml)\s*\(|@preview|#include|https?://")
"""What would make a template run a text, read a file or fetch a package."""


def evil_document(texts=EVIL):
    base = fixtures.document()
    package = base.package()
    clauses = tuple(
        clause.model_copy(update={"note": texts[place % len(texts)]}) for place, clause in enumerate(package.clauses)
    )
    named = package.model_copy(update={"name": texts[1], "note": texts[2], "clauses": clauses})
    change = Change(parameter="backlog", value=700, low=600, high=800, reason=texts[3], who=texts[4])
    return base.model_copy(
        update={
            "title": texts[0],
            "note": texts[5],
            "packages": (named, *base.packages[1:]),
            "assumptions": Assumptions(changes=(change,)),
        }
    )


def built(document, language="en"):
    options = content.Options(language=language, marking="delegation")
    package = document.package()
    found = content.build(fixtures.catalogue(), document, package, fixtures.evaluation(), options)
    return found, options


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_that_a_report_prints_every_evil_text_as_it_stands(language):
    report, options = built(evil_document(), language)
    data = pdf.render(report, options)
    text = "".join(sheet.text for sheet in read(data))
    for evil in EVIL:
        assert squeezed(evil) in text, evil
    assert "root:" not in text


def test_that_the_printed_pages_open_nothing_and_link_nowhere_of_the_deal_s():
    report, options = built(evil_document())
    with pikepdf.open(io.BytesIO(pdf.render(report, options))) as book:
        for item in book.objects:
            if isinstance(item, pikepdf.Dictionary):
                assert "/JS" not in item
                assert "/OpenAction" not in item
                assert "/Launch" not in str(item.get("/S", ""))
                assert "example.org" not in str(item.get("/URI", ""))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_that_a_kit_prints_every_evil_text_as_it_stands(language, catalogue):
    session = template(catalogue)
    told = tuple(stage("round", 20, evil, round=1) for evil in EVIL)
    occasion = from_template(catalogue, session.model_copy(update={"stages": told}), language)
    parts = build(catalogue, fixtures.document(), occasion, Options(language, parts=("order", "tents", "roles")))
    text = "".join(sheet.text for part in parts for sheet in read(printing.render(part, catalogue, Options(language))))
    for evil in EVIL:
        assert squeezed(evil) in text, evil
    assert "root:" not in text


def test_that_no_template_runs_a_text_reads_a_file_or_fetches_a_package():
    templates = sorted((paths.resources() / "report").glob("*.typ"))
    assert len(templates) > 5
    for path in templates:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            code = line.split("//", 1)[0]
            assert not STATIC.search(code), f"{path.name}:{number}: {line}"
            imported = re.match(r'\s*#import "([^"]*)"', code)
            assert imported is None or imported[1] in ("style.typ", "kit_page.typ"), f"{path.name}:{number}"


def test_that_no_module_builds_the_source_of_a_page():
    sources = (paths.resources().parent / "dealbuilder").rglob("*.py")
    naming = {path.name for path in sources if "typst.Compiler(" in path.read_text(encoding="utf-8")}
    assert naming == {"typesetting.py", "picture.py"}
    # What the second compiles is these bytes and no others.
    assert picture.FRAME.count(b"#") == 2
    assert b"sys.inputs.picture" in picture.FRAME


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from("<>&'\"]\x1b\x00\u202e\ufffe"), max_size=60))
def test_that_any_words_in_a_picture_are_words(words):
    drawn = pen.picture(100, 40, "#ffffff", words, [pen.text(0, 10, words, 8, "#000000")])
    root = ET.fromstring(drawn)
    assert {child.tag.rsplit("}", 1)[-1] for child in root.iter()} <= {"svg", "rect", "text", "title", "desc", "g"}
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe]", drawn)
    said = [text.text or "" for text in root.iter() if text.tag.endswith("text")]
    assert squeezed(said[0]) == squeezed(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", "", words))


def test_that_an_exported_picture_holds_nothing_but_shapes_and_words():
    document = evil_document()
    for kind in ("supply", "heat:civil"):
        drawn = tables.exported(
            ".svg", fixtures.catalogue(), document, document.package(), fixtures.evaluation(), "en", kind, "light"
        )
        root = ET.fromstring(drawn)
        tags = {child.tag.rsplit("}", 1)[-1] for child in root.iter()}
        assert not tags & {"image", "script", "a", "use", "foreignObject", "style", "iframe"}
        assert EVIL[0] in "".join(root.itertext())
    assert theme.load("light").text in drawn.decode()


def test_that_markdown_shows_every_evil_text_as_it_stands_and_links_nowhere():
    report, _ = built(evil_document())
    text = markdown.render(report)
    unescaped = re.sub(r"\\([\\`*_\[\]<>|#~&@:=+-])", r"\1", text)
    for evil in EVIL:
        assert " ".join(evil.split()) in unescaped, evil
    bare = re.sub(r"\\.", "", text)
    assert not re.search(r"<(?!https://)[a-z/!]", bare)
    assert not re.search(r"(?<!\^)\]\(", bare)
    assert "example.org" not in re.sub(r"\\[^ ]*", "", text) or "](" not in bare
