"""What of an inject can bear on a run, and what of one from elsewhere cannot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.inject import SIGNED_ONLY, Inject

AT_START = frozenset(
    (
        "licensed_start", "designed_start", "stranded", "stores_full", "workers_start", "price_start", "heavy_start",
        "compute_ratio", "wafers", "die_bank", "hbm_bank", "magnets_2024_us", "magnets_2024_world",
        "customs_scatter_us", "customs_scatter_rest", "customs_discrepancy",
    )
)  # fmt: skip
"""Parameters that are read once, where a run begins or trade is counted: shifting them later does nothing."""

Kind = Literal["no_channel", "no_parameter", "term", "at_start", "reach", "impossible"]


@dataclass(frozen=True, slots=True)
class Misfit:
    """One shift of an inject that this catalogue cannot take as it stands; `key` names it in the file."""

    inject: Inject
    key: str
    kind: Kind
    id: str

    @property
    def refused(self) -> bool:
        """Return whether the deal cannot be scored with it; anything else only does less than it says."""
        return self.kind == "impossible"


def channels(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the channels that an inject can shift, in the catalogue's order."""
    return tuple(channel.id for channel in catalogue.channels if channel.side not in SIGNED_ONLY)


def parameters(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the parameters that an inject can shift, in the catalogue's order."""
    return tuple(parameter.id for parameter in catalogue.parameters if parameter.id not in AT_START)


def misfits(catalogue: Catalogue, injects: Sequence[Inject]) -> Iterator[Misfit]:
    """Yield every shift that does nothing, less than it says, or makes no sense here; the others bear."""
    for inject in injects:
        for shift in inject.channels:
            key = f"inject[{inject.id}].channels.{shift.channel}"
            channel = catalogue.channel_by_id.get(shift.channel)
            if channel is None:
                yield Misfit(inject, key, "no_channel", shift.channel)
            elif channel.side in SIGNED_ONLY:
                yield Misfit(inject, key, "term", shift.channel)
            elif abs(shift.by) > channel.high - channel.low:
                yield Misfit(inject, key, "reach", shift.channel)
        for shift in inject.parameters:
            key = f"inject[{inject.id}].parameters.{shift.parameter}"
            parameter = catalogue.parameter_by_id.get(shift.parameter)
            if parameter is None:
                yield Misfit(inject, key, "no_parameter", shift.parameter)
            elif parameter.impossible(shift.value, shift.low, shift.high):
                yield Misfit(inject, key, "impossible", shift.parameter)
            elif shift.parameter in AT_START:
                yield Misfit(inject, key, "at_start", shift.parameter)
