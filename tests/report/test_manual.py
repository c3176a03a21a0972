"""The manual as pages, its links, and the way from a number to its equation."""

import re

import pytest

from dealbuilder import paths
from dealbuilder.report.kit.order import KEYS
from dealbuilder.report.manual import explained, linked, pages
from dealbuilder.report.method import blocks

LINK = re.compile(r"\]\(([^)]+)\)")
CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)


def links_of(text: str) -> list[str]:
    return LINK.findall(CODE.sub("", text))


def test_both_languages_have_the_same_pages_in_two_groups():
    english, chinese = pages(paths.resources(), "en"), pages(paths.resources(), "zh")
    assert [(page.id, page.group) for page in english] == [(page.id, page.group) for page in chinese]
    assert {page.group for page in english} == {"use", "model"}
    assert len({page.id for page in english}) == len(english)
    assert all(page.title and page.text for page in (*english, *chinese))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_link_of_the_manual_leads_to_one_of_its_pages(language):
    manual = pages(paths.resources(), language)
    known = {page.id for page in manual}
    links = [(page.id, link) for page in manual for link in links_of(page.text) if not link.endswith(".png")]
    assert len(links) > 50
    assert not [(page, link) for page, link in links if linked(link)[0] not in known]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_link_of_a_page_is_a_file_beside_it(language):
    for folder in (paths.resources() / "manual" / language, paths.resources() / blocks.FOLDER / language):
        for file in folder.glob("*.md"):
            for link in links_of(file.read_text(encoding="utf-8")):
                assert (folder / link.partition("#")[0]).resolve().is_file(), (file.name, link)


def test_pages_show_no_comment():
    assert not [page.id for page in pages(paths.resources(), "en") if "<!--" in page.text]


def test_a_link_names_page_and_place_and_leads_nowhere_outside():
    assert linked("30-licensing.md#κ_rev") == ("30-licensing", "κ_rev")
    assert linked("../../en/30-scores.md") == ("30-scores", "")
    assert linked("#symbols") == ("", "symbols")
    assert linked("https://example.org/page.md") == ("", "")
    assert linked("file:///etc/passwd") == ("", "")


def test_every_indicator_series_and_parameter_leads_to_the_page_that_computes_it(catalogue):
    manual = {page.id: page.text for page in pages(paths.resources(), "en")}
    subjects = [("indicator", one.id) for one in catalogue.indicators]
    subjects += [("series", one.id) for one in catalogue.series]
    subjects += [("parameter", one.id) for one in catalogue.parameters]
    for kind, id in subjects:
        found = explained(paths.resources(), catalogue, kind, id)
        assert found is not None, (kind, id)
        page, place = found
        assert f"| `{place}` |" in manual[page], (kind, id)


def test_measures_and_cells_have_a_page_and_facts_have_none(catalogue):
    known = {page.id for page in pages(paths.resources(), "en")}
    for kind in ("measure", "level", "cell"):
        found = explained(paths.resources(), catalogue, kind, "any")
        assert found is not None
        assert found[0] in known
    assert explained(paths.resources(), catalogue, "fact", "any") is None
    assert explained(paths.resources(), catalogue, "indicator", "unknown") is None


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_facilitators_guide_follows_the_shipped_session_minute_by_minute(catalogue, language):
    (guide,) = [page.text for page in pages(paths.resources(), language) if page.id == "50-facilitate"]
    (session,) = [one for one in catalogue.sessions if one.id == "ninety_minutes"]
    at = 0
    for stage in session.stages:
        assert f"| {at // 60}:{at % 60:02d} | " in guide
        row = guide.split(f"| {at // 60}:{at % 60:02d} | ")[1].splitlines()[0]
        assert re.search(rf"\b{stage.minutes} min|{stage.minutes}分钟", row), row
        at += stage.minutes
    assert at == 90


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_facilitators_guide_names_every_key_of_the_console(language):
    (guide,) = [page.text for page in pages(paths.resources(), language) if page.id == "50-facilitate"]
    for key, _ in KEYS:
        for one in re.split(r"\s+-?\s*", key):
            assert one in guide or one in (".", "Space", "H"), one


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_confidence_point_leads_to_the_page_that_shows_it(language):
    (guide,) = [page.text for page in pages(paths.resources(), language) if page.id == "50-facilitate"]
    points = [line for line in guide.splitlines() if re.match(r"[1-5]\. \*\*.*\]\(", line)]
    assert len(points) == 5
    assert all(linked(link)[0] for line in points for link in links_of(line))


@pytest.mark.parametrize(
    ("language", "named"),
    [
        ("en", ("Write down a proposal", "Seal a party's own values", "New package", "Clause off the menu")),
        ("zh", ("记录提案", "密封一方的数值", "新建方案", "场内提出的条款")),
    ],
)
def test_the_guide_says_where_things_are_done_and_reveals_before_the_agreement(catalogue, language, named):
    (guide,) = [page.text for page in pages(paths.resources(), language) if page.id == "50-facilitate"]
    for one in named:
        assert re.search(rf"\*\*[^*]+ > {re.escape(one)}\*\*", guide), one
    key = {"en": "Space", "zh": "空格键"}[language]
    for time in ("0:50", "1:12"):
        assert key in guide.split(f"| {time} | ")[1].splitlines()[0]
    for session in catalogue.sessions:
        for stage in session.stages:
            if stage.kind == "agreement":
                assert key in stage.notes.get(language)
