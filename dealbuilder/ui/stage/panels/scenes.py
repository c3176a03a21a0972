"""Which scene the room sees, whose move it is, which chart Through time shows, and which score Why is about."""

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.model.workshop import SCENES
from dealbuilder.ui.marked import QT_TRANSLATE_NOOP
from dealbuilder.ui.stage.deeds import Deed
from dealbuilder.ui.stage.panels.buttons import DeedButton
from dealbuilder.ui.stage.show import Show
from dealbuilder.ui.widgets.flow import FlowLayout
from dealbuilder.ui.widgets.whole_choice import tell_whole

NAMES = {
    "brief": QT_TRANSLATE_NOOP("scenes", "Brief"),
    "package": QT_TRANSLATE_NOOP("scenes", "Package"),
    "score": QT_TRANSLATE_NOOP("scenes", "Score"),
    "time": QT_TRANSLATE_NOOP("scenes", "Through time"),
    "compare": QT_TRANSLATE_NOOP("scenes", "Compare"),
    "map": QT_TRANSLATE_NOOP("scenes", "Map"),
    "why": QT_TRANSLATE_NOOP("scenes", "Why"),
    "inject": QT_TRANSLATE_NOOP("scenes", "Inject"),
    "check": QT_TRANSLATE_NOOP("scenes", "Room check"),
    "dark": QT_TRANSLATE_NOOP("scenes", "Dark"),
}
MOVES = {
    "none": QT_TRANSLATE_NOOP("scenes", "nobody's move"),
    "us": QT_TRANSLATE_NOOP("scenes", "the United States"),
    "china": QT_TRANSLATE_NOOP("scenes", "China"),
    "both": QT_TRANSLATE_NOOP("scenes", "both sides"),
}


def scene_name(scene: str) -> str:
    """Return the name of a scene in the language on screen."""
    return QCoreApplication.translate("scenes", NAMES[scene])


class ScenesPanel(QWidget):
    """`asked` carries Deed("scene"), Deed("move"), Deed("series") or Deed("indicator") with an id."""

    asked = Signal(object)

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self.buttons: dict[str, QToolButton] = {}
        chips = QWidget()
        flow = FlowLayout(chips)
        for scene in SCENES:
            if scene == "dark":
                continue
            button = QToolButton()
            button.setProperty("chip", True)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setObjectName(scene)
            button.clicked.connect(self._choose)
            self.buttons[scene] = button
            flow.addWidget(button)
        self.move_box, self.series, self.indicator = QComboBox(), QComboBox(), QComboBox()
        self.move_box.activated.connect(self._move)
        self.series.activated.connect(self._series)
        self.indicator.activated.connect(self._indicator)
        self._labels = (QLabel(), QLabel(), QLabel())
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self._labels[0], self.move_box)
        form.addRow(self._labels[1], self.series)
        form.addRow(self._labels[2], self.indicator)
        self.night = DeedButton(Deed("night"))
        self.night.setCheckable(True)
        self.night.asked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(chips)
        column.addLayout(form)
        column.addWidget(self.night)
        for id in MOVES:
            self.move_box.addItem("", id)
        for box in (self.move_box, self.series, self.indicator):
            box.setMinimumContentsLength(6)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        tell_whole(self.move_box, self.series, self.indicator)
        self._language: Language = "en"
        self._retranslate()

    def show_show(self, show: Show) -> None:
        """Show what is chosen."""
        for scene, button in self.buttons.items():
            button.setChecked(scene == show.shown.scene)
        self.night.setChecked(show.shown.dark)
        language = show.state.language if show.state else "en"
        if language != self._language or not self.series.count():
            self._language = language
            self._fill()
        chosen = (show.shown.move, show.shown.series, show.shown.indicator)
        for box, value in zip((self.move_box, self.series, self.indicator), chosen, strict=True):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(value))

    def _fill(self) -> None:
        self.series.clear()
        for series in self._catalogue.series:
            if series.chart:
                self.series.addItem(series.label.get(self._language), series.id)
        self.indicator.clear()
        for one in self._catalogue.indicators:
            if one.headline:
                self.indicator.addItem(one.label.get(self._language), one.id)

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            button.setChecked(True)
            self.asked.emit(Deed("scene", button.objectName()))

    def _move(self) -> None:
        self.asked.emit(Deed("move", self.move_box.currentData()))

    def _series(self) -> None:
        self.asked.emit(Deed("series", self.series.currentData()))

    def _indicator(self) -> None:
        self.asked.emit(Deed("indicator", self.indicator.currentData()))

    def _retranslate(self) -> None:
        for scene, button in self.buttons.items():
            button.setText(scene_name(scene))
        for place, text in enumerate(MOVES.values()):
            self.move_box.setItemText(place, QCoreApplication.translate("scenes", text))
        self.night.say(self.tr("Light on dark"), "L")
        words = (self.tr("Whose move"), self.tr("Chart"), self.tr("Score of Why"))
        boxes = (self.move_box, self.series, self.indicator)
        for box, label, text in zip(boxes, self._labels, words, strict=True):
            box.setAccessibleName(text)
            label.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
