"""What a score hangs on, as sentences, a figure, tables and blocks: for paper, files and the desk alike."""

import math

from dealbuilder.analysis.hanging import Bar, Hangs, Indices
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.report import axes, wording
from dealbuilder.report.blocks import Block, Heading, Paragraph, Picture, Pictures, Table
from dealbuilder.report.pages.matter import Matter
from dealbuilder.report.phrases import say
from dealbuilder.report.study import assumed
from dealbuilder.report.tornado import Tornado

PERCENT = 100.0
NUDGE = 1e-6
"""Keeps a width that is a whole number of steps below what is said of it."""
NEARLY = 0.005
"""Shares, as parts of one, that are no further apart than this are told as one."""
NAMED = 3
"""Flips that a sentence names."""
ROWS = 12
"""Rows of the table of indices."""
BAR, ROOM = 21.0, 46.0
"""Height of a bar and of what stands about the bars, in points of paper."""


def figure(catalogue: Catalogue, found: Hangs, language: Language) -> Tornado:
    """Return the tornado of the widest bars."""
    told = found.tornado
    wanted, scale = told.quantity, wording.in_unit(1.0, told.quantity.unit, language)
    name, unit = assumed.quantity(wanted, language), wording.unit(wanted.unit, language)
    title = say("hangs.title", language, name=name)
    line = told.line.value * scale if told.line.kind != "baseline" else math.nan
    ends = [end * scale for bar in told.shown for end in (bar.low, bar.high)] or [told.centre * scale]
    near = [line] if math.isfinite(line) and min(ends) <= line <= max(ends) else []
    return Tornado(
        title=title,
        unit=unit,
        labels=tuple(assumed.label(catalogue, bar.parameter, language) for bar in told.shown),
        ranges=tuple(assumed.ranged(catalogue, bar.parameter, bar.figures, language) for bar in told.shown),
        low=tuple(bar.low * scale for bar in told.shown),
        high=tuple(bar.high * scale for bar in told.shown),
        flips=tuple(_at_end(catalogue, bar, language) for bar in told.shown),
        flip_values=tuple(wording.in_unit(bar.flip.value, _unit(catalogue, bar), language) for bar in told.shown),
        centre=told.centre * scale,
        centre_text=assumed.value(wanted, told.centre, language, _places(found)),
        line=line,
        line_text=assumed.line(wanted, told.line, language),
        x_range=axes.nice(min(*ends, told.centre * scale, *near), max(*ends, told.centre * scale, *near)),
        key=(say("hangs.key_low", language), say("hangs.key_high", language)),
        header=header(language)[:1] + header(language)[2:],
        alt=_alt(catalogue, found, title, unit, language),
        note=note(found, language),
    )


def _unit(catalogue: Catalogue, bar: Bar) -> str:
    return catalogue.parameter_by_id[bar.parameter].unit


def _places(found: Hangs) -> int:
    """Return the decimals in which the bars can be told from one another."""
    told = found.tornado
    return assumed.telling(told.quantity, told.bars[0].width if told.bars else 0.0)


def _at_end(catalogue: Catalogue, bar: Bar, language: Language) -> str:
    if bar.flip.outcome != "flips":
        return ""
    return say("hangs.flip", language, value=assumed.figure(catalogue, bar.parameter, bar.flip.value, language))


def _alt(catalogue: Catalogue, found: Hangs, title: str, unit: str, language: Language) -> str:
    items = [
        say(
            "hangs.alt_item",
            language,
            label=assumed.label(catalogue, bar.parameter, language),
            low=assumed.value(found.tornado.quantity, bar.low, language, _places(found)),
            high=assumed.value(found.tornado.quantity, bar.high, language, _places(found)),
        )
        for bar in found.tornado.shown
    ]
    glue = "; " if language == "en" else "；"
    listed = glue.join(items) or wording.lowered(say("hangs.nothing", language)).rstrip(".。")
    return say("hangs.alt", language, title=title, unit=unit or "1", items=listed)


