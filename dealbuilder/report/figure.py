"""A figure: plain data that pyqtgraph or a painter shows on the desk and `svg` draws on paper and stage."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from dealbuilder.report.cloud import Cloud
from dealbuilder.report.spans import Spans
from dealbuilder.report.stacks import Stacks
from dealbuilder.report.strip import Strip
from dealbuilder.report.tornado import Tornado

FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Line:
    """A line; `style` is solid, dashed, dotted or none (markers alone).

    `role` picks the colour from the theme: package, baseline, observed, us, china, target.
    """

    label: str
    x: FloatArray
    y: FloatArray
    role: str
    style: str = "solid"
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """A range between two curves, 5th to 95th percentile unless the label says otherwise.

    `opacity` below 1 lets what lies behind it through, where bands cross.
    """

    label: str
    x: FloatArray
    low: FloatArray
    high: FloatArray
    role: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart through time: x in months from signing, y in `unit`; `ticks` are (x, label); ranges are fixed.

    `origin` is the month of signing (YYYY-MM), at x = `signing`; without one x counts what the ticks name.
    """

    title: str
    unit: str
    lines: tuple[Line, ...]
    bands: tuple[Band, ...]
    ticks: tuple[tuple[float, str], ...]
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    signing: float
    alt: str
    note: str = ""
    signing_label: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A heat map: rows x columns of percent, NaN where nothing is needed; every cell has its value printed.

    `worst` is the row and column of the cell to outline; `scale` names the two ends of the colour ramp.
    """

    title: str
    unit: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: FloatArray
    alt: str
    note: str = ""
    worst: tuple[int, int] | None = None
    scale: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Bars:
    """Horizontal bars: value, range and reference by label; low, high and reference may be empty.

    `texts` is each value as printed at its bar; `key` names what bar, whisker and tick mean.
    """

    title: str
    unit: str
    labels: tuple[str, ...]
    values: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    reference: tuple[float, ...]
    alt: str
    note: str = ""
    x_range: tuple[float, float] = (0.0, 100.0)
    texts: tuple[str, ...] = ()
    key: tuple[str, str, str] = ("", "", "")


@dataclass(frozen=True, slots=True)
class Mark:
    """One point of a map with its ranges, 5th to 95th percentile; `key` is what is written at it, `label` its name.

    `shape` is dot, cross or diamond, so that colour alone never tells.
    """

    label: str
    key: str
    x: float
    y: float
    x_span: tuple[float, float]
    y_span: tuple[float, float]
    role: str = "package"
    shape: str = "dot"


@dataclass(frozen=True, slots=True)
class Ellipse:
    """A region around a point of a map, as draws lie around their mean; half axes in the units of both axes.

    `style` is solid or dashed, `thick` multiplies the stroke; `key` says what share of draws it holds. A `minor` half
    axis of nought is a line.
    """

    x: float
    y: float
    major: tuple[float, float]
    minor: tuple[float, float]
    key: str
    role: str = "package"
    style: str = "solid"
    thick: float = 1.0

    def outline(self, steps: int = 72) -> tuple[FloatArray, FloatArray]:
        """Return the points of the outline, closed, each of shape (steps + 1,)."""
        turn = np.linspace(0.0, 2.0 * np.pi, steps + 1)
        across = self.x + np.cos(turn) * self.major[0] + np.sin(turn) * self.minor[0]
        return across, self.y + np.cos(turn) * self.major[1] + np.sin(turn) * self.minor[1]

    def reach(self) -> tuple[float, float]:
        """Return how far it goes from its middle along each axis."""
        return float(np.hypot(self.major[0], self.minor[0])), float(np.hypot(self.major[1], self.minor[1]))


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across a map at a value of one axis, as a target is."""

    axis: Literal["x", "y"]
    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Scatter:
    """A map: points by two scores, each with its ranges as a cross; `x_title` and `y_title` name scores and units.

    `unit` is empty: the axes have units of their own. `faint`: so many points that ranges step back behind them.
    `ellipses` lie under the points and stand instead of their ranges.
    """

    title: str
    x_title: str
    y_title: str
    marks: tuple[Mark, ...]
    rules: tuple[Rule, ...]
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    alt: str
    note: str = ""
    unit: str = ""
    faint: bool = False
    ellipses: tuple[Ellipse, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One bar of a waterfall: it adds `value` to what stands above it; `error` is half its whisker, nought for none.

    `side` is whose it is, told by colour and mark (us, china, home, terms, agenda); empty for what is nobody's alone.
    `text` is the value as printed.
    """

    label: str
    value: float
    text: str
    error: float = 0.0
    side: str = ""


@dataclass(frozen=True, slots=True)
class Waterfall:
    """From one value to another in steps that sum to the difference; `first` and `last` are label, value and text.

    `key` says what marks and whiskers mean.
    """

    title: str
    unit: str
    first: tuple[str, float, str]
    steps: tuple[Step, ...]
    last: tuple[str, float, str]
    x_range: tuple[float, float]
    alt: str
    note: str = ""
    key: str = ""


Figure = Chart | Grid | Bars | Scatter | Strip | Waterfall | Stacks | Spans | Tornado | Cloud
