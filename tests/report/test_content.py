"""The content tree: what a report says, in both languages, held by golden files.

After a change that is meant, write the golden files anew and say why in the commit:
    DEALBUILDER_GOLDEN=1 .venv/bin/python -m pytest tests/report/test_content.py
"""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from dealbuilder.analysis.evaluation import Setting
from dealbuilder.model.assumptions import Assumptions
from dealbuilder.model.package import Package
from dealbuilder.report import content, markdown
from dealbuilder.report.blocks import Callout, Pictures, Table, TermSheet, Tiles
from tests.report import fixtures

GOLDEN = Path(__file__).resolve().parent.parent / "golden"


def built(package=None, attachment="Test-deal.deal", whole=False, **options):
    document = fixtures.document()
    chosen = package or document.package()
    return content.build(
        fixtures.catalogue(), document, chosen, fixtures.evaluation(), content.Options(**options), attachment, whole
    )


def of_kind(report, kind):
    return [block for section in report.sections for block in section.blocks if isinstance(block, kind)]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_report_says_what_it_said(language):
    written = markdown.render(built(language=language, marking="delegation"))
    golden = GOLDEN / f"report_{language}.md"
    if os.environ.get("DEALBUILDER_GOLDEN"):
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("marking", ["public", "delegation"])
def test_nothing_private_is_ever_in_a_report(language, marking):
    said = repr(built(language=language, marking=marking))
    assert "Bridge draft" in said
    for secret in ("SECRET", "OTHER-PACKAGE", "Other draft"):
        assert secret not in said


def test_only_the_own_delegation_reads_who_changed_what_and_the_balance():
    public, own = repr(built()), repr(built(marking="delegation"))
    assert "US side" not in public
    assert "Value given and received" not in public
    assert "Trade press (US side)" in own
    assert "Value given and received" in own
    assert "What this delegation set out to reach" not in public
    targets = next(t for t in of_kind(built(marking="delegation"), Table) if "Target" in t.header)
    assert [row[1:] for row in targets.rows] == [
        ("at least 80.0%", "71.2%", "no, by 8.8\u00a0percentage points"),
        ("at most 5.0\u00a0points", "1.8\u00a0points", "yes"),
    ]


def test_the_parties_stand_left_and_right_with_all_their_clauses():
    sheet = of_kind(built(), TermSheet)[0]
    assert [term.entry.measure for term in sheet.us] == ["us_entity", "us_h20"]
    assert [term.entry.measure for term in sheet.china] == ["cn_whitelist", "cn_clock"]
    assert (sheet.us_heading, sheet.china_heading) == ("United States gives", "China gives")


def test_both_scores_stand_first_with_range_and_baseline():
    tiles = of_kind(built(), Tiles)[0].tiles
    assert [tile.value.replace("\u00a0", " ") for tile in tiles] == ["71.2%", "1.8 points"]
    assert tiles[0].range == "Range 60.2 to 82.2%"
    assert tiles[0].baseline == "Baseline 44.1% (+27.1 points)"


def test_a_term_sheet_alone_carries_no_score_and_says_how_to_reopen():
    report = built(term_sheet=True)
    assert [section.id for section in report.sections] == ["terms"]
    assert "71.2" not in repr(report)
    assert "Test-deal.deal" in of_kind(report, Callout)[-1].text


def test_a_whole_file_attached_is_said_to_be_whole():
    assert "do not hand it to the other side" in of_kind(built(whole=True), Callout)[-1].text
    assert "No deal file is attached" in of_kind(built(attachment=""), Callout)[-1].text


def test_an_empty_package_is_a_report_too():
    sheet = of_kind(built(package=Package(id="none", name="No deal")), TermSheet)[0]
    assert (sheet.us, sheet.china, sheet.empty) == ((), (), "No clause.")


