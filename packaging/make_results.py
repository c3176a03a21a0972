"""The pages of the manual that hold results of the model: made here, committed, and checked for what they say.

`packaging/make_results.py` renews resources/manual/model; `--check` changes nothing and names the pages whose structure
is out of date: another check, another verdict, another order. Figures alone may drift. Names of pages limit both.
"""

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from dealbuilder.analysis.backtest import backtest, prior
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.held import held, replayed
from dealbuilder.analysis.reality.case import Shipped
from dealbuilder.analysis.reality.lab import findings
from dealbuilder.analysis.reference.ranking import reference
from dealbuilder.analysis.runs import World
from dealbuilder.cli import comparing, deals
from dealbuilder.cli.backtest import latest
from dealbuilder.model.targets import read_targets
from dealbuilder.model.text import Language
from dealbuilder.report.model_pages import fuzzing, reality
from dealbuilder.report.model_pages import history as past
from dealbuilder.report.model_pages import reference as struck

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "manual" / "model"
LANGUAGES: tuple[Language, ...] = ("en", "zh")
RESOURCES = ROOT / "resources"
REALITY_DRAWS, HISTORY_DRAWS = 128, 2000
FIGURE = re.compile(r"[+\u2212-]?\d[\d.,]*")
"""What may drift without making a page stale."""

Pages = dict[Language, str]
"""One page in each language, Markdown."""


def reality_checks() -> Pages:
    """Return the page of the reality checks."""
    catalogue, seed = deals.catalogue(), Setting().seed
    shipped = Shipped(catalogue, {id: document.package() for id, document in deals.shipped().items()})
    views = [view.id for view in catalogue.worldviews]
    found = findings(shipped, views, REALITY_DRAWS, seed)
    return {language: reality.page(found, catalogue, language, REALITY_DRAWS, seed) for language in LANGUAGES}


def reference_deals() -> Pages:
    """Return the page of the reference deals."""
    catalogue, titles = deals.catalogue(), comparing.titles()
    found = reference(catalogue, comparing.packages(), comparing.views(catalogue))
    return {language: struck.page(found, catalogue, titles, language) for language in LANGUAGES}


def history() -> Pages:
    """Return the page that holds the model against what happened."""
    catalogue = deals.catalogue()
    pack = latest(catalogue, None)
    targets = read_targets(RESOURCES / "data" / "calibration.toml", catalogue.source_by_id.keys())
    worlds = {view.id: World(pack.id, view.id, (), HISTORY_DRAWS, Setting().seed) for view in catalogue.worldviews}
    by_view = {id: backtest(catalogue, pack, world) for id, world in worlds.items()}
    central = worlds["central"]
    replay = replayed(catalogue, pack, central, by_view["central"])
    found = past.History(by_view, backtest(prior(catalogue), pack, central), held(targets, replay))
    return {language: past.page(found, catalogue, language) for language in LANGUAGES}


def hostile_files() -> Pages:
    """Return the page of the trials with hostile files, from what the campaigns wrote down."""
    found = fuzzing.read(RESOURCES / "data" / "fuzz.toml")
    return {language: fuzzing.page(found, language) for language in LANGUAGES}


MAKERS: dict[str, Callable[[], Pages]] = {
    "92-backtest.md": history,
    "93-reference-deals.md": reference_deals,
    "94-reality-checks.md": reality_checks,
    "96-hostile-files.md": hostile_files,
}
"""Every page by its file name; a new one is a function and a line here."""


def structure(text: str) -> str:
    """Return what a page says with its figures masked."""
    return FIGURE.sub("#", text)


def make(folder: Path, names: Sequence[str]) -> list[Path]:
    """Write the named pages below `folder` in every language and return their paths."""
    written = []
    for name in names:
        for language, text in MAKERS[name]().items():
            path = folder / language / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            written.append(path)
    return written


def stale(folder: Path, names: Sequence[str]) -> list[Path]:
    """Return the named pages below `folder` that are missing or say something else than they would if made now."""
    found = []
    for name in names:
        for language, text in MAKERS[name]().items():
            path = folder / language / name
            if not path.exists() or structure(path.read_text(encoding="utf-8")) != structure(text):
                found.append(path)
    return found


def main() -> int:
    """Renew or check the pages that the command line names, all by default."""
    parser = argparse.ArgumentParser(description="Renew the manual's pages of model results.")
    parser.add_argument("names", nargs="*", choices=[*MAKERS, []], default=[], help="pages to make; all by default")
    parser.add_argument("--check", action="store_true", help="name what is out of date, change nothing")
    given = parser.parse_args()
    names = given.names or list(MAKERS)
    found = stale(FOLDER, names) if given.check else make(FOLDER, names)
    sys.stdout.writelines(f"{path.relative_to(ROOT)}\n" for path in found)
    return 1 if given.check and found else 0


if __name__ == "__main__":
    sys.exit(main())
