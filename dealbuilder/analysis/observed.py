"""Observed months beside the model's own."""

from dealbuilder.analysis.evaluation import Observed
from dealbuilder.model.catalogue import Catalogue, Pack

SERIES = {"us": ("magnets_us", "magnets_2024_us"), "world": ("magnets_world", "magnets_2024_world")}
"""By destination: the monthly series that the model gives, and the parameter that holds the 2024 average in tonnes."""


def observed(catalogue: Catalogue, pack: Pack, months: tuple[str, ...]) -> tuple[Observed, ...]:
    """Return the observed months that lie inside the run, as shares of the 2024 average."""
    answers = []
    for destination, (series, average) in SERIES.items():
        parameter = catalogue.parameter_by_id.get(average)
        rows = [row for row in pack.observations if row.destination == destination and row.month in months]
        if parameter is None or not rows:
            continue
        rows.sort(key=lambda row: row.month)
        answers.append(
            Observed(
                series,
                tuple(row.month for row in rows),
                tuple(row.tonnes / parameter.value for row in rows),
                tuple(dict.fromkeys(row.source for row in rows)),
            )
        )
    return tuple(answers)
