"""Better deals: suggestions as edits, in words, as blocks for paper and as data."""

from typing import Any

from dealbuilder.analysis.coaching import Advice, Delta, Mode, Suggestion, Wish
from dealbuilder.analysis.many import OBJECTIVES
from dealbuilder.analysis.space import Bounds, Move
from dealbuilder.document.clause_edits import AddClause, MoveClauses, RemoveClause, SetLevel
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Lens
from dealbuilder.model.package import Package
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.blocks import Block, Bullets, Heading, Paragraph, Picture, Pictures, Table
from dealbuilder.report.pages.matter import Matter
from dealbuilder.report.phrases import say
from dealbuilder.report.study import better_map

DIGITS = (2, 2, 1, 2)
"""Digits of the objectives: both values, supply, cost."""
UNITS = ("points", "points", "percentage points", "index points")
"""Units of a change in the objectives."""
HEIGHT = 200.0
ORDER: tuple[Mode, ...] = ("better", "cheaper", "fair", "wish", "trade")
"""In which order the kinds are told."""
COLUMNS = ("moves", "us", "china", "supply", "cost")
"""Columns of every table of suggestions."""


def edit(package: Package, found: Suggestion) -> MoveClauses:
    """Return a suggestion for a package as one edit of it, one step of undo."""
    moves: list[AddClause | RemoveClause | SetLevel] = []
    for move in found.moves:
        clause = found.package.clause(move.measure)
        if clause is None:
            moves.append(RemoveClause(package=package.id, measure=move.measure))
        elif package.clause(move.measure) is None:
            moves.append(AddClause(package=package.id, clause=clause))
        else:
            moves.append(SetLevel(package=package.id, measure=move.measure, level=move.after))
    return MoveClauses(package=package.id, moves=tuple(moves))


def move_words(catalogue: Catalogue, move: Move, language: Language) -> str:
    """Return a move in words: what joins, leaves or changes."""
    measure = catalogue.measure_by_id[move.measure]
    before, after = (
        (level.label.get(language) if (level := measure.level(id)) else id) for id in (move.before, move.after)
    )
    kind = "add" if move.before == "none" else "remove" if move.after == "none" else "change"
    return say(f"better.{kind}", language, measure=measure.title.get(language), before=before, after=after)


def moves_words(catalogue: Catalogue, moves: tuple[Move, ...], language: Language) -> str:
    """Return all moves of a suggestion in words."""
    return ("; " if language == "en" else "；").join(move_words(catalogue, move, language) for move in moves)


def delta_words(found: Suggestion, place: int, language: Language) -> str:
    """Return a change with its error: "+1.2 ± 0.1"."""
    delta, digits = found.changes[place], DIGITS[place]
    return f"{wording.plain(delta.value, digits, signed=True)} ± {wording.plain(delta.error, digits + 1)}"


def reason(catalogue: Catalogue, advice: Advice, found: Suggestion, language: Language) -> str:
    """Return in one sentence why a suggestion is made."""
    us, china, supply, cost = found.changes
    mode: str = found.mode
    if mode == "fair" and not (us.value > us.error and china.value > china.error):
        mode = "step"
    values = {
        "us": _side(catalogue, "us", us, found.driver[0], language),
        "china": _side(catalogue, "china", china, found.driver[1], language),
        "supply": _amount(supply.value, 2, language),
        "cost": _amount(-cost.value, 3, language),
    }
    if mode == "wish":
        values["supply"] = wording.number(found.values[2], "%", language, DIGITS[2])
        values["cost"] = wording.number(found.values[3], UNITS[3], language, DIGITS[3])
        values["met"] = say("better.wish_fulfilled" if found.met else "better.wish_short", language)
    return say(f"better.reason_{mode}", language, **values)


def _amount(value: float, place: int, language: Language) -> str:
    """Return by how much an objective is better; what would be shown as nothing is told as less than a last digit."""
    least = 10.0 ** -DIGITS[place]
    if 0.0 < value < least / 2:
        return say("better.least", language, value=wording.number(least, UNITS[place], language, DIGITS[place]))
    return wording.number(value, UNITS[place], language, DIGITS[place])


