"""new, check and clean: deals made, looked over, and made ready to hand over."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from dealbuilder.analysis.contradictions import contradictions
from dealbuilder.analysis.evidence import beyond_evidence
from dealbuilder.analysis.resolve import known_clauses, unknown_ids
from dealbuilder.cli import deals, printing
from dealbuilder.cli.options import AsJson, Deal, InPackage, Speech
from dealbuilder.document.clean import clean_copy
from dealbuilder.document.history import History
from dealbuilder.document.loaded import Loaded
from dealbuilder.document.new import new_document
from dealbuilder.errors import DealError

Out = Annotated[Path, typer.Option("--output", "-o", help="The file to write.", show_default=False)]


def make_new(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The .deal file to make.", show_default=False)],
    source: Annotated[str | None, typer.Option("--from", help="Start from this deal instead of an empty one.")] = None,
    title: Annotated[str | None, typer.Option("--title", help="Title of the deal.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
) -> None:
    """Make a deal file: empty, or a copy of another deal."""
    if file.exists() and not force:
        raise DealError(f"{file} is already there and stays as it is.", "Choose another name, or say --force.")
    if source is None:
        loaded, known = Loaded(History.start(new_document(title or file.stem))), deals.catalogue()
    else:
        deal = deals.opened(source)
        fresh = new_document().id
        document = deal.document.model_copy(update={"id": fresh, "title": title or deal.document.title})
        loaded, known = replace(deal.loaded, history=History.start(document), versions=()), deal.catalogue
    deals.written(file, loaded, known)
    printing.say(f"{file} is made.")


def check(name: Deal, as_json: AsJson = False, language: Speech = "en") -> None:
    """Look a deal over: what this catalogue does not know, what contradicts itself, what lacks a precedent."""
    deal = deals.opened(name)
    document = deal.document
    rows = []
    for package in document.packages:
        found = contradictions(deal.catalogue, package)
        locked = [
            known.measure.id
            for known in known_clauses(deal.catalogue, package)
            if known.measure.guardrail and not known.clause.unlocked and known.rank > 0
        ]
        rows.append(
            {
                "package": package.id,
                "name": package.name,
                "clauses": len(package.clauses),
                "unknown": list(unknown_ids(deal.catalogue, package)),
                "contradictions": [item.text_zh if language == "zh" else item.text_en for item in found],
                "locked_guardrails": locked,
                "beyond_evidence": list(beyond_evidence(deal.catalogue, package)),
            }
        )
    strange = _strange_assumptions(deal)
    faults = bool(strange) or any(row["unknown"] or row["contradictions"] for row in rows)
    if as_json:
        told = {"notices": list(deal.loaded.notices), "assumptions": strange, "packages": rows}
        printing.as_json({"deal": name, "sound": not faults, **told})
    else:
        _say_check(deal, rows, strange)
        printing.say("Something wants mending." if faults else "The deal is sound.")
    if faults:
        raise typer.Exit(1)


def _strange_assumptions(deal: deals.Opened) -> list[str]:
    """Return a sentence for each assumption that this catalogue cannot follow."""
    document, known = deal.document, deal.catalogue
    sentences = [
        f"The changed parameter “{change.parameter}” is not in this catalogue; it is kept and not used."
        for change in document.assumptions.changes
        if change.parameter not in known.parameter_by_id
    ]
    if document.assumptions.worldview not in known.worldview_by_id:
        sentences.append(f"The worldview “{document.assumptions.worldview}” is not in this catalogue.")
    if document.pack not in known.pack_by_id:
        sentences.append(f"The baseline pack “{document.pack}” is not in this catalogue.")
    return sentences


def _say_check(deal: deals.Opened, rows: list[dict[str, object]], strange: list[str]) -> None:
    printing.say(f"{deal.document.title or deal.name}: {len(rows)} package(s)")
    for text in (*deal.loaded.notices, *strange):
        printing.say(f"  {text}")
    for row in rows:
        printing.say(f"{row['name'] or row['package']}: {row['clauses']} clause(s)")
        lines = {
            "unknown": "unknown to this catalogue, kept and not scored: {}",
            "contradictions": "{}",
            "locked_guardrails": "locked guardrail, not scored: {}",
            "beyond_evidence": "stronger than anything observed so far: {}",
        }
        for key, form in lines.items():
            for item in row[key] if isinstance(row[key], list) else ():
                printing.say(f"  {form.format(item)}")


def clean(name: Deal, output: Out, package: InPackage = None) -> None:
    """Write a copy for the other side: one package, without journal, private notes and sealed values."""
    deal = deals.opened(name)
    chosen = deals.package(deal.document, package)
    document, left_out = clean_copy(deal.document, (chosen.id,))
    deals.written(output, Loaded(History.start(document)), deal.catalogue)
    printing.say(f"{output} is made.")
    for sentence in left_out:
        printing.say(f"Left out: {sentence}")
