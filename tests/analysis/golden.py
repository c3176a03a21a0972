"""Scores the shipped examples under every worldview, and stores them: .venv/bin/python -m tests.analysis.golden"""

import json
import math
from pathlib import Path

from dealbuilder import paths
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.document.examples import examples
from dealbuilder.document.file import load
from dealbuilder.model.loading import load_catalogue

FILE = Path(__file__).resolve().parent.parent / "golden" / "scores.json"
DRAWS = 64

Scores = dict[str, dict[str, dict[str, float | None]]]
"""By example, worldview and indicator; None where undefined."""


def scored() -> Scores:
    """Return the means of every indicator to six digits."""
    catalogue = load_catalogue(paths.resources())
    evaluator = Evaluator(catalogue)
    answers: Scores = {}
    for example in examples(paths.resources() / "examples"):
        document = load(example.path).history.document
        answers[example.id] = {}
        for view in catalogue.worldviews:
            setting = Setting(pack=document.pack, worldview=view.id, draws=DRAWS, seed=document.seed)
            found = evaluator.evaluate(document.package(), setting, full=False)
            answers[example.id][view.id] = {score.id: rounded(score.mean) for score in found.scores}
    return answers


def rounded(value: float) -> float | None:
    """Return six significant digits, None for what is not defined."""
    return float(f"{value:.6g}") if math.isfinite(value) else None


if __name__ == "__main__":
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(json.dumps(scored(), indent=1, sort_keys=True) + "\n", encoding="utf-8")
