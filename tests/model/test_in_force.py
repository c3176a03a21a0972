"""The figures in force: starting point, worldview and user speak in that order, and each is named."""

from dealbuilder.model.assumptions import Change, Worldview
from dealbuilder.model.in_force import in_force
from dealbuilder.model.parameter import Parameter

PARAMETER = Parameter.model_validate(
    {
        "id": "delay", "topic": "derisking", "label": {"en": "Delay", "zh": "延误"}, "value": 20, "low": 10, "high": 30,
        "distribution": "lognormal", "unit": "month", "grade": "D",
    }
)  # fmt: skip
SLOW = Worldview.model_validate(
    {"id": "slow", "label": {"en": "Slow", "zh": "慢"}, "summary": {"en": "Slow.", "zh": "慢。"}, "switches": {},
     "parameters": {"delay": (32, 20, 48)}}
)  # fmt: skip


def figures(pack=None, view=None, change=None, parameter=PARAMETER):
    found = in_force(parameter, pack or {}, view, change)
    return found.value, found.low, found.high, found.origin


def test_without_a_word_from_anybody_the_catalogue_counts():
    assert figures() == (20, 10, 30, "catalogue")


def test_a_starting_point_widens_the_range_to_hold_its_value():
    assert figures({"delay": 40.0}) == (40, 10, 40, "pack")


def test_a_worldview_replaces_the_starting_point():
    assert figures({"delay": 40.0}, SLOW) == (32, 20, 48, "worldview")


def test_the_user_has_the_last_word_and_without_a_range_the_value_is_certain():
    assert figures({}, SLOW, Change(parameter="delay", value=6)) == (6, 6, 6, "change")
    assert figures({}, SLOW, Change(parameter="delay", value=6, low=5)) == (6, 5, 6, "change")
    assert in_force(PARAMETER, {}, SLOW, Change(parameter="delay", value=6)).certain


def test_a_range_lets_a_fixed_parameter_vary():
    fixed = PARAMETER.model_copy(update={"distribution": "fixed"})
    assert in_force(fixed, {}, None).certain
    found = in_force(fixed, {}, None, Change(parameter="delay", value=6, low=5, high=9))
    assert (found.distribution, found.certain) == ("triangular", False)


def test_a_value_outside_its_own_range_is_seen():
    assert not in_force(PARAMETER, {}, None, Change(parameter="delay", value=6, low=7, high=9)).ordered
