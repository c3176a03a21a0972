"""A whole kit: which parts there are, and what each says, before anything is set on paper."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from dealbuilder import __version__
from dealbuilder.analysis.evaluate import DIGEST
from dealbuilder.analysis.reserve import Reserve
from dealbuilder.document.document import Document
from dealbuilder.document.own_values import OwnValues
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lenses_in_force import with_lenses
from dealbuilder.model.text import Language
from dealbuilder.report.blocks import Content
from dealbuilder.report.kit.cards import cards
from dealbuilder.report.kit.codes import Codes, codes
from dealbuilder.report.kit.forms import agreement, proposals
from dealbuilder.report.kit.injects import inject_cards
from dealbuilder.report.kit.lookup import Tables
from dealbuilder.report.kit.occasion import Occasion, Role
from dealbuilder.report.kit.order import begins, running_order
from dealbuilder.report.kit.roles import sheet
from dealbuilder.report.kit.tents import tents
from dealbuilder.report.phrases import say

PartName = Literal["order", "roles", "cards", "proposals", "agreement", "tents", "injects", "reserve"]
PARTS: tuple[PartName, ...] = ("order", "roles", "cards", "proposals", "agreement", "tents", "injects", "reserve")
WORDS = (
    "confidential", "red_lines", "no_red_lines", "wants", "no_wants", "counting", "rounds_points", "total",
    "signed_from", "role_head", "played_by", "evidence", "source", "fold", "stage", "reads", "chair_does", "time",
    "minutes_short", "keys", "notes", "for_chair",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Options:
    """How a kit is printed. `start` is a time of day; `own`: roles with what they sealed, opened for their own copy."""

    language: Language = "en"
    paper: Literal["a4", "letter"] = "a4"
    parts: tuple[PartName, ...] = PARTS
    start: str = "09:00"
    own: tuple[tuple[str, OwnValues], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a kit: the stem of its file, its title, how to print it, and what is on it.

    `content` is a report of blocks, else `data` fills the template of that `kind`.
    """

    name: str
    stem: str
    title: str
    advice: str
    kind: str = ""
    data: Mapping[str, Any] | None = None
    content: Content | None = None


def build(
    catalogue: Catalogue,
    document: Document,
    occasion: Occasion,
    options: Options,
    found: Reserve | None = None,
    names: Mapping[str, str] | None = None,
) -> tuple[Part, ...]:
    """Return the parts of a kit in the order of PARTS; the reserve pack needs `found`, `names` its shipped deals.

    Parts with nothing on them (no roles, no injects) are left out.

    Sealed values are those of `options.own` alone, and stand only on a sheet in a file of its own.
    """
    known = with_lenses(catalogue, document.lenses)
    maker = _Maker(known, document, occasion, options, codes(catalogue, options.language))
    empty = {"roles": not occasion.roles, "injects": not occasion.deck, "reserve": True}
    parts = [maker.part(name) for name in PARTS if name in options.parts and not empty.get(name, False)]
    if found is not None and "reserve" in options.parts:
        parts.append(maker.reserve(found, names or {}))
    return (*parts, *(maker.sealed(place, *own) for place, own in enumerate(options.own, 1)))


@dataclass(frozen=True, slots=True)
class _Maker:
    catalogue: Catalogue
    document: Document
    occasion: Occasion
    options: Options
    codes: Codes

    def part(self, name: PartName) -> Part:
        """Return one part."""
        stem = f"{PARTS.index(name) + 1}-{name}"
        return self._part(name, stem, self._data(name))

    def _part(self, name: str, stem: str, data: dict[str, Any]) -> Part:
        language = self.options.language
        title, advice = say(f"kit.part_{name}", language), say(f"kit.advice_{name}", language)
        return Part(name, stem, title, advice, name, data | words(language))

    def _data(self, name: PartName) -> dict[str, Any]:
        language, catalogue, codes = self.options.language, self.catalogue, self.codes
        match name:
            case "order":
                return asdict(running_order(self.occasion, begins(self.options.start), language))
            case "roles":
                changed = frozenset(change.id for change in self.document.lenses)
                made = (sheet(catalogue, codes, one, language, changed=changed) for one in self.occasion.roles)
                return {"sheets": [asdict(one) for one in made]}
            case "cards":
                return {"cards": [asdict(card) for card in cards(catalogue, codes, language)]}
            case "proposals":
                return asdict(proposals(language))
            case "agreement":
                return asdict(agreement(language))
            case "tents":
                return {"tents": [asdict(tent) for tent in tents(catalogue, self.occasion.roles, language)]}
            case "injects":
                return {"cards": [asdict(card) for card in inject_cards(catalogue, self.occasion.deck, language)]}
            case "reserve":
                return {}

    def sealed(self, place: int, lens: str, own: OwnValues) -> Part:
        """Return the own copy of a party that sealed values: one sheet, in a file of its own."""
        role = next((one for one in self.occasion.roles if one.lens == lens), None)
        made = sheet(self.catalogue, self.codes, role or Role(lens), self.options.language, own)
        return self._part("sealed", f"sealed-{place}", {"sheets": [asdict(made)]})

    def reserve(self, found: Reserve, names: Mapping[str, str]) -> Part:
        """Return the reserve pack."""
        language = self.options.language
        title, tables = self._say("part_reserve"), Tables(self.catalogue, self.codes, found, names, language)
        view = self.catalogue.worldview_by_id.get(found.setting.worldview)
        pack = self.catalogue.pack_by_id.get(found.setting.pack)
        facts = (
            (say("page.worldview", language), view.label.get(language) if view else found.setting.worldview),
            (say("page.baseline", language), say("page.no_baseline", language)),
            (self._say("starting_point"), pack.label.get(language) if pack else found.setting.pack),
        )
        content = Content(
            language=language,
            kind=say("page.model", language),
            title=title,
            package=title,
            marking=self._say("for_chair"),
            confidential=False,
            facts=facts,
            sections=tables.sections(self.occasion),
            notes=(),
            sources_heading="",
            footer=footer(self.catalogue, language),
            page_of=say("page.page_of", language, n="{n}", total="{total}"),
        )
        stem = f"{PARTS.index('reserve') + 1}-reserve"
        return Part("reserve", stem, title, self._say("advice_reserve"), content=content)

    def _say(self, key: str) -> str:
        return say(f"kit.{key}", self.options.language)


def words(language: Language) -> dict[str, Any]:
    """Return the fixed words of the templates."""
    return {"words": {key: say(f"kit.{key}", language) for key in WORDS}}


def footer(catalogue: Catalogue, language: Language) -> str:
    """Return what stands at the foot of every page: the versions that its figures belong to."""
    stamp = f"{catalogue.version}+{catalogue.digest[:DIGEST]}"
    return say("kit.footer", language, dealbuilder=__version__, catalogue=stamp)
