"""One chunk on whatever machine it lands: plain data in, a block of indicators out, always the same bits."""

import hashlib
from collections import OrderedDict
from collections.abc import Sequence
from functools import lru_cache
from threading import Lock

import numpy as np
from pydantic import TypeAdapter

from dealbuilder import paths
from dealbuilder.analysis.evaluation import FloatArray, Setting
from dealbuilder.analysis.explore.chunks import Chunk
from dealbuilder.analysis.explore.members import Member, written
from dealbuilder.analysis.explore.question import ROUNDS, Question, Stamps, versions
from dealbuilder.analysis.scoreboard import DRAWN, PERCENT, SHARES, Outputs, per_draw, yardsticks
from dealbuilder.engine.inputs import Prepared, prepare
from dealbuilder.engine.lanes import LANES
from dealbuilder.engine.parameters import P
from dealbuilder.engine.run import run
from dealbuilder.engine.spread import alone
from dealbuilder.errors import Words
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.in_force import in_force
from dealbuilder.model.indicator import Indicator
from dealbuilder.model.loading import load_catalogue
from dealbuilder.model.package import Clause, Package
from dealbuilder.model.parameter import Parameter

Order = tuple[str, int, int, tuple[str, ...]]
"""Worldview, first and last draw, and each package's clauses as JSON."""

BATCH = 4_096
"""Runs of a call of the engine: what they hold in memory is small."""
HELD = 3
"""Ranges of draws whose inputs and baselines are kept."""
CAPITAL = "capital_share"

_CLAUSES = TypeAdapter(tuple[Clause, ...])
_door = Lock()


def measured(catalogue: Catalogue) -> tuple[Indicator, ...]:
    """Return the indicators that every single draw defines; ratios of means and medians are not among them."""
    return tuple(one for one in catalogue.indicators if one.id in DRAWN or one.id == CAPITAL)


def order(chunk: Chunk, members: Sequence[Member]) -> Order:
    """Return what is sent for a chunk."""
    asked = (members[place].clauses for place in range(chunk.first, chunk.last))
    texts = tuple(f"[{','.join(written(clause) for clause in clauses)}]" for clauses in asked)
    return chunk.worldview, chunk.begin, chunk.end, texts


class Site:
    """A question and the catalogue that answers it; safe to call from several threads."""

    def __init__(self, catalogue: Catalogue, question: Question) -> None:
        self.catalogue = catalogue.with_measures(question.measures)
        self.question = question
        self.indicators = measured(self.catalogue)
        self._lock = Lock()
        self._inputs: OrderedDict[tuple[str, int, int], Prepared] = OrderedDict()
        self._before: OrderedDict[tuple[str, int, int], Outputs] = OrderedDict()

    def stamps(self) -> Stamps:
        """Return the stamps of this process, with the bits of a short run under every worldview."""
        digest = hashlib.sha256()
        for view in self.question.worldviews:
            prepared = self._prepared(view, 0, min(LANES, self.question.draws))
            digest.update(prepared.values.tobytes() + prepared.shocks.tobytes())
            digest.update(run(prepared, (self._baseline,), record=False).outputs.tobytes())
        return versions(self.catalogue).model_copy(update={"bits": digest.hexdigest()})

    def answer(self, asked: Order) -> FloatArray:
        """Return indicators draw by draw in the catalogue's units, shape (indicators, packages, draws)."""
        view, begin, end, texts = asked
        prepared, before = self._inputs_of(view, begin, end)
        draws = end - begin
        block = np.empty((len(self.indicators), len(texts), draws))
        abreast = max(1, BATCH // draws)
        for first in range(0, len(texts), abreast):
            few = [_package(text) for text in texts[first : first + abreast]]
            done = run(prepared, few, record=False)
            outputs = {id: done.outputs[:, place] for place, id in enumerate(done.output_ids)}
            for row, indicator in enumerate(self.indicators):
                block[row, first : first + len(few)] = self._quantity(view, indicator.id, outputs, before)
        return block

    def uncertain(self) -> tuple[Parameter, ...]:
        """Return the parameters that are drawn under at least one of the worldviews."""
        known, pack = self.catalogue.parameter_by_id, self.catalogue.pack_by_id[self.question.pack]
        views = [self.catalogue.worldview_by_id[view] for view in self.question.worldviews]
        changes = {change.parameter: change for change in self.question.changes}
        return tuple(
            known[p.name]
            for p in P
            if not all(in_force(known[p.name], pack.parameters, view, changes.get(p.name)).certain for view in views)
        )

    def drawn(self, view: str, begin: int, end: int) -> dict[str, FloatArray]:
        """Return the drawn parameters of a range of draws by id, each (draws,), before any inject replaces them."""
        with self._lock:
            values = self._kept(view, begin, end).values
        return {parameter.id: values[P[parameter.id]] for parameter in self.uncertain()}

    @property
    def _baseline(self) -> Package:
        return Package(id="baseline", name="", clauses=self.question.baseline)

    def _quantity(self, view: str, id: str, outputs: Outputs, before: Outputs) -> FloatArray:
        if id == CAPITAL:
            setting = Setting(self.question.pack, view, self.question.changes)
            return PERCENT / yardsticks(self.catalogue, setting).envelope * outputs["capital"]
        found = per_draw(id, outputs, before)
        assert found is not None
        return PERCENT * found if id in SHARES else found

    def _inputs_of(self, view: str, begin: int, end: int) -> tuple[Prepared, Outputs]:
        key = (view, begin, end)
        with self._lock:
            prepared = self._kept(*key)
            if key not in self._before:
                done = run(prepared, (self._baseline,), record=False)
                self._before[key] = dict(zip(done.output_ids, done.outputs[0], strict=True))
                _thin(self._before)
            return prepared, self._before[key]

    def _kept(self, view: str, begin: int, end: int) -> Prepared:
        key = (view, begin, end)
        if key not in self._inputs:
            self._inputs[key] = self._prepared(*key)
            _thin(self._inputs)
        return self._inputs[key]

    def _prepared(self, view: str, begin: int, end: int) -> Prepared:
        """Return the inputs of a range of draws: a longer run of draws has the shorter one as its beginning."""
        asked = self.question
        return prepare(self.catalogue, asked.pack, view, asked.changes, end, asked.seed, asked.injects, begin)


def work(question: str, stamps: str, asked: Order) -> bytes | Words:
    """Return a chunk's block as bytes, or the sentence that says why this machine must not run it.

    `question` and `stamps` are JSON of Question and Stamps. Versions are compared before the question is read, which
    another version may not understand.
    """
    wanted = Stamps.model_validate_json(stamps)
    with _door, alone():
        differs = wanted.model_copy(update={"bits": ""}).unlike(versions(_catalogue()))
        if differs:
            return differs
        site, ours = _site(question)
    if wanted != ours:
        return wanted.unlike(ours) or ROUNDS
    with alone():
        return site.answer(asked).tobytes()


@lru_cache(maxsize=2)
def _site(question: str) -> tuple[Site, Stamps]:
    """Return the site of a question with this machine's own catalogue, loaded once."""
    site = Site(_catalogue(), Question.model_validate_json(question))
    return site, site.stamps()


@lru_cache(maxsize=1)
def _catalogue() -> Catalogue:
    return load_catalogue(paths.resources())


def _package(text: str) -> Package:
    return Package.model_construct(id="x", name="", clauses=_CLAUSES.validate_json(text), note="", private_note="")


def _thin(held: OrderedDict[tuple[str, int, int], Prepared] | OrderedDict[tuple[str, int, int], Outputs]) -> None:
    while len(held) > HELD:
        held.popitem(last=False)
