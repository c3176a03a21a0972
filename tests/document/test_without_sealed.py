"""A history without anything sealed: the rest is as it was, and it is read again whole."""

import random

import pytest

from dealbuilder.document import embed
from dealbuilder.document.edits import Rename, SealValue
from dealbuilder.document.history import History
from dealbuilder.document.new import new_document
from dealbuilder.document.versions import keep, restore
from dealbuilder.document.without_sealed import without_sealed
from dealbuilder.errors import DealError
from tests.document.deals import full_deal, random_edit


def test_what_was_sealed_is_gone_and_undo_goes_through_the_rest():
    start = new_document("one", id="x").model_copy(update={"sealed": {"k": "MARKER"}})
    (version,) = keep((), start, at="", who="", note="")
    history = History.start(start).do(SealValue(key="k", value="MARKER-2")).do(Rename(title="two"))
    history = history.do(restore(version)).do(SealValue(key="j", value="MARKER-3")).do(Rename(title="three"))
    bare = without_sealed(history.undo())
    assert b"MARKER" not in embed.to_bytes(bare)
    assert [step.document.title for step in bare.steps] == ["two", "one", "three"]
    assert (bare.index, bare.document.title) == (2, "one")
    assert embed.from_bytes(embed.to_bytes(bare)).history == bare


@pytest.mark.parametrize("seed", range(4))
def test_after_any_work_it_is_read_again_whole(seed):
    rng = random.Random(seed)
    history = History.start(full_deal())
    for _ in range(120):
        try:
            history = history.do(random_edit(rng, history.document))
        except DealError:
            continue
        if rng.random() < 0.3:
            history = history.undo()
    bare = without_sealed(history)
    loaded = embed.from_bytes(embed.to_bytes(bare))
    assert loaded.notices == ()
    assert loaded.history == bare
    assert bare.document == history.document.model_copy(update={"sealed": {}})
