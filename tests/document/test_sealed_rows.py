"""The table of sealed values in the hands of a stranger: rows twice, foreign types, changed envelopes."""

import contextlib
import json
import random

import pytest

from dealbuilder.document import cipher, embed, envelope, file
from dealbuilder.document.envelope import Sealer, is_envelope, unseal
from dealbuilder.document.history import History
from dealbuilder.errors import DealError, FileProblem
from tests.document.deals import full_deal
from tests.fuzz import rows, values

PHRASE = "nine lamps under water"
DEARER = ("1e9", "-1", "null", '"65536"', "[65536]", "65536.5", "1e-3", "9" * 400, "0", "NaN", '"Infinity"')
"""What may stand for a number of the cost."""
PARTS = ("salt", "nonce", "data")


@pytest.fixture
def one():
    """Return an envelope, paid for before anybody counts."""
    return sealed()


@pytest.fixture
def paid(monkeypatch):
    """Note every price that would be paid, and pay only small ones."""
    found, pay = [], cipher.derive

    def derive(passphrase, salt, *, memory, iterations, lanes):
        found.append((memory, iterations, lanes, len(salt)))
        cheap = bounded(*found[-1]) and memory * iterations <= 1_024
        price = {"memory": memory, "iterations": iterations, "lanes": lanes}
        return pay(passphrase, salt, **price) if cheap else bytearray(cipher.KEY)

    monkeypatch.setattr(cipher, "derive", derive)
    return found


def sealed_file(*rows_of_it, extra=()):
    """Return a deal file with these rows in its table of sealed values."""
    document = full_deal().model_copy(update={"sealed": {}})
    data = embed.to_bytes(History.start(document))
    tables = rows.unpacked(data)
    assert tables is not None
    tables["sealed"] = (["position", "key", "value", *extra], [[n, *row] for n, row in enumerate(rows_of_it, 1)])
    # The journal would say that nothing was ever sealed.
    del tables["journal_start"], tables["journal"]
    return rows.packed(tables, data)


def sealed(key="lens:us"):
    return Sealer.under(PHRASE).seal("6.5 points", key, full_deal().id)


def opened(tmp_path, data):
    path = tmp_path / "x.deal"
    path.write_bytes(data)
    try:
        return file.load(path).history.document.sealed
    finally:
        assert path.read_bytes() == data


def test_that_what_is_sealed_comes_back_from_rows(tmp_path, one):
    other = sealed("lens:china")
    found = opened(tmp_path, sealed_file(("lens:us", one), ("lens:china", other)))
    assert found == {"lens:us": one, "lens:china": other}
    assert unseal(found["lens:us"], "lens:us", PHRASE) == "6.5 points"


def test_that_two_values_under_one_key_are_refused_and_none_is_lost(tmp_path):
    with pytest.raises(FileProblem, match="two values are sealed under one key") as caught:
        opened(tmp_path, sealed_file(("lens:us", sealed()), ("lens:us", sealed())))
    assert "同一键下密封了两个值" in caught.value.told("zh")


@pytest.mark.parametrize("cell", [7, 2.5, None, b"\xff\xfe\x00"])
@pytest.mark.parametrize("place", [0, 1])
def test_that_a_cell_that_is_no_text_is_refused(tmp_path, cell, place):
    row = ["lens:us", sealed()]
    row[place] = cell
    with pytest.raises(FileProblem):
        opened(tmp_path, sealed_file(row))


def test_that_rows_beyond_what_a_deal_holds_are_refused(tmp_path):
    with pytest.raises(FileProblem):
        opened(tmp_path, sealed_file(*((f"lens:{n}", "{}") for n in range(5_001))))


def test_that_columns_of_others_are_left_aside(tmp_path, one):
    assert opened(tmp_path, sealed_file(("lens:us", one, "x"), extra=("mood",))) == {"lens:us": one}


def test_that_an_envelope_of_any_length_opens_the_deal_and_stays_shut(tmp_path, one, paid):
    for text in (
        one[:-1],
        one[: len(one) // 2],
        one * 2,
        one + " " * envelope.LONGEST,
        one.replace('"data"', '"date"'),
    ):
        found = opened(tmp_path, sealed_file(("lens:us", text)))["lens:us"]
        assert found == text
        assert is_envelope(found)
        with pytest.raises(DealError, match="left as it is"):
            unseal(found, "lens:us", PHRASE)
    assert paid == []


@pytest.mark.parametrize("field", ["memory", "iterations", "lanes"])
@pytest.mark.parametrize("said", DEARER)
def test_that_no_cost_is_paid_that_is_not_bounded(one, paid, field, said):
    text = json.dumps({**json.loads(one), "cost": {"memory": 64, "iterations": 1, "lanes": 1, field: "HERE"}})
    with pytest.raises(DealError):
        unseal(text.replace('"HERE"', said), "lens:us", PHRASE)
    # 65536 in quotes is a number that pydantic reads, and one that is allowed of memory.
    assert all(bounded(*price) for price in paid)
    assert paid == [] or (field, said) == ("memory", '"65536"')


def bounded(memory, iterations, lanes, salt):
    dear = memory > envelope.MEMORY or memory * iterations > envelope.WORK
    return not dear and 8 * lanes <= memory and 1 <= lanes <= 16 and 1 <= iterations <= 16 and salt == envelope.SALT


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("said", ["", "A", "AAA", "=", "AA==", "A" * 21 + "===", "A" * 24, "A" * 90_000, "密", "A-_A"])
def test_that_parts_of_other_lengths_cost_nothing(one, paid, part, said):
    with pytest.raises(DealError, match="left as it is"):
        unseal(json.dumps({**json.loads(one), part: said}), "lens:us", PHRASE)
    assert paid == []


@pytest.mark.parametrize("seed", range(6))
def test_that_an_envelope_changed_anywhere_is_opened_within_bounds_or_refused(one, paid, seed):
    dice = random.Random(seed)
    refused = 0
    for _ in range(150):
        text = values.changed_json(one, dice)
        with contextlib.suppress(DealError):
            assert unseal(text, "lens:us", PHRASE) == "6.5 points"
            continue
        refused += 1
    assert refused > 100
    assert all(bounded(*price) for price in paid)
