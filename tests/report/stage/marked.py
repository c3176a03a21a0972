"""A deal whose every confidential field is a marker: whatever reaches the room from one of them is found by it."""

from dealbuilder.document.document import Document
from dealbuilder.document.plan import Plan, Seat
from dealbuilder.model.assumptions import Assumptions, Change
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Clause, Condition, Package
from dealbuilder.model.text import Text
from dealbuilder.model.workshop import Stage

MARK = "QZX"
"""What every marker begins with; no text of the program holds it."""
PATH = f"/home/{MARK}-folder/{MARK}-file.deal"
WANTED = (
    *("rescind_ai_letters", "grant_pending", "entity_list_dec24", "us_standstill", "oct22_chips"),
    *("cn_whitelist", "cn_review_clock", "cn_long_licences", "cn_access_military", "cn_accept_chips"),
    *("home_stockpile", "term_verification"),
)


def document(catalogue: Catalogue) -> Document:
    """Return a deal on the shipped catalogue's measures with markers in all that a party keeps to itself."""
    clauses = tuple(
        Clause(
            measure=id,
            level=catalogue.measure_by_id[id].levels[-1].id,
            start=place,
            snapback=place % 2 == 0,
            condition=Condition(measure=WANTED[0], level="all") if place else None,
            note=f"{MARK}-note-{place}",
            private_note=f"{MARK}-private-{place}",
        )
        for place, id in enumerate(WANTED)
    )
    packages = (
        Package(id="a", name="Bridge", clauses=clauses, note=f"{MARK}-pn", private_note=f"{MARK}-pp"),
        Package(id="b", name="Opening", clauses=clauses[:3], note=f"{MARK}-pn2", private_note=f"{MARK}-pp2"),
    )
    parameter = catalogue.parameters[0]
    text = Text(en=f"{MARK} chair", zh=f"{MARK} 主持人")
    stage = Stage(kind="round", title=text, minutes=5, brief=text, notes=text)
    return Document(
        id=f"{MARK}-id",
        title=f"{MARK}-file",
        packages=packages,
        active="a",
        baseline="b",
        assumptions=Assumptions(
            worldview="sceptic",
            changes=(Change(parameter=parameter.id, value=parameter.value, reason=f"{MARK}-why", who=f"{MARK}-who"),),
        ),
        note=f"{MARK}-deal-note",
        private_note=f"{MARK}-deal-private",
        sealed={
            "reservation": f"{MARK}-sealed",
            f"lens:{MARK}": f'{{"weights": [], "reservation": 61.25, "note": "{MARK}-lens"}}',
        },
        plan=Plan(visibility="chair", stages=(stage,), seats=(Seat(name=f"{MARK}-seat", lens=f"{MARK}-lens"),)),
    )
