"""The packages around a deal: all of them within locks and red lines, and none beyond."""

from itertools import combinations

import numpy as np

from dealbuilder.analysis.contradictions import contradictions
from dealbuilder.analysis.lens_value import crossed
from dealbuilder.analysis.space import Bounds, Move, space
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.hardening import hardens
from tests.analysis.packages import clause, package

START = package("cn_whitelist=pilot", "us_standstill=notice_30", "term_length=m24")


def room(catalogue: Catalogue, start=START, **bounds):
    return space(catalogue, start, Bounds(**bounds))


def test_single_moves_are_every_level_of_every_measure_that_may_move(catalogue: Catalogue) -> None:
    here = room(catalogue)
    found = {here.moves(row)[0] for row in here.singles()}
    expected = set()
    for measure in catalogue.measures:
        now = START.clause(measure.id)
        for level in measure.levels:
            known = level.id == (now.level if now else "none")
            if not known and not measure.guardrail and not hardens(level, catalogue.channel_by_id):
                expected.add(Move(measure.id, now.level if now else "none", level.id))
    assert found == expected
    assert len(here.singles()) == len(expected)


def test_pairs_are_all_two_single_moves_of_different_measures(catalogue: Catalogue) -> None:
    here = room(catalogue)
    single = [here.moves(row)[0] for row in here.singles()]
    expected = {frozenset(pair) for pair in combinations(single, 2) if pair[0].measure != pair[1].measure}
    assert {frozenset(here.moves(row)) for row in here.pairs()} == expected


def test_a_package_is_built_as_its_moves_say_and_keeps_what_did_not_move(catalogue: Catalogue) -> None:
    here = room(catalogue)
    for row in here.pairs()[::97]:
        built = here.built(row)
        for move in here.moves(row):
            found = built.clause(move.measure)
            assert (found.level if found else "none") == move.after
        moved = {move.measure for move in here.moves(row)}
        for old in START.clauses:
            if old.measure not in moved:
                assert built.clause(old.measure) is old
    assert here.built(here.start) is START


def test_a_clause_that_moves_keeps_its_times_and_notes(catalogue: Catalogue) -> None:
    here = room(catalogue, package(clause("cn_whitelist=pilot", start=5, note="n")))
    row = next(row for row in here.singles() if here.moves(row)[0] == Move("cn_whitelist", "pilot", "most"))
    assert here.built(row).clauses == (clause("cn_whitelist=most", start=5, note="n"),)


def test_locked_clauses_and_the_home_programme_stay_where_they_are(catalogue: Catalogue) -> None:
    here = room(catalogue, locked=frozenset({"cn_whitelist", "grant_pending"}), home=False)
    moved = {move.measure for row in here.pairs() for move in here.moves(row)}
    assert not moved & {"cn_whitelist", "grant_pending"}
    assert not {catalogue.measure_by_id[id].side for id in moved} & {"home"}
    everything = frozenset(measure.id for measure in catalogue.measures)
    still = room(catalogue, locked=everything)
    assert still.singles().shape == still.pairs().shape == (0, len(catalogue.measures))


def test_no_red_line_of_the_roles_asked_for_is_crossed_that_is_not_crossed_already(catalogue: Catalogue) -> None:
    start = package("ease_huawei=case_by_case", "cn_whitelist=pilot")
    here = room(catalogue, start, lines=catalogue.lenses)
    before = {lens.id: set(crossed(catalogue, lens, start)) for lens in catalogue.lenses}
    assert any(before.values())
    for row in np.vstack([here.singles(), here.pairs()[::41]]):
        assert here.stands(row)
        built = here.built(row)
        assert all(set(crossed(catalogue, lens, built)) <= before[lens.id] for lens in catalogue.lenses)
    free = {here.moves(row)[0] for row in room(catalogue, start).singles()}
    assert Move("cn_access_military", "none", "full") in free - {here.moves(row)[0] for row in here.singles()}


def test_no_pair_brings_a_contradiction_that_was_not_there(catalogue: Catalogue) -> None:
    start = package(
        "cn_stop_licences=half", clause("us_standstill=full", wait="cn_customs=days_10"), "cn_customs=days_3"
    )
    here = room(catalogue, start)
    assert here.clashes
    assert here.waits
    known = set(contradictions(catalogue, start))
    rows = np.vstack([here.singles(), here.pairs()])
    for row in rows[::37]:
        assert set(contradictions(catalogue, here.built(row))) <= known
    # What may stand only once the threat is gone is offered together with taking it away, and not alone.
    both = {Move("cn_stop_licences", "half", "none"), Move("cn_whitelist", "none", "most")}
    assert both in [set(here.moves(row)) for row in here.pairs()]
    assert {Move("cn_whitelist", "none", "most")} not in [set(here.moves(row)) for row in here.singles()]


def test_what_the_catalogue_does_not_know_is_carried_along(catalogue: Catalogue) -> None:
    here = room(catalogue, package("unheard_of=all", "cn_whitelist=unheard_of", "cn_customs=day_1"))
    for row in here.singles():
        assert here.built(row).clause("unheard_of") is not None
        assert here.built(row).clause("cn_whitelist") == clause("cn_whitelist=unheard_of")
