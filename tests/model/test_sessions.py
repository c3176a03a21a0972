"""The shipped sessions: minutes add up, briefs can be read aloud, both sides are treated alike."""

import pytest

from dealbuilder.model.workshop import SessionTemplate

MINUTES = {"ninety_minutes": 90, "half_day": 240, "full_day": 420}
LONGEST = {"en": 40, "zh": 80}
"""Words of English, characters of Chinese."""


def test_there_is_a_session_for_every_length(catalogue):
    assert {session.id: session.minutes for session in catalogue.sessions} == MINUTES


@pytest.fixture(params=tuple(MINUTES))
def session(request, catalogue) -> SessionTemplate:
    return next(one for one in catalogue.sessions if one.id == request.param)


def test_briefs_are_short_enough_for_the_screen(session):
    for stage in session.stages:
        assert len(stage.brief.en.split()) <= LONGEST["en"], stage.title.en
        assert len(stage.brief.zh) <= LONGEST["zh"], stage.title.en


def test_both_sides_have_as_many_roles(session, catalogue):
    sides = [catalogue.lens_by_id[role].side for role in session.roles]
    assert sides.count("us") == sides.count("china") >= 3


def test_it_opens_seals_negotiates_agrees_falls_silent_and_debriefs(session):
    kinds = [stage.kind for stage in session.stages]
    for first, then in (("opening", "roles"), ("roles", "round"), ("round", "agreement"), ("agreement", "silence")):
        assert kinds.index(first) < kinds.index(then)
    assert kinds[-2:] == ["silence", "debrief"]
    rounds = [stage.round for stage in session.stages if stage.kind == "round"]
    assert rounds == list(range(1, len(rounds) + 1))


def test_the_chair_is_told_to_meet_doubt_read_the_axes_and_ask_for_a_prediction(session):
    notes = " ".join(stage.notes.en for stage in session.stages)
    for words in ("why should I believe you", "axes", "(P)", "not a forecast"):
        assert words in notes


def test_injects_of_stages_are_in_the_deck(session):
    assert {stage.inject for stage in session.stages if stage.inject} <= set(session.deck)
