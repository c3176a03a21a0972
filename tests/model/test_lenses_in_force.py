"""Which roles count in a deal: the catalogue's, the deal's own word in their place, and roles of its own."""

from dealbuilder.model.lens import LensChange, RedLine, Reservation, Weight
from dealbuilder.model.lenses_in_force import changed_lenses, lenses_in_force, misfits, standing
from dealbuilder.model.text import Text

NEW = Text(en="New", zh="新")


def changed(catalogue, id="us_defence", **fields):
    return LensChange(lens=catalogue.lens_by_id[id].model_copy(update=fields))


def firmer(catalogue, id="us_defence", value=0.5):
    return changed(catalogue, id, reservation=Reservation(value=value, reason=NEW, grade="D"))


def test_a_deal_that_says_nothing_has_the_catalogues_roles(catalogue):
    assert lenses_in_force(catalogue, ()) is catalogue.lenses


def test_a_changed_role_stands_in_the_place_of_the_catalogues_and_no_other_moves(catalogue):
    found = lenses_in_force(catalogue, (firmer(catalogue),))
    assert [lens.id for lens in found] == [lens.id for lens in catalogue.lenses]
    for old, new in zip(catalogue.lenses, found, strict=True):
        assert new.reservation.value == (0.5 if new.id == "us_defence" else old.reservation.value)


def test_a_role_of_the_deals_own_stands_last_on_its_side(catalogue):
    own = changed(catalogue, id="cn_downstream").lens.model_copy(update={"id": "cn_banks", "name": NEW})
    found = [lens.id for lens in lenses_in_force(catalogue, (LensChange(lens=own),))]
    assert found.index("cn_banks") == found.index("cn_downstream") + 1
    assert found[-1] == "allies"


def test_no_file_can_move_a_role_to_the_other_side(catalogue):
    found = lenses_in_force(catalogue, (changed(catalogue, side="china"),))
    assert next(lens for lens in found if lens.id == "us_defence").side == "us"


def test_whose_word_a_role_is_can_be_told(catalogue):
    own = LensChange(lens=catalogue.lenses[0].model_copy(update={"id": "guests"}))
    changes = (firmer(catalogue), own, changed(catalogue, "allies"))
    told = {id: standing(catalogue, changes, id) for id in ("us_defence", "guests", "allies", "cn_commerce")}
    assert told == {"us_defence": "changed", "guests": "own", "allies": "shipped", "cn_commerce": "shipped"}
    assert [change.id for change in changed_lenses(catalogue, changes)] == ["us_defence", "guests"]


def test_what_the_catalogue_does_not_know_counts_nothing_and_is_told(catalogue):
    weights = (
        Weight(indicator="wine", weight=0.5, sense="more", scale=1, unit="barrel"),
        Weight(indicator="supply_military", weight=0.25, sense="more", scale=5, unit="tonnes"),
        Weight(indicator="cutoff_survival", weight=0.25, sense="more", scale=1, unit="months"),
    )
    lines = tuple(
        RedLine(measure=measure, level=level, reason=NEW, grade="D")
        for measure, level in (("nowhere", "x"), ("cn_stop_licences", "y"), ("oct22_chips", "b30a_class"))
    )
    first = catalogue.measure_by_id["ease_smic"]
    lines += (RedLine(measure="ease_smic", level=first.levels[0].id, reason=NEW, grade="D"),)
    change = changed(catalogue, weights=weights, red_lines=lines)
    role = next(lens for lens in lenses_in_force(catalogue, (change,)) if lens.id == "us_defence")
    assert [weight.indicator for weight in role.weights] == ["cutoff_survival"]
    assert [line.level for line in role.red_lines] == ["b30a_class"]
    assert len(list(misfits(catalogue, (change,)))) == 5


def test_the_roles_that_must_agree_are_alike_on_both_sides(catalogue):
    must = {
        side: [lens for lens in catalogue.lenses if lens.side == side and lens.must_agree] for side in ("us", "china")
    }
    assert len(must["us"]) == len(must["china"]) > 0
    assert all(lens.consent.grade == "D" for side in must.values() for lens in side)
