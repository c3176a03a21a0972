"""A rehearsal against a scripted counterpart for paper, Markdown, JSON and the desk: table, figure, transcript."""

from typing import Any

import numpy as np

from dealbuilder.analysis.counterpart.worth import Worth
from dealbuilder.document.moves import compared
from dealbuilder.model.package import Package
from dealbuilder.model.text import Language
from dealbuilder.report import axes, markdown, wording
from dealbuilder.report.blocks import Block, Bullets, Callout, Content, Heading, Paragraph, Section, Table
from dealbuilder.report.figure import Chart, Line
from dealbuilder.report.phrases import say
from dealbuilder.report.study import answering
from dealbuilder.report.study.answering import other
from dealbuilder.report.study.rounds import Rehearsal, Row, debriefed, ending, rows, setup
from dealbuilder.report.tidy import rounded

EMPTY = Package(id="no_deal", name="")
DIGITS = 1
"""Decimals of supply (%) and cost (index points)."""
BEFORE = 0.75
"""Where the axis of offers begins, so that the first one has room for its name."""


def header(language: Language) -> tuple[str, ...]:
    """Return the heads of the transcript's columns."""
    keys = ("round", "who", "what", "to_us", "to_china", "supply", "cost")
    return tuple(say(f"counterpart.{key}", language) for key in keys)


def cells(row: Row, language: Language) -> tuple[str, ...]:
    """Return a row of the transcript as text."""
    stop = "." if language == "en" else "。"
    what = wording.joined([row.what + stop, row.why], language)
    values = (wording.plain(value, answering.DIGITS, signed=True) for value in (row.worth.us, row.worth.china))
    heads = (wording.number(row.worth.supply, "%", language, DIGITS), wording.plain(row.worth.cost, DIGITS))
    return (str(row.round), say(f"side.{row.who}", language), what, *values, *heads)


def folded(row: Row, language: Language) -> tuple[str, str]:
    """Return a row of the transcript in two columns, for where there is room for no more."""
    round, who, what, *values = cells(row, language)
    named = (f"{head} {value}" for head, value in zip(header(language)[3:], values, strict=True))
    return f"{round} {who}", f"{what}\n{' · '.join(named)}"


def chart(told: Rehearsal, language: Language) -> Chart | None:
    """Return both sides' values of the packages on the table, offer by offer; None before there are two."""
    offers = [row for row in rows(told, language) if row.kind not in ("accept", "refuse")]
    if len(offers) < 2:
        return None
    x = np.arange(1.0, len(offers) + 1.0)
    us, china = (np.array([row.worth.to(side) for row in offers]) for side in ("us", "china"))
    lines = [
        Line(say("counterpart.line_us", language), x, us, "us"),
        Line(say("counterpart.line_china", language), x, china, "china", "dotted"),
    ]
    for side, least in told.reservations:
        words = say(f"counterpart.least_{side}", language)
        lines.append(Line(words, x, np.full(len(x), least), "target", "dashed"))
    ends = [float(value) for line in lines for value in line.y]
    points = "; ".join(
        say("counterpart.alt_point", language, who=say(f"side.{row.who}", language), round=row.round,
            us=wording.plain(row.worth.us, 2), china=wording.plain(row.worth.china, 2))
        for row in offers
    )  # fmt: skip
    return Chart(
        title=say("counterpart.chart", language),
        unit=wording.unit("points", language),
        lines=tuple(lines),
        bands=(),
        ticks=tuple(
            (float(place), say(f"counterpart.tick_{row.who}", language, round=row.round))
            for place, row in zip(x, offers, strict=True)
        ),
        x_range=(BEFORE, float(len(offers))),
        y_range=axes.nice(min(0.0, *ends), max(0.0, *ends)),
        signing=-1.0,
        alt=say("counterpart.alt", language, points=points),
    )


