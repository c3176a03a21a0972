"""The worked example of the manual is what the page shows, is read without a fault, and moves what the page says."""

import tomllib
from dataclasses import replace

import pytest

from dealbuilder import paths
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.document import file
from dealbuilder.document.examples import example
from dealbuilder.errors import CatalogueProblems
from dealbuilder.model.loading import load_catalogue
from dealbuilder.model.package import Clause, Package

FOLDER = paths.resources() / "manual"
EXAMPLE = FOLDER / "examples" / "my_catalogue.toml"
CLAUSE = Clause(measure="cn_joint_desk", level="two_ports")


@pytest.fixture(scope="module")
def extended():
    return load_catalogue(paths.resources(), (EXAMPLE,))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_blocks_of_the_page_are_the_file(language):
    text = (FOLDER / language / "70-extending.md").read_text(encoding="utf-8")
    blocks = [part.partition("```")[0] for part in text.split("```toml\n")[1:]]
    assert tomllib.loads("\n".join(blocks)) == tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))


def test_the_example_is_read_with_everything_it_adds(extended, catalogue):
    for kind, id in (
        ("measures", "cn_joint_desk"),
        ("sources", "my_report"),
        ("lenses", "us_port_agents"),
        ("injects", "desk_on_strike"),
    ):
        assert {one.id for one in getattr(extended, kind)} - {one.id for one in getattr(catalogue, kind)} == {id}
        assert all(f"`{id}`" in (FOLDER / each / "70-extending.md").read_text("utf-8") for each in ("en", "zh"))


def days(service: Evaluator, package: Package) -> float:
    return service.evaluate(package, replace(Setting(), draws=64), full=False).score("days_to_cargo").mean


def test_the_new_measure_moves_what_the_page_says(extended):
    service = Evaluator(extended)
    without = days(service, Package(id="p", name="p"))
    alone = days(service, Package(id="p", name="p", clauses=(CLAUSE,)))
    minimal = file.load(example(paths.resources() / "examples", "essay_minimal").path).history.document.package()
    joined = minimal.model_copy(update={"clauses": (*minimal.clauses, CLAUSE)})
    assert days(service, joined) == days(service, minimal)
    for language in ("en", "zh"):
        text = (FOLDER / language / "70-extending.md").read_text(encoding="utf-8")
        assert f"{without:.0f}" in text
        assert f"{alone:.0f}" in text
    assert (round(without), round(alone)) == (97, 95)


def test_a_fault_in_a_file_of_ones_own_is_named_with_file_and_key(tmp_path):
    broken = tmp_path / "mine.toml"
    broken.write_text(
        EXAMPLE.read_text(encoding="utf-8")
        .replace("customs_coordination = 0.3", "customs_coordination = 3")
        .replace("weight = 0.7", "weight = 0.6"),
        encoding="utf-8",
    )
    with pytest.raises(CatalogueProblems) as caught:
        load_catalogue(paths.resources(), (broken,))
    told = "\n".join(str(problem) for problem in caught.value.problems)
    place = "measure[cn_joint_desk].levels.two_ports.channels.customs_coordination"
    assert f"mine.toml: {place}: 3 is outside 0 to 1" in told
    assert "lens[us_port_agents]" in told
