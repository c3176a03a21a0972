"""What is on each part of the kit, before it is set: roles, cards, running order, sessions."""

import pytest

from dealbuilder.document.document import Document
from dealbuilder.document.new import new_document
from dealbuilder.document.own_values import OwnValues
from dealbuilder.document.plan import Plan, Seat
from dealbuilder.errors import DealError
from dealbuilder.model.house import Estimate, House
from dealbuilder.model.lens import LensChange, Reservation, Weight
from dealbuilder.model.text import Text
from dealbuilder.report.kit.cards import cards
from dealbuilder.report.kit.codes import codes, shortened
from dealbuilder.report.kit.injects import inject_cards
from dealbuilder.report.kit.kit import Options, build
from dealbuilder.report.kit.occasion import Role, chosen, from_plan, from_template
from dealbuilder.report.kit.order import begins, running_order
from dealbuilder.report.kit.roles import sheet
from dealbuilder.report.kit.tents import tents
from tests.report.kit.rooms import stage, template

SECRET = OwnValues(
    weights=(Weight(indicator="supply_restored", weight=1.0, sense="more", scale=7.0, unit="%"),),
    reservation=0.77,
    note="walk away below",
)


def document(**more: object) -> Document:
    return new_document("Room").model_copy(update=more)


def test_every_lens_has_a_sheet_with_wants_red_lines_and_reservation_in_words(catalogue):
    known = codes(catalogue, "en")
    for lens in catalogue.lenses:
        made = sheet(catalogue, known, Role(lens.id), "en")
        assert len(made.wants) == len(lens.weights)
        assert len(made.lines) == len(lens.red_lines)
        assert "points" in made.number
        assert made.reservation
        assert all(want.worth and want.explanation for want in made.wants)


def test_a_sheet_says_what_a_change_is_worth_with_units(catalogue):
    made = sheet(catalogue, codes(catalogue, "en"), Role("us_dealmakers"), "en")
    assert made.wants[0].worth.replace("\u00a0", " ") == "0.30 points for each 5 percentage points more"
    assert made.wants[-1].worth.replace("\u00a0", " ") == "0.10 points for each 1 point less"
    chinese = sheet(catalogue, codes(catalogue, "zh"), Role("us_dealmakers"), "zh")
    assert chinese.wants[0].worth == "每增加5个百分点得0.30分"


def test_a_reservation_is_worded_by_its_sign(catalogue):
    known = codes(catalogue, "en")
    said = {id: sheet(catalogue, known, Role(id), "en") for id in ("us_dealmakers", "us_defence", "cn_security")}
    assert "even at a loss" in said["us_dealmakers"].reservation
    assert "no worse" in said["us_defence"].reservation
    assert "better off" in said["cn_security"].reservation


def test_a_role_that_no_catalogue_knows_gets_a_sheet_that_says_so(catalogue):
    made = sheet(catalogue, codes(catalogue, "en"), Role("harbour_master", ("Ann",)), "en")
    assert made.name == "harbour_master"
    assert "no reservation value" in made.reservation
    assert (made.number, made.wants, made.lines) == ("", (), ())


def test_a_sheet_tells_nothing_of_another_role(catalogue):
    known = codes(catalogue, "en")
    mine = sheet(catalogue, known, Role("us_dealmakers"), "en")
    for other in catalogue.lenses:
        if other.id != "us_dealmakers":
            assert other.name.en not in str(mine)
            assert other.summary.en not in str(mine)


def test_sealed_values_stand_only_on_the_copy_that_asks_for_them(catalogue):
    known, role = codes(catalogue, "en"), Role("us_dealmakers")
    plain, own = sheet(catalogue, known, role, "en"), sheet(catalogue, known, role, "en", SECRET)
    assert "0.77" not in str(plain)
    assert "walk away" not in str(plain)
    assert own.number.startswith("+0.77")
    assert own.note == "walk away below"
    assert "7 percentage points" in own.wants[0].worth.replace("\u00a0", " ")


def test_sealed_values_without_a_reservation_say_so(catalogue):
    bare = SECRET.model_copy(update={"reservation": None})
    own = sheet(catalogue, codes(catalogue, "en"), Role("cn_security"), "en", bare)
    assert "no reservation value" in own.reservation


def test_how_a_kit_is_printed_does_not_tell_what_was_opened_for_it():
    assert "walk away" not in repr(Options(own=(("us_dealmakers", SECRET),)))


def test_there_is_a_card_for_every_measure_with_all_its_levels_and_a_code_of_its_own(catalogue):
    made = cards(catalogue, codes(catalogue, "en"), "en")
    assert sorted(card.id for card in made) == sorted(catalogue.measure_by_id)
    assert len({card.code for card in made}) == len(made)
    for card in made:
        assert [line.rank for line in card.levels] == list(range(len(catalogue.measure_by_id[card.id].levels)))
        assert card.grade in "ABCD"
        assert card.source


def test_cards_run_by_side_in_one_order_and_mirrors_name_each_other(catalogue):
    made = cards(catalogue, codes(catalogue, "en"), "en")
    sides = [card.side for card in made]
    assert list(dict.fromkeys(sides)) == ["us", "china", "home", "terms", "agenda"]
    by_id = {card.id: card for card in made}
    us, china = by_id["grant_pending"], by_id["cn_whitelist"]
    assert any(tie.startswith("Mirrors") and china.code in tie for tie in us.ties)
    assert any(tie.startswith("Mirrors") and us.code in tie for tie in china.ties)


