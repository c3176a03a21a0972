"""A party's own values: sealed under its role, read again, and refused if they are none."""

import json

import pytest

from dealbuilder.document.edits import apply
from dealbuilder.document.own_values import OwnValues, key, lens_of, of_lens, opened, sealing
from dealbuilder.errors import DealError
from tests.document.deals import full_deal


def test_what_is_sealed_comes_back_as_it_was(catalogue):
    for lens in catalogue.lenses:
        values = of_lens(lens).model_copy(update={"note": "wins nothing by haste", "reservation": 0.4})
        assert opened(apply(full_deal(), sealing(lens.id, values)), lens.id) == values


def test_it_is_json_with_weights_reservation_and_note(catalogue):
    lens = catalogue.lenses[0]
    read = json.loads(sealing(lens.id, of_lens(lens)).value)
    assert set(read) == {"weights", "reservation", "note"}
    assert set(read["weights"][0]) == {"indicator", "weight", "sense", "scale", "unit"}


def test_a_role_without_a_reservation_is_sealed_and_read(catalogue):
    lens = catalogue.lenses[0]
    values = OwnValues(weights=lens.weights)
    assert opened(apply(full_deal(), sealing(lens.id, values)), lens.id).reservation is None


def test_nothing_sealed_is_nothing_and_removing_takes_it_away(catalogue):
    lens = catalogue.lenses[0]
    assert opened(full_deal(), lens.id) is None
    sealed = apply(full_deal(), sealing(lens.id, of_lens(lens)))
    assert opened(apply(sealed, sealing(lens.id, None)), lens.id) is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"weights": []}', '{"weights": 3, "note": 4}'])
def test_what_cannot_be_read_is_told_and_left_as_it_is(text):
    document = full_deal().model_copy(update={"sealed": {key("us_defence"): text}})
    with pytest.raises(DealError, match="us_defence"):
        opened(document, "us_defence")


def test_a_key_tells_its_role_and_other_keys_tell_none():
    assert lens_of(key("us_defence")) == "us_defence"
    assert lens_of("something else") == ""
