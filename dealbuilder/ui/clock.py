"""Times as the user reads them."""

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale


def local(iso: str) -> str:
    """Return an ISO time in the user's zone and language; what is no time stays as it is."""
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    moment = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
