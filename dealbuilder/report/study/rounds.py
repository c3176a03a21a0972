"""What happened in a rehearsal, offer by offer: rows in words, how it ended, what was left on the table."""

from collections.abc import Sequence
from dataclasses import dataclass

from dealbuilder.analysis.counterpart.play import Debrief
from dealbuilder.analysis.counterpart.reply import Turn
from dealbuilder.analysis.counterpart.tactic import Rules, Tactic
from dealbuilder.analysis.counterpart.worth import Worth
from dealbuilder.analysis.party_value import Party
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.phrases import say
from dealbuilder.report.study import answering
from dealbuilder.report.study.answering import named, opened, other

TACTICS: dict[Tactic, str] = {
    "firm": "counterpart.tactic_firm",
    "reciprocal": "counterpart.tactic_reciprocal",
    "conceder": "counterpart.tactic_conceder",
}


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What is told: rules, turns, and how it ended. `agreed` is the package with its worth and who accepted it.

    `reservations` are told only where they are given: a rehearsal hides the script's.
    """

    catalogue: Catalogue
    rules: Rules
    turns: tuple[Turn, ...]
    draws: int
    agreed: tuple[Package, Worth, Party] | None = None
    over: bool = False
    debrief: Debrief | None = None
    reservations: tuple[tuple[Party, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One offer or answer: the round, who, what in words, why, and what the package on the table is worth."""

    round: int
    who: Party
    kind: str
    what: str
    why: str
    package: Package
    worth: Worth


def rows(told: Rehearsal, language: Language) -> tuple[Row, ...]:
    """Return every proposal and every answer in order."""
    found: list[Row] = []
    script = told.rules.side
    you = other(script)
    table: Package | None = None
    for turn in told.turns:
        reply = turn.reply
        said = _proposed(told, table, turn.proposal, you, language)
        found.append(Row(turn.round, you, "propose", said, "", turn.proposal, reply.worth))
        why = answering.reason(told.catalogue, turn, told.rules, language)
        on = reply.offer or turn.proposal
        what = say(f"counterpart.{reply.kind}", language)
        if reply.kind == "counter":
            what = _joined(what, answering.changes(told.catalogue, turn.proposal, on, script, language), language)
        found.append(Row(turn.round, script, reply.kind, what, why, on, reply.offered or reply.worth))
        table = on
    if told.agreed is not None and told.agreed[2] == you and told.turns:
        package, worth, _ = told.agreed
        what = say("counterpart.accept", language)
        found.append(Row(told.turns[-1].round, you, "accept", what, "", package, worth))
    return tuple(found)


def _proposed(told: Rehearsal, table: Package | None, proposal: Package, by: Party, language: Language) -> str:
    if table is None:
        count = len(proposal.clauses)
        key = "opens_empty" if not count else "opens_one" if count == 1 else "opens"
        return say(f"counterpart.{key}", language, name=proposal.name or proposal.id, count=count)
    moved = answering.changes(told.catalogue, table, proposal, by, language)
    if not moved:
        return say("counterpart.repeats", language)
    return _joined(say("counterpart.propose", language), moved, language)


def _joined(head: str, parts: Sequence[str], language: Language) -> str:
    if not parts:
        return head
    colon, comma = (": ", "; ") if language == "en" else ("：", "；")
    return head + colon + comma.join(parts)


def ending(told: Rehearsal, language: Language) -> str:
    """Return how the rehearsal ended, or whose turn it is; empty before the first proposal."""
    if told.agreed is not None:
        _, worth, by = told.agreed
        us, china = (answering.points(worth.to(side), language) for side in ("us", "china"))
        return say("counterpart.agreed", language, who=opened(named(by, language)), us=us, china=china)
    if told.over:
        return say("counterpart.no_agreement", language)
    return ""


def debriefed(told: Rehearsal, language: Language) -> tuple[str, ...]:
    """Return what was left on the table, among the packages looked at; empty while the rehearsal goes on."""
    found = told.debrief
    if found is None:
        return ()
    count = wording.plain(found.looked, 0)
    if found.better is None:
        return (say("counterpart.left_nothing" if found.agreed else "counterpart.none_within", language, count=count),)
    worth, script = found.better.worth, told.rules.side
    before = told.agreed[0] if told.agreed is not None else told.turns[-1].proposal
    values = (found.gain_us, found.gain_china) if found.agreed else (worth.us, worth.china)
    us, china = (answering.points(value, language) for value in values)
    key = "left" if found.agreed else "was_within"
    lead = say(f"counterpart.{key}", language, count=count, us=us, china=china)
    return (lead, *answering.changes(told.catalogue, before, found.better.package, other(script), language))


def setup(told: Rehearsal, language: Language) -> str:
    """Return by what rules the script plays, in one sentence."""
    rules = told.rules
    tactic = say(TACTICS[rules.tactic], language)
    key = "setup" if rules.tactic == "reciprocal" else "setup_exponent"
    text = say(
        f"counterpart.{key}",
        language,
        who=opened(named(rules.side, language)),
        tactic=tactic,
        exponent=wording.plain(rules.bend, 2),
        rounds=rules.rounds,
        seed=rules.seed,
        draws=told.draws,
    )
    role = told.catalogue.lens_by_id.get(rules.role)
    judge = (
        say("counterpart.by_role", language, role=role.name.get(language))
        if role
        else say("counterpart.by_mean", language)
    )
    return wording.joined([text, judge], language)
