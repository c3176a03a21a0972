"""The tables of keys in the manual, from the program's own tables: `packaging/make_keys.py` renews both languages.

`--check` changes nothing and names the pages that are out of date. What stands outside the marks is written by hand.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtWidgets import QApplication

from dealbuilder.model.text import Language
from dealbuilder.ui.dialogs.keys import rows
from dealbuilder.ui.language import Interpreter

ROOT = Path(__file__).resolve().parent.parent
FOLDER, I18N = ROOT / "resources" / "manual", ROOT / "resources" / "i18n"
BEGIN, END = "<!-- keys: made by packaging/make_keys.py -->", "<!-- end of keys -->"
HEADS: dict[Language, str] = {"en": "| Key | Does |", "zh": "| 按键 | 作用 |"}


def tables(language: Language) -> str:
    """Return a heading and a table for each place, in the language on screen."""
    parts = []
    for title, entries in rows():
        if entries:
            lines = [f"| {key} | {text} |" for key, text in entries]
            parts.append("\n".join((f"## {title}", "", HEADS[language], "|---|---|", *lines)))
    return "\n\n".join(parts)


def page(app: QApplication, language: Language) -> str:
    """Return the page as it should be: what is written by hand, and the tables of today."""
    interpreter = Interpreter(app, I18N)
    try:
        interpreter.speak(language)
        made = tables(language)
        interpreter.speak("en")
    finally:
        interpreter.deleteLater()
    text = path(language).read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    return f"{before}{BEGIN}\n\n{made}\n\n{END}{after}"


def path(language: Language) -> Path:
    """Return where the page is kept."""
    return FOLDER / language / "28-keys.md"


def main(argv: Sequence[str]) -> int:
    """Write or check the pages; the exit code is 1 if any is stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing, name what is out of date")
    chosen = parser.parse_args(list(argv))
    app = QApplication([])
    stale = []
    for language in HEADS:
        made, target = page(app, language), path(language)
        if made != target.read_text(encoding="utf-8"):
            stale.append(str(target.relative_to(ROOT)))
            if not chosen.check:
                target.write_text(made, encoding="utf-8")
    sys.stdout.write("".join(f"out of date: {one}\n" for one in stale))
    return 1 if stale and chosen.check else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
