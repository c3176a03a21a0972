"""One line of the editor of injects: a channel or a parameter, its figures, unit and allowed range."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QLineEdit, QToolButton, QWidget

from dealbuilder.analysis import bearing
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.channel import Channel
from dealbuilder.model.inject import ChannelShift, ParameterShift
from dealbuilder.model.parameter import Parameter
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.differing import ranged
from dealbuilder.ui.models import typed_number
from dealbuilder.ui.widgets.appearance import Caption, redress, tip

LONGEST = 60
WIDTH = 24
"""Least width of the choice, in characters."""
KEPT = 12
"""Significant digits of a figure after it was turned into the catalogue's unit."""

Shift = ChannelShift | ParameterShift


class ShiftRow(QWidget):
    """`changed` when anything is typed or chosen, `removed` with itself when the row goes."""

    changed = Signal()
    removed = Signal(object)

    def __init__(
        self, catalogue: Catalogue, language: Language, parameter: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.parameter = parameter
        self._catalogue = catalogue
        self._language: Language = language
        self.what = QComboBox()
        self.value, self.low, self.high = QLineEdit(), QLineEdit(), QLineEdit()
        self.remove = QToolButton()
        self.allowed = Caption(factor=0.88, role="muted")
        self.allowed.setWordWrap(True)
        self._offer()
        self._lay_out()
        self.what.currentIndexChanged.connect(self._choose)
        for field in self.fields():
            field.setMaxLength(LONGEST)
            field.textChanged.connect(self.changed)
        self.remove.clicked.connect(self._remove)
        self.retranslate()
        self._choose()

    def fields(self) -> tuple[QLineEdit, ...]:
        """Return the figures that are typed."""
        return (self.value, self.low, self.high) if self.parameter else (self.value,)

    def _offer(self) -> None:
        ids = bearing.parameters(self._catalogue) if self.parameter else bearing.channels(self._catalogue)
        known = self._catalogue.parameter_by_id if self.parameter else self._catalogue.channel_by_id
        for id in ids:
            self.what.addItem(known[id].label.get(self._language), id)
        self.what.model().sort(0)
        self.what.setEditable(True)
        self.what.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = self.what.completer() or QCompleter(self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.what.setMinimumContentsLength(WIDTH)
        self.what.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.what.setCurrentIndex(0)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(1)
        grid.addWidget(self.what, 0, 0)
        for place, field in enumerate(self.fields(), start=1):
            grid.addWidget(field, 0, place)
            grid.setColumnStretch(place, 1)
        grid.addWidget(self.remove, 0, 4)
        grid.addWidget(self.allowed, 1, 0, 1, 5)
        grid.setColumnStretch(0, 4)

    def _id(self) -> str:
        """Return the chosen id; none while the words typed name nothing."""
        place = self.what.findText(self.what.currentText())
        return "" if place < 0 else str(self.what.itemData(place))

    def load(self, shift: Shift) -> None:
        """Show a shift that is already there; an id this catalogue does not know leaves the row empty."""
        id = shift.parameter if isinstance(shift, ParameterShift) else shift.channel
        place = self.what.findData(id)
        if place < 0:
            self.what.setEditText(id)
        self.what.setCurrentIndex(place)
        scale = self._scale()
        figures = (shift.value, shift.low, shift.high) if isinstance(shift, ParameterShift) else (shift.by,)
        for field, figure in zip(self.fields(), figures, strict=True):
            field.setText(typed_number.write(figure * scale))

    def _scale(self) -> float:
        known = self._known()
        return wording.in_unit(1.0, known.unit, self._language) if known is not None else 1.0

    def _known(self) -> Parameter | Channel | None:
        id = self._id()
        return self._catalogue.parameter_by_id.get(id) if self.parameter else self._catalogue.channel_by_id.get(id)

    def typed(self) -> tuple[Shift | None, str]:
        """Return the shift that is typed, or None and why it is none."""
        id, scale = self._id(), self._scale()
        if not id:
            return None, self.tr("“{0}” is no channel and no assumption: choose one from the list.").format(
                self.what.currentText()[:LONGEST]
            )
        figures: list[float | None] = []
        for field in self.fields():
            number, said = typed_number.read(field.text())
            if said:
                return None, f"{self.what.currentText()}: {said}"
            figures.append(None if number is None else float(f"{number / scale:.{KEPT}g}"))
        if figures[0] is None:
            return None, self.tr("{0}: a figure is needed.").format(self.what.currentText())
        return self._parameter(id, figures) if self.parameter else self._channel(id, figures[0])

    def _channel(self, id: str, by: float) -> tuple[Shift | None, str]:
        channel = self._catalogue.channel_by_id[id]
        reach = channel.high - channel.low
        if not by or abs(by) > reach:
            words = self.tr("{0}: the shift lies between −{1} and +{1}, and is not nought.")
            return None, words.format(self.what.currentText(), _figure(reach * self._scale()))
        return ChannelShift(channel=id, by=by), ""

    def _parameter(self, id: str, figures: list[float | None]) -> tuple[Shift | None, str]:
        known, value = self._catalogue.parameter_by_id[id], figures[0]
        low, high = (value if end is None else end for end in figures[1:])
        if value is None or low is None or high is None or not low <= value <= high:
            return None, self.tr("{0}: the value lies outside low to high.").format(self.what.currentText())
        if known.impossible(value, low, high):
            return None, self.tr("{0}: one of the figures lies outside what can be.").format(self.what.currentText())
        return ParameterShift(parameter=id, value=value, low=low, high=high), ""

    def _choose(self) -> None:
        """Say in which unit the figures are and between which ends."""
        known, language = self._known(), self._language
        if known is None:
            self.allowed.setText("")
        elif self.parameter:
            parameter = self._catalogue.parameter_by_id[known.id]
            low, high = (wording.in_unit(end, parameter.unit, language) for end in parameter.bounds())
            now = ranged(parameter.value, parameter.low, parameter.high, parameter.unit, language)
            self.allowed.setText(
                self.tr("Catalogue: {now}. Allowed: {low} to {high}. Unit: {unit}").format(
                    now=now,
                    low=_figure(low),
                    high=_figure(high),
                    unit=wording.unit(parameter.unit, language) or wording.EN_DASH,
                )
            )
        else:
            channel, scale = self._catalogue.channel_by_id[known.id], self._scale()
            words = self.tr("Added to what is in force, ±{reach}; it stays between {low} and {high}. Unit: {unit}")
            self.allowed.setText(
                words.format(
                    reach=_figure((channel.high - channel.low) * scale),
                    low=_figure(channel.low * scale),
                    high=_figure(channel.high * scale),
                    unit=wording.unit(channel.unit, language) or wording.EN_DASH,
                )
            )
        self._name_removal()
        self.changed.emit()

    def _name_removal(self) -> None:
        self.remove.setAccessibleName(f"{self.remove.toolTip()}: {self.what.currentText()}")

    def _remove(self) -> None:
        self.removed.emit(self)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            redress(self)

    def retranslate(self) -> None:
        """Write the names of the fields anew."""
        for part in filter(None, (self.what, self.what.lineEdit())):
            part.setAccessibleName(
                self.tr("Assumption that moves") if self.parameter else self.tr("Channel that moves")
            )
        names = (self.tr("Value"), self.tr("Low"), self.tr("High")) if self.parameter else (self.tr("Shift, signed"),)
        for field, name in zip(self.fields(), names, strict=True):
            field.setAccessibleName(name)
            field.setPlaceholderText(name)
            field.setToolTip(name)
        self.remove.setText("×")
        self.remove.setToolTip(tip(self.tr("Remove this line")))
        self._name_removal()


def _figure(value: float) -> str:
    """Return an end of a range as short as it is exact, with a true minus sign."""
    return f"{value:g}".replace("-", wording.MINUS)
