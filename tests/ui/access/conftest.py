"""One program for all looks of a file: what it has worked out once serves every dress."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from dealbuilder import paths
from dealbuilder.ui.question import Answerer
from tests.ui.access.world import World


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> None:
    """Let the program of the file live from test to test; it is taken apart with the file."""


@pytest.fixture(scope="module")
def world(qapp: QApplication, answerer: Answerer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The real program."""
    folder = tmp_path_factory.mktemp("access")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "config_folder", lambda: folder / "config")
        patch.setattr(paths, "state_folder", lambda: folder / "state")
        made = World(qapp, answerer, folder)
        yield made
        made.close()
