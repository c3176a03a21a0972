"""Dialogs that stay open beside the work follow the language on screen."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from dealbuilder import paths
from dealbuilder.model.text import Language
from dealbuilder.report.manual import pages
from dealbuilder.settings import Settings
from dealbuilder.ui.cards import card
from dealbuilder.ui.dialogs.manual import ManualDialog
from dealbuilder.ui.dialogs.source_card import SourceDialog
from dealbuilder.ui.studio import Studio


class Respeaking(QObject):
    """Writes source cards anew and turns the manual to its other language; what waits for an answer stands still."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self._studio = studio
        self._language: Language = studio.around.preferences.language
        studio.around.preferences.changed.connect(self._follow)

    def _follow(self, settings: Settings) -> None:
        language = self._studio.around.preferences.language
        if language == self._language:
            return
        self._language = language
        for window in QApplication.topLevelWidgets():
            if isinstance(window, SourceDialog) and window.isVisible():
                self._renew(window)
            elif isinstance(window, ManualDialog) and window.isVisible():
                self._replace(window)

    def _renew(self, dialog: SourceDialog) -> None:
        state, show = self._studio.workbench.state, dialog.subject
        found = card(show, state) if state is not None and show is not None else None
        if found is not None:
            dialog.show_card(found)

    def _replace(self, old: ManualDialog) -> None:
        """Open the manual in the other language at the same page and place."""
        manual = pages(paths.resources(), self._language)
        new = ManualDialog(manual, self._language, old.page(), old.parentWidget())
        new.finished.connect(new.deleteLater)
        new.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not old.isActiveWindow())
        new.setGeometry(old.geometry())
        new.show()
        old.close()
