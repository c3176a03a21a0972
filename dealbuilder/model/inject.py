"""Injects: what may happen to a deal after signing, as dated shifts of channels and parameters."""

from collections.abc import Collection, Iterator, Mapping
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, model_validator

from dealbuilder.errors import Words, Wrong
from dealbuilder.model.channel import Channel
from dealbuilder.model.faults import UNFOUNDED, Fault, no_such, undescribed
from dealbuilder.model.package import HORIZON
from dealbuilder.model.parameter import Parameter
from dealbuilder.model.parties import Grade
from dealbuilder.model.source import Reference
from dealbuilder.model.text import Wording

Origin = Literal["us", "china", "both", "others"]
"""Whose act it is: one of the two sides, both, or neither (an accident, a court, an ally, the market)."""

CARD_WORDS = 40
"""Most words of a card: what a room reads at once."""

HAN = ("\u3400", "\u9fff")
PER_WORD = 2
"""Chinese characters that count as one word."""

SIGNED_ONLY = ("terms", "agenda")
"""Sides whose channels are read as they are signed: nothing that happens later shifts them."""

AS_SIGNED = Words(
    "is a term of the deal, read as signed: nothing can shift it later", "属于协议条件，以签署时为准：之后不能改变"
)
UNREASONED = Words("is missing: a judgement (grade D) says what it rests on", "缺失：判断（D级）须说明依据")


class ChannelShift(BaseModel):
    """What is taken from a channel, or added to it, while the inject lasts: `by`, in the channel's unit, signed.

    It bears on what is in force, whatever law or deal say; the sum stays within the channel's bounds.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    channel: str = Field(max_length=200)
    by: FiniteFloat


class ParameterShift(BaseModel):
    """What a parameter is instead while the inject lasts: value and range in its unit; equal ends make it certain."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    parameter: str = Field(max_length=200)
    value: FiniteFloat
    low: FiniteFloat
    high: FiniteFloat

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not self.low <= self.value <= self.high:
            raise Wrong(Words("value lies outside low to high", "数值超出其上下限"))
        return self


class Inject(BaseModel):
    """One thing that happens in month `month` after signing and lasts `months` (None: to the end of the horizon).

    `card` is what the room reads, at most forty words. `expires` lets the truce or the deal run out in that month, as
    if its term ended. Grade D: a judgement, as every inject that nobody has seen happen.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=200)
    origin: Origin
    title: Wording
    card: Wording
    month: int = Field(ge=0, le=HORIZON)
    months: Annotated[int, Field(ge=1, le=HORIZON)] | None = None
    channels: tuple[ChannelShift, ...] = Field(default=(), max_length=50)
    parameters: tuple[ParameterShift, ...] = Field(default=(), max_length=50)
    expires: bool = False
    grade: Grade = "D"
    references: tuple[Reference, ...] = Field(default=(), max_length=50)
    reason: Wording | None = None
    """Why these figures: what the judgement rests on."""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if not self.channels and not self.parameters and not self.expires:
            raise Wrong(Words("shifts nothing", "没有改变任何内容"))
        if len({shift.channel for shift in self.channels}) < len(self.channels):
            raise Wrong(Words("shifts one channel twice", "两次改变同一渠道"))
        if len({shift.parameter for shift in self.parameters}) < len(self.parameters):
            raise Wrong(Words("shifts one parameter twice", "两次改变同一参数"))
        if self.grade != "D" and not self.references:
            raise Wrong(UNFOUNDED)
        return self

    @property
    def end(self) -> int:
        """Return the first month after signing in which it no longer holds."""
        return HORIZON + 1 if self.months is None else self.month + self.months


def card_words(text: str) -> int:
    """Return how long a card is, in words; two Chinese characters count as one word."""
    characters = sum(HAN[0] <= char <= HAN[1] for char in text)
    spaced = "".join(" " if HAN[0] <= char <= HAN[1] else char for char in text)
    words = sum(any(char.isalnum() for char in word) for word in spaced.split())
    return words + -(-characters // PER_WORD)


def inject_faults(
    inject: Inject, channels: Mapping[str, Channel], parameters: Mapping[str, Parameter], sources: Collection[str]
) -> Iterator[Fault]:
    """Yield what an inject names that does not exist or cannot be, as a key inside it and a sentence."""
    for shift in inject.channels:
        channel = channels.get(shift.channel)
        if channel is None:
            yield f".channels.{shift.channel}", no_such("a channel", "渠道")
        elif channel.side in SIGNED_ONLY:
            yield f".channels.{shift.channel}", AS_SIGNED
        elif abs(shift.by) > channel.high - channel.low:
            en = f"{shift.by:g} is more than the channel's whole reach"
            yield f".channels.{shift.channel}", Words(en, f"{shift.by:g} 超过该渠道的全部幅度")
    for shift in inject.parameters:
        parameter = parameters.get(shift.parameter)
        wrong = (
            parameter.impossible(shift.value, shift.low, shift.high) if parameter else no_such("a parameter", "参数")
        )
        if wrong:
            yield f".parameters.{shift.parameter}", wrong
    for language, text in (("en", inject.card.en), ("zh", inject.card.zh)):
        if card_words(text) > CARD_WORDS:
            en = f"has {card_words(text)} words; a card has at most {CARD_WORDS}"
            yield f".card.{language}", Words(en, f"有 {card_words(text)} 个词；卡片最多 {CARD_WORDS} 个词")
    if inject.grade == "D" and inject.reason is None:
        yield ".reason", UNREASONED
    for reference in inject.references:
        if reference.source not in sources:
            yield ".references", undescribed(reference.source)
