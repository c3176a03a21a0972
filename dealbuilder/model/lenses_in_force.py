"""Which roles count in a deal: the catalogue's, or the deal's own word in their place, fitted to the catalogue."""

from collections.abc import Iterator, Sequence
from typing import Literal

from dealbuilder.errors import Words
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Circle, Lens, LensChange, RedLine, Weight

CIRCLES: tuple[Circle, ...] = ("us", "china", "allies")
Standing = Literal["shipped", "changed", "own"]
"""Whose word a role is: the catalogue's, the deal's in its place, or a role that only the deal knows."""


def lenses_in_force(catalogue: Catalogue, changes: Sequence[LensChange]) -> tuple[Lens, ...]:
    """Return the roles of a deal: the catalogue's in its order, changed ones in place, own ones last on their side.

    A changed role keeps the side on which the catalogue has it. Weights on indicators that the catalogue does not know,
    or in another unit, and red lines on what it does not know count nothing; `misfits` says so.
    """
    if not changes:
        return catalogue.lenses
    new = {change.id: change.lens for change in changes}
    found = [_in_place(catalogue, lens, new.pop(lens.id, lens)) for lens in catalogue.lenses]
    found += [fitted(catalogue, lens) for lens in new.values()]
    return tuple(lens for circle in CIRCLES for lens in found if lens.side == circle)


def with_lenses(catalogue: Catalogue, changes: Sequence[LensChange]) -> Catalogue:
    """Return the catalogue with the roles of a deal in the place of its own."""
    if not changes:
        return catalogue
    # model_copy would carry the cached look-ups of the old roles along.
    return Catalogue.model_construct(**{**dict(catalogue), "lenses": lenses_in_force(catalogue, changes)})


def standing(catalogue: Catalogue, changes: Sequence[LensChange], id: str) -> Standing:
    """Return whose word a role is; a change that says what the catalogue says is none."""
    change = next((change for change in changes if change.id == id), None)
    shipped = catalogue.lens_by_id.get(id)
    if change is None or change.lens == shipped:
        return "shipped"
    return "own" if shipped is None else "changed"


def changed_lenses(catalogue: Catalogue, changes: Sequence[LensChange]) -> tuple[LensChange, ...]:
    """Return the changes that make a difference to the catalogue: changed roles and the deal's own."""
    return tuple(change for change in changes if standing(catalogue, changes, change.id) != "shipped")


def _in_place(catalogue: Catalogue, shipped: Lens, lens: Lens) -> Lens:
    return shipped if lens is shipped else fitted(catalogue, lens.model_copy(update={"side": shipped.side}))


def fitted(catalogue: Catalogue, lens: Lens) -> Lens:
    """Return a role without the weights and red lines that the catalogue does not know."""
    weights = tuple(weight for weight in lens.weights if not _strange_weight(catalogue, weight))
    lines = tuple(line for line in lens.red_lines if not _strange_line(catalogue, line))
    return lens.model_copy(update={"weights": weights, "red_lines": lines})


def misfits(catalogue: Catalogue, changes: Sequence[LensChange]) -> Iterator[Words]:
    """Yield a sentence for each thing in a deal's roles that this catalogue cannot take as it stands."""
    for change in changes:
        for weight in change.lens.weights:
            if _strange_weight(catalogue, weight):
                yield Words(
                    f"The role “{change.id}” weighs {weight.indicator} in {weight.unit}, "
                    "which this catalogue does not have; that part counts nothing.",
                    f"角色“{change.id}”以 {weight.unit} 衡量 {weight.indicator}，而目录中没有；这一部分不计。",
                )
        for line in change.lens.red_lines:
            if _strange_line(catalogue, line):
                yield Words(
                    f"The role “{change.id}” draws a red line at {line.measure}={line.level}, "
                    "which this catalogue does not have; it bars nothing.",
                    f"角色“{change.id}”在 {line.measure}={line.level} 处划了红线，而目录中没有；它不排除任何方案。",
                )


def _strange_weight(catalogue: Catalogue, weight: Weight) -> bool:
    indicator = catalogue.indicator_by_id.get(weight.indicator)
    return indicator is None or indicator.unit != weight.unit


def _strange_line(catalogue: Catalogue, line: RedLine) -> bool:
    """Return whether a line names nothing that a clause can do; the first level is where every package stands."""
    measure = catalogue.measure_by_id.get(line.measure)
    return measure is None or measure.rank_by_id.get(line.level, 0) == 0
