"""Files of the tables of a room: which to read, where to write, and what a table's package adds to the deal."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from dealbuilder.document.document import Document
from dealbuilder.document.edits import AddMeasure, AddPackage
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Package
from dealbuilder.ui.dialogs.files import Chosen, ask_save

translate = QCoreApplication.translate


def additions(document: Document, package: Package, measures: Sequence[Measure]) -> tuple[AddMeasure | AddPackage, ...]:
    """Return the edits that add a package and those own measures it uses that the deal has not."""
    there = {measure.id for measure in document.measures}
    used = {clause.measure for clause in package.clauses} - there
    own = (AddMeasure(measure=measure) for measure in measures if measure.id in used)
    return (*own, AddPackage(package=package))


def ask_files(parent: QWidget, folder: str, chosen: Callable[[tuple[Path, ...]], None]) -> None:
    """Ask for the tables' files, any number of them."""
    kinds = translate("room_files", "Deals and their PDFs (*.deal *.pdf);;All files (*)")
    dialog = QFileDialog(parent, translate("room_files", "Add the tables’ files"), folder, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)

    def take(paths: list[str]) -> None:
        chosen(tuple(Path(path) for path in paths))

    dialog.filesSelected.connect(take)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def ask_where(parent: QWidget, folder: str, chosen: Chosen) -> None:
    """Ask where the room goes as a file, and of which kind."""
    kinds = (
        translate("room_files", "Excel workbook (*.xlsx)"),
        translate("room_files", "Table of all numbers (*.csv)"),
        translate("room_files", "Text with tables, Markdown (*.md)"),
        translate("room_files", "Data, JSON (*.json)"),
        translate("room_files", "The map, SVG (*.svg)"),
        translate("room_files", "The map, PNG (*.png)"),
    )
    ask_save(parent, folder, translate("room_files", "tables") + ".xlsx", ";;".join(kinds), chosen)


def dropped(event: QDropEvent) -> tuple[Path, ...]:
    """Return the files that are dragged, whatever their endings: what is no deal is told as skipped."""
    return tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
