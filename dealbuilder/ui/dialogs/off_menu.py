"""A clause off the menu: two rounds of three-point estimates by the people in the room make it."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.document.edits import AddClause, AddMeasure, SetLevel
from dealbuilder.model import off_menu
from dealbuilder.model.channel import Channel
from dealbuilder.model.house import Estimate, House, pooled
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Clause
from dealbuilder.report import wording
from dealbuilder.report.house import figure
from dealbuilder.ui.intents import Do
from dealbuilder.ui.models import typed_number
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.appearance import Caption
from dealbuilder.ui.widgets.estimate_round import EstimateRound
from dealbuilder.ui.widgets.scrolled import Body
from dealbuilder.ui.widgets.side_words import side_titles
from dealbuilder.ui.widgets.tab_order import OrderedDialog

OFFERED = ("us", "china", "home", "terms")
MOST_RAMP = 60.0
FILLED = 0.94
"""Most of the screen that the dialog takes."""


class OffMenuDialog(OrderedDialog):
    """Emits `intent`: the measure and its clause, one step of undo."""

    intent = Signal(object)

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.setWindowTitle(self.tr("A clause off the menu"))
        lead = Caption(
            self.tr(
                "For a concession that the catalogue does not have. Everybody judges alone what it would do, then you "
                "talk, then everybody judges again; the mean of the second round counts. It is marked as a house "
                "estimate wherever it is named."
            ),
            role="muted",
        )
        lead.setWordWrap(True)
        self.which, self.title, self.side = QComboBox(), QLineEdit(), QComboBox()
        self.channel, self.ramp, self.talk = QComboBox(), QLineEdit("0"), QPlainTextEdit()
        self.facts, self.said = Caption(role="muted", factor=0.92), Caption()
        self.first, self.second = EstimateRound(), EstimateRound()
        self.spread = QLabel()
        self.tabs = QTabWidget()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.put = self.buttons.addButton(self.tr("Put it into the package"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._dress()
        self._lay_out(lead)
        (self.which if self.which.count() > 1 else self.title).setFocus()
        self.which.currentIndexChanged.connect(self._load)
        self.side.currentIndexChanged.connect(self._offer_channels)
        self.channel.currentIndexChanged.connect(self._judge)
        self.title.textChanged.connect(self._judge)
        self.ramp.textChanged.connect(self._judge)
        self.first.changed.connect(self._judge)
        self.second.changed.connect(self._judge)
        self.tabs.currentChanged.connect(self._visit)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        self._offer_channels()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the facts the lines they need at this width: a form asks only once."""
        super().resizeEvent(event)
        self._fit_facts()

    def _fit_facts(self) -> None:
        self.facts.setMinimumHeight(max(self.facts.heightForWidth(self.facts.width()), 0))

    def _dress(self) -> None:
        self.which.addItem(self.tr("A new clause"), "")
        for measure in self._state.document.measures:
            if measure.house is not None:
                self.which.addItem(
                    self.tr("Judge again: {title}").format(title=measure.title.get(self._state.language)), measure.id
                )
        for side in OFFERED:
            self.side.addItem(side_titles()[side], side)
        self.title.setMaxLength(off_menu.TITLE)
        self.title.setPlaceholderText(self.tr("Verb first, for example: Share magnet stock data every month"))
        self.talk.setPlaceholderText(self.tr("What was said; who knew something the others did not"))
        self.talk.setTabChangesFocus(True)
        for caption in (self.facts, self.said, self.spread):
            caption.setWordWrap(True)
        self.put.setProperty("primary", True)
        self.put.setDefault(True)
        for widget in (self.title, self.side, self.channel, self.ramp, self.first, self.second, self.talk, self.put):
            widget.setEnabled(not self._state.read_only)

    def _lay_out(self, lead: QWidget) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows = (
            (self.tr("Clause"), self.which),
            (self.tr("In words"), self.title),
            (self.tr("Whose"), self.side),
            (self.tr("What it moves"), self.channel),
            ("", self.facts),
            (self.tr("Months to full effect"), self.ramp),
        )
        for name, widget in rows:
            form.addRow(name, widget)
            if name:
                widget.setAccessibleName(name)
        form.setRowVisible(self.which, self.which.count() > 1)
        talk = QWidget()
        inner = QVBoxLayout(talk)
        inner.addWidget(self.spread)
        inner.addWidget(self.talk, 1)
        self.talk.setAccessibleName(self.tr("What was said"))
        self.tabs.addTab(self.first, self.tr("1 · Each alone"))
        self.tabs.addTab(talk, self.tr("2 · Talk"))
        self.tabs.addTab(self.second, self.tr("3 · Each again"))
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(lead)
        whole.addLayout(form)
        whole.addWidget(self.tabs, 1)
        column = QVBoxLayout(self)
        column.addWidget(Body(inside), 1)
        column.addWidget(self.said)
        column.addWidget(self.buttons)
        letters = self.fontMetrics()
        room = self.screen().availableSize() * FILLED
        self.resize(QSize(letters.averageCharWidth() * 110, letters.height() * 44).boundedTo(room))

    def chosen_channel(self) -> Channel | None:
        """Return what the clause moves."""
        return self._state.catalogue.channel_by_id.get(self.channel.currentData() or "")

    def _old(self) -> Measure | None:
        id = self.which.currentData()
        return next((one for one in self._state.document.measures if id and one.id == id), None)

    def _offer_channels(self) -> None:
        side, language = self.side.currentData(), self._state.language
        self.channel.blockSignals(True)
        self.channel.clear()
        for channel in self._state.catalogue.channels:
            if channel.side == side:
                self.channel.addItem(channel.label.get(language), channel.id)
        self.channel.blockSignals(False)
        self._judge()

    def _load(self) -> None:
        """Show an earlier house estimate, to be judged again."""
        old = self._old()
        fixed = old is not None
        for widget in (self.title, self.side, self.channel):
            widget.setEnabled(not fixed and not self._state.read_only)
        if old is None or old.house is None:
            self._judge()
            return
        self.title.setText(old.title.get(self._state.language))
        self.side.setCurrentIndex(self.side.findData(old.side))
        self._offer_channels()
        self.channel.setCurrentIndex(self.channel.findData(old.house.channel))
        self._judge()
        self.ramp.setText(typed_number.write(old.ramp))
        self.first.model.fill(old.house.first)
        self.second.model.fill(old.house.second)
        self.talk.setPlainText(old.house.talk)

    def _visit(self, tab: int) -> None:
        if tab == self.tabs.indexOf(self.second):
            self.second.model.name(self.first.model.people())
        if tab != 0:
            self.first.cover(False)
        self._judge()

    def _judge(self) -> None:
        """Say at once what the estimates come to, or what is missing."""
        channel, language = self.chosen_channel(), self._state.language
        if channel is not None:
            scale = wording.in_unit(1.0, channel.unit, language)
            for one in (self.first, self.second):
                one.judge_by(scale, (channel.low, channel.high), wording.unit(channel.unit, language))
            self.facts.setText(self._for_scale(channel))
            self._fit_facts()
        self.spread.setText(self._spread())
        wrong = self._wrong()
        self.said.set_role("warn" if wrong else "text")
        self.said.setText(wrong or self._comes_to())
        self.put.setEnabled(not wrong and not self._state.read_only)

    def _for_scale(self, channel: Channel) -> str:
        """Return where the channel stands, how far it goes, and what clauses of the catalogue set it to."""
        language = self._state.language
        ends = [figure(v, channel.unit, language) for v in (channel.rest, channel.low, channel.high)]
        said = self.tr("Without any clause {rest}; it can go from {low} to {high}.").format(
            rest=ends[0], low=ends[1], high=ends[2]
        )
        for measure in self._state.catalogue.measures:
            for level in reversed(measure.levels):
                if channel.id in level.channels and measure.house is None:
                    value = figure(level.channels[channel.id], channel.unit, language)
                    known = self.tr("For scale: “{title}” at “{level}” sets {value}.").format(
                        title=measure.title.get(language), level=level.label.get(language), value=value
                    )
                    return wording.joined([said, known], language)
        return said

    def _spread(self) -> str:
        estimates = self.first.model.estimates()
        if len(estimates) < 2:
            return self.tr("The first round needs two people before there is something to talk over.")
        least, most = min(estimates, key=lambda one: one.likely), max(estimates, key=lambda one: one.likely)
        figures = [self._shown(one.likely) for one in (least, most)]
        said = self.tr("Likely figures run from {low} ({a}) to {high} ({b}). Let these two say first what they know.")
        return said.format(low=figures[0], a=least.who or "–", high=figures[1], b=most.who or "–")

    def _shown(self, value: float) -> str:
        channel = self.chosen_channel()
        unit = channel.unit if channel else ""
        return figure(value, unit, self._state.language)

    def _wrong(self) -> str:
        """Return the first thing that keeps the clause from being made; empty if nothing does."""
        if self._state.read_only:
            return self.tr("This deal is open read-only: save it under another name to add a clause.")
        if not self.title.text().strip():
            return self.tr("Say in words what is conceded.")
        faults = (*self.first.model.faults(), *self.second.model.faults()) if self._begun() else ()
        if faults:
            return faults[0]
        if not self.first.model.estimates():
            return self.tr("At least one person judges in the first round.")
        number, said = typed_number.read(self.ramp.text())
        if number is None or not 0.0 <= number <= MOST_RAMP:
            return said or self.tr("Months to full effect lie between 0 and 60.")
        return ""

    def _begun(self) -> bool:
        return bool(self.first.model.people()) or bool(self.second.model.people())

    def _counted(self) -> tuple[Estimate, ...]:
        return self.second.model.estimates() or self.first.model.estimates()

    def _comes_to(self) -> str:
        estimates = self._counted()
        low, likely, high = (self._shown(value) for value in pooled(estimates))
        said = self.tr("Mean of %n estimate(s): likely {likely}, from {low} to {high}.", "", len(estimates))
        text = said.format(likely=likely, low=low, high=high)
        once = self.tr("Only one round so far: talk and judge again if there is time.")
        return text if self.second.model.estimates() else wording.joined([text, once], self._state.language)

    def _accept(self) -> None:
        channel, state = self.chosen_channel(), self._state
        number, _ = typed_number.read(self.ramp.text())
        if channel is None or number is None or self._wrong():
            return
        talk = self.talk.toPlainText().strip()
        house = House(
            channel=channel.id,
            first=self.first.model.estimates(),
            second=self.second.model.estimates(),
            talk=talk[:5_000],
        )
        old = self._old()
        taken = state.catalogue.measure_by_id.keys() | {one.id for one in state.document.measures}
        id = old.id if old is not None else off_menu.free_id(self.title.text(), taken)
        title = self.title.text().removesuffix(off_menu.MARKS.en).removesuffix(off_menu.MARKS.zh)
        made = off_menu.measure(id, self.side.currentData(), title, house, channel, number)
        self.accept()
        package, gesture = state.document.package(), f"off-menu-{id}-{len(house.first)}"
        self.intent.emit(Do(AddMeasure(measure=made), gesture))
        if package.clause(id) is None:
            self.intent.emit(Do(AddClause(package=package.id, clause=Clause(measure=id, level="likely")), gesture))
        elif package.clause(id).level not in off_menu.LEVELS:  # pyright: ignore[reportOptionalMemberAccess]
            self.intent.emit(Do(SetLevel(package=package.id, measure=id, level="likely"), gesture))