def _side(catalogue: Catalogue, side: str, delta: Delta, driver: str, language: Language) -> str:
    name = say(f"side.the_{side}", language)
    if not delta:
        return say("better.same", language, side=name)
    kind, points = "gains" if delta.value > 0.0 else "loses", wording.number(abs(delta.value), "points", language, 2)
    indicator = catalogue.indicator_by_id.get(driver)
    if indicator is None:
        return say(f"better.plain_{kind}", language, side=name, points=points)
    return say(f"better.{kind}", language, side=name, points=points, indicator=indicator.label.get(language))


def wish_words(wish: Wish, language: Language) -> str:
    """Return what is wished, empty if nothing is."""
    items = []
    if wish.supply is not None:
        items.append(say("better.wish_supply", language, value=wording.number(wish.supply, "%", language)))
    if wish.cost is not None:
        items.append(say("better.wish_cost", language, value=wording.number(wish.cost, UNITS[3], language)))
    return say("better.wish", language, items=wording.listed(items, language)) if items else ""


def kept_words(catalogue: Catalogue, bounds: Bounds, language: Language) -> tuple[str, ...]:
    """Return sentences on what every suggestion leaves alone."""
    locked = [measure.title.get(language) for measure in catalogue.measures if measure.id in bounds.locked]
    said = [say("better.kept_locked", language, items=wording.listed(locked, language))] if locked else []
    roles = [lens.name.get(language) for lens in bounds.lines]
    every = [lens for lens in catalogue.lenses if lens.side in ("us", "china")]
    key = "kept_no_lines" if not roles else "kept_all_lines" if len(roles) == len(every) else "kept_lines"
    said.append(say(f"better.{key}", language, roles=_enumerated(roles, language)))
    said += [] if bounds.home else [say("better.kept_home", language)]
    return (*said, say("better.kept_always", language))


def _enumerated(items: list[str], language: Language) -> str:
    """Return names that hold commas of their own as one enumeration."""
    return ("; " if language == "en" else "；").join(items)


def valued_words(lenses: tuple[Lens, ...], language: Language) -> tuple[str, ...]:
    """Return whose values count, a sentence a side."""
    said = []
    for side in ("us", "china"):
        roles = [lens.name.get(language) for lens in lenses if lens.side == side]
        words = roles[0] if len(roles) == 1 else say("better.mean_of", language, count=len(roles))
        said.append(say("better.valued", language, side=say(f"side.the_{side}", language), roles=words))
    return tuple(said)


def basis_words(advice: Advice, language: Language) -> str:
    """Return how the answer came about, or why there is none to give."""
    if not advice.looked:
        return say("better.gone", language)
    said = say(
        "better.basis",
        language,
        singles=wording.plain(advice.singles, 0),
        pairs=wording.plain(advice.pairs, 0),
        screened=wording.number(advice.screened, "draw", language, 0),
        draws=wording.number(advice.draws, "draw", language, 0),
    )
    return wording.joined([said, say("better.one_draw", language) if advice.draws < 2 else ""], language)


def none_words(advice: Advice, mode: Mode, language: Language) -> str:
    """Return what is said where a kind has no suggestion."""
    met = mode == "wish" and advice.met
    return say("better.wish_met" if met else f"better.none_{mode}", language)


def mode_words(mode: Mode, language: Language) -> str:
    """Return what a kind of suggestion is called."""
    return say(f"better.mode_{mode}", language)


def silences(advice: Advice, language: Language) -> tuple[str, ...]:
    """Return what is said for each kind that has no suggestion, and first of all if none has."""
    none = [none_words(advice, mode, language) for mode in modes(advice) if not advice.found[mode]]
    everything = advice.looked and len(none) == len(modes(advice))
    return (say("better.no_better", language), *none) if everything else tuple(none)


def heads(language: Language) -> tuple[str, ...]:
    """Return the heads of the columns of every table of suggestions."""
    return tuple(say(f"better.column_{name}", language) for name in COLUMNS)


def short_heads(language: Language) -> tuple[str, ...]:
    """Return heads that leave the units to `heads_words`, for narrow tables."""
    return tuple(say(f"better.head_{name}", language) for name in COLUMNS)


def heads_words(language: Language) -> str:
    """Return what the columns of a table of suggestions hold, with their units."""
    return say("better.heads", language)


