"""Who accepts a package: each role's verdict, and the smallest change that would turn it, from one batch of runs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.neighbours import Step, steps
from dealbuilder.analysis.ratification import Ratification, ratification
from dealbuilder.analysis.role_value import Compared, RoleValue, Verdict, compared, role_values
from dealbuilder.analysis.runs import Tick, part_of, world
from dealbuilder.analysis.scoreboard import Yardsticks, yardsticks
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Lens
from dealbuilder.model.package import Package

SCREENED = 128
"""Draws on which every edit is tried; those that may turn a role are run again on more."""
CONFIRMED = 1_000
"""Most draws on which an edit is confirmed."""
TRIED = 3
"""Edits confirmed for each role, the smallest first."""
SCORED, SIFTED = 0.2, 0.7
"""Shares of the work after which the package is scored, and the edits are tried."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The edit that turns a role: what it says then, its value in points, and who of those that must agree is lost."""

    step: Step
    to: Verdict
    value: float
    loses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Yielding:
    """What a role itself would have to give up if no edit turns it: red lines by measure, and its reservation.

    `reservation`: the highest at which it would accept, in points; None if it need not move.
    """

    lines: tuple[str, ...]
    reservation: float | None


@dataclass(frozen=True, slots=True)
class Role:
    """A role's word on the package. `turn` and `yielding` are None where they were not asked for or not needed."""

    lens: Lens
    worth: RoleValue
    turn: Turn | None = None
    yielding: Yielding | None = None


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Every role's word, in the order of the roles, and whether those who must agree do.

    `draws` is of the verdicts; `tried` counts the edits that were tried, 0 if none was asked for.
    """

    package: Package
    roles: tuple[Role, ...]
    ratification: Ratification
    draws: int
    tried: int

    def role(self, id: str) -> Role:
        """Return one role; raise KeyError if there is none of that id."""
        for role in self.roles:
            if role.lens.id == id:
                return role
        raise KeyError(id)


def acceptance(
    service: Evaluator,
    lenses: Sequence[Lens],
    package: Package,
    setting: Setting,
    tick: Tick | None = None,
    *,
    turns: bool = True,
) -> Acceptance:
    """Return who accepts a package; `turns` False leaves out what would turn them.

    Every edit is run once for all roles. A setting that the catalogue cannot serve is a DealError.
    """
    service.pack(setting)
    baseline = setting.baseline or NO_DEAL
    table = _Table(service, lenses, setting, baseline)
    (here,) = table.run([package], setting.draws, part_of(tick, 0.0, SCORED if turns else 1.0))
    values = role_values(service.catalogue, lenses, here)
    ratified = ratification(lenses, values)
    if not turns:
        roles = tuple(Role(lens, values[lens.id]) for lens in lenses)
        return Acceptance(package, roles, ratified, setting.draws, 0)
    tried = steps(service.catalogue, package)
    found = _turns(table, tried, values, setting, tick)
    roles = tuple(_role(lens, values[lens.id], found.get(lens.id)) for lens in lenses)
    if tick is not None:
        tick(1.0)
    return Acceptance(package, roles, ratified, setting.draws, len(tried))


@dataclass(frozen=True, slots=True)
class _Table:
    """Runs packages beside the baseline on the same draws."""

    service: Evaluator
    lenses: Sequence[Lens]
    setting: Setting
    baseline: Package

    @property
    def catalogue(self) -> Catalogue:
        return self.service.catalogue

    def run(self, packages: Sequence[Package], draws: int, tick: Tick | None) -> list[Compared]:
        """Return each package beside the baseline, in its order."""
        asked = [self.baseline, *packages]
        there = world(self.setting, draws=draws)
        theirs, *ours = self.service.store.summaries(there, asked, tick, record=False)
        measure: Yardsticks = yardsticks(self.catalogue, self.setting)
        return [
            compared(self.catalogue, self.lenses, package, one.outputs, theirs.outputs, measure)
            for package, one in zip(packages, ours, strict=True)
        ]


def _role(lens: Lens, worth: RoleValue, turn: Turn | None) -> Role:
    needed = worth.verdict != "accept" and (turn is None or turn.to != "accept")
    return Role(lens, worth, turn, _yielding(lens, worth) if needed else None)


def _yielding(lens: Lens, worth: RoleValue) -> Yielding:
    lines = tuple(line.measure for line in worth.lines)
    return Yielding(lines, worth.low if worth.low < lens.reservation.value else None)


def _turns(
    table: _Table, tried: Sequence[Step], values: Mapping[str, RoleValue], setting: Setting, tick: Tick | None
) -> dict[str, Turn]:
    """Return the smallest edit that turns each role, where one does; tried on few draws, confirmed on many."""
    sifted = table.run([step.package for step in tried], SCREENED, part_of(tick, SCORED, SIFTED))
    at = [role_values(table.catalogue, table.lenses, one) for one in sifted]
    wanted = {lens.id: _likely(lens, tried, at, values)[:TRIED] for lens in table.lenses}
    places = sorted({place for chosen in wanted.values() for place in chosen})
    most = min(setting.draws, CONFIRMED)
    again = table.run([tried[place].package for place in places], most, part_of(tick, SIFTED, 1.0))
    confirmed = {
        place: role_values(table.catalogue, table.lenses, one) for place, one in zip(places, again, strict=True)
    }
    found: dict[str, Turn] = {}
    for lens in table.lenses:
        told = [place for place in wanted[lens.id] if _turned(values[lens.id], confirmed[place][lens.id])]
        best = min(told, key=lambda place: _order(lens, tried[place], confirmed[place], values), default=None)
        if best is not None:
            now = confirmed[best]
            found[lens.id] = Turn(tried[best], now[lens.id].verdict, now[lens.id].value, _lost(lens, values, now))
    return {id: _with_must(turn, table.lenses) for id, turn in found.items()}


def _likely(
    lens: Lens, tried: Sequence[Step], at: Sequence[Mapping[str, RoleValue]], values: Mapping[str, RoleValue]
) -> list[int]:
    """Return the places of the edits that turn a role, the smallest first; none that crosses a red line of its own."""
    before = values[lens.id]
    crossed = {line.measure for line in before.lines}
    places = [
        place
        for place, now in enumerate(at)
        if _turned(before, now[lens.id]) and {line.measure for line in now[lens.id].lines} <= crossed
    ]
    return sorted(places, key=lambda place: _order(lens, tried[place], at[place], values))


def _turned(before: RoleValue, now: RoleValue) -> bool:
    """Return whether a role says better than before; for one that accepts, whether it no longer does."""
    ranks = {"reject": 0, "lean": 1, "accept": 2}
    if before.verdict == "accept":
        return now.verdict != "accept"
    return ranks[now.verdict] > ranks[before.verdict]


def _order(
    lens: Lens, step: Step, now: Mapping[str, RoleValue], values: Mapping[str, RoleValue]
) -> tuple[bool, int, int, float]:
    """Return what comes first: what wins the role whole, the smallest edit, the fewest others lost, the most gained."""
    role = now[lens.id]
    whole = values[lens.id].verdict == "accept" or role.verdict == "accept"
    return not whole, step.size, len(_lost(lens, values, now)), -role.value


def _lost(lens: Lens, values: Mapping[str, RoleValue], now: Mapping[str, RoleValue]) -> tuple[str, ...]:
    """Return the other roles that accept now and would not afterwards."""
    return tuple(
        id for id, old in values.items() if id != lens.id and old.verdict == "accept" and now[id].verdict != "accept"
    )


def _with_must(turn: Turn, lenses: Sequence[Lens]) -> Turn:
    must = {lens.id for lens in lenses if lens.must_agree}
    return Turn(turn.step, turn.to, turn.value, tuple(id for id in turn.loses if id in must))
