"""The tables dialog at work: files read, scored and merged by jobs, packages taken into the deal as edits."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject

from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.room.merging import Merged, merged
from dealbuilder.analysis.room.own import Gathered, gathered
from dealbuilder.analysis.room.standing import Room, room
from dealbuilder.document.document import Document
from dealbuilder.document.new import free_package_id
from dealbuilder.document.tables import Reading, read_tables
from dealbuilder.errors import DealError
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Package
from dealbuilder.model.tabled import Tabled
from dealbuilder.report.room import merging, outlets, words
from dealbuilder.ui.dialogs.tables import TablesDialog
from dealbuilder.ui.intents import Do
from dealbuilder.ui.jobs import Tick
from dealbuilder.ui.question import question
from dealbuilder.ui.room_files import additions, ask_files, ask_where
from dealbuilder.ui.state import State
from dealbuilder.ui.studio import Studio
from dealbuilder.ui.theme import shown
from dealbuilder.ui.widgets.merge_form import Wish
from dealbuilder.ui.workbench import QUICK_DRAWS

READING, SCORING, MERGING, WRITING = "tables", "room", "merge", "write"
"""Lanes of the runner."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the room depends on: two equal ones have one answer."""

    setting: Setting
    measures: tuple[Measure, ...]
    reading: Reading


def setting(document: Document) -> Setting:
    """Return the facilitator's setting, under which every table is scored; any package may be the baseline."""
    base = None if document.baseline is None else document.package(document.baseline)
    return replace(question(document).setting, baseline=base)


def open_tables(studio: Studio) -> None:
    """Open the tables of the room, or bring them to the front."""
    (studio.findChild(Tabling) or Tabling(studio)).open()


