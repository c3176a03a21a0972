"""Seconds from a change of a clause to scores and charts painted with the first answer, as many times as asked."""

import json
import sys
from time import perf_counter

from dealbuilder.document.edits import RemoveClause, SetDraws
from dealbuilder.ui.intents import Do
from dealbuilder.ui.workbench import QUICK_DRAWS
from tests.benchmarks.screens.stage import Stage


def main(times: int) -> None:
    """Take clauses out one after the other, each from the whole package, and print the seconds of each."""
    stage = Stage()
    workbench = stage.commands.studio.workbench
    # The final answers, which nobody waits for here, take fewer draws; the first answers have theirs anyway.
    workbench.handle(Do(SetDraws(draws=QUICK_DRAWS)))
    stage.wait(lambda: not stage.state.busy)
    package = stage.state.document.package()
    pairs = [(one, other) for one in package.clauses for other in package.clauses if one is not other]
    seconds = []
    for one, other in pairs[:times]:
        # The first goes unmeasured, so that the package of the second was never asked for.
        workbench.handle(Do(RemoveClause(package=package.id, measure=one.measure)))
        stage.wait(lambda: not stage.state.busy)
        before = stage.state.evaluation
        begin = perf_counter()
        workbench.handle(Do(RemoveClause(package=package.id, measure=other.measure)))
        stage.wait(lambda known=before: stage.state.evaluation is not known)
        seconds.append(perf_counter() - begin)
        stage.wait(lambda: not stage.state.busy)
        workbench.undo()
        workbench.undo()
        stage.wait(lambda: not stage.state.busy)
    stage.close()
    sys.stdout.write(json.dumps(seconds))


if __name__ == "__main__":
    main(int(sys.argv[1]))
