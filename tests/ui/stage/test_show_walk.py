"""Any sequence of commands: no score that is hidden ever reaches the room, and a frozen room never changes."""

from dataclasses import fields

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dealbuilder.report.stage.staging import Compared, Staging
from dealbuilder.ui.stage.countdown import Countdown
from dealbuilder.ui.stage.deeds import Deed
from dealbuilder.ui.stage.performing import perform
from dealbuilder.ui.stage.show import Show
from tests.ui.stage.desks import SECRET, STAGES, Desk, answer, seen
from tests.ui.stage.test_show import FIVE

# What a chair does most comes most often: changes that are answered, reveals, replays.
DEEDS = st.one_of(
    st.tuples(st.just("change"), st.integers(0, 3), st.integers(0, 1)),
    st.sampled_from([("reveal",), ("replay",)]),
    st.tuples(st.just("level"), st.integers(0, 3), st.integers(0, 1)),
    st.tuples(st.just("select"), st.sampled_from("ab")),
    st.sampled_from(
        [("quick",), ("final",), ("fail",), ("back",), ("ask",), ("drop",), ("reveal",), ("replay",), ("strange",)]
    ),
    st.tuples(st.just("replay_at"), st.floats(0, 5)),
    st.tuples(
        st.just("do"),
        st.one_of(
            st.builds(Deed, st.sampled_from(["black", "curtain", "freeze", "timer"])),
            st.builds(Deed, st.sampled_from(["step", "scene_by", "minutes", "scale"]), st.sampled_from([1, -1])),
            st.builds(Deed, st.sampled_from(["hand", "unhand"]), st.integers(0, 5)),
            st.builds(Deed, st.just("go"), st.integers(0, 3)),
            st.builds(Deed, st.just("scene"), st.sampled_from(["score", "compare", "time"])),
        ),
    ),
)
COVERS = frozenset({"curtain", "scene", "clock"})
"""What may change for a frozen room: covers, the scene black, and the time of day."""


class Walk:
    """A show and a desk under random commands, checked after each."""

    def __init__(self, policy: str) -> None:
        self.policy = policy
        self.desk = Desk(policy)
        self.start = self.desk.state.document
        self.revealed: list = []
        self.show = Show(self.keep, policy, STAGES, Countdown(lambda: 0.0))
        self.show.see(self.desk.state)
        self.known: list = []
        self.kept = None

    def keep(self, entry) -> None:
        if entry.kind != "revealed":
            return
        made = self.show.state.evaluation
        about = next(document for known, document in self.desk.about if known is made)
        assert made.final
        assert about.package() == self.desk.state.document.package(), "an answer to another question was revealed"
        self.revealed.append(made)

    def do(self, command) -> None:
        name, *values = command
        if name == "change":
            self.do(("level", *values))
            self.check()
            self.do(("final",))
        elif name == "do":
            perform(self.show, values[0])
        elif name in ("level", "select", "quick", "final", "fail"):
            self.show.see(getattr(self.desk, name)(*values))
        elif name == "back":
            self.show.see(self.desk.document(self.start))
        elif name == "ask":
            self.show.ask(FIVE)
        elif name == "strange":
            packages = self.desk.state.document.packages
            self.show.shown.compared = tuple(Compared(package, answer("strange")) for package in packages)
        elif name == "replay_at":
            self.show.replay_at(values[0])
        else:
            getattr(self.show, name)()

    def check(self) -> None:
        state, staging = sight = self.show.sight()
        there = seen(sight)
        if self.policy == "chair":
            assert there == []
        if self.policy == "after_reveal":
            assert all(any(one is shown for shown in self.revealed) for one in there)
        if self.policy == "public" and self.show.secrecy.predicting and not self.show.frozen:
            assert all(any(one is shown for shown in self.known) for one in there), "told while the room predicts"
        elif not self.show.frozen:
            self.known += there
        if staging.hidden:
            assert state.evaluation is None
            assert staging.replay is None
            assert all(one.evaluation is None for one in staging.compared)
        assert SECRET not in repr(state.document)
        self.check_frozen(sight)

    def check_frozen(self, sight) -> None:
        if not self.show.frozen:
            self.kept = None
            return
        if self.kept is None:
            self.kept = sight
        assert sight[0] is self.kept[0]
        for field in fields(Staging):
            if field.name not in COVERS:
                assert getattr(sight[1], field.name) is getattr(self.kept[1], field.name), field.name
        assert sight[1].scene in (self.kept[1].scene, "dark") or self.kept[1].scene == "dark"


@pytest.mark.parametrize("policy", ["public", "after_reveal", "chair"])
@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(commands=st.lists(DEEDS, max_size=40))
def test_no_sequence_of_commands_shows_a_hidden_score_or_changes_a_frozen_room(policy, commands):
    walk = Walk(policy)
    walk.check()
    for command in commands:
        walk.do(command)
        walk.check()


def test_freezing_itself_changes_nothing_the_room_sees():
    walk = Walk("public")
    for command in (("level", 1, 0), ("quick",), ("do", Deed("go", 1))):
        walk.do(command)
    before = walk.show.sight()
    walk.do(("do", Deed("freeze")))
    assert walk.show.sight()[0] is before[0]
    assert walk.show.sight()[1] == before[1]
