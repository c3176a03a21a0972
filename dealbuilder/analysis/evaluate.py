"""The one service: a package and a setting in, everything that screen, paper and command line say out."""

from collections.abc import Sequence

from dealbuilder import __version__
from dealbuilder.analysis.bearing import misfits
from dealbuilder.analysis.cells import heat_maps, worst_cells, worst_movable
from dealbuilder.analysis.contradictions import contradictions
from dealbuilder.analysis.evaluation import Evaluation, Monthly, Setting, Stamps
from dealbuilder.analysis.evidence import beyond_evidence
from dealbuilder.analysis.house import house_range
from dealbuilder.analysis.idle import idle, worth_running
from dealbuilder.analysis.observed import observed
from dealbuilder.analysis.readings import readings
from dealbuilder.analysis.resolve import unknown_ids, without
from dealbuilder.analysis.runs import RECORDED, RunStore, Summary, Tick, world
from dealbuilder.analysis.scoreboard import scores, yardsticks
from dealbuilder.errors import DealError, NoSuch, Words
from dealbuilder.model.catalogue import Catalogue, Pack
from dealbuilder.model.package import Package

NO_DEAL = Package(id="no_deal", name="")
"""The empty package: no new deal."""

MOST_DRAWS = 100_000

IDLE_DRAWS = 128
"""Draws on which a clause is taken out to see whether anything moves; every draw must stay still."""

STILL = 1e-9
"""Largest change of any output that still counts as none."""

DIGEST = 12
"""Characters of the catalogue's hash in a stamp."""


