"""The front door: a verb goes to the command line, anything else opens the workbench."""

import importlib
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

DEALS = (".deal", ".pdf")
WINDOW_OPTIONS = ("--shot", "--smoke", "--new")
VERB = re.compile(r"-.*|[a-z][a-z-]*")
"""What can be a command or an option; a file of such a name is given with its folder."""


def wants_window(arguments: Sequence[str]) -> bool:
    """Return whether the arguments ask for the workbench: none at all, a deal, or an option of the window."""
    if "_DEALBUILDER_COMPLETE" in os.environ:
        return False
    if not arguments or any(word in WINDOW_OPTIONS for word in arguments):
        return True
    first = arguments[0]
    if first.lower().endswith(DEALS) or first.startswith(("example:", "file:")):
        return True
    return not VERB.fullmatch(first) and Path(first).is_file()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    # One of two roofs is entered and the other is never loaded: the command line must run where no Qt can start,
    # and the window must paint before the libraries of the command line are read.
    module = "dealbuilder.app" if wants_window(words) else "dealbuilder.cli.root"
    return int(importlib.import_module(module).main(words))


if __name__ == "__main__":
    sys.exit(main())
