"""Will it hold: the hazard falls apart without a rest, and what is told is what the engine says."""

from dataclasses import replace

import numpy as np
import pytest

from dealbuilder import paths
from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.hazard_terms import CARRIED, TERMS, changed, split
from dealbuilder.analysis.holding import Holding, holding
from dealbuilder.analysis.lived import inputs, live
from dealbuilder.analysis.reference.hazard import splits
from dealbuilder.analysis.walking import Walk, ended
from dealbuilder.document import file
from dealbuilder.document.examples import example
from dealbuilder.errors import Cancelled, DealError
from dealbuilder.model.assumptions import Change
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.inject import Inject, ParameterShift
from dealbuilder.model.package import Clause, Package
from dealbuilder.model.text import Text

DRAWS = 64
SHORT = Setting(draws=DRAWS)
CONTRA = Inject(
    id="contra", origin="others", title=Text(en="A shock", zh="冲击"), card=Text(en="A shock.", zh="冲击。"), month=6,
    months=12, parameters=(ParameterShift(parameter="hazard_truce", value=0.3, low=0.3, high=0.3),), expires=True,
    reason=Text(en="Made up.", zh="虚构。"),
)  # fmt: skip


def packaged(id: str) -> Package:
    return file.load(example(paths.resources() / "examples", id).path_in("en")).history.document.package()


@pytest.fixture(scope="module")
def service(catalogue: Catalogue) -> Evaluator:
    return Evaluator(catalogue)


@pytest.fixture(scope="module")
def full(service: Evaluator) -> Holding:
    return holding(service, packaged("essay_full"), SHORT, service.catalogue.lenses)


@pytest.mark.parametrize("id", ["no_deal", "geneva", "busan", "essay_full", "escalation", "truce_framework"])
def test_truce_and_terms_add_up_to_the_hazard_in_every_month_of_every_draw(catalogue: Catalogue, id: str) -> None:
    setting = replace(SHORT, injects=(CONTRA,))
    struck, calm = inputs(catalogue, setting), inputs(catalogue, SHORT)
    whole = live(struck, packaged(id))
    parts = split(struck, calm, packaged(id), whole)
    assert parts.rest < 1e-9 * max(1.0, whole.hazard.max())
    np.testing.assert_allclose(parts.truce + sum(parts.terms.values()), parts.hazard, rtol=1e-9)
    assert set(parts.terms) == set(TERMS)


def test_each_term_is_the_one_that_its_parameters_carry(catalogue: Catalogue) -> None:
    """Without a term's parameters its part is nought, and the parts of the others in the log hazard stay."""
    prepared, package = inputs(catalogue, SHORT), packaged("essay_full")
    for term in ("stakes", "verification", "tranches", "restraint"):
        silent = changed(prepared, dict.fromkeys(CARRIED[term], 0.0))
        parts = split(silent, silent, package, live(silent, package))
        assert np.abs(parts.terms[term]).max() < 1e-9
        assert parts.rest < 1e-9


def test_the_log_hazard_agrees_with_the_split_of_the_reference_deals(catalogue: Catalogue) -> None:
    package = packaged("busan")
    known = splits(catalogue, "2025-07", (package,), "central", DRAWS, SHORT.seed)[0]
    prepared = inputs(catalogue, SHORT)
    parts = split(prepared, prepared, package, live(prepared, package))
    assert parts.hazard[:12].mean() == pytest.approx(known.hazard)
    assert np.sign(parts.terms["restraint"][:12].mean()) == np.sign(known.terms["restraint"])
    assert 100.0 * (parts.terms["expiry"] + parts.terms["renewal"])[:12].sum() / parts.hazard[:12].sum() == (
        pytest.approx(known.expiry)
    )


def test_no_deal_has_the_hazard_of_the_truce_and_of_its_renewals_alone(catalogue: Catalogue) -> None:
    prepared = inputs(catalogue, SHORT)
    parts = split(prepared, prepared, NO_DEAL, live(prepared, NO_DEAL))
    assert {term for term in TERMS if np.abs(parts.terms[term]).max() > 1e-9} == {"expiry"}
    assert np.flatnonzero(parts.terms["expiry"] > 1e-9).tolist() == [11, 23, 35, 47, 59]


def test_injects_are_a_term_of_their_own_while_they_last(catalogue: Catalogue) -> None:
    setting = replace(SHORT, injects=(CONTRA,))
    package = packaged("busan")
    struck, calm = inputs(catalogue, setting), inputs(catalogue, SHORT)
    parts = split(struck, calm, package, live(struck, package))
    assert (np.abs(parts.terms["injects"][:5]) < 1e-12).all()
    assert (parts.terms["injects"][5:17] > 1.0).all()
    assert (np.abs(parts.terms["injects"][17:]) < 1e-12).all()


def test_a_truce_without_any_hazard_of_its_own_breaks_nothing(catalogue: Catalogue) -> None:
    setting = replace(SHORT, changes=(Change(parameter="hazard_truce", value=0.0, low=0.0, high=0.0),))
    prepared = inputs(catalogue, setting)
    parts = split(prepared, prepared, packaged("busan"), live(prepared, packaged("busan")))
    assert parts.rest < 1e-9
    assert np.isfinite(parts.hazard).all()


