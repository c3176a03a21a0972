"""Small ensembles for tests."""

from pathlib import Path

from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.explore.members import Members, member, neighbours
from dealbuilder.analysis.explore.question import question
from dealbuilder.analysis.explore.task import Site
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.report.ensemble import ensemble
from dealbuilder.report.ensemble.ensemble import Ensemble
from tests.analysis.packages import package

DEAL = package("cn_whitelist=most", "cn_long_licences=y1")
VIEWS = ("central", "sceptic")


def some(catalogue: Catalogue, count: int = 8) -> Members:
    """Return a package and some of its neighbours."""
    return Members([[member(DEAL, "deal"), *list(neighbours(catalogue, DEAL))[: count - 1]]])


def site(catalogue: Catalogue, draws: int = 64, views: tuple[str, ...] = VIEWS, **more) -> Site:
    """Return the site of a small question."""
    return Site(catalogue, question(Setting(draws=draws, seed=7, **more), views, ()))


def folder(catalogue: Catalogue, path: Path, *, chunk: int = 128, count: int = 8, draws: int = 64, **more) -> Ensemble:
    """Return a small ensemble in a folder: eight chunks unless told otherwise."""
    parameters = more.pop("with_parameters", False)
    return ensemble.opened(
        path, "test", site(catalogue, draws, **more), some(catalogue, count), with_parameters=parameters, chunk=chunk
    )


def files(path: Path) -> dict[str, bytes]:
    """Return every file of an ensemble's folder by name."""
    return {str(one.relative_to(path)): one.read_bytes() for one in sorted(path.rglob("*")) if one.is_file()}
