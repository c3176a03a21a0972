"""Reads the words of a PDF back with their places, as a person with a ruler would: letters, size, both ends."""

import io
import re
from dataclasses import dataclass

import numpy as np
import pikepdf

KILO = 1000.0


@dataclass(frozen=True)
class Run:
    """Letters set in one go: where they begin and end on the page, in points from its lower left, and their size."""

    text: str
    x: float
    y: float
    end: tuple[float, float]
    size: float


@dataclass(frozen=True)
class Sheet:
    """One page: its size in points and its runs."""

    width: float
    height: float
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """Return the letters of the page without blanks."""
        return "".join("".join(run.text for run in self.runs).split())


class _Font:
    def __init__(self, font: pikepdf.Object) -> None:
        self.letters = _letters(font.ToUnicode.read_bytes().decode("latin-1"))
        below = font.DescendantFonts[0]
        self.default = float(below.get("/DW", KILO))
        self.widths: dict[int, float] = {}
        parts = list(below.get("/W", []))
        while parts:
            first, then, *parts = parts
            if isinstance(then, pikepdf.Array):
                self.widths |= {int(first) + i: float(w) for i, w in enumerate(then)}
            else:
                self.widths |= dict.fromkeys(range(int(first), int(then) + 1), float(parts.pop(0)))

    def read(self, raw: bytes) -> tuple[str, float]:
        codes = [int.from_bytes(raw[i : i + 2], "big") for i in range(0, len(raw), 2)]
        return "".join(self.letters.get(c, "") for c in codes), sum(self.widths.get(c, self.default) for c in codes)


def _letters(table: str) -> dict[int, str]:
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, text in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start = int(text, 16)
            found |= {code: chr(start + i) for i, code in enumerate(range(int(first, 16), int(last, 16) + 1))}
    return found


def _matrix(six: list[pikepdf.Object]) -> np.ndarray:
    a, b, c, d, e, f = (float(one) for one in six)
    return np.array([[a, b, 0.0], [c, d, 0.0], [e, f, 1.0]])


def read(data: bytes) -> list[Sheet]:
    """Return the pages of a PDF."""
    with pikepdf.open(io.BytesIO(data)) as book:
        return [_page(page) for page in book.pages]


def _page(page: pikepdf.Page) -> Sheet:
    fonts = {str(name): _Font(font) for name, font in page.Resources.get("/Font", {}).items()}
    now, saved, place, line, font, size = np.eye(3), [], np.eye(3), np.eye(3), None, 0.0
    runs = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "q":
            saved.append(now)
        elif name == "Q":
            now = saved.pop()
        elif name == "cm":
            now = _matrix(operands) @ now
        elif name == "BT":
            place = line = np.eye(3)
        elif name == "Tm":
            place = line = _matrix(operands)
        elif name == "Td":
            line = _matrix([1, 0, 0, 1, *operands]) @ line
            place = line
        elif name == "Tf":
            font, size = fonts[str(operands[0])], float(operands[1])
        elif name in ("Tj", "TJ") and font is not None:
            parts = operands[0] if name == "TJ" else operands
            text, wide = "", 0.0
            for part in parts:
                if isinstance(part, pikepdf.String):
                    letters, advance = font.read(bytes(part))
                    text, wide = text + letters, wide + advance * size / KILO
                else:
                    wide -= float(part) * size / KILO
            begin, end = (np.array([x, 0.0, 1.0]) @ place @ now for x in (0.0, wide))
            scale = float(np.hypot(*(place @ now)[0, :2]))
            runs.append(Run(text, float(begin[0]), float(begin[1]), (float(end[0]), float(end[1])), size * scale))
            place = _matrix([1, 0, 0, 1, wide, 0]) @ place
    box = [float(one) for one in page.MediaBox]
    return Sheet(box[2], box[3], tuple(run for run in runs if run.text.strip()))
