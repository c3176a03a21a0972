"""The equations on licences, prices, magnets and stores, read and computed, give the numbers that the code gives."""

from types import SimpleNamespace

import numpy as np
import pytest

from dealbuilder.engine import derisking, licensing, supply
from dealbuilder.engine.lanes import LANES
from dealbuilder.engine.names import CIVIL, CLASSES, DUAL, GOODS, MILITARY, US, Good, M, R
from tests.report.bench import DT, LOOKED_AT, Bench, run, same, text
from tests.report.reading import compute

GATES = GOODS * CLASSES + 2 * GOODS
MATERIALS = ("ndpr", "dy", "tb", "sm")


@pytest.fixture
def bench(catalogue):
    return Bench(catalogue)


def goods(gate, lane: int) -> dict:
    """Return the gates by the names in equations, civil users of the US and allies."""
    return {good.name: good.name for good in Good} | {
        "civil": "civil",
        "gate": {(good.name, "civil"): gate[good * CLASSES, lane] for good in Good},
        "gate_al": {good.name: gate[GOODS * CLASSES + good, lane] for good in Good},
    }


def test_files_move_through_the_queue_as_the_page_says(bench):
    places = ((US, CIVIL), (US, DUAL), (US, MILITARY), (US + 1, CIVIL))
    tables = SimpleNamespace(
        licence_good=np.zeros(len(places), dtype=int),
        licence_dest=np.array([dest for dest, _ in places]),
        licence_class=np.array([klass for _, klass in places]),
        licence_weight=np.array([4.0, 2.0, 1.0, 3.0]),
        strictness=np.array([[0.7, 0.8]]),
        is_raw=np.array([1.0]),
    )
    cover, file, review = state = 0.5 * bench.dice.random((3, len(places), LANES))
    before = state.copy()
    stop, creep, load = bench.dice.random((1, LANES)), bench.dice.random((1, LANES)), np.zeros((2, LANES))
    rate, decided, terms, month = *(np.zeros((rows, LANES)) for rows in (8, 6, licensing.TERMS)), 2.0
    run(
        licensing.review, bench.p, tables, bench.x, stop, creep, month, DT, rate, decided, terms, cover, file, review,
        load,
    )  # fmt: skip
    pressed, _, served = text("30-licensing", "load").partition("staff")
    pressed, served = pressed.replace("Σ_r ", ""), f"staff{served}"
    written = text("30-licensing", "pace", "eligible", "queue")
    written = written.replace("pass_us", "through").replace("pass[", "passing[")
    for lane in range(LOOKED_AT):
        rows = []
        for r, (dest, klass) in enumerate(places):
            state = {name: {"r": before[i, r, lane]} for i, name in enumerate(("cover", "file", "review"))}
            flags = {"us": float(dest == US), "strict": tables.strictness[0, min(dest, 1)], "raw": 1.0}
            flags |= {"civ": float(klass == CIVIL), "dual": float(klass == DUAL), "mil": float(klass == MILITARY)}
            known = {"r": "r", "creep_cn": creep[0, lane], "stop": stop[0, lane], "t": month}
            rows.append(bench.names(lane) | state | flags | known | {"weight": {"r": tables.licence_weight[r]}})
        paced = [compute(text("30-licensing", "pace") + "\n" + pressed, known) for known in rows]
        asks = compute(served, rows[0] | {"load": sum(said["load"] for said in paced)})
        assert same(asks["served"], load[1, lane])
        for r, known in enumerate(rows):
            said = compute(written, known | {"served": asks["served"]})
            for name, found in (("cover", cover), ("file", file), ("review", review)):
                assert same(said[f"{name}_new"]["r"], found[r, lane]), (name, r)
    assert load[1, :LOOKED_AT].min() < 1.0, "reviewers were short in some lane"


@pytest.mark.parametrize(("us", "klass"), [(1, "civ"), (1, "dual"), (1, "mil"), (0, "civ")])
def test_reviewers_pass_what_the_page_says(bench, us, klass):
    flags = {name: float(name == klass) for name in ("civ", "dual", "mil")}
    strict, raw = bench.dice.random(2)
    creep, terms = bench.dice.random((4, LANES)), np.zeros((licensing.TERMS, LANES))
    run(licensing.chances, bench.p, bench.x, creep, terms)
    place = list(flags).index(klass)
    rows = (licensing.PASSED + place, licensing.OPENED + place) if us else (licensing.OTHERS, licensing.OPENED)
    for lane in range(LOOKED_AT):
        found = getattr(licensing.passes, "py_func", licensing.passes)(terms, *rows, strict, raw * us, lane)
        known = bench.names(lane) | flags | {"us": us, "strict": strict, "raw": raw, "new_cn": creep[3, lane], "r": "r"}
        said = compute(
            text("30-licensing", "eligible").replace("pass_us", "through").replace("pass[", "passing["), known
        )
        assert same(said["passing"]["r"], found)


def test_ports_hold_cargo_as_the_page_says(bench):
    hold, stop = bench.dice.random((3, LANES)), bench.dice.random((1, LANES))
    before, kept = hold.copy(), np.zeros((3, LANES))
    run(licensing.customs, bench.p, bench.x, stop, DT, hold, kept)
    for lane in range(LOOKED_AT):
        for row in range(3):
            known = {"us": float(row == 0), "d": "d", "stop": stop[0, lane], "hold": {"d": before[row, lane]}}
            said = compute(text("30-licensing", "customs"), bench.names(lane) | known)
            assert same(said["hold_new"]["d"], hold[row, lane])
            assert same(said["kept"]["d"], kept[row, lane])


