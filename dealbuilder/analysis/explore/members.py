"""The packages of an ensemble: listed, one step from a package, or every combination of some measures' levels."""

import bisect
import itertools
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dealbuilder.analysis.resolve import without
from dealbuilder.errors import DealError
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Clause, Package

MOST = 10_000_000
"""Most packages of an ensemble."""


@dataclass(frozen=True, slots=True)
class Member:
    """One package of an ensemble: its id there, a name, where it came from, its clauses by measure without notes."""

    id: str
    name: str
    origin: str
    clauses: tuple[Clause, ...]

    @property
    def package(self) -> Package:
        """Return it as a package."""
        return Package.model_construct(id=self.id, name=self.name, clauses=self.clauses, note="", private_note="")

    def line(self) -> str:
        """Return it as one line of JSON, which the command line reads back."""
        head = json.dumps({"id": self.id, "name": self.name, "origin": self.origin}, ensure_ascii=False)
        return f'{head[:-1]}, "clauses": [{", ".join(written(clause) for clause in self.clauses)}]}}'


def written(clause: Clause) -> str:
    """Return a clause as JSON, without what is at rest."""
    return clause.model_dump_json(exclude_defaults=True)


def member(package: Package, origin: str, id: str = "") -> Member:
    """Return a package as a member: notes left out, clauses ordered by measure."""
    plain = (clause.model_copy(update={"note": "", "private_note": ""}) for clause in package.clauses)
    clauses = tuple(sorted(plain, key=lambda clause: clause.measure))
    return Member(id or package.id, package.name, origin, clauses)


def neighbours(catalogue: Catalogue, package: Package) -> Iterator[Member]:
    """Yield every package that one clause taken out, put in or set to another level makes of this one.

    Guardrails are left alone unless the package has opened them.
    """
    for measure in catalogue.measures:
        there = package.clause(measure.id)
        if measure.guardrail and not (there and there.unlocked):
            continue
        if there is not None:
            yield member(without(package, measure.id), "neighbour", f"{package.id} - {measure.id}")
        for level in measure.levels[1:]:
            if there is None or there.level != level.id:
                yield member(_set(package, measure, level.id), "neighbour", f"{package.id} + {measure.id}={level.id}")


def _set(package: Package, measure: Measure, level: str) -> Package:
    """Return the package with its clause on a measure at a level; `none` takes it out."""
    there = package.clause(measure.id)
    clause = there.model_copy(update={"level": level}) if there else Clause(measure=measure.id, level=level)
    rest = without(package, measure.id)
    return rest if level == measure.levels[0].id else rest.model_copy(update={"clauses": (*rest.clauses, clause)})


class Factorial(Sequence[Member]):
    """Every combination of some measures' levels, the rest of a package as it is; made one by one when asked for."""

    def __init__(self, package: Package, measures: Sequence[Measure]) -> None:
        for measure in measures:
            there = package.clause(measure.id)
            if measure.guardrail and not (there and there.unlocked):
                raise DealError(
                    f"“{measure.title.en}” ({measure.id}) is a guardrail; nothing was run.",
                    "Open it in the package on purpose first: `dealbuilder edit FILE add … --unlock`.",
                    zh=f"“{measure.title.zh}”（{measure.id}）是护栏；未运行。",
                    zh_hint="请先在方案中有意解锁：`dealbuilder edit FILE add … --unlock`。",
                )
        self._measures = tuple(measures)
        self._sizes = tuple(len(measure.levels) for measure in measures)
        if math.prod(self._sizes) > MOST:
            raise DealError(
                f"{math.prod(self._sizes):,} combinations are too many; nothing was run.",
                f"Ask for at most {MOST:,}.",
                zh=f"{math.prod(self._sizes):,} 种组合太多；未运行。",
                zh_hint=f"请最多设为 {MOST:,} 种。",
            )
        kept = package
        for measure in measures:
            kept = without(kept, measure.id)
        self._kept = member(kept, "factorial").clauses
        self._options = [
            [_set(package, measure, level.id).clause(measure.id) for level in measure.levels] for measure in measures
        ]
        self._options = [[member_clause(one) for one in options] for options in self._options]

    def __len__(self) -> int:
        return math.prod(self._sizes)

    def __getitem__(self, place: int) -> Member:  # pyright: ignore[reportIncompatibleMethodOverride]
        if not 0 <= place < len(self):
            raise IndexError(place)
        rest, ranks = place, []
        for size in reversed(self._sizes):
            rest, rank = divmod(rest, size)
            ranks.append(rank)
        ranks.reverse()
        chosen = (options[rank] for options, rank in zip(self._options, ranks, strict=True))
        clauses = sorted((*self._kept, *(one for one in chosen if one)), key=lambda clause: clause.measure)
        name = ", ".join(
            f"{measure.id}={measure.levels[rank].id}" for measure, rank in zip(self._measures, ranks, strict=True)
        )
        return Member(f"factorial-{place:07d}", name, "factorial", tuple(clauses))


def member_clause(clause: Clause | None) -> Clause | None:
    """Return a clause without its notes."""
    return None if clause is None else clause.model_copy(update={"note": "", "private_note": ""})


class Members(Sequence[Member]):
    """The members of several sources after one another; raises DealError for none, too many, or one id twice."""

    def __init__(self, sources: Sequence[Sequence[Member]]) -> None:
        self._sources = tuple(source for source in sources if len(source))
        self._ends = list(itertools.accumulate(len(source) for source in self._sources))
        count = len(self)
        if not count:
            raise DealError(
                "There is no package to run.",
                "Name packages, `neighbours`, `factorial:…` or a file.",
                zh="没有可运行的方案。",
                zh_hint="请指明方案、`neighbours`、`factorial:…` 或一个文件。",
            )
        if count > MOST:
            raise DealError(
                f"{count:,} packages are too many; nothing was run.",
                f"Ask for at most {MOST:,}.",
                zh=f"{count:,} 个方案太多；未运行。",
                zh_hint=f"请最多设为 {MOST:,} 个。",
            )
        listed = [source for source in self._sources if not isinstance(source, Factorial)]
        if len(self._sources) - len(listed) > 1:
            raise DealError(
                "Two factorials cannot stand side by side.",
                "Name all their measures in one.",
                zh="两个全组合不能并列。",
                zh_hint="请把所有措施写在同一个全组合中。",
            )
        seen: set[str] = set()
        for one in itertools.chain.from_iterable(listed):
            if one.id in seen or (len(listed) < len(self._sources) and one.id.startswith("factorial-")):
                raise DealError(
                    f"Two packages have the id “{one.id}”; nothing was run.",
                    "Give one another id.",
                    zh=f"两个方案的标识都是“{one.id}”；未运行。",
                    zh_hint="请给其中一个另取标识。",
                )
            seen.add(one.id)

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __getitem__(self, place: int) -> Member:  # pyright: ignore[reportIncompatibleMethodOverride]
        if not 0 <= place < len(self):
            raise IndexError(place)
        source = bisect.bisect_right(self._ends, place)
        return self._sources[source][place - (self._ends[source - 1] if source else 0)]
