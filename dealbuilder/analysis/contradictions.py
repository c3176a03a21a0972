"""Clauses that cannot both stand, and clauses out of their time: each said in a sentence."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from dealbuilder.analysis.evaluation import Contradiction
from dealbuilder.analysis.resolve import Known, known_clauses
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import HORIZON, Package

TERM = "deal_months"
RENEWAL = "renewal"
WINS = {"max": ("the larger", "较大者"), "min": ("the smaller", "较小者"), "sum": ("their sum", "二者之和")}


def contradictions(catalogue: Catalogue, package: Package) -> tuple[Contradiction, ...]:
    """Return everything in the package that contradicts itself, in the order of its clauses."""
    active = {known.measure.id: known for known in known_clauses(catalogue, package) if known.rank > 0}
    found = [
        *_twice(catalogue, package),
        *_exclusive(active),
        *_opposite(catalogue, active),
        *_out_of_time(catalogue, package, active),
        *_conditions(catalogue, package, active),
        *_circles(active),
    ]
    return tuple(dict.fromkeys(found))


def deal_months(catalogue: Catalogue, active: dict[str, Known]) -> float | None:
    """Return after how many months the deal lapses; None if it is renewed."""
    if any(known.level.channels.get(RENEWAL, 0.0) > 0.0 for known in active.values()):
        return None
    lengths = [known.level.channels[TERM] for known in active.values() if TERM in known.level.channels]
    if lengths:
        return max(lengths)
    place = catalogue.channel_index.get(TERM)
    return catalogue.channels[place].rest if place is not None else None


def _title(catalogue: Catalogue, measure: str) -> tuple[str, str]:
    known = catalogue.measure_by_id.get(measure)
    return (known.title.en, known.title.zh) if known else (measure, measure)


def _twice(catalogue: Catalogue, package: Package) -> Iterator[Contradiction]:
    for measure, count in Counter(clause.measure for clause in package.clauses).items():
        if count > 1:
            en, zh = _title(catalogue, measure)
            yield Contradiction(
                (measure,),
                f"“{en}” stands {count} times in this package; a package holds one clause on a measure.",
                f"“{zh}”在本方案中出现{count}次；每项措施只能有一个条款。",
            )


def _exclusive(active: dict[str, Known]) -> Iterator[Contradiction]:
    said: set[frozenset[str]] = set()
    for known in active.values():
        for link in known.measure.links:
            pair = frozenset((known.measure.id, link.measure))
            other = active.get(link.measure)
            if link.kind == "instead_of" and other is not None and other is not known and pair not in said:
                said.add(pair)
                yield Contradiction(
                    (known.measure.id, link.measure),
                    f"“{known.measure.title.en}” and “{other.measure.title.en}” exclude each other: {link.reason.en}",
                    f"“{known.measure.title.zh}”与“{other.measure.title.zh}”互相排斥：{link.reason.zh}",
                )


def _opposite(catalogue: Catalogue, active: dict[str, Known]) -> Iterator[Contradiction]:
    linked = {
        frozenset((known.measure.id, link.measure))
        for known in active.values()
        for link in known.measure.links
        if link.kind == "instead_of"
    }
    movers: dict[str, list[tuple[int, Known]]] = {}
    for place, known in enumerate(active.values()):
        for id in known.level.channels:
            movers.setdefault(id, []).append((place, known))
    # Only clauses that share a channel can pull at it; pairs are told in the order of the clauses.
    pulls = [
        (i, j, id, one, other)
        for id, placed in movers.items()
        for (i, one), (j, other) in combinations(placed, 2)
        if _against(catalogue, id, one, other)
    ]
    for _, _, id, one, other in sorted(pulls, key=lambda pull: pull[:2]):
        if frozenset((one.measure.id, other.measure.id)) not in linked:
            channel = catalogue.channels[catalogue.channel_index[id]]
            yield Contradiction(
                (one.measure.id, other.measure.id),
                f"“{one.measure.title.en}” and “{other.measure.title.en}” pull in opposite directions "
                f"({channel.label.en}); {WINS[channel.combine][0]} counts.",
                f"“{one.measure.title.zh}”与“{other.measure.title.zh}”方向相反（{channel.label.zh}）；"
                f"以{WINS[channel.combine][1]}为准。",
            )


def _against(catalogue: Catalogue, id: str, one: Known, other: Known) -> bool:
    rest = catalogue.channels[catalogue.channel_index[id]].rest
    return (one.level.channels[id] - rest) * (other.level.channels[id] - rest) < 0


def _out_of_time(catalogue: Catalogue, package: Package, active: dict[str, Known]) -> Iterator[Contradiction]:
    length = deal_months(catalogue, active)
    for clause in package.clauses:
        en, zh = _title(catalogue, clause.measure)
        if clause.end is not None and clause.end <= clause.start:
            yield Contradiction(
                (clause.measure,),
                f"“{en}” ends in month {clause.end}, before or as it starts in month {clause.start}.",
                f"“{zh}”在第{clause.end}个月结束，不晚于其开始的第{clause.start}个月。",
            )
        elif clause.start >= HORIZON:
            yield Contradiction(
                (clause.measure,),
                f"“{en}” starts in month {clause.start}, after the {HORIZON} months that are scored.",
                f"“{zh}”在第{clause.start}个月开始，晚于计分的{HORIZON}个月。",
            )
        elif length is not None and clause.start >= length:
            yield Contradiction(
                (clause.measure,),
                f"“{en}” starts in month {clause.start}, but the deal ends after {length:g} months and is not renewed.",
                f"“{zh}”在第{clause.start}个月开始，但协议在{length:g}个月后终止且不续期。",
            )


def _conditions(catalogue: Catalogue, package: Package, active: dict[str, Known]) -> Iterator[Contradiction]:
    for clause in package.clauses:
        condition = clause.condition
        if condition is None:
            continue
        en, zh = _title(catalogue, clause.measure)
        other_en, other_zh = _title(catalogue, condition.measure)
        pair = tuple(dict.fromkeys((clause.measure, condition.measure)))
        other = active.get(condition.measure)
        if condition.measure == clause.measure:
            yield Contradiction(pair, f"“{en}” waits for itself; it never starts.", f"“{zh}”以自身为条件，永不生效。")
        elif other is None:
            yield Contradiction(
                pair,
                f"“{en}” waits for “{other_en}”, which is not in this package; it never starts.",
                f"“{zh}”以“{other_zh}”为条件，而后者不在本方案中；该条款永不生效。",
            )
        else:
            wanted = other.measure.level(condition.level)
            if wanted is None or other.measure.levels.index(wanted) > other.rank:
                level_en, level_zh = (wanted.label.en, wanted.label.zh) if wanted else (condition.level,) * 2
                yield Contradiction(
                    pair,
                    f"“{en}” waits for “{other_en}” at “{level_en}”, but the package signs “{other.level.label.en}”.",
                    f"“{zh}”以“{other_zh}”达到“{level_zh}”为条件，但本方案仅约定“{other.level.label.zh}”。",
                )


def _circles(active: dict[str, Known]) -> Iterator[Contradiction]:
    waits = {id: known.clause.condition.measure for id, known in active.items() if known.clause.condition}
    said: set[frozenset[str]] = set()
    for start in waits:
        path = [start]
        while path[-1] in waits and waits[path[-1]] not in path:
            path.append(waits[path[-1]])
        circle = frozenset(path)
        if len(path) > 1 and waits.get(path[-1]) == start and circle not in said:
            said.add(circle)
            names = [active[id].measure.title for id in path]
            yield Contradiction(
                tuple(path),
                f"{', '.join(f'“{name.en}”' for name in names)} wait for each other; none of them ever starts.",
                f"{'、'.join(f'“{name.zh}”' for name in names)}互为条件；均永不生效。",
            )
