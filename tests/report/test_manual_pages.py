"""The pages on use say the same in both languages, and whatever they point at exists."""

from pathlib import Path

import pytest
from PIL import Image

from dealbuilder import paths
from dealbuilder.report.manual import FORMER, linked, pages
from tests.report.manual_text import figures, links, menus, pictures
from tests.ui.shots.table import NAMES

ROOT = paths.resources().parent
MANUAL = paths.resources() / "manual"
MOST_BYTES, MOST_TOGETHER = 130_000, 4_200_000
LEAST_SIDE, MOST_SIDE = 120, 1600
SHORTEST_ALT = {"en": 12, "zh": 5}


def use(language: str) -> dict:
    return {page.id: page for page in pages(paths.resources(), language) if page.group == "use"}


IDS = tuple(use("en"))


@pytest.mark.parametrize("id", IDS)
def test_a_page_has_the_same_headings_anchors_pictures_and_links_in_both_languages(id):
    english, chinese = use("en")[id], use("zh")[id]
    assert [depth for depth, _ in english.headings] == [depth for depth, _ in chinese.headings]
    assert list(english.anchors) == list(chinese.anchors)
    assert [file for _, file in pictures(english.text)] == [file for _, file in pictures(chinese.text)]
    there = [sorted({linked(link) for link in links(page.text)}) for page in (english, chinese)]
    assert there[0] == there[1]


@pytest.mark.parametrize("id", [id for id in IDS if id not in ("28-keys",)])
def test_code_blocks_are_the_same_in_both_languages(id):
    blocks = [use(language)[id].text.split("```")[1::2] for language in ("en", "zh")]
    assert blocks[0] == blocks[1]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_heading_of_a_page_has_a_name_that_stands_once(language):
    for page in use(language).values():
        if page.id != "28-keys":
            assert len(page.anchors) == len(page.headings), page.id
            assert list(page.anchors.values()) == [words for _, words in page.headings], page.id


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_link_leads_to_a_page_or_a_named_place_on_it(language):
    known = {page.id: page for page in pages(paths.resources(), language)}
    for page in use(language).values():
        for link in links(page.text):
            target, place = linked(link)
            assert (target or page.id) in known, (page.id, link)
            if place:
                assert place in known[target or page.id].anchors, (page.id, link)


def test_names_that_pages_had_before_lead_to_those_of_today():
    assert set(FORMER.values()) <= set(IDS)
    assert not FORMER.keys() & set(IDS)
    assert linked("5-facilitate.md#minutes") == ("50-facilitate", "minutes")


def test_the_readme_links_to_files_that_are_there():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = [*links(text), *(file for _, file in pictures(text))]
    assert len(targets) > 5
    for target in targets:
        assert (ROOT / target.partition("#")[0]).exists(), target


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_picture_is_there_is_made_by_the_script_and_is_shown(language):
    shown = {Path(file).stem for page in use(language).values() for _, file in pictures(page.text)}
    there = {path.stem for path in (MANUAL / language / "pictures").glob("*")}
    assert shown == there == set(NAMES)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_pictures_are_small_and_of_a_size_to_be_read(language):
    files = sorted((MANUAL / language / "pictures").glob("*.png"))
    for file in files:
        with Image.open(file) as image:
            assert image.format == "PNG"
            assert all(LEAST_SIDE <= side <= MOST_SIDE for side in image.size), file.name
        assert file.stat().st_size <= MOST_BYTES, file.name
    together = sum(file.stat().st_size for each in ("en", "zh") for file in (MANUAL / each / "pictures").glob("*"))
    assert together <= MOST_TOGETHER


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_picture_says_in_words_what_it_shows(language):
    for page in use(language).values():
        words = [alt for alt, _ in pictures(page.text)]
        assert all(len(alt) >= SHORTEST_ALT[language] for alt in words), page.id
        assert len(set(words)) == len(words), page.id


WRITTEN_OUT = {"90"}
"""Figures that one language writes as words; those of one digit often are."""


@pytest.mark.parametrize("id", ["10-start", "30-scores", "50-facilitate", "60-files", "65-privacy", "70-extending"])
def test_figures_are_the_same_in_both_languages(id):
    english, chinese = (set(figures(use(language)[id].text)) for language in ("en", "zh"))
    assert {one for one in english ^ chinese if len(one) > 1} <= WRITTEN_OUT


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_page_waits_for_its_text(language):
    for page in use(language).values():
        blocks = [block.strip() for block in page.text.split("\n\n") if block.strip()]
        for before, after in zip(blocks, [*blocks[1:], "# end"], strict=True):
            if before.startswith("#") and after.startswith("#"):
                deeper = len(after) - len(after.lstrip("#")) > len(before) - len(before.lstrip("#"))
                assert deeper, (page.id, before)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_menu_paths_are_written_as_words_of_a_menu(language):
    found = [(page.id, path) for page in use(language).values() for path in menus(page.text)]
    assert len(found) > 30
