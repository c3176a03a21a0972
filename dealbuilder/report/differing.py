"""The assumptions a deal changed, for every outlet: how many, which, from what to what, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dealbuilder.model.assumptions import Change
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.parameter import Parameter
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.phrases import say
from dealbuilder.report.tidy import rounded

LONGEST = 80
"""Letters that are shown of an id nobody knows."""
NAMED = 3
"""How many changed assumptions a sentence names."""


@dataclass(frozen=True, slots=True)
class Differing:
    """One changed assumption; `parameter` is None where this catalogue does not know it and no run uses it."""

    change: Change
    parameter: Parameter | None

    def label(self, language: Language) -> str:
        """Return what the assumption is called; its id if nobody knows it."""
        return self.parameter.label.get(language) if self.parameter else self.change.parameter[:LONGEST]

    def in_deal(self, language: Language) -> str:
        """Return value and range of this deal, with unit."""
        change = self.change
        return ranged(change.value, change.low, change.high, self.parameter.unit if self.parameter else "1", language)

    def in_catalogue(self, language: Language) -> str:
        """Return value and range of the catalogue, with unit; a dash where it has none."""
        shipped = self.parameter
        if shipped is None:
            return wording.EN_DASH
        return ranged(shipped.value, shipped.low, shipped.high, shipped.unit, language)


def differing(catalogue: Catalogue, changes: Sequence[Change]) -> tuple[Differing, ...]:
    """Return what is changed; of two changes of one parameter the later counts, as in a run."""
    last = {change.parameter: change for change in changes}
    return tuple(Differing(change, catalogue.parameter_by_id.get(id)) for id, change in last.items())


def counted(catalogue: Catalogue, changes: Sequence[Change], language: Language) -> str:
    """Return "3 assumptions differ from the catalogue" without a full stop; empty if none does."""
    count = len(differing(catalogue, changes))
    return say("changed.one" if count == 1 else "changed.many", language, count=count) if count else ""


def sentence(catalogue: Catalogue, changes: Sequence[Change], language: Language) -> str:
    """Return one sentence that counts the changed assumptions and names the first; empty if there is none."""
    found = differing(catalogue, changes)
    if not found:
        return ""
    names = [one.label(language) for one in found[:NAMED]]
    items = say("changed.glue", language).join(names)
    if len(found) > NAMED:
        items = say("changed.more", language, items=items, count=len(found) - NAMED)
    return say("changed.named", language, counted=counted(catalogue, changes, language), items=items)


def as_json(catalogue: Catalogue, changes: Sequence[Change]) -> list[dict[str, Any]]:
    """Return the changed assumptions as JSON; who changed them stays in the deal."""
    return [_one(one.change, one.parameter) for one in differing(catalogue, changes)]


def _one(change: Change, shipped: Parameter | None) -> dict[str, Any]:
    low = change.value if change.low is None else change.low
    high = change.value if change.high is None else change.high
    return {
        "id": change.parameter,
        "label": shipped.label.en if shipped else change.parameter,
        "unit": shipped.unit if shipped else "",
        "value": rounded(change.value),
        "low": rounded(low),
        "high": rounded(high),
        "catalogue": {key: rounded(getattr(shipped, key)) for key in ("value", "low", "high")} if shipped else None,
        "reason": change.reason,
    }


def ranged(value: float, low: float | None, high: float | None, unit: str, language: Language) -> str:
    """Return a value with its unit, and its range in brackets unless it is certain: "700 (600-800)"."""
    shown = [wording.in_unit(number, unit, language) for number in (value, low, high) if number is not None]
    digits = max(decimals(number) for number in shown)
    text = wording.number(value, unit, language, digits - wording.written_digits(unit, language))
    ends = [wording.in_unit(value if end is None else end, unit, language) for end in (low, high)]
    if ends[0] == ends[1]:
        return text
    span = wording.EN_DASH.join(wording.plain(end, digits) for end in ends)
    return f"{text} ({span})" if language == "en" else f"{text}（{span}）"


def decimals(value: float) -> int:
    """Return how many decimals a value needs to be printed as it was written, at most six."""
    text = f"{value:.6f}".rstrip("0")
    return len(text) - text.index(".") - 1
