"""Better deals on paper: every suggestion with its reason in both languages, and figures that say what they show."""

from dataclasses import replace

import numpy as np
import pytest

from dealbuilder.analysis.coaching import MODES, Advice, Delta, Suggestion, Wish
from dealbuilder.analysis.fronts import Points, Wide
from dealbuilder.analysis.space import Bounds, Move
from dealbuilder.document.document import Document
from dealbuilder.document.edits import AddClause, RemoveClause, SetLevel, apply
from dealbuilder.model.package import Clause, Package
from dealbuilder.report import svg, theme
from dealbuilder.report.blocks import Bullets, Paragraph, Pictures, Table
from dealbuilder.report.pages.matter import Matter, Sources
from dealbuilder.report.study import better, better_map
from tests.report import fixtures

START = Package(
    id="p",
    name="P",
    clauses=(Clause(measure="cn_whitelist", level="pilot"), Clause(measure="grant_pending", level="commodity")),
)
MOVES = (
    Move("cn_whitelist", "pilot", "most"),
    Move("grant_pending", "commodity", "none"),
    Move("cn_customs", "none", "day_1"),
)
AFTER = START.model_copy(
    update={"clauses": (Clause(measure="cn_whitelist", level="most"), Clause(measure="cn_customs", level="day_1"))}
)


def suggestion(mode, us=0.2, china=0.1, moves=MOVES) -> Suggestion:
    changes = (Delta(us, 0.05), Delta(china, 0.05), Delta(3.0, 0.2), Delta(-0.4, 0.1))
    return Suggestion(mode, moves, AFTER, (0.5, 0.4, 47.0, 0.6), changes, ("supply_civil", "china_leverage"), False)


def advice(catalogue, **found) -> Advice:
    return Advice(
        package=START,
        bounds=Bounds(frozenset({"term_length"}), catalogue.lenses[:2], home=False),
        lenses=catalogue.lenses,
        wish=Wish(80.0, 0.5),
        now=(0.3, 0.3, 44.0, 1.0),
        reservations=(0.03, 0.04),
        found={mode: tuple(found.get(mode, ())) for mode in MODES},
        singles=129,
        pairs=8122,
        looked=8251,
        screened=4,
        draws=1000,
        met=False,
        cloud=np.zeros((0, 4)),
    )


def front() -> Wide:
    values = np.array([[0.9, 0.2, 50.0, 0.5], [0.4, 0.8, 46.0, 0.9]])
    at = {"nash": (0,), "kalai_smorodinsky": (1,), "egalitarian": (1,), "utilitarian": (0,)}
    return Wide(
        (0.3, 0.3, 44.0, 1.0), (AFTER, START), (MOVES, ()), values, Points(True, at, 0), (0.03, 0.04),
        ("cn_whitelist",), 12_000, 240, 2, 1000, 1,
    )  # fmt: skip


def matter(catalogue, language) -> Matter:
    document = Document(id="d", packages=(START,), active="p")
    return Matter(catalogue, document, START, fixtures.evaluation(), language, False, Sources(catalogue))


def test_a_suggestion_is_one_edit_that_leads_to_its_package(catalogue) -> None:
    edit = better.edit(START, suggestion("fair"))
    assert [type(move) for move in edit.moves] == [SetLevel, RemoveClause, AddClause]
    after = apply(Document(id="d", packages=(START,), active="p"), edit)
    assert set(after.package().clauses) == set(AFTER.clauses)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("mode", MODES)
def test_every_kind_has_a_reason_that_names_both_sides_alike(catalogue, mode, language) -> None:
    found = advice(catalogue)
    said = better.reason(catalogue, found, suggestion(mode, 0.2, -0.1), language)
    assert said.count("\n") == 0
    for side in {"en": ("the United States gains 0.20", "China loses 0.10"), "zh": ("美国得0.20", "中国失0.10")}[
        language
    ]:
        assert side in said
    still = better.reason(catalogue, found, suggestion(mode, 0.01, -0.01), language)
    assert still.count({"en": "as well off as before", "zh": "境况不变"}[language]) == 2