class Tabling(QObject):
    """Holds files, answers and the dialog while it is open; the files stay when it is closed and the deal is not."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self._studio = studio
        self._runner = studio.around.runner
        self._workbench = studio.workbench
        self._dialog: TablesDialog | None = None
        self._forget()
        self._workbench.changed.connect(self._follow)
        studio.left.connect(self.close)
        studio.papers.opened.connect(self._forget)

    def _forget(self) -> None:
        for lane in (READING, SCORING, MERGING):
            self._runner.cancel(lane)
        self._paths: tuple[Path, ...] = ()
        self._chosen: dict[Path, str] = {}
        self._reading = Reading()
        self._asked: Asked | None = None
        self._together = Gathered(())
        self._service: Evaluator | None = None
        self._room: Room | None = None
        self._merged: Merged | None = None
        self._wish: Wish | None = None
        self._taken = 0
        if self._dialog is not None:
            self._show_all(self._dialog)

    def open(self) -> None:
        """Open the dialog, or bring it to the front."""
        state = self._workbench.state
        if state is None:
            return
        if self._dialog is None:
            self._dialog = dialog = TablesDialog(state, self._studio.window)
            dialog.added.connect(self.add)
            dialog.removed.connect(self._remove)
            dialog.packaged.connect(self._package)
            dialog.adding.connect(self._take)
            dialog.choosing.connect(self._choose)
            dialog.exporting.connect(self._export)
            dialog.merge.wished.connect(self._merge)
            dialog.finished.connect(self._closed)
            self._show_all(dialog)
            dialog.show()
            self._follow(state)
        self._dialog.raise_()
        self._dialog.activateWindow()

    def close(self) -> None:
        """Close the dialog and forget the files."""
        if self._dialog is not None:
            self._dialog.reject()
        self._forget()

    def _closed(self) -> None:
        for lane in (READING, SCORING, MERGING):
            self._runner.cancel(lane)
        self._asked = None
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None

    def _show_all(self, dialog: TablesDialog) -> None:
        dialog.show_reading(self._reading)
        dialog.show_room(self._room)

    def _choose(self) -> None:
        if self._dialog is not None:
            ask_files(self._dialog, self._studio.around.preferences.settings.last_folder, self.add)

    def add(self, paths: tuple[Path, ...]) -> None:
        """Read more files beside those that are there; a file that is given again is read anew."""
        self._paths = (*(path for path in self._paths if path not in paths), *dict.fromkeys(paths))
        self._read()

    def _remove(self, paths: tuple[Path, ...]) -> None:
        self._paths = tuple(path for path in self._paths if path not in paths)
        self._read()

    def _package(self, wanted: tuple[Path, str]) -> None:
        self._chosen = {**self._chosen, wanted[0]: wanted[1]}
        self._read()

    def _read(self) -> None:
        paths, chosen = self._paths, dict(self._chosen)

        def work(tick: Tick) -> Reading:
            return read_tables(paths, chosen, tick)

        self._progress(0.0)
        self._runner.start(READING, work, self._was_read, self._failed)

    def _was_read(self, value: object) -> None:
        if isinstance(value, Reading) and self._dialog is not None:
            self._reading, self._room, self._merged = value, None, None
            self._show_all(self._dialog)
            self._progress(None)
            self._ask()

    def _follow(self, state: State) -> None:
        """Follow the facilitator's deal: its setting is that of the room."""
        if self._dialog is not None:
            self._dialog.show_state(state)
            self._ask()

    def _ask(self) -> None:
        """Score the tables anew if anything they depend on has changed: a first answer soon, the whole one after."""
        state = self._workbench.state
        if state is None or self._dialog is None:
            return
        document = state.document
        asked = Asked(setting(document), document.measures, self._reading)
        if asked == self._asked:
            return
        self._asked = asked
        deals = [table.deal for table in self._reading.tables]
        together = gathered(self._workbench.catalogue, deals, document.measures)
        if self._service is None or together.measures != self._together.measures:
            self._service = self._studio.around.answerer.evaluator(together.measures)
        self._together = together
        if not deals:
            for lane in (SCORING, MERGING):
                self._runner.cancel(lane)
            self._progress(None)
            self._dialog.show_room(None)
            return
        self._score(asked, full=False)

    def _score(self, asked: Asked, *, full: bool) -> None:
        service, together = self._service, self._together
        draws = asked.setting.draws if full else min(asked.setting.draws, QUICK_DRAWS)
        if service is None:
            return

        def work(tick: Tick) -> Room:
            under = replace(asked.setting, draws=draws)
            return room(service, together.deals, under, together.notices, tick=tick, full=full)

        self._progress(0.0)
        self._runner.start(SCORING, work, self._scored, self._failed, self._progress)

    def _scored(self, value: object) -> None:
        if not isinstance(value, Room) or self._dialog is None or self._asked is None:
            return
        self._room = value
        self._progress(None)
        self._dialog.show_room(value)
        if value.final:
            self._merge(self._dialog.merge.wish())
        else:
            self._score(self._asked, full=True)

    def _progress(self, share: float | None) -> None:
        if self._dialog is not None:
            self._dialog.tell_busy(share)

    def _failed(self, error: DealError) -> None:
        self._progress(None)
        self._studio.refuse(error)

    def _merge(self, wish: Wish | None) -> None:
        """Merge as wished, and score what comes of it."""
        deals, service, asked, dialog = self._together.deals, self._service, self._asked, self._dialog
        if wish is None or service is None or asked is None or dialog is None or not deals:
            return
        if max(wish.us, wish.china, wish.rest) >= len(deals):
            return
        us, china, rest = deals[wish.us], deals[wish.china], deals[wish.rest]
        self._merged = made = merged(service.catalogue, us, china, rest, wish.choices, self._together.measures)
        dialog.show_merge(made, None)
        whole = Tabled(self.tr("Merged"), made.package, asked.setting.pack)

        def work(tick: Tick) -> Room:
            return room(service, (us, china, whole), asked.setting, tick=tick)

        self._runner.start(MERGING, work, self._was_merged, self._failed)

    def _was_merged(self, value: object) -> None:
        if isinstance(value, Room) and self._dialog is not None:
            self._dialog.show_merge(self._merged, value)

    def _take(self, place: int | None) -> None:
        """Add a table's package, or the merged one (None), to the deal."""
        state, language = self._workbench.state, self._workbench.language
        if state is None or self._service is None:
            return
        if place is not None:
            deal, file = self._together.deals[place], self._reading.tables[place].path.name
            note = words.added(deal.package.note, file, language)
            self._add(deal.package.model_copy(update={"name": deal.name[: merging.NAME], "note": note}), state)
        elif self._merged is not None:
            name = merging.name(self._merged, language)
            note = merging.note(self._service.catalogue, self._merged, language)
            self._add(self._merged.package.model_copy(update={"name": name, "note": note}), state)

    def _add(self, package: Package, state: State) -> None:
        """Add a package and the own measures that it needs, as one step of undo."""
        self._taken += 1
        whole = package.model_copy(update={"id": free_package_id(state.document)})
        for edit in additions(state.document, whole, self._together.measures):
            self._workbench.handle(Do(edit, f"tables {self._taken}"))
        self._studio.pass_message(self.tr("“{name}” is a package of the deal now.").format(name=package.name))

    def _export(self) -> None:
        scored, dialog = self._room, self._dialog
        if scored is None or dialog is None:
            return
        told = outlets.Told(scored, tuple(table.path.name for table in self._reading.tables), self._reading.skipped)
        language, look = self._workbench.language, shown().name

        def chosen(path: Path) -> None:
            def work(tick: Tick) -> Path:
                outlets.write(path, path.suffix.lower(), told, language, look)
                return path

            self._runner.start(WRITING, work, self._written, self._studio.refuse)

        ask_where(dialog, self._studio.around.preferences.settings.last_folder, chosen)

    def _written(self, path: object) -> None:
        self._studio.pass_message(self.tr("Written to {file}").format(file=path))
