"""injects, edit FILE inject, score --inject: listed, struck, lifted, supposed; and what is refused."""

import pytest

from dealbuilder.document import file

FEW = ("--draws", "16")


@pytest.fixture
def deal(run, tmp_path):
    path = tmp_path / "a.deal"
    assert run("new", path, "--from", "example:essay_full").code == 0
    return path


def injects(path):
    return file.load(path).history.document.injects


def supply(said):
    return next(row["mean"] for row in said["indicators"] if row["id"] == "supply_restored")


def test_the_deck_is_listed_with_what_each_shifts(run, catalogue):
    said = run("injects", "--json").json()
    assert [row["id"] for row in said["injects"]] == [one.id for one in catalogue.injects]
    assert said["notices"] == []
    for row in said["injects"]:
        assert {"id", "title", "month", "months", "channels", "parameters", "card", "reason", "struck"} <= row.keys()
        assert not row["struck"]
    table = run("injects", "--language", "zh")
    assert table.code == 0
    assert "海关放慢放行" in table.out


def test_an_inject_is_struck_moved_and_lifted_through_the_same_edits_as_in_the_window(run, deal):
    struck = run("edit", deal, "inject", "licences_stopped")
    assert struck.out.strip() == "inject Beijing stops rare-earth licences"
    assert [(one.month, one.months) for one in injects(deal)] == [(8, 2)]
    assert run("edit", deal, "inject", "licences_stopped", "--month", "3", "--to-the-end").code == 0
    assert [(one.month, one.months) for one in injects(deal)] == [(3, None)]
    assert run("edit", deal, "inject", "licences_stopped", "--months", "5").code == 0
    assert [(one.month, one.months) for one in injects(deal)] == [(3, 5)]
    again = run("edit", deal, "inject", "licences_stopped", "--months", "5")
    assert "Nothing changes" in again.out
    assert len(file.load(deal).history.steps) == 3
    assert run("edit", deal, "inject", "licences_stopped", "--lift").code == 0
    assert injects(deal) == ()


def test_a_struck_inject_is_told_with_the_score_and_marked_in_the_deck(run, deal):
    calm = run("score", deal, "--json", *FEW).json()
    assert calm["injects"] == []
    run("edit", deal, "inject", "licences_stopped")
    said = run("score", deal, "--json", *FEW).json()
    assert [row["id"] for row in said["injects"]] == ["licences_stopped"]
    assert supply(said) < supply(calm)
    text = run("score", deal, "--language", "zh", *FEW).out
    assert "本协议遭遇1个突发事件" in text
    assert "中方停发稀土许可" in text
    rows = run("injects", deal, "--json").json()["injects"]
    assert [row["id"] for row in rows if row["struck"]] == ["licences_stopped"]
    assert "● licences_stopped" in run("injects", deal).out


def test_what_if_leaves_the_deal_as_it_is(run, deal):
    before = deal.read_bytes()
    calm = run("score", deal, "--json", *FEW).json()
    said = run("score", deal, "--json", *FEW, "--inject", "licences_stopped@6-9", "--inject", "leak@2").json()
    assert [(row["id"], row["month"], row["months"]) for row in said["injects"]] == [
        ("licences_stopped", 6, 4),
        ("leak", 2, 4),
    ]
    assert supply(said) < supply(calm)
    assert deal.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("inject", "mine_flood"), "Did you mean mine_floods?"),
        (("inject", "leak", "--lift"), "No inject leak bears on this deal"),
        (("inject", "leak", "--month", "61"), "Months from signing go from 0 to 60"),
        (("inject", "leak", "--months", "0"), "it lasts 1 to 60 months"),
        (("inject", "leak", "--lift", "--month", "3"), "--lift takes no months"),
        (("inject", "leak", "--months", "3", "--to-the-end"), "Name one of them"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence_and_the_file_stays(run, deal, words, said):
    before = deal.read_bytes()
    told = run("edit", deal, *words)
    assert told.code == 1
    assert said in told.err
    assert deal.read_bytes() == before


@pytest.mark.parametrize("typed", ["nowhere", "leak@x", "leak@70", "leak@9-3"])
def test_what_if_of_nothing_is_refused(run, typed):
    told = run("score", "example:busan", *FEW, "--inject", typed)
    assert told.code == 1
    assert told.err.startswith("dealbuilder: ")


def test_an_inject_from_elsewhere_is_told_by_check_with_its_key_and_the_rest_is_scored(run, deal):
    loaded = file.load(deal)
    shipped = run("injects", "--json").json()["injects"]
    assert shipped
    run("edit", deal, "inject", "licences_stopped")
    loaded = file.load(deal)
    (one,) = loaded.history.document.injects
    channels = (*one.channels, one.channels[0].model_copy(update={"channel": "ether"}))
    strange = one.model_copy(update={"channels": channels})
    document = loaded.history.document.model_copy(update={"injects": (strange,)})
    history = type(loaded.history).start(document)
    file.save(deal, history, loaded.versions, loaded.stamps)
    told = run("check", deal)
    assert told.code == 1
    assert "inject[licences_stopped].channels.ether" in told.out
    assert "不在目录中" in run("check", deal, "--language", "zh").out
    plain = run("score", "example:essay_full", "--json", *FEW, "--inject", "licences_stopped").json()
    assert supply(run("score", deal, "--json", *FEW).json()) == supply(plain)


def test_an_impossible_value_is_refused_and_the_remedy_works(run, deal):
    run("edit", deal, "inject", "customs_slow_walk")
    loaded = file.load(deal)
    (one,) = loaded.history.document.injects
    wild = one.parameters[0].model_copy(update={"value": 7.0, "low": 7.0, "high": 7.0})
    document = loaded.history.document.model_copy(update={"injects": (one.model_copy(update={"parameters": (wild,)}),)})
    file.save(deal, type(loaded.history).start(document), loaded.versions, loaded.stamps)
    told = run("score", deal, *FEW)
    assert told.code == 1
    assert "hold_rest cannot be 7 share" in told.err
    assert run("edit", deal, "inject", "customs_slow_walk", "--lift").code == 0
    assert run("score", deal, *FEW).code == 0
