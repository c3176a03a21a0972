"""A debrief: the film of one session with its ledger, scores, predictions and what was agreed, ready to be told."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dealbuilder.analysis import filmstrip
from dealbuilder.analysis.credit import credit
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Evaluation, Setting
from dealbuilder.analysis.filmstrip import DRAWS, Effect, Headline, Shot
from dealbuilder.analysis.runs import Tick
from dealbuilder.analysis.why.earned import Credit
from dealbuilder.document.deal_edits import AddMeasure
from dealbuilder.document.document import Document
from dealbuilder.document.film import Film, Frame, film, sessions
from dealbuilder.document.ledger import PARTIES, Ledger, Line, Party, ledger
from dealbuilder.document.moves import applied
from dealbuilder.document.predictions import Calibration, Prediction, calibration, predictions
from dealbuilder.document.session import Agreed, Changed, Session, bare
from dealbuilder.errors import DealError
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package
from dealbuilder.model.text import Text

MOST = 150
"""States that are scored; of a longer session the rest is left out, and the debrief says so."""
OWN = 0.1
"""Part of the work that is the whole answer for the outcome."""

Key = tuple[int, str]
"""A frame and a measure: which move."""


@dataclass(frozen=True, slots=True)
class Debrief:
    """One session told. `number` counts sessions of the file from 1; `first_trade` and `jumps` are frames, if any.

    `headlines` holds a score for each scored frame, `effects` what each move in one of them changed; both are empty
    until `scored` was asked for. `evaluation` is the whole answer for the outcome, `earned` which clause earned what.
    """

    catalogue: Catalogue
    document: Document
    number: int
    sessions: int
    film: Film
    ledger: Ledger
    predictions: tuple[Prediction, ...]
    calibration: Calibration | None
    agreed: Agreed | None
    by_frame: dict[int, tuple[Line, ...]]
    first_trade: int | None
    headlines: dict[int, Headline] = field(default_factory=dict)
    effects: dict[Key, Effect] = field(default_factory=dict)
    jumps: tuple[int | None, int | None] = (None, None)
    evaluation: Evaluation | None = None
    earned: Credit | None = None

    @property
    def outcome(self) -> Frame:
        """Return the state that was agreed on or parted over; the last one if neither is recorded."""
        ends = [mark.frame for mark in self.film.marks if mark.kind in ("agreed", "parted")]
        return self.film.frames[ends[-1] if ends else -1]

    @property
    def unscored(self) -> int:
        """Return how many states were left out when the film was scored."""
        return len(self.film.frames) - len(self.headlines) if self.headlines else 0

    def before(self, number: int) -> int | None:
        """Return the scored frame before a frame, if there is one."""
        return max((place for place in self.headlines if place < number), default=None)

    def moved(self, side: Party, rounds: Sequence[int] | None = None) -> Effect:
        """Return what the standing moves of a side changed together, in some rounds or in all, as far as scored."""
        found = [
            self.effects[line.frame, line.move.measure]
            for line in self.ledger.of(side)
            if not line.undone
            and (rounds is None or line.round in rounds)
            and (line.frame, line.move.measure) in self.effects
        ]
        return Effect(sum(one.supply for one in found), sum(one.cost for one in found))


def debrief(catalogue: Catalogue, document: Document, record: Session, number: int | None = None) -> Debrief:
    """Return the debrief of a session, the last by default, without scores; a deal without one is a DealError."""
    found = sessions(record)
    if not found:
        raise DealError(NO_SESSION.en, NO_SESSION_HINT.en, zh=NO_SESSION.zh, zh_hint=NO_SESSION_HINT.zh)
    chosen = len(found) if number is None else number
    if not 1 <= chosen <= len(found):
        raise DealError(
            NO_SUCH.en.format(number=chosen, count=len(found)),
            NO_SUCH_HINT.en.format(count=len(found)),
            zh=NO_SUCH.zh.format(number=chosen, count=len(found)),
            zh_hint=NO_SUCH_HINT.zh.format(count=len(found)),
        )
    session = found[chosen - 1]
    document = _with_own_measures(document, session)
    known = catalogue.with_measures(document.measures)
    shot, told = film(session, document), predictions(session)
    book = ledger(shot, known)
    by_frame: dict[int, tuple[Line, ...]] = {}
    for line in book.lines:
        by_frame[line.frame] = (*by_frame.get(line.frame, ()), line)
    return Debrief(
        catalogue=known,
        document=document,
        number=chosen,
        sessions=len(found),
        film=shot,
        ledger=book,
        by_frame=by_frame,
        predictions=told,
        calibration=calibration(told),
        agreed=next((entry for entry in reversed(session) if isinstance(entry, Agreed)), None),
        first_trade=_first_trade(shot, book, known),
    )


def _with_own_measures(document: Document, session: Session) -> Document:
    """Return the deal with the measures that joined it in the session, for a later state may be without them."""
    edits = (entry.edit for entry in session if isinstance(entry, Changed))
    own = {edit.measure.id: edit.measure for edit in edits if isinstance(edit, AddMeasure)}
    kept = {measure.id: measure for measure in document.measures}
    gone = tuple(measure for id, measure in own.items() if id not in kept)
    return document.model_copy(update={"measures": (*document.measures, *gone)}) if gone else document


def _first_trade(shot: Film, book: Ledger, catalogue: Catalogue) -> int | None:
    """Return the first state a side's move led to in which both sides have a clause; what was there before is none."""
    moved = {line.frame for line in book.lines if line.move.side in PARTIES}
    return next((place for place in sorted(moved) if trades(shot.frames[place].package, catalogue)), None)


