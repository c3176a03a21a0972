"""Who accepts a package: figures, the blocks of a report, and the data of the command line."""

import math
from typing import Any

from dealbuilder.analysis.acceptance import Acceptance, Role
from dealbuilder.model.lens import Circle
from dealbuilder.model.lenses_in_force import changed_lenses, standing
from dealbuilder.report import alt, axes, wording
from dealbuilder.report.blocks import Block, Bullets, Callout, Heading, Paragraph, Picture, Pictures, Table
from dealbuilder.report.figure import Bars
from dealbuilder.report.pages.matter import Matter
from dealbuilder.report.phrases import say
from dealbuilder.report.study.accepts_words import DIGITS, POINTS, Words
from dealbuilder.report.tidy import rounded

HEIGHT = 22.0
"""Points of a figure's height for each role."""
EDGE = 44.0
"""Points of a figure's height for key and axis."""
PARTIES: tuple[Circle, ...] = ("us", "china")


def side_name(side: Circle, words: Words) -> str:
    """Return where a role stands."""
    return say(f"kit.circle_{side}", words.language)


def of_side(found: Acceptance, side: Circle) -> tuple[Role, ...]:
    """Return the roles of one side."""
    return tuple(role for role in found.roles if role.lens.side == side)


def figure(found: Acceptance, words: Words, sides: tuple[Circle, ...]) -> Bars:
    """Return what the package is worth to each role of some sides, with range and reservation, on one axis for all."""
    roles = [role for side in sides for role in of_side(found, side)]
    title = words.say("figure_title", side=wording.listed([side_name(side, words) for side in sides], words.language))
    names = tuple(words.short(role.lens) for role in roles)
    marked = [words.name(role.lens) for role in roles if words.short(role.lens).endswith("*")]
    texts = tuple(wording.plain(role.worth.value, DIGITS, signed=True) for role in roles)
    spans = tuple(wording.span(role.worth.low, role.worth.high, POINTS, words.language, DIGITS) for role in roles)
    asked = tuple(words.points(role.lens.reservation.value) for role in roles)
    return Bars(
        title=title,
        unit=wording.unit(POINTS, words.language),
        labels=names,
        values=tuple(role.worth.value for role in roles),
        low=tuple(role.worth.low for role in roles),
        high=tuple(role.worth.high for role in roles),
        reference=tuple(role.lens.reservation.value for role in roles),
        alt=alt.of_bars(title, names, texts, spans, asked, words.language),
        note=words.say("starred", roles=wording.listed(marked, words.language)) if marked else "",
        x_range=_range(found),
        texts=texts,
        key=(say("figure.key_mean", words.language), say("figure.key_range", words.language), words.say("reservation")),
    )


def _range(found: Acceptance) -> tuple[float, float]:
    ends = [
        value
        for role in found.roles
        for value in (role.worth.low, role.worth.high, role.worth.value, role.lens.reservation.value)
        if math.isfinite(value)
    ]
    return axes.nice(min(0.0, *ends), max(0.0, *ends)) if ends else (0.0, 1.0)


def words_of(matter: Matter) -> Words:
    """Return the words for a report: the catalogue's and the deal's roles, never what is sealed."""
    return Words(matter.catalogue, matter.document.lenses, matter.language)


def blocks(matter: Matter, found: Acceptance) -> list[Block]:
    """Return the blocks of a report on who accepts: the outcome, values by side, every role's word, changed roles."""
    words = words_of(matter)
    tone = "info" if found.ratification.outcome == "ratified" else "warn"
    made: list[Block] = [
        Callout(words.outcome(found), tone),
        Bullets(tuple(words.holdouts(found))),
        Paragraph(words.say("lead"), "quiet"),
        Pictures(tuple(_picture(found, words, (side,)) for side in PARTIES if of_side(found, side))),
    ]
    made = [block for block in made if block != Bullets(())]
    if of_side(found, "allies"):
        made.append(Pictures((_picture(found, words, ("allies",)),)))
    made += [_table(matter, words, found), Paragraph(words.say("judgement"), "quiet")]
    changes = changed_lenses(matter.catalogue, matter.document.lenses)
    if changes:
        made += [Heading(words.say("roles_changed")), Bullets(tuple(_changed(words, change) for change in changes))]
    return made


