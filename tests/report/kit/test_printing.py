"""The kit on paper: pages, sizes, nothing beyond an edge, the same bytes twice, no sealed value but on its own copy."""

import io
import re

import pikepdf
import pytest

from dealbuilder.analysis import reserve as scored
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.document.new import new_document
from dealbuilder.document.own_values import OwnValues, key
from dealbuilder.errors import Cancelled, FileProblem
from dealbuilder.model.lens import Weight
from dealbuilder.model.measure import Level, Measure
from dealbuilder.model.text import Text
from dealbuilder.report.kit import making, printing
from dealbuilder.report.kit.kit import PARTS, Options, build
from dealbuilder.report.kit.making import Request
from dealbuilder.report.kit.occasion import Occasion, Role, from_template
from tests.report.kit.printed import read
from tests.report.kit.rooms import template

SIZES = {"a4": (595, 842), "letter": (612, 792)}
EDGE = 17
"""Points from the edge, six millimetres, that a printer may not reach."""
SMALLEST = 5.5
CODE = re.compile(r"(US|CN|H|T|A)-\d\d")
SECRET = OwnValues(
    weights=(Weight(indicator="supply_restored", weight=1.0, sense="more", scale=7.125, unit="%"),),
    reservation=0.7731,
    note="xenolith ledge",
)
CASES = [("en", "a4"), ("zh", "letter")]


@pytest.fixture(scope="module")
def kits(catalogue):
    """Every part in two languages on two papers, with sealed values in the deal."""
    made = {}
    for language, paper in CASES:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(scored, "DRAWS", 8)
            patch.setattr(making, "DRAWS", 8)
            made[language] = _kit(catalogue, Options(language, paper))
    return made


def _deal():
    sealed = {key("us_dealmakers"): SECRET.model_dump_json()}
    return new_document("Room").model_copy(update={"sealed": sealed})


def _kit(catalogue, options, occasion=None, with_scores=True):
    occasion = occasion or from_template(catalogue, template(catalogue), options.language)
    found = making.looked_up(Evaluator(catalogue), _deal(), occasion, ()) if with_scores else None
    parts = build(catalogue, _deal(), occasion, options, found, {})
    return {one.part: one for one in printing.printed(parts, catalogue, occasion, options)}


def test_every_part_is_a_file_of_its_own_and_the_index_names_them_all(kits):
    kit = kits["en"]
    assert list(kit) == ["index", *PARTS]
    index = "".join(sheet.text for sheet in read(kit["index"].data))
    assert all(kit[part].name in index for part in PARTS)


