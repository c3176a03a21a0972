"""Chinese commitments, the programme at home, terms and agenda: what a negotiator reads is worded, dated and tied."""

import re

import pytest

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.measure import Measure
from dealbuilder.model.text import Text

CHINA = [
    "cn_whitelist",
    "cn_long_licences",
    "cn_review_clock",
    "cn_customs",
    "cn_documents",
    "cn_access_dual_use",
    "cn_access_defence",
    "cn_access_military",
    "cn_third_country",
    "cn_raw_materials",
    "cn_accept_chips",
    "cn_accept_tools",
    "cn_standstill",
    "cn_stop_licences",
    "cn_new_controls",
]
HOME = [
    "home_price_floor",
    "home_offtake",
    "home_capital",
    "home_stockpile",
    "home_permitting",
    "home_workforce",
    "home_recycling",
    "home_allied",
]
TERMS = [
    "term_length",
    "term_renewal",
    "term_tranches",
    "term_verification",
    "term_snapback",
    "term_linkage",
    "term_dispute",
]
AGENDA = [
    "agenda_tariffs",
    "agenda_fentanyl",
    "agenda_green",
]
SIDES = {"china": CHINA, "home": HOME, "terms": TERMS, "agenda": AGENDA}
IDS = CHINA + HOME + TERMS + AGENDA

HAN = re.compile(r"[\u4e00-\u9fff]")
NUMBER = re.compile(r"\d")
DATED = re.compile(r"^\d{4}(-\d{2}(-\d{2})?)?$")
OPTIONAL_TEXTS = ("bound_by", "recorded_only", "guardrail_reason")


def texts(measure: Measure) -> list[Text]:
    """Every text of a measure, in both languages."""
    found = [measure.title, measure.summary, measure.instrument.name, measure.ramp_note]
    found += [text for level in measure.levels for text in (level.label, level.sentence)]
    found += [link.reason for link in measure.links] + [demand.role for demand in measure.asked_by]
    return found + [text for name in OPTIONAL_TEXTS if (text := getattr(measure, name)) is not None]


@pytest.fixture(params=IDS)
def measure(request: pytest.FixtureRequest, catalogue: Catalogue) -> Measure:
    """Each measure of the four sides in turn."""
    return catalogue.measure_by_id[request.param]


@pytest.mark.parametrize("side", SIDES)
def test_each_side_has_exactly_the_measures_that_the_brief_names(catalogue: Catalogue, side: str) -> None:
    assert [m.id for m in catalogue.measures if m.side == side] == SIDES[side]


def test_a_measure_has_three_to_six_levels_none_first(measure: Measure) -> None:
    assert 3 <= len(measure.levels) <= 6
    assert measure.levels[0].id == "none"


def test_a_level_says_a_number_of_things_in_both_languages(measure: Measure) -> None:
    for level in measure.levels:
        assert NUMBER.search(level.sentence.en), level.id
        assert NUMBER.search(level.sentence.zh), level.id


def test_a_level_is_one_sentence_with_a_label_of_at_most_five_words(measure: Measure) -> None:
    for level in measure.levels:
        words = level.label.en.replace("%", "").split()
        assert 1 <= len(words) <= 5, level.label.en
        assert len(level.label.zh) <= 14, level.label.zh
        assert level.sentence.en.endswith(".")
        assert not re.search(r"\. [A-Z]", level.sentence.en)
        assert level.sentence.zh.endswith("。")
        assert level.sentence.zh.count("。") == 1


def test_a_title_begins_with_a_verb_and_ends_without_a_stop(measure: Measure) -> None:
    verbs = {
        "Put", "Issue", "Shorten", "Co-ordinate", "Lighten", "Open", "Allow", "Supply", "Accept", "Freeze", "Stop",
        "Set", "Sign", "Commit", "Build", "Speed", "Train", "Recycle", "Fix", "Provide", "Deliver", "Verify", "Agree",
        "Link", "Settle", "Co-operate", "Admit",
    }  # fmt: skip
    assert measure.title.en.split()[0] in verbs
    assert not measure.title.en.endswith(".")


