"""The generated parts of a page: equations, symbols, parameters, what comes out, in one language, as Markdown."""

from dataclasses import dataclass

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.parameter import Parameter, Table
from dealbuilder.model.source import Reference
from dealbuilder.model.text import Language
from dealbuilder.report.method import lexicon
from dealbuilder.report.method.blocks import Block, Symbol, Words
from dealbuilder.report.method.lexicon import Lexicon
from dealbuilder.report.method.markdown_table import markdown_table

HEADS = {
    "symbols": {"en": ("Symbol", "Meaning", "Unit", "Kind"), "zh": ("符号", "含义", "单位", "类型")},
    "elsewhere": {"en": ("Symbol", "Meaning", "Unit", "Page"), "zh": ("符号", "含义", "单位", "页面")},
    "parameters": {
        "en": ("Symbol", "Assumption", "Value", "Low to high", "Unit", "Grade", "Source or ground"),
        "zh": ("符号", "假设", "取值", "低值至高值", "单位", "等级", "来源或依据"),
    },
    "outputs": {"en": ("Id", "Shown as", "Unit", "Computed as"), "zh": ("标识", "显示为", "单位", "计算式")},
}
KINDS = {
    "": {"en": "", "zh": ""},
    "state": {"en": "state", "zh": "状态"},
    "flag": {"en": "flag", "zh": "标志"},
    "index": {"en": "index", "zh": "下标"},
}
DISTRIBUTIONS = {
    "fixed": {"en": "fixed", "zh": "固定"},
    "uniform": {"en": "uniform", "zh": "均匀"},
    "triangular": {"en": "triangular", "zh": "三角"},
    "lognormal": {"en": "lognormal", "zh": "对数正态"},
    "beta": {"en": "beta", "zh": "贝塔"},
}
GRADES = {
    "A": {"en": "A, official or measured", "zh": "A，官方或实测"},
    "B": {"en": "B, company or wire report", "zh": "B，企业或通讯社"},
    "C": {"en": "C, analyst or secondary", "zh": "C，分析或二手"},
    "D": {"en": "D, judgement", "zh": "D，判断"},
}
SERIES = {"en": " (monthly)", "zh": "（逐月）"}
TO = {"en": " to ", "zh": "至"}
STOP = {"en": "; ", "zh": "；"}
COLON = {"en": ": ", "zh": "："}
BRACKETS = {"en": (" (", ")"), "zh": ("（", "）")}
ELSEWHERE = {"en": "Defined on other pages:", "zh": "在其他页面定义："}
FITTED = {"en": "before the fit to trade", "zh": "与贸易数据拟合前"}
NONE = {"en": "None of its own.", "zh": "本页无自有项目。"}


def figure(value: float) -> str:
    """Return a number as short as it is exact, with a true minus sign."""
    return f"{value:.6g}".replace("-", "\u2212")


