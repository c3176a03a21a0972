"""The deal that is open: its history, kept versions and where it lives; frozen, so that each change is a new one."""

from dataclasses import dataclass, field, replace

from dealbuilder.document.document import Document
from dealbuilder.document.envelope import Sealer
from dealbuilder.document.history import History
from dealbuilder.document.loaded import Loaded, Stamps
from dealbuilder.document.session import Happened, Session
from dealbuilder.document.unencrypted import encrypted
from dealbuilder.document.versions import Version


@dataclass(frozen=True, slots=True)
class OpenDeal:
    """`path` is empty until the deal is first saved; what begins with `kept` is what the file holds.

    `digest` is that of the file's bytes as they were read or last written here; empty if unknown.
    """

    history: History
    versions: tuple[Version, ...] = ()
    stamps: Stamps = field(default_factory=Stamps)
    path: str = ""
    read_only: bool = False
    kept: Document | None = None
    kept_versions: tuple[Version, ...] = ()
    digest: str = ""
    session: Session = ()
    kept_session: Session = ()

    @property
    def document(self) -> Document:
        """Return the document as it is now."""
        return self.history.document

    @property
    def unsaved(self) -> bool:
        """Say whether the file does not hold what is on screen."""
        return (
            self.kept != self.document
            or self.kept_versions != self.versions
            or len(self.kept_session) != len(self.session)
        )

    def with_history(self, history: History) -> "OpenDeal":
        """Return the deal after an edit, an undo or a redo."""
        return replace(self, history=history)

    def encrypted(self, key: str, sealer: Sealer) -> "OpenDeal":
        """Return the deal with all plain text under a key sealed, unsaved; as it is if there is none, or read-only."""
        if self.read_only:
            return self
        history, versions = encrypted(self.history, self.versions, key, sealer)
        return self if history is self.history else replace(self, history=history, versions=versions, kept=None)

    def with_versions(self, versions: tuple[Version, ...]) -> "OpenDeal":
        """Return the deal with these kept versions."""
        return replace(self, versions=versions)

    def with_entry(self, entry: Happened) -> "OpenDeal":
        """Return the deal with one more entry in the record of its workshops."""
        return replace(self, session=(*self.session, entry))

    def saved(self, path: str, written: "OpenDeal", digest: str) -> "OpenDeal":
        """Return the deal once a file of this digest holds what `written` was."""
        return replace(
            self,
            path=path,
            read_only=False,
            kept=written.document,
            kept_versions=written.versions,
            kept_session=written.session,
            digest=digest,
        )


def from_file(loaded: Loaded, path: str, *, locked: bool = False) -> OpenDeal:
    """Return a deal as it was read; one out of a PDF or without a path has no file yet."""
    homeless = loaded.carried or not path
    return OpenDeal(
        history=loaded.history,
        versions=loaded.versions,
        stamps=loaded.stamps,
        path="" if homeless else path,
        read_only=loaded.read_only or locked,
        kept=None if homeless else loaded.history.document,
        kept_versions=() if homeless else loaded.versions,
        digest="" if homeless else loaded.digest,
        session=loaded.session,
        kept_session=() if homeless else loaded.session,
    )


def from_document(document: Document) -> OpenDeal:
    """Return a new deal that no file holds; untouched, it does not count as unsaved."""
    return OpenDeal(history=History.start(document), kept=document)
