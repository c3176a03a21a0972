"""The coach: looks at every package within two moves, and says which few moves would help whom by how much."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from dealbuilder.analysis.bands import standard_errors
from dealbuilder.analysis.coaching import MODES, Advice, Delta, Mode, Suggestion, Wish
from dealbuilder.analysis.evaluation import FloatArray, Setting
from dealbuilder.analysis.many import COST, SUPPLY, Reader
from dealbuilder.analysis.merits import GROWS, Here, merit, shortfall
from dealbuilder.analysis.party_value import PARTIES, reservation, roles
from dealbuilder.analysis.runs import Tick, part_of
from dealbuilder.analysis.space import Bounds, Ranks, Space, space
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Lens
from dealbuilder.model.package import Package

SIFT_DRAWS = 128
"""Draws of every package one move away, and of the best that lie two moves away."""
SCREEN_DRAWS = 4
"""Draws of every package two moves away: they give only what two moves do beyond the sum of each alone."""
KEPT = 12
"""Packages of each kind and number of moves that are read again."""
OFTEN = 3
"""How often one move may stand among them."""
TOLD = 3
"""Suggestions of each kind."""
CHAIN, CHAIN_DRAWS = 6, 16
"""Most moves towards a wish, and the draws of each step on the way."""


def advise(
    catalogue: Catalogue,
    package: Package,
    setting: Setting,
    lenses: Sequence[Lens],
    bounds: Bounds,
    wish: Wish | None = None,
    tick: Tick | None = None,
) -> Advice:
    """Return what the coach has to say about a package; `lenses` are the roles whose values count.

    Every package one or two moves away within `bounds` is looked at. What two moves do is taken as the sum of what
    each does alone, over many draws, and what they do beyond it, over few: the same random numbers cancel the noise.
    """
    room = space(catalogue, package, bounds)
    coach = _Coach(room, Reader(catalogue, lenses, setting))
    singles, pairs = room.singles(), room.pairs()
    alone = coach.read(np.vstack([room.start[None], singles]), SIFT_DRAWS, part_of(tick, 0.0, 0.25))
    few = coach.read(pairs, SCREEN_DRAWS, part_of(tick, 0.25, 0.75))
    rows = np.vstack([singles, pairs])
    cloud = np.vstack([alone[1:].mean(axis=2), joined(room, singles, alone, pairs, few)])
    least = tuple(reservation(lenses, party) for party in PARTIES)
    here = Here(alone[0].mean(axis=1), least, wish or Wish(), _spans(cloud))
    chosen: dict[Mode, Ranks] = {mode: coach.kept(mode, rows, cloud, here) for mode in MODES}
    chosen["wish"] = np.vstack([chosen["wish"], coach.chained(rows, cloud, here, part_of(tick, 0.75, 0.85))])
    told = coach.sifted(chosen, here, part_of(tick, 0.85, 0.92))
    found, now = coach.told(told, here, setting.draws, part_of(tick, 0.92, 1.0))
    met = not here.wish.empty() and here.wish.met(now[SUPPLY], now[COST])
    return Advice(
        package=package,
        bounds=bounds,
        lenses=tuple(lenses),
        wish=here.wish,
        now=now,
        reservations=(least[0], least[1]),
        found=found,
        singles=len(singles),
        pairs=len(pairs),
        looked=len(rows),
        screened=min(SCREEN_DRAWS, setting.draws),
        draws=setting.draws,
        met=met,
        cloud=cloud,
    )


def joined(room: Space, singles: Ranks, alone: FloatArray, pairs: Ranks, few: FloatArray) -> FloatArray:
    """Return the objectives of pairs of moves, (pairs, 4).

    `alone` (1 + singles, 4, many draws), the present package first; `few` (pairs, 4, few draws), the first of those.
    """
    place = {row.tobytes(): number for number, row in enumerate(singles, start=1)}
    draws = few.shape[2]
    begun = alone[:, :, :draws].mean(axis=2)
    whole, found = alone.mean(axis=2), few.mean(axis=2)
    for number, row in enumerate(pairs):
        parts = [place.get(step.tobytes()) for step in undone(room, row)]
        # A move that cannot be made alone has no reading of its own: the few draws must do.
        if None not in parts:
            both = [part for part in parts if part is not None]
            found[number] += (whole[both] - begun[both]).sum(axis=0) - (whole[0] - begun[0])
        else:
            found[number] += whole[0] - begun[0]
    return found


def undone(room: Space, row: Ranks) -> list[Ranks]:
    """Return the packages from which one move less leads to `row`, in the order of its moves."""
    found = []
    for place in np.flatnonzero(row != room.start)[::-1]:
        found.append(row.copy())
        found[-1][place] = room.start[place]
    return found


def _spans(cloud: FloatArray) -> tuple[float, float]:
    ranges = np.ptp(cloud[:, [SUPPLY, COST]], axis=0) if len(cloud) else np.zeros(2)
    return tuple(float(one) or 1.0 for one in ranges)  # type: ignore[return-value]


class _Coach:
    """Holds the space and the reader while one answer is worked out."""

    def __init__(self, room: Space, reader: Reader) -> None:
        self._room, self._reader = room, reader

    def read(self, rows: Ranks, draws: int, tick: Tick | None = None) -> FloatArray:
        """Return the objectives of rows, shape (rows, 4, draws)."""
        return self._reader.read([self._room.built(row) for row in rows], draws, tick)

    def _count(self, rows: Ranks) -> FloatArray:
        return (rows != self._room.start).sum(axis=1).astype(np.float64)

    def kept(self, mode: Mode, rows: Ranks, cloud: FloatArray, here: Here) -> Ranks:
        """Return the most promising rows of one kind, of one move and of two, no move in too many of them."""
        moves = self._count(rows)
        worth = merit(mode, cloud, np.zeros_like(cloud), moves, here)
        if mode == "trade":
            worth = np.where(self._both_sides(rows), worth, -np.inf)
        found: list[int] = []
        for length in (1.0, 2.0):
            used: dict[tuple[int, int], int] = {}
            taken = 0
            order = np.argsort(-worth, kind="stable")
            for place in order[np.isfinite(worth[order]) & (moves[order] == length)].tolist():
                steps = [(int(at), int(rows[place, at])) for at in np.flatnonzero(rows[place] != self._room.start)]
                if any(used.get(step, 0) >= OFTEN for step in steps) or not self._room.stands(rows[place]):
                    continue
                used |= {step: used.get(step, 0) + 1 for step in steps}
                found.append(place)
                taken += 1
                if taken == KEPT:
                    break
        return rows[found]

    def _both_sides(self, rows: Ranks) -> FloatArray:
        sides = np.array([measure.side for measure in self._room.catalogue.measures])
        moved = rows != self._room.start
        return moved[:, sides == "us"].any(axis=1) & moved[:, sides == "china"].any(axis=1)

    def chained(self, rows: Ranks, cloud: FloatArray, here: Here, tick: Tick | None) -> Ranks:
        """Return packages on the way to a wish that two moves do not fulfil, one move a step; none without a wish."""
        found = [self._room.start[None][:0]]
        if here.wish.empty() or not len(rows):
            return found[0]
        far = shortfall(cloud, here)
        best = int(np.argmin(far))
        row, value, away = rows[best], cloud[best], float(far[best])
        for step in range(int(self._count(row[None])[0]), CHAIN):
            if away <= 0.0:
                break
            around = np.vstack([row[None], self._room.singles(row)])
            draws = self.read(around, CHAIN_DRAWS, part_of(tick, (step - 1) / CHAIN, step / CHAIN)).mean(axis=2)
            # Few draws tell only what the next move changes; where the last one led is known better.
            values = draws - draws[0] + value
            short = shortfall(values, here)
            order = np.argsort(short, kind="stable")[:KEPT].tolist()
            best = next((at for at in order if short[at] < away and self._room.stands(around[at])), 0)
            if not best:
                break
            row, value, away = around[best], values[best], float(short[best])
            found.append(row[None])
        return np.vstack(found)

    def sifted(self, chosen: dict[Mode, Ranks], here: Here, tick: Tick | None) -> dict[Mode, Ranks]:
        """Return the best rows of each kind by many draws: every move of theirs matters, no two are much alike."""
        steps = [step[None] for rows in chosen.values() for row in rows for step in undone(self._room, row)]
        wanted = np.unique(np.vstack([self._room.start[None], *chosen.values(), *steps]), axis=0)
        values = dict(zip([row.tobytes() for row in wanted], self.read(wanted, SIFT_DRAWS, tick), strict=True))
        return {mode: self._few(mode, rows, values, here) for mode, rows in chosen.items()}

    def _few(self, mode: Mode, rows: Ranks, values: dict[bytes, FloatArray], here: Here) -> Ranks:
        base = values[self._room.start.tobytes()]
        worth = self._worth(mode, rows, np.array([values[row.tobytes()] for row in rows]), base, here)
        moves = self._count(rows)
        order = [at for at in np.argsort(-worth, kind="stable").tolist() if np.isfinite(worth[at])]
        # The best single move always has its place: what one edit can do should not need two.
        alone = [at for at in order if moves[at] == 1.0][:1]
        taken: list[int] = []
        for place in [*alone, *order]:
            moved = rows[place] != self._room.start
            alike = [at for at in taken if moves[at] == moves[place] and ((rows[at] == rows[place]) & moved).any()]
            if len(taken) < TOLD and not alike and self._each_matters(mode, rows[place], values, base, here):
                taken.append(place)
        return rows[sorted(taken, key=lambda at: (moves[at], -worth[at]))]

    def _worth(self, mode: Mode, rows: Ranks, draws: FloatArray, base: FloatArray, here: Here) -> FloatArray:
        if not len(rows):
            return np.zeros(0)
        errors = np.nan_to_num(standard_errors(draws - base), nan=np.inf)
        now = replace(here, now=base.mean(axis=1))
        return merit(mode, draws.mean(axis=2), errors, self._count(rows), now)

    def _each_matters(
        self, mode: Mode, row: Ranks, values: dict[bytes, FloatArray], base: FloatArray, here: Here
    ) -> bool:
        """Return whether with any move undone the rest is no such suggestion, or brings less by more than the error."""
        steps = [step for step in undone(self._room, row) if (step != self._room.start).any()]
        for step in steps:
            rest = values[step.tobytes()]
            if mode == "trade":
                gains = (rest - base)[:2].mean(axis=1)
                if (gains > 0.0).all():
                    return False
            elif mode in GROWS and np.isfinite(self._worth(mode, step[None], rest[None], base, here)[0]):
                more = np.tensordot(np.array(GROWS[mode]), values[row.tobytes()] - rest, axes=1)
                if not more.mean() > standard_errors(more):
                    return False
        return True

    def told(
        self, chosen: dict[Mode, Ranks], here: Here, draws: int, tick: Tick | None
    ) -> tuple[dict[Mode, tuple[Suggestion, ...]], tuple[float, float, float, float]]:
        """Return the suggestions that hold with every draw of the setting, and the objectives of the package itself."""
        rows = np.vstack([self._room.start[None], *chosen.values()])
        exact = self.read(rows, draws, tick)
        weighed = self._reader.changes([self._room.built(row) for row in rows], SIFT_DRAWS)
        base, found, place = exact[0], {}, 1
        for mode, some in chosen.items():
            values = exact[place : place + len(some)]
            worth = self._worth(mode, some, values, base, here)
            found[mode] = tuple(
                self._suggestion(mode, row, values[at], base, here, self._drivers(weighed, place + at))
                for at, row in enumerate(some)
                if np.isfinite(worth[at])
            )
            place += len(some)
        # Where something fulfils the wish, what does not is no longer near.
        found["wish"] = tuple(one for one in found["wish"] if one.met) or found["wish"]
        return found, _four(base.mean(axis=1))

    def _suggestion(
        self, mode: Mode, row: Ranks, draws: FloatArray, base: FloatArray, here: Here, driver: tuple[str, str]
    ) -> Suggestion:
        values, changes, errors = draws.mean(axis=1), (draws - base).mean(axis=1), standard_errors(draws - base)
        deltas = [Delta(float(change), float(error)) for change, error in zip(changes, errors, strict=True)]
        met = not here.wish.empty() and here.wish.met(float(values[SUPPLY]), float(values[COST]))
        changed = (deltas[0], deltas[1], deltas[2], deltas[3])
        return Suggestion(mode, self._room.moves(row), self._room.built(row), _four(values), changed, driver, met)

    def _drivers(self, weighed: dict[str, FloatArray], place: int) -> tuple[str, str]:
        """Return for each party the indicator that moves its value most, from the present package to this one."""
        found = []
        for party in PARTIES:
            points: dict[str, float] = {}
            for lens in roles(self._reader.lenses, party):
                for weight in lens.weights:
                    if weight.indicator in weighed:
                        change = float(np.nan_to_num(weighed[weight.indicator][place] - weighed[weight.indicator][0]))
                        points[weight.indicator] = points.get(weight.indicator, 0.0) + weight.points(change)
            total = sum(points.values())
            best = max(points, key=lambda id: points[id] * (1.0 if total >= 0.0 else -1.0), default="")
            found.append(best if points and abs(points[best]) > 0.0 else "")
        return found[0], found[1]


def _four(values: FloatArray) -> tuple[float, float, float, float]:
    us, china, supply, cost = values.tolist()
    return us, china, supply, cost
