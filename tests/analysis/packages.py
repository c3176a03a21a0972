"""Small packages for tests."""

from dealbuilder.model.package import Clause, Condition, Package


def clause(text: str, **more) -> Clause:
    """Return a clause written MEASURE=LEVEL."""
    measure, _, level = text.partition("=")
    if "wait" in more:
        waits, _, at = more.pop("wait").partition("=")
        more["condition"] = Condition(measure=waits, level=at)
    return Clause(measure=measure, level=level, **more)


def package(*clauses: str | Clause, name: str = "A") -> Package:
    """Return a package of clauses, each a Clause or MEASURE=LEVEL."""
    made = tuple(one if isinstance(one, Clause) else clause(one) for one in clauses)
    return Package(id="p1", name=name, clauses=made)
