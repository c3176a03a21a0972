"""Who earned it, as plain data: the JSON object of `explain --json`."""

from typing import Any

from dealbuilder.analysis.why.earned import GroupShare
from dealbuilder.report.study.why_words import Words, group_name
from dealbuilder.report.tidy import rounded


def as_data(words: Words) -> dict[str, Any]:
    """Return one indicator's credits; numbers that are not defined are None."""
    earned, credit = words.earned, words.credit
    return {
        "indicator": earned.indicator,
        "label": words.label(),
        "unit": earned.unit,
        "baseline": earned.baseline,
        "total": earned.total,
        "method": credit.method,
        "draws": credit.draws,
        "of_draws": credit.of_draws,
        "orders": credit.orders,
        "runs": credit.runs,
        "credits": [
            {
                "clause": share.clause,
                "title": words.clause(share.clause),
                "shapley": share.shapley,
                "error": rounded(share.error),
                "first_in": share.first_in,
                "leave_one_out": share.leave_one_out,
            }
            for share in earned.by_size()
        ],
        "interactions": [
            {"clauses": list(pair.clauses), "value": pair.value, "error": rounded(pair.error), "kind": words.kind(pair)}
            for pair in earned.pairs
        ],
        "groups": {partition: [_group(words, each) for each in groups] for partition, groups in earned.groups},
        "sentences": [*words.lead(""), *words.pairs()] if earned.shares else [],
    }


def _group(words: Words, group: GroupShare) -> dict[str, Any]:
    return {
        "id": group.id,
        "label": group_name(words.catalogue, group.id, words.language),
        "value": group.value,
        "error": rounded(group.error),
        "clauses": [{"clause": clause, "owen": value} for clause, value in zip(group.clauses, group.owen, strict=True)],
    }
