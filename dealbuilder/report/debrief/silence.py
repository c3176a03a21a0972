"""The sixty seconds of silence between a session and its debrief, as the audience window shows them."""

from dataclasses import replace

from dealbuilder.report.stage.staging import Clock, Staging

SECONDS = 60.0


def silence(staging: Staging, left: float = SECONDS) -> Staging:
    """Return a staging that is empty but for a clock with `left` seconds: nothing is asked, shown or animated."""
    return replace(
        staging,
        scene="dark",
        page=0,
        question="",
        prediction=None,
        replay=None,
        inject=None,
        spotlight=None,
        clock=Clock(SECONDS, max(left, 0.0), running=left > 0),
    )
