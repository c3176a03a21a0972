"""Painted widgets paint what they are given, and the small arithmetic behind them is right."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QPushButton, QWidget

from dealbuilder.report import theme
from dealbuilder.report.figure import Band, Chart, Line
from dealbuilder.ui.widgets.chart_painter import Frame, nice_ticks, paint_chart, tick_text
from dealbuilder.ui.widgets.flow import FlowLayout
from dealbuilder.ui.widgets.marks import SHAPES, GradeBadge, paint_mark
from dealbuilder.ui.widgets.spark import Gauge, ScoreBar, Spark, Trace

X = np.arange(61, dtype=np.float64)


def chart(y):
    return Chart(
        title="Supply",
        unit="%",
        lines=(Line("mean", X, y, "package"), Line("dots", X[:5], y[:5], "observed", "none", "dot")),
        bands=(Band("band", X, y - 5, y + 5, "band"),),
        ticks=((0.0, "Jul 25"), (12.0, "Jul 26")),
        x_range=(0.0, 60.0),
        y_range=(0.0, 100.0),
        signing=0.0,
        alt="a line",
    )


def painted(size, paint):
    image = QImage(size, QImage.Format.Format_ARGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def count(image, colour):
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_a_chart_paints_its_line_where_its_values_lie(qtbot):
    light = theme.load("light")
    frames = []
    high = painted(QSize(200, 100), lambda p: frames.append(
        paint_chart(p, chart(np.full(61, 90.0)), QRectF(0, 0, 200, 100), light, small=True)))  # fmt: skip
    frame = frames[0]
    wanted = round(float(frame.down(90.0)))
    column = round(frame.box.center().x())
    rows = [y for y in range(100) if high.pixel(column, y) == QColor(light.package).rgb()]
    assert rows
    assert abs(rows[len(rows) // 2] - wanted) <= 1


def test_a_gap_in_the_data_is_not_bridged(qtbot):
    light = theme.load("light")
    y = np.full(61, 47.0)
    y[20:40] = np.nan
    image = painted(QSize(200, 100), lambda p: paint_chart(p, chart(y), QRectF(0, 0, 200, 100), light, small=True))
    inked = {
        x for x in range(60, 200) for y_ in range(100)
        if image.pixelColor(x, y_).lightness() < 120 and image.pixelColor(x, y_).saturation() > 100
    }  # fmt: skip
    assert min(inked) < 80
    assert max(inked) > 180
    assert not inked & set(range(100, 130))


def test_a_frame_maps_there_and_back():
    frame = Frame(QRectF(10, 10, 100, 50), (-10.0, 60.0), (0.0, 100.0))
    assert frame.month(float(frame.across(24.0))) == pytest.approx(24.0)
    assert float(frame.down(0.0)) == 60.0


@pytest.mark.parametrize(
    ("low", "high", "wanted", "ticks"),
    [(0, 100, 2, [0, 50, 100]), (0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]), (-4, 4, 4, [-4, -2, 0, 2, 4]), (5, 5, 3, [5])],
)
def test_ticks_are_round_numbers_within_the_range(low, high, wanted, ticks):
    assert nice_ticks(low, high, wanted) == pytest.approx(ticks)


def test_ticks_have_true_minus_signs_and_no_negative_nought():
    assert tick_text(-2.5) == "−2.5"
    assert tick_text(-0.0) == "0"


def test_the_sides_differ_in_shape_and_not_in_colour_alone():
    pictures = {
        side: painted(QSize(20, 20), lambda p, side=side: paint_mark(p, QRectF(0, 0, 20, 20), side, QColor("black")))
        for side in SHAPES
    }
    counts = {side: count(picture, "black") for side, picture in pictures.items()}
    assert len({bytes(picture.constBits()) for picture in pictures.values()}) == len(SHAPES)
    assert 0.85 < counts["us"] / counts["china"] < 1.15


def test_a_gauge_moves_its_mark_with_the_value(qtbot):
    bar = ScoreBar()
    qtbot.addWidget(bar)
    bar.resize(200, 20)

    def middle(value):
        bar.show_gauge(Gauge(0, 100, value, value - 1, value + 1), "x", "y")
        image = bar.grab().toImage()
        tint = QColor(theme.load("light").package).rgb()
        hits = [x for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) == tint]
        return sum(hits) / len(hits) / image.width()

    assert middle(25) == pytest.approx(0.25, abs=0.03)
    assert middle(75) == pytest.approx(0.75, abs=0.03)


def test_a_spark_of_one_level_value_is_drawn(qtbot):
    spark = Spark()
    qtbot.addWidget(spark)
    spark.resize(100, 30)
    flat = np.full(61, 3.0)
    spark.show_trace(Trace(flat, flat, flat, flat, ghost=flat), "name", "description")
    assert not spark.grab().isNull()


def test_a_grade_says_in_words_what_it_means(qtbot):
    badge = GradeBadge("C")
    qtbot.addWidget(badge)
    assert badge.accessibleName() == "Evidence C: analyst or secondary"


def test_a_flow_wraps_where_the_width_ends(qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    flow = FlowLayout(host)
    for i in range(6):
        flow.addWidget(QPushButton(f"button {i}"))
    one = flow.itemAt(0).sizeHint()
    wide, narrow = flow.heightForWidth(one.width() * 8), flow.heightForWidth(round(one.width() * 1.5))
    assert wide == one.height()
    assert narrow > 5 * one.height()
