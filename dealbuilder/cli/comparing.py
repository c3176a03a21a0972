"""reference: deals that were really struck, as the model ranks them and as they fared."""

from typing import Any

from dealbuilder import paths
from dealbuilder.analysis.evaluate import stamps
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.reference.ranking import Ranked, Reference, reference
from dealbuilder.cli import deals, printing
from dealbuilder.cli.options import AsJson, Speech
from dealbuilder.document.examples import examples
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package
from dealbuilder.model.text import Language, Text
from dealbuilder.report import wording
from dealbuilder.report.model_pages import reference as page

FIRST = "central"
"""The worldview that the order and the hazard are read under; the others stand beside it."""


def rank_reference(as_json: AsJson = False, language: Speech = "en") -> None:
    """Rank the deals that were really struck by how long they last in the model, beside what happened."""
    catalogue = deals.catalogue()
    with printing.progress("ranking") as tick:
        found = reference(catalogue, packages(), views(catalogue), tick=tick)
    names = {id: title.get(language) for id, title in titles().items()}
    if as_json:
        printing.as_json(_as_data(catalogue, found, names, language))
    else:
        _show(catalogue, found, names, language)


def packages() -> dict[str, tuple[Package, str]]:
    """Return package and pack of every shipped deal by id."""
    return {id: (document.package(), document.pack) for id, document in deals.shipped().items()}


def titles() -> dict[str, Text]:
    """Return the title of every shipped deal by id."""
    return {each.id: each.title for each in examples(paths.resources() / "examples")}


def views(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the worldviews, the central one first."""
    return (FIRST, *(view.id for view in catalogue.worldviews if view.id != FIRST))


def _show(catalogue: Catalogue, found: Reference, names: dict[str, str], language: Language) -> None:
    words = ("deal", "median life", "really held", "place: model, real")
    if language == "zh":
        words = ("协议", "寿命中位数", "实际维持", "名次：模型，实际")
    seen = [catalogue.worldview_by_id[each.worldview].label.get(language) for each in found.agreement]
    table = printing.plain_table(words[0], *seen, *words[1:], right=(*seen, *words[1:]))
    for deal in sorted(found.deals, key=lambda deal: (not deal.struck.is_deal, deal.place)):
        table.add_row(
            names[deal.struck.id],
            *(wording.number(chance, "%", language, 0) for chance in deal.alive_12.values()),
            wording.number(deal.life[0], "month", language),
            page.lived(deal, language),
            page.places(deal, language),
        )
    printing.say("存续12个月的概率" if language == "zh" else "Chance to live twelve months, by worldview")
    printing.show(table)
    printing.say()
    count = sum(deal.struck.is_deal for deal in found.deals)
    for deal in found.deals:
        printing.say(names[deal.struck.id])
        printing.say(page.paragraph(deal, count, FIRST, language))
        printing.say()
    for text in (*page.agreement(found, catalogue, language), page.few(found, names, language)):
        printing.say(text)


def _as_data(catalogue: Catalogue, found: Reference, names: dict[str, str], language: Language) -> dict[str, Any]:
    packs = tuple(dict.fromkeys(deal.pack for deal in found.deals))
    stamped = stamps(catalogue, Setting(pack=packs[0]))
    return {
        "worldview": FIRST,
        "draws": found.draws,
        "seed": found.seed,
        "deals": [_deal(deal, names, language) for deal in found.deals],
        "agreement": [
            {
                "worldview": each.worldview,
                "pairs": each.pairs,
                "agreeing": each.agreeing,
                "disagreeing": each.disagreeing,
                "kendall_tau": each.tau,
                "wrong": [{"longer": longer, "shorter": shorter} for longer, shorter in each.wrong],
            }
            for each in found.agreement
        ],
        "events": found.events,
        "stamps": {"dealbuilder": stamped.dealbuilder, "catalogue": stamped.catalogue, "pack": ", ".join(packs)},
    }


def _deal(deal: Ranked, names: dict[str, str], language: Language) -> dict[str, Any]:
    struck, (middle, low, high) = deal.struck, deal.life
    return {
        "id": struck.id,
        "label": names[struck.id],
        "pack": deal.pack,
        "is_deal": struck.is_deal,
        "place": deal.place,
        "observed_places": list(deal.observed) if deal.observed is not None else None,
        "alive_12": {"unit": "%", "worldviews": deal.alive_12},
        "median_life": {"unit": "month", "p05": low, "p50": middle, "p95": high},
        "hazard": {
            "unit": "%/month",
            "mean": deal.split.hazard,
            "expiry_share": {"unit": "%", "value": deal.split.expiry},
            "terms": [{"id": id, "unit": "log hazard", "value": value} for id, value in deal.split.terms.items()],
        },
        "observed": {
            "begun": struck.begun.isoformat(),
            "ended": struck.ended.isoformat(),
            "alive": struck.alive,
            "life": {"unit": "month", "value": struck.life},
            "draws_as_early": {"unit": "%", "value": deal.as_early},
            "event": struck.event,
            "fate": struck.fate.get(language),
            "sources": list(struck.sources),
        },
    }
