"""The command line as a child: one command after another in one process, as a script gives them."""

import random
import sys
from pathlib import Path

from dealbuilder.cli.root import main
from dealbuilder.document import file
from dealbuilder.errors import DealError
from tests.rough.truth import Teller, digest


def begin(deal: Path) -> str:
    """Put a deal there to work on and return its mark."""
    main(["new", str(deal), "--from", "example:essay_full"])
    return digest(file.load(deal).history.document)


def run(deal: Path, truth: Path, seed: int) -> None:
    """Give one command after another, as a script would: edit, export and report."""
    teller, rng = Teller(truth), random.Random(seed)
    for out in ("stdout", "stderr"):
        setattr(sys, out, Path("/dev/null").open("w"))  # noqa: SIM115
    state = digest(file.load(deal).history.document)
    teller.tell("found", state)
    teller.tell("first", state)
    teller.tell("ready")
    draws = ["--draws", "16"]
    number = rng.randrange(10**6)
    while True:
        number += 1
        chance = rng.random()
        if chance < 0.75:
            what, line = "save", ["edit", str(deal), "time", f"cn_whitelist@{number % 40}-{number % 40 + 12}"]
        else:
            ending = rng.choice((".csv", ".xlsx", ".md", ".json", ".pdf"))
            verb = ["report", "--no-study"] if ending == ".pdf" else ["export"]
            what, line = f"export {ending}", [*verb, str(deal), "-o", str(deal.with_suffix(ending)), *draws]
        teller.tell("begin", what)
        code = main(line)
        teller.tell("end", what)
        if code:
            teller.tell("fault", f"{line} ended with {code}")
        try:
            after = digest(file.load(deal).history.document)
        except DealError as error:
            teller.tell("fault", str(error))
            continue
        if after != state:
            state = after
            # A command counts from its end: before that the user has not been told that anything is done.
            teller.tell("edit", state)
