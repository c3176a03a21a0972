"""Clauses and headline sentences as people read them."""

import dataclasses

from dealbuilder.model.package import Clause, Condition, Package
from dealbuilder.report import clauses, sentences
from tests.report import fixtures

NBSP = "\u00a0"


def _line(language="en", **clause):
    return clauses.line(fixtures.catalogue(), Clause(**clause), "2025-07", language).replace(NBSP, " ")


def test_a_clause_is_one_sentence_with_timing_ramp_condition_and_snapback():
    said = _line(
        measure="us_entity",
        level="all",
        start=3,
        ramp=1,
        snapback=True,
        condition=Condition(measure="cn_whitelist", level="civil"),
    )
    assert said == (
        "All 140 firms, from month 3 (Oct 2025), in full 1 month later, to the end of the deal, only if China has "
        "delivered “Put US companies on a white list” at “All civil users” or beyond, withdrawn on breach."
    )


def test_a_clause_in_chinese():
    said = _line("zh", measure="cn_clock", level="d20", start=1, end=36)
    assert said == "20个工作日，自第1个月起（2025年8月），2个月后全部生效，至第36个月止（2028年7月）。"


def test_times_shorter_than_a_month_are_said_in_days():
    assert "in full 15 days later" in _line(measure="us_h20", level="all", ramp=0.5)
    assert "in full at once" in _line(measure="us_h20", level="all", ramp=0)


def test_what_the_catalogue_does_not_know_is_kept_and_said():
    assert _line(measure="gone", level="x") == "Not in this catalogue: gone, level x. Kept as written, not scored."
    assert "which this catalogue does not know" in _line(
        measure="us_h20", level="all", condition=Condition(measure="gone", level="x")
    )
    package = Package(
        id="p", name="p", clauses=(Clause(measure="us_h20", level="odd"), Clause(measure="gone", level="x"))
    )
    known, lost = clauses.entries(fixtures.catalogue(), package, "2025-07", "en")
    assert known[0].sentence == "Level odd is not in this catalogue. Kept as written, not scored."
    assert [entry.measure for entry in lost] == ["gone"]


def test_clauses_are_numbered_by_side_whatever_their_order():
    package = fixtures.package()
    turned = package.model_copy(update={"clauses": package.clauses[::-1]})
    numbered = [clauses.entries(fixtures.catalogue(), p, "2025-07", "en")[0] for p in (package, turned)]
    assert numbered[0] == numbered[1]
    assert [entry.number.replace(NBSP, " ") for entry in numbered[0]] == [
        "US 1", "US 2", "CN 1", "CN 2", "H 1", "T 1", "T 2", "A 1",
    ]  # fmt: skip


def test_a_guardrail_carries_its_mark_locked_or_unlocked():
    for unlocked, words in (
        (True, "unlocked on purpose: The essay keeps it."),
        (False, "still locked: it is not scored"),
    ):
        package = Package(id="p", name="p", clauses=(Clause(measure="us_guard", level="all", unlocked=unlocked),))
        assert words in clauses.entries(fixtures.catalogue(), package, "2025-07", "en")[0][0].warning


def test_the_four_headline_sentences():
    said = [text.replace(NBSP, " ") for text in sentences.headlines(fixtures.catalogue(), fixtures.evaluation(), "en")]
    assert said == [
        "Over the five years after signing the package restores supply to 71.2% of US need (60.2 to 82.2%). "
        "The baseline gives 44.1%: a difference of +27.1 percentage points.",
        "It costs 1.8 points of technology leadership (0.7 to 2.9 points). Ten points are one halving of the "
        "US compute advantage, twelve months of tool lead and one memory generation together.",
        "Least well served: SmCo magnets for chip-making equipment, civil users, with 0% of need met (baseline 0%). "
        "Of what this package can move, the lowest is dysprosium for EV and hybrid traction, civil users: 37% "
        "(baseline 21%).",
        "The deal is still alive after one year in 86% of draws, after three years in 61%, after five in 44%.",
    ]


def test_a_negative_cost_is_said_as_a_gain():
    evaluation = fixtures.evaluation()
    scores = tuple(
        dataclasses.replace(s, mean=-2.0, p05=-3.0, p95=-1.0) if s.id == "leadership_cost" else s
        for s in evaluation.scores
    )
    said = sentences.cost(dataclasses.replace(evaluation, scores=scores), "en").replace(NBSP, " ")
    assert said.startswith("It gains 2.0 points of technology leadership (cost −3.0 to −1.0 points).")


def test_no_sentence_calls_a_result_a_forecast():
    for language in ("en", "zh"):
        for text in sentences.headlines(fixtures.catalogue(), fixtures.evaluation(), language):
            assert "forecast" not in text
            assert "预测" not in text
