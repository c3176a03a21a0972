"""Will it hold, on paper, as figures and as data."""

import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest

from dealbuilder import paths
from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.hazard_terms import TERMS
from dealbuilder.analysis.holding import Holding, holding
from dealbuilder.analysis.staging import effect
from dealbuilder.analysis.tranches import PRESETS, Plan
from dealbuilder.document import file
from dealbuilder.document.document import Document
from dealbuilder.document.examples import example
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.report import svg, theme
from dealbuilder.report.blocks import Pictures, Table
from dealbuilder.report.figures import table_twin
from dealbuilder.report.pages.matter import Matter, Sources
from dealbuilder.report.phrases import phrases
from dealbuilder.report.study import holds, holds_staging, holds_words
from dealbuilder.report.study.holds_figures import LAYERS, alive_bars, clock_chart, date_spans, hazard_stacks

SHORT = Setting(pack="2026-11", draws=32)


def opened(id: str) -> Document:
    return file.load(example(paths.resources() / "examples", id).path_in("en")).history.document


@pytest.fixture(scope="module")
def service(catalogue: Catalogue) -> Evaluator:
    return Evaluator(catalogue)


@pytest.fixture(scope="module")
def found(service: Evaluator) -> Holding:
    package = opened("truce_framework").package()
    return holding(service, package, SHORT, service.catalogue.lenses)


@pytest.fixture(scope="module")
def empty(service: Evaluator) -> Holding:
    return holding(service, NO_DEAL, SHORT, service.catalogue.lenses)


def test_every_term_is_in_one_layer_and_layers_add_up_to_the_hazard(found: Holding) -> None:
    layered = [term for _, terms, _, _ in LAYERS for term in terms]
    assert sorted(layered) == sorted(TERMS)
    stacks = hazard_stacks(found, "en")
    np.testing.assert_allclose(sum(layer.values for layer in stacks.layers), stacks.total, rtol=1e-9)
    low, high = stacks.y_range
    parts = np.array([layer.values for layer in stacks.layers])
    assert low <= np.minimum(parts, 0).sum(axis=0).min()
    assert high >= np.maximum(parts, 0).sum(axis=0).max()
    assert len({(layer.role, layer.texture) for layer in stacks.layers}) == len(stacks.layers)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ["light", "dark", "print"])
def test_figures_are_drawn_and_their_tables_hold_every_number(
    found: Holding, empty: Holding, language: str, name: str
) -> None:
    for each in (found, empty):
        exposed = holds_words.exposure(each, language)
        for figure in (
            alive_bars(each, language), hazard_stacks(each, language), clock_chart(each, exposed, language),
            date_spans(each, language),
        ):  # fmt: skip
            for scale in (1.0, 2.0):
                drawn = svg.draw(figure, theme.load(name), 420, 220, scale=scale)
                assert drawn == svg.draw(figure, theme.load(name), 420, 220, scale=scale)
                ElementTree.fromstring(drawn)
            header, rows = table_twin(figure, language)
            assert all(len(row) == len(header) for row in rows)
            assert figure.alt
    assert len(table_twin(hazard_stacks(found, language), language)[1]) == 60


def test_the_clock_shows_both_sides_alike(found: Holding) -> None:
    chart = clock_chart(found, [], "en")
    us, china = chart.lines
    assert (us.role, china.role) == ("us", "china")
    assert (us.style, us.marker) == (china.style, china.marker)
    assert us.y[0] == china.y[0] == 0.0
    np.testing.assert_array_equal(us.y[1:], found.clock.us.mean)
    header, _ = table_twin(chart, "en")
    assert len(set(header)) == len(header)
    assert "China: 5th percentile" in header


def test_the_time_line_has_renewals_on_one_lane_and_a_table_of_all_dates(found: Holding) -> None:
    spans = date_spans(found, "en", most=4)
    assert len(spans.lanes) == 4
    assert spans.lanes[0].moments == (24.0, 48.0)
    assert "more in the table" in spans.note
    assert len(holds.date_rows(found, "en")) == len(found.expiries) - 1


