"""PDFs that swell, that have no end, or that break their reader: a sentence, soon, and the program goes on."""

import resource
import subprocess
import sys
import time
import zlib

import pytest

from dealbuilder.document import carrier, embed, file, pdf_reader
from dealbuilder.document.attached import Verdict
from dealbuilder.document.clean import clean_copy
from dealbuilder.document.history import History
from dealbuilder.errors import FileProblem
from tests.document import bombs
from tests.document.deals import full_deal

DEAL = embed.to_bytes(History.start(clean_copy(full_deal(), "a")[0]))
FLATE = (b"/FlateDecode", zlib.compress)
HARMLESS = {
    "one stream of objects": bombs.swollen(DEAL, *FLATE, b" " * 1_000_000),
    "packed twice": bombs.swollen(DEAL, b"[/FlateDecode/FlateDecode]", lambda data: zlib.compress(zlib.compress(data))),
    "a short run": bombs.swollen(DEAL, b"/RunLengthDecode", bombs.run_length),
    "another packing": bombs.swollen(DEAL, b"/LZWDecode", bombs.lzw),
    "a chain of three": bombs.chained(DEAL, 3),
}
"""The same by the same hand, within bounds: what refuses the others is their size and not how they are written."""
SWOLLEN = {
    "a stream that swells a thousandfold": bombs.swollen(DEAL, *FLATE, b" " * 2 * pdf_reader.SWELLING),
    "packed ten times": bombs.swollen(DEAL, b"[" + b"/FlateDecode" * 10 + b"]", lambda data: data),
    "runs without end": bombs.swollen(
        DEAL, b"/RunLengthDecode", lambda data: bombs.run_length(data, pdf_reader.SWELLING // 64)
    ),
}
LONG = {
    "attachments by the thousand": bombs.crowded(b"x", 20_000),
    "lists in lists": bombs.nested(DEAL, 100_000),
    "a list of more than any has": bombs.crowded(DEAL, pdf_reader.ITEMS),
    "a tree that doubles sixty times": bombs.branching(b"x", 60),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_that_what_is_within_bounds_gives_its_deal(tmp_path, name):
    path = tmp_path / "x.pdf"
    path.write_bytes(HARMLESS[name])
    assert pdf_reader.taken(path) == (Verdict.deal, DEAL)


@pytest.mark.parametrize("name", SWOLLEN)
def test_that_what_is_beyond_bounds_is_refused(tmp_path, name):
    path = tmp_path / "x.pdf"
    path.write_bytes(SWOLLEN[name])
    before = time.process_time()
    assert pdf_reader.taken(path) == (Verdict.damaged, b"")
    assert time.process_time() - before < 5.0


@pytest.mark.parametrize("name", LONG)
def test_that_what_has_no_end_is_looked_at_only_so_far(tmp_path, name):
    path = tmp_path / "x.pdf"
    path.write_bytes(LONG[name])
    before = time.process_time()
    assert pdf_reader.taken(path) == (Verdict.none, b"")
    assert time.process_time() - before < 5.0


@pytest.mark.skipif(sys.platform == "win32", reason="a chain breaks the reader where stacks have an end")
def test_that_a_pdf_that_breaks_its_reader_is_a_sentence_and_no_end(tmp_path):
    path = tmp_path / "x.pdf"
    path.write_bytes(bombs.chained(DEAL, 30_000))
    with pytest.raises(FileProblem, match="more memory or time") as caught:
        file.open_any(path)
    assert "停止读取" in caught.value.told("zh")
    assert path.read_bytes() == bombs.chained(DEAL, 30_000)


def test_that_a_reader_that_does_not_end_is_ended(tmp_path, monkeypatch):
    path = tmp_path / "x.pdf"
    path.write_bytes(HARMLESS["one stream of objects"])
    monkeypatch.setattr(carrier, "PATIENCE", 0.001)
    with pytest.raises(FileProblem, match="more memory or time"):
        file.open_any(path)


def test_that_a_reader_that_cannot_start_is_a_sentence(tmp_path, monkeypatch):
    path = tmp_path / "x.pdf"
    path.write_bytes(HARMLESS["one stream of objects"])
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gone"))
    with pytest.raises(FileProblem, match="could not be started") as caught:
        file.open_any(path)
    assert "无法启动" in caught.value.told("zh")


def test_that_the_reader_may_take_only_so_much_memory_and_time():
    asked = "import resource as r; print(*(r.getrlimit(k)[0] for k in (r.RLIMIT_AS, r.RLIMIT_CPU, r.RLIMIT_CORE)))"
    code = f"from dealbuilder.document import pdf_reader; pdf_reader._bounded(); {asked}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    memory, seconds, core = (int(word) for word in done.stdout.split())
    held = resource.getrlimit(resource.RLIMIT_AS)[1]
    assert memory == pdf_reader.MEMORY or memory == held < pdf_reader.MEMORY
    assert (seconds, core) == (pdf_reader.SECONDS, 0)
