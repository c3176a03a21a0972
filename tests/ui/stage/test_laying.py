"""Scenes fit every screen at every scale: nothing clipped, nothing overlapping, everything large enough to read."""

import itertools
import re
from dataclasses import replace

import pytest

from dealbuilder.model.package import Clause
from dealbuilder.report import theme as themes
from dealbuilder.report.stage.staging import Clock, Staging
from dealbuilder.report.stage.strip import page_words
from dealbuilder.ui.stage.laying import lettering
from dealbuilder.ui.stage.laying.marks import Panel, Picture, Shape, Stroke, Words
from dealbuilder.ui.stage.laying.terms import CLAUSES
from dealbuilder.ui.stage.painter import SMALL, theme_of
from dealbuilder.ui.stage.showing import shown
from tests.ui.stage.stagings import deal, moved, off_menu, stagings, state

SIZES = ((1024, 768), (1280, 720), (1440, 900), (1920, 1080), (3840, 2160))
SCALES = (1.0, 1.5, 2.0)
LANGUAGES = ("en", "zh")
NAMES = (
    *("brief", "package lit", "score", "score replay", "score hidden", "tally", "time", "compare", "compare hidden"),
    *("inject", "check", "dark", "curtain"),
)


@pytest.fixture(scope="module", params=LANGUAGES)
def whole(request, catalogue):
    return state(catalogue, request.param)


def pages(whole, staging, size, all_pages=False):
    """The first and the last page of a staging on a screen, or all of them."""
    made = [shown(whole, staging, *size, None)]
    last = made[0].laid.pages - 1
    for page in range(1, last + 1) if all_pages else {last} - {0}:
        made.append(shown(whole, replace(staging, page=page), *size, made[0]))
    return [one.laid for one in made]


def inked(laid):
    return [mark for mark in laid.marks if not isinstance(mark, Panel | Stroke)]


def apart(first, second):
    (x, y, w, h), (x2, y2, w2, h2) = first.box, second.box
    slack = 0.6
    return x + w <= x2 + slack or x2 + w2 <= x + slack or y + h <= y2 + slack or y2 + h2 <= y + slack


def faults(laid, size):
    """What is wrong on a page, in words."""
    found = []
    for mark in laid.marks:
        x, y, wide, tall = mark.box
        if x < -0.5 or y < -0.5 or x + wide > size[0] + 0.5 or y + tall > size[1] + 0.5 or wide < 0 or tall < 0:
            found.append(f"outside: {mark}")
        if isinstance(mark, Words):
            kind = lettering.kind("".join(mark.lines))
            for line in mark.lines:
                long = lettering.QFontMetricsF(lettering.font(mark.px, mark.bold, kind)).horizontalAdvance(line)
                if long > wide + 1.0:
                    found.append(f"wider than its box by {long - wide:.1f}: {mark}")
            if tall < len(mark.lines) * mark.px * 1.05:
                found.append(f"taller than its box: {mark}")
    for first, second in itertools.combinations(inked(laid), 2):
        if not apart(first, second):
            found.append(f"overlap: {first} AND {second}")
    return found


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_clipped_and_nothing_overlaps(whole, name, size, scale):
    staging = replace(stagings(whole)[name], scale=scale)
    for laid in pages(whole, staging, size):
        assert faults(laid, size) == []


@pytest.mark.parametrize("name", NAMES)
def test_all_text_is_at_least_a_thirty_eighth_of_the_height(whole, name):
    for size in SIZES:
        for laid in pages(whole, stagings(whole)[name], size):
            smallest = min((m.px for m in laid.marks if isinstance(m, Words | Picture)), default=size[1])
            assert smallest >= size[1] / 38 - 0.5


def test_the_digits_of_scores_are_at_least_120_pixels_high_at_1080(whole):
    for scale in SCALES:
        for name in ("score", "score first", "score replay"):
            (first, *_) = pages(whole, replace(stagings(whole)[name], scale=scale), (1920, 1080))
            digits = [mark for mark in first.marks if isinstance(mark, Words) and mark.px >= 120]
            assert len(digits) == 2, (scale, name)


def test_digits_stay_large_where_scores_are_long(catalogue):
    base = state(catalogue)
    whole = replace(base, evaluation=moved(base.evaluation, -1234.5))
    for scale, size in itertools.product(SCALES, SIZES):
        for laid in pages(whole, replace(stagings(whole)["score"], scale=scale), size):
            assert faults(laid, size) == []


def test_lines_are_at_least_four_pixels_at_1080(whole):
    for name in ("score", "time", "compare", "inject", "package lit", "tally"):
        for laid in pages(whole, stagings(whole)[name], (1920, 1080)):
            for mark in laid.marks:
                if isinstance(mark, Stroke) or (isinstance(mark, Panel) and mark.edge):
                    assert mark.thick >= 4, mark
                if isinstance(mark, Picture):
                    assert mark.rule >= 4
                    assert 1.6 * 0.75 * mark.px / SMALL >= 4


def test_a_page_holds_at_most_seven_clauses_and_all_are_on_some_page(whole):
    content = shown(whole, stagings(whole)["package"], 1024, 768, None).scene.content
    sides = (content.us, content.china, *content.rest)
    wanted = {line.number.replace("\u00a0", " ") for side in sides for line in side.lines}
    assert len(wanted) == len(whole.document.package().clauses)
    for scale, size in itertools.product(SCALES, SIZES):
        staging = replace(stagings(whole)["package"], scale=scale)
        numbers = []
        for laid in pages(whole, staging, size, all_pages=True):
            here = [m.said for m in laid.marks if isinstance(m, Words) and m.said in wanted]
            assert len(here) <= CLAUSES
            numbers += here
        assert sorted(numbers) == sorted(wanted)


