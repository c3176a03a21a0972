"""Passphrases: what is too short to seal with, and in words how hard one is to guess."""

import itertools
import math
import unicodedata
from typing import Literal

from dealbuilder.errors import DealError
from dealbuilder.model.text import Text

LEAST = 8
"""Fewest characters of a passphrase."""
WEAK, FAIR = 45.0, 70.0
"""Bits below which a passphrase is called easy, and below which fair, to guess."""
POOLS = ((str.islower, 26), (str.isupper, 26), (str.isdigit, 10))
SIGNS, HAN = 33, 2_500
"""Signs of a keyboard, and Chinese characters in everyday use."""
HAN_FROM = "\u3400"

Strength = Literal["none", "short", "weak", "fair", "good"]

ADVICE: dict[Strength, Text] = {
    "none": Text(
        en="Four or more words drawn at random are easy to keep in mind and hard to guess.",
        zh="随机选取的四个以上的词，容易记住，也难以猜到。",
    ),
    "short": Text(en=f"Too short: at least {LEAST} characters.", zh=f"过短：至少 {LEAST} 个字符。"),
    "weak": Text(
        en="Easy to guess for whoever has the file and a computer. Take four or more words drawn at random.",
        zh="对持有文件和计算机的人来说容易猜到。请用随机选取的四个以上的词。",
    ),
    "fair": Text(en="Fair. One more word makes it hard to guess.", zh="尚可。再加一个词就难以猜到。"),
    "good": Text(
        en="Long enough, unless it is a saying, a name or a date that somebody can look up.",
        zh="足够长，除非它是可以查到的成语、姓名或日期。",
    ),
}
"""What to say of a passphrase of each strength."""


def strength(passphrase: str) -> Strength:
    """Return how hard a passphrase is to guess, from its length and its alphabet: a rough upper bound, no promise."""
    said = unicodedata.normalize("NFKC", passphrase)
    if not said:
        return "none"
    if len(said) < LEAST:
        return "short"
    bits = _steps(said) * math.log2(_pool(said))
    return "weak" if bits < WEAK else "fair" if bits < FAIR else "good"


def agreed(passphrase: str, again: str) -> str:
    """Return a passphrase that was typed twice; raise DealError if the two differ or it is too short."""
    if passphrase != again:
        raise DealError(
            "The two passphrases differ; nothing was sealed.",
            "Type the same one twice.",
            zh="两次输入的口令不同；未密封任何内容。",
            zh_hint="请两次输入同一口令。",
        )
    if strength(passphrase) in ("none", "short"):
        raise DealError(
            f"A passphrase has at least {LEAST} characters; nothing was sealed.",
            ADVICE["none"].en,
            zh=f"口令至少 {LEAST} 个字符；未密封任何内容。",
            zh_hint=ADVICE["none"].zh,
        )
    return passphrase


def _steps(said: str) -> int:
    """Return how many characters surprise: neither the same as the one before nor its neighbour, repeats once."""
    period = (said + said).find(said, 1)
    once = said[:period]
    return 1 + sum(abs(ord(one) - ord(before)) > 1 for before, one in itertools.pairwise(once))


def _pool(said: str) -> int:
    pool = sum(size for kind, size in POOLS if any(char < HAN_FROM and kind(char) for char in said))
    signs = any(char < HAN_FROM and not char.isalnum() for char in said)
    return max(2, pool + SIGNS * signs + HAN * any(char >= HAN_FROM for char in said))
