"""Many runs of one package in pieces, of which only sums are kept; prints runs, the mean, and the peak of memory."""

import json
import re
import resource
import sys
from pathlib import Path

from dealbuilder.analysis.evaluation import Setting
from dealbuilder.cli.speed import engine
from dealbuilder.engine.inputs import prepare
from dealbuilder.engine.run import run

PIECE = 5_000
KIB = 1024


def peak() -> int:
    """Return the most bytes this process has held; Linux hands the other figure down from the parent process."""
    status = Path("/proc/self/status")
    if status.is_file():
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="utf-8"))
        assert found
        return int(found[1]) * KIB
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else KIB)


def main(runs: int) -> None:
    """Stream that many runs; each piece has a seed of its own."""
    setting, total, done = Setting(), 0.0, 0
    while done < runs:
        few = min(PIECE, runs - done)
        inputs = prepare(engine.catalogue(), setting.pack, setting.worldview, (), few, setting.seed + done)
        total += float(run(inputs, (engine.package(),), record=False).outputs[0, 0].sum())
        done += few
    sys.stdout.write(json.dumps({"runs": done, "mean": total / done, "bytes": peak()}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
