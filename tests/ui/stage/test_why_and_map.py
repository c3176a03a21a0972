"""The scenes Map and Why: asked first, kept back until the reveal, built bar by bar or point by point in a replay."""

from dataclasses import replace

from dealbuilder.report.figure import Scatter, Waterfall
from dealbuilder.report.stage.build import scene
from dealbuilder.report.stage.matter import Matter
from dealbuilder.report.stage.scene import Picture, Poll, Statement
from dealbuilder.ui.stage.asking import Asking, who
from tests.ui.stage.stagings import deal, stagings, state

WHITE_LIST = "cn_whitelist"


def built(shown, staging):
    return scene(
        Matter(shown.catalogue, shown.document, shown.evaluation, shown.language, staging), staging, shown.language
    ).content


def test_why_asks_for_credit_and_shows_it_once_the_scores_are_revealed(room):
    room.add(WHITE_LIST)
    room.program.scored()
    room.set_up("after_reveal")
    room.start()
    room.do("scene", "why")
    room.program.wait(lambda: room.show.shown.earned is not None)
    assert room.staging.earned is None
    room.do("reveal")
    assert room.staging.earned is not None
    assert WHITE_LIST in room.staging.earned.clauses
    earned = room.staging.earned.of("supply_restored")
    score = room.program.state.evaluation.score("supply_restored")
    assert abs(sum(share.shapley for share in earned.shares) - (score.mean - score.baseline)) < 1e-9


def test_a_change_takes_the_credit_off_until_it_is_worked_out_and_revealed_anew(room):
    room.add(WHITE_LIST)
    room.program.scored()
    room.start()
    room.do("scene", "why")
    room.program.wait(lambda: room.staging.earned is not None)
    room.commands.do("undo")
    assert room.staging.earned is None
    room.program.scored()
    room.program.wait(lambda: room.staging.earned is not None)
    assert WHITE_LIST not in room.staging.earned.clauses


def test_a_question_asked_on_why_stays_there_and_the_reveal_answers_it(room):
    room.add(WHITE_LIST)
    room.program.scored()
    room.start()
    room.do("scene", "why")
    room.program.wait(lambda: room.staging.earned is not None)
    assert room.show.ask(Asking("Who?", "supply_restored", ("one", "two")))
    assert room.staging.scene == "why"
    assert room.staging.earned is None
    room.show.reveal()
    assert room.staging.earned is not None


def test_why_can_be_replayed_without_a_change(room):
    room.add(WHITE_LIST)
    room.program.scored()
    room.start()
    room.do("scene", "why")
    room.program.wait(lambda: room.show.shown.earned is not None)
    assert room.show.replay()
    assert room.staging.replay is not None


def test_a_replay_of_why_adds_bars_and_never_moves_what_stands(catalogue):
    shown = state(catalogue)
    staging = stagings(shown)["why replay"]
    counts, ranges = [], set()
    for share in (0.0, 0.3, 0.7, 1.0):
        content = built(shown, replace(staging, replay=replace(staging.replay, share=share)))
        assert isinstance(content, Picture)
        assert isinstance(content.figure, Waterfall)
        counts.append(sum(bool(step.label) for step in content.figure.steps))
        ranges.add((content.figure.x_range, len(content.figure.steps)))
    assert counts[0] == 0
    assert counts == sorted(counts)
    assert counts[-1] == len(content.figure.steps) <= 7
    assert len(ranges) == 1


def test_the_bars_of_why_sum_to_the_score_however_many_clauses_are_lumped(catalogue):
    shown = state(catalogue)
    figure = built(shown, stagings(shown)["why"]).figure
    assert isinstance(figure, Waterfall)
    assert abs(figure.first[1] + sum(step.value for step in figure.steps) - figure.last[1]) < 1e-9


def test_why_says_in_words_that_it_is_not_known_yet_or_that_there_is_no_clause(catalogue):
    shown = state(catalogue)
    assert "worked out" in built(shown, stagings(shown)["why not yet"]).texts[0]
    package = shown.document.package().model_copy(update={"clauses": ()})
    empty = replace(shown, document=shown.document.model_copy(update={"packages": (package,), "active": package.id}))
    said = built(empty, stagings(shown)["why not yet"])
    assert isinstance(said, Statement)
    assert "no clause" in said.texts[0]


def test_hidden_scores_leave_the_question_in_both_scenes(catalogue):
    shown = state(catalogue)
    for name in ("map hidden", "why hidden"):
        assert isinstance(built(shown, stagings(shown)[name]), Poll)


def test_the_point_of_a_map_moves_from_before_to_after_on_axes_that_hold_both(catalogue):
    shown = state(catalogue)
    staging = stagings(shown)["map replay"]
    places, ranges = [], set()
    for share in (0.0, 0.5, 1.0):
        figure = built(shown, replace(staging, replay=replace(staging.replay, share=share))).figure
        assert isinstance(figure, Scatter)
        own = next(mark for mark in figure.marks if mark.role == "package")
        places.append(own.x)
        ranges.add((figure.x_range, figure.y_range))
    assert places == sorted(places)
    assert places[0] < places[-1]
    assert len(ranges) == 1


def test_packages_without_a_score_are_named_below_the_map(catalogue):
    shown = state(catalogue)
    staging = stagings(shown)["map"]
    blank = tuple(replace(one, evaluation=None) for one in staging.compared)
    content = built(shown, replace(staging, compared=blank))
    assert "Opening bid" in content.note
    assert len(content.figure.marks) == 3


def test_answers_to_who_earned_it_tell_nothing_and_are_at_most_five(catalogue):
    for id in ("essay_full", "essay_minimal"):
        document = deal(id)
        asked = who(catalogue, document.package(), "supply_restored", "en")
        assert 2 <= len(asked.answers) <= 5
        assert asked.edges == ()
        backwards = document.package().model_copy(update={"clauses": document.package().clauses[::-1]})
        assert who(catalogue, backwards, "supply_restored", "en") == asked
