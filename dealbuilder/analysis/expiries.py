"""Everything that ends, begins or comes up for renewal by its date, on one time line from signing."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.resolve import known_clauses
from dealbuilder.engine import schedule
from dealbuilder.model.catalogue import Catalogue, Pack
from dealbuilder.model.package import HORIZON, Package
from dealbuilder.model.source import Reference
from dealbuilder.model.text import Text

Kind = Literal["clause", "renewal", "law_ends", "law_begins", "inject", "inject_expires"]


@dataclass(frozen=True, slots=True)
class Expiry:
    """Something dated: in `month` after signing it ends (law_begins: takes force; renewal: comes up anew).

    `begin` is the month from which it holds, before signing where negative. `title` is None for a renewal; `own`:
    the deal has a term of its own, else it is the truce as it stands. `falls` are the channels that fall back, or that
    a law sets from then on; `references` its sources.
    """

    kind: Kind
    id: str
    month: int
    begin: int
    title: Text | None = None
    falls: tuple[Text, ...] = ()
    references: tuple[Reference, ...] = ()
    own: bool = False


def expiries(catalogue: Catalogue, package: Package, setting: Setting) -> tuple[Expiry, ...]:
    """Return everything dated in months 1 to 60, in the order of time."""
    pack = catalogue.pack_by_id[setting.pack]
    found = [*_clauses(catalogue, package), *_renewals(catalogue, pack, package), *_laws(catalogue, pack)]
    found += _injects(catalogue, setting)
    return tuple(sorted(found, key=lambda one: (one.month, one.kind, one.id)))


def _clauses(catalogue: Catalogue, package: Package) -> list[Expiry]:
    return [
        Expiry(
            "clause", known.clause.measure, known.clause.end, known.clause.start, known.measure.title,
            _labels(catalogue, known.level.channels),
        )
        for known in known_clauses(catalogue, package)
        if known.clause.end is not None and known.clause.end <= HORIZON
    ]  # fmt: skip


def _renewals(catalogue: Catalogue, pack: Pack, package: Package) -> list[Expiry]:
    flags = schedule.terms(catalogue, pack, (package,))[0][schedule.signing(pack) + 1 :]
    own = any("deal_months" in known.level.channels for known in known_clauses(catalogue, package))
    found = (int(at) + 1 for at in np.flatnonzero(flags))
    return [Expiry("renewal", f"renewal_{month}", month, 0, own=own) for month in found if month <= HORIZON]


def _laws(catalogue: Catalogue, pack: Pack) -> list[Expiry]:
    found: list[Expiry] = []
    origin = schedule.index(pack.signing)
    for event in pack.events:
        if not event.known:
            continue
        begin = schedule.index(event.month) - origin
        end = schedule.index(event.until) - origin if event.until else HORIZON + 1
        labels, sources = _labels(catalogue, event.channels), _cited(event.source, event.locator, event.month)
        if 0 < begin <= HORIZON:
            found.append(Expiry("law_begins", event.id, begin, begin, event.title, labels, sources))
        if 0 < end <= HORIZON:
            found.append(Expiry("law_ends", event.id, end, begin, event.title, labels, sources))
    return found


def _injects(catalogue: Catalogue, setting: Setting) -> list[Expiry]:
    found: list[Expiry] = []
    for inject in setting.injects:
        labels = _labels(catalogue, {shift.channel: shift.by for shift in inject.channels})
        if inject.months is not None and inject.end <= HORIZON:
            found.append(Expiry("inject", inject.id, inject.end, inject.month, inject.title, labels, inject.references))
        if inject.expires:
            found.append(Expiry("inject_expires", inject.id, inject.month, inject.month, inject.title))
    return found


def _labels(catalogue: Catalogue, channels: dict[str, float]) -> tuple[Text, ...]:
    return tuple(catalogue.channel_by_id[id].label for id in channels if id in catalogue.channel_by_id)


def _cited(source: str, locator: str, date: str) -> tuple[Reference, ...]:
    return (Reference(source=source, locator=locator, date=date),)