def test_prices_move_as_the_page_says(bench):
    gate = bench.dice.random((GATES, LANES))
    bench.m[M.price] *= 40
    before = bench.m.copy()
    run(derisking.price, bench.p, gate, DT, bench.m)
    rows = {"price": M.price, "index": M.heavy, "expect": M.expect, "expect_i": M.expect_heavy}
    for lane in range(LANES):
        state = {name: before[row, lane] for name, row in rows.items()}
        written = text("50-derisking", "price").replace("[mag_free,civil]", "[(mag_free, civil)]")
        written = written.replace("[dy,civil]", "[(dy, civil)]")
        said = compute(written, bench.names(lane) | goods(gate, lane) | state)
        assert all(same(said[f"{name}_new"], bench.m[row, lane]) for name, row in rows.items())


def test_magnets_and_oxides_are_made_as_the_page_says(bench):
    gate, cap = bench.dice.random((GATES, LANES)), 100 * bench.dice.random((int(R.count), LANES))
    cap[R.dy] *= 0.05
    chem = np.array([[0.3, 0.855], [0.03, 0.871], [0.006, 0.85], [0.24, 0.862]])
    made, own = np.zeros((GOODS, LANES)), np.zeros((GOODS, LANES))
    run(derisking.make, bench.p, SimpleNamespace(chem=chem), bench.x, gate, cap, bench.m, made, own)
    written = text("50-derisking", "magnets", "oxides").replace("made[g]     = own[g] = max(0, cap[g] − taken[g])", "")
    first, _, rest = written.partition("\n")
    written = "\n".join(first.replace("[a]", f"[{each}]") for each in MATERIALS) + "\n" + rest.strip()
    for good in ("ndpr", "dy", "sm"):
        written = written.replace(f"[{good},civil]", f"[({good}, civil)]")
    names = {row.name: row.name for row in R} | {each: each for each in MATERIALS}
    shares = SimpleNamespace(
        in_magnet=dict(zip(MATERIALS, chem[:, 0], strict=True)), in_oxide=dict(zip(MATERIALS, chem[:, 1], strict=True))
    )
    for lane in range(LOOKED_AT):
        known = {"cap": {row.name: cap[row, lane] for row in R if row is not R.count}, "chem": shares}
        said = compute(written, bench.names(lane) | names | goods(gate, lane) | known)
        for good in (Good.mag_free, Good.mag_heavy, Good.mag_smco):
            assert same(said["made"][good.name], made[good, lane]), good
            assert same(said["own"][good.name], own[good, lane]), good
        for each in MATERIALS:
            left = max(0.0, cap[R[each], lane] - said["taken"][each])
            assert same(left, made[Good[each], lane]), each


def test_a_cell_asks_and_uses_as_the_page_says(bench):
    row, need, usual, ceiling = Good.y * CLASSES + MILITARY, np.array([3.0]), np.array([4.0]), np.array([0.4])
    tables = SimpleNamespace(
        cell_good=np.array([Good.y]), cell_class=np.array([MILITARY]), cell_cover=usual, cell_ceiling=ceiling
    )
    stock, avoid, lag = (bench.dice.random((1, LANES)) * scale for scale in (12.0, 0.4, 1.0))
    before = {"stock": stock.copy(), "avoid": avoid.copy(), "lag": lag.copy()}
    wanted, asked = np.zeros((1, LANES)), np.zeros((GOODS * CLASSES, LANES))
    run(supply.demand, bench.p, tables, bench.x, need, stock, avoid, DT, np.zeros((4, LANES)), wanted, asked)
    inflow = 5 * bench.dice.random((GOODS * CLASSES, LANES))
    met, total, scale, drawn = (np.zeros((1, LANES)) for _ in range(4))
    rate, shares, parts = np.zeros((8, LANES)), *(np.zeros((GOODS * CLASSES, LANES)) for _ in range(2))
    run(supply.spread_out, bench.p, asked, inflow, DT, rate, shares, parts)
    run(
        supply.use, bench.p, tables, 0, 1, need, wanted, inflow, 1.0, DT, rate, shares, parts, stock, avoid, met, total,
        scale, drawn, lag,
    )  # fmt: skip
    written = text("40-supply", "demand", "use", "sources").replace("Σ_c wanted[c]", "wanted[c]")
    written = written.replace("[g,k]", "[c]").replace("[e,k]", "[c]").replace("[g,e]", "[c]").replace("[k]", "[c]")
    for lane in range(LANES):
        known = {name: {"c": values[0, lane]} for name, values in before.items()}
        known |= {"c": "c", "need": {"c": 3.0}, "stores": {"c": 4.0}, "ceil": {"c": 0.4}, "guard": {"c": 1.0}}
        known |= {"inflow": {"c": inflow[row, lane]}}
        said = compute(written, bench.names(lane) | known)
        for name, found in (("wanted", wanted), ("met", met), ("scale", scale), ("drawn", drawn)):
            assert same(said[name]["c"], found[0, lane]), name
        for name, found in (("stock", stock), ("avoid", avoid), ("lag", lag)):
            assert same(said[f"{name}_new"]["c"], found[0, lane]), name
