"""The equations of the method, read from their text and computed, give the numbers that the code gives."""

from types import SimpleNamespace

import numpy as np
import pytest

from dealbuilder.engine import derisking, durability, industry, licensing, supply, technology
from dealbuilder.engine.channels import C
from dealbuilder.engine.lanes import LANES
from dealbuilder.engine.names import EPISODES, D, M, S, T
from tests.report.bench import DT, LOOKED_AT, Bench, run, same, text
from tests.report.reading import compute


@pytest.fixture
def bench(catalogue):
    return Bench(catalogue)


def test_recycling_grows_as_the_page_says(bench):
    recycled = bench.dice.random((1, LANES)) * 0.1
    before = recycled.copy()
    run(supply.recycle, bench.p, bench.x, DT, recycled)
    for lane in range(LOOKED_AT):
        said = compute(text("40-supply", "recycle"), bench.names(lane) | {"recyc": before[0, lane]})
        assert same(said["recyc_new"], recycled[0, lane])


def test_people_are_trained_as_the_page_says(bench):
    before = bench.m.copy()
    run(derisking.people, bench.p, bench.x, DT, bench.m)
    for lane in range(LOOKED_AT):
        state = {name: before[M[name], lane] for name in ("students", "workers", "posts")}
        said = compute(text("50-derisking", "people"), bench.names(lane) | state)
        for name in ("students", "workers"):
            assert same(said[f"{name}_new"], bench.m[M[name], lane])
        assert same(said["staffing"], bench.m[M.staffing, lane])


def test_memory_moves_as_the_page_says(bench):
    before = bench.t.copy()
    run(technology.memory, bench.p, bench.real, DT, bench.t)
    rows = {"mem_cn": T.memory_china, "mem_us": T.memory_us, "clock_t": T.tool_clock}
    for lane in range(LOOKED_AT):
        state = {name: before[row, lane] for name, row in rows.items()} | {"drive": before[T.drive, lane]}
        said = compute(text("60-technology", "memory"), bench.names(lane) | state | segments(bench, lane))
        assert all(same(said[f"{name}_new"], bench.t[row, lane]) for name, row in rows.items())


def segments(bench, lane: int) -> dict:
    return {segment.name: segment.name for segment in S} | {
        "real": {segment.name: bench.real[segment, lane] for segment in S}
    }


def test_compute_grows_as_the_page_says(bench):
    before = bench.t.copy()
    run(technology.compute, bench.p, bench.real, DT, bench.t)
    rows = {"wafers": T.wafers, "die_b": T.die_bank, "hbm_b": T.hbm_bank, "china_c": T.china, "us_c": T.us}
    rows |= {"τ": T.clock}
    for lane in range(LOOKED_AT):
        state = {name: before[row, lane] for name, row in rows.items()} | {"drive": before[T.drive, lane]}
        known = bench.names(lane) | state | segments(bench, lane)
        said = compute(text("60-technology", "wafers", "compute"), known)
        for name, row in rows.items():
            wanted = max(0.0, said["wafers_new"]) if name == "wafers" else said[f"{name}_new"]
            assert wanted == pytest.approx(bench.t[row, lane], rel=1e-9, abs=1e-11), name


def test_research_drives_the_frontier_as_the_page_says(bench):
    revenue = bench.dice.random((4, LANES)) * 3
    before = bench.t.copy()
    run(industry.research, bench.p, revenue, DT, bench.t)
    written = text("70-industry", "research").replace("Σ_f sales[f]", "all_sales")
    for lane in range(LOOKED_AT):
        state = {"all_sales": revenue[:3, lane].sum(), "drive": before[T.drive, lane]}
        assert same(compute(written, bench.names(lane) | state)["drive_new"], bench.t[T.drive, lane])


def sides(bench, before, lane: int) -> dict:
    pairs = {
        name: {side: before[D[f"{name}_{long}"], lane] for side, long in (("us", "us"), ("cn", "china"))}
        for name in ("worth", "cost", "red", "comply", "carried", "deliver")
    }
    rows = {"subst": D.substance, "rupt": D.ruptured, "hazard": D.hazard, "tender": D.tender}
    return pairs | {name: before[row, lane] for name, row in rows.items()}


def by_side(written: str) -> str:
    """Return equations for side p written out for both sides."""
    lines = []
    for line in written.splitlines():
        for side, other in (("us", "cn"), ("cn", "us")) if "[p]" in line else (("", ""),):
            lines.append(line.replace("[po]", f"[{other}]").replace("[p]", f"[{side}]"))
    return "\n".join(lines)


@pytest.mark.parametrize("lives", [0.0, 1.0])
def test_what_each_side_delivers_is_what_the_page_says(bench, lives):
    bench.d[D.episode] = lives
    before = bench.d.copy()
    run(durability.carry, bench.p, bench.x, bench.d)
    for lane in range(LOOKED_AT):
        known = bench.names(lane) | sides(bench, before, lane) | {"lives": lives}
        said = compute(by_side(text("80-durability", "carry")), known)
        assert same(said["deliver"]["us"], bench.d[D.deliver_us, lane])
        assert same(said["deliver"]["cn"], bench.d[D.deliver_china, lane])


