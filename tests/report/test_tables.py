"""Data for other programs: complete, with units, the same bytes twice, and never a formula."""

import csv
import io
import json
import math

import openpyxl
import pytest

from dealbuilder.errors import DealError, FileProblem
from dealbuilder.report import sheets, tables, tidy
from tests.report import fixtures

EVIL = '=HYPERLINK("http://example.org","x")'


def _csv(deal="Test deal", package="Bridge draft"):
    data = sheets.csv_bytes(fixtures.catalogue(), fixtures.evaluation(), deal, package)
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def _exported(kind, chart="supply", language="en"):
    document = fixtures.document()
    return tables.exported(
        kind, fixtures.catalogue(), document, document.package(), fixtures.evaluation(), language, chart, "print"
    )


def test_every_row_of_the_csv_says_where_it_belongs():
    rows = _csv()
    assert set(rows[0]) == set(tidy.HEADER)
    assert {row["kind"] for row in rows} == {"indicator", "monthly", "observed", "cell", "assumption"}
    assert all(row["unit"] and row["deal"] and row["pack"] and row["catalogue"] for row in rows)
    assert all(math.isfinite(float(row["value"])) for row in rows)
    score = next(r for r in rows if r["id"] == "supply_restored" and r["statistic"] == "mean")
    assert (score["value"], score["unit"]) == ("71.24", "%")


def test_every_number_of_the_evaluation_is_in_the_csv():
    evaluation, rows = fixtures.evaluation(), _csv()
    for series in evaluation.monthly:
        months = [
            r["month"] for r in rows if r["kind"] == "monthly" and r["id"] == series.id and r["statistic"] == "p95"
        ]
        assert months == list(evaluation.months)
    cells = [r for r in rows if r["kind"] == "cell" and r["statistic"] == "mean" and r["class"] == "civil"]
    assert len(cells) == int((~(evaluation.heat[0].values != evaluation.heat[0].values)).sum())


@pytest.mark.parametrize("evil", [EVIL, "+1", "-2+3", "@SUM(A1)", "\t=1", "  =1", "\r=1"])
def test_text_that_looks_like_a_formula_is_made_harmless_in_csv(evil):
    rows = _csv(deal=evil, package=evil)
    assert all(row["deal"].startswith("'") and row["package"].startswith("'") for row in rows)


def test_ordinary_text_is_left_alone_in_csv():
    assert sheets.harmless("a = b") == "a = b"
    assert _csv()[0]["deal"] == "Test deal"


def test_the_workbook_holds_clauses_scores_and_numbers_and_no_formula():
    document = fixtures.document()
    clause = document.package().clauses[0].model_copy(update={"note": EVIL})
    package = document.package().model_copy(update={"name": EVIL, "clauses": (clause, *document.package().clauses[1:])})
    data = sheets.xlsx_bytes(fixtures.catalogue(), package, fixtures.evaluation(), EVIL)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["About", "Clauses", "Scores", "Assumptions", "Injects", "Numbers"]
    assert book["Clauses"].max_row == 1 + len(package.clauses)
    notes = {cell.value: cell.data_type for cell in book["Clauses"]["N"]}
    assert notes[EVIL] == "s"
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    assert "SECRET" not in str([[c.value for c in row] for row in book["Clauses"].iter_rows()])


@pytest.mark.parametrize("kind", tables.KINDS)
def test_the_same_deal_gives_the_same_file(kind):
    assert _exported(kind) == _exported(kind)


def test_the_json_object_keeps_the_contract():
    scores = json.loads(_exported(".json"))
    assert list(scores) == [
        "deal", "package", "baseline", "worldview", "draws", "seed", "indicators", "monthly", "worst_cell", "stamps",
        "assumptions_changed", "house_estimates", "injects",
    ]  # fmt: skip
    assert list(scores["indicators"][0]) == ["id", "label", "unit", "sense", "baseline", "mean", "p05", "p50", "p95"]
    assert set(scores["monthly"]) == {"months", "series"}
    assert set(scores["monthly"]["series"][0]) == {"id", "unit", "p05", "p50", "p95"}
    assert len(scores["monthly"]["series"][0]["p50"]) == len(scores["monthly"]["months"])
    assert set(scores["worst_cell"]) == {"material", "end_use", "class", "value"}
    assert set(scores["stamps"]) == {"dealbuilder", "catalogue", "pack"}
    undefined = next(i for i in scores["indicators"] if i["id"] == "alive_60")
    assert undefined["baseline"] is None


