"""The user's preferences at work: language, theme and text size put on screen, and handed on to be kept."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from dealbuilder.model.text import Language
from dealbuilder.settings import Settings
from dealbuilder.ui import fonts, language, theme
from dealbuilder.ui.language import Interpreter

STEP = 0.1
SMALLEST, LARGEST = 0.8, 2.0
"""Text scale."""
TOGETHER = 80
"""Milliseconds within which steps of the text size are joined: laying the whole window out for each takes longer."""


class Preferences(QObject):
    """Holds the settings; `changed` after they were put on screen. Reading and writing the file is the roof's job."""

    changed = Signal(object)

    def __init__(
        self, app: QApplication, interpreter: Interpreter, settings: Settings, keep: Callable[[Settings], None]
    ) -> None:
        super().__init__(app)
        self._app = app
        self._interpreter = interpreter
        self._keep = keep
        self.settings = settings
        self._worn: tuple[str, float] | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(TOGETHER)
        self._later.timeout.connect(self._settle)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._apply()

    @property
    def app(self) -> QApplication:
        """Return the application that wears them."""
        return self._app

    @property
    def language(self) -> Language:
        """Return the language on screen."""
        chosen = self.settings.language
        return language.of_the_system() if chosen == "system" else chosen

    @property
    def dark(self) -> bool:
        """Say whether the theme on screen is dark."""
        return theme.by_name(self.settings.theme).dark

    def take(self, settings: Settings) -> None:
        """Put new settings on screen and keep them."""
        if settings != self.settings:
            self.settings = settings
            self._apply()
            self._keep(settings)
            self.changed.emit(settings)

    def set(self, **values: object) -> None:
        """Change single preferences."""
        self.take(self.settings.model_copy(update=values))

    def scale_by(self, steps: int) -> None:
        """Make text larger or smaller by steps; 0 returns to 100 %. Steps in quick succession are shown as one."""
        scale = 1.0 if steps == 0 else round(self.settings.text_scale + steps * STEP, 2)
        wanted = self.settings.model_copy(update={"text_scale": min(max(scale, SMALLEST), LARGEST)})
        if wanted != self.settings:
            self.settings = wanted
            self._keep(wanted)
            self._later.start()

    def _settle(self) -> None:
        self._apply()
        self.changed.emit(self.settings)

    def _follow_system(self) -> None:
        if self.settings.theme == "system":
            self._apply()

    def _apply(self) -> None:
        dress = theme.by_name(self.settings.theme)
        wanted = (dress.name, self.settings.text_scale)
        if wanted != self._worn:
            self._worn = wanted
            fonts.apply(self._app, self.settings.text_scale)
            theme.apply(self._app, dress, self.settings.text_scale)
        if self.language != self._interpreter.language:
            self._interpreter.speak(self.language)
