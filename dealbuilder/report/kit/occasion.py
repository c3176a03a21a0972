"""What a kit is printed for: a running order with its roles and its deck, from a template or from a deal's plan."""

from collections.abc import Iterable
from dataclasses import dataclass

from dealbuilder.document.plan import Plan
from dealbuilder.errors import DealError
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.inject import Inject
from dealbuilder.model.text import Language
from dealbuilder.model.workshop import SessionTemplate, Stage, Visibility


@dataclass(frozen=True, slots=True)
class Role:
    """A role at the table: the lens it looks through (perhaps one that no catalogue knows) and who plays it."""

    lens: str
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Occasion:
    """A session to be printed. `unknown`: injects that are named but described nowhere."""

    name: str
    stages: tuple[Stage, ...]
    visibility: Visibility
    roles: tuple[Role, ...]
    deck: tuple[Inject, ...]
    unknown: tuple[str, ...] = ()

    @property
    def minutes(self) -> int:
        """Return the minutes of all stages together."""
        return sum(stage.minutes for stage in self.stages)


def from_template(catalogue: Catalogue, template: SessionTemplate, language: Language) -> Occasion:
    """Return the session that a shipped template describes."""
    deck, unknown = _deck(catalogue, (), template.deck, template.stages)
    roles = tuple(Role(lens) for lens in template.roles)
    return Occasion(template.name.get(language), template.stages, template.visibility, roles, deck, unknown)


def from_plan(catalogue: Catalogue, plan: Plan, language: Language, title: str) -> Occasion:
    """Return the session that a deal's plan describes; without seats its template's roles take part, else everybody."""
    template = next((one for one in catalogue.sessions if one.id == plan.template), None)
    deck, unknown = _deck(catalogue, plan.injects, plan.deck, plan.stages)
    people: dict[str, list[str]] = {}
    for seat in plan.seats:
        people.setdefault(seat.lens, []).append(seat.name)
    roles = tuple(Role(lens, tuple(name for name in names if name)) for lens, names in people.items())
    if not roles:
        roles = tuple(Role(id) for id in (template.roles if template else tuple(catalogue.lens_by_id)))
    name = template.name.get(language) if template else title
    return Occasion(name, plan.stages, plan.visibility, roles, deck, unknown)


def chosen(catalogue: Catalogue, plan: Plan | None, session: str | None, language: Language, title: str) -> Occasion:
    """Return the session asked for: a template by id or its beginning, else the deal's plan; else raise DealError."""
    if session is None and plan is not None:
        return from_plan(catalogue, plan, language, title)
    known = {template.id: template for template in catalogue.sessions}
    wanted = session if session is not None else next(iter(known), "")
    begun = [id for id in known if id.startswith(wanted)]
    wanted = begun[0] if wanted and len(begun) == 1 else wanted
    if wanted not in known:
        names = ", ".join(known)
        chinese = f"请从以下选择：{'、'.join(known)}。" if names else "请先在协议中安排研讨会。"
        raise DealError(
            f"There is no session “{wanted}”; nothing was printed.",
            f"Choose one of: {names}." if names else "Plan a session in the deal first.",
            zh=f"没有研讨会“{wanted}”；未打印。",
            zh_hint=chinese,
        )
    return from_template(catalogue, known[wanted], language)


def _deck(
    catalogue: Catalogue, own: Iterable[Inject], deck: Iterable[str], stages: Iterable[Stage]
) -> tuple[tuple[Inject, ...], tuple[str, ...]]:
    known = catalogue.inject_by_id | {inject.id: inject for inject in own}
    wanted = dict.fromkeys([*(stage.inject for stage in stages if stage.inject), *deck])
    return tuple(known[id] for id in wanted if id in known), tuple(id for id in wanted if id not in known)