def test_chinese_texts_are_chinese_with_full_width_marks(measure: Measure) -> None:
    for text in texts(measure):
        assert HAN.search(text.zh), text.en
        assert not re.search(r"[;:()]|,(?!\d)", text.zh), text.zh
        assert not HAN.search(text.en), text.en


def test_a_measure_can_be_found_in_both_languages(measure: Measure) -> None:
    chinese = [word for word in measure.synonyms if HAN.search(word)]
    assert len(chinese) >= 2
    assert len(measure.synonyms) - len(chinese) >= 2
    assert len(set(measure.synonyms)) == len(measure.synonyms)


@pytest.mark.parametrize(
    ("word", "id"),
    [
        ("general licence", "cn_whitelist"), ("白名单", "cn_whitelist"), ("45 working days", "cn_review_clock"),
        ("长期许可", "cn_long_licences"), ("0.1 % rule", "cn_new_controls"), ("断供", "cn_stop_licences"),
        ("F-35", "cn_access_military"), ("第三国", "cn_third_country"), ("氧化镝", "cn_raw_materials"),
        ("MP model", "home_price_floor"), ("储备", "home_stockpile"), ("snapback", "term_snapback"),
        ("期限", "term_length"), ("芬太尼", "agenda_fentanyl"), ("关税", "agenda_tariffs"),
    ],
)  # fmt: skip
def test_a_measure_is_found_by_what_people_call_it(catalogue: Catalogue, word: str, id: str) -> None:
    assert word in catalogue.measure_by_id[id].synonyms


def test_instrument_and_references_are_dated_and_located(measure: Measure) -> None:
    assert DATED.match(measure.instrument.date)
    assert len(measure.instrument.citation) > 10
    assert measure.references
    cited = [*measure.references, *(ref for demand in measure.asked_by for ref in demand.references)]
    for reference in cited:
        assert DATED.match(reference.date), (measure.id, reference)
        assert reference.locator


def test_somebody_asked_for_it_and_the_ramp_names_its_precedent(measure: Measure) -> None:
    assert measure.asked_by
    assert all(demand.references for demand in measure.asked_by)
    assert len(measure.ramp_note.en) > 40


def test_a_level_sets_channels_of_its_own_side_and_no_two_levels_are_alike(
    catalogue: Catalogue, measure: Measure
) -> None:
    sides = {channel.id: channel.side for channel in catalogue.channels}
    for level in measure.levels[1:]:
        assert level.channels
        assert {sides[id] for id in level.channels} == {measure.side}
    states = [tuple(sorted(level.channels.items())) for level in measure.levels]
    assert len(set(states)) == len(states)


def test_no_level_repeats_the_state_at_rest(catalogue: Catalogue, measure: Measure) -> None:
    rest = {channel.id: channel.rest for channel in catalogue.channels}
    for level in measure.levels[1:]:
        assert any(value != rest[id] for id, value in level.channels.items()), level.id


def test_every_channel_of_these_sides_can_be_set(catalogue: Catalogue) -> None:
    mine = [catalogue.measure_by_id[id] for id in IDS]
    set_here = {id for m in mine for level in m.levels for id in level.channels}
    assert set_here == {channel.id for channel in catalogue.channels if channel.side in SIDES}


def test_commitments_grow_level_by_level(catalogue: Catalogue) -> None:
    # A clock falls as it improves; escalation falls below rest; the length of a deal may also be cut.
    falling = {"review_days", "standstill_china", "third_country"}
    for id in IDS:
        if id in {"cn_new_controls", "term_length", "agenda_tariffs", "cn_review_clock"}:
            continue
        levels = catalogue.measure_by_id[id].levels[1:]
        for channel in {name for level in levels for name in level.channels}:
            values = [level.channels[channel] for level in levels]
            assert values == sorted(values), (id, channel)
            assert channel not in falling or values[0] > 0


