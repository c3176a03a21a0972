"""Errors a user can act on, in both languages; anything else that is raised is a fault of ours."""

import errno
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self


class Words(str):
    """One sentence, or part of one: it is the English text and carries the Simplified Chinese one."""

    zh: str

    def __new__(cls, en: str, zh: str) -> Self:
        """Return the English text with the Chinese one beside it."""
        words = super().__new__(cls, en)
        words.zh = zh
        return words

    def __reduce__(self) -> tuple[type["Words"], tuple[str, str]]:
        return Words, (self.en, self.zh)

    @property
    def en(self) -> str:
        """Return the English text alone."""
        return str.__str__(self)

    def get(self, language: str) -> str:
        """Return it in a language ("en" or "zh")."""
        return self.zh if language == "zh" else self.en


WORD = 1_000
"""Characters of one unbroken word that a sentence may quote; of a longer one the beginning is shown."""
SHOWN = 200


def quoted(text: str) -> str:
    """Return a sentence in which no word that a stranger wrote runs on without end."""
    return re.sub(rf"\S{{{WORD},}}", lambda found: f"{found[0][:SHOWN]}…", text)


class DealError(Exception):
    """Something the user can mend: what happened and what is safe (message), what to do (hint), in both languages."""

    def __init__(self, message: str, hint: str = "", *, zh: str = "", zh_hint: str = "") -> None:
        message, hint, zh, zh_hint = (quoted(text) for text in (message, hint, zh, zh_hint))
        super().__init__(f"{message} {hint}".strip())
        self.message = message
        self.hint = hint
        self.zh = zh or message
        self.zh_hint = zh_hint or hint

    def told(self, language: str) -> str:
        """Return all of it in a language ("en" or "zh")."""
        return f"{self.zh}{self.zh_hint}".strip() if language == "zh" else str(self)


class NoSuch(DealError):
    """A name that nothing has, told with the names that there are."""

    def __init__(self, message: str, zh: str, known: Iterable[str]) -> None:
        names = tuple(known)
        hint, zh_hint = f"Choose one of: {', '.join(names)}.", f"请从以下选择：{'、'.join(names)}。"
        super().__init__(message, hint, zh=zh, zh_hint=zh_hint)


class Wrong(ValueError):
    """Data that contradicts itself, as a part of a sentence in both languages; a reader tells where."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


class Cancelled(Exception):
    """Raised by a tick when nobody waits for the answer any more."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in one place of one file."""

    file: str
    key: str
    text: Words

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.text}"


class CatalogueProblems(DealError):
    """Everything wrong with a catalogue, found in one pass."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        lines = "\n".join(f"  {p}" for p in problems)
        chinese = "\n".join(f"  {p.file}：{p.key}：{p.text.zh}" for p in problems)
        super().__init__(
            f"The catalogue has {len(problems)} problem(s); nothing was loaded.\n{lines}",
            "Correct the named keys, or reinstall dealbuilder to restore the files it came with.",
            zh=f"目录中有 {len(problems)} 处问题，未载入任何内容。\n{chinese}\n",
            zh_hint="请更正所列各项，或重新安装 dealbuilder 以恢复其自带文件。",
        )
        self.problems = problems


class FileProblem(DealError):
    """A file that cannot be read or written as a deal; the file itself is untouched."""

    def __init__(self, path: str, message: str, hint: str = "", *, zh: str = "", zh_hint: str = "") -> None:
        super().__init__(f"{path}: {message}", hint, zh=f"{path}：{zh or message}", zh_hint=zh_hint)
        self.path = path


SYSTEM = {
    "EACCES": "没有权限",
    "EPERM": "系统不允许这一操作",
    "EROFS": "所在磁盘只能读取",
    "ENOENT": "没有这个文件或文件夹",
    "ENOTDIR": "路径中有一部分不是文件夹",
    "EISDIR": "这是文件夹",
    "EEXIST": "已有同名的文件或文件夹",
    "ENAMETOOLONG": "名称过长",
    "ENOSPC": "磁盘空间已满",
    "EDQUOT": "已用完磁盘配额",
    "EFBIG": "文件过大",
    "EIO": "设备读写出错",
    "EBUSY": "正被其他程序占用",
    "EMFILE": "打开的文件过多",
    "ELOOP": "链接互相指向，没有尽头",
    "EBADF": "该文件已经关闭",
    "EPIPE": "接收方已经关闭",
    "ETIMEDOUT": "等待超时",
}
"""What the system says when it refuses, by the name of its number."""

FIELD = {
    "missing": "缺少此项",
    "extra_forbidden": "不应有此项",
    "string_type": "应为文本",
    "string_too_short": "至少应有{min_length}个字符",
    "string_too_long": "最多{max_length}个字符",
    "string_pattern_mismatch": "格式不符",
    "too_short": "至少应有{min_length}项",
    "too_long": "最多{max_length}项",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
    "int_from_float": "应为整数",
    "float_type": "应为数字",
    "float_parsing": "应为数字",
    "finite_number": "应为有限的数字",
    "bool_type": "应为真或假",
    "bool_parsing": "应为真或假",
    "literal_error": "应为以下之一：{expected}",
    "greater_than": "应大于{gt}",
    "greater_than_equal": "应不小于{ge}",
    "less_than": "应小于{lt}",
    "less_than_equal": "应不大于{le}",
    "tuple_type": "应为列表",
    "list_type": "应为列表",
    "dict_type": "应为键值表",
    "model_type": "应为键值表",
    "union_tag_invalid": "没有这一种类：{tag}",
    "json_invalid": "不是有效的JSON",
}
"""What a checked field says when it refuses, by pydantic's name of the rule."""


def of_field(fault: Mapping[str, Any]) -> Words:
    """Return one of a ValidationError's faults in words, without its place."""
    said, known = str(fault["msg"]), fault.get("ctx") or {}
    own = known.get("error")
    if isinstance(own, Wrong):
        return Words(said, own.words.zh)
    form = FIELD.get(str(fault["type"]))
    return Words(said, form.format_map(known) if form else _quoted(said))


def reason(error: BaseException) -> Words:
    """Return why something else failed, as a part of a sentence."""
    if isinstance(error, DealError):
        return Words(error.message, error.zh)
    if isinstance(error, Wrong):
        return error.words
    if isinstance(error, OSError):
        said = error.strerror or str(error)
        return Words(said, SYSTEM.get(errno.errorcode.get(error.errno or 0, "")) or _quoted(said))
    if isinstance(error, UnicodeError):
        return Words(str(error), "不是UTF-8文本")
    said = str(error) or type(error).__name__
    return Words(said, _quoted(said))


def _quoted(said: str) -> str:
    """Return words that only another program has, marked as its own."""
    return f"原文“{said}”"
