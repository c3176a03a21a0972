"""A time line: what holds from when to when, a lane a thing, as plain data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lane:
    """One thing that holds from `begin` to `end` months after signing; `moments` are marked on the lane by `shape`.

    `shape` is circle, square, triangle, diamond, cross or star; `role` its colour; `told` what falls away, in words.
    """

    label: str
    begin: float
    end: float
    moments: tuple[float, ...]
    shape: str
    role: str
    kind: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Spans:
    """Lanes on one axis of months from signing; `header` heads its table: what, kind, months, what falls away."""

    title: str
    unit: str
    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, str], ...]
    x_range: tuple[float, float]
    header: tuple[str, str, str, str]
    alt: str
    note: str = ""

    def rows(self) -> tuple[tuple[str, str, str, str], ...]:
        """Return the lanes as rows under the header."""
        months = (", ".join(f"{moment:g}" for moment in lane.moments) for lane in self.lanes)
        return tuple((lane.label, lane.kind, at, lane.told) for lane, at in zip(self.lanes, months, strict=True))

    def table(self) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """Return the time line as a header and rows."""
        return self.header, self.rows()
