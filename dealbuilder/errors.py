"""Errors a user can act on; anything else that is raised is a fault of ours."""

import re
from dataclasses import dataclass

WORD = 1_000
"""Characters of one unbroken word that a sentence may quote; of a longer one the beginning is shown."""
SHOWN = 200


def quoted(text: str) -> str:
    """Return a sentence in which no word that a stranger wrote runs on without end."""
    return re.sub(rf"\S{{{WORD},}}", lambda found: f"{found[0][:SHOWN]}…", text)


class DealError(Exception):
    """Something the user can mend: what happened and what is safe (message), what to do (hint), in both languages."""

    def __init__(self, message: str, hint: str = "", *, zh: str = "", zh_hint: str = "") -> None:
        message, hint, zh, zh_hint = (quoted(text) for text in (message, hint, zh, zh_hint))
        super().__init__(f"{message} {hint}".strip())
        self.message = message
        self.hint = hint
        self.zh = zh or message
        self.zh_hint = zh_hint or hint

    def told(self, language: str) -> str:
        """Return all of it in a language ("en" or "zh")."""
        return f"{self.zh}{self.zh_hint}".strip() if language == "zh" else str(self)


class Cancelled(Exception):
    """Raised by a tick when nobody waits for the answer any more."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in one place of one file."""

    file: str
    key: str
    text: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.text}"


class CatalogueProblems(DealError):
    """Everything wrong with a catalogue, found in one pass."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        lines = "\n".join(f"  {p}" for p in problems)
        super().__init__(
            f"The catalogue has {len(problems)} problem(s); nothing was loaded.\n{lines}",
            "Correct the named keys, or reinstall dealbuilder to restore the files it came with.",
        )
        self.problems = problems


class FileProblem(DealError):
    """A file that cannot be read or written as a deal; the file itself is untouched."""

    def __init__(self, path: str, message: str, hint: str = "", *, zh: str = "", zh_hint: str = "") -> None:
        super().__init__(f"{path}: {message}", hint, zh=f"{path}：{zh or message}", zh_hint=zh_hint)
        self.path = path
