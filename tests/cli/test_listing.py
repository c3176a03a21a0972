"""examples and catalogue."""


def test_examples_are_listed_with_their_names(run):
    ran = run("examples")
    assert ran.code == 0
    assert "example:essay_full" in ran.out
    assert ran.err == ""


def test_examples_speak_chinese(run):
    assert "无协议" in run("examples", "--language", "zh").out


def test_examples_as_json(run):
    rows = run("examples", "--json").json()["examples"]
    assert {"id", "title", "summary", "clauses"} == rows[0].keys()


def test_the_catalogue_keeps_its_contract(run, catalogue):
    said = run("catalogue", "--json").json()
    assert [row["id"] for row in said["measures"]] == [measure.id for measure in catalogue.measures]
    for row in said["measures"]:
        assert {"id", "side", "title", "levels", "sources", "grade"} <= row.keys()
        assert all({"id", "label"} <= level.keys() for level in row["levels"])
        assert row["sources"]


def test_every_measure_is_listed_for_people(run, catalogue):
    ran = run("catalogue")
    assert ran.code == 0
    assert all(measure.id in ran.out for measure in catalogue.measures)


def test_one_measure_is_shown_with_levels_instrument_and_sources(run, catalogue):
    measure = catalogue.measure_by_id["cn_whitelist"]
    ran = run("catalogue", measure.id)
    assert ran.code == 0
    assert measure.instrument.citation in ran.out
    assert all(level.id in ran.out for level in measure.levels)
    assert "Sources" in ran.out


def test_one_measure_as_json_is_the_same_row(run):
    one = run("catalogue", "cn_whitelist", "--json").json()["measures"]
    every = run("catalogue", "--json").json()["measures"]
    assert one == [row for row in every if row["id"] == "cn_whitelist"]


def test_an_unknown_measure_is_answered_with_the_nearest(run):
    ran = run("catalogue", "cn_whitlist")
    assert ran.code == 1
    assert "cn_whitelist" in ran.err
    assert ran.out == ""


def test_lenses_stand_beside_the_measures_as_json(run, catalogue):
    said = run("catalogue", "--json").json()
    assert {"catalogue", "digest", "measures", "lenses"} == said.keys()
    assert [row["id"] for row in said["lenses"]] == [lens.id for lens in catalogue.lenses]
    for row, lens in zip(said["lenses"], catalogue.lenses, strict=True):
        assert row["side"] in ("us", "china", "allies")
        assert [line["level"] for line in row["red_lines"]] == [line.level for line in lens.red_lines]
        assert row["sources"]
        assert row["reservation"]["value"] == lens.reservation.value


def test_lenses_speak_chinese(run, catalogue):
    rows = run("catalogue", "--json", "--language", "zh").json()["lenses"]
    assert [row["name"] for row in rows] == [lens.name.zh for lens in catalogue.lenses]
