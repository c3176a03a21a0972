"""The texts on screen in both languages: `packaging/translate.py` renews resources/i18n, `--check` says what is stale.

lupdate collects the texts of dealbuilder/ui and app.py into .ts files and keeps what is translated. lrelease
makes the .qm files that the program reads. English needs one too: it holds the plural forms. Both kinds are committed.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import PySide6

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = {"en": "en_US", "zh": "zh_CN"}


def _tool(name: str) -> str:
    """Return the path of one of Qt's tools inside its wheel."""
    home = Path(PySide6.__file__).parent
    found = [path for path in (home / name, home / f"{name}.exe") if path.exists()]
    if not found:
        raise SystemExit(f"{name} is not in the PySide6 package below {home}; install PySide6-Essentials whole.")
    return str(found[0])


def sources() -> list[str]:
    """Return the files whose texts are shown, relative to the root and in a fixed order."""
    files = [ROOT / "dealbuilder" / "app.py", *(ROOT / "dealbuilder" / "ui").rglob("*.py")]
    return sorted(path.relative_to(ROOT).as_posix() for path in files)


def collect(language: str, target: Path) -> None:
    """Bring a .ts file up to date with the sources."""
    plural = ["-pluralonly"] if language == "en" else []
    tongues = ["-source-language", "en_US", "-target-language", LANGUAGES[language]]
    options = ["-no-obsolete", "-locations", "none", *tongues]
    command = [_tool("lupdate"), *plural, *options, *sources(), "-ts", str(target)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def release(source: Path, target: Path) -> None:
    """Make the .qm file that the program reads."""
    command = [_tool("lrelease"), "-silent", str(source), "-qm", str(target)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def problems(path: Path) -> list[str]:
    """Return a line for every text of a .ts file that is not translated, or stands in no class or table of ours."""
    found = []
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        if "." in name or not name:
            found.append(f"{path.name}: a text stands in the context “{name}”, which no code asks for")
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [] if translation is None else list(translation.iter("numerusform"))
            texts = [form.text for form in forms] if forms else [None if translation is None else translation.text]
            if translation is None or translation.get("type") or not all(texts):
                found.append(f"{path.name}: {name}: “{message.findtext('source')}” is not translated")
    return found


def check() -> list[str]:
    """Return what is stale or missing; the committed files are not touched."""
    found = []
    with tempfile.TemporaryDirectory() as place:
        for language in LANGUAGES:
            kept = FOLDER / f"dealbuilder_{language}.ts"
            fresh = Path(place) / kept.name
            fresh.write_bytes(kept.read_bytes())
            collect(language, fresh)
            if fresh.read_bytes() != kept.read_bytes():
                found.append(f"{kept.name} is not up to date with the sources")
            found += problems(fresh)
            made = fresh.with_suffix(".qm")
            release(kept, made)
            if made.read_bytes() != kept.with_suffix(".qm").read_bytes():
                found.append(f"{kept.with_suffix('.qm').name} is not what {kept.name} makes")
    return found


def main() -> int:
    """Renew or check; return 1 if anything is left to translate."""
    parser = argparse.ArgumentParser(description="Renew the texts on screen in both languages.")
    parser.add_argument("--check", action="store_true", help="say what is stale or missing, change nothing")
    if parser.parse_args().check:
        found = check()
    else:
        FOLDER.mkdir(exist_ok=True)
        found = []
        for language in LANGUAGES:
            path = FOLDER / f"dealbuilder_{language}.ts"
            collect(language, path)
            release(path, path.with_suffix(".qm"))
            found += problems(path)
    sys.stdout.writelines(f"{line}\n" for line in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
