"""Renew the generated parts of resources/manual/model from the catalogue; `--check` says what is stale.

Run it from anywhere after a change of parameters, tables, sources, equations or symbols:
.venv/bin/python packaging/make_method.py
"""

import argparse
import sys
from pathlib import Path

from dealbuilder import paths
from dealbuilder.model.loading import load_catalogue
from dealbuilder.report.method.pages import fresh

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Renew or check; return 1 if the check finds a stale page."""
    parser = argparse.ArgumentParser(description="Renew the generated parts of the method's pages.")
    parser.add_argument("--check", action="store_true", help="say what is stale, change nothing")
    only_check = parser.parse_args().check
    resources = paths.resources()
    stale = [
        (path, text)
        for path, text in fresh(resources, load_catalogue(resources)).items()
        if path.read_text(encoding="utf-8") != text
    ]
    for path, text in stale:
        sys.stdout.write(f"{path.relative_to(ROOT).as_posix()} {'is stale' if only_check else 'renewed'}\n")
        if not only_check:
            path.write_text(text, encoding="utf-8", newline="\n")
    return 1 if stale and only_check else 0


if __name__ == "__main__":
    sys.exit(main())
