"""The equations on shipping and on customs statistics, read and computed, give the numbers that the code gives."""

from types import SimpleNamespace

import numpy as np
import pytest

from dealbuilder.analysis import backtest
from dealbuilder.engine import exports, record, supply
from dealbuilder.engine.lanes import LANES
from dealbuilder.engine.names import CLASSES, GOODS, MILITARY, D, Good, L, M, N, T
from dealbuilder.engine.outputs import O, Q
from tests.report.bench import DT, LOOKED_AT, Bench, run, same, text
from tests.report.reading import compute

ROWS = GOODS * CLASSES
GATES = ROWS + 2 * GOODS
MAGNETS = (Good.mag_free, Good.mag_heavy, Good.mag_smco)


@pytest.fixture
def bench(catalogue):
    return Bench(catalogue)


def test_other_sources_cargo_and_leaks_are_what_the_page_says(bench):
    first = np.array([1.0, 2.0, 5.0])
    asked, ships = 9 * bench.dice.random((ROWS, LANES)), bench.dice.random((ROWS, LANES))
    gate, made = bench.dice.random((GATES, LANES)), 12 * bench.dice.random((GOODS, LANES))
    recycled, before = 0.3 * bench.dice.random((1, LANES)), ships.copy()
    allied, again, sent, licensed, inflow, leak = np.zeros((6, ROWS, LANES))
    tables = SimpleNamespace(class_priority=first)
    run(supply.others, bench.p, tables, asked, made, np.zeros((1, LANES)), recycled, allied, again)
    run(supply.ship, bench.p, tables, asked, allied, gate, DT, np.zeros((4, LANES)), ships, sent, licensed)
    run(supply.arrive, bench.p, tables, bench.x, asked, gate, allied, inflow, leak, again, licensed)
    shared = text("40-supply", "others").replace("Σ_k (prio.priority[k] · gap[g,k])", "pooled")
    shared = shared.replace("prio.priority[k]", "priority")
    left_over = shared.partition("allied")[0]
    written = f"{shared}\n{text('40-supply', 'ship', 'arrive')}"
    for lane in range(LOOKED_AT):
        for row in range(ROWS):
            good, k = divmod(row, CLASSES)
            known = bench.names(lane) | {"magnet": float(good in MAGNETS), "recyc": recycled[0, lane]}
            known |= {"k": k, "military": MILITARY, "priority": first[k], "made": made[good, lane]}
            known |= {"gate": gate[row, lane], "gate_al": gate[ROWS + good, lane], "ships": before[row, lane]}
            gaps = [
                compute(bare(left_over), known | {"asked": asked[good * CLASSES + each, lane]})["gap"]
                for each in range(CLASSES)
            ]
            known |= {"asked": asked[row, lane], "pooled": float(np.dot(first, gaps))}
            said = compute(bare(written), known)
            found = {"again": again, "allied": allied, "sent": sent, "licensed": licensed, "leak": leak}
            for name, values in (found | {"inflow": inflow, "ships_new": ships}).items():
                assert same(said[name], values[row, lane]), (name, row)


def bare(written: str) -> str:
    """Return equations without indices."""
    for index in ("[g,k]", "[g]", "[k]"):
        written = written.replace(index, "")
    return written