def verdict(catalogue: Catalogue, found: Hangs, language: Language) -> str:
    """Return where the score stands against its line, and which assumptions would flip that."""
    told = found.tornado
    stands = say(
        "hangs.verdict_met" if told.met else "hangs.verdict_missed",
        language,
        name=assumed.quantity(told.quantity, language),
        value=assumed.value(told.quantity, told.centre, language, _places(found)),
        line=assumed.line(told.quantity, told.line, language),
    )
    turning = [bar for bar in told.bars if bar.flip.outcome == "flips"]
    if not turning:
        return wording.joined([stands, say("hangs.flips_none", language)], language)
    items = [
        say(
            "hangs.flips_item",
            language,
            label=assumed.label(catalogue, bar.parameter, language),
            value=assumed.figure(catalogue, bar.parameter, bar.flip.value, language),
            now=assumed.figure(catalogue, bar.parameter, bar.figures.value, language),
        )
        for bar in turning[:NAMED]
    ]
    glue = ", or " if language == "en" else "，或"
    more = len(turning) - NAMED
    rest = say("hangs.flips_more_one" if more == 1 else "hangs.flips_more", language, count=more) if more > 0 else ""
    return wording.joined([stands, say("hangs.flips_some", language, items=glue.join(items)), rest], language)


def note(found: Hangs, language: Language) -> str:
    """Return how the bars are made and what is not drawn."""
    told = found.tornado
    if not told.bars:
        return say("hangs.nothing", language)
    made = say(
        "hangs.note",
        language,
        draws=wording.number(told.draws, "draw", language, 0),
        all=wording.number(told.all_draws, "draw", language, 0),
    )
    moving = [say("hangs.note_baseline", language)] if told.line.kind == "baseline" else []
    if not told.others:
        return wording.joined([made, *moving, say("hangs.others_none", language)], language)
    digits = _places(found) + 1
    most = math.ceil(told.others[0].width * 10.0**digits + NUDGE) / 10.0**digits
    value = wording.number(most, assumed.apart(told.quantity.unit), language, digits)
    rest = say("hangs.others", language, count=len(told.others), value=value, still=told.still)
    return wording.joined([made, *moving, rest], language)


def header(language: Language) -> tuple[str, ...]:
    """Return the heads of the table of bars."""
    return tuple(say(f"hangs.header_{key}", language) for key in ("item", "range", "low", "high", "flip"))


def rows(catalogue: Catalogue, found: Hangs, language: Language) -> tuple[tuple[str, ...], ...]:
    """Return a row a bar that is drawn: assumption, range, the score at either end, where the verdict flips."""
    wanted = found.tornado.quantity
    return tuple(
        (
            assumed.label(catalogue, bar.parameter, language),
            assumed.ranged(catalogue, bar.parameter, bar.figures, language),
            assumed.value(wanted, bar.low, language, _places(found)),
            assumed.value(wanted, bar.high, language, _places(found)),
            flip(catalogue, bar, language),
        )
        for bar in found.tornado.shown
    )


def flip(catalogue: Catalogue, bar: Bar, language: Language) -> str:
    """Return where the verdict flips under an assumption, in a few words."""
    if bar.flip.outcome == "flips":
        return assumed.figure(catalogue, bar.parameter, bar.flip.value, language)
    return say("hangs.never" if bar.flip.outcome == "holds" else "hangs.untried", language)


def argued(catalogue: Catalogue, found: Hangs, language: Language) -> tuple[tuple[str, str], ...]:
    """Return the assumptions to argue about: id, and what is to be said of each with range, grade and flip."""
    return tuple((id, _argued(catalogue, found, id, language)) for id in found.argued)


