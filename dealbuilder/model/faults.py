"""What can be wrong with data, in words: sentences that several kinds of data share."""

from dealbuilder.errors import Words, reason

Fault = tuple[str, Words]
"""A key inside a file, and what is wrong there."""

UNFOUNDED = Words("what is not a judgement (grade D) needs a reference", "不属于判断（D级）的内容须注明来源")


def no_such(what: str, what_zh: str) -> Words:
    """Return that a name is none of a kind, such as "a channel"."""
    return Words(f"is not {what}", f"不是{what_zh}")


def undescribed(source: str) -> Words:
    """Return that a source is named and nowhere described."""
    return Words(f"names the source {source}, which no file describes", f"引用来源 {source}，但没有文件说明它")


def outside(value: float, low: float, high: float) -> Words:
    """Return that a value is out of bounds."""
    return Words(f"{value:g} is outside {low:g} to {high:g}", f"{value:g} 超出 {low:g} 至 {high:g} 的范围")


def out_of_range(value: float, low: float, high: float) -> Words:
    """Return that a value lies outside its own range."""
    return Words(
        f"value {value:g} is outside its range {low:g} to {high:g}",
        f"数值 {value:g} 超出其自身范围 {low:g} 至 {high:g}",
    )


def repeated(count: int) -> Words:
    """Return that something stands there more than once."""
    return Words(f"stands there {count} times", f"出现了 {count} 次")


def unread(error: BaseException) -> Words:
    """Return that a file cannot be read."""
    return Words(f"cannot be read: {error}", f"无法读取：{reason(error).zh}")
