"""All reality checks, block by block."""

from dealbuilder.analysis.reality import (
    derisking,
    durability,
    exploits,
    industry,
    licensing,
    queues,
    scores,
    supply,
    technology,
)
from dealbuilder.analysis.reality.check import Check

CHECKS: tuple[Check, ...] = (
    *licensing.CHECKS,
    *queues.CHECKS,
    *supply.CHECKS,
    *derisking.CHECKS,
    *technology.CHECKS,
    *industry.CHECKS,
    *durability.CHECKS,
    *exploits.CHECKS,
    *scores.CHECKS,
)

CHECK_BY_ID: dict[str, Check] = {check.id: check for check in CHECKS}
