"""Why a clause that could count does not: the surest reason first, with what would make it count."""

from dealbuilder.analysis.contradictions import deal_months
from dealbuilder.analysis.evaluation import Idle
from dealbuilder.analysis.resolve import Known
from dealbuilder.model.catalogue import Catalogue, Pack
from dealbuilder.model.channel import Channel
from dealbuilder.model.measure import Link, Measure

Active = dict[str, Known]


def law_at_signing(pack: Pack) -> dict[str, float]:
    """Return the channel values that acts known at signing have set and not yet ended."""
    values: dict[str, float] = {}
    for event in pack.in_force():
        values.update(event.channels)
    return values


def bound(catalogue: Catalogue, pack: Pack, active: Active, known: Known) -> Idle:
    """Return what holds a clause back; `active` are the package's known clauses by measure."""
    return (
        _recorded(known)
        or _waits(catalogue, active, known)
        or _lapsed(catalogue, active, known)
        or _already(catalogue, pack, known)
        or _covered(catalogue, active, known)
        or _needs(catalogue, active, known)
        or _otherwise(known)
    )


def _recorded(known: Known) -> Idle | None:
    text = known.measure.recorded_only
    if text is None:
        return None
    return Idle(
        known.measure.id, text.en, text.zh, "Nothing needs mending: it is recorded.", "无需修正：该条款仅作记录。"
    )


def _waits(catalogue: Catalogue, active: Active, known: Known) -> Idle | None:
    condition = known.clause.condition
    if condition is None:
        return None
    other = catalogue.measure_by_id.get(condition.measure)
    level = other.level(condition.level) if other else None
    if other is None or level is None:
        return Idle(
            known.measure.id,
            f"It waits for “{condition.measure}” at “{condition.level}”, which this catalogue does not know.",
            f"其条件为“{condition.measure}”达到“{condition.level}”，而本目录没有该项。",
            "Choose another condition or none.",
            "请选择其他条件或取消条件。",
        )
    signed = active.get(other.id)
    met = signed is not None and signed.rank >= other.levels.index(level) and other.id != known.measure.id
    if met:
        return None
    return Idle(
        known.measure.id,
        f"It waits for “{other.title.en}” at “{level.label.en}”, which this package does not sign.",
        f"其条件为“{other.title.zh}”达到“{level.label.zh}”，而本方案未作此约定。",
        f"Sign “{other.title.en}” at “{level.label.en}”, or drop the condition.",
        f"请约定“{other.title.zh}”达到“{level.label.zh}”，或取消条件。",
        other.id,
    )


def _lapsed(catalogue: Catalogue, active: Active, known: Known) -> Idle | None:
    length = deal_months(catalogue, {id: clause for id, clause in active.items() if clause.rank > 0})
    if length is None or known.clause.start < length:
        return None
    return Idle(
        known.measure.id,
        f"It starts in month {known.clause.start}; the deal ends after {length:g} months and is not renewed.",
        f"其在第{known.clause.start}个月开始，而协议在{length:g}个月后终止且不续期。",
        "Lengthen the deal, agree on renewal, or start earlier.",
        "请延长协议期限、约定续期或提前开始。",
    )


def _reaches(channel: Channel, value: float, wanted: float) -> bool:
    """Return whether a value is at least as far from the channel's rest as the wanted one, on the same side."""
    reach, want = value - channel.rest, wanted - channel.rest
    return reach * want > 0 and abs(reach) >= abs(want)


def _already(catalogue: Catalogue, pack: Pack, known: Known) -> Idle | None:
    law = law_at_signing(pack)
    wanted = known.level.channels
    channels = {id: catalogue.channels[catalogue.channel_index[id]] for id in wanted}
    if not wanted or not all(id in law and _reaches(channels[id], law[id], wanted[id]) for id in wanted):
        return None
    act = [event.title for event in pack.in_force() if event.channels.keys() & wanted.keys()][-1]
    bound_by = known.measure.bound_by
    return Idle(
        known.measure.id,
        f"The baseline already has it at signing ({act.en})." + (f" {bound_by.en}" if bound_by else ""),
        f"基准在签署时已处于该状态（{act.zh}）。" + (bound_by.zh if bound_by else ""),
        *_further(known, "Keep it to have it in writing", "可保留以写入文本"),
    )


def _further(known: Known, otherwise_en: str, otherwise_zh: str) -> tuple[str, str]:
    """Return a remedy, with the next level where there is one."""
    if known.rank + 1 == len(known.measure.levels):
        return f"{otherwise_en}.", f"{otherwise_zh}。"
    label = known.measure.levels[known.rank + 1].label
    return f"{otherwise_en}, or try “{label.en}”.", f"{otherwise_zh}，或尝试“{label.zh}”。"


def _covered(catalogue: Catalogue, active: Active, known: Known) -> Idle | None:
    wanted = known.level.channels
    for other in active.values():
        if other is known or other.rank == 0 or not wanted.keys() & other.level.channels.keys():
            continue
        place = catalogue.channel_index
        if all(
            id in other.level.channels
            and catalogue.channels[place[id]].combine != "sum"
            and _reaches(catalogue.channels[place[id]], other.level.channels[id], value)
            for id, value in wanted.items()
        ):
            return Idle(
                known.measure.id,
                f"“{other.measure.title.en}” at “{other.level.label.en}” already does as much.",
                f"“{other.measure.title.zh}”的“{other.level.label.zh}”已达到同样效果。",
                *_further(known, "Drop it", "请取消该条款"),
                other.measure.id,
            )
    return None


def _open_links(active: Active, measure: Measure) -> list[Link]:
    """Return links to measures it needs that are absent or not at their last level, absent ones first."""
    needed = [link for link in measure.links if link.kind == "needs"]
    absent = [link for link in needed if link.measure not in active or active[link.measure].rank == 0]
    last = {id: known.rank == len(known.measure.levels) - 1 for id, known in active.items()}
    return absent + [link for link in needed if link not in absent and not last[link.measure]]


def _needs(catalogue: Catalogue, active: Active, known: Known) -> Idle | None:
    for link in _open_links(active, known.measure):
        other = catalogue.measure_by_id.get(link.measure)
        if other is None:
            continue
        present = link.measure in active and active[link.measure].rank > 0
        bound_by = known.measure.bound_by or link.reason
        return Idle(
            known.measure.id,
            bound_by.en,
            bound_by.zh,
            f"{'Raise' if present else 'Add'} “{other.title.en}”.",
            f"请{'提高' if present else '加入'}“{other.title.zh}”{'的级别' if present else ''}。",
            other.id,
        )
    return None


def _otherwise(known: Known) -> Idle:
    bound_by = known.measure.bound_by
    remedy = _further(known, "Change what holds it back, or leave it for the record", "请改变制约因素，或保留作为记录")
    if bound_by is not None:
        return Idle(known.measure.id, bound_by.en, bound_by.zh, *remedy)
    return Idle(
        known.measure.id,
        "Another control or limit holds the same trade, so this clause alone changes no indicator in this package.",
        "同一贸易还受其他管制或限制约束，因此在本方案中仅此条款不改变任何指标。",
        *remedy,
    )
