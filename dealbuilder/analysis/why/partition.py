"""Groups that clauses are told by: the sides that give them, or the themes of the catalogue."""

from collections.abc import Callable
from dataclasses import dataclass

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.parties import SIDES

UNKNOWN = "unknown"
"""The group of clauses that the catalogue does not know."""


@dataclass(frozen=True, slots=True)
class Group:
    """Clauses, by measure, that are told together; `id` is a side or a theme of the catalogue."""

    id: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Partition:
    """One way to group measures; `of` names the group of each, `order` is the order in which groups are told."""

    id: str
    of: Callable[[str], str]
    order: tuple[str, ...]

    def groups(self, measures: tuple[str, ...]) -> tuple[Group, ...]:
        """Return the groups that have any of these measures."""
        found = {id: tuple(measure for measure in measures if self.of(measure) == id) for id in self.order}
        return tuple(Group(id, clauses) for id, clauses in found.items() if clauses)


def by_side(catalogue: Catalogue) -> Partition:
    """Return the grouping by whose clause it is: both parties, the programme at home, terms, agenda."""
    known = catalogue.measure_by_id
    return Partition("side", lambda id: known[id].side if id in known else UNKNOWN, (*SIDES, UNKNOWN))


def by_theme(catalogue: Catalogue) -> Partition:
    """Return the grouping by the catalogue's own groups of measures."""
    known = catalogue.measure_by_id
    themes = tuple(group.id for group in catalogue.groups)
    return Partition("theme", lambda id: known[id].group if id in known else UNKNOWN, (*themes, UNKNOWN))
