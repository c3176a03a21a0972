"""The code of every clause card: a side and a number, the same on cards, look-up tables, forms and role sheets."""

import re

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.parties import SIDES
from dealbuilder.model.text import Language
from dealbuilder.report.phrases import say

Codes = dict[str, str]
"""The code by the measure's id."""
ELLIPSIS = "…"
ENDLESS = re.compile(r"[^\s\u2e80-\uffff]{21,}")
"""A word longer than any column of the kit takes; between Chinese characters a line breaks anywhere."""
PIECE = 14
"""Letters after which such a word is broken."""


def codes(catalogue: Catalogue, language: Language) -> Codes:
    """Return "US-07" and the like, counted within each side in catalogue order."""
    counts = dict.fromkeys(SIDES, 0)
    found: Codes = {}
    for measure in catalogue.measures:
        counts[measure.side] += 1
        found[measure.id] = say(f"kit.code_{measure.side}", language, n=f"{counts[measure.side]:02d}")
    return found


def shortened(text: str, most: int) -> str:
    """Return a text of somebody's own as one line of at most `most` characters, with a mark where it was cut.

    A word without end is broken by blanks, since it would run out of its column.
    """
    line = ENDLESS.sub(_broken, " ".join(text[: 2 * most].split()))
    return line if len(line) <= most else line[: most - 1].rstrip() + ELLIPSIS


def _broken(word: re.Match[str]) -> str:
    letters = word.group()
    return " ".join(letters[at : at + PIECE] for at in range(0, len(letters), PIECE))
