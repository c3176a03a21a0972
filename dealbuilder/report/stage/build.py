"""From a deal and what the chair has staged of it to the scene; nothing that a party keeps to itself is read here."""

from dataclasses import replace

from dealbuilder.model.inject import Inject, Origin
from dealbuilder.model.text import Language
from dealbuilder.model.workshop import SceneKind
from dealbuilder.report import wording
from dealbuilder.report.clauses import months
from dealbuilder.report.phrases import say
from dealbuilder.report.stage.compared import beside
from dealbuilder.report.stage.curves import chart
from dealbuilder.report.stage.earning import earning
from dealbuilder.report.stage.matter import Matter
from dealbuilder.report.stage.numbers import numbers, worst
from dealbuilder.report.stage.plane import plane
from dealbuilder.report.stage.replaying import between, way
from dealbuilder.report.stage.scene import Answer, Card, Check, Content, Picture, Poll, Scene, Scores, Statement
from dealbuilder.report.stage.staging import Staging
from dealbuilder.report.stage.strip import package_name, strip
from dealbuilder.report.stage.terms import lit_clause, terms
from dealbuilder.report.stage.without import without_deal

TITLES: dict[SceneKind, str] = {
    "brief": "stage.title_brief",
    "package": "stage.title_package",
    "score": "stage.title_score",
    "time": "stage.title_time",
    "compare": "stage.title_compare",
    "map": "stage.title_map",
    "why": "stage.title_why",
    "inject": "stage.title_inject",
    "check": "stage.title_check",
    "dark": "stage.title_dark",
}
ACTS: dict[Origin, str] = {
    "us": "stage.act_us",
    "china": "stage.act_china",
    "both": "stage.act_both",
    "others": "stage.act_others",
}
WORDS = 40
"""Words a brief or a card puts before the room at once."""
HANZI = 2
"""Chinese characters that read as one word."""
SMALLEST, SCORE = 38, 9
"""The smallest text and the digits of a score, as parts of the screen's height: 1/38, 1/9."""


def scene(matter: Matter | None, staging: Staging, language: Language = "en") -> Scene:
    """Return the scene; without a deal only what needs none is shown, else the curtain."""
    if staging.curtain or (matter is None and staging.scene not in ("check", "dark")):
        return Scene("curtain", say("stage.window", language), Statement((say("stage.curtain", language),)))
    title = say(TITLES[staging.scene], language)
    if staging.scene == "dark":
        return Scene("dark", title, Statement(tuple(filter(None, (_question(staging),)))))
    if staging.scene == "check":
        return Scene("check", title, check(language))
    assert matter is not None
    return Scene(staging.scene, title, content(matter), strip(matter))


def content(matter: Matter) -> Content:
    """Return what stands between the upper and the lower edge."""
    staging, language = matter.staging, matter.language
    if staging.scene == "brief":
        text = staging.brief or staging.stage_title or package_name(matter.package.name, language)
        return Statement(portions(text))
    if staging.scene == "package":
        return terms(matter)
    if staging.scene == "compare":
        return beside(matter)
    if staging.scene == "inject":
        return card(staging.inject, matter.signing, language)
    if staging.hidden and not staging.baseline_only:
        return poll(staging, language)
    if staging.scene in ("map", "why"):
        return plane(matter) if staging.scene == "map" else earning(matter)
    return _time(matter) if staging.scene == "time" else _scores(matter)


def _question(staging: Staging) -> str:
    return staging.question or (staging.prediction.question if staging.prediction else "")


def poll(staging: Staging, language: Language) -> Poll:
    """Return what stands in place of hidden scores."""
    asked = staging.prediction
    if asked is None:
        return Poll("", (), say("stage.kept_back", language))
    hands = (*asked.hands, *[None] * len(asked.answers))
    answers = tuple(Answer(str(i + 1), answer, hands[i]) for i, answer in enumerate(asked.answers))
    note = say("stage.counted", language, count=sum(asked.hands)) if asked.hands else ""
    return Poll(asked.question, answers, note or say("stage.kept_back", language))


def _scores(matter: Matter) -> Content:
    shown, language = matter.evaluation, matter.language
    replay = matter.staging.replay
    if replay is not None and not matter.staging.baseline_only:
        shown = between(replay.before, replay.after, way(replay.share, matter.staging.still))
    if shown is None:
        return Statement((say("stage.working", language),))
    title, drawn = chart(replace(matter, evaluation=shown)) or ("", None)
    if matter.staging.baseline_only:
        levels = numbers(matter.catalogue, without_deal(shown), None, language, brief=True)
        return Scores(numbers=levels, worst="", title=title, chart=drawn)
    return Scores(
        numbers=numbers(matter.catalogue, shown, matter.staging.since, language),
        worst=say("stage.working", language) if matter.busy else worst(matter.catalogue, shown, language),
        title=title,
        chart=drawn,
        lit=lit_clause(matter),
    )


def _time(matter: Matter) -> Content:
    if matter.evaluation is None:
        return Statement((say("stage.working", matter.language),))
    drawn = chart(matter)
    lit = "" if matter.staging.baseline_only else lit_clause(matter)
    return Picture(*drawn, lit) if drawn else Statement((say("stage.no_series", matter.language),))


def portions(text: str) -> tuple[str, ...]:
    """Return a text in portions of at most forty words, two Chinese characters counting as one."""
    parts, count = [""], 0.0
    for word in text.split():
        weight = max(1.0, sum(char >= "\u2e80" for char in word) / HANZI)
        if parts[-1] and count + weight > WORDS:
            parts.append("")
            count = 0.0
        while weight > WORDS:
            parts[-1], word = word[: WORDS * HANZI], word[WORDS * HANZI :]
            parts.append("")
            weight = sum(char >= "\u2e80" for char in word) / HANZI
        parts[-1] = f"{parts[-1]} {word}".strip()
        count += weight
    return tuple(part for part in parts if part)


def card(inject: Inject | None, signing: str, language: Language) -> Content:
    """Return an inject as a card."""
    if inject is None:
        return Statement((say("stage.no_event", language),))
    lasting = "stage.lasting_on" if inject.months is None else "stage.lasting"
    length = say(lasting, language, months=months(inject.months or 0, language))
    month = wording.month_label(wording.month_after(signing, inject.month), language)
    return Card(
        title=" ".join(inject.title.get(language).split()),
        text=" ".join(portions(inject.card.get(language))),
        origin=inject.origin,
        whose=say(ACTS[inject.origin], language),
        when=say("stage.when" if inject.month else "stage.when_signing", language, month=month, n=inject.month,
                 lasting=length),
    )  # fmt: skip


def check(language: Language) -> Check:
    """Return the room check."""
    sizes = [(1 / SCORE, say("stage.check_score", language, n=SCORE))]
    sizes += [(1 / n, say("stage.check_size", language, n=n)) for n in (14, 20, 28)]
    sizes.append((1 / SMALLEST, say("stage.check_least", language, n=SMALLEST)))
    return Check(
        sizes=tuple(sizes),
        us=say("side.us", language),
        china=say("side.china", language),
        thin=say("stage.check_thin", language),
        thick=say("stage.check_thick", language),
        sample=say("stage.check_sample", language),
        corners=say("stage.check_corners", language),
    )
