"""Prints the outputs of two small runs; the test of the reference runs it compiled and as plain Python."""

import json
import sys

from dealbuilder.engine.inputs import prepare
from dealbuilder.engine.run import run
from tests.engine.deals import CATALOGUE, EMPTY, ESSAY, deal

ran = run(prepare(CATALOGUE, "2025-07", "central", (), 1, 11), [EMPTY, deal(ESSAY)])
json.dump([ran.outputs[:, :, 0].tolist(), ran.monthly[:, :, :, 0].tolist()], sys.stdout)