def trades(package: Package, catalogue: Catalogue) -> bool:
    """Return whether both sides have a clause that says something."""
    sides = {
        catalogue.measure_by_id[clause.measure].side
        for clause in package.clauses
        if clause.measure in catalogue.measure_by_id and clause.level != "none"
    }
    return {"us", "china"} <= sides


def setting(document: Document, draws: int = DRAWS) -> Setting:
    """Return what every state of a film is read under: the deal's own setting as it stands now; injects come later."""
    baseline = None if document.baseline in (None, document.active) else bare(document.package(document.baseline))
    assumed = document.assumptions
    return Setting(document.pack, assumed.worldview, assumed.changes, draws, document.seed, baseline)


def scored(plain: Debrief, evaluator: Evaluator, draws: int = DRAWS, tick: Tick | None = None) -> Debrief:
    """Return a debrief with the scores of its states and moves, on common draws."""
    frames, under = plain.film.frames, setting(plain.document, draws)
    end = plain.outcome
    evaluation = evaluator.evaluate(
        end.package, replace(under, injects=end.injects), tick=_part(tick, 0.0, OWN), full=False
    )
    earned = credit(evaluator, end.package, replace(under, injects=end.injects), tick=_part(tick, OWN, OWN))
    kept = filmstrip.sampled(len(frames), {mark.frame for mark in plain.film.marks}, MOST)
    steps = _steps(plain, frozenset(kept))
    shots = [Shot(frames[place].package, frames[place].injects) for place in kept]
    between = [(key, shot) for key, pair in steps.items() for shot in pair]
    answers = filmstrip.headlines(
        evaluator, [*shots, *(shot for _, shot in between)], under, _part(tick, 2 * OWN, 1.0 - 2 * OWN)
    )
    scores = answers[len(shots) :]
    effects = {
        key: filmstrip.effect(before, after)
        for key, before, after in zip(steps, scores[::2], scores[1::2], strict=True)
    }
    found = dict(zip(kept, answers, strict=False))
    return replace(
        plain,
        headlines=found,
        effects=effects,
        jumps=filmstrip.biggest(tuple(found.items()), [frame.number for frame in frames if frame.switched]),
        evaluation=evaluation,
        earned=earned,
    )


def _steps(plain: Debrief, kept: frozenset[int]) -> dict[Key, tuple[Shot, Shot]]:
    """Return for each move of a scored frame the states it lies between.

    Several moves of one act follow one another in the catalogue's order, so that they add up to the whole.
    """
    frames = plain.film.frames
    steps: dict[Key, tuple[Shot, Shot]] = {}
    reached: dict[int, Package] = {}
    for line in plain.ledger.lines:
        if line.frame not in kept or line.frame - 1 not in kept:
            continue
        package = reached.get(line.frame, frames[line.frame - 1].package)
        after = applied(package, line.move)
        reached[line.frame] = after
        bearing = frames[line.frame].injects
        steps[line.frame, line.move.measure] = (Shot(package, bearing), Shot(after, bearing))
    return steps


def _part(tick: Tick | None, start: float, share: float) -> Tick | None:
    return None if tick is None else lambda done: tick(start + share * done)


NO_SESSION = Text(
    en="This deal has no record of a workshop; there is nothing to debrief. The deal is whole.",
    zh="该协议没有研讨会记录，无从复盘。协议本身完好。",
)
NO_SESSION_HINT = Text(
    en="Run a session with Room > Present first; what happens in it is recorded in the deal's file.",
    zh="请先用“研讨室 > 演示”开一场研讨会；会上发生的一切都会记录在协议文件中。",
)
NO_SUCH = Text(
    en="This deal has no session {number}; its record holds {count}.",
    zh="该协议没有第{number}场研讨会，记录中共有{count}场。",
)
NO_SUCH_HINT = Text(en="Choose a number from 1 to {count}.", zh="请选择1至{count}之间的数字。")
