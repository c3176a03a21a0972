"""accept: who says yes, on the command line."""

import json

import pytest

from dealbuilder.cli.root import main
from dealbuilder.document import file
from dealbuilder.document.edits import SetLens
from dealbuilder.document.envelope import Sealer
from dealbuilder.document.own_values import of_lens, sealing
from dealbuilder.model.lens import LensChange, Reservation, Weight
from dealbuilder.model.text import Text

FEW = ("--draws", "16")
PHRASE = "nine lamps under water"


@pytest.fixture
def sealed(tmp_path, catalogue):
    """A deal in which the US defence establishment sealed what it asks for."""
    path = tmp_path / "deal.deal"
    assert main(["new", str(path), "--from", "example:busan"]) == 0
    lens = catalogue.lens_by_id["us_defence"]
    loaded = file.load(path)
    values = of_lens(lens).model_copy(update={"reservation": 6.54321, "note": "never below"})
    edit = sealing(loaded.history.document, lens.id, values, Sealer.under(PHRASE))
    file.save(path, loaded.history.do(edit))
    return path


@pytest.fixture
def phrase(tmp_path):
    """A file that holds the passphrase, for its owner alone."""
    path = tmp_path / "passphrase"
    path.write_text(f"{PHRASE}\nnot read\n", encoding="utf-8")
    path.chmod(0o600)
    return path


def test_it_tells_the_outcome_and_every_role(capsys, catalogue):
    assert main(["accept", "example:busan", *FEW]) == 0
    said = capsys.readouterr().out
    assert "that must agree accept" in said
    assert "judgements (grade D)" in said
    for lens in catalogue.lenses:
        assert lens.name.en.split()[-1] in said


def test_its_json_keeps_the_contract(capsys, catalogue):
    assert main(["accept", "example:busan", *FEW, "--json", "--language", "zh"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [one["id"] for one in data["lenses"]] == [lens.id for lens in catalogue.lenses]
    assert {"id", "side", "verdict", "value", "reservation", "reason", "turned_by"} <= set(data["lenses"][0])
    assert data["confidential"] is False
    assert (data["draws"], data["edits_tried"] > 50) == (16, True)


def test_sealed_values_stay_out_unless_they_are_asked_for(capsys, sealed, phrase):
    assert main(["accept", str(sealed), *FEW, "--json"]) == 0
    plain = capsys.readouterr().out
    assert main(["accept", str(sealed), *FEW]) == 0
    plain += capsys.readouterr().out
    assert "6.54" not in plain
    assert "never below" not in plain
    assert "CONFIDENTIAL" not in plain
    asked = ("--sealed", "us_defence", "--passphrase-file", str(phrase))
    assert main(["accept", str(sealed), *FEW, *asked]) == 0
    opened = capsys.readouterr().out
    assert "CONFIDENTIAL" in opened
    assert "6.54" in opened
    assert "never below" not in opened
    assert main(["accept", str(sealed), *FEW, *asked, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["confidential"] is True
    assert [one["id"] for one in data["lenses"] if one["sealed_values"]] == ["us_defence"]


@pytest.mark.parametrize("role", ["cn_commerce", "nobody"])
def test_asking_for_what_nobody_sealed_is_refused_with_a_sentence(capsys, sealed, role):
    assert main(["accept", str(sealed), *FEW, "--sealed", role]) == 1
    assert "nothing was opened" in capsys.readouterr().err


def test_a_role_that_the_deal_changed_counts_as_it_says(capsys, tmp_path, catalogue):
    path = tmp_path / "deal.deal"
    assert main(["new", str(path), "--from", "example:busan"]) == 0
    lens = catalogue.lens_by_id["us_dealmakers"]
    firm = Reservation(value=9.0, reason=Text(en="x", zh="x"), grade="D")
    loaded = file.load(path)
    change = LensChange(lens=lens.model_copy(update={"reservation": firm}), reason="told so")
    file.save(path, loaded.history.do(SetLens(change=change)))
    capsys.readouterr()
    assert main(["accept", str(path), *FEW, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    told = next(one for one in data["lenses"] if one["id"] == lens.id)
    assert (told["verdict"], told["reservation"], told["standing"]) == ("reject", 9.0, "changed")
    assert lens.id in data["ratification"]["vetoed_by"]
    assert main(["clean", str(path), "-o", str(tmp_path / "clean.deal")]) == 0
    assert "Still in it: 1 changed role" in capsys.readouterr().out


def test_an_empty_deal_is_answered(capsys):
    assert main(["accept", "example:no_deal", *FEW]) == 0
    assert "no clause yet" in capsys.readouterr().out


def test_a_role_with_what_this_catalogue_does_not_know_is_told_and_still_answers(capsys, tmp_path, catalogue):
    path = tmp_path / "deal.deal"
    assert main(["new", str(path), "--from", "example:busan"]) == 0
    odd = Weight(indicator="wine", weight=1.0, sense="more", scale=1, unit="barrel")
    lens = catalogue.lens_by_id["allies"].model_copy(update={"weights": (odd,)})
    loaded = file.load(path)
    file.save(path, loaded.history.do(SetLens(change=LensChange(lens=lens))))
    capsys.readouterr()
    assert main(["check", str(path)]) == 1
    assert "weighs wine in barrel" in capsys.readouterr().out
    assert main(["accept", str(path), *FEW, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["lenses"][-1]
    assert (told["id"], told["value"], told["parts"]) == ("allies", 0.0, [])
