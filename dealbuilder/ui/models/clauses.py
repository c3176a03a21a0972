"""What the package pane shows of each clause, resolved from the state before any widget is touched."""

from dataclasses import dataclass

from dealbuilder.analysis.evaluation import Idle
from dealbuilder.document.edits import AddClause, Edit, SetLevel
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Clause, Package
from dealbuilder.model.parties import Grade, Side
from dealbuilder.model.text import Language
from dealbuilder.ui.state import State

Section = Side | str
UNKNOWN = "unknown"
"""The section of clauses whose measure this catalogue does not have."""


@dataclass(frozen=True, slots=True)
class Partner:
    """A measure tied to a clause; `present` if it is in the package too."""

    measure: str
    title: str
    reason: str
    present: bool


@dataclass(frozen=True, slots=True)
class Fix:
    """Why a clause moves nothing, what would help, and the edit that does it, if one edit can."""

    reason: str
    remedy: str
    edit: Edit | None


@dataclass(frozen=True, slots=True)
class ClauseView:
    """Everything one row shows. `current` is the index of the level, -1 if the catalogue does not know it."""

    clause: Clause
    section: Section
    title: str
    words: tuple[str, ...]
    sentences: tuple[str, ...]
    current: int
    own_ramp: float
    ramp_note: str
    grade: Grade | None
    guardrail: bool
    guard_reason: str
    partners: tuple[Partner, ...]
    fix: Fix | None
    beyond: bool
    condition: str

    @property
    def known(self) -> bool:
        """Return whether the catalogue has the measure."""
        return self.section != UNKNOWN

    @property
    def locked(self) -> bool:
        """Return whether it is a guardrail that nobody has unlocked."""
        return self.guardrail and not self.clause.unlocked

    @property
    def mirrored(self) -> bool:
        """Return whether a clause that ought to have a mirror has one; True if none is called for."""
        return not self.partners or any(partner.present for partner in self.partners)


def resolve(state: State, unmoved: tuple[Idle, ...] = ()) -> tuple[ClauseView, ...]:
    """Return the active package's clauses as they are shown, in their order; `unmoved` are those that move nothing."""
    package = state.document.package()
    idle = {item.measure: item for item in unmoved}
    beyond = frozenset(state.evaluation.beyond_evidence) if state.evaluation is not None else frozenset()
    known = _texts(state.catalogue, state.language)
    present = frozenset(clause.measure for clause in package.clauses)
    return tuple(
        _view(state, package, clause, idle.get(clause.measure), beyond, present, known.get(clause.measure))
        for clause in package.clauses
    )


def title_of(catalogue: Catalogue, measure: str, language: Language) -> str:
    """Return the title of a measure, or its id if the catalogue does not know it."""
    known = catalogue.measure_by_id.get(measure)
    return known.title.get(language) if known else measure


@dataclass(frozen=True, slots=True)
class _Texts:
    """What a measure says in one language, whatever becomes of its clause; partners as (id, title, reason)."""

    measure: Measure
    title: str
    words: tuple[str, ...]
    sentences: tuple[str, ...]
    ids: tuple[str, ...]
    ramp_note: str
    guard_reason: str
    partners: tuple[tuple[str, str, str], ...]


class _Last:
    """The texts found last: the catalogue stays the same from edit to edit."""

    catalogue: Catalogue | None = None
    language: Language | None = None
    texts: dict[str, _Texts] = {}  # noqa: RUF012  (replaced whole, never written into)


def _texts(catalogue: Catalogue, language: Language) -> dict[str, _Texts]:
    """Return the texts of all measures by their ids."""
    if _Last.catalogue is not catalogue or _Last.language != language:
        mirrors = _mirrors(catalogue, language)
        _Last.texts = {
            measure.id: _Texts(
                measure=measure,
                title=measure.title.get(language),
                words=tuple(level.label.get(language) for level in measure.levels),
                sentences=tuple(level.sentence.get(language) for level in measure.levels),
                ids=tuple(level.id for level in measure.levels),
                ramp_note=measure.ramp_note.get(language),
                guard_reason=measure.guardrail_reason.get(language) if measure.guardrail_reason else "",
                partners=tuple(
                    (other, title_of(catalogue, other, language), reason)
                    for other, reason in mirrors.get(measure.id, {}).items()
                ),
            )
            for measure in catalogue.measures
        }
        _Last.catalogue, _Last.language = catalogue, language
    return _Last.texts


def _mirrors(catalogue: Catalogue, language: Language) -> dict[str, dict[str, str]]:
    pairs: dict[str, dict[str, str]] = {}
    for measure in catalogue.measures:
        for link in measure.links:
            if link.kind == "mirrors":
                pairs.setdefault(measure.id, {})[link.measure] = link.reason.get(language)
                pairs.setdefault(link.measure, {}).setdefault(measure.id, link.reason.get(language))
    return pairs


def _view(
    state: State,
    package: Package,
    clause: Clause,
    idle: Idle | None,
    beyond: frozenset[str],
    present: frozenset[str],
    texts: _Texts | None,
) -> ClauseView:
    fix = None if idle is None else _fix(state, package, clause, idle)
    if texts is None:
        return ClauseView(
            clause, UNKNOWN, clause.measure, (clause.level,), ("",), -1, 0.0, "", None, False, "", (), fix, False, ""
        )
    measure = texts.measure
    return ClauseView(
        clause=clause,
        section=measure.side,
        title=texts.title,
        words=texts.words,
        sentences=texts.sentences,
        current=texts.ids.index(clause.level) if clause.level in texts.ids else -1,
        own_ramp=measure.ramp,
        ramp_note=texts.ramp_note,
        grade=measure.grade,
        guardrail=measure.guardrail,
        guard_reason=texts.guard_reason,
        partners=tuple(Partner(*partner, partner[0] in present) for partner in texts.partners),
        fix=fix,
        beyond=clause.measure in beyond,
        condition=_condition(state.catalogue, clause, state.language),
    )


def _condition(catalogue: Catalogue, clause: Clause, language: Language) -> str:
    if clause.condition is None:
        return ""
    other = catalogue.measure_by_id.get(clause.condition.measure)
    level = other.level(clause.condition.level) if other else None
    word = level.label.get(language) if level else clause.condition.level
    return f"{title_of(catalogue, clause.condition.measure, language)} – {word}"


def _fix(state: State, package: Package, clause: Clause, idle: Idle) -> Fix:
    chinese = state.language == "zh"
    reason, remedy = (idle.reason_zh, idle.remedy_zh) if chinese else (idle.reason_en, idle.remedy_en)
    return Fix(reason, remedy, remedy_edit(state.catalogue, package, clause, idle.remedy_measure))


def remedy_edit(catalogue: Catalogue, package: Package, clause: Clause, remedy: str | None) -> Edit | None:
    """Return the edit that adds the measure which is missing, or raises it; None if no one edit helps."""
    measure = catalogue.measure_by_id.get(remedy) if remedy else None
    if measure is None or measure.guardrail:
        return None
    wanted = clause.condition.level if clause.condition and clause.condition.measure == measure.id else None
    present = package.clause(measure.id)
    if present is None:
        level = wanted if wanted and measure.level(wanted) else measure.levels[1].id
        return AddClause(package=package.id, clause=Clause(measure=measure.id, level=level))
    level = wanted or _next_level(measure, present.level)
    if level is None or level == present.level:
        return None
    return SetLevel(package=package.id, measure=measure.id, level=level)


def _next_level(measure: Measure, level: str) -> str | None:
    ids = [known.id for known in measure.levels]
    place = ids.index(level) + 1 if level in ids else 1
    return ids[place] if place < len(ids) else None
