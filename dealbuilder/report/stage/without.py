"""An answer of which nothing but the baseline is left: what a room may see where it looks at no deal."""

from dataclasses import replace

from dealbuilder.analysis.evaluation import Evaluation, Monthly, Score


def without_deal(evaluation: Evaluation) -> Evaluation:
    """Return the answer with its baseline in place of the package; nothing of the package is in it."""
    return replace(
        evaluation,
        package="",
        scores=tuple(_score(one) for one in evaluation.scores),
        monthly=tuple(_monthly(one) for one in evaluation.monthly),
        heat=(),
        worst=(),
        worst_movable=None,
        readings=(),
        idle=(),
        contradictions=(),
        unknown=(),
        beyond_evidence=(),
        house=None,
        by_id={},
    )


def _score(score: Score) -> Score:
    level = score.baseline
    return replace(score, mean=level, p05=level, p50=level, p95=level, error=0.0)


def _monthly(one: Monthly) -> Monthly:
    return replace(one, mean=one.baseline, p05=one.baseline, p50=one.baseline, p95=one.baseline)
