"""The page of the reference deals says what the figures say, also where the model is wrong."""

import re
from dataclasses import replace

import pytest

from dealbuilder.analysis.reference.hazard import TERMS, Split
from dealbuilder.analysis.reference.ranking import Ranked, Reference, agreement
from dealbuilder.analysis.reference.struck import STRUCK
from dealbuilder.cli.comparing import titles
from dealbuilder.report.model_pages.reference import drivers, page, paragraph, verdict
from dealbuilder.report.model_pages.reference_words import DRIVERS, TEXTS

NOTHING = dict.fromkeys(TERMS, 0.0)
OBSERVED = {"geneva": (5, 5), "london": (2, 4), "london_h20": (2, 4), "stockholm": (2, 4), "busan": (1, 1)}


def ranked(id, place, alive=50.0, **terms):
    (struck,) = [each for each in STRUCK if each.id == id]
    split = Split(8.0, {**NOTHING, **terms}, 40.0)
    return Ranked(struck, "2025-07", {"central": alive}, (5.0, 1.0, 30.0), 12.0, split, place, OBSERVED.get(id))


def whole(order):
    """The deals in one order of the model, the most durable first, the rupture last."""
    chances = {id: 90.0 - 10 * place for place, id in enumerate(order)}
    deals = [ranked(id, place + 1, chances[id]) for place, id in enumerate(order)]
    deals.sort(key=lambda deal: [struck.id for struck in STRUCK].index(deal.struck.id))
    rupture = ranked("october_rupture", 6, 1.0, restraint=0.9)
    return Reference((*deals, rupture), (agreement("central", chances),), 3, 64, 7)


RIGHT = ("busan", "london", "london_h20", "stockholm", "geneva")
WRONG = ("busan", "geneva", "london", "london_h20", "stockholm")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_deal_has_a_row_a_paragraph_and_its_sources(catalogue, language):
    text = page(whole(RIGHT), catalogue, titles(), language)
    for struck in STRUCK:
        name = titles()[struck.id].get(language)
        assert f"### {name}" in text
        assert f"| {name} |" in text
        assert struck.fate.get(language) in text
        assert all(catalogue.source_by_id[id].title in text for id in struck.sources)
    assert not re.search(r"[{}]", text)


def test_a_right_order_is_not_called_wrong_and_a_wrong_one_is(catalogue):
    assert "Where the model ranks wrongly" not in page(whole(RIGHT), catalogue, titles(), "en")
    text = page(whole(WRONG), catalogue, titles(), "en")
    part = text[text.index("Where the model ranks wrongly") : text.index("Deal by deal")]
    assert part.count("“Geneva, 12 May 2025” has a better chance of a year than") == 3
    assert "80% against 70%" in part
    assert "0.5\u00a0months against 3.2\u00a0months" in part


def test_the_term_that_sets_a_wrong_pair_apart_is_named_with_its_factor(catalogue):
    found = whole(WRONG)
    deals = tuple(
        replace(deal, split=replace(deal.split, terms={**NOTHING, "restraint": -0.2231}))
        if deal.struck.id == "geneva"
        else deal
        for deal in found.deals
    )
    text = page(replace(found, deals=deals), catalogue, titles(), "en")
    assert "restraint in new controls: by it alone the hazard of the second is 1.25 times that of the first" in text


@pytest.mark.parametrize(
    ("id", "place", "said"),
    [
        ("geneva", 3, "trusts the deal too much"),
        ("london", 5, "trusts the deal too little"),
        ("stockholm", 2, "its place is 2 to 4 of 5, and the model’s is 2"),
        ("october_rupture", 6, "as it should"),
        ("october_rupture", 5, "that is wrong"),
    ],
)
def test_the_verdict_follows_the_places(id, place, said):
    assert said in verdict(ranked(id, place), 5, "en")


def test_a_paragraph_holds_the_figures_and_nothing_else_changes():
    deal = ranked("geneva", 3, 24.4)
    text = paragraph(deal, 5, "central", "en")
    for figure in ("24%", "5.0\u00a0months", "1.0 to 30.0\u00a0months", "8.0% a month", "40%", "12%", "12 May 2025"):
        assert figure in text
    other = paragraph(replace(deal, alive_12={"central": 77.0}), 5, "central", "en")
    assert other == text.replace("24%", "77%")


def test_a_deal_still_alive_is_said_to_hold_so_far():
    text = paragraph(ranked("busan", 1), 5, "central", "en")
    assert "had held 10.8\u00a0months when last seen on 24 Sep 2026" in text
    assert "In 88% of the draws it lives longer" in text


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ({}, "Apart from expiries"),
        ({"restraint": 0.01}, "Apart from expiries"),
        ({"restraint": -0.5}, "what lowers its hazard is restraint in new controls (×0.61)."),
        ({"restraint": 0.5}, "what raises it is new controls (×1.65)."),
        ({"goodwill": -0.1, "restraint": -0.5}, "restraint in new controls (×0.61) and goodwill on tariffs"),
        ({"goodwill": -0.1, "red_lines": 0.4}, "(×0.90); what raises it is red lines touched (×1.49)."),
    ],
)
def test_the_drivers_are_named_by_sign_and_strength(terms, said):
    assert said in drivers(ranked("geneva", 3, **terms), "en")


def test_every_text_stands_in_both_languages_with_the_same_places():
    assert set(DRIVERS) == set(TERMS)
    for text in TEXTS.values():
        assert sorted(re.findall(r"{\w+}", text.en)) == sorted(re.findall(r"{\w+}", text.zh))
    for pair in DRIVERS.values():
        assert all(any("\u4e00" <= letter <= "\u9fff" for letter in text.zh) for text in pair)
