"""From a staging to a page, and what has to be painted anew when it changes."""

from dataclasses import dataclass, fields, replace

from dealbuilder.model.text import Language
from dealbuilder.report.stage.build import scene
from dealbuilder.report.stage.matter import Matter
from dealbuilder.report.stage.scene import Scene
from dealbuilder.report.stage.staging import Staging
from dealbuilder.report.stage.strip import strip
from dealbuilder.ui.stage.laying.lay import lay
from dealbuilder.ui.stage.laying.marks import Box, Laid
from dealbuilder.ui.state import State

BESIDE = frozenset({"clock", "spotlight", "page", "scale", "dark"})
"""What of a staging never changes the content of its scene."""
HELD = ("document", "catalogue", "evaluation", "language", "busy")


@dataclass(frozen=True, slots=True)
class Shown:
    """What is on the screen: from which state and staging, as a scene and as a page of it."""

    state: State | None
    staging: Staging
    scene: Scene
    laid: Laid
    language: Language


def shown(state: State | None, staging: Staging, width: float, height: float, before: Shown | None) -> Shown:
    """Return what a staging shows on a screen of width x height pixels; content that is the same is taken over."""
    language: Language = state.language if state else before.language if before else "en"
    matter = _matter(state, staging)
    if before is not None and before.language == language and _alike(before, state, staging):
        told = before.scene
        if told.strip is not None and matter is not None:
            told = replace(told, strip=strip(matter))
    else:
        told = scene(matter, staging, language)
    scale = min(max(staging.scale, 1.0), 2.0)
    laid = lay(told, width, height, scale, staging.page, language, before.laid if before else None)
    return Shown(state, staging, told, laid, language)


def _matter(state: State | None, staging: Staging) -> Matter | None:
    if state is None:
        return None
    return Matter(state.catalogue, state.document, state.evaluation, state.language, staging, state.busy)


def _alike(before: Shown, state: State | None, staging: Staging) -> bool:
    """Return whether the content is the same; answers are compared by identity, for they hold arrays."""
    if (before.state is None) != (state is None):
        return False
    if state is not None and any(getattr(before.state, name) is not getattr(state, name) for name in HELD):
        return False
    return all(_same(before.staging, staging, field.name) for field in fields(Staging) if field.name not in BESIDE)


def _same(old: Staging, new: Staging, name: str) -> bool:
    first, second = getattr(old, name), getattr(new, name)
    return first is second or (isinstance(first, str | int | float) and first == second)


def differing(old: Laid, new: Laid) -> tuple[Box, ...] | None:
    """Return the boxes in which two pages differ; None if all must be painted."""
    if old.black != new.black or len(old.marks) != len(new.marks):
        return None
    return tuple(mark.box for pair in zip(old.marks, new.marks, strict=True) if pair[0] != pair[1] for mark in pair)
