"""examples and catalogue: what there is to choose from."""

from typing import Annotated, Any

import typer
from rich.table import Table

from dealbuilder import paths
from dealbuilder.cli import deals, printing
from dealbuilder.cli.options import AsJson, Speech
from dealbuilder.document.examples import examples
from dealbuilder.errors import DealError
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Lens
from dealbuilder.model.measure import Measure
from dealbuilder.model.source import Reference
from dealbuilder.model.text import Language


def list_examples(as_json: AsJson = False, language: Speech = "en") -> None:
    """List the shipped deals."""
    shipped = examples(paths.resources() / "examples")
    if as_json:
        rows = [
            {"id": e.id, "title": e.title.get(language), "summary": e.summary.get(language), "clauses": e.clauses}
            for e in shipped
        ]
        printing.as_json({"examples": rows})
        return
    table = _headed("example", "clauses", "deal")
    for e in shipped:
        table.add_row(f"example:{e.id}", str(e.clauses), f"{e.title.get(language)}: {e.summary.get(language)}")
    printing.show(table)


def list_catalogue(
    measure: Annotated[str | None, typer.Argument(help="Show this measure with all its levels and sources.")] = None,
    as_json: AsJson = False,
    language: Speech = "en",
) -> None:
    """List the measures with their levels, sources and evidence grades, or show one."""
    known = deals.catalogue()
    if measure is not None and measure not in known.measure_by_id:
        close = deals.nearest(measure, known.measure_by_id)
        raise DealError(
            f"This catalogue has no measure “{measure}”.", close.en, zh=f"此目录没有措施“{measure}”。", zh_hint=close.zh
        )
    chosen = known.measures if measure is None else (known.measure_by_id[measure],)
    if as_json:
        printing.as_json(
            {
                "catalogue": known.version,
                "digest": known.digest,
                "measures": [_as_data(known, found, language) for found in chosen],
                "lenses": [_lens(known, lens, language) for lens in known.lenses],
            }
        )
    elif measure is None:
        table = _headed("measure", "side", "grade", "title", "levels")
        for found in chosen:
            levels = ", ".join(level.id for level in found.levels)
            mark = printing.told("guarded") if found.guardrail else ""
            table.add_row(found.id, found.side, found.grade, found.title.get(language) + mark, levels)
        printing.show(table)
    else:
        _show(known, chosen[0], language)


def _as_data(known: Catalogue, measure: Measure, language: Language) -> dict[str, Any]:
    return {
        "id": measure.id,
        "side": measure.side,
        "group": measure.group,
        "title": measure.title.get(language),
        "summary": measure.summary.get(language),
        "levels": [
            {
                "id": level.id,
                "label": level.label.get(language),
                "sentence": level.sentence.get(language),
                "channels": level.channels,
            }
            for level in measure.levels
        ],
        "instrument": {
            "name": measure.instrument.name.get(language),
            "citation": measure.instrument.citation,
            "date": measure.instrument.date,
        },
        "ramp": {"value": measure.ramp, "unit": "month"},
        "reversal": {"value": measure.reversal, "unit": "month"},
        "guardrail": measure.guardrail,
        "links": [{"measure": link.measure, "kind": link.kind} for link in measure.links],
        "sources": [_source(known, reference) for reference in measure.references],
        "grade": measure.grade,
    }


def _lens(known: Catalogue, lens: Lens, language: Language) -> dict[str, Any]:
    return {
        "id": lens.id,
        "side": lens.side,
        "name": lens.name.get(language),
        "summary": lens.summary.get(language),
        "weights": [weight.model_dump() for weight in lens.weights],
        "red_lines": [
            {
                "measure": line.measure,
                "level": line.level,
                "reason": line.reason.get(language),
                "grade": line.grade,
                "sources": [_source(known, reference) for reference in line.references],
            }
            for line in lens.red_lines
        ],
        "reservation": {
            "value": lens.reservation.value,
            "unit": "point",
            "reason": lens.reservation.reason.get(language),
            "grade": lens.reservation.grade,
        },
        "must_agree": lens.consent and {"reason": lens.consent.reason.get(language), "grade": lens.consent.grade},
        "sources": [_source(known, reference) for reference in lens.references],
        "grade": lens.grade,
    }


def _source(known: Catalogue, reference: Reference) -> dict[str, str]:
    source = known.source_by_id[reference.source]
    date = reference.date or source.date
    return {
        "id": source.id,
        "title": source.title,
        "locator": reference.locator,
        "date": date,
        "address": source.address,
        "grade": source.grade,
    }


def _show(known: Catalogue, measure: Measure, language: Language) -> None:
    printing.say(printing.told("graded", id=measure.id, side=measure.side, grade=measure.grade))
    printing.say(measure.title.get(language))
    printing.say(measure.summary.get(language))
    instrument = measure.instrument
    named = instrument.name.get(language)
    printing.say()
    printing.say(printing.told("instrument", name=named, citation=instrument.citation, date=instrument.date))
    printing.say(printing.told("ramp", months=f"{measure.ramp:g}", note=measure.ramp_note.get(language)))
    printing.say(printing.told("reversal", months=f"{measure.reversal:g}"))
    notes = (measure.guardrail_reason, measure.bound_by, measure.recorded_only)
    for note in notes:
        if note is not None:
            printing.say(note.get(language))
    table = _headed("level", "label", "meaning")
    for level in measure.levels:
        table.add_row(level.id, level.label.get(language), level.sentence.get(language))
    printing.say()
    printing.show(table)
    for link in measure.links:
        kind = printing.told(link.kind)
        printing.say(printing.told("link", kind=kind, measure=link.measure, reason=link.reason.get(language)))
    printing.say()
    printing.say(printing.told("sources"))
    for reference in measure.references:
        row = _source(known, reference)
        printing.say(f"  [{row['grade']}] {row['title']}, {row['locator']} ({row['date']}) {row['address']}".rstrip())


def _headed(*keys: str) -> Table:
    """Return an empty table whose columns are named by phrases; numbers of clauses stand to the right."""
    heads = {key: printing.told(key) for key in keys}
    return printing.plain_table(*heads.values(), right=tuple(heads[key] for key in keys if key == "clauses"))
