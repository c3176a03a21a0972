"""What is proved of an installed program: it walks through its own window, its commands answer, it leaves nothing."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from proofs.roots import HOME, PERSON, SCREEN, Ran, Root

COMMANDS = (
    "doctor",
    "score example:essay_full",
    "report example:essay_minimal -o deal.pdf",
    "explain example:essay_minimal",
    "holds example:essay_minimal",
    "accept example:essay_minimal",
    "sensitivity example:essay_minimal",
    "improve example:essay_minimal",
    "export example:essay_minimal -o deal.xlsx",
    "export example:essay_minimal --negmas -o domain",
    "method",
    "backtest",
)
"""Commands that between them load every library of the program."""
REFUSED = ("explore example:essay_minimal -o ensemble",)
"""Commands that need an extra which no bundle brings: they say so in a sentence."""
SEALED = "us_defence"
"""A role whose values are sealed and opened: cryptography's part of the program."""
OWN = {
    "weights": [{"indicator": "supply_military", "weight": 1.0, "sense": "more", "scale": 5.0, "unit": "%"}],
    "note": "Only for us.",
}
TOOLS = "xvfb xdg-utils desktop-file-utils libglib2.0-bin man-db"
"""What only the proofs need: a screen in memory and the desktop's own questions."""
COMPILERS = ("numba", "llvmlite")
"""What would compile the model; a bundle brings it compiled and linked."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One line of the table."""

    what: str
    held: bool
    said: str
    seconds: float = 0.0


def proof(what: str, ran: Ran, held: bool | None = None, said: str = "") -> Proof:
    """Return the line of a command; what it said last stands there if it failed."""
    good = ran.code == 0 if held is None else held
    lines = [line for line in ran.out.strip().splitlines() if line.strip()]
    return Proof(what, good, said if good else " / ".join(lines[-6:])[-600:], ran.seconds)


def window(root: Root, program: str, screen: bool) -> Proof:
    """Walk through the window, drawn in memory or on a screen of X11."""
    name = "x11" if screen else "offscreen"
    prelude = SCREEN if screen else "export QT_QPA_PLATFORM=offscreen; "
    folder = f"{HOME}/{name}"
    ran = root.as_person(f"mkdir -p {folder}; {prelude}exec {program} --smoke {folder}")
    passed = ran.code == 0 and "smoke test passed" in ran.out
    return proof(f"window, {name}", ran, passed, "opened, changed, saved, exported, read back, quit")


def commands(root: Root, program: str) -> Iterator[Proof]:
    """Run the commands, with no compiler among the program's files."""
    own = [Path(path) for path in root.paths() if path.startswith("usr/lib/dealbuilder/")]
    there = [str(path) for path in own if path.name in COMPILERS]
    yield Proof("nothing can be compiled", bool(own) and not there, ", ".join(there) or "no compiler is bundled", 0.0)
    for command in COMMANDS:
        yield proof(f"dealbuilder {command.split()[0]}", root.as_person(f"{program} {command}"))
    for command in REFUSED:
        ran = root.as_person(f"{program} {command}")
        fine = ran.code == 1 and "Traceback" not in ran.out
        yield proof(f"dealbuilder {command.split()[0]}", ran, fine, "refused with a sentence: an extra")


def sealed(root: Root, program: str) -> Iterator[Proof]:
    """Seal a role's values in a new deal under a passphrase, then open them."""
    home = root.folder / HOME[1:]
    (home / "own.json").write_text(json.dumps(OWN), encoding="utf-8")
    (home / "phrase").write_text("seven plain words that nobody else knows\n", encoding="utf-8")
    opens = "--passphrase-file phrase"
    yield proof("dealbuilder new", root.as_person(f"{program} new sealed.deal --from example:essay_minimal"))
    yield proof("dealbuilder seal", root.as_person(f"{program} seal sealed.deal {SEALED} own.json {opens}"))
    ran = root.as_person(f"{program} accept sealed.deal --draws 16 --sealed {SEALED} {opens}")
    yield proof("what was sealed opens", ran)


def desktop(root: Root) -> Iterator[Proof]:
    """Ask the desktop what it knows of the program."""
    entry = "/usr/share/applications/dealbuilder.desktop"
    yield proof("desktop entry is valid", root.as_person(f"desktop-file-validate {entry}"))
    deal = f"{HOME}/offscreen/smoke.deal"
    ran = root.as_person(f"cp {deal} {HOME}/unnamed; gio info -a standard::content-type {HOME}/unnamed {deal}")
    yield proof("a deal is known by its bytes", ran, ran.out.count("application/vnd.dealbuilder.deal") == 2)
    ran = root.as_person("xdg-mime query default application/vnd.dealbuilder.deal")
    yield proof("a deal opens in dealbuilder", ran, "dealbuilder.desktop" in ran.out)
    yield proof("manual page", root.as_person("man -w dealbuilder"))
    ran = root.as_person("grep -c Icon=dealbuilder " + entry + "; ls /usr/share/icons/hicolor/*/apps/dealbuilder.*")
    yield proof("icons", ran)


def removed(root: Root, before: set[str]) -> Iterator[Proof]:
    """Remove the package; nothing of ours may be left but what the person made."""
    ran = root.as_root("apt-get purge -y dealbuilder")
    yield proof("removed", ran)
    left = sorted(path for path in root.paths() - before if "dealbuilder" in path and not path.startswith("var/log"))
    yield Proof("nothing is left", not left, ", ".join(left[:5]) or f"{PERSON}'s own files stay", 0.0)
