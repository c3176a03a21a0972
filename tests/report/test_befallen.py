"""Injects told on every outlet: counted, named, dated, and with what this catalogue cannot take of them."""

import csv
import io
from dataclasses import replace

import openpyxl
import pytest

from dealbuilder.analysis.evaluation import Setting
from dealbuilder.document.plan import Plan
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.channel import Channel
from dealbuilder.model.inject import ChannelShift, Inject, ParameterShift
from dealbuilder.model.text import Text
from dealbuilder.model.workshop import Stage
from dealbuilder.report import befallen, content, markdown, sheets, tables
from tests.report import fixtures

EVIL = "=1+1 <b>|"


def inject(id="slow", **fields):
    text = Text(en=f"Cargo waits {EVIL}", zh=f"货物滞留 {EVIL}")
    reason = Text(en="Judgement of the desk.", zh="本处判断。")
    given = {"id": id, "origin": "china", "title": text, "card": text, "month": 4, "months": 6, "reason": reason}
    shifts = {
        "channels": (ChannelShift(channel="lift_entity_dec24", by=-0.5), ChannelShift(channel="ether", by=1)),
        "parameters": (ParameterShift(parameter="backlog", value=700, low=600, high=800),),
    }
    return Inject(**(given | shifts | fields))


def catalogue(*injects):
    """The small catalogue with one channel and these injects; built anew, for it remembers what it was asked by id."""
    known, channel = fixtures.catalogue(), Channel(
        id="lift_entity_dec24", side="us", label=Text(en="Listings lifted", zh="清单撤销"), unit="share",
        rest=0, low=0, high=1,
    )  # fmt: skip
    fields = {name: getattr(known, name) for name in Catalogue.model_fields}
    return Catalogue(**(fields | {"channels": (channel,), "injects": injects}))


def struck():
    return replace(fixtures.evaluation(), setting=replace(fixtures.evaluation().setting, injects=(inject(),)))


def planned(*own):
    words = Text(en="x", zh="一")
    stage = Stage(kind="round", title=words, minutes=5, brief=words, notes=words)
    return fixtures.document().model_copy(update={"plan": Plan(stages=(stage,), visibility="public", injects=own)})


def test_no_inject_is_not_mentioned_anywhere():
    known, calm = catalogue(), fixtures.evaluation()
    assert (befallen.counted((), "en"), befallen.sentence((), "zh"), befallen.as_json(known, (), "en")) == (
        "",
        "",
        [],
    )
    said = tables.score_json(known, calm, "a deal", "a package")
    assert said["injects"] == []
    document = fixtures.document()
    built = content.build(known, document, document.package(), calm, content.Options())
    assert "inject" not in markdown.render(built).lower()


@pytest.mark.parametrize(
    ("months", "en", "zh"),
    [
        (6, "month 4, for 6 months", "第4个月起，持续6个月"),
        (1, "month 4, for 1 month", "第4个月起，持续1个月"),
        (None, "month 4 to the end", "第4个月起至期末"),
    ],
)
def test_when_it_holds_is_said_in_both_languages(months, en, zh):
    assert befallen.when(inject(months=months), "en") == en
    assert befallen.when(inject(months=months), "zh") == zh


def test_injects_are_counted_and_the_first_are_named():
    many = tuple(inject(f"i{n}", title=Text(en=f"T{n}", zh=f"甲{n}")) for n in range(5))
    assert befallen.counted(many[:1], "en") == "1 inject befalls this deal"
    said = befallen.sentence(many, "en")
    assert said.startswith("5 injects befall this deal: T0 (month 4, for 6 months); T1")
    assert said.endswith("and 2 more.")
    assert "本协议遭遇5个突发事件：甲0（第4个月起，持续6个月）" in befallen.sentence(many, "zh")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_report_tells_injects_on_its_first_page_and_on_what_it_rests(language):
    known, document = catalogue(), fixtures.document()
    built = content.build(known, document, document.package(), struck(), content.Options(language=language))
    text = markdown.render(built)
    _, _, rest = text.partition("## ")
    heading = "Injects that befall this deal" if language == "en" else "本协议遭遇的突发事件"
    counted = "1 inject befalls this deal" if language == "en" else "本协议遭遇1个突发事件"
    assert counted in text
    assert heading in rest
    assert "inject\\[slow\\].channels.ether" in text
    assert ("Judgement of the desk." if language == "en" else "本处判断。") in text


