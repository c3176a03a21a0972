"""Faults of ours: the work first, then the report, then one dialog."""

import gc
import sys
import threading

import pytest
from PySide6.QtCore import QObject, QTimer, QtMsgType
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QMessageBox, QWidget

from dealbuilder.report.care import shelf
from dealbuilder.ui.care import guard as guarding
from dealbuilder.ui.care.dialog import CrashDialog
from dealbuilder.ui.care.guard import Guard
from dealbuilder.ui.care.home import home
from dealbuilder.ui.care.messages import KEPT, LOUD, Messages
from dealbuilder.ui.care.trail import Trail
from dealbuilder.ui.intents import Copy, Do, FocusClause

ASIDE = "/state/recovery/1f2e.deal"


class Watch:
    """A guard that is installed, with what it did."""

    def __init__(self, parent: QObject) -> None:
        self.order: list[str] = []
        self.answer: str | Exception = ASIDE
        self.window: QWidget | None = None
        self.guard = Guard(self._rescue, lambda: self.window, lambda: ("surroundings",), parent)

    def _rescue(self) -> str:
        self.order.append("rescued")
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    @property
    def dialog(self) -> CrashDialog:
        assert isinstance(self.guard.dialog, CrashDialog)
        return self.guard.dialog


@pytest.fixture
def watch(qtbot):
    parent = QObject()
    made = Watch(parent)
    made.guard.install()
    yield made
    made.guard.remove()
    if made.guard.dialog is not None:
        made.guard.dialog.done(QDialog.DialogCode.Accepted)


def fault(words: str = "the fault") -> Exception:
    try:
        raise ValueError(words)
    except ValueError as error:
        return error


def raised(error: Exception) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def test_work_is_saved_first_then_a_report_is_written_then_it_is_told(watch, qtbot, capsys):
    raised(fault())
    assert watch.order == ["rescued"]
    assert watch.guard.dialog is None
    qtbot.waitUntil(lambda: watch.guard.dialog is not None)
    dialog = watch.dialog
    dialog.box.copy_all()
    (path,) = shelf.reports()
    assert QGuiApplication.clipboard().text() == path.read_text(encoding="utf-8")
    assert "ValueError: the …" in path.read_text(encoding="utf-8")
    assert "surroundings" in path.read_text(encoding="utf-8")
    assert "ValueError" in capsys.readouterr().err


def test_the_terminal_of_a_service_gets_nothing_of_the_deal(watch, qtbot, capsys):
    secret = "".join(("Zeph", "yrine"))
    raised(fault(secret))
    qtbot.waitUntil(lambda: watch.guard.dialog is not None)
    assert secret not in capsys.readouterr().err
    assert secret not in watch.dialog.box.toPlainText()


def test_work_that_cannot_be_saved_is_said_and_hides_no_fault(watch, qtbot, capsys):
    watch.answer = OSError(28, "No space left on device")
    raised(fault())
    qtbot.waitUntil(lambda: watch.guard.dialog is not None)
    assert "could not be put aside" in text_of(watch.dialog)
    assert "No space left" in capsys.readouterr().err


def text_of(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_a_report_that_finds_no_room_is_still_told(watch, qtbot, monkeypatch, capsys):
    monkeypatch.setattr(shelf, "keep", lambda text, kind: None)
    raised(fault())
    qtbot.waitUntil(lambda: watch.guard.dialog is not None)
    assert "could not be written" in text_of(watch.dialog)


def test_a_fault_of_painting_opens_one_dialog(watch, qtbot, capsys):
    class Broken(QWidget):
        painted = 0

        def paintEvent(self, event):
            Broken.painted += 1
            raise RuntimeError("cannot paint")

    widget = Broken()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(lambda: watch.guard.dialog is not None)
    before = Broken.painted
    for _ in range(20):
        widget.update()
        qtbot.wait(1)
    assert Broken.painted > before
    assert len(shelf.reports()) == 1
    widget.hide()


def test_a_fault_in_a_slot_and_in_a_timer_reach_the_guard(watch, qtbot, capsys):
    def slot():
        raise KeyError("slot")

    QTimer.singleShot(0, slot)
    qtbot.waitUntil(lambda: watch.guard.dialog is not None)
    assert "KeyError" in watch.dialog.box.toPlainText()


def test_a_fault_in_a_thread_reaches_the_guard_on_the_main_thread(watch, qtbot, capsys):
    def work():
        raise KeyError("thread")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: watch.guard.dialog is not None)
    assert watch.order == ["rescued"]


def test_a_fault_nobody_waited_for_is_written_and_not_told(watch, qtbot, capsys):
    class Fragile:
        def __del__(self):
            raise OSError("on the way out")

    Fragile()
    gc.collect()
    qtbot.waitUntil(lambda: len(shelf.reports()) == 1)
    assert watch.guard.dialog is None


def test_another_fault_while_the_dialog_is_open_is_counted_and_added(watch, qtbot, capsys):
    raised(fault())
    qtbot.waitUntil(lambda: watch.guard.dialog is not None)
    try:
        [][0]
    except IndexError as error:
        raised(error)
    qtbot.waitUntil(lambda: "IndexError" in watch.dialog.box.toPlainText())
    assert "IndexError" in shelf.reports()[0].read_text(encoding="utf-8")
    assert len(shelf.reports()) == 1