def blocks(told: Rehearsal, language: Language) -> list[Block]:
    """Return the transcript for paper and Markdown."""
    table = Table(
        header(language),
        tuple(cells(row, language) for row in rows(told, language)),
        "rllrrrr",
        (0.5, 1.2, 6, 1, 1, 1, 1),
    )
    found: list[Block] = [Callout(say("counterpart.script", language)), Paragraph(setup(told, language)), table]
    found += [Paragraph(text) for text in (ending(told, language),) if text]
    lead, *rest = (*debriefed(told, language), "")
    if lead:
        found += [Heading(say("counterpart.debrief", language)), Paragraph(lead)]
        items = tuple(text for text in rest if text)
        found += [Bullets(items)] if items else []
    return found


def as_markdown(told: Rehearsal, title: str, stamp: str, language: Language) -> str:
    """Return the transcript as one Markdown page to take home."""
    section = Section("transcript", say("counterpart.transcript", language), tuple(blocks(told, language)))
    content = Content(
        language=language,
        kind=say("page.model", language),
        title=say("counterpart.title", language, deal=title),
        package="",
        marking=say("counterpart.marking", language),
        confidential=False,
        facts=(),
        sections=(section,),
        notes=(),
        sources_heading="",
        footer=stamp,
        page_of="",
    )
    return markdown.render(content)


def as_text(told: Rehearsal, language: Language) -> str:
    """Return the transcript as plain text, its columns parted by tabs, with the ending below."""
    lines = [say("counterpart.script", language), setup(told, language), "", "\t".join(header(language))]
    lines += ["\t".join(cells(row, language)) for row in rows(told, language)]
    below = [text for text in (ending(told, language), *debriefed(told, language)) if text]
    return "\n".join([*lines, *([""] if below else []), *below]) + "\n"


def as_data(told: Rehearsal, language: Language = "en") -> dict[str, Any]:
    """Return the rehearsal as JSON: rules, rounds, agreement, debrief; values in points, supply in %."""
    rules = told.rules
    table, turns = EMPTY, []
    for row in rows(told, language):
        steps = [
            {
                "measure": move.measure,
                "from": move.before.level if move.before else None,
                "to": move.after.level if move.after else None,
            }
            for move in compared(table, row.package, told.catalogue)
        ]
        before = {"round": row.round, "who": row.who, "kind": row.kind}
        turns.append({**before, "changes": steps, **_worth(row.worth), "reason": row.why})
        table = row.package
    return {
        "side": other(rules.side),
        "counterpart": rules.side,
        "role": rules.role or None,
        "tactic": rules.tactic,
        "exponent": None if rules.tactic == "reciprocal" else rules.bend,
        "rounds": rules.rounds,
        "seed": rules.seed,
        "draws": told.draws,
        "turns": turns,
        "agreement": _agreement(told),
        "reservations": {side: rounded(value) for side, value in told.reservations},
        "debrief": _debrief(told),
    }


def _agreement(told: Rehearsal) -> dict[str, Any] | None:
    if told.agreed is None:
        return None
    package, worth, by = told.agreed
    return {"by": by, **_worth(worth), "clauses": _clauses(package)}


def _debrief(told: Rehearsal) -> dict[str, Any] | None:
    found = told.debrief
    if found is None:
        return None
    better = found.better
    return {
        "packages_looked_at": found.looked,
        "better": None if better is None else {**_worth(better.worth), "clauses": _clauses(better.package)},
        "gain_us": rounded(found.gain_us),
        "gain_china": rounded(found.gain_china),
    }


def _worth(worth: Worth) -> dict[str, Any]:
    return {
        "us": rounded(worth.us),
        "china": rounded(worth.china),
        "supply_restored": rounded(worth.supply),
        "leadership_cost": rounded(worth.cost),
    }


def _clauses(package: Package) -> list[dict[str, str]]:
    return [{"measure": clause.measure, "level": clause.level} for clause in package.clauses]
