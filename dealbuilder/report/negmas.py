"""The deal as a folder that NegMAS reads: domain and utilities as plain YAML, and a page that says what they are.

Written as text, so that no NegMAS need be installed. YAML files of NegMAS cannot hold a table keyed by whole outcomes,
so the exact values stand in a domain of their own whose one issue is the whole package.
"""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dealbuilder.analysis.evaluation import Setting, Stamps
from dealbuilder.analysis.negmas.domain import WHOLE, Domain, named
from dealbuilder.analysis.negmas.utility import Fit, Utilities, Utility
from dealbuilder.analysis.party_value import PARTIES
from dealbuilder.document.replacing import replace_file
from dealbuilder.errors import DealError, reason
from dealbuilder.model.measure import Measure
from dealbuilder.model.text import Language
from dealbuilder.report import markdown, wording
from dealbuilder.report.blocks import Bullets, Content, Paragraph, Section, Table
from dealbuilder.report.phrases import say
from dealbuilder.report.sheets import harmless

ADDITIVE, EXACT = "additive", "exact"
DIGITS = 6
"""Decimals of a value: written out, for YAML takes 1e-06 for a word."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A deal's domain with its utilities, and what they belong to."""

    title: str
    domain: Domain
    utilities: Utilities
    setting: Setting
    stamps: Stamps
    draws: int


def write(folder: Path, told: Exported, language: Language = "en") -> tuple[Path, ...]:
    """Write the domain into a folder, which is made if need be, and return its files; raise DealError if it cannot be.

    Files of the same names are replaced; nothing else in the folder is touched.
    """
    made = files(told, language)
    try:
        for name in made:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DealError(
            f"The folder {folder} cannot be made ({error.strerror}); nothing was written.",
            "Choose another folder, or free the name.",
            zh=f"无法建立文件夹 {folder}（{reason(error).zh}）；没有写入任何内容。",
            zh_hint="请选择其他文件夹，或腾出该名称。",
        ) from error
    for name, text in made.items():
        replace_file(folder / name, text.encode())
    return tuple(folder / name for name in made)


def files(told: Exported, language: Language = "en") -> dict[str, str]:
    """Return every file of the export by its name below the folder."""
    domain, parts = told.domain, told.utilities.parts
    here = dict(zip((issue.id for issue in domain.issues), domain.outcome(domain.base), strict=True))
    made = {
        "README.md": markdown.render(_page(told, language)),
        "outcome.json": json.dumps(here, ensure_ascii=False, indent=1) + "\n",
        f"{ADDITIVE}/domain.yml": _space(told.title, [(issue.id, _levels(issue)) for issue in domain.issues]),
    }
    for place, part in enumerate(parts):
        tables = [
            [
                (level, value + (part.constant if i == 0 else 0.0))
                for level, value in zip(_levels(issue), row, strict=True)
            ]
            for i, (issue, row) in enumerate(zip(domain.issues, part.tables, strict=True))
        ]
        made[f"{ADDITIVE}/{place + 1}-{part.party}.yml"] = _utility(part, tables)
    if told.utilities.exact:
        names = [named(domain.issues, outcome) for outcome, *_ in told.utilities.exact]
        made[f"{EXACT}/domain.yml"] = _space(told.title, [(WHOLE, names)])
        for place, part in enumerate(parts):
            values = [row.us if part.party == "us" else row.china for row in told.utilities.exact]
            table = list(zip(names, values, strict=True))
            made[f"{EXACT}/{place + 1}-{part.party}.yml"] = _utility(part, [table])
        made["utilities.csv"] = _listed(told)
    return made


def _levels(issue: Measure) -> list[str]:
    return [level.id for level in issue.levels]


def _quoted(text: str) -> str:
    """Return a text as YAML and JSON both read it."""
    return json.dumps(text, ensure_ascii=False)


def _number(value: float) -> str:
    return f"{value + 0.0:.{DIGITS}f}"


