"""Text in the two languages of the program."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from dealbuilder.errors import Words, Wrong

Language = Literal["en", "zh"]

_UNSEEN = "\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
HIDING = re.compile(f"[{_UNSEEN}]")
"""Overrides of direction, and letters that nobody sees."""
STEERING = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_UNSEEN}]")
"""These, and controls but for the line's end and the tab."""


def steady(text: str) -> str:
    """Return text without what steers a terminal, turns a line around or hides: none of it is ever part of a word."""
    return STEERING.sub("", text)


class Text(BaseModel):
    """One text in English and Simplified Chinese; both are always there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    en: str = Field(min_length=1)
    zh: str = Field(min_length=1)

    def get(self, language: Language) -> str:
        """Return the text in one language."""
        return self.zh if language == "zh" else self.en

    def __str__(self) -> str:
        return self.en


LONGEST = 5_000
"""Characters of one wording; no screen, card or page takes more, and the longest that is shipped has 412."""
ID = 200
"""Characters of an id, a date or another short mark."""
MANY = 500
"""References, ties, weights or channels of one thing."""


def _bounded(text: Text) -> Text:
    if max(len(text.en), len(text.zh)) > LONGEST:
        raise Wrong(Words(f"is longer than {LONGEST:,} characters", f"超过 {LONGEST:,} 个字符"))
    return text


Wording = Annotated[Text, AfterValidator(_bounded)]
"""A text that a file brings, which may be a stranger's: bounded in length."""
Mark = Annotated[str, Field(max_length=ID)]
"""An id, a date or another short mark that a file brings."""
