"""Contained metal and tonnes balance, block by block: nothing is made, sold or stored that came from nowhere."""

from itertools import pairwise

import numpy as np
import pytest

from dealbuilder.engine import derisking, supply
from dealbuilder.engine.channels import C
from dealbuilder.engine.lanes import LANES
from dealbuilder.engine.names import CLASSES, GOODS, OXIDES, TINY, Chem, Good, M, R
from dealbuilder.engine.parameters import P
from tests.engine.deals import CATALOGUE, prepared

ROWS, GATES = GOODS * CLASSES, GOODS * CLASSES + 2 * GOODS
CLOSE = {"rel": 1e-9, "abs": 1e-12}
HEAVY = ((Good.dy, R.dy, "dy"), (Good.tb, R.tb, "tb"))


def blank(rows: int) -> np.ndarray:
    return np.zeros((rows, LANES))


def chemistry(metal: str) -> tuple[float, float]:
    """Metal fraction of the magnet and metal share of the oxide, read from the catalogue and not from the engine."""
    table = CATALOGUE.table_by_id["chemistry"]
    fraction, share = table.values[table.rows.index(metal)]
    return fraction, share


class Makers:
    """What non-Chinese makers do with capacities drawn at random, bottlenecks in turn at every stage, t/month."""

    def __init__(self, seed: int, raw_materials: float = 0.0, gate: float = 1.0) -> None:
        inputs, random = prepared(), np.random.default_rng(seed)
        self.p, self.cap = inputs.values, random.lognormal(0.0, 1.5, (int(R.count), LANES))
        self.x, self.gate = blank(len(C)), np.full((GATES, LANES), gate)
        self.x[C.raw_materials] = raw_materials
        self.m, self.made, self.own = blank(int(M.count)), blank(GOODS), blank(GOODS)
        derisking.make(self.p, inputs.tables, self.x, self.gate, self.cap, self.m, self.made, self.own)

    def metal(self, magnets: np.ndarray, metal: str) -> np.ndarray:
        """Metal that goes into tonnes of magnets, scrap included."""
        return magnets * chemistry(metal)[0] / self.p[P.magnet_yield]


@pytest.mark.parametrize("seed", range(4))
def test_neodymium_in_magnets_and_in_oxide_sold_never_exceeds_what_is_separated_and_bought_in(seed):
    for gate in (0.0, 0.4, 1.0):
        makers = Makers(seed, gate=gate)
        share = chemistry("light")[1]
        magnets = makers.made[Good.mag_free] + makers.made[Good.mag_heavy]
        sold = makers.made[Good.ndpr] * share
        line = np.minimum(makers.cap[R.magnet], makers.cap[R.metal])
        bought = makers.metal(line, "light") * makers.p[P.light_open] * gate
        assert (makers.metal(magnets, "light") + sold <= (makers.cap[R.ndpr] * share + bought) * (1 + 1e-9)).all()
        assert (magnets <= line * (1 + 1e-9)).all()
        own = makers.own[Good.mag_free] + makers.own[Good.mag_heavy]
        separated = makers.cap[R.ndpr] * share
        assert (makers.metal(own, "light") + makers.own[Good.ndpr] * share <= separated * (1 + 1e-9)).all()


@pytest.mark.parametrize(("good", "row", "metal"), HEAVY, ids=["dysprosium", "terbium"])
@pytest.mark.parametrize("raw_materials", [0.0, 1.0])
def test_heavy_metal_in_magnets_and_in_oxide_sold_never_exceeds_what_is_separated_and_bought_in(
    good, row, metal, raw_materials
):
    makers = Makers(7, raw_materials)
    share = chemistry(metal)[1]
    total = makers.made[Good.mag_free] + makers.made[Good.mag_heavy]
    eased = makers.p[P.raw_reach] * raw_materials * makers.p[P.heavy_grade] * total
    used = makers.metal(makers.made[Good.mag_heavy], metal) + makers.made[good] * share
    assert (used <= (makers.cap[row] * share + makers.metal(eased, metal)) * (1 + 1e-9)).all()
    own = makers.metal(makers.own[Good.mag_heavy], metal) + makers.own[good] * share
    assert (own <= makers.cap[row] * share * (1 + 1e-9)).all()


