"""A deal becomes issues and outcomes and back again, and nothing is lost or invented on the way."""

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from dealbuilder import paths
from dealbuilder.analysis.negmas.domain import Domain, domain, named
from dealbuilder.analysis.negmas.outcome import agreed, read
from dealbuilder.errors import DealError
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.loading import load_catalogue
from dealbuilder.model.package import Clause, Package

KNOWN = load_catalogue(paths.resources())
MEASURES = [measure for measure in KNOWN.measures if not measure.guardrail and measure.recorded_only is None]
BASE = Package(
    id="p",
    name="P",
    clauses=(
        Clause(measure="cn_whitelist", level="most", start=6, end=24, snapback=True, note="kept"),
        Clause(measure="oct22_chips", level=KNOWN.measure_by_id["oct22_chips"].levels[1].id, unlocked=True),
        Clause(measure="agenda_tariffs", level=KNOWN.measure_by_id["agenda_tariffs"].levels[1].id),
        Clause(measure="nobody_knows", level="high"),
    ),
)


def held(*ids: str) -> Domain:
    clauses = tuple(Clause(measure=id, level=KNOWN.measure_by_id[id].levels[1].id) for id in ids)
    return domain(KNOWN, (Package(id="q", name="Q", clauses=clauses),), BASE)


@st.composite
def cases(draw) -> tuple[Domain, tuple[str, ...]]:
    chosen = draw(st.lists(st.sampled_from(MEASURES), unique_by=lambda measure: measure.id, max_size=6))
    found = held(*(measure.id for measure in chosen))
    return found, tuple(draw(st.sampled_from([level.id for level in issue.levels])) for issue in found.issues)


@hypothesis_settings(max_examples=150, deadline=None)
@given(cases())
def test_an_outcome_becomes_a_package_and_the_same_outcome_again(case):
    found, outcome = case
    package = found.package(outcome)
    assert found.outcome(package) == outcome
    assert agreed(KNOWN, BASE, dict(zip((issue.id for issue in found.issues), outcome, strict=True))) == package


@hypothesis_settings(max_examples=100, deadline=None)
@given(cases())
def test_every_way_of_writing_an_agreement_reads_as_the_same_levels(case):
    found, outcome = case
    levels = dict(zip((issue.id for issue in found.issues), outcome, strict=True))
    lines = "---\n# agreed\n" + "".join(f'"{issue}": {level}\n' for issue, level in levels.items())
    assert read(lines, found) == levels
    whole = named(found.issues, outcome)
    assert read(f'{{"package": "{whole}"}}', found) == levels
    if len(outcome) > 1:
        listed = "[" + ", ".join(f'"{level}"' for level in outcome) + "]"
        assert read(listed, found) == levels
        assert read(f'["{whole}"]', found) == levels


def test_issues_are_the_measures_of_all_packages_but_guardrails_and_the_agenda():
    found = held("ease_hbm", "home_stockpile")
    assert [issue.id for issue in found.issues] == ["cn_whitelist", "home_stockpile", "ease_hbm"]
    assert found.size == 4 * 5 * 4
    assert len(list(found.outcomes())) == found.size


def test_what_is_not_negotiated_stays_and_a_clause_keeps_its_months():
    package = held("ease_hbm").package(("pilot", "none"))
    clause = package.clause("cn_whitelist")
    assert clause is not None
    assert (clause.level, clause.start, clause.end, clause.snapback, clause.note) == ("pilot", 6, 24, True, "kept")
    assert [one.measure for one in package.clauses] == [one.measure for one in BASE.clauses]


def test_a_level_of_none_takes_the_clause_out():
    assert held().package(("none",)).clause("cn_whitelist") is None


def test_a_deal_without_clauses_has_nothing_to_negotiate(catalogue: Catalogue):
    with pytest.raises(DealError, match="no clause"):
        domain(catalogue, (), Package(id="e", name=""))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "null",
        "7",
        '{"cn_whitelist": 3}',
        "no colon here",
        '["most", "none"]',
        '{"a": {"b": "c"}}',
        "[" * 5000,
    ],
)
def test_what_is_no_agreement_is_told(text):
    with pytest.raises(DealError, match="as it was"):
        read(text, held())


def test_all_that_is_strange_in_an_agreement_is_told_at_once():
    with pytest.raises(DealError) as told:
        agreed(KNOWN, BASE, {"nobody_knows": "high", "cn_whitelist": "everything", "oct22_chips": "none"})
    for words in ("nobody_knows", "everything", "nearly_all", "not negotiated"):
        assert words in str(told.value)
