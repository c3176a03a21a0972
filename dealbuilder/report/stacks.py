"""Stacks through time: what raises a quantity above nought and what lowers it, month by month, as plain data."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.phrases import say

FloatArray = npt.NDArray[np.float64]
Texture = Literal["solid", "lined", "coarse", "ruled", "open"]


@dataclass(frozen=True, slots=True)
class Layer:
    """One part of the stack, (months,), in the stack's unit; below nought it is stacked downwards.

    `texture` tells layers apart for those who see no colour: solid, lined or coarse (crossed by lines, close or wide
    apart), ruled (a line down the middle) or open (an outline).
    """

    label: str
    values: FloatArray
    role: str
    texture: Texture = "solid"


@dataclass(frozen=True, slots=True)
class Stacks:
    """Layers by month, x in months from signing; `total` (months,) is their sum, drawn as a line.

    `origin` is the month of signing, YYYY-MM; `ticks` are (x, label).
    """

    title: str
    unit: str
    x: FloatArray
    layers: tuple[Layer, ...]
    total: FloatArray
    total_label: str
    ticks: tuple[tuple[float, str], ...]
    y_range: tuple[float, float]
    origin: str
    alt: str
    note: str = ""


def stacks_table(stacks: Stacks, language: Language) -> tuple[tuple[str, ...], tuple[tuple[str | float, ...], ...]]:
    """Return stacks as a table: a header, and a row a month with the sum first."""
    header = (say("figure.month", language), stacks.total_label, *(layer.label for layer in stacks.layers))
    columns = (stacks.total, *(layer.values for layer in stacks.layers))
    months = [wording.month_label(wording.month_after(stacks.origin, int(x)), language) for x in stacks.x]
    return header, tuple((month, *(float(column[at]) for column in columns)) for at, month in enumerate(months))
