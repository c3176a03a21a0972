"""Block 4.4: China's compute, tools and memory, and the US frontier.

Compute in millions of H20-equivalents, tool leads in months, memory in generations; rates per month. `real`
(segments, LANES) is realised access: permission x acceptance, 0 to 1. Two readings of the same access fight: denial
speeds learning (P.backfire), access feeds capability (P.access_effect).
"""

from dealbuilder.engine.channels import C
from dealbuilder.engine.lanes import LANES, inlined
from dealbuilder.engine.maths import exp, log
from dealbuilder.engine.names import TINY, S, Segment, T
from dealbuilder.engine.parameters import P


@inlined
def accepted(p, tables, x, access, real):
    """Fill `real`: permission is not trade; Chinese guidance lets in only part of what Washington permits."""
    for s in range(tables.segment.shape[0]):
        kind = tables.segment[s, Segment.accept]
        is_chip, is_tool = 1.0 if kind == 1.0 else 0.0, 1.0 if kind == 2.0 else 0.0
        for lane in range(LANES):
            chips = p[P.accept_chips, lane] + (1.0 - p[P.accept_chips, lane]) * x[C.accept_chips, lane]
            tools = p[P.accept_tools, lane] + (1.0 - p[P.accept_tools, lane]) * x[C.accept_tools, lane]
            taken = is_chip * chips + is_tool * tools + (1.0 - is_chip - is_tool)
            real[s, lane] = access[s, lane] * taken


@inlined
def compute(p, real, dt, t):
    """Advance compute on both sides: imports, domestic chips (wafers or HBM bind), smuggled ones, retirement."""
    for lane in range(LANES):
        denied = 1.0 - real[S.gpu_h20, lane]
        wafers = p[P.wafer_growth, lane] * (1.0 + p[P.backfire, lane] * p[P.backfire_chips, lane] * denied)
        fed = p[P.access_effect, lane] * p[P.tool_feed, lane]
        wafers += fed * (
            real[S.tools_advanced, lane] + real[S.tools_smic, lane] + real[S.service, lane] + real[S.litho, lane]
        )
        t[T.wafers, lane] *= 1.0 + dt * wafers * (1.0 - t[T.wafers, lane] / p[P.wafer_limit, lane])
        t[T.wafers, lane] = max(TINY, t[T.wafers, lane])
        dies = t[T.wafers, lane] * p[P.chip_yield, lane] + t[T.die_bank, lane] / p[P.bank_months, lane]
        stacks = p[P.hbm_domestic, lane] * exp(p[P.hbm_growth, lane] * t[T.clock, lane])
        stacks += t[T.hbm_bank, lane] / p[P.bank_months, lane] + p[P.hbm_import, lane] * real[S.hbm, lane]
        chips = min(dies, stacks)
        from_bank = min(1.0, chips / (dies + TINY)) * t[T.die_bank, lane] / p[P.bank_months, lane]
        t[T.die_bank, lane] = max(0.0, t[T.die_bank, lane] - dt * from_bank)
        drawn = min(1.0, chips / (stacks + TINY)) * t[T.hbm_bank, lane] / p[P.bank_months, lane]
        t[T.hbm_bank, lane] = max(0.0, t[T.hbm_bank, lane] - dt * drawn)
        bought = p[P.h20_demand, lane] * real[S.gpu_h20, lane] + p[P.frontier_demand, lane] * real[S.gpu_frontier, lane]
        bought *= exp(p[P.demand_growth, lane] * t[T.clock, lane]) * p[P.access_effect, lane]
        smuggled = p[P.smuggled, lane] * exp(p[P.demand_growth, lane] * t[T.clock, lane])
        made = chips * p[P.chip_worth, lane] * (1.0 + p[P.backfire, lane] * p[P.backfire_design, lane] * denied)
        retired = t[T.china, lane] / p[P.compute_life, lane]
        t[T.china, lane] += dt * (made + bought + smuggled * (1.0 - real[S.gpu_frontier, lane]) - retired)
        t[T.us, lane] *= 1.0 + dt * p[P.us_growth, lane] * t[T.drive, lane]
        t[T.clock, lane] += dt


@inlined
def tools(p, tables, real, dt, t, gained, own):
    """Advance `gained` (segments, LANES), months of tool know-how China adds, and `own`, its self-sufficiency."""
    for s in range(tables.segment.shape[0]):
        speed, feed = tables.segment[s, Segment.speed], tables.segment[s, Segment.feed]
        if tables.segment[s, Segment.omega] > 0.0:
            for lane in range(LANES):
                denied = 1.0 - real[s, lane]
                pace = speed * (1.0 + p[P.backfire, lane] * p[P.backfire_tools, lane] * denied)
                gained[s, lane] += dt * (
                    pace + p[P.access_effect, lane] * p[P.access_tools, lane] * feed * real[s, lane]
                )
                learn = p[P.own_growth, lane] * (1.0 + p[P.backfire, lane] * p[P.backfire_own, lane] * denied)
                learn -= p[P.displace, lane] * real[s, lane]
                own[s, lane] = min(1.0, max(0.0, own[s, lane] + dt * learn * own[s, lane] * (1.0 - own[s, lane])))


@inlined
def memory(p, real, dt, t):
    """Advance memory generations on both sides: tool access and denial-driven learning both close the gap."""
    for lane in range(LANES):
        open_ = p[P.memory_dram, lane] * real[S.tools_dram, lane] + (1.0 - p[P.memory_dram, lane]) * real[S.hbm, lane]
        pace = 1.0 + p[P.backfire, lane] * p[P.backfire_memory, lane] * (1.0 - open_)
        pace += p[P.access_effect, lane] * p[P.access_memory, lane] * open_
        t[T.memory_china, lane] += dt * pace / p[P.generation_china, lane]
        t[T.memory_us, lane] += dt * t[T.drive, lane] / p[P.generation_us, lane]
        t[T.tool_clock, lane] += dt * t[T.drive, lane]


@inlined
def leads(p, tables, t, gained, own, out):
    """Fill `out` (7, LANES): leads in compute (log2), tools (months), memory (generations), and the US parts."""
    for lane in range(LANES):
        doubling = log(2.0)
        out[0, lane] = log(t[T.us, lane] / t[T.china, lane]) / doubling
        out[1, lane] = 0.0
        out[2, lane] = p[P.memory_lead, lane] + t[T.memory_us, lane] - t[T.memory_china, lane]
        out[3, lane] = 0.0
        out[4, lane] = log(t[T.us, lane] / p[P.us_compute, lane]) / doubling
        out[5, lane] = 0.0
        out[6, lane] = t[T.memory_us, lane]
    for s in range(tables.segment.shape[0]):
        omega, start = tables.segment[s, Segment.omega], tables.segment[s, Segment.lead]
        if omega > 0.0:
            for lane in range(LANES):
                out[1, lane] += omega * (start * p[P.tool_lead, lane] + t[T.tool_clock, lane] - gained[s, lane])
                out[3, lane] += omega * own[s, lane]
                out[5, lane] += omega * t[T.tool_clock, lane]
