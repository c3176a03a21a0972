"""Which US exports the instruments let through: a bottleneck, segment by segment.

Shapes: `deviation` (channels, LANES), improvements positive; `open_` (instruments, LANES) and `access` (segments,
LANES), both shares 0 (barred) to 1 (free).
"""

from dealbuilder.engine.channels import C
from dealbuilder.engine.lanes import LANES, inlined
from dealbuilder.engine.names import Instrument, Segment


@inlined
def openness(tables, deviation, open_):
    """Fill `open_`: lifting moves an instrument from its state at signing to free, re-imposing towards barred."""
    for i in range(tables.instrument.shape[0]):
        channel = tables.instrument_channel[i]
        start = tables.instrument[i, Instrument.openness]
        suspended = tables.instrument[i, Instrument.suspended]
        tightened = tables.instrument[i, Instrument.new_control]
        for lane in range(LANES):
            lift = deviation[channel, lane]
            state = start + (1.0 - start) * lift if lift > 0.0 else start * (1.0 + lift)
            harder = max(0.0, -deviation[C.standstill_us, lane])
            state *= 1.0 - suspended * deviation[C.suspend_tool_licences, lane]
            open_[i, lane] = max(0.0, state * (1.0 - tightened * harder))


@inlined
def bottleneck(tables, open_, access):
    """Fill `access`: a segment is as open as the tightest instrument that covers it."""
    for s in range(tables.segment.shape[0]):
        for lane in range(LANES):
            access[s, lane] = 1.0
    for pair in range(tables.cover_instrument.shape[0]):
        i = tables.cover_instrument[pair]
        s = tables.cover_segment[pair]
        for lane in range(LANES):
            access[s, lane] = min(access[s, lane], open_[i, lane])


@inlined
def worn(tables, deviation, creep, access):
    """Wear `access` down by new US controls that come by and by; a standstill, or kept status, holds them off."""
    for s in range(tables.segment.shape[0]):
        exposed = tables.segment[s, Segment.creep]
        by_status = tables.segment[s, Segment.by_status]
        for lane in range(LANES):
            kept = by_status * max(0.0, deviation[C.keep_veu, lane])
            access[s, lane] *= 1.0 - exposed * creep[0, lane] * (1.0 - kept)
