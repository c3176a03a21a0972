"""Stagings for tests and pictures: one of every scene, of deals with many clauses, few, none and off-menu ones."""

from dataclasses import replace

import numpy as np

from dealbuilder import paths
from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.analysis.why.earned import Credit
from dealbuilder.document import file
from dealbuilder.document.document import Document
from dealbuilder.document.examples import example
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.inject import ChannelShift, Inject
from dealbuilder.model.measure import Instrument, Level, Measure
from dealbuilder.model.off_menu import marked
from dealbuilder.model.package import Clause
from dealbuilder.model.text import Language, Text
from dealbuilder.report.stage.staging import Clock, Compared, Prediction, Replay, Staging
from dealbuilder.ui.state import State
from tests.report import fixtures

BRIEF = {
    "en": "You speak for two governments that need each other’s licences. Name one concession and one demand. The "
    "scores stay covered until both sides have spoken. Nobody leaves the table with less than the law gives today.",
    "zh": "两国政府彼此都需要对方的许可。请各提出一项让步和一项要求。双方发言之前，评分不予公布。"
    "任何一方离开谈判桌时，所得不应少于现行法律所给。",
}
STAGE = {"en": "First proposals", "zh": "首轮提案"}
QUESTION = {
    "en": "How much of US need is met once military users may apply?",
    "zh": "向军事最终用户开放申请之后，美国需求满足率是多少？",
}
ANSWERS = {
    "en": ("less than now", "up to 5 points more", "5 to 10 points more", "10 to 20 points more", "more than that"),
    "zh": ("低于目前", "增加不到5个百分点", "增加5至10个百分点", "增加10至20个百分点", "增加更多"),
}


def off_menu() -> Measure:
    """A concession invented in the room."""
    return Measure(
        id="joint_hotline",
        side="china",
        group="off_menu",
        title=marked(Text(en="Open a hotline for stuck cargo", zh="开通滞留货物热线")),
        summary=Text(en="Invented in the room.", zh="现场提出。"),
        instrument=Instrument(name=Text(en="An exchange of notes", zh="换文"), citation="", date="2025-07", kind="x"),
        levels=(
            Level(id="none", label=Text(en="no", zh="无"), sentence=Text(en="None.", zh="无。")),
            Level(
                id="all",
                label=Text(en="Answers in 48 hours", zh="48小时内答复"),
                sentence=Text(en="Within 48 hours.", zh="48小时内。"),
                channels={"customs_days": 3},
            ),
        ),
        ramp=1,
        ramp_note=Text(en="A guess", zh="估计"),
        reversal=1,
        references=(),
        grade="D",
    )


def event() -> Inject:
    """An inject."""
    return Inject(
        id="slow_walk",
        origin="china",
        title=Text(en="Customs slow down", zh="海关放慢放行"),
        card=Text(
            en="Port officers open every second container of rare-earth goods. Nothing has been announced. Magnet "
            "makers report that cargo now waits three weeks longer, and ask their ministers what the deal is worth.",
            zh="口岸人员对每两个稀土货柜开箱查验一个，官方没有任何公告。磁体企业反映货物需多等三周，并向主管部门询问协议究竟值多少。",
        ),
        month=7,
        months=6,
        channels=(ChannelShift(channel="customs_coordination", by=-0.3),),
    )


def deal(id: str = "essay_full", language: Language = "en", house: bool = True) -> Document:
    """Return a shipped deal; with `house` it has an off-menu clause as well."""
    found = example(paths.resources() / "examples", id)
    document = file.load(found.path_in(language)).history.document
    if not house:
        return document
    package = document.package()
    clauses = (*package.clauses, Clause(measure="joint_hotline", level="all"))
    packages = tuple(
        one.model_copy(update={"clauses": clauses}) if one.id == package.id else one for one in document.packages
    )
    return document.model_copy(update={"packages": packages, "measures": (*document.measures, off_menu())})


def moved(evaluation: Evaluation, points: float) -> Evaluation:
    """Return an answer whose scores and supply lie `points` higher."""
    scores = tuple(
        replace(score, mean=score.mean + points, p05=score.p05 + points, p95=score.p95 + points)
        for score in evaluation.scores
    )
    monthly = tuple(
        replace(one, mean=np.clip(one.mean + points, 0, 100), p05=one.p05 + points, p95=one.p95 + points)
        if one.id == "supply"
        else one
        for one in evaluation.monthly
    )
    return replace(evaluation, scores=scores, monthly=monthly, by_id={})


