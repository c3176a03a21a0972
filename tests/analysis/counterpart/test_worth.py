"""Packages are worth to the parties what the engine's scores say, however many are valued at once."""

import pytest

from dealbuilder.analysis.counterpart.reply import Counterpart
from dealbuilder.analysis.counterpart.tactic import Rules
from dealbuilder.analysis.counterpart.worth import Scorer
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.party_value import party_value
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Weight
from dealbuilder.model.package import Clause, Package

DRAWS = 16
TRADE = Package(
    id="p",
    name="P",
    clauses=(Clause(measure="cn_whitelist", level="most"), Clause(measure="ease_hbm", level="one_million")),
)
LESS = TRADE.model_copy(update={"clauses": TRADE.clauses[:1]})


@pytest.fixture(scope="module")
def service(catalogue: Catalogue) -> Evaluator:
    return Evaluator(catalogue)


def test_a_package_is_worth_what_its_scores_say(service, catalogue):
    setting = Setting(draws=DRAWS, baseline=LESS)
    worths = Scorer(service, setting, catalogue.lenses).worths([TRADE, LESS])
    scores = service.evaluate(TRADE, setting, full=False)
    assert worths[0].us == pytest.approx(party_value(catalogue.lenses, "us", scores.scores).value, abs=1e-9)
    assert worths[0].china == pytest.approx(party_value(catalogue.lenses, "china", scores.scores).value, abs=1e-9)
    assert worths[0].supply == pytest.approx(scores.score("supply_restored").mean)
    assert worths[0].cost == pytest.approx(scores.score("leadership_cost").mean, abs=1e-9)
    assert (worths[1].us, worths[1].china) == (0.0, 0.0)


def test_an_indicator_that_only_a_mean_defines_counts_too(service, catalogue):
    life = Weight(indicator="median_life", weight=1.0, sense="more", scale=2.0, unit="months")
    lenses = tuple(
        lens.model_copy(update={"weights": (life,)}) for lens in catalogue.lenses if lens.side in ("us", "china")
    )
    setting = Setting(draws=DRAWS)
    scores = service.evaluate(TRADE, setting, full=False).scores
    worth = Scorer(service, setting, lenses).worths([TRADE])[0]
    assert worth.us == pytest.approx(party_value(lenses, "us", scores).value)


def test_what_was_valued_once_is_not_run_again_and_the_batch_does_not_matter(service, catalogue):
    scorer = Scorer(service, Setting(draws=DRAWS), catalogue.lenses)
    alone = scorer.worths([TRADE])
    assert scorer.worths([LESS, TRADE, TRADE])[1:] == alone * 2
    assert scorer.valued == 2
    assert Scorer(service, Setting(draws=DRAWS), catalogue.lenses).worths([TRADE, LESS])[0] == alone[0]


def test_a_deal_with_few_draws_is_valued_by_those(service, catalogue):
    assert Scorer(service, Setting(draws=1), catalogue.lenses).draws == 1
    assert Scorer(service, Setting(draws=5000), catalogue.lenses, draws=8).draws == 8


def test_a_real_answer_keeps_to_guardrails_and_red_lines_and_can_be_stopped(service, catalogue):
    class Stopped(Exception):
        pass

    def stop(done: float) -> None:
        raise Stopped

    scorer = Scorer(service, Setting(draws=4), catalogue.lenses)
    counterpart = Counterpart(catalogue, catalogue.lenses, scorer, Rules("china"))
    with pytest.raises(Stopped):
        counterpart.answer((), TRADE, stop)
    turn = counterpart.answer((), TRADE)
    assert turn.reply.kind == "counter"
    guarded = {measure.id for measure in catalogue.measures if measure.guardrail}
    for seen in turn.looked:
        assert not guarded & {clause.measure for clause in seen.package.clauses}
        assert seen.package.clause("cn_access_military") is None
