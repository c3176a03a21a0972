from dealbuilder.document import edits, versions
from dealbuilder.document.history import History
from dealbuilder.document.new import free_package_id, new_document
from dealbuilder.model.package import Clause


def started():
    return History.start(new_document("t", id="t")).do(
        edits.AddClause(package="p1", clause=Clause(measure="white_list", level="some")), at="2025-07-01T10:00:00Z"
    )


def level(to):
    return edits.SetLevel(package="p1", measure="white_list", level=to)


def test_an_undone_edit_leaves_the_document_as_it_was():
    history = started()
    before = history.document
    history = history.do(level("all"))
    assert history.undo().document is before
    assert history.undo().redo() == history


def test_that_nothing_can_be_undone_at_the_start_or_redone_at_the_end():
    history = History.start(new_document("t", id="t"))
    assert not history.can_undo
    assert not history.can_redo
    assert history.undo() == history == history.redo()
    assert history.undo_edit is None
    assert history.undo_label("en") == "Undo"
    assert history.redo_label("zh") == "重做"


def test_that_a_gesture_is_one_step_and_keeps_only_where_it_ended():
    history = started()
    for to in ("a", "b", "c"):
        history = history.do(level(to), gesture="drag 1")
    assert len(history.steps) == 2
    assert history.steps[-1].edits == (level("c"),)
    assert history.undo().document.package().clause("white_list").level == "some"


def test_that_a_gesture_of_different_edits_is_still_one_step():
    history = started()
    history = history.do(level("all"), gesture="g")
    history = history.do(edits.SetTiming(package="p1", measure="white_list", start=4), gesture="g")
    history = history.do(edits.SetTiming(package="p1", measure="white_list", start=5), gesture="g")
    assert len(history.steps) == 2
    assert [edit.kind for edit in history.steps[-1].edits] == ["set_level", "set_timing"]
    assert history.undo().document == started().document


def test_that_an_edit_a_gesture_still_needs_is_not_left_out():
    history = started()
    first = edits.AddPackage(package=new_document("x", id="x").packages[0].model_copy(update={"id": "p2"}))
    second = edits.AddPackage(package=first.package.model_copy(update={"id": "p3"}))
    history = history.do(first, gesture="g").do(second, gesture="g")
    assert history.steps[-1].edits == (first, second)


def test_that_a_gesture_which_returns_to_its_beginning_leaves_no_step():
    history = started()
    after = history.do(level("all"), gesture="g").do(level("some"), gesture="g")
    assert after.steps == history.steps
    assert after.document == history.document


def test_that_two_gestures_are_two_steps():
    history = started().do(level("a"), gesture="1").do(level("b"), gesture="2")
    assert len(history.steps) == 3


def test_that_an_edit_that_changes_nothing_makes_no_step_and_keeps_redo():
    history = started().do(level("all")).undo()
    assert history.do(level("some")) is history
    assert history.can_redo


def test_that_doing_after_undo_drops_what_could_be_redone():
    history = started().do(level("a")).do(level("b")).undo().undo().do(level("c"))
    assert not history.can_redo
    assert len(history.steps) == 2
    assert history.undo().undo().document == new_document("t", id="t")


def test_that_a_gesture_after_undo_does_not_melt_into_the_step_before():
    history = started().do(level("a"), gesture="g").do(level("b")).undo()
    history = history.do(level("c"), gesture="g")
    assert len(history.steps) == 3
    assert history.undo().document.package().clause("white_list").level == "a"


def test_that_labels_say_what_would_be_undone_in_both_languages():
    history = started().do(level("all"))
    assert history.undo_label("en") == "Undo: white_list → all"
    assert history.undo_label("zh") == "撤销：white_list → all"
    assert history.undo().redo_label("en") == "Redo: white_list → all"


def test_that_restoring_a_version_can_be_undone_and_loses_no_version():
    history = started()
    kept = versions.keep((), history.document, at="2025-07-01", who="desk", note="before lunch")
    history = history.do(level("all"))
    kept = versions.keep(kept, history.document, at="2025-07-02", who="desk", note="after")
    restored = history.do(versions.restore(kept[0]))
    assert restored.document == kept[0].document
    assert restored.undo().document == history.document
    assert [version.number for version in kept] == [1, 2]


def test_that_a_number_of_a_version_is_never_used_twice():
    kept = versions.keep((), new_document("a", id="a"), at="", who="", note="")
    kept = versions.keep(kept, new_document("a", id="a"), at="", who="", note="")
    assert versions.keep(kept[1:], new_document("a", id="a"), at="", who="", note="")[-1].number == 3


def test_that_a_new_document_has_one_empty_package_and_an_id_of_its_own():
    one, other = new_document("x"), new_document("x")
    assert one.id != other.id
    assert one.package().clauses == ()
    assert free_package_id(one) == "p2"
