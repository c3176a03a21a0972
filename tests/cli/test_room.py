"""kit and rehearse: a session on paper and checked, from the command line."""

import pytest

from dealbuilder.analysis import reserve
from dealbuilder.report.kit import making


@pytest.fixture(autouse=True)
def _few_draws(monkeypatch):
    for module in (reserve, making):
        monkeypatch.setattr(module, "DRAWS", 4)


def test_a_kit_is_a_folder_of_pages_that_are_named_line_by_line(run, tmp_path):
    ran = run("kit", "-o", tmp_path / "kit", "--session", "ninety_minutes", "--only", "roles,order", "--start", "14:00")
    assert ran.code == 0, ran.err
    names = [path.name for path in sorted((tmp_path / "kit").iterdir())]
    assert names == ["0-index-en.pdf", "1-order-en.pdf", "2-roles-en.pdf"]
    assert ran.out.splitlines() == [str(tmp_path / "kit" / name) for name in names]


def test_a_reserve_pack_is_made_for_the_deal_that_is_named(run, tmp_path):
    ran = run("kit", "example:london", "-o", tmp_path, "--only", "reserve", "--language", "zh", "--paper", "letter")
    assert ran.code == 0, ran.err
    assert (tmp_path / "8-reserve-zh.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--only", "posters"), "posters"),
        (("--only", ","), "part"),
        (("--session", "a_week"), "ninety_minutes"),
        (("--start", "25:00"), "09:30"),
        (("--sealed", "us_defence"), "No values are sealed"),
    ],
)
def test_what_cannot_be_printed_is_said_and_nothing_is_written(run, tmp_path, words, said):
    ran = run("kit", "-o", tmp_path / "kit", *(words if "--only" in words else ("--only", "order", *words)))
    assert ran.code == 1
    assert said in ran.err
    assert not (tmp_path / "kit").exists()


def test_the_rehearsal_lists_every_line_and_ends_well_if_nothing_fails(run):
    ran = run("rehearse", "example:essay_minimal", "--session", "ninety_minutes")
    assert ran.code == 0
    assert "attention" in ran.out
    assert "switch sleep" in ran.out


def test_the_rehearsal_as_json_says_whether_the_room_is_ready(run, tmp_path):
    ran = run("rehearse", "--session", "ninety_minutes", "--json", "--language", "zh")
    found = ran.json()
    assert found["ready"] is True
    assert {"fonts", "deal", "plan", "screens"} <= {line["id"] for line in found["lines"]}
    assert set(found["lines"][0]) == {"id", "state", "title", "found", "remedy"}


def test_a_rehearsal_that_fails_ends_with_exit_code_1(run):
    ran = run("rehearse", "--session", "a_week", "--json")
    assert ran.code == 1
    assert ran.json()["ready"] is False
