"""The PDF: archivable, tagged, the same bytes twice, with its deal inside and Chinese that can be searched."""

import io
import re
from datetime import UTC, datetime

import pikepdf
import pytest

from dealbuilder.document import carrier
from dealbuilder.errors import DealError, FileProblem
from dealbuilder.model.package import Clause
from dealbuilder.report import attachment, content, coverage, fonts, pdf
from tests.report import fixtures


def made(document=None, at=None, attach=True, **options):
    document = document or fixtures.document()
    chosen = content.Options(**options)
    carried = attachment.clean_deal(document, document.active, chosen.language) if attach else None
    report = content.build(
        fixtures.catalogue(),
        document,
        document.package(),
        fixtures.evaluation(),
        chosen,
        carried.name if carried else "",
    )
    return pdf.render(report, chosen, attachment=carried, at=at)


@pytest.fixture(scope="module")
def english():
    return made()


@pytest.fixture(scope="module")
def chinese():
    return made(language="zh", paper="letter", marking="delegation")


def _open(data):
    return pikepdf.open(io.BytesIO(data))


def _elements(node):
    """Every structure element below a node of the tag tree."""
    kids = node.get("/K")
    if kids is None:
        return
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


def _letters(book):
    """Every letter that the fonts of a PDF map back to text."""
    found = set()
    for item in book.objects:
        if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item:
            table = item["/ToUnicode"].read_bytes().decode("latin-1")
            for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
                for code in re.findall(r"<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>", block):
                    found |= set(bytes.fromhex(code).decode("utf-16-be"))
            for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
                for first, last, code in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
                    start = int.from_bytes(bytes.fromhex(code), "big")
                    found |= {chr(start + i) for i in range(int(last, 16) - int(first, 16) + 1)}
    return found


def test_the_same_deal_gives_the_same_bytes(english):
    assert made() == english


def test_another_date_gives_other_bytes(english):
    assert made(at=datetime(2026, 1, 2, tzinfo=UTC)) != english


@pytest.mark.parametrize("which", ["english", "chinese"])
def test_it_declares_both_standards_and_is_tagged(which, request):
    with _open(request.getfixturevalue(which)) as book:
        about = book.Root.Metadata.read_bytes().decode("utf-8")
        assert "<pdfaid:part>3</pdfaid:part>" in about
        assert "<pdfaid:conformance>A</pdfaid:conformance>" in about
        assert "<pdfuaid:part>1</pdfuaid:part>" in about
        assert book.Root.MarkInfo.Marked
        assert str(book.Root.Lang).startswith("zh" if which == "chinese" else "en")
        assert "Test deal" in str(book.docinfo.get("/Title", "")) or "Test deal" in about


def test_every_picture_has_words_and_every_table_has_heads(english):
    with _open(english) as book:
        elements = list(_elements(book.Root.StructTreeRoot))
        kinds = [str(element.S) for element in elements]
        figures = [element for element in elements if element.S == "/Figure"]
        assert len(figures) == 16
        assert all(len(str(figure.get("/Alt", ""))) > 30 for figure in figures)
        assert kinds.count("/Table") >= 5
        assert kinds.count("/TH") >= 15
        assert "/Note" in kinds
        assert "/H1" in kinds


def test_only_the_two_fonts_of_the_packages_are_in_it(chinese):
    with _open(chinese) as book:
        names = {
            str(item["/BaseFont"])
            for item in book.objects
            if isinstance(item, pikepdf.Dictionary) and "/BaseFont" in item
        }
        embedded = [
            i for i in book.objects if isinstance(i, pikepdf.Dictionary) and i.get("/Type") == "/FontDescriptor"
        ]
        assert names
        assert all("Inter" in name or "NotoSansSC" in name for name in names)
        assert all("/FontFile2" in i or "/FontFile3" in i for i in embedded)


def test_chinese_words_can_be_found_again(chinese):
    with _open(chinese) as book:
        assert set("条款清单美国给予中国给予模型结果，并非预测稀土许可代表团内部保密") <= _letters(book)


def test_chinese_in_an_english_report_is_set_too():
    document = fixtures.document().model_copy(update={"title": "大桥方案"})
    with _open(made(document, term_sheet=True)) as book:
        assert set("大桥方案") <= _letters(book)


