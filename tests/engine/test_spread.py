"""Every piece of spread work is done once, and a failure is told."""

import pytest

from dealbuilder.engine import spread
from dealbuilder.errors import Cancelled


@pytest.mark.parametrize(("count", "size"), [(0, 1), (1, 1), (7, 7), (7, 3), (100, 1)])
@pytest.mark.parametrize("cores", [1, 2, 5])
def test_every_piece_is_done_once(monkeypatch, count, size, cores):
    monkeypatch.setattr(spread, "cores", lambda: cores)
    done = []
    spread.spread(lambda begin, end: done.extend(range(begin, end)), count, size)
    assert sorted(done) == list(range(count))


def test_the_share_done_is_told_to_the_end(monkeypatch):
    monkeypatch.setattr(spread, "cores", lambda: 2)
    told = []
    spread.spread(lambda begin, end: None, 10, 1, told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


@pytest.mark.parametrize("cores", [1, 2])
def test_a_cancelled_run_drops_what_has_not_begun(monkeypatch, cores):
    monkeypatch.setattr(spread, "cores", lambda: cores)

    def cancel(done: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        spread.spread(lambda begin, end: None, 50, 1, cancel)


def test_a_piece_that_fails_fails_the_whole(monkeypatch):
    monkeypatch.setattr(spread, "cores", lambda: 2)

    def piece(begin: int, end: int) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        spread.spread(piece, 4, 1)
