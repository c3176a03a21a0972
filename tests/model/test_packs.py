"""Packs: the loader is strict with them, and the shipped ones are whole."""

import pytest

from dealbuilder.model.catalogue import Pack
from tests.model.test_loading import catalogue_of, problems

PACK = """
id = "2025-07"
label = { en = "July 2025", zh = "2025年7月" }
start = "2025-04"
signing = "2025-07"

[[events]]
id = "act"
month = "2025-05"
until = "2025-06"
known = true
title = { en = "An act", zh = "一项措施" }
channels = { tap = 1 }
source = "book"
locator = "page 1"

[[observations]]
month = "2025-05"
destination = "us"
tonnes = 46.4
exact = true
source = "book"
"""
PARAMETER = """
[[parameter]]
id = "speed"
topic = "supply"
label = { en = "Speed", zh = "速度" }
value = 0.5
low = 0.2
high = 0.8
distribution = "uniform"
unit = "share"
grade = "D"
"""


def fault(tmp_path, old, new):
    """Return (file, key, text) of the one fault of a pack in which a text is replaced."""
    assert old in PACK
    folder = catalogue_of(tmp_path, parameters=PARAMETER)
    (folder / "packs").mkdir()
    (folder / "packs" / "2025-07.toml").write_text(PACK.replace(old, new), encoding="utf-8")
    found = problems(folder)
    assert len(found) == 1, "\n".join(map(str, found))
    return found[0].file, found[0].key, found[0].text


@pytest.mark.parametrize(
    ("old", "new", "key", "words"),
    [
        ("tap = 1", "hose = 1", "events[act].channels.hose", "is not a channel"),
        ("tap = 1", "tap = 3", "events[act].channels.tap", "3 is outside 0 to 1"),
        ("tap = 1", "tap = nan", "pack.events.0.channels.tap", "finite"),
        ("channels = { tap = 1 }\n", "", "pack.events.0", "needs a note"),
        ('channels = { tap = 1 }\nsource = "book"', 'source = "film"\neffect = "magnet_ban"', "events[act].source",
         "no file describes"),
        ('until = "2025-06"', 'until = "2025-05"', "pack.events.0", "not after it begins"),
        ('until = "2025-06"\nknown = true', 'known = true\neffect = "truce"', "pack.events.0", "needs `until`"),
        ('month = "2025-05"\nuntil', 'month = "May 2025"\nuntil', "pack.events.0.month", "pattern"),
        ("known = true", "known = false", "events[act].known", "before the signing"),
        ('{ en = "An act", zh = "一项措施" }', '"An act"', "pack.events.0.title", "dictionary"),
        ("known = true", "known = true\nweight = 1", "pack.events.0.weight", "Extra inputs"),
        ('start = "2025-04"\n', "", "pack.start", "required"),
        ('signing = "2025-07"', 'signing = "2025-03"', "pack", "before its first month"),
        ('id = "2025-07"', 'id = "2025-08"', "id", "should be 2025-08.toml"),
        ('destination = "us"', 'destination = "moon"', "pack.observations.0.destination", "'us' or 'world'"),
        ("tonnes = 46.4", "tonnes = -1", "pack.observations.0.tonnes", "greater than or equal to 0"),
        ('exact = true\nsource = "book"', 'exact = true\nsource = "film"', "observations[2025-05, us].source",
         "no file describes"),
        ('signing = "2025-07"', 'signing = "2025-07"\nparameters = { nought = 1 }', "parameters.nought",
         "is not a parameter"),
        ('signing = "2025-07"', 'signing = "2025-07"\nparameters = { speed = 2 }', "parameters.speed", "lies between"),
    ],
)  # fmt: skip
def test_a_fault_of_a_pack_is_told_with_file_and_key(tmp_path, old, new, key, words):
    assert fault(tmp_path, old, new)[:2] == ("2025-07.toml", key)
    assert words in problems(tmp_path)[0].text


@pytest.mark.parametrize(("table", "key"), [("events", "events[act]"), ("observations", "observations[2025-05, us]")])
def test_what_stands_twice_in_a_pack_is_told(tmp_path, table, key):
    begin = PACK.index(f"[[{table}]]")
    block = PACK[begin:].split("\n\n")[0].rstrip() + "\n"
    assert fault(tmp_path, block, block + block) == ("2025-07.toml", key, "stands there 2 times")


def test_every_fault_of_every_pack_is_told_at_once(tmp_path):
    folder = catalogue_of(tmp_path)
    (folder / "packs").mkdir()
    (folder / "packs" / "2025-07.toml").write_text(PACK.replace("tap = 1", "hose = 1"), encoding="utf-8")
    later = PACK.replace("2025-07", "2025-08").replace('source = "book"', 'source = "film"')
    (folder / "packs" / "2025-08.toml").write_text(later, encoding="utf-8")
    assert {(found.file, found.key) for found in problems(folder)} == {
        ("2025-07.toml", "events[act].channels.hose"),
        ("2025-08.toml", "events[act].source"),
        ("2025-08.toml", "observations[2025-05, us].source"),
    }


def test_what_is_in_force_has_begun_is_known_and_has_not_ended():
    rows = [
        ("begun", "2025-05", None, True),
        ("ended", "2025-05", "2025-07", True),
        ("unknown", "2025-07", None, False),
        ("later", "2025-08", None, True),
        ("first", "2025-04", "2025-08", True),
    ]
    title = {"en": "An act", "zh": "措施"}
    events = [
        {"id": id, "month": month, "until": until, "known": known, "title": title, "channels": {"tap": 1.0},
         "source": "book", "locator": "1"}
        for id, month, until, known in rows
    ]  # fmt: skip
    pack = Pack.model_validate(
        {"id": "p", "label": title, "start": "2025-04", "signing": "2025-07", "events": events},
    )
    assert [event.id for event in pack.in_force()] == ["first", "begun"]


def test_both_starting_points_are_shipped(catalogue):
    assert [pack.id for pack in catalogue.packs] == ["2025-07", "2026-11"]


def test_every_act_until_signing_is_known_in_november_2026(catalogue):
    assert all(event.known for event in catalogue.pack_by_id["2026-11"].events)


def test_the_later_pack_records_every_act_of_the_earlier_one(catalogue):
    """Acts that the July pack knows only from later are law in November, by the channels they leave standing."""
    earlier, later = (catalogue.pack_by_id[id] for id in ("2025-07", "2026-11"))
    moved = {id for event in earlier.events for id in event.channels}
    assert moved <= {id for event in later.events for id in event.channels}
    assert later.observations == earlier.observations


def test_each_side_is_named_as_often_as_the_other_for_the_suspensions_of_october_2025(catalogue):
    ends = {event.id: event.until for event in catalogue.pack_by_id["2026-11"].events}
    assert ends["affiliates_stay"] == ends["october_suspension"] == ends["washington_truce"] == "2027-01"


def test_titles_and_notes_are_chinese_where_they_say_so(catalogue):
    for pack in catalogue.packs:
        for event in pack.events:
            for text in (event.title, event.note):
                assert text is None or any("\u4e00" <= char <= "\u9fff" for char in text.zh), event.id