@pytest.mark.parametrize(("language", "paper"), CASES)
def test_pages_have_the_size_of_their_paper_and_nothing_comes_near_an_edge(kits, language, paper):
    for part, one in kits[language].items():
        for sheet in read(one.data):
            size = (round(sheet.width), round(sheet.height))
            assert size == (SIZES[paper] if part != "tents" else SIZES[paper][::-1])
            for run in sheet.runs:
                for x, y in ((run.x, run.y), run.end):
                    assert EDGE <= x <= sheet.width - EDGE, (part, run)
                    assert EDGE <= y <= sheet.height - EDGE, (part, run)
                assert run.size >= SMALLEST, (part, run)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_role_has_one_page_and_four_cards_and_two_injects_share_one(kits, language, catalogue):
    kit = kits[language]
    assert kit["roles"].pages == 2
    assert kit["cards"].pages == -(-len(catalogue.measures) // 4)
    assert kit["injects"].pages == 1
    assert kit["proposals"].pages == 2
    assert kit["agreement"].pages == 1
    assert kit["tents"].pages == 3


def test_all_cards_are_set_in_one_size(kits):
    for language in ("en", "zh"):
        sheets = read(kits[language]["cards"].data)
        sizes = [{round(run.size, 2) for run in sheet.runs} for sheet in sheets]
        assert all(page <= sizes[0] for page in sizes)
        codes = [run.text for sheet in sheets for run in sheet.runs if CODE.fullmatch(run.text)]
        assert language == "zh" or len(codes) >= 54


def test_words_of_cards_and_sheets_can_be_found_again_in_both_languages(kits, catalogue):
    for language in ("en", "zh"):
        cards = "".join(sheet.text for sheet in read(kits[language]["cards"].data))
        for measure in catalogue.measures:
            assert "".join(measure.title.get(language).split()) in cards
        roles = [sheet.text for sheet in read(kits[language]["roles"].data)]
        assert "".join(catalogue.lens_by_id["us_dealmakers"].name.get(language).split()) in roles[0]


def test_fixed_wording_stands_as_it_should(kits):
    role = read(kits["en"]["roles"].data)[0].text
    for words in (
        "Confidential: for this role only",
        "What you want, and what it counts",
        "What you refuse",
        "When you sign",
    ):
        assert "".join(words.split()) in role
    form = read(kits["en"]["proposals"].data)
    assert [sheet.text.count("UnitedStates") for sheet in form] == [2, 0]
    assert [sheet.text.count("China") for sheet in form] == [0, 2]
    reserve = "".join(sheet.text for sheet in read(kits["en"]["reserve"].data))
    for words in (
        "Why adding up is not the score",
        "Mirror pairs",
        "Clauses one by one",
        "results of one model, not forecasts",
    ):
        assert "".join(words.split()) in reserve


def test_both_sides_forms_differ_in_nothing_but_the_name(kits):
    us, china = read(kits["en"]["proposals"].data)
    assert [(round(run.x), round(run.y), run.size) for run in us.runs if "United" not in run.text][4:20] == [
        (round(run.x), round(run.y), run.size) for run in china.runs if "China" not in run.text
    ][4:20]


def test_no_sealed_value_is_on_any_page(kits):
    for kit in kits.values():
        for one in kit.values():
            words = "".join(sheet.text for sheet in read(one.data))
            assert "0.77" not in words
            assert "7.1" not in words or one.part == "reserve"
            assert "xenolith" not in words


def test_the_own_copy_is_a_file_of_its_own_with_the_sealed_values(catalogue):
    kit = _kit(catalogue, Options(parts=("roles",), own=(("us_dealmakers", SECRET),)), with_scores=False)
    own, plain = (read(kit[part].data) for part in ("sealed", "roles"))
    assert len(own) == 1
    assert "+0.77points" in own[0].text.replace("\u00a0", "")
    assert "xenolithledge" in own[0].text
    assert "xenolith" not in "".join(sheet.text for sheet in plain)
    assert "us_dealmakers" not in kit["sealed"].name


def test_the_same_kit_gives_the_same_bytes(catalogue):
    options = Options("zh", "letter", parts=("order", "roles", "cards", "injects"))
    first, second = (_kit(catalogue, options, with_scores=False) for _ in range(2))
    assert {part: one.data for part, one in first.items()} == {part: one.data for part, one in second.items()}


def test_pages_are_tagged_and_archivable_with_the_two_fonts_embedded(kits):
    for one in kits["zh"].values():
        with pikepdf.open(io.BytesIO(one.data)) as book:
            about = book.Root.Metadata.read_bytes().decode("utf-8")
            assert "<pdfuaid:part>1</pdfuaid:part>" in about
            assert "<pdfaid:part>3</pdfaid:part>" in about
            names = {
                str(i["/BaseFont"]) for i in book.objects if isinstance(i, pikepdf.Dictionary) and "/BaseFont" in i
            }
            assert names
            assert all("Inter" in name or "NotoSansSC" in name for name in names)


def test_a_role_that_nobody_knows_and_a_measure_of_wild_length_are_printed_all_the_same(catalogue):
    wild = "𓂀 x" + "w" * 3000 + " Σ" * 900
    levels = tuple(Level(id=id, label=Text(en=wild, zh=wild), sentence=Text(en=wild, zh=wild)) for id in "abcde")
    sample = catalogue.measures[0]
    own = sample.model_copy(
        update={"id": "wild", "title": Text(en=wild, zh=wild), "levels": (sample.levels[0], *levels), "links": ()}
    )
    assert isinstance(own, Measure)
    wider = catalogue.with_measures((own,))
    occasion = from_template(wider, template(wider), "en")
    strange = Occasion(wild, occasion.stages, "chair", (Role(wild, (wild,) * 20), Role("")), (), (wild,))
    kit = _kit(wider, Options(parts=("order", "roles", "cards", "tents")), strange, with_scores=False)
    assert kit["roles"].pages == 2
    for one in kit.values():
        for sheet in read(one.data):
            assert all(run.end[0] <= sheet.width for run in sheet.runs), one.part


def test_parts_without_anything_on_them_are_left_out(catalogue):
    bare = Occasion("Bare", template(catalogue).stages, "public", (), ())
    kit = _kit(catalogue, Options(parts=("order", "roles", "injects")), bare, with_scores=False)
    assert list(kit) == ["index", "order"]


def test_a_kit_is_written_whole_over_an_older_one_and_touches_nothing_else(catalogue, tmp_path, kits):
    folder = tmp_path / "deal kit"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    kit = tuple(kits["en"].values())
    files = printing.write(folder, kit)
    assert [file.read_bytes() for file in files] == [one.data for one in kit]
    assert (folder / "mine.txt").read_text() == "mine"
    assert printing.beside(tmp_path / "deal.deal") == folder


def test_a_place_that_takes_no_folder_is_refused_in_words(tmp_path, kits):
    (tmp_path / "file").write_text("")
    with pytest.raises(Exception, match="nothing was written") as refused:
        printing.write(tmp_path / "file", tuple(kits["en"].values()))
    assert not isinstance(refused.value, FileProblem)


def test_printing_can_be_cancelled_and_leaves_nothing(catalogue, tmp_path):
    def stop(done: float) -> None:
        raise Cancelled

    request = Request(Options(parts=("order", "roles")), "ninety_minutes")
    with pytest.raises(Cancelled):
        making.make(Evaluator(catalogue), _deal(), request, tmp_path / "kit", stop)
    assert not (tmp_path / "kit").exists()
