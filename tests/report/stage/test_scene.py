"""Scenes say what the room needs in both languages, and nothing a party or the chair keeps back."""

import re
from dataclasses import replace

import pytest

from dealbuilder.analysis.evaluation import Cell
from dealbuilder.model.workshop import SCENES
from dealbuilder.report.phrases import say
from dealbuilder.report.stage.build import HANZI, WORDS, portions, scene
from dealbuilder.report.stage.curves import MOST as SERIES
from dealbuilder.report.stage.matter import Matter
from dealbuilder.report.stage.replaying import between
from dealbuilder.report.stage.scene import Beside, Picture, Poll, Scores, Terms
from dealbuilder.report.stage.staging import Clock, Compared, Prediction, Replay, Staging
from dealbuilder.report.stage.strip import clock
from tests.report import fixtures
from tests.report.stage import marked
from tests.ui.stage.stagings import deal, event, moved, stagings, state

LANGUAGES = ("en", "zh")


def built(shown, staging):
    matter = Matter(shown.catalogue, shown.document, shown.evaluation, shown.language, staging)
    return scene(matter, staging, shown.language)


def said(shown, staging):
    return "\n".join(built(shown, staging).words())


@pytest.fixture(params=LANGUAGES)
def shown(request, catalogue):
    return state(catalogue, request.param)


def test_every_scene_has_a_title_and_words(shown):
    for name, staging in stagings(shown).items():
        told = built(shown, staging)
        assert told.title, name
        assert all(words.strip() for words in told.words()), name
        assert told.words() or name == "dark empty"


def test_every_kind_of_scene_is_among_those_that_are_tested(shown):
    assert {staging.scene for staging in stagings(shown).values()} == set(SCENES)


def test_the_strip_tells_round_stage_mover_clock_package_baseline_and_that_it_is_a_model(catalogue):
    shown = state(catalogue, document=marked.document(catalogue))
    text = said(shown, Staging(round=3, stage_title="Last offers", move="china", clock=Clock(60, 9.2, True)))
    for words in ("Round 3", "Last offers", "China to move", "0:10", "Package: Bridge", "Baseline: Opening"):
        assert words in text
    for words in ("Worldview: Sceptic", "Assumptions changed: 1", "Model result, not a forecast"):
        assert words in text


def test_a_clock_counts_up_once_it_is_over_and_says_when_it_stands():
    assert clock(Clock(60, 59.01, True), "en") == "1:00"
    assert clock(Clock(60, 0.0, True), "en") == "0:00"
    assert clock(Clock(60, -61.5, True), "en") == "1:01 over"
    assert clock(Clock(60, 30.0), "zh") == "0:30 暂停"
    assert clock(None, "en") == ""


def test_a_long_brief_is_shown_forty_words_at_a_time():
    parts = portions(" ".join(f"word{i}" for i in range(95)))
    assert [len(part.split()) for part in parts] == [40, 40, 15]
    hanzi = portions("稀" * 200)
    assert "".join(hanzi) == "稀" * 200
    assert all(len(part) <= WORDS * HANZI for part in hanzi)


def test_a_package_has_its_two_sides_apart_and_the_rest_behind_them(shown):
    content = built(shown, Staging(scene="package")).content
    assert isinstance(content, Terms)
    assert len(content.us.lines) == 11
    assert len(content.china.lines) == 11
    assert [side.side for side in content.rest] == ["home", "terms"]


def test_an_off_menu_clause_is_marked_as_a_house_estimate(catalogue):
    for language, words in (("en", "House estimate"), ("zh", "会场估计")):
        shown = state(catalogue, language)
        lines = built(shown, Staging(scene="package")).content.china.lines
        house = [line for line in lines if words in line.marks]
        assert [line.measure for line in house] == ["joint_hotline"]
        assert words.lower() not in house[0].title.lower()
        rows = built(shown, stagings(shown)["compare"]).content.rows
        assert [row.house for row in rows if row.house] == [words]


def test_a_clause_of_the_deals_own_that_nobody_estimated_is_not_called_an_estimate(catalogue):
    document = deal()
    own = document.measures[0].model_copy(update={"group": "cn_licensing"})
    shown = state(catalogue, "en", document.model_copy(update={"measures": (own,)}))
    lines = built(shown, Staging(scene="package")).content.china.lines
    assert [line.marks for line in lines if line.house] == [("This deal’s own clause",)]


