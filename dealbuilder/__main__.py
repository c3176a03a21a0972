"""The front door: a verb goes to the command line, anything else opens the workbench."""

import importlib
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

DEALS = (".deal", ".pdf")
WINDOW_OPTIONS = ("--shot", "--smoke", "--new")
PROBE = "--probe"
"""Asks Qt about this machine, in a process of its own (report/care/checkup/screen.py)."""
TAKE = "--take-out"
"""Takes a deal out of a PDF, in a process of its own (document/pdf_reader.py)."""
OF_ITS_OWN = {PROBE: "dealbuilder.ui.care.probe", TAKE: "dealbuilder.document.pdf_reader"}
VERB = re.compile(r"-.*|[a-z][a-z-]*")
"""What can be a command or an option; a file of such a name is given with its folder."""

STOPPED = 130
"""Exit code after Ctrl+C, as of every command that is stopped so."""
NO_WINDOW = (
    "The workbench cannot be opened: {reason}. No file was changed. "
    "Install what is missing, or work with commands: see `dealbuilder --help`."
)


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
    module = OF_ITS_OWN.get(words[0], module) if words else module
    try:
        return int(importlib.import_module(module).main(words))
    except KeyboardInterrupt:
        return STOPPED
    except ImportError as error:
        if module == "dealbuilder.cli.root" or (error.name or "").startswith("dealbuilder"):
            raise
        # A library of the system that Qt stands on is missing, not one of ours.
        sys.stderr.write(f"{NO_WINDOW.format(reason=error)}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
