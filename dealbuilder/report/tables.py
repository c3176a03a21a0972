"""Data and pictures in files, by the ending of the file."""

import json
from pathlib import Path

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.document.document import Document
from dealbuilder.document.replacing import replace_file
from dealbuilder.errors import NoSuch
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package
from dealbuilder.model.text import Language
from dealbuilder.report import befallen, content, differing, figures, markdown, picture, sheets, theme
from dealbuilder.report.phrases import say
from dealbuilder.report.score_data import score_json

KINDS = (".csv", ".xlsx", ".md", ".json", ".svg", ".png")


def write(
    path: Path,
    kind: str,
    catalogue: Catalogue,
    document: Document,
    package: Package,
    evaluation: Evaluation,
    language: Language = "en",
    chart: str = "supply",
    theme_name: str = "light",
) -> None:
    """Write a deal's data or one chart as `kind` (.csv, .xlsx, .md, .json, .svg, .png)."""
    known = catalogue.with_measures(document.measures)
    replace_file(path, exported(kind, known, document, package, evaluation, language, chart, theme_name))


def exported(
    kind: str,
    catalogue: Catalogue,
    document: Document,
    package: Package,
    evaluation: Evaluation,
    language: Language,
    chart: str,
    theme_name: str,
) -> bytes:
    """Return what a file of that kind holds."""
    title = document.title or package.name or package.id
    name = package.name or package.id
    match kind:
        case ".csv":
            return sheets.csv_bytes(catalogue, evaluation, title, name, language)
        case ".xlsx":
            return sheets.xlsx_bytes(catalogue, package, evaluation, title, language)
        case ".md":
            built = content.build(catalogue, document, package, evaluation, content.Options(language=language))
            return markdown.render(built).encode()
        case ".json":
            scores = score_json(catalogue, evaluation, title, name, language, package)
            return (json.dumps(scores, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()
        case ".svg" | ".png":
            figure = figures.named(catalogue, evaluation, chart, language)
            changed = differing.sentence(catalogue, evaluation.setting.changes, language)
            told = (changed, befallen.sentence(evaluation.setting.injects, language))
            words = tuple(text for text in (figure.note, *_origin(evaluation, title, name, language), *told) if text)
            drawn = "svg" if kind == ".svg" else "png"
            return picture.render(figure, theme.load(theme_name), drawn, below=words)
    raise NoSuch(f"Nothing can be written as {kind}.", f"无法写成 {kind}。", KINDS)


def _origin(evaluation: Evaluation, title: str, package: str, language: Language) -> tuple[str, str]:
    """Return to what a picture belongs: deal, package and baseline; versions."""
    stamps = evaluation.stamps
    baseline = evaluation.baseline or say("page.no_baseline", language)
    names = [title] if title == package else [title, package]
    named = " · ".join((*names, f"{say('page.baseline', language)}{say('page.colon', language)}{baseline}"))
    versions = f"dealbuilder {stamps.dealbuilder}, {stamps.catalogue}, {stamps.pack}"
    return named, f"{say('page.model', language)} · {versions}"