def state(
    catalogue: Catalogue,
    language: Language = "en",
    document: Document | None = None,
    evaluation: Evaluation | None = None,
) -> State:
    """Return a state of a deal, with the synthetic answer of the report's tests if none is given."""
    document = document or deal(language=language)
    whole = catalogue.with_measures(document.measures)
    return State(document, whole, language, evaluation or fixtures.evaluation())


def credited(document: Document, evaluation: Evaluation) -> Credit:
    """Return made-up credits of a deal's clauses that sum to its scores."""
    clauses = tuple(clause.measure for clause in document.package().clauses)
    scores = [evaluation.score(id) for id in ("supply_restored", "leadership_cost")]
    parts = np.array([(-1.0) ** (i % 4 == 3) / (i + 1) for i in range(len(clauses))])
    changes = np.array([score.mean - score.baseline for score in scores])
    shares = parts[:, None] / (parts.sum() or 1.0) * changes
    pairs = ((0, 1),) if len(clauses) > 1 else ()
    strength = -0.2 * np.abs(shares[:1]) if pairs else np.zeros((0, 2))
    return Credit(
        clauses=clauses,
        indicators=tuple(score.id for score in scores),
        units=tuple(score.unit for score in scores),
        before=np.array([score.baseline for score in scores]),
        after=np.array([score.mean for score in scores]),
        shapley=shares,
        errors=0.05 * np.abs(shares),
        first_in=shares,
        leave_one_out=0.8 * shares,
        pairs=pairs,
        interactions=strength,
        interaction_errors=0.1 * np.abs(strength),
        divided=(),
        method="exact",
        heard=len(clauses),
        draws=16,
        of_draws=64,
    )


def stagings(shown: State) -> dict[str, Staging]:
    """Return one staging of every kind of scene, and of every state that a scene can be in."""
    language, document, evaluation = shown.language, shown.document, shown.evaluation
    assert evaluation is not None
    asked = Prediction(QUESTION[language], ANSWERS[language])
    plain = Staging(
        round=2,
        stage_title=STAGE[language],
        move="us",
        brief=BRIEF[language],
        since=moved(evaluation, -9.0),
        clock=Clock(600, 380.0, running=True),
    )
    package = document.package()
    fewer = package.model_copy(
        update={"id": "bridge", "name": "Bridge 桥", "clauses": package.clauses[: len(package.clauses) // 2]}
    )
    least = package.model_copy(update={"id": "opening", "name": "Opening bid", "clauses": package.clauses[:2]})
    compared = (
        Compared(package, evaluation),
        Compared(fewer, moved(evaluation, -12.0)),
        Compared(least, moved(evaluation, -20.0)),
    )
    earned = credited(document, evaluation)
    replay = Replay(moved(evaluation, -9.0), evaluation, 0.4, package.clauses[0].measure)
    return {
        "brief": plain,
        "package": replace(plain, scene="package", move="china"),
        "package lit": replace(plain, scene="package", replay=replay),
        "score": replace(plain, scene="score", move="both"),
        "score first": replace(plain, scene="score", since=None, clock=None),
        "score replay": replace(plain, scene="score", replay=replay),
        "score hidden": replace(plain, scene="score", hidden=True),
        "poll": replace(plain, scene="score", hidden=True, prediction=asked),
        "tally": replace(plain, scene="score", hidden=True, prediction=replace(asked, hands=(1, 4, 11, 6, 0))),
        "time": replace(plain, scene="time"),
        "time hidden": replace(plain, scene="time", hidden=True, prediction=asked),
        "compare": replace(plain, scene="compare", compared=compared),
        "compare two": replace(plain, scene="compare", compared=compared[:2]),
        "compare hidden": replace(plain, scene="compare", compared=compared, hidden=True, replay=replay),
        "map": replace(plain, scene="map", compared=compared),
        "map replay": replace(plain, scene="map", compared=compared, replay=replay),
        "map hidden": replace(plain, scene="map", compared=compared, hidden=True, prediction=asked),
        "why": replace(plain, scene="why", earned=earned),
        "why cost": replace(plain, scene="why", earned=earned, indicator="leadership_cost"),
        "why replay": replace(plain, scene="why", earned=earned, replay=replay),
        "why hidden": replace(plain, scene="why", hidden=True, prediction=asked),
        "why not yet": replace(plain, scene="why"),
        "inject": replace(plain, scene="inject", inject=event(), clock=Clock(600, -42.0, running=True)),
        "check": replace(plain, scene="check"),
        "dark": replace(plain, scene="dark", question=QUESTION[language]),
        "dark empty": replace(plain, scene="dark"),
        "curtain": replace(plain, scene="score", curtain=True),
        "spotlight": replace(plain, scene="score", spotlight=(0.3, 0.35)),
    }
