"""The sentences of the page of reference deals, with places for its figures."""

from dealbuilder.model.text import Text

DRIVERS: dict[str, tuple[Text, Text]] = {
    "stakes": (
        Text(en="what both sides have at stake", zh="双方的利害关系"),
        Text(en="what both sides have at stake", zh="双方的利害关系"),
    ),
    "terms": (
        Text(en="verification, snapback and the like", zh="核查、快速恢复等条款"),
        Text(en="linkage that spreads a breach", zh="使违约扩散的挂钩条款"),
    ),
    "goodwill": (
        Text(en="goodwill on tariffs and fentanyl", zh="关税与芬太尼方面的善意"),
        Text(en="raised tariffs", zh="提高关税"),
    ),
    "restraint": (
        Text(en="restraint in new controls", zh="克制新管制"),
        Text(en="new controls", zh="新管制"),
    ),
    "hostile": (
        Text(en="the absence of hostile acts", zh="没有敌对举措"),
        Text(en="stopped licences or closed third countries", zh="停发许可或关闭第三国渠道"),
    ),
    "shortfall": (
        Text(en="promises kept", zh="履行承诺"),
        Text(en="promises not kept", zh="未履行承诺"),
    ),
    "red_lines": (
        Text(en="red lines left alone", zh="未触及红线"),
        Text(en="red lines touched", zh="触及红线"),
    ),
    "lesson": (
        Text(en="the lesson that a deal calms", zh="协议带来缓和的经验"),
        Text(en="the lesson that pressure pays", zh="施压有效的经验"),
    ),
}
"""Terms of the hazard in words: as they lower it, as they raise it."""

