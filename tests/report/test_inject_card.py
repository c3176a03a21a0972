"""The card of an inject: words in both languages, what moves from what to what, both lines of both charts."""

import numpy as np
import pytest

from dealbuilder import paths
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.inject_effect import effect
from dealbuilder.document import file
from dealbuilder.model.assumptions import Change
from dealbuilder.model.inject import ChannelShift
from dealbuilder.report import inject_card, inject_moves, svg, theme
from dealbuilder.report.figures import table_twin

SETTING = Setting(draws=24)


@pytest.fixture(scope="module")
def full():
    return file.load(paths.resources() / "examples" / "essay_full.deal").history.document.package()


@pytest.fixture(scope="module")
def found(catalogue, full):
    return effect(Evaluator(catalogue), full, SETTING, catalogue.inject_by_id["licences_stopped"])


def shifts(catalogue, package, id, setting=SETTING, language="en"):
    told = inject_card.card(catalogue, catalogue.inject_by_id[id], package, setting, language)
    return {shift.id: (shift.before, shift.after) for shift in told.shifts}


def test_that_a_card_says_what_happens_when_and_for_how_long(catalogue, full):
    told = inject_card.card(catalogue, catalogue.inject_by_id["licences_stopped"], full, SETTING, "en")
    assert told.when == "Begins in month 8 after signing (Mar 2026). Lasts 2\N{NO-BREAK SPACE}months."
    assert told.origin == "An act of China"
    assert told.ground.startswith("Grade D. The stop of April and May 2025")
    assert told.sources == (
        "China's magnet exports to the United States in May 2025 (2025-06, magnets to the United States, May 2025)",
    )
    assert told.warnings == ()


def test_that_every_card_of_the_deck_can_be_told_in_both_languages(catalogue, full):
    for inject in catalogue.injects:
        for language in ("en", "zh"):
            told = inject_card.card(catalogue, inject, full, SETTING, language)
            assert told.shifts, inject.id
            assert told.warnings == (), inject.id
            if language == "zh":
                assert all(any("\u4e00" <= c <= "\u9fff" for c in shift.label) for shift in told.shifts)


def test_that_a_channel_moves_from_what_is_signed_and_stays_in_its_bounds(catalogue, full):
    assert shifts(catalogue, full, "veto_china")["access_dual_use"] == ("0.6 signed", "0.1 (−0.5)")
    assert shifts(catalogue, full, "general_licences")["licence_term"] == ("36 signed", "42 (+6)")
    empty = full.model_copy(update={"clauses": ()})
    assert shifts(catalogue, empty, "veto_china")["access_dual_use"] == ("as in force", "−0.5")


def test_that_a_parameter_moves_from_what_the_world_and_the_deal_say(catalogue, full):
    assert shifts(catalogue, full, "chip_smuggling")["smuggled"][0].startswith("0.050\N{NO-BREAK SPACE}million H20")
    changed = Setting(changes=(Change(parameter="smuggled", value=0.08, low=0.02, high=0.1),))
    assert shifts(catalogue, full, "chip_smuggling", changed)["smuggled"][0].startswith(
        "0.08\N{NO-BREAK SPACE}million H20"
    )


def test_that_a_shift_nobody_knows_is_shown_by_its_id_and_warned_of(catalogue, full):
    strange = catalogue.inject_by_id["backlog_cleared"].model_copy(
        update={"channels": (ChannelShift(channel="ether", by=1.0),)}
    )
    told = inject_card.card(catalogue, strange, full, SETTING, "zh")
    assert told.shifts[0].label == "ether"
    assert "inject[backlog_cleared].channels.ether" in told.warnings[0]


def test_that_the_cost_by_month_has_the_score_as_its_mean(catalogue, found):
    for evaluation in (found.without, found.struck):
        by_month = inject_moves.cost_by_month(catalogue, evaluation)
        after = by_month[evaluation.signing + 1 :]
        assert len(after) == 60
        assert float(after.mean()) == pytest.approx(evaluation.score("leadership_cost").mean, abs=1e-9)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_that_both_charts_hold_both_lines_and_shade_the_months_it_lasts(catalogue, found, language):
    supply, cost = inject_moves.figures(catalogue, found, language)
    for chart in (supply, cost):
        assert len(chart.lines) == 2
        (shade,) = chart.bands
        assert shade.x.tolist() == [8.0, 10.0]
        assert chart.alt
        header, rows = table_twin(chart, language)
        assert len(header) == 5
        assert len(rows) == len(found.without.months)
        assert "<svg" in svg.draw(chart, theme.load("light"), 600, 300)
    assert np.array_equal(supply.lines[0].y, found.without.series("supply").mean)
    assert supply.lines[1].y[found.without.signing + 9] < supply.lines[0].y[found.without.signing + 9]
    before = slice(0, found.without.signing + 8)
    assert np.array_equal(supply.lines[0].y[before], supply.lines[1].y[before])


def test_that_the_rows_of_scores_say_both_values_and_their_difference(catalogue, found):
    rows = inject_moves.headlines(catalogue, found, "en")
    assert [row[0] for row in rows] == ["Supply restored", "Technology-leadership cost", "Deal alive at month 36"]
    assert rows[0][3].startswith("−")
    assert rows[0][3].endswith("percentage points")
