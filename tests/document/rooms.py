"""A scripted session for tests: what a chair and two sides do in three rounds, recorded as the program records it."""

from dealbuilder.document.clause_edits import AddClause, RemoveClause, SetCondition, SetLevel, SetSnapback, SetTiming
from dealbuilder.document.deal_edits import SealValue, StrikeInject
from dealbuilder.document.document import Document
from dealbuilder.document.edits import Edit
from dealbuilder.document.history import History
from dealbuilder.document.session import (
    Agreed,
    Asked,
    Began,
    Changed,
    Ended,
    Happened,
    Marked,
    Proposed,
    Revealed,
    StageBegan,
    Struck,
    Tallied,
    bare,
    telling,
)
from dealbuilder.model.inject import ChannelShift, Inject
from dealbuilder.model.package import Clause, Condition, Package
from dealbuilder.model.text import Text

SECRET = "MARKER-sealed-reservation-61"
PRIVATE = "MARKER-private-fallback"
SLOW = Inject(
    id="room_slow_walk",
    origin="china",
    title=Text(en="Customs take their time", zh="海关放慢查验"),
    card=Text(en="Cargo waits at the port for eight weeks.", zh="货物在港口等候八周。"),
    month=6,
    months=12,
    channels=(ChannelShift(channel="customs_coordination", by=-0.6), ChannelShift(channel="whitelist", by=-0.3)),
)
ANSWERS = ("below 45%", "45 to 55%", "55 to 65%", "65 to 75%", "above 75%")
EDGES = (45.0, 55.0, 65.0, 75.0)


class Room:
    """A deal and the record of its session, as the workbench keeps them; `minutes` is the session's own clock."""

    def __init__(self, document: Document, minutes: float = 0.0) -> None:
        self.history = History.start(document)
        self.entries: list[Happened] = []
        self.minutes = minutes
        self.round = 0

    @property
    def document(self) -> Document:
        return self.history.document

    def stamp(self) -> dict[str, object]:
        whole = round(self.minutes * 60)
        at = f"2026-11-26T{9 + whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}+00:00"
        return {"at": at, "seconds": self.minutes * 60.0, "round": self.round}

    def add(self, kind: type, **fields: object) -> None:
        self.entries.append(kind(**self.stamp(), **fields))

    def begin(self) -> None:
        self.add(Began, template="ninety", visibility="after_reveal", package=bare(self.document.package()))

    def after(self, minutes: float) -> "Room":
        self.minutes += minutes
        return self

    def stage(self, stage: int, title: str, round: int = 0) -> None:
        self.round = round
        self.add(StageBegan, stage=stage, title=title)

    def do(self, edit: Edit) -> None:
        self.history = self.history.do(edit, None, str(self.stamp()["at"]))
        self._record("do", edit)

    def undo(self) -> None:
        edit = self.history.undo_edit
        self.history = self.history.undo()
        self._record("undo", edit)

    def redo(self) -> None:
        edit = self.history.redo_edit
        self.history = self.history.redo()
        self._record("redo", edit)

    def _record(self, how: str, edit: Edit | None) -> None:
        told = None if edit is None else telling(edit)
        if told is not None:
            self.add(Changed, how=how, edit=told, package=bare(self.document.package()))

    def give(self, measure: str, level: str, **more: object) -> None:
        self.do(AddClause(package="p", clause=Clause(measure=measure, level=level, **more)))

    def level(self, measure: str, level: str) -> None:
        self.do(SetLevel(package="p", measure=measure, level=level))

    def reveal(self, supply: float, cost: float) -> None:
        scores = {"supply_restored": (supply, supply - 9, supply + 9), "leadership_cost": (cost, cost - 1, cost + 1)}
        self.add(Revealed, package=bare(self.document.package()), scores=scores)


def deal(**more: object) -> Document:
    """A deal with one empty package, a sealed value and a private note."""
    package = Package(id="p", name="The room's package", private_note=PRIVATE)
    fields = {
        "title": "Winter workshop",
        "draws": 32,
        "sealed": {"lens:us_dealmakers": SECRET},
        "private_note": PRIVATE,
    }
    return Document(id="room", packages=(package,), active="p", **(fields | more))


def played(ended: bool = True, inject: Inject = SLOW) -> Room:
    """Three rounds with proposals, predictions, an inject, undo, home and terms, a mark and an agreement."""
    room = Room(deal())
    room.begin()
    room.after(2).stage(0, "Opening")
    room.after(8).stage(1, "Round 1", round=1)
    room.after(3).add(Proposed, side="us", who="Table 1", gives="H20-class chips again", asks="A white list")
    room.after(2).give("rescind_ai_letters", "h20_capped")
    room.after(3).give("cn_whitelist", "pilot", private_note=PRIVATE)
    room.after(1).add(
        Asked, question="How much supply does this restore?", indicator="supply_restored", answers=ANSWERS, edges=EDGES
    )
    room.after(1).add(Tallied, hands=(2, 5, 6, 3, 0))
    room.after(1).reveal(41.0, 0.8)
    room.after(1).level("rescind_ai_letters", "all")
    room.after(1).undo()
    room.after(1).give("grant_pending", "less_sensitive")
    room.after(6).stage(2, "Round 2", round=2)
    room.after(2).add(Proposed, side="china", who="Table 4", gives="Three-year licences", asks="Listed firms come off")
    room.after(2).give("cn_long_licences", "y3")
    room.after(2).level("cn_whitelist", "nearly_all")
    room.after(1).do(SealValue(key="lens:us_dealmakers", value=SECRET + "-2"))
    room.after(2).give("entity_list_dec24", "removed_70", start=6, private_note=PRIVATE)
    room.after(1).do(
        SetCondition(
            package="p", measure="entity_list_dec24", condition=Condition(measure="cn_whitelist", level="nearly_all")
        )
    )
    room.after(1).give("term_length", "m24")
    room.give("cn_review_clock", "days_30")
    room.after(2).add(Struck, inject=inject)
    room.do(StrikeInject(inject=inject))
    room.after(1).add(
        Asked, question="And after the inject?", indicator="supply_restored", answers=ANSWERS, edges=EDGES
    )
    room.after(1).reveal(57.0, 1.4)
    room.after(2).add(Marked, text="The first time both sides laughed")
    room.after(4).stage(3, "Round 3", round=3)
    room.after(2).level("cn_long_licences", "y1")
    room.after(1).do(SetSnapback(package="p", measure="grant_pending", snapback=True))
    room.after(1).give("home_recycling", "pc_10")
    room.after(2)
    room.after(2).do(SetTiming(package="p", measure="entity_list_dec24", start=3))
    room.after(1).give("lift_eda", "support")
    room.after(1).do(RemoveClause(package="p", measure="lift_eda"))
    room.after(1).add(Asked, question="Will it hold?", answers=("no", "perhaps", "yes"))
    room.after(1).add(Tallied, hands=(1, 4, 9))
    room.after(1).add(
        Agreed,
        reached=True,
        package=bare(room.document.package()),
        us="Head of the US side",
        china="Head of the Chinese side",
        text="Signed in the room, subject to both capitals.",
    )
    if ended:
        room.after(5).stage(4, "Debrief")
        room.after(10).add(Ended)
    return room