def _argued(catalogue: Catalogue, found: Hangs, id: str, language: Language) -> str:
    bar, known, indices = found.bar(id), catalogue.parameter_by_id[id], found.indices
    name = assumed.label(catalogue, id, language)
    sentences: list[str] = []
    if indices.varies and id in indices.names and indices.of(id)[0] > 0.0:
        first, total = indices.of(id)
        # Both are estimates: a first share at or above the total would read as more than the whole.
        key = "argued_given" if math.isnan(total) else "argued_full" if first < total - NEARLY else "argued_alone"
        sentences.append(say(f"hangs.{key}", language, label=name, first=_share(first), total=_share(total)))
    elif bar is not None:
        ends = {
            key: assumed.value(found.tornado.quantity, at, language, _places(found))
            for key, at in (("low", bar.low), ("high", bar.high))
        }
        sentences.append(say("hangs.argued_plain", language, label=name, **ends))
    if bar is not None:
        sentences.append(
            say(
                "hangs.argued_range",
                language,
                value=assumed.figure(catalogue, id, bar.figures.value, language),
                range=assumed.ranged(catalogue, id, bar.figures, language),
                grade=known.grade,
            )
        )
        if bar.flip.outcome == "flips":
            at = assumed.figure(catalogue, id, bar.flip.value, language)
            sentences.append(say("hangs.argued_flip", language, value=at))
        else:
            sentences.append(say("hangs.argued_holds", language))
    return wording.joined(sentences, language)


def _share(share: float) -> str:
    return f"{wording.plain(PERCENT * max(share, 0.0), 0)}%"


def indices_lead(found: Hangs, language: Language) -> str:
    """Return what the table of indices is made of."""
    indices = found.indices
    if not indices.varies:
        return say("hangs.indices_none", language)
    if found.full:
        return say("hangs.indices_lead", language, runs=say("hangs.run", language, count=f"{indices.runs:,}"))
    floor = _share(float(indices.first_error.max(initial=0.0)))
    draws = wording.number(indices.runs, "draw", language, 0)
    return say("hangs.indices_given", language, runs=draws, floor=floor)


def indices_header(found: Hangs, language: Language) -> tuple[str, ...]:
    """Return the heads of the table of indices."""
    heads = (say("hangs.header_item", language), say("hangs.first", language))
    return (*heads, say("hangs.total", language)) if found.full else heads


def indices_rows(catalogue: Catalogue, found: Hangs, language: Language) -> tuple[tuple[str, ...], ...]:
    """Return a row an assumption, the largest share first; luck and all others stand among them."""
    indices = found.indices
    if not indices.varies:
        return ()
    shares = indices.total if found.full else indices.first
    order = sorted(range(len(indices.names)), key=lambda place: -float(shares[place]))
    kept = [place for place in order if found.full or indices.first[place] > indices.first_error[place]]
    return tuple(_index(catalogue, indices, place, found.full, language) for place in kept[:ROWS])


def _index(catalogue: Catalogue, indices: Indices, place: int, full: bool, language: Language) -> tuple[str, ...]:
    name = assumed.label(catalogue, indices.names[place], language, indices.grouped)
    if not full:
        return name, _share(float(indices.first[place]))
    pairs = ((indices.first, indices.first_error), (indices.total, indices.total_error))
    return (name, *(f"{_share(float(value[place]))} ± {_share(float(error[place]))}" for value, error in pairs))


def blocks(matter: Matter, found: Hangs) -> list[Block]:
    """Return what paper says of what the score hangs on."""
    catalogue, language = matter.catalogue, matter.language
    drawn = figure(catalogue, found, language)
    said: list[Block] = [Paragraph(verdict(catalogue, found, language))]
    if drawn.labels:
        said += [
            Pictures((Picture(drawn, ROOM + BAR * len(drawn.labels)),)),
            Paragraph(drawn.note, "quiet"),
            Table(header(language), rows(catalogue, found, language), "llrrr", (3.6, 2.6, 1.4, 1.4, 2.6)),
        ]
    else:
        said.append(Paragraph(drawn.note))
    said.append(Heading(say("hangs.argue" if len(found.argued) > 1 else "hangs.argue_few", language)))
    if not found.argued:
        return [*said, Paragraph(say("hangs.argue_none", language))]
    for id, text in argued(catalogue, found, language):
        said.append(Paragraph(text, notes=matter.sources.cite(catalogue.parameter_by_id[id].references)))
    said += [Heading(say("hangs.indices", language)), Paragraph(indices_lead(found, language), "quiet")]
    listed = indices_rows(catalogue, found, language)
    if listed:
        heads = indices_header(found, language)
        said.append(Table(heads, listed, "l" + "r" * (len(heads) - 1), (5, *((2,) * (len(heads) - 1)))))
    return said
