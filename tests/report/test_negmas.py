"""NegMAS itself reads what is exported, negotiates it, and what its agents agree on comes back as a package."""

import json
import warnings
from pathlib import Path

import pytest

with warnings.catch_warnings():
    # NegMAS and what it imports warn of their own affairs.
    warnings.simplefilter("ignore")
    from negmas.inout import Scenario
    from negmas.sao import AspirationNegotiator, SAOMechanism

from dealbuilder.analysis.counterpart.worth import Scorer
from dealbuilder.analysis.evaluate import Evaluator, stamps
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.negmas.domain import domain
from dealbuilder.analysis.negmas.outcome import agreed, read
from dealbuilder.analysis.negmas.utility import utilities
from dealbuilder.analysis.party_value import reservation
from dealbuilder.errors import DealError
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Clause, Package
from dealbuilder.report import negmas
from dealbuilder.report.negmas import Exported

DRAWS = 8
BASE = Package(
    id="p",
    name="P: “quoted”",
    clauses=(
        Clause(measure="cn_whitelist", level="most", start=3, note="public", private_note="secret words"),
        Clause(measure="ease_hbm", level="one_million"),
        Clause(measure="us_standstill", level="full"),
    ),
)


@pytest.fixture(scope="module")
def told(catalogue: Catalogue) -> Exported:
    setting, service = Setting(draws=DRAWS), Evaluator(catalogue)
    found = domain(catalogue, (), BASE)
    valued = utilities(found, Scorer(service, setting, catalogue.lenses), catalogue.lenses)
    return Exported("A deal: “of ours”", found, valued, setting, stamps(catalogue, setting), DRAWS)


@pytest.fixture(scope="module")
def folder(told: Exported, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("negmas") / "new" / "deal"
    negmas.write(folder, told)
    return folder


def loaded(folder: Path) -> Scenario:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = Scenario.load(folder)
    assert found is not None
    return found


def test_negmas_reads_the_sums_and_they_are_what_was_fitted(folder, told, catalogue):
    scenario = loaded(folder / "additive")
    assert list(scenario.issue_names) == [issue.id for issue in told.domain.issues]
    assert [ufun.name for ufun in scenario.ufuns] == ["us", "china"]
    for ufun, part in zip(scenario.ufuns, told.utilities.parts, strict=True):
        assert float(ufun.reserved_value) == pytest.approx(reservation(catalogue.lenses, part.party), abs=1e-6)
        errors = []
        for place, (outcome, *values) in enumerate(told.utilities.exact):
            errors.append(abs(float(ufun(outcome)) - values[0 if part.party == "us" else 1]))
            assert place or outcome == ("none", "none", "none")
        assert max(errors) == pytest.approx(part.fit.worst_error, abs=1e-5)


def test_negmas_reads_the_exact_values_of_every_package(folder, told):
    scenario = loaded(folder / "exact")
    assert scenario.outcome_space.cardinality == told.domain.size
    for outcome, (_, us, china) in zip(scenario.outcome_space.enumerate(), told.utilities.exact, strict=True):
        assert [float(ufun(outcome)) for ufun in scenario.ufuns] == pytest.approx([us, china], abs=1e-6)


@pytest.mark.parametrize("kind", ["additive", "exact"])
def test_agents_negotiate_the_deal_and_their_agreement_comes_back(folder, told, catalogue, kind):
    scenario = loaded(folder / kind)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        session = SAOMechanism(outcome_space=scenario.outcome_space, n_steps=60)
        for ufun in scenario.ufuns:
            session.add(AspirationNegotiator(ufun=ufun))
        agreement = session.run().agreement
    assert agreement is not None
    written = json.dumps(dict(zip(scenario.issue_names, agreement, strict=True)))
    package = agreed(catalogue, BASE, read(written, told.domain))
    found = told.domain.outcome(package)
    assert told.domain.package(found) == package
    exact = {outcome: values for outcome, *values in told.utilities.exact}[found]
    least = [part.least for part in told.utilities.parts]
    if kind == "exact":
        assert all(value >= floor - 1e-6 for value, floor in zip(exact, least, strict=True))
    assert package.clauses[0].start == 3 or found[0] == "none"


def test_the_package_in_front_is_there_as_an_outcome_that_reads_back(folder, told, catalogue):
    text = (folder / "outcome.json").read_text(encoding="utf-8")
    assert agreed(catalogue, BASE, read(text, told.domain)) == BASE


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_tells_the_error_of_the_sums_and_the_steps(told, language):
    page = negmas.files(told, language)["README.md"]
    for part in told.utilities.parts:
        assert f"{part.fit.worst_error:.3f}" in page
    assert "Scenario.load" in page
    assert "edit FILE outcome" in page


def test_notes_and_sealed_values_are_in_no_file(told):
    whole = "\n".join(negmas.files(told).values())
    assert "secret" not in whole
    assert "public" not in whole


def test_a_table_lists_every_outcome(told):
    rows = negmas.files(told)["utilities.csv"].splitlines()
    assert rows[0] == ",".join([*(issue.id for issue in told.domain.issues), "us", "china"])
    assert len(rows) == told.domain.size + 1


def test_a_folder_that_is_a_file_is_told_and_nothing_is_written(told, tmp_path):
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    with pytest.raises(DealError, match="cannot be made"):
        negmas.write(tmp_path / "taken", told)
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "mine"
