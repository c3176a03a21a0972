"""Reading the catalogue: every problem of every file at once, each with file and key."""

import hashlib
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from dealbuilder.errors import CatalogueProblems, Problem, Words, of_field
from dealbuilder.model.assumptions import Worldview
from dealbuilder.model.catalogue import Catalogue, Pack
from dealbuilder.model.channel import Channel
from dealbuilder.model.checking import lens_faults, pack_faults
from dealbuilder.model.faults import no_such, outside, undescribed, unread
from dealbuilder.model.indicator import Indicator, MonthlySeries, Named
from dealbuilder.model.inject import Inject, inject_faults
from dealbuilder.model.lens import Lens
from dealbuilder.model.measure import Measure
from dealbuilder.model.parameter import Parameter, Posterior, Table
from dealbuilder.model.source import Fact, Reference, Source
from dealbuilder.model.workshop import SessionTemplate

KINDS: dict[str, type[BaseModel]] = {
    "channel": Channel,
    "measure": Measure,
    "parameter": Parameter,
    "posterior": Posterior,
    "table": Table,
    "worldview": Worldview,
    "indicator": Indicator,
    "series": MonthlySeries,
    "source": Source,
    "fact": Fact,
    "group": Named,
    "lens": Lens,
    "inject": Inject,
    "session": SessionTemplate,
}


class _Shelf:
    """What has been read so far, where each item stood, and what was wrong."""

    def __init__(self) -> None:
        self.items: dict[str, list[Any]] = {kind: [] for kind in KINDS}
        self.sets: dict[str, tuple[Named, ...]] = {}
        self.packs: dict[str, Pack] = {}
        self.places: dict[tuple[str, str], str] = {}
        self.problems: list[Problem] = []
        self.version = ""
        self.digest = hashlib.sha256()

    def report(self, file: str, key: str, said: Words) -> None:
        self.problems.append(Problem(file, key, said))

    def build(self, file: str, key: str, kind: type[BaseModel], data: object) -> Any | None:
        try:
            return kind.model_validate(data)
        except ValidationError as error:
            for fault in error.errors():
                path = ".".join(str(part) for part in fault["loc"])
                self.report(file, f"{key}.{path}" if path else key, of_field(fault))
            return None

    def add(self, file: str, kind: str, data: object, position: int) -> None:
        label = data.get("id", f"#{position + 1}") if isinstance(data, dict) else f"#{position + 1}"
        key = f"{kind}[{label}]"
        item = self.build(file, key, KINDS[kind], data)
        if item is None:
            return
        earlier = self.places.get((kind, item.id))
        if earlier is not None:
            self.report(file, key, Words(f"this id already stands in {earlier}", f"此标识已见于 {earlier}"))
            return
        self.places[kind, item.id] = file
        self.items[kind].append(item)


