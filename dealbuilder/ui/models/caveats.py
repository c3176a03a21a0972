"""What bears on the scores on screen beside the package: changed assumptions and injects, counted and named."""

from dealbuilder.report import befallen, differing
from dealbuilder.ui.state import State

Named = tuple[str, tuple[tuple[str, str], ...]]
"""How many in words (empty for none), and each by id and name."""


def changed(state: State) -> Named:
    """Return the assumptions that differ from the catalogue in the answer on screen."""
    changes = state.evaluation.setting.changes if state.evaluation is not None else ()
    found = differing.differing(state.catalogue, changes)
    names = tuple((one.change.parameter, one.label(state.language)) for one in found)
    return differing.counted(state.catalogue, changes, state.language), names


def befell(state: State) -> Named:
    """Return the injects that befall the deal in the answer on screen."""
    injects = state.evaluation.setting.injects if state.evaluation is not None else ()
    names = tuple((one.id, befallen.title(one, state.language)) for one in injects)
    return befallen.counted(injects, state.language), names