def _picture(found: Acceptance, words: Words, sides: tuple[Circle, ...]) -> Picture:
    drawn = figure(found, words, sides)
    return Picture(drawn, EDGE + HEIGHT * max(len(drawn.labels), 2))


def _changed(words: Words, change: Any) -> str:
    reason = words.say("why", reason=wording.ended(change.reason, words.language)) if change.reason.strip() else ""
    return wording.joined([words.change(change.lens), reason], words.language)


def rows(words: Words, found: Acceptance) -> tuple[tuple[str, ...], ...]:
    """Return every role as a row: name, word, value with range, reservation, why and what would turn it."""
    return tuple(_row(words, found, role) for role in found.roles)


def header(words: Words) -> tuple[str, ...]:
    """Return the header over `rows`."""
    return tuple(words.say(key) for key in ("head_role", "head_says", "head_worth", "head_asks", "head_why"))


def _row(words: Words, found: Acceptance, role: Role) -> tuple[str, ...]:
    worth = role.worth
    span = f"{wording.plain(worth.low, DIGITS)}…{wording.plain(worth.high, DIGITS)}"
    says = words.verdict(role)
    said = f"{says} · {words.say('must')}" if role.lens.must_agree else says
    why = wording.joined([words.reason(role), words.turned_by(role, found)], words.language)
    value = f"{wording.plain(worth.value, DIGITS, signed=True)} ({span})"
    return words.name(role.lens), said, value, wording.plain(role.lens.reservation.value, DIGITS), why


def _table(matter: Matter, words: Words, found: Acceptance) -> Table:
    notes = tuple(matter.sources.cite(role.lens.references[:1]) for role in found.roles)
    return Table(header(words), rows(words, found), "llrrl", (2.0, 1.2, 1.6, 0.9, 4.3), notes, dense=True)


def as_data(words: Words, found: Acceptance) -> dict[str, Any]:
    """Return the acceptance for JSON: `lenses` by the contract of the command line, with range, share and edit."""
    ratified = found.ratification
    return {
        "lenses": [_lens(words, found, role) for role in found.roles],
        "ratification": {
            "outcome": ratified.outcome,
            "must_agree": ratified.must,
            "agreeing": ratified.agreeing,
            "pivotal": ratified.pivotal,
            "vetoed_by": list(ratified.vetoing),
            "sides": [
                {
                    "side": side.side,
                    "accepting": list(side.accepting),
                    "leaning": list(side.leaning),
                    "rejecting": list(side.rejecting),
                }
                for side in ratified.sides
            ],
            "sentence": words.ratification(found),
        },
        "draws": found.draws,
        "edits_tried": found.tried,
    }


def _lens(words: Words, found: Acceptance, role: Role) -> dict[str, Any]:
    worth, turn = role.worth, role.turn
    return {
        "id": role.lens.id,
        "side": role.lens.side,
        "label": role.lens.name.get(words.language),
        "standing": standing(words.catalogue, words.changes, role.lens.id),
        "sealed_values": role.lens.id in words.sealed,
        "must_agree": role.lens.must_agree,
        "verdict": worth.verdict,
        "unit": POINTS,
        "value": _number(worth.value),
        "p05": _number(worth.low),
        "p50": _number(worth.middle),
        "p95": _number(worth.high),
        "share_of_draws": _number(worth.share),
        "reservation": role.lens.reservation.value,
        "reason": words.reason(role),
        "parts": [{"indicator": id, "points": _number(points)} for id, points in worth.parts],
        "red_lines_crossed": [line.measure for line in worth.lines],
        "turned_by": words.turned_by(role, found) or None,
        "edit": turn
        and {
            "kind": turn.step.kind,
            "measure": turn.step.measure,
            "from": turn.step.before,
            "to": turn.step.level,
            "verdict": turn.to,
            "value": _number(turn.value),
            "loses": list(turn.loses),
        },
        "gives_up": role.yielding
        and {"red_lines": list(role.yielding.lines), "reservation": role.yielding.reservation},
    }


def _number(value: float) -> float | None:
    return rounded(value) if math.isfinite(value) else None