def _read(path: Path, shelf: _Shelf) -> dict[str, Any]:
    try:
        raw = path.read_bytes()
        shelf.digest.update(path.name.encode() + b"\0" + raw + b"\0")
        return tomllib.loads(raw.decode("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        shelf.report(path.name, "file", unread(error))
        return {}


def _shelve(path: Path, shelf: _Shelf) -> None:
    for kind, value in _read(path, shelf).items():
        if kind == "version" and isinstance(value, str):
            shelf.version = value
        elif kind == "sets" and isinstance(value, dict):
            for name, members in value.items():
                if not isinstance(members, list):
                    shelf.report(path.name, f"sets.{name}", no_such("a list", "列表"))
                    continue
                built = (shelf.build(path.name, f"sets.{name}", Named, member) for member in members)
                shelf.sets[name] = tuple(named for named in built if named is not None)
        elif kind in KINDS and isinstance(value, list):
            for position, data in enumerate(value):
                shelf.add(path.name, kind, data, position)
        else:
            known = ("version", "sets", *KINDS)
            shelf.report(path.name, kind, Words(f"is not one of {', '.join(known)}", f"不在 {'、'.join(known)} 之中"))


def _references(item: Measure | Parameter | Table | Fact) -> Iterator[Reference]:
    yield from item.references
    if isinstance(item, Measure):
        for demand in item.asked_by:
            yield from demand.references


def _check(shelf: _Shelf) -> None:
    sources = {source.id for source in shelf.items["source"]}
    channels = {channel.id: channel for channel in shelf.items["channel"]}
    measures = {measure.id for measure in shelf.items["measure"]}
    groups = {group.id for group in shelf.items["group"]}
    parameters = {parameter.id for parameter in shelf.items["parameter"]}
    for kind in ("measure", "parameter", "table", "fact"):
        for item in shelf.items[kind]:
            file, key = shelf.places[kind, item.id], f"{kind}[{item.id}]"
            for reference in _references(item):
                if reference.source not in sources:
                    shelf.report(file, key, undescribed(reference.source))
    for measure in shelf.items["measure"]:
        file, key = shelf.places["measure", measure.id], f"measure[{measure.id}]"
        if measure.group not in groups:
            shelf.report(file, f"{key}.group", _none(measure.group, "a group", "组别"))
        for link in measure.links:
            if link.measure not in measures:
                shelf.report(file, f"{key}.links", _none(link.measure, "a measure", "措施"))
        for level in measure.levels:
            for id, value in level.channels.items():
                channel = channels.get(id)
                place = f"{key}.levels.{level.id}.channels.{id}"
                if channel is None:
                    shelf.report(file, place, no_such("a channel", "渠道"))
                elif not channel.low <= value <= channel.high:
                    shelf.report(file, place, outside(value, channel.low, channel.high))
    for posterior in shelf.items["posterior"]:
        if posterior.id not in parameters:
            file = shelf.places["posterior", posterior.id]
            shelf.report(file, f"posterior[{posterior.id}]", no_such("a parameter", "参数"))
    for view in shelf.items["worldview"]:
        for id in view.parameters:
            if id not in parameters:
                file = shelf.places["worldview", view.id]
                shelf.report(file, f"worldview[{view.id}].parameters.{id}", no_such("a parameter", "参数"))
    indicators = {indicator.id: indicator for indicator in shelf.items["indicator"]}
    known = {measure.id: measure for measure in shelf.items["measure"]}
    for lens in shelf.items["lens"]:
        for key, said in lens_faults(lens, indicators, known, channels, sources):
            shelf.report(shelf.places["lens", lens.id], f"lens[{lens.id}]{key}", said)
    figures = {parameter.id: parameter for parameter in shelf.items["parameter"]}
    for inject in shelf.items["inject"]:
        for key, said in inject_faults(inject, channels, figures, sources):
            shelf.report(shelf.places["inject", inject.id], f"inject[{inject.id}]{key}", said)
    _check_sessions(shelf)
    for file, pack in shelf.packs.items():
        for key, said in pack_faults(pack, channels, figures, sources):
            shelf.report(file, key, said)
        if file != f"{pack.id}.toml":
            en = f"is {pack.id}, so the file should be {pack.id}.toml"
            shelf.report(file, "id", Words(en, f"为 {pack.id}，因此文件应名为 {pack.id}.toml"))


def _none(name: str, what: str, zh: str) -> Words:
    said = no_such(what, zh)
    return Words(f"{name} {said.en}", f"{name} {said.zh}")


def _check_sessions(shelf: _Shelf) -> None:
    """Report roles and injects that a template names and no file describes."""
    lenses = {lens.id for lens in shelf.items["lens"]}
    injects = {inject.id for inject in shelf.items["inject"]}
    for session in shelf.items["session"]:
        file, key = shelf.places["session", session.id], f"session[{session.id}]"
        for role in session.roles:
            if role not in lenses:
                shelf.report(file, f"{key}.roles", _none(role, "a lens", "角色"))
        for inject in (*session.deck, *(stage.inject for stage in session.stages if stage.inject)):
            if inject not in injects:
                shelf.report(file, f"{key}.deck", _none(inject, "an inject", "突发事件"))


def load_catalogue(folder: Path, more: Sequence[Path] = (), packs: Sequence[Path] = ()) -> Catalogue:
    """Read `folder`/catalogue/*.toml and `folder`/packs/*.toml; raise CatalogueProblems with every fault found.

    `more` and `packs` are read as if they lay there: files that somebody is still writing.
    """
    shelf = _Shelf()
    for path in (*sorted((folder / "catalogue").glob("*.toml")), *more):
        _shelve(path, shelf)
    for path in (*sorted((folder / "packs").glob("*.toml")), *packs):
        pack = shelf.build(path.name, "pack", Pack, _read(path, shelf))
        if pack is not None:
            shelf.packs[path.name] = pack
    if not shelf.version:
        shelf.report("catalogue.toml", "version", Words(f"is missing below {folder}", f"在 {folder} 下缺少此项"))
    _check(shelf)
    if shelf.problems:
        raise CatalogueProblems(tuple(shelf.problems))
    items = shelf.items
    fitted = {posterior.id: posterior for posterior in items["posterior"]}
    return Catalogue(
        version=shelf.version,
        digest=shelf.digest.hexdigest(),
        channels=tuple(items["channel"]),
        measures=tuple(items["measure"]),
        parameters=tuple(fitted[p.id].fitted(p) if p.id in fitted else p for p in items["parameter"]),
        tables=tuple(items["table"]),
        worldviews=tuple(items["worldview"]),
        indicators=tuple(items["indicator"]),
        series=tuple(items["series"]),
        sets=shelf.sets,
        groups=tuple(items["group"]),
        sources=tuple(items["source"]),
        facts=tuple(items["fact"]),
        packs=tuple(shelf.packs.values()),
        lenses=tuple(items["lens"]),
        injects=tuple(items["inject"]),
        sessions=tuple(items["session"]),
    )