def test_a_fair_split_that_helps_one_side_only_is_told_as_a_step(catalogue) -> None:
    found = advice(catalogue)
    assert better.reason(catalogue, found, suggestion("fair"), "en").startswith("Both sides are better off")
    assert better.reason(catalogue, found, suggestion("fair", 0.9, -0.2), "en").startswith("No step helps both sides")


@pytest.mark.parametrize(("language", "least"), [("en", "falls by less than 0.01"), ("zh", "降低不足0.01")])
def test_a_gain_below_the_last_digit_is_not_told_as_nothing(catalogue, language, least) -> None:
    small = suggestion("cheaper")
    small = replace(small, changes=(*small.changes[:3], Delta(-0.004, 0.0001)))
    said = better.reason(catalogue, advice(catalogue, cheaper=[small]), small, language)
    assert least in said.replace("\u00a0", " ")
    assert "0.00" not in said


def test_the_swap_that_helps_both_is_the_smallest_one(catalogue) -> None:
    one = suggestion("fair", moves=MOVES[:1])
    found = advice(catalogue, fair=(suggestion("fair"), one))
    assert better.swap_words(catalogue, found, "en").startswith("The single move that helps both sides: ")
    assert better.moves_words(catalogue, MOVES[:1], "en") in better.swap_words(catalogue, found, "en")
    pair = advice(catalogue, fair=(suggestion("fair", 0.2, -0.3),), trade=(suggestion("trade", moves=MOVES[:2]),))
    assert better.swap_words(catalogue, pair, "en").startswith("No single move helps both sides; two")
    assert better.swap_words(catalogue, advice(catalogue), "zh") == "没有一项或两项变动能使双方的受益超过标准误。"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_blocks_tell_every_suggestion_every_silence_and_what_was_left_alone(catalogue, language) -> None:
    found = advice(catalogue, better=(suggestion("better"),), fair=(suggestion("fair"),))
    made = better.blocks(matter(catalogue, language), found)
    assert sum(isinstance(block, Table) for block in made) == 2
    assert sum(isinstance(block, Bullets) for block in made) == 2
    assert any(isinstance(block, Pictures) for block in made)
    said = [block.text for block in made if isinstance(block, Paragraph)]
    assert better.none_words(found, "cheaper", language) in said
    assert catalogue.measure_by_id["term_length"].title.get(language) in said[-1]
    assert {"en": "not forecasts", "zh": "不是预测"}[language] in said[-1]
    for lens in catalogue.lenses[:2]:
        assert lens.name.get(language) in said[-1]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_maps_say_in_words_what_they_draw_and_can_be_drawn(catalogue, language) -> None:
    found = advice(catalogue, better=(suggestion("better"),))
    for wide in (None, front()):
        worths, scores = (make(found, wide, language) for make in (better_map.party_map, better_map.score_map))
        for figure in (worths, scores):
            assert "44.0%" in figure.alt or figure is worths
            assert svg.draw(figure, theme.load("light"), 400, 300).startswith("<svg")
        assert {rule.value for rule in worths.rules} == {0.03, 0.04}
        assert {rule.value for rule in scores.rules} == {80.0, 0.5}
        header, rows = better_map.table(found, wide, language)
        assert len(header) == 5
        assert len(rows) == 3 + (2 if wide else 0)
    words = better_map.front_words(catalogue, front(), language)
    assert len(words) == 5
    assert {"en": "Better ones may exist.", "zh": "可能存在更优方案。"}[language] in words[-1]


def test_where_no_package_suits_both_the_nearest_is_told(catalogue) -> None:
    apart = replace(front(), points=Points(False, {}, 1))
    said = better_map.front_words(catalogue, apart, "en")
    assert said[0].startswith("No package found gives both sides")
    assert "0.40\xa0points for the United States and 0.80\xa0points for China" in said[0]


def test_one_draw_and_everything_locked_are_told(catalogue) -> None:
    found = advice(catalogue)
    assert "One draw has no standard error" in better.basis_words(replace(found, draws=1), "en")
    assert better.basis_words(replace(found, looked=0), "en").startswith("Everything is locked")
    assert better.none_words(replace(found, met=True), "wish", "en") == "The package fulfils the wish as it is."
