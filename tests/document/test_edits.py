import contextlib
import random
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from dealbuilder.document import edits
from dealbuilder.document.describe import describe, namer
from dealbuilder.document.edits import apply
from dealbuilder.document.history import History
from dealbuilder.document.session import telling
from dealbuilder.errors import DealError
from dealbuilder.model.assumptions import Change
from dealbuilder.model.package import Clause, Condition, Package
from tests.document.deals import KINDS, full_deal, own_measure, random_edit

ALL_KINDS = {kind.model_fields["kind"].default for kind in get_args(get_args(edits.Edit)[0])}


def edit_of(kind, document=None):
    """The first random edit of a kind that can be done to the full deal."""
    document = document or full_deal()
    for seed in range(20_000):
        edit = random_edit(random.Random(seed), document)
        if edit.kind == kind:
            try:
                if apply(document, edit) != document:
                    return edit
            except DealError:
                continue
    raise AssertionError(f"no {kind} found")


def test_that_the_random_edits_know_every_kind():
    assert set(KINDS) == ALL_KINDS


@pytest.mark.parametrize("kind", sorted(ALL_KINDS - {"restore_version"}))
def test_that_every_kind_of_edit_changes_the_deal_survives_json_and_has_words(kind):
    document = full_deal()
    edit = edit_of(kind)
    assert apply(document, edit) != document
    assert edits.EDIT.validate_json(edits.EDIT.dump_json(edit)) == edit
    english, chinese = describe(edit, "en"), describe(edit, "zh")
    assert english
    assert chinese
    assert kind == "set_level" or english != chinese


def test_that_restoring_a_version_brings_its_content_under_the_same_id():
    kept = full_deal().model_copy(update={"title": "then", "id": "other"})
    restored = apply(full_deal(), edits.RestoreVersion(number=2, document=kept))
    assert (restored.id, restored.title) == ("full", "then")
    assert describe(edits.RestoreVersion(number=2, document=kept), "en") == "restore version 2"


def test_that_setting_a_level_leaves_all_other_clauses_the_same_objects():
    document = full_deal()
    after = apply(document, edits.SetLevel(package="a", measure="letters", level="none"))
    for old, new in zip(document.package("a").clauses, after.package("a").clauses, strict=True):
        assert (new is old) == (old.measure != "letters")
    assert after.package("b") is document.package("b")
    assert after.assumptions is document.assumptions
    assert after.targets is document.targets


@settings(deadline=None)
@given(st.sampled_from(["white_list", "letters", "not_in_any_catalogue"]), st.sampled_from(["none", "all"]))
def test_that_returning_one_line_to_its_level_never_touches_another(measure, level):
    document = full_deal()
    original = document.package("a").clause(measure)
    there = apply(document, edits.SetLevel(package="a", measure=measure, level=level))
    back = apply(there, edits.SetLevel(package="a", measure=measure, level=original.level))
    assert back == document


@settings(deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from(["yield_loss", "hazard_base"]))
def test_that_resetting_one_assumption_never_touches_another(rng, parameter):
    document = full_deal()
    changed = apply(document, edits.ChangeAssumption(change=Change(parameter=parameter, value=rng.uniform(-5, 5))))
    after = apply(changed, edits.ResetAssumption(parameter=parameter))
    kept = [change for change in document.assumptions.changes if change.parameter != parameter]
    assert list(after.assumptions.changes) == kept
    assert all(new is old for new, old in zip(after.assumptions.changes, kept, strict=True))
    assert after.packages is document.packages


@settings(deadline=None)
@given(st.randoms(use_true_random=False))
def test_that_no_edit_changes_the_document_it_is_applied_to(rng):
    document = full_deal()
    with contextlib.suppress(DealError):
        apply(document, random_edit(rng, document))
    assert document == full_deal()


