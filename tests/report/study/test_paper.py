"""The study on paper: one page in short, a part for each question, and nothing that a party keeps to itself."""

from dataclasses import replace

import pytest

from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.document.document import Document
from dealbuilder.errors import Cancelled
from dealbuilder.model.package import Package
from dealbuilder.report import content, markdown
from dealbuilder.report.content import Options
from dealbuilder.report.study.findings import Findings, gather
from tests.report.stage import marked

DRAWS = 16
PARTS = ("why", "hangs", "fails", "accepts", "holds", "better")


@pytest.fixture(scope="module")
def service(catalogue) -> Evaluator:
    return Evaluator(catalogue)


def setting(document: Document) -> Setting:
    return Setting(document.pack, document.assumptions.worldview, document.assumptions.changes, DRAWS, document.seed)


@pytest.fixture(scope="module")
def document(catalogue) -> Document:
    whole = marked.document(catalogue)
    few = tuple(one.model_copy(update={"clauses": one.clauses[:3]}) for one in whole.packages)
    return whole.model_copy(update={"packages": few})


@pytest.fixture(scope="module")
def found(service, document) -> Findings:
    return gather(service, document, document.package(), setting(document), service.catalogue.lenses, others=True)


def built(service, document, found, language="en", marking="delegation"):
    evaluation = service.evaluate(document.package(), setting(document), full=False)
    options = Options(language=language, marking=marking, study=True)
    return content.build(service.catalogue, document, document.package(), evaluation, options, findings=found)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_short_page_follows_the_first_and_every_question_has_its_part(service, document, found, language) -> None:
    made = built(service, document, found, language)
    ids = [section.id for section in made.sections]
    assert ids[1] == "study"
    assert [id for id in ids if id.startswith("study_")] == [*(f"study_{part}" for part in PARTS), "study_compare"]
    rows = made.sections[1].blocks[0].rows
    assert len(rows) == 8
    assert all(question and answer for question, answer in rows)


def test_a_report_without_the_study_has_no_page_of_it(service, document, found) -> None:
    made = built(service, document, None)
    assert not any(section.id.startswith("study") for section in made.sections)


def test_nothing_that_a_party_seals_is_printed(service, document, found) -> None:
    # Notes and reasons of a delegation are its own to print; what is sealed or private is nobody's.
    text = markdown.render(built(service, document, found))
    for secret in ("sealed", "private", "deal-private", "pp", "lens"):
        assert f"{marked.MARK}-{secret}" not in text


def test_an_empty_package_says_only_whether_it_holds(service, document) -> None:
    bare = document.model_copy(update={"packages": (Package(id="a", name="None"),), "baseline": None})
    told = gather(service, bare, bare.package(), setting(bare), service.catalogue.lenses)
    assert (told.earned, told.hangs, told.fails, told.accepts, told.better) == (None,) * 5
    made = built(service, bare, told)
    assert [section.id for section in made.sections if section.id.startswith("study_")] == ["study_holds"]


def test_gathering_can_be_stopped(service, document) -> None:
    def stop(done: float) -> None:
        raise Cancelled

    other = replace(setting(document), seed=4711)
    with pytest.raises(Cancelled):
        gather(service, document, document.package(), other, service.catalogue.lenses, tick=stop)
