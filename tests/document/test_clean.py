import pytest

from dealbuilder.document import edits, embed
from dealbuilder.document.clean import clean_copy
from dealbuilder.document.clean_report import Around, kept_open
from dealbuilder.document.history import History
from dealbuilder.document.new import new_document
from dealbuilder.document.versions import keep
from dealbuilder.errors import DealError
from tests.document.deals import full_deal
from tests.document.rooms import played

SECRETS = (
    "deal secret",
    "package secret",
    "b secret",
    "fallback",
    "72 ± 3",
    "密封",
    "own bottom line",
    "desk two",
    "unused_clause",
    "desk four",
)


def test_that_no_byte_of_a_clean_copy_says_what_is_confidential():
    copy, _ = clean_copy(full_deal(), "a")
    data = embed.to_bytes(History.start(copy))
    assert b"public" in data
    assert not [secret for secret in SECRETS if secret.encode() in data]
    assert b"full" not in data


def test_that_a_full_file_does_say_it():
    data = embed.to_bytes(History.start(full_deal()))
    assert [secret for secret in SECRETS if secret.encode() in data] == list(SECRETS)


def test_that_a_clean_copy_keeps_what_the_package_is_scored_with():
    document = full_deal()
    copy, _ = clean_copy(document, ("a",))
    assert [clause.measure for clause in copy.package().clauses] == [c.measure for c in document.package("a").clauses]
    assert copy.package("p1").clause("white_list").note == "public 备注"
    assert copy.baseline == "p1"
    assert (copy.pack, copy.seed, copy.draws) == (document.pack, document.seed, document.draws)
    assert [change.value for change in copy.assumptions.changes] == [c.value for c in document.assumptions.changes]
    assert [measure.id for measure in copy.measures] == ["own_clause"]


def test_that_everything_left_out_is_said_in_both_languages():
    _, said = clean_copy(full_deal(), "b")
    joined = " ".join(said)
    for words in (
        "journal",
        "1 other package",
        "compared with no new deal",
        "2 private",
        "2 sealed",
        "2 target",
        "2 measures of its own",
        "changed 1 assumption.",
        "changed 2 roles.",
    ):
        assert words in joined
    _, chinese = clean_copy(full_deal(), "b", "zh")
    assert len(chinese) == len(said)
    assert "密封值" in " ".join(chinese)


def test_that_a_copy_with_changed_roles_keeps_them_and_says_so():
    copy, _ = clean_copy(full_deal(), "a")
    assert [one.lens for one in copy.lenses] == [one.lens for one in full_deal().lenses]
    assert "2 changed roles" in kept_open(copy)[-1]
    assert "2 个经修改的角色" in kept_open(copy, "zh")[-1]


def test_that_all_a_copy_still_tells_is_said_in_both_languages():
    copy, _ = clean_copy(full_deal(), "a")
    said = " ".join(kept_open(copy))
    for words in (
        "title “All of it 全部”",
        "packages: A",
        "3 notes",
        "2 changed assumptions, 1 with",
        "1 measure of your",
    ):
        assert words in said
    assert "2 injects" in said
    assert len(kept_open(copy, "zh")) == len(kept_open(copy))
    (only,) = kept_open(clean_copy(new_document("plain", id="x"), "p1")[0])
    assert "plain" in only


def test_that_the_number_of_a_package_does_not_tell_how_many_there_are():
    copy, _ = clean_copy(full_deal(), "b")
    assert [package.id for package in copy.packages] == ["p1"]
    assert (copy.active, copy.baseline) == ("p1", None)
    both, _ = clean_copy(full_deal(), ("a", "b"))
    assert ([package.id for package in both.packages], both.active, both.baseline) == (["p1", "p2"], "p2", "p1")


def test_that_what_stays_behind_is_counted():
    record = tuple(played().entries)
    versions = keep((), full_deal(), at="", who="desk two", note="")
    around = Around(History.start(full_deal()).do(edits.Rename(title="x")), versions, record)
    _, said = clean_copy(full_deal(), "a", "en", around)
    joined = " ".join(said)
    assert "journal of 1 step " in joined
    assert "1 kept version, " in joined
    assert f"workshops: {len(record)} entries" in joined
    _, chinese = clean_copy(full_deal(), "a", "zh", around)
    assert len(chinese) == len(said)
    assert clean_copy(full_deal(), "a", "en", Around(History.start(full_deal())))[1] == clean_copy(full_deal(), "a")[1]


def test_that_a_deal_without_secrets_loses_only_its_journal():
    copy, said = clean_copy(new_document("plain", id="x"), "p1")
    assert said == ("The journal of edits, the record of workshops and the kept versions.",)
    assert copy.title == "plain"


def test_that_a_clean_copy_is_always_the_same_and_cannot_be_traced():
    document = edits.apply(full_deal(), edits.WriteNote(text="another secret", private=True))
    assert clean_copy(document, "a") == clean_copy(document, "a")
    assert clean_copy(document, "a")[0].id not in (document.id, clean_copy(document, "b")[0].id)


@pytest.mark.parametrize("wanted", ["nowhere", (), ("a", "nowhere")])
def test_that_a_copy_of_no_package_is_refused(wanted):
    with pytest.raises(DealError, match="no copy was made"):
        clean_copy(full_deal(), wanted)
