"""Clauses that move nothing: each gets the surest reason and a remedy, in both languages."""

import re

import pytest

from dealbuilder.analysis.bound import law_at_signing
from dealbuilder.analysis.idle import idle, worth_running
from dealbuilder.model.catalogue import Event, Pack
from dealbuilder.model.text import Text
from tests.analysis.packages import clause, package

CHINESE = re.compile("[\u4e00-\u9fff]")
RENEWED = "term_renewal=automatic"


def event(id, month, channels, known=True, until=None):
    title = Text(en=f"Act {id}", zh=f"法令{id}")
    return Event(
        id=id, month=month, until=until, known=known, title=title, channels=channels, source="essay", locator="1"
    )


PACK = Pack(
    id="test",
    label=Text(en="test", zh="试"),
    start="2025-04",
    signing="2025-07",
    events=(
        event("letters", "2025-07", {"lift_eda": 1.0}),
        event("later", "2025-09", {"lift_ethane": 1.0}, known=False),
        event("over", "2025-05", {"stop_licences": 1.0}, until="2025-06"),
    ),
)


def answers(catalogue, *clauses, unmoved=()):
    found = idle(catalogue, PACK, package(*clauses), frozenset(unmoved))
    for answer in found:
        assert CHINESE.search(answer.reason_zh)
        assert CHINESE.search(answer.remedy_zh)
        assert answer.reason_en
        assert answer.remedy_en
    return found


def only(catalogue, *clauses, unmoved=()):
    (answer,) = answers(catalogue, *clauses, unmoved=unmoved)
    return answer


def test_a_clause_that_moves_something_is_not_named(catalogue):
    assert answers(catalogue, "cn_whitelist=most") == ()


def test_the_law_at_signing_is_what_was_known_and_had_not_ended():
    assert law_at_signing(PACK) == {"lift_eda": 1.0}


@pytest.mark.parametrize(
    ("text", "more", "words"),
    [
        ("made_up=much", {}, "does not know"),
        ("cn_whitelist=half_of_them", {}, "has no level"),
        ("cn_whitelist=none", {}, "none"),
        ("oct22_chips=h200_class", {}, "locked"),
        ("cn_whitelist=most", {"start": 5, "end": 5}, "ends in month 5"),
        ("cn_whitelist=most", {"start": 60}, "after the 60 months"),
    ],
)
def test_what_cannot_count_is_named_without_asking_the_engine(catalogue, text, more, words):
    one = clause(text, **more)
    assert words in only(catalogue, one).reason_en
    assert worth_running(catalogue, package(one)) == ()


def test_an_unlocked_guardrail_is_run(catalogue):
    assert worth_running(catalogue, package(clause("oct22_chips=h200_class", unlocked=True))) == ("oct22_chips",)


def test_what_is_already_law_is_said_with_the_act(catalogue):
    answer = only(catalogue, "lift_eda=lifted", unmoved=["lift_eda"])
    assert "already has it at signing (Act letters)" in answer.reason_en
    assert "（法令letters）" in answer.reason_zh


def test_an_act_after_signing_is_no_reason(catalogue):
    assert "already has it" not in only(catalogue, "lift_ethane=all", unmoved=["lift_ethane"]).reason_en


def test_a_condition_that_is_not_met_names_what_to_sign(catalogue):
    answer = only(catalogue, clause("cn_whitelist=most", wait="grant_pending=commodity"), unmoved=["cn_whitelist"])
    assert answer.remedy_measure == "grant_pending"


def test_a_start_after_the_deal_lapses_is_the_reason(catalogue):
    one = clause("cn_whitelist=most", start=20)
    assert "ends after 12 months" in only(catalogue, one, unmoved=["cn_whitelist"]).reason_en
    renewed = answers(catalogue, one, RENEWED, unmoved=["cn_whitelist"])
    assert "ends after" not in renewed[0].reason_en


def test_a_stronger_clause_on_the_same_channel_is_named(catalogue):
    own = catalogue.measure_by_id["cn_whitelist"].model_copy(update={"id": "own_list", "links": ()})
    both = catalogue.with_measures((own,))
    answer = only(both, "own_list=pilot", "cn_whitelist=most", unmoved=["own_list"])
    assert answer.remedy_measure == "cn_whitelist"
    assert "already does as much" in answer.reason_en


def test_a_needed_measure_is_named_as_remedy_and_absent_ones_first(catalogue):
    measure = catalogue.measure_by_id["entity_list_dec24"]
    needed = [link.measure for link in measure.links if link.kind == "needs"]
    answer = only(catalogue, "entity_list_dec24=removed_35", unmoved=["entity_list_dec24"])
    assert answer.remedy_measure == needed[0]
    assert answer.remedy_en.startswith("Add")
    partly = answers(catalogue, "entity_list_dec24=removed_35", f"{needed[0]}=rescinded", unmoved=["entity_list_dec24"])
    assert partly[0].remedy_measure == needed[1]


def test_the_catalogue_says_what_binds(catalogue):
    measure = catalogue.measure_by_id["cn_review_clock"]
    answer = only(catalogue, "cn_review_clock=staff", unmoved=["cn_review_clock"])
    assert answer.reason_en == measure.bound_by.en


def test_a_recorded_clause_is_said_to_be_recorded(catalogue):
    answer = only(catalogue, "agenda_tariffs=removed", unmoved=["agenda_tariffs"])
    assert answer.reason_en == catalogue.measure_by_id["agenda_tariffs"].recorded_only.en


def test_a_last_level_without_any_known_reason_still_gets_a_sentence(catalogue):
    measure = next(m for m in catalogue.measures if not (m.bound_by or m.recorded_only or m.links or m.guardrail))
    answer = only(catalogue, f"{measure.id}={measure.levels[-1].id}", unmoved=[measure.id])
    assert "Another control or limit" in answer.reason_en
