"""A line of the check-up, and how one is asked for without ever failing."""

from collections.abc import Callable, Iterable

from dealbuilder.errors import DealError
from dealbuilder.model.text import Language
from dealbuilder.report.care.fault import words
from dealbuilder.report.care.scrubbing import homeless
from dealbuilder.report.phrases import say
from dealbuilder.report.rehearsal.finding import Finding, State


def line(id: str, state: State, language: Language, key: str, do: str = "", **values: object) -> Finding:
    """Return a line in the words of `doctor.KEY`, with the remedy `doctor.do_DO`; places are filled in both."""
    remedy = say(f"doctor.do_{do}", language, **values) if do else ""
    return Finding(id, state, title(id, language), say(f"doctor.{key}", language, **values), remedy)


def plain(id: str, language: Language, found: str) -> Finding:
    """Return a line that only tells."""
    return Finding(id, "ok", title(id, language), found)


def title(id: str, language: Language) -> str:
    """Return what a line is called."""
    return say(f"doctor.title_{id}", language)


def asked(id: str, look: Callable[[], Finding], language: Language) -> Finding:
    """Return what a look finds; what goes wrong in it is a line too, for the doctor is called in bad times."""
    try:
        return look()
    except DealError as error:
        return Finding(id, "fails", title(id, language), error.told(language))
    except Exception as error:
        return Finding(id, "fails", title(id, language), f"{type(error).__name__}: {words(error)}")


def as_text(lines: Iterable[Finding]) -> str:
    """Return the lines as text to pass on, without home folder and user name."""
    return homeless("\n".join(_told(one) for one in lines)) + "\n"


def _told(one: Finding) -> str:
    return f"[{one.state}] {one.title}: {one.found}" + (f" -> {one.remedy}" if one.remedy else "")
