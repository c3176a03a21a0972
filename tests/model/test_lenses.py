"""Lenses: the loader is strict with them, and the shipped ones are even-handed."""

import pytest

from tests.model.test_loading import MEASURE, catalogue_of, problems

INDICATOR = """
[[indicator]]
id = "water"
label = { en = "Water", zh = "水" }
unit = "litre"
unit_label = { en = "litres", zh = "升" }
sense = "more"
explanation = { en = "Water.", zh = "水。" }
group = "supply"
"""
LENS = """
[[lens]]
id = "gardeners"
side = "us"
name = { en = "Gardeners", zh = "园丁" }
summary = { en = "They want water.", zh = "他们要水。" }
grade = "A"
references = [{ source = "book", locator = "page 2", date = "2025-07" }]
weights = [{ indicator = "water", weight = 1.0, sense = "more", scale = 5, unit = "litre" }]

[[lens.red_lines]]
measure = "open_tap"
level = "open"
reason = { en = "Floods.", zh = "水患。" }
grade = "D"

[lens.reservation]
value = 0
reason = { en = "No less than now.", zh = "不少于现在。" }
grade = "D"
"""
TURNING = """
[[measure.levels]]
id = "sucked"
label = { en = "Sucked", zh = "抽" }
sentence = { en = "1 tap sucks.", zh = "抽1个。" }
channels = { tap = -1.0 }
"""


def fault(folder, old, new, measures=MEASURE):
    assert old in LENS
    base = {"measures": measures, "indicators": INDICATOR, "lenses": LENS.replace(old, new)}
    found = problems(catalogue_of(folder, **base))
    assert len(found) == 1, "\n".join(map(str, found))
    return found[0]


@pytest.mark.parametrize(
    ("old", "new", "key", "words"),
    [
        ('indicator = "water"', 'indicator = "wine"', ".weights.wine", "is not an indicator"),
        ('unit = "litre"', 'unit = "barrel"', ".weights.water.unit", "the indicator is in litre"),
        ("weight = 1.0", "weight = 0.9", "", "sum to 0.9"),
        ("weight = 1.0", "weight = -1.0", ".weights.0.weight", "greater than 0"),
        ("scale = 5", "scale = 0", ".weights.0.scale", "greater than 0"),
        ('sense = "more"', 'sense = "none"', ".weights.0.sense", "'more' or 'less'"),
        ('measure = "open_tap"', 'measure = "shut_tap"', ".red_lines.shut_tap", "is not a measure"),
        ('level = "open"', 'level = "wide"', ".red_lines.open_tap.level", "not one of none, open"),
        ('level = "open"', 'level = "none"', ".red_lines.open_tap.level", "would bar them all"),
        ('source = "book"', 'source = "film"', ".references", "no file describes"),
        ('references = [{ source = "book", locator = "page 2", date = "2025-07" }]\n', "", "", "needs a reference"),
        ('zh = "水患。" }\ngrade = "D"', 'zh = "水患。" }\ngrade = "B"', ".red_lines.0", "needs a reference"),
        ('少于现在。" }\ngrade = "D"', '少于现在。" }\ngrade = "B"', ".reservation", "needs a reference"),
        ('side = "us"', 'side = "moon"', ".side", "'us', 'china' or 'allies'"),
        ('zh = "园丁" }', 'zh = "" }', ".name.zh", "at least 1 character"),
    ],
)  # fmt: skip
def test_a_fault_of_a_lens_is_told_with_file_and_key(tmp_path, old, new, key, words):
    found = fault(tmp_path, old, new)
    assert (found.file, found.key) == ("lenses.toml", f"lens[gardeners]{key}")
    assert words in found.text


def test_a_red_line_beyond_which_levels_turn_back_is_refused(tmp_path):
    folder = catalogue_of(tmp_path, measures=MEASURE + TURNING, indicators=INDICATOR, lenses=LENS)
    base = folder / "catalogue" / "base.toml"
    base.write_text(base.read_text(encoding="utf-8").replace("low = 0", "low = -1"), encoding="utf-8")
    (found,) = problems(folder)
    assert found.key == "lens[gardeners].red_lines.open_tap.level"
    assert "turn the other way" in found.text


def test_two_weights_or_red_lines_on_one_thing_are_refused(tmp_path):
    weights = LENS[LENS.index("weights = ") : LENS.index("\n\n[[lens.red_lines]]")]
    halves = weights.replace("weight = 1.0", "weight = 0.5")
    row = halves[len("weights = [") : -1]
    assert "weighs one indicator twice" in fault(tmp_path / "a", weights, f"weights = [{row}, {row}]").text
    line = LENS[LENS.index("[[lens.red_lines]]") : LENS.index("[lens.reservation]")]
    assert "two red lines on one measure" in fault(tmp_path / "b", line, line + line).text


def test_each_side_has_five_roles_and_the_allies_one(catalogue):
    sides = [lens.side for lens in catalogue.lenses]
    assert {side: sides.count(side) for side in sides} == {"us": 5, "china": 5, "allies": 1}


def test_each_side_has_as_many_roles_that_must_gain_or_may_lose_a_little(catalogue):
    wanted = {side: sorted(x.reservation.value for x in catalogue.lenses if x.side == side) for side in ("us", "china")}
    assert wanted["us"] == wanted["china"]


def test_every_lens_has_evidence_and_a_red_line_and_chinese_texts(catalogue):
    for lens in catalogue.lenses:
        assert lens.references, lens.id
        assert lens.red_lines, lens.id
        texts = [lens.name, lens.summary, lens.reservation.reason, *(line.reason for line in lens.red_lines)]
        assert all(any("\u4e00" <= char <= "\u9fff" for char in text.zh) for text in texts), lens.id


def test_a_lens_is_found_by_its_id(catalogue):
    assert catalogue.lens_by_id["cn_commerce"].side == "china"
