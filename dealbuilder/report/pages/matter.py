"""What every page is written from, and the book of sources it cites into."""

import hashlib
from dataclasses import dataclass, field

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.document.document import Document
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package
from dealbuilder.model.source import Reference
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.blocks import Note
from dealbuilder.report.phrases import say

FINGERPRINT = 16
"""Characters of a fingerprint in the footer."""


class Sources:
    """The sources cited so far, numbered in the order of their first citation, with every place cited in each."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._known = catalogue.source_by_id
        self._places: dict[str, list[str]] = {}

    def cite(self, references: tuple[Reference, ...]) -> tuple[int, ...]:
        """Return the numbers of the sources of some references, noting the places; unknown sources get none."""
        numbers: list[int] = []
        for reference in references:
            if reference.source not in self._known:
                continue
            places = self._places.setdefault(reference.source, [])
            if reference.locator not in places:
                places.append(reference.locator)
            numbers.append(list(self._places).index(reference.source) + 1)
        return tuple(dict.fromkeys(numbers))

    def notes(self, language: Language) -> tuple[Note, ...]:
        """Return every source cited, as printed."""
        return tuple(self._note(i + 1, id, language) for i, id in enumerate(self._places))

    def _note(self, number: int, id: str, language: Language) -> Note:
        source = self._known[id]
        first, *more = (place.rstrip(".") for place in self._places[id])
        places = say("basis.more_places", language, first=first, count=len(more)) if more else first
        key = "basis.source_line" if source.outlet else "basis.source_line_bare"
        text = say(
            key,
            language,
            title=wording.ended(source.title, language),
            outlet=source.outlet.rstrip("."),
            date=source.date,
            locators=places,
        )
        return Note(number, text, source.address)


@dataclass(frozen=True, slots=True)
class Matter:
    """One deal to be reported: what the user wrote, what the model says, in which language, for whom."""

    catalogue: Catalogue
    document: Document
    package: Package
    evaluation: Evaluation
    language: Language
    confidential: bool
    sources: Sources = field(compare=False)

    @property
    def signing(self) -> str:
        """The month of signing, YYYY-MM."""
        return self.evaluation.months[self.evaluation.signing]

    def say(self, key: str, **values: object) -> str:
        """Return a phrase in the language of the report."""
        return say(key, self.language, **values)

    def fingerprint(self) -> str:
        """Return the hash of what the score belongs to: package, assumptions, pack, seed, draws, injects, roles."""
        setting = self.evaluation.setting
        parts = [
            self.package.model_dump_json(exclude={"private_note": True, "clauses": {"__all__": {"private_note"}}}),
            self.document.assumptions.model_dump_json(),
            self.document.pack,
            f"{setting.worldview} {setting.seed} {setting.draws}",
            *(inject.model_dump_json() for inject in setting.injects),
            *(change.lens.model_dump_json() for change in self.document.lenses),
        ]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()
