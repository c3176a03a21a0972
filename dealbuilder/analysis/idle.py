"""Clauses that move nothing: why, and what would make them count."""

from dealbuilder.analysis.bound import bound
from dealbuilder.analysis.evaluation import Idle
from dealbuilder.analysis.resolve import Known, known_clauses
from dealbuilder.model.catalogue import Catalogue, Pack
from dealbuilder.model.package import HORIZON, Clause, Package

KEPT_EN = "It is kept, printed and not scored."
KEPT_ZH = "该条款予以保留和打印，但不计分。"


def worth_running(catalogue: Catalogue, package: Package) -> tuple[str, ...]:
    """Return the measures whose clauses could move something, so that only the engine can tell."""
    found = known_clauses(catalogue, package)
    return tuple(dict.fromkeys(known.measure.id for known in found if _dead(known) is None))


def idle(catalogue: Catalogue, pack: Pack, package: Package, unmoved: frozenset[str]) -> tuple[Idle, ...]:
    """Return a reason and a remedy for each clause that moves nothing; `unmoved` is what the engine found so."""
    active = {known.measure.id: known for known in known_clauses(catalogue, package)}
    answers = []
    for clause in package.clauses:
        known = active.get(clause.measure)
        if known is None:
            answers.append(_unknown(catalogue, clause))
        elif (dead := _dead(known)) is not None:
            answers.append(dead)
        elif clause.measure in unmoved:
            answers.append(bound(catalogue, pack, active, known))
    return tuple(dict.fromkeys(answers))


def _unknown(catalogue: Catalogue, clause: Clause) -> Idle:
    measure = catalogue.measure_by_id.get(clause.measure)
    if measure is None:
        reason_en = f"This catalogue does not know the measure “{clause.measure}”. {KEPT_EN}"
        reason_zh = f"本目录没有措施“{clause.measure}”。{KEPT_ZH}"
    else:
        reason_en = f"“{measure.title.en}” has no level “{clause.level}” in this catalogue. {KEPT_EN}"
        reason_zh = f"本目录中“{measure.title.zh}”没有级别“{clause.level}”。{KEPT_ZH}"
    remedy_en = "Choose a measure and level of this catalogue, or open the deal with the version that wrote it."
    remedy_zh = "请选用本目录中的措施和级别，或用写入该协议的版本打开。"
    return Idle(clause.measure, reason_en, reason_zh, remedy_en, remedy_zh)


def _dead(known: Known) -> Idle | None:
    """Return why a known clause cannot count whatever the rest of the package says, or None."""
    clause, measure = known.clause, known.measure
    if known.rank == 0:
        return Idle(
            measure.id,
            "The level is “none”: the state of the baseline.",
            "级别为“无”，即基准状态。",
            f"Choose “{measure.levels[1].label.en}” or a further level.",
            f"请选择“{measure.levels[1].label.zh}”或更高级别。",
        )
    if measure.guardrail and not clause.unlocked:
        why = measure.guardrail_reason
        return Idle(
            measure.id,
            f"This guardrail is locked. {why.en if why else ''}".strip(),
            f"此护栏已锁定。{why.zh if why else ''}",
            "Unlock it on purpose; the deal will carry a visible mark.",
            "如确需变动，请主动解锁；协议上会有明显标记。",
        )
    if clause.end is not None and clause.end <= clause.start:
        return Idle(
            measure.id,
            f"It ends in month {clause.end}, before or as it starts in month {clause.start}.",
            f"其在第{clause.end}个月结束，不晚于开始的第{clause.start}个月。",
            "Let it end later or start earlier.",
            "请推迟结束或提前开始。",
        )
    if clause.start >= HORIZON:
        return Idle(
            measure.id,
            f"It starts in month {clause.start}, after the {HORIZON} months that are scored.",
            f"其在第{clause.start}个月开始，晚于计分的{HORIZON}个月。",
            f"Start it before month {HORIZON}.",
            f"请在第{HORIZON}个月之前开始。",
        )
    return None