def _space(title: str, issues: Sequence[tuple[str, Sequence[str]]]) -> str:
    lines = ["type: DiscreteCartesianOutcomeSpace", f"name: {_quoted(title)}", "issues:"]
    for name, values in issues:
        lines += ["- type: CategoricalIssue", f"  name: {_quoted(name)}", "  values:"]
        lines += [f"  - {_quoted(value)}" for value in values]
    return "\n".join(lines) + "\n"


def _utility(part: Utility, tables: Sequence[Sequence[tuple[str, float]]]) -> str:
    lines = ["type: LinearAdditiveUtilityFunction", f"name: {_quoted(part.party)}"]
    lines += [f"reserved_value: {_number(part.least)}", "weights:", *["- 1.0" for _ in tables], "values:"]
    for table in tables:
        lines += ["- type: TableFun", "  mapping:"]
        lines += [f"    {_quoted(level)}: {_number(value)}" for level, value in table]
    return "\n".join(lines) + "\n"


def _listed(told: Exported) -> str:
    """Return every outcome with its exact values, for those who build a table of whole outcomes themselves."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow([*(issue.id for issue in told.domain.issues), *PARTIES])
    for outcome, us, china in told.utilities.exact:
        rows.writerow([*map(harmless, outcome), _number(us), _number(china)])
    return out.getvalue()


def _page(told: Exported, language: Language) -> Content:
    domain, setting = told.domain, told.setting
    exact = bool(told.utilities.exact)
    count = wording.plain(domain.size, 0)
    lead = say("negmas.lead", language, issues=len(domain.issues), outcomes=count)
    values = say("negmas.values", language, draws=told.draws, worldview=setting.worldview, seed=setting.seed)
    how = say("negmas.exact" if exact else "negmas.large", language, outcomes=count)
    rows = tuple(_fit_row(part.party, part.fit, language) for part in told.utilities.parts)
    header = tuple(
        say(f"negmas.{key}", language) for key in ("party", "mean_error", "worst_error", "span", "explained")
    )
    least = tuple(
        say("negmas.least", language, party=say(f"side.{part.party}", language), value=_number(part.least))
        for part in told.utilities.parts
    )
    issues = tuple((issue.id, issue.title.get(language), ", ".join(_levels(issue))) for issue in domain.issues)
    named_issues = tuple(say(f"negmas.{key}", language) for key in ("issue", "measure", "levels"))
    stamps = told.stamps
    return Content(
        language=language,
        kind=say("page.model", language),
        title=told.title,
        package=domain.base.name,
        marking=say("negmas.marking", language),
        confidential=False,
        facts=(),
        sections=(
            Section("what", say("negmas.what", language), (Paragraph(lead), Paragraph(values), Bullets(least))),
            Section(
                "fit",
                say("negmas.fit", language),
                (
                    Paragraph(how),
                    Table(header, rows, "lrrrr", (2, 1, 1, 1, 1)),
                    Paragraph(say("negmas.tried", language, outcomes=told.utilities.parts[0].fit.outcomes)),
                ),
            ),
            Section("use", say("negmas.use", language), (Bullets(tuple(_steps(exact, language))),)),
            Section("issues", say("negmas.issues", language), (Table(named_issues, issues, "lll", (1, 2, 2)),)),
        ),
        notes=(),
        sources_heading="",
        footer=f"dealbuilder {stamps.dealbuilder}, {stamps.catalogue}, {stamps.pack}",
        page_of="",
    )


def _steps(exact: bool, language: Language) -> Iterator[str]:
    yield say("negmas.load", language)
    if exact:
        yield say("negmas.load_exact", language)
    yield say("negmas.back", language)
    yield say("negmas.not", language)


def _fit_row(party: str, fit: Fit, language: Language) -> tuple[str, ...]:
    figures = (fit.mean_error, fit.worst_error, fit.span)
    share = wording.number(100.0 * fit.explained, "%", language)
    return (say(f"side.{party}", language), *(wording.plain(value, 3) for value in figures), share)
