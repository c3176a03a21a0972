"""What an ensemble asks of every package, as plain data that travels to other machines."""

from importlib.metadata import version

from pydantic import BaseModel, ConfigDict

from dealbuilder import __version__
from dealbuilder.analysis.evaluate import NO_DEAL
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.resolve import stripped
from dealbuilder.engine import kernel_cache
from dealbuilder.errors import Words
from dealbuilder.model.assumptions import Change
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.inject import Inject
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Clause

SHOWN = 24
"""Characters of a stamp in a sentence."""


class Question(BaseModel):
    """Everything but the packages that decides an ensemble's figures; no notes, no names of people."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    pack: str
    worldviews: tuple[str, ...]
    draws: int
    seed: int
    changes: tuple[Change, ...] = ()
    injects: tuple[Inject, ...] = ()
    measures: tuple[Measure, ...] = ()
    """The deal's own measures."""
    baseline: tuple[Clause, ...] = ()


ROUNDS = Words(
    "its arithmetic rounds differently (another processor or library)", "其运算的舍入不同（处理器或程序库不同）"
)


class Stamps(BaseModel):
    """What must be the same wherever a chunk is run, so that every bit comes out the same.

    `engine` marks the engine's sources; `bits` is a digest of a short run's draws and outputs: two machines whose
    processors or libraries round differently differ in it.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    dealbuilder: str = ""
    catalogue: str = ""
    engine: str = ""
    numba: str = ""
    numpy: str = ""
    bits: str = ""

    def unlike(self, other: "Stamps") -> Words | None:
        """Return what differs in other stamps, named with both values; None if nothing does."""
        names = [name for name in type(self).model_fields if getattr(self, name) != getattr(other, name)]
        if names == ["bits"]:
            return ROUNDS
        pairs = [(name, getattr(self, name)[:SHOWN], getattr(other, name)[:SHOWN]) for name in names if name != "bits"]
        if not pairs:
            return None
        return Words(
            ", ".join(f"{name} {theirs or 'none'} instead of {ours}" for name, ours, theirs in pairs),
            "，".join(f"{name} 为 {theirs or '无'} 而不是 {ours}" for name, ours, theirs in pairs),
        )


def question(setting: Setting, worldviews: tuple[str, ...], measures: tuple[Measure, ...]) -> Question:
    """Return the question of a setting under some worldviews, without reasons, names and estimates of people."""
    changes = (change.model_copy(update={"reason": "", "who": ""}) for change in setting.changes)
    return Question(
        pack=setting.pack,
        worldviews=worldviews,
        draws=setting.draws,
        seed=setting.seed,
        changes=tuple(changes),
        injects=setting.injects,
        measures=tuple(measure.model_copy(update={"house": None}) for measure in measures),
        baseline=stripped(setting.baseline or NO_DEAL).clauses,
    )


def versions(catalogue: Catalogue) -> Stamps:
    """Return the stamps of this process, without the bits of a run."""
    return Stamps(
        dealbuilder=__version__,
        catalogue=f"{catalogue.version}+{catalogue.digest}",
        engine=kernel_cache.stamp(),
        numba=version("numba"),
        numpy=version("numpy"),
    )
