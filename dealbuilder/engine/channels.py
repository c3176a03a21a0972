"""The channels of the catalogue by name: all that the engine sees of a measure."""

from enum import IntEnum


class C(IntEnum):
    """Channels: deviations from rest, improvements positive."""

    lift_ai_letters = 0
    lift_entity_dec24 = 1
    lift_fdpr_sme = 2
    lift_fdpr_fn5 = 3
    lift_hbm = 4
    lift_dram = 5
    grant_pending = 6
    ease_huawei = 7
    ease_smic = 8
    lift_us_persons = 9
    keep_veu = 10
    lift_eda = 11
    lift_ethane = 12
    lift_aircraft = 13
    lift_quartz = 14
    standstill_us = 15
    lift_oct22_chips = 16
    lift_litho = 17
    suspend_tool_licences = 18
    whitelist = 19
    licence_term = 20
    review_days = 21
    reviewers = 22
    customs_coordination = 23
    document_relief = 24
    access_dual_use = 25
    access_defence = 26
    access_military = 27
    third_country = 28
    raw_materials = 29
    accept_chips = 30
    accept_tools = 31
    standstill_china = 32
    stop_licences = 33
    price_floor = 34
    offtake = 35
    capital = 36
    stockpile = 37
    permitting = 38
    workforce = 39
    recycling = 40
    allied_capacity = 41
    deal_months = 42
    renewal = 43
    tranches = 44
    verification = 45
    snapback = 46
    linkage = 47
    dispute = 48
    goodwill_tariffs = 49
    goodwill_fentanyl = 50
    goodwill_green = 51
