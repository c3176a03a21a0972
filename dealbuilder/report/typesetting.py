"""Typst on behalf of every PDF: fonts of paper only, texts as the fonts can show them, faults said in words."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import typst

from dealbuilder.errors import DealError
from dealbuilder.report import fonts
from dealbuilder.report.coverage import shown

STANDARDS: list[Literal["a-3a", "ua-1"]] = ["a-3a", "ua-1"]
FIXED = datetime(2025, 7, 15, tzinfo=UTC)
"""The date a PDF bears unless it is given another: only a fixed one gives the same bytes every day."""


def typeset(template: Path, data: dict[str, Any], when: datetime, **how: Any) -> list[bytes]:
    """Return what Typst makes of a template and its data (read there as `sys.inputs.report`): one PDF, or pages."""
    files = fonts.font_files()
    try:
        made, warnings = typst.Compiler(
            template,
            root=template.parent,
            font_paths=fonts.typst_fonts(files),
            sys_inputs={"report": json.dumps(shown(data, files), ensure_ascii=False)},
        ).compile_with_warnings(timestamp=int(when.timestamp()), **how)
    except typst.TypstError as error:
        raise DealError(
            f"The page could not be set: {error.message}. Your deal is not affected, and nothing was written.",
            "Reinstall dealbuilder; if it happens again, report it with this message.",
            zh=f"页面无法排版：{error.message}。您的协议没有受影响，也没有写入任何内容。",
            zh_hint="请重新安装 dealbuilder；如再次发生，请附上此信息报告。",
        ) from error
    if warnings:
        raise DealError(
            f"The page was set with a fault: {warnings[0].message}. Nothing was written.",
            "Reinstall dealbuilder to restore its fonts and templates.",
            zh=f"页面排版有误：{warnings[0].message}。没有写入任何内容。",
            zh_hint="请重新安装 dealbuilder 以恢复其字体和模板。",
        )
    return made if isinstance(made, list) else [made] if made is not None else []
