"""One side of a comparison of two commits: does a task when told to and answers with its seconds.

Runs with a commit's checkout as its current folder and uses the command line's words alone, which last.
"""

import contextlib
import io
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from dealbuilder.cli.root import main

TASKS: dict[str, tuple[str, ...]] = {
    "score, 29 clauses, 1,000 draws": ("score", "example:essay_full", "--draws", "1000"),
    "report without the study": ("report", "example:essay_full", "--no-study", "-o", "{folder}/deal.pdf"),
    "new deal, written and checked": ("new", "{folder}/deal.deal", "--from", "example:essay_full", "--force"),
}
START = "start of the window's code"
"""The one task that needs a process of its own."""


def lap(task: str, folder: Path) -> float:
    """Return the seconds of one task; raise RuntimeError if the program refuses it."""
    begin = perf_counter()
    if task == START:
        subprocess.run([sys.executable, "-c", "import dealbuilder.app, dealbuilder.ui.ready"], check=True)
        return perf_counter() - begin
    words = [word.format(folder=folder) for word in TASKS[task]]
    heard = io.StringIO()
    with contextlib.redirect_stdout(heard), contextlib.redirect_stderr(heard):
        code = main(words)
    if code:
        raise RuntimeError(f"{task}: {heard.getvalue()}")
    return perf_counter() - begin


def serve() -> None:
    """Read tasks, a line each, and answer a line each."""
    with tempfile.TemporaryDirectory() as folder:
        for line in sys.stdin:
            seconds = lap(line.strip(), Path(folder))
            sys.__stdout__.write(f"{seconds}\n")
            sys.__stdout__.flush()


if __name__ == "__main__":
    serve()
