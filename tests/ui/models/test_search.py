"""Search is pure: text in, ids out, the best first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbuilder.ui.models.search import find, index, normal


@pytest.fixture(scope="module")
def entries(request):
    return index(request.getfixturevalue("catalogue"))


def test_an_empty_query_finds_everything_in_the_catalogues_order(entries, catalogue):
    assert find(entries, "  ") == tuple(measure.id for measure in catalogue.measures)


def test_every_measure_is_found_first_by_its_own_title_in_both_languages(entries, catalogue):
    for measure in catalogue.measures:
        assert find(entries, measure.title.en)[0] == measure.id
        assert find(entries, measure.title.zh)[0] == measure.id


def test_every_synonym_finds_its_measure(entries, catalogue):
    for measure in catalogue.measures:
        for synonym in measure.synonyms:
            assert measure.id in find(entries, synonym), synonym


def test_a_citation_finds_its_measure(entries, catalogue):
    for measure in catalogue.measures:
        assert measure.id in find(entries, measure.instrument.citation)


@pytest.mark.parametrize("typed", ["ＦＤＰＲ", "fdpr", " FDPR  ", "Fdpr"])
def test_width_case_and_blanks_make_no_difference(entries, typed):
    assert find(entries, typed) == find(entries, "FDPR")


def test_blanks_before_a_percent_sign_make_no_difference():
    assert normal("50 % rule") == normal("50% rule")


@given(st.text(max_size=40))
def test_no_query_breaks_the_search(text):
    from dealbuilder.ui.models.search import Entry

    few = (Entry("a", (("title", "white list"), ("synonym", "白名单")), frozenset({"white", "list"})),)
    assert set(find(few, text)) <= {"a"}
