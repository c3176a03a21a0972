"""What the machine must give: fonts, a compiled kernel, folders to write to, room on the disk, a deal that keeps."""

import os
import shutil
import tempfile
from pathlib import Path

from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.document import file, recovery
from dealbuilder.document.history import History
from dealbuilder.document.new import new_document
from dealbuilder.engine.warm import is_warm
from dealbuilder.errors import DealError
from dealbuilder.model.text import Language
from dealbuilder.report.coverage import printable
from dealbuilder.report.fonts import font_files
from dealbuilder.report.phrases import say
from dealbuilder.report.rehearsal.finding import Finding, finding

SAMPLE = "Supply restored 71% ± 2, “Dy·Tb” — 供应恢复程度、实体清单、外国直接产品规则"
SELF_TEST_DRAWS = 16
LITTLE, TOO_LITTLE = 500_000_000, 50_000_000
"""Bytes free below which a session is at risk, or will fail: a deal, its recovery copy, a kit and a debrief."""
MEGABYTE = 1_000_000


def fonts(language: Language) -> Finding:
    """Check that the fonts of paper are there and have Latin and Chinese letters."""
    files = font_files()
    sound = printable(SAMPLE, files) == SAMPLE
    names = ", ".join(sorted(font.name for font in files))
    return finding("fonts", "ok" if sound else "fails", "fonts" if sound else "fonts_letters", language, names=names)


def kernel(language: Language) -> Finding:
    """Check that the model need not be compiled first."""
    return (
        finding("kernel", "ok", "kernel", language) if is_warm() else finding("kernel", "attention", "cold", language)
    )


def deal_file(language: Language) -> Finding:
    """Check that a deal comes back from a file as it was written."""
    return finding("store", "ok", "store", language, size=kept())


def kept() -> int:
    """Write a deal, read it back and return its size in bytes; raise DealError if it is another."""
    history = History.start(new_document("self-test"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "self-test.deal"
        file.save(path, history)
        if file.load(path).history.document != history.document:
            raise DealError(
                "A deal did not come back as it was written.",
                "Report this; do not trust saved files.",
                zh="协议读回时与写入的不一致。",
                zh_hint="请报告此问题；所存文件不可信。",
            )
        return path.stat().st_size


def baseline(evaluator: Evaluator) -> tuple[float, float]:
    """Return both headline scores of the empty package; raise DealError if they are not those of the baseline."""
    evaluation = evaluator.evaluate(NO_DEAL, Setting(draws=SELF_TEST_DRAWS), full=False)
    supply, cost = evaluation.score("supply_restored"), evaluation.score("leadership_cost")
    if supply.mean != supply.baseline or cost.mean != 0.0:
        raise DealError(
            "The empty package does not score as the baseline.",
            "Report this; do not trust the scores.",
            zh="空方案的评分与基准不一致。",
            zh_hint="请报告此问题；评分不可信。",
        )
    return supply.mean, cost.mean


def writable(path: Path) -> bool:
    """Return whether a folder can be written, or made where its nearest parent can."""
    nearest = path
    while not nearest.exists() and nearest.parent != nearest:
        nearest = nearest.parent
    return nearest.is_dir() and os.access(nearest, os.W_OK)


def saved(path: Path | None, read_only: bool, language: Language) -> Finding:
    """Check that the deal has a file, and that it can be written where it lies."""
    if path is None:
        return finding("file", "attention", "unsaved", language)
    locked = read_only or (path.exists() and not os.access(path, os.W_OK)) or not writable(path.resolve().parent)
    key = "locked" if locked else "file"
    return finding(
        "file", "fails" if locked else "ok", key, language, file=path.name, folder=str(path.resolve().parent)
    )


def space(folder: Path, language: Language) -> Finding:
    """Check that there is room on the disk."""
    nearest = folder
    while not nearest.exists() and nearest.parent != nearest:
        nearest = nearest.parent
    try:
        free = shutil.disk_usage(nearest).free
    except OSError as error:
        raise DealError(
            say("rehearse.space_unknown", "en", folder=str(nearest)),
            say("remedy.space", "en"),
            zh=say("rehearse.space_unknown", "zh", folder=str(nearest)),
            zh_hint=say("remedy.space", "zh"),
        ) from error
    megabytes = f"{free // MEGABYTE:,}"
    if free < LITTLE:
        return finding("space", "attention" if free >= TOO_LITTLE else "fails", "space", language, free=megabytes)
    return finding("space", "ok", "space", language, free=megabytes)


def recovering(language: Language) -> Finding:
    """Check that unsaved work can be put aside, by writing a small file where it would go."""
    folder = recovery.folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix="rehearsal-", suffix=".tmp") as probe:
            probe.write(b"rehearsal")
    except OSError:
        return finding("recovery", "fails", "no_recovery", language, folder=str(folder))
    return finding("recovery", "ok", "recovery", language, folder=str(folder))
