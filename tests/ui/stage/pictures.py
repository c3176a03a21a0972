"""Pictures of every scene, every page: `python -m tests.ui.stage.pictures OUTFOLDER [--real] [WORD …]`.

They come in two sizes, light and dark, both languages, two deals and two scales of text, scored by the real model with
`--real`. Any other WORD keeps only the pictures whose name holds it.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from dealbuilder import paths
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.model.loading import load_catalogue
from dealbuilder.ui import fonts
from dealbuilder.ui.question import question
from dealbuilder.ui.stage.audience import picture
from dealbuilder.ui.stage.showing import shown
from tests.ui.stage.stagings import deal, stagings, state

SIZES = ((1024, 768), (1920, 1080))
DRAWS = 64


def main(folder: Path, words: list[str]) -> int:
    """Write the pictures and return how many there are."""
    app = QApplication.instance() or QApplication([])
    fonts.load()
    folder.mkdir(parents=True, exist_ok=True)
    catalogue = load_catalogue(paths.resources())
    made = 0
    real = "--real" in words
    wanted = [word for word in words if word != "--real"]
    for language in ("en", "zh"):
        for id, house in (("essay_full", True), ("essay_minimal", False)):
            document = deal(id, language, house)
            evaluation = None
            if real:
                asked = question(document)
                service = Evaluator(catalogue.with_measures(document.measures))
                evaluation = service.evaluate(asked.package, replace(asked.setting, draws=DRAWS), full=False)
            whole = state(catalogue, language, document, evaluation)
            for name, staging in stagings(whole).items():
                for dark in (False, True):
                    for width, height in SIZES:
                        for scale in (1.0, 2.0):
                            look = replace(staging, dark=dark, scale=scale)
                            tone = "dark" if dark else "light"
                            stem = f"{name.replace(' ', '_')}-{id}-{width}-{tone}-{language}-x{scale:g}"
                            if any(word not in stem for word in wanted):
                                continue
                            pages = shown(whole, look, width, height, None).laid.pages
                            for page in range(pages):
                                drawn = picture(whole, replace(look, page=page), width, height)
                                drawn.save(str(folder / f"{stem}-{page + 1}of{pages}.png"))
                                made += 1
    app.quit()
    return made


if __name__ == "__main__":
    sys.stdout.write(f"{main(Path(sys.argv[1]), sys.argv[2:])} pictures\n")
