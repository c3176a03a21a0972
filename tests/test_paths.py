"""Where resources are: in a checkout, in an installed wheel, in a frozen bundle."""

import sys
from pathlib import Path

import pytest

from dealbuilder import paths

ROOT = Path(__file__).resolve().parent.parent


def test_a_checkout_has_them_beside_the_package():
    assert paths.bundle() is None
    assert paths.resources() == ROOT / "resources"


def test_a_wheel_has_them_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "dealbuilder" / "_resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "dealbuilder" / "paths.py"))
    assert paths.resources() == tmp_path / "dealbuilder" / "_resources"


def test_a_bundle_has_them_where_it_was_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.bundle() == tmp_path
    assert paths.resources() == tmp_path / "resources"


def test_a_missing_extra_is_had_by_pip_but_not_in_a_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    assert all("pip install 'dealbuilder[explore]'" in text for text in paths.remedy("explore"))
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    english, chinese = paths.remedy("explore")
    assert "cannot take it in" in english
    assert "源代码检出" in chinese
