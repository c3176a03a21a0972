"""The timer of a stage: counts down on a steady clock, goes on below nought, and notices that the machine slept."""

from collections.abc import Callable
from dataclasses import replace

from dealbuilder.report.stage.staging import Clock
from dealbuilder.ui.steady import steady

GAP = 15.0
"""Seconds between two beats after which the machine must have slept or hung: nobody in the room had that time."""
MINUTE = 60.0


class Countdown:
    """Set to a length, then running or paused. Somebody must call `beat` about every second while it runs."""

    def __init__(self, clock: Callable[[], float] = steady) -> None:
        self._clock = clock
        self._total = 0.0
        self._left = 0.0
        self._running = False
        self._beat = clock()

    def set(self, minutes: float, *, run: bool = True) -> None:
        """Start anew from so many minutes."""
        self._total = self._left = minutes * MINUTE
        self._running = run
        self._beat = self._clock()

    def toggle(self) -> None:
        """Pause, or go on."""
        self.beat()
        self._running = not self._running

    def pause(self) -> None:
        """Stop counting; what is left stays."""
        self.beat()
        self._running = False

    def add(self, minutes: float) -> None:
        """Give more time, or take some away; the length of the stage follows and never falls below nought."""
        self._left += minutes * MINUTE
        self._total = max(self._total + minutes * MINUTE, 0.0)

    def beat(self) -> float:
        """Count what passed since the last beat; after a gap pause instead and return how long it was, in seconds."""
        now = self._clock()
        passed, self._beat = now - self._beat, now
        if not self._running:
            return 0.0
        if passed > GAP:
            self._running = False
            return passed
        self._left -= passed
        return 0.0

    def read(self) -> Clock | None:
        """Return what the timer shows; None if it was never set."""
        return Clock(self._total, self._left, self._running) if self._total or self._left else None

    def stopped(self) -> Clock | None:
        """Return what it shows as if it stood still."""
        now = self.read()
        return replace(now, running=False) if now else None
