"""Deals to test with: one that uses everything a document can hold, and random edits of any document."""

import random

from dealbuilder.document import edits
from dealbuilder.document.document import Document, Target
from dealbuilder.document.edits import Edit
from dealbuilder.document.plan import Plan, Seat
from dealbuilder.model.assumptions import Assumptions, Change
from dealbuilder.model.inject import ChannelShift, Inject, ParameterShift
from dealbuilder.model.lens import Consent, Lens, LensChange, RedLine, Reservation, Weight
from dealbuilder.model.measure import Instrument, Level, Measure
from dealbuilder.model.package import Clause, Condition, Package
from dealbuilder.model.source import Reference
from dealbuilder.model.text import Text
from dealbuilder.model.workshop import Stage

MEASURES = ("white_list", "letters", "entity_list", "clock", "not_in_any_catalogue")
LEVELS = ("none", "some", "most", "all", "level_of_a_future_catalogue")
PARAMETERS = ("review_capacity", "yield_loss", "hazard_base")
HEADLINES = ("supply_restored", "leadership_cost")
AWKWARD = (
    "",
    "plain",
    "稀土 ⇄ 芯片",
    "'; DROP TABLE deal; --",
    "line\nline\ttab",
    "nul\0inside",
    "🜂" * 40,
    "x" * 5_000,
)


def text(words: str) -> Text:
    return Text(en=words, zh=f"{words}（中）")


def own_measure(id: str = "own_clause", ramp: float = 2.5) -> Measure:
    return Measure(
        id=id,
        side="us",
        group="off_menu",
        title=text("Do something off the menu"),
        summary=text("What it does"),
        instrument=Instrument(name=text("An act"), citation="none", date="2025-07", kind="statute"),
        levels=(
            Level(id="none", label=text("no"), sentence=text("Nothing.")),
            Level(id="all", label=text("yes"), sentence=text("All 12."), channels={"reviewers": 1.25}),
        ),
        ramp=ramp,
        ramp_note=text("A guess"),
        reversal=3,
        references=(Reference(source="essay", locator="p. 3"),),
        grade="D",
    )


def inject(id: str = "slow_walk", month: int = 6) -> Inject:
    return Inject(
        id=id,
        origin="china",
        title=text("Customs take their time"),
        card=text("Cargo waits"),
        month=month,
        months=4,
        channels=(ChannelShift(channel="customs_coordination", by=-0.1 - 0.2),),
        parameters=(ParameterShift(parameter="yield_loss", value=1 / 3, low=0.1, high=0.5),),
        expires=True,
        reason=text("A judgement"),
    )


def role(id: str = "us_defence", reservation: float = 0.1 + 0.2) -> LensChange:
    lens = Lens(
        id=id,
        side="us",
        name=text("Our own word on it"),
        summary=text("What it wants"),
        grade="D",
        weights=(Weight(indicator="supply_military", weight=1.0, sense="more", scale=1 / 3, unit="%"),),
        red_lines=(RedLine(measure="white_list", level="all", reason=text("Never"), grade="D"),),
        reservation=Reservation(value=reservation, reason=text("A guess"), grade="D"),
        consent=Consent(reason=text("It must agree"), grade="D"),
    )
    return LensChange(lens=lens, reason="heard at lunch", who="desk four")


def plan(visibility: str = "after_reveal") -> Plan:
    stages = (
        Stage(
            kind="round", title=text("Round 1"), minutes=20, round=1, scene="score", brief=text("Go"), notes=text("x")
        ),
    )
    seats = (Seat(name="table 1 桌", lens="us_dealmakers"),)
    return Plan(
        template="ninety",
        stages=stages,
        visibility=visibility,
        seats=seats,
        deck=("slow_walk",),
        injects=(inject("own_inject"),),
        paper="letter",
    )


def full_deal() -> Document:
    """A document in which no field has its default."""
    clauses = (
        Clause(
            measure="white_list",
            level="some",
            start=3,
            end=48,
            ramp=4.25,
            condition=Condition(measure="letters", level="all"),
            snapback=True,
            unlocked=True,
            note="public 备注",
            private_note="our fallback is 60 %",
        ),
        Clause(measure="letters", level="all"),
        Clause(measure="not_in_any_catalogue", level="strange"),
        Clause(measure="own_clause", level="all"),
    )
    return Document(
        id="full",
        title="All of it 全部",
        packages=(
            Package(id="a", name="A", clauses=clauses, note="package note", private_note="package secret"),
            Package(id="b", name="B", clauses=(Clause(measure="clock", level="most", private_note="b secret"),)),
        ),
        active="b",
        baseline="a",
        pack="2025-10",
        seed=2**63 - 1,
        draws=77,
        assumptions=Assumptions(
            worldview="sceptic",
            changes=(
                Change(parameter="yield_loss", value=0.1 + 0.2, low=0.1, high=1 / 3, reason="measured", who="desk two"),
                Change(parameter="hazard_base", value=1e-12),
            ),
        ),
        targets=(
            Target(indicator="supply_restored", sense="at_least", value=80),
            Target(indicator="leadership_cost", sense="at_most", value=15.5),
        ),
        measures=(own_measure(), own_measure("unused_clause", ramp=1 / 7)),
        note="deal note",
        private_note="deal secret",
        sealed={"own bottom line": "72 ± 3", "name": "密封"},
        injects=(inject(), inject("second", 12)),
        plan=plan(),
        lenses=(role(), role("us_unions", -1.5)),
    )


def _clause(rng: random.Random) -> Clause:
    start = rng.randrange(0, 40)
    return Clause(
        measure=rng.choice((*MEASURES, "own_clause")),
        level=rng.choice(LEVELS),
        start=start,
        end=rng.choice((None, start + rng.randrange(1, 30))),
        ramp=rng.choice((None, 0.0, rng.uniform(0, 120))),
        condition=rng.choice((None, Condition(measure="clock", level="all"))),
        snapback=rng.random() < 0.5,
        note=rng.choice(AWKWARD),
        private_note=rng.choice(AWKWARD),
    )


