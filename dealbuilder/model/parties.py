"""The two parties, who is asked for what, and the colours' order: United States left, China right, always."""

from typing import Literal

Side = Literal["us", "china", "home", "terms", "agenda"]
"""Whose clause it is: a US concession, a Chinese commitment, the programme at home, a term, a later agenda item."""

SIDES: tuple[Side, ...] = ("us", "china", "home", "terms", "agenda")

EndUserClass = Literal["civil", "dual_use", "military"]
CLASSES: tuple[EndUserClass, ...] = ("civil", "dual_use", "military")

Grade = Literal["A", "B", "C", "D"]
"""Evidence: A official or measured, B company or wire, C analyst or secondary, D judgement."""

Sense = Literal["more", "less", "none"]
"""Which direction is better for the United States; none: no direction is better."""
