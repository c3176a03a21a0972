"""The mark of a side as SVG: circle, square, house, lines or diamond, as on the desk."""

from dealbuilder.report.drawing import pen
from dealbuilder.report.theme import Theme

HOUSE = ((0.5, 0.0), (1.0, 0.5), (0.85, 0.5), (0.85, 1.0), (0.15, 1.0), (0.15, 0.5), (0.0, 0.5))
DIAMOND = ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5))


def tint(side: str, theme: Theme) -> str:
    """Return the colour of a side: each party its own, all others the accent; what is nobody's is grey."""
    if side in ("us", "china"):
        return theme.colour(side)
    return theme.accent if side else theme.baseline


def mark(side: str, x: float, y: float, size: float, theme: Theme) -> list[str]:
    """Return a side's mark centred at (x, y), `size` high; nothing for what is nobody's alone."""
    colour = tint(side, theme)
    left, top = x - size / 2, y - size / 2
    if side == "us":
        return [pen.dot(x, y, size / 2, colour, colour)]
    if side == "china":
        return [pen.rect(left + size * 0.06, top + size * 0.06, size * 0.88, size * 0.88, colour)]
    if side == "terms":
        return [pen.rect(left, top + size * (0.1 + 0.32 * row), size, size * 0.16, colour) for row in range(3)]
    shape = {"home": HOUSE, "agenda": DIAMOND}.get(side)
    if shape is None:
        return []
    return [pen.area([(left + size * across, top + size * down) for across, down in shape], colour)]
