"""Where the audience window goes: a pure answer from what screens there are, so that every case can be tested."""

from dataclasses import dataclass
from typing import Literal

Box = tuple[int, int, int, int]
"""Left, top, width and height in desktop pixels."""


@dataclass(frozen=True, slots=True)
class Display:
    """A screen: its name, where it lies, and whether the desk stands on it."""

    name: str
    box: Box
    desk: bool = False


@dataclass(frozen=True, slots=True)
class Placement:
    """Where the window is: full screen on `screen`, a window the chair can move, or hidden until `screen` is back."""

    how: Literal["screen", "window", "away"]
    screen: str
    box: Box


def place(displays: tuple[Display, ...], kept: str = "", saved: Box | None = None, windowed: bool = False) -> Placement:
    """Return the placement; `kept` names the screen the room has been shown, `saved` is where its window last stood.

    The window never covers the desk: a screen that mirrors the desk's counts as the desk's own, and a screen that
    is unplugged is waited for. What was opened as a window (`windowed`) stays one: no new screen draws it away.
    """
    first = displays[0] if displays else Display("", (0, 0, 1, 1))
    desk = next((display for display in displays if display.desk), first)
    others = [display for display in displays if display.name != desk.name and not _overlap(display.box, desk.box)]
    if kept:
        found = next((display for display in others if display.name == kept), None)
        return Placement("screen", kept, found.box) if found else Placement("away", kept, (0, 0, 0, 0))
    if others and not windowed:
        return Placement("screen", others[0].name, others[0].box)
    return Placement("window", desk.name, saved if saved and _inside(saved, displays) else _middle(desk.box))


def _overlap(first: Box, second: Box) -> bool:
    (x, y, w, h), (x2, y2, w2, h2) = first, second
    return x < x2 + w2 and x2 < x + w and y < y2 + h2 and y2 < y + h


def _inside(box: Box, displays: tuple[Display, ...]) -> bool:
    """Return whether the middle of a box's upper edge, by which a window is moved, lies on a screen."""
    x, y = box[0] + box[2] // 2, box[1]
    return any(d.box[0] <= x < d.box[0] + d.box[2] and d.box[1] <= y < d.box[1] + d.box[3] for d in displays)


def _middle(box: Box) -> Box:
    """Return two thirds of a screen, 16:9, in its middle."""
    width = min(box[2] * 2 // 3, box[3] * 2 // 3 * 16 // 9)
    height = width * 9 // 16
    return box[0] + (box[2] - width) // 2, box[1] + (box[3] - height) // 2, width, height
