"""A scene: everything the room reads on one screen, as plain data that knows neither pixels nor Qt."""

from dataclasses import dataclass
from typing import Literal

from dealbuilder.model.inject import Origin
from dealbuilder.model.parties import Side
from dealbuilder.model.workshop import SceneKind
from dealbuilder.report.figure import Chart, Figure

Mover = Literal["none", "us", "china", "both"]


@dataclass(frozen=True, slots=True)
class Strip:
    """What the room can always read without asking; an empty part is not shown."""

    round: str = ""
    stage: str = ""
    move: str = ""
    mover: Mover = "none"
    clock: str = ""
    over: bool = False
    scores: tuple[str, ...] = ()
    package: str = ""
    baseline: str = ""
    worldview: str = ""
    changed: str = ""
    events: str = ""
    model: str = ""

    @property
    def above(self) -> tuple[str, ...]:
        """Return the words of the upper edge, the clock last."""
        return tuple(words for words in (self.round, self.stage, self.move, self.clock) if words)

    @property
    def below(self) -> tuple[str, ...]:
        """Return the words of the lower edge."""
        names = (*self.scores, self.package, self.baseline)
        parts = (*names, self.worldview, self.changed, self.events, self.model)
        return tuple(words for words in parts if words)


@dataclass(frozen=True, slots=True)
class Statement:
    """Words set as large as they go: a brief, a question in the dark, the curtain."""

    texts: tuple[str, ...]

    def words(self) -> tuple[str, ...]:
        """Return what is read."""
        return self.texts


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """One clause: its number on its side, what it is about, its level, and what else must be known of it."""

    measure: str
    number: str
    title: str
    level: str
    marks: tuple[str, ...] = ()
    house: bool = False
    lit: bool = False

    def words(self) -> tuple[str, ...]:
        """Return what is read."""
        return (self.number, self.title, self.level, *self.marks)


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of one side under their heading."""

    side: Side
    heading: str
    lines: tuple[ClauseLine, ...]
    nothing: str

    def words(self) -> tuple[str, ...]:
        """Return what is read."""
        said = [words for line in self.lines for words in line.words()]
        return (self.heading, *(said or [self.nothing]))


@dataclass(frozen=True, slots=True)
class Terms:
    """A package: the two sides, and what else it holds (home programme, terms, agenda, unknown) behind them."""

    us: Clauses
    china: Clauses
    rest: tuple[Clauses, ...]

    def words(self) -> tuple[str, ...]:
        """Return what is read."""
        return tuple(words for side in (self.us, self.china, *self.rest) for words in side.words())


@dataclass(frozen=True, slots=True)
class Number:
    """One headline score: its name, value and unit as they are set, its range, and how it changed; empty: not told."""

    label: str
    value: str
    unit: str
    spoken: str
    band: str = ""
    since: str = ""
    against: str = ""

    def words(self) -> tuple[str, ...]:
        """Return what is read."""
        return tuple(words for words in (self.label, self.spoken, self.band, self.since, self.against) if words)


@dataclass(frozen=True, slots=True)
class Scores:
    """The headline scores, the worst cell that can move, one chart; in a replay `lit` names the clause that moved."""

    numbers: tuple[Number, ...]
    worst: str
    title: str
    chart: Chart | None
    lit: str = ""

    def words(self) -> tuple[str, ...]:
        """Return what is read."""
        said = [words for number in self.numbers for words in number.words()]
        drawn = (self.title, self.chart.alt) if self.chart else ()
        return (*said, *filter(None, (self.lit, self.worst)), *drawn)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a prediction: its key, its words, and the hands it got (None before the count)."""

    key: str
    text: str
    hands: int | None = None


@dataclass(frozen=True, slots=True)
class Poll:
    """What stands in place of scores that are kept back: the question, its answers with the tally, and a note."""

    question: str
    answers: tuple[Answer, ...]
    note: str

    def words(self) -> tuple[str, ...]:
        """Return what is read."""
        said = [f"{answer.key} {answer.text}" for answer in self.answers]
        hands = ["" if answer.hands is None else str(answer.hands) for answer in self.answers]
        pairs = [words for pair in zip(said, hands, strict=True) for words in pair if words]
        return (*((self.question,) if self.question else ()), *pairs, self.note)


@dataclass(frozen=True, slots=True)
class Picture:
    """One figure and the title that says what its axes are; in a replay `lit` names what moved; a note below it."""

    title: str
    figure: Figure
    lit: str = ""
    note: str = ""

    def words(self) -> tuple[str, ...]:
        """Return what is read."""
        return tuple(words for words in (self.lit, self.title, self.figure.alt, self.note) if words)


@dataclass(frozen=True, slots=True)
class Differing:
    """One clause that differs between packages: whose, what about, and in each its level and whether it is `held`."""

    side: Side
    title: str
    levels: tuple[str, ...]
    held: tuple[bool, ...] = ()
    house: str = ""

    def words(self) -> tuple[str, ...]:
        """Return what is read."""
        return (self.title, *((self.house,) if self.house else ()), *self.levels)


@dataclass(frozen=True, slots=True)
class Beside:
    """Packages side by side: name and headline scores of each (none if kept back), and the clauses that differ."""

    names: tuple[str, ...]
    numbers: tuple[tuple[Number, ...], ...]
    rows: tuple[Differing, ...]
    note: str

    def words(self) -> tuple[str, ...]:
        """Return what is read."""
        heads: list[str] = []
        for name, numbers in zip(self.names, self.numbers, strict=True):
            heads += [name, *(words for number in numbers for words in number.words())]
        return (*heads, *(words for row in self.rows for words in row.words()), *((self.note,) if self.note else ()))


@dataclass(frozen=True, slots=True)
class Card:
    """An inject: title, what the room reads, whose act it is, when it happens and how long it lasts."""

    title: str
    text: str
    origin: Origin
    whose: str
    when: str

    def words(self) -> tuple[str, ...]:
        """Return what is read."""
        return self.whose, self.title, self.text, self.when


@dataclass(frozen=True, slots=True)
class Check:
    """The room check: type sizes as (share of height, words), the sides, strokes, a bilingual line, the corners."""

    sizes: tuple[tuple[float, str], ...]
    us: str
    china: str
    thin: str
    thick: str
    sample: str
    corners: str

    def words(self) -> tuple[str, ...]:
        """Return what is read."""
        sized = (words for _, words in self.sizes)
        return (self.corners, *sized, self.us, self.china, self.thin, self.thick, self.sample)


Content = Statement | Terms | Scores | Poll | Picture | Beside | Card | Check


@dataclass(frozen=True, slots=True)
class Scene:
    """One screen: what kind it is, what a screen reader calls it, its content, and the strip (None: none is shown)."""

    kind: SceneKind | Literal["curtain"]
    title: str
    content: Content
    strip: Strip | None = None

    def words(self) -> tuple[str, ...]:
        """Return all that is read on all its pages, in reading order."""
        strip = self.strip or Strip()
        return (*strip.above, *self.content.words(), *strip.below)
