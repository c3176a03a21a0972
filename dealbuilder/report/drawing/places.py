"""Where labels stand beside their points: close by, over nothing else if there is room; for any painter."""

from collections.abc import Sequence

Point = tuple[float, float]
Size = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

RINGS = (1.0, 2.6, 4.4, 7.0)
"""How far out a label may go, in its point's radius and a gap."""
SIDES = (
    (1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (0.0, 1.0), (0.8, -0.8), (-0.8, -0.8), (0.8, 0.8), (-0.8, 0.8),
)  # fmt: skip
"""Where a label may stand, the best first: right, left, above, below, corners."""
OUTSIDE = 50.0
"""How much worse it is to leave the picture than to cover another label."""
ARM = 1.5
"""How far a range reaches beside its own line."""
THROUGH = 8.0
"""How much worse it is to lie on a range, thin as it is, than on as much of another label."""
FARTHER = 0.02
"""What each less good place costs, as a share of the label's area."""


def beside(
    points: Sequence[Point], sizes: Sequence[Size], frame: Box, radius: float, arms: Sequence[Box] = ()
) -> list[Point]:
    """Return the left top corner of each label; `sizes` are width and height, `radius` that of a point's mark.

    `arms` are the ranges drawn through the points, of which labels keep clear where there is room.
    """
    taken = [(x - radius, y - radius, x + radius, y + radius) for x, y in points]
    kept = [(left - ARM, top - ARM, right + ARM, bottom + ARM) for left, top, right, bottom in arms]
    corners: list[Point] = []
    for (x, y), (width, height) in zip(points, sizes, strict=True):
        best, least = (x, y), float("inf")
        for number, (ring, (across, down)) in enumerate((ring, side) for ring in RINGS for side in SIDES):
            reach = radius * ring + 2.0
            left = x + across * reach - width * (1.0 - across) / 2.0
            top = y + down * reach - height * (1.0 - down) / 2.0
            box = (left, top, left + width, top + height)
            cost = sum(_overlap(box, other) for other in taken) + OUTSIDE * _outside(box, frame)
            cost += THROUGH * sum(_overlap(box, other) for other in kept)
            cost += number * FARTHER * width * height
            if cost < least:
                best, least = (left, top), cost
        corners.append(best)
        taken.append((best[0], best[1], best[0] + width, best[1] + height))
    return corners


def _overlap(one: Box, other: Box) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    tall = min(one[3], other[3]) - max(one[1], other[1])
    return wide * tall if wide > 0.0 and tall > 0.0 else 0.0


def _outside(box: Box, frame: Box) -> float:
    """Return the area of a box that lies outside the frame."""
    return (box[2] - box[0]) * (box[3] - box[1]) - _overlap(box, frame)
