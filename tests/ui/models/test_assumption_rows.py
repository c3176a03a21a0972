"""Rows of assumptions: what counts, what it was, who said so, what cannot be used."""

import pytest

from dealbuilder.document.document import Document
from dealbuilder.model.assumptions import Assumptions, Change
from dealbuilder.model.package import Package
from dealbuilder.ui.models.assumption_rows import assumption_rows, problem, said_by
from dealbuilder.ui.models.parameter_filter import of_kind
from dealbuilder.ui.models.worlds import switches
from dealbuilder.ui.state import State

SHARE = "backfire"


def rows(catalogue, *changes, worldview="central", language="en"):
    document = Document(
        id="d", packages=(Package(id="p", name="P"),), active="p",
        assumptions=Assumptions(worldview=worldview, changes=changes),
    )  # fmt: skip
    return {row.id: row for row in assumption_rows(State(document, catalogue, language))}


def test_an_untouched_assumption_shows_the_catalogue_and_names_nobody(qapp, catalogue):
    row = rows(catalogue)["backfire"]
    assert row.now == row.rest
    assert (row.view, said_by(row), row.wrong) == ("", "", "")


def test_a_worldview_marks_what_it_replaces_with_its_name(qapp, catalogue):
    found = rows(catalogue, worldview="sceptic")
    view = catalogue.worldview_by_id["sceptic"]
    assert {row.id for row in found.values() if row.view} == set(view.parameters)
    assert found["backfire"].now.value == view.parameters["backfire"][0]
    assert view.label.en in said_by(found["backfire"])


def test_a_change_has_the_last_word_and_says_who_and_why(qapp, catalogue):
    change = Change(parameter="backfire", value=0.5, reason="seen in\nthe lab", who="Desk")
    row = rows(catalogue, change, worldview="sceptic")["backfire"]
    assert (row.now.value, row.now.origin) == (0.5, "change")
    assert row.rest.value == catalogue.worldview_by_id["sceptic"].parameters["backfire"][0]
    assert said_by(row) == "Desk: seen in the lab"


def test_what_the_catalogue_does_not_know_is_kept_and_said_to_be_unknown(qapp, catalogue):
    found = rows(catalogue, Change(parameter="ether_drag", value=3))
    assert list(found)[-1] == "ether_drag"
    row = found["ether_drag"]
    assert row.parameter is None
    assert "Unknown" in said_by(row)
    assert [of_kind(row, kind) for kind in ("all", "changed", "cited", "judgement")] == [True, True, False, False]


def test_facts_and_judgements_share_out_the_catalogue(qapp, catalogue):
    found = rows(catalogue).values()
    cited = {row.id for row in found if of_kind(row, "cited")}
    judged = {row.id for row in found if of_kind(row, "judgement")}
    assert not cited & judged
    assert len(cited | judged) == len(catalogue.parameters)
    assert all(catalogue.parameter_by_id[id].references for id in cited)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"value": 1e9}, "between"),
        ({"value": 0.5, "high": 1e9}, "between"),
        ({"value": 0.9, "low": 0.1, "high": 0.5}, "outside"),
        ({"value": 0.5, "low": 0.9, "high": 0.1}, "above"),
        ({"value": 0.5, "low": 0.1, "high": 0.9}, ""),
        ({"value": 0.5}, ""),
    ],
)
def test_what_no_run_can_use_is_said_in_a_sentence(qapp, catalogue, change, said):
    parameter = catalogue.parameter_by_id[SHARE]
    found = problem(parameter, Change(parameter=SHARE, **change), "en")
    assert (said in found) if said else found == ""
    assert problem(parameter, Change(parameter=SHARE, **change), "zh") != "" or not said


def test_every_switch_of_every_worldview_has_words(qapp, catalogue):
    for view in catalogue.worldviews:
        said = switches(view)
        assert len(said) == 4
        assert not {text for pair in said for text in pair} & {*view.switches, *view.switches.values()}
