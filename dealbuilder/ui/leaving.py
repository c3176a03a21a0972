"""Nothing is lost on the way out: unsaved work is saved or given up before a deal leaves the desk."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QCloseEvent, QGuiApplication, QSessionManager
from PySide6.QtWidgets import QMessageBox

from dealbuilder.document.document import Document
from dealbuilder.errors import DealError
from dealbuilder.report.attachment import file_name
from dealbuilder.ui.dialogs.files import ask_save
from dealbuilder.ui.studio import Studio

Then = Callable[[], None]


class Leaving(QObject):
    """Asks, saves, and then does what waits for it."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self._studio = studio
        self._window = studio.window
        self._closing = False
        self._session_over = False
        self._then: Then | None = None
        self.box: QMessageBox | None = None
        self._window.closing.connect(self._window_closes)
        studio.workbench.committed.connect(self._goes_on)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.commitDataRequest.connect(self.session_ends)

    def leave(self, then: Then) -> None:
        """Do something that takes the deal off the desk, once unsaved work was saved or given up."""
        deal = self._studio.workbench.deal
        if deal is None or not deal.unsaved:
            then()
            return
        if self.box is not None:
            return
        self._then = then
        button = QMessageBox.StandardButton
        self.box = QMessageBox(self._window)
        self.box.setIcon(QMessageBox.Icon.Question)
        self.box.setWindowTitle(self.tr("Unsaved changes"))
        self.box.setText(self.tr("Save the changes to this deal?"))
        self.box.setInformativeText(self.tr("Without saving they are lost."))
        self.box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        self.box.setDefaultButton(button.Save)
        self.box.finished.connect(self._answered)
        self.box.open()

    def _answered(self, which: int) -> None:
        box, self.box = self.box, None
        then, self._then = self._then, None
        if box is not None:
            box.deleteLater()
        if then is None:
            return
        if which == QMessageBox.StandardButton.Save:
            self.save(then)
        elif which == QMessageBox.StandardButton.Discard:
            self._studio.papers.close()
            then()

    def save(self, then: Then | None = None) -> None:
        """Save where the deal lives; ask where if it has no file yet."""
        deal = self._studio.workbench.deal
        if deal is not None and deal.path and not deal.read_only:
            self._studio.papers.save(Path(deal.path), then)
        elif deal is not None:
            self.save_as(then)

    def save_as(self, then: Then | None = None) -> None:
        """Ask for a file and save there."""
        deal = self._studio.workbench.deal
        if deal is None:
            return
        name = Path(deal.path).name if deal.path else proposed(deal.document)
        folder = str(Path(deal.path).parent) if deal.path else self._studio.around.preferences.settings.last_folder

        def chosen(path: Path) -> None:
            self._studio.papers.save(path, then)

        ask_save(self._window, folder, name, self.tr("Deal (*.deal)"), chosen)

    def _window_closes(self, event: QCloseEvent) -> None:
        deal = self._studio.workbench.deal
        if self._session_over:
            self._studio.papers.close(keeping=True)
            return
        if not self._closing and deal is not None and deal.unsaved:
            event.ignore()
            self.leave(self._close)
            return
        self._studio.around.preferences.set(
            geometry=self._window.geometry_text(), window_state=self._studio.desk.layout_text()
        )
        self._studio.papers.close()

    def session_ends(self, manager: QSessionManager) -> None:
        """Put unsaved work aside as the user logs out, who may not be there to answer; the next start offers it."""
        try:
            self._studio.papers.rescue()
        except DealError as error:
            manager.cancel()
            self._studio.refuse(error)
        else:
            self._session_over = True

    def _goes_on(self) -> None:
        """Take up again what another program's veto kept from ending."""
        self._session_over = False

    def _close(self) -> None:
        self._closing = True
        self._window.close()


def proposed(document: Document) -> str:
    """Return a file name for a deal that has none; letters of every script are kept."""
    plain = "".join(char if char.isalnum() or char in " -_()+" else "-" for char in document.title).strip()
    return f"{plain[:60]}.deal" if plain else file_name("")
