"""What the panes show: one frozen state, compared field by field by identity."""

from dataclasses import dataclass

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.analysis.moved import Move
from dealbuilder.document.document import Document
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language


@dataclass(frozen=True, slots=True)
class State:
    """Everything a pane may show.

    `evaluation` is the last answer for `document` (an older one while `busy`); `before` is the answer before the last
    committed edit; `preview` is the answer for what the pointer or focus is on, None if on nothing. `compare` says
    whether deltas are against the last commit or the baseline.
    """

    document: Document
    catalogue: Catalogue
    language: Language
    evaluation: Evaluation | None = None
    before: Evaluation | None = None
    preview: Evaluation | None = None
    moves: tuple[Move, ...] = ()
    compare: str = "commit"
    busy: bool = False
    read_only: bool = False
    path: str = ""
    unsaved: bool = False
