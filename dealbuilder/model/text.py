"""Text in the two languages of the program."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

Language = Literal["en", "zh"]


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
        raise ValueError(f"is longer than {LONGEST:,} characters")
    return text


Wording = Annotated[Text, AfterValidator(_bounded)]
"""A text that a file brings, which may be a stranger's: bounded in length."""
Mark = Annotated[str, Field(max_length=ID)]
"""An id, a date or another short mark that a file brings."""
