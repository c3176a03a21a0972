"""A small negotiation with two sides that mirror each other: three measures each, values that add up."""

from collections.abc import Sequence

from dealbuilder.analysis.counterpart.reply import Counterpart
from dealbuilder.analysis.counterpart.tactic import Rules
from dealbuilder.analysis.counterpart.worth import Worth
from dealbuilder.analysis.party_value import Party
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Lens, RedLine, Reservation, Weight
from dealbuilder.model.measure import Instrument, Level, Measure
from dealbuilder.model.package import Clause, Package
from dealbuilder.model.text import Text

GAINS = {"a": 0.31, "b": 0.23, "c": 0.12}
"""What a level of the other side's measure is worth; one's own costs COST of that."""
COST = 0.4


def text(words: str) -> Text:
    return Text(en=words, zh=words)


def measure(side: Party, letter: str) -> Measure:
    return Measure(
        id=f"{'us' if side == 'us' else 'cn'}_{letter}",
        side=side,
        group="toy",
        title=text(f"{side} {letter}"),
        summary=text("toy"),
        instrument=Instrument(name=text("toy"), citation="", date="2025-07", kind="rule"),
        levels=tuple(Level(id=id, label=text(id), sentence=text(id)) for id in ("none", "low", "high")),
        ramp=0,
        ramp_note=text("at once"),
        reversal=0,
        references=(),
        grade="D",
    )


def lens(side: Party, reservation: float, red: tuple[str, str] | None = None) -> Lens:
    judged = {"grade": "D", "reason": text("judgement")}
    lines = (RedLine(measure=red[0], level=red[1], **judged),) if red else ()
    weight = Weight(indicator="supply_restored", weight=1.0, sense="more", scale=1.0, unit="%")
    return Lens(
        id=f"{side}_role",
        side=side,
        name=text(side),
        summary=text(side),
        grade="D",
        weights=(weight,),
        red_lines=lines,
        reservation=Reservation(value=reservation, **judged),
    )


def toy(catalogue: Catalogue, *lenses: Lens) -> Catalogue:
    measures = tuple(measure(side, letter) for side in ("us", "china") for letter in GAINS)
    return Catalogue.model_construct(**{**dict(catalogue), "measures": measures, "lenses": lenses})


class ToyValuer:
    """Values packages by ranks; counts how many it was asked for."""

    def __init__(self, known: Catalogue, gain: float = 1.0) -> None:
        self._known, self._gain, self.asked = known, gain, 0

    def worths(self, packages: Sequence[Package], tick=None) -> list[Worth]:
        self.asked += len(packages)
        return [self._worth(package) for package in packages]

    def _worth(self, package: Package) -> Worth:
        us = china = 0.0
        for clause in package.clauses:
            found = self._known.measure_by_id[clause.measure]
            points = GAINS[clause.measure[-1]] * found.rank_by_id[clause.level]
            gain, cost = points * self._gain, points * COST
            us, china = (us - cost, china + gain) if found.side == "us" else (us + gain, china - cost)
        return Worth(us, china)


def package(**levels: str) -> Package:
    return Package(id="p", name="P", clauses=tuple(Clause(measure=id, level=level) for id, level in levels.items()))


def swapped(one: Package) -> Package:
    """Return the package with the two sides' measures exchanged."""
    other = {"us": "cn", "cn": "us"}
    clauses = tuple(
        clause.model_copy(update={"measure": other[clause.measure[:2]] + clause.measure[2:]}) for clause in one.clauses
    )
    return one.model_copy(update={"clauses": clauses})


def levels(one: Package) -> dict[str, str]:
    return {clause.measure: clause.level for clause in one.clauses}


def script(known: Catalogue, side: Party, tactic: str = "firm", gain: float = 1.0, **rules) -> Counterpart:
    return Counterpart(known, known.lenses, ToyValuer(known, gain), Rules(side, tactic, **rules))
