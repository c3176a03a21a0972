"""The rehearsal check: every line says how it stands, what that means and what to do; nothing of the deal changes."""

import os
from pathlib import Path

import pytest

from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.document import file, recovery
from dealbuilder.document.history import History
from dealbuilder.document.new import new_document
from dealbuilder.document.plan import Plan, Seat
from dealbuilder.model.package import Clause
from dealbuilder.report.kit.kit import PARTS, Options
from dealbuilder.report.kit.making import Request
from dealbuilder.report.rehearsal import machine, session
from dealbuilder.report.rehearsal.finding import ready
from dealbuilder.report.rehearsal.rehearse import Rehearsed, rehearse

LINES = [
    "fonts", "kernel", "store", "file", "space", "recovery", "deal", "scenes", "plan", "sides", "paper", "kit", "power",
]  # fmt: skip
SEATS = (Seat(name="Ann", lens="us_defence"), Seat(name="Bo", lens="cn_security"))


@pytest.fixture(scope="module")
def evaluator(catalogue):
    return Evaluator(catalogue)


def document(catalogue, **more):
    template = catalogue.sessions[0]
    plan = Plan(
        template=template.id, stages=template.stages, visibility=template.visibility, seats=SEATS, deck=template.deck
    )
    return new_document("Room").model_copy(update={"plan": plan.model_copy(update=more)})


def saved(folder: Path, wanted) -> Path:
    path = folder / "room.deal"
    file.save(path, History.start(wanted))
    return path


def lines(evaluator, wanted, path=None, **more):
    return {one.id: one for one in rehearse(evaluator, Rehearsed(wanted, path, **more))}


def printed(path: Path) -> Path:
    folder = path.with_name("room kit")
    folder.mkdir()
    for place, part in enumerate(PARTS):
        (folder / f"{place + 1}-{part}-en.pdf").write_bytes(b"%PDF")
    return folder


def test_a_room_that_is_ready_has_nothing_to_mend_but_what_no_program_can_read(evaluator, catalogue, tmp_path):
    path = saved(tmp_path, document(catalogue))
    printed(path)
    found = lines(evaluator, document(catalogue), path)
    assert list(found) == LINES
    assert {id: one.state for id, one in found.items() if one.state != "ok"} == {"power": "attention"}
    assert ready(found.values())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_line_is_worded_and_what_is_not_well_has_a_remedy(evaluator, language):
    request = Request(Options(language))
    for one in rehearse(evaluator, Rehearsed(new_document("Room"), request=request)):
        assert one.title
        assert one.found
        assert (one.remedy == "") == (one.state == "ok"), one


def test_a_deal_that_cannot_be_scored_fails_with_the_reason_and_the_rest_is_still_checked(evaluator, catalogue):
    strange = document(catalogue).model_copy(update={"pack": "1999-01"})
    found = lines(evaluator, strange)
    assert found["deal"].state == "fails"
    assert "1999-01" in found["deal"].found
    assert "scenes" not in found
    assert found["plan"].state == "ok"
    assert not ready(found.values())


def test_clauses_that_the_catalogue_does_not_know_need_attention(evaluator, catalogue):
    package = new_document("").package().model_copy(update={"clauses": (Clause(measure="moon", level="full"),)})
    found = lines(evaluator, document(catalogue).model_copy(update={"packages": (package,), "active": package.id}))
    assert found["deal"].state == "attention"
    assert "moon" in found["deal"].found


@pytest.mark.parametrize(
    ("change", "state", "said"),
    [
        ({"deck": ("volcano",)}, "fails", "volcano"),
        ({"seats": (Seat(name="", lens="harbour_master"), SEATS[1])}, "attention", "harbour_master"),
    ],
)
def test_a_plan_that_is_not_whole_says_what_is_missing(evaluator, catalogue, change, state, said):
    found = lines(evaluator, document(catalogue, **change))
    assert found["plan"].state == state
    assert said in found["plan"].found


def test_stages_that_outgrow_their_template_are_told(evaluator, catalogue):
    stages = catalogue.sessions[0].stages
    found = lines(evaluator, document(catalogue, stages=(*stages, stages[0])))
    assert found["plan"].state == "attention"
    assert "98 minutes" in found["plan"].found


def test_uneven_sides_are_told(evaluator, catalogue):
    found = lines(evaluator, document(catalogue, seats=(*SEATS, Seat(name="", lens="us_dealmakers"))))
    assert found["sides"].state == "attention"


def test_a_deal_without_a_plan_is_checked_against_a_template(evaluator):
    found = lines(evaluator, new_document("Room"), request=Request(session="half_day"))
    assert found["plan"].state == "attention"
    assert "240 minutes" in found["plan"].found
    unknown = lines(evaluator, new_document("Room"), request=Request(session="a_week"))
    assert unknown["plan"].state == "fails"


def test_a_kit_that_is_missing_or_older_than_the_deal_is_told(evaluator, catalogue, tmp_path):
    path = saved(tmp_path, document(catalogue))
    assert lines(evaluator, document(catalogue), path)["kit"].state == "attention"
    folder = printed(path)
    (folder / "8-reserve-en.pdf").unlink()
    assert "8-reserve" in lines(evaluator, document(catalogue), path)["kit"].found
    (folder / "8-reserve-en.pdf").write_bytes(b"%PDF")
    os.utime(path, (path.stat().st_mtime + 100,) * 2)
    assert "older" in lines(evaluator, document(catalogue), path)["kit"].found


def test_a_file_that_cannot_be_written_fails(tmp_path):
    path = tmp_path / "room.deal"
    path.write_bytes(b"")
    assert machine.saved(path, False, "en").state == "ok"
    assert machine.saved(path, True, "en").state == "fails"
    assert machine.saved(None, False, "en").state == "attention"


@pytest.mark.parametrize(("free", "state"), [(10**9, "ok"), (10**8, "attention"), (10**6, "fails")])
def test_little_room_on_the_disk_is_told(monkeypatch, tmp_path, free, state):
    monkeypatch.setattr(machine.shutil, "disk_usage", lambda path: type("Usage", (), {"free": free}))
    assert machine.space(tmp_path / "not" / "there", "en").state == state


def test_a_recovery_folder_that_takes_nothing_fails(monkeypatch, tmp_path):
    assert machine.recovering("en").state == "ok"
    assert list(recovery.folder().iterdir()) == []
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(machine.recovery, "folder", lambda: tmp_path / "file")
    assert machine.recovering("en").state == "fails"


def test_a_cold_kernel_needs_attention(monkeypatch):
    monkeypatch.setattr(machine, "is_warm", lambda: False)
    assert machine.kernel("en").state == "attention"


def test_missing_letters_fail(monkeypatch):
    monkeypatch.setattr(machine, "SAMPLE", "𓂀")
    assert machine.fonts("en").state == "fails"


def test_no_sealed_value_is_in_any_line(evaluator, catalogue):
    sealed = document(catalogue).model_copy(update={"sealed": {"lens:us_defence": "xenolith"}})
    assert "xenolith" not in str(lines(evaluator, sealed))


def test_scenes_are_made_in_both_languages(evaluator, catalogue):
    wanted = document(catalogue)
    answer = session.scored(evaluator, wanted)
    for language in ("en", "zh"):
        assert session.scenes(evaluator, wanted, answer, language).state == "ok"
