"""Nothing of a deal leaves with a report."""

import sys
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from pydantic import BaseModel, Field

from dealbuilder.errors import DealError, FileProblem
from dealbuilder.report.care import scrubbing
from dealbuilder.report.care.fault import CHAIN, FIRST, LAST, signature, told, words

SECRETS = ("Zephyrine", "Quokka Gambit", "4417.25", "机密条款", "red-line-of-the-minister.deal")

NAME, _, VALUE, *_ = SECRETS
WORTH = float(VALUE)


class Sealed(BaseModel):
    """A model as the document's are."""

    worth: float = Field(le=10)
    title: str = Field(max_length=3)


def caught(raiser) -> BaseException:
    try:
        raiser()
    except BaseException as error:
        return error
    raise AssertionError("nothing was raised")


def fail_with_title(secret: str):
    raise ValueError(f"the deal {secret} cannot be scored with {secret!r}")


def fail_in_a_dict(secret: str):
    return {}[secret]


def fail_in_a_number(secret: str):
    return int(secret + "x")


def fail_in_a_model(secret: str):
    return Sealed.model_validate({"worth": WORTH, "title": secret, secret: secret})


def fail_on_a_file(secret: str):
    return Path(f"/nowhere/{secret}").read_bytes()


def fail_with_a_refusal(secret: str):
    raise FileProblem(f"/home/somebody/{secret}.deal", f"{secret} is not a deal.", f"Open {secret}.")


def fail_while_failing(secret: str):
    try:
        fail_with_title(secret)
    except ValueError as error:
        raise DealError(f"Stopped at {secret}.") from error


def fail_in_a_group(secret: str):
    raise ExceptionGroup(f"several {secret}", [ValueError(secret), KeyError(secret)])


def fail_with_a_note(secret: str):
    error = RuntimeError(Decimal(WORTH), secret)
    error.add_note(f"while handling {secret}")
    raise error


class Unspeakable(Exception):
    def __str__(self) -> str:
        raise TypeError("no words")


RAISERS = (
    fail_with_title, fail_in_a_dict, fail_in_a_number, fail_in_a_model, fail_on_a_file, fail_with_a_refusal,
    fail_while_failing, fail_in_a_group, fail_with_a_note,
)  # fmt: skip


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("raiser", RAISERS)
def test_no_report_holds_a_word_of_the_deal(raiser, secret):
    text = told(caught(lambda: raiser(secret)))
    assert secret not in text
    assert secret.split()[0] not in text
    assert raiser.__name__ in text


def test_what_the_program_wrote_itself_is_kept():
    error = caught(lambda: fail_with_title(NAME))
    assert words(error) == "the deal … cannot be scored with '…'"


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda: None.title, "'NoneType' object has no attribute 'title'"),
        (lambda: [][0], "list index out of range"),
        (lambda: 1 / 0, "division by zero"),
        (lambda: Path("/nowhere/x").read_bytes(), "No such file or directory"),
    ],
)
def test_what_python_says_by_itself_is_kept(act, said):
    assert words(caught(act)) == said


def test_a_model_names_its_kinds_of_problems_alone():
    said = words(caught(lambda: fail_in_a_model("Zephyrine")))
    assert "Sealed" in said
    assert "less_than_equal" in said


def test_an_exception_without_words_is_told_by_its_kind():
    def act():
        raise Unspeakable

    assert "Unspeakable" in told(caught(act))


def test_a_thousand_calls_are_told_in_a_page():
    def deep(n: int) -> int:
        return deep(n + 1)

    text = told(caught(lambda: deep(0)))
    assert text.count('  File "') <= FIRST + LAST
    assert "more calls" in text


def test_a_circle_of_causes_ends():
    one, other = ValueError("a"), KeyError("b")
    one.__cause__, other.__cause__ = other, one
    assert told(one).count("Traceback") <= CHAIN


def test_two_faults_of_one_place_are_one():
    same = [caught(partial(fail_with_title, name)) for name in SECRETS]
    other = caught(partial(fail_in_a_dict, NAME))
    assert len({signature(one) for one in same}) == 1
    assert signature(other) != signature(same[0])


def test_paths_of_code_begin_at_their_package(monkeypatch):
    assert scrubbing.short("/home/ann/.venv/lib/python3.12/site-packages/numpy/core.py") == "numpy/core.py"
    assert scrubbing.short("C:\\Users\\Ann\\app\\_internal\\dealbuilder\\ui\\a.py") == "dealbuilder/ui/a.py"
    assert scrubbing.short("/srv/checkout/dealbuilder/ui/a.py") == "dealbuilder/ui/a.py"
    assert scrubbing.short("/usr/lib/python3.11/json/decoder.py") == "lib/python3.11/json/decoder.py"


def test_home_and_user_are_never_named(monkeypatch):
    monkeypatch.setenv("HOME", "/home/ann")
    monkeypatch.setenv("LOGNAME", "ann")
    for kept in (scrubbing._places, scrubbing._user):
        kept.cache_clear()
    try:
        assert scrubbing.homeless("/home/ann/x.txt of ann, not of annex") == "~/x.txt of USER, not of annex"
    finally:
        monkeypatch.undo()
        for kept in (scrubbing._places, scrubbing._user):
            kept.cache_clear()


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ('QIODevice::read (QFile, "/home/ann/secret.deal"): no', 'QIODevice::read (QFile, "…"): no'),
        ("Could not open /home/ann/机密.deal now", "Could not open … now"),
        ("QPainter::begin: Paint device returned engine == 0", "QPainter::begin: Paint device returned engine == 0"),
    ],
)
def test_messages_of_qt_keep_their_own_words(said, kept):
    assert scrubbing.qt_words(said) == kept


def test_the_code_that_raises_is_found_in_this_python():
    # The report leans on code objects; another Python may name them otherwise.
    assert hasattr(sys._getframe().f_code, "co_qualname")
