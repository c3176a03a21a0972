"""Running one command as a user does, in this process."""

import json
from dataclasses import dataclass
from typing import Any

from dealbuilder.cli.root import main


@dataclass(frozen=True)
class Ran:
    """What a command left: exit code, stdout, stderr."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """Return stdout as JSON that holds no NaN."""
        return json.loads(self.out, parse_constant=lambda name: pytest_fail(name))


def pytest_fail(name: str) -> None:
    """Refuse what is not JSON."""
    raise AssertionError(f"{name} is not JSON")


class Terminal:
    """Runs commands and captures what they say."""

    def __init__(self, capsys) -> None:
        self.capsys = capsys

    def __call__(self, *words: object) -> Ran:
        """Run one command."""
        self.capsys.readouterr()
        code = main([str(word) for word in words])
        said = self.capsys.readouterr()
        return Ran(code, said.out, said.err)
