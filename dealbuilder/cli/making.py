"""new and check: deals made, and looked over."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from dealbuilder.analysis.contradictions import contradictions
from dealbuilder.analysis.evidence import beyond_evidence
from dealbuilder.analysis.resolve import known_clauses, unknown_ids
from dealbuilder.cli import deals, printing
from dealbuilder.cli.options import AsJson, Deal, Speech
from dealbuilder.cli.typed import refused
from dealbuilder.document.deal_edits import Rename, SetPack
from dealbuilder.document.edits import apply
from dealbuilder.document.history import History
from dealbuilder.document.loaded import Loaded
from dealbuilder.document.new import new_document
from dealbuilder.document.unencrypted import told, unencrypted
from dealbuilder.errors import DealError, NoSuch
from dealbuilder.model.lenses_in_force import misfits as misfits_of_roles
from dealbuilder.model.own import misfits
from dealbuilder.model.package import Package
from dealbuilder.model.text import Language
from dealbuilder.report import befallen
from dealbuilder.report.phrases import say

ENDING = ".deal"


def make_new(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The .deal file to make.", show_default=False)],
    source: Annotated[str | None, typer.Option("--from", help="Start from this deal instead of an empty one.")] = None,
    title: Annotated[str | None, typer.Option("--title", help="Title of the deal.")] = None,
    pack: Annotated[str | None, typer.Option("--pack", help="Starting point: what was law at signing.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
) -> None:
    """Make a deal file: empty, or a copy of another deal."""
    if file.suffix.lower() != ENDING:
        raise DealError(
            f"{file} does not end in {ENDING}; nothing was made.",
            f"Name it {file.stem or 'mine'}{ENDING}.",
            zh=f"{file} 不以 {ENDING} 结尾；未生成。",
            zh_hint=f"请命名为 {file.stem or 'mine'}{ENDING}。",
        )
    if deals.there(file) and not force:
        raise DealError(
            f"{file} is already there and stays as it is.",
            "Choose another name, or say --force.",
            zh=f"{file} 已经存在，保持原样。",
            zh_hint="请选择其他名称，或加上 --force。",
        )
    _title(title)
    if source is None:
        loaded, known = Loaded(History.start(new_document(title or file.stem))), deals.catalogue()
    else:
        deal = deals.opened(source)
        fresh = new_document().id
        document = deal.document.model_copy(update={"id": fresh, "title": title or deal.document.title})
        loaded, known = replace(deal.loaded, history=History.start(document), versions=()), deal.catalogue
    if pack is not None:
        if pack not in known.pack_by_id:
            raise NoSuch(
                f"This catalogue has no starting point “{pack}”; nothing was made.",
                f"此目录没有起点“{pack}”；未生成。",
                known.pack_by_id,
            )
        started = apply(loaded.history.document, SetPack(pack=pack))
        loaded = replace(loaded, history=History.start(started))
    deals.written(file, loaded, known)
    printing.say(printing.told("made", file=file))


def _title(title: str | None) -> None:
    """Raise DealError if no deal can have this title."""
    try:
        Rename(title=title or "")
    except ValidationError as error:
        raise refused(error) from error


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in one package; each list holds ids or sentences."""

    package: str
    name: str
    clauses: int
    unknown: list[str]
    contradictions: list[str]
    locked_guardrails: list[str]
    beyond_evidence: list[str]

    def lines(self) -> Iterator[str]:
        """Yield one line for each finding."""
        yield from (printing.told("unknown", id=id) for id in self.unknown)
        yield from self.contradictions
        yield from (printing.told("guardrail", id=id) for id in self.locked_guardrails)
        yield from (printing.told("beyond", id=id) for id in self.beyond_evidence)


def check(name: Deal, as_json: AsJson = False, language: Speech = "en") -> None:
    """Look a deal over: what this catalogue does not know, what contradicts itself, what lacks a precedent."""
    deal = deals.opened(name, language)
    found = [_findings(deal, package, language) for package in deal.document.packages]
    strange = _strange(deal, language)
    bare = told(unencrypted(deal.loaded.history, deal.loaded.versions))
    notices = [*(one.get(language) for one in deal.loaded.notices), *((bare.get(language),) if bare else ())]
    sound = not strange and not any(one.unknown or one.contradictions for one in found)
    if as_json:
        head = {"deal": name, "sound": sound, "notices": notices, "assumptions": strange}
        printing.as_json({**head, "packages": [asdict(one) for one in found]})
    else:
        printing.say(deal.document.title or name)
        for text in (*notices, *strange):
            printing.say(f"  {text}")
        for one in found:
            printing.say(printing.told("package", name=one.name or one.package, clauses=one.clauses))
            for text in one.lines():
                printing.say(f"  {text}")
        printing.say(printing.told("sound" if sound else "unsound"))
    if not sound:
        raise typer.Exit(1)


def _findings(deal: deals.Opened, package: Package, language: Language) -> Findings:
    clauses = known_clauses(deal.catalogue, package)
    locked = [one.measure.id for one in clauses if one.measure.guardrail and not one.clause.unlocked and one.rank > 0]
    against = contradictions(deal.catalogue, package)
    return Findings(
        package=package.id,
        name=package.name,
        clauses=len(package.clauses),
        unknown=list(unknown_ids(deal.catalogue, package)),
        contradictions=[one.text_zh if language == "zh" else one.text_en for one in against],
        locked_guardrails=locked,
        beyond_evidence=list(beyond_evidence(deal.catalogue, package)),
    )


def _strange(deal: deals.Opened, language: Language) -> list[str]:
    """Return a sentence for each assumption, inject and own measure that this catalogue cannot follow."""
    document, known = deal.document, deal.catalogue
    sentences = [
        say("command.no_parameter", language, id=change.parameter)
        for change in document.assumptions.changes
        if change.parameter not in known.parameter_by_id
    ]
    if document.assumptions.worldview not in known.worldview_by_id:
        sentences.append(say("command.no_worldview", language, id=document.assumptions.worldview))
    if document.pack not in known.pack_by_id:
        sentences.append(say("command.no_pack", language, id=document.pack))
    shipped = deals.catalogue().measure_by_id if document.measures else ()
    sentences += befallen.unfit(known, document, language)
    strange = (*misfits(document.measures, known.channel_by_id, shipped), *misfits_of_roles(known, document.lenses))
    return [*sentences, *_impossible(deal, language), *(one.get(language) for one in strange)]


def _impossible(deal: deals.Opened, language: Language) -> Iterator[str]:
    """Yield a sentence for each changed parameter whose value makes no sense."""
    for change in deal.document.assumptions.changes:
        parameter = deal.catalogue.parameter_by_id.get(change.parameter)
        wrong = parameter.impossible(change.value, change.low, change.high) if parameter is not None else None
        if wrong:
            yield say("command.impossible", language, wrong=wrong.get(language))
