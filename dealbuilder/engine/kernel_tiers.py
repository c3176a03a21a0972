"""Which of the kernels compiled beforehand a processor can run: the widest whose features it has, all of them."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

V2 = frozenset({"cx16", "popcnt", "sahf", "sse3", "sse4.1", "sse4.2", "ssse3"})
V3 = V2 | {"avx", "avx2", "bmi", "bmi2", "f16c", "fma", "lzcnt", "movbe", "xsave"}
LINUX = {"lahf_lm": "sahf", "pni": "sse3", "sse4_1": "sse4.1", "sse4_2": "sse4.2", "bmi1": "bmi", "abm": "lzcnt"}
LINUX |= {"avx512_vbmi2": "avx512vbmi2"}
"""What Linux calls features that the compiler calls otherwise."""
PROCESSOR = Path("/proc/cpuinfo")
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


def features(source: Path = PROCESSOR) -> frozenset[str]:
    """Return the features that this processor and its system offer, by the compiler's names; none if untold."""
    try:
        lines = source.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return frozenset()
    flags = next((line.partition(":")[2].split() for line in lines if line.startswith("flags")), [])
    return frozenset(LINUX.get(flag, flag) for flag in flags)


def best(has: Collection[str], shipped: Collection[str]) -> Tier | None:
    """Return the widest of the shipped tiers whose features are all there.

    The narrowest stands for a processor that tells nothing: NumPy itself runs on nothing less.
    """
    known = [tier for tier in TIERS if tier.name in shipped]
    return next((tier for tier in known if tier.needs <= set(has)), known[-1] if known else None)
