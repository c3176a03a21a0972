"""Deeds that need nothing but the show itself."""

from collections.abc import Callable
from typing import Any

from dealbuilder.ui.stage.deeds import Deed
from dealbuilder.ui.stage.show import Show

SCALE_STEP = 0.1


def _flip(name: str) -> Callable[[Show, Any], object]:
    def flip(show: Show, value: Any) -> object:
        setattr(show, name, not getattr(show, name))
        return None

    return flip


def _night(show: Show, value: Any) -> object:
    show.shown.dark = not show.shown.dark
    return None


def _choose(name: str) -> Callable[[Show, Any], object]:
    def choose(show: Show, value: Any) -> object:
        return setattr(show.shown, name, value)

    return choose


STEPS: dict[str, Callable[[Show, Any], object]] = {
    "step": lambda show, by: show.step(by),
    "go": lambda show, at: show.go(at),
    "scene": lambda show, scene: show.choose(scene),
    "scene_by": lambda show, by: show.step_scene(by),
    "black": _flip("black"),
    "curtain": _flip("curtain"),
    "night": _night,
    "freeze": lambda show, _: show.freeze(),
    "hand": lambda show, answer: show.tally(answer),
    "unhand": lambda show, answer: show.tally(answer, -1),
    "timer": lambda show, _: show.timer.toggle(),
    "minutes": lambda show, by: show.timer.add(by),
    "scale": lambda show, by: show.enlarge(by * SCALE_STEP),
    "move": _choose("move"),
    "series": _choose("series"),
    "indicator": _choose("indicator"),
    "point": _choose("spotlight"),
}


def perform(show: Show, deed: Deed) -> bool:
    """Do a deed; return whether it is one of those."""
    step = STEPS.get(deed.name)
    if step is not None:
        step(show, deed.value)
    return step is not None
