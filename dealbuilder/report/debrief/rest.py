"""The later pages of a debrief: predictions, injects, marks, what the figures rest on, silence, questions."""

import itertools

from dealbuilder.document.film import Mark, MarkKind
from dealbuilder.document.predictions import Calibration, Prediction
from dealbuilder.model.inject import Inject
from dealbuilder.model.text import Language
from dealbuilder.report import differing, wording
from dealbuilder.report.blocks import Block, Bullets, Heading, Paragraph, Section, Table
from dealbuilder.report.debrief import words
from dealbuilder.report.debrief.debrief import Debrief
from dealbuilder.report.debrief.marks import jump, marks, worded
from dealbuilder.report.phrases import say

PER_CENT = 100.0
MOST = 60
"""Marks that are printed."""
ELSEWHERE: tuple[MarkKind, ...] = ("stage", "asked", "undone")
"""Marks that are told by the strip, the table of predictions and the ledger, and so are not listed once more."""


def rest(debrief: Debrief, language: Language) -> Section:
    """Return the page of predictions, injects, marks and what the figures rest on."""
    told = [*_predictions(debrief, language), *_injects(debrief, language), *_marks(debrief, language)]
    told += [Heading(say("debrief.heading_basis", language)), Bullets(basis(debrief, language))]
    return Section("rest", say("debrief.heading_rest", language), tuple(told))


def silence(language: Language) -> Section:
    """Return an empty page: its title alone."""
    return Section("silence", say("debrief.silence", language), ())


def questions(debrief: Debrief, language: Language) -> Section:
    """Return the questions for the room, drawn from what happened in it."""
    ask = [say("debrief.ask_moment", language)]
    first = next((line for line in debrief.ledger.lines if line.move.turn == "towards" and not line.undone), None)
    if first is not None:
        named = words.side(first.move.side, language)
        ask.append(say("debrief.ask_first", language, side=named, time=words.clock(first.seconds)))
    place = debrief.jumps[0]
    if place is not None:
        time = words.clock(debrief.film.frames[place].seconds)
        ask.append(say("debrief.ask_jump", language, time=time, delta=jump(debrief, place, 0, language)))
    for one, more, count in (
        ("debrief.ask_unanswered_one", "debrief.ask_unanswered", len(debrief.ledger.unanswered())),
        ("debrief.ask_undone_one", "debrief.ask_undone", sum(line.undone for line in debrief.ledger.lines)),
    ):
        ask += [say(one if count == 1 else more, language, count=count)] if count else []
    ask += [say("debrief.ask_predictions", language)] if debrief.calibration else []
    ask += [say(f"debrief.{key}", language) for key in ("ask_other", "ask_hold", "ask_monday")]
    return Section("questions", say("debrief.questions", language), (Bullets(tuple(ask)),))


def _predictions(debrief: Debrief, language: Language) -> list[Block]:
    told: list[Block] = [Heading(say("debrief.predictions", language))]
    if not debrief.predictions:
        return [*told, Paragraph(say("debrief.predictions_none", language))]
    keys = ("question", "hands", "came_true", "share", "middle", "score")
    header = tuple(say(f"debrief.{key}", language) for key in keys)
    rows = tuple(prediction(debrief, one, language) for one in debrief.predictions)
    told.append(Table(header, rows, "lllrlr", (3.2, 1.9, 2.5, 1.2, 1.8, 1.6)))
    told.append(Paragraph(say("debrief.score_meaning", language), "quiet"))
    told += [Paragraph(calibrated(debrief.calibration, language))] if debrief.calibration else []
    return told


FAULTS = ("untallied", "no_hands", "unrevealed", "no_edges", "not_shown", "other_count")


def prediction(debrief: Debrief, one: Prediction, language: Language) -> tuple[str, ...]:
    """Return a prediction as cells: question, hands, what came true, share on it, middle hand, score."""
    answers, dash = one.asked.answers, wording.EN_DASH
    hands = ", ".join(map(str, one.hands)) if one.hands else dash
    truth = dash
    if one.outcome is not None and one.value is not None and one.outcome < len(answers):
        indicator = debrief.catalogue.indicator_by_id.get(one.asked.indicator)
        value = wording.number(one.value, indicator.unit if indicator else "1", language)
        truth = say("debrief.came_true_value", language, answer=words.short(answers[one.outcome]), value=value)
    question = words.short(one.asked.question)
    if one.fault or one.median is None or one.share is None or one.score is None or one.even is None:
        fault = say(f"debrief.fault_{FAULTS[FAULTS.index(one.fault)]}", language) if one.fault else dash
        return question, hands, truth, dash, dash, fault
    share = wording.number(one.share * PER_CENT, "%", language, 0)
    score = say("debrief.score_even", language, score=wording.plain(one.score, 2), even=wording.plain(one.even, 2))
    return question, hands, truth, share, words.short(answers[one.median]), score