@pytest.mark.parametrize("gate", [0.0, 0.4, 1.0])
def test_samarium_in_magnets_and_in_oxide_sold_never_exceeds_what_is_separated_and_bought_in(gate):
    makers = Makers(5, gate=gate)
    share = chemistry("sm")[1]
    bought = makers.metal(makers.cap[R.smco], "sm") * gate
    used = makers.metal(makers.made[Good.mag_smco], "sm") + makers.made[Good.sm] * share
    assert (used <= (makers.cap[R.sm] * share + bought) * (1 + 1e-9)).all()
    own = makers.metal(makers.own[Good.mag_smco], "sm") + makers.own[Good.sm] * share
    assert own == pytest.approx(makers.cap[R.sm] * share, **CLOSE)
    assert (makers.made[Good.mag_smco] <= makers.cap[R.smco] * (1 + 1e-9)).all()


def test_without_chinese_metal_every_gram_separated_is_either_sold_or_in_a_magnet():
    makers = Makers(11, gate=0.0)
    for row, good, metal, grades in (
        (R.ndpr, Good.ndpr, "light", (Good.mag_free, Good.mag_heavy)),
        (R.dy, Good.dy, "dy", (Good.mag_heavy,)),
        (R.tb, Good.tb, "tb", (Good.mag_heavy,)),
    ):
        share = chemistry(metal)[1]
        magnets = np.sum([makers.made[grade] for grade in grades], axis=0)
        assert magnets.max() > 0
        whole = makers.metal(magnets, metal) + makers.made[good] * share
        assert whole == pytest.approx(makers.cap[row] * share, **CLOSE)
    assert makers.own == pytest.approx(makers.made, **CLOSE)


def test_the_balance_would_notice_if_a_magnet_held_more_metal():
    """The engine reads the chemistry: with twice the metal in a magnet, half as many come out of the same oxide."""
    inputs = prepared()
    rich = inputs.tables.chem.copy()
    rich[Chem.light, 0] *= 2.0
    cap = np.ones((int(R.count), LANES))
    cap[R.magnet] = cap[R.metal] = 1e6
    made = []
    for chem in (inputs.tables.chem, rich):
        out = blank(GOODS)
        tables = inputs.tables._replace(chem=chem)
        derisking.make(inputs.values, tables, blank(len(C)), blank(GATES), cap, blank(int(M.count)), out, blank(GOODS))
        made.append(out[Good.mag_free] + out[Good.mag_heavy])
    assert made[1] == pytest.approx(made[0] / 2, **CLOSE)


class Balance:
    """The US balance over some months from random stores and flows; each step keeps what was there before."""

    def __init__(self, seed: int) -> None:
        self.inputs, self.random = prepared(), np.random.default_rng(seed)
        tables, self.needed = self.inputs.tables, self.inputs.path[5]
        self.row = tables.cell_good * CLASSES + tables.cell_class
        amount, draw = len(self.row), self.random.uniform
        need = self.needed[:, None]
        self.stock = need * draw(0.0, 4.0, (amount, LANES)) * (draw(size=(amount, LANES)) > 0.3)
        self.avoid = tables.cell_ceiling[:, None] * draw(0.0, 1.0, (amount, LANES))
        self.lag = draw(0.0, 1.0, (amount, LANES))
        self.wanted, self.met, self.scale, self.drawn = (blank(amount) for _ in range(4))
        self.asked, self.ships, self.sent, self.allied, self.inflow, self.leak, self.again, self.licensed = (
            blank(ROWS) for _ in range(8)
        )
        self.ships[:] = draw(0.0, 2.0, (ROWS, LANES))
        self.gate = draw(0.0, 1.0, (GATES, LANES))
        self.made = self.random.lognormal(0.0, 1.5, (GOODS, LANES))
        self.x = blank(len(C))

    def send(self, dt: float) -> None:
        p, tables = self.inputs.values, self.inputs.tables
        supply.demand(p, tables, self.x, self.needed, self.stock, self.avoid, dt, blank(4), self.wanted, self.asked)
        recycled = np.full((1, LANES), 0.05)
        supply.others(p, tables, self.asked, self.made, blank(1), recycled, self.allied, self.again)

    def land(self, dt: float) -> None:
        p, tables = self.inputs.values, self.inputs.tables
        supply.ship(p, tables, self.asked, self.allied, self.gate, dt, blank(4), self.ships, self.sent, self.licensed)
        supply.arrive(
            p, tables, self.x, self.asked, self.gate, self.allied, self.inflow, self.leak, self.again, self.licensed
        )

    def use(self, dt: float) -> None:
        p, tables, rate, shares, parts = self.inputs.values, self.inputs.tables, blank(8), blank(ROWS), blank(ROWS)
        supply.spread_out(p, self.asked, self.inflow, dt, rate, shares, parts)
        total = blank(len(self.row))
        for begin, end in pairwise(tables.use_start):
            places = slice(begin, end)
            met, scale, drawn = blank(GOODS), blank(GOODS), blank(GOODS)
            supply.use(
                p, tables, begin, end, self.needed, self.wanted, self.inflow, 2.0, dt, rate, shares, parts,
                self.stock, self.avoid, met, total, scale, drawn, self.lag,
            )  # fmt: skip
            for whole, part in ((self.met, met), (self.scale, scale), (self.drawn, drawn)):
                whole[places] = part[: end - begin]
        assert np.array_equal(total, 2.0 * self.met)


