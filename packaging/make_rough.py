"""The section "Never lose work" of the manual: figures of the rough campaigns, kept in a data file and put in words.

`packaging/make_rough.py --collect FOLDER` takes up what `python -m tests.rough.kill … --out FOLDER/NAME.json` and its
sisters wrote; without it the section is renewed on the pages that have it. `--print en` shows it, `--check` only looks.
"""

import argparse
import json
import os
import platform
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "resources" / "data" / "rough.toml"
MANUAL = ROOT / "resources" / "manual"
LANGUAGES = ("en", "zh")
HEADING = {"en": "## Never lose work", "zh": "## 工作不丢失"}
TEXTS = Path(__file__).resolve().parent / "rough"
KINDS = ("window", "loop", "command")
"""What was killed, in the order of the table."""
SUMMED = ("kills", "start", "edit", "save", "export", "edits", "lost_something", "offered", "restored", "wrong")
NAMES = {
    "en": {
        "window": "the window",
        "loop": "saving without a pause",
        "command": "the command line",
        "save": "saving a deal",
        "put aside": "recovery copy",
        "recovery copy": "recovery copy",
        "export": "export",
        "export in pieces": "export in pieces",
        "settings": "preferences",
    },
    "zh": {
        "window": "窗口",
        "loop": "不间断保存",
        "command": "命令行",
        "save": "保存协议",
        "put aside": "恢复副本",
        "recovery copy": "恢复副本",
        "export": "导出",
        "export in pieces": "分段导出",
        "settings": "偏好设置",
    },
}
HEADS = {
    "killed": {
        "en": (
            "killed",
            "kills",
            "starting / editing / saving / exporting",
            "longest loss, ms",
            "over 1 s",
            "not whole",
        ),
        "zh": ("被终止的对象", "次数", "启动 / 编辑 / 保存 / 导出时", "最长损失（毫秒）", "超过1秒", "不完整"),
    },
    "failed": {
        "en": ("writing", "calls", "made to fail", "old file stayed", "new file in place", "neither"),
        "zh": ("写入", "调用", "注入失败", "旧文件保留", "新文件就位", "两者皆无"),
    },
}


def collected(folder: Path) -> dict[str, Any]:
    """Return the figures that the campaigns left in a folder, campaigns of one kind joined."""
    killed = []
    runs = [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*-*.json"))]
    for kind in KINDS:
        of_kind = [run for run in runs if run["kind"] == kind]
        if of_kind:
            row = {"kind": kind} | {key: sum(run[key] for run in of_kind) for key in SUMMED}
            row["late"] = sum(run.get("late", 0) for run in of_kind)
            medians = sorted(run["lost_ms_median"] for run in of_kind)
            row["lost_ms_median"] = medians[len(medians) // 2]
            row["lost_ms_most"] = max(run["lost_ms_most"] for run in of_kind)
            row["litter_most"] = max(run["litter_most"] for run in of_kind)
            killed.append(row)
    rest = {
        name: json.loads((folder / f"{name}.json").read_text("utf-8")) for name in ("fails", "cuts", "strace", "full")
    }
    stood = {"system": platform.system(), "python": platform.python_version(), "cores": os.cpu_count() or 1}
    return {"stood": stood, "killed": killed, **rest}


def toml(data: dict[str, Any]) -> str:
    """Return the figures as TOML."""
    lines = ["# Figures of the rough campaigns (tests/rough), taken up by packaging/make_rough.py --collect.", ""]
    for name, value in data.items():
        for row in value if isinstance(value, list) else [value]:
            lines.append(f"[[{name}]]" if isinstance(value, list) else f"[{name}]")
            lines += [f"{key} = {json.dumps(entry)}" for key, entry in row.items()] + [""]
    return "\n".join(lines)


def section(data: dict[str, Any], language: str) -> str:
    """Return the section in a language, Markdown, with its figures."""
    names = NAMES[language]
    killed = _table(
        HEADS["killed"][language],
        [
            (
                names[row["kind"]],
                f"{row['kills']:,}",
                " / ".join(str(row[phase]) for phase in ("start", "edit", "save", "export")),
                f"{row['lost_ms_most']:,}",
                str(row["late"]),
                str(row["wrong"]),
            )
            for row in data["killed"]
        ],
    )
    failed = _table(
        HEADS["failed"][language],
        [
            (names[row["what"]], *(f"{row[key]:,}" for key in ("calls", "injected", "old", "new", "neither")))
            for row in data["fails"]
        ],
    )
    cuts, strace, full = data["cuts"], data["strace"], data["full"]
    figures = {
        "killed": killed,
        "failed": failed,
        "kills": f"{sum(row['kills'] for row in data['killed']):,}",
        "cuts": f"{sum(row['cuts'] for row in cuts):,}",
        "strace": f"{sum(row['injected'] for row in strace):,}",
        "refused": str(full["refused"]),
        "cores": str(data["stood"]["cores"]),
        "system": data["stood"]["system"],
    }
    text = (TEXTS / f"{language}.md").read_text("utf-8")
    return re.sub(r"\{\{(\w+)\}\}", lambda found: figures[found[1]], text).rstrip() + "\n"


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [heads, ("---", *("---:" for _ in heads[1:])), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def renewed(page: str, language: str, fresh: str) -> str:
    """Return a page of the manual with its section renewed; a page without one stays as it is."""
    start = page.find(f"{HEADING[language]}\n")
    if start < 0:
        return page
    end = page.find("\n## ", start + 1)
    return page[:start] + fresh + ("" if end < 0 else page[end:])


def stale(data: dict[str, Any]) -> dict[Path, str]:
    """Return the pages whose section says something else than the data, with what they should say."""
    found = {}
    for language in LANGUAGES:
        for path in sorted((MANUAL / language).glob("*.md")):
            page = path.read_text("utf-8")
            wanted = renewed(page, language, section(data, language))
            if wanted != page:
                found[path] = wanted
    return found


def main() -> int:
    """Collect, print, check or renew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--collect", type=Path)
    parser.add_argument("--print", choices=LANGUAGES, dest="shown")
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    if asked.collect:
        DATA.write_text(toml(collected(asked.collect)), "utf-8")
    data = tomllib.loads(DATA.read_text("utf-8"))
    if asked.shown:
        sys.stdout.write(section(data, asked.shown))
        return 0
    old = stale(data)
    for path, wanted in old.items():
        sys.stdout.write(f"{path}\n")
        if not asked.check:
            path.write_text(wanted, "utf-8")
    return int(asked.check and bool(old))


if __name__ == "__main__":
    sys.exit(main())
