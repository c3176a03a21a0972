"""Who accepts and why, in sentences of either language."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dealbuilder.analysis.acceptance import Acceptance, Role, Turn, Yielding
from dealbuilder.analysis.neighbours import Step
from dealbuilder.analysis.ratification import room
from dealbuilder.analysis.role_value import STILL
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Lens, LensChange
from dealbuilder.model.lenses_in_force import standing
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.clauses import level_label
from dealbuilder.report.phrases import say

POINTS = "points"
DIGITS = 2
PERCENT = 100.0
WORTH = {"accept": "worth_accept", "lean": "worth_lean", "reject": "worth_reject"}
OUTCOMES = {"ratified": "ratified", "open": "open", "vetoed": "vetoed", "nobody": "nobody"}
EDITS = {"add": "edit_add", "level": "edit_level", "remove": "edit_remove"}
WINS = {"accept": "turn_accept", "lean": "turn_lean"}
LOSES = {"lean": "lose_lean", "reject": "lose_reject"}
"""The phrase for each verdict, outcome, kind of edit, and for what an edit turns a role to."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words a catalogue, a deal's changes of roles and a language; `sealed` are roles whose own values were opened."""

    catalogue: Catalogue
    changes: Sequence[LensChange]
    language: Language
    sealed: frozenset[str] = frozenset()

    def say(self, key: str, **values: object) -> str:
        """Return a phrase on acceptance."""
        return say(f"accepts.{key}", self.language, **values)

    def name(self, lens: Lens) -> str:
        """Return what a role is called, with a mark if its values are not the catalogue's."""
        name = lens.name.get(self.language)
        marks = [self.say(mark) for mark in (standing(self.catalogue, self.changes, lens.id),) if mark != "shipped"]
        marks += [self.say("sealed")] if lens.id in self.sealed else []
        return self.say("marked", name=name, mark=wording.listed(marks, self.language)) if marks else name

    def short(self, lens: Lens) -> str:
        """Return what a role is called where there is little room: a star stands for its mark, as `starred` says."""
        name = lens.name.get(self.language)
        return name if self.name(lens) == name else f"{name}*"

    @property
    def confidential(self) -> str:
        """Return what stands above an answer that rests on sealed values, empty if this one does not."""
        return self.say("confidential") if self.sealed else ""

    def verdict(self, role: Role) -> str:
        """Return what a role says in one word."""
        return self.say(role.worth.verdict)

    def points(self, value: float, signed: bool = False) -> str:
        """Return points with their unit."""
        return wording.number(value, POINTS, self.language, DIGITS, signed)

    def reason(self, role: Role) -> str:
        """Return why a role says what it says: the red line that is crossed, or its worth and which indicator pulls."""
        told = self._crossed(role) or [self._worth(role), self._pull(role)]
        return wording.joined([*told, self._uncounted(role)], self.language)

    def why(self, role: Role) -> str:
        """Return the reason where the worth stands beside it: the red line crossed, or which indicator pulls."""
        told = self._crossed(role) or [self._pull(role) or self._worth(role)]
        return wording.joined([*told, self._uncounted(role)], self.language)

    def _crossed(self, role: Role) -> list[str]:
        return [
            self.say(
                "crossed",
                measure=self._measure(line.measure),
                level=self._level(line.measure, line.level),
                reason=wording.ended(line.reason.get(self.language), self.language),
            )
            for line in role.worth.lines
        ]

    def _uncounted(self, role: Role) -> str:
        names = [self._indicator(id) for id in role.worth.undefined]
        return self.say("undefined", indicators=wording.listed(names, self.language)) if names else ""

    def _worth(self, role: Role) -> str:
        worth, asks = role.worth, self.points(role.lens.reservation.value)
        if not self._parts(role) and worth.verdict != "lean":
            return self.say("nothing", reservation=asks)
        return self.say(WORTH[worth.verdict], value=self.points(worth.value), reservation=asks, share=self.share(role))

    def share(self, role: Role) -> str:
        """Return the share of the model's draws that reach what a role asks for, in percent."""
        return self._share(role.worth.share)

    def _parts(self, role: Role) -> list[tuple[str, float]]:
        return [part for part in role.worth.parts if abs(part[1]) >= STILL]

    def _pull(self, role: Role) -> str:
        """Return which indicators bring and take most; empty if none moves."""
        parts = self._parts(role)
        up = max((part for part in parts if part[1] > 0), key=lambda part: part[1], default=None)
        down = min((part for part in parts if part[1] < 0), key=lambda part: part[1], default=None)
        if up and down:
            places = {"up": self._indicator(up[0]), "gain": self.points(up[1], True)}
            places |= {"down": self._indicator(down[0]), "loss": self.points(down[1], True)}
            return self.say("brings_takes", **places)
        pull = up or down
        if pull is None:
            return ""
        key = "brings" if pull is up else "takes"
        return self.say(key, indicator=self._indicator(pull[0]), points=self.points(pull[1], True))

    def turned_by(self, role: Role, found: Acceptance) -> str:
        """Return the smallest change that turns a role, in sentences; empty if none was looked for."""
        if not found.tried:
            return ""
        turn, yields = role.turn, role.yielding
        told = [self._turn(role, turn, found)] if turn else []
        if turn is None:
            told.append(self.say("steady" if role.worth.verdict == "accept" else "stuck"))
        told += [self._yield(role, yields)] if yields else []
        return wording.joined(told, self.language)

    def _turn(self, role: Role, turn: Turn, found: Acceptance) -> str:
        key = (LOSES if role.worth.verdict == "accept" else WINS)[turn.to]
        first = self.say(key, edit=self.edit(turn.step), value=self.points(turn.value))
        lost = [found.role(id).lens.name.get(self.language) for id in turn.loses]
        more = self.say("loses", roles=wording.listed(lost, self.language)) if lost else ""
        return wording.joined([first, more], self.language)

    def _yield(self, role: Role, yields: Yielding) -> str:
        names = wording.listed([self._measure(id) for id in yields.lines], self.language)
        now = self.points(role.lens.reservation.value)
        if yields.reservation is None:
            return self.say("yield_lines", measures=names) if names else ""
        # Rounded down: what is told must be low enough to do.
        least = self.points(math.floor(yields.reservation * 10**DIGITS) / 10**DIGITS)
        key = "yield_both" if names else "yield_reservation"
        return self.say(key, measures=names, reservation=least, now=now)

    def edit(self, step: Step) -> str:
        """Return an edit of the package in a few words."""
        return self.say(
            EDITS[step.kind],
            measure=self._measure(step.measure),
            before=self._level(step.measure, step.before),
            level=self._level(step.measure, step.level),
        )

    def outcome(self, found: Acceptance) -> str:
        """Return in a sentence whether those who must agree do."""
        ratified = found.ratification
        return self.say(OUTCOMES[ratified.outcome], must=ratified.must, agreeing=ratified.agreeing)

    def holdouts(self, found: Acceptance) -> list[str]:
        """Return who vetoes or leans and why, and whose word decides, a paragraph each."""
        ratified = found.ratification
        told = [] if found.package.clauses else [self.say("empty")]
        for side in ratified.sides:
            for id in (*side.rejecting, *side.leaning):
                role = found.role(id)
                key = "vetoes" if id in side.rejecting else "leans"
                last = [self.say("decides")] if id == ratified.pivotal else []
                said = [self.say(key, role=self.name(role.lens)), self.reason(role), *last]
                told.append(wording.joined(said, self.language))
        if ratified.outcome == "ratified" and ratified.pivotal is not None:
            role = found.role(ratified.pivotal)
            least = self.points(max(0.0, room(role.lens, role.worth)))
            told.append(self.say("least_room", role=self.name(role.lens), room=least))
        return told

    def ratification(self, found: Acceptance) -> str:
        """Return outcome, who vetoes and why, and whose word decides, as one paragraph."""
        return wording.joined([self.outcome(found), *self.holdouts(found)], self.language)

    def change(self, lens: Lens) -> str:
        """Return in what a role of the deal differs from the catalogue's."""
        shipped = self.catalogue.lens_by_id.get(lens.id)
        was = self.say("was", reservation=self.points(shipped.reservation.value)) if shipped else self.say("was_own")
        weights = self.say("weights_same")
        if shipped is None or shipped.weights != lens.weights:
            each = [f"{self._indicator(one.indicator)} {self._share(one.weight)}" for one in lens.weights]
            weights = self.say("weights_new", weights=wording.listed(each, self.language))
        lines = self.say("lines_same")
        if shipped is None or shipped.red_lines != lens.red_lines:
            names = [self._measure(line.measure) for line in lens.red_lines]
            key = "lines_new" if names else "lines_none"
            lines = self.say(key, measures=wording.listed(names, self.language))
        asks = self.points(lens.reservation.value)
        return self.say("change", name=self.name(lens), reservation=asks, was=was, weights=weights, lines=lines)

    def _share(self, weight: float) -> str:
        return wording.number(PERCENT * weight, "%", self.language, 0)

    def _indicator(self, id: str) -> str:
        known = self.catalogue.indicator_by_id.get(id)
        return known.label.get(self.language) if known else id

    def _measure(self, id: str) -> str:
        known = self.catalogue.measure_by_id.get(id)
        return known.title.get(self.language) if known else id

    def _level(self, measure: str, level: str) -> str:
        known = self.catalogue.measure_by_id.get(measure)
        return level_label(known, level, self.language) if known else level
