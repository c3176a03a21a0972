"""Which kernels a processor gets and where they are: in a checkout, in a bundle, in a bundle that has none for it."""

import os
import sys
from pathlib import Path

import pytest

from dealbuilder import paths
from dealbuilder.engine import kernel_cache, kernel_shelf
from dealbuilder.engine.kernel_tiers import TIERS, V2, V3, WIDE, best

ALL = [tier.name for tier in TIERS]


def having(names: frozenset[str]) -> dict[str, bool]:
    return {**dict.fromkeys(WIDE, False), **dict.fromkeys(names, True)}


@pytest.mark.parametrize(
    ("has", "name"),
    [
        (WIDE, "x86-64-v4-512"),
        (WIDE - {"avx512vbmi2"}, "x86-64-v3"),
        (V3, "x86-64-v3"),
        (V3 - {"fma"}, "x86-64-v2"),
        (V2, "x86-64-v2"),
    ],
)
def test_a_processor_gets_the_widest_class_all_of_whose_features_it_has(has, name):
    tier = best(having(has), ALL)
    assert tier is not None
    assert tier.name == name


def test_a_processor_of_no_class_gets_none_and_a_class_that_is_not_shipped_is_passed_over():
    assert best(having(V2 - {"popcnt"}), ALL) is None
    assert best({}, ALL) is None
    narrower = best(having(WIDE), ["x86-64-v2"])
    assert narrower is not None
    assert narrower.name == "x86-64-v2"


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shelf = tmp_path / "program" / "resources" / "kernels"
    for name in ALL:
        (shelf / name).mkdir(parents=True)
    (shelf / kernel_cache.STAMP_FILE).write_text("0123456789abcdef\n", encoding="ascii")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "program"), raising=False)
    monkeypatch.setattr(paths, "cache_folder", lambda: tmp_path / "cache")
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
    return shelf


def test_a_bundle_reads_its_own_kernels_and_may_not_write_there(frozen):
    place = kernel_cache.place(having(V3))
    assert place.folder == frozen / "x86-64-v3"
    assert not place.writable


def test_a_bundle_without_a_class_for_the_processor_compiles_into_the_users_cache(frozen, tmp_path):
    place = kernel_cache.place({})
    assert place.folder == tmp_path / "cache" / "kernels" / "0123456789abcdef"
    assert place.writable
    assert place.tier is None


def test_a_checkout_has_a_folder_for_each_state_of_its_sources_even_if_kernels_lie_among_its_resources(
    tmp_path, monkeypatch
):
    (tmp_path / "kernels" / ALL[0]).mkdir(parents=True)
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
    place = kernel_cache.place(having(WIDE))
    assert place.folder.name == kernel_cache.stamp()
    assert tmp_path not in place.folder.parents
    assert not kernel_shelf.OWN


def test_the_class_is_told_to_numba_before_it_is_imported(monkeypatch, tmp_path):
    for name in ("NUMBA_CPU_NAME", "NUMBA_CPU_FEATURES", "NUMBA_CACHE_DIR"):
        monkeypatch.setenv(name, "")
    kernel_cache.surround(kernel_cache.Place(tmp_path, TIERS[0], writable=False))
    assert os.environ["NUMBA_CPU_NAME"] == TIERS[0].cpu
    assert os.environ["NUMBA_CPU_FEATURES"] == TIERS[0].features
    kernel_cache.surround(kernel_cache.Place(tmp_path))
    assert os.environ["NUMBA_CACHE_DIR"] == str(tmp_path)


def one(number):
    return number + 1


def test_a_kernel_is_found_by_name_and_line_whatever_the_current_folder_is(tmp_path, monkeypatch):
    monkeypatch.setattr(kernel_cache, "PLACE", kernel_cache.Place(tmp_path / "kernels"))
    names = set()
    for folder in (tmp_path, tmp_path.parent):
        monkeypatch.chdir(folder)
        shelf = kernel_shelf.Shelf(one)
        names.add((shelf.cache_path, shelf._impl.filename_base, shelf._impl.locator.get_source_stamp()))
    assert len(names) == 1
    path, base, stamp = names.pop()
    assert path == str(tmp_path / "kernels")
    assert base.startswith("test_kernel_place.one-")
    assert stamp == kernel_cache.stamp()


def test_nothing_is_kept_where_nothing_may_be_written_and_a_full_disk_costs_only_time(tmp_path, monkeypatch):
    kept: list[str] = []

    def save(self, sig, data):
        kept.append(sig)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(kernel_shelf.FunctionCache, "save_overload", save)
    for writable in (False, True):
        place = kernel_cache.Place(tmp_path, writable=writable)
        monkeypatch.setattr(kernel_cache, "PLACE", place)
        kernel_shelf.Shelf(one).save_overload(str(writable), None)
    assert kept == ["True"]