def test_rival_facts_stand_side_by_side_with_their_sources():
    table = next(t for t in of_kind(built(), Table) if t.header[1] == "Other evidence")
    assert table.rows[0][0].startswith("Write-offs on H20 chips. (USD\u00a04.5\u00a0bn; 2025-05; grade A)")
    assert table.rows[0][1].startswith("Write-offs later reported. (USD\u00a010\u00a0bn; 2025-11; grade B)")
    assert table.notes[0]


def test_the_fingerprint_changes_with_the_package_and_with_nothing_private():
    document, evaluation = fixtures.document(), fixtures.evaluation()
    base = built().footer
    louder = document.package().model_copy(update={"clauses": document.package().clauses[1:]})
    whisper = tuple(c.model_copy(update={"private_note": "other secret"}) for c in document.package().clauses)
    quiet = document.package().model_copy(update={"clauses": whisper, "private_note": "hidden"})
    footers = [
        content.build(fixtures.catalogue(), document, p, evaluation, content.Options(), "x").footer
        for p in (louder, quiet)
    ]
    assert footers[0] != base
    assert footers[1] == base


def test_chinese_markdown_sets_no_mark_of_latin_script_beside_a_chinese_letter():
    written = markdown.render(built(language="zh", marking="delegation"))
    assert re.findall(r"[\u4e00-\u9fff*] ?[,:;.(!?](?=[ \u4e00-\u9fff])|[,:;!?)] ?(?=[\u4e00-\u9fff])", written) == []


def test_markdown_cannot_be_broken_by_the_words_of_a_deal():
    document = fixtures.document().model_copy(update={"title": "A | B\n# not a heading <b>*x*</b>"})
    report = content.build(
        fixtures.catalogue(), document, document.package(), fixtures.evaluation(), content.Options(), ""
    )
    first = markdown.render(report).splitlines()[0]
    assert first == r"# A \| B \# not a heading \<b\>\*x\*\</b\>"


def test_nobody_is_said_to_give_an_escalation():
    channels = [
        {"id": id, "side": "us", "label": {"en": "x", "zh": "甲"}, "unit": "share", "rest": 0, "low": -1, "high": 1}
        for id in ("suspend_tool_licences", "lift_ai_letters", "standstill_us")
    ]
    levels = {
        "suspend_tool_licences": (1, "United States does"),
        "lift_ai_letters": (1, "United States gives"),
        "standstill_us": (-1, "United States does"),
    }
    data = fixtures.catalogue().model_dump()
    for channel, (value, heading) in levels.items():
        measure = next(m for m in data["measures"] if m["id"] == "us_h20")
        measure["levels"][1]["channels"] = {channel: value}
        catalogue = type(fixtures.catalogue()).model_validate({**data, "channels": channels})
        document = fixtures.document()
        report = content.build(
            catalogue, document, document.package(), fixtures.evaluation(), content.Options(term_sheet=True), ""
        )
        assert of_kind(report, TermSheet)[0].us_heading == heading


def test_both_sides_are_shown_on_one_scale():
    own = next(section for section in built(marking="delegation").sections if section.id == "own")
    charts = [picture.figure for block in own.blocks if isinstance(block, Pictures) for picture in block.pictures]
    assert len(charts) == 2
    assert charts[0].y_range == charts[1].y_range
    assert not [section for section in built().sections if section.id == "own"]


@pytest.mark.parametrize(("language", "words"), [("en", "1 assumption differs from"), ("zh", "有1项假设")])
def test_the_first_page_says_which_assumptions_differ(language, words):
    first = built(language=language).sections[0]
    assert [block.text for block in first.blocks if isinstance(block, Callout) and words in block.text]


def test_a_report_on_the_catalogues_own_assumptions_warns_of_none():
    document = fixtures.document().model_copy(update={"assumptions": Assumptions()})
    evaluation = replace(fixtures.evaluation(), setting=Setting())
    made = content.build(fixtures.catalogue(), document, document.package(), evaluation, content.Options())
    first = made.sections[0]
    assert not [block for block in first.blocks if isinstance(block, Callout) and "differ" in block.text]
