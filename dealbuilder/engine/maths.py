"""Exponential, logarithm and what is made of them; plain Python uses those of the C library."""

from dealbuilder.engine.lanes import PLAIN, inlined

if PLAIN:
    from math import exp, log
else:
    from dealbuilder.engine.polynomials import exp, log

__all__ = ("exp", "left", "log")

SMALL = 1e-6
"""Argument below which a quotient of differences has lost its digits and its tangent is as good."""


@inlined
def left(x):
    """Return the mean share still there over a step in which the rate takes x: 1 - x/2 + ... for small x."""
    return (1.0 - exp(-x)) / x if x > SMALL else 1.0 - 0.5 * x
