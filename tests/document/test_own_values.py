"""A party's own values: sealed under its role and a passphrase, opened again, and refused if they are none."""

import json
import traceback

import pytest

from dealbuilder.document.edits import apply
from dealbuilder.document.envelope import Sealer, is_envelope
from dealbuilder.document.own_values import (
    OwnValues,
    key,
    lens_of,
    needs_passphrase,
    of_lens,
    opened,
    opened_text,
    removing,
    sealing,
    with_own_values,
)
from dealbuilder.errors import DealError
from tests.document.deals import full_deal

PHRASE = "nine lamps under water"


@pytest.fixture
def sealer():
    return Sealer.under(PHRASE)


def test_what_is_sealed_comes_back_as_it_was(catalogue, sealer):
    for lens in catalogue.lenses:
        values = of_lens(lens).model_copy(update={"note": "wins nothing by haste", "reservation": 0.4})
        document = apply(full_deal(), sealing(full_deal(), lens.id, values, sealer))
        assert opened(document, lens.id, PHRASE) == values


def test_no_word_of_it_stands_in_the_deal_or_in_the_edit(catalogue, sealer):
    values = of_lens(catalogue.lenses[0]).model_copy(update={"note": "wins nothing by haste"})
    edit = sealing(full_deal(), "us_defence", values, sealer)
    said = repr(edit) + apply(full_deal(), edit).model_dump_json()
    assert is_envelope(edit.value)
    assert "haste" not in said
    assert values.weights[0].indicator not in json.dumps(edit.value)


def test_the_right_passphrase_under_another_role_opens_nothing(catalogue, sealer):
    edit = sealing(full_deal(), "us_defence", of_lens(catalogue.lenses[0]), sealer)
    moved = full_deal().model_copy(update={"sealed": {key("cn_security"): edit.value}})
    with pytest.raises(DealError, match="does not open it"):
        opened(moved, "cn_security", PHRASE)


def test_a_role_without_a_reservation_is_sealed_and_opened(catalogue, sealer):
    lens = catalogue.lenses[0]
    values = OwnValues(weights=lens.weights)
    document = apply(full_deal(), sealing(full_deal(), lens.id, values, sealer))
    assert opened(document, lens.id, PHRASE).reservation is None


def test_nothing_sealed_is_nothing_and_removing_takes_it_away_without_a_passphrase(catalogue, sealer):
    lens = catalogue.lenses[0]
    assert opened(full_deal(), lens.id, "") is None
    assert opened_text(full_deal(), "nothing", "") is None
    sealed = apply(full_deal(), sealing(full_deal(), lens.id, of_lens(lens), sealer))
    assert needs_passphrase(sealed, lens.id)
    assert opened(apply(sealed, removing(lens.id)), lens.id, "") is None


def test_what_an_old_file_holds_in_the_open_is_read_without_a_passphrase(catalogue):
    values = of_lens(catalogue.lenses[0])
    old = full_deal().model_copy(update={"sealed": {key("us_defence"): values.model_dump_json()}})
    assert not needs_passphrase(old, "us_defence")
    assert opened(old, "us_defence", "") == values


@pytest.mark.parametrize("text", ["", "{", "[]", '{"weights": []}', '{"weights": 3, "note": "MARKER"}'])
def test_what_cannot_be_read_is_told_without_being_quoted_and_left_as_it_is(text):
    document = full_deal().model_copy(update={"sealed": {key("us_defence"): text}})
    with pytest.raises(DealError, match="us_defence") as caught:
        opened(document, "us_defence", "")
    told = "".join(traceback.format_exception(caught.value))
    assert "MARKER" not in told
    assert "us_defence" in caught.value.told("zh")


def test_a_role_for_which_nothing_is_sealed_is_refused_in_both_languages():
    with pytest.raises(DealError, match="nothing was opened") as caught:
        needs_passphrase(full_deal(), "us_defence")
    assert "未开启" in caught.value.told("zh")


def test_neither_the_values_nor_an_error_about_them_tells_what_is_in_them(catalogue):
    values = of_lens(catalogue.lenses[0]).model_copy(update={"note": "MARKER", "reservation": 6.54321})
    assert "MARKER" not in repr(values) + str(values)
    assert "6.54321" not in repr(values) + str(values)
    with pytest.raises(ValueError, match="extra") as caught:
        OwnValues.model_validate_json('{"weights": [], "MARKED": "MARKER"}')
    assert "MARKER" not in str(caught.value)


def test_opened_values_take_the_place_of_the_catalogues_for_their_role_alone(catalogue):
    lens = catalogue.lens_by_id["us_defence"]
    own = OwnValues(weights=lens.weights[:1], reservation=4.5)
    made = with_own_values(catalogue, catalogue.lenses, {lens.id: own})
    assert [one.id for one in made] == [one.id for one in catalogue.lenses]
    changed = [new for new, old in zip(made, catalogue.lenses, strict=True) if new is not old]
    assert [(one.id, one.reservation.value, one.reservation.grade) for one in changed] == [(lens.id, 4.5, "D")]
    assert "confidential" in changed[0].reservation.reason.en
    untold = with_own_values(catalogue, (lens,), {lens.id: own.model_copy(update={"reservation": None})})
    assert untold[0].reservation == lens.reservation


def test_a_key_tells_its_role_and_other_keys_tell_none():
    assert lens_of(key("us_defence")) == "us_defence"
    assert lens_of("something else") == ""
