"""How large a deal may grow: far beyond any real one, and small enough that a hostile file cannot stall the program."""

from dealbuilder.errors import DealError

PACKAGES = 500
CLAUSES = 2_000
"""In one package."""
ENTRIES = 5_000
"""Changed parameters, targets, own measures or sealed values."""
VERSIONS = 5_000
INJECTS = 200
"""Injects that bear on one deal at a time."""
LENSES = 100
"""Roles that one deal changes or adds."""
STEPS = 200_000
"""Steps of undo that a file may carry."""
WORK = 20_000_000
"""Clauses, entries and packages that undo's states may hold anew, all steps together: 8 bytes each in memory."""
FILE_BYTES = 256 * 1024 * 1024
TEXT_BYTES = 32 * 1024 * 1024
"""One value in a file; the longest is a document kept whole."""

COUNTED = {
    "packages": "个方案",
    "clauses in one package": "条同一方案中的条款",
    "kept versions": "个保留的版本",
    "changed assumptions": "项更改的假设",
    "targets": "个目标",
    "measures of its own": "项自定措施",
    "injects": "个突发事件",
    "changed roles": "个更改的角色",
    "sealed values": "个密封值",
}
"""What is counted, in Chinese with its measure word."""


def room(count: int, limit: int, what: str) -> None:
    """Raise DealError if one more would pass the limit."""
    if count >= limit:
        raise DealError(
            f"A deal holds at most {limit:,} {what}; nothing was changed.",
            "Remove some first.",
            zh=f"一份协议最多容纳 {limit:,} {COUNTED[what]}；未作更改。",
            zh_hint="请先移除一些。",
        )