def test_injects_change_the_fingerprint_and_no_inject_keeps_it():
    known, document = catalogue(), fixtures.document()

    def footer(evaluation):
        return content.build(known, document, document.package(), evaluation, content.Options()).footer

    assert footer(struck()) != footer(fixtures.evaluation())


def test_the_json_object_lists_what_is_shifted_with_units():
    (said,) = tables.score_json(catalogue(), struck(), "a deal", "a package", "zh")["injects"]
    assert {"id", "title", "month", "months", "channels", "parameters"} <= said.keys()
    assert (said["id"], said["month"], said["months"]) == ("slow", 4, 6)
    assert said["title"].startswith("货物滞留")
    assert said["channels"][0] == {"channel": "lift_entity_dec24", "by": -0.5, "unit": "share"}
    assert said["channels"][1]["unit"] == ""
    assert said["parameters"][0]["value"] == 700


def test_csv_and_workbook_hold_the_shifts_and_no_formula():
    known, document = catalogue(), fixtures.document()
    rows = list(csv.DictReader(io.StringIO(sheets.csv_bytes(known, struck(), "d", "p").decode("utf-8-sig"))))
    told = {(row["id"], row["statistic"]): row["value"] for row in rows if row["kind"] == "inject"}
    assert told["slow", "month"] == "4"
    assert told["slow/lift_entity_dec24", "by"] == "-0.5"
    assert told["slow/backlog", "high"] == "800"
    book = openpyxl.load_workbook(io.BytesIO(sheets.xlsx_bytes(known, document.package(), struck(), "d")))
    assert dict(row[:2] for row in book["About"].iter_rows(values_only=True))["injects"] == 1
    shifts = [row[6] for row in book["Injects"].iter_rows(min_row=2, values_only=True)]
    assert shifts == ["lift_entity_dec24", "ether", "backlog"]
    assert not [cell for row in book["Injects"].iter_rows() for cell in row if cell.data_type == "f"]


def test_the_words_below_a_picture_tell_the_injects():
    known, document = catalogue(), fixtures.document()
    made = tables.exported(".svg", known, document, document.package(), struck(), "en", "supply", "light")
    assert "1 inject befalls this deal" in made.decode()


def test_what_does_not_fit_is_told_with_its_key_in_both_languages():
    known = catalogue()
    there = inject(parameters=(ParameterShift(parameter="nowhere", value=1, low=1, high=1),))
    said = befallen.strange(known, (there,), "en")
    assert len(said) == 2
    assert "inject[slow].channels.ether" in said[0]
    assert "that part is not scored, the rest is" in said[0]
    assert "inject[slow].parameters.nowhere" in said[1]
    assert "其余照常计入" in befallen.strange(known, (there,), "zh")[1]


def test_the_deck_holds_own_cards_first_and_what_befalls_the_deal_as_it_does():
    shipped = inject("shipped", title=Text(en="Shipped", zh="目录"))
    known = catalogue(shipped)
    moved, own = shipped.model_copy(update={"month": 9}), inject("own")
    document = planned(own).model_copy(update={"injects": (moved, inject("loose"))})
    assert [(one.id, one.month) for one in befallen.deck(known, document)] == [
        ("own", 4),
        ("loose", 4),
        ("shipped", 9),
    ]
    assert befallen.deck(known, None) == (shipped,)


def test_an_own_card_with_a_shipped_id_gives_way_and_is_told():
    shipped = inject("same", title=Text(en="Shipped", zh="目录"), channels=())
    known = catalogue(shipped)
    document = planned(inject("same", title=Text(en="Mine", zh="自拟"), channels=()))
    assert befallen.deck(known, document) == (shipped,)
    (said,) = befallen.unfit(known, document, "en")
    assert "“Mine”" in said
    assert "(same)" in said


def test_a_setting_without_injects_is_the_default():
    assert Setting().injects == ()
