"""Many runs of one package in pieces, of which only sums are kept; prints runs, the mean, and the peak of memory."""

import json
import resource
import sys

from dealbuilder.analysis.evaluation import Setting
from dealbuilder.cli.speed import engine
from dealbuilder.engine.inputs import prepare
from dealbuilder.engine.run import run

PIECE = 5_000
KIB = 1024


def main(runs: int) -> None:
    """Stream that many runs; each piece has a seed of its own."""
    setting, total, done = Setting(), 0.0, 0
    while done < runs:
        few = min(PIECE, runs - done)
        inputs = prepare(engine.catalogue(), setting.pack, setting.worldview, (), few, setting.seed + done)
        total += float(run(inputs, (engine.package(),), record=False).outputs[0, 0].sum())
        done += few
    unit = 1 if sys.platform == "darwin" else KIB
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    sys.stdout.write(json.dumps({"runs": done, "mean": total / done, "bytes": used}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
