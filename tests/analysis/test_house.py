import pytest

from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.house import estimated
from dealbuilder.document.document import Document
from dealbuilder.model.house import Estimate, House
from dealbuilder.model.off_menu import measure
from dealbuilder.model.package import Clause, Package
from dealbuilder.report import content, markdown, tables

SETTING = Setting(draws=64)


@pytest.fixture(scope="module")
def clause(catalogue):
    channel = catalogue.channel_by_id["document_relief"]
    house = House(channel=channel.id, first=(Estimate(low=0.1, likely=0.5, high=0.9),))
    return measure("house_papers", "china", "Accept one form for all", house, channel)


@pytest.fixture(scope="module")
def known(catalogue, clause):
    return catalogue.with_measures((clause,))


def package(level="likely"):
    rest = (Clause(measure="cn_white_list", level="most"),)
    return Package(id="p", name="P", clauses=(*rest, Clause(measure="house_papers", level=level)))


def test_that_scores_at_either_end_are_those_of_the_package_at_these_levels(known):
    evaluator = Evaluator(known)
    found = evaluator.evaluate(package(), SETTING).house
    assert found is not None
    low, high = (evaluator.evaluate(package(level), SETTING) for level in ("low", "high"))
    assert found.supply == (low.score("supply_restored").mean, high.score("supply_restored").mean)
    assert found.cost == (low.score("leadership_cost").mean, high.score("leadership_cost").mean)
    assert found.supply[0] < found.supply[1]


def test_that_a_package_without_house_estimates_has_no_such_range(known):
    bare = Package(id="p", name="P", clauses=(Clause(measure="house_papers", level="none"),))
    assert estimated(known, bare) == ()
    assert Evaluator(known).evaluate(bare, SETTING).house is None


@pytest.mark.parametrize(("language", "words"), [("en", "house estimate"), ("zh", "会场估计")])
def test_that_every_outlet_marks_a_house_estimate(catalogue, clause, known, language, words):
    evaluation = Evaluator(known).evaluate(package(), SETTING)
    document = Document(id="d", packages=(package(),), active="p", measures=(clause,))
    built = content.build(catalogue, document, package(), evaluation, content.Options(language=language))
    text = markdown.render(built)
    assert text.count(words) >= 4
    assert f"{evaluation.house.supply[1]:.1f}" in text
    told = tables.score_json(known, evaluation, "D", "P", language, package())["house_estimates"]
    assert told["clauses"][0]["likely"] == 0.5
    assert told["supply_restored"] == pytest.approx(list(evaluation.house.supply))
