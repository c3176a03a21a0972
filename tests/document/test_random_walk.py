import random
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from dealbuilder.document import embed, file, recovery, versions
from dealbuilder.document.edits import apply
from dealbuilder.document.history import History
from dealbuilder.errors import DealError
from tests.document.deals import full_deal, random_edit


@pytest.mark.parametrize(("seed", "length"), [(1, 1_000), (2, 250), (3, 250)])
def test_a_random_walk_of_a_thousand_edits_undos_saves_and_loads_ends_where_it_must(seed, length, tmp_path):
    """The model is a plain list of documents and an index into it; the history and its file must agree with it."""
    rng = random.Random(seed)
    path: Path = tmp_path / "walk.deal"
    documents, at = [full_deal()], 0
    history, kept = History.start(full_deal()), ()
    edits = undos = saves = 0
    while edits < length:
        dice = rng.random()
        if dice < 0.70:
            edit = random_edit(rng, history.document)
            try:
                after = apply(documents[at], edit)
            except DealError:
                with pytest.raises(DealError):
                    history.do(edit)
                continue
            history = history.do(edit, at=f"2025-07-{edits % 28 + 1:02}")
            if after != documents[at]:
                edits += 1
                documents[at + 1 :] = [after]
                at += 1
        elif dice < 0.85:
            undos += 1
            history, at = history.undo(), max(0, at - 1)
        elif dice < 0.94:
            history, at = history.redo(), min(len(documents) - 1, at + 1)
        elif dice < 0.95:
            kept = versions.keep(kept, history.document, at="2025-07-01", who="desk", note=f"after {edits}")
        else:
            saves += 1
            file.save(path, history, kept)
            loaded = file.load(path)
            assert loaded.notices == ()
            assert loaded.history == history
            assert loaded.versions == kept
            history = loaded.history
        assert history.document == documents[at]
    assert undos > length / 10
    assert saves > length * 0.03
    while history.can_undo:
        history = history.undo()
    assert history.document == full_deal()
    while history.can_redo:
        history = history.redo()
    assert history.document == documents[-1]


class Desk(RuleBasedStateMachine):
    """Edits, gestures, undo, redo, save and load in any order, against a list of documents."""

    def __init__(self):
        super().__init__()
        self.history = History.start(full_deal())
        self.documents = [full_deal()]
        self.at = 0
        self.gesture = None

    @rule(rng=st.randoms(use_true_random=False), gesture=st.sampled_from([None, "one", "two"]))
    def edit(self, rng, gesture):
        edit = random_edit(rng, self.history.document)
        try:
            after = apply(self.documents[self.at], edit)
        except DealError:
            return
        joins = gesture is not None and gesture == self.gesture and self.at == len(self.documents) - 1 and self.at > 0
        self.history = self.history.do(edit, gesture=gesture)
        if after == self.documents[self.at]:
            return
        if joins and after == self.documents[self.at - 1]:
            del self.documents[self.at :]
            self.at -= 1
            self.gesture = self.history.steps[-1].gesture if self.history.steps else None
        elif joins:
            self.documents[self.at] = after
        else:
            self.documents[self.at + 1 :] = [after]
            self.at += 1
            self.gesture = gesture

    @rule()
    def undo(self):
        self.history = self.history.undo()
        self.at = max(0, self.at - 1)
        self._look()

    @rule()
    def redo(self):
        self.history = self.history.redo()
        self.at = min(len(self.documents) - 1, self.at + 1)
        self._look()

    def _look(self):
        self.gesture = self.history.steps[-1].gesture if self.history.steps and self.at else None

    @rule()
    def save_and_load(self):
        data = embed.to_bytes(self.history)
        loaded = embed.from_bytes(data)
        assert loaded.notices == ()
        assert loaded.history == self.history
        assert embed.to_bytes(loaded.history) == data
        self.history = loaded.history

    @invariant()
    def it_is_where_it_must_be(self):
        assert self.history.document == self.documents[self.at]
        assert self.history.can_undo == (self.at > 0)
        assert self.history.can_redo == (self.at < len(self.documents) - 1)


TestDesk = Desk.TestCase
TestDesk.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)


def test_that_a_crash_after_any_commit_loses_nothing(tmp_path):
    rng = random.Random(3)
    history = History.start(full_deal())
    for _ in range(25):
        edit = random_edit(rng, history.document)
        try:
            history = history.do(edit)
        except DealError:
            continue
        recovery.put_aside(history, tmp_path / "deal.deal")
        (found,) = recovery.recoverable()
        assert recovery.restore(found).history == history
