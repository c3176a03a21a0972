"""Chosen clauses of both sides turned into matched tranches: times, conditions, snapback, and the terms that say so.

A tranche is a month; the clauses in it start then. From the second tranche on each clause waits, on request, until the
other side's matching clause of an earlier tranche has been delivered in full. The engine reads times and conditions of
clauses, and of tranches and snapback what the terms of the deal say: so a plan writes both.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dealbuilder.analysis.party_value import PARTIES, Party
from dealbuilder.analysis.resolve import Known, known_clauses
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import HORIZON, Clause, Condition, Package

PRESETS: dict[str, tuple[int, ...]] = {
    "as_is": (),
    "signing": (0,),
    "halves": (0, 6),
    "thirds_quarterly": (0, 3, 6),
    "thirds_half_yearly": (0, 6, 12),
    "quarters": (0, 3, 6, 9),
}
"""Months of the tranches by preset; none: times and conditions stay as they are."""
TRANCHES, SNAPBACK = "term_tranches", "term_snapback"
"""Measures by which the terms of the deal say what its clauses do."""
RESTRAINT = frozenset({"standstill_us", "standstill_china", "keep_veu"})
"""Channels on which a side promises to do nothing new: such a clause belongs in the first tranche, it has no parts."""
STEPS = {"two": 2, "four": 4, "eight": 8}
"""Tranches that each level of TRANCHES stands for."""
LATEST = 600
"""Latest month that a clause can start."""

Remark = Literal["no_partner", "ends_before", "beyond", "more_steps"]


@dataclass(frozen=True, slots=True)
class Plan:
    """How clauses are to be staged.

    `measures`: the chosen clauses; `months` of the tranches, none to leave times as they are; `tied`: each tranche on
    condition that the other side's matching one was delivered; `in_terms`: the terms say so too; `snapback`: a level of
    SNAPBACK, empty to leave marks and terms as they are; `placed`: tranches (0 the first) that the user chose for
    clauses, by measure.
    """

    measures: tuple[str, ...]
    months: tuple[int, ...]
    tied: bool = True
    in_terms: bool = True
    snapback: str = ""
    placed: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """A clause of each side that answer each other; one is empty where a side has no clause left to match."""

    us: str
    china: str
    linked: bool

    def of(self, side: Party) -> str:
        """Return the clause of a side."""
        return self.us if side == "us" else self.china


@dataclass(frozen=True, slots=True)
class Staged:
    """What a plan makes of a package: clauses to set, of these the changed ones, pairs, tranche by measure, remarks."""

    package: Package
    changed: tuple[Clause, ...]
    pairs: tuple[Pair, ...]
    tranche: dict[str, int]
    remarks: tuple[tuple[Remark, str], ...]


def stageable(catalogue: Catalogue, package: Package) -> tuple[Known, ...]:
    """Return the clauses that can be staged: known, of one of the two sides, at a level that does something."""
    return tuple(
        known
        for known in known_clauses(catalogue, package)
        if known.measure.side in PARTIES
        and known.level.channels
        and (known.clause.unlocked or not known.measure.guardrail)
    )


def pairs(catalogue: Catalogue, package: Package, measures: Sequence[str]) -> tuple[Pair, ...]:
    """Return the chosen clauses in pairs: those that mirror each other in the catalogue, the rest in its order.

    Pairs that promise restraint come first, clauses without a partner last.
    """
    chosen = [known for known in stageable(catalogue, package) if known.clause.measure in measures]
    us, china = ([known for known in chosen if known.measure.side == side] for side in PARTIES)
    found: list[Pair] = []
    free = {known.clause.measure for known in china}
    rest: list[str] = []
    for known in us:
        mirrors = [link.measure for link in known.measure.links if link.kind == "mirrors" and link.measure in free]
        if mirrors:
            free.discard(mirrors[0])
            found.append(Pair(known.clause.measure, mirrors[0], True))
        else:
            rest.append(known.clause.measure)
    left = [known.clause.measure for known in china if known.clause.measure in free]
    both = min(len(rest), len(left))
    found += [Pair(one, other, False) for one, other in zip(rest, left, strict=False)]
    found += [Pair(one, "", False) for one in rest[both:]] + [Pair("", other, False) for other in left[both:]]
    order = {known.clause.measure: place for place, known in enumerate(chosen)}
    calm = {known.clause.measure for known in chosen if RESTRAINT & known.level.channels.keys()}
    return tuple(
        sorted(
            found,
            key=lambda pair: (
                not {pair.us, pair.china} & calm, not (pair.us and pair.china), order[pair.us or pair.china],
            ),
        )
    )  # fmt: skip


def staged(catalogue: Catalogue, package: Package, plan: Plan) -> Staged:
    """Return the package with the plan carried out; every other field of every clause stays as it is."""
    matched = pairs(catalogue, package, plan.measures)
    count = max(len(plan.months), 1)
    tranche = {
        id: min(place * count // len(matched), count - 1)
        for place, pair in enumerate(matched)
        for id in (pair.us, pair.china)
        if id
    }
    known = {one.clause.measure: one for one in stageable(catalogue, package)}
    tranche |= {id: 0 for id in tranche if RESTRAINT & known[id].level.channels.keys()}
    tranche |= {id: min(max(at, 0), count - 1) for id, at in plan.placed if id in tranche}
    remarks: list[tuple[Remark, str]] = []
    made: dict[str, Clause] = {}
    ready: dict[str, float] = {}
    late: set[str] = set()
    for id in sorted(tranche, key=lambda id: (tranche[id], list(tranche).index(id))):
        one, at = known[id], tranche[id]
        partner = _partner(catalogue, matched, tranche, known, made, id) if plan.tied and at else ""
        if plan.tied and at and not partner:
            remarks.append(("no_partner", id))
        start = plan.months[at] if plan.months else one.clause.start
        # The engine waits for a partner's own start and ramp; if that one waits in turn, the wait is written out.
        if partner in late:
            start = max(start, math.ceil(ready[partner]))
        condition = Condition(measure=partner, level=known[partner].clause.level) if partner else None
        kept = condition if plan.months and (plan.tied or count == 1) else one.clause.condition
        if plan.months and one.clause.end is not None and one.clause.end <= start:
            remarks.append(("ends_before", id))
            del tranche[id]
            continue
        start = min(start, LATEST)
        begin = max(float(start), ready[partner] if partner else 0.0)
        if plan.months and begin >= HORIZON:
            remarks.append(("beyond", id))
        ready[id] = begin + _ramp(one)
        late |= {id} if begin > start else set()
        marked = one.clause.snapback or bool(plan.snapback)
        made[id] = one.clause.model_copy(update={"start": start, "condition": kept, "snapback": marked})
    clauses = [made.get(clause.measure, clause) for clause in package.clauses]
    clauses = _with_terms(catalogue, clauses, plan, {known[id].measure.side for id in tranche}, remarks)
    old = {clause.measure: clause for clause in package.clauses}
    changed = tuple(clause for clause in clauses if old.get(clause.measure) != clause)
    after = package.model_copy(update={"clauses": tuple(clauses)})
    return Staged(after, changed, matched, tranche, tuple(remarks))


def step_level(count: int) -> str:
    """Return the level of TRANCHES that `count` tranches come up to; empty for a single one."""
    reached = [level for level, steps in STEPS.items() if steps <= count]
    return reached[-1] if reached else ""


def _ramp(known: Known) -> float:
    return known.measure.ramp if known.clause.ramp is None else known.clause.ramp


def _partner(
    catalogue: Catalogue,
    matched: Sequence[Pair],
    tranche: dict[str, int],
    known: dict[str, Known],
    made: dict[str, Clause],
    id: str,
) -> str:
    """Return the other side's clause of the nearest earlier tranche that can be waited for; empty if there is none.

    Its own pair comes first, if that one is due earlier; else the one at the same place in its tranche.
    """
    side = known[id].measure.side
    other: Party = "china" if side == "us" else "us"
    place = next(i for i, pair in enumerate(matched) if id in (pair.us, pair.china))
    lasting = [
        (at, pair.of(other))
        for at, pair in enumerate(matched)
        if pair.of(other) in made and tranche[pair.of(other)] < tranche[id] and _lasts(known[pair.of(other)], made)
    ]
    if not lasting:
        return ""
    nearest = max(tranche[one] for _, one in lasting)
    due = [(at, one) for at, one in lasting if tranche[one] == nearest]
    own = [one for at, one in due if at == place]
    return own[0] if own else due[place % len(due)][1]


def _lasts(known: Known, made: dict[str, Clause]) -> bool:
    """Return whether a clause is ever delivered in full before it ends."""
    clause = made[known.clause.measure]
    return clause.end is None or clause.end > clause.start + _ramp(known)


def _with_terms(
    catalogue: Catalogue, clauses: list[Clause], plan: Plan, sides: set[str], remarks: list[tuple[Remark, str]]
) -> list[Clause]:
    """Return the clauses with the terms set that say what was staged; a term already there keeps its other fields.

    Terms that already speak of more tranches stay.
    """
    wanted: dict[str, str] = {}
    if plan.in_terms and sides >= set(PARTIES) and plan.months:
        wanted[TRANCHES] = step_level(len(plan.months))
    if sides:
        wanted[SNAPBACK] = plan.snapback
    for id, level in wanted.items():
        measure = catalogue.measure_by_id.get(id)
        if not level or measure is None or measure.level(level) is None:
            continue
        there = [clause for clause in clauses if clause.measure == id]
        if id == TRANCHES and there and measure.rank_by_id.get(there[0].level, 0) > measure.rank_by_id[level]:
            remarks.append(("more_steps", id))
            continue
        term = there[0].model_copy(update={"level": level}) if there else Clause(measure=id, level=level)
        clauses = [term if clause.measure == id else clause for clause in clauses] + ([] if there else [term])
    return clauses
