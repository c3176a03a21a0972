"""Kept versions: what the deal was when somebody said "keep this", and why."""

from pydantic import BaseModel, ConfigDict, Field

from dealbuilder.document.deal_edits import RestoreVersion
from dealbuilder.document.document import Document
from dealbuilder.document.limits import VERSIONS, room


class Version(BaseModel):
    """One kept version: number from 1 up, when (ISO), who, a one-line why, and the document whole."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: int = Field(ge=1)
    at: str = Field(default="", max_length=100)
    who: str = Field(default="", max_length=500)
    note: str = Field(default="", max_length=5_000)
    document: Document


def keep(versions: tuple[Version, ...], document: Document, *, at: str, who: str, note: str) -> tuple[Version, ...]:
    """Return the versions with the document kept as the newest; numbers are never used twice."""
    room(len(versions), VERSIONS, "kept versions")
    number = max((version.number for version in versions), default=0) + 1
    return (*versions, Version(number=number, at=at, who=who, note=note, document=document))


def restore(version: Version) -> RestoreVersion:
    """Return the edit that brings a kept version back; the versions stay and undo takes it back."""
    return RestoreVersion(number=version.number, document=version.document)
