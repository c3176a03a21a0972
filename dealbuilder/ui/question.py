"""What a deal asks the model, and who answers."""

from dataclasses import dataclass, replace

from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.analysis.evaluation import Evaluation, Setting
from dealbuilder.analysis.importance import Importance, weigh
from dealbuilder.analysis.inject_effect import Effect, effect
from dealbuilder.document.document import Document
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.inject import Inject
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Package
from dealbuilder.report.debrief.debrief import Debrief, scored
from dealbuilder.ui.jobs import Tick, Work


@dataclass(frozen=True, slots=True)
class Question:
    """What a score depends on, and nothing else: two equal questions have one answer."""

    package: Package
    setting: Setting
    measures: tuple[Measure, ...] = ()


def question(document: Document) -> Question:
    """Return what a document asks the model."""
    baseline = None if document.baseline in (None, document.active) else document.package(document.baseline)
    setting = Setting(
        pack=document.pack,
        worldview=document.assumptions.worldview,
        changes=document.assumptions.changes,
        draws=document.draws,
        seed=document.seed,
        baseline=baseline,
        injects=document.injects,
    )
    return Question(document.package(), setting, document.measures)


class Answerer:
    """Holds one evaluator for the shipped catalogue and one for the catalogue with a deal's own measures."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._shipped = evaluator
        self._own: tuple[tuple[Measure, ...], Evaluator] = ((), evaluator)

    @property
    def shipped(self) -> Catalogue:
        """Return the catalogue the program came with."""
        return self._shipped.catalogue

    def catalogue(self, measures: tuple[Measure, ...]) -> Catalogue:
        """Return the catalogue together with a deal's own measures."""
        return self._service(measures).catalogue

    def debrief(self, plain: Debrief) -> Work:
        """Return the work that scores every state and move of a session."""
        service = self._service(plain.document.measures)

        def work(tick: Tick) -> Debrief:
            return scored(plain, service, tick=tick)

        return work

    def evaluator(self, measures: tuple[Measure, ...]) -> Evaluator:
        """Return a service that knows these measures too; the shipped one, with all it remembers, if they are none."""
        whole = self.shipped.with_measures(measures)
        if whole is self.shipped:
            return self._shipped
        return self._own[1] if self._own[0] == measures else Evaluator(whole)

    def work(self, asked: Question, most: int, *, full: bool) -> Work:
        """Return the work that answers a question with at most `most` draws."""
        service = self._service(asked.measures)
        setting = replace(asked.setting, draws=min(most, asked.setting.draws))

        def work(tick: Tick) -> Evaluation:
            return service.evaluate(asked.package, setting, tick=tick, full=full)

        return work

    def weigh(self, asked: Question) -> Work:
        """Return the work that finds how much each assumption matters, from draws that were already run."""
        service = self._service(asked.measures)
        baseline = asked.setting.baseline or NO_DEAL

        def work(tick: Tick) -> Importance:
            return weigh(service.store, asked.package, baseline, asked.setting, tick)

        return work

    def effect(self, asked: Question, inject: Inject) -> Work:
        """Return the work that runs a question with and without an inject."""
        service = self._service(asked.measures)

        def work(tick: Tick) -> Effect:
            return effect(service, asked.package, asked.setting, inject, tick)

        return work

    def _service(self, measures: tuple[Measure, ...]) -> Evaluator:
        if self._own[0] != measures:
            whole = self.shipped.with_measures(measures)
            self._own = (measures, self._shipped if whole is self.shipped else Evaluator(whole))
        return self._own[1]
