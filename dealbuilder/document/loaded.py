"""What a deal file holds once read: the history of the document, kept versions, stamps, and what to tell the user."""

from dataclasses import dataclass, field

from pydantic import BaseModel, ConfigDict, Field

from dealbuilder.document.history import History
from dealbuilder.document.session import Session
from dealbuilder.document.versions import Version
from dealbuilder.errors import Words


class Stamps(BaseModel):
    """Versions of what scored the deal when it was saved; empty where unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    dealbuilder: str = Field(default="", max_length=200)
    catalogue: str = Field(default="", max_length=200)
    catalogue_digest: str = Field(default="", max_length=200)
    pack: str = Field(default="", max_length=200)
    engine: str = Field(default="", max_length=200)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A deal as read. `notices` are sentences for the user; `read_only`: save it under another name only.

    `carried`: it came out of a PDF, so there is no deal file to save to yet. `digest` is that of the file's bytes.
    """

    history: History
    versions: tuple[Version, ...] = ()
    stamps: Stamps = field(default_factory=Stamps)
    read_only: bool = False
    notices: tuple[Words, ...] = ()
    carried: bool = False
    digest: str = ""
    session: Session = ()
