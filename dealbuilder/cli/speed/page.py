"""The table of results, for the terminal and for the manual in both languages."""

from pathlib import Path

from dealbuilder.cli.speed.rounds import Outcome
from dealbuilder.cli.speed.rows import Row
from dealbuilder.errors import DealError
from dealbuilder.model.text import Language, Text

Results = tuple[tuple[Row, Outcome], ...]

HEADS: dict[Language, tuple[str, ...]] = {
    "en": ("row", "measured", "quartiles", "by processor time", "target", "met"),
    "zh": ("项目", "测得", "四分位", "按处理器时间", "目标", "达标"),
}
PERCENT = 100.0
MET = {
    True: Text(en="met", zh="达标"),
    False: Text(en="not met", zh="未达标"),
    None: Text(en="for information", zh="仅供参考"),
}
KINDS = {
    "recorded": Text(en="Recorded, not measured here", zh="既有记录，非本次测量"),
    "measured": Text(en="not measured here", zh="本机未测"),
}
FRAMES = Text(en="{0} frames", zh="{0}帧")
ONE_FRAME = Text(en="1 frame", zh="1帧")
P95 = Text(en=" (p95)", zh="（p95）")
TIMES = Text(en="{0}x", zh="{0}倍")
SENSES = {
    "at_least": Text(en="at least {0}", zh="不低于{0}"),
    "at_most": Text(en="at most {0}", zh="不高于{0}"),
    "about": Text(en="{0}, within 15 %", zh="{0}，偏差15%以内"),
}
LACKING = Text(
    en="Rows with peers need a checkout of the program with its bench extra (pip install -e '.[bench]'); "
    "the program's own rows were measured without it.",
    zh="与同类软件比较的各行需要源代码检出及其 bench 附加依赖（pip install -e '.[bench]'）；"
    "程序自身的各行已在没有它的情况下测得。",
)
NAMES = {
    "date": Text(en="measured on", zh="测量日期"),
    "processor": Text(en="processor", zh="处理器"),
    "cores": Text(en="cores", zh="核心数"),
    "system": Text(en="system", zh="系统"),
    "python": Text(en="Python", zh="Python"),
}
COMMAND = "dealbuilder bench --page"
NAME = "95-speed.md"
INTRO = Text(
    en="""# How fast the model is

Every number on this page is a ratio of two things that ran in turn, round by round, in one run on one machine; the row
shows the median over rounds, or the 95th percentile (p95) where the row says so, and the quartiles; beside them stands
the same by processor time, which a busy neighbour disturbs less. Before the clock starts, both sides must give the same
answer. A frame is one sixtieth of a second. A *run* is one package under one draw through all months. Ratios carry over
to other machines far better than seconds do, but not exactly.
""",
    zh="""# 模型有多快

本页每个数字都是同一台机器、同一次测量中逐轮交替运行的两件工作之比；各行给出各轮的中位数（注明p95者为第95百分位数）及四分位数，
旁列按处理器时间计算的同一数值，它较少受同机其他程序干扰。计时之前，双方必须先得出相同的结果。一帧为六十分之一秒。一次“运行”是一个方案在一组抽样下走完全部月份。
比值比秒数更能推及其他机器，但并不完全相同。
""",
)
QUICK = Text(en="This is a quick measurement: small cases and few rounds.\n", zh="本次为快速测量：案例小、轮数少。\n")
OUTRO = Text(
    en="""## How to measure again

```sh
pip install -e '.[bench]'      # the peers, in a checkout
{0}       # measures everything and writes this page; under ten minutes
dealbuilder bench --quick      # about half a minute, prints the table
```

The program's own rows run without the peers. Rows and targets stand in `resources/bench/rows.toml`, the peers' side in
`tests/benchmarks`. The harness is pytest-benchmark.

## The machine

{1}
""",
    zh="""## 如何重新测量

```sh
pip install -e '.[bench]'      # 在源代码检出中安装同类软件
{0}       # 全部测量并写出本页，不到十分钟
dealbuilder bench --quick      # 约半分钟，打印表格
```

程序自身的各行无需同类软件。各行及目标见 `resources/bench/rows.toml`，对照方见 `tests/benchmarks`。
测量框架为 pytest-benchmark。

## 测量所用机器

{1}
""",
)


def amount(row: Row, value: float, language: Language) -> str:
    """Return a value with its unit: 1.11x, 55 % or 0.2 frames."""
    if row.unit == "share":
        return f"{PERCENT * value:.0f}%" if language == "zh" else f"{PERCENT * value:.0f} %"
    digits = f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
    if row.unit == "frames":
        return ONE_FRAME.get(language) if digits == "1" else FRAMES.get(language).format(digits)
    return TIMES.get(language).format(digits)


def cells(row: Row, outcome: Outcome, language: Language) -> tuple[str, ...]:
    """Return the cells of one row: what, measured, quartiles, by processor time, target, met or why not."""
    what = row.what.get(language)
    target = "" if row.target is None else SENSES[row.sense].get(language).format(amount(row, row.target, language))
    note = row.note.get(language) if row.note is not None else ""
    stop = "。" if language == "zh" else ". "
    if outcome.value is None or row.kind != "measured":
        why = outcome.why[language] if outcome.why else note
        value = amount(row, outcome.value, language) if outcome.value is not None else "–"
        met = MET[outcome.met].get(language) if outcome.met is not None else ""
        told = stop.join(text for text in (met, KINDS[row.kind].get(language), why) if text)
        return what, value, "", "", target, told
    value = amount(row, outcome.value, language) + (P95.get(language) if row.statistic == "p95" else "")
    spread = "–".join(amount(row, edge, language) for edge in (outcome.low, outcome.high) if edge is not None)
    met = MET[outcome.met].get(language)
    cpu = amount(row, outcome.cpu, language) if outcome.cpu is not None else ""
    return what, value, spread, cpu, target, stop.join(text for text in (met, note) if text)


def described(stood: dict[str, str], language: Language) -> str:
    """Return the machine in one line."""
    named = ((NAMES[key].get(language) if key in NAMES else key, value) for key, value in stood.items())
    return ("；" if language == "zh" else "; ").join(f"{name} {value}" for name, value in named)


def text(results: Results, stood: dict[str, str], quick: bool, language: Language) -> str:
    """Return the page of the manual."""
    heads = HEADS[language]
    lines = [f"| {' | '.join(heads)} |", "|" + "---|" * len(heads)]
    lines += [f"| {' | '.join(cells(row, outcome, language))} |" for row, outcome in results]
    middle = (QUICK.get(language) + "\n" if quick else "") + "\n".join(lines)
    end = OUTRO.get(language).format(COMMAND, described(stood, language))
    return f"{INTRO.get(language)}\n{middle}\n\n{end}"


def write(resources: Path, results: Results, stood: dict[str, str], quick: bool) -> list[Path]:
    """Write the page in both languages and return where."""
    written = []
    languages: tuple[Language, ...] = ("en", "zh")
    for language in languages:
        path = resources / "manual" / "model" / language / NAME
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text(results, stood, quick, language), encoding="utf-8")
        except OSError as error:
            raise DealError(
                f"{path} could not be written; what was measured is lost.",
                "Run this in a checkout you may write to.",
                zh=f"{path} 无法写入；测量结果已丢失。",
                zh_hint="请在有写入权限的源码目录中运行。",
            ) from error
        written.append(path)
    return written
