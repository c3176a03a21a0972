"""One chunk: the same figures as a score, the same bits however it is cut, and a sentence on a machine that differs."""

import numpy as np
import pytest

from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.explore.chunks import Chunk, chunks
from dealbuilder.analysis.explore.question import Stamps, question
from dealbuilder.analysis.explore.task import measured, order, work
from dealbuilder.engine.parameters import P
from dealbuilder.errors import DealError
from dealbuilder.model.assumptions import Change
from dealbuilder.model.catalogue import Catalogue
from tests.analysis.explore.asking import DEAL, site, some


def whole(catalogue: Catalogue, draws: int, **more):
    made = site(catalogue, draws, **more)
    members = some(catalogue, 3)
    return made, members, made.answer(order(Chunk(0, "central", 0, 3, 0, draws), members))


def test_that_the_means_and_bands_are_those_of_a_score(catalogue):
    made, _, block = whole(catalogue, 100)
    scored = Evaluator(catalogue).evaluate(DEAL, Setting(draws=100, seed=7), full=False)
    assert len(made.indicators) > 40
    for row, indicator in enumerate(made.indicators):
        score = scored.score(indicator.id)
        assert block[row, 0].mean() == pytest.approx(score.mean, abs=1e-8), indicator.id
        ranked = np.sort(block[row, 0])
        assert (ranked[5], ranked[94]) == pytest.approx((score.p05, score.p95), abs=1e-9), indicator.id
        assert block[row, 0].std(ddof=1) / 10 == pytest.approx(score.error, abs=1e-9), indicator.id


def test_that_every_indicator_of_single_draws_is_there_and_none_that_only_a_mean_defines(catalogue):
    ids = {one.id for one in measured(catalogue)}
    assert {"supply_restored", "leadership_cost", "alive_60", "capital_share"} <= ids
    assert {one.id for one in catalogue.indicators} - ids == {"gap_closed", "supply_if_alive", "median_life"}


def test_that_the_bits_are_the_same_however_an_ensemble_is_cut(catalogue):
    inject = catalogue.injects[0]
    made, members, block = whole(catalogue, 200, injects=(inject, *catalogue.injects[1:6]))
    for cut in chunks(3, 200, ("central",), runs=64):
        fresh = site(catalogue, 200, injects=(inject, *catalogue.injects[1:6]))
        part = fresh.answer(order(cut, members))
        assert part.tobytes() == block[:, cut.first : cut.last, cut.begin : cut.end].tobytes()
    assert made.stamps().bits


def test_that_chunks_cover_every_run_once():
    for packages, draws, runs in ((7, 64, 128), (3, 200, 64), (1, 1, 64), (100, 1, 64)):
        seen = np.zeros((2, packages, draws), dtype=int)
        for cut in chunks(packages, draws, ("central", "sceptic"), runs):
            seen[int(cut.worldview == "sceptic"), cut.first : cut.last, cut.begin : cut.end] += 1
            assert cut.runs <= runs
        assert (seen == 1).all()
    with pytest.raises(DealError, match="too small"):
        chunks(1, 1, ("central",), 1)


def test_that_work_on_another_machine_gives_the_bytes_of_this_one(catalogue):
    made, members, block = whole(catalogue, 64)
    asked = order(Chunk(0, "central", 0, 3, 0, 64), members)
    assert work(made.question.model_dump_json(), made.stamps().model_dump_json(), asked) == block.tobytes()


@pytest.mark.parametrize("field", ["dealbuilder", "catalogue", "engine", "numba", "numpy", "bits"])
def test_that_a_machine_with_anything_else_says_so_and_runs_nothing(catalogue, field):
    made = site(catalogue, 64)
    theirs = made.stamps().model_copy(update={field: "another"})
    said = work(made.question.model_dump_json(), theirs.model_dump_json(), ("central", 0, 64, ("[]",)))
    assert isinstance(said, str)
    assert ("rounds differently" if field == "bits" else f"{field} ") in said


def test_that_versions_are_told_even_where_the_question_cannot_be_read():
    said = work("{}", Stamps(dealbuilder="9.9").model_dump_json(), ("central", 0, 64, ()))
    assert isinstance(said, str)
    assert "instead of 9.9" in said


def test_that_nobody_s_name_or_reason_travels(catalogue):
    change = Change(parameter="trust_months", value=5, reason="said in confidence", who="role three")
    text = question(Setting(changes=(change,)), ("central",), ()).model_dump_json()
    assert "trust_months" in text
    assert "confidence" not in text
    assert "role three" not in text


def test_that_drawn_parameters_are_those_of_the_runs_and_only_uncertain_ones(catalogue):
    made = site(catalogue, 200)
    whole_draws, part = made.drawn("central", 0, 200), made.drawn("central", 128, 200)
    assert whole_draws.keys() == part.keys()
    assert 20 < len(part) < len(P)
    for id, values in part.items():
        assert (values == whole_draws[id][128:]).all()
