"""The page of the reality checks: every sentence, what was measured, what must come out, and whether it did."""

from collections.abc import Sequence

from dealbuilder.analysis.reality.check import BLOCKS, Check, Finding
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language, Text
from dealbuilder.report import wording
from dealbuilder.report.model_pages.grid import cited, grid

NOUGHT = 1e-6
"""Bounds that leave room for rounding alone and are written as nought."""

TITLE = Text(en="Reality checks", zh="现实检验")
INTRO = Text(
    en="A reality check is a sentence of the form “if X, then Y” that the model must keep, whatever the values of its "
    "assumptions. Each one is run on the engine itself, with {draws} and seed {seed}, under each worldview; "
    "`dealbuilder check-model` runs them all again. A check that fails is shown as failing. Sizes of grade D "
    "are judgements; three of them (the stockpile, the essay's military access, the price floor) were set after the "
    "first results were seen, near the mere sign.",
    zh="现实检验是“如果X，则Y”形式的语句，无论假设取值如何，模型都必须满足。每项检验均在引擎上以{draws}、种子{seed}"
    "在各世界观下运行；`dealbuilder check-model` 可全部重新运行。未通过的检验如实显示。D级幅度为判断；其中三项"
    "（储备、文章的军事准入、价格下限）是在看到首批结果之后设定的，仅略高于正负号的要求。",
)
RESULT = Text(
    en="{total} checks; {held} hold wherever they must.", zh="共{total}项检验；{held}项在所有要求的世界观下成立。"
)
FAILED = Text(en="What does not hold", zh="未成立的检验")
HEADS = (
    Text(en="If X, then Y", zh="如果X，则Y"),
    Text(en="Measured", zh="测量内容"),
    Text(en="Must be", zh="要求"),
)
HOLDS, FAILS = Text(en="holds", zh="成立"), Text(en="fails", zh="不成立")
EXACTLY, LEAST, MOST = (
    Text(en="exactly {}", zh="恰为{}"),
    Text(en="at least {}", zh="不低于{}"),
    Text(en="at most {}", zh="不高于{}"),
)
MUST = Text(en="; must be {}", zh="；要求{}")
BY_DESIGN = Text(en="Follows from the design of the model.", zh="由模型设计决定。")
JUDGEMENT = Text(en="The size is a judgement (grade D).", zh="幅度为判断（D级）。")
SOURCE = Text(en="Source: {}.", zh="来源：{}。")
SOURCES = Text(en="Sources: {}.", zh="来源：{}。")


def page(findings: Sequence[Finding], catalogue: Catalogue, language: Language, draws: int, seed: int) -> str:
    """Return the page as Markdown."""
    checks = tuple(dict.fromkeys(finding.check for finding in findings))
    found = {(finding.check.id, finding.worldview): finding for finding in findings}
    lost = [check for check in checks if any(f.check is check and not f.holds for f in findings)]
    intro = INTRO.get(language).format(draws=wording.number(draws, "draw", language, 0), seed=seed)
    lines = [f"# {TITLE.get(language)}", "", intro, ""]
    lines += [RESULT.get(language).format(total=len(checks), held=len(checks) - len(lost)), ""]
    if lost:
        lines += [f"## {FAILED.get(language)}", ""]
        lines += [_lost(check, [f for f in findings if f.check is check], catalogue, language) for check in lost] + [""]
    views = catalogue.worldviews
    heads = [*(head.get(language) for head in HEADS), *(view.label.get(language) for view in views)]
    for block, label in BLOCKS.items():
        rows = [
            (
                check.sentence.get(language),
                check.measured.get(language),
                wording.joined(
                    [wording.ended(raised(bound(check, language)), language), basis(check, catalogue, language)],
                    language,
                ),
                *(_verdict(found.get((check.id, view.id)), language) for view in views),
            )
            for check in checks
            if check.block == block
        ]
        if rows:
            lines += [f"## {label.get(language)}", "", *grid(heads, rows, len(views)), ""]
    return "\n".join(lines).rstrip() + "\n"


def _lost(check: Check, findings: Sequence[Finding], catalogue: Catalogue, language: Language) -> str:
    """Return a failed check as one item: its sentence, its bound, and what came out where it failed."""
    colon, comma = (": ", ", ") if language == "en" else ("：", "，")
    where = comma.join(
        f"{catalogue.worldview_by_id[f.worldview].label.get(language)} {value(check, f.value, language)}"
        for f in findings
        if not f.holds
    )
    figures = f"{check.measured.get(language)}{colon}{where}{MUST.get(language).format(bound(check, language))}"
    return f"- {wording.joined([check.sentence.get(language), wording.ended(figures, language)], language)}"


def value(check: Check, figure: float, language: Language) -> str:
    """Return a measured figure with its unit."""
    return wording.number(figure, check.unit, language, check.digits)


def bound(check: Check, language: Language) -> str:
    """Return what must come out, with its unit."""
    low, high = (None if edge is None else 0.0 if abs(edge) <= NOUGHT else edge for edge in (check.low, check.high))
    if low is not None and high is not None:
        if low == high:
            return EXACTLY.get(language).format(value(check, low, language))
        return wording.span(low, high, check.unit, language, check.digits)
    edge, form = (low, LEAST) if low is not None else (high, MOST)
    return form.get(language).format(value(check, edge or 0.0, language))


def raised(text: str) -> str:
    """Return text with its first letter large, as it opens a sentence."""
    return text[:1].upper() + text[1:]


def basis(check: Check, catalogue: Catalogue, language: Language) -> str:
    """Return why the bound is what it is, and what stands behind it."""
    nought = all(abs(edge) <= NOUGHT for edge in (check.low, check.high) if edge is not None)
    said = [check.why.get(language)]
    if check.sources:
        behind = SOURCE if len(check.sources) == 1 else SOURCES
        said.append(behind.get(language).format(cited(catalogue, check.sources, language)))
    if nought and not check.sources:
        said.append(BY_DESIGN.get(language))
    if not nought and not check.observed:
        said.append(JUDGEMENT.get(language))
    return wording.joined(said, language)


def _verdict(finding: Finding | None, language: Language) -> str:
    if finding is None:
        return wording.EN_DASH
    comma = ", " if language == "en" else "，"
    verdict = (HOLDS if finding.holds else FAILS).get(language)
    return f"{value(finding.check, finding.value, language)}{comma}{verdict}"
