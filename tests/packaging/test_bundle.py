"""What goes into the frozen program, what stays out, and what the packages say of it."""

import importlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dealbuilder.engine import kernel_cache

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
LOADS = """
import importlib, importlib.util, json, sys
wanted, excluded, stand_ins, parts = json.loads(sys.argv[1])
sys.path.insert(0, stand_ins)


class Frozen:
    def find_spec(self, name, path=None, target=None):
        if name in parts:
            return importlib.util.spec_from_file_location(name, parts[name])
        if any(name == one or name.startswith(one + ".") for one in excluded):
            raise ModuleNotFoundError(name + " is not in the bundle", name=name)


sys.meta_path.insert(0, Frozen())
for name in wanted:
    importlib.import_module(name)
print(len(sys.modules))
"""
"""Loads modules in a process where those that the bundle leaves out are not there."""


@pytest.fixture(autouse=True)
def _scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(PACKAGING))


def part(name: str):
    return importlib.import_module(f"bundle.{name}")


def test_every_module_of_the_program_is_bundled_also_those_that_are_only_named():
    contents = part("contents")
    hidden = set(contents.hidden())
    assert {"dealbuilder.app", "dealbuilder.cli.root", "dealbuilder.analysis.hangs", "dealbuilder.ui.ready"} <= hidden
    assert {"emcee", "sqlite_utils"} <= hidden
    lazily = contents.named()
    assert len(lazily) > 8
    assert all(name in hidden or contents.is_excluded(name) for name in lazily)


def test_a_module_that_is_only_named_is_found_in_new_code(tmp_path: Path):
    (tmp_path / "dealbuilder").mkdir()
    (tmp_path / "dealbuilder" / "new.py").write_text('import importlib\nimportlib.import_module("lazylib")\n')
    assert part("contents").hidden(tmp_path) == sorted(
        {"dealbuilder.new", "lazylib", *part("contents").FONTS, *part("contents").FROM_C}
    )


def test_every_module_of_the_program_loads_where_what_is_left_out_is_missing():
    contents = part("contents")
    wanted = [name for name in contents.hidden() if not name.endswith("__main__")]
    parts = {name: str(path) for name, path in contents.STOOD_IN.items()}
    told = json.dumps([wanted, [*contents.EXCLUDED, *contents.LEFT], str(contents.STAND_INS), parts])
    command = [sys.executable, "-c", LOADS, told]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout) > 1000


def test_only_what_is_used_of_qt_is_kept():
    keeps = part("contents").keeps
    kept = (
        "platforms/libqxcb.so",
        "platforms/libqoffscreen.so",
        "imageformats/libqsvg.so",
        "iconengines/libqsvgicon.so",
    )
    gone = (
        "sqldrivers/libqsqlite.so",
        "qmltooling/libqmldbg_local.so",
        "imageformats/libqpdf.so",
        "platforms/libqvnc.so",
    )
    assert all(keeps(f"PySide6/Qt/plugins/{name}") for name in kept)
    assert not any(keeps(f"PySide6/Qt/plugins/{name}") for name in gone)
    assert keeps("PySide6/Qt/translations/qtbase_zh_CN.qm")
    assert not keeps("PySide6/Qt/translations/qtbase_de.qm")
    assert keeps("resources/manual/en/10-start.md")


def test_the_stamp_of_the_bundle_is_that_of_the_checkout_and_stale_kernels_stay_out(tmp_path: Path):
    files = part("kernel_files")
    mark = files.stamp()
    assert mark == kernel_cache.stamp()
    for stamp in (mark, "f" * 16):
        (tmp_path / "kernels" / stamp / "x86-64-v3").mkdir(parents=True)
        for name in (files.LIBRARY, files.ARGUMENTS, "rest.o"):
            (tmp_path / "kernels" / stamp / "x86-64-v3" / name).write_text(stamp)
    found = files.found(tmp_path / "kernels", tmp_path / "work")
    assert [(path.name, folder) for path, folder in found] == [
        ("stamp.txt", "resources/kernels"),
        ("arguments.txt", "resources/kernels/x86-64-v3"),
        ("kernels.so", "resources/kernels/x86-64-v3"),
    ]
    assert {path.read_text().strip() for path, _ in found} == {mark}
    assert (files.LIBRARY, files.ARGUMENTS) == (kernel_cache.LIBRARY, kernel_cache.ARGUMENTS)


def test_the_control_data_name_every_field_and_no_host():
    debian = part("debian")
    text = debian.control("0.1.0", ["libc6 (>= 2.34)", "libegl1"], 1234)
    fields = dict(line.split(": ", 1) for line in text.splitlines() if not line.startswith(" "))
    assert set(fields) == {
        *("Package", "Version", "Architecture", "Maintainer", "Section", "Priority"),
        *("Installed-Size", "Depends", "Recommends", "Description"),
    }
    assert fields["Depends"] == "libc6 (>= 2.34), libegl1"
    assert text.endswith("\n")
    assert not re.search(r"https?:|@|\.org|\.com", text)


def test_every_library_left_to_the_system_has_a_package_that_the_set_up_knows_or_a_desktop_has():
    system = part("linking").SYSTEM
    assert all(re.fullmatch(r"[a-z0-9.+-]+", package) for package in system.values())
    proved = re.search(r'^packages="([^"]+)"', (PACKAGING / "setup.sh").read_text(), re.MULTILINE)
    assert proved
    names = {name for name in proved[1].split() if name.startswith("lib")}
    assert names <= set(system.values())


def test_a_library_that_nobody_gives_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    linking = part("linking")
    (tmp_path / "tool.so").write_bytes(b"\x7fELF")
    monkeypatch.setattr(linking, "headers", lambda files: (f"  NEEDED      {name}\n" for name in ("libodd.so.1",)))
    with pytest.raises(SystemExit, match=r"libodd\.so\.1"):
        linking.packages(tmp_path)
    monkeypatch.setattr(linking, "headers", lambda files: (f"  NEEDED      {name}\n" for name in ("libEGL.so.1",)))
    assert linking.packages(tmp_path) == ["libegl1"]


def test_the_oldest_c_library_that_will_do_is_read_from_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    debian, linking = part("debian"), part("linking")
    text = "  NEEDED libc.so.6\n  NEEDED libstdc++.so.6\n 0x1 GLIBC_2.9\n 0x2 GLIBC_2.34\n 0x3 GLIBCXX_3.4.30\n"
    (tmp_path / "tool.so").write_bytes(b"\x7fELF")
    monkeypatch.setattr(linking, "headers", lambda files: [text for _ in files])
    assert debian.depends(tmp_path) == ["libc6 (>= 2.34)", "libstdc++6 (>= 12)"]


def test_the_same_library_twice_lies_in_the_bundle_once(tmp_path: Path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "lib.so.1").write_bytes(b"\x7fELF the same")
    (tmp_path / "two" / "other.so").write_bytes(b"\x7fELF the same")
    assert part("trimming").share(tmp_path) == 1
    assert (tmp_path / "two" / "lib.so.1").is_symlink()
    assert (tmp_path / "two" / "lib.so.1").read_bytes() == b"\x7fELF the same"


def test_figures_are_kept_beside_older_ones(tmp_path: Path):
    figures = importlib.import_module("proofs.figures")
    file = tmp_path / "shipping.toml"
    figures.merge(file, {"size.deb_mb": 170, "made.commit": "abc"})
    figures.merge(file, {"size.deb_mb": 171, "speed.painted": 0.2})
    assert figures.read(file) == {"size.deb_mb": 171, "made.commit": "abc", "speed.painted": 0.2}