def test_the_deal_travels_inside_and_comes_back_as_it_was(english, tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(english)
    back = carrier.load(path).history.document
    printed = fixtures.document().package()
    assert [(c.measure, c.level, c.start, c.condition, c.note) for c in back.package().clauses] == [
        (c.measure, c.level, c.start, c.condition, c.note) for c in printed.clauses
    ]
    assert [package.name for package in back.packages] == ["Bridge draft"]
    said = back.model_dump_json()
    for secret in ("SECRET", "OTHER-PACKAGE", "US side"):
        assert secret not in said


def test_nothing_private_is_in_the_file_at_all(english):
    with _open(english) as book:
        streams = [
            i.read_bytes() for i in book.objects if isinstance(i, pikepdf.Stream) and i.get("/Subtype") != "/Image"
        ]
    assert not any(secret in stream for stream in streams for secret in (b"SECRET-", b"OTHER-PACKAGE"))


def test_without_an_attachment_it_carries_none():
    with _open(made(attach=False, term_sheet=True)) as book:
        assert not list(book.attachments)


@pytest.mark.parametrize(("paper", "size"), [("a4", (595.28, 841.89)), ("letter", (612, 792))])
def test_paper_sizes(paper, size):
    with _open(made(paper=paper, term_sheet=True)) as book:
        box = [float(edge) for edge in book.pages[0].MediaBox]
        assert box[2:] == pytest.approx(size, abs=0.1)


def test_large_print_takes_more_pages(english):
    with _open(english) as usual, _open(made(large_print=True)) as large:
        assert len(large.pages) > len(usual.pages)


def test_an_ordinary_report_fits_seven_pages(english, chinese):
    for data in (english, chinese):
        with _open(data) as book:
            assert len(book.pages) <= 7


def test_words_of_a_deal_are_never_run_as_typst():
    document = fixtures.document()
    evil = '#panic("boom") $x$ *bold* <label> @ref \\ ]]'
    clause = Clause(measure="us_h20", level="all", note=evil)
    hostile = document.package().model_copy(update={"name": evil, "note": evil, "clauses": (clause,)})
    document = document.model_copy(update={"title": evil, "packages": (hostile, document.packages[1])})
    assert made(document, term_sheet=True).startswith(b"%PDF-")


@pytest.mark.parametrize(
    "title",
    [
        "Deal 🚀",
        "عربى",
        "한국어",
        "繁體中文",
        "a\x00b\x1b",
        "\ufffe",
        "\ue000",
        "x\u202ey",
        "☐ ☑ ✓ → ⇄",
        "\ud800",
        "é ß Ж Ω",
        "\n",
        "👩‍🚀",
    ],
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_character_of_a_title_can_stop_a_report(title, language):
    document = fixtures.document().model_copy(update={"title": title})
    assert made(document, attach=False, term_sheet=True, language=language).startswith(b"%PDF-")


def test_a_character_without_a_glyph_is_a_box_and_marks_that_turn_text_round_are_left_out():
    files = fonts.font_files()
    assert coverage.printable("Deal 🚀!", files) == "Deal □!"
    assert coverage.printable("协议—é\u202e\x00\tz", files) == "协议—é z"


def test_a_very_long_note_and_name_still_make_a_report():
    document = fixtures.document()
    long = document.package().model_copy(update={"name": "N" * 500, "note": "word " * 4000})
    document = document.model_copy(update={"packages": (long, document.packages[1]), "title": "长" * 500})
    assert made(document).startswith(b"%PDF-")


def test_a_missing_font_is_said_and_nothing_is_written(monkeypatch, tmp_path):
    monkeypatch.setattr(fonts, "FILES", (("no_such_font_package", "x.ttf", "fontpkg-inter"),))
    target = tmp_path / "report.pdf"
    report = content.build(
        fixtures.catalogue(), fixtures.document(), fixtures.package(), fixtures.evaluation(), content.Options(), ""
    )
    with pytest.raises(DealError) as raised:
        pdf.write(target, report, content.Options())
    assert "missing" in raised.value.message
    assert "fontpkg-inter" in raised.value.hint
    assert not target.exists()


def test_a_file_that_cannot_be_written_is_left_as_it_was(tmp_path):
    target = tmp_path / "there" / "report.pdf"
    report = content.build(
        fixtures.catalogue(), fixtures.document(), fixtures.package(), fixtures.evaluation(), content.Options(), ""
    )
    with pytest.raises(FileProblem, match="its folder is not there"):
        pdf.write(target, report, content.Options())
    folder = tmp_path / "taken.pdf"
    folder.mkdir()
    with pytest.raises(FileProblem):
        pdf.write(folder, report, content.Options())
    assert [path.name for path in tmp_path.iterdir()] == ["taken.pdf"]


def test_pages_can_be_looked_at_without_a_display():
    report = content.build(
        fixtures.catalogue(), fixtures.document(), fixtures.package(), fixtures.evaluation(), content.Options(), ""
    )
    looked = pdf.pages(report, content.Options(), ppi=40)
    assert len(looked) > 3
    assert all(page.startswith(b"\x89PNG") for page in looked)


def test_file_names_are_safe_everywhere():
    assert attachment.file_name("Test deal") == "Test-deal.deal"
    assert attachment.file_name("../../etc/passwd\0") == "etc-passwd.deal"
    assert attachment.file_name("协议") == "deal.deal"
    assert len(attachment.file_name("x" * 400)) == 65
