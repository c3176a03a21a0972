"""A door: one way in which a stranger's bytes enter the program."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

Mutate = Callable[[bytes, Random], bytes]


@dataclass(frozen=True, slots=True)
class Door:
    """`seeds` are sound inputs; `mutate` changes one with its structure in mind; `enter` gives it to the program.

    `enter` returns whether the input was taken (rather than refused with a sentence) and raises on any fault.
    """

    name: str
    seeds: Callable[[], Iterable[bytes]]
    mutate: Mutate
    enter: Callable[[bytes, Path], bool]