def test_the_words_of_a_clock_and_a_term_are_what_the_engine_is_told(catalogue: Catalogue) -> None:
    told = {
        "cn_long_licences": "licence_term",
        "term_length": "deal_months",
        "home_price_floor": "price_floor",
        "home_capital": "capital",
        "home_stockpile": "stockpile",
        "home_workforce": "workforce",
    }
    for id, channel in told.items():
        for level in catalogue.measure_by_id[id].levels[1:]:
            assert f"{level.channels[channel]:,.0f} " in level.sentence.en, (id, level.id)
    for level in catalogue.measure_by_id["cn_review_clock"].levels[1:]:
        days = level.channels.get("review_days", 45)
        assert re.search(rf"\b{days:.0f}[ -]working[ -]day", level.sentence.en)
        assert f"about {60 * level.channels['reviewers']:.0f} reviewers" in level.sentence.en
    for id in ("home_permitting", "home_recycling"):
        for level in catalogue.measure_by_id[id].levels[1:]:
            assert f"{100 * next(iter(level.channels.values())):.0f} " in level.sentence.en


@pytest.mark.parametrize("kind", ["mirrors", "instead_of"])
def test_links_of_this_kind_point_both_ways(catalogue: Catalogue, kind: str) -> None:
    ties = {(m.id, link.measure) for m in catalogue.measures for link in m.links if link.kind == kind}
    assert {(a, b) for a, b in ties if a in IDS or b in IDS} <= {(b, a) for a, b in ties}


def test_the_essays_central_exchange_is_in_the_catalogue(catalogue: Catalogue) -> None:
    for access in ("cn_access_dual_use", "cn_access_defence", "cn_access_military"):
        mirrors = {link.measure for link in catalogue.measure_by_id[access].links if link.kind == "mirrors"}
        assert {"ease_huawei", "ease_smic"} <= mirrors


def test_a_chip_must_be_permitted_before_it_can_be_accepted(catalogue: Catalogue) -> None:
    chips = catalogue.measure_by_id["cn_accept_chips"]
    assert ("rescind_ai_letters", "needs") in {(link.measure, link.kind) for link in chips.links}
    assert chips.bound_by is not None
    assert "letters" in chips.bound_by.en


def test_more_reviewers_are_said_to_move_little_where_volumes_are_metered(catalogue: Catalogue) -> None:
    clock = catalogue.measure_by_id["cn_review_clock"]
    assert clock.bound_by is not None
    assert "metered" in clock.bound_by.en


def test_escalation_contradicts_the_commitments_it_would_void(catalogue: Catalogue) -> None:
    stop = {link.measure for link in catalogue.measure_by_id["cn_stop_licences"].links if link.kind == "instead_of"}
    assert {"cn_whitelist", "cn_long_licences", "cn_standstill"} <= stop
    assert all(
        level.channels["standstill_china"] < 0 for level in catalogue.measure_by_id["cn_new_controls"].levels[1:]
    )


@pytest.mark.parametrize("id", AGENDA)
def test_an_agenda_item_says_plainly_what_it_does_not_move(catalogue: Catalogue, id: str) -> None:
    item = catalogue.measure_by_id[id]
    assert item.recorded_only is not None
    assert "durability" in item.recorded_only.en
    assert "no tonne" in item.recorded_only.en
    assert {name.split("_")[0] for level in item.levels for name in level.channels} == {"goodwill"}


def test_only_agenda_items_are_recorded_only(catalogue: Catalogue) -> None:
    assert {m.id for m in catalogue.measures if m.recorded_only is not None} == set(AGENDA)


def test_roles_and_texts_name_offices_and_never_a_person(measure: Measure) -> None:
    titled = re.compile(r"\b(President|Secretary|Minister|Ambassador|Senator|Representative|Mr|Ms|Dr)\.? [A-Z][a-z]+")
    for text in texts(measure):
        assert not titled.search(text.en), text.en
