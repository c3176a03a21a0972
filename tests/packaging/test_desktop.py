"""What the desktop of Linux is told: entry, icons, kind of file, manual page, completion."""

import configparser
import importlib.util
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from dealbuilder.document import file
from dealbuilder.document.history import History
from dealbuilder.document.new import new_document
from dealbuilder.document.schema import APPLICATION_ID
from dealbuilder.ui import application

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
SHARE = PACKAGING / "linux" / "share"
MIME = "application/vnd.dealbuilder.deal"
NEAR = 3
"""How far a drawn pixel may be from the committed one, of 255: renderers round differently."""


def script(name: str):
    spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def entry() -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(SHARE / "applications" / "dealbuilder.desktop", encoding="utf-8")
    return parser


def test_the_entry_names_our_windows_our_icon_and_our_files(entry):
    main = entry["Desktop Entry"]
    assert main["StartupWMClass"] == main["Icon"] == application.NAME
    assert main["Exec"].split() == ["dealbuilder", "%f"]
    assert main["MimeType"] == f"{MIME};"
    assert (SHARE / "icons/hicolor/scalable/apps" / f"{main['Icon']}.svg").is_file()


def test_every_text_of_the_entry_is_in_both_languages(entry):
    for section in entry.sections():
        for key in ("Name", "GenericName", "Comment", "Keywords"):
            assert (key in entry[section]) == (f"{key}[zh_CN]" in entry[section])


@pytest.mark.parametrize("tool", ["desktop-file-validate"])
def test_the_entry_is_well_formed(tool):
    found = shutil.which(tool)
    if found is None:
        pytest.skip(f"{tool} is not installed")
    subprocess.run([found, SHARE / "applications" / "dealbuilder.desktop"], check=True)


def test_a_deal_is_told_from_other_databases_by_its_bytes(tmp_path):
    path = tmp_path / "any.name"
    file.save(path, History(new_document()))
    data = path.read_bytes()
    rules = ElementTree.parse(SHARE / "mime/packages/dealbuilder.xml").getroot()
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    (kind,) = rules.iter(f"{space}mime-type")
    assert kind.get("type") == MIME
    outer, inner = kind.iter(f"{space}match")
    assert data.startswith((outer.get("value") or "").encode())
    place = int(inner.get("offset") or "")
    assert int(inner.get("value") or "", 16) == APPLICATION_ID == int.from_bytes(data[place : place + 4], "big")
    assert {comment.get("{http://www.w3.org/XML/1998/namespace}lang") for comment in kind.iter(f"{space}comment")} == {
        None,
        "zh_CN",
    }


def test_the_shop_window_names_the_entry_and_no_address():
    text = (SHARE / "metainfo/dealbuilder.metainfo.xml").read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    assert root.findtext("launchable") == "dealbuilder.desktop"
    assert root.findtext("provides/mediatype") == MIME
    assert "http" not in text
    assert len(root.findall("summary")) == 2


def test_every_icon_is_drawn_from_the_two_drawings(qapp):
    icons = script("make_icons")
    for path, data in icons.files().items():
        kept = PACKAGING / path
        assert kept.is_file(), f"{path} is missing: run packaging/make_icons.py"
        if path.suffix == ".svg":
            assert kept.read_bytes() == data
        elif path.suffix == ".png":
            assert near(QImage(str(kept)), QImage.fromData(data)), f"{path} is out of date: run packaging/make_icons.py"


def near(one: QImage, other: QImage) -> bool:
    # Both are held until their bytes are read: the bits of a picture that is gone are anybody's.
    pictures = [image.convertToFormat(QImage.Format.Format_RGBA8888) for image in (one, other)]
    left, right = (bytes(picture.constBits()) for picture in pictures)
    return len(left) == len(right) and all(abs(a - b) <= NEAR for a, b in zip(left[::7], right[::7], strict=True))


def test_the_icons_of_windows_and_macos_hold_every_size(qapp):
    icons = script("make_icons")
    ico = (PACKAGING / "windows/dealbuilder.ico").read_bytes()
    assert int.from_bytes(ico[4:6], "little") == len(icons.ICO_SIZES)
    assert not QImage.fromData(ico, "ICO").isNull()
    icns = (PACKAGING / "macos/dealbuilder.icns").read_bytes()
    assert icns.startswith(b"icns")
    assert int.from_bytes(icns[4:8], "big") == len(icns)
    assert all(kind in icns for kind, _ in icons.ICNS_KINDS)


def test_both_sides_are_as_large_in_the_icon(qapp):
    picture = script("make_icons").drawn(application.icon_file(), 512).convertToFormat(QImage.Format.Format_RGB888)
    colours = [picture.pixelColor(x, y) for x in range(0, 512, 2) for y in range(0, 512, 2)]
    blue = sum(one.blue() > one.red() + 60 for one in colours)
    red = sum(one.red() > one.blue() + 60 for one in colours)
    assert blue == pytest.approx(red, rel=0.02)


def test_the_manual_page_and_the_completions_are_those_of_the_commands():
    made = script("make_man")
    stale = [path for path, text in made.files().items() if (SHARE / path).read_text(encoding="utf-8") != text]
    assert not stale, "run packaging/make_man.py"


def test_every_command_has_a_line_in_the_chinese_page():
    made = script("make_man")
    known = made.tomllib.loads(made.CHINESE.read_text(encoding="utf-8"))["command"]
    assert {name for name, _ in made.tree(made.typer.main.get_command(made.commands))} <= set(known)


def test_the_page_tells_each_option_and_each_exit_code():
    page = (SHARE / "man/man1/dealbuilder.1").read_text(encoding="utf-8")
    assert "\\-\\-term\\-sheet" in page
    assert page.index(".SH EXIT STATUS") < page.index("A fault of the program")
    assert page.count(".SS ") > 30
