"""The clause matrix: rows in catalogue order, statistics over the tables that touched a clause."""

from dealbuilder.analysis.room.matrix import matrix, ordered
from dealbuilder.model.parties import SIDES
from tests.analysis.packages import clause, package


def lines(catalogue, *packages):
    return {line.id: line for line in matrix(catalogue, packages)}


def test_least_mean_most_and_count_are_over_the_tables_that_touched_it(catalogue):
    packages = package("cn_whitelist=pilot"), package("cn_whitelist=nearly_all"), package("us_standstill=full")
    line = lines(catalogue, *packages)["cn_whitelist"]
    assert (line.touched, line.least, line.mean, line.most) == (2, 1, 2.0, 3)
    assert line.ranks == (1, 3, None)
    assert [one and one.level for one in line.clauses] == ["pilot", "nearly_all", None]


def test_what_no_table_touched_has_no_row(catalogue):
    assert set(lines(catalogue, package("cn_whitelist=pilot"), package())) == {"cn_whitelist"}


def test_rows_stand_by_side_and_in_catalogue_order_whatever_the_order_of_clauses(catalogue):
    every = package(*(f"{measure.id}={measure.levels[1].id}" for measure in reversed(catalogue.measures)), "gone=x")
    found = matrix(catalogue, [every])
    sides = [SIDES.index(line.side) for line in found[:-1]]
    assert sides == sorted(sides)
    for side in SIDES:
        wanted = [measure.id for measure in catalogue.measures if measure.side == side]
        assert [line.id for line in found if line.side == side] == wanted
    assert (found[-1].id, found[-1].side) == ("gone", None)


def test_an_unknown_measure_or_level_is_counted_and_has_no_rank(catalogue):
    found = lines(catalogue, package("gone=x", "cn_whitelist=odd"), package("cn_whitelist=pilot"))
    assert (found["gone"].touched, found["gone"].least, found["gone"].mean) == (1, None, None)
    assert (found["cn_whitelist"].touched, found["cn_whitelist"].ranks) == (2, (None, 1))
    assert found["cn_whitelist"].mean == 1.0


def test_tables_differ_in_level_in_time_and_in_leaving_it_alone(catalogue):
    one = package("cn_whitelist=pilot")
    assert lines(catalogue, one, one)["cn_whitelist"].same
    noted = package(clause("cn_whitelist=pilot", note="other words"))
    assert lines(catalogue, one, noted)["cn_whitelist"].same
    for other in (package("cn_whitelist=most"), package(clause("cn_whitelist=pilot", start=6)), package()):
        assert not lines(catalogue, one, other)["cn_whitelist"].same


def test_there_is_no_mean_where_a_higher_level_does_not_go_further(catalogue):
    tariffs = catalogue.measure_by_id["agenda_tariffs"]
    assert not ordered(catalogue, tariffs), "its first level goes the other way"
    line = lines(catalogue, package("agenda_tariffs=removed"))["agenda_tariffs"]
    assert (line.least, line.mean, line.most) == (3, None, 3)
    assert ordered(catalogue, catalogue.measure_by_id["cn_whitelist"])