@dataclass(frozen=True, slots=True)
class Scribe:
    """Writes parts of pages in one language; `titles` holds the title of each page by its name."""

    catalogue: Catalogue
    blocks: tuple[Block, ...]
    known: Lexicon
    words: Words
    language: Language
    titles: dict[str, str]

    def unit(self, unit: str) -> str:
        """Return a unit in the page's language."""
        known = self.words.units.get(unit)
        return known.get(self.language) if known else unit

    def note(self, note: str) -> str:
        """Return a note of the catalogue in the page's language, in English where it has no other."""
        return self.words.notes.get(note, note) if self.language == "zh" else note

    def sources(self, item: Parameter | Table) -> str:
        """Return where a figure comes from: titles with date and place, then the note."""
        said = [self.cited(reference) for reference in item.references]
        if item.note:
            said.append(self.note(item.note))
        return STOP[self.language].join(said) or GRADES["D"][self.language]

    def cited(self, reference: Reference) -> str:
        """Return a source with its date and the place in it."""
        source = self.catalogue.source_by_id[reference.source]
        opens, closes = BRACKETS[self.language]
        place = f", {reference.locator}" if reference.locator else ""
        return f"{source.title}{opens}{reference.date or source.date}{place}{closes}"

    def equation(self, block: Block, id: str) -> str:
        """Return one group of equations as a fenced block."""
        return f"```\n{block.equation(id).text.strip()}\n```"

    def symbols(self, block: Block) -> str:
        """Return the page's own symbols, then those of other pages that its equations use."""
        own = [self._symbol(symbol) for symbol in block.symbols]
        table = markdown_table(HEADS["symbols"][self.language], own) if own else NONE[self.language]
        others = self._elsewhere(block)
        if not others:
            return table
        return f"{table}\n\n{ELSEWHERE[self.language]}\n\n" + markdown_table(HEADS["elsewhere"][self.language], others)

    def _symbol(self, symbol: Symbol) -> tuple[str, ...]:
        kind = KINDS[symbol.kind][self.language]
        return f"`{symbol.written}`", symbol.get(self.language), self.unit(symbol.unit), kind

    def _elsewhere(self, block: Block) -> list[tuple[str, ...]]:
        rows = []
        for name in sorted(lexicon.used(block)):
            page = self.known.page(name)
            if not page or page == block.page:
                continue
            if name in self.known.symbols:
                symbol = self.known.symbols[name][0]
                if symbol.kind == "index":
                    continue
                said, unit, written = symbol.get(self.language), symbol.unit, symbol.written
            elif name in self.known.parameters:
                parameter = self.known.parameters[name][0]
                said, unit, written = parameter.label.get(self.language), parameter.unit, name
            else:
                table = self.catalogue.table_by_id[self.known.tables[name][0]]
                said, unit, written = table.label.get(self.language), "", name
            rows.append((f"`{written}`", said, self.unit(unit), self.link(page)))
        return rows

    def link(self, page: str) -> str:
        """Return a link to another page."""
        return f"[{self.titles.get(page, page)}]({page}.md)"

    def parameters(self, block: Block) -> str:
        """Return the table of the page's parameters."""
        rows = [self._parameter(p) for p in self.catalogue.parameters if p.topic in block.topics]
        return markdown_table(HEADS["parameters"][self.language], rows) if rows else NONE[self.language]

    def _parameter(self, parameter: Parameter) -> tuple[str, ...]:
        return (
            f"`{parameter.symbol}`",
            parameter.label.get(self.language),
            figure(parameter.value),
            self._range(parameter),
            self.unit(parameter.unit),
            parameter.grade,
            self.sources(parameter),
        )

    def _range(self, parameter: Parameter) -> str:
        """Return low to high and the distribution; what stood there before a fit comes after it."""
        language = self.language
        kind = DISTRIBUTIONS[parameter.distribution][language]
        if parameter.distribution == "fixed":
            return kind
        comma = ", " if language == "en" else "，"
        said = f"{figure(parameter.low)}{TO[language]}{figure(parameter.high)}{comma}{kind}"
        if parameter.prior is None:
            return said
        (value, low, high), (opens, closes) = parameter.prior, BRACKETS[language]
        before = f"{figure(value)}{opens}{figure(low)}{TO[language]}{figure(high)}{closes}"
        return f"{said}{STOP[language]}{FITTED[language]}{COLON[language]}{before}"

    def outputs(self, block: Block) -> str:
        """Return the indicators and monthly series that the page defines."""
        rows = []
        series = {one.id: one for one in self.catalogue.series}
        for output in block.outputs:
            if output.kind == "indicator":
                found = self.catalogue.indicator_by_id[output.id]
                shown, unit = found.label.get(self.language), found.unit_label.get(self.language)
            else:
                shown = series[output.id].label.get(self.language) + SERIES[self.language]
                unit = self.unit(series[output.id].unit)
            rows.append((f"`{output.id}`", shown, unit, f"`{output.formula}`"))
        return markdown_table(HEADS["outputs"][self.language], rows) if rows else NONE[self.language]
