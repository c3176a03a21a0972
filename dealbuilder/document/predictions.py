"""What the room predicted and what came of it: each question with its hands and the reveal that followed."""

import itertools
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import Literal

from dealbuilder.document.session import Asked, Revealed, Session, Tallied

Fault = Literal["", "untallied", "no_hands", "unrevealed", "no_edges", "not_shown", "other_count"]
"""Why a prediction cannot be scored; empty if it can."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """One question of the session.

    `outcome` is the place of the answer that came true and `value` the score that decided it. `median` is the place of
    the room's middle hand. `score` is the ranked probability score, 0 (every hand on the answer that came true) to 1
    (every hand on the answer farthest from it); `even` is what hands spread evenly would have scored.
    """

    asked: Asked
    round: int
    seconds: float
    hands: tuple[int, ...] = ()
    outcome: int | None = None
    value: float | None = None
    share: float | None = None
    median: int | None = None
    score: float | None = None
    even: float | None = None
    fault: Fault = ""


@dataclass(frozen=True, slots=True)
class Calibration:
    """All that could be scored, taken together: mean share of hands on the truth, mean scores, mean lean.

    `lean` is how many answers the room's middle hand stood above (+) or below (-) the truth, on average.
    """

    count: int
    share: float
    score: float
    even: float
    lean: float


def predictions(session: Session) -> tuple[Prediction, ...]:
    """Return every question in order; the last tally before the reveal counts."""
    found: list[Prediction] = []
    places = [place for place, entry in enumerate(session) if isinstance(entry, Asked)]
    for start, end in zip(places, [*places[1:], len(session)], strict=False):
        asked = session[start]
        assert isinstance(asked, Asked)
        after = session[start + 1 : end]
        shown = next((entry for entry in after if isinstance(entry, Revealed)), None)
        until = after if shown is None else after[: after.index(shown)]
        tally = next((entry for entry in reversed(until) if isinstance(entry, Tallied)), None)
        found.append(_scored(asked, tally, shown))
    return tuple(found)


def calibration(found: tuple[Prediction, ...]) -> Calibration | None:
    """Return how well the room predicted over the session; None if no prediction can be scored."""
    scored = [one for one in found if not one.fault]
    if not scored:
        return None
    count = len(scored)
    return Calibration(
        count,
        sum(one.share or 0.0 for one in scored) / count,
        sum(one.score or 0.0 for one in scored) / count,
        sum(one.even or 0.0 for one in scored) / count,
        sum((one.median or 0) - (one.outcome or 0) for one in scored) / count,
    )


def ranked(shares: tuple[float, ...], outcome: int) -> float:
    """Return the ranked probability score of shares over ordered answers: Brier's score of each line between two."""
    if len(shares) < 2:
        return 0.0
    summed = itertools.accumulate(shares[:-1])
    return sum((below - (outcome <= place)) ** 2 for place, below in enumerate(summed)) / (len(shares) - 1)


def _scored(asked: Asked, tally: Tallied | None, shown: Revealed | None) -> Prediction:
    hands = tally.hands if tally else ()
    value = shown.scores[asked.indicator][0] if shown and asked.indicator in shown.scores else None
    parted = len(asked.edges) > 0 and len(asked.answers) == len(asked.edges) + 1
    outcome = bisect_right(sorted(asked.edges), value) if parted and value is not None else None
    fault = _fault(asked, tally, shown, value)
    plain = Prediction(asked, asked.round, asked.seconds, hands, outcome, value, fault=fault)
    if fault or outcome is None:
        return plain
    total = sum(hands)
    shares = tuple(count / total for count in hands)
    return replace(
        plain,
        share=shares[outcome],
        median=next(place for place, below in enumerate(itertools.accumulate(hands)) if 2 * below >= total),
        score=ranked(shares, outcome),
        even=ranked((1 / len(hands),) * len(hands), outcome),
    )


def _fault(asked: Asked, tally: Tallied | None, shown: Revealed | None, value: float | None) -> Fault:
    if tally is None:
        return "untallied"
    if not sum(tally.hands):
        return "no_hands"
    if shown is None:
        return "unrevealed"
    if not asked.edges:
        return "no_edges"
    if value is None:
        return "not_shown"
    if not len(tally.hands) == len(asked.answers) == len(asked.edges) + 1:
        return "other_count"
    return ""
