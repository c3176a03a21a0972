"""China's magnet exports (HS 850511) by month and destination, from resources/data/magnet_exports.csv."""

import csv
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, ValidationError

from dealbuilder.errors import CatalogueProblems, Problem

COLUMNS = ("month", "destination", "tonnes", "exact_or_derived", "source", "how")


class Shipment(BaseModel):
    """One period and destination, tonnes. `month` is YYYY-MM, or a span: YYYY-FY, YYYY-H1, YYYY-MM..MM.

    `how` says by what arithmetic a derived figure was found, or what else its source printed.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    month: str = Field(pattern=r"^\d{4}-(FY|H1|H2|(0[1-9]|1[0-2])(\.\.(0[1-9]|1[0-2]))?)$")
    destination: str = Field(min_length=1)
    tonnes: Annotated[FiniteFloat, Field(ge=0.0)]
    exact_or_derived: Literal["exact", "derived"]
    source: str = Field(pattern=r"^https?://\S+$")
    how: str = ""

    @property
    def monthly(self) -> bool:
        """Return whether this is one month and not a span."""
        return self.month[5:].isdigit()


def read_customs(path: Path) -> tuple[Shipment, ...]:
    """Return the rows of a file in its order; raise CatalogueProblems with every fault, each with file and line."""
    problems: list[Problem] = []
    rows: list[Shipment] = []
    try:
        with path.open(encoding="utf-8", newline="") as file:
            table = csv.DictReader(file)
            if tuple(table.fieldnames or ()) != COLUMNS:
                raise CatalogueProblems((Problem(path.name, "line 1", f"is not {','.join(COLUMNS)}"),))
            found = [(table.line_num, row) for row in table]
    except (OSError, ValueError, csv.Error) as error:
        raise CatalogueProblems((Problem(path.name, "file", f"cannot be read: {error}"),)) from error
    seen: dict[tuple[str, str], int] = {}
    for line, row in found:
        try:
            shipment = Shipment.model_validate(row)
        except ValidationError as error:
            for fault in error.errors():
                name = ".".join(str(part) for part in fault["loc"])
                problems.append(Problem(path.name, f"line {line}.{name}", fault["msg"]))
            continue
        first = seen.setdefault((shipment.month, shipment.destination), line)
        if first != line:
            problems.append(Problem(path.name, f"line {line}", f"has the month and destination of line {first}"))
        rows.append(shipment)
    if problems:
        raise CatalogueProblems(tuple(problems))
    return tuple(rows)
