"""What every test stands on: no display needed, the shipped catalogue loaded once, user folders of its own."""

import gc
import os
from collections.abc import Generator
from pathlib import Path

import pytest

try:
    from hypothesis import settings
except ImportError:
    # The speed rows are run by pytest too, where only the bench extra is installed.
    settings = None

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from dealbuilder.engine import kernel_cache  # isort: skip  (else a test of one block finds Numba first, and a stale kernel)
from dealbuilder import paths
from dealbuilder.document import envelope
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.loading import load_catalogue

# The same examples in every run, and no clock: a busy machine is no fault of what is tested.
if settings is not None:
    settings.register_profile("dealbuilder", deadline=None, derandomize=True)
    settings.load_profile("dealbuilder")


def pytest_report_header() -> str:
    """Say where the compiled kernel of these sources is kept."""
    return f"kernels: {kernel_cache.FOLDER}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest, so that no worker is left alone with one at the end."""
    longest = Path(__file__).with_name("longest.txt").read_text(encoding="utf-8").split()
    place = {name: number for number, name in enumerate(longest)}
    items.sort(key=lambda item: place.get(item.nodeid.partition("::")[0], len(place)))


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return load_catalogue(paths.resources())


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "config_folder", lambda: tmp_path / "config")
    monkeypatch.setattr(paths, "state_folder", lambda: tmp_path / "state")


@pytest.fixture(autouse=True)
def _cheap_sealing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a passphrase cost next to nothing; what the shipped cost comes to has a test of its own."""
    monkeypatch.setattr(envelope, "SHIPPED", envelope.Cost(memory=64, iterations=1, lanes=1))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Collect garbage after a test with Qt and never during it, as the program itself does (ui/tidy.py).

    Qt restyles from a list of bare pointers; a widget that the collector frees in the middle of it, in whatever
    Python handler it was that allocated, takes the whole run with it.
    """
    if "qapp" not in getattr(item, "fixturenames", ()):
        return (yield)
    if gc.get_freeze_count() == 0:
        gc.collect()
        gc.freeze()
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        # What outlives a test outlives the run: not looked through again, a third of such a test's time is spared.
        gc.freeze()
        gc.enable()
