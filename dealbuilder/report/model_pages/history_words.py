"""What the page of the backtest says around its figures."""

from dealbuilder.model.text import Text

TITLE = Text(en="The model against what happened", zh="模型与实际对照")
INTRO = Text(
    en="`dealbuilder backtest` replays every dated act on record since April 2025, deals and ruptures "
    "among them, and sets the model's exports of magnets (customs code 850511) beside those that "
    "Chinese customs counted. Figures are shares of the average month of 2024; {draws}, seed {seed}, "
    "pack {pack}. These are results of a model held against the past, and no promise about months to "
    "come.",
    zh="`dealbuilder backtest` 重放2025年4月以来每项有日期的举措（包括协议与破裂），并将模型的磁体出口（"
    "海关编码850511）与中国海关统计并列。数值为2024年月均的比例；{draws}，种子{seed}，基准包{pack}。"
    "这是模型与过去的对照，不是对未来月份的预测。",
)
MONTHS = Text(en="Month by month", zh="逐月对照")
BAND = Text(
    en="The model's figure is the mean of its draws. The band is that of a month yet to be counted: the "
    "draws, the scatter that customs months had in 2024 anyway, and a remainder that no mechanism "
    "here explains (Student's t, four degrees of freedom). About nine months in ten should lie "
    "inside it. The world contains the United States.",
    zh="模型值为各次抽样的均值。区间对应尚待统计的月份：包含抽样、2024年海关月度数据本身的波动，以及模型"
    "机制无法解释的剩余部分（自由度为4的学生t分布）。约十分之九的月份应落在区间内。全球数据包含美国。",
)
VERDICT = Text(en="band", zh="区间")
CURVE = Text(
    en="A curve drawn by hand after the event (.5, .1, .5, then 1.05) is the yardstick: seven points a "
    "series tell little apart, so a model must at least do better than that. Over both destinations "
    "it does; for the United States alone it is about level with it.",
    zh="事后手绘的曲线（.5、.1、.5，其后1.05）是比较标准：每个序列只有七个点，区分力有限，模型至少应优于"
    "该曲线。两个目的地合计模型更好；仅就美国而言，二者大致相当。",
)
VIEWS = Text(en="Under each worldview", zh="各世界观下的结果")
VIEWS_NOTE = Text(
    en="Mean absolute errors. A slow ministry and deliberate metering must both be able to have produced these months.",
    zh="平均绝对误差。行政迟缓与有意控量两种解释都必须能够产生这些月份的结果。",
)
VIEW, INSIDE = Text(en="worldview", zh="世界观"), Text(en="months inside", zh="区间内月份")
FIT = Text(en="What was fitted, and what was not", zh="拟合了什么，未拟合什么")
FIT_NOTE = Text(
    en="Every parameter with a source of its own is frozen. Three paces of which no other source "
    "speaks, and the scale of the unexplained remainder, were fitted to the seven months of each "
    "destination by an ensemble of walkers (emcee, `dealbuilder calibrate`). How deep the stop went "
    "at the ports and how far it spilled to others are read off May 2025 itself. Mean absolute error "
    "before the fit {before:.3f}, after it {after:.3f}. Ranges are 5th to 95th percentile; the three "
    "are kept as if they were independent (their correlations found are below .1). Months after "
    "October 2025 were kept back.",
    zh="凡有独立来源的参数均予固定。另有三项节奏没有其他来源，连同未解释部分的幅度，用一组游走者（emcee"
    "，`dealbuilder calibrate`）对每个目的地的七个月进行拟合。口岸停发的程度及其对他国的波及取自2025"
    "年5月本身。拟合前平均绝对误差为{before:.3f}，拟合后为{after:.3f}。区间为第5至第95百分位；三者按"
    "相互独立处理（所得相关系数均小于0.1）。2025年10月之后的月份未用于拟合。",
)
FIT_HEADS = (
    Text(en="assumption", zh="假设"),
    Text(en="unit", zh="单位"),
    Text(en="before", zh="拟合前"),
    Text(en="after", zh="拟合后"),
)
TARGETS = Text(en="Every target", zh="全部目标")
TARGETS_NOTE = Text(
    en="What else the model is held against. “In the range” means that what was observed lies in the "
    "range of the assumption.",
    zh="模型的其他对照目标。“在范围内”指观测值落在该假设的范围之内。",
)
TARGET_HEADS = (
    Text(en="target", zh="目标"),
    Text(en="unit", zh="单位"),
    Text(en="observed", zh="观测"),
    Text(en="must be", zh="要求"),
    Text(en="model", zh="模型"),
    Text(en="verdict", zh="结论"),
)
MET, MISSED = Text(en="met", zh="达到"), Text(en="**missed**", zh="**未达到**")
PRIOR = Text(en="in the range", zh="在范围内")
EACH, MEAN = Text(en="each within {}", zh="各点误差不超过{}"), Text(en="mean error within {}", zh="平均误差不超过{}")
LEAST, MOST = Text(en="at least {}", zh="不低于{}"), Text(en="at most {}", zh="不高于{}")
WITH_ERROR = Text(en="{}; mean error {}", zh="{}；平均误差{}")
MISSES = Text(en="What is missed, and why", zh="未达到的目标及原因")
NONE_MISSED = Text(en="No target is missed.", zh="没有未达到的目标。")
SEPTEMBER = Text(
    en="**US magnets in September 2025** fell to .68 of the average of 2024 and the model knows no "
    "dated act that would say so: the dip is left unexplained, outside the band.",
    zh="**2025年9月对美磁体**降至2024年月均的0.68，模型没有任何有日期的举措可以解释：该低点未予解释，位于区间之外。",
)
UNASKED = Text(en="What the model cannot be asked", zh="模型无法回答的目标")
SOURCES = Text(en="Sources of the targets", zh="目标来源")
AGAIN = Text(en="Run it again, on your own months", zh="用自己的月份重新运行")
HOW = Text(
    en="`dealbuilder backtest --data FILE.csv` compares any later months; the file needs the columns "
    "month (YYYY-MM), destination (World or United States) and tonnes. `--prior` shows the replay "
    "before the fit, `--worldview` another reading, `dealbuilder calibrate` the fit itself.",
    zh="`dealbuilder backtest --data FILE.csv` 可比较之后的任何月份；文件须有month（YYYY-MM）、"
    "destination（World或United States）和tonnes三列。`--prior` 显示拟合前的重放，`--worldview` 选择"
    "另一种观点，`dealbuilder calibrate` 重新拟合。",
)
NO_REASON = Text(en="no reason is known.", zh="原因不明。")
REASONS = {
    "approval_europe": Text(
        en="the model's queue rises too slowly in June and empties by autumn, while firms counted about "
        "half granted then. Their counts are of other samples (a trade body's files, priority cases), "
        "and files that will never be granted are not filed in the model; a queue slow enough for autumn "
        "would be too slow for June.",
        zh="模型的审批队列在6月上升偏慢，到秋季已基本清空，而企业当时统计的获批比例约为一半。两者样本不同（"
        "行业协会的申请、优先案件），且模型中永不获批的申请不会提交；若队列慢到符合秋季的情况，则6月会过"
        "慢。",
    ),
    "projects_failed": Text(
        en="a project that does not pay stands still here until it does; no share of failures is an "
        "assumption of its own.",
        zh="模型中不盈利的项目会停滞直至盈利；没有单独设定失败比例。",
    ),
    "japan_dependence": Text(
        en="the run ends five years after signing and its need and projects are those of the United States.",
        zh="模型运行至签署后五年，其需求和项目均为美国的。",
    ),
    "japan_years": Text(
        en="the run ends five years after signing; eight to fourteen years lie beyond it.",
        zh="模型运行至签署后五年，八至十四年超出其范围。",
    ),
    "tool_shares": Text(
        en="these are shares of world supply, while the model starts from China's share of its own market, "
        "segment by segment.",
        zh="该数据为占全球供应的比例，而模型按细分领域从中国在本国市场的份额起步。",
    ),
    "retaliation_lag": Text(
        en="answers come as dated acts and steps are months: an answer within thirty days falls into the same step.",
        zh="反制以有日期的举措体现，步长为月：三十天内的反制落在同一步内。",
    ),
}
