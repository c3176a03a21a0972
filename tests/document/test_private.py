"""The proof that a file is clean: what a clean copy is, and every private thing that makes a file unclean."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dealbuilder.document import attached, embed
from dealbuilder.document.clean import clean_copy
from dealbuilder.document.edits import Rename
from dealbuilder.document.history import History
from dealbuilder.document.loaded import Stamps
from dealbuilder.document.private import STRAY, private_in, private_in_file
from dealbuilder.document.versions import keep
from tests.document.deals import full_deal, own_measure, plan
from tests.document.rooms import played
from tests.document.test_carrier import write

CLEAN = clean_copy(full_deal(), "a")[0]


def found(document=CLEAN, **around):
    data = embed.to_bytes(History.start(document), **around)
    return tuple(text.en for text in private_in(data)[1])


def test_that_a_clean_copy_is_clean_with_and_without_stamps():
    assert found() == ()
    assert found(stamps=Stamps(dealbuilder="1.2", catalogue="7")) == ()


def test_that_all_that_is_private_in_a_full_deal_is_told_in_both_languages():
    history = History.start(full_deal()).do(Rename(title="x"))
    versions = keep((), full_deal(), at="", who="", note="")
    data = embed.to_bytes(history, versions, session=tuple(played().entries))
    _, texts = private_in(data)
    assert len(texts) == 10
    assert STRAY not in texts
    assert all(text.zh for text in texts)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"private_note": "x"}, "1 private note"),
        ({"sealed": {"k": "v"}}, "1 sealed value"),
        ({"plan": plan()}, "plan of the workshop"),
        ({"targets": full_deal().targets}, "2 targets"),
        ({"assumptions": full_deal().assumptions}, "changed 1 assumption"),
        ({"lenses": full_deal().lenses}, "changed 2 roles"),
        ({"measures": (*CLEAN.measures, own_measure("unused_clause"))}, "1 measure of its own"),
    ],
)
def test_that_one_private_thing_makes_a_file_unclean(fields, said):
    (told,) = found(CLEAN.model_copy(update=fields))
    assert said in told


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE notes (x TEXT)",
        "ALTER TABLE deal ADD COLUMN more TEXT",
        "INSERT INTO stamp VALUES ('who', 'desk two')",
        "INSERT INTO deal VALUES ('secret', 'x')",
        "INSERT INTO private_note VALUES (9, 'nowhere', NULL, 'x')",
    ],
)
def test_that_what_the_program_does_not_show_makes_a_file_unclean(statement):
    data = embed.to_bytes(History.start(CLEAN))
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data)
        connection.execute(statement)
        connection.commit()
        spoilt = connection.serialize()
    assert STRAY in private_in(spoilt)[1]


def test_that_remains_of_what_was_deleted_make_a_file_unclean():
    data = embed.to_bytes(History.start(CLEAN.model_copy(update={"private_note": "a secret to be deleted " * 200})))
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data)
        connection.execute("DELETE FROM private_note")
        connection.commit()
        left = connection.serialize()
    assert b"a secret to be deleted" in left
    assert private_in(left)[1] == (STRAY,)


def test_that_bytes_after_the_end_make_a_file_unclean():
    assert private_in(embed.to_bytes(History.start(CLEAN)) + b"secret")[1] == (STRAY,)


def test_that_a_clean_copy_of_an_older_minor_format_is_clean():
    data = bytearray(embed.to_bytes(History.start(CLEAN)))
    data[60:64] = (2002).to_bytes(4, "big")
    assert private_in(bytes(data))[1] == ()


def test_that_the_deal_in_a_pdf_is_looked_at(tmp_path: Path):
    path = tmp_path / "deal.pdf"
    for document, clean in ((CLEAN, True), (full_deal(), False)):
        write(path, [("a.deal", embed.to_bytes(History.start(document)), attached.MIME)])
        loaded, texts = private_in_file(path)
        assert (loaded.history.document, not texts) == (document, clean)
