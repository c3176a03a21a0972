"""Each inject of the deck moves what its card says, in the direction it says; and what can be shifted at all."""

import ast
from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest

from dealbuilder import paths
from dealbuilder.analysis import bearing
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.inject_effect import effect
from dealbuilder.document import file
from dealbuilder.engine.inputs import prepare
from dealbuilder.engine.parameters import P
from dealbuilder.engine.run import run
from dealbuilder.errors import DealError
from dealbuilder.model.inject import ChannelShift, Inject, ParameterShift
from dealbuilder.model.package import Package
from dealbuilder.model.text import Text

DRAWS = 64
CODE = Path(bearing.__file__).parents[1]
NAME = Text(en="It happens", zh="发生了")
NONE = Package(id="n", name="N")
MOVES = {
    "entity_listing": ("central", "revenue_toolmakers", -1),
    "tariff_voided": ("central", "supply", -1),
    "veto_us": ("sceptic", "cost", -1),
    "tools_suspended": ("essay", "cost", +1),
    "backlog_cleared": ("central", "revenue_toolmakers", +1),
    "customs_slow_walk": ("central", "supply_m6", -1),
    "veto_china": ("central", "supply_military", -1),
    "japan_cut_off": ("central", "supply_m12", -1),
    "licences_stopped": ("central", "supply_m12", -1),
    "general_licences": ("central", "supply", +1),
    "leak": ("central", "alive_12", -1),
    "truce_expires": ("central", "alive_12", -1),
    "october_repeat": ("central", "alive_12", -1),
    "mine_floods": ("central", "from_allied", -1),
    "chip_smuggling": ("central", "china_compute", +1),
    "quake_magnet_plant": ("central", "supply_m12", -1),
}
"""What each card is told to do to the essay's full deal: worldview, output (cost: leadership cost), direction."""


@pytest.fixture(scope="module")
def full():
    return file.load(paths.resources() / "examples" / "essay_full.deal").history.document.package()


@pytest.fixture(scope="module")
def outputs(catalogue, full):
    """Return a function from worldview and injects to means of outputs, remembering what it ran."""
    known = {}

    def means(view, *injects):
        if (view, injects) not in known:
            ran = run(prepare(catalogue, "2025-07", view, (), DRAWS, 7, injects), (full, NONE))
            deal, none = (dict(zip(ran.output_ids, row.mean(axis=-1), strict=True)) for row in ran.outputs)
            known[view, injects] = deal | {"cost": none["lead"] - deal["lead"]}
        return known[view, injects]

    return means


def inject(**fields):
    return Inject(**{"id": "it", "origin": "others", "title": NAME, "card": NAME, "month": 3, "reason": NAME} | fields)


def test_that_every_inject_of_the_catalogue_has_its_direction_here(catalogue):
    assert set(MOVES) == set(catalogue.inject_by_id)


@pytest.mark.parametrize("id", MOVES)
def test_that_each_inject_moves_what_its_card_says(catalogue, outputs, id):
    view, output, sign = MOVES[id]
    change = outputs(view, catalogue.inject_by_id[id])[output] - outputs(view)[output]
    assert change * sign > 1e-3, f"{output} moved by {change}"


def test_that_smuggling_shrinks_the_lead_of_deal_and_baseline_alike(catalogue, outputs):
    calm, struck = outputs("central"), outputs("central", catalogue.inject_by_id["chip_smuggling"])
    assert struck["lead"] < calm["lead"] - 1.0
    assert abs(struck["cost"] - calm["cost"]) < 0.2


def test_that_what_is_read_only_at_the_start_is_what_the_code_reads_there():
    used = defaultdict(set)
    for path in (CODE / "engine").glob("*.py"):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                for node in ast.walk(function):
                    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "P":
                        used[node.attr].add(function.name)
    start = {id for id, functions in used.items() if functions <= {"open_stores", "open_books"}}
    inside = {parameter.name for parameter in P}
    assert start == {id for id in bearing.AT_START if id in inside}


