"""What a deal that did open must still do: save and open again alike, be told, scored and printed without a fault."""

import math
import zlib
from contextlib import suppress
from functools import lru_cache

from dealbuilder import paths
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Evaluation, Setting
from dealbuilder.document import embed
from dealbuilder.document.clean import clean_copy
from dealbuilder.document.describe import describe, namer
from dealbuilder.document.film import film, sessions
from dealbuilder.document.loaded import Loaded
from dealbuilder.document.own_values import opened_text
from dealbuilder.errors import DealError
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lenses_in_force import lenses_in_force, misfits
from dealbuilder.model.loading import load_catalogue
from dealbuilder.model.own import misfits as own_misfits
from dealbuilder.model.package import Package
from dealbuilder.report import content, pdf, tables
from tests.fuzz.oracle import Fault
from tests.fuzz.seeds import PHRASE

NOTICES = 200
"""Most sentences that one file may have the program say."""


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """Return the shipped catalogue."""
    return load_catalogue(paths.resources())


@lru_cache(maxsize=1)
def _service() -> Evaluator:
    return Evaluator(catalogue())


def kept(loaded: Loaded) -> None:
    """Raise Fault unless the deal saves and opens again as the same deal, and can be told and cleaned."""
    if len(loaded.notices) > NOTICES or not all(notice.strip() for notice in loaded.notices):
        raise Fault(f"{len(loaded.notices)} notices, or one that says nothing")
    history, document = loaded.history, loaded.history.document
    again = embed.from_bytes(embed.to_bytes(history, loaded.versions, loaded.stamps, loaded.session))
    for what, one, other in (
        ("document", again.history.document, document),
        ("journal", again.history.steps, history.steps),
        ("place in the journal", again.history.index, history.index),
        ("versions", again.versions, loaded.versions),
        ("session", again.session, loaded.session),
        ("stamps", again.stamps, loaded.stamps),
    ):
        if one != other:
            raise Fault(f"the {what} did not come back as saved: {str(one)[:200]} / {str(other)[:200]}")
    for key in list(document.sealed)[:20]:
        # Whatever a file asks for, opening what it seals is a text or a sentence, soon.
        with suppress(DealError):
            opened_text(document, key, PHRASE)
    clean_copy(document, document.active, "zh")
    names = namer(catalogue(), document, "en")
    for step in history.steps[:50]:
        for edit in step.edits[:5]:
            describe(edit, "en", names)
            describe(edit, "zh")
    for session in sessions(loaded.session):
        film(session, document)


def used(loaded: Loaded, data: bytes) -> None:
    """Raise Fault unless the deal can be scored and printed; what is done beyond a score depends on the bytes."""
    document = loaded.history.document
    dice = zlib.crc32(data)
    known = catalogue().with_measures(document.measures)
    own = [channel.id for channel in known.channels]
    list(own_misfits(document.measures, {channel.id: channel for channel in known.channels}, own))
    list(misfits(known, document.lenses))
    lenses_in_force(known, document.lenses)
    service = Evaluator(known) if document.measures else _service()
    baseline = document.package(document.baseline) if document.baseline is not None else None
    setting = Setting(
        pack=document.pack,
        worldview=document.assumptions.worldview,
        changes=document.assumptions.changes,
        draws=4,
        seed=document.seed,
        baseline=baseline,
        injects=document.injects,
    )
    package = document.package()
    try:
        found = service.evaluate(package, setting, full=dice % 7 == 0)
    except DealError:
        return
    _finite(found)
    _printed(known, loaded, package, found, dice)


def _finite(found: Evaluation) -> None:
    for score in found.scores:
        if not all(math.isfinite(number) for number in (score.mean, score.baseline, score.p05, score.p50, score.p95)):
            raise Fault(f"{score.id} is {score.mean}, {score.baseline}, {score.p05} to {score.p95}")


def _printed(known: Catalogue, loaded: Loaded, package: Package, found: Evaluation, dice: int) -> None:
    document, language = loaded.history.document, "zh" if dice % 2 else "en"
    kinds = (".csv", ".md", ".json", ".xlsx", ".svg")
    data = tables.exported(kinds[dice % 5], known, document, package, found, language, "supply", "light")
    if not data:
        raise Fault("an export is empty")
    if dice % 23 == 0:
        marking = "delegation" if dice % 3 else "public"
        options = content.Options(language=language, marking=marking, term_sheet=dice % 5 == 0)
        try:
            made = pdf.render(content.build(known, document, package, found, options), options)
        except DealError as error:
            raise Fault(f"the page was not set: {error}") from error
        if not made.startswith(b"%PDF"):
            raise Fault("no PDF was made")
