"""What every test stands on: no display needed, the shipped catalogue loaded once, user folders of its own."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from dealbuilder import paths
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.loading import load_catalogue


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return load_catalogue(paths.resources())


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "config_folder", lambda: tmp_path / "config")
    monkeypatch.setattr(paths, "state_folder", lambda: tmp_path / "state")
