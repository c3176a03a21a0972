"""Which kernels a processor gets and where they are: in a checkout, in a bundle, in a bundle that has none for it."""

import sys
from pathlib import Path

import pytest
from llvmlite import binding

from dealbuilder import paths
from dealbuilder.engine import kernel_cache, kernel_shelf
from dealbuilder.engine.kernel_tiers import TIERS, V2, V3, WIDE, best, features

ALL = [tier.name for tier in TIERS]


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
    tier = best(has, ALL)
    assert tier is not None
    assert tier.name == name


def test_a_class_that_is_not_shipped_is_passed_over_and_a_processor_that_tells_nothing_gets_the_narrowest():
    assert best(V3, []) is None
    for has in (frozenset(), V2 - {"popcnt"}):
        told = best(has, ALL)
        assert told is not None
        assert told.name == "x86-64-v2"
    narrower = best(WIDE, ["x86-64-v2"])
    assert narrower is not None
    assert narrower.name == "x86-64-v2"


def test_the_features_of_a_processor_are_read_by_the_names_of_the_compiler(tmp_path):
    table = tmp_path / "cpuinfo"
    flags = "fpu cx16 popcnt lahf_lm pni ssse3 sse4_1 sse4_2 avx avx2 bmi1 bmi2 f16c fma abm movbe xsave"
    table.write_text(f"processor\t: 0\nflags\t\t: {flags}\nbugs\t\t: sysret\n\nprocessor\t: 1\nflags\t\t: fpu\n")
    assert features(table) >= V3
    assert not features(table) >= WIDE
    assert features(tmp_path / "none") == frozenset()


@pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux tells")
def test_what_linux_tells_of_this_processor_is_what_the_compiler_finds():
    found = {name for name, there in binding.get_host_cpu_features().items() if there}
    assert WIDE & features() == WIDE & found


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shelf = tmp_path / "program" / "resources" / "kernels"
    for name in ALL:
        (shelf / name).mkdir(parents=True)
        (shelf / name / kernel_cache.LIBRARY).write_bytes(b"")
    (shelf / kernel_cache.STAMP_FILE).write_text("0123456789abcdef\n", encoding="ascii")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "program"), raising=False)
    monkeypatch.setattr(paths, "cache_folder", lambda: tmp_path / "cache")
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
    return shelf


def test_a_bundle_has_kernels_of_its_own_and_no_compiler(frozen):
    place = kernel_cache.place(V3)
    assert place.folder == frozen / "x86-64-v3"
    assert place.library == frozen / "x86-64-v3" / kernel_cache.LIBRARY


def test_a_bundle_without_kernels_compiles_into_the_users_cache(frozen, tmp_path):
    for name in ALL:
        (frozen / name / kernel_cache.LIBRARY).unlink()
    place = kernel_cache.place(V3)
    assert place.folder == tmp_path / "cache" / "kernels" / "0123456789abcdef"
    assert place.library is None


def test_a_bundle_with_neither_kernels_nor_a_compiler_looks_for_kernels_when_they_are_called(frozen, monkeypatch):
    for name in ALL:
        (frozen / name / kernel_cache.LIBRARY).unlink()
    monkeypatch.setattr(kernel_cache, "COMPILER", "no_such_library")
    assert kernel_cache.place(V3).folder == frozen / "x86-64-v2"


def test_a_checkout_has_a_folder_for_each_state_of_its_sources_even_if_kernels_lie_among_its_resources(
    tmp_path, monkeypatch
):
    (tmp_path / "kernels" / ALL[0]).mkdir(parents=True)
    (tmp_path / "kernels" / ALL[0] / kernel_cache.LIBRARY).write_bytes(b"")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
    place = kernel_cache.place(WIDE)
    assert place.folder.name == kernel_cache.stamp()
    assert tmp_path not in place.folder.parents


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


def test_a_full_disk_costs_only_time(tmp_path, monkeypatch):
    kept: list[str] = []

    def save(self, sig, data):
        kept.append(sig)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(kernel_shelf.FunctionCache, "save_overload", save)
    monkeypatch.setattr(kernel_cache, "PLACE", kernel_cache.Place(tmp_path))
    kernel_shelf.Shelf(one).save_overload("a signature", None)
    assert kept == ["a signature"]
