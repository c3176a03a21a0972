"""Numbers of things in the words of `explore`."""

from dealbuilder.model.text import Language
from dealbuilder.report.phrases import say


def figure(count: float) -> str:
    """Return a whole number with thousands separated."""
    return f"{count:,.0f}"


def counted(what: str, count: int, language: Language) -> str:
    """Return a number of packages, worldviews, draws, runs or chunks."""
    return say(f"explore.{what}_one" if count == 1 else f"explore.{what}", language, count=figure(count))
