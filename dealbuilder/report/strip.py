"""A film-strip: quantities through a session as plain data, drawn by `svg` for paper, desk and stage."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

HOUR = 60
"""Minutes of an hour."""

FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Panel:
    """One quantity of a strip, held from each x to the next; `change` is what is printed beside its last value."""

    label: str
    unit: str
    x: FloatArray
    y: FloatArray
    y_range: tuple[float, float]
    change: str = ""
    digits: int = 1


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that happened at x: `shape` is circle, square, triangle, diamond, cross or star; `role` its colour."""

    x: float
    shape: str
    role: str
    word: str


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time with its name, such as a round."""

    start: float
    end: float
    label: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Quantities through a session, x in minutes, on one time axis; spans behind, flags below, both explained."""

    title: str
    unit: str
    panels: tuple[Panel, ...]
    flags: tuple[Flag, ...]
    spans: tuple[Span, ...]
    ticks: tuple[tuple[float, str], ...]
    x_range: tuple[float, float]
    alt: str
    note: str = ""

    @staticmethod
    def time(minutes: float) -> str:
        """Return a time of the session as hours and minutes, "1:05"."""
        whole = int(minutes)
        return f"{whole // HOUR}:{whole % HOUR:02d}"