@pytest.mark.parametrize("renews", [0.0, 1.0])
def test_the_hazard_is_what_the_page_says(bench, renews):
    before = bench.d.copy()
    signed, law = (1.2 * bench.dice.random((2, len(C), LANES)) - 0.3) * bench.dice.integers(0, 2, (2, len(C), LANES))
    run(durability.hazard, bench.p, None, signed, law, np.full((1, LANES), renews), 1.0, bench.d)
    for lane in range(LANES):
        known = bench.names(lane) | sides(bench, before, lane) | {"renews": renews, "month": 1}
        known |= {"sig": channels(signed, lane), "law": channels(law, lane)}
        known |= {"over": {c.name: beyond(signed[c, lane], law[c, lane]) for c in C}}
        said = compute(text("80-durability", "still", "z", "hazard"), known)
        assert same(said["hazard"], bench.d[D.hazard, lane])


def channels(levels, lane: int) -> dict:
    return {channel.name: levels[channel, lane] for channel in C}


def beyond(signed: float, law: float) -> float:
    return compute(text("80-durability", "beyond").replace("[n]", ""), {"sig": signed, "law": law})["over"]


def test_what_is_in_force_and_what_is_agreed_are_what_the_page_says(bench):
    tables = SimpleNamespace(
        channel_side=bench.dice.integers(0, 4, len(C)),
        channel_hostile=bench.dice.integers(0, 2, len(C)),
        channel_total=bench.dice.integers(0, 2, len(C)),
        channel_floor=-bench.dice.random(len(C)),
    )
    signed, law = (3.0 * bench.dice.random((2, len(C), LANES)) - 1.5) * bench.dice.integers(0, 2, (2, len(C), LANES))
    delivered, agreed = np.zeros((2, len(C), LANES))
    run(durability.deliver, tables, signed, law, bench.d, delivered)
    run(durability.agree, tables, signed, law, agreed)
    written = text("80-durability", "deliver").replace("[n]", "")
    for lane in range(LOOKED_AT):
        shares = (bench.d[D.deliver_us, lane], bench.d[D.deliver_china, lane], 1.0, 1.0)
        for c in C:
            own = 1.0 if tables.channel_hostile[c] else shares[tables.channel_side[c]]
            known = {"sig": signed[c, lane], "law": law[c, lane], "least_x": tables.channel_floor[c]}
            known |= {"sum_n": float(tables.channel_total[c])}
            for held, out in ((own, delivered), (1.0, agreed)):
                assert same(compute(written, known | {"held": held})["x"], out[c, lane]), c.name


def test_compliance_follows_as_the_page_says(bench):
    before = bench.d.copy()
    run(durability.trust, bench.p, bench.x, DT, bench.d)
    for lane in range(LOOKED_AT):
        known = bench.names(lane) | sides(bench, before, lane)
        said = compute(by_side(text("80-durability", "trust")), known)
        assert same(said["comply_new"]["us"], bench.d[D.comply_us, lane])
        assert same(said["comply_new"]["cn"], bench.d[D.comply_china, lane])


def test_supply_is_cut_by_the_state_of_the_truce_as_the_page_says(bench):
    before = bench.d.copy()
    run(durability.regime, bench.p, bench.d)
    for lane in range(LOOKED_AT):
        said = compute(text("80-durability", "regime"), bench.names(lane) | sides(bench, before, lane))
        assert same(said["flow"], bench.d[D.flow, lane])


def test_a_deal_lives_and_breaks_as_the_page_says(bench):
    bench.d[D.episode] = bench.dice.integers(0, 2, LANES)
    bench.d[D.broken] = bench.dice.integers(0, 2, LANES)
    shocks = bench.dice.random((2 * EPISODES, LANES)) + 0.9
    shocks[EPISODES:] *= 0.2
    before = bench.d.copy()
    run(durability.live, bench.p, shocks, float(EPISODES), DT, bench.d)
    rows = {
        "broken": D.broken,
        "lives": D.episode,
        "tender": D.tender,
        "strain_s": D.strain_sum,
        "mend_s": D.repair_sum,
    }
    written = text("80-durability", "live").replace("strain_s' = mend_s' = 0   if mended = 1", "").strip()
    outcomes = set()
    for lane in range(LANES):
        state = {name: before[row, lane] for name, row in rows.items()} | {"hazard": before[D.hazard, lane]}
        life = int(before[D.episode, lane])
        draws = {"shock": shocks[life, lane], "shock_r": shocks[life + EPISODES, lane]}
        said = compute(written, bench.names(lane) | state | draws)
        outcomes.add((said["broken_new"], said["mended"], said["rupt"] > 0))
        assert same(said["first_h"], bench.d[D.alive, lane])
        assert same(said["rupt"], bench.d[D.ruptured, lane])
        for name in ("broken", "lives", "tender"):
            assert same(said[f"{name}_new"], bench.d[rows[name], lane]), name
        for name in ("strain_s", "mend_s"):
            assert same(0.0 if said["mended"] else said[f"{name}_new"], bench.d[rows[name], lane]), name
    assert len(outcomes) == 3, "a rupture, a repair and a quiet step were all seen"


def test_days_to_cargo_are_what_the_page_says(bench):
    load, hold = bench.dice.random((2, LANES)), bench.dice.random((3, LANES)) * 0.9
    bench.x[C.review_days] *= 30
    out = np.zeros((1, LANES))
    run(licensing.days_to_cargo, bench.p, bench.x, load, hold, out)
    for lane in range(LOOKED_AT):
        known = bench.names(lane) | {"served": load[1, lane], "hold": {"us": hold[0, lane]}}
        assert same(compute(text("30-licensing", "days"), known)["days"], out[0, lane])
