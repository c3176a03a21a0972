"""A child below the window: it saves and puts aside large deals without a pause."""

import random
import time
from pathlib import Path

from dealbuilder import paths
from dealbuilder.document import file, recovery
from dealbuilder.document.edits import Rename, SetTiming
from dealbuilder.document.examples import example
from dealbuilder.document.history import History
from dealbuilder.document.recovery import Claim
from tests.rough.truth import Teller, digest

LARGE = 3_000
"""Steps of undo that the large deal begins with: a long day's work."""


def large(path: Path, steps: int = LARGE) -> History:
    """Write a large deal and return it."""
    essay = example(paths.resources() / "examples", "essay_full").path_in("en")
    history = History.start(file.load(essay).history.document.model_copy(update={"draws": 32}))
    edit = SetTiming(package=history.document.active, measure="cn_whitelist", start=0)
    for number in range(steps):
        history = history.do(edit.model_copy(update={"start": number % 36 + 1}), at="2026-11-26T10:00:00Z")
    file.save(path, history)
    return history


def save_for_ever(deal: Path, truth: Path, seed: int) -> None:
    """Edit, put aside and save without a pause; each round is one edit, so that every state can be told apart."""
    teller, rng = Teller(truth), random.Random(seed)
    found = recovery.recoverable()
    loaded = recovery.restore(found[0]) if found else file.load(deal)
    claim: Claim | None = recovery.adopt(found[0]) if found else None
    history = loaded.history
    teller.tell("restored" if found else "found", digest(history.document))
    teller.tell("first", digest(history.document))
    teller.tell("ready")
    number = rng.randrange(10**9)
    while True:
        number += 1
        began = time.monotonic()
        history = history.do(Rename(title=f"title {number}"), at="2026-11-26T10:00:00Z")
        teller.tell("edit", digest(history.document), began)
        if rng.random() < 0.5:
            claim = claim or recovery.claim(history, deal)
            recovery.put_aside(history, deal, aside=claim.file)
        else:
            teller.tell("begin", "save")
            if claim is not None:
                recovery.put_aside(history, deal, aside=claim.file)
            file.save(deal, history)
            teller.tell("end", "save")
            if claim is not None:
                recovery.discard(claim.file)
                claim.release()
                claim = None
