"""A party's own values, sealed under its role: what it really weighs, and the least it carries.

In the deal they stand as an envelope; what they say is in memory only, once its passphrase has opened it.
"""

from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, ValidationError

from dealbuilder.document.deal_edits import SealValue
from dealbuilder.document.document import Document
from dealbuilder.document.envelope import Sealer, is_envelope, unseal
from dealbuilder.errors import DealError
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Lens, Reservation, Weight
from dealbuilder.model.lenses_in_force import fitted
from dealbuilder.model.text import Text

PREFIX = "lens:"
SEALED = Text(en="Sealed by the party itself: confidential.", zh="由该方自行密封：机密。")


class OwnValues(BaseModel):
    """Weights as in a lens of the catalogue, the reservation in points (None: none was given), and a note.

    Neither its repr nor an error tells what is in it: both may end in a report of a fault.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    weights: tuple[Weight, ...] = Field(min_length=1, max_length=100, repr=False)
    reservation: FiniteFloat | None = Field(default=None, repr=False)
    note: str = Field(default="", max_length=5_000, repr=False)


def of_lens(lens: Lens) -> OwnValues:
    """Return the catalogue's values of a role, to start from."""
    return OwnValues(weights=lens.weights, reservation=lens.reservation.value)


def key(lens: str) -> str:
    """Return the key under which the values of a role are sealed."""
    return PREFIX + lens


def lens_of(key: str) -> str:
    """Return the role whose values a key seals; empty if it seals something else."""
    return key.removeprefix(PREFIX) if key.startswith(PREFIX) else ""


def sealing(document: Document, lens: str, values: OwnValues, sealer: Sealer) -> SealValue:
    """Return the edit that seals the values of a role; what it carries is enciphered already."""
    return SealValue(key=key(lens), value=sealer.seal(values.model_dump_json(), key(lens), document.id))


def removing(lens: str) -> SealValue:
    """Return the edit that removes what is sealed under a role, which takes no passphrase."""
    return SealValue(key=key(lens), value=None)


def opened(document: Document, lens: str, passphrase: str) -> OwnValues | None:
    """Return the values sealed under a role, None if there are none; raise DealError if they cannot be opened.

    What an old file holds unencrypted is read without a passphrase.
    """
    said = opened_text(document, key(lens), passphrase)
    if said is None:
        return None
    try:
        return OwnValues.model_validate_json(said)
    except ValidationError:
        # Not chained: the error's own report would quote what was sealed.
        raise DealError(
            f"What is sealed under {lens} cannot be read as a role's values; it is left as it is.",
            "Seal the role's values anew to replace it.",
            zh=f"{lens} 名下的密封内容无法作为角色的数值读取；内容保持原样。",
            zh_hint="请重新密封该角色的数值以替换。",
        ) from None


def opened_text(document: Document, key: str, passphrase: str) -> str | None:
    """Return what is sealed under any key as text, None if nothing is; raise DealError if it cannot be opened."""
    text = document.sealed.get(key)
    return unseal(text, key, passphrase) if text is not None and is_envelope(text) else text


def needs_passphrase(document: Document, lens: str) -> bool:
    """Return whether a role's values are enciphered; raise DealError if none are sealed."""
    text = document.sealed.get(key(lens))
    if text is None:
        raise DealError(
            f"No values are sealed for the role {lens}; nothing was opened.",
            "Seal them under Room, or leave them out.",
            zh=f"角色 {lens} 没有密封的数值；未开启任何内容。",
            zh_hint="请先在“会场”菜单中密封，或不使用它们。",
        )
    return is_envelope(text)


def with_own_values(catalogue: Catalogue, lenses: Sequence[Lens], own: Mapping[str, OwnValues]) -> tuple[Lens, ...]:
    """Return the roles, those whose own values were opened with these in place: confidential, for the party's eyes."""
    return tuple(_own(catalogue, lens, own[lens.id]) if lens.id in own else lens for lens in lenses)


def _own(catalogue: Catalogue, lens: Lens, values: OwnValues) -> Lens:
    least = lens.reservation
    if values.reservation is not None:
        least = Reservation(value=values.reservation, reason=SEALED, grade="D")
    return fitted(catalogue, lens.model_copy(update={"weights": values.weights, "reservation": least}))
