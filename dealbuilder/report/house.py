"""How reports tell of house estimates: clauses whose effect people in the room have judged."""

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.analysis.house import estimated
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.blocks import Block, Heading, Paragraph, Table
from dealbuilder.report.differing import decimals
from dealbuilder.report.pages.matter import Matter
from dealbuilder.report.phrases import say

DIGITS = 2


def sentence(catalogue: Catalogue, evaluation: Evaluation, package: Package, language: Language) -> str:
    """Return one sentence on how far the scores hang on house estimates; empty if the package has none."""
    measures = estimated(catalogue, package)
    if not measures:
        return ""
    found = evaluation.house
    titles = wording.listed([catalogue.measure_by_id[id].title.get(language) for id in measures], language)
    if found is None:
        return say("house.counted", language, items=titles)
    supply, cost = (evaluation.score(id).unit for id in ("supply_restored", "leadership_cost"))
    return say(
        "house.between",
        language,
        items=titles,
        supply_low=wording.number(found.supply[0], supply, language),
        supply_high=wording.number(found.supply[1], supply, language),
        cost_low=wording.number(found.cost[0], cost, language),
        cost_high=wording.number(found.cost[1], cost, language),
    )


def blocks(matter: Matter) -> list[Block]:
    """Return a table of the estimates behind the clauses of a package and what hangs on them; nothing without any."""
    measures = estimated(matter.catalogue, matter.package)
    if not measures:
        return []
    rows = tuple(row for id in measures if (row := _row(matter, id)))
    header = tuple(matter.say(f"house.{key}") for key in ("clause", "moves", "low", "likely", "high", "people"))
    return [
        Heading(matter.say("house.heading")),
        Paragraph(sentence(matter.catalogue, matter.evaluation, matter.package, matter.language)),
        Table(header, rows, "llrrrl", (3.4, 3, 1.3, 1.3, 1.3, 2.2)),
    ]


def figure(value: float, unit: str, language: Language) -> str:
    """Return a judged figure with its unit, with no more decimals than it needs and two at most."""
    return wording.number(value, unit, language, min(DIGITS, decimals(round(value, DIGITS))))


def _row(matter: Matter, id: str) -> tuple[str, ...]:
    measure, language = matter.catalogue.measure_by_id[id], matter.language
    house = measure.house
    if house is None:
        return ()
    channel = matter.catalogue.channel_by_id.get(house.channel)
    moves = house.channel if channel is None else channel.label.get(language)
    unit = "" if channel is None else channel.unit
    figures = [figure(value, unit, language) for value in house.pooled()]
    people = matter.say("house.second" if house.rounds == 2 else "house.first", count=len(house.counted))
    return (measure.title.get(language), moves, *figures, people)
