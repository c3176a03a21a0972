"""Packages and runs that the tests of the engine share."""

from functools import lru_cache

import numpy as np

from dealbuilder import paths
from dealbuilder.engine.inputs import Prepared, prepare
from dealbuilder.engine.run import Run, run
from dealbuilder.model.loading import load_catalogue
from dealbuilder.model.package import Clause, Package

CATALOGUE = load_catalogue(paths.resources())
DRAWS = 64
SEED = 20250715
ESCALATION = {"suspend_tool_licences", "revoke_veu", "issue_new_controls", "cn_stop_licences", "cn_new_controls"}
ESSAY = {
    "rescind_ai_letters": -1, "entity_list_dec24": 3, "rescind_fdpr_sme": -1, "rescind_fdpr_fn5": -1, "revert_dram": -1,
    "grant_pending": 3, "ease_huawei": 1, "ease_smic": 1, "lift_us_persons": 2, "us_standstill": -1, "keep_veu": -1,
    "cn_whitelist": -1, "cn_long_licences": 3, "cn_review_clock": 3, "cn_customs": 2, "cn_documents": 2,
    "cn_access_dual_use": 3, "cn_access_defence": 2, "cn_access_military": 1, "cn_third_country": 2,
    "cn_raw_materials": 3, "cn_accept_chips": 1, "cn_accept_tools": 1, "cn_standstill": -1,
    "home_price_floor": 2, "home_offtake": 2, "home_capital": 3, "home_stockpile": 2, "home_permitting": 2,
    "home_workforce": 3, "home_recycling": 2,
    "home_allied": 2, "term_length": 4, "term_renewal": 2, "term_tranches": 2, "term_verification": 2,
    "term_snapback": 1, "term_dispute": 2,
}  # fmt: skip
"""A package like the essay's, by place of the level."""


def clause(measure: str, place: int, **changes) -> Clause:
    levels = CATALOGUE.measure_by_id[measure].levels
    return Clause(measure=measure, level=levels[place].id, **changes)


def deal(places: dict[str, int]) -> Package:
    return Package(id="deal", name="", clauses=tuple(clause(*pair) for pair in places.items()))


def side(which: str, place: int = -1) -> dict[str, int]:
    """Every measure of one side at one level, guardrails and escalation left out."""
    measures = [m for m in CATALOGUE.measures if m.side == which and not m.guardrail and m.id not in ESCALATION]
    return {m.id: place for m in measures}


EMPTY = deal({})


@lru_cache(maxsize=8)
def prepared(worldview: str = "central", draws: int = DRAWS, changes: tuple = ()) -> Prepared:
    return prepare(CATALOGUE, "2025-07", worldview, changes, draws, SEED)


def result(*packages: Package, worldview: str = "central", changes: tuple = (), **options) -> Run:
    return run(prepared(worldview, changes=changes), packages, **options)


def output(ran: Run, id: str, package: int = 0) -> np.ndarray:
    """One output of one package, shape (draws,)."""
    return ran.outputs[package, ran.output_ids.index(id)]


def series(ran: Run, id: str, package: int = 0) -> np.ndarray:
    """One series of one package, mean over draws, shape (months,)."""
    return ran.monthly[package, ran.series_ids.index(id)].mean(axis=-1)
