"""The compiled kernel against the same source as plain Python."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
from numba import config

from dealbuilder.engine.channels import C
from dealbuilder.engine.kernel_cache import stamp
from dealbuilder.engine.parameters import P
from dealbuilder.engine.warm import is_warm, warm
from tests.engine import reference
from tests.engine.deals import CATALOGUE

ROOT = Path(__file__).resolve().parents[2]
SCORED = {
    "essay_envelope", "gap_limit", "magnets_2024_us", "magnets_2024_world", "customs_scatter_us",
    "customs_scatter_rest", "customs_discrepancy",
}  # fmt: skip
"""Parameters that other floors read."""


def plainly():
    ran = subprocess.run(
        [sys.executable, "-m", "tests.engine.reference"],
        cwd=ROOT,
        env={**os.environ, "NUMBA_DISABLE_JIT": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(ran.stdout)


def test_compiled_and_plain_python_agree():
    assert not config.DISABLE_JIT
    for compiled, plain in zip(reference.outputs(), plainly(), strict=True):
        one, other = np.array(compiled), np.array(plain)
        assert np.abs(one - other).max() <= 1e-8 * max(1.0, np.abs(one).max())


def test_a_warm_kernel_says_so():
    assert warm() > 0
    assert is_warm()


def test_the_stamp_of_the_cache_is_that_of_the_sources():
    assert stamp() == stamp()
    assert len(stamp()) == 16


def test_the_engine_knows_every_channel_and_parameter_of_the_catalogue_and_no_other():
    assert [channel.id for channel in CATALOGUE.channels] == [channel.name for channel in C]
    assert {parameter.id for parameter in CATALOGUE.parameters} - SCORED == {parameter.name for parameter in P}


def test_no_parameter_is_idle():
    """Every parameter is read by some block of the engine."""
    text = "".join(path.read_text("utf-8") for path in (ROOT / "dealbuilder" / "engine").glob("*.py"))
    assert not [parameter.name for parameter in P if f"P.{parameter.name}" not in text]
