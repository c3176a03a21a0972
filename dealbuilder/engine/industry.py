"""Block 4.5: what US firms sell, write off and put back into research; USD bn, per month unless said otherwise."""

from dealbuilder.engine.lanes import LANES, inlined
from dealbuilder.engine.names import YEAR, S, Segment, T
from dealbuilder.engine.parameters import P


@inlined
def sell(p, tables, access, real, hazard, dt, designed_out, revenue, t):
    """Fill `revenue` (firm groups, LANES), advance design-out (buyers lost for years) and the stranded stock."""
    for group in range(revenue.shape[0]):
        for lane in range(LANES):
            revenue[group, lane] = 0.0
    for s in range(tables.segment.shape[0]):
        market, group, local = (
            tables.segment[s, Segment.market],
            int(tables.segment[s, Segment.group]),
            tables.segment[s, Segment.design_out],
        )
        for lane in range(LANES):
            distrust = (1.0 - access[s, lane]) + p[P.distrust_hazard, lane] * hazard[0, lane]
            gain = p[P.design_out, lane] * local * min(1.0, distrust) * (1.0 - designed_out[s, lane])
            fade = designed_out[s, lane] / p[P.design_fade, lane] * access[s, lane]
            designed_out[s, lane] = min(1.0, max(0.0, designed_out[s, lane] + dt * (gain - fade)))
            lost = designed_out[s, lane] * (1.0 - p[P.access_holds, lane] * real[s, lane])
            revenue[group, lane] += market / YEAR * real[s, lane] * (1.0 - lost)
    for lane in range(LANES):
        sold = real[S.gpu_h20, lane] * t[T.stranded, lane] / p[P.stranded_sale, lane]
        stale = t[T.stranded, lane] / p[P.stranded_life, lane]
        t[T.stranded, lane] = max(0.0, t[T.stranded, lane] - dt * (sold + stale))
        t[T.written_off, lane] += dt * stale


@inlined
def research(p, revenue, dt, t):
    """Advance T.drive, the speed of the US frontier (1 = with the Chinese sales of the reference), with a lag."""
    for lane in range(LANES):
        sales = 0.0
        for group in range(revenue.shape[0] - 1):
            sales += revenue[group, lane]
        budget = p[P.research_per_sale, lane] * (YEAR * sales - p[P.sales_reference, lane])
        effort = 1.0 + p[P.research_effect, lane] * budget / p[P.research_total, lane]
        t[T.drive, lane] += dt / p[P.research_months, lane] * (effort - t[T.drive, lane])
