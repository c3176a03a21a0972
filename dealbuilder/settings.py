"""User preferences: one frozen model, read tolerantly, written atomically."""

import contextlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dealbuilder.errors import Words, of_field, reason

FILE = "settings.json"
ENDING = ".new"
LONGEST = 60.0
"""Seconds that a writing takes at the very most."""
RECENT = 12
SIZE_LIMIT = 1_000_000
"""Bytes; a longer file is not one of ours."""


class Settings(BaseModel):
    """What the user prefers on this machine; nothing here ever changes a score that a deal file fixes."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    language: Literal["system", "en", "zh"] = "system"
    theme: Literal["system", "light", "dark"] = "system"
    text_scale: float = Field(default=1.0, ge=0.8, le=2.0)
    recent: tuple[str, ...] = Field(default=(), max_length=RECENT)
    draws: int = Field(default=1000, ge=1, le=100_000)
    last_folder: str = ""
    geometry: str = Field(default="", max_length=100_000)
    """Base64 of the window's geometry."""
    window_state: str = Field(default="", max_length=100_000)
    """Base64 of splitters and docks."""
    compare: Literal["commit", "baseline"] = "commit"
    paper: Literal["a4", "letter"] = "a4"
    author: str = Field(default="", max_length=200)
    """Who is named on versions and notes."""
    motion: bool = True
    pack: str = Field(default="", max_length=200)
    """The baseline pack that new deals start from; empty for the catalogue's first."""

    def with_recent(self, path: str) -> "Settings":
        """Return these settings with `path` first among the recent files."""
        rest = tuple(other for other in self.recent if other != path)
        return self.model_copy(update={"recent": (path, *rest)[:RECENT], "last_folder": str(Path(path).parent)})


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings as far as they could be read, and a sentence for each that could not."""

    settings: Settings
    notices: tuple[Words, ...] = ()


def load(folder: Path) -> Loaded:
    """Read the preferences below `folder`; a broken file or key is skipped with a notice and never stops the start."""
    path = folder / FILE
    try:
        if path.stat().st_size > SIZE_LIMIT:
            return _defaults(path, Words("is too long to be a settings file", "过长，不是设置文件"))
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Loaded(Settings())
    except (OSError, ValueError, RecursionError) as error:
        return _defaults(path, Words(f"cannot be read ({error})", f"无法读取（{reason(error).zh}）"))
    if not isinstance(data, dict):
        return _defaults(path, Words("is not a settings file", "不是设置文件"))
    return _keep_what_is_sound(path, data)


def _defaults(path: Path, why: Words) -> Loaded:
    return Loaded(Settings(), (Words(f"{path} {why.en}; the defaults are used.", f"{path} {why.zh}；使用默认设置。"),))


def _keep_what_is_sound(path: Path, data: dict[str, Any]) -> Loaded:
    kept: dict[str, Any] = {}
    notices = []
    for key, value in data.items():
        try:
            Settings.model_validate({key: value})
        except ValidationError as error:
            said = of_field(error.errors()[0])
            notices.append(Words(f"{path}: {key} is skipped: {said.en}.", f"{path}：已略过 {key}：{said.zh}。"))
        else:
            kept[key] = value
    return Loaded(Settings.model_validate(kept), tuple(notices))


def save(folder: Path, settings: Settings) -> None:
    """Write the preferences below `folder`, whole or not at all; raise OSError if the folder cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(settings.model_dump(mode="json"), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    handle, name = tempfile.mkstemp(dir=folder, prefix=FILE, suffix=ENDING)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, folder / FILE)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sweep(folder)


def _sweep(folder: Path) -> None:
    """Remove what writings left that were cut off; both times are the drive's own."""
    with contextlib.suppress(OSError):
        written = (folder / FILE).stat().st_mtime
        for rest in folder.glob(f"{FILE}*{ENDING}"):
            if abs(written - rest.stat().st_mtime) > LONGEST:
                rest.unlink()
