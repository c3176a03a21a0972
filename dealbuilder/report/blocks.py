"""What a report is made of, as plain data: PDF and Markdown lay out the same blocks."""

from dataclasses import dataclass

from dealbuilder.model.parties import Side
from dealbuilder.report.clauses import Entry
from dealbuilder.report.figure import Figure


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `tone` is body or quiet (it leads in what follows); `notes` are numbers of sources."""

    text: str
    tone: str = "body"
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below that of the section."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """Sentences of equal rank."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """What must not be missed; `tone` is info or warn."""

    text: str
    tone: str = "info"


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure with its caption; `height` in points at full or shared width."""

    figure: Figure
    height: float


@dataclass(frozen=True, slots=True)
class Tile:
    """One headline score: its value in words, range and comparison with the baseline."""

    label: str
    value: str
    range: str
    baseline: str


@dataclass(frozen=True, slots=True)
class Tiles:
    """Headline scores, and the main chart beside them."""

    tiles: tuple[Tile, ...]
    picture: Picture


@dataclass(frozen=True, slots=True)
class Pledges:
    """Each party's clauses in a line each, the United States left, China right."""

    us: tuple[str, ...]
    china: tuple[str, ...]
    us_heading: str
    china_heading: str
    empty: str


@dataclass(frozen=True, slots=True)
class Term:
    """A clause of the term sheet with the numbers of its sources."""

    entry: Entry
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TermSheet:
    """The clauses of both parties side by side, the United States left, China right."""

    us: tuple[Term, ...]
    china: tuple[Term, ...]
    us_heading: str
    china_heading: str
    empty: str


@dataclass(frozen=True, slots=True)
class TermList:
    """Clauses of one side that stands in no exchange: home programme, terms, agenda, unknown ones."""

    side: Side
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Pictures:
    """Figures side by side in equal widths."""

    pictures: tuple[Picture, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with header; `align` has one letter a column (l or r), `widths` one share a column."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    align: str
    widths: tuple[float, ...]
    notes: tuple[tuple[int, ...], ...] = ()
    """Numbers of sources by row, set after the first cell; empty if no row has any."""
    dense: bool = False
    fine: bool = False
    """Set in small print, for look-up tables with many columns."""


Block = Paragraph | Heading | Bullets | Callout | Tiles | Pledges | TermSheet | TermList | Pictures | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of the report; on paper it opens a new page unless `runs_on`."""

    id: str
    heading: str
    blocks: tuple[Block, ...]
    runs_on: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A source as printed: its number, words and address."""

    number: int
    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Content:
    """A whole report, in one language, with every word that will be printed."""

    language: str
    kind: str
    title: str
    package: str
    marking: str
    confidential: bool
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    sources_heading: str
    footer: str
    page_of: str
