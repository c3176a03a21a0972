"""Edits of the packages of a document."""

from typing import Annotated, Literal

from pydantic import Field

from dealbuilder.document.edit import FrozenEdit, Id
from dealbuilder.model.package import Package

Name = Annotated[str, Field(max_length=500)]


class AddPackage(FrozenEdit):
    """A package joins the document and becomes the active one."""

    kind: Literal["add_package"] = "add_package"
    package: Package


class DuplicatePackage(FrozenEdit):
    """A copy of a package, under its own id and name, is put behind it and becomes the active one."""

    kind: Literal["duplicate_package"] = "duplicate_package"
    source: Id
    id: Id
    name: Name


class RemovePackage(FrozenEdit):
    """A package leaves the document; if it was active its neighbour becomes so."""

    kind: Literal["remove_package"] = "remove_package"
    package: Id


class RenamePackage(FrozenEdit):
    """A package gets another name."""

    kind: Literal["rename_package"] = "rename_package"
    package: Id
    name: Name


class SelectPackage(FrozenEdit):
    """Another package becomes the active one."""

    kind: Literal["select_package"] = "select_package"
    package: Id


class ReplacePackage(FrozenEdit):
    """A package is replaced whole by one of the same id, as an import does."""

    kind: Literal["replace_package"] = "replace_package"
    package: Package


class ClearPackage(FrozenEdit):
    """All clauses leave a package; its name and note stay."""

    kind: Literal["clear_package"] = "clear_package"
    package: Id


PackageEdit = (
    AddPackage | DuplicatePackage | RemovePackage | RenamePackage | SelectPackage | ReplacePackage | ClearPackage
)
