"""What Qt says: kept for a report, the last few of it, and written to the terminal without a flood."""

import sys
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from dealbuilder.report.care.scrubbing import qt_words

KEPT = 20
"""Different messages that are kept."""
LOUD = 3
"""Times that one message is written to the terminal; then it is only counted."""
KINDS = {
    QtMsgType.QtDebugMsg: "debug",
    QtMsgType.QtInfoMsg: "info",
    QtMsgType.QtWarningMsg: "warning",
    QtMsgType.QtCriticalMsg: "critical",
    QtMsgType.QtFatalMsg: "fatal",
}
Fatal = Callable[[str], None]


class Messages:
    """Takes Qt's messages; `on_fatal` is called with the last one, before Qt ends the program."""

    def __init__(self, on_fatal: Fatal) -> None:
        self.on_fatal = on_fatal
        self._kept: deque[str] = deque(maxlen=KEPT)
        self._count: dict[str, int] = {}

    def install(self) -> None:
        """Stand where Qt sends its messages."""
        qInstallMessageHandler(self._take)

    def remove(self) -> None:
        """Let Qt write its messages itself again."""
        qInstallMessageHandler(None)

    def lines(self) -> tuple[str, ...]:
        """Return the last messages, oldest first, with how often each came; nothing of a deal is in them."""
        return tuple(f"{line} (x {self._count[line]})" if self._count[line] > 1 else line for line in self._kept)

    def _take(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        line = f"{KINDS.get(kind, '?')}: {qt_words(text)}"
        if line not in self._count and len(self._kept) == KEPT:
            self._count.pop(self._kept[0], None)
        self._count[line] = count = self._count.get(line, 0) + 1
        if count == 1:
            self._kept.append(line)
        if count <= LOUD and sys.stderr is not None:
            sys.stderr.write(f"{text if sys.stderr.isatty() else line}\n")
        if kind == QtMsgType.QtFatalMsg:
            self.on_fatal(line)