def test_exports_and_receipts_are_counted_as_the_page_says(bench, catalogue):
    sent, flows = bench.dice.random((ROWS, LANES)), bench.dice.random((6, LANES))
    need, price = 1.0 + bench.dice.random(GOODS), bench.dice.random(GOODS)
    controlled = {good: float(good is not Good.mag_free) for good in MAGNETS}
    total = need[Good.mag_heavy] + need[Good.mag_smco]
    within = {good: need[good] / total if controlled[good] else 1.0 for good in MAGNETS}
    tables = SimpleNamespace(price=price / 1e6, good_need=need, grade_within=np.array([within[g] for g in MAGNETS]))
    earned, us, world = np.zeros((3, 1, LANES))
    run(exports.counted, bench.p, tables, 3.5, sent, flows, earned, us, world)
    part = text("30-licensing", "code").replace("good.controlled[g]", "controlled").replace("[g]", "")
    trade = text("90-scoring", "trade")
    for written, read in (
        ("Σ_g code_g[g] · Σ_k sent[g,k] / N_g[g]   if magnet = 1",
         "sum(code_g[g] · sent_g[g] / N_g[g] for g in made_m)"),
        ("Σ_g code_g[g] · (φ_al · flow_ab[allies,g] + φ_rw · flow_ab[rest,g])",
         "sum(code_g[g] · (φ_al · flow_ab[0,g] + φ_rw · flow_ab[1,g]) for g in made_m)"),
        ("Σ_g Σ_k sent[g,k] · good.usd_per_kg[g]", "sum(sent_g[g] · usd[g] for g in goods)"),
        ("10^6", "10 ^ 6"),
    ):  # fmt: skip
        assert written in trade
        trade = trade.replace(written, read)
    for lane in range(LOOKED_AT):
        known = bench.names(lane)
        each = {"code_g": {}, "sent_g": sent[:, lane].reshape(GOODS, CLASSES).sum(axis=1), "N_g": need, "usd": price}
        for good in MAGNETS:
            one = known | {"within_g": within[good], "controlled": controlled[good]}
            each["code_g"][good] = compute(part, one)["code_g"]
        flow = {(d, g): flows[3 * d + i, lane] for d in range(2) for i, g in enumerate(MAGNETS)}
        said = compute(trade, known | each | {"flow_ab": flow, "made_m": MAGNETS, "goods": range(GOODS), "years": 3.5})
        for name, values in (("mag_us", us), ("mag_w", world), ("earned", earned)):
            assert same(said[name], values[0, lane]), name


def test_heavies_let_out_to_others_are_what_the_page_says(bench):
    gate, out = bench.dice.random((GATES, LANES)), np.zeros((len(Q), LANES))
    tables = SimpleNamespace(licence_good=np.zeros(0, dtype=int), cell_good=np.array([Good.dy]))
    rows = {name: np.ones((int(count), LANES)) for name, count in (("d", D.count), ("m", M.count), ("t", T.count))}
    now, acc, few = np.ones((int(N.count), LANES)), np.ones((len(O), LANES)), np.ones((7, LANES))
    run(
        record.month, bench.p, tables, np.ones(1), rows["d"], rows["m"], rows["t"], now, few, few, few,
        np.ones((len(L), LANES)), few, few, gate, few, few, few, few, few, acc, out,
    )  # fmt: skip
    written = text("30-licensing", "abroad").replace("[rest,dy]", "[(rest, dy)]").replace("[rest,tb]", "[(rest, tb)]")
    for lane in range(LOOKED_AT):
        names = {good.name: good.name for good in Good} | {"rest": "rest"}
        gates = {
            "gate_al": {good.name: gate[ROWS + good, lane] for good in Good},
            "gate": {("rest", good.name): gate[ROWS + GOODS + good, lane] for good in Good},
        }
        assert same(100 * compute(written, bench.names(lane) | names | gates)["out_ab"], out[Q.heavies_abroad, lane])


@pytest.mark.parametrize("place", ["us", "rest"])
def test_the_band_of_the_backtest_is_what_the_page_says(catalogue, place):
    us, world = np.array([0.4, 0.9]), np.array([0.6, 1.1])
    known = {parameter.symbol: parameter.value for parameter in catalogue.parameters}
    rest = backtest.rest_of(catalogue, us, world)
    scale = backtest.spread(catalogue, place, rest)
    first, _, others = text("90-scoring", "band").partition("\n")
    for draw in range(len(us)):
        said = compute(first, known | {"mag_us": us[draw], "mag_w": world[draw]})
        assert same(said["mag_r"], rest[draw])
        place_of = {"d": place, "us": "us", "sim": {place: rest[draw]}, "t4": -30.0}
        said = compute(others, known | place_of)
        assert same(said["scale_b"][place], scale[draw])
        assert said["count_b"][place] == 0.0
