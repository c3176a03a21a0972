"""What a pane asks the workbench for; each travels up through one Signal(object)."""

from dataclasses import dataclass, field

from dealbuilder.document.edits import Edit
from dealbuilder.document.envelope import Sealer


@dataclass(frozen=True, slots=True)
class Do:
    """Make this edit; edits of one `gesture` (a drag) become one undo step."""

    edit: Edit
    gesture: str | None = None


@dataclass(frozen=True, slots=True)
class Encrypt:
    """Seal all plain text that the deal, its history and its kept versions hold under a key; this is no edit."""

    key: str
    sealer: Sealer = field(repr=False)


@dataclass(frozen=True, slots=True)
class Preview:
    """Show what this edit would do without making it; None ends the preview."""

    edit: Edit | None


@dataclass(frozen=True, slots=True)
class ShowSource:
    """Open the source card of a subject: kind is measure, level, indicator, parameter, fact, series or cell."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class ShowMethod:
    """Open the manual at a page on the model, and at a heading, symbol or id on it."""

    page: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class ShowAssumptions:
    """Open the assumptions, at one of them if it is named."""

    parameter: str = ""


@dataclass(frozen=True, slots=True)
class ShowInjects:
    """Open the deck of injects, at one of them if it is named."""

    id: str = ""


@dataclass(frozen=True, slots=True)
class ShowStudy:
    """Open the study at a panel ("why", "hangs", "fails", …), turned to an indicator, a clause or a role if named."""

    panel: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class FocusMeasure:
    """Bring a measure into view in the catalogue pane."""

    measure: str


@dataclass(frozen=True, slots=True)
class FocusClause:
    """Bring a clause into view in the package pane."""

    measure: str


@dataclass(frozen=True, slots=True)
class ShowChart:
    """Show one monthly series, or the heat map of a class ("heat:civil"), large."""

    id: str


@dataclass(frozen=True, slots=True)
class ToggleCompare:
    """Switch deltas between the last commit and the baseline."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Put text on the clipboard."""

    text: str


Intent = (
    Do
    | Encrypt
    | Preview
    | ShowSource
    | ShowMethod
    | ShowAssumptions
    | ShowInjects
    | ShowStudy
    | FocusMeasure
    | FocusClause
    | ShowChart
    | ToggleCompare
    | Copy
)
