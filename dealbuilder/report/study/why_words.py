"""Who earned it, in words: names, numbers and sentences, in both languages."""

import math
from dataclasses import dataclass

from dealbuilder.analysis.why.earned import Credit, Earned, Pair
from dealbuilder.analysis.why.partition import UNKNOWN
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.indicator import Indicator
from dealbuilder.model.parties import SIDES, Side
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.phrases import say

FINEST = 4
"""Most digits behind the point."""
SURE = 2.0
"""Standard errors from which a difference is more than chance."""
NOTED = 0.05
"""Share of the largest credit below which a pair is not worth a sentence."""
TOLD = 4
"""Pairs that are told in sentences."""
PERCENT = 100.0


def clause_name(catalogue: Catalogue, id: str, language: Language) -> str:
    """Return the title of a clause's measure, or its id if this catalogue does not know it."""
    measure = catalogue.measure_by_id.get(id)
    return measure.title.get(language) if measure else id


def clause_side(catalogue: Catalogue, id: str) -> Side:
    """Return whose clause it is; one that the catalogue does not know stands with the later agenda."""
    measure = catalogue.measure_by_id.get(id)
    return measure.side if measure else "agenda"


def group_name(catalogue: Catalogue, id: str, language: Language) -> str:
    """Return the name of a side or of a theme."""
    if id == UNKNOWN:
        return say("why.unknown_group", language)
    if id in SIDES:
        return say(f"side.{id}", language)
    return next((group.label.get(language) for group in catalogue.groups if group.id == id), id)


def group_side(catalogue: Catalogue, id: str) -> Side | None:
    """Return the side of a group: itself, or that of the theme's measures; None for what no catalogue knows."""
    if id in SIDES:
        return id
    return next((measure.side for measure in catalogue.measures if measure.group == id), None)


def digits(earned: Earned, indicator: Indicator) -> int:
    """Return how many digits tell the credits apart: the indicator's own, or more where little was earned."""
    largest = max((abs(share.shapley) for share in earned.shares), default=0.0)
    if not largest > 0:
        return indicator.digits
    return max(indicator.digits, min(FINEST, 1 - math.floor(math.log10(largest))))


@dataclass(frozen=True, slots=True)
class Line:
    """A clause or a group with what it earned and the error of that."""

    name: str
    value: float
    error: float

    def close_to(self, other: "Line") -> bool:
        """Return whether two credits are no further apart than their errors allow."""
        return abs(abs(self.value) - abs(other.value)) < SURE * math.hypot(self.error, other.error)