TEXTS: dict[str, Text] = {
    "title": Text(en="Reference deals", zh="参照协议"),
    "intro": Text(
        en="This page holds the model against {count} deals struck in 2025 and the rupture between them. Each is "
        "shipped as a package and run as if signed in the month of its baseline pack, with {draws} and seed {seed}. "
        "What the pack has as law already weighs nothing: London’s US steps, taken on 2 and 3 July 2025, are such law. "
        "`dealbuilder reference` runs them again.",
        zh="本页将模型与2025年达成的{count}项协议及其间的一次破裂相对照。每项均作为方案随程序提供，"
        "按其基准包的签署月份以{draws}、种子{seed}运行。基准包中已生效的内容不计入：伦敦安排的美方步骤已于2025年7月2日至3日落实，属于此类。"
        "`dealbuilder reference` 可重新运行。",
    ),
    "ranking": Text(en="The ranking", zh="排序"),
    "agreement": Text(en="How far the order agrees", zh="排序的一致程度"),
    "wrong": Text(en="Where the model ranks wrongly", zh="模型排序有误之处"),
    "each": Text(en="Deal by deal", zh="逐项说明"),
    "how": Text(en="How the hazard is taken apart", zh="风险如何分解"),
    "deal": Text(en="Deal", zh="协议"),
    "chance": Text(en="Lives 12 months, {view}", zh="存续12个月（{view}）"),
    "median": Text(en="Median life", zh="寿命中位数"),
    "lived": Text(en="Really held", zh="实际维持"),
    "place_of": Text(en="Place in the model, in reality", zh="模型名次、实际名次"),
    "places": Text(en="{model}, {real}", zh="{model}，{real}"),
    "so_far": Text(en="{life} so far", zh="至今{life}"),
    "agreeing": Text(
        en="{view}: of {pairs} pairs of deals that ended in different events, the model puts {agreeing} in the order "
        "in which they lived and {disagreeing} the other way round. Kendall’s tau is {tau}.",
        zh="{view}：在因不同事件终止的{pairs}对协议中，模型有{agreeing}对与实际寿命顺序一致，{disagreeing}对相反。"
        "肯德尔τ为{tau}。",
    ),
    "quoted": Text(en="“{name}”", zh="“{name}”"),
    "together": Text(
        en="{deals} ended in one and the same event and share their observed places.",
        zh="{deals}终止于同一事件，实际名次并列。",
    ),
    "few": Text(
        en="These are few cases: there are {events} events to learn from, and chance alone would put them in the right "
        "order one time in {orders}. The agreement is shown as a check of sanity and proves nothing.",
        zh="案例很少：可供参考的事件仅有{events}个，仅凭偶然排序正确的概率也有1/{orders}。"
        "此处的一致程度只作合理性检验，不构成证明。",
    ),
    "model": Text(
        en="In the model it lives twelve months in {alive} of the draws; its median life is {median}, from the 5th to "
        "the 95th percentile {span}. The hazard of its first year is {hazard} on average, and expiries make up "
        "{expiry} of it.",
        zh="模型中它在{alive}的抽样中存续12个月；寿命中位数为{median}，第5至第95百分位为{span}。首年平均风险为{hazard}，"
        "其中到期风险占{expiry}。",
    ),
    "drivers": Text(en="Against the truce without a deal, {parts}.", zh="与无协议的休战相比，{parts}。"),
    "and": Text(en="; ", zh="；"),
    "calm": Text(en="what lowers its hazard is {drivers}", zh="降低其风险的是{drivers}"),
    "worse": Text(en="what raises it is {drivers}", zh="提高其风险的是{drivers}"),
    "driver": Text(en="{label} (×{factor})", zh="{label}（×{factor}）"),
    "no_drivers": Text(
        en="Apart from expiries its hazard is that of the truce without a deal.",
        zh="除到期外，其风险与无协议的休战相同。",
    ),
    "held": Text(
        en="What happened: it held {life}, from {begun} to {ended}: {fate}.",
        zh="实际情况：自{begun}至{ended}，维持{life}：{fate}。",
    ),
    "holds": Text(
        en="What happened: it began on {begun} and had held {life} when last seen on {ended}: {fate}.",
        zh="实际情况：自{begun}起，至最近一次可查的{ended}已维持{life}：{fate}。",
    ),
    "as_early": Text(
        en="In {share} of the draws it ends as early or earlier.", zh="在{share}的抽样中，它同样早或更早终止。"
    ),
    "as_long": Text(en="In {share} of the draws it lives longer than that.", zh="在{share}的抽样中，它维持得更久。"),
    "broke": Text(
        en="What happened: the truce broke within {life}, from {begun} to {ended}: {fate}.",
        zh="实际情况：自{begun}至{ended}，休战在{life}内破裂：{fate}。",
    ),
    "right": Text(
        en="By its life its place is {real} of {count}, and the model’s is {model}.",
        zh="按实际寿命居{count}项中的第{real}位，模型排在第{model}位。",
    ),
    "too_high": Text(
        en="By its life its place is {real} of {count}; the model’s is {model}, so that it trusts the deal too much.",
        zh="按实际寿命居{count}项中的第{real}位；模型排在第{model}位，即高估其持久性。",
    ),
    "too_low": Text(
        en="By its life its place is {real} of {count}; the model’s is {model}, so that it trusts the deal too little.",
        zh="按实际寿命居{count}项中的第{real}位；模型排在第{model}位，即低估其持久性。",
    ),
    "below": Text(
        en="These acts were no deal; the model gives them less durability than any of the deals, as it should.",
        zh="这些举措并非协议；模型赋予的持久性低于所有协议，符合预期。",
    ),
    "not_below": Text(
        en="These acts were no deal, and yet the model gives them more durability than a deal: that is wrong.",
        zh="这些举措并非协议，模型赋予的持久性却高于某项协议：这是错误的。",
    ),
    "misorder": Text(
        en="“{shorter}” has a better chance of a year than “{longer}” ({chance} against {other}), though it held "
        "{lived} against {outlived}.",
        zh="模型认为“{shorter}”存续一年的机会高于“{longer}”（{chance}对{other}），但实际维持{lived}对{outlived}。",
    ),
    "apart": Text(
        en="The term that sets them apart most is {term}: by it alone the hazard of the second is {factor} times that "
        "of the first.",
        zh="两者差异最大的一项是{term}：仅此一项，后者的风险即为前者的{factor}倍。",
    ),
    "sources": Text(en="Sources: {sources}.", zh="来源：{sources}。"),
    "method": Text(
        en="The model’s hazard is that of the truce plus expiries, times the exponential of a sum of terms, each "
        "carried by parameters of its own. The deals are run again with the parameters of one term at nought; "
        "what is then missing from the logarithm of the hazard is that term, exactly, in every month and draw. "
        "The figures are means over the first twelve months, written as multiples of the hazard; the cap on the "
        "sum is lifted for this. The share of expiries is what the hazard loses when they carry none.",
        zh="模型的风险等于休战风险加到期风险，再乘以若干项之和的指数。每一项由各自的参数决定。"
        "将某一项的参数设为零后重新运行，风险对数中缺失的部分即为该项，逐月逐次抽样精确成立。"
        "文中数字为前十二个月的均值，以风险倍数表示；计算时取消了总和的上限。"
        "到期风险占比为取消到期风险后风险减少的比例。",
    ),
}
"""Sentences by key."""
