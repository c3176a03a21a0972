"""Where the manual speaks about each part of the screen: by the name of a widget's class, a page and a place on it."""

from PySide6.QtWidgets import QWidget

Spot = tuple[str, str]
"""A page of the manual and an anchor on it; an empty anchor is the page's beginning."""

PLACES: dict[str, Spot] = {
    "Window": ("20-desk", ""),
    "StartScreen": ("20-desk", "start"),
    "Header": ("20-desk", "header"),
    "CataloguePane": ("20-desk", "catalogue"),
    "PackagePane": ("20-desk", "package"),
    "ScoreboardPane": ("20-desk", "scoreboard"),
    "ChartsPane": ("20-desk", "charts"),
    "StudyWindow": ("40-study", ""),
    "WhyPanel": ("40-study", "why"),
    "HangsPanel": ("40-study", "hangs"),
    "FailsPanel": ("40-study", "fails"),
    "AcceptsPanel": ("40-study", "accepts"),
    "HoldsPanel": ("40-study", "holds"),
    "ComparePanel": ("40-study", "compare"),
    "BetterPanel": ("40-study", "better"),
    "CounterpartPanel": ("40-study", "counterpart"),
    "RoleDialog": ("40-study", "accepts"),
    "SourceDialog": ("25-dialogs", "source-card"),
    "AssumptionsDialog": ("30-scores", "contest"),
    "InjectsDialog": ("30-scores", "injects"),
    "InjectEditor": ("25-dialogs", "injects"),
    "NotesDialog": ("25-dialogs", "notes"),
    "OffMenuDialog": ("25-dialogs", "off-menu"),
    "VersionsDialog": ("25-dialogs", "versions"),
    "ReportDialog": ("25-dialogs", "report"),
    "SettingsDialog": ("25-dialogs", "settings"),
    "RecoverDialog": ("25-dialogs", "recover"),
    "ManualDialog": ("25-dialogs", "manual"),
    "KeysDialog": ("28-keys", ""),
    "AboutDialog": ("10-start", ""),
    "CrashDialog": ("79-trouble", "fault"),
    "LeftOverDialog": ("79-trouble", "no-end"),
    "ComputerDialog": ("79-trouble", "computer"),
    "CleanedDialog": ("65-privacy", "what-leaves"),
    "UnsealingDialog": ("65-privacy", "sealed"),
    "SessionDialog": ("45-room", "set-up"),
    "SealingDialog": ("45-room", "sealed"),
    "ProposalDialog": ("45-room", "record"),
    "AgreementDialog": ("45-room", "record"),
    "TablesDialog": ("45-room", "tables"),
    "KitDialog": ("45-room", "kit"),
    "RehearsalDialog": ("45-room", "rehearsal"),
    "DebriefDialog": ("45-room", "debrief"),
    "QFileDialog": ("60-files", "deal-file"),
}
FRONT = ("StudyWindow",)
"""Windows that know which of their parts is in front."""
FIRST: Spot = ("10-start", "")


def place_of(widget: QWidget | None) -> Spot:
    """Return where the manual speaks about a widget or the nearest part around it; the first page if nothing does."""
    while widget is not None:
        names = [kind.__name__ for kind in type(widget).__mro__]
        if names[0] in FRONT:
            names = [type(widget.front()).__name__, *names]  # pyright: ignore[reportAttributeAccessIssue]
        for name in names:
            if name in PLACES:
                return PLACES[name]
        widget = widget.parentWidget()
    return FIRST
