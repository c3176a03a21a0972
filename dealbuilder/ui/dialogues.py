"""Dialogs opened on the deal, and what happens with their answers."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog

from dealbuilder import paths
from dealbuilder.document import recovery
from dealbuilder.document.edits import Rename
from dealbuilder.document.recovery import Recoverable
from dealbuilder.document.versions import Version, keep, restore
from dealbuilder.errors import DealError
from dealbuilder.report.content import Options
from dealbuilder.report.manual import explained, pages
from dealbuilder.ui import outlets
from dealbuilder.ui.assuming import Assuming
from dealbuilder.ui.cards import card
from dealbuilder.ui.dialogs.about import AboutDialog
from dealbuilder.ui.dialogs.cleaned import Cleaned, CleanedDialog
from dealbuilder.ui.dialogs.files import Chosen, ask_save
from dealbuilder.ui.dialogs.keys import KeysDialog
from dealbuilder.ui.dialogs.manual import ManualDialog
from dealbuilder.ui.dialogs.notes import NotesDialog
from dealbuilder.ui.dialogs.off_menu import OffMenuDialog
from dealbuilder.ui.dialogs.recover import RecoverDialog
from dealbuilder.ui.dialogs.report import ReportDialog
from dealbuilder.ui.dialogs.settings import SettingsDialog
from dealbuilder.ui.dialogs.source_card import SourceDialog
from dealbuilder.ui.dialogs.versions import VersionsDialog
from dealbuilder.ui.injecting import Injecting
from dealbuilder.ui.intents import Do, ShowMethod, ShowSource, ShowStudy
from dealbuilder.ui.jobs import Work
from dealbuilder.ui.leaving import proposed
from dealbuilder.ui.studio import Studio
from dealbuilder.ui.theme import shown
from dealbuilder.ui.workbench import now


class Dialogues(QObject):
    """Opens dialogs without blocking; each hands its answer to the workbench, the papers or the runner.

    `restored` carries the Recoverable that is to come back on the desk.
    """

    restored = Signal(object)

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self._studio = studio
        self._window = studio.window
        self._workbench = studio.workbench
        self._assuming = Assuming(studio)
        self.injecting = Injecting(studio)
        studio.workbench.source.connect(self.source)
        studio.workbench.method.connect(self.method)

    def source(self, show: ShowSource) -> None:
        """Open the source card of a subject."""
        state = self._workbench.state
        found = card(show, state) if state is not None else None
        if found is None:
            self._studio.pass_message(self.tr("The catalogue says nothing on this."))
        else:
            place = explained(paths.resources(), self._workbench.catalogue, show.kind, show.id)
            study = ShowStudy("why", show.id) if show.kind == "indicator" else None
            dialog = SourceDialog(found, ShowMethod(*place) if place else None, self._window, study, show)
            dialog.intent.connect(self._workbench.handle)
            self._show(dialog)

    def versions(self) -> None:
        """Open the kept versions."""
        deal = self._workbench.deal
        if deal is not None:
            dialog = VersionsDialog(deal.versions, deal.read_only, self._window)
            dialog.kept.connect(self._keep_version)
            dialog.restored.connect(self._restore_version)
            self._open(dialog)

    def _keep_version(self, note: str) -> None:
        deal, author = self._workbench.deal, self._studio.around.preferences.settings.author
        if deal is not None:
            self._workbench.keep(
                deal.with_versions(keep(deal.versions, deal.document, at=now(), who=author, note=note))
            )
            self._workbench.committed.emit()
            self._studio.pass_message(self.tr("The version is kept; save the deal to keep it in the file."))

    def _restore_version(self, version: Version) -> None:
        self._workbench.handle(Do(restore(version)))

    def notes(self, measure: str | None = None) -> None:
        """Open the notes, on a clause if one is named."""
        if self._workbench.state is not None:
            dialog = NotesDialog(self._workbench.state, measure, self._window)
            dialog.intent.connect(self._workbench.handle)
            self._open(dialog)

    def off_menu(self) -> None:
        """Open the form of a clause that the catalogue does not have."""
        if self._workbench.state is not None:
            dialog = OffMenuDialog(self._workbench.state, self._window)
            dialog.intent.connect(self._workbench.handle)
            self._open(dialog)

    def rename(self) -> None:
        """Ask for the deal's title."""
        state = self._workbench.state
        if state is not None:
            self.ask_text(self.tr("Rename deal"), self.tr("Title of the deal"), state.document.title, self._renamed)

    def _renamed(self, title: str) -> None:
        self._workbench.handle(Do(Rename(title=title[:500].strip())))

    def ask_text(self, title: str, label: str, text: str, answered: object) -> None:
        """Ask for one line of text."""
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(title)
        dialog.setLabelText(label)
        dialog.setTextValue(text)
        dialog.textValueSelected.connect(answered)
        self._open(dialog)

    def report(self, *, term_sheet: bool = False) -> None:
        """Ask how the PDF is to be, then where, then write it; `term_sheet` proposes the term sheet alone."""
        settings = self._studio.around.preferences.settings
        dialog = ReportDialog(self._studio.around.preferences.language, settings.paper, self._window)
        dialog.term_sheet.setChecked(term_sheet)
        dialog.chosen.connect(self._report_where)
        self._open(dialog)

    def _report_where(self, options: Options) -> None:
        state = self._workbench.state
        if state is None:
            return

        def chosen(path: Path) -> None:
            work = outlets.report(self._studio.around.answerer, state, options, path)
            self._write(work)

        self._ask_where(".pdf", self.tr("PDF (*.pdf)"), chosen)

    def export(self) -> None:
        """Ask where data or a picture go, then write them."""
        state, chart = self._workbench.state, self._studio.desk.charts.shown()
        if state is None:
            return

        def chosen(path: Path) -> None:
            self._write(outlets.export(self._studio.around.answerer, state, path, chart, shown().name))

        kinds = ";;".join(
            (
                self.tr("Table of all numbers (*.csv)"),
                self.tr("Excel workbook (*.xlsx)"),
                self.tr("Text with tables, Markdown (*.md)"),
                self.tr("Data, JSON (*.json)"),
                self.tr("The chart on screen, SVG (*.svg)"),
                self.tr("The chart on screen, PNG (*.png)"),
            )
        )
        self._ask_where(".csv", kinds, chosen)

    def clean(self) -> None:
        """Ask where the clean copy goes, write it, and say what was left out."""
        deal, language = self._workbench.deal, self._workbench.language
        if deal is None:
            return

        def chosen(path: Path) -> None:
            work = outlets.clean(deal, path, language)
            self._studio.around.runner.start("write", work, self._cleaned, self._studio.refuse)

        self._ask_where(self.tr("-clean") + ".deal", self.tr("Deal (*.deal)"), chosen)

    def _cleaned(self, value: object) -> None:
        if isinstance(value, Cleaned):
            self._open(CleanedDialog(value, self._window))

    def _ask_where(self, ending: str, kinds: str, chosen: Chosen) -> None:
        state = self._workbench.state
        if state is not None:
            name = Path(proposed(state.document)).stem + ending
            ask_save(self._window, self._studio.around.preferences.settings.last_folder, name, kinds, chosen)

    def _write(self, work: Work) -> None:
        self._window.busy_label.setText(self.tr("Writing…"))
        self._studio.around.runner.start("write", work, self._written, self._unwritten, self._writing)

    def _writing(self, share: float) -> None:
        self._window.busy_label.setText(self.tr("Writing… {share} %").format(share=round(100 * share)))

    def _unwritten(self, error: DealError) -> None:
        self._window.busy_label.clear()
        self._studio.refuse(error)

    def _written(self, path: object) -> None:
        self._window.busy_label.clear()
        self._studio.pass_message(self.tr("Written to {file}").format(file=path))

    def recover(self) -> None:
        """Offer what was put aside by windows that never closed."""
        self._recover(recovery.recoverable())

    def offer_recovery(self) -> None:
        """Offer it at the start, if there is any."""

        def found(offered: object) -> None:
            if offered and isinstance(offered, tuple):
                self._recover(offered)

        work = self._studio.around.runner.start
        work("recover", lambda tick: recovery.recoverable(), found, self._studio.refuse, keeping=True)

    def _recover(self, offered: tuple[Recoverable, ...]) -> None:
        dialog = RecoverDialog(offered, self._window)
        dialog.restored.connect(self.restored)
        dialog.discarded.connect(self._discard)
        self._open(dialog)

    def _discard(self, one: Recoverable) -> None:
        try:
            claim = recovery.adopt(one)
        except DealError as error:
            self._studio.refuse(error)
            return
        recovery.discard(claim.file)
        claim.release()

    def settings(self) -> None:
        """Open the settings."""
        preferences = self._studio.around.preferences
        dialog = SettingsDialog(preferences.settings, self._window)
        dialog.chosen.connect(preferences.take)
        self._open(dialog)

    def assumptions(self) -> None:
        """Open assumptions and sources."""
        self._assuming.open()

    def injects(self) -> None:
        """Open the deck of injects."""
        self.injecting.open()

    def keys(self) -> None:
        """Open the keyboard map."""
        self._show(KeysDialog(self._window))

    def manual(self) -> None:
        """Open the manual in the language on screen."""
        self.method(ShowMethod(""))

    def method(self, show: ShowMethod) -> None:
        """Open the manual at a page and a place on it; one that is open already turns to them."""
        language = self._studio.around.preferences.language
        # A dialog that waits for an answer lets nobody into windows that are not its own.
        above = QApplication.activeModalWidget() or self._window
        open_ones = [one for one in above.findChildren(ManualDialog) if one.parentWidget() is above]
        still = [one for one in open_ones if one.isVisible() and one.language == language]
        dialog = still[-1] if still else ManualDialog(pages(paths.resources(), language), language, parent=above)
        if not still:
            self._show(dialog)
        if show.page:
            dialog.turn(show.page, show.place)
        dialog.raise_()
        dialog.activateWindow()

    def about(self) -> None:
        """Open what the program is."""
        catalogue = self._workbench.catalogue
        self._open(AboutDialog(f"{catalogue.version} ({catalogue.digest[:12]})", self._window))

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
