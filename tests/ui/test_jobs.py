"""Work beside the screen."""

import sys
import threading

import pytest

from dealbuilder.errors import Cancelled, DealError
from dealbuilder.ui.jobs import Runner


@pytest.fixture
def runner():
    made = Runner()
    yield made
    made.stop()


def test_an_answer_lands_on_the_main_thread(runner, qtbot):
    got = []
    main = threading.current_thread()
    runner.start("a", lambda tick: threading.current_thread(), lambda v: got.append((v, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(got))
    assert got[0][0] is not main
    assert got[0][1] is main


def test_the_latest_of_a_lane_wins_and_the_older_work_is_told_to_stop(runner, qtbot):
    got, go, stopped = [], threading.Event(), threading.Event()

    def slow(tick):
        go.wait(5)
        try:
            tick(0.5)
        except Cancelled:
            stopped.set()
            raise
        return "old"

    runner.start("score", slow, got.append)
    runner.start("score", lambda tick: "new", got.append)
    go.set()
    qtbot.waitUntil(lambda: got == ["new"])
    assert stopped.wait(5)
    qtbot.wait(50)
    assert got == ["new"]


def test_lanes_do_not_disturb_each_other(runner, qtbot):
    got = []
    runner.start("a", lambda tick: 1, got.append)
    runner.start("b", lambda tick: 2, got.append)
    qtbot.waitUntil(lambda: sorted(got) == [1, 2])


def test_a_deal_error_goes_to_the_one_who_asked(runner, qtbot):
    failed = []

    def work(tick):
        raise DealError("It cannot be done.", "Do another thing.")

    runner.start("a", work, lambda value: None, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert failed[0].hint == "Do another thing."


def test_a_fault_of_ours_reaches_the_crash_guard(runner, qtbot, monkeypatch):
    caught = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: caught.append(error))
    runner.start("a", lambda tick: 1 / 0, lambda value: None)
    qtbot.waitUntil(lambda: bool(caught))
    assert isinstance(caught[0], ZeroDivisionError)


def test_progress_arrives_while_the_work_runs(runner, qtbot):
    seen, go = [], threading.Event()

    def work(tick):
        tick(0.25)
        go.wait(5)

    runner.start("a", work, lambda value: None, progress=seen.append)
    qtbot.waitUntil(lambda: seen == [0.25])
    go.set()
    qtbot.waitUntil(lambda: not runner.busy())


def test_a_stopped_runner_takes_no_work_and_leaves_no_thread(qtbot):
    runner = Runner()
    runner.start("a", lambda tick: 1, lambda value: None)
    runner.stop()
    runner.stop()
    runner.start("a", lambda tick: 1, lambda value: pytest.fail("a stopped runner answered"))
    assert not runner.busy()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("dealbuilder")]
