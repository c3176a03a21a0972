"""Passphrases: too short ones and two that differ are refused; advice says how hard one is to guess."""

import pytest

from dealbuilder.document.passphrases import ADVICE, agreed, strength
from dealbuilder.errors import DealError


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("", "none"),
        ("short", "short"),
        ("１２３４５６７", "short"),
        ("aaaaaaaaaaaaaaaaaaaaaaaaa", "weak"),
        ("abcdefghijklmnopqrstuvwxyz", "weak"),
        ("passpasspasspasspasspasspass", "weak"),
        ("20250715", "weak"),
        ("tr0ub4dor", "fair"),
        ("nine lamps", "fair"),
        ("nine lamps under water", "good"),
        ("九盏灯在水下面", "short"),
        ("九盏灯在水下面亮", "good"),
    ],
)
def test_advice_follows_length_and_alphabet(phrase, told):
    assert strength(phrase) == told


def test_every_word_of_advice_is_there_in_both_languages():
    assert set(ADVICE) == {"none", "short", "weak", "fair", "good"}
    assert all(text.en and text.zh for text in ADVICE.values())


def test_typed_twice_alike_and_long_enough_it_is_taken():
    assert agreed("nine lamps", "nine lamps") == "nine lamps"


@pytest.mark.parametrize(("first", "again"), [("nine lamps", "nine lamp"), ("", ""), ("short", "short"), ("a", "")])
def test_otherwise_it_is_refused_without_being_quoted(first, again):
    with pytest.raises(DealError, match="nothing was sealed") as caught:
        agreed(first, again)
    assert first not in str(caught.value) or not first or first == "a"
    assert "未密封" in caught.value.told("zh")
