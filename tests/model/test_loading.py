"""The loader tells everything that is wrong at once, each with file and key, and loads nothing then."""

import shutil
from pathlib import Path

import pytest

from dealbuilder import paths
from dealbuilder.errors import CatalogueProblems, Problem
from dealbuilder.model.loading import load_catalogue

SOUND = """
version = "1"

[[channel]]
id = "tap"
side = "us"
label = { en = "Tap", zh = "阀门" }
unit = "share"
rest = 0
low = 0
high = 1

[[group]]
id = "taps"
label = { en = "Taps", zh = "阀门" }

[[source]]
id = "book"
title = "A book"
date = "2025-07"
grade = "A"
"""

MEASURE = """
[[measure]]
id = "open_tap"
side = "us"
group = "taps"
title = { en = "Open the tap", zh = "打开阀门" }
summary = { en = "Water flows.", zh = "放水。" }
ramp = 1
ramp_note = { en = "A month.", zh = "一个月。" }
reversal = 1
grade = "A"
references = [{ source = "book", locator = "page 1" }]
instrument = { name = { en = "Rule", zh = "规则" }, citation = "1 FR 1", date = "2025-07", kind = "rule" }

[[measure.levels]]
id = "none"
label = { en = "Shut", zh = "关闭" }
sentence = { en = "0 taps run.", zh = "开启0个。" }

[[measure.levels]]
id = "open"
label = { en = "Open", zh = "开启" }
sentence = { en = "1 tap runs.", zh = "开启1个。" }
channels = { tap = 1.0 }
"""