def test_a_changed_assumption_stands_in_every_kind_of_file():
    changed = {"id": "backlog", "value": 700.0, "low": 600.0, "high": 800.0, "reason": "Trade press"}
    (said,) = json.loads(_exported(".json"))["assumptions_changed"]
    assert changed.items() <= said.items()
    shipped = fixtures.catalogue().parameter_by_id["backlog"]
    assert said["catalogue"] == {"value": shipped.value, "low": shipped.low, "high": shipped.high}
    rows = {row["statistic"]: row["value"] for row in _csv() if row["kind"] == "assumption"}
    assert rows == {"value": "700", "low": "600", "high": "800", "catalogue": f"{shipped.value:.9g}"}
    book = openpyxl.load_workbook(io.BytesIO(_exported(".xlsx")))
    assert [cell.value for cell in book["Assumptions"][2]][:6] == [
        "backlog",
        shipped.label.en,
        shipped.unit,
        700,
        600,
        800,
    ]
    assert ["assumptions_changed", 1] in [[cell.value for cell in row] for row in book["About"].iter_rows()]
    for kind in (".md", ".svg"):
        assert "1 assumption differs from the catalogue" in _exported(kind).decode()


def test_who_changed_an_assumption_never_leaves_with_the_numbers():
    for kind in (".json", ".csv", ".md", ".svg"):
        assert "US side" not in _exported(kind).decode("utf-8-sig")
    book = openpyxl.load_workbook(io.BytesIO(_exported(".xlsx")))
    assert "US side" not in str([[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()])


def test_pictures_are_pictures():
    assert _exported(".png", "heat:military", "zh").startswith(b"\x89PNG\r\n\x1a\n")
    assert _exported(".svg", "bars:stages").startswith(b"<svg ")


def test_a_picture_says_to_which_deal_baseline_and_versions_it_belongs():
    drawn = _exported(".svg").decode()
    for words in ("Test deal · Bridge draft · Baseline: no new deal", "Model result, not a forecast", "2026.11.1"):
        assert words in drawn


def test_what_cannot_be_exported_is_said_with_what_can():
    with pytest.raises(DealError, match="no chart called nonsense"):
        _exported(".svg", "nonsense")
    with pytest.raises(DealError, match=r"\.docx"):
        _exported(".docx")


def test_a_file_that_stood_there_survives_a_failed_export(tmp_path, monkeypatch):
    target = tmp_path / "data.csv"
    target.write_bytes(b"old")

    def full(_fd):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    document = fixtures.document()
    with pytest.raises(FileProblem, match="disk is full"):
        tables.write(target, ".csv", fixtures.catalogue(), document, document.package(), fixtures.evaluation())
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["data.csv"]


def test_a_chinese_workbook_has_chinese_sheets_heads_and_labels():
    book = openpyxl.load_workbook(io.BytesIO(_exported(".xlsx", language="zh")))
    assert book.sheetnames == ["概况", "条款", "评分", "假设", "突发事件", "全部数字"]
    heads = [cell.value for sheet in book for cell in sheet[1]]
    assert len(heads) > 40
    assert not [head for head in heads if head.isascii()]


def test_labels_of_a_chinese_csv_follow_the_language_and_keys_do_not():
    english, chinese = (
        list(csv.DictReader(io.StringIO(_exported(".csv", language=language).decode("utf-8-sig"))))
        for language in ("en", "zh")
    )
    assert english[0].keys() == chinese[0].keys()
    assert [row["id"] for row in english] == [row["id"] for row in chinese]
    assert english[0]["label"] != chinese[0]["label"]
