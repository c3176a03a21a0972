"""A terminal for every test of the command line."""

import pytest

from tests.cli.terminal import Terminal


@pytest.fixture
def run(capsys) -> Terminal:
    """Run a command and return exit code, stdout and stderr."""
    return Terminal(capsys)
