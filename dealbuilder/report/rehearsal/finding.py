"""One line of the rehearsal check."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from dealbuilder.errors import DealError, Words, reason
from dealbuilder.model.text import Language
from dealbuilder.report.phrases import say

State = Literal["ok", "attention", "fails"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it stands, what was found and what to do about it (empty if nothing)."""

    id: str
    state: State
    title: str
    found: str
    remedy: str = ""


def finding(id: str, state: State, key: str, language: Language, **values: object) -> Finding:
    """Return a line in the words of `rehearse.KEY`, with those of `remedy.KEY` unless all is well."""
    return Finding(
        id,
        state,
        say(f"rehearse.title_{id}", language),
        say(f"rehearse.{key}", language, **values),
        "" if state == "ok" else say(f"remedy.{key}", language),
    )


def failing(id: str, error: DealError, language: Language) -> Finding:
    """Return a line for what raised an error that the user can mend."""
    said, remedy = reason(error), Words(error.hint, error.zh_hint)
    return Finding(id, "fails", say(f"rehearse.title_{id}", language), said.get(language), remedy.get(language))


def guarded(id: str, check: Callable[[], Finding], language: Language) -> Finding:
    """Return what a check finds, or its error as a line."""
    try:
        return check()
    except DealError as error:
        return failing(id, error, language)


def ready(findings: Iterable[Finding]) -> bool:
    """Return whether nothing fails."""
    return all(one.state != "fails" for one in findings)
