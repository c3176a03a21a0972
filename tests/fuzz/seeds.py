"""Sound files to start from, beside the shipped ones."""

from functools import lru_cache

from dealbuilder.document import edits, embed
from dealbuilder.document.history import History
from dealbuilder.document.loaded import Stamps
from dealbuilder.document.versions import keep
from tests.document.deals import full_deal
from tests.document.rooms import played


@lru_cache(maxsize=1)
def whole() -> bytes:
    """Return a deal file in which every table has rows."""
    history = History.start(full_deal()).do(edits.Rename(title="second")).do(edits.SetDraws(draws=9))
    history = history.do(edits.WriteNote(text="a note")).undo()
    versions = keep((), history.document, at="2026-01-01", who="chair", note="first")
    return embed.to_bytes(history, versions, Stamps(dealbuilder="0.1.0"), tuple(played().entries))
