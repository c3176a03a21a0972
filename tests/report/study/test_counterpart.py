"""A rehearsal in words, as a table, a figure, Markdown and JSON: complete, in both languages, hiding what is hidden."""

import json
from dataclasses import replace

import pytest

from dealbuilder.analysis.counterpart.play import debrief, played
from dealbuilder.analysis.party_value import Party
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.report import figures, svg, theme, wording
from dealbuilder.report.phrases import phrases
from dealbuilder.report.study import counterpart
from dealbuilder.report.study.rounds import Rehearsal, debriefed, ending, rows
from tests.analysis.counterpart.toy import lens, package, script, toy

OPENING = package(us_a="low", cn_a="low")


@pytest.fixture(scope="module")
def known(catalogue: Catalogue) -> Catalogue:
    return toy(catalogue, lens("us", 0.1, ("us_b", "high")), lens("china", 0.1, ("cn_b", "high")))


def rehearsal(known: Catalogue, side: Party = "china", tactic: str = "firm", opening=OPENING) -> Rehearsal:
    other: Party = "us" if side == "china" else "china"
    answerer, opener = script(known, side, tactic), script(known, other, "reciprocal")
    ended = played(opener, answerer, opening)
    agreed = None if ended.agreed is None else (ended.agreed, ended.worth, ended.by)
    least: dict[Party, float] = {"us": 0.1, "china": 0.1}
    found = debrief(known, ended.turns, agreed[:2] if agreed else None, least)
    return Rehearsal(known, answerer.rules, ended.turns, 64, agreed, True, found)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("tactic", ["firm", "reciprocal", "conceder"])
def test_every_offer_and_answer_has_a_row_with_words_and_a_reason(known, tactic, language):
    told = rehearsal(known, tactic=tactic)
    found = rows(told, language)
    by_us = told.agreed is not None and told.agreed[2] == "us"
    assert len(found) == 2 * len(told.turns) + by_us
    for row in found:
        assert row.what
        assert bool(row.why) == (row.who == "china")
        assert "{" not in row.what + row.why
    assert len({len(counterpart.cells(row, language)) for row in found} | {len(counterpart.header(language))}) == 1


def test_a_counter_offer_says_what_it_moves_and_what_it_asks_for(known):
    first = rows(rehearsal(known), "en")[1]
    assert first.what.startswith("Counter-offer: ")
    assert "asks for" in first.what or "moves" in first.what
    assert "China asks for" in first.why
    assert wording.number(first.worth.china, "points", "en", 2) in first.why


def test_an_acceptance_gives_its_worth_and_what_would_have_been_asked(known):
    told = rehearsal(known, opening=package(us_a="high", us_b="high", us_c="high"))
    answer = rows(told, "en")[1]
    assert answer.kind == "accept"
    assert "no less than the" in answer.why
    assert ending(told, "en").startswith("China accepted: there is an agreement")


def test_a_red_line_is_named_with_its_measure(known):
    answer = rows(rehearsal(known, opening=package(cn_b="high", us_a="low")), "en")[1]
    assert "crosses a red line of China: “china b”" in answer.why


def test_reciprocal_says_what_it_got_for_what_it_gave(known):
    answers = [row.why for row in rows(rehearsal(known, tactic="reciprocal"), "en") if row.kind in ("counter", "stay")]
    assert any("The United States gave it" in why or "took" in why for why in answers[1:]) or len(answers) < 2


def test_both_sides_are_told_in_the_same_words(known):
    one, other = rehearsal(known, "us"), rehearsal(known, "china")
    why = {side: rows(told, "en")[1].why for side, told in (("us", one), ("china", other))}
    swapped = why["us"].replace("The United States", "China").replace("the United States", "China")
    assert swapped.split("asks for")[0] == why["china"].split("asks for")[0]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_figure_has_a_table_twin_and_can_be_drawn(known, language):
    told = rehearsal(known)
    figure = counterpart.chart(told, language)
    header, table = figures.table_twin(figure, language)
    assert len(header) == 3
    offers = [row for row in rows(told, language) if row.kind not in ("accept", "refuse")]
    assert [round(float(row[1]), 6) for row in table] == [round(row.worth.us, 6) for row in offers]
    assert table[0][0] == figure.ticks[0][1]
    assert svg.draw(figure, theme.load("light"), 400, 200).startswith("<svg")


def test_reservations_are_drawn_only_where_they_are_told(known):
    told = rehearsal(known)
    assert [line.role for line in counterpart.chart(told, "en").lines] == ["us", "china"]
    open_ = replace(told, reservations=(("china", 0.1),))
    assert [line.role for line in counterpart.chart(open_, "en").lines] == ["us", "china", "target"]


def test_one_offer_is_no_curve(known):
    told = replace(rehearsal(known), turns=())
    assert counterpart.chart(told, "en") is None


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_transcript_to_take_home_has_every_row_and_says_that_it_is_a_script(known, language):
    told = rehearsal(known)
    page = counterpart.as_markdown(told, "A deal", "stamp", language)
    assert phrases()["counterpart.script"].get(language) in page
    assert page.count("\n| ") >= len(rows(told, language)) + 1
    assert "stamp" in page
    for text in debriefed(told, language):
        assert text.split("“")[0].strip()[:20] in page


def test_json_holds_each_change_and_both_values_and_no_note(known):
    data = json.loads(json.dumps(counterpart.as_data(rehearsal(known))))
    assert data["side"] == "us"
    assert data["counterpart"] == "china"
    assert data["turns"][0]["changes"] == [
        {"measure": "us_a", "from": None, "to": "low"},
        {"measure": "cn_a", "from": None, "to": "low"},
    ]
    assert {"us", "china", "supply_restored", "leadership_cost"} <= set(data["turns"][0])
    assert data["reservations"] == {}
    assert data["debrief"]["packages_looked_at"] > 0


def test_every_phrase_of_the_rehearsal_has_the_same_places_in_both_languages():
    for key, text in phrases().items():
        if key.startswith(("counterpart.", "negmas.")):
            places = [sorted(part.split("}")[0] for part in words.split("{")[1:]) for words in (text.en, text.zh)]
            assert places[0] == places[1], key
