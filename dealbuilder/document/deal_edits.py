"""Edits of the deal as a whole: how it is read, compared, measured and named."""

from typing import Annotated, Literal

from pydantic import Field

from dealbuilder.document.document import Document, Target
from dealbuilder.document.edit import FrozenEdit, Id
from dealbuilder.document.envelope import LONGEST
from dealbuilder.document.plan import Plan
from dealbuilder.model.assumptions import Change
from dealbuilder.model.inject import Inject
from dealbuilder.model.lens import LensChange
from dealbuilder.model.measure import Measure


class Rename(FrozenEdit):
    """The deal gets another title."""

    kind: Literal["rename"] = "rename"
    title: Annotated[str, Field(max_length=500)]


class ChangeAssumption(FrozenEdit):
    """A parameter is set; an earlier change of the same parameter is replaced."""

    kind: Literal["change_assumption"] = "change_assumption"
    change: Change


class ResetAssumption(FrozenEdit):
    """A parameter returns to the catalogue's value; no other parameter is touched."""

    kind: Literal["reset_assumption"] = "reset_assumption"
    parameter: Id


class RestoreAssumptions(FrozenEdit):
    """Every changed parameter returns to the catalogue's value; the worldview stays."""

    kind: Literal["restore_assumptions"] = "restore_assumptions"


class SetWorldview(FrozenEdit):
    """The deal is read under another worldview."""

    kind: Literal["set_worldview"] = "set_worldview"
    worldview: Id


class SetBaseline(FrozenEdit):
    """The deal is compared with a package of this document, or with no new deal (None)."""

    kind: Literal["set_baseline"] = "set_baseline"
    package: Id | None


class SetPack(FrozenEdit):
    """The deal is scored on another baseline pack."""

    kind: Literal["set_pack"] = "set_pack"
    pack: Id


class SetSeed(FrozenEdit):
    """The draws start from another seed."""

    kind: Literal["set_seed"] = "set_seed"
    seed: Annotated[int, Field(ge=0, le=2**63 - 1)]


class SetDraws(FrozenEdit):
    """The deal is scored with another number of draws."""

    kind: Literal["set_draws"] = "set_draws"
    draws: Annotated[int, Field(ge=1, le=100_000)]


class SetTarget(FrozenEdit):
    """An indicator gets a line to reach; an earlier line of the same indicator is replaced."""

    kind: Literal["set_target"] = "set_target"
    target: Target


class RemoveTarget(FrozenEdit):
    """An indicator has no line to reach any more."""

    kind: Literal["remove_target"] = "remove_target"
    indicator: Id


class AddMeasure(FrozenEdit):
    """A measure of the user's own joins the deal; an earlier one of the same id is replaced."""

    kind: Literal["add_measure"] = "add_measure"
    measure: Measure


class RemoveMeasure(FrozenEdit):
    """A measure of the user's own leaves the deal, if no clause uses it."""

    kind: Literal["remove_measure"] = "remove_measure"
    id: Id


class SealValue(FrozenEdit):
    """A confidential value is sealed under a key, or removed (None); an edit of today carries it enciphered."""

    kind: Literal["seal_value"] = "seal_value"
    key: Id
    value: Annotated[str, Field(max_length=LONGEST)] | None


class StrikeInject(FrozenEdit):
    """An inject befalls the deal; one of the same id is replaced in place."""

    kind: Literal["strike_inject"] = "strike_inject"
    inject: Inject


class LiftInject(FrozenEdit):
    """An inject no longer befalls the deal."""

    kind: Literal["lift_inject"] = "lift_inject"
    id: Id


class SetLens(FrozenEdit):
    """A role is seen otherwise than the catalogue has it, or joins the deal; an earlier change of it is replaced."""

    kind: Literal["set_lens"] = "set_lens"
    change: LensChange


class RestoreLens(FrozenEdit):
    """A role is again what the catalogue says; a role of the deal's own leaves it."""

    kind: Literal["restore_lens"] = "restore_lens"
    id: Id


class SetPlan(FrozenEdit):
    """The deal is played in a workshop of this plan, or in none."""

    kind: Literal["set_plan"] = "set_plan"
    plan: Plan | None


class RestoreVersion(FrozenEdit):
    """The deal becomes what it was in a kept version; nothing is lost, it can be undone."""

    kind: Literal["restore_version"] = "restore_version"
    number: Annotated[int, Field(ge=1)]
    document: Document


DealEdit = (
    Rename
    | ChangeAssumption
    | ResetAssumption
    | RestoreAssumptions
    | SetWorldview
    | SetBaseline
    | SetPack
    | SetSeed
    | SetDraws
    | SetTarget
    | RemoveTarget
    | AddMeasure
    | RemoveMeasure
    | SealValue
    | StrikeInject
    | LiftInject
    | SetLens
    | RestoreLens
    | SetPlan
    | RestoreVersion
)
