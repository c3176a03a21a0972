"""The US side of the catalogue says what negotiators need: end states, dates, sources, both languages, no persons."""

import calendar
import re

import pytest

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.measure import Measure
from dealbuilder.model.source import Fact
from dealbuilder.model.text import Text

IDS = {
    "rescind_ai_letters", "entity_list_dec24", "rescind_fdpr_sme", "rescind_fdpr_fn5", "ease_hbm", "revert_dram",
    "grant_pending", "ease_huawei", "ease_smic", "lift_us_persons", "keep_veu", "lift_eda", "lift_ethane",
    "lift_aircraft", "lift_quartz", "us_standstill", "oct22_chips", "advanced_litho", "suspend_tool_licences",
    "revoke_veu", "issue_new_controls",
}  # fmt: skip
GUARDRAILS = {"oct22_chips", "advanced_litho"}
POST_GENEVA = {"lift_eda", "lift_ethane", "lift_aircraft", "lift_quartz"}
OPPOSITES = [
    ("grant_pending", "suspend_tool_licences"),
    ("keep_veu", "revoke_veu"),
    ("us_standstill", "issue_new_controls"),
    ("us_standstill", "suspend_tool_licences"),
]
PERSONS = (
    "Trump", "Biden", "Bessent", "Greer", "Lutnick", "Kessler", "Heid", "Sacks", "Rubio", "Jinping", "Lifeng", "Huang",
    "Triolo", "McGuire", "Moolenaar", "Krishnamoorthi", "Padilla", "Sullivan", "Pottinger", "Amodei", "Kress", "Meeks",
    "Farley", "Luck", "Heim", "Bousso", "特朗普", "拜登", "习近平", "贝森特", "格里尔", "卢特尼克", "凯斯勒", "鲁比奥",
    "黄仁勋", "何立峰", "沙利文",
)  # fmt: skip
CHINESE = re.compile(r"[\u4e00-\u9fff]")
DATED = re.compile(r"(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")


def us_measures(catalogue: Catalogue) -> list[Measure]:
    return [measure for measure in catalogue.measures if measure.side == "us"]


def us_facts(catalogue: Catalogue) -> list[Fact]:
    return [fact for fact in catalogue.facts if fact.id.startswith("us_")]


def texts(measure: Measure) -> list[Text]:
    told = [measure.title, measure.summary, measure.instrument.name, measure.ramp_note]
    told += [text for level in measure.levels for text in (level.label, level.sentence)]
    told += [link.reason for link in measure.links] + [demand.role for demand in measure.asked_by]
    return told + [text for text in (measure.bound_by, measure.guardrail_reason) if text is not None]


def test_every_us_measure_of_the_issue_is_there(catalogue):
    assert {measure.id for measure in us_measures(catalogue)} == IDS


def test_every_us_channel_is_set_by_some_level(catalogue):
    reached = {channel for measure in us_measures(catalogue) for level in measure.levels for channel in level.channels}
    assert reached == {channel.id for channel in catalogue.channels if channel.side == "us"}


def test_every_measure_has_three_or_four_levels_besides_none(catalogue):
    assert not [measure.id for measure in us_measures(catalogue) if not 4 <= len(measure.levels) <= 5]


def test_every_sentence_of_a_level_carries_a_number_in_both_languages(catalogue):
    bare = [
        (measure.id, level.id)
        for measure in us_measures(catalogue)
        for level in measure.levels
        if not re.search(r"\d", level.sentence.en) or not re.search(r"\d", level.sentence.zh)
    ]
    assert not bare


def test_the_same_numbers_stand_in_both_languages_of_a_sentence_of_a_level(catalogue):
    scale = {"万": 10_000, "亿": 100_000_000}

    def numbers(text: str) -> set[float]:
        found = re.findall(r"(\d[\d,]*(?:\.\d+)?)(?:\s*(million)|([万亿]))?", text)
        return {
            round(float(digits.replace(",", "")) * (1_000_000 if million else scale.get(power, 1)), 6)
            for digits, million, power in found
        }

    differing = {}
    for measure in us_measures(catalogue):
        for level in measure.levels:
            english = level.sentence.en
            for month, name in enumerate(calendar.month_name[1:], start=1):
                english = re.sub(rf"\b{name}\b", str(month), english)
            if (one := numbers(english)) != (two := numbers(level.sentence.zh)):
                differing[measure.id, level.id] = one ^ two
    assert not differing


def test_a_label_of_a_level_is_at_most_five_words(catalogue):
    assert not [
        level.label.en
        for measure in us_measures(catalogue)
        for level in measure.levels
        if len(level.label.en.split()) > 5 or len(level.label.zh) > 16
    ]


