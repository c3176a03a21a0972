"""Under what several packages or tables are read alike: pack, worldview, draws, seed, baseline, changed assumptions."""

from dealbuilder.analysis.evaluation import Setting
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.report import differing, wording
from dealbuilder.report.phrases import say


def read_under(key: str, catalogue: Catalogue, under: Setting, language: Language) -> list[str]:
    """Return the sentences of a setting, the first by the phrase `key`; without what befalls the deal."""
    pack, view = catalogue.pack_by_id.get(under.pack), catalogue.worldview_by_id.get(under.worldview)
    base = under.baseline.name or under.baseline.id if under.baseline else say("page.no_baseline", language)
    first = say(
        key,
        language,
        pack=pack.label.get(language) if pack else under.pack,
        view=view.label.get(language) if view else under.worldview,
        draws=wording.number(under.draws, "draw", language, 0),
        seed=under.seed,
        baseline=base,
    )
    return [first, differing.sentence(catalogue, under.changes, language)]
