"""Programs to look at: one after the other, what one has worked out serves the next."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from dealbuilder import paths
from dealbuilder.ui.question import Answerer
from tests.ui.access.world import World


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> None:
    """Let a program live from test to test; it is taken apart when the next begins or the file ends."""


@pytest.fixture(scope="module")
def worlds(
    qapp: QApplication, answerer: Answerer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[], World]]:
    """Give the real program anew."""
    made: list[World] = []

    def begin() -> World:
        while made:
            made.pop().close()
        made.append(World(qapp, answerer, folder))
        return made[0]

    folder = tmp_path_factory.mktemp("access")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "config_folder", lambda: folder / "config")
        patch.setattr(paths, "state_folder", lambda: folder / "state")
        yield begin
        while made:
            made.pop().close()
