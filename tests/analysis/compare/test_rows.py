"""The clauses that differ: every difference is listed, and nothing else."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dealbuilder.analysis.compare.rows import kinds, rows, scored_apart
from dealbuilder.model.package import Clause, Condition, Package
from tests.analysis.packages import clause, package

MEASURES = ("cn_whitelist", "us_standstill", "rescind_ai_letters", "gone")
conditions = st.none() | st.builds(Condition, measure=st.sampled_from(MEASURES), level=st.sampled_from(("all", "full")))
clauses = st.builds(
    Clause,
    measure=st.sampled_from(MEASURES),
    level=st.sampled_from(("pilot", "all", "lost")),
    start=st.sampled_from((0, 3)),
    end=st.sampled_from((None, 24)),
    ramp=st.sampled_from((None, 2.0)),
    condition=conditions,
    snapback=st.booleans(),
    unlocked=st.booleans(),
    note=st.sampled_from(("", "said")),
    private_note=st.sampled_from(("", "SECRET")),
)
packages = st.lists(clauses, max_size=4, unique_by=lambda one: one.measure).map(
    lambda found: Package(id="p", name="", clauses=tuple(found))
)


def agreed(one: Clause | None) -> object:
    return None if one is None else one.model_dump(exclude={"private_note"})


@settings(max_examples=200, deadline=None)
@given(st.lists(packages, min_size=1, max_size=6))
def test_every_measure_on_which_packages_differ_has_a_row_and_no_other_has(catalogue, there):
    wanted = {id for id in MEASURES if any(agreed(one.clause(id)) != agreed(there[0].clause(id)) for one in there)}
    assert {row.measure for row in rows(catalogue, there)} == wanted


@settings(max_examples=100, deadline=None)
@given(packages, packages)
def test_what_is_scored_apart_is_what_differs_in_more_than_notes(catalogue, one, other):
    listed = {row.measure for row in rows(catalogue, [one, other]) if row.kinds != ("note",)}
    assert set(scored_apart(one, other)) == listed
    assert set(scored_apart(other, one)) == listed


def test_each_kind_of_difference_is_named():
    plain = clause("cn_whitelist=all")
    changed = {
        "level": clause("cn_whitelist=pilot"),
        "timing": clause("cn_whitelist=all", end=12),
        "condition": clause("cn_whitelist=all", wait="us_standstill=full"),
        "snapback": clause("cn_whitelist=all", snapback=True),
        "lock": clause("cn_whitelist=all", unlocked=True),
        "note": clause("cn_whitelist=all", note="first"),
    }
    for kind, other in changed.items():
        assert kinds([plain, other]) == (kind,)
    assert kinds([plain, None]) == ("there",)
    assert kinds([None, None]) == ()
    assert kinds([plain, None, changed["level"]]) == ("there", "level")


def test_a_private_note_makes_no_difference(catalogue):
    one = package(clause("cn_whitelist=all", private_note="SECRET"))
    assert rows(catalogue, [one, package("cn_whitelist=all")]) == ()


def test_a_measure_that_nobody_knows_is_listed(catalogue):
    (row,) = rows(catalogue, [package("gone=x"), package()])
    assert row.measure == "gone"
    assert row.line.measure is None
