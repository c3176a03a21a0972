"""What can be checked here of the installers for Windows and macOS, which have not been run."""

import ast
import importlib.util
import plistlib
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from dealbuilder import __version__

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
WINDOWS, MACOS, CI = PACKAGING / "windows", PACKAGING / "macos", PACKAGING / "ci"
NOT_TRIED = "has been run"
MADE_LATER = {"packaging/bundle.spec"}
"""Named by the scripts; stands in another folder of the same release."""


def setup_lines(section: str) -> list[str]:
    """Return the lines of one section of the installer's script, without comments."""
    text = (WINDOWS / "dealbuilder.iss").read_text(encoding="utf-8")
    body = re.split(rf"^\[{section}\]$", text, flags=re.MULTILINE)[1]
    lines = re.split(r"^\[\w+\]$", body, flags=re.MULTILINE)[0].splitlines()
    return [line for line in lines if line and not line.startswith(";")]


def test_every_file_the_installer_names_is_there():
    settings = dict(line.split("=", 1) for line in setup_lines("Setup"))
    for key in ("LicenseFile", "SetupIconFile"):
        assert (WINDOWS / settings[key].replace("\\", "/")).resolve().is_file(), key
    named = re.findall(r'Source: "([^"{]+)"', "\n".join(setup_lines("Files")))
    own = [name for line in setup_lines("Languages") for name in line.split('"')[3].split(",") if ":" not in name]
    assert named == ["document.ico"]
    assert own == ["chinese.isl"]
    assert all((WINDOWS / name).is_file() for name in (*named, *own))


def test_the_installer_takes_the_version_it_is_given_and_knows_none_itself():
    text = (WINDOWS / "dealbuilder.iss").read_text(encoding="utf-8")
    assert __version__ not in text
    assert "#ifndef Version\n  #error" in text
    assert text.count("{#Version}") >= 4


def test_the_installer_asks_for_no_administrator_and_binds_our_files():
    text = (WINDOWS / "dealbuilder.iss").read_text(encoding="utf-8")
    assert "PrivilegesRequired=lowest" in text
    registry = "\n".join(setup_lines("Registry"))
    assert 'ValueData: """{app}\\dealbuilder.exe"" ""%1"""' in registry
    assert "HKLM" not in registry


def test_own_texts_of_the_installer_are_in_both_languages():
    keys = [line.split("=")[0].split(".") for line in setup_lines("CustomMessages")]
    english, chinese = ({key for language, key in keys if language == wanted} for wanted in ("en", "zh"))
    assert english == chinese
    used = re.findall(r"\{cm:(\w+)", (WINDOWS / "dealbuilder.iss").read_text(encoding="utf-8"))
    ours = (WINDOWS / "chinese.isl").read_text(encoding="utf-8-sig")
    assert all(key in chinese or f"\n{key}=" in ours for key in used)


def test_the_chinese_messages_are_marked_as_utf_8_and_each_is_said_once():
    assert (WINDOWS / "chinese.isl").read_bytes().startswith(b"\xef\xbb\xbf")
    keys = re.findall(r"^(\w+)=", (WINDOWS / "chinese.isl").read_text(encoding="utf-8-sig"), re.MULTILINE)
    assert len(keys) == len(set(keys)) > 40


def test_the_version_resource_is_ours_and_well_formed():
    spec = importlib.util.spec_from_file_location("version_resource", WINDOWS / "version_resource.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    text = module.text(__version__)
    assert isinstance(ast.parse(text, mode="eval").body, ast.Call)
    assert repr(__version__) in text
    assert module.four("1.2.3") == (1, 2, 3, 0)
    assert module.four("1.2+local.7") == (1, 2, 0, 0)


def test_the_app_says_what_it_opens_and_is_sharp_on_fine_screens():
    about = plistlib.loads((MACOS / "Info.plist").read_bytes())
    assert about["NSHighResolutionCapable"] is True
    (document,), (kind,) = about["CFBundleDocumentTypes"], about["UTExportedTypeDeclarations"]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == ["deal"]
    assert (MACOS / document["CFBundleTypeIconFile"]).is_file()
    assert "CFBundleShortVersionString" not in about


def test_the_app_may_compile_and_asks_for_no_more():
    asked = plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    assert asked == {
        "com.apple.security.cs.allow-jit": True,
        "com.apple.security.cs.allow-unsigned-executable-memory": True,
    }


def test_the_script_for_macos_is_plain_shell_and_stops_on_another_system():
    script = MACOS / "build.sh"
    subprocess.run(["sh", "-n", script], check=True)
    ran = subprocess.run(["sh", script], env={"PATH": "/usr/bin:/bin"}, capture_output=True, text=True, check=False)
    if "Darwin" not in subprocess.run(["uname"], capture_output=True, text=True, check=True).stdout:
        assert ran.returncode == 1
        assert "nothing was changed" in ran.stderr


@pytest.mark.parametrize("script", [WINDOWS / "build.ps1", MACOS / "build.sh", CI / "windows.yml", CI / "macos.yml"])
def test_every_file_of_ours_that_a_script_names_is_there(script):
    named = set(re.findall(r"packaging[/\\][\w./\\-]+\.\w+", script.read_text(encoding="utf-8")))
    paths = {name.replace("\\", "/") for name in named} - MADE_LATER
    assert paths
    assert not [path for path in paths if not (ROOT / path).is_file()]


@pytest.mark.parametrize("recipe", ["windows.yml", "macos.yml"])
def test_a_recipe_parses_and_pins_every_action(recipe):
    jobs = yaml.safe_load((CI / recipe).read_text(encoding="utf-8"))["jobs"]
    steps = [step for job in jobs.values() for step in job["steps"]]
    used = [step["uses"] for step in steps if "uses" in step]
    assert len(used) == 3
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", name) for name in used)


@pytest.mark.parametrize("folder", [WINDOWS, MACOS, CI])
def test_each_folder_says_that_it_was_not_run(folder):
    assert NOT_TRIED in (folder / "README.md").read_text(encoding="utf-8")
