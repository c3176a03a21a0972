"""How much room each work array of the kernel takes, in doubles; `inputs` refuses tables that need more."""

from dealbuilder.engine.channels import C
from dealbuilder.engine.lanes import LANES
from dealbuilder.engine.licensing import TERMS
from dealbuilder.engine.names import CLASSES, EPISODES, GOODS, D, M, N, R, S, T
from dealbuilder.engine.outputs import O, Q
from dealbuilder.engine.parameters import P
from dealbuilder.engine.tables import INSTRUMENT_CHANNELS

CELLS, LICENCES, PROJECTS, CHANNELS, SEGMENTS, PARAMETERS = 128, 64, 32, len(C), len(S), len(P)
INSTRUMENTS, ROWS = len(INSTRUMENT_CHANNELS), GOODS * CLASSES
GATES = ROWS + 2 * GOODS
OUTPUTS, SERIES = len(O), len(Q)
CAPACITIES, DEAL, MAKERS, TECH, NOW = int(R.count), int(D.count), int(M.count), int(T.count), int(N.count)
SPACE_CELLS, SPACE_LICENCES = CELLS * LANES, LICENCES * LANES
SPACE_PROJECTS, SPACE_CHANNELS, SPACE_SEGMENTS = PROJECTS * LANES, CHANNELS * LANES, SEGMENTS * LANES
SPACE_PARAMETERS, SPACE_ROWS, SPACE_GATES, SPACE_GOODS = PARAMETERS * LANES, ROWS * LANES, GATES * LANES, GOODS * LANES
SPACE_OUTPUTS, SPACE_SERIES, SPACE_SMALL, SPACE_SHOCKS = (
    OUTPUTS * LANES,
    SERIES * LANES,
    8 * LANES,
    2 * EPISODES * LANES,
)
SPACE_DEAL, SPACE_MAKERS, SPACE_TECH, SPACE_NOW = DEAL * LANES, MAKERS * LANES, TECH * LANES, NOW * LANES
SPACE_CAPACITY, SPACE_INSTRUMENTS, SPACE_TERMS = CAPACITIES * LANES, INSTRUMENTS * LANES, TERMS * LANES
