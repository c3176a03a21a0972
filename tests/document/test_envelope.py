"""The envelope of a sealed value: opens with its passphrase alone, cannot be changed or moved, bounds what it costs."""

import base64
import json
import time

import pytest

from dealbuilder.document import envelope
from dealbuilder.document.envelope import SHIPPED, SIZES, Cost, Sealer, from_elsewhere, is_envelope, unseal
from dealbuilder.errors import DealError

PHRASE = "nine lamps under water"
SECRET = "never below 6.5 points 密封"


def seal(text=SECRET, phrase=PHRASE, key="lens:us", deal="d1"):
    return Sealer.under(phrase).seal(text, key, deal)


def changed(text, **fields):
    return json.dumps({**json.loads(text), **fields})


def test_it_opens_with_its_passphrase_and_says_what_was_sealed():
    assert unseal(seal(), "lens:us", PHRASE) == SECRET


def test_at_the_shipped_cost_it_opens_too_within_a_moment():
    begun = time.process_time()
    sealer = Sealer.under(PHRASE, SHIPPED)
    spent = time.process_time() - begun
    assert unseal(sealer.seal(SECRET, "k", "d"), "k", PHRASE) == SECRET
    assert SHIPPED.memory >= 64 * 1024
    assert SHIPPED.iterations >= 3
    assert spent < 3.0


@pytest.mark.parametrize("phrase", ["", "nine lamps under wate", "Nine lamps under water", "nine lamps under water "])
def test_another_passphrase_opens_nothing(phrase):
    with pytest.raises(DealError, match="Nothing was opened") as caught:
        unseal(seal(), "lens:us", phrase)
    assert "未开启任何内容" in caught.value.told("zh")
    assert caught.value.__cause__ is None


def test_one_passphrase_typed_on_two_keyboards_is_one():
    """An accent in one or two characters, and letters of full width as Chinese keyboards give."""
    sealed = seal(phrase="café-lampe１２")
    assert unseal(sealed, "lens:us", "cafe\u0301-lampe12") == SECRET


def test_no_two_envelopes_of_one_text_are_alike():
    sealer = Sealer.under(PHRASE)
    texts = {sealer.seal(SECRET, "k", "d") for _ in range(20)} | {seal(key="k", deal="d")}
    assert len(texts) == 21
    assert len({json.loads(text)["nonce"] for text in texts}) == 21


def test_its_length_tells_only_how_long_it_may_be_at_most():
    lengths = {len(seal("x" * count)) for count in (0, 1, 100, SIZES[0] - 1)}
    assert len(lengths) == 1
    assert len(seal("x" * SIZES[0])) > lengths.pop()


@pytest.mark.parametrize("text", ["", "\x80", "\0\0", "a\x80\0", "\ud800", "密" * 20_000])
def test_any_text_comes_back(text):
    assert unseal(seal(text), "lens:us", PHRASE) == text


def test_a_text_too_long_for_any_envelope_is_refused():
    with pytest.raises(DealError, match="nothing was sealed"):
        seal("x" * SIZES[-1])


def test_every_byte_of_it_counts():
    sealed = json.loads(seal())
    for field in ("salt", "nonce", "data"):
        raw = bytearray(base64.b64decode(sealed[field]))
        raw[-1] ^= 1
        spoilt = json.dumps({**sealed, field: base64.b64encode(raw).decode()})
        with pytest.raises(DealError, match="does not open it"):
            unseal(spoilt, "lens:us", PHRASE)


@pytest.mark.parametrize("fields", [{"deal": "0" * 32}, {"cost": {"memory": 72, "iterations": 1, "lanes": 1}}])
def test_what_stands_beside_the_ciphertext_is_bound_to_it(fields):
    with pytest.raises(DealError, match="does not open it"):
        unseal(changed(seal(), **fields), "lens:us", PHRASE)


def test_it_cannot_be_moved_to_another_role_and_a_move_to_another_deal_is_seen():
    sealed = seal()
    with pytest.raises(DealError, match="does not open it"):
        unseal(sealed, "lens:china", PHRASE)
    assert not from_elsewhere(sealed, "d1")
    assert from_elsewhere(sealed, "d2")


@pytest.mark.parametrize(
    "cost",
    [
        {"memory": 64 * 1024 * 1024, "iterations": 1, "lanes": 1},
        {"memory": 256 * 1024, "iterations": 16, "lanes": 4},
        {"memory": 64, "iterations": 10**9, "lanes": 1},
        {"memory": 64, "iterations": 1, "lanes": 10**6},
        {"memory": 8, "iterations": 1, "lanes": 4},
        {"memory": 0, "iterations": 0, "lanes": 0},
        {"memory": -1, "iterations": 1, "lanes": 1},
        {"memory": 1e300, "iterations": 1, "lanes": 1},
    ],
)
def test_a_file_that_asks_for_too_much_is_refused_before_it_costs_anything(cost):
    begun = time.process_time()
    with pytest.raises(DealError, match="not opened"):
        unseal(changed(seal(), cost=cost), "lens:us", PHRASE)
    assert time.process_time() - begun < 0.5


def test_the_dearest_cost_a_file_may_ask_for_is_bounded():
    dearest = max(m * i for m in (8, 1024, envelope.MEMORY) for i in range(1, 17) if m * i <= envelope.WORK)
    assert dearest <= 1024 * 1024
    with pytest.raises(ValueError, match="more work"):
        Cost(memory=envelope.MEMORY, iterations=5, lanes=4)


@pytest.mark.parametrize(
    "spoilt",
    [
        '{"dealbuilder_sealed":2}',
        '{"dealbuilder_sealed":1}',
        '{"dealbuilder_sealed":1,',
        {"data": "AAAA"},
        {"data": "!" * 5000},
        {"salt": "AA=="},
        {"kdf": "md5"},
        {"cipher": "none"},
        {"more": 1},
        {"data": "A" * envelope.LONGEST},
    ],
)
def test_a_damaged_or_newer_envelope_stays_sealed_and_is_told(spoilt):
    text = spoilt if isinstance(spoilt, str) else changed(seal(), **spoilt)
    assert is_envelope(text)
    with pytest.raises(DealError, match="left as it is") as caught:
        unseal(text, "lens:us", PHRASE)
    assert "保持原样" in caught.value.told("zh")


def test_what_is_no_envelope_is_told_from_one():
    note = json.dumps({"note": '"dealbuilder_sealed"'})
    assert not any(is_envelope(text) for text in ("", "72 ± 3", "{}", '"dealbuilder_sealed"', note))


def test_what_is_sealed_and_forgotten_opens_for_nobody():
    sealed = Sealer.forgetting().seal(SECRET, "k", "d")
    assert is_envelope(sealed)
    for phrase in ("", PHRASE, "0" * 64):
        with pytest.raises(DealError, match="does not open it"):
            unseal(sealed, "k", phrase)


def test_a_closed_sealer_keeps_no_key():
    sealer = Sealer.under(PHRASE)
    sealer.close()
    assert not any(sealer._key)
    with pytest.raises(DealError):
        unseal(sealer.seal(SECRET, "k", "d"), "k", PHRASE)


def test_without_memory_it_says_so(monkeypatch):
    def none(*args, **kwargs):
        raise MemoryError

    sealed = seal()
    monkeypatch.setattr("dealbuilder.document.cipher.derive", none)
    with pytest.raises(DealError, match="memory"):
        unseal(sealed, "lens:us", PHRASE)