def modes(advice: Advice) -> tuple[Mode, ...]:
    """Return the kinds that were asked for: the wish only where there is one."""
    return tuple(mode for mode in ORDER if mode != "wish" or not advice.wish.empty())


def swap_words(catalogue: Catalogue, advice: Advice, language: Language) -> str:
    """Return the smallest change that helps both sides, in a sentence with its reason."""
    helping = [one for one in (*advice.found["fair"], *advice.found["trade"]) if _helps_both(one)]
    if not helping:
        return say("better.swap_none", language)
    best = min(helping, key=lambda one: len(one.moves))
    key = "better.swap" if len(best.moves) == 1 else "better.swap_pair"
    words = moves_words(catalogue, best.moves, language)
    return say(key, language, move=words, reason=reason(catalogue, advice, best, language))


def _helps_both(found: Suggestion) -> bool:
    return all(delta.value > delta.error for delta in found.changes[:2])


def blocks(matter: Matter, found: Advice) -> list[Block]:
    """Return the page on better deals: the swap that helps both, every suggestion with its reason, the map."""
    catalogue, language = matter.catalogue, matter.language
    made: list[Block] = [Paragraph(swap_words(catalogue, found, language))]
    for mode in modes(found):
        made.append(Heading(mode_words(mode, language)))
        if mode == "wish":
            made.append(Paragraph(wish_words(found.wish, language), "quiet"))
        told = found.found[mode]
        if not told:
            made.append(Paragraph(none_words(found, mode, language)))
            continue
        rows = tuple(
            (moves_words(catalogue, one.moves, language), *(delta_words(one, place, language) for place in range(4)))
            for one in told
        )
        made.append(Table(heads(language), rows, "lrrrr", (0.48, 0.13, 0.13, 0.13, 0.13)))
        made.append(Bullets(tuple(reason(catalogue, found, one, language) for one in told)))
    maps = (better_map.party_map(found, None, language), better_map.score_map(found, None, language))
    made.append(Pictures(tuple(Picture(figure, HEIGHT) for figure in maps)))
    return [*made, Paragraph(wording.joined(list(footing(catalogue, found, language)), language), "quiet")]


def footing(catalogue: Catalogue, found: Advice, language: Language) -> tuple[str, ...]:
    """Return whose values count, what is left alone, and how the answer came about."""
    kept = kept_words(catalogue, found.bounds, language)
    return (*valued_words(found.lenses, language), *kept, basis_words(found, language))


def as_data(catalogue: Catalogue, found: Advice, language: Language) -> dict[str, Any]:
    """Return the answer as JSON holds it: a list of suggestions by kind, and what they rest on."""
    least = dict(zip(("us", "china"), found.reservations, strict=True))
    return {
        **{mode: [_suggestion(catalogue, found, one, language) for one in found.found[mode]] for mode in ORDER},
        "now": _numbers(found.now),
        "reservations": least,
        "wished": {"supply_at_least": found.wish.supply, "cost_at_most": found.wish.cost, "met": found.met},
        "roles": [lens.id for lens in found.lenses if lens.side in least],
        "kept": {
            "locked": sorted(found.bounds.locked),
            "red_lines_of": [lens.id for lens in found.bounds.lines],
            "home": not found.bounds.home,
        },
        "looked_at": {"one_move": found.singles, "two_moves": found.pairs, "screened_draws": found.screened},
        "draws": found.draws,
        "basis": basis_words(found, language),
    }


def _suggestion(catalogue: Catalogue, advice: Advice, found: Suggestion, language: Language) -> dict[str, Any]:
    changes = {name: _delta(delta) for name, delta in zip(OBJECTIVES, found.changes, strict=True)}
    return {
        "edits": [move.model_dump(mode="json") for move in edit(advice.package, found).moves],
        "words": moves_words(catalogue, found.moves, language),
        **_numbers(found.values),
        "changes": changes,
        "meets_wish": found.met,
        "reason": reason(catalogue, advice, found, language),
    }


def _numbers(values: tuple[float, ...]) -> dict[str, float]:
    return dict(zip(OBJECTIVES, values, strict=True))


def _delta(delta: Delta) -> dict[str, float | None]:
    return {"value": delta.value, "error": delta.error if delta.error == delta.error else None}
