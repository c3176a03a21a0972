"""Nothing sealed is in any file the program writes, and nothing private in any that is not the deal itself."""

import base64
import json
import tempfile
import zipfile
from functools import partial
from pathlib import Path

import pikepdf
import pytest
from pikepdf import AttachedFileSpec, Pdf

from dealbuilder.cli import scoring
from dealbuilder.cli.root import main
from dealbuilder.document import file, recovery
from dealbuilder.document.edits import Rename, SealValue, WriteNote
from dealbuilder.document.envelope import Sealer
from dealbuilder.document.own_values import OwnValues, key, opened, sealing
from dealbuilder.document.versions import keep, restore
from dealbuilder.model.lens import Weight
from dealbuilder.report.debrief.debrief import scored
from tests.document.rooms import played
from tests.leaks import PRIVATE, SEALED, found_in, leaks

PHRASE = "nine lamps under water"
ROLE = "us_defence"
OWN = OwnValues(
    weights=(Weight(indicator="supply_restored", weight=0.371937193, sense="more", scale=7.125125, unit="%"),),
    reservation=6.54321987,
    note=SEALED[0],
)
FEW = ("--draws", "16")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A home of its own: temporary files go there too."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    return tmp_path


@pytest.fixture
def deal(folder):
    """A deal full of secrets: sealed now and before, with private notes, a kept version, a session and a redo."""
    path = folder / "secret.deal"
    assert main(["new", str(path), "--from", "example:busan"]) == 0
    loaded = file.load(path)
    history, sealer = loaded.history, Sealer.under(PHRASE)
    package = history.document.package()
    for place, text in zip(
        ((None, None), (package.id, None), (package.id, package.clauses[0].measure)), PRIVATE, strict=True
    ):
        history = history.do(WriteNote(package=place[0], measure=place[1], text=text, private=True))
    first = sealing(history.document, ROLE, OWN.model_copy(update={"reservation": -6.54321987}), sealer)
    history = history.do(first).do(sealing(history.document, ROLE, OWN, sealer))
    versions = keep((), history.document, at="2026-01-01", who="desk", note="kept")
    history = history.do(Rename(title="Open title")).do(restore(versions[0]))
    history = history.do(SealValue(key=key(ROLE), value=None)).undo()
    assert opened(history.document, ROLE, PHRASE) == OWN
    file.save(path, history, versions, loaded.stamps, session=tuple(played().entries))
    recovery.put_aside(history, path, versions=versions, session=tuple(played().entries))
    return path


def commands(deal: Path, out: Path) -> list[tuple[object, ...]]:
    """Every command that writes a file of a deal, or says something about it."""
    exports = [
        ("export", deal, "-o", out / f"data.{kind}", *FEW) for kind in ("csv", "xlsx", "md", "json", "svg", "png")
    ]
    return [
        *exports,
        ("export", deal, "--negmas", "-o", out / "domain", *FEW),
        ("report", deal, "-o", out / "public.pdf", "--no-study", *FEW),
        ("report", deal, "-o", out / "own.pdf", "--no-study", "--delegation", "--language", "zh", *FEW),
        ("debrief", deal, "-o", out / "debrief.md"),
        ("debrief", deal, "-o", out / "debrief.json", "--language", "zh"),
        ("kit", deal, "-o", out / "kit", "--only", "order,roles", "--session", "ninety_minutes"),
        ("clean", deal, "-o", out / "clean.deal"),
        ("clean", deal, "--check"),
        ("merge", "--us", deal, "--china", deal, "-o", out / "merged.deal", *FEW),
        ("tables", deal, "example:london", "-o", out / "room.csv", *FEW),
        ("explore", deal, "-o", out / "runs", *FEW),
        ("check", deal),
        ("check", deal, "--json"),
        ("score", deal, "--json", *FEW),
        ("explain", deal, *FEW),
        ("accept", deal, "--json", *FEW),
        ("accept", deal, "--sealed", ROLE),
        ("compare", deal, "example:busan", *FEW),
    ]


