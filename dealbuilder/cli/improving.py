"""improve: which few moves would make a deal better, for whom, by how much."""

import importlib
from typing import Annotated, Any

import typer

from dealbuilder.analysis.coaching import Advice, Wish
from dealbuilder.analysis.evaluate import Evaluator, stamps
from dealbuilder.analysis.fronts import BUDGET
from dealbuilder.analysis.space import Bounds
from dealbuilder.cli import deals, printing
from dealbuilder.cli.options import AsJson, Baseline, Deal, Draws, InPackage, Seed, Speech, Worldview
from dealbuilder.errors import DealError
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Lens
from dealbuilder.model.text import Language
from dealbuilder.report.study import better, better_map

AtLeast = Annotated[float | None, typer.Option("--supply-at-least", help="Wish: supply restored, %.")]
AtMost = Annotated[float | None, typer.Option("--cost-at-most", help="Wish: leadership cost, index points.")]
Keep = Annotated[list[str] | None, typer.Option("--keep", help="A measure to leave as it is; may be repeated.")]
Role = Annotated[
    list[str] | None, typer.Option("--role", help="A role whose value stands for its side; the mean of all by default.")
]
Lines = Annotated[bool, typer.Option("--red-lines/--no-red-lines", help="Keep the red lines of the roles that count.")]
Home = Annotated[bool, typer.Option("--home/--no-home", help="Let the programme at home change too.")]
Front = Annotated[bool, typer.Option("--front", help="Also search the wide front and its bargaining points.")]
Budget = Annotated[int, typer.Option("--budget", min=100, max=5_000_000, help="Packages the front looks at.")]


def improve(
    name: Deal,
    package: InPackage = None,
    supply_at_least: AtLeast = None,
    cost_at_most: AtMost = None,
    keep: Keep = None,
    role: Role = None,
    red_lines: Lines = True,
    home: Home = True,
    front: Front = False,
    budget: Budget = BUDGET,
    worldview: Worldview = None,
    baseline: Baseline = None,
    draws: Draws = None,
    seed: Seed = None,
    as_json: AsJson = False,
    language: Speech = "en",
) -> None:
    """Say which one or two moves make a deal better: more supply, less cost, a fairer split, nearer to a wish."""
    deal = deals.opened(name, language)
    chosen = deals.package(deal.document, package)
    setting = deals.setting(deal.document, worldview, baseline, draws, seed)
    Evaluator(deal.catalogue).pack(setting)
    lenses = _counted(deal.lenses, role or [])
    bounds = Bounds(_kept(deal.catalogue, keep or []), lenses if red_lines else (), home)
    wish = Wish(supply_at_least, cost_at_most)
    # The searches bring libraries that no other command should wait for.
    advice = importlib.import_module("dealbuilder.analysis.advice")
    with printing.progress("searching") as tick:
        found = advice.advise(deal.catalogue, chosen, setting, lenses, bounds, wish, tick)
    wide = None
    if front:
        search = importlib.import_module("dealbuilder.analysis.wide").search
        with printing.progress("searching") as tick:
            wide = search(deal.catalogue, chosen, setting, lenses, bounds, budget, tick)
    for text in deal.loaded.notices:
        printing.notice(text.get(language))
    if as_json:
        said = better.as_data(deal.catalogue, found, language)
        head = {"deal": deal.document.title or name, "package": chosen.name or chosen.id}
        stamped = stamps(deal.catalogue, setting)
        more: dict[str, Any] = {} if wide is None else {"front": better_map.as_data(deal.catalogue, wide, language)}
        marks = {"dealbuilder": stamped.dealbuilder, "catalogue": stamped.catalogue, "pack": stamped.pack}
        printing.as_json({**head, **said, **more, "seed": setting.seed, "stamps": marks})
        return
    printing.say(f"{deal.document.title or name}: {chosen.name or chosen.id}")
    _show(deal.catalogue, found, language)
    if wide is not None:
        printing.say()
        for text in better_map.front_words(deal.catalogue, wide, language):
            printing.say(text)


def _counted(among: tuple[Lens, ...], wanted: list[str]) -> tuple[Lens, ...]:
    """Return the roles whose values count: those named, and every role of a side of which none is named."""
    parties = [lens for lens in among if lens.side in ("us", "china")]
    known = {lens.id: lens for lens in parties}
    for id in wanted:
        if id not in known:
            raise DealError(
                f"There is no role “{id}” on either side; nothing was searched.",
                f"Roles: {', '.join(known)}.",
                zh=f"双方都没有角色“{id}”；未搜索。",
                zh_hint=f"可选角色：{'、'.join(known)}。",
            )
    sides = {known[id].side for id in wanted}
    return tuple(lens for lens in parties if lens.id in wanted or lens.side not in sides)


def _kept(catalogue: Catalogue, wanted: list[str]) -> frozenset[str]:
    for id in wanted:
        if id not in catalogue.measure_by_id:
            hint = deals.nearest(id, catalogue.measure_by_id)
            raise DealError(
                f"There is no measure “{id}”; nothing was searched.",
                hint.en,
                zh=f"没有措施“{id}”；未搜索。",
                zh_hint=hint.zh,
            )
    return frozenset(wanted)


def _show(catalogue: Catalogue, found: Advice, language: Language) -> None:
    for text in better_map.present(found, language):
        printing.say(text)
    number = 0
    for mode in better.modes(found):
        printing.say()
        printing.say(better.mode_words(mode, language))
        if mode == "wish":
            printing.say(better.wish_words(found.wish, language))
        if not found.found[mode]:
            printing.say(better.none_words(found, mode, language))
            continue
        heads = better.heads(language)
        table = printing.plain_table("", *heads, right=heads[1:])
        for one in found.found[mode]:
            number += 1
            words = printing.harmless(better.moves_words(catalogue, one.moves, language))
            table.add_row(str(number), words, *(better.delta_words(one, place, language) for place in range(4)))
        printing.show(table)
        for one in found.found[mode]:
            printing.say(better.reason(catalogue, found, one, language))
    printing.say()
    for text in better.footing(catalogue, found, language):
        printing.say(text)
