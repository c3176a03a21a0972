"""A deal whose every text is markup, and a look for widgets that would take it for markup."""

import json
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLabel, QTextEdit, QWidget

from dealbuilder.document import edits
from dealbuilder.document.document import Document
from dealbuilder.document.embed import to_bytes
from dealbuilder.document.history import History
from dealbuilder.document.plan import Seat
from dealbuilder.document.versions import keep
from dealbuilder.model.package import Clause
from tests.document.deals import full_deal, inject, own_measure, plan, role

EVIL = '<img src="file:///etc/passwd"><a href="http://x/">HOSTILE</a>'
ROWS = 40
"""Rows of a model that are looked at."""


def _evil(text: str) -> object:
    """Return JSON in which every wording says the same evil."""

    def turned(value: object) -> object:
        if isinstance(value, dict):
            return {
                key: EVIL if key in ("en", "zh", "reason", "who", "note") and isinstance(part, str) else turned(part)
                for key, part in value.items()
            }
        return [turned(part) for part in value] if isinstance(value, list) else value

    return turned(json.loads(text))


def evil_document(draws: int = 32) -> Document:
    """Return a deal that opens, scores, and says nothing but evil."""
    shipped = {"us": "entity_list_dec24", "china": "cn_whitelist"}
    measures = tuple(
        type(own)(**_evil(own.model_copy(update={"side": side}).model_dump_json()))
        for own, side in ((own_measure("own_us"), "us"), (own_measure("own_cn"), "china"))
    )
    clauses = (
        Clause(measure="own_us", level="all", note=EVIL, private_note=EVIL),
        Clause(measure="own_cn", level="all", note=EVIL),
        Clause(measure=shipped["china"], level="nearly_all", note=EVIL),
        Clause(measure=EVIL, level=EVIL),
    )
    base = full_deal()
    injects = tuple(type(one)(**_evil(one.model_dump_json())) for one in (inject(), inject("second", 12)))
    lenses = tuple(type(one)(**_evil(one.model_dump_json())) for one in (role(), role("own_role", -1.5)))
    seats = (Seat(name=EVIL, lens="us_dealmakers"),)
    staged = type(plan())(**_evil(plan().model_dump_json())).model_copy(update={"seats": seats})
    packages = tuple(
        package.model_copy(update={"name": EVIL, "note": EVIL, "clauses": clauses}) for package in base.packages
    )
    changes = tuple(change.model_copy(update={"reason": EVIL, "who": EVIL}) for change in base.assumptions.changes)
    fields = {
        **dict(base),
        "title": EVIL,
        "note": EVIL,
        "private_note": EVIL,
        "pack": "2025-07",
        "draws": draws,
        "seed": 7,
        "packages": packages,
        "assumptions": base.assumptions.model_copy(update={"changes": changes, "worldview": "central"}),
        "measures": measures,
        "sealed": {EVIL: EVIL},
        "injects": injects,
        "lenses": lenses,
        "plan": staged,
    }
    return Document(**fields)


def evil_file(path: Path) -> Path:
    """Write the deal with an evil journal and an evil kept version."""
    history = History.start(evil_document()).do(edits.WriteNote(text=EVIL + "2"))
    path.write_bytes(to_bytes(history, keep((), history.document, at=EVIL[:90], who=EVIL, note=EVIL)))
    return path


def taken_for_markup(root: QWidget | None = None) -> list[str]:
    """Return every place on the screen where the evil is shown as markup instead of as it stands."""
    widgets = root.findChildren(QWidget) if root is not None else QApplication.allWidgets()
    found: list[str] = []
    for widget in widgets:
        name = f"{type(widget).__name__} in {type(widget.window()).__name__}"
        found += [f"{name}: {what}" for what in _faults(widget)]
    return sorted(set(found))


def _faults(widget: QWidget) -> Iterator[str]:
    if _would_run(widget.toolTip()):
        yield f"tool tip {widget.toolTip()[:60]!r}"
    if isinstance(widget, QLabel):
        plain = widget.textFormat() == Qt.TextFormat.PlainText
        if not plain and _would_run(widget.text()):
            yield f"label {widget.text()[:60]!r}"
    if isinstance(widget, QTextEdit) and "<img" in widget.toHtml():
        yield "a page with a picture of the file's"
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from (f"tool tip of a cell {text[:60]!r}" for text in _tips(widget.model()))
    if isinstance(widget, QComboBox):
        yield from (f"tool tip of a choice {text[:60]!r}" for text in _tips(widget.model()))


def _would_run(text: str) -> bool:
    """Return whether the evil stands in a text that Qt would take for rich, unescaped."""
    return "<img" in text and "HOSTILE" in text


def _tips(model: QAbstractItemModel, parent: QModelIndex | None = None, depth: int = 0) -> Iterator[str]:
    above = QModelIndex() if parent is None else parent
    for row in range(min(model.rowCount(above), ROWS)):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(above)
        for column in range(columns):
            index = model.index(row, column, above)
            text = index.data(Qt.ItemDataRole.ToolTipRole)
            if isinstance(text, str) and _would_run(text):
                yield text
            if column == 0 and depth < 3:
                yield from _tips(model, index, depth + 1)
