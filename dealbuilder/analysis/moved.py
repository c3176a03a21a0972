"""What moved between two evaluations, for the ribbon under the headline scores."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Move:
    """One visible change: an indicator or cell, from, to, unit, and the clause that caused it."""

    subject: str
    kind: str
    before: float
    after: float
    unit: str
    cause: str