def test_the_clause_a_replay_is_about_is_lit_in_every_scene_that_shows_it(shown):
    evaluation = shown.evaluation
    replay = Replay(moved(evaluation, -5), evaluation, 0.5, "cn_whitelist")
    lines = built(shown, Staging(scene="package", replay=replay)).content.china.lines
    assert [line.measure for line in lines if line.lit] == ["cn_whitelist"]
    title = shown.catalogue.measure_by_id["cn_whitelist"].title.get(shown.language)
    for kind in ("score", "time"):
        assert title in built(shown, Staging(scene=kind, replay=replay)).content.lit


def test_scores_have_units_range_and_both_changes(catalogue):
    shown = state(catalogue)
    text = said(shown, Staging(scene="score", since=moved(shown.evaluation, -9.0)))
    assert "71.2%" in text
    assert "1.8\u00a0points" in text
    assert "Nine runs in ten: 60.2 to 82.2%" in text
    assert "▲ +9.0 points since the last reveal" in text
    assert "▲ +27.1 points against the baseline" in text
    assert "Lowest that can move: dysprosium" in text


def test_an_unchanged_score_is_said_to_be_unchanged(catalogue):
    shown = state(catalogue)
    text = said(shown, Staging(scene="score", since=shown.evaluation))
    assert text.count("Unchanged since the last reveal") == 2


def test_a_cell_the_catalogue_does_not_know_is_left_out(catalogue):
    strange = replace(fixtures.evaluation(), worst_movable=Cell("moon", "cheese", "civil", 1.0, 1.0))
    text = said(state(catalogue, evaluation=strange), Staging(scene="score"))
    assert "Lowest" not in text


def test_a_replay_moves_numbers_and_line_from_before_to_after(catalogue):
    shown = state(catalogue)
    before = moved(shown.evaluation, -9.0)
    values, ends = [], []
    for share in (0.0, 0.5, 1.0):
        content = built(shown, Staging(scene="score", replay=Replay(before, shown.evaluation, share))).content
        assert isinstance(content, Scores)
        values.append(content.numbers[0].spoken)
        ends.append(float(next(line for line in content.chart.lines if line.role == "package").y[-1]))
    assert values == ["62.2%", "66.7%", "71.2%"]
    assert ends == pytest.approx([73.9, 78.4, 82.9])


def test_a_replay_without_motion_shows_only_its_two_ends(catalogue):
    shown = state(catalogue)
    before = moved(shown.evaluation, -9.0)
    values = [
        built(shown, Staging(scene="score", still=True, replay=Replay(before, shown.evaluation, share))).content
        for share in (0.0, 0.2, 0.49, 0.5, 0.9)
    ]
    assert [content.numbers[0].spoken for content in values] == ["62.2%"] * 3 + ["71.2%"] * 2


def test_the_axes_stand_still_while_a_replay_moves(catalogue):
    shown = state(catalogue)
    replay = Replay(moved(shown.evaluation, -60.0), shown.evaluation, 0.0)
    ranges = {
        built(shown, Staging(scene="time", replay=replace(replay, share=share))).content.figure.y_range
        for share in (0.0, 0.3, 1.0)
    }
    assert len(ranges) == 1


def test_an_answer_between_two_that_do_not_fit_is_the_later_one():
    after = fixtures.evaluation()
    before = replace(after, scores=after.scores[1:], monthly=after.monthly[1:])
    middle = between(before, after, 0.5)
    assert middle.scores[0] is after.scores[0]
    assert middle.monthly[0] is after.monthly[0]


def test_a_chart_has_at_most_five_series_and_a_title_that_says_its_axes(shown):
    content = built(shown, stagings(shown)["time"]).content
    assert isinstance(content, Picture)
    assert 2 < len(content.figure.lines) <= SERIES
    assert "%" in content.title
    assert "2024" in content.title


def test_a_comparison_shows_at_most_three_packages_and_only_clauses_that_differ(shown):
    staging = stagings(shown)["compare"]
    content = built(shown, replace(staging, compared=staging.compared * 2)).content
    assert isinstance(content, Beside)
    assert len(content.names) == 3
    assert content.rows
    assert all(len(set(row.levels)) > 1 for row in content.rows)
    same = replace(staging, compared=(staging.compared[0],) * 2)
    assert built(shown, same).content.rows == ()
    assert built(shown, same).content.note


