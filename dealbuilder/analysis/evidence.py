"""Clauses stronger than anything observed: where the model speaks without a precedent."""

from dealbuilder.analysis.resolve import known_clauses
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package

OBSERVED = "observed_reach"
"""The table of what has been seen: rows are channels, columns the lowest and highest value that ever held."""


def beyond_evidence(catalogue: Catalogue, package: Package) -> tuple[str, ...]:
    """Return the measures whose level sets a channel outside what was ever observed or tested."""
    table = catalogue.table_by_id.get(OBSERVED)
    if table is None:
        return ()
    seen = {row: (low, high) for row, (low, high) in zip(table.rows, table.values, strict=True)}
    beyond = []
    for known in known_clauses(catalogue, package):
        for id, value in known.level.channels.items():
            if id in seen and not seen[id][0] <= value <= seen[id][1]:
                beyond.append(known.measure.id)
    return tuple(dict.fromkeys(beyond))
