"""The whole check-up, in the order it is told."""

from collections.abc import Callable

from dealbuilder import paths
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.report.care.checkup import machine, screen
from dealbuilder.report.care.checkup.lines import asked, line, plain
from dealbuilder.report.fonts import font_files
from dealbuilder.report.rehearsal.finding import Finding
from dealbuilder.report.rehearsal.machine import baseline, kept

DIGEST = 12
"""Characters of the catalogue's hash."""

Tick = Callable[[float], None]


def examine(
    known: Callable[[], Catalogue],
    language: Language,
    tick: Tick | None = None,
    ask: Callable[[Language], screen.Answer] = screen.ask,
) -> tuple[Finding, ...]:
    """Return every line; `known` loads the catalogue, `ask` asks Qt, `tick` hears how far it is (0 to 1)."""
    looks: tuple[tuple[str, Callable[[], Finding]], ...] = (
        ("program", lambda: machine.program(language)),
        ("system", lambda: machine.system(language)),
        ("libraries", lambda: machine.libraries(language)),
        ("kernel", lambda: machine.kernel(language)),
        ("preferences", lambda: machine.folder("preferences", paths.config_folder(), language)),
        ("state", lambda: machine.folder("state", paths.state_folder(), language)),
        ("cache", lambda: machine.folder("cache", paths.cache_folder(), language)),
        ("clock", lambda: machine.clock(language)),
        ("locks", lambda: machine.locks(language)),
        ("recovery", lambda: machine.left_over(language)),
        ("crashes", lambda: machine.crashes(language)),
        ("fonts", lambda: _fonts(language)),
        ("catalogue", lambda: _catalogue(known(), language)),
        ("file", lambda: line("file", "ok", language, "file", size=f"{kept():,}")),
        ("model", lambda: _model(known(), language)),
    )
    found = []
    for number, (id, look) in enumerate(looks):
        if tick is not None:
            tick(number / (len(looks) + 1))
        found.append(asked(id, look, language))
    seen = screen.lines(ask(language), language)
    before = next(number for number, one in enumerate(found) if one.id == "preferences")
    return (*found[:before], *seen, *found[before:])


def _fonts(language: Language) -> Finding:
    return plain("fonts", language, ", ".join(sorted(font.name for font in font_files())))


def _catalogue(known: Catalogue, language: Language) -> Finding:
    return line(
        "catalogue",
        "ok",
        language,
        "catalogue",
        version=known.version,
        measures=len(known.measures),
        parameters=len(known.parameters),
        digest=known.digest[:DIGEST],
    )


def _model(known: Catalogue, language: Language) -> Finding:
    supply, cost = baseline(Evaluator(known))
    return line("model", "ok", language, "model", supply=f"{supply:.1f}", cost=f"{cost:.1f}")