def _package(rng: random.Random, id: str) -> Package:
    clauses = {clause.measure: clause for clause in (_clause(rng) for _ in range(rng.randrange(4)))}
    return Package(id=id, name=rng.choice(AWKWARD)[:500], clauses=tuple(clauses.values()), note=rng.choice(AWKWARD))


def random_edit(rng: random.Random, document: Document) -> Edit:
    """Return any edit whatever, now and then an impossible one."""
    kind = rng.choice(KINDS)
    ids = [package.id for package in document.packages]
    package = document.package(rng.choice(ids))
    there = [clause.measure for clause in package.clauses] or list(MEASURES)
    measure = rng.choice(there) if rng.random() < 0.9 else rng.choice(MEASURES)
    one = {"package": package.id, "measure": measure}
    start = rng.randrange(0, 60)
    fields: dict[str, dict[str, object]] = {
        "add_clause": {"package": package.id, "clause": _clause(rng)},
        "remove_clause": one,
        "set_level": {**one, "level": rng.choice(LEVELS)},
        "set_timing": {
            **one,
            "start": start,
            "end": rng.choice((None, start + rng.randrange(0, 9))),
            "ramp": rng.choice((None, 1.1)),
        },
        "set_condition": {**one, "condition": rng.choice((None, Condition(measure=rng.choice(MEASURES), level="all")))},
        "set_snapback": {**one, "snapback": rng.random() < 0.5},
        "unlock_guardrail": {**one, "unlocked": rng.random() < 0.5},
        "move_clause": {**one, "position": rng.randrange(6)},
        "move_clauses": {
            "package": package.id,
            "moves": (
                {**one, "kind": "set_level", "level": rng.choice(LEVELS)},
                {"kind": "add_clause", "package": package.id, "clause": _clause(rng)},
                {"kind": "remove_clause", "package": package.id, "measure": rng.choice(there)},
            )[: rng.randrange(1, 4)],
        },
        "write_note": {
            "package": rng.choice((None, package.id)),
            "measure": rng.choice((None, measure)),
            "text": rng.choice(AWKWARD),
            "private": rng.random() < 0.5,
        },
        "add_package": {"package": _package(rng, f"p{rng.randrange(8)}")},
        "duplicate_package": {"source": package.id, "id": f"p{rng.randrange(8)}", "name": rng.choice(AWKWARD)[:500]},
        "remove_package": {"package": package.id},
        "rename_package": {"package": package.id, "name": rng.choice(AWKWARD)[:500]},
        "select_package": {"package": rng.choice((*ids, "nowhere"))},
        "replace_package": {"package": _package(rng, package.id)},
        "clear_package": {"package": package.id},
        "rename": {"title": rng.choice(AWKWARD)[:500]},
        "change_assumption": {
            "change": Change(parameter=rng.choice(PARAMETERS), value=rng.uniform(-9, 9), low=rng.choice((None, -3.0)))
        },
        "reset_assumption": {"parameter": rng.choice(PARAMETERS)},
        "restore_assumptions": {},
        "set_worldview": {"worldview": rng.choice(("central", "essay", "sceptic"))},
        "set_baseline": {"package": rng.choice((None, package.id))},
        "set_pack": {"pack": rng.choice(("2025-07", "2025-10"))},
        "set_seed": {"seed": rng.randrange(2**63)},
        "set_draws": {"draws": rng.randrange(1, 100_001)},
        "set_target": {
            "target": Target(indicator=rng.choice(HEADLINES), sense="at_most", value=rng.uniform(0, 100))
        },
        "remove_target": {"indicator": rng.choice(HEADLINES)},
        "add_measure": {"measure": own_measure(ramp=rng.uniform(0, 60))},
        "remove_measure": {"id": rng.choice(("own_clause", "unused_clause"))},
        "seal_value": {"key": rng.choice(("k1", "k2")), "value": rng.choice((None, *AWKWARD))},
        "strike_inject": {"inject": inject(rng.choice(("slow_walk", "third")), rng.randrange(0, 61))},
        "lift_inject": {"id": rng.choice(("slow_walk", "second", "third"))},
        "set_lens": {"change": role(rng.choice(("us_defence", "allies")), rng.uniform(-2, 2))},
        "restore_lens": {"id": rng.choice(("us_defence", "us_unions", "allies"))},
        "set_plan": {"plan": rng.choice((None, plan("public")))},
        "set_clauses": {"package": package.id, "clauses": tuple(_clause(rng) for _ in range(rng.randrange(1, 4)))},
        "restore_version": {"number": rng.randrange(1, 9), "document": full_deal()},
    }  # fmt: skip
    return edits.EDIT.validate_python({"kind": kind, **fields[kind]})


# Wholesale edits are rarer than the work on clauses, as at a desk; every kind is among them.
KINDS = (
    *("add_clause", "set_level", "set_timing") * 6,
    "remove_clause", "set_condition", "set_snapback", "unlock_guardrail", "move_clause", "move_clauses",
    "write_note", "write_note",
    "add_package", "duplicate_package", "remove_package", "rename_package", "select_package", "replace_package",
    "clear_package", "rename", "change_assumption", "change_assumption", "reset_assumption",
    "restore_assumptions", "set_worldview", "set_baseline", "set_pack", "set_seed", "set_draws", "set_target",
    "remove_target", "add_measure", "remove_measure", "seal_value", "strike_inject", "lift_inject",
    "set_lens", "restore_lens", "set_plan", "restore_version", "set_clauses",
)  # fmt: skip
