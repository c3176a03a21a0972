"""Axis ranges and ticks that people read easily: steps of 1, 2, 2.5 or 5 times a power of ten."""

import math

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


def step(span: float, most: int = 5) -> float:
    """Return the smallest easy step that covers `span` in at most `most` steps."""
    if not span > 0 or math.isinf(span):
        return 1.0
    power = 10.0 ** math.floor(math.log10(span / most))
    return next((factor * power for factor in STEPS if factor * power * most >= span * (1 - 1e-12)), 10 * power)


def nice(low: float, high: float, most: int = 5) -> tuple[float, float]:
    """Return the range widened to whole steps; an empty or undefined range becomes one step around its value."""
    if not (math.isfinite(low) and math.isfinite(high)):
        return 0.0, 1.0
    if high - low < 1e-9 * max(1.0, abs(low), abs(high)):
        low, high = low - 0.5, high + 0.5
    size = step(high - low, most)
    return math.floor(low / size + 1e-9) * size, math.ceil(high / size - 1e-9) * size


def ticks(low: float, high: float, most: int = 5) -> tuple[float, ...]:
    """Return the easy values inside a range."""
    size = step(high - low, most)
    first, last = math.ceil(low / size - 1e-9), math.floor(high / size + 1e-9)
    return tuple(i * size for i in range(first, last + 1))


def digits(values: tuple[float, ...]) -> int:
    """Return how many decimals tell these tick values apart."""
    for count in range(4):
        if all(abs(value - round(value, count)) < 1e-9 * max(1.0, abs(value)) for value in values):
            return count
    return 4
