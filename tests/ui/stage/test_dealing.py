"""The chair's deck: its order, and injects that this catalogue knows only in part."""

import pytest

from dealbuilder.document.plan import Plan
from dealbuilder.errors import DealError
from dealbuilder.model.inject import ChannelShift, Inject, ParameterShift
from dealbuilder.model.workshop import Stage
from dealbuilder.ui.stage.dealing import deck, strikeable
from tests.ui.stage.desks import STAGES, document, text


def inject(id: str = "own", channels=(), parameters=(), **more) -> Inject:
    shifts = tuple(ChannelShift(channel=name, by=0.0) for name in channels)
    figures = tuple(ParameterShift(parameter=name, value=1.0, low=1.0, high=1.0) for name in parameters)
    fields = {"origin": "others", "title": text(id), "card": text(id), "month": 6}
    return Inject(id=id, channels=shifts, parameters=figures, **fields | more)


def test_the_card_of_this_stage_comes_first_then_the_deck_then_own_ones_then_the_catalogue(catalogue):
    first, second, third = (one.id for one in catalogue.injects[:3])
    plan = Plan(stages=STAGES, visibility="public", deck=(second, "nobody_knows"), injects=(inject("own", ("x",)),))
    cards = deck(document(plan=plan, injects=(catalogue.injects[2],)), catalogue, first)
    assert [card.id for card in cards[:5]] == [first, second, "nobody_knows", "own", third]
    assert [card.place for card in cards[:5]] == ["stage", "deck", "deck", "own", "own"]
    assert [card.struck for card in cards[:5]] == [False, False, False, False, True]
    assert cards[2].inject is None
    assert len(cards) == len(catalogue.injects) + 2


def test_every_shipped_inject_can_be_struck_as_it_is(catalogue):
    for one in catalogue.injects:
        assert strikeable(one, catalogue, "en") == (one, "")


def test_of_an_inject_that_is_known_in_part_the_rest_is_struck_and_the_unknown_named(catalogue):
    known = catalogue.channels[0].id
    struck, told = strikeable(inject(channels=(known,), parameters=("no_such_thing",)), catalogue, "en")
    assert [shift.channel for shift in struck.channels] == [known]
    assert struck.parameters == ()
    assert "no_such_thing" in told
    assert "no_such_thing" in strikeable(inject(channels=(known,), parameters=("no_such_thing",)), catalogue, "zh")[1]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_of_an_inject_that_names_only_the_unknown_nothing_is_struck(catalogue, language):
    with pytest.raises(DealError, match="no_such_thing"):
        strikeable(inject(parameters=("no_such_thing",)), catalogue, language)


def test_an_end_of_the_truce_needs_no_shift_that_is_known(catalogue):
    struck, _ = strikeable(inject(parameters=("no_such_thing",), expires=True), catalogue, "en")
    assert struck.expires
    assert struck.parameters == ()


def test_a_stage_that_names_an_inject_nobody_describes_shows_a_card_without_one(catalogue):
    stage = Stage(kind="inject", title=text("x"), minutes=1, brief=text("x"), notes=text("x"), inject="gone")
    (card, *_) = deck(document(), catalogue, stage.inject)
    assert (card.id, card.inject, card.place) == ("gone", None, "stage")
