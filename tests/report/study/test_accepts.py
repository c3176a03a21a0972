"""Who accepts, as a report and as data tell it."""

import math

import pytest

from dealbuilder import paths
from dealbuilder.analysis.acceptance import acceptance
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.document import file
from dealbuilder.document.edits import SetLens, apply
from dealbuilder.document.envelope import Sealer
from dealbuilder.document.examples import example
from dealbuilder.document.new import new_document
from dealbuilder.document.own_values import of_lens, sealing, with_own_values
from dealbuilder.model.lens import LensChange, Reservation
from dealbuilder.model.text import Text
from dealbuilder.report.blocks import Bullets, Callout, Pictures, Table
from dealbuilder.report.figures import table_twin
from dealbuilder.report.pages.matter import Matter, Sources
from dealbuilder.report.study import accepts
from dealbuilder.report.study.accepts_words import Words

SETTING = Setting(draws=48)
FIRM = Reservation(value=7.77, reason=Text(en="heard", zh="听说"), grade="D")
SECRET = 6.54321


@pytest.fixture(scope="module")
def service(catalogue):
    return Evaluator(catalogue)


@pytest.fixture(scope="module")
def document():
    return file.load(example(paths.resources() / "examples", "busan").path_in("en")).history.document


@pytest.fixture(scope="module")
def found(service, catalogue, document):
    return acceptance(service, catalogue.lenses, document.package(), SETTING)


def matter(service, document, language="en"):
    catalogue, package = service.catalogue, document.package()
    scored = service.evaluate(package, SETTING, full=False)
    return Matter(catalogue, document, package, scored, language, False, Sources(catalogue))


def texts(blocks):
    return repr(blocks)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_report_tells_outcome_values_and_every_role_in_its_language(service, document, found, language):
    made = accepts.blocks(matter(service, document, language), found)
    assert isinstance(made[0], Callout)
    table = next(block for block in made if isinstance(block, Table))
    assert len(table.rows) == len(found.roles)
    assert len(table.notes) == len(table.rows)
    assert all(len(row) == len(table.header) == len(table.align) == len(table.widths) for row in table.rows)
    names = [role.lens.name.get(language) for role in found.roles]
    assert [row[0] for row in table.rows] == names
    assert all(row[-1].endswith("。" if language == "zh" else ".") for row in table.rows)
    assert "{" not in texts(made)
    assert "nan" not in texts(made)


def test_both_parties_stand_beside_one_another_on_one_axis(service, document, found):
    made = accepts.blocks(matter(service, document), found)
    first = next(block for block in made if isinstance(block, Pictures))
    us, china = (picture.figure for picture in first.pictures)
    assert us.x_range == china.x_range
    assert first.pictures[0].height == first.pictures[1].height
    assert (len(us.labels), len(china.labels)) == (5, 5)


def test_the_figure_has_its_table_with_what_each_role_asks_for(catalogue, found):
    words = Words(catalogue, (), "en")
    header, rows = table_twin(accepts.figure(found, words, ("us",)))
    assert header == ("Item", "mean", "5th percentile", "95th percentile", "asked for")
    for row, role in zip(rows, accepts.of_side(found, "us"), strict=True):
        assert row == (
            role.lens.name.en,
            role.worth.value,
            role.worth.low,
            role.worth.high,
            role.lens.reservation.value,
        )


def test_a_changed_role_is_marked_wherever_its_verdict_stands_and_told_with_its_reason(service, catalogue, document):
    lens = catalogue.lens_by_id["us_chip_industry"].model_copy(update={"reservation": FIRM})
    change = LensChange(lens=lens, reason="heard at lunch", who="desk four")
    deal = apply(document, SetLens(change=change))
    lenses = tuple(lens if one.id == lens.id else one for one in catalogue.lenses)
    found = acceptance(service, lenses, deal.package(), SETTING, turns=False)
    made = accepts.blocks(matter(service, deal), found)
    table = next(block for block in made if isinstance(block, Table))
    assert any("US chip and tool industry (changed in this deal)" in row[0] for row in table.rows)
    told = [block for block in made if isinstance(block, Bullets)][-1]
    assert "asks for 7.77" in told.items[0]
    assert "catalogue 0.00" in told.items[0]
    assert "weights as in the catalogue" in told.items[0]
    assert "heard at lunch." in told.items[0]
    assert "desk four" not in texts(made)
    data = accepts.as_data(Words(catalogue, deal.lenses, "en"), found)
    assert [one["id"] for one in data["lenses"] if one["standing"] == "changed"] == ["us_chip_industry"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_data_keep_the_contract_of_the_command_line(catalogue, found, language):
    data = accepts.as_data(Words(catalogue, (), language), found)
    for one, role in zip(data["lenses"], found.roles, strict=True):
        assert {"id", "side", "verdict", "value", "reservation", "reason", "turned_by"} <= set(one)
        assert one["verdict"] in ("accept", "lean", "reject")
        assert math.isclose(one["value"], role.worth.value, rel_tol=1e-6, abs_tol=1e-9)
        assert one["p05"] <= one["p50"] <= one["p95"]
        assert 0.0 <= one["share_of_draws"] <= 1.0
        assert one["sealed_values"] is False
    sides = data["ratification"]["sides"]
    counted = sum(len(side[kind]) for side in sides for kind in ("accepting", "leaning", "rejecting"))
    assert counted == data["ratification"]["must_agree"] == 4


def test_what_a_party_sealed_never_reaches_a_report(service, catalogue, document):
    lens = catalogue.lens_by_id["us_defence"]
    own = of_lens(lens).model_copy(update={"reservation": SECRET})
    deal = apply(document, sealing(document, lens.id, own, Sealer.under("nine lamps")))
    found = acceptance(service, catalogue.lenses, deal.package(), SETTING)
    plain = accepts.blocks(matter(service, document), found)
    assert accepts.blocks(matter(service, deal), found) == plain
    assert "6.54" not in texts(plain)


def test_opened_values_are_used_and_marked_as_confidential(service, catalogue, document):
    lens = catalogue.lens_by_id["us_defence"]
    own = of_lens(lens).model_copy(update={"reservation": SECRET})
    lenses = with_own_values(catalogue, catalogue.lenses, {lens.id: own})
    assert [one for one in lenses if one.id != lens.id] == [one for one in catalogue.lenses if one.id != lens.id]
    found = acceptance(service, lenses, document.package(), SETTING)
    assert found.role(lens.id).lens.reservation.value == SECRET
    words = Words(catalogue, (), "en", frozenset({lens.id}))
    assert "confidential" in words.name(found.role(lens.id).lens)
    assert [one["id"] for one in accepts.as_data(words, found)["lenses"] if one["sealed_values"]] == [lens.id]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_empty_package_is_told_as_one(service, catalogue, language):
    empty = new_document("x").package()
    found = acceptance(service, catalogue.lenses, empty, SETTING)
    words = Words(catalogue, (), language)
    assert words.say("empty") in words.holdouts(found)
    assert all(words.reason(role) for role in found.roles)
