"""The figure of a fact on record in words."""

from dealbuilder.model.source import Fact
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.differing import decimals
from dealbuilder.report.units import known


def value(fact: Fact, language: Language) -> str:
    """Return the figure of a fact in words; empty in Chinese where it is an English phrase, for the claim says it."""
    try:
        figure = float(fact.value.replace(",", ""))
    except ValueError:
        worded = wording.joined([fact.value, wording.unit(fact.unit, language)], "en")
        phrase = any(char.isalpha() for char in fact.value + wording.unit(fact.unit, language))
        return "" if language == "zh" and phrase else worded
    if language == "zh" and not known(fact.unit):
        return ""
    return wording.number(figure, fact.unit, language, decimals(figure))