def test_the_same_fault_after_going_on_is_said_in_a_sentence_and_not_at_once(watch, qtbot, monkeypatch, capsys):
    said = []
    watch.guard.repeated.connect(said.append)
    for _ in range(3):
        raised(fault())
    qtbot.waitUntil(lambda: watch.guard.dialog is not None)
    watch.dialog.accept()
    raised(fault())
    qtbot.wait(20)
    assert (watch.guard.dialog, said) == (None, [])
    monkeypatch.setattr(guarding, "AGAIN", 0.0)
    raised(fault())
    qtbot.waitUntil(lambda: len(said) == 1)
    assert watch.guard.dialog is None


def test_a_fault_in_the_dialog_itself_is_told_with_what_still_works(watch, qtbot, monkeypatch, capsys):
    def broken(*_, **__):
        raise RuntimeError("no dialog")

    monkeypatch.setattr(guarding, "CrashDialog", broken)
    monkeypatch.setattr(Guard, "_told_by", lambda self, caught: broken())
    raised(fault())
    qtbot.waitUntil(lambda: watch.guard.dialog is not None)
    assert isinstance(watch.guard.dialog, QMessageBox)
    monkeypatch.undo()
    watch.guard.dialog.done(0)


def test_an_interrupt_is_no_fault(watch, qtbot, capsys):
    before = []
    watch.guard._before = (lambda *_: before.append("told"), *watch.guard._before[1:])
    error = KeyboardInterrupt()
    sys.excepthook(KeyboardInterrupt, error, None)
    qtbot.wait(10)
    assert before == ["told"]
    assert watch.guard.dialog is None


def test_where_nobody_could_answer_the_program_ends_with_the_code_of_a_fault(qtbot, monkeypatch, capsys):
    ended = []
    monkeypatch.setattr(QGuiApplication, "exit", ended.append)
    parent = QObject()
    guard = Guard(lambda: "", lambda: None, tuple, parent, unattended=True)
    guard.take(fault())
    qtbot.waitUntil(lambda: ended == [guarding.EXIT])
    assert guard.dialog is None


def test_quitting_ends_with_the_code_of_a_fault_once_work_is_safe(watch, qtbot, monkeypatch, capsys):
    ended = []
    monkeypatch.setattr(QGuiApplication, "exit", ended.append)
    raised(fault())
    qtbot.waitUntil(lambda: watch.guard.dialog is not None)
    watch.dialog.reject()
    assert ended == [guarding.EXIT]


def test_the_dialog_belongs_to_whoever_works_and_never_to_the_audience(qtbot):
    desk, console, audience = QWidget(), QWidget(), QWidget()
    console.setObjectName("console")
    audience.setObjectName("audience")
    for window in (desk, audience):
        qtbot.addWidget(window)
        window.show()
    qtbot.addWidget(console)
    audience.activateWindow()
    qtbot.waitUntil(audience.isActiveWindow)
    assert home(desk) is desk
    console.show()
    audience.activateWindow()
    assert home(desk) is console
    inner = QDialog(audience)
    inner.show()
    assert home(desk) is console


def test_messages_of_qt_are_kept_counted_and_written_without_a_flood(capsys):
    messages = Messages(lambda line: None)
    for _ in range(50):
        messages._take(QtMsgType.QtWarningMsg, None, 'cannot open "/home/ann/secret.deal"')  # type: ignore[arg-type]
    assert messages.lines() == ('warning: cannot open "…" (x 50)',)
    assert capsys.readouterr().err.count("\n") == LOUD
    for number in range(2 * KEPT):
        messages._take(QtMsgType.QtCriticalMsg, None, f"message {number}")  # type: ignore[arg-type]
    assert len(messages.lines()) == KEPT


def test_the_last_word_of_qt_is_handed_on_before_the_end():
    said = []
    messages = Messages(said.append)
    messages._take(QtMsgType.QtFatalMsg, None, "no more")  # type: ignore[arg-type]
    assert said == ["fatal: no more"]


def test_what_was_asked_is_remembered_by_name_alone():
    trail = Trail()
    trail.action("undo")
    trail.action("undo")
    trail.intent(Copy("a secret"))
    trail.intent(FocusClause("cn_whitelist"))
    assert trail.names() == ("undo x 2", "Copy", "FocusClause")


def test_a_flood_of_faults_is_one_rescue_one_report_one_dialog(watch, qtbot, capsys):
    error = fault()
    for _ in range(1000):
        watch.guard.take(error)
    qtbot.waitUntil(lambda: watch.guard.dialog is not None)
    qtbot.wait(10)
    assert watch.order == ["rescued"]
    assert len(shelf.reports()) == 1


def test_nothing_of_an_edit_but_its_kind_is_remembered():
    class Rename:
        title = "a secret"

    trail = Trail()
    trail.intent(Do(Rename()))  # type: ignore[arg-type]
    assert trail.names() == ("Do(Rename)",)
