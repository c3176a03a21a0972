"""A PDF carries its deal, and a PDF that means harm carries nothing into the program."""

import random
import zlib

import pikepdf
import pytest
import typst
from pikepdf import AttachedFileSpec, Name, Pdf

from dealbuilder.document import attached, carrier, embed, file, pdf_reader
from dealbuilder.document.clean import clean_copy
from dealbuilder.document.history import History
from dealbuilder.errors import FileProblem
from tests.document.deals import full_deal

DEAL = embed.to_bytes(History.start(clean_copy(full_deal(), "a")[0]))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "deal.pdf"


def write(path, attachments, filter=None):
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        for name, content, mime in attachments:
            spec = AttachedFileSpec(pdf, content, filename=name, mime_type=mime)
            if filter is not None:
                spec.get_file().obj.write(content, filter=filter)
            pdf.attachments[name] = spec
        pdf.save(path, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)


def here(path):
    """Return the deal in a PDF as `carrier` does, read in this process."""
    return carrier.judged(path, *pdf_reader.taken(path))


def refused(path):
    before = path.read_bytes()
    with pytest.raises(FileProblem) as caught:
        file.open_any(path)
    assert path.read_bytes() == before
    return str(caught.value)


def test_that_a_pdf_as_the_report_makes_it_gives_its_deal_back(path):
    source = (
        '#set document(title: "t", date: datetime(year: 2025, month: 7, day: 1))\n#set text(lang: "en")\n'
        '#pdf.attach("full.deal", bytes(sys.inputs.deal), relationship: "source", '
        f'mime-type: "{attached.MIME}", description: "The deal")\n= Deal\n'
    )
    inputs = source.replace("bytes(sys.inputs.deal)", f"bytes(({','.join(str(byte) for byte in DEAL)}))")
    path.write_bytes(typst.compile(inputs.encode(), pdf_standards=["a-3a", "ua-1"]))
    assert carrier.extract_from_pdf(path) == DEAL
    loaded = file.open_any(path)
    assert loaded.carried
    assert loaded.history.document.package().name == "A"


def test_that_the_deal_is_found_among_other_attachments(path):
    write(path, [("a.txt", b"note", "text/plain"), ("x.deal", b"not one", ""), ("unnamed", DEAL, attached.MIME)])
    assert carrier.extract_from_pdf(path) == DEAL


def test_that_a_pdf_that_a_program_saved_anew_still_carries_its_deal(path):
    write(path, [("x.deal", DEAL, attached.MIME)])
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)
    assert carrier.extract_from_pdf(path) == DEAL


def test_that_a_pdf_without_a_deal_says_so(path):
    write(path, [("a.txt", b"note", "text/plain")])
    assert "carries no deal" in refused(path)


def test_that_a_damaged_deal_inside_a_pdf_names_the_pdf(path):
    write(path, [("x.deal", DEAL[:5_000], attached.MIME)])
    said = refused(path)
    assert "cut short" in said
    assert str(path) in said


def test_that_a_locked_pdf_says_so(path):
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path, encryption=pikepdf.Encryption(owner="x", user="y"))
    assert "password" in refused(path)


def test_that_an_attachment_that_swells_is_refused_before_it_fills_the_memory(path, monkeypatch):
    monkeypatch.setattr(pdf_reader, "FILE_BYTES", 1_000_000)
    write(path, [("x.deal", zlib.compress(bytes(50_000_000)), attached.MIME)], filter=Name.FlateDecode)
    with pytest.raises(FileProblem, match="far larger"):
        here(path)


def test_that_an_attachment_in_a_strange_packing_is_refused(path):
    write(path, [("x.deal", b"48656c6c6f>", attached.MIME)], filter=Name.ASCIIHexDecode)
    assert "packed as no PDF" in refused(path)


def test_that_an_attachment_that_is_no_packed_data_is_refused(path):
    write(path, [("x.deal", b"not deflated", attached.MIME)], filter=Name.FlateDecode)
    assert "damaged" in refused(path)


def test_that_a_pdf_far_larger_than_ours_is_refused_unopened(path, monkeypatch):
    write(path, [("x.deal", DEAL, attached.MIME)])
    monkeypatch.setattr(carrier, "FILE_BYTES", 1_000)
    assert "far larger" in refused(path)


def test_that_a_missing_pdf_is_a_sentence(path):
    with pytest.raises(FileProblem, match="no such file"):
        carrier.load(path)


def test_that_a_tree_of_attachments_that_bites_its_tail_is_a_sentence(path):
    write(path, [("x.deal", DEAL, attached.MIME)])
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        tree = pdf.Root.Names.EmbeddedFiles
        tree = tree if tree.is_indirect else pdf.make_indirect(tree)
        pdf.Root.Names.EmbeddedFiles = tree
        del tree[Name.Names]
        tree.Kids = pikepdf.Array([tree])
        pdf.save(path)
    assert refused(path)


@pytest.mark.parametrize("seed", range(4))
def test_that_any_damage_to_a_pdf_is_a_sentence_or_harmless(path, seed):
    write(path, [("x.deal", DEAL, attached.MIME)])
    whole = path.read_bytes()
    rng = random.Random(seed)
    for _ in range(25):
        data = bytearray(whole[: rng.choice((len(whole), rng.randrange(6, len(whole))))])
        for _ in range(rng.choice((1, 5, 50))):
            place = rng.choice((rng.randrange(5, len(data)), rng.randrange(max(5, len(data) - 1_500), len(data))))
            data[place] = rng.randrange(256)
        path.write_bytes(data)
        try:
            loaded = embed.from_bytes(here(path))
        except FileProblem:
            continue
        assert loaded.history.document.packages
