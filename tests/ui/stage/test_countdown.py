"""The timer: counts on a steady clock, below nought too, and waits after the machine slept."""

import time

from dealbuilder.ui.stage.countdown import GAP, Countdown
from dealbuilder.ui.stage.panels.clock import clock_text
from dealbuilder.ui.steady import steady


class Turned:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def _running(minutes: float = 1.0) -> tuple[Countdown, Turned]:
    clock = Turned()
    timer = Countdown(clock)
    timer.set(minutes)
    return timer, clock


def _pass(timer: Countdown, clock: Turned, seconds: int) -> None:
    for _ in range(seconds):
        clock.now += 1
        assert timer.beat() == 0.0


def test_a_timer_that_was_never_set_shows_nothing():
    assert Countdown(Turned()).read() is None


def test_it_counts_down_and_goes_on_below_nought():
    timer, clock = _running()
    _pass(timer, clock, 75)
    assert timer.read().left == -15
    assert timer.read().total == 60
    assert timer.read().running


def test_pause_stops_it_and_what_passed_meanwhile_is_not_counted():
    timer, clock = _running()
    _pass(timer, clock, 10)
    timer.toggle()
    clock.now += 500
    timer.beat()
    timer.toggle()
    _pass(timer, clock, 5)
    assert timer.read().left == 45


def test_a_minute_more_or_less_moves_what_is_left_and_the_length_which_never_falls_below_nought():
    timer, _ = _running(2)
    timer.add(1)
    assert (timer.read().total, timer.read().left) == (180, 180)
    timer.add(-4)
    assert (timer.read().total, timer.read().left) == (0, -60)


def test_after_a_sleep_it_waits_where_it_was_and_says_how_long_it_was():
    timer, clock = _running()
    _pass(timer, clock, 20)
    clock.now += 3600
    assert timer.beat() == 3600
    assert (timer.read().left, timer.read().running) == (40, False)
    assert timer.beat() == 0.0
    timer.toggle()
    _pass(timer, clock, 1)
    assert timer.read().left == 39


def test_a_hang_shorter_than_the_gap_is_time_like_any_other():
    timer, clock = _running()
    clock.now += GAP
    assert timer.beat() == 0.0
    assert timer.read().left == 60 - GAP


def test_setting_the_clock_of_the_machine_does_not_touch_it(monkeypatch):
    timer = Countdown(steady)
    timer.set(10)
    monkeypatch.setattr(time, "time", lambda: 0.0)
    timer.beat()
    first = timer.read().left
    monkeypatch.setattr(time, "time", lambda: 4e9)
    assert timer.beat() == 0.0
    assert timer.read().running
    assert first - timer.read().left < 1


def test_the_steady_clock_never_runs_backwards():
    times = [steady() for _ in range(100)]
    assert times == sorted(times)


def test_minutes_and_seconds_round_so_that_nought_is_the_end_and_overtime_has_a_minus():
    pairs = ((65.0, "1:05"), (59.2, "1:00"), (0.4, "0:01"), (0.0, "0:00"), (-0.9, "0:00"), (-1.0, "−0:01"))
    assert [(left, clock_text(left)) for left, _ in pairs] == list(pairs)
    assert clock_text(-95.5) == "−1:35"
