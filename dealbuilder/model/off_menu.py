"""A clause off the menu: a measure made in the room from a house estimate, marked as one wherever it is named."""

import re
from collections.abc import Collection

from dealbuilder.model.channel import Channel
from dealbuilder.model.house import House
from dealbuilder.model.measure import Instrument, Level, Measure
from dealbuilder.model.parties import Side
from dealbuilder.model.text import Text

GROUP = "off_menu"
MARK = Text(en="house estimate", zh="会场估计")
MARKS = Text(en=f" ({MARK.en})", zh=f"（{MARK.zh}）")
LEVELS = ("low", "likely", "high")
LABELS = (
    Text(en="lowest estimate", zh="最低估计"),
    Text(en="likely estimate", zh="可能估计"),
    Text(en="highest estimate", zh="最高估计"),
)
NOTHING = Level(
    id="none", label=Text(en="not agreed", zh="未约定"), sentence=Text(en="It is not agreed.", zh="未作约定。")
)
UNITS = {
    "share": Text(en="as a share", zh="（比例）"),
    "month": Text(en="months", zh="个月"),
    "day": Text(en="days", zh="天"),
    "multiple": Text(en="times", zh="倍"),
    "person/year": Text(en="people a year", zh="人/年"),
}
"""Units of channels in words; what is not here is written as it stands."""
TITLE = 120
"""Characters of a title."""


def marked(title: Text) -> Text:
    """Return a title that says it rests on a house estimate, once."""
    return Text(
        en=title.en if title.en.endswith(MARKS.en) else title.en + MARKS.en,
        zh=title.zh if title.zh.endswith(MARKS.zh) else title.zh + MARKS.zh,
    )


def free_id(title: str, taken: Collection[str]) -> str:
    """Return an id for a clause of this title that nothing has yet."""
    stem = "house_" + (re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_")[:40] or "clause")
    number, id = 2, stem
    while id in taken:
        id, number = f"{stem}_{number}", number + 1
    return id


def measure(id: str, side: Side, title: str, house: House, channel: Channel, ramp: float = 0.0) -> Measure:
    """Return the measure that a house estimate makes: three levels, at its lowest, likely and highest figure.

    Figures beyond the channel's bounds count as the bound. `ramp` is months to full effect.
    """
    figures = [min(max(value, channel.low), channel.high) for value in house.pooled()]
    low, likely, high = (f"{value:g}" for value in figures)
    many = len(house.counted)
    people = f"{many} estimate" if many == 1 else f"{many} estimates"
    unit = UNITS.get(channel.unit) or Text(en=channel.unit, zh=channel.unit)
    after = Text(en="after discussion" if house.rounds == 2 else "before any discussion",
                 zh="讨论之后" if house.rounds == 2 else "未经讨论")  # fmt: skip
    levels = tuple(
        Level(
            id=level,
            label=label,
            sentence=Text(
                en=f"{channel.label.en}: {value:g} {unit.en} ({low} to {high} over {people}, {after.en}).",
                zh=f"{channel.label.zh}：{value:g}{unit.zh}（{many} 人估计为 {low} 至 {high}，{after.zh}）。",
            ),
            channels={channel.id: value},
        )
        for level, label, value in zip(LEVELS, LABELS, figures, strict=True)
    )
    name = title.strip()[:TITLE]
    judged = Text(en="A judgement of the people in the room.", zh="在场人员的判断。")
    return Measure(
        id=id,
        side=side,
        group=GROUP,
        title=marked(Text(en=name, zh=name)),
        summary=Text(
            en=f"Invented in the room. Likely {likely} {unit.en}, between {low} and {high}: {channel.label.en}.",
            zh=f"场内提出。可能为{likely}{unit.zh}，介于 {low} 与 {high} 之间：{channel.label.zh}。",
        ),
        instrument=Instrument(
            name=Text(en="To be written", zh="有待起草"), citation="none", date="", kind="house estimate"
        ),
        levels=(NOTHING, *levels),
        ramp=ramp,
        ramp_note=judged,
        reversal=1.0,
        references=(),
        grade="D",
        house=house,
    )
