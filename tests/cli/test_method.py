"""method: the pages on the model without a screen."""

import pytest

PAGES = ("overview", "access", "licensing", "supply", "derisking", "technology", "industry", "durability", "scoring")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_pages_are_listed(run, language):
    ran = run("method", "--language", language)
    assert ran.code == 0
    assert all(page in ran.out for page in PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_printed_as_markdown_with_its_equations(run, page):
    ran = run("method", page)
    assert ran.code == 0
    assert ran.out.startswith("# ")
    assert "```" in ran.out
    assert "<!--" not in ran.out


def test_a_page_is_found_by_the_name_of_its_file_and_speaks_chinese(run):
    assert run("method", "30-licensing", "--language", "zh").out.startswith("# 许可")


def test_an_unknown_page_is_refused_with_those_there_are(run):
    ran = run("method", "astrology")
    assert ran.code == 1
    assert "licensing" in ran.err
    assert ran.out == ""
