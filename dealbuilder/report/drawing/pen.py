"""The marks an SVG picture is made of, written the same way every time."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

LATIN = "Inter"
CHINESE = "Noto Sans SC"
NARROW = frozenset("iljtfrI.,:;'|!()[]- ")
WIDE = frozenset("mwMW%@—")


def is_chinese(text: str) -> bool:
    """Return whether a text needs the Chinese font."""
    return any(char >= "\u2e80" for char in text)


def text_width(text: str, size: float) -> float:
    """Return about how wide a text is set, in the unit of `size`; a little too wide rather than too narrow."""
    return size * sum(_share(char) for char in text)


def _share(char: str) -> float:
    if char >= "\u2e80":
        return 1.0
    if char in NARROW:
        return 0.33
    if char in WIDE:
        return 0.9
    return 0.68 if char.isupper() or char.isdigit() else 0.55


def wrapped(text: str, size: float, width: float) -> list[str]:
    """Return a label broken at spaces (Chinese: anywhere) so that no line is wider than `width`, if words allow."""
    words = [*text] if is_chinese(text) else text.split(" ")
    glue = "" if is_chinese(text) else " "
    lines: list[str] = []
    for word in words:
        if lines and text_width(lines[-1] + glue + word, size) <= width:
            lines[-1] += glue + word
        else:
            lines.append(word)
    return lines


def coordinate(value: float) -> str:
    """Return a coordinate with at most two decimals and no trailing noughts."""
    if not math.isfinite(value):
        raise ValueError(f"a picture has no place for {value}")
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


@dataclass(frozen=True, slots=True)
class Style:
    """Sizes of one picture in points: text, small text, title, the stroke of a line, and rules such as the grid's."""

    text: float = 8.0
    small: float = 7.5
    title: float = 10.0
    stroke: float = 1.6
    rule: float = 0.7


FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML file may hold, or should not."""


def _marked(words: str) -> str:
    """Return words without the characters that no XML file may hold, whatever a deal's title says."""
    return FORBIDDEN.sub("", words)


def _plain(words: str) -> str:
    """Return words as the text of an element."""
    return escape(_marked(words))


def text(
    x: float,
    y: float,
    words: str,
    size: float,
    colour: str,
    *,
    anchor: str = "start",
    weight: int = 400,
    turn: float = 0.0,
) -> str:
    """Return a text whose baseline starts, ends or is centred at (x, y)."""
    turned = f' transform="rotate({coordinate(turn)} {coordinate(x)} {coordinate(y)})"' if turn else ""
    heavy = f' font-weight="{weight}"' if weight != 400 else ""
    family = CHINESE if is_chinese(words) else LATIN
    return (
        f'<text x="{coordinate(x)}" y="{coordinate(y)}" font-family="{family}" font-size="{coordinate(size)}"{heavy} '
        f'fill="{colour}" text-anchor="{anchor}"{turned}>{_plain(words)}</text>'
    )


def line(x1: float, y1: float, x2: float, y2: float, colour: str, width: float, dash: tuple[float, ...] = ()) -> str:
    """Return a straight stroke."""
    return (
        f'<line x1="{coordinate(x1)}" y1="{coordinate(y1)}" x2="{coordinate(x2)}" y2="{coordinate(y2)}" '
        f'stroke="{colour}" stroke-width="{coordinate(width)}"{_dash(dash)}/>'
    )


def rect(x: float, y: float, width: float, height: float, fill: str, stroke: str = "", thick: float = 0.0) -> str:
    """Return a filled rectangle, outlined if `stroke` is given."""
    edge = f' stroke="{stroke}" stroke-width="{coordinate(thick)}"' if stroke else ""
    return (
        f'<rect x="{coordinate(x)}" y="{coordinate(y)}" width="{coordinate(max(width, 0))}" '
        f'height="{coordinate(max(height, 0))}" fill="{fill}"{edge}/>'
    )


def dot(x: float, y: float, radius: float, fill: str, stroke: str) -> str:
    """Return a round marker with a thin ring that parts it from what lies behind."""
    return (
        f'<circle cx="{coordinate(x)}" cy="{coordinate(y)}" r="{coordinate(radius)}" fill="{fill}" '
        f'stroke="{stroke}" stroke-width="0.6"/>'
    )


def polyline(points: Iterable[tuple[float, float]], colour: str, width: float, dash: tuple[float, ...] = ()) -> str:
    """Return a broken line through points; a gap (NaN) lifts the pen."""
    steps: list[str] = []
    down = False
    for x, y in points:
        if math.isfinite(x) and math.isfinite(y):
            steps.append(f"{'L' if down else 'M'}{coordinate(x)} {coordinate(y)}")
        down = math.isfinite(x) and math.isfinite(y)
    return (
        f'<path d="{"".join(steps)}" fill="none" stroke="{colour}" stroke-width="{coordinate(width)}" '
        f'stroke-linejoin="round"{_dash(dash)}/>'
    )


def area(points: Iterable[tuple[float, float]], fill: str, opacity: float = 1.0) -> str:
    """Return a filled shape through points; below 1 it is as see-through as `opacity` says."""
    path = "".join(f"{'L' if i else 'M'}{coordinate(x)} {coordinate(y)}" for i, (x, y) in enumerate(points))
    through = f' fill-opacity="{coordinate(opacity)}"' if opacity < 1 else ""
    return f'<path d="{path}Z" fill="{fill}"{through}/>' if path else ""


def shifted(marks: list[str], margin: float) -> list[str]:
    """Return marks moved right and down by a margin."""
    if not margin:
        return marks
    return [f'<g transform="translate({coordinate(margin)} {coordinate(margin)})">', *marks, "</g>"]


def picture(width: float, height: float, background: str, title: str, marks: Iterable[str]) -> str:
    """Return the whole picture, sized in points, titled and described for readers of the SVG itself."""
    size = f"{coordinate(width)} {coordinate(height)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{coordinate(width)}pt" height="{coordinate(height)}pt" '
        f'viewBox="0 0 {size}" role="img" aria-label={quoteattr(_marked(title))}>'
        + f"<desc>{_plain(title)}</desc>"
        + rect(0, 0, width, height, background)
        + "".join(mark for mark in marks if mark)
        + "</svg>"
    )


def _dash(dash: tuple[float, ...]) -> str:
    return f' stroke-dasharray="{" ".join(coordinate(part) for part in dash)}"' if dash else ""
