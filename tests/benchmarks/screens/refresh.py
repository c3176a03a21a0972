"""Twelve charts on the screen refreshed with another answer, over the bare painter drawing the same charts."""

import json
import sys
from time import perf_counter

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.document.edits import RemoveClause
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.report import figures
from dealbuilder.report.figure import Chart
from dealbuilder.ui.intents import Do
from dealbuilder.ui.widgets.appearance import theme_of
from dealbuilder.ui.widgets.chart_painter import paint_chart
from dealbuilder.ui.widgets.multiples import Multiples
from tests.benchmarks.screens.stage import Stage

PLOTS = 12
SIZE = (1100, 700)


def charts_of(catalogue: Catalogue, answer: Evaluation) -> dict[str, Chart]:
    """Return the first charts of an answer."""
    ids = [series.id for series in catalogue.series if series.chart][:PLOTS]
    return {id: figures.series_chart(catalogue, answer, id, "en") for id in ids}


def main(times: int) -> None:
    """Print the ratio of each round."""
    stage = Stage()
    state, workbench = stage.state, stage.commands.studio.workbench
    answers = [state.evaluation]
    package = state.document.package()
    workbench.handle(Do(RemoveClause(package=package.id, measure=package.clauses[0].measure)))
    stage.wait(lambda: stage.state.evaluation is not answers[0] and not stage.state.busy)
    answers.append(stage.state.evaluation)
    board = Multiples()
    board.resize(*SIZE)
    board.show_charts(charts_of(state.catalogue, answers[0]), "", stale=False)
    board.show()
    stage.wait(lambda: board.isVisible())
    ratios = []
    for round_ in range(times):
        begin = perf_counter()
        board.show_charts(charts_of(state.catalogue, answers[round_ % 2]), "", stale=False)
        stage.app.processEvents()
        ours = perf_counter() - begin
        drawn = [board.chart(id) for id in charts_of(state.catalogue, answers[0])]
        assert len(drawn) == PLOTS
        pictures = [QImage(chart.size(), QImage.Format.Format_RGB32) for chart in drawn]
        begin = perf_counter()
        for chart, picture in zip(drawn, pictures, strict=True):
            painter = QPainter(picture)
            paint_chart(painter, chart.chart(), QRectF(picture.rect()), theme_of(chart), small=True)
            painter.end()
        ratios.append(ours / (perf_counter() - begin))
    board.close()
    stage.close()
    sys.stdout.write(json.dumps(ratios))


if __name__ == "__main__":
    main(int(sys.argv[1]))
