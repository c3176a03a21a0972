"""What was asked last, by name only: which action, which kind of edit; never of which clause, title or number."""

from collections import deque

from dealbuilder.ui.intents import Do, Preview

KEPT = 20
"""Things asked that are kept."""


class Trail:
    """Remembers the last things that were asked."""

    def __init__(self) -> None:
        self._kept: deque[str] = deque(maxlen=KEPT)

    def action(self, id: object) -> None:
        """Note the id of an action of the table."""
        self._note(str(id))

    def intent(self, intent: object) -> None:
        """Note the kind of an intent, and of the edit it asks for."""
        name = type(intent).__name__
        edit = intent.edit if isinstance(intent, Do | Preview) else None
        self._note(f"{name}({type(edit).__name__})" if edit is not None else name)

    def names(self) -> tuple[str, ...]:
        """Return the names, oldest first; one that was asked many times in a row stands once with its count."""
        return tuple(self._kept)

    def _note(self, name: str) -> None:
        last, _, count = self._kept[-1].partition(" x ") if self._kept else ("", "", "")
        if last == name:
            self._kept[-1] = f"{name} x {int(count or 1) + 1}"
        else:
            self._kept.append(name)
