"""edit FILE add|remove|set|time|assume (see changing for the rest): the same edits as in the window."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated

import typer
from pydantic import ValidationError

from dealbuilder.cli import deals, printing
from dealbuilder.cli.options import InPackage
from dealbuilder.cli.typed import Timing, refused, typed_change, typed_clause, typed_condition
from dealbuilder.document.clause_edits import (
    AddClause,
    RemoveClause,
    SetCondition,
    SetLevel,
    SetSnapback,
    SetTiming,
    UnlockGuardrail,
)
from dealbuilder.document.deal_edits import ChangeAssumption, ResetAssumption, RestoreAssumptions, SetWorldview
from dealbuilder.document.describe import describe, namer
from dealbuilder.document.edits import Edit
from dealbuilder.errors import DealError, NoSuch
from dealbuilder.model.package import Clause, Package

edit = typer.Typer(no_args_is_help=True, help="Change a deal: add, remove, set, time, assume or inject.")

Clauses = Annotated[
    list[str], typer.Argument(metavar="CLAUSE...", help="MEASURE=LEVEL, with @START-END in months where wanted.")
]
Condition = Annotated[str | None, typer.Option("--if", help="Only if this MEASURE=LEVEL has been delivered.")]
Snapback = Annotated[bool | None, typer.Option("--snapback/--no-snapback", help="Withdrawn on breach.")]
Unlock = Annotated[bool | None, typer.Option("--unlock/--lock", help="Unlock a guardrail on purpose; it is marked.")]
Ramp = Annotated[float | None, typer.Option("--ramp", min=0, max=120, help="Months from start to full effect.")]


@edit.callback()
def _named(context: typer.Context, file: Annotated[str, typer.Argument(metavar="FILE", help="A .deal file.")]) -> None:
    """Change a deal through the same edits as in the window; each can be undone there."""
    context.obj = file


def change(file: str, make: Callable[[deals.Opened], Iterable[Edit]]) -> None:
    """Open the file, do the edits in order, save, and say what was done; on any error the file stays as it is."""
    deal = deals.opened(file)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    history = deal.loaded.history
    done: list[Edit] = []
    try:
        for step in make(deal):
            after = history.do(step, at=now)
            if after is not history:
                done.append(step)
            history = after
    except ValidationError as error:
        raise refused(error) from error
    if not done:
        printing.say(printing.told("unchanged"))
        return
    deals.saved(deal, replace(deal.loaded, history=history))
    language = printing.spoken()
    names = namer(deal.catalogue, history.document, language)
    for step in done:
        printing.say(describe(step, language, names))


def _flags(
    deal: deals.Opened, package: str, measure: str, condition: str | None, snapback: bool | None, unlock: bool | None
) -> list[Edit]:
    edits: list[Edit] = []
    if condition is not None:
        wanted = None if condition == "none" else typed_condition(deal.catalogue, condition)
        edits.append(SetCondition(package=package, measure=measure, condition=wanted))
    if snapback is not None:
        edits.append(SetSnapback(package=package, measure=measure, snapback=snapback))
    if unlock is not None:
        edits.append(UnlockGuardrail(package=package, measure=measure, unlocked=unlock))
    return edits


def _timed(package: Package, measure: str, timing: Timing, ramp: float | None) -> SetTiming:
    """Return the edit that sets months; a ramp that is not given stays."""
    before = package.clause(measure)
    kept = before.ramp if before is not None and ramp is None else ramp
    return SetTiming(package=package.id, measure=measure, start=timing.start, end=timing.end, ramp=kept)


@edit.command("add")
def add(
    context: typer.Context,
    clauses: Clauses,
    package: InPackage = None,
    ramp: Ramp = None,
    condition: Condition = None,
    snapback: Snapback = None,
    unlock: Unlock = None,
) -> None:
    """Add clauses, such as cn_whitelist=LEVEL or home_stockpile=LEVEL@6-36."""

    def edits(deal: deals.Opened) -> Iterable[Edit]:
        into = deals.package(deal.document, package).id
        wanted = None if condition in (None, "none") else typed_condition(deal.catalogue, condition)
        for text in clauses:
            typed = typed_clause(deal.catalogue, text)
            if typed.level is None:
                levels = [level.id for level in typed.measure.levels]
                raise DealError(
                    f"“{text}” names no level; nothing was changed.",
                    f"Write {typed.measure.id}=LEVEL with one of: {', '.join(levels)}.",
                    zh=f"“{text}”没有指定档位；未作更改。",
                    zh_hint=f"请写成 {typed.measure.id}=LEVEL，其中档位为以下之一：{'、'.join(levels)}。",
                )
            timing = typed.timing
            yield AddClause(
                package=into,
                clause=Clause(
                    measure=typed.measure.id,
                    level=typed.level,
                    start=timing.start if timing else 0,
                    end=timing.end if timing else None,
                    ramp=ramp,
                    condition=wanted,
                    snapback=bool(snapback),
                    unlocked=bool(unlock),
                ),
            )

    change(context.obj, edits)


@edit.command("remove")
def remove(
    context: typer.Context,
    measures: Annotated[list[str], typer.Argument(metavar="MEASURE...")],
    package: InPackage = None,
) -> None:
    """Remove clauses by measure; clauses unknown to this catalogue too."""

    def edits(deal: deals.Opened) -> Iterable[Edit]:
        into = deals.package(deal.document, package).id
        return [RemoveClause(package=into, measure=measure) for measure in measures]

    change(context.obj, edits)


@edit.command("set")
def set_level(
    context: typer.Context,
    clauses: Clauses,
    package: InPackage = None,
    condition: Condition = None,
    snapback: Snapback = None,
    unlock: Unlock = None,
) -> None:
    """Set clauses that are there to other levels, times, conditions or marks; --if none takes a condition away."""

    def edits(deal: deals.Opened) -> Iterable[Edit]:
        into = deals.package(deal.document, package)
        for text in clauses:
            typed = typed_clause(deal.catalogue, text)
            if typed.level is not None:
                yield SetLevel(package=into.id, measure=typed.measure.id, level=typed.level)
            if typed.timing is not None:
                yield _timed(into, typed.measure.id, typed.timing, None)
            yield from _flags(deal, into.id, typed.measure.id, condition, snapback, unlock)

    change(context.obj, edits)


@edit.command("time")
def set_time(
    context: typer.Context,
    clauses: Annotated[list[str], typer.Argument(metavar="CLAUSE...", help="MEASURE@START or MEASURE@START-END.")],
    package: InPackage = None,
    ramp: Ramp = None,
) -> None:
    """Let clauses run from START to END, months from signing; without --ramp they keep theirs."""

    def edits(deal: deals.Opened) -> Iterable[Edit]:
        into = deals.package(deal.document, package)
        for text in clauses:
            typed = typed_clause(deal.catalogue, text)
            if typed.timing is None or typed.level is not None:
                raise DealError(
                    f"“{text}” names no months; nothing was changed.",
                    "Write MEASURE@START-END.",
                    zh=f"“{text}”没有指定月份；未作更改。",
                    zh_hint="请写成 MEASURE@START-END。",
                )
            yield _timed(into, typed.measure.id, typed.timing, ramp)

    change(context.obj, edits)


@edit.command("assume")
def assume(
    context: typer.Context,
    assumptions: Annotated[
        list[str] | None, typer.Argument(metavar="PARAMETER=VALUE[:LOW:HIGH]...", show_default=False)
    ] = None,
    worldview: Annotated[str | None, typer.Option("--worldview", help="Read the deal under another worldview.")] = None,
    reset: Annotated[list[str] | None, typer.Option("--reset", help="Parameter to give its catalogue value.")] = None,
    reset_all: Annotated[bool, typer.Option("--reset-all", help="Give every parameter its catalogue value.")] = False,
    reason: Annotated[str, typer.Option("--reason", help="Why; it is printed with the deal.")] = "",
    who: Annotated[str, typer.Option("--who", help="Who says so.")] = "",
) -> None:
    """Change assumptions of the deal: parameters and the worldview."""

    def edits(deal: deals.Opened) -> Iterable[Edit]:
        if worldview is not None:
            if worldview not in deal.catalogue.worldview_by_id:
                raise NoSuch(
                    f"This catalogue has no worldview “{worldview}”; nothing was changed.",
                    f"此目录没有世界观“{worldview}”；未作更改。",
                    deal.catalogue.worldview_by_id,
                )
            yield SetWorldview(worldview=worldview)
        if reset_all:
            yield RestoreAssumptions()
        for parameter in reset or ():
            yield ResetAssumption(parameter=parameter)
        for text in assumptions or ():
            yield ChangeAssumption(change=typed_change(deal.catalogue, text, reason, who))

    change(context.obj, edits)
