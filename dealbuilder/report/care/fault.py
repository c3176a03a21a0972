"""A fault told for those who mend the program: which exception, where in the code; nothing of the deal."""

import linecache
import os
import traceback
from collections.abc import Iterator
from types import CodeType, TracebackType

from dealbuilder.report.care.scrubbing import GAP, pieces, scrubbed, short

CHAIN = 6
"""Exceptions told at most, where one was raised while another was handled."""
FIRST, LAST = 12, 30
"""Calls told at most, from the outermost and from the innermost; a recursion has a thousand."""


def signature(error: BaseException) -> str:
    """Return what two faults have in common that are one: the exception's kind and where it was raised."""
    frames = [*_frames(error)][-4:]
    places = [f"{code.co_filename}:{line}" for code, line in frames]
    return f"{type(error).__qualname__} {' '.join(places)}"


def told(error: BaseException) -> str:
    """Return kind, words and calls of a fault and of those it came from, the first cause first."""
    return "\n".join(_one(one) for one in reversed([*_chain(error)]))


def words(error: BaseException) -> str:
    """Return of an exception's message what the program wrote itself."""
    try:
        if isinstance(error, OSError) and error.errno is not None:
            return os.strerror(error.errno)
        if hasattr(error, "errors") and hasattr(error, "error_count"):
            return _invalid(error)
        said = str(error)
    except Exception:
        return GAP
    texts, names = pieces(code for one in _chain(error) for code, _ in _frames(one))
    return scrubbed(said, texts, names)


def _invalid(error: BaseException) -> str:
    """Return the kinds of problems pydantic found; what it was given and where may be the user's own words."""
    found = error.errors(include_url=False, include_context=False, include_input=False)  # type: ignore[attr-defined]
    return f"{getattr(error, 'title', '')}: {', '.join(sorted({str(one['type']) for one in found}))}"


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    waiting: list[BaseException] = [error]
    while waiting and len(seen) < CHAIN:
        one = waiting.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        inner = [*one.exceptions] if isinstance(one, BaseExceptionGroup) else []
        cause = one.__cause__ if one.__suppress_context__ else one.__cause__ or one.__context__
        waiting += [*inner, *([] if cause is None else [cause])]


def _frames(error: BaseException) -> Iterator[tuple[CodeType, int]]:
    trace: TracebackType | None = error.__traceback__
    while trace is not None:
        yield trace.tb_frame.f_code, trace.tb_lineno or 0
        trace = trace.tb_next


def _one(error: BaseException) -> str:
    frames = [*_frames(error)]
    shown = [_call(code, line) for code, line in frames]
    if len(shown) > FIRST + LAST:
        shown[FIRST:-LAST] = [f"  {GAP} {len(shown) - FIRST - LAST} more calls {GAP}"]
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    return "\n".join(("Traceback (most recent call last):", *shown, f"{name}: {words(error)}".rstrip(": "), ""))


def _call(code: CodeType, line: int) -> str:
    source = linecache.getline(code.co_filename, line).strip()
    place = f'  File "{short(code.co_filename)}", line {line}, in {code.co_qualname}'
    return f"{place}\n    {source}" if source else place


def unhandled(error: BaseException) -> str:
    """Return Python's own account with every message, for the terminal of whoever runs a checkout."""
    return "".join(traceback.format_exception(error))
