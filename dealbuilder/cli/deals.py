"""Opening what a user names: a deal file, a PDF that carries one, or example:NAME."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dealbuilder import paths
from dealbuilder.analysis.evaluate import stamps
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.document import file
from dealbuilder.document.document import Document
from dealbuilder.document.examples import example, examples
from dealbuilder.document.loaded import Loaded, Stamps
from dealbuilder.errors import DealError, NoSuch, Words
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Lens
from dealbuilder.model.lenses_in_force import lenses_in_force
from dealbuilder.model.loading import load_catalogue
from dealbuilder.model.package import Package
from dealbuilder.model.text import Language

EXAMPLE = "example:"
NO_DEAL = "no_deal"
"""How the baseline without a new deal is named on the command line."""
CATALOGUE = Words("`dealbuilder catalogue`", "`dealbuilder catalogue` ")
SCORES = Words("`dealbuilder score --json`", "`dealbuilder score --json` ")
"""Places that list ids."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A deal that was opened: as the user named it, where it lies, what it holds, the catalogue to read it with."""

    name: str
    path: Path
    loaded: Loaded
    catalogue: Catalogue

    @property
    def lenses(self) -> tuple[Lens, ...]:
        """Return the roles with the weights, red lines and reservations that count in this deal."""
        return lenses_in_force(self.catalogue, self.document.lenses)

    @property
    def document(self) -> Document:
        """Return the document as it is now."""
        return self.loaded.history.document


def catalogue() -> Catalogue:
    """Return the shipped catalogue."""
    return load_catalogue(paths.resources())


def shipped() -> dict[str, Document]:
    """Return every shipped deal by its id, with its English texts."""
    found = examples(paths.resources() / "examples")
    return {each.id: file.load(each.path).history.document for each in found}


def opened(name: str, language: Language = "en") -> Opened:
    """Open what the user named, an example in `language`; the catalogue includes the deal's own measures."""
    path = path_of(name, language)
    loaded = file.open_any(path)
    return Opened(name, path, loaded, catalogue().with_measures(loaded.history.document.measures))


def path_of(name: str, language: Language = "en") -> Path:
    """Return where what the user named lies, an example in `language`."""
    if name.startswith(EXAMPLE):
        return example(paths.resources() / "examples", name.removeprefix(EXAMPLE)).path_in(language)
    return Path(name)


def saved(deal: Opened, loaded: Loaded) -> None:
    """Write a changed deal back to the file it came from; refuse examples, PDFs and read-only files."""
    if deal.name.startswith(EXAMPLE):
        raise DealError(
            f"{deal.name} is shipped with the program and stays as it is.",
            f"Make a copy first: dealbuilder new FILE.deal --from {deal.name}",
            zh=f"{deal.name} 是程序自带的，保持原样。",
            zh_hint=f"请先制作副本：dealbuilder new FILE.deal --from {deal.name}",
        )
    if deal.loaded.carried:
        raise DealError(
            f"{deal.path} is a PDF; it stays as it is.",
            f"Make a deal file from it first: dealbuilder new FILE.deal --from {deal.path}",
            zh=f"{deal.path} 是PDF，保持原样。",
            zh_hint=f"请先由它制作协议文件：dealbuilder new FILE.deal --from {deal.path}",
        )
    if deal.loaded.read_only:
        raise DealError(
            f"{deal.path} can only be read; it stays as it is.",
            f"Make a copy first: dealbuilder new FILE.deal --from {deal.path}",
            zh=f"{deal.path} 只能读取，保持原样。",
            zh_hint=f"请先制作副本：dealbuilder new FILE.deal --from {deal.path}",
        )
    written(deal.path, loaded, deal.catalogue, expected=deal.loaded.digest)


def written(path: Path, loaded: Loaded, catalogue: Catalogue, expected: str = "") -> None:
    """Write a deal file with the stamps of this program; one that is no longer of the expected digest stays."""
    stamped = marks(catalogue, loaded.history.document)
    file.save(path, loaded.history, loaded.versions, stamped, session=loaded.session, expected=expected)


def marks(catalogue: Catalogue, document: Document) -> Stamps:
    """Return the versions that a deal file written now carries."""
    stamped = stamps(catalogue, Setting(pack=document.pack))
    return Stamps(
        dealbuilder=stamped.dealbuilder,
        catalogue=catalogue.version,
        catalogue_digest=catalogue.digest,
        pack=document.pack,
        engine=stamped.dealbuilder,
    )


def package(document: Document, wanted: str | None) -> Package:
    """Return the package of that id or name, the active one by default."""
    if wanted is None:
        return document.package()
    for found in document.packages:
        if wanted in (found.id, found.name):
            return found
    names = [f"{found.id} ({found.name})" if found.name else found.id for found in document.packages]
    raise NoSuch(f"This deal has no package “{wanted}”.", f"此协议没有方案“{wanted}”。", names)


def baseline(document: Document, wanted: str | None) -> Package | None:
    """Return the baseline package: of the deal, of another deal (its active package), or None for no new deal."""
    if wanted is None:
        return document.package(document.baseline) if document.baseline is not None else None
    if wanted == NO_DEAL:
        return None
    if any(wanted in (found.id, found.name) for found in document.packages):
        return package(document, wanted)
    if wanted.startswith(EXAMPLE) or (wanted and there(Path(wanted))):
        return opened(wanted).document.package()
    raise DealError(
        f"There is no baseline “{wanted}”.",
        f"Name a package of the deal, another deal, or {NO_DEAL} for no new deal.",
        zh=f"没有基准“{wanted}”。",
        zh_hint=f"请指定此协议的方案、另一份协议，或以 {NO_DEAL} 表示无新协议。",
    )


def there(path: Path) -> bool:
    """Return whether something is there; a name that no file can have is not."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def setting(
    document: Document, worldview: str | None, base: str | None, draws: int | None, seed: int | None
) -> Setting:
    """Return the setting a document asks for, with what the command line replaces."""
    return Setting(
        pack=document.pack,
        worldview=worldview or document.assumptions.worldview,
        changes=document.assumptions.changes,
        draws=document.draws if draws is None else draws,
        seed=document.seed if seed is None else seed,
        baseline=baseline(document, base),
        injects=document.injects,
    )


def nearest(wanted: str, known: Iterable[str], place: Words = CATALOGUE) -> Words:
    """Return a hint that names the ids closest to what was typed, or the place that lists them all."""
    close = difflib.get_close_matches(wanted, list(known), n=3, cutoff=0.5)
    if not close:
        return Words(f"{place.en} lists them.", f"{place.zh}列有全部。")
    return Words(f"Did you mean {', '.join(close)}?", f"您指的是否为 {'、'.join(close)}？")
