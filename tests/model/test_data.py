"""The checkout stands alone: customs series and calibration targets lie in it, are read strictly, and agree."""

import csv
import re

import pytest

from dealbuilder import paths
from dealbuilder.errors import CatalogueProblems
from dealbuilder.model.targets import read_targets

DATA = paths.resources() / "data"
SERIES = DATA / "magnet_exports.csv"
COLUMNS = ["month", "destination", "tonnes", "exact_or_derived", "source", "how"]
NAMES = {"us": "United States", "world": "World"}
TARGET = """
[[target]]
id = "share"
label = { en = "Share", zh = "份额" }
at = ["2025-04", "2025-05"]
values = [0.5, 0.3]
lowest = "2025-05"
unit = "share"
rule = "mean_error"
within = 0.15
sources = ["book"]
"""


@pytest.fixture(scope="module")
def customs():
    """Rows of the series, as they stand."""
    with SERIES.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file)
        assert table.fieldnames == COLUMNS
        return list(table)


@pytest.fixture(scope="module")
def targets(catalogue):
    return {target.id: target for target in read_targets(DATA / "calibration.toml", catalogue.source_by_id)}


@pytest.fixture(scope="module")
def tonnes(customs):
    """Tonnes by period and destination; none stands there twice."""
    found = {(row["month"], row["destination"]): float(row["tonnes"]) for row in customs}
    assert len(found) == len(customs)
    return found


def told(read, *arguments):
    with pytest.raises(CatalogueProblems) as caught:
        read(*arguments)
    return [(problem.file, problem.key, problem.text) for problem in caught.value.problems]


def test_every_row_of_the_customs_series_says_where_it_is_from_and_how_it_was_found(customs):
    for row in customs:
        assert re.fullmatch(r"https?://\S+", row["source"]), row
        assert row["exact_or_derived"] in ("exact", "derived")
        assert row["how"] or row["exact_or_derived"] == "exact", row


def test_the_observed_months_of_every_pack_are_those_of_the_customs_series(catalogue, customs):
    rows = {(row["month"], row["destination"]): row for row in customs}
    for pack in catalogue.packs:
        assert pack.observations
        for seen in pack.observations:
            row = rows[seen.month, NAMES[seen.destination]]
            assert (float(row["tonnes"]), row["exact_or_derived"] == "exact") == (seen.tonnes, seen.exact), seen


def test_months_sum_to_the_spans_that_their_sources_print(tonnes):
    for place, months, span in (("World", 6, "2025-H1"), ("World", 5, "2025-01..05"), ("World", 2, "2025-01..02")):
        total = sum(tonnes[f"2025-{month:02d}", place] for month in range(1, months + 1))
        assert total == pytest.approx(tonnes[span, place], rel=1e-3)


def test_no_destination_takes_more_than_the_world(tonnes):
    for (month, place), figure in tonnes.items():
        assert figure <= tonnes.get((month, "World"), figure), (month, place)


def test_no_month_that_is_kept_back_is_in_the_series(tonnes):
    assert max(month for month, _ in tonnes if month[5:].isdigit()) == "2025-10"


@pytest.mark.parametrize(("id", "average", "place"), [("magnets_world", "magnets_2024_world", "World"),
                                                      ("magnets_us", "magnets_2024_us", "United States")])  # fmt: skip
def test_the_targets_of_trade_are_the_series_over_the_average_of_2024(catalogue, targets, tonnes, id, average, place):
    year = catalogue.parameter_by_id[average].value
    shares = [tonnes[month, place] / year for month in targets[id].at]
    assert shares == pytest.approx(targets[id].values, abs=0.0051)
    assert targets[id].lowest == targets[id].at[shares.index(min(shares))]


def test_the_average_of_2024_is_that_of_the_series(catalogue, tonnes):
    for id, place in (("magnets_2024_world", "World"), ("magnets_2024_us", "United States")):
        assert catalogue.parameter_by_id[id].value == pytest.approx(tonnes["2024-FY", place] / 12, abs=0.5)


def test_every_target_is_there(targets):
    wanted = {"heavy_oxides_lag", "approval_europe", "days_to_cargo", "first_stoppage", "price_decay", "truce_lives"}
    assert wanted <= targets.keys()
    assert targets["approval_europe"].values[:2] == (0.25, 0.6)
    assert (targets["days_to_cargo"].low, targets["days_to_cargo"].high) == (60, 120)


def test_no_file_of_the_program_or_its_resources_points_outside_the_checkout():
    root = paths.resources().parent
    outside = re.compile(rb"shared/facts|\.\./facts|\.\./shared")
    files = [path for folder in ("dealbuilder", "resources", "packaging") for path in (root / folder).rglob("*")]
    texts = [path for path in files if path.suffix in {".py", ".toml", ".csv", ".md", ".sh", ".typ"}]
    assert texts
    assert not [path.name for path in texts if outside.search(path.read_bytes())]


@pytest.mark.parametrize(
    ("old", "new", "key", "words"),
    [
        ("values = [0.5, 0.3]", "values = [0.5]", "target[share]", "1 values at 2 dates"),
        ('lowest = "2025-05"', 'lowest = "2025-06"', "target[share]", "not among its dates"),
        ("within = 0.15", "", "target[share]", "`within`"),
        ("within = 0.15", "within = 0", "target[share].within", "greater than 0"),
        ('rule = "mean_error"\nwithin = 0.15', 'rule = "between"', "target[share]", "`low` or `high`"),
        ("within = 0.15", "within = 0.15\nhigh = 1", "target[share]", "`low` or `high`"),
        ('rule = "mean_error"', 'rule = "nearly"', "target[share].rule", "mean_error"),
        ('zh = "份额"', 'zh = ""', "target[share].label.zh", "at least 1 character"),
        ('sources = ["book"]', "sources = []", "target[share].sources", "at least 1 item"),
        ('sources = ["book"]', 'sources = ["film"]', "target[share]", "names the source film"),
        ('unit = "share"', 'unit = "share"\ncolour = "red"', "target[share].colour", "Extra inputs"),
        ("[[target]]", "[[goal]]", "goal", "is not a target"),
    ],
)
def test_a_fault_of_a_target_is_told_with_file_and_key(tmp_path, old, new, key, words):
    path = tmp_path / "targets.toml"
    path.write_text(TARGET.replace(old, new), encoding="utf-8")
    ((file, found, text),) = told(read_targets, path, {"book"})
    assert (file, found) == ("targets.toml", key)
    assert words in text


def test_a_target_twice_and_a_file_that_cannot_be_read_are_told(tmp_path):
    path = tmp_path / "targets.toml"
    assert told(read_targets, path, {"book"})[0][1] == "file"
    path.write_text(TARGET + TARGET, encoding="utf-8")
    assert told(read_targets, path, {"book"}) == [("targets.toml", "target[share]", "stands there twice")]
