"""A session for tests: two roles, three stages, the first inject of the shipped deck."""

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Text
from dealbuilder.model.workshop import SessionTemplate, Stage


def both(text: str) -> Text:
    return Text(en=text, zh=f"文{text}")


def stage(kind: str, minutes: int, title: str, **more: object) -> Stage:
    return Stage.model_validate(
        {"kind": kind, "title": both(title), "minutes": minutes, "brief": both("Read."), "notes": both("Say."), **more}
    )


def template(catalogue: Catalogue) -> SessionTemplate:
    """Return a short session of 61 minutes."""
    inject = catalogue.injects[0].id
    stages = (
        stage("opening", 20, "Welcome"),
        stage("round", 40, "Trade", round=1, scene="package", inject=inject),
        stage("silence", 1, "Silence", scene="dark"),
    )
    roles = ("us_dealmakers", "cn_security")
    name = Text(en="Short session", zh="短会")
    return SessionTemplate(
        id="short", name=name, summary=name, visibility="after_reveal", roles=roles, deck=(inject,), stages=stages
    )
