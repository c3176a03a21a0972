"""Facts of the essay and the evidence beside them: sourced, in both languages, shown where they matter."""

import re

import pytest

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.source import Fact

HAN = re.compile(r"[\u4e00-\u9fff]")
DATED = re.compile(r"^\d{4}(-\d{2}(-\d{2})?)?$")
PERSONS = [
    "Trump", "Xi Jinping", "Bessent", "Greer", "Lutnick", "Kessler", "Heid", "Sacks", "Sullivan", "Triolo",
    "特朗普", "习近平", "贝森特", "格里尔", "卢特尼克", "何立峰",
]  # fmt: skip
ESSAY_FIGURES = {
    "essay_seven_elements": "7",
    "essay_share_mine": "60",
    "essay_share_refine": "87",
    "essay_share_heavy": "99",
    "essay_share_samarium": "100",
    "essay_share_magnet": "more than 90",
    "essay_smco_heat": "300",
    "essay_workers": "120,000",
    "essay_programmes": "about 40",
    "essay_graduates": "2,000",
    "essay_ten_to_fifteen": "10 to 15",
    "essay_five_years": "at least 5",
    "essay_trillion": "up to 1,000",
    "essay_shutdown": "about 2",
}


@pytest.fixture(scope="module")
def facts(catalogue: Catalogue) -> dict[str, Fact]:
    """The facts of the catalogue by id."""
    return {fact.id: fact for fact in catalogue.facts}


@pytest.mark.parametrize(("id", "value"), ESSAY_FIGURES.items())
def test_a_figure_of_the_essay_is_there_as_the_essay_gives_it(facts: dict[str, Fact], id: str, value: str) -> None:
    assert facts[id].value == value
    assert "essay" in {reference.source for reference in facts[id].references}


def test_a_fact_that_bears_the_essays_name_cites_the_essay(facts: dict[str, Fact]) -> None:
    for fact in facts.values():
        if fact.id.startswith("essay_"):
            assert "essay" in {reference.source for reference in fact.references}, fact.id


def test_every_fact_is_shown_somewhere_that_exists(catalogue: Catalogue, facts: dict[str, Fact]) -> None:
    places = set(catalogue.measure_by_id) | set(catalogue.indicator_by_id)
    for fact in facts.values():
        assert fact.shown_with, fact.id
        assert set(fact.shown_with) <= places, fact.id
        assert len(set(fact.shown_with)) == len(fact.shown_with), fact.id


def test_facts_that_disagree_name_each_other(facts: dict[str, Fact]) -> None:
    for fact in facts.values():
        for rival in fact.disagrees_with:
            assert rival in facts, (fact.id, rival)
            assert rival != fact.id
            assert fact.id in facts[rival].disagrees_with, (fact.id, rival)
            assert facts[rival].topic == fact.topic, (fact.id, rival)


def test_rival_figures_are_shown_in_one_place_at_least(facts: dict[str, Fact]) -> None:
    for fact in facts.values():
        for rival in fact.disagrees_with:
            assert set(fact.shown_with) & set(facts[rival].shown_with), (fact.id, rival)


def test_every_fact_is_dated_located_and_in_both_languages(facts: dict[str, Fact]) -> None:
    for fact in facts.values():
        assert DATED.match(fact.as_of), fact.id
        assert fact.value
        assert fact.unit
        assert fact.references, fact.id
        assert all(reference.locator for reference in fact.references), fact.id
        assert HAN.search(fact.claim.zh), fact.id
        assert not HAN.search(fact.claim.en), fact.id
        assert fact.claim.en.endswith("."), fact.id
        assert fact.claim.zh.endswith("。"), fact.id


def test_the_trillion_stands_beside_the_study_that_counts_all_metals(facts: dict[str, Fact]) -> None:
    trillion, all_metals = facts["essay_trillion"], facts["later_trillion_all_metals"]
    assert all_metals.id in trillion.disagrees_with
    assert "home_capital" in set(trillion.shown_with) & set(all_metals.shown_with)
    assert "all metals" in all_metals.claim.en


def test_the_essays_two_horizons_are_both_kept(facts: dict[str, Fact]) -> None:
    assert facts["essay_five_years"].topic == facts["essay_ten_to_fifteen"].topic
    assert "essay_five_years" in facts["essay_ten_to_fifteen"].disagrees_with


def test_workers_and_graduates_are_shown_where_people_are_trained(facts: dict[str, Fact]) -> None:
    for id in ("essay_workers", "essay_programmes", "essay_graduates"):
        assert "home_workforce" in facts[id].shown_with


def test_every_stage_with_an_indicator_shows_the_chinese_share_of_it(facts: dict[str, Fact]) -> None:
    for stage in ("mine", "separate", "magnet"):
        shares = [f for f in facts.values() if f.topic.startswith("share_") and f"nonchinese_{stage}" in f.shown_with]
        assert len(shares) >= 2, stage


def test_every_source_has_a_title_and_a_year(catalogue: Catalogue) -> None:
    for source in catalogue.sources:
        assert re.match(r"^(\d{4}|n\.d\.)", source.date), source.id
        assert source.title, source.id


def test_every_source_on_supply_is_cited_by_something(catalogue: Catalogue) -> None:
    items = (*catalogue.measures, *catalogue.facts, *catalogue.parameters, *catalogue.tables)
    cited = {reference.source for item in items for reference in item.references}
    cited |= {ref.source for m in catalogue.measures for demand in m.asked_by for ref in demand.references}
    assert not [source.id for source in catalogue.sources if source.id.startswith("re_") and source.id not in cited]


def test_no_living_person_is_named_anywhere_in_the_catalogue(catalogue: Catalogue) -> None:
    told = catalogue.model_dump_json()
    assert not [name for name in PERSONS if re.search(rf"(?<![A-Za-z]){name}(?![A-Za-z])", told, re.IGNORECASE)]


def test_the_essay_is_a_source_with_its_publisher(catalogue: Catalogue) -> None:
    essay = catalogue.source_by_id["essay"]
    assert essay.outlet.startswith("Asia Society Policy Institute")
    assert essay.date == "2025-07"
