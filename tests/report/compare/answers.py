"""Comparisons for tests, made once: three packages, twice the same one, one alone."""

from dataclasses import replace
from functools import lru_cache

from dealbuilder import paths
from dealbuilder.analysis.compare.answer import Answer, answer
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.model.loading import load_catalogue
from tests.analysis.packages import clause, package

FEW = Setting(draws=24)
BRIDGE = package("cn_whitelist=nearly_all", "rescind_ai_letters=all", name="Bridge | draft")
DRAFT = package(
    clause("cn_whitelist=pilot", start=2, end=40, ramp=0, snapback=True, private_note="SECRET", note="OURS"),
    clause("us_standstill=full", wait="cn_whitelist=pilot"),
    name="=Draft",
)
LOST = package("gone=x", name="Lost")


@lru_cache(maxsize=1)
def service() -> Evaluator:
    return Evaluator(load_catalogue(paths.resources()))


@lru_cache(maxsize=4)
def three() -> Answer:
    return answer(service(), (BRIDGE, DRAFT, LOST), FEW)


@lru_cache(maxsize=4)
def twins() -> Answer:
    return answer(service(), (BRIDGE, BRIDGE.model_copy(update={"id": "p2"})), FEW)


@lru_cache(maxsize=4)
def one_draw() -> Answer:
    return answer(service(), (BRIDGE, DRAFT), replace(FEW, draws=1, pack="2026-11", worldview="sceptic"), (1, 0))


@lru_cache(maxsize=4)
def alone() -> Answer:
    return answer(service(), (DRAFT,), FEW)
