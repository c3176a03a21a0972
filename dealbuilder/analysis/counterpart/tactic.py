"""How far a scripted counterpart comes down from its best package, round by round: by the clock, or in kind.

Time-dependent and behaviour-dependent tactics after Faratin, Sierra and Jennings (1998), Negotiation decision functions
for autonomous agents. The exponents are judgements (grade D): they are shown and may be changed.
"""

from dataclasses import dataclass
from typing import Literal

from dealbuilder.analysis.party_value import Party
from dealbuilder.errors import DealError, NoSuch

Tactic = Literal["firm", "reciprocal", "conceder"]
TACTICS: tuple[Tactic, ...] = ("firm", "reciprocal", "conceder")

EXPONENTS: dict[Tactic, float] = {"firm": 0.25, "conceder": 3.0, "reciprocal": 1.0}
"""How the way down bends: below 1 late (boulware), above 1 early (conceder), 1 evenly; reciprocal does not use it."""
LEAST_EXPONENT, MOST_EXPONENT = 0.02, 50.0
MOST_ROUNDS = 20
MOST_CHANGES = 3
"""Clauses that a counter-offer changes at most: more would not read like an answer."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Whom the script plays and how: its side, its tactic, the rounds, and what it leaves as it is.

    `role` is the one role by whose value it judges; empty: the mean of its side's roles. `exponent` None: that of the
    tactic. `seed` decides between answers that are equally good.
    """

    side: Party
    tactic: Tactic = "firm"
    rounds: int = 6
    seed: int = 1
    exponent: float | None = None
    role: str = ""
    locked: frozenset[str] = frozenset()

    @property
    def bend(self) -> float:
        """Return the exponent that counts."""
        return EXPONENTS[self.tactic] if self.exponent is None else self.exponent


def sound(rules: Rules) -> Rules:
    """Return rules that can be played by; raise DealError for others."""
    if rules.tactic not in TACTICS:
        raise NoSuch(
            f"There is no tactic “{rules.tactic}”; nothing was played.",
            f"没有策略“{rules.tactic}”；预演未进行。",
            TACTICS,
        )
    if not 1 <= rules.rounds <= MOST_ROUNDS:
        raise DealError(
            f"A rehearsal cannot have {rules.rounds} rounds; nothing was played.",
            f"Choose 1 to {MOST_ROUNDS}.",
            zh=f"预演不能有 {rules.rounds} 轮；预演未进行。",
            zh_hint=f"请选择1至 {MOST_ROUNDS} 轮。",
        )
    if not LEAST_EXPONENT <= rules.bend <= MOST_EXPONENT:
        raise DealError(
            f"{rules.bend:g} cannot be the exponent of a tactic; nothing was played.",
            f"Choose {LEAST_EXPONENT:g} to {MOST_EXPONENT:g}: below 1 concedes late, above 1 early.",
            zh=f"{rules.bend:g} 不能作为策略的指数；预演未进行。",
            zh_hint=f"请选择 {LEAST_EXPONENT:g} 至 {MOST_EXPONENT:g}：小于1则较晚让步，大于1则较早让步。",
        )
    if not 0 <= rules.seed < 2**63:
        raise DealError(
            f"{rules.seed} is not a seed; nothing was played.",
            "Choose a whole number from 0 up.",
            zh=f"{rules.seed} 不能作为随机种子；预演未进行。",
            zh_hint="请选择0或更大的整数。",
        )
    return rules


def elapsed(round: int, rounds: int) -> float:
    """Return the share of the time that is over in a round (from 1): 0 in the first, 1 in the last."""
    return 1.0 if rounds <= 1 else (round - 1) / (rounds - 1)


def conceded(time: float, exponent: float) -> float:
    """Return the share of the way from best to reservation that is gone, time^(1/exponent), both 0 to 1."""
    return min(max(time, 0.0), 1.0) ** (1.0 / exponent)


def by_clock(best: float, reservation: float, time: float, exponent: float) -> float:
    """Return the value in points that a time-dependent tactic asks for at a share of the time."""
    return best - max(best - reservation, 0.0) * conceded(time, exponent)


def in_kind(asked: float, given: float, best: float, reservation: float) -> float:
    """Return what tit-for-tat asks for: its last demand less what the other gave, both in its own points.

    What the other took back is answered in kind too; it never goes below its reservation or above its best.
    """
    return max(min(asked - given, best), min(reservation, best))
