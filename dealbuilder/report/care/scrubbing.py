"""What may leave the machine of a fault's words: what the program wrote itself, and nothing a deal or a person did.

The message of an exception may hold anything: a title, a sealed value, the name of a file. So nothing of it is kept but
pieces that stand letter by letter in the code that raised it, names in that code, and the fixed words of Python itself.
"""

import getpass
import os
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from types import CodeType

LONGEST = 2000
"""Characters of a message that are looked at."""
LEAST = 4
"""Characters of a piece of code's text that tell it from chance."""
GAP = "…"
"""What stands for words that were left out."""

SAID_BY_PYTHON = """
a abstract all already an and any arg args argument arguments at attribute attributes base be been between bool but
by bytearray bytes c++ call callable called can't cannot class classes closed code codec complex coroutine could
decimal decode deleted descriptor dict dictionary did different dimension dimensions division do does doesn't
element elements empty encode enough exceeded expected file float for found from frozen frozenset function generator
given global got has hashable have immutable implemented import in index indices infinite initialized input instance
int integer integers internal into invalid is isn't it item items iterable iterating iterator key keyword length
line list literal local mapping matching max maximum memory memoryview method missing mode module modulo more
multiple must name near negative no non none nonetype not number object objects of on one only open operand operands
operation or order out outside overflow pop position positional power range read recursion referenced required
result return returned same sequence set setting shape shapes should size slice start str string subscriptable
substring such support supported take takes than that the there thread timeout to together too tuple type types
unable unbound underlying unexpected unhashable unpack unsupported up used using value values variable was were
where while width with without would wrapped write written wrong zero
"""
"""Words of the messages that Python and its libraries write by themselves."""
OWN_WORDS = frozenset(SAID_BY_PYTHON.split())
TOKEN = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"|“[^”\n]*”|`[^`\n]*`|[A-Za-z_]\w*(?:'[a-z]+)?|\d[\d.,:]*|\s+|.", re.DOTALL)
SIGNS = frozenset(" \n\t.,:;()[]{}<>=+-*/%!?&|")
GAPS = re.compile(rf"{GAP}(?:[\s.,:;/()\[\]-]*{GAP})+")


def pieces(codes: Iterable[CodeType]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the texts that stand in code, and the names it uses."""
    texts: set[str] = set()
    names: set[str] = set()
    for code in codes:
        for one in _nested(code):
            names |= {*one.co_names, *one.co_varnames, *one.co_freevars, *one.co_cellvars, one.co_name}
            texts |= {const for const in one.co_consts if isinstance(const, str) and len(const.strip()) >= LEAST}
    return frozenset(texts), frozenset(names)


def _nested(code: CodeType) -> Iterator[CodeType]:
    yield code
    for const in code.co_consts:
        if isinstance(const, CodeType):
            yield from _nested(const)


def scrubbed(message: str, texts: Iterable[str] = (), names: frozenset[str] = frozenset()) -> str:
    """Return a message without a word that the program did not write; numbers become #."""
    message = message[:LONGEST]
    ours = bytearray(len(message))
    for text in sorted(texts, key=len, reverse=True):
        start = message.find(text)
        while start >= 0:
            ours[start : start + len(text)] = b"\1" * len(text)
            start = message.find(text, start + len(text))
    kept = "".join(_kept(found, ours, names) for found in TOKEN.finditer(message))
    return GAPS.sub(GAP, kept).strip()


def _kept(found: re.Match[str], ours: bytearray, names: frozenset[str]) -> str:
    word = found.group()
    if all(ours[found.start() : found.end()]) or word in SIGNS or word.isspace():
        return word
    if word[0] in "'\"“`" and len(word) > 1:
        return word if word[1:-1] in names or word[1:-1].lower() in OWN_WORDS else f"{word[0]}{GAP}{word[-1]}"
    if word[0].isdigit():
        return "#"
    return word if word.lower() in OWN_WORDS else GAP


def qt_words(text: str) -> str:
    """Return a message of Qt without what stands in quotation marks, paths, and letters beyond ASCII."""
    text = re.sub(r"'[^'\n]*'|\"[^\"\n]*\"|“[^”\n]*”", f'"{GAP}"', text[:LONGEST])
    text = re.sub(r"(?:[A-Za-z]:\\|file:|[~.]{0,2}/)[^\s)\"]*", GAP, text)
    return re.sub(r"[^\x20-\x7e…]+", GAP, text).strip()


@lru_cache(maxsize=1)
def _places() -> tuple[tuple[str, str], ...]:
    """Return the beginnings of paths that say who somebody is, and what stands for them; the longest first."""
    found: dict[str, str] = {}
    for name in ("HOME", "USERPROFILE"):
        if len(os.environ.get(name, "")) > 1:
            found[os.environ[name].rstrip("/\\")] = "~"
    try:
        home = Path.home()
        found[str(home)] = found[str(home.resolve())] = "~"
    except (OSError, RuntimeError):
        pass
    return tuple(sorted((pair for pair in found.items() if len(pair[0]) > 1), key=lambda pair: -len(pair[0])))


def short(path: str) -> str:
    """Return a path of code from its package on, or from the home folder on."""
    plain = path.replace("\\", "/")
    for mark in ("/site-packages/", "/dist-packages/", "/_internal/"):
        if mark in plain:
            return plain.rsplit(mark, 1)[1]
    where = plain.rfind("/dealbuilder/")
    if where >= 0 and plain.endswith(".py"):
        return plain[where + 1 :]
    library = re.search(r"/(lib/python3\.\d+/.*)$", plain)
    return library.group(1) if library else homeless(plain)


def homeless(text: str) -> str:
    """Return a text in which neither the home folder nor the user's name stands."""
    for place, sign in _places():
        text = text.replace(place, sign)
    name = _user()
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "USER", text) if len(name) > 1 else text


@lru_cache(maxsize=1)
def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
