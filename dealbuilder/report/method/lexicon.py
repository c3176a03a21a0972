"""One name, one meaning: where each name in the equations is defined, across all pages."""

from dataclasses import dataclass

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.parameter import Parameter
from dealbuilder.report.method import tokens
from dealbuilder.report.method.blocks import Block, Symbol


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Symbols and parameters by the name in equations with their page; short names of tables with their page."""

    symbols: dict[str, tuple[Symbol, str]]
    parameters: dict[str, tuple[Parameter, str]]
    tables: dict[str, tuple[str, str]]
    members: frozenset[str]
    twice: tuple[str, ...]

    def page(self, name: str) -> str | None:
        """Return the page that defines a name, "" for a member of an index set, None if nothing does."""
        for place in (self.symbols, self.parameters, self.tables):
            if name in place:
                return place[name][1]
        return "" if name in self.members else None


def lexicon(catalogue: Catalogue, blocks: tuple[Block, ...]) -> Lexicon:
    """Return what every name means; `twice` holds names that are defined more than once."""
    symbols: dict[str, tuple[Symbol, str]] = {}
    parameters: dict[str, tuple[Parameter, str]] = {}
    tables: dict[str, tuple[str, str]] = {}
    defined: list[str] = []
    for block in blocks:
        for symbol in block.symbols:
            symbols[symbol.name] = (symbol, block.page)
            defined.append(symbol.name)
        for short, id in block.tables.items():
            tables[short] = (id, block.page)
            defined.append(short)
        for parameter in catalogue.parameters:
            if parameter.topic in block.topics:
                parameters[parameter.symbol] = (parameter, block.page)
                defined.append(parameter.symbol)
    members = {named.id for members in catalogue.sets.values() for named in members}
    for id in ("capacity", "chemistry"):
        members |= set(catalogue.table_by_id[id].rows)
    twice = tuple(sorted({name for name in defined if defined.count(name) > 1}))
    return Lexicon(symbols, parameters, tables, frozenset(members), twice)


def used(block: Block) -> frozenset[str]:
    """Return every name without indices in a page's equations and outputs."""
    texts = [equation.text for equation in block.equations] + [output.formula for output in block.outputs]
    return frozenset().union(*(tokens.plain(text) for text in texts))


def topic_page(blocks: tuple[Block, ...], topic: str) -> str:
    """Return the page of a topic; nothing if no page has it."""
    return next((block.page for block in blocks if topic in block.topics), "")
