"""One rehearsal as it goes on: its rules, its turns, how it ended. It knows no widget and writes nothing anywhere."""

import itertools
from dataclasses import replace

from dealbuilder.analysis.counterpart.play import debrief
from dealbuilder.analysis.counterpart.reply import Counterpart, Turn, judged, minded
from dealbuilder.analysis.counterpart.tactic import Rules
from dealbuilder.analysis.counterpart.worth import DRAWS, Scorer, Worth
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.party_value import Party, reservation
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Lens
from dealbuilder.model.package import Package
from dealbuilder.report.study.answering import other
from dealbuilder.report.study.rounds import Rehearsal
from dealbuilder.ui.jobs import Tick, Work
from dealbuilder.ui.study.subject import Subject

_numbers = itertools.count(1)


class Rehearsing:
    """Begins with the first proposal; what it is played under then must hold to its end."""

    def __init__(self, rules: Rules) -> None:
        self.number = next(_numbers)
        self.rules = rules
        self.turns: tuple[Turn, ...] = ()
        self.pending: Package | None = None
        self.agreed: tuple[Package, Worth, Party] | None = None
        self.over = False
        self._ground: tuple[Catalogue, Setting, tuple[Lens, ...]] | None = None
        self._scorer: Scorer | None = None

    @property
    def begun(self) -> bool:
        """Return whether something was proposed, so that the rules stand."""
        return bool(self.turns) or self.pending is not None

    @property
    def offer(self) -> Package | None:
        """Return the package that the script stands by, None if it made no offer or there is an agreement."""
        return self.turns[-1].reply.offer if self.turns and self.agreed is None else None

    def stale(self, subject: Subject) -> bool:
        """Return whether the deal is now read otherwise than when the rehearsal began."""
        return self._ground is not None and self._ground != _ground(subject)

    def propose(self, subject: Subject) -> None:
        """Put the package in front before the script."""
        self._ground = self._ground or _ground(subject)
        self.pending = subject.package

    def work(self, subject: Subject) -> Work:
        """Return the work that answers what is proposed."""
        lenses, rules, turns, proposal = judged(subject.lenses, self.rules), self.rules, self.turns, self.pending
        if self._scorer is None:
            self._scorer = Scorer(subject.service, subject.question.setting, lenses)
        scorer, known = self._scorer, subject.catalogue

        def work(tick: Tick) -> Turn:
            return Counterpart(known, lenses, scorer, rules).answer(turns, proposal or subject.package, tick)

        return work

    def take(self, turn: Turn) -> bool:
        """Take in the script's answer; return whether it was waited for."""
        if self.pending is None or turn.round != len(self.turns) + 1:
            return False
        self.turns, self.pending = (*self.turns, turn), None
        if turn.reply.kind == "accept":
            self.agreed = (turn.proposal, turn.reply.worth, self.rules.side)
        self.over = self.agreed is not None or (turn.reply.last and turn.reply.offer is None)
        return True

    def accept(self) -> None:
        """Accept what the script offers."""
        reply = self.turns[-1].reply if self.turns else None
        if reply is not None and reply.offer is not None and reply.offered is not None and not self.over:
            you: Party = other(self.rules.side)
            self.agreed = (reply.offer, reply.offered, you)
            self.over = True

    def leave(self) -> None:
        """End without an agreement."""
        self.pending, self.over = None, True

    @property
    def may_propose(self) -> bool:
        """Return whether there is a round left in which the script answers."""
        return not self.over and self.pending is None and len(self.turns) < self.rules.rounds

    def told(self, subject: Subject, *, reservation_too: bool = False) -> Rehearsal:
        """Return what there is to tell; what the script carries at least only if it is asked for."""
        script = self.rules.side
        _, setting, lenses = self._ground or _ground(subject)
        least: dict[Party, float] = {
            script: reservation(minded(lenses, script, self.rules.role), script),
            other(script): reservation(lenses, other(script)),
        }
        ended = self.over and self.turns
        return Rehearsal(
            catalogue=subject.catalogue,
            rules=self.rules,
            turns=self.turns,
            draws=min(setting.draws, DRAWS),
            agreed=self.agreed,
            over=self.over,
            debrief=debrief(subject.catalogue, self.turns, self.agreed[:2] if self.agreed else None, least)
            if ended
            else None,
            reservations=((script, least[script]),) if reservation_too else (),
        )


def _ground(subject: Subject) -> tuple[Catalogue, Setting, tuple[Lens, ...]]:
    """Return all that figures depend on beside the package."""
    setting = subject.question.setting
    return subject.catalogue, replace(setting, draws=min(setting.draws, DRAWS)), subject.lenses
