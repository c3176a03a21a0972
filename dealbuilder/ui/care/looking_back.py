"""Looking back at the start: whether the last program ended, and what it left."""

from dataclasses import dataclass

from dealbuilder.document import recovery
from dealbuilder.report.care import shelf
from dealbuilder.report.care.marker import left_over


@dataclass(frozen=True, slots=True)
class LastTime:
    """What is left of an end that was none: the report and its file, "" if none; deals with unsaved work."""

    report: str
    path: str
    unsaved: int


def look_back() -> LastTime | None:
    """Return what is worth telling, once; None if there is nothing. It reads files: for a thread."""
    found = left_over()
    text = "\n\n".join(one.text() for one in found if one.fault)
    path = shelf.keep(text, "hard") if text else None
    unsaved = len(recovery.recoverable()) if found else 0
    return LastTime(text, str(path or ""), unsaved) if text or unsaved else None
