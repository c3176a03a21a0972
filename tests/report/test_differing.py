"""What a deal changed, in words and figures."""

from dealbuilder.model.assumptions import Change
from dealbuilder.report.differing import as_json, counted, differing, ranged, sentence
from tests.report import fixtures

BACKLOG = Change(parameter="backlog", value=700, low=600, high=800, who="US side", reason="Trade press")


def test_nothing_changed_is_not_mentioned():
    catalogue = fixtures.catalogue()
    assert (counted(catalogue, (), "en"), sentence(catalogue, (), "zh"), as_json(catalogue, ())) == ("", "", [])


def test_one_and_many_are_counted_as_each_language_does():
    catalogue = fixtures.catalogue()
    strange = Change(parameter="ether", value=1)
    assert counted(catalogue, (BACKLOG,), "en") == "1 assumption differs from the catalogue"
    assert counted(catalogue, (BACKLOG, strange), "en") == "2 assumptions differ from the catalogue"
    assert counted(catalogue, (BACKLOG, strange), "zh") == "有2项假设与目录不同"


def test_of_two_changes_of_one_assumption_the_later_counts_as_in_a_run():
    found = differing(fixtures.catalogue(), (BACKLOG, BACKLOG.model_copy(update={"value": 710})))
    assert [one.change.value for one in found] == [710]


def test_a_long_list_is_named_in_part():
    many = tuple(Change(parameter=f"x{n}", value=n) for n in range(5))
    assert (
        sentence(fixtures.catalogue(), many, "en") == "5 assumptions differ from the catalogue: x0; x1; x2; and 2 more."
    )


def test_what_the_catalogue_does_not_know_has_no_figure_to_compare_with():
    (said,) = as_json(fixtures.catalogue(), (Change(parameter="ether", value=1),))
    assert (said["id"], said["catalogue"], said["low"], said["high"]) == ("ether", None, 1.0, 1.0)


def test_a_range_is_counted_in_the_unit_of_its_value_in_both_languages():
    assert ranged(8, 5, 12, "USD bn", "en") == "USD\u00a08\u00a0bn (5–12)"
    assert ranged(8, 5, 12, "USD bn", "zh") == "80亿美元（50–120）"
    assert ranged(0.35, 0.05, 0.8, "share", "en") == "0.35 (0.05–0.80)"
    assert ranged(8, None, None, "month", "en") == "8\u00a0months"
    assert ranged(8, 5, None, "month", "en") == "8\u00a0months (5–8)"