def test_a_guardrail_card_says_that_it_is_closed(catalogue):
    by_id = {card.id: card for card in cards(catalogue, codes(catalogue, "en"), "en")}
    assert by_id["oct22_chips"].warning.startswith("Guardrail")
    assert by_id["grant_pending"].warning == ""


def test_a_clause_made_in_the_room_is_marked_as_a_house_estimate_and_shows_no_source(catalogue):
    house = House(channel=catalogue.channels[0].id, first=(Estimate(low=0.0, likely=0.5, high=1.0),))
    own = catalogue.measures[0].model_copy(
        update={"id": "off_menu", "house": house, "references": (), "grade": "D", "guardrail": False}
    )
    wider = catalogue.with_measures((own,))
    card = next(one for one in cards(wider, codes(wider, "en"), "en") if one.id == "off_menu")
    assert card.warning.startswith("House estimate")
    assert card.source == "no source given"


def test_texts_of_somebodys_own_are_cut_and_broken_where_they_would_run_out():
    assert shortened("a\n b", 10) == "a b"
    assert shortened("word " * 100, 20).endswith("…")
    assert len(shortened("word " * 100, 20)) <= 20
    assert max(map(len, shortened("x" * 1000, 400).split())) <= 14
    assert shortened("telecommunications", 100) == "telecommunications"


def test_the_running_order_adds_minutes_to_the_start_and_past_midnight(catalogue):
    occasion = from_template(catalogue, template(catalogue), "en")
    order = running_order(occasion, begins("23:30"), "en")
    assert [row.clock for row in order.rows] == ["23:30", "23:50", "00:30"]
    assert order.span == "23:30 to 00:31, 61 minutes"
    assert catalogue.injects[0].title.en in order.rows[1].inject
    assert order.warnings == ()


@pytest.mark.parametrize("clock", ["", "9", "24:00", "9:5", "09:60", "ab:cd", "-1:00", "٠٩:٠٠"])
def test_what_is_no_time_of_day_is_refused(clock):
    with pytest.raises(DealError):
        begins(clock)


def test_an_inject_that_nothing_describes_is_told_and_stops_nothing(catalogue):
    lost = template(catalogue).model_copy(update={"deck": ("volcano",)})
    occasion = from_template(catalogue, lost, "en")
    assert occasion.unknown == ("volcano",)
    assert "volcano" in running_order(occasion, 0, "en").warnings[0]
    assert [card.id for card in inject_cards(catalogue, occasion.deck, "en")] == [catalogue.injects[0].id]


def test_a_plan_seats_people_by_role_and_brings_injects_of_its_own(catalogue):
    own = catalogue.injects[0].model_copy(update={"id": "our_own"})
    plan = Plan(
        stages=(stage("round", 30, "Only", round=1, inject="our_own"),),
        visibility="public",
        seats=(
            Seat(name="Ann", lens="us_defence"),
            Seat(name="Bo", lens="cn_security"),
            Seat(name="Cy", lens="us_defence"),
        ),
        injects=(own,),
    )
    occasion = from_plan(catalogue, plan, "en", "Title")
    assert occasion.name == "Title"
    assert occasion.roles == (Role("us_defence", ("Ann", "Cy")), Role("cn_security", ("Bo",)))
    assert occasion.deck == (own,)


def test_a_plan_without_seats_takes_the_roles_of_its_template_or_everybody(catalogue):
    plan = Plan(stages=(stage("round", 30, "Only", round=1),), visibility="public", template="ninety_minutes")
    known = {one.id: one for one in catalogue.sessions}
    roles = [role.lens for role in from_plan(catalogue, plan, "en", "").roles]
    assert roles == list(known["ninety_minutes"].roles)
    stranger = plan.model_copy(update={"template": "unheard_of"})
    assert len(from_plan(catalogue, stranger, "en", "").roles) == len(catalogue.lenses)


def test_the_session_asked_for_comes_before_the_plan_and_an_unknown_one_is_answered_with_the_known(catalogue):
    plan = Plan(stages=(stage("round", 30, "Only", round=1),), visibility="public")
    assert chosen(catalogue, plan, None, "en", "Plan").minutes == 30
    assert chosen(catalogue, plan, "ninety_minutes", "en", "Plan").minutes == 90
    assert chosen(catalogue, plan, "ninety", "en", "Plan").minutes == 90
    with pytest.raises(DealError, match="ninety_minutes"):
        chosen(catalogue, plan, "a_week", "en", "Plan")


def test_every_role_has_a_tent_and_so_has_the_chair(catalogue):
    made = tents(catalogue, (Role("us_defence", ("Ann", "Bo")), Role("elsewhere")), "en")
    assert [tent.name for tent in made] == [catalogue.lens_by_id["us_defence"].name.en, "elsewhere", "Chair"]
    assert made[0].people == "Ann · Bo"


def test_a_role_that_the_deal_changed_is_printed_as_the_deal_has_it_and_says_so(catalogue):
    lens = catalogue.lens_by_id["us_defence"]
    firm = Reservation(value=3.21, reason=Text(en="Heard.", zh="听说。"), grade="D")
    deal = document(lenses=(LensChange(lens=lens.model_copy(update={"reservation": firm})),))
    occasion = from_plan(catalogue, Plan(stages=(stage("round", 20, "Round"),), visibility="public"), "en", "Room")
    (part,) = build(catalogue, deal, occasion, Options(parts=("roles",)))
    made = {one["id"]: one for one in part.data["sheets"]}
    assert "3.21" in made["us_defence"]["number"]
    assert made["us_defence"]["basis"].startswith("This deal sees the role its own way")
    assert made["us_dealmakers"]["basis"].startswith("Direction")
