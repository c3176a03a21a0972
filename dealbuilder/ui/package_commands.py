"""What the Package menu asks for."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from dealbuilder.document.edits import (
    AddPackage,
    ClearPackage,
    DuplicatePackage,
    Edit,
    RemovePackage,
    RenamePackage,
    SelectPackage,
    SetBaseline,
)
from dealbuilder.document.new import free_package_id
from dealbuilder.model.package import Package
from dealbuilder.ui.dialogues import Dialogues
from dealbuilder.ui.intents import Do
from dealbuilder.ui.studio import Studio


class PackageCommands(QObject):
    """Turns ids of actions into edits of packages."""

    def __init__(self, studio: Studio, dialogues: Dialogues) -> None:
        super().__init__(studio)
        self._studio = studio
        self._dialogues = dialogues

    def steps(self) -> dict[str, Callable[[], object]]:
        """Return what each id does."""
        return {
            "package_new": self._new,
            "package_duplicate": self._duplicate,
            "package_rename": self._rename,
            "package_next": self._next,
            "package_previous": self._previous,
            "package_baseline": self._baseline,
            "package_clear": self._clear,
            "package_remove": self._remove,
        }

    def _do(self, *edits: Edit) -> None:
        gesture = f"package-{id(edits)}" if len(edits) > 1 else None
        for edit in edits:
            self._studio.workbench.handle(Do(edit, gesture))

    def _free_name(self) -> str:
        """Return the next letter that no package has as its name."""
        state = self._studio.workbench.state
        taken = {package.name for package in state.document.packages} if state else set()
        return next((letter for letter in map(chr, range(ord("A"), ord("Z") + 1)) if letter not in taken), "")

    def _new(self) -> None:
        state = self._studio.workbench.state
        if state is not None:
            id = free_package_id(state.document)
            fresh = Package(id=id, name=self._free_name() or id)
            self._do(AddPackage(package=fresh), SelectPackage(package=id))

    def _duplicate(self) -> None:
        state = self._studio.workbench.state
        if state is not None:
            package, id = state.document.package(), free_package_id(state.document)
            name = self.tr("{name} (copy)").format(name=package.name)[:500]
            self._do(DuplicatePackage(source=package.id, id=id, name=name), SelectPackage(package=id))

    def _rename(self) -> None:
        state = self._studio.workbench.state
        if state is not None:
            name = state.document.package().name
            self._dialogues.ask_text(self.tr("Rename package"), self.tr("Name of the package"), name, self._renamed)

    def _renamed(self, name: str) -> None:
        state = self._studio.workbench.state
        if state is not None and name.strip():
            self._do(RenamePackage(package=state.document.active, name=name.strip()[:500]))

    def _next(self) -> None:
        self._step(1)

    def _previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        state = self._studio.workbench.state
        if state is not None and len(state.document.packages) > 1:
            ids = [package.id for package in state.document.packages]
            self._do(SelectPackage(package=ids[(ids.index(state.document.active) + by) % len(ids)]))

    def _baseline(self) -> None:
        state = self._studio.workbench.state
        if state is not None:
            self._do(SetBaseline(package=state.document.active))

    def _clear(self) -> None:
        state = self._studio.workbench.state
        if state is not None:
            self._do(ClearPackage(package=state.document.active))

    def _remove(self) -> None:
        state = self._studio.workbench.state
        if state is not None:
            self._do(RemovePackage(package=state.document.active))
