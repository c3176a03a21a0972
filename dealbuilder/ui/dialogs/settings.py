"""The settings: language, theme, text size, movement, paper, draws of new deals, and the name on versions."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.settings import Settings
from dealbuilder.ui.language import NAMES

SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
MOST_DRAWS = 100_000


class SettingsDialog(QDialog):
    """`chosen` carries the new Settings when the user accepts."""

    chosen = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Settings"))
        self.language = self._combo(
            [(self.tr("As the system"), "system"), *((name, id) for id, name in NAMES.items())], settings.language
        )
        self.theme = self._combo(
            [(self.tr("As the system"), "system"), (self.tr("Light"), "light"), (self.tr("Dark"), "dark")],
            settings.theme,
        )
        scales = sorted({*SCALES, settings.text_scale})
        self.scale = self._combo([(f"{scale * 100:.0f} %", scale) for scale in scales], settings.text_scale)
        self.motion = QCheckBox(self.tr("Scenes fade, replays run"))
        self.motion.setChecked(settings.motion)
        self.paper = self._combo([("A4", "a4"), (self.tr("US letter"), "letter")], settings.paper)
        self.draws = QSpinBox()
        self.draws.setRange(1, MOST_DRAWS)
        self.draws.setSingleStep(100)
        self.draws.setGroupSeparatorShown(True)
        self.draws.setValue(settings.draws)
        self.author = QLineEdit(settings.author)
        self.author.setMaxLength(200)
        form = QFormLayout()
        for label, field in (
            (self.tr("Language"), self.language),
            (self.tr("Theme"), self.theme),
            (self.tr("Text size"), self.scale),
            (self.tr("Movement"), self.motion),
            (self.tr("Paper of reports"), self.paper),
            (self.tr("Draws of new deals"), self.draws),
            (self.tr("Name on versions"), self.author),
        ):
            if field is not self.motion:
                field.setAccessibleName(label)
            form.addRow(label, field)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.buttons)

    def _combo(self, entries: list[tuple[str, object]], current: object) -> QComboBox:
        combo = QComboBox()
        for text, value in entries:
            combo.addItem(text, value)
        combo.setCurrentIndex([value for _, value in entries].index(current))
        return combo

    def _accept(self) -> None:
        values = {
            "language": self.language.currentData(),
            "theme": self.theme.currentData(),
            "text_scale": self.scale.currentData(),
            "motion": self.motion.isChecked(),
            "paper": self.paper.currentData(),
            "draws": self.draws.value(),
            "author": self.author.text().strip(),
        }
        self.accept()
        self.chosen.emit(self._settings.model_copy(update=values))
