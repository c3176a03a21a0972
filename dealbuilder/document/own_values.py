"""A party's own values, sealed under its role: what it really weighs, and the least it carries."""

from collections.abc import Collection, Sequence

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, ValidationError

from dealbuilder.document.deal_edits import SealValue
from dealbuilder.document.document import Document
from dealbuilder.errors import DealError
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Lens, Reservation, Weight
from dealbuilder.model.lenses_in_force import fitted
from dealbuilder.model.text import Text

PREFIX = "lens:"
SEALED = Text(en="Sealed by the party itself: confidential.", zh="由该方自行密封：机密。")


class OwnValues(BaseModel):
    """Weights as in a lens of the catalogue, the reservation in points (None: none was given), and a note."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    weights: tuple[Weight, ...] = Field(min_length=1, max_length=100)
    reservation: FiniteFloat | None = None
    note: str = Field(default="", max_length=5_000)


def of_lens(lens: Lens) -> OwnValues:
    """Return the catalogue's values of a role, to start from."""
    return OwnValues(weights=lens.weights, reservation=lens.reservation.value)


def key(lens: str) -> str:
    """Return the key under which the values of a role are sealed."""
    return PREFIX + lens


def lens_of(key: str) -> str:
    """Return the role whose values a key seals; empty if it seals something else."""
    return key.removeprefix(PREFIX) if key.startswith(PREFIX) else ""


def sealing(lens: str, values: OwnValues | None) -> SealValue:
    """Return the edit that seals the values of a role, or removes them (None)."""
    return SealValue(key=key(lens), value=None if values is None else values.model_dump_json())


def opened(document: Document, lens: str) -> OwnValues | None:
    """Return the values sealed under a role, None if there are none; raise DealError if they cannot be read."""
    text = document.sealed.get(key(lens))
    if text is None:
        return None
    try:
        return OwnValues.model_validate_json(text)
    except ValidationError as error:
        raise DealError(
            f"What is sealed under {lens} cannot be read as a role's values; it is left as it is.",
            "Seal the role's values anew to replace it.",
            zh=f"密封在 {lens} 之下的内容无法作为角色的数值读取；已原样保留。",
            zh_hint="请重新密封该角色的数值以替换。",
        ) from error


def with_own_values(
    catalogue: Catalogue, document: Document, lenses: Sequence[Lens], wanted: Collection[str]
) -> tuple[Lens, ...]:
    """Return the roles, those that are wanted with the values their party sealed: confidential, for its own eyes.

    Raise DealError if a wanted role is none, or if nothing that can be read is sealed under it.
    """
    known = {lens.id for lens in lenses}
    for id in wanted:
        if id not in known or opened(document, id) is None:
            raise DealError(
                f"No values are sealed for the role {id}; nothing was opened.",
                "Seal them under Room, or leave them out.",
                zh=f"角色 {id} 没有密封数值；未打开任何内容。",
                zh_hint="请在“会场”菜单中密封，或不使用密封值。",
            )
    return tuple(_own(catalogue, document, lens) if lens.id in wanted else lens for lens in lenses)


def _own(catalogue: Catalogue, document: Document, lens: Lens) -> Lens:
    values = opened(document, lens.id)
    if values is None:
        return lens
    least = lens.reservation
    if values.reservation is not None:
        least = Reservation(value=values.reservation, reason=SEALED, grade="D")
    return fitted(catalogue, lens.model_copy(update={"weights": values.weights, "reservation": least}))
