"""What the Room menu asks for: one method an entry, each opening what its owner built."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from dealbuilder.ui.studio import Studio


class RoomCommands(QObject):
    """Turns ids of the Room menu into dialogs and windows; an entry that is not in `steps` is not shown."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self._studio = studio

    def steps(self) -> dict[str, Callable[[], object]]:
        """Return what each id does. Still to come: present, session, seal, propose, agree, injects, tables, debrief,
        kit and rehearse.
        """
        return {}
