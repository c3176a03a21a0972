"""Role sheets: who you are, what you want, what you refuse, from when on you sign; nothing about anybody else."""

from dataclasses import dataclass

from dealbuilder.document.own_values import OwnValues
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Lens, Weight
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.kit.codes import Codes, shortened
from dealbuilder.report.kit.occasion import Role
from dealbuilder.report.phrases import say

NAME, TEXT = 120, 500
"""Characters of a name and of a text that a sheet has room for."""
WEIGHTS = 10
"""Things a role wants that a sheet has room for."""
DIGITS = 2


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
    catalogue: Catalogue,
    codes: Codes,
    role: Role,
    language: Language,
    own: OwnValues | None = None,
    changed: frozenset[str] = frozenset(),
) -> RoleSheet:
    """Return one role's sheet; `own` only for the party's own copy, where its sealed values take the places.

    `changed` are the roles that the deal sees its own way, whose sheets say so.
    """
    lens = catalogue.lens_by_id.get(role.lens)
    weights = own.weights if own else lens.weights if lens else ()
    reservation = own.reservation if own else lens.reservation.value if lens else None
    return RoleSheet(
        id=role.lens,
        side=lens.side if lens else "",
        side_name=say(f"kit.circle_{lens.side}", language) if lens else "",
        name=role_name(catalogue, role, language),
        people=shortened(wording.listed(list(role.people), language), TEXT),
        summary=lens.summary.get(language) if lens else say("kit.role_own", language),
        wants=tuple(_want(catalogue, weight, language) for weight in weights[:WEIGHTS]),
        lines=_lines(catalogue, codes, lens, language) if lens else (),
        reservation=_reservation(reservation, language),
        number=wording.number(reservation, "points", language, DIGITS, signed=True) if reservation is not None else "",
        reason=lens.reservation.reason.get(language) if lens and own is None else "",
        basis=_basis(lens, own, language, deal=role.lens in changed),
        sources=_sources(catalogue, lens, language) if lens and own is None else "",
        note=shortened(own.note, TEXT) if own else "",
        sealed=own is not None,
    )


def role_name(catalogue: Catalogue, role: Role, language: Language) -> str:
    """Return what a role is called: its lens's name, else what the plan calls it."""
    lens = catalogue.lens_by_id.get(role.lens)
    return lens.name.get(language) if lens else shortened(role.lens, NAME) or say("kit.role_unnamed", language)


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


def _basis(lens: Lens | None, own: OwnValues | None, language: Language, *, deal: bool) -> str:
    if own is not None:
        return say("kit.basis_sealed", language)
    if deal:
        return say("kit.basis_deal", language)
    return say("kit.basis_lens", language, grade=lens.grade) if lens else ""


def _sources(catalogue: Catalogue, lens: Lens, language: Language) -> str:
    known = catalogue.source_by_id
    said = [
        f"{known[reference.source].title.rstrip('.')} ({reference.date or known[reference.source].date})"
        for reference in lens.references
        if reference.source in known
    ]
    return ("; " if language == "en" else "；").join(said)
