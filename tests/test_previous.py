"""Comparing two commits: what counts as slower, and that the table tells it."""

import contextlib
import subprocess

import pytest

from tests.benchmarks import previous


class Said:
    """A side whose seconds are written down."""

    def __init__(self, *laps: float | None) -> None:
        self.laps = iter(laps)

    def lap(self, task: str) -> float | None:
        return next(self.laps)


def test_that_a_round_is_this_commit_over_the_one_before_and_the_first_round_does_not_count():
    now, before = Said(9.0, 1.0, 3.0), Said(1.0, 2.0, 2.0)
    assert previous.rounds(now, before, "score", 2) == [0.5, 1.5]


def test_that_a_task_which_the_commit_before_cannot_do_is_new_and_no_fault():
    assert previous.rounds(Said(1.0), Said(None), "score", 2) == []
    assert previous.verdict({"score": []}, "") == 0
    assert "new" in previous.table({"score": []})


def test_that_a_task_which_this_commit_cannot_do_is_a_fault():
    with pytest.raises(RuntimeError, match="cannot do: score"):
        previous.rounds(Said(None), Said(1.0), "score", 2)


@pytest.mark.parametrize(
    ("ratios", "message", "code"),
    [([2.1, 2.5], "", 1), ([1.9, 9.0], "", 0), ([2.1, 2.5], "What\n\nSlower: exact now, not sampled", 0)],
)
def test_that_only_slower_in_every_round_without_a_reason_fails(ratios, message, code):
    assert previous.verdict({"score": ratios}, message) == code


def test_that_what_there_is_no_time_for_is_told_and_passes(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(previous, "checkout", lambda ref: contextlib.nullcontext(tmp_path))
    monkeypatch.setattr(previous, "_git", lambda *words: "")
    monkeypatch.setattr(previous.Side, "_begun", lambda side: subprocess.Popen(["true"]))
    assert previous.main(["--seconds", "0"]) == 0
    assert "Not compared, 0 s are over: score" in capsys.readouterr().out


def test_that_a_clone_without_the_commit_before_is_told_and_passes(monkeypatch, capsys):
    def none(ref: str):
        raise subprocess.CalledProcessError(1, "git")

    monkeypatch.setattr(previous, "checkout", none)
    assert previous.main([]) == 0
    assert "not compared" in capsys.readouterr().out