class Evaluator:
    """Evaluates packages against one catalogue; safe to call from several threads, remembers what it has run."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.store = RunStore(catalogue)

    def evaluate(
        self, package: Package, setting: Setting, *, tick: Tick | None = None, full: bool = True
    ) -> Evaluation:
        """Return what one package says; `full` False leaves out other worldviews and idle clauses, for a first answer.

        `tick` is told the share done and may raise Cancelled. A setting the catalogue cannot serve is a DealError.
        """
        pack = self.pack(setting)
        baseline = setting.baseline or NO_DEAL
        views = len(self.catalogue.worldviews) if full else 0
        pieces = _pieces(tick, 1 + views + (1 if full else 0))
        ours, theirs = self.store.summaries(world(setting), (package, baseline), pieces[0])
        heat = heat_maps(self.catalogue, ours.cells, theirs.cells)
        measure = yardsticks(self.catalogue, setting)
        return Evaluation(
            package=package.name or package.id,
            baseline=setting.baseline.name or setting.baseline.id if setting.baseline else "",
            setting=setting,
            months=ours.months,
            signing=ours.signing,
            scores=scores(self.catalogue.indicators, ours.outputs, theirs.outputs, measure),
            monthly=self._monthly(ours, theirs),
            heat=heat,
            worst=worst_cells(heat, ours.need),
            worst_movable=worst_movable(heat, ours.need),
            observed=observed(self.catalogue, pack, ours.months),
            stamps=stamps(self.catalogue, setting),
            readings=readings(self.store, package, baseline, setting, measure, pieces[1 : 1 + views]) if full else (),
            idle=idle(self.catalogue, pack, package, self._unmoved(package, setting, pieces[-1])) if full else (),
            contradictions=contradictions(self.catalogue, package),
            unknown=unknown_ids(self.catalogue, package),
            beyond_evidence=beyond_evidence(self.catalogue, package),
            final=full,
            monthly_draws=min(setting.draws, RECORDED),
            house=house_range(self.store, package, baseline, setting, measure) if full else None,
        )

    def pack(self, setting: Setting) -> Pack:
        """Return the pack of a setting; raise DealError if this catalogue cannot serve the setting."""
        pack = self.catalogue.pack_by_id.get(setting.pack)
        if pack is None:
            raise NoSuch(
                f"This catalogue has no baseline pack “{setting.pack}”; nothing was scored.",
                f"此目录没有基准包“{setting.pack}”；未评分。",
                self.catalogue.pack_by_id,
            )
        if setting.worldview not in self.catalogue.worldview_by_id:
            raise NoSuch(
                f"This catalogue has no worldview “{setting.worldview}”; nothing was scored.",
                f"此目录没有世界观“{setting.worldview}”；未评分。",
                self.catalogue.worldview_by_id,
            )
        if not 1 <= setting.draws <= MOST_DRAWS:
            raise DealError(
                f"A score cannot be made of {setting.draws} draws; nothing was scored.",
                f"Ask for 1 to {MOST_DRAWS} draws.",
                zh=f"无法以 {setting.draws} 次抽样评分；未评分。",
                zh_hint=f"请设为1至 {MOST_DRAWS} 次。",
            )
        if not 0 <= setting.seed < 2**63:
            raise DealError(
                f"{setting.seed} is not a seed; nothing was scored.",
                "Choose a whole number from 0 up.",
                zh=f"{setting.seed} 不能作为随机种子；未评分。",
                zh_hint="请选择0或更大的整数。",
            )
        self._possible(setting)
        return pack

    def _possible(self, setting: Setting) -> None:
        known = self.catalogue.parameter_by_id
        for change in setting.changes:
            parameter = known.get(change.parameter)
            wrong = parameter.impossible(change.value, change.low, change.high) if parameter is not None else None
            if parameter is not None and wrong:
                raise DealError(
                    f"The changed assumption {wrong}; nothing was scored and the deal is whole.",
                    "Correct it or restore it under Assumptions, or by "
                    f"`dealbuilder edit FILE assume --reset {parameter.id}`.",
                    zh=f"所更改的假设 {wrong.zh}；未评分，协议完好。",
                    zh_hint=f"请在“假设”中更正或恢复，或使用 `dealbuilder edit FILE assume --reset {parameter.id}`。",
                )
        for found in misfits(self.catalogue, setting.injects):
            if found.refused:
                shift = next(one for one in found.inject.parameters if one.parameter == found.id)
                wrong = known[found.id].impossible(shift.value, shift.low, shift.high) or Words("", "")
                raise DealError(
                    f"The inject “{found.inject.id}” cannot be: {wrong}; nothing was scored and the deal is whole.",
                    f"Lift it under Injects, or by `dealbuilder edit FILE inject {found.inject.id} --lift`.",
                    zh=f"突发事件“{found.inject.id}”不成立：{wrong.zh}；未评分，协议完好。",
                    zh_hint=f"请在“突发事件”中解除，或使用 `dealbuilder edit FILE inject {found.inject.id} --lift`。",
                )

    def _monthly(self, ours: Summary, theirs: Summary) -> tuple[Monthly, ...]:
        units = {series.id: series.unit for series in self.catalogue.series}
        return tuple(
            Monthly(id, units.get(id, ""), ours.low[i], ours.middle[i], ours.high[i], ours.mean[i], theirs.mean[i])
            for i, id in enumerate(ours.series)
        )

    def _unmoved(self, package: Package, setting: Setting, tick: Tick | None) -> frozenset[str]:
        """Return the measures whose clause can be taken out without moving any output in any draw."""
        tested = worth_running(self.catalogue, package)
        variants = [package, *(without(package, measure) for measure in tested)]
        whole, *parts = self.store.summaries(world(setting, draws=IDLE_DRAWS), variants, tick, record=False)
        return frozenset(measure for measure, part in zip(tested, parts, strict=True) if still(whole, part))


def still(one: Summary, other: Summary) -> bool:
    """Return whether no output differs in any draw by more than the smallest change that counts."""
    return all(float(abs(values - other.outputs[id]).max()) <= STILL for id, values in one.outputs.items())


def stamps(catalogue: Catalogue, setting: Setting) -> Stamps:
    """Return the versions that a score under this setting belongs to."""
    return Stamps(__version__, f"{catalogue.version}+{catalogue.digest[:DIGEST]}", setting.pack)


def _pieces(tick: Tick | None, count: int) -> Sequence[Tick | None]:
    """Return one tick for each of `count` equal pieces of the work."""
    if tick is None:
        return (None,) * count
    return tuple(_piece(tick, place, count) for place in range(count))


def _piece(tick: Tick, place: int, count: int) -> Tick:
    return lambda done: tick((place + done) / count)
