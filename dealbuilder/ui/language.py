"""The language on screen: translators put in and taken out while the program runs."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from dealbuilder.model.text import Language

LOCALES: dict[Language, str] = {"en": "en_US", "zh": "zh_CN"}
NAMES: dict[Language, str] = {"en": "English", "zh": "简体中文"}


def of_the_system() -> Language:
    """Return the language the user's system speaks, English if it is neither."""
    return "zh" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def spoken() -> Language:
    """Return the language on screen."""
    return "zh" if QLocale().language() == QLocale.Language.Chinese else "en"


def listed(parts: Iterable[str]) -> str:
    """Return parts of one sentence with the mark between them that the language on screen puts there."""
    return between().join(parts)


def between() -> str:
    """Return that mark."""
    return "；" if spoken() == "zh" else "; "


def headed(head: str, words: str) -> str:
    """Return words below a head, with the colon of the language on screen."""
    return f"{head}：{words}" if spoken() == "zh" else f"{head}: {words}"


class Interpreter(QObject):
    """Holds the translators of the language that is spoken; Qt tells every widget when they change."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        super().__init__(app)
        self._app = app
        self._folder = folder
        self._translators: list[QTranslator] = []
        self.language: Language | None = None
        self.missing = False

    def speak(self, language: Language) -> None:
        """Put the texts of `language` on screen; `missing` says whether its file could not be read."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators.clear()
        self.language = language
        QLocale.setDefault(QLocale(LOCALES[language]))
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._load(f"qtbase_{LOCALES[language]}", qt_folder)
        self.missing = not self._load(f"dealbuilder_{language}", str(self._folder))

    def _load(self, name: str, folder: str) -> bool:
        translator = QTranslator(self)
        if not translator.load(name, folder):
            return False
        self._translators.append(translator)
        return self._app.installTranslator(translator)