def test_an_inject_tells_whose_act_it_is_when_it_comes_and_how_long_it_lasts(catalogue):
    shown = state(catalogue)
    text = said(shown, Staging(scene="inject", inject=event()))
    assert "An act of China" in text
    assert "Feb 2026, month 7 after signing; lasts 6\u00a0months" in text
    endless = event().model_copy(update={"months": None, "month": 0})
    assert "Jul 2025, at signing; does not end" in said(shown, Staging(scene="inject", inject=endless))


def test_the_dark_holds_the_question_and_nothing_else(shown):
    told = built(shown, replace(stagings(shown)["dark"], scene="dark"))
    assert told.words() == (stagings(shown)["dark"].question,)
    assert built(shown, Staging(scene="dark")).words() == ()


def test_the_curtain_says_the_same_whatever_the_deal(catalogue):
    for language in LANGUAGES:
        full, small = (state(catalogue, language, deal(id, language, False)) for id in ("essay_full", "essay_minimal"))
        texts = {said(one, Staging(scene=kind, curtain=True)) for one in (full, small) for kind in SCENES}
        assert len(texts) == 1
    assert scene(None, Staging(scene="score")).kind == "curtain"
    assert scene(None, Staging(scene="check")).kind == "check"


NUMBER = re.compile(r"\d+[.,]\d+|\d{2,}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", SCENES)
def test_no_hidden_score_can_be_read_in_any_scene(catalogue, kind, language):
    whole = state(catalogue, language)
    shown = replace(whole, evaluation=moved(whole.evaluation, 0.0371 * 137))
    staging = replace(
        stagings(shown)["compare"],
        scene=kind,
        inject=event(),
        question="?",
        prediction=Prediction("?", ("a", "b", "c", "d", "e"), (1, 0, 2, 0, 0)),
        replay=Replay(moved(shown.evaluation, -13.0), shown.evaluation, 0.37, "cn_whitelist"),
    )
    open_, covered = (said(shown, replace(staging, hidden=hidden)) for hidden in (False, True))
    bare = replace(staging, hidden=True, replay=None, since=None)
    blank = tuple(replace(one, evaluation=None) for one in staging.compared)
    none = said(replace(shown, evaluation=None), replace(bare, compared=blank))
    # What is said with hidden scores is what is said when there are none at all.
    assert covered == none
    if kind in ("score", "time", "compare", "map"):
        assert set(NUMBER.findall(open_)) - set(NUMBER.findall(covered))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_confidential_and_no_file_is_in_any_scene(catalogue, language):
    shown = state(catalogue, language, marked.document(catalogue))
    shown = replace(shown, path=marked.PATH)
    for name, staging in stagings(shown).items():
        for hidden in (False, True):
            told = built(shown, replace(staging, hidden=hidden))
            assert marked.MARK not in repr(told), name
            assert "61.25" not in repr(told), name


def test_hidden_scores_leave_only_the_question_its_answers_and_the_hands(catalogue):
    shown = state(catalogue)
    for name in ("poll", "tally", "time hidden"):
        assert isinstance(built(shown, stagings(shown)[name]).content, Poll)
    text = said(shown, stagings(shown)["tally"])
    assert "Hands counted: 22" in text
    assert Compared(shown.document.package()).evaluation is None


def test_a_stage_without_a_deal_shows_the_baseline_alone_revealed_or_not(shown):
    for kind in ("time", "score"):
        staging = replace(
            stagings(shown)[kind], baseline_only=True, hidden=True, replay=stagings(shown)["package lit"].replay
        )
        told = built(shown, staging)
        drawn = told.content.figure if kind == "time" else told.content.chart
        assert {line.role for line in drawn.lines} <= {"baseline", "observed"}
        assert drawn.bands == ()
        assert told.content.title == say(
            "stage.without_deal", shown.language, title=built(shown, stagings(shown)[kind]).content.title
        )
        assert told.strip.scores == ()
        # What is said is the same whatever the package does.
        other = replace(shown, evaluation=moved(shown.evaluation, 3.7))
        assert said(other, staging) == said(shown, staging)
