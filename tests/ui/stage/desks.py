"""A desk without widgets: documents, answers that come late, and what the show makes of them."""

from dataclasses import replace

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.document.document import Document
from dealbuilder.document.plan import Plan
from dealbuilder.model.package import Clause, Package
from dealbuilder.model.text import Text
from dealbuilder.model.workshop import Stage
from dealbuilder.ui.question import question
from dealbuilder.ui.stage.show import Sight
from dealbuilder.ui.state import State
from tests.report import fixtures

SECRET = "what a party keeps to itself"
ANSWER = fixtures.evaluation()
CATALOGUE = fixtures.catalogue()
MEASURES = CATALOGUE.measures[:2]


def text(words: str) -> Text:
    return Text(en=words, zh=words)


def stage(title: str, kind: str = "round", minutes: int = 10, **more) -> Stage:
    return Stage(kind=kind, title=text(title), minutes=minutes, brief=text(f"read {title}"), notes=text(SECRET), **more)


STAGES = (
    stage("Welcome", "opening", 5),
    stage("Round 1", round=1, scene="package"),
    stage("Round 2", round=2, scene="score"),
)


def _package(id: str) -> Package:
    clause = Clause(measure=MEASURES[0].id, level=MEASURES[0].levels[1].id, private_note=SECRET)
    return Package(id=id, name=id, clauses=(clause,), private_note=SECRET)


def document(**more: object) -> Document:
    fields: dict[str, object] = {
        "id": "d",
        "packages": (_package("a"), _package("b")),
        "active": "a",
        "sealed": {"lens:x": SECRET},
        "private_note": SECRET,
    }
    return Document.model_validate(fields | more)


def answer(name: str, *, final: bool = True) -> Evaluation:
    """Return an answer of its own; `name` tells it apart."""
    return replace(ANSWER, package=name, final=final)


class Desk:
    """Makes states as the workbench does: after an edit the old answer stays until the first, then the final comes."""

    def __init__(self, policy: str = "public", *, scored: bool = True) -> None:
        plan = Plan(stages=STAGES, visibility=policy)
        self.state = State(document=document(plan=plan), catalogue=CATALOGUE, language="en", busy=True)
        self.about: list[tuple[Evaluation, Document]] = []
        self._count = 0
        if scored:
            self.final()

    def document(self, made: Document) -> State:
        if question(made) == question(self.state.document):
            # The model is asked nothing, as at the workbench.
            self.state = replace(self.state, document=made)
        else:
            self.state = replace(self.state, document=made, busy=True, before=self.state.evaluation)
        return self.state

    def package(self, package: Package) -> State:
        packages = tuple(package if one.id == package.id else one for one in self.state.document.packages)
        return self.document(self.state.document.model_copy(update={"packages": packages}))

    def level(self, place: int, measure: int = 0) -> State:
        """Set a clause to a level, or add it."""
        package, known = self.state.document.package(), MEASURES[measure]
        clause = Clause(measure=known.id, level=known.levels[place % len(known.levels)].id, private_note=SECRET)
        rest = tuple(one for one in package.clauses if one.measure != known.id)
        return self.package(package.model_copy(update={"clauses": (*rest, clause)}))

    def select(self, id: str) -> State:
        return self.document(self.state.document.model_copy(update={"active": id}))

    def quick(self) -> State:
        return self._answered(final=False)

    def final(self) -> State:
        return self._answered(final=True)

    def fail(self) -> State:
        """The model could not answer: the old answer stays and nobody waits any more."""
        self.state = replace(self.state, busy=False)
        return self.state

    def _answered(self, *, final: bool) -> State:
        if not self.state.busy:
            return self.state
        self._count += 1
        made = answer(f"answer {self._count}", final=final)
        self.about.append((made, self.state.document))
        self.state = replace(self.state, evaluation=made, busy=not final)
        return self.state


def seen(sight: Sight) -> list[Evaluation]:
    """Return every answer that reaches the audience window."""
    state, staging = sight
    found = [staging.since, *(one.evaluation for one in staging.compared)]
    found += [state.evaluation, state.before, state.preview] if state is not None else []
    found += [staging.replay.before, staging.replay.after] if staging.replay is not None else []
    return [one for one in found if one is not None]
