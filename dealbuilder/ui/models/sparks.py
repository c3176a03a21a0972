"""What stands behind a headline score: the series that its spark draws."""

import numpy as np

from dealbuilder.model.package import HORIZON
from dealbuilder.ui.models.scores import SPARKS
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.spark import Trace


def series_name(state: State, id: str) -> str:
    """Return the name of the series behind an indicator, empty if it has none."""
    series = next((series for series in state.catalogue.series if series.id == SPARKS.get(id)), None)
    return series.label.get(state.language) if series is not None else ""


def trace(state: State, id: str) -> Trace | None:
    """Return the scored months of that series with its band, baseline and preview; None if there is nothing to draw."""
    evaluation, series = state.evaluation, SPARKS.get(id)
    if evaluation is None or series is None:
        return None
    try:
        monthly = evaluation.series(series)
        ghost = state.preview.series(series).mean if state.preview is not None else None
    except KeyError:
        return None
    span = slice(evaluation.signing, evaluation.signing + HORIZON + 1)
    shown = [np.asarray(part)[span] for part in (monthly.mean, monthly.p05, monthly.p95, monthly.baseline)]
    return Trace(*shown, ghost=None if ghost is None else np.asarray(ghost)[span])
