"""A theme: colours by role, the heat ramp and line styles, read from resources/themes."""

import math
import tomllib
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from dealbuilder import paths
from dealbuilder.errors import DealError, NoSuch, reason

NAMES = ("light", "dark", "print", "stage_light", "stage_dark")


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours (`#rrggbb`) by role; `ramp` runs from nothing met to all met; dashes are in points, empty for solid."""

    name: str
    dark: bool
    background: str
    surface: str
    raised: str
    border: str
    edge: str
    grid: str
    text: str
    muted: str
    us: str
    us_soft: str
    china: str
    china_soft: str
    package: str
    band: str
    baseline: str
    observed: str
    target: str
    accent: str
    on_accent: str
    focus: str
    warn: str
    warn_soft: str
    ramp: tuple[str, ...]
    missing: str
    solid: tuple[float, ...]
    dashed: tuple[float, ...]
    dotted: tuple[float, ...]

    def colour(self, role: str) -> str:
        """Return the colour of a role; raise KeyError if the theme has no such role."""
        if role in ROLES:
            return getattr(self, role)
        raise KeyError(role)

    def dash(self, style: str) -> tuple[float, ...]:
        """Return the dash pattern of a line style (solid, dashed, dotted) in points."""
        return {"solid": self.solid, "dashed": self.dashed, "dotted": self.dotted}[style]

    def heat(self, value: float) -> str:
        """Return the fill of a heat-map cell for a percentage, clamped to 0 to 100; NaN is `missing`."""
        if math.isnan(value):
            return self.missing
        place = min(max(value / 100, 0.0), 1.0) * (len(self.ramp) - 1)
        low = min(int(place), len(self.ramp) - 2)
        return _mixed(self.ramp[low], self.ramp[low + 1], place - low)

    def ink(self, fill: str) -> str:
        """Return black or white, whichever reads better on a fill."""
        return max(("#000000", "#ffffff"), key=lambda ink: contrast(ink, fill))


ROLES = frozenset(field.name for field in fields(Theme) if field.type is str) - {"name", "missing"}


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _mixed(first: str, second: str, share: float) -> str:
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def contrast(first: str, second: str) -> float:
    """Return the WCAG 2 contrast ratio of two colours, 1 to 21."""

    def luminance(colour: str) -> float:
        linear = [
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _channels(colour))
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def read(path: Path) -> Theme:
    """Return the theme a file describes; raise DealError if it cannot be read as one."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return Theme(
            name=data["name"],
            dark=data["dark"],
            ramp=tuple(data["heat"]["ramp"]),
            missing=data["heat"]["missing"],
            **{style: tuple(dash) for style, dash in data["line"].items()},
            **data["colour"],
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise DealError(
            f"The theme {path.name} cannot be read: {error}. Your deal is not affected.",
            "Reinstall dealbuilder to restore the files it came with.",
            zh=f"配色 {path.name} 无法读取：{reason(error).zh}。您的协议没有受影响。",
            zh_hint="请重新安装 dealbuilder 以恢复其自带文件。",
        ) from error


@lru_cache(maxsize=8)
def load(name: str) -> Theme:
    """Return the shipped theme of that name: one of NAMES."""
    if name not in NAMES:
        raise NoSuch(f"There is no theme called {name}.", f"没有名为 {name} 的配色。", NAMES)
    return read(paths.resources() / "themes" / f"{name}.toml")
