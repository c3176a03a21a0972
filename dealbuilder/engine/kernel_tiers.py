"""Which of the kernels compiled beforehand a processor can run: the widest whose features it has, all of them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

V2 = frozenset({"cx16", "popcnt", "sahf", "sse3", "sse4.1", "sse4.2", "ssse3"})
V3 = V2 | {"avx", "avx2", "bmi", "bmi2", "f16c", "fma", "lzcnt", "movbe", "xsave"}
WIDE = V3 | {"avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl", "avx512vbmi2"}
"""The last of them came with the processors that no longer slow down when their 512-bit units work."""


@dataclass(frozen=True, slots=True)
class Tier:
    """A class of processors: the compiler's name for it, features beside it, and what a processor must have."""

    name: str
    cpu: str
    features: str
    needs: frozenset[str]


TIERS = (
    # Left alone, the compiler keeps to 256 bits on this class.
    Tier("x86-64-v4-512", "x86-64-v4", "-prefer-256-bit", WIDE),
    Tier("x86-64-v3", "x86-64-v3", "", V3),
    Tier("x86-64-v2", "x86-64-v2", "", V2),
)
"""Widest first."""


def best(features: Mapping[str, bool], shipped: Collection[str]) -> Tier | None:
    """Return the widest of the shipped tiers that a processor with these features runs; None if it runs none."""
    has = {name for name, there in features.items() if there}
    return next((tier for tier in TIERS if tier.name in shipped and tier.needs <= has), None)
