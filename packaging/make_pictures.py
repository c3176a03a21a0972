"""The pictures of the manual, made from the real program: `packaging/make_pictures.py [NAME …]` renews them.

`--check` changes nothing and names the pictures that no longer look like the program; names limit both. Every picture
is made in English and Chinese, in a fixed size, theme, font and seed, without a screen. It takes some minutes.
"""

import argparse
import io
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from PIL import Image
from PySide6.QtGui import QImage

from tests.ui.looks import differing, pixels
from tests.ui.shots import held, table

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "manual"
LANGUAGES = ("en", "zh")
COLOURS = 64
"""Colours of a picture: text stays smooth and a window takes some 50 KB."""
WORST = 0.02
"""Share of a picture that may differ before it counts as stale: other fonts' hinting moves less, a moved pane more."""


def path(language: str, name: str) -> Path:
    """Return where a picture is kept."""
    return FOLDER / language / "pictures" / f"{name}.png"


def packed(image: QImage) -> bytes:
    """Return a picture as a small PNG with a palette."""
    made = Image.fromarray(pixels(image).astype(np.uint8))
    few = made.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def main(argv: Sequence[str]) -> int:
    """Make or check the pictures; the exit code is 1 if any is stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="pictures, all if none is named")
    parser.add_argument("--check", action="store_true", help="change nothing, name what is out of date")
    parser.add_argument("--language", action="append", choices=LANGUAGES, help="one language only")
    chosen = parser.parse_args(list(argv))
    strange = set(chosen.names) - set(table.NAMES)
    if strange:
        parser.error(f"no such picture: {', '.join(sorted(strange))}")
    wanted = set(chosen.names or table.NAMES)
    stale = []
    # Its name is on a picture, so it is the same each time.
    held.own_folders(Path(tempfile.gettempdir()) / "dealbuilder")
    held.application()
    answerer = held.answering()
    for language in chosen.language or LANGUAGES:
        for name, image in table.images(answerer, language, wanted=wanted.__contains__):
            target = path(language, name)
            if not chosen.check:
                target.parent.mkdir(exist_ok=True)
                target.write_bytes(packed(image))
                sys.stdout.write(f"{target.relative_to(ROOT)} {target.stat().st_size // 1024} KB\n")
            elif not target.exists() or differing(QImage(str(target)), image) > WORST:
                stale.append(str(target.relative_to(ROOT)))
            sys.stdout.flush()
    sys.stdout.write("".join(f"out of date: {one}\n" for one in stale))
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