@pytest.mark.parametrize("dt", [1.0, 0.25])
def test_in_every_cell_opening_stock_and_arrivals_are_use_and_closing_stock(dt):
    run = Balance(3)
    emptied = filled = False
    for _ in range(8):
        run.send(dt)
        run.land(dt)
        opening, avoided = run.stock.copy(), run.avoid.copy()
        run.use(dt)
        arrivals = run.inflow[run.row] * run.wanted / (run.asked[run.row] + TINY)
        used = (run.met - avoided) * run.needed[:, None]
        assert opening + dt * arrivals == pytest.approx(dt * used + run.stock, rel=1e-9, abs=1e-9)
        assert (used >= -1e-12).all()
        assert (run.stock >= 0).all()
        emptied, filled = emptied or (run.stock < opening).any(), filled or (run.stock > opening).any()
        run.gate = run.random.uniform(0.0, 1.0, run.gate.shape)
    assert emptied
    assert filled


def test_what_arrives_of_a_good_for_a_class_is_shared_out_whole_and_never_to_another_class():
    run = Balance(4)
    run.send(1.0)
    run.land(1.0)
    shares = np.zeros((ROWS, LANES))
    np.add.at(shares, run.row, run.wanted / (run.asked[run.row] + TINY))
    needed = np.unique(run.row)
    assert shares[needed][run.asked[needed] > 0] == pytest.approx(1.0, **CLOSE)
    before = run.stock.copy()
    closed = run.inflow.copy()
    military = np.arange(ROWS) % CLASSES == CLASSES - 1
    other = Balance(4)
    other.send(1.0)
    other.land(1.0)
    other.inflow[military] *= 0.1
    run.use(1.0)
    other.use(1.0)
    same = ~military[run.row]
    assert np.array_equal(run.stock[same], other.stock[same])
    assert (run.stock[~same] > other.stock[~same]).any()
    assert (closed >= 0).all()
    assert not np.array_equal(before, run.stock)


def test_the_sources_of_a_cell_are_what_it_uses():
    run = Balance(5)
    run.send(1.0)
    run.land(1.0)
    avoided = run.avoid.copy()
    run.use(1.0)
    flows = run.licensed + run.leak + run.allied + run.again
    assert run.inflow == pytest.approx(flows, **CLOSE)
    whole = run.scale * flows[run.row] + run.drawn + avoided
    assert whole == pytest.approx(run.met, rel=1e-6, abs=1e-9)
    assert run.drawn.max() > 0


@pytest.mark.parametrize("dt", [1.0, 0.25])
def test_no_cargo_is_lost_or_made_at_sea(dt):
    run = Balance(6)
    for _ in range(6):
        before = run.ships.copy()
        run.send(dt)
        run.land(dt)
        assert before + dt * run.sent == pytest.approx(run.ships + dt * run.licensed, rel=1e-9, abs=1e-9)
        assert (run.ships >= 0).all()
        run.use(dt)


def test_classes_together_never_take_more_of_a_good_than_non_chinese_makers_offer():
    run = Balance(8)
    run.send(1.0)
    run.land(1.0)
    taken = run.allied.reshape(GOODS, CLASSES, LANES).sum(axis=1)
    assert (taken <= run.made * (1 + 1e-9)).all()
    assert (taken[:OXIDES] > 0).any()
    assert np.isclose(taken, run.made).any()
