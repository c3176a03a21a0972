"""The debrief on paper, in Markdown and in JSON: everything that happened, and nothing a party keeps to itself."""

import dataclasses
import json
from io import BytesIO

import pikepdf
import pytest

from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.document.clause_edits import RemoveClause, SetTiming
from dealbuilder.document.deal_edits import AddMeasure, RemoveMeasure, SealValue, StrikeInject
from dealbuilder.document.package_edits import AddPackage, ReplacePackage, SelectPackage
from dealbuilder.document.session import Agreed, Changed, Marked, Revealed
from dealbuilder.errors import DealError
from dealbuilder.model.package import Clause, Package
from dealbuilder.report.debrief import data, rest, words
from dealbuilder.report.debrief.content import build, exported
from dealbuilder.report.debrief.debrief import MOST, Debrief, debrief, scored
from dealbuilder.report.debrief.silence import silence
from dealbuilder.report.phrases import phrases
from dealbuilder.report.stage.staging import Prediction, Staging
from tests.document.deals import own_measure
from tests.document.rooms import PRIVATE, SECRET, SLOW, Room, deal, played

DRAWS = 16


@pytest.fixture(scope="module")
def evaluator(catalogue) -> Evaluator:
    return Evaluator(catalogue)


def told(room: Room, evaluator: Evaluator, number: int | None = None) -> Debrief:
    plain = debrief(evaluator.catalogue, room.document, tuple(room.entries), number)
    return scored(plain, evaluator, draws=DRAWS)


@pytest.fixture(scope="module")
def rich(evaluator) -> Debrief:
    return told(played(), evaluator)


def markdown(one: Debrief, language: str = "en") -> str:
    return exported(one, ".md", language).decode()


def test_the_debrief_tells_agreement_moves_injects_predictions_and_marks(rich):
    text = markdown(rich)
    for said in (
        "Agreed at 1:04",
        "Signed in the room",
        "Customs take their time",
        "How much supply does this restore?",
        "The first time both sides laughed",
        "First trade",
        "Biggest jump of supply restored",
        "H20-class chips again",
        "Sixty seconds of silence",
        "not answered",
        "taken back later",
        "undone",
    ):
        assert said in text


