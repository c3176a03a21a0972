"""The strip of a scene: round, stage, whose move and clock above; package, baseline and what differs below."""

from dealbuilder.model.text import Language
from dealbuilder.report import differing
from dealbuilder.report.phrases import say
from dealbuilder.report.stage.matter import Matter
from dealbuilder.report.stage.numbers import numbers
from dealbuilder.report.stage.scene import Strip
from dealbuilder.report.stage.staging import Clock

MINUTE = 60
TOLD_BELOW = ("brief", "package", "time", "map", "why", "inject")
"""Scenes without scores of their own."""


def strip(matter: Matter) -> Strip:
    """Return the strip of a scene."""
    document, staging, language = matter.document, matter.staging, matter.language
    view = matter.catalogue.worldview_by_id.get(document.assumptions.worldview)
    foreign = document.assumptions.worldview != "central"
    named = view.label.get(language) if view else document.assumptions.worldview
    changed = len(differing.differing(matter.catalogue, document.assumptions.changes))
    return Strip(
        round=say("stage.round", language, n=staging.round) if staging.round else "",
        stage=staging.stage_title,
        move=say(f"stage.move_{staging.move}", language) if staging.move != "none" else "",
        mover=staging.move,
        clock=clock(staging.clock, language),
        over=staging.clock is not None and staging.clock.left < 0,
        scores=_scores(matter),
        package=say("stage.package", language, name=package_name(matter.package.name, language)),
        baseline=say("stage.baseline", language, name=_baseline(matter)),
        worldview=say("stage.worldview", language, name=named) if foreign else "",
        changed=say("stage.changed", language, count=changed) if changed else "",
        events=say("stage.events", language, count=len(document.injects)) if document.injects else "",
        model=say("page.model", language),
    )


def _scores(matter: Matter) -> tuple[str, ...]:
    """Return both headline scores where the scene itself does not show them and nothing keeps them back."""
    staging, language = matter.staging, matter.language
    kept_back = staging.hidden or matter.busy or staging.replay is not None or staging.baseline_only
    # Larger text leaves no room below a page of clauses; the scene of scores is one key away.
    crowded = staging.scene == "package" and staging.scale > 1.0
    if matter.evaluation is None or kept_back or crowded or staging.scene not in TOLD_BELOW:
        return ()
    shown = numbers(matter.catalogue, matter.evaluation, None, language, brief=True)
    return tuple(say("stage.told", language, name=one.label, value=one.spoken) for one in shown)


def package_name(name: str, language: Language) -> str:
    """Return what a package is called on screen, on one line."""
    return " ".join(name.split()) or say("stage.unnamed", language)


def _baseline(matter: Matter) -> str:
    document = matter.document
    if document.baseline in (None, document.active):
        return say("page.no_baseline", matter.language)
    return package_name(document.package(document.baseline).name, matter.language)


def clock(shown: Clock | None, language: Language) -> str:
    """Return the timer as it is read: minutes and seconds left, over, or paused; empty without one."""
    if shown is None:
        return ""
    left = -int(-shown.left // 1) if shown.left >= 0 else int(-shown.left)
    time = f"{left // MINUTE}:{left % MINUTE:02d}"
    if shown.left < 0:
        return say("stage.clock_over", language, time=time)
    return time if shown.running else say("stage.clock_paused", language, time=time)


def page_words(page: int, pages: int, language: Language) -> str:
    """Return which page of a scene is shown, counted from 0; empty if there is but one."""
    return say("page.page_of", language, n=page + 1, total=pages) if pages > 1 else ""
