"""Exponential and logarithm that the compiler can lay into vectors, which calls to the C library prevent.

Both are good to a few units in the last place over the range the model uses.
"""

import math
from typing import Any

from dealbuilder.engine.compiled import inlined  # isort: skip  (sets the surroundings before Numba reads them)
from numba import types
from numba.extending import intrinsic

LOG2_E = 1.4426950408889634
LN2_HIGH, LN2_LOW = 0.693147180369123816490, 1.90821492927058770002e-10
"""The natural logarithm of 2 in two parts, so that the reduced argument loses no digits."""
LARGEST = 700.0
"""Arguments beyond are clamped: the result stays finite."""
BIAS, MANTISSA_BITS = 1023, 52
MANTISSA, ONE = 0xFFFFFFFFFFFFF, 0x3FF0000000000000
SQRT2 = 1.4142135623730951


@intrinsic
def _as_float(typingctx: Any, bits: Any) -> Any:
    """Read 64 bits as a double."""

    def code(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return builder.bitcast(arguments[0], context.get_value_type(types.float64))

    return types.float64(types.int64), code


@intrinsic
def _as_bits(typingctx: Any, number: Any) -> Any:
    """Read a double as 64 bits."""

    def code(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return builder.bitcast(arguments[0], context.get_value_type(types.int64))

    return types.int64(types.float64), code


@inlined
def exp(x):
    """Return e to the x: 2^n times a Taylor polynomial on half a binary step either side of 0."""
    x = min(LARGEST, max(-LARGEST, x))
    n = math.floor(x * LOG2_E + 0.5)
    r = (x - n * LN2_HIGH) - n * LN2_LOW
    q = 1.0 / 6227020800.0
    q = q * r + 1.0 / 479001600.0
    q = q * r + 1.0 / 39916800.0
    q = q * r + 1.0 / 3628800.0
    q = q * r + 1.0 / 362880.0
    q = q * r + 1.0 / 40320.0
    q = q * r + 1.0 / 5040.0
    q = q * r + 1.0 / 720.0
    q = q * r + 1.0 / 120.0
    q = q * r + 1.0 / 24.0
    q = q * r + 1.0 / 6.0
    q = q * r + 0.5
    q = (q * r + 1.0) * r + 1.0
    return q * _as_float((types.int64(n) + BIAS) << MANTISSA_BITS)


@inlined
def log(x):
    """Return the natural logarithm of a positive x: exponent times ln 2, and the odd series of the area tangent."""
    bits = _as_bits(x)
    exponent = types.float64((bits >> MANTISSA_BITS) - BIAS)
    m = _as_float((bits & MANTISSA) | ONE)
    large = m > SQRT2
    m = 0.5 * m if large else m
    exponent = exponent + 1.0 if large else exponent
    f = (m - 1.0) / (m + 1.0)
    s = f * f
    q = 1.0 / 21.0
    q = q * s + 1.0 / 19.0
    q = q * s + 1.0 / 17.0
    q = q * s + 1.0 / 15.0
    q = q * s + 1.0 / 13.0
    q = q * s + 1.0 / 11.0
    q = q * s + 1.0 / 9.0
    q = q * s + 1.0 / 7.0
    q = q * s + 0.2
    q = q * s + 1.0 / 3.0
    return exponent * LN2_HIGH + (exponent * LN2_LOW + 2.0 * f * (q * s + 1.0))
