"""Role sheets: who you are, what you want, what you refuse, from when on you sign; nothing about anybody else."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, ValidationError

from dealbuilder.errors import DealError
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Lens, Weight
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.kit.codes import Codes, shortened
from dealbuilder.report.kit.occasion import Role
from dealbuilder.report.phrases import say

SEALED = "lens:"
"""How the key of a party's own sealed values begins; the id of its lens follows."""
NAME, TEXT = 120, 500
"""Characters of a name and of a text that a sheet has room for."""
DIGITS = 2


class Own(BaseModel):
    """What a party sealed for itself: its weights, its reservation in points, a note."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    weights: tuple[Weight, ...] = Field(default=(), max_length=20)
    reservation: FiniteFloat | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Want:
    """One thing a role wants: the indicator, what it is, and what a change of it is worth, in words with units."""

    indicator: str
    explanation: str
    worth: str


@dataclass(frozen=True, slots=True)
class Line:
    """One red line: the clause with its card, from which level on it is refused, and why."""

    clause: str
    level: str
    reason: str


@dataclass(frozen=True, slots=True)
class RoleSheet:
    """One sheet. `side` is us, china, allies or empty; `reservation` is a sentence, also where there is none."""

    id: str
    side: str
    side_name: str
    name: str
    people: str
    summary: str
    wants: tuple[Want, ...]
    lines: tuple[Line, ...]
    reservation: str
    number: str
    reason: str
    basis: str
    sources: str
    note: str
    sealed: bool = False


def sheet(
    catalogue: Catalogue, codes: Codes, role: Role, language: Language, sealed: Mapping[str, str] | None = None
) -> RoleSheet:
    """Return one role's sheet; `sealed` only for the party's own copy, whose sealed values then take their place."""
    lens = catalogue.lens_by_id.get(role.lens)
    own = opened(sealed, role.lens) if sealed is not None else None
    people = shortened(wording.listed(list(role.people), language), TEXT)
    name = lens.name.get(language) if lens else shortened(role.lens, NAME) or say("kit.role_unnamed", language)
    weights = own.weights if own else lens.weights if lens else ()
    reservation = own.reservation if own else lens.reservation.value if lens else None
    return RoleSheet(
        id=role.lens,
        side=lens.side if lens else "",
        side_name=say(f"kit.circle_{lens.side}", language) if lens else "",
        name=name,
        people=people,
        summary=lens.summary.get(language) if lens else say("kit.role_own", language),
        wants=tuple(_want(catalogue, weight, language) for weight in weights),
        lines=_lines(catalogue, codes, lens, language) if lens else (),
        reservation=_reservation(reservation, language),
        number=wording.number(reservation, "points", language, DIGITS, signed=True) if reservation is not None else "",
        reason=lens.reservation.reason.get(language) if lens and own is None else "",
        basis=_basis(lens, own, language),
        sources=_sources(catalogue, lens, language) if lens and own is None else "",
        note=shortened(own.note, TEXT) if own else "",
        sealed=own is not None,
    )


def opened(sealed: Mapping[str, str], lens: str) -> Own:
    """Return what a party sealed; raise DealError if it sealed nothing, or nothing that can be read."""
    text = sealed.get(SEALED + lens)
    if text is None:
        raise DealError(
            f"No values are sealed for “{lens}”; nothing was printed.", "Leave the option out, or seal values first."
        )
    try:
        return Own.model_validate_json(text)
    except ValidationError as error:
        # The values themselves are never quoted in a message.
        raise DealError(
            f"The values sealed for “{lens}” cannot be read; nothing was printed and the deal is whole.",
            "Let the party seal them again.",
        ) from error


def _want(catalogue: Catalogue, weight: Weight, language: Language) -> Want:
    indicator = catalogue.indicator_by_id.get(weight.indicator)
    # A change of a share is counted in percentage points.
    unit = "percentage points" if weight.unit == "%" else weight.unit
    scale = wording.number(weight.scale, unit, language, 0 if weight.scale.is_integer() else 1)
    points = wording.number(weight.weight, "points", language, DIGITS)
    label = indicator.label.get(language) if indicator else shortened(weight.indicator, NAME)
    explanation = indicator.explanation.get(language) if indicator else ""
    return Want(label, explanation, say(f"kit.worth_{weight.sense}", language, points=points, scale=scale))


def _lines(catalogue: Catalogue, codes: Codes, lens: Lens, language: Language) -> tuple[Line, ...]:
    found = []
    for line in lens.red_lines:
        measure = catalogue.measure_by_id.get(line.measure)
        level = measure.level(line.level) if measure else None
        if measure is not None and level is not None:
            rank = measure.rank_by_id[level.id]
            words = say("kit.from_level", language, rank=rank, level=level.label.get(language))
            clause = f"{codes[measure.id]}  {measure.title.get(language)}"
            found.append(Line(clause, words, line.reason.get(language)))
    return tuple(found)


def _reservation(value: float | None, language: Language) -> str:
    if value is None:
        return say("kit.reservation_missing", language)
    if value == 0:
        return say("kit.reservation_zero", language)
    points = wording.number(abs(value), "points", language, DIGITS)
    return say("kit.reservation_gain" if value > 0 else "kit.reservation_loss", language, points=points)


def _basis(lens: Lens | None, own: Own | None, language: Language) -> str:
    if own is not None:
        return say("kit.basis_sealed", language)
    return say("kit.basis_lens", language, grade=lens.grade) if lens else ""


def _sources(catalogue: Catalogue, lens: Lens, language: Language) -> str:
    known = catalogue.source_by_id
    said = [
        f"{known[reference.source].title.rstrip('.')} ({reference.date or known[reference.source].date})"
        for reference in lens.references
        if reference.source in known
    ]
    return ("; " if language == "en" else "；").join(said)
