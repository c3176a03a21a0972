"""Sound files to start from, beside the shipped ones."""

from functools import lru_cache
from unittest.mock import patch

from dealbuilder.document import edits, embed
from dealbuilder.document.envelope import Cost, Sealer
from dealbuilder.document.history import History
from dealbuilder.document.loaded import Stamps
from dealbuilder.document.versions import keep
from tests.document.deals import full_deal
from tests.document.rooms import played

PHRASE = "nine lamps under water"
"""Opens what is sealed in the whole file."""


@lru_cache(maxsize=1)
def whole() -> bytes:
    """Return a deal file in which every table has rows."""
    document = full_deal()
    key = "lens:us_white_house"
    with patch("os.urandom", bytes):
        # The same bytes every time: a campaign can be run again.
        envelope = Sealer.under(PHRASE, Cost(memory=64, iterations=1, lanes=1)).seal("{}", key, document.id)
    document = document.model_copy(update={"sealed": {**document.sealed, key: envelope}})
    history = History.start(document).do(edits.Rename(title="second")).do(edits.SetDraws(draws=9))
    history = history.do(edits.WriteNote(text="a note")).undo()
    versions = keep((), history.document, at="2026-01-01", who="chair", note="first")
    return embed.to_bytes(history, versions, Stamps(dealbuilder="0.1.0"), tuple(played().entries))
