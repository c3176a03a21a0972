"""Plain text that older files sealed: found wherever it stands, and sealed everywhere with undo as it was."""

import random
import sqlite3
from contextlib import closing

import pytest

from dealbuilder.document import embed
from dealbuilder.document.edits import Rename, SealValue
from dealbuilder.document.envelope import Sealer, is_envelope, unseal
from dealbuilder.document.history import History
from dealbuilder.document.new import new_document
from dealbuilder.document.unencrypted import encrypted, told, unencrypted
from dealbuilder.document.versions import keep, restore
from dealbuilder.errors import DealError
from tests.document.deals import full_deal, random_edit

PHRASE = "nine lamps under water"
KEY, OTHER = "lens:us_defence", "lens:cn_security"


@pytest.fixture
def old():
    """A history in which one key was sealed in the open again and again, another once; and a kept version."""
    start = new_document("old", id="old").model_copy(update={"sealed": {KEY: "MARKER-one"}})
    history = History.start(start).do(Rename(title="renamed"))
    versions = keep((), history.document, at="", who="", note="")
    history = history.do(SealValue(key=KEY, value="MARKER-two")).do(SealValue(key=OTHER, value="theirs"))
    history = history.do(restore(versions[0])).do(SealValue(key=KEY, value="MARKER-three"))
    return history.do(SealValue(key=KEY, value=None)).undo(), versions


def written(history, versions):
    return embed.to_bytes(history, versions)


def test_plain_text_is_found_now_before_and_in_kept_versions(old):
    history, versions = old
    assert unencrypted(history, versions) == (OTHER, KEY)
    assert unencrypted(History.start(new_document())) == ()
    assert unencrypted(History.start(new_document()), versions) == (KEY,)


def test_it_is_told_in_both_languages():
    assert told(()) is None
    assert "2 sealed values are not encrypted" in told((KEY, OTHER)).en
    assert "1 sealed value is not encrypted" in told((KEY,)).en
    assert "2 个密封值未加密" in told((KEY, OTHER)).zh


def test_no_plain_text_of_the_key_is_left_anywhere_and_the_other_party_is_not_touched(old):
    history, versions = encrypted(*old, KEY, Sealer.under(PHRASE))
    data = written(history, versions)
    assert b"MARKER" in written(*old)
    assert b"MARKER" not in data
    assert b"theirs" in data
    assert unencrypted(history, versions) == (OTHER,)


def test_undo_and_redo_go_through_the_same_deals_with_the_same_values(old):
    history, versions = encrypted(*old, KEY, Sealer.under(PHRASE))
    again = embed.from_bytes(written(history, versions))
    assert again.notices == ()
    assert (again.history, again.versions) == (history, versions)

    def opened(document):
        sealed = dict(document.sealed)
        if KEY in sealed:
            sealed[KEY] = unseal(sealed[KEY], KEY, PHRASE)
        return document.model_copy(update={"sealed": sealed})

    assert len(history.steps) == len(old[0].steps)
    assert history.index == old[0].index
    for new, before in zip(history.steps, old[0].steps, strict=True):
        assert opened(new.document) == before.document
    assert opened(history.start_document) == old[0].start_document
    assert history.redo().document.sealed == {}


def test_what_is_forgotten_stays_in_its_place_and_opens_for_nobody(old):
    history, _ = encrypted(*old, KEY, Sealer.forgetting())
    text = history.document.sealed[KEY]
    assert is_envelope(text)
    with pytest.raises(DealError, match="does not open"):
        unseal(text, KEY, PHRASE)


def test_where_all_is_sealed_already_nothing_is_written_anew(old):
    history, versions = encrypted(*old, KEY, Sealer.under(PHRASE))
    assert encrypted(history, versions, KEY, Sealer.under(PHRASE)) == (history, versions)
    assert encrypted(history, versions, KEY, Sealer.under(PHRASE))[0] is history
    assert encrypted(*old, "never sealed", Sealer.under(PHRASE))[0] is old[0]


@pytest.mark.parametrize("seed", range(6))
def test_after_any_work_a_key_is_sealed_everywhere_and_the_file_opens_whole(seed):
    rng = random.Random(seed)
    history, versions = History.start(full_deal()), ()
    for _ in range(150):
        try:
            history = history.do(random_edit(rng, history.document))
        except DealError:
            continue
        if rng.random() < 0.05:
            versions = keep(versions, history.document, at="", who="", note="")
        if rng.random() < 0.2:
            history = history.undo()
    for key in unencrypted(history, versions):
        history, versions = encrypted(history, versions, key, Sealer.under(PHRASE))
    assert unencrypted(history, versions) == ()
    data = written(history, versions)
    loaded = embed.from_bytes(data)
    assert loaded.notices == ()
    assert (loaded.history, loaded.versions) == (history, versions)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data)
        assert all(is_envelope(text) for (text,) in connection.execute("SELECT value FROM sealed"))
