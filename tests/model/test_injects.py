"""The deck of the catalogue, and what an inject may not say."""

from collections import Counter

import pytest
from pydantic import ValidationError

from dealbuilder.model.inject import CARD_WORDS, ChannelShift, Inject, ParameterShift, card_words, inject_faults
from dealbuilder.model.text import Text

WANTED = {
    "customs_slow_walk", "entity_listing", "tariff_voided", "mine_floods", "leak", "veto_us", "veto_china",
    "japan_cut_off", "truce_expires", "october_repeat", "chip_smuggling", "quake_magnet_plant",
}  # fmt: skip
NAMES = ("Trump", "Xi Jinping", "Bessent", "Lutnick", "Greer", "He Lifeng", "特朗普", "习近平", "何立峰")


def made(**fields):
    text = Text(en="It happens", zh="发生了")
    return Inject(**{"id": "it", "origin": "others", "title": text, "card": text, "month": 6, "reason": text} | fields)


def faults(catalogue, **fields):
    found = inject_faults(made(**fields), catalogue.channel_by_id, catalogue.parameter_by_id, catalogue.source_by_id)
    return dict(found)


def test_that_the_deck_holds_what_the_issue_asks_for(catalogue):
    assert set(catalogue.inject_by_id) >= WANTED


def test_that_both_sides_have_as_many_cards_and_none_names_a_person(catalogue):
    origins = Counter(inject.origin for inject in catalogue.injects)
    assert origins["us"] == origins["china"] > 0
    assert origins["both"] == origins["others"] > 0
    for inject in catalogue.injects:
        said = " ".join((*inject.title.model_dump().values(), *inject.card.model_dump().values()))
        assert not [name for name in NAMES if name in said], inject.id


def test_that_mirror_cards_shift_the_hardliners_and_the_hazard_alike(catalogue):
    known = catalogue.inject_by_id

    def shifted(id):
        found = (one for one in known[id].parameters if one.parameter.startswith(("hardliners", "hazard")))
        return [(one.value, one.low, one.high) for one in found]

    for one, other in (("veto_us", "veto_china"), ("tools_suspended", "licences_stopped")):
        assert shifted(one) == shifted(other) != []
        assert known[one].month == known[other].month
        assert known[one].months == known[other].months


def test_that_every_card_can_be_read_at_once_and_says_what_it_rests_on(catalogue):
    for inject in catalogue.injects:
        assert max(card_words(inject.card.en), card_words(inject.card.zh)) <= CARD_WORDS, inject.id
        assert inject.reason is not None, inject.id


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two words", 2),
        ("A stop – of 2 months.", 5),
        ("两个汉字", 2),
        ("三个字", 2),
        ("H20级芯片", 3),
        ("", 0),
    ],
)
def test_that_two_chinese_characters_count_as_a_word_and_marks_as_none(text, words):
    assert card_words(text) == words


def test_that_an_inject_says_what_it_cannot_shift(catalogue):
    bad = faults(catalogue, channels=(ChannelShift(channel="no_such", by=1), ChannelShift(channel="snapback", by=1)))
    assert bad[".channels.no_such"] == "is not a channel"
    assert "read as signed" in bad[".channels.snapback"]
    assert "whole reach" in faults(catalogue, channels=(ChannelShift(channel="whitelist", by=-1.5),))[
        ".channels.whitelist"
    ]  # fmt: skip
    share = ParameterShift(parameter="hold_rest", value=1.5, low=1, high=2)
    assert "lies between 0 and 1" in faults(catalogue, parameters=(share,))[".parameters.hold_rest"]
    strange = ParameterShift(parameter="no_such", value=1, low=1, high=1)
    assert faults(catalogue, parameters=(strange,)) == {".parameters.no_such": "is not a parameter"}


def test_that_a_card_longer_than_forty_words_and_a_judgement_without_reason_are_faults(catalogue):
    long = Text(en="word " * 41, zh="字" * 82)
    assert set(faults(catalogue, card=long, reason=None, expires=True)) == {".card.en", ".card.zh", ".reason"}


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"expires": True, "months": 0},
        {"expires": True, "month": 61},
        {"expires": True, "grade": "B"},
        {"channels": (ChannelShift(channel="a", by=1), ChannelShift(channel="a", by=2))},
        {"expires": True, "id": "Not an id"},
    ],
)
def test_that_an_inject_which_shifts_nothing_or_makes_no_sense_is_refused(fields):
    with pytest.raises(ValidationError):
        made(**fields)
