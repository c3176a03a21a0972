"""The outputs of two small runs; run as a program it prints them, as the test does without the compiler."""

import json
import sys

from dealbuilder.engine.inputs import prepare
from dealbuilder.engine.run import run
from tests.engine.deals import CATALOGUE, EMPTY, ESSAY, deal


def outputs() -> list[list[object]]:
    """Return the outputs of a run of no package and of the essay's: at the end, and by month."""
    ran = run(prepare(CATALOGUE, "2025-07", "central", (), 1, 11), [EMPTY, deal(ESSAY)])
    return [ran.outputs[:, :, 0].tolist(), ran.monthly[:, :, :, 0].tolist()]


if __name__ == "__main__":
    json.dump(outputs(), sys.stdout)
