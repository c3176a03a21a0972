"""What the study is about: the deal on the desk as it stands, and who answers."""

from dataclasses import dataclass

from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Lens
from dealbuilder.model.lenses_in_force import lenses_in_force
from dealbuilder.model.package import Package
from dealbuilder.model.text import Language
from dealbuilder.ui.question import Question
from dealbuilder.ui.state import State


@dataclass(frozen=True, slots=True)
class Subject:
    """A deal and what it asks the model.

    `service` may be called from a thread. `session`: a workshop is under way, in which advice changes the game.
    """

    state: State
    question: Question
    service: Evaluator
    session: bool = False

    @property
    def catalogue(self) -> Catalogue:
        """Return the catalogue together with the deal's own measures."""
        return self.state.catalogue

    @property
    def language(self) -> Language:
        """Return the language on screen."""
        return self.state.language

    @property
    def package(self) -> Package:
        """Return the package in front."""
        return self.question.package

    @property
    def lenses(self) -> tuple[Lens, ...]:
        """Return the roles with the weights, red lines and reservations that count in this deal."""
        return lenses_in_force(self.state.catalogue, self.state.document.lenses)

    @property
    def baseline(self) -> Package:
        """Return the package that it is compared with; the empty one stands for no new deal."""
        return self.question.setting.baseline or NO_DEAL