def test_exposures_and_chances_are_those_of_the_score(service: Evaluator, full: Holding) -> None:
    told = service.evaluate(packaged("essay_full"), SHORT, full=False)
    for side in ("us", "china"):
        series, seen = told.series(f"exposure_{side}"), full.clock.of(side)
        np.testing.assert_array_equal(seen.mean, series.mean[told.signing + 1 :])
        np.testing.assert_array_equal(seen.low, series.p05[told.signing + 1 :])
        assert seen.largest == seen.mean.max()
        assert seen.mean[seen.month - 1] == seen.largest
    for one in full.alive:
        assert one.mean == told.score(f"alive_{one.month}").mean
        assert one.baseline == told.score(f"alive_{one.month}").baseline
    assert full.median_life == told.score("median_life").mean


def test_a_life_of_the_engine_ends_when_its_summed_hazard_meets_its_draw(catalogue: Catalogue) -> None:
    prepared = inputs(catalogue, replace(SHORT, draws=400))
    lived = live(prepared, packaged("geneva"))
    alive = np.cumsum(lived.hazard, axis=0) / 100.0 < prepared.shocks[0]
    np.testing.assert_array_equal(alive, lived.alive > 0.0)
    for month in (12, 36):
        chance, drawn = lived.chance(month), lived.alive[month - 1]
        assert abs(chance.mean() - drawn.mean()) < 4.0 * drawn.std() / np.sqrt(drawn.size)


def test_the_most_dangerous_month_of_a_truce_is_its_first_renewal(service: Evaluator) -> None:
    found = holding(service, NO_DEAL, SHORT)
    assert found.danger.month == 12
    assert found.danger.reasons[0][0] == "expiry"
    assert found.walks == ()
    assert found.clauses == ()
    assert found.clock.turns == ()


def test_terms_come_first_and_a_clause_without_effect_is_worth_nothing(service: Evaluator, full: Holding) -> None:
    sides = [one.side for one in full.clauses]
    assert sides[:3] == ["terms"] * 3
    assert "terms" not in sides[3:]
    worth = {one.measure: one.alive for one in full.clauses}
    assert worth["home_price_floor"] == 0.0
    assert worth["term_verification"] > 0.0


def test_both_sides_are_asked_whether_leaving_pays_and_ending_clauses_touches_nothing_else(
    catalogue: Catalogue, full: Holding
) -> None:
    assert [walk.side for walk in full.walks] == ["us", "china"]
    package = packaged("essay_full")
    left = ended(catalogue, package, ("us",), 6)
    for clause in left.clauses:
        old = package.clause(clause.measure)
        assert old is not None
        ours = catalogue.measure_by_id[clause.measure].side == "us"
        assert clause == (old.model_copy(update={"end": 6}) if ours else old)
    gone = {clause.measure for clause in package.clauses} - {clause.measure for clause in left.clauses}
    assert gone == {"ease_huawei", "ease_smic"}


@pytest.mark.parametrize(
    ("alone", "answered", "reading"), [(-1.0, -2.0, "stays"), (1.0, -1.0, "deterred"), (1.0, 0.2, "walks")]
)
def test_leaving_is_read_by_what_the_answer_makes_of_it(alone: float, answered: float, reading: str) -> None:
    assert Walk("us", 6, alone, answered).reading == reading


def test_the_time_line_names_renewals_laws_clauses_and_injects_in_order(service: Evaluator) -> None:
    timed = Clause(measure="cn_whitelist", level="most", start=1, end=10)
    package = Package(id="p", name="", clauses=(timed, Clause(measure="strange", level="x")))
    found = holding(service, package, replace(SHORT, pack="2026-11", injects=(CONTRA,)))
    dated = [(one.kind, one.month) for one in found.expiries]
    assert dated == sorted(dated, key=lambda pair: pair[1])
    assert ("clause", 10) in dated
    assert ("inject", 18) in dated
    assert ("inject_expires", 6) in dated
    assert ("renewal", 2) in dated
    suspended = next(one for one in found.expiries if one.id == "affiliates_stay")
    assert (suspended.kind, suspended.month) == ("law_ends", 2)
    assert suspended.falls
    assert suspended.references
    assert found.unknown == ("strange",)


def test_a_deal_with_one_draw_is_answered_too(service: Evaluator) -> None:
    found = holding(service, packaged("essay_minimal"), replace(SHORT, draws=1), service.catalogue.lenses)
    assert np.isfinite(found.split.hazard).all()
    assert np.isnan(found.clauses[0].error)


def test_work_stops_at_once_when_nobody_waits(service: Evaluator) -> None:
    told: list[float] = []

    def tick(done: float) -> None:
        told.append(done)
        if done > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        holding(service, packaged("busan"), SHORT, service.catalogue.lenses, tick)
    assert told == sorted(told)


def test_a_setting_that_cannot_be_is_refused_in_words(service: Evaluator) -> None:
    with pytest.raises(DealError, match="no baseline pack"):
        holding(service, NO_DEAL, replace(SHORT, pack="1999-01"))
