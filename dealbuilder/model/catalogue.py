"""The catalogue: every noun the program knows, frozen, with a hash."""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, model_validator

from dealbuilder.errors import Words, Wrong
from dealbuilder.model.assumptions import Worldview
from dealbuilder.model.channel import Channel
from dealbuilder.model.indicator import Indicator, MonthlySeries, Named
from dealbuilder.model.inject import Inject
from dealbuilder.model.lens import Lens
from dealbuilder.model.measure import Measure
from dealbuilder.model.own import fitted
from dealbuilder.model.parameter import Parameter, Table
from dealbuilder.model.source import Fact, Source
from dealbuilder.model.text import Text
from dealbuilder.model.workshop import SessionTemplate

Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
"""A month written YYYY-MM."""

Effect = Literal["magnet_ban", "truce"]
"""What an act does beside channels: it bars Chinese magnets from US weapons, or it sets when the truce runs out."""


class Event(BaseModel):
    """A dated act of a pack. `known` False: it came after signing, so only a replay applies it.

    `channels` are set from `month` on; `until` ends them. An act that sets nothing says in `note` why it is recorded.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    month: Month
    until: Month | None = None
    known: bool
    title: Text
    channels: dict[str, FiniteFloat] = {}
    effect: Effect | None = None
    note: Text | None = None
    source: str
    locator: str = Field(min_length=1)

    @model_validator(mode="after")
    def _does_something(self) -> "Event":
        if not self.channels and self.effect is None and self.note is None:
            raise Wrong(
                Words(
                    "sets no channel and has no effect, so it needs a note that says why it is recorded",
                    "不设定任何渠道也没有作用，因此须有备注说明为何记录",
                )
            )
        if self.until is not None and self.until <= self.month:
            raise Wrong(
                Words(
                    f"ends in {self.until}, not after it begins in {self.month}",
                    f"结束于 {self.until}，并不晚于开始的 {self.month}",
                )
            )
        if self.effect == "truce" and self.until is None:
            raise Wrong(
                Words(
                    "a truce needs `until`, the month in which it comes up for renewal",
                    "休战须有 `until`，即到期续签的月份",
                )
            )
        return self


class Observation(BaseModel):
    """One observed month, tonnes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    month: Month
    destination: Literal["us", "world"]
    tonnes: Annotated[FiniteFloat, Field(ge=0.0)]
    exact: bool
    source: str


class Pack(BaseModel):
    """A baseline: first simulated month, signing month, what is law, what was observed, replaced parameters."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    label: Text
    start: Month
    signing: Month
    events: tuple[Event, ...] = ()
    observations: tuple[Observation, ...] = ()
    parameters: dict[str, FiniteFloat] = {}

    @model_validator(mode="after")
    def _in_order(self) -> "Pack":
        if self.signing < self.start:
            raise Wrong(
                Words(
                    f"is signed in {self.signing}, before its first month {self.start}",
                    f"签署于 {self.signing}，早于其第一个月 {self.start}",
                )
            )
        return self

    def in_force(self) -> tuple[Event, ...]:
        """Return the acts known at signing that have begun and not yet ended, by month."""
        begun = (event for event in self.events if event.known and event.month <= self.signing)
        standing = (event for event in begun if event.until is None or event.until > self.signing)
        return tuple(sorted(standing, key=lambda event: event.month))


class Catalogue(BaseModel):
    """Everything that resources/catalogue and resources/packs say. Tuples keep the order of the files."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str
    digest: str
    channels: tuple[Channel, ...]
    measures: tuple[Measure, ...]
    parameters: tuple[Parameter, ...]
    tables: tuple[Table, ...]
    worldviews: tuple[Worldview, ...]
    indicators: tuple[Indicator, ...]
    series: tuple[MonthlySeries, ...]
    sets: dict[str, tuple[Named, ...]]
    groups: tuple[Named, ...]
    sources: tuple[Source, ...]
    facts: tuple[Fact, ...]
    packs: tuple[Pack, ...]
    lenses: tuple[Lens, ...] = ()
    injects: tuple[Inject, ...] = ()
    sessions: tuple[SessionTemplate, ...] = ()

    @cached_property
    def measure_by_id(self) -> dict[str, Measure]:
        """Return measures by id."""
        return {measure.id: measure for measure in self.measures}

    @cached_property
    def parameter_by_id(self) -> dict[str, Parameter]:
        """Return parameters by id."""
        return {parameter.id: parameter for parameter in self.parameters}

    @cached_property
    def table_by_id(self) -> dict[str, Table]:
        """Return tables by id."""
        return {table.id: table for table in self.tables}

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """Return sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def channel_index(self) -> dict[str, int]:
        """Return the position of each channel."""
        return {channel.id: i for i, channel in enumerate(self.channels)}

    @cached_property
    def channel_by_id(self) -> dict[str, Channel]:
        """Return channels by id."""
        return {channel.id: channel for channel in self.channels}

    @cached_property
    def indicator_by_id(self) -> dict[str, Indicator]:
        """Return indicators by id."""
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def worldview_by_id(self) -> dict[str, Worldview]:
        """Return worldviews by id."""
        return {view.id: view for view in self.worldviews}

    @cached_property
    def pack_by_id(self) -> dict[str, Pack]:
        """Return packs by id."""
        return {pack.id: pack for pack in self.packs}

    @cached_property
    def lens_by_id(self) -> dict[str, Lens]:
        """Return lenses by id."""
        return {lens.id: lens for lens in self.lenses}

    @cached_property
    def inject_by_id(self) -> dict[str, Inject]:
        """Return injects by id."""
        return {inject.id: inject for inject in self.injects}

    def name(self, set_id: str, member: str) -> Named:
        """Return the named member of an index set; raise KeyError if there is none."""
        for named in self.sets[set_id]:
            if named.id == member:
                return named
        raise KeyError(f"{set_id} has no member {member}")

    def with_measures(self, own: tuple[Measure, ...]) -> "Catalogue":
        """Return this catalogue with the measures a deal file brings, fitted to it; shipped ones of the same id win."""
        added = fitted(own, self.channel_by_id, self.measure_by_id)
        # model_copy would carry the cached look-ups of the old measures along.
        return Catalogue.model_construct(**{**dict(self), "measures": self.measures + added}) if added else self
