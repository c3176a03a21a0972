"""Tables to test with."""

from dealbuilder.model.assumptions import Assumptions
from dealbuilder.model.measure import Measure
from dealbuilder.model.tabled import Tabled
from tests.analysis.packages import package

PACK = "2025-07"


def table(name, *clauses, own: tuple[Measure, ...] = (), pack=PACK, **more) -> Tabled:
    """Return a table's deal of clauses, each a Clause or MEASURE=LEVEL."""
    return Tabled(name, package(*clauses), pack, more.pop("assumptions", Assumptions()), measures=own, **more)