class Words:
    """One indicator's credits in words, with as many digits as they need."""

    def __init__(self, catalogue: Catalogue, credit: Credit, indicator: str, language: Language) -> None:
        self.catalogue, self.credit = catalogue, credit
        self.language: Language = language
        self.indicator = catalogue.indicator_by_id[indicator]
        self.earned = credit.of(indicator)
        self.digits = digits(self.earned, self.indicator)
        # A difference of percentages is in percentage points.
        self.unit = "percentage points" if self.indicator.unit == "%" else self.indicator.unit

    def say(self, key: str, **values: object) -> str:
        """Return one phrase."""
        return say(f"why.{key}", self.language, **values)

    def clause(self, id: str) -> str:
        """Return the name of a clause."""
        return clause_name(self.catalogue, id, self.language)

    def label(self) -> str:
        """Return the name of the indicator."""
        return self.indicator.label.get(self.language)

    def level(self, value: float) -> str:
        """Return a value of the indicator with its unit."""
        return wording.number(value, self.indicator.unit, self.language, self.digits)

    def amount(self, value: float, *, signed: bool = True) -> str:
        """Return a difference with its unit."""
        return wording.number(value, self.unit, self.language, self.digits, signed=signed)

    def plain(self, value: float, *, signed: bool = True) -> str:
        """Return a difference in the unit that stands in the head of its column."""
        return wording.bare(value, self.unit, self.language, self.digits, signed=signed)

    def share(self, value: float) -> str:
        """Return a credit as a share of the change; a dash where the change is no more than nothing."""
        change = self.earned.change
        none = abs(change) < 0.5 * 10.0**-self.digits
        return wording.EN_DASH if none else wording.number(PERCENT * value / change, "%", self.language, 0)

    def many(self, count: int) -> str:
        """Return a number of clauses."""
        return self.say("clauses_one" if count == 1 else "clauses_many", count=count)

    def lead(self, start: str, partition: str = "") -> list[str]:
        """Return what matters most: from where to where, who earned most, who goes the other way.

        It is told by clause, or by group where a way to group is named.
        """
        earned = self.earned
        if not earned.shares:
            return [self.say("none", start=start)]
        first, *others = self._lines(partition)
        if not abs(first.value) > 0:
            return [self.say("nought", indicator=self.label(), total=self.level(earned.total))]
        told = [
            self.say(
                "from_to",
                indicator=self.label(),
                baseline=self.level(earned.baseline),
                total=self.level(earned.total),
            )
        ]
        key = "lead_earned" if self.indicator.sense == "more" and first.value > 0 else "lead_moved"
        told.append(self.say(key, clause=first.name, value=self.amount(first.value), change=self.amount(earned.change)))
        if others and first.close_to(others[0]):
            told.append(self.say("lead_unsure", clause=first.name, other=others[0].name))
        against = next((one for one in others if one.value * first.value < 0), None)
        if against is not None and abs(against.value) > max(NOTED * abs(first.value), SURE * against.error):
            told.append(self.say("against", clause=against.name, value=self.amount(against.value)))
        if max(abs(earned.change), abs(first.value)) < 0.5 * 10.0**-self.indicator.digits:
            told.append(self.say("tiny"))
        return told

    def _lines(self, partition: str) -> list["Line"]:
        """Return clauses or groups with their credits, the largest first."""
        if partition:
            groups = self.earned.groups_by_size(partition)
            return [
                Line(group_name(self.catalogue, one.id, self.language), one.value, zero_if_nan(one.error))
                for one in groups
            ]
        return [Line(self.clause(one.clause), one.shapley, zero_if_nan(one.error)) for one in self.earned.by_size()]

    def noted(self) -> tuple[Pair, ...]:
        """Return the pairs that work on each other by more than chance, the strongest first."""
        largest = max((abs(share.shapley) for share in self.earned.shares), default=0.0)
        least = NOTED * largest
        return tuple(p for p in self.earned.pairs if abs(p.value) > max(least, SURE * zero_if_nan(p.error)))

    def foremost(self) -> tuple[Pair, ...]:
        """Return the pair that works on each other most, and after it the one that overlaps most."""
        noted = self.noted()
        overlaps = [pair for pair in noted[1:] if self.kind(pair) == "overlap"]
        return (*noted[:1], *(overlaps[:1] if noted and self.kind(noted[0]) != "overlap" else ()))

    def kind(self, pair: Pair) -> str:
        """Return overlap, synergy, or crossed where the two pull in different directions."""
        shares = {share.clause: share.shapley for share in self.earned.shares}
        one, other = (shares[clause] for clause in pair.clauses)
        if one * other < 0:
            return "crossed"
        return "synergy" if pair.value * (one + other) >= 0 else "overlap"

    def pair(self, pair: Pair) -> str:
        """Return one sentence on two clauses."""
        one, other = (self.clause(clause) for clause in pair.clauses)
        kind = self.kind(pair)
        # Two that lower a score reinforce each other by a minus.
        value = self.amount(abs(pair.value), signed=False) if kind == "overlap" else self.amount(pair.value)
        return self.say(kind, one=one, other=other, value=value)

    def pairs(self) -> list[str]:
        """Return sentences on the pairs that matter; one if there is none."""
        noted = self.noted()[:TOLD]
        if not noted:
            return [self.say("no_pair")] if len(self.earned.shares) > 1 else []
        return [self.pair(pair) for pair in noted]

    def foremost_words(self) -> list[str]:
        """Return the pairs to know first as one paragraph, at most one; what to say if none matters."""
        told = [self.pair(pair) for pair in self.foremost()]
        return [wording.joined(told, self.language)] if told else self.pairs()

    def caution(self) -> list[str]:
        """Return what leave-one-out is and is not, and by how much it misses the change."""
        together = self.earned.together
        said = [self.say("caution")]
        if abs(together) >= 0.5 * 10.0**-self.digits:
            key = "together_less" if together * self.earned.change > 0 else "together_more"
            said.append(self.say(key, value=self.amount(abs(together), signed=False)))
        return said

    def method(self) -> list[str]:
        """Return how the credits were worked out, with draws, orders and what is left out."""
        credit = self.credit
        draws, of_draws = (wording.number(n, "draw", self.language, 0) for n in (credit.draws, credit.of_draws))
        values = {"clauses": self.many(credit.heard), "draws": draws, "of_draws": of_draws}
        if credit.method == "sampled":
            said = [self.say("method_sampled", orders=f"{credit.orders:,}", **values), self.say("method_pairs")]
        else:
            key = "method_whole" if credit.draws == credit.of_draws else "method_exact"
            said = [self.say(key, coalitions=f"{1 << credit.heard:,}", **values)]
        mute = len(credit.clauses) - credit.heard
        if mute:
            said.append(self.say("method_silent", clauses=self.many(mute)))
        if credit.draws == 1:
            said.append(self.say("method_one_draw"))
        return said


def zero_if_nan(value: float) -> float:
    """Return an error that is known, or nought."""
    return value if math.isfinite(value) else 0.0
