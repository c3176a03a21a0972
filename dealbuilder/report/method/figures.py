"""Parts that show the catalogue's own tables: figures by row, index sets, channels, worldviews, sources."""

from dealbuilder.model.parameter import Table
from dealbuilder.report.method.blocks import Block
from dealbuilder.report.method.markdown_table import markdown_table
from dealbuilder.report.method.parts import BRACKETS, GRADES, STOP, TO, Scribe, figure

WIDE = 6
"""Columns beyond which a table is written as one line of figures a row."""

SETS = ("goods", "end_uses", "classes", "destinations", "segments", "instruments", "firm_groups", "stages")
SIDES = {
    "us": {"en": "United States", "zh": "美国"},
    "china": {"en": "China", "zh": "中国"},
    "home": {"en": "home programme", "zh": "国内计划"},
    "terms": {"en": "terms", "zh": "协议条件"},
    "agenda": {"en": "later agenda", "zh": "后续议程"},
}
HEADS = {
    "sets": {"en": ("Index set", "Count", "Members"), "zh": ("集合", "数量", "成员")},
    "channels": {
        "en": ("Channel", "Meaning", "Side", "Unit", "At rest", "Low to high", "Clauses combine by"),
        "zh": ("通道", "含义", "一方", "单位", "静止值", "低值至高值", "合并方式"),
    },
    "worlds": {"en": ("Symbol", "Assumption", "Unit"), "zh": ("符号", "假设", "单位")},
    "figures": {"en": "Figures other than 0", "zh": "非零数值"},
    "row": {"en": "Row", "zh": "行"},
}
SET_NAMES = {
    "goods": {"en": "goods", "zh": "货物"},
    "end_uses": {"en": "end uses", "zh": "最终用途"},
    "classes": {"en": "end-user classes", "zh": "最终用户类别"},
    "destinations": {"en": "destinations", "zh": "目的地"},
    "segments": {"en": "segments of trade", "zh": "细分领域"},
    "instruments": {"en": "US instruments", "zh": "美国工具"},
    "firm_groups": {"en": "US firm groups", "zh": "美国企业组"},
    "stages": {"en": "stages of the chain", "zh": "产业链环节"},
}
AS_CATALOGUE = {"en": "as in the catalogue", "zh": "同目录"}
UNIT = {"en": "Unit", "zh": "单位"}
GRADE = {"en": "Grade", "zh": "等级"}
SOURCE = {"en": "Source or ground", "zh": "来源或依据"}


def tables(scribe: Scribe, block: Block) -> str:
    """Return every table of a page with its figures, unit, grade and sources."""
    found = ((short, scribe.catalogue.table_by_id[id]) for short, id in block.tables.items())
    return "\n\n".join(_table(scribe, short, table) for short, table in found)


def _table(scribe: Scribe, short: str, table: Table) -> str:
    language = scribe.language
    colon, stop = (": ", ". ") if language == "en" else ("：", "。")
    said = stop.join(
        (
            UNIT[language] + colon + scribe.unit(table.unit),
            GRADE[language] + colon + table.grade,
            SOURCE[language] + colon + scribe.sources(table),
        )
    )
    return f"### `{short}`{colon}{table.label.get(language)}\n\n{said}\n\n{_figures(scribe, table)}"


def _figures(scribe: Scribe, table: Table) -> str:
    language = scribe.language
    columns = [f"{_name(scribe, column)}" for column in table.columns]
    if len(columns) <= WIDE:
        heads = (HEADS["row"][language], *columns)
        rows = [
            (_name(scribe, row), *(figure(value) for value in values))
            for row, values in zip(table.rows, table.values, strict=True)
            if any(values)
        ]
        return markdown_table(heads, rows)
    flags = all(value in (0.0, 1.0) for values in table.values for value in values)
    heads = (HEADS["row"][language], HEADS["figures"][language])
    rows = []
    for row, values in zip(table.rows, table.values, strict=True):
        pairs = [(column, value) for column, value in zip(columns, values, strict=True) if value]
        said = [column if flags else f"{column} {figure(value)}" for column, value in pairs]
        rows.append((_name(scribe, row), STOP[language].join(said) or figure(0.0)))
    return markdown_table(heads, rows)


def _name(scribe: Scribe, id: str) -> str:
    """Return the name of a row or column of a table."""
    catalogue, words, language = scribe.catalogue, scribe.words, scribe.language
    for members in (catalogue.sets[name] for name in SETS):
        for named in members:
            if named.id == id:
                return (named.short or named.label).get(language)
    if id in catalogue.channel_by_id:
        return catalogue.channel_by_id[id].label.get(language)
    found = words.columns.get(id) or words.projects.get(id)
    return found.get(language) if found else id


def sets(scribe: Scribe) -> str:
    """Return the index sets with their members."""
    language = scribe.language
    comma = ", " if language == "en" else "、"
    rows = [
        (
            SET_NAMES[name][language],
            str(len(scribe.catalogue.sets[name])),
            comma.join(f"{named.label.get(language)} (`{named.id}`)" for named in scribe.catalogue.sets[name]),
        )
        for name in SETS
    ]
    return markdown_table(HEADS["sets"][language], rows)


def channels(scribe: Scribe) -> str:
    """Return the channels: all that the engine sees of a measure."""
    language = scribe.language
    rows = [
        (
            f"`{channel.id}`",
            channel.label.get(language),
            SIDES[channel.side][language],
            scribe.unit(channel.unit),
            figure(channel.rest),
            figure(channel.low) + TO[language] + figure(channel.high),
            f"`{channel.combine}`",
        )
        for channel in scribe.catalogue.channels
    ]
    return markdown_table(HEADS["channels"][language], rows)


def worlds(scribe: Scribe) -> str:
    """Return the parameters that differ between worldviews: value and range in each."""
    language, views = scribe.language, scribe.catalogue.worldviews
    changed = [p for p in scribe.catalogue.parameters if any(p.id in view.parameters for view in views)]
    opens, closes = BRACKETS[language]
    rows = []
    for parameter in changed:
        cells = [f"`{parameter.symbol}`", parameter.label.get(language), scribe.unit(parameter.unit)]
        for view in views:
            value, low, high = view.parameters.get(parameter.id, (parameter.value, parameter.low, parameter.high))
            cells.append(f"{figure(value)}{opens}{figure(low)}{TO[language]}{figure(high)}{closes}")
        rows.append(tuple(cells))
    heads = (*HEADS["worlds"][language], *(view.label.get(language) for view in views))
    return markdown_table(heads, rows)


def sources(scribe: Scribe, block: Block) -> str:
    """Return every source that the page's parameters and tables name, once, with outlet, date, address and grade."""
    catalogue, language = scribe.catalogue, scribe.language
    items = [parameter for parameter in catalogue.parameters if parameter.topic in block.topics]
    named = [reference.source for item in items for reference in item.references]
    named += [ref.source for id in block.tables.values() for ref in catalogue.table_by_id[id].references]
    lines = []
    for source in sorted((catalogue.source_by_id[id] for id in set(named)), key=lambda source: source.title):
        parts = [part for part in (source.title, source.outlet, source.date, source.address) if part]
        opens, closes = BRACKETS[language]
        lines.append(f"- {', '.join(parts)}{opens}{GRADES[source.grade][language]}{closes}")
    return "\n".join(lines)
