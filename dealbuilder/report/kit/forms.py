"""Blank forms: what a side proposes, and what both agreed; the same form for either side."""

from dataclasses import dataclass

from dealbuilder.model.text import Language
from dealbuilder.report.phrases import say

SIDES = ("us", "china")
BLANK_CLAUSES = 12
"""Lines for clauses of each side on the agreement form."""


@dataclass(frozen=True, slots=True)
class Proposals:
    """A page of proposal forms for each side: (side, its name), and the fields with the lines each one gets."""

    sides: tuple[tuple[str, str], ...]
    title: str
    fields: tuple[tuple[str, str, int], ...]
    copies: int = 2


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement form: two equal columns of clauses, the scores as revealed, signatures."""

    title: str
    lead: str
    sides: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]
    lines: int
    scores: tuple[str, ...]
    open_points: str
    reached: tuple[str, ...]
    signatures: tuple[str, ...]


def proposals(language: Language) -> Proposals:
    """Return the proposal forms: one concession, one demand, timing, condition, signature."""
    fields = (("give", 2), ("ask", 2), ("timing", 1), ("condition", 1), ("guess", 1), ("signature", 1))
    return Proposals(
        sides=_sides(language),
        title=say("kit.form_proposal", language),
        fields=tuple(
            (say(f"kit.field_{name}", language), say(f"kit.hint_{name}", language), lines) for name, lines in fields
        ),
    )


def agreement(language: Language) -> Agreement:
    """Return the agreement form."""

    def said(*keys: str) -> tuple[str, ...]:
        return tuple(say(f"kit.agree_{key}", language) for key in keys)

    return Agreement(
        title=say("kit.form_agreement", language),
        lead=say("kit.agree_lead", language),
        sides=_sides(language),
        columns=said("card", "level", "from", "until", "if"),
        lines=BLANK_CLAUSES,
        scores=said("supply", "cost", "alive"),
        open_points=say("kit.agree_open", language),
        reached=said("yes", "part", "no"),
        signatures=said("sign_us", "sign_china", "sign_chair"),
    )


def _sides(language: Language) -> tuple[tuple[str, str], ...]:
    return tuple((side, say(f"side.{side}", language)) for side in SIDES)