@pytest.mark.parametrize("language", ["en", "zh"])
def test_sentences_give_numbers_with_units_in_each_language(found: Holding, empty: Holding, language: str) -> None:
    for each in (found, empty):
        told = [
            *holds_words.life(each, language),
            *holds_words.exposure(each, language),
            *holds_words.walking(each, language),
            *holds_words.dates(each, language),
        ]
        assert all(sentence.strip() for sentence in told)
        assert not re.search(r"[{}]|nan|forecast(?!s;)", " ".join(told))
        assert any("%" in sentence for sentence in told)
    assert (phrases()["holds.empty"].get(language)) in holds_words.life(empty, language)


def test_the_sides_change_places_in_the_sentences_when_they_do_in_the_numbers(found: Holding) -> None:
    clock = found.clock
    swapped = replace(
        found,
        clock=replace(clock, us=replace(clock.china, side="us"), china=replace(clock.us, side="china")),
    )
    names = {"The United States": "China", "China": "The United States"}
    one, other = holds_words.exposure(found, "en")[:2], holds_words.exposure(swapped, "en")[:2]
    turned = [re.sub("The United States|^China", lambda found: names[found.group()], sentence) for sentence in one]
    assert turned == [other[1], other[0]]


def test_the_table_of_terms_adds_up_in_every_column(found: Holding) -> None:
    header, rows = holds.term_table(found, "en")
    for column in range(1, len(header)):
        *parts, total = (float(row[column].replace("−", "-").replace("+", "")) for row in rows)
        assert sum(parts) == pytest.approx(total, abs=0.02 * len(parts))


def test_blocks_cite_the_laws_and_show_every_figure_and_table(
    catalogue: Catalogue, service: Evaluator, found: Holding, empty: Holding
) -> None:
    document = opened("truce_framework")
    evaluation = service.evaluate(document.package(), SHORT, full=False)
    for language in ("en", "zh"):
        matter = Matter(catalogue, document, document.package(), evaluation, language, False, Sources(catalogue))
        made = holds.blocks(matter, found)
        figures = [picture.figure for block in made if isinstance(block, Pictures) for picture in block.pictures]
        assert len(figures) == 4
        tables = [block for block in made if isinstance(block, Table)]
        assert all(len(row) == len(table.header) == len(table.align) for table in tables for row in table.rows)
        assert all(not table.notes or len(table.notes) == len(table.rows) for table in tables)
        assert matter.sources.notes(language)
        assert holds.blocks(matter, empty)


def test_the_data_are_json_without_undefined_numbers(catalogue: Catalogue, service: Evaluator, found: Holding) -> None:
    data = json.loads(json.dumps(holds.as_data(catalogue, found, "zh"), allow_nan=False))
    hazard = data["hazard"]
    sums = np.array(hazard["truce"]) + sum(np.array(values) for values in hazard["terms"].values())
    np.testing.assert_allclose(sums, hazard["mean"], rtol=1e-9)
    assert [one["month"] for one in data["alive"]] == [12, 36, 60]
    one = holding(service, found.package, replace(SHORT, draws=1))
    json.dumps(holds.as_data(catalogue, one, "en"), allow_nan=False)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_plan_is_told_with_its_effect_and_where_snapback_counts(
    service: Evaluator, found: Holding, language: str
) -> None:
    ids = tuple(clause.measure for clause in found.package.clauses)
    shown = effect(service, found.package, SHORT, Plan(ids, PRESETS["halves"], snapback="automatic"))
    header, rows = holds_staging.table(service.catalogue, shown, language)
    assert len(rows) == 7
    assert all(len(row) == len(header) for row in rows)
    told = holds_staging.sentences(service.catalogue, shown, found.origin, language)
    assert phrases()["holds.stage_marks"].get(language).split("{")[0] in " ".join(told)
    nothing = effect(service, found.package, SHORT, Plan((), PRESETS["as_is"]))
    assert holds_staging.sentences(service.catalogue, nothing, found.origin, language) == [
        phrases()["holds.stage_nothing"].get(language)
    ]