def test_that_terms_of_the_deal_do_nothing_when_they_are_shifted(catalogue, full):
    shifts = tuple(
        ChannelShift(channel=one.id, by=(one.high - one.low) / 2)
        for one in catalogue.channels
        if one.id not in bearing.channels(catalogue)
    )
    assert len(shifts) > 5
    calm = run(prepare(catalogue, "2025-07", "central", (), 8, 7), (full,))
    struck = run(prepare(catalogue, "2025-07", "central", (), 8, 7, (inject(channels=shifts),)), (full,))
    assert np.array_equal(calm.outputs, struck.outputs)


def test_that_every_channel_the_editor_offers_moves_some_output(catalogue, full):
    """One instrument of several on a segment moves nothing alone: all US instruments are freed beside it."""
    free = [one.id for one in catalogue.channels if one.id.startswith(("lift_", "ease_", "grant_"))]

    def outputs(**by):
        shifts = tuple(ChannelShift(channel=id, by=value) for id, value in by.items())
        there = (inject(month=0, channels=shifts),) if shifts else ()
        return run(prepare(catalogue, "2025-07", "central", (), 32, 7, there), (full, NONE)).outputs

    others = dict.fromkeys(free, 1.0)
    open_, calm, still = outputs(**others), outputs(), []
    for id in bearing.channels(catalogue):
        known = catalogue.channel_by_id[id]
        reach = known.high - known.low
        same = all(np.array_equal(calm, outputs(**{id: by})) for by in (reach, -reach))
        if same and id in others:
            same = np.array_equal(open_, outputs(**{one: by for one, by in others.items() if one != id}))
        still += [id] if same else []
    assert not still


def test_that_an_effect_is_the_deal_with_and_without_and_an_inject_of_the_same_id_gives_way(catalogue, full):
    evaluator, setting = Evaluator(catalogue), Setting(draws=16, injects=(catalogue.inject_by_id["leak"],))
    found = effect(evaluator, full, setting, catalogue.inject_by_id["leak"].model_copy(update={"month": 9}))
    assert found.without.setting.injects == ()
    assert [one.month for one in found.struck.setting.injects] == [9]
    assert not found.empty


def test_that_an_inject_which_moves_nothing_in_this_deal_is_found_to_be_empty(catalogue):
    there = inject(channels=(ChannelShift(channel="lift_ai_letters", by=-1),))
    lifted = effect(Evaluator(catalogue), NONE, Setting(draws=8), there)
    assert lifted.empty == (
        lifted.without.score("revenue_chip_designers") == lifted.struck.score("revenue_chip_designers")
    )
    term = inject(channels=(ChannelShift(channel="snapback", by=1),))
    assert effect(Evaluator(catalogue), NONE, Setting(draws=8), term).empty


def test_that_strange_shifts_are_told_with_their_key_and_impossible_ones_are_refused(catalogue, full):
    there = inject(
        channels=(
            ChannelShift(channel="no_such", by=1),
            ChannelShift(channel="snapback", by=1),
            ChannelShift(channel="whitelist", by=-3),
        ),
        parameters=(
            ParameterShift(parameter="no_such", value=1, low=1, high=1),
            ParameterShift(parameter="compute_ratio", value=10, low=5, high=20),
        ),
    )
    found = {misfit.key: misfit.kind for misfit in bearing.misfits(catalogue, (there,))}
    assert found == {
        "inject[it].channels.no_such": "no_channel",
        "inject[it].channels.snapback": "term",
        "inject[it].channels.whitelist": "reach",
        "inject[it].parameters.no_such": "no_parameter",
        "inject[it].parameters.compute_ratio": "at_start",
    }
    evaluator = Evaluator(catalogue)
    known = inject(channels=(ChannelShift(channel="whitelist", by=-1),))
    both = evaluator.evaluate(full, Setting(draws=8, injects=(there,)), full=False)
    alone = evaluator.evaluate(full, Setting(draws=8, injects=(known,)), full=False)
    assert both.scores == alone.scores
    wrong = inject(parameters=(ParameterShift(parameter="hold_rest", value=2, low=2, high=2),))
    with pytest.raises(DealError, match="hold_rest cannot be 2 share"):
        evaluator.evaluate(full, Setting(draws=8, injects=(wrong,)), full=False)