def calibrated(found: Calibration, language: Language) -> str:
    """Return how well the room predicted, in sentences."""
    lean = "none" if abs(found.lean) < 0.05 else "high" if found.lean > 0 else "low"
    return wording.joined(
        [
            say(
                "debrief.calibration",
                language,
                count=found.count,
                share=wording.number(found.share * PER_CENT, "%", language, 0),
                score=wording.plain(found.score, 2),
                even=wording.plain(found.even, 2),
            ),
            say("debrief.better" if found.score < found.even else "debrief.worse", language),
            say(f"debrief.lean_{lean}", language, lean=wording.plain(abs(found.lean), 1)),
        ],
        language,
    )


def _injects(debrief: Debrief, language: Language) -> list[Block]:
    told: list[Block] = [Heading(say("debrief.injects", language))]
    rows = tuple(
        (
            words.clock(mark.seconds),
            words.in_round(mark.round, language),
            say(f"debrief.origin_{ORIGINS[ORIGINS.index(inject.origin)]}", language),
            wording.joined(
                [
                    say(
                        "debrief.inject_words",
                        language,
                        title=inject.title.get(language),
                        month=inject.month,
                        card=inject.card.get(language),
                    ),
                    note,
                ],
                language,
            ),
        )
        for mark, inject, note in struck(debrief, language)
    )
    if not rows:
        return [*told, Paragraph(say("debrief.injects_none", language))]
    header = tuple(say(f"debrief.{key}", language) for key in ("time", "round_head", "who", "what"))
    return [*told, Table(header, rows, "llll", (0.8, 1.5, 1.7, 6))]


def struck(debrief: Debrief, language: Language) -> tuple[tuple[Mark, Inject, str], ...]:
    """Return every strike once, with its inject and what became of it: undone, or undone and struck again by redo."""
    found: list[tuple[Mark, Inject, str]] = []
    for mark in debrief.film.marks:
        if mark.inject is None or mark.kind not in ("struck", "lifted"):
            continue
        how, id = debrief.film.frames[mark.frame].how, mark.inject.id
        place = next((i for i in range(len(found) - 1, -1, -1) if found[i][1].id == id), None)
        if how in ("undo", "redo") and place is not None:
            key = "debrief.inject_undone" if mark.kind == "lifted" else "debrief.inject_redone"
            first, inject, _ = found[place]
            found[place] = (first, inject, say(key, language, time=words.clock(mark.seconds)))
        elif mark.kind == "struck":
            found.append((mark, mark.inject, ""))
    return tuple(found)


ORIGINS = ("us", "china", "both", "others")


def _marks(debrief: Debrief, language: Language) -> list[Block]:
    header = tuple(say(f"debrief.{key}", language) for key in ("time", "round_head", "what"))
    rows = tuple(
        (words.clock(mark.seconds), words.in_round(mark.round, language), worded(debrief, mark, language))
        for mark in marks(debrief)
        if mark.kind not in ELSEWHERE
    )
    if not rows:
        return []
    told: list[Block] = [
        Heading(say("debrief.marks", language)),
        Table(header, rows[:MOST], "lll", (0.8, 1.6, 7.6), dense=True),
    ]
    more = len(rows) - MOST
    return [*told, Paragraph(say("debrief.marks_more", language, count=more))] if more > 0 else told


def basis(debrief: Debrief, language: Language) -> tuple[str, ...]:
    """Return what the figures rest on and what was left out, in sentences."""
    document, catalogue = debrief.document, debrief.catalogue
    told: list[str] = []
    if debrief.evaluation is not None:
        view = catalogue.worldview_by_id[document.assumptions.worldview].label.get(language)
        pack = catalogue.pack_by_id[document.pack].label.get(language)
        draws = wording.number(debrief.evaluation.setting.draws, "draw", language, 0)
        told.append(say("summary.model", language, draws=draws))
        told.append(
            say("debrief.basis_one_yardstick", language, draws=draws, seed=document.seed, worldview=view, pack=pack)
        )
        told.append(
            say(
                "debrief.basis_baseline",
                language,
                baseline=debrief.evaluation.baseline or say("debrief.basis_no_deal", language),
            )
        )
    changed = differing.sentence(catalogue, document.assumptions.changes, language)
    told += [say("debrief.basis_changed", language, sentence=changed)] if changed else []
    if debrief.unscored:
        count = len(debrief.film.frames)
        counts = {"count": count, "scored": count - debrief.unscored, "left": debrief.unscored}
        told.append(say("debrief.basis_left_out", language, **counts))
    switches = debrief.ledger.switches
    if switches:
        told.append(
            say("debrief.basis_switch" if switches == 1 else "debrief.basis_switches", language, count=switches)
        )
    unknown = sorted({line.move.measure for line in debrief.ledger.lines if line.move.side is None})
    if unknown:
        told.append(
            say("debrief.basis_unknown", language, items=wording.listed([*map(words.short, unknown)], language))
        )
    if _backwards(debrief):
        told.append(say("debrief.basis_clock", language))
    told += [say("debrief.basis_gesture", language), say("debrief.basis_private", language)]
    return tuple(told)


def _backwards(debrief: Debrief) -> bool:
    pairs = itertools.pairwise(debrief.film.entries)
    return any(later.seconds < earlier.seconds or later.at < earlier.at for earlier, later in pairs)
