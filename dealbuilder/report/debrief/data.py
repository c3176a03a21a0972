"""A debrief as one JSON object; numbers that are not defined are null, times are seconds from the start."""

from typing import Any

from dealbuilder.analysis.evaluation import Score
from dealbuilder.analysis.filmstrip import Effect, Headline
from dealbuilder.document.film import Frame
from dealbuilder.document.ledger import PARTIES, Line, Party
from dealbuilder.document.moves import Move
from dealbuilder.document.predictions import Prediction
from dealbuilder.model.package import Clause, Package
from dealbuilder.model.text import Language
from dealbuilder.report import differing
from dealbuilder.report.debrief import rest, words
from dealbuilder.report.debrief.debrief import Debrief
from dealbuilder.report.debrief.marks import marks, worded
from dealbuilder.report.debrief.where import stops
from dealbuilder.report.study import why, why_data
from dealbuilder.report.study.why_words import Words
from dealbuilder.report.tidy import rounded


def _earned(debrief: Debrief, language: Language) -> list[dict[str, Any]]:
    """Return which clause earned what of each headline score of the outcome."""
    found = debrief.earned
    if found is None:
        return []
    return [why_data.as_data(Words(debrief.catalogue, found, id, language)) for id in why.HEADLINES]


def as_json(debrief: Debrief, language: Language) -> dict[str, Any]:
    """Return the whole debrief; ids, kinds and units stay as they are, sentences follow the language."""
    agreed, found, document = debrief.agreed, debrief.calibration, debrief.document
    return {
        "deal": document.title or debrief.outcome.package.name or debrief.outcome.package.id,
        "session": debrief.number,
        "sessions": debrief.sessions,
        "began": debrief.film.entries[0].at,
        "ended": debrief.film.ended,
        "agreement": {
            "reached": agreed.reached if agreed else None,
            "us": agreed.us if agreed else "",
            "china": agreed.china if agreed else "",
            "text": agreed.text if agreed else "",
            "words": words.agreement(debrief, language),
        },
        "units": {"supply_restored": "%", "supply_change": "percentage points", "leadership_cost": "index points"},
        "states": [_state(debrief, frame, language) for frame in debrief.film.frames],
        "marks": [
            {
                "kind": mark.kind,
                "seconds": rounded(mark.seconds),
                "round": mark.round,
                "state": mark.frame,
                "side": mark.who,
                "inject": mark.inject.id if mark.inject else None,
                "words": worded(debrief, mark, language),
            }
            for mark in marks(debrief)
        ],
        "ledger": [_line(debrief, line, language) for line in debrief.ledger.lines],
        "sums": [_sum(debrief, side, round) for round in (*debrief.ledger.rounds, None) for side in PARTIES],
        "redlines": [
            {"round": redline.round, "changes": [_move(debrief, move, language) for move in redline.moves]}
            for redline in debrief.ledger.redlines
        ],
        "earned": _earned(debrief, language),
        "way": [
            {"stop": key, "supply_restored": rounded(at.supply.mean), "leadership_cost": rounded(at.cost.mean)}
            for key, at in stops(debrief)
        ],
        "predictions": [_prediction(one) for one in debrief.predictions],
        "calibration": {
            "scored": found.count if found else 0,
            "share": rounded(found.share) if found else None,
            "score": rounded(found.score) if found else None,
            "even": rounded(found.even) if found else None,
            "lean": rounded(found.lean) if found else None,
            "words": rest.calibrated(found, language) if found else "",
        },
        "basis": list(rest.basis(debrief, language)),
        "assumptions_changed": differing.as_json(debrief.catalogue, document.assumptions.changes),
        "stamps": _stamps(debrief),
    }


def _stamps(debrief: Debrief) -> dict[str, str] | None:
    if debrief.evaluation is None:
        return None
    stamps = debrief.evaluation.stamps
    return {"dealbuilder": stamps.dealbuilder, "catalogue": stamps.catalogue, "pack": stamps.pack}


def _state(debrief: Debrief, frame: Frame, language: Language) -> dict[str, Any]:
    scores = debrief.headlines.get(frame.number)
    return {
        "number": frame.number,
        "seconds": rounded(frame.seconds),
        "round": frame.round,
        "how": frame.how,
        "undone": frame.undone,
        "words": words.state(debrief, frame, language),
        "package": _package(frame.package),
        "injects": [inject.id for inject in frame.injects],
        "scores": _scores(scores) if scores else None,
    }


def _scores(scores: Headline) -> dict[str, Any]:
    return {score.id: _score(score) for score in (scores.supply, scores.cost)}


def _score(score: Score) -> dict[str, float | None]:
    return {key: rounded(getattr(score, key)) for key in ("mean", "p05", "p95", "baseline")}


def _package(package: Package) -> dict[str, Any]:
    return {"id": package.id, "name": package.name, "clauses": [_clause(clause) for clause in package.clauses]}


def _clause(clause: Clause | None) -> dict[str, Any] | None:
    """Return a clause by the fields that may be told; no note among them."""
    if clause is None:
        return None
    return clause.model_dump(exclude={"note", "private_note"})


def _move(debrief: Debrief, move: Move, language: Language) -> dict[str, Any]:
    return {
        "measure": move.measure,
        "title": words.title(debrief, move.measure, language),
        "side": move.side,
        "kind": move.kind,
        "turn": move.turn,
        "before": _clause(move.before),
        "after": _clause(move.after),
        "words": words.change(debrief, move, language),
    }


def _line(debrief: Debrief, line: Line, language: Language) -> dict[str, Any]:
    return {
        "state": line.frame,
        "seconds": rounded(line.seconds),
        "round": line.round,
        **_move(debrief, line.move, language),
        "undone": line.undone,
        "withdrawn": line.withdrawn,
        "answered": line.answered,
        "effect": _effect(debrief.effects.get((line.frame, line.move.measure))),
    }


def _effect(effect: Effect | None) -> dict[str, float | None] | None:
    if effect is None:
        return None
    return {"supply_restored": rounded(effect.supply), "leadership_cost": rounded(effect.cost)}


def _sum(debrief: Debrief, side: Party, round: int | None) -> dict[str, Any]:
    rounds = None if round is None else (round,)
    count = debrief.ledger.count(side, rounds)
    return {
        "round": round,
        "side": side,
        "towards": count.gives,
        "away": count.takes,
        "mixed": count.mixed,
        "effect": _effect(debrief.moved(side, rounds) if debrief.headlines else None),
    }


def _prediction(one: Prediction) -> dict[str, Any]:
    return {
        "question": one.asked.question,
        "indicator": one.asked.indicator,
        "answers": list(one.asked.answers),
        "edges": list(one.asked.edges),
        "hands": list(one.hands),
        "outcome": one.outcome,
        "value": None if one.value is None else rounded(one.value),
        "share": None if one.share is None else rounded(one.share),
        "median": one.median,
        "score": None if one.score is None else rounded(one.score),
        "even": None if one.even is None else rounded(one.even),
        "fault": one.fault,
    }