def test_both_languages_say_the_same_number_of_things(rich):
    english, chinese = (build(rich, language) for language in ("en", "zh"))
    assert [len(section.blocks) for section in english.sections] == [
        len(section.blocks) for section in chinese.sections
    ]
    assert "未获回应" in markdown(rich, "zh")
    assert [section.id for section in english.sections] == [
        "agreed", "ledger", "redline", "where", "rest", "silence", "questions",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_pdf_is_made_in_both_languages_on_both_papers(rich, language, paper):
    made = exported(rich, ".pdf", language, paper)
    with pikepdf.open(BytesIO(made)) as pdf:
        width = float(pdf.pages[0].mediabox[2])
        assert len(pdf.pages) >= 6
    assert width == pytest.approx(595.28 if paper == "a4" else 612.0, abs=0.5)
    assert made == exported(rich, ".pdf", language, paper)


def test_the_page_of_silence_holds_its_title_alone(rich):
    (section,) = [one for one in build(rich, "en").sections if one.id == "silence"]
    assert (section.heading, section.blocks, section.runs_on) == ("Sixty seconds of silence", (), False)


def test_the_audience_window_is_empty_in_the_silence():
    asked = Staging(scene="score", question="Why?", prediction=Prediction("?", ("a",)), spotlight=(0.1, 0.1))
    quiet = silence(asked)
    assert (quiet.scene, quiet.question, quiet.prediction, quiet.spotlight) == ("dark", "", None, None)
    assert (quiet.clock.total, quiet.clock.left, quiet.clock.running) == (60.0, 60.0, True)
    assert not silence(asked, -3.0).clock.running


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_sealed_or_private_leaves_the_deal(evaluator, language):
    room = played()
    # Even a record that was written by another hand, with all that it should not hold.
    spoilt = room.document.package().model_copy(update={"private_note": PRIVATE, "note": PRIVATE + " note"})
    sealed = Changed(at="", how="do", edit=SealValue(key="reservation", value=SECRET), package=spoilt)
    whole = Changed(at="", how="do", edit=ReplacePackage(package=spoilt), package=spoilt)
    room.entries[-3:-3] = [sealed, whole, Revealed(at="", package=spoilt, scores={})]
    room.entries[-3] = room.entries[-3].model_copy(update={"package": spoilt})
    assert isinstance(room.entries[-3], Agreed)
    one = told(room, evaluator)
    made = [
        markdown(one, language),
        json.dumps(data.as_json(one, language), ensure_ascii=False),
        repr(build(one, language)),
        "".join(words.state(one, frame, language) for frame in one.film.frames),
    ]
    for text in made:
        assert "MARKER" not in text
        assert "reservation" not in text
    assert "MARKER" in repr(room.document)


def test_json_holds_states_with_scores_and_moves_with_effects(rich):
    found = json.loads(json.dumps(data.as_json(rich, "en"), allow_nan=False))
    assert len(found["states"]) == len(rich.film.frames)
    assert all(state["scores"]["supply_restored"]["mean"] > 0 for state in found["states"])
    given = next(line for line in found["ledger"] if line["measure"] == "cn_long_licences")
    assert given["effect"]["supply_restored"] > 0
    assert {"US": "us", "CN": "china"}["CN"] == given["side"]
    assert found["calibration"]["scored"] == 1
    assert [sum_["side"] for sum_ in found["sums"][:2]] == ["us", "china"]


def test_the_effects_of_one_act_add_up_to_its_jump(evaluator):
    room = Room(deal())
    room.begin()
    room.stage(0, "1", round=1)
    clauses = (
        Clause(measure="cn_whitelist", level="nearly_all"),
        Clause(measure="cn_long_licences", level="y3"),
        Clause(measure="rescind_ai_letters", level="all"),
    )
    room.do(ReplacePackage(package=Package(id="p", name="", clauses=clauses)))
    one = told(room, evaluator)
    first, last = one.headlines[0], one.headlines[1]
    assert len(one.effects) == 3
    assert sum(e.supply for e in one.effects.values()) == pytest.approx(last.supply.mean - first.supply.mean)
    assert sum(e.cost for e in one.effects.values()) == pytest.approx(last.cost.mean - first.cost.mean)


def test_each_side_s_sum_is_that_of_its_standing_moves(rich):
    lines = [line for line in rich.ledger.of("us") if not line.undone]
    wanted = sum(rich.effects[line.frame, line.move.measure].cost for line in lines)
    assert rich.moved("us").cost == pytest.approx(wanted)
    assert rich.moved("us", (1,)).cost + rich.moved("us", (2, 3)).cost == pytest.approx(wanted)


def test_states_are_scored_under_the_injects_of_their_time(rich):
    struck = next(frame for frame in rich.film.frames if frame.injects)
    before = rich.headlines[struck.number - 1].supply.mean
    assert rich.headlines[struck.number].supply.mean < before
    assert rich.evaluation.setting.injects == (SLOW,)


def test_the_outcome_is_what_was_agreed_and_not_what_was_done_after(evaluator):
    room = played(ended=False)
    room.after(1).give("cn_customs", "day_1")
    one = told(room, evaluator)
    assert one.outcome.package.clause("cn_customs") is None
    assert one.film.frames[-1].package.clause("cn_customs") is not None


def test_parting_without_a_deal_is_said(evaluator):
    room = Room(deal())
    room.begin()
    room.after(9).add(Agreed, reached=False, package=room.document.package())
    assert "parted without a deal at 0:09" in words.agreement(told(room, evaluator), "en")


def test_a_deal_without_a_session_is_refused_in_both_languages(catalogue):
    for language, said in (("en", "no record of a workshop"), ("zh", "没有研讨会记录")):
        with pytest.raises(DealError) as caught:
            debrief(catalogue, deal(), ())
        assert said in caught.value.told(language)


def test_of_two_sessions_the_last_is_told_unless_another_is_chosen(evaluator):
    first, second = played(), Room(deal())
    second.begin()
    room = Room(first.document)
    room.entries = [*first.entries, *second.entries]
    assert len(told(room, evaluator).film.frames) == 1
    assert told(room, evaluator, 1).agreed is not None
    for wrong in (0, 3, -1):
        with pytest.raises(DealError, match=f"no session {wrong}"):
            told(room, evaluator, wrong)


def test_another_package_is_neither_first_trade_nor_jump_and_the_agreed_one_is_named(evaluator):
    room = Room(deal())
    room.begin()
    room.stage(0, "Round 1", round=1)
    both = (Clause(measure="cn_whitelist", level="nearly_all"), Clause(measure="rescind_ai_letters", level="all"))
    room.after(1).do(AddPackage(package=Package(id="q", name="The example", clauses=both)))
    room.after(1).do(SelectPackage(package="p"))
    room.after(1).give("rescind_ai_letters", "h20_capped")
    room.after(1).give("cn_whitelist", "pilot")
    package = room.document.package()
    room.after(1).add(Agreed, reached=True, package=package, us="Ann", china="Bo", text="")
    one = told(room, evaluator)
    assert one.first_trade == 4
    assert set(one.jumps) <= {3, 4}
    for language, said in (("en", "“The room's package”"), ("zh", "方案：“The room's package”")):
        assert said in words.agreement(one, language)


def test_what_lay_on_the_table_before_anybody_moved_is_no_trade(evaluator):
    both = (Clause(measure="cn_whitelist", level="nearly_all"), Clause(measure="rescind_ai_letters", level="all"))
    room = Room(deal().model_copy(update={"packages": (Package(id="p", name="", clauses=both),)}))
    room.begin()
    assert debrief(evaluator.catalogue, room.document, tuple(room.entries)).first_trade is None
    room.after(1).level("cn_whitelist", "pilot")
    assert debrief(evaluator.catalogue, room.document, tuple(room.entries)).first_trade == 1


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_inject_undone_and_redone_is_listed_once(evaluator, language):
    room = Room(deal())
    room.begin()
    room.after(1).do(StrikeInject(inject=SLOW))
    room.after(1).undo()
    one = debrief(evaluator.catalogue, room.document, tuple(room.entries))
    ((_, inject, note),) = rest.struck(one, language)
    assert (inject, "0:02" in note) == (SLOW, True)
    room.after(1).redo()
    one = debrief(evaluator.catalogue, room.document, tuple(room.entries))
    ((mark, inject, note),) = rest.struck(one, language)
    assert (words.clock(mark.seconds), inject, "0:03" in note) == ("0:01", SLOW, True)


def test_one_move_is_told_in_the_singular_and_stages_are_left_to_the_strip(evaluator):
    room = Room(deal())
    room.begin()
    room.stage(0, "The stage alone", round=1)
    room.after(1).give("cn_whitelist", "pilot")
    room.after(1).add(Marked, text="A mark")
    text = markdown(told(room, evaluator))
    assert "1 move was given and not answered" in text
    assert "1 moves" not in text
    assert "The stage alone" not in text
    assert "Chair’s mark: A mark" in text


def test_the_page_refers_to_its_basis_by_the_heading_it_has():
    for language in ("en", "zh"):
        heading = phrases()["debrief.heading_basis"].get(language)
        assert all(heading in phrases()[f"summary.{key}"].get(language) for key in ("changed", "befallen", "warnings"))


def test_a_session_that_broke_off_is_told_as_one(evaluator):
    text = markdown(told(played(ended=False), evaluator))
    assert "has no end in the record" in text
    assert "Agreed at 1:04" in text


def test_a_session_of_one_state_makes_a_whole_debrief(evaluator):
    room = Room(deal())
    room.begin()
    one = told(room, evaluator)
    assert one.jumps == (None, None)
    assert one.first_trade is None
    for language in ("en", "zh"):
        assert b"%PDF" in exported(one, ".pdf", language)[:8]
        assert exported(one, ".md", language)
    assert json.dumps(data.as_json(one, "en"), allow_nan=False)


def test_measures_nobody_knows_are_shown_by_their_ids(evaluator):
    room = Room(deal())
    room.begin()
    room.give("not_in_any_catalogue", "strange")
    text = markdown(told(room, evaluator))
    assert "not\\_in\\_any\\_catalogue" in text
    assert "not scored: not\\_in\\_any\\_catalogue" in text


def test_clocks_that_ran_backwards_are_said(rich, evaluator):
    room = played()
    room.entries[5] = room.entries[5].model_copy(update={"seconds": 1.0, "at": "2020-01-01T00:00:00+00:00"})
    said = "clocks ran backwards"
    assert said in " ".join(rest.basis(told(room, evaluator), "en"))
    assert said not in " ".join(rest.basis(rich, "en"))


def test_a_long_session_is_scored_in_part_and_says_so(evaluator):
    room = Room(deal())
    room.begin()
    room.give("lift_eda", "support")
    for step in range(400):
        room.after(1).do(SetTiming(package="p", measure="lift_eda", start=step % 40 + 1))
    one = told(room, evaluator)
    assert len(one.headlines) == MOST
    assert one.unscored == len(one.film.frames) - MOST > 200
    text = markdown(one)
    assert f"{one.unscored} were left out" in text
    assert "more moves stand in the record" in text
    assert json.dumps(data.as_json(one, "en"), allow_nan=False)


def test_a_debrief_that_is_not_scored_can_be_shown_but_not_printed(catalogue):
    room = played()
    plain = debrief(catalogue, room.document, tuple(room.entries))
    line = plain.ledger.lines[0]
    assert "pp supply" not in words.line(plain, line, "en")
    assert json.dumps(data.as_json(plain, "en"), allow_nan=False)
    with pytest.raises(ValueError, match="scored"):
        build(plain, "en")


def test_an_unknown_starting_point_is_refused_and_nothing_is_lost(catalogue, evaluator):
    room = played()
    strange = room.document.model_copy(update={"pack": "1999-01"})
    plain = debrief(catalogue, strange, tuple(room.entries))
    assert len(plain.ledger.lines) > 10
    with pytest.raises(DealError, match="1999-01"):
        scored(plain, evaluator, draws=DRAWS)


def test_a_debrief_is_frozen(rich):
    with pytest.raises(dataclasses.FrozenInstanceError):
        rich.number = 2


def test_a_measure_made_in_the_room_and_dropped_again_keeps_its_name(catalogue):
    room = Room(deal())
    room.begin()
    room.do(AddMeasure(measure=own_measure()))
    room.give("own_clause", "all")
    room.do(RemoveClause(package="p", measure="own_clause"))
    room.do(RemoveMeasure(id="own_clause"))
    plain = debrief(catalogue, room.document, tuple(room.entries))
    assert [line.move.side for line in plain.ledger.lines] == ["us", "us"]
    assert "Do something off the menu" in words.line(plain, plain.ledger.lines[0], "en")
    scored(plain, Evaluator(plain.catalogue), draws=8)


def test_the_debrief_shows_where_the_package_went_and_who_earned_it(rich):
    section = next(one for one in build(rich, "en").sections if one.id == "where")
    text = markdown(rich)
    assert "Where the package went" in text
    assert "Outcome" in text
    told = data.as_json(rich, "en")
    assert [one["indicator"] for one in told["earned"]] == ["supply_restored", "leadership_cost"]
    for one in told["earned"]:
        assert abs(sum(each["shapley"] for each in one["credits"]) - (one["total"] - one["baseline"])) < 1e-9
    assert told["way"][0]["stop"] == "start"
    assert told["way"][-1]["stop"] == "end"
    assert len(section.blocks) > 5