def test_the_sides_stand_left_and_right_with_their_shapes(whole):
    for size in SIZES:
        (first, *_) = pages(whole, stagings(whole)["package"], size)
        signs = {
            mark.sign: mark.box[0] for mark in first.marks if isinstance(mark, Shape) and mark.box[1] > size[1] / 15
        }
        assert signs["us"] < size[0] / 2 < signs["china"]


def test_larger_text_is_larger_in_every_scene_that_is_read(whole):
    for name in ("brief", "package", "compare", "tally", "inject", "time"):
        small, large = (
            max(m.px for m in pages(whole, replace(stagings(whole)[name], scale=scale), (1920, 1080))[0].marks
                if isinstance(m, Words))
            for scale in (1.0, 2.0)
        )  # fmt: skip
        # What grows to fill its page at any scale has a little less of it beside larger edges.
        assert large > small * (0.9 if name in ("brief", "tally", "inject") else 1.0), name
    for scale in (0.1, 7.0):
        laid = pages(whole, replace(stagings(whole)["score"], scale=scale), (1920, 1080))[0]
        assert faults(laid, (1920, 1080)) == []


def test_words_of_any_length_and_kind_are_never_clipped(catalogue):
    long = "Unbreakablewordwithoutanyend" * 12
    awkward = f"{long} 稀土" + " word" * 200 + " \0\t\n🜂🜂 \u202eright to left"
    measure = off_menu()
    measure = measure.model_copy(update={"title": measure.title.model_copy(update={"en": awkward, "zh": awkward})})
    document = deal()
    package = document.package().model_copy(update={"name": awkward[:500]})
    document = document.model_copy(update={"measures": (measure,), "packages": (package,)})
    whole = state(catalogue, "en", document)
    for name, staging in stagings(whole).items():
        if name in ("time", "spotlight", "curtain", "check"):
            continue
        inject = staging.inject
        if inject is not None:
            inject = inject.model_copy(update={"title": measure.title, "card": measure.title})
        asked = staging.prediction
        if asked is not None:
            asked = replace(asked, question=awkward, answers=(awkward,) * 5)
        wild = replace(
            staging, brief=awkward, question=awkward, stage_title=awkward, inject=inject, prediction=asked, scale=2.0,
            clock=Clock(9, -360_000.0),
        )  # fmt: skip
        for laid in pages(whole, wild, (1024, 768)):
            assert faults(laid, (1024, 768)) == [], name


def test_all_words_stand_out_seven_to_one_from_what_they_stand_on(whole):
    grounds = set()
    for staging in stagings(whole).values():
        for dark in (False, True):
            made = shown(whole, replace(staging, dark=dark), 1920, 1080, None)
            theme = theme_of(dark, made.laid.black)
            for mark in made.laid.marks:
                if isinstance(mark, Words):
                    grounds.add(mark.ground)
                    ground = "#000000" if made.laid.black else theme.colour(mark.ground)
                    assert themes.contrast(theme.colour(mark.role), ground) >= 7, (mark, theme.name)
    assert {"background", "surface", "warn_soft", "us_soft", "china_soft"} <= grounds


@pytest.mark.parametrize("name", ["stage_light", "stage_dark"])
def test_the_letters_of_charts_stand_out_seven_to_one(name):
    theme = themes.load(name)
    for role in ("text", "muted", "package", "baseline", "observed", "target", "us", "china", "warn"):
        assert themes.contrast(theme.colour(role), theme.background) >= 7, role


def test_what_is_painted_is_what_is_read_aloud(whole):
    for name, staging in stagings(whole).items():
        for laid in pages(whole, staging, (1280, 720), all_pages=True):
            spoken = "".join("".join(laid.said).split())
            for mark in laid.marks:
                if isinstance(mark, Words):
                    painted = "".join("".join(mark.lines).split()).rstrip(lettering.ELLIPSIS)
                    assert painted in spoken or mark.said == "", name
                if isinstance(mark, Picture):
                    assert mark.figure.alt in laid.said


def test_what_is_read_aloud_is_in_the_scene(whole):
    for name, staging in stagings(whole).items():
        made = shown(whole, staging, 1280, 720, None)
        words = "".join("".join(made.scene.words()).split())
        for said in made.laid.said:
            for part in said.split(" · "):
                squeezed = "".join(part.split())
                # A house estimate stands in brackets behind its clause, a page number behind everything.
                bare = re.sub(r"[（(][^（(]*[)）]$", "", squeezed)
                assert bare in words or squeezed in words or said == page_words(0, made.laid.pages, made.language), name


def test_a_deal_without_clauses_and_a_clause_unknown_to_the_catalogue_can_be_shown(catalogue):
    document = deal(house=False)
    for clauses in ((), (Clause(measure="nobody_knows", level="what"),)):
        package = document.package().model_copy(update={"clauses": clauses, "name": ""})
        whole = state(catalogue, "en", document.model_copy(update={"packages": (package,)}))
        laid = shown(whole, Staging(scene="package"), 1024, 768, None).laid
        assert faults(laid, (1024, 768)) == []
        assert "No clause." in laid.said
        assert "Package: Unnamed package" in laid.said


TOLD = re.compile("(Supply restored|Technology-leadership cost|供应恢复程度：|技术领先代价：) ?[−0-9]")


def test_a_score_below_a_scene_stands_whole_or_not_at_all(whole):
    seen = 0
    for size, scale, name in itertools.product(SIZES[:3], SCALES, ("brief", "package", "time", "inject")):
        for page in pages(whole, replace(stagings(whole)[name], scale=scale), size):
            told = [mark for mark in page.marks if isinstance(mark, Words) and TOLD.match(mark.said)]
            assert all(mark.lines == (mark.said,) for mark in told), (size, scale, name)
            seen += len(told)
    assert seen
