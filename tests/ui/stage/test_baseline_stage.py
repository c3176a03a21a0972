"""The stage without a deal: the room sees the baseline alone, and no answer of the package reaches it."""

import pytest

from dealbuilder.ui.stage.show import Show
from tests.ui.stage.desks import ANSWER, STAGES, Desk, seen, stage
from tests.ui.stage.test_show import FIVE

ORDER = (*STAGES[:1], stage("No deal", "baseline", scene="time"), *STAGES[1:])


def _show(policy: str) -> tuple[Desk, Show]:
    desk = Desk(policy)
    show = Show(lambda _: None, policy, ORDER)
    show.see(desk.state)
    return desk, show


@pytest.mark.parametrize("policy", ["public", "after_reveal", "chair"])
def test_without_a_reveal_the_room_gets_the_baseline_and_no_score_of_the_package(policy):
    desk, show = _show(policy)
    show.go(0)
    assert not show.sight()[1].baseline_only
    ahead = show.upcoming()
    show.go(1)
    for state, staging in (ahead, show.sight()):
        assert staging.baseline_only
        for one, whole in zip(state.evaluation.scores, ANSWER.scores, strict=True):
            assert all(level is whole.baseline for level in (one.mean, one.p05, one.p95))
        for one in state.evaluation.monthly:
            assert all(level is one.baseline for level in (one.mean, one.p05, one.p95))
    assert all(one is not desk.state.evaluation for one in seen(show.sight()))
    assert show.sight()[0].evaluation is show.sight()[0].evaluation
    show.go(2)
    assert not show.sight()[1].baseline_only


def test_a_question_keeps_even_the_baseline_back_and_a_package_as_baseline_is_no_stage_without_a_deal():
    desk, show = _show("after_reveal")
    show.go(1)
    show.ask(FIVE)
    assert not show.sight()[1].baseline_only
    assert show.sight()[0].evaluation is None
    show.drop()
    show.see(desk.document(desk.state.document.model_copy(update={"baseline": "b"})))
    assert not show.sight()[1].baseline_only
