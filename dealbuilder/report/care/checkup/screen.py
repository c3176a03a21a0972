"""Check-up of screen, graphics and letters: Qt is asked in a process of its own.

No display, a broken driver or a plug-in that aborts ends that process and not the doctor.
"""

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from dealbuilder.model.text import Language
from dealbuilder.report.care.checkup.lines import line, plain, title
from dealbuilder.report.care.checkup.machine import command
from dealbuilder.report.phrases import say
from dealbuilder.report.rehearsal.finding import Finding

PROBE = "--probe"
"""The option by which the program answers for Qt and ends; the file to write follows."""
PATIENCE = 20.0
"""Seconds that Qt has to answer."""
LARGEST = 1_000_000
"""Bytes of an answer."""
METHODS = ("QT_IM_MODULES", "QT_IM_MODULE", "XMODIFIERS", "GTK_IM_MODULE")
BUS = "DBUS_SESSION_BUS_ADDRESS"
IDS = ("screen", "graphics", "lettering", "typing", "access")

Answer = dict[str, Any]
"""What Qt said, by key; empty keys are missing. `reason` says why there is nothing more."""


def ask(language: Language, patience: float = PATIENCE) -> Answer:
    """Return what Qt says here, as far as it got."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "answer.json"
        quiet = subprocess.DEVNULL
        reason = ""
        try:
            ran = subprocess.run(
                [*command(), PROBE, str(file)], stdin=quiet, stdout=quiet, stderr=quiet, timeout=patience, check=False
            )
            if ran.returncode:
                reason = say("doctor.probe_ended", language, code=ran.returncode)
        except subprocess.TimeoutExpired:
            reason = say("doctor.probe_late", language, seconds=f"{patience:.0f}")
        except OSError as error:
            reason = error.strerror or type(error).__name__
        return _read(file) | ({"reason": reason} if reason else {})


def _read(file: Path) -> Answer:
    try:
        found = json.loads(file.read_bytes()[:LARGEST])
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def lines(answer: Answer, language: Language) -> tuple[Finding, ...]:
    """Return the lines on what Qt said."""
    if "platform" not in answer:
        told = say("doctor.probe_failed", language, reason=answer.get("reason", "-"))
        found = f"{say('doctor.no_screen', language)}{'。' if language == 'zh' else '. '}{told}"
        remedy = say("doctor.do_screen", language)
        return (Finding("screen", "attention", title("screen", language), found, remedy), _typing(answer, language))
    return (
        _screen(answer, language),
        _graphics(answer, language),
        _lettering(answer, language),
        _typing(answer, language),
        _access(answer, language),
    )


def _screen(answer: Answer, language: Language) -> Finding:
    told = "; ".join(say("doctor.one_screen", language, **one).strip() for one in answer.get("screens", ()))
    return line("screen", "ok", language, "screens", platform=answer["platform"], screens=told or "-")


def _graphics(answer: Answer, language: Language) -> Finding:
    renderer = answer.get("renderer", "")
    if renderer:
        return line("graphics", "ok", language, "graphics", renderer=renderer)
    return line("graphics", "ok", language, "no_graphics")


def _lettering(answer: Answer, language: Language) -> Finding:
    names = ", ".join(answer.get("families", ())) or "-"
    if answer.get("chinese"):
        return line("lettering", "ok", language, "lettering", names=names)
    return line("lettering", "attention", language, "no_lettering", "letters", names=names)


def _typing(answer: Answer, language: Language) -> Finding:
    """Return how Chinese is typed; a method Qt has no plug-in for leaves the keyboard Latin."""
    named = [f"{name}={os.environ[name]}" for name in METHODS if os.environ.get(name)]
    plugins = [str(name) for name in answer.get("inputs", ())]
    method = os.environ.get("QT_IM_MODULE", "")
    told = ", ".join(named) or say("doctor.no_method", language)
    values = {"method": told, "plugins": ", ".join(plugins) or "-"}
    known = not method or not plugins or any(method.lower() in name.lower() for name in plugins)
    if known or method in ("xim", "simple", "compose", "none"):
        return line("typing", "ok", language, "typing", **values)
    remedy = say("doctor.do_typing", language, method=method)
    return Finding("typing", "attention", title("typing", language), say("doctor.typing", language, **values), remedy)


def _access(answer: Answer, language: Language) -> Finding:
    if answer.get("accessible"):
        return line("access", "ok", language, "access_on")
    bus = say("doctor.there" if os.environ.get(BUS) else "doctor.not_there", language)
    return plain("access", language, say("doctor.access_off", language, bus=bus))