def catalogue_of(folder: Path, **files: str) -> Path:
    """Write one TOML file a keyword below folder/catalogue, the sound base first."""
    (folder / "catalogue").mkdir(parents=True, exist_ok=True)
    for name, text in {"base": SOUND, **files}.items():
        (folder / "catalogue" / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def problems(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(CatalogueProblems) as caught:
        load_catalogue(folder)
    return caught.value.problems


def only_problem(folder: Path) -> Problem:
    found = problems(folder)
    assert len(found) == 1, "\n".join(map(str, found))
    return found[0]


def test_a_sound_catalogue_loads_whole(tmp_path):
    loaded = load_catalogue(catalogue_of(tmp_path, measures=MEASURE))
    assert [measure.id for measure in loaded.measures] == ["open_tap"]
    assert loaded.measure_by_id["open_tap"].levels[1].channels == {"tap": 1.0}
    assert loaded.version == "1"


def test_the_shipped_catalogue_loads_whole():
    loaded = load_catalogue(paths.resources())
    assert loaded.measures
    assert loaded.channels


def test_every_problem_of_every_file_is_told_at_once(tmp_path):
    folder = catalogue_of(
        tmp_path,
        broken="[[measure",
        links=MEASURE.replace('group = "taps"', 'group = "pipes"').replace('source = "book"', 'source = "film"'),
        shapes='[[source]]\nid = "page"\ntitle = "A page"\ndate = "2025"\ngrade = "E"\n',
    )
    found = problems(folder)
    assert {problem.file for problem in found} == {"broken.toml", "links.toml", "shapes.toml"}
    assert {problem.key for problem in found} >= {"measure[open_tap]", "measure[open_tap].group", "source[page].grade"}


def test_a_problem_prints_file_key_and_what_is_wrong(tmp_path):
    folder = catalogue_of(tmp_path, measures=MEASURE.replace("tap = 1.0", "tap = 3.0"))
    with pytest.raises(CatalogueProblems) as caught:
        load_catalogue(folder)
    text = str(caught.value)
    assert "measures.toml: measure[open_tap].levels.open.channels.tap: 3 is outside 0 to 1" in text
    assert "nothing was loaded" in text
    assert caught.value.hint


def test_broken_toml_names_its_file_and_the_others_are_still_read(tmp_path):
    folder = catalogue_of(tmp_path, broken="id = [", measures=MEASURE.replace("1.0", "9.0"))
    assert {problem.file for problem in problems(folder)} == {"broken.toml", "measures.toml"}


def test_text_that_is_not_utf_8_is_a_problem_and_no_crash(tmp_path):
    folder = catalogue_of(tmp_path)
    (folder / "catalogue" / "latin.toml").write_bytes(b'version = "\xe9"')
    problem = only_problem(folder)
    assert problem.file == "latin.toml"
    assert "cannot be read" in problem.text


def test_the_same_id_twice_names_the_file_that_had_it_first(tmp_path):
    problem = only_problem(catalogue_of(tmp_path, first=MEASURE, second=MEASURE))
    assert (problem.file, problem.key) == ("second.toml", "measure[open_tap]")
    assert "first.toml" in problem.text


def test_a_channel_nobody_described_is_named(tmp_path):
    problem = only_problem(catalogue_of(tmp_path, measures=MEASURE.replace("tap = 1.0", "hose = 1.0")))
    assert problem.key == "measure[open_tap].levels.open.channels.hose"
    assert "is not a channel" in problem.text


@pytest.mark.parametrize("value", ["-0.1", "1.1"])
def test_a_level_outside_the_bounds_of_its_channel_is_told_with_the_bounds(tmp_path, value):
    problem = only_problem(catalogue_of(tmp_path, measures=MEASURE.replace("tap = 1.0", f"tap = {value}")))
    assert f"{value} is outside 0 to 1" in problem.text


@pytest.mark.parametrize("value", ["nan", "inf", '"much"'])
def test_a_level_that_is_no_finite_number_is_refused(tmp_path, value):
    folder = catalogue_of(tmp_path, measures=MEASURE.replace("tap = 1.0", f"tap = {value}"))
    assert "measure[open_tap].levels.1.channels.tap" in {problem.key for problem in problems(folder)}


@pytest.mark.parametrize("text", ['{ en = "Open the tap" }', '{ en = "Open the tap", zh = "" }'])
def test_a_missing_language_is_told_with_the_key_of_the_text(tmp_path, text):
    folder = catalogue_of(tmp_path, measures=MEASURE.replace('{ en = "Open the tap", zh = "打开阀门" }', text))
    assert only_problem(folder).key == "measure[open_tap].title.zh"


def test_a_misspelt_key_is_refused_and_not_dropped(tmp_path):
    folder = catalogue_of(tmp_path, measures=MEASURE.replace("reversal = 1", "reversal = 1\nreversable = true"))
    assert only_problem(folder).key == "measure[open_tap].reversable"


def test_a_kind_nobody_knows_is_refused_and_not_dropped(tmp_path):
    problem = only_problem(catalogue_of(tmp_path, odd='[[meassure]]\nid = "x"\n'))
    assert (problem.file, problem.key) == ("odd.toml", "meassure")


def test_an_item_without_an_id_is_named_by_its_place(tmp_path):
    folder = catalogue_of(tmp_path, odd='[[group]]\nlabel = { en = "A", zh = "甲" }\n')
    assert only_problem(folder).key == "group[#1].id"


def test_the_first_level_must_be_none_and_set_no_channel(tmp_path):
    folder = catalogue_of(tmp_path, measures=MEASURE.replace('id = "none"', 'id = "shut"'))
    assert 'the first level must be "none"' in only_problem(folder).text


def test_a_guardrail_must_say_why(tmp_path):
    folder = catalogue_of(tmp_path, measures=MEASURE.replace("reversal = 1", "reversal = 1\nguardrail = true"))
    assert "guardrail_reason" in only_problem(folder).text


def test_a_link_to_a_measure_that_is_not_there_is_told(tmp_path):
    link = '\n[[measure.links]]\nmeasure = "shut_tap"\nkind = "instead_of"\nreason = { en = "Both.", zh = "两者。" }\n'
    problem = only_problem(catalogue_of(tmp_path, measures=MEASURE + link))
    assert problem.key == "measure[open_tap].links"
    assert "shut_tap" in problem.text


def test_a_source_behind_a_demand_is_checked_too(tmp_path):
    demand = (
        '\n[[measure.asked_by]]\nrole = { en = "Plumbers", zh = "水工" }\n'
        'references = [{ source = "letter", locator = "line 1" }]\n'
    )
    assert "letter" in only_problem(catalogue_of(tmp_path, measures=MEASURE + demand)).text


def test_a_parameter_outside_its_own_range_or_without_a_source_is_refused(tmp_path):
    parameter = (
        '[[parameter]]\nid = "{id}"\ntopic = "supply"\nlabel = {{ en = "A", zh = "甲" }}\nvalue = {value}\nlow = 1\n'
        'high = 2\ndistribution = "uniform"\nunit = "day"\ngrade = "{grade}"\n'
    )
    folder = catalogue_of(
        tmp_path,
        numbers=parameter.format(id="far", value=5, grade="D") + parameter.format(id="bare", value=1.5, grade="A"),
    )
    told = {problem.key: problem.text for problem in problems(folder)}
    assert "outside its range" in told["parameter[far]"]
    assert "needs a reference" in told["parameter[bare]"]


def test_a_set_that_is_no_list_is_a_problem_and_no_crash(tmp_path):
    problem = only_problem(catalogue_of(tmp_path, sets="[sets]\ngoods = 3\n"))
    assert (problem.file, problem.key) == ("sets.toml", "sets.goods")


def test_an_empty_folder_is_told_as_such(tmp_path):
    problem = only_problem(tmp_path)
    assert problem.key == "version"
    assert str(tmp_path) in problem.text


def test_one_changed_letter_changes_the_digest_and_nothing_else_does(tmp_path):
    first = load_catalogue(catalogue_of(tmp_path / "a", measures=MEASURE))
    same = load_catalogue(catalogue_of(tmp_path / "b", measures=MEASURE))
    other = load_catalogue(catalogue_of(tmp_path / "c", measures=MEASURE.replace("Water flows.", "Water flowed.")))
    assert first.digest == same.digest
    assert first.digest != other.digest


def test_a_damaged_copy_of_the_shipped_catalogue_names_the_damage(tmp_path):
    shutil.copytree(paths.resources() / "catalogue", tmp_path / "catalogue")
    victim = tmp_path / "catalogue" / "measures_us.toml"
    victim.write_text(victim.read_text(encoding="utf-8").replace('group = "us_chips"', 'group = "us_fish"'), "utf-8")
    found = problems(tmp_path)
    assert {problem.file for problem in found} == {"measures_us.toml"}
    assert all("us_fish is not a group" in problem.text for problem in found)
