"""Print kit and rehearsal check at work: dialogs opened on the deal, the work done in a thread."""

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject

from dealbuilder import settings
from dealbuilder.document.document import Document
from dealbuilder.document.new import new_document
from dealbuilder.errors import DealError
from dealbuilder.report.kit.kit import Options
from dealbuilder.report.kit.making import Request, make
from dealbuilder.report.kit.printing import beside
from dealbuilder.report.rehearsal.rehearse import Rehearsed, rehearse
from dealbuilder.ui.dialogs.kit import KitDialog
from dealbuilder.ui.dialogs.rehearsal import RehearsalDialog
from dealbuilder.ui.jobs import Tick
from dealbuilder.ui.language import spoken
from dealbuilder.ui.screens import lettering, screens, seen
from dealbuilder.ui.studio import Studio

KIT, REHEARSAL = "kit", "rehearsal"
UNSAVED = "dealbuilder kit"
"""The folder offered for the kit of a deal that has no file yet."""


class RoomPaper(QObject):
    """Opens the two dialogs; each is one at a time and stays until it is closed."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self._studio = studio
        self._workbench = studio.workbench
        self._runner = studio.around.runner
        self._printing: KitDialog | None = None
        self._checking: RehearsalDialog | None = None

    def kit(self) -> None:
        """Open the print kit of the deal on the desk."""
        state = self._workbench.state
        if state is None or self._printing is not None:
            return
        folder = beside(Path(state.path)) if state.path else self._home() / UNSAVED
        above = self._checking or self._studio.window
        self._printing = dialog = KitDialog(state, self._preferred().paper, folder, above)
        dialog.asked.connect(self._make)
        dialog.cancelled.connect(self._stop_making)
        dialog.finished.connect(self._printed)
        dialog.open()

    def rehearse(self) -> None:
        """Open the rehearsal check, with or without a deal, and begin it."""
        if self._checking is not None:
            return
        state = self._workbench.state
        planned = state is not None and state.document.plan is not None
        self._checking = dialog = RehearsalDialog(
            self._workbench.catalogue,
            self._workbench.language,
            planned=planned,
            deal=state is not None,
            parent=self._studio.window,
        )
        dialog.asked.connect(self._check)
        dialog.kit.connect(self.kit)
        dialog.cancelled.connect(self._stop_checking)
        dialog.finished.connect(self._checked)
        dialog.open()
        dialog.begin()

    def _make(self, request: Request, folder: Path) -> None:
        state, dialog = self._workbench.state, self._printing
        if state is None or dialog is None:
            return
        document = state.document
        evaluator = self._studio.around.answerer.evaluator(document.measures)

        def work(tick: Tick) -> tuple[Path, ...]:
            return make(evaluator, document, request, folder, tick)

        self._runner.start(KIT, work, self._made, self._unmade, dialog.progress)

    def _made(self, files: object) -> None:
        if self._printing is not None and isinstance(files, tuple):
            self._printing.done_with(files[0].parent, len(files))

    def _unmade(self, error: DealError) -> None:
        if self._printing is not None:
            self._printing.refuse(error.told(spoken()))

    def _check(self, session: str) -> None:
        state, dialog = self._workbench.state, self._checking
        if dialog is None:
            return
        document = state.document if state is not None else new_document(dialog.windowTitle())
        what = Rehearsed(
            document=document,
            path=Path(state.path) if state is not None and state.path else None,
            read_only=state is not None and state.read_only,
            request=Request(Options(self._workbench.language, self._paper(document)), session or None),
        )
        evaluator = self._studio.around.answerer.evaluator(document.measures)
        # Screens and fonts belong to the main thread; the rest is looked at beside it.
        here = (screens(seen(self._studio.window)), lettering())

        def work(tick: Tick) -> object:
            return (*here, *rehearse(evaluator, what, tick))

        self._runner.start(REHEARSAL, work, self._found, self._refused, dialog.progress)

    def _found(self, findings: object) -> None:
        if self._checking is not None and isinstance(findings, tuple):
            self._checking.show_findings(findings)

    def _refused(self, error: DealError) -> None:
        if self._checking is not None:
            self._checking.refuse(error.told(spoken()))

    def _paper(self, document: Document) -> Literal["a4", "letter"]:
        return document.plan.paper if document.plan is not None else self._preferred().paper

    def _preferred(self) -> settings.Settings:
        return self._studio.around.preferences.settings

    def _home(self) -> Path:
        return Path(self._preferred().last_folder) if self._preferred().last_folder else Path.home()

    def _stop_making(self) -> None:
        self._runner.cancel(KIT)

    def _stop_checking(self) -> None:
        self._runner.cancel(REHEARSAL)

    def _printed(self) -> None:
        if self._printing is not None:
            self._printing.deleteLater()
        self._printing = None

    def _checked(self) -> None:
        if self._checking is not None:
            self._checking.deleteLater()
        self._checking = None
