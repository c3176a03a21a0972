"""Every level of every measure moves an indicator, or the catalogue says why it cannot."""

import pytest

from dealbuilder import paths
from dealbuilder.analysis.bound import law_at_signing
from dealbuilder.analysis.evaluate import Evaluator, still
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.runs import RunStore, world
from dealbuilder.model.loading import load_catalogue
from dealbuilder.model.package import Clause, Package
from tests.analysis.packages import package

SETTING = Setting(draws=64)
CATALOGUE = load_catalogue(paths.resources())
LEVELS = [(measure, level) for measure in CATALOGUE.measures for level in measure.levels[1:]]


def alone(measure, level):
    one = Clause(measure=measure.id, level=level.id, unlocked=measure.guardrail)
    return Package(id="p", name="", clauses=(one,))


@pytest.fixture(scope="module")
def moved():
    """Which (measure, level) move any output when alone; one batch for all."""
    store = RunStore(CATALOGUE)
    packages = [package(), *(alone(*pair) for pair in LEVELS)]
    empty, *runs = store.summaries(world(SETTING), packages, record=False)
    return {(m.id, level.id): not still(empty, ran) for (m, level), ran in zip(LEVELS, runs, strict=True)}


@pytest.mark.parametrize(("measure", "level"), LEVELS, ids=lambda part: part.id)
def test_a_level_moves_an_indicator_or_the_catalogue_says_why_not(moved, measure, level):
    if moved[measure.id, level.id]:
        return
    law = law_at_signing(CATALOGUE.pack_by_id[SETTING.pack])
    said = measure.bound_by or measure.recorded_only or any(id in law for id in level.channels)
    assert said, f"{measure.id}={level.id} moves nothing alone, and neither bound_by nor the pack says why"


def test_a_level_that_moves_nothing_alone_moves_something_in_company(moved):
    """No lever is dead: with every other one at its last level, taking it out must be felt or be law already."""
    law = law_at_signing(CATALOGUE.pack_by_id[SETTING.pack])
    excluded = {"suspend_tool_licences", "revoke_veu", "issue_new_controls", "cn_stop_licences", "cn_new_controls"}
    company = [measure for measure in CATALOGUE.measures if measure.id not in excluded]
    idle = {m.id for m, level in LEVELS if level is m.levels[-1] and not moved[m.id, level.id]}
    store = RunStore(CATALOGUE)
    clauses = {m.id: Clause(measure=m.id, level=m.levels[-1].id, unlocked=m.guardrail) for m in company}

    def leaving_out(id):
        return Package(id="p", name="", clauses=tuple(c for other, c in clauses.items() if other != id))

    asked = sorted(idle & clauses.keys())
    whole, *parts = store.summaries(world(SETTING), [leaving_out(""), *map(leaving_out, asked)], record=False)
    dead = {
        id
        for id, part in zip(asked, parts, strict=True)
        if still(whole, part) and not set(CATALOGUE.measure_by_id[id].levels[-1].channels) <= law.keys()
    }
    assert not dead


def test_an_idle_clause_is_always_explained_in_both_languages(moved):
    evaluator = Evaluator(CATALOGUE)
    for measure, level in LEVELS:
        if moved[measure.id, level.id]:
            continue
        idle = evaluator.evaluate(alone(measure, level), SETTING).idle
        assert [item.measure for item in idle] == [measure.id]
        assert idle[0].reason_en
        assert idle[0].remedy_zh