@settings(deadline=None, suppress_health_check=[HealthCheck.large_base_example])
@given(st.randoms(use_true_random=False))
def test_that_every_edit_leaves_a_document_that_its_own_rules_accept(rng):
    document = full_deal()
    for _ in range(15):
        try:
            document = apply(document, random_edit(rng, document))
        except DealError:
            continue
    assert type(document).model_validate_json(document.model_dump_json()) == document
    assert document.active in [package.id for package in document.packages]
    for package in document.packages:
        assert len({clause.measure for clause in package.clauses}) == len(package.clauses)


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (edits.AddClause(package="a", clause=Clause(measure="letters", level="all")), "already has a clause"),
        (edits.AddClause(package="b", clause=Clause(measure="x", level="all", start=9, end=4)), "cannot end"),
        (edits.SetLevel(package="nowhere", measure="letters", level="all"), 'no package "nowhere"'),
        (edits.RemoveClause(package="b", measure="letters"), "no clause on letters"),
        (edits.SetTiming(package="a", measure="letters", start=5, end=5), "cannot end"),
        (
            edits.SetCondition(package="a", measure="letters", condition=Condition(measure="letters", level="all")),
            "itself",
        ),
        (
            edits.MoveClauses(
                package="b",
                moves=(
                    edits.SetLevel(package="b", measure="clock", level="all"),
                    edits.RemoveClause(package="b", measure="letters"),
                ),
            ),
            "no clause on letters",
        ),
        (edits.RemovePackage(package="a"), "is the baseline"),
        (edits.AddPackage(package=Package(id="a", name="again")), "already has a package"),
        (
            edits.ReplacePackage(package=Package(id="b", name="B", clauses=(Clause(measure="x", level="y"),) * 2)),
            "two clauses on x",
        ),
        (edits.ReplacePackage(package=Package(id="c", name="C")), 'no package "c"'),
        (edits.SetBaseline(package="nowhere"), "no package"),
        (edits.ChangeAssumption(change=Change(parameter="p", value=3, low=4)), "outside its own range"),
        (edits.ResetAssumption(parameter="p"), "already has the catalogue's value"),
        (edits.RemoveTarget(indicator="p"), "no target"),
        (edits.RemoveMeasure(id="own_clause"), "has a clause on own_clause"),
        (edits.RemoveMeasure(id="letters"), "no measure letters of its own"),
        (edits.SealValue(key="nothing", value=None), "Nothing is sealed"),
        (edits.WriteNote(measure="letters", text="x"), "must name its package"),
        (edits.WriteNote(package="a", measure="letters", text="x" * 20_001), "20,001"),
    ],
)  # fmt: skip
def test_that_an_impossible_edit_is_refused_with_a_sentence(edit, said):
    with pytest.raises(DealError, match=said) as caught:
        apply(full_deal(), edit)
    assert caught.value.message.endswith((".", "changed."))


def test_that_several_moves_are_one_step_of_undo_named_by_all_of_them():
    moves = (
        edits.SetLevel(package="a", measure="letters", level="none"),
        edits.RemoveClause(package="a", measure="white_list"),
        edits.AddClause(package="a", clause=Clause(measure="clock", level="all", private_note="ours")),
    )
    both = edits.MoveClauses(package="a", moves=moves)
    done = History.start(full_deal()).do(both)
    assert len(done.steps) == 1
    assert [clause.measure for clause in done.document.package("a").clauses][-1] == "clock"
    assert done.undo().document == full_deal()
    assert describe(both, "en") == "letters → none; remove white_list; add clock → all"
    assert describe(both, "zh") == "letters → none；移除 white_list；加入 clock → all"
    told = telling(both)
    assert isinstance(told, edits.MoveClauses)
    assert "ours" not in told.model_dump_json()
    with pytest.raises(ValueError, match="another package"):
        edits.MoveClauses(package="b", moves=moves)


def test_that_the_last_package_cannot_be_removed():
    document = full_deal().model_copy(update={"baseline": None})
    document = apply(document, edits.RemovePackage(package="b"))
    assert document.active == "a"
    with pytest.raises(DealError, match="only package"):
        apply(document, edits.RemovePackage(package="a"))


def test_that_a_copy_of_a_package_stands_behind_it_and_is_shown():
    after = apply(full_deal(), edits.DuplicatePackage(source="a", id="c", name="A2"))
    assert [package.id for package in after.packages] == ["a", "c", "b"]
    assert after.active == "c"
    assert after.package("c").clauses is full_deal().package("a").clauses or (
        after.package("c").clauses == full_deal().package("a").clauses
    )


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), -1.0, 121.0])
def test_that_a_ramp_that_is_no_number_of_months_is_refused(bad):
    with pytest.raises(ValidationError):
        edits.SetTiming(package="a", measure="letters", start=0, ramp=bad)


def test_that_labels_use_the_names_of_the_catalogue(catalogue):
    document = apply(full_deal(), edits.AddMeasure(measure=own_measure("mine")))
    names = namer(catalogue, document, "zh")
    assert names("package:a") == "A"
    assert names("measure:mine") == "Do something off the menu（中）"
    assert names("level:mine:all") == "yes（中）"
    assert names("level:nobody:all") == "all"
    assert describe(edits.SetLevel(package="a", measure="mine", level="all"), "zh", names).endswith("→ yes（中）")
    assert describe(edits.RemoveClause(package="a", measure="unknown_one"), "en", names) == "remove unknown_one"
