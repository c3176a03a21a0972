"""Access is a bottleneck, segment by segment; what the essay's package does not name it does not open."""

import numpy as np
import pytest

from dealbuilder import paths
from dealbuilder.document.file import load
from dealbuilder.engine import access
from dealbuilder.engine.channels import C
from dealbuilder.engine.inputs import deviations
from dealbuilder.engine.lanes import LANES
from dealbuilder.engine.names import Instrument, S
from dealbuilder.engine.schedule import acts, schedule
from dealbuilder.model.package import Package
from tests.engine.deals import CATALOGUE, EMPTY, prepared

TABLES = prepared().tables
INSTRUMENTS = [named.id for named in CATALOGUE.sets["instruments"]]
SEGMENTS = [named.id for named in CATALOGUE.sets["segments"]]
US_CHANNELS = [
    place
    for place, channel in enumerate(CATALOGUE.channels)
    if channel.side == "us" and channel.id not in ("suspend_tool_licences", "standstill_us")
]
GUARDED = ("gpu_frontier", "litho")
MOVED = ("gpu_h20", "tools_dram", "tools_listed", "tools_civil")


def covers() -> dict[str, list[int]]:
    """The instruments that bar each segment, read from the catalogue and not from the engine."""
    table = CATALOGUE.table_by_id["coverage"]
    found: dict[str, list[int]] = {segment: [] for segment in SEGMENTS}
    for row, values in zip(table.rows, table.values, strict=True):
        for column, value in zip(table.columns, values, strict=True):
            if value > 0:
                found[column].append(INSTRUMENTS.index(row))
    return found


def doors(deviation: np.ndarray, tables=TABLES) -> tuple[np.ndarray, np.ndarray]:
    """Openness of the instruments and access to the segments, for deviations (channels, LANES)."""
    open_, free = np.zeros((len(INSTRUMENTS), LANES)), np.zeros((len(SEGMENTS), LANES))
    access.openness(tables, deviation, open_)
    access.bottleneck(tables, open_, free)
    return open_, free


def lifted(*instruments: int, level: float = 1.0) -> np.ndarray:
    """Deviations in which these instruments, by place, are lifted as far as `level`."""
    deviation = np.zeros((len(C), LANES))
    for instrument in instruments:
        deviation[TABLES.instrument_channel[instrument]] = level
    return deviation


def essay() -> Package:
    document = load(paths.resources() / "examples" / "essay_full.deal").history.document
    return next(package for package in document.packages if package.id == document.active)


def by_month(package: Package, creep: float = 0.0) -> np.ndarray:
    """Access (months, segments) under what law and a package, delivered whole, leave in force."""
    inputs = prepared()
    signed = deviations(inputs.catalogue, schedule(inputs.catalogue, inputs.pack, [package]))[0]
    law = deviations(inputs.catalogue, acts(inputs.catalogue, inputs.pack, False))
    rows = []
    for month in range(len(inputs.months)):
        force = np.where(signed[month] < 0, signed[month], np.maximum(signed[month], law[month]))
        deviation = np.repeat(force[:, None], LANES, axis=1)
        free = doors(deviation)[1]
        access.worn(inputs.tables, deviation, np.full((1, LANES), creep), free)
        rows.append(free[:, 0])
    return np.array(rows)


def test_a_segment_is_as_open_as_the_tightest_instrument_that_bars_it():
    random = np.random.default_rng(1)
    deviation = np.zeros((len(C), LANES))
    deviation[US_CHANNELS] = random.uniform(0.0, 1.0, (len(US_CHANNELS), LANES))
    open_, free = doors(deviation)
    binding = set()
    for segment, instruments in covers().items():
        assert instruments
        tightest = open_[instruments].min(axis=0)
        assert np.array_equal(free[SEGMENTS.index(segment)], tightest)
        if len(instruments) > 1:
            binding |= {(segment, int(place)) for place in open_[instruments].argmin(axis=0)}
    assert len(binding) > len({segment for segment, _ in binding})


def test_an_instrument_that_does_not_bar_a_segment_never_moves_it():
    free = doors(lifted())[1]
    for instrument in range(len(INSTRUMENTS)):
        moved = doors(lifted(instrument))[1]
        for segment, instruments in covers().items():
            if not any(TABLES.instrument_channel[i] == TABLES.instrument_channel[instrument] for i in instruments):
                place = SEGMENTS.index(segment)
                assert np.array_equal(moved[place], free[place])


@pytest.mark.parametrize("segment", [segment for segment, places in covers().items() if len(places) == 3])
def test_lifting_some_of_three_instruments_moves_nothing_until_the_tightest_of_the_others_moves(segment):
    instruments, place = covers()[segment], SEGMENTS.index(segment)
    rest = doors(lifted())[1][place]
    start = TABLES.instrument[instruments, Instrument.openness]
    for first in instruments:
        for second in instruments:
            left = [s for s, i in zip(start, instruments, strict=True) if i not in (first, second)]
            moved = doors(lifted(first, second))[1][place]
            assert moved == pytest.approx(min([1.0, *left]), abs=1e-15)
            if min(left) <= start.min():
                assert np.array_equal(moved, rest)
    assert (doors(lifted(*instruments))[1][place] == 1.0).all()
    assert (doors(lifted(*instruments, level=0.5))[1][place] > rest).all()


def test_lifting_one_of_the_three_instruments_on_huawei_lines_moves_nothing_at_all():
    instruments, place = covers()["tools_huawei"], int(S.tools_huawei)
    assert len(instruments) == 3
    rest = doors(lifted())[1][place]
    for instrument in instruments:
        assert np.array_equal(doors(lifted(instrument))[1][place], rest)
        others = [other for other in instruments if other != instrument]
        assert np.array_equal(doors(lifted(*others))[1][place], rest)
    assert (doors(lifted(*instruments))[1][place] > rest).all()


def test_without_its_other_instruments_a_segment_would_open_to_the_first_lift():
    """What holds a segment shut is the other rules, nothing else: taken out of the coverage, they hold no more."""
    instruments, place = covers()["tools_huawei"], int(S.tools_huawei)
    kept = (TABLES.cover_segment != place) | (TABLES.cover_instrument == instruments[0])
    alone = TABLES._replace(cover_instrument=TABLES.cover_instrument[kept], cover_segment=TABLES.cover_segment[kept])
    assert (doors(lifted(instruments[0]), alone)[1][place] == 1.0).all()
    assert (doors(lifted(instruments[0]))[1][place] < 1.0).all()


@pytest.mark.parametrize("creep", [0.0, 0.3])
def test_the_essay_s_package_leaves_access_to_frontier_chips_and_lithography_as_it_was_to_the_last_bit(creep):
    without, with_ = by_month(EMPTY, creep), by_month(essay(), creep)
    for segment in GUARDED:
        place = SEGMENTS.index(segment)
        assert np.array_equal(with_[:, place], without[:, place])
    for segment in MOVED:
        place = SEGMENTS.index(segment)
        assert with_[-1, place] > without[-1, place]


def test_rescinding_the_rule_of_october_2022_would_open_frontier_chips():
    """So that the silence of the essay's package on it is its own doing."""
    clauses = tuple(clause for clause in essay().clauses if clause.measure != "oct22_chips")
    measure = CATALOGUE.measure_by_id["oct22_chips"]
    assert measure.guardrail
    more = type(essay().clauses[0])(measure="oct22_chips", level=measure.levels[-1].id, unlocked=True)
    opened = by_month(essay().model_copy(update={"clauses": (*clauses, more)}))
    place = SEGMENTS.index("gpu_frontier")
    assert opened[-1, place] > by_month(essay())[-1, place]
