"""Two scripts against each other: a rehearsal that plays itself, so that tactics can be tried and tested."""

from collections.abc import Sequence
from dataclasses import dataclass

from dealbuilder.analysis.counterpart.reply import Counterpart, Turn
from dealbuilder.analysis.counterpart.search import Seen
from dealbuilder.analysis.counterpart.space import distance
from dealbuilder.analysis.counterpart.worth import Worth
from dealbuilder.analysis.party_value import Party
from dealbuilder.analysis.runs import Tick
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package

GAIN = 0.005
"""Points by which a package must be better for both sides to be told (half of the last digit that is shown)."""


@dataclass(frozen=True, slots=True)
class Played:
    """All turns as the answering side saw them, and the package agreed on with its worth, None without agreement."""

    turns: tuple[Turn, ...]
    agreed: Package | None
    worth: Worth | None
    by: Party | None = None
    """Who accepted."""


@dataclass(frozen=True, slots=True)
class Debrief:
    """What was left on the table among the packages looked at.

    After an agreement: the nearest package that is better for both sides. Without one: the package within both
    reservations whose smaller surplus is largest. None if there is none.
    """

    agreed: bool
    looked: int
    better: Seen | None
    gain_us: float = 0.0
    gain_china: float = 0.0


def played(opener: Counterpart, answerer: Counterpart, opening: Package, tick: Tick | None = None) -> Played:
    """Let two scripts negotiate: the opener proposes a package, then answers each counter-offer with a proposal.

    The answerer's last offer stands after the last round: the opener takes it if it carries it, or there is no deal.
    """
    turns: list[Turn] = []
    back: list[Turn] = []
    proposal, rounds = opening, answerer.rules.rounds
    for round in range(rounds):
        turn = answerer.answer(turns, proposal)
        turns.append(turn)
        if turn.reply.kind == "accept":
            return Played(tuple(turns), proposal, turn.reply.worth, answerer.rules.side)
        if tick is not None:
            tick((round + 0.5) / rounds)
        if turn.reply.offer is None:
            # Nothing was offered: there is nothing to answer, so the proposal is made once more.
            continue
        answer = opener.answer(back, turn.reply.offer)
        back.append(answer)
        if answer.reply.kind == "accept":
            return Played(tuple(turns), turn.reply.offer, turn.reply.offered, opener.rules.side)
        if tick is not None:
            tick((round + 1) / rounds)
        proposal = answer.reply.offer or proposal
    return Played(tuple(turns), None, None)


def debrief(
    catalogue: Catalogue,
    turns: Sequence[Turn],
    agreed: tuple[Package, Worth] | None,
    reservations: dict[Party, float],
) -> Debrief:
    """Return what the packages that were looked at say about the end of a rehearsal."""
    seen = {one.package.clauses: one for turn in turns for one in turn.looked}
    looked = tuple(seen.values())
    if agreed is None:
        within = [one for one in looked if _surplus(one.worth, reservations) >= 0.0]
        best = max(within, key=lambda one: _surplus(one.worth, reservations), default=None)
        return Debrief(False, len(looked), best)
    package, worth = agreed
    better = [one for one in looked if one.worth.us >= worth.us + GAIN and one.worth.china >= worth.china + GAIN]
    measured = [Seen(one.package, distance(catalogue, package, one.package), one.worth) for one in better]
    found = min(measured, key=lambda one: (round(one.distance, 6), -_least(one.worth, worth)), default=None)
    if found is None:
        return Debrief(True, len(looked), None)
    return Debrief(True, len(looked), found, found.worth.us - worth.us, found.worth.china - worth.china)


def _surplus(worth: Worth, reservations: dict[Party, float]) -> float:
    return min(worth.us - reservations["us"], worth.china - reservations["china"])


def _least(one: Worth, other: Worth) -> float:
    return min(one.us - other.us, one.china - other.china)
