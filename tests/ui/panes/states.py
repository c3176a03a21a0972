"""States for tests and pictures of the panes; their numbers are the synthetic ones of the report's tests."""

from dataclasses import replace

from dealbuilder.analysis.moved import Move
from dealbuilder.document.document import Document, Target
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Clause, Condition, Package
from dealbuilder.model.text import Language
from dealbuilder.ui.state import State
from tests.report import fixtures

MOVES = (
    Move("dy:ev:civil", "cell", 37.0, 51.0, "%", "cn_whitelist"),
    Move("supply_civil", "indicator", 66.0, 71.5, "%", "cn_whitelist"),
    Move("alive_60", "indicator", 48.0, 44.0, "%", "cn_whitelist"),
)


def synthetic(language: Language = "en", **changed: object) -> State:
    """Return a state with the report tests' catalogue, document and evaluation, and changes of it on top."""
    document = fixtures.document().model_copy(
        update={"targets": (Target(indicator="supply_restored", sense="at_least", value=65.0),)}
    )
    state = State(document, fixtures.catalogue(), language, evaluation=fixtures.evaluation(), moves=MOVES)
    return replace(state, **changed)


def shipped(catalogue: Catalogue, language: Language = "en") -> State:
    """Return a state with the shipped catalogue and a package of twelve clauses; its numbers are still synthetic."""
    return synthetic(language, catalogue=catalogue, document=deal(catalogue))


def deal(catalogue: Catalogue) -> Document:
    """Return a document whose package has five clauses of each side, two of the rest and one unknown."""
    wanted = {
        "us": ("rescind_ai_letters", "grant_pending", "entity_list_dec24", "oct22_chips", "us_standstill"),
        "china": ("cn_whitelist", "cn_review_clock", "cn_long_licences", "cn_access_military", "cn_accept_chips"),
        "rest": ("home_stockpile", "term_verification"),
    }
    clauses = []
    for measures in wanted.values():
        for place, id in enumerate(measures):
            measure = catalogue.measure_by_id.get(id)
            if measure is not None:
                level = measure.levels[min(1 + place % 3, len(measure.levels) - 1)].id
                clauses.append(Clause(measure=id, level=level, start=3 * place))
    if len(clauses) > 6:
        condition = Condition(measure=clauses[5].measure, level=clauses[5].level)
        clauses[1] = clauses[1].model_copy(update={"snapback": True, "condition": condition, "end": 48})
    clauses.append(Clause(measure="old_measure", level="lost"))
    return Document(
        id="demo", title="Demo", packages=(Package(id="p1", name="Demo", clauses=tuple(clauses)),), active="p1"
    )
