"""A look at screens: every check on every view of every screen, and which classes of the program were seen."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from dealbuilder.model.catalogue import Catalogue
from tests.ui.access import clipping, contrasts, keyboard, names, returning, targets, tongue, twins
from tests.ui.access.screens import Screen, views
from tests.ui.access.world import Dress, World

RESULTS = Path(__file__).with_name("campaign.json")
"""What the last campaign found, and which widgets of the program it saw."""
Check = Callable[[QWidget], Iterator[str]]
STILL: dict[str, Check] = {
    "named": names.nameless,
    "has a role": names.roleless,
    "named once": names.twice,
    "labelled": names.unlabelled,
    "not cut off": clipping.clipped,
    "on the screen": clipping.outside,
    "scrolls one way": clipping.sideways,
    "large enough": targets.small,
    "readable": contrasts.faint,
    "no letter keys": keyboard.single_keys,
    "a table": twins.untabled,
}
"""Checks that only look."""
WALKED = {
    "reached": keyboard.unreached,
    "not trapped": keyboard.trapped,
    "in order": keyboard.disorder,
    "in view": keyboard.hidden,
    "focus seen": keyboard.unseen,
}
"""Checks that press Tab."""
OURS = (
    *("Bridge", "Opening bid", "London.deal", "Geneva two.deal"),
    *("Qt for Python", "Rare earths, licences"),
)
"""Words of the people in our example deals, and the sample that the room check shows in both languages."""
SPOKEN, CLOSED, BACK = "in Chinese", "closed by Esc", "keyboard back"
CHECKS = (*STILL, *WALKED, SPOKEN, CLOSED, BACK)


@dataclass(slots=True)
class Found:
    """What a look found: findings by check and text, with the screens they stand on; what was looked at."""

    by_check: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    views: int = 0
    controls: int = 0
    seen: set[type] = field(default_factory=set)
    screens: set[str] = field(default_factory=set)

    def add(self, check: str, findings: Iterable[str], where: str) -> None:
        """Keep findings."""
        for text in findings:
            self.by_check.setdefault(check, {}).setdefault(text, []).append(where)

    def lines(self, check: str) -> list[str]:
        """Return the findings of a check as sentences that say where."""
        found = self.by_check.get(check, {})
        return [
            f"{text} <- {where[0]}" + (f" and {len(where) - 1} more" if len(where) > 1 else "")
            for text, where in found.items()
        ]


def printed(value: Any, key: str = "") -> Iterator[str]:
    """Yield what a catalogue quotes from its sources as it is printed there: titles, outlets, dates."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from printed(one, name)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from printed(one, key)
    elif isinstance(value, str) and key in ("title", "outlet", "date", "citation") and value:
        yield value


def places(value: Any) -> Iterator[tuple[str, str]]:
    """Yield the places in its sources that a catalogue names: id of the source and the place, in the source's words."""
    if isinstance(value, dict):
        if value.get("source") and value.get("locator"):
            yield value["source"], value["locator"]
        value = tuple(value.values())
    if isinstance(value, (list, tuple)):
        for one in value:
            yield from places(one)


def quoted(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Return what stays in another language: printed words, and behind the title of a source the places in it.

    A place is let pass only where its source is named.
    """
    told = catalogue.model_dump()
    made: dict[str, tuple[str, ...]] = dict.fromkeys((*printed(told), *OURS), ())
    for id, place in places(told):
        if id in catalogue.source_by_id:
            title = catalogue.source_by_id[id].title
            made[title] = (*made.get(title, ()), place)
    return made


def look(
    world: World, dress: Dress, screens: Iterable[Screen], checks: Iterable[str], found: Found, walked: Container[str]
) -> None:
    """Open every screen in a dress and keep what the checks find; Tab is followed through those named in `walked`."""
    asked = frozenset(checks)
    world.wear(dress)
    world.forget()
    proper = quoted(world.catalogue)  # documents are named as their publishers named them
    for screen in screens:
        wanted = asked if screen.name in walked else asked.difference(WALKED)
        world.open(screen.deal)
        if BACK in wanted:
            returning.control(world)
        shown = screen.open(world)
        below = shown.parentWidget().window() if shown.parentWidget() is not None else world.window
        kept, document = below.focusWidget(), world.document()
        world.unfold(shown)
        found.screens.add(screen.name)
        for view in views(shown):
            world.settle(0)
            where = f"{dress.name}: {screen.name}{', ' + view if view else ''}"
            if "on the screen" in wanted:
                found.add("on the screen", clipping.too_large(shown, dress.size), where)
            found.views += 1
            found.seen |= {type(one) for one in (shown, *shown.findChildren(QWidget)) if one.isVisible()}
            _look(shown, dress, wanted, screen, where, found, proper)
        if BACK in wanted and isinstance(shown, QDialog):
            returning.typed(shown)
        if CLOSED in wanted and not screen.audience:
            found.add(CLOSED, keyboard.stays_open(shown), f"{dress.name}: {screen.name}")
        if BACK in wanted and isinstance(shown, QDialog):
            told = returning.after(world, shown, below, kept, document)
            found.add(BACK, told, f"{dress.name}: {screen.name}")
        world.tidy()


def _look(
    shown: QWidget,
    dress: Dress,
    wanted: frozenset[str],
    screen: Screen,
    where: str,
    found: Found,
    proper: Mapping[str, tuple[str, ...]],
) -> None:
    if SPOKEN in wanted and dress.language == "zh":
        found.add(SPOKEN, tongue.foreign(shown, proper), where)
    if screen.audience:
        return
    found.controls += sum(1 for _ in names.controls(shown))
    for check, see in STILL.items():
        if check in wanted:
            found.add(check, see(shown), where)
    if not wanted.isdisjoint(WALKED):
        walked = keyboard.walk(shown)
        for check, judge in WALKED.items():
            if check in wanted:
                found.add(check, judge(shown, walked), where)
