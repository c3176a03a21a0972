"""What a user may be after: lines that the start screen offers."""

from dataclasses import dataclass

from dealbuilder.document.document import Target
from dealbuilder.ui.marked import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Goal:
    """Something the user may be after, as a line for one indicator."""

    target: Target
    title: str
    sentence: str


GOALS = (
    Goal(
        Target(indicator="supply_civil", sense="at_least", value=90),
        QT_TRANSLATE_NOOP("goals", "Civil magnets that arrive"),
        QT_TRANSLATE_NOOP("goals", "Car, medical and industrial users get at least 90 % of their need."),
    ),
    Goal(
        Target(indicator="leadership_cost", sense="at_most", value=15),
        QT_TRANSLATE_NOOP("goals", "A modest price in technology"),
        QT_TRANSLATE_NOOP("goals", "The leadership cost stays at or below 15 index points."),
    ),
    Goal(
        Target(indicator="supply_military", sense="at_least", value=50),
        QT_TRANSLATE_NOOP("goals", "Something for defence users"),
        QT_TRANSLATE_NOOP("goals", "Military end users get at least half of their need."),
    ),
)
