"""One answer of the scripted counterpart: accept, counter, stay with its last offer, or ask for another proposal.

Its counter-offer is the package nearest to the proposal that is worth what it asks for in this round (similarity:
Faratin, Sierra and Jennings 2002). It accepts what is worth at least what it would itself offer next (AC next:
Baarslag, Hindriks and Jonker). It is a script and says nothing about what any real delegation would do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from dealbuilder.analysis.counterpart import tactic
from dealbuilder.analysis.counterpart.search import Search, Seen
from dealbuilder.analysis.counterpart.space import Space
from dealbuilder.analysis.counterpart.tactic import MOST_CHANGES, Rules
from dealbuilder.analysis.counterpart.worth import Valuer, Worth
from dealbuilder.analysis.party_value import Party, reservation, roles
from dealbuilder.analysis.resolve import stripped
from dealbuilder.analysis.runs import Tick, part_of
from dealbuilder.errors import DealError, NoSuch
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Lens, RedLine
from dealbuilder.model.package import Package

Kind = Literal["accept", "counter", "stay", "refuse"]

SAME = 1e-9
"""Points below which two values are the same."""
ALIKE = 0.02
"""Points within which two demands count as equally good (judgement, grade D); the seed decides between them."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the script answers and why, in points of its own value.

    `aspiration` is what it asks for in this round, `best` what it asked for first. `offer` is the package it stands by
    (None: none, or it accepts), `given` what it gave since its last offer, `theirs` what the other gave since its last
    proposal (None in the first round). `short`: the offer is worth less than asked for, for nothing near reaches that.
    """

    kind: Kind
    offer: Package | None
    worth: Worth
    offered: Worth | None
    aspiration: float
    best: float
    given: float | None = None
    theirs: float | None = None
    crossed: tuple[RedLine, ...] = ()
    short: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """A round: what was proposed, what was answered, and the packages looked at for it (none crosses a red line)."""

    round: int
    proposal: Package
    reply: Reply
    looked: tuple[Seen, ...] = ()


class Counterpart:
    """Plays one side by rules. It keeps nothing between answers: each is a function of the turns so far."""

    def __init__(self, catalogue: Catalogue, lenses: Sequence[Lens], valuer: Valuer, rules: Rules) -> None:
        self.rules = tactic.sound(rules)
        minds = minded(lenses, rules.side, rules.role)
        self._space = Space(catalogue, minds, rules.locked)
        self._valuer = valuer
        self.reservation = reservation(minds, rules.side)

    def answer(self, turns: Sequence[Turn], proposal: Package, tick: Tick | None = None) -> Turn:
        """Return the next turn; raise DealError if all rounds are over or there is an agreement already."""
        rules, round = self.rules, len(turns) + 1
        before = turns[-1].reply if turns else None
        if round > rules.rounds or (before is not None and before.kind == "accept"):
            raise DealError(
                "This rehearsal is over; nothing was answered.",
                "Start again for another one.",
                zh="本次预演已结束；未作回应。",
                zh_hint="请重新开始一次。",
            )
        worth = self._valuer.worths([proposal])[0]
        theirs = worth.to(rules.side) - before.worth.to(rules.side) if before is not None else None
        search = self._searched(proposal, part_of(tick, 0.0, 0.5))
        if before is None and search is not None:
            search.look_further(None, part_of(tick, 0.5, 0.75))
        best = turns[0].reply.best if turns else self._best(search, worth)
        aspiration = self._aspiration(before, best, theirs, round)
        if search is not None:
            search.look_further(aspiration, part_of(tick, 0.75, 1.0))
        looked = tuple(search.seen.values()) if search is not None else ()
        offer, short = self._offer(turns, looked, aspiration)
        crossed, last = self._space.crossed(proposal), round == rules.rounds
        if not crossed and self._accepts(worth, offer, aspiration, last=last):
            kind: Kind = "accept"
        elif offer is None:
            kind = "refuse"
        else:
            stays = before is not None and before.offer is not None and _same(before.offer, offer.package)
            kind = "stay" if stays else "counter"
        stands = offer if kind != "accept" else None
        return Turn(
            round,
            proposal,
            Reply(
                kind=kind,
                offer=stands.package if stands else None,
                worth=worth,
                offered=stands.worth if stands else None,
                aspiration=aspiration,
                best=best,
                given=self._given(before, stands),
                theirs=theirs,
                crossed=crossed,
                short=short and stands is not None,
                last=last,
            ),
            looked,
        )

    def _searched(self, proposal: Package, tick: Tick | None) -> Search | None:
        """Look around a proposal, or around what is left of it behind the red lines; None if those cannot be kept."""
        mending = self._space.mended(proposal)
        if mending is None:
            return None
        around = self._space.stepped(proposal, mending)
        most = max(MOST_CHANGES - len(mending), 1)
        search = Search(self._space, self._valuer, self.rules.side, around, most)
        search.look(tick)
        return search

    def _best(self, search: Search | None, worth: Worth) -> float:
        side = self.rules.side
        return max((seen.worth.to(side) for seen in search.seen.values()), default=0.0) if search else worth.to(side)

    def _aspiration(self, before: Reply | None, best: float, theirs: float | None, round: int) -> float:
        """Return what it asks for in this round, never less than its reservation unless its best is less."""
        rules = self.rules
        if rules.tactic == "reciprocal":
            if before is None or theirs is None:
                return best
            asked = before.aspiration if before.offered is None else before.offered.to(rules.side)
            return tactic.in_kind(asked, theirs, best, self.reservation)
        return tactic.by_clock(best, self.reservation, tactic.elapsed(round, rules.rounds), rules.bend)

    def _offer(self, turns: Sequence[Turn], looked: Sequence[Seen], aspiration: float) -> tuple[Seen | None, bool]:
        """Return the package it stands by, and whether that is worth less than asked for.

        It asks for no more than it did the last time, unless all that is near the proposal is worth more to it.
        """
        side, floor = self.rules.side, max(aspiration, self.reservation) - SAME
        mine = self._mine(turns[-1].reply if turns else None)
        roof = mine.worth.to(side) + SAME if mine is not None else float("inf")
        pool = [seen for seen in looked if seen.worth.to(side) >= floor]
        within = [seen for seen in pool if seen.worth.to(side) <= roof]
        if pool:
            return self._nearest(within or pool, floor, len(turns)), False
        if mine is not None and roof >= floor:
            return mine, False
        carried = [
            seen for seen in (*looked, *((mine,) if mine else ())) if seen.worth.to(side) >= self.reservation - SAME
        ]
        return max(carried, key=lambda seen: seen.worth.to(side), default=None), True

    def _mine(self, before: Reply | None) -> Seen | None:
        if before is None or before.offer is None or before.offered is None:
            return None
        return Seen(before.offer, float("inf"), before.offered)

    def _nearest(self, pool: Sequence[Seen], floor: float, place: int) -> Seen:
        """Return the package nearest to the proposal, of those the one that asks for least; the seed ends a tie."""
        lots = np.random.default_rng([self.rules.seed, place]).permutation(len(pool)).tolist()

        def order(pair: tuple[Seen, int]) -> tuple[float, int, int]:
            seen, lot = pair
            return round(seen.distance, 6), int((seen.worth.to(self.rules.side) - floor) / ALIKE), lot

        return min(zip(pool, lots, strict=True), key=order)[0]

    def _accepts(self, worth: Worth, offer: Seen | None, aspiration: float, *, last: bool) -> bool:
        """Return whether a clean proposal is accepted; in the last round whatever it carries beats no agreement."""
        mine = worth.to(self.rules.side) + SAME
        if last or mine < self.reservation:
            return mine >= self.reservation
        return mine >= aspiration or (offer is not None and mine >= offer.worth.to(self.rules.side))

    def _given(self, before: Reply | None, offer: Seen | None) -> float | None:
        if before is None or before.offered is None or offer is None:
            return None
        return before.offered.to(self.rules.side) - offer.worth.to(self.rules.side)


def minded(lenses: Sequence[Lens], side: Party, role: str = "") -> tuple[Lens, ...]:
    """Return the roles by which a side judges: all of its roles, or the one that was chosen."""
    ours = roles(lenses, side)
    if not role:
        return ours
    chosen = tuple(lens for lens in ours if lens.id == role)
    if not chosen:
        raise NoSuch(
            f"This side has no role “{role}”; nothing was played.",
            f"这一方没有角色“{role}”；预演未进行。",
            (lens.id for lens in ours),
        )
    return chosen


def judged(lenses: Sequence[Lens], rules: Rules) -> tuple[Lens, ...]:
    """Return the roles that value packages in a rehearsal: the script's as it judges, the other side's all."""
    other: Party = "china" if rules.side == "us" else "us"
    return (*minded(lenses, rules.side, rules.role), *roles(lenses, other))


def _same(one: Package, other: Package) -> bool:
    return stripped(one).clauses == stripped(other).clauses
