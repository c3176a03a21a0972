"""The study follows the deal: it asks what the panel in front needs, once, and says what it shows."""

from PySide6.QtWidgets import QLabel, QVBoxLayout

from dealbuilder.document.edits import AddClause
from dealbuilder.errors import DealError
from dealbuilder.model.package import Clause
from dealbuilder.ui.intents import Do
from dealbuilder.ui.jobs import Tick, Work
from dealbuilder.ui.study.panel import Panel
from dealbuilder.ui.study.studying import Studying
from dealbuilder.ui.study.subject import Subject
from tests.ui.conftest import Desk


class Counting(Panel):
    """Answers with the number of clauses and counts how often it was asked."""

    id = "counting"
    asked = 0
    refuses = False

    def __init__(self) -> None:
        super().__init__()
        self.shown = QLabel()
        QVBoxLayout(self).addWidget(self.shown)

    def name(self) -> str:
        return "Counting"

    def missing(self, subject: Subject) -> str:
        return "" if subject.package.clauses else "There is no clause to count."

    def work(self, subject: Subject) -> Work:
        clauses = len(subject.package.clauses)

        def work(tick: Tick) -> int:
            Counting.asked += 1
            tick(0.5)
            if Counting.refuses:
                raise DealError("Counting is off.", "Turn it on.")
            return clauses

        return work

    def show_subject(self, subject: Subject) -> None:
        pass

    def show_answer(self, answer: object, subject: Subject) -> None:
        self.shown.setText(str(answer))

    def clear(self) -> None:
        self.shown.clear()


def counting(program: Desk) -> Studying:
    Counting.asked, Counting.refuses = 0, False
    program.new()
    study = Studying(program.commands.studio, (Counting,))
    study.open("counting")
    return study


def add(program: Desk, measure: str, level: str) -> None:
    program.commands.studio.workbench.handle(
        Do(AddClause(package=program.state.document.active, clause=Clause(measure=measure, level=level)))
    )


def first_level(program: Desk, place: int) -> tuple[str, str]:
    measure = program.state.catalogue.measures[place]
    return measure.id, measure.levels[1].id


def test_an_empty_package_is_told_in_words_and_nothing_is_asked(program: Desk) -> None:
    study = counting(program)
    assert study.window is not None
    assert study.window.missing.text() == "There is no clause to count."
    assert study.window.missing.isVisible()
    assert Counting.asked == 0
    study.close()


def test_an_edit_brings_another_answer_and_undo_brings_the_old_one_back_unasked(program: Desk) -> None:
    study = counting(program)
    assert study.window is not None
    panel = study.window.front()
    assert isinstance(panel, Counting)
    add(program, *first_level(program, 0))
    program.wait(lambda: panel.shown.text() == "1")
    add(program, *first_level(program, 1))
    program.wait(lambda: panel.shown.text() == "2")
    assert Counting.asked == 2
    program.commands.do("undo")
    program.wait(lambda: panel.shown.text() == "1")
    assert Counting.asked == 2
    study.close()


def test_a_refusal_leaves_the_last_answer_and_offers_to_try_again(program: Desk) -> None:
    study = counting(program)
    window = study.window
    assert window is not None
    panel = window.front()
    assert isinstance(panel, Counting)
    add(program, *first_level(program, 0))
    program.wait(lambda: panel.shown.text() == "1")
    Counting.refuses = True
    add(program, *first_level(program, 1))
    program.wait(lambda: "Counting is off." in window.said.text())
    assert panel.shown.text() == "1"
    assert window.anew.isVisible()
    Counting.refuses = False
    window.anew.click()
    program.wait(lambda: panel.shown.text() == "2")
    study.close()


def test_the_window_closes_with_the_deal(program: Desk) -> None:
    study = counting(program)
    program.commands.studio.leave_desk()
    assert study.window is None