def test_levels_climb_away_from_none(catalogue):
    for measure in us_measures(catalogue):
        for channel in {channel for level in measure.levels for channel in level.channels}:
            steps = [abs(level.channels[channel]) for level in measure.levels[1:]]
            assert steps == sorted(set(steps)), measure.id


def test_the_last_level_of_every_us_measure_reaches_the_end_of_its_channel(catalogue):
    channels = {channel.id: channel for channel in catalogue.channels}
    for measure in us_measures(catalogue):
        for id, value in measure.levels[-1].channels.items():
            assert value in (channels[id].low, channels[id].high), measure.id


def test_a_summary_is_one_sentence(catalogue):
    for measure in us_measures(catalogue):
        assert re.findall(r"[.!?](?=\s|$)", measure.summary.en) == ["."], measure.id
        assert measure.summary.zh.count("。") == 1, measure.id


def test_every_text_has_chinese_characters_in_chinese_and_none_in_english(catalogue):
    for measure in us_measures(catalogue):
        for text in texts(measure):
            assert CHINESE.search(text.zh), (measure.id, text.zh)
            assert not CHINESE.search(text.en), (measure.id, text.en)


def test_chinese_texts_keep_to_chinese_punctuation(catalogue):
    told = [text.zh for measure in us_measures(catalogue) for text in texts(measure)]
    told += [fact.claim.zh for fact in us_facts(catalogue)]
    assert not [text for text in told if re.search(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]", text)]


def test_every_citation_has_a_date(catalogue):
    for measure in us_measures(catalogue):
        assert DATED.match(measure.instrument.date), measure.id
        assert measure.instrument.citation
        demands = [reference for demand in measure.asked_by for reference in demand.references]
        for reference in (*measure.references, *demands):
            assert DATED.match(reference.date) or reference.date == "n.d.", (measure.id, reference)
            assert reference.locator


def test_every_measure_says_who_asked_for_it_and_rests_on_the_essay_or_a_rule(catalogue):
    for measure in us_measures(catalogue):
        assert measure.asked_by, measure.id
        assert all(demand.references for demand in measure.asked_by), measure.id
        grades = {catalogue.source_by_id[reference.source].grade for reference in measure.references}
        named = {reference.source for reference in measure.references}
        assert "A" in grades or "essay" in named or "B" in grades, measure.id


def test_every_ramp_names_what_was_observed_or_that_it_is_a_judgement(catalogue):
    for measure in us_measures(catalogue):
        note = measure.ramp_note.en
        assert re.search(r"20\d\d|fiscal", note) or note.startswith("Judgement"), measure.id
        assert measure.reversal > 0


@pytest.mark.parametrize(
    ("id", "days"), [("lift_eda", 40), ("lift_ethane", 40), ("lift_aircraft", 36), ("rescind_ai_letters", 121)]
)
def test_a_ramp_is_the_observed_number_of_days(catalogue, id, days):
    month = 365.25 / 12
    assert catalogue.measure_by_id[id].ramp == pytest.approx(days / month, abs=0.05)
    assert str(days) in catalogue.measure_by_id[id].ramp_note.en


def test_guardrails_are_locked_and_explained(catalogue):
    locked = {measure.id for measure in us_measures(catalogue) if measure.guardrail}
    assert locked == GUARDRAILS
    for id in GUARDRAILS:
        measure = catalogue.measure_by_id[id]
        assert measure.guardrail_reason is not None
        assert "unlock" in measure.guardrail_reason.en
        assert "解锁" in measure.guardrail_reason.zh


def test_post_geneva_curbs_say_why_they_may_move_nothing(catalogue):
    for id in POST_GENEVA:
        bound = catalogue.measure_by_id[id].bound_by
        assert bound is not None
        assert "moves nothing" in bound.en
        assert "不改变任何结果" in bound.zh


def test_no_text_speaks_in_ids(catalogue):
    for measure in us_measures(catalogue):
        for text in texts(measure):
            assert not re.search(r"[a-z]_[a-z]", text.en + text.zh), (measure.id, text.en)


def test_a_measure_that_needs_another_says_what_binds_it(catalogue):
    for measure in us_measures(catalogue):
        needed = {link.measure for link in measure.links if link.kind == "needs"}
        assert measure.id not in needed
        if needed:
            assert measure.bound_by is not None, measure.id


@pytest.mark.parametrize(("one", "other"), OPPOSITES)
def test_opposites_name_each_other(catalogue, one, other):
    for here, there in ((one, other), (other, one)):
        links = {link.measure for link in catalogue.measure_by_id[here].links if link.kind == "instead_of"}
        assert there in links


def test_mirrors_and_opposites_point_both_ways(catalogue):
    ties = {
        (measure.id, link.kind, link.measure)
        for measure in catalogue.measures
        for link in measure.links
        if link.kind != "needs"
    }
    us = {measure.id for measure in us_measures(catalogue)}
    assert not [tie for tie in ties if tie[0] in us and (tie[2], tie[1], tie[0]) not in ties]


def test_the_essays_symmetry_is_there(catalogue):
    for supplier in ("ease_huawei", "ease_smic"):
        mirrors = {link.measure for link in catalogue.measure_by_id[supplier].links if link.kind == "mirrors"}
        assert {"cn_access_military", "cn_access_defence", "cn_access_dual_use"} <= mirrors


@pytest.mark.parametrize(
    ("word", "id"),
    [
        ("FDPR", "rescind_fdpr_sme"), ("EDA", "lift_eda"), ("50 % rule", "us_standstill"),
        ("H20", "rescind_ai_letters"), ("华为", "ease_huawei"),
        ("实体清单", "entity_list_dec24"), ("外国直接产品规则", "rescind_fdpr_fn5"), ("被告知函", "rescind_ai_letters"),
        ("经验证最终用户", "keep_veu"), ("推定拒绝", "ease_huawei"), ("最终用途", "revert_dram"),
        ("光刻机", "advanced_litho"), ("HBM", "ease_hbm"), ("中芯国际", "ease_smic"), ("VEU", "revoke_veu"),
    ],
)  # fmt: skip
def test_a_measure_is_found_by_what_people_call_it(catalogue, word, id):
    assert word in catalogue.measure_by_id[id].synonyms


def test_every_measure_has_search_words_in_both_languages(catalogue):
    for measure in us_measures(catalogue):
        assert [word for word in measure.synonyms if CHINESE.search(word)], measure.id
        assert [word for word in measure.synonyms if not CHINESE.search(word)], measure.id


def test_no_person_is_named_in_measures_facts_or_sources(catalogue):
    told = "\n".join(
        [measure.model_dump_json() for measure in us_measures(catalogue)]
        + [fact.model_dump_json() for fact in us_facts(catalogue)]
        + [source.model_dump_json() for source in catalogue.sources if source.id.startswith("us_")]
    )
    assert not [name for name in PERSONS if re.search(rf"(?<![A-Za-z]){name}s?(?![A-Za-z])", told, re.IGNORECASE)]


def test_every_us_source_is_used(catalogue):
    cited = (
        {
            reference.source
            for item in (
                *catalogue.measures,
                *catalogue.facts,
                *catalogue.parameters,
                *catalogue.tables,
                *catalogue.lenses,
            )
            for reference in item.references
        }
        | {event.source for pack in catalogue.packs for event in pack.events}
        | {reference.source for lens in catalogue.lenses for line in lens.red_lines for reference in line.references}
        | {
            reference.source
            for measure in catalogue.measures
            for demand in measure.asked_by
            for reference in demand.references
        }
    )
    assert not [source.id for source in catalogue.sources if source.id.startswith("us_") and source.id not in cited]


def test_rival_facts_name_each_other_and_share_a_topic(catalogue):
    facts = {fact.id: fact for fact in catalogue.facts}
    for fact in us_facts(catalogue):
        for rival in fact.disagrees_with:
            assert fact.id in facts[rival].disagrees_with, (fact.id, rival)
            assert facts[rival].topic == fact.topic, (fact.id, rival)


def test_every_us_fact_is_shown_somewhere_that_exists(catalogue):
    places = catalogue.measure_by_id.keys() | catalogue.indicator_by_id.keys()
    for fact in us_facts(catalogue):
        assert fact.shown_with, fact.id
        assert set(fact.shown_with) <= places, fact.id


@pytest.mark.parametrize(
    "topic",
    [
        "post_geneva_curbs", "h20_writeoff", "pending_licences", "control_effect", "h20_use", "quartz", "us_persons",
        "allied_staff", "lithography", "veu", "ai_diffusion",
    ],
)  # fmt: skip
def test_where_later_evidence_disagrees_both_are_shown(catalogue, topic):
    facts = [fact for fact in us_facts(catalogue) if fact.topic == topic]
    essay = [fact for fact in facts if any(reference.source == "essay" for reference in fact.references)]
    assert essay
    assert [fact for fact in facts if fact not in essay]
    assert all(fact.disagrees_with for fact in essay)
