"""The reserve pack on paper: how to read it, how far it may be added up, and every table of look-up scores."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dealbuilder.analysis.evaluation import Score
from dealbuilder.analysis.reserve import Deal, Pair, Reading, Reserve, Single
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.parties import SIDES
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.blocks import Block, Bullets, Callout, Heading, Paragraph, Section, Table
from dealbuilder.report.kit.codes import Codes, shortened
from dealbuilder.report.kit.occasion import Occasion
from dealbuilder.report.phrases import say

DIGITS = (1, 2, 0)
"""Digits of supply restored, leadership cost, and the share of draws in which the deal lives."""
BANDS = (0, 2)
"""Digits of the ends of the first two's bands."""
NAME = 60
STEPS = ("find", "one", "pair", "more", "inject", "say")


@dataclass(frozen=True, slots=True)
class Tables:
    """Words the look-up scores of one session in one language; `names` are the shipped deals by id."""

    catalogue: Catalogue
    codes: Codes
    found: Reserve
    names: Mapping[str, str]
    language: Language

    def sections(self, occasion: Occasion) -> tuple[Section, ...]:
        """Return the pack: instructions and whole deals, clauses one by one, mirror pairs, injects."""
        sections = [
            Section("use", self._say("how"), (*self._use(), *self._deals())),
            Section("singles", self._say("singles"), self._singles()),
            Section("pairs", self._say("pairs"), self._pairs()),
        ]
        if self.found.struck:
            sections.append(Section("struck", self._say("struck"), self._struck(occasion), runs_on=True))
        return tuple(sections)

    def _say(self, key: str, **values: object) -> str:
        return say(f"reserve.{key}", self.language, **values)

    def _use(self) -> list[Block]:
        base = shortened(self.found.base.name or self.found.base.id, NAME)
        draws = wording.number(self.found.setting.draws, "draw", self.language, 0)
        return [
            Callout(self._say("what", draws=draws), "warn"),
            Bullets(tuple(say(f"reserve.step_{step}", self.language, base=base) for step in STEPS)),
            Heading(self._say("honest")),
            Bullets((self._say("overlap"), self._say("gate"), self._say("lives"), self._missed())),
        ]

    def _missed(self) -> str:
        """Return how far adding up clause by clause misses the shipped deals, as found and not as hoped."""
        deals = [deal for deal in self.found.deals if len(self._changes(deal)) and deal.id != "no_deal"]
        if not deals:
            return self._say("missed_unknown")
        gaps = [
            [abs(total - score.mean) for total, score in zip(d.summed, d.reading.scores, strict=True)] for d in deals
        ]
        supply, cost, alive = zip(*gaps, strict=True)
        mean = [wording.plain(sum(each) / len(each), d) for each, d in zip((supply, cost, alive), DIGITS, strict=True)]
        most = [wording.plain(max(each), d) for each, d in zip((supply, cost, alive), DIGITS, strict=True)]
        return self._say(
            "missed", count=len(deals), supply=mean[0], supply_most=most[0], cost=mean[1], cost_most=most[1],
            alive=mean[2], alive_most=most[2],
        )  # fmt: skip

    def _changes(self, deal: Deal) -> tuple[float, ...]:
        return tuple(change for change in deal.reading.change(self.found.nothing) if change)

    def _deals(self) -> list[Block]:
        base = shortened(self.found.base.name or self.found.base.id, NAME)
        rows = [
            (self._say("nothing"), *self._whole(self.found.nothing), wording.EN_DASH),
            (self._say("base", name=base), *self._whole(self.found.reading), wording.EN_DASH),
        ]
        rows += [
            (self.names.get(deal.id, deal.id), *self._whole(deal.reading), self._triple(deal.summed))
            for deal in self.found.deals
            if deal.id != "no_deal"
        ]
        header = (self._say("package"), *self._heads(), self._say("added_up"))
        held = wording.listed([self._level_code(c.measure, c.level) for c in self.found.base.clauses], self.language)
        return [
            Heading(self._say("whole")),
            Paragraph(self._say("base_holds", name=base, clauses=held or self._say("no_clause"))),
            Table(header, tuple(rows), "lrrrr", (3, 1.8, 2.2, 1, 2), dense=True, fine=True),
        ]

    def _heads(self) -> tuple[str, str, str]:
        return self._say("supply"), self._say("cost"), self._say("alive")

    def _whole(self, reading: Reading) -> tuple[str, ...]:
        """Return the three scores of a reading, two with their bands; of the third every draw says yes or no."""
        supply, cost, alive = reading.scores
        banded = (self._banded(score, *digits) for score, *digits in zip((supply, cost), DIGITS, BANDS, strict=False))
        return (*banded, wording.plain(alive.mean, DIGITS[2]))

    def _banded(self, score: Score, digits: int, ends: int) -> str:
        low, high = wording.plain(score.p05, ends), wording.plain(score.p95, ends)
        return self._say("banded", mean=wording.plain(score.mean, digits), low=low, high=high)

    def _triple(self, values: Sequence[float], signed: bool = False) -> str:
        return " / ".join(wording.plain(value, digits, signed) for value, digits in zip(values, DIGITS, strict=True))

    def _level_code(self, measure: str, level: str) -> str:
        known = self.catalogue.measure_by_id.get(measure)
        if known is None or level not in known.rank_by_id:
            return shortened(measure, NAME)
        return f"{self.codes[measure]}.{known.rank_by_id[level]}"

    def _singles(self) -> tuple[Block, ...]:
        blocks: list[Block] = [Paragraph(self._say("singles_lead"), "quiet")]
        held = {(clause.measure, clause.level) for clause in self.found.base.clauses}
        header = (
            self._say("card"),
            self._say("level"),
            *self._heads(),
            self._say("change_base"),
            self._say("change_none"),
        )
        for side in SIDES:
            rows = tuple(
                self._single(single, held)
                for single in self.found.singles
                if self.catalogue.measure_by_id[single.measure].side == side
            )
            if rows:
                blocks.append(Heading(say(f"side.{side}", self.language)))
                blocks.append(
                    Table(header, rows, "llrrrrr", (1.1, 2.8, 2.1, 2.5, 0.9, 2.1, 2.1), dense=True, fine=True)
                )
        return tuple(blocks)

    def _single(self, single: Single, held: set[tuple[str, str]]) -> tuple[str, ...]:
        measure = self.catalogue.measure_by_id[single.measure]
        level = measure.level(single.level)
        change = self._triple(single.added.change(self.found.reading), signed=True)
        label = shortened(level.label.get(self.language), NAME) if level else single.level
        return (
            self._level_code(single.measure, single.level),
            self._say("house", label=label) if measure.house is not None else label,
            *self._whole(single.added),
            self._say("in_base") if (single.measure, single.level) in held else change,
            self._triple(single.alone.change(self.found.nothing), signed=True),
        )

    def _pairs(self) -> tuple[Block, ...]:
        blocks: list[Block] = [Paragraph(self._say("pairs_lead"), "quiet")]
        for pair in self.found.pairs:
            blocks += self._pair(pair)
        return tuple(blocks)

    def _pair(self, pair: Pair) -> list[Block]:
        us, china = (self.catalogue.measure_by_id[id] for id in (pair.us, pair.china))
        code, mirror = self.codes[us.id], self.codes[china.id]
        header = (
            "",
            *(f"{mirror}.{rank} {level.label.get(self.language)}" for rank, level in enumerate(china.levels)),
        )
        rows = tuple(
            (
                f"{code}.{rank} {level.label.get(self.language)}",
                *(self._triple([score.mean for score in reading.scores]) for reading in row),
            )
            for rank, (level, row) in enumerate(zip(us.levels, pair.readings, strict=True))
        )
        title = self._say(
            "pair",
            us=f"{code} {us.title.get(self.language)}",
            china=f"{mirror} {china.title.get(self.language)}",
        )
        wide = (1.5, *(1.0 for _ in china.levels))
        return [Heading(title), Table(header, rows, "l" + "r" * len(china.levels), wide, dense=True, fine=True)]

    def _struck(self, occasion: Occasion) -> tuple[Block, ...]:
        titles = {inject.id: inject.title.get(self.language) for inject in occasion.deck}
        rows = tuple(
            (
                shortened(titles.get(id, id), NAME),
                *self._whole(reading),
                self._triple(reading.change(self.found.reading), signed=True),
            )
            for id, reading in self.found.struck
        )
        header = (self._say("inject"), *self._heads(), self._say("change_base"))
        lead = Paragraph(self._say("struck_lead"), "quiet")
        return lead, Table(header, rows, "lrrrr", (3, 1.8, 2.2, 1, 2), dense=True, fine=True)
