"""Table tents: a role's name to be read across the room, on a sheet that folds."""

from collections.abc import Iterable
from dataclasses import dataclass

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.report.kit.codes import shortened
from dealbuilder.report.kit.occasion import Role
from dealbuilder.report.kit.roles import role_name
from dealbuilder.report.phrases import say

PEOPLE = 120


@dataclass(frozen=True, slots=True)
class Tent:
    """One tent: whose side (us, china, allies or empty), its name, the role, who plays it."""

    side: str
    side_name: str
    name: str
    people: str


def tents(catalogue: Catalogue, roles: Iterable[Role], language: Language) -> tuple[Tent, ...]:
    """Return a tent for every role in its order, then one for the chair."""
    found = []
    for role in roles:
        lens = catalogue.lens_by_id.get(role.lens)
        found.append(
            Tent(
                side=lens.side if lens else "",
                side_name=say(f"kit.circle_{lens.side}", language) if lens else "",
                name=role_name(catalogue, role, language),
                people=shortened(" · ".join(role.people), PEOPLE),
            )
        )
    return (*found, Tent("", "", say("kit.chair", language), ""))
