"""The page of the reality checks: every sentence, its figure, its bound and its verdict, in both languages."""

from dataclasses import replace

import pytest

from dealbuilder.analysis.reality.check import BLOCKS, Finding
from dealbuilder.analysis.reality.checks import CHECK_BY_ID, CHECKS
from dealbuilder.report.model_pages.reality import bound, page

VIEWS = ("essay", "central", "sceptic")


def middle(check):
    """A figure inside the bounds."""
    if check.low is not None and check.high is not None:
        return (check.low + check.high) / 2
    return check.low + 1 if check.low is not None else check.high - 1


@pytest.fixture
def held():
    return [Finding(check, view, middle(check)) for view in VIEWS for check in CHECKS if check.under(view)]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_check_stands_in_its_block_with_a_verdict_under_each_worldview(held, catalogue, language):
    text = page(held, catalogue, language, 64, 7)
    headings = [line[3:] for line in text.splitlines() if line.startswith("## ")]
    assert headings == [label.get(language) for label in BLOCKS.values()]
    for check in CHECKS:
        (row,) = [line for line in text.splitlines() if line.startswith(f"| {check.sentence.get(language)} |")]
        assert row.count(", holds |" if language == "en" else "，成立 |") == len(check.worldviews or VIEWS)
        assert check.why.get(language) in row
        assert "{" not in row
    assert ("64\u00a0draws and seed 7" if language == "en" else "64次抽样、种子7") in text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_fails_is_named_at_the_top_with_its_figure_and_its_bound(held, catalogue, language):
    broken = [replace(f, value=9.0) if f.check.id == "civil_recovery" and f.worldview == "essay" else f for f in held]
    text = page(broken, catalogue, language, 64, 7)
    top = text[: text.index(BLOCKS["licensing"].get(language))]
    assert CHECK_BY_ID["civil_recovery"].sentence.get(language) in top
    assert "9" in top
    assert catalogue.worldview_by_id["essay"].label.get(language) in top
    assert catalogue.worldview_by_id["sceptic"].label.get(language) not in top
    assert f"{len(CHECKS) - 1}" in top


def test_a_page_without_failures_has_no_section_for_them(held, catalogue):
    assert "What does not hold" not in page(held, catalogue, "en", 64, 7)


def test_bounds_are_written_with_their_unit_and_room_for_rounding_as_nought():
    check = CHECK_BY_ID["civil_recovery"]
    assert bound(check, "en") == "1 to 3\u00a0months"
    assert bound(replace(check, low=2.0, high=2.0), "en") == "exactly 2\u00a0months"
    assert bound(replace(check, low=None, high=1e-9), "en") == "at most 0\u00a0months"
    assert bound(replace(check, low=1.0, high=None), "zh") == "不低于1个月"


@pytest.mark.parametrize(
    ("id", "said", "unsaid"),
    [
        ("money_sums", "Follows from the design", "grade D"),
        ("terms_calm", "grade D", "Source"),
        ("denial_teaches", "grade D", "Follows"),
        ("trough_depth", "Sources: ", "grade D"),
        ("one_of_several_moves_nothing", "Source: ", "grade D"),
    ],
)
def test_a_bound_says_whether_its_size_is_observed_by_design_or_a_judgement(held, catalogue, id, said, unsaid):
    text = page(held, catalogue, "en", 64, 7)
    (row,) = [line for line in text.splitlines() if line.startswith(f"| {CHECK_BY_ID[id].sentence.en}")]
    assert said in row
    assert unsaid not in row
