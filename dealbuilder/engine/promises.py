"""What many packages sign, lifted at once: few different paths of channels, and which of them each package follows."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dealbuilder.engine import schedule
from dealbuilder.model.catalogue import Catalogue, Pack
from dealbuilder.model.package import Clause, Package

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]

Slots = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Promises:
    """What packages sign.

    `paths` (months, paths): deviations from rest, improvements positive; `path_of` (packages, channels): the path that
    each package follows on each channel; `expiries` (packages, months): 1 where a term runs out.
    """

    paths: FloatArray
    path_of: IntArray
    expiries: FloatArray


def promises(catalogue: Catalogue, pack: Pack, packages: Sequence[Package]) -> Promises:
    """Return what `schedule.schedule` and `schedule.terms` say, to the last bit, each distinct path worked out once."""
    lifting = _Lifting(catalogue, pack)
    channels = len(catalogue.channels)
    slots: list[int] = []
    counts = np.empty(len(packages), dtype=np.int64)
    term_of = np.empty(len(packages), dtype=np.int64)
    for row, package in enumerate(packages):
        before, lengths = len(slots), ()
        for clause in package.clauses:
            found, length = lifting.clause(package, clause)
            slots += found
            lengths += length
        counts[row] = len(slots) - before
        term_of[row] = lifting.term(lengths)
    spoken = np.array(slots, dtype=np.int64)
    cells = np.repeat(np.arange(len(packages)) * channels, counts) + np.array(lifting.channel, dtype=np.int64)[spoken]
    alone = np.bincount(cells, minlength=len(packages) * channels)[cells] == 1
    path_of = np.tile(np.arange(channels), len(packages))
    path_of[cells[alone]] = np.array(lifting.path, dtype=np.int64)[spoken[alone]]
    shared: dict[int, Slots] = {}
    for cell, slot in zip(cells[~alone].tolist(), spoken[~alone].tolist(), strict=True):
        shared[cell] = (*shared.get(cell, ()), slot)
    for cell, together in shared.items():
        path_of[cell] = lifting.together(together)
    paths = np.ascontiguousarray(np.array(lifting.paths).T)
    expiries = np.array(lifting.flags)[term_of] if lifting.flags else np.zeros((0, len(lifting.clock)))
    return Promises(paths, path_of.reshape(len(packages), channels), expiries)


class _Lifting:
    """Remembers, for one call, what each clause sets; the first paths are the channels at rest.

    A slot is one clause on one channel: its `channel`, its `part` of what is signed there, and the `path` if it is
    alone there.
    """

    def __init__(self, catalogue: Catalogue, pack: Pack) -> None:
        self._catalogue, self._pack = catalogue, pack
        self.clock = schedule.since_signing(pack)
        self.paths = [self._deviation(place, []) for place in range(len(catalogue.channels))]
        self.flags: list[FloatArray] = []
        self.channel: list[int] = []
        self.path: list[int] = []
        self._parts: list[FloatArray] = []
        self._by_object: dict[tuple[int, int], tuple[Slots, tuple[float, ...]]] = {}
        self._by_terms: dict[tuple[object, ...], tuple[Slots, tuple[float, ...]]] = {}
        self._together: dict[Slots, int] = {}
        self._terms: dict[tuple[float, ...], int] = {}

    def clause(self, package: Package, clause: Clause) -> tuple[Slots, tuple[float, ...]]:
        """Return the slots of a clause in its package and the length it gives the deal, if it does."""
        waits = clause.condition
        other = package.clause(waits.measure) if waits is not None else None
        # The packages of a call hold their clauses, so that no other object takes an id meanwhile.
        key = (id(clause), id(other))
        found = self._by_object.get(key)
        if found is None:
            terms = (waits, *_terms(clause), *(() if other is None else _terms(other)))
            found = self._by_terms.get(terms)
            if found is None:
                found = self._slots(package, clause), schedule.length(self._catalogue, clause)
                self._by_terms[terms] = found
            self._by_object[key] = found
        return found

    def _slots(self, package: Package, clause: Clause) -> Slots:
        first = len(self.channel)
        for place, part in schedule.parts(self._catalogue, package, clause, self.clock):
            self.channel.append(place)
            self.path.append(len(self.paths))
            self._parts.append(part)
            self.paths.append(self._deviation(place, [part]))
        return tuple(range(first, len(self.channel)))

    def together(self, slots: Slots) -> int:
        """Return the path of several clauses on one channel."""
        if slots not in self._together:
            self._together[slots] = len(self.paths)
            self.paths.append(self._deviation(self.channel[slots[0]], [self._parts[slot] for slot in slots]))
        return self._together[slots]

    def term(self, lengths: tuple[float, ...]) -> int:
        """Return the place among `flags` of a deal whose clauses give it these lengths."""
        if lengths not in self._terms:
            self._terms[lengths] = len(self.flags)
            self.flags.append(schedule.renewals(self._catalogue, self._pack, lengths))
        return self._terms[lengths]

    def _deviation(self, place: int, parts: Sequence[FloatArray]) -> FloatArray:
        channel = self._catalogue.channels[place]
        level = schedule.combined(channel, parts) if parts else np.full(len(self.clock), float(channel.rest))
        return (level - channel.rest) * (-1.0 if channel.combine == "min" else 1.0)


def _terms(clause: Clause) -> tuple[object, ...]:
    return clause.measure, clause.level, clause.start, clause.end, clause.ramp, clause.unlocked
