"""One figure of every kind, small and made up: what is drawn, seen with fewer colours, and told as a table."""

import numpy as np

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.report import figures
from dealbuilder.report.cloud import Cloud
from dealbuilder.report.figure import Figure, Mark, Rule, Scatter, Step, Waterfall
from dealbuilder.report.spans import Lane, Spans
from dealbuilder.report.stacks import Layer, Stacks
from dealbuilder.report.strip import Flag, Panel, Span, Strip
from dealbuilder.report.study.holds_figures import LAYERS
from dealbuilder.report.tornado import Tornado
from tests.report import fixtures

MONTHS = np.arange(4.0)
TICKS = ((0.0, "0"), (3.0, "3"))
SIDES = ("us", "china", "home", "terms", "agenda", "")
SHAPES = ("circle", "square", "triangle", "diamond", "cross", "star")


def scatter() -> Scatter:
    """Points of every shape and of both sides, with a line to reach."""
    marks = tuple(
        Mark(
            f"mark {place}", f"{place}", 10.0 * place, 5.0 * place, (9.0 * place, 11.0 * place), (4.0, 6.0), role, shape
        )
        for place, (role, shape) in enumerate(
            (("package", "dot"), ("baseline", "cross"), ("us", "dot"), ("china", "diamond"), ("target", "dot")), 1
        )
    )
    return Scatter("map", "x, %", "y, %", marks, (Rule("x", 30.0, "line"),), (0.0, 60.0), (0.0, 30.0), "a map")


def waterfall() -> Waterfall:
    """A step of every side, one of them downwards."""
    steps = tuple(Step(side or "nobody", -2.0 if side == "terms" else 3.0, "3", 0.5, side) for side in SIDES)
    total = sum(step.value for step in steps)
    return Waterfall("fall", "%", ("from", 10.0, "10"), steps, ("to", 10.0 + total, "to"), (0.0, 30.0), "a fall")


def stacks() -> Stacks:
    """The layers of the study's hazard, as they are coloured and textured there."""
    rest = (Layer(name, (MONTHS + 1) * (-1 if role == "accent" else 1), role, how) for name, _, role, how in LAYERS)
    layers = (Layer("truce", MONTHS + 1, "baseline"), *rest)
    total = np.sum([layer.values for layer in layers], axis=0)
    return Stacks("stacks", "%", MONTHS, layers, total, "sum", TICKS, (-10.0, 10.0), "2025-07", "stacks")


def spans() -> Spans:
    """A lane of every shape."""
    lanes = tuple(
        Lane(shape, 0.0, 20.0, (5.0, 12.0), shape, role, "kind")
        for shape, role in zip(SHAPES, ("us", "china", "accent", "warn", "target", "package"), strict=True)
    )
    return Spans("spans", "months", lanes, TICKS, (0.0, 24.0), ("what", "kind", "months", "then"), "spans")


def strip() -> Strip:
    """Two quantities and a flag of every shape."""
    panels = tuple(Panel(label, "%", MONTHS, MONTHS * 2, (0.0, 8.0)) for label in ("one", "two"))
    flags = tuple(
        Flag(1.0 + place / 4, shape, "us" if place % 2 else "china", shape) for place, shape in enumerate(SHAPES)
    )
    return Strip("strip", "time", panels, flags, (Span(0.0, 2.0, "round"),), TICKS, (0.0, 3.0), "a strip")


def tornado() -> Tornado:
    """Two assumptions around a centre, with a line to reach."""
    return Tornado(
        "tornado", "%", ("a", "b"), ("1 to 2", "3 to 4"), (40.0, 46.0), (60.0, 52.0), ("flips at 1.4", ""),
        (1.4, np.nan), 50.0, "50", 45.0, "45", (30.0, 70.0), ("low", "high"), ("a", "low", "high", "flip"), "tornado",
    )  # fmt: skip


def cloud() -> Cloud:
    """Worlds that fail and worlds that do not, with a rule as a box."""
    points = np.array([[0.1, 0.2], [0.8, 0.9], [0.5, 0.5], [0.9, 0.8]])
    bad = np.array([False, True, False, True])
    box = (0.6, np.inf, 0.7, np.inf)
    key, header, counts = ("fails", "holds", "rule"), ("where", "fails"), (("inside", 2.0), ("outside", 0.0))
    return Cloud("cloud", "x", "y", points, bad, box, (0.0, 1.0), (0.0, 1.0), key, header, counts, "a cloud")


def every(catalogue: Catalogue | None = None) -> dict[str, Figure]:
    """Return figures of every kind by name: those of the report's tests, and one of each other kind."""
    known, answer = catalogue or fixtures.catalogue(), fixtures.evaluation()
    series = [one.id for one in known.series if one.id in {monthly.id for monthly in answer.monthly}]
    names = [*series, *(f"heat:{heat.klass}" for heat in answer.heat)]
    names += [f"bars:{kind}" for kind in ("classes", "stages", "sources", "fronts")]
    made: dict[str, Figure] = {name: figures.named(known, answer, name, "en") for name in names}
    others = (scatter, waterfall, stacks, spans, strip, tornado, cloud)
    return made | {one.__name__: one() for one in others}