def test_no_command_writes_or_says_what_is_sealed_or_private(deal, folder, capsys, monkeypatch):
    out = folder / "out"
    out.mkdir()
    monkeypatch.setenv("DEALBUILDER_PASSPHRASE", "another passphrase")
    monkeypatch.setattr("dealbuilder.cli.debrief.scored", partial(scored, draws=16))
    codes = {}
    for words in commands(deal, out):
        codes[str(words[0])] = codes.get(str(words[0]), 0) | main([str(word) for word in words])
    said = capsys.readouterr()
    assert codes == dict.fromkeys(codes, 0) | {"clean": 1, "accept": 1, "compare": codes["compare"]}, said.err
    assert len(list(out.rglob("*"))) > 20
    assert leaks((said.out + said.err).encode(), (*SEALED, *PRIVATE)) == []
    assert found_in(folder, SEALED) == {}
    # The deal itself and its recovery copy are the owner's; nothing else may hold what is private.
    holders = set(found_in(folder, PRIVATE))
    assert holders == {"secret.deal", *(name for name in holders if name.startswith("state/recovery/"))}
    assert len(holders) == 2


def test_a_whole_file_in_a_pdf_holds_the_private_notes_its_owner_asked_for_and_nothing_sealed(deal, folder):
    path = folder / "whole.pdf"
    assert main(["report", str(deal), "-o", str(path), "--term-sheet", "--whole-file", *FEW]) == 0
    assert leaks(path.read_bytes(), SEALED) == []
    assert leaks(path.read_bytes(), PRIVATE) == list(PRIVATE)
    assert leaks(path.read_bytes(), ("dealbuilder_sealed",)) == []
    assert file.open_any(path).history.document.sealed == {}


def test_no_enciphered_value_leaves_in_a_copy_for_others(deal, folder):
    for words in (
        ("clean", deal, "-o", folder / "clean.deal"),
        ("merge", "--us", deal, "--china", deal, "-o", folder / "merged.deal", *FEW),
        ("report", deal, "-o", folder / "public.pdf", "--term-sheet", *FEW),
    ):
        assert main([str(word) for word in words]) == 0
    for name in ("clean.deal", "merged.deal", "public.pdf"):
        assert leaks((folder / name).read_bytes(), ("dealbuilder_sealed", "argon2id")) == []


def test_the_report_of_a_fault_tells_nothing_of_the_deal(deal, folder, capsys, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("made to fail")

    monkeypatch.setattr(scoring, "Evaluator", broken)
    assert main(["score", str(deal)]) == 3
    reports = list((folder / "state" / "crashes").iterdir())
    assert len(reports) == 1
    assert b"made to fail" in reports[0].read_bytes()
    assert leaks(reports[0].read_bytes(), (*SEALED, *PRIVATE)) == []
    assert leaks(capsys.readouterr().err.encode(), (*SEALED, *PRIVATE)) == []


def test_a_fault_while_values_are_open_tells_nothing_of_them(deal, folder, capsys, monkeypatch):
    def broken(catalogue, lenses, own):
        raise RuntimeError(f"made to fail with {own!r} and {lenses!r}")

    monkeypatch.setattr("dealbuilder.cli.accept.with_own_values", broken)
    monkeypatch.setenv("DEALBUILDER_PASSPHRASE", PHRASE)
    assert main(["accept", str(deal), "--sealed", ROLE, *FEW]) == 3
    (report,) = (folder / "state" / "crashes").iterdir()
    assert b"made to fail" in report.read_bytes()
    assert leaks(report.read_bytes() + capsys.readouterr().err.encode(), (*SEALED, PHRASE)) == []


@pytest.mark.parametrize("form", ["plain", "utf-16-le", "utf-16-be", "json", "base64", "zip", "pdf"])
def test_the_search_itself_finds_a_secret_in_every_form(tmp_path, form):
    secret = SEALED[0]
    path = tmp_path / "file"
    match form:
        case "plain" | "utf-16-le" | "utf-16-be":
            path.write_bytes(b"x" + secret.encode("utf-8" if form == "plain" else form))
        case "json":
            path.write_text(json.dumps({"x": json.dumps(secret)}))
        case "base64":
            path.write_bytes(base64.b64encode(b"ab" + secret.encode() + b"cd"))
        case "zip":
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
                book.writestr("a/b.xml", f"<x>{secret}</x>")
        case "pdf":
            with Pdf.new() as pdf:
                pdf.add_blank_page()
                pdf.attachments["x"] = AttachedFileSpec(pdf, secret.encode() * 50, filename="x")
                pdf.save(
                    path,
                    compress_streams=True,
                    recompress_flate=True,
                    object_stream_mode=pikepdf.ObjectStreamMode.generate,
                )
    assert found_in(tmp_path, SEALED) == {"file": [secret]}
    assert found_in(tmp_path, PRIVATE) == {}
