"""Sealed values that stand in a deal as plain text, as files up to format 2.2 hold them, and their way under a key.

Undo, kept versions and edits hold every value that was ever sealed, so all of them are written anew.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from dealbuilder.document.deal_edits import RestoreVersion, SealValue
from dealbuilder.document.document import Document
from dealbuilder.document.edits import Edit
from dealbuilder.document.envelope import Sealer, is_envelope
from dealbuilder.document.history import History, Step
from dealbuilder.document.versions import Version
from dealbuilder.model.text import Text

Versions = tuple[Version, ...]


def unencrypted(history: History, versions: Versions = ()) -> tuple[str, ...]:
    """Return the keys under which plain text is sealed, now or anywhere in the history and the kept versions."""
    found = {key for document in _documents(history, versions) for key, text in document.sealed.items() if _bare(text)}
    edits = (edit for step in history.steps for edit in step.edits if isinstance(edit, SealValue))
    return tuple(sorted(found | {edit.key for edit in edits if edit.value is not None and _bare(edit.value)}))


def told(keys: tuple[str, ...]) -> Text | None:
    """Return the sentence that says so when a deal is opened, None if all is encrypted."""
    if not keys:
        return None
    count = len(keys)
    many = f"{count} sealed values are" if count > 1 else "1 sealed value is"
    return Text(
        en=f"{many} not encrypted in this file, or in its history: whoever has the file can read it. "
        "Seal it with a passphrase under Room > Seal a party's own values, or with `dealbuilder seal`.",
        zh=f"此文件或其历史记录中有 {count} 个密封值未加密：任何持有文件的人都能读取。"
        "请在“会场 > 密封一方自己的数值”中用口令密封，或使用命令 `dealbuilder seal`。",
    )


def encrypted(history: History, versions: Versions, key: str, sealer: Sealer) -> tuple[History, Versions]:
    """Return history and versions in which all plain text ever sealed under a key is sealed under the passphrase.

    Every step stays and can be undone and done again. With a sealer that forgets, the plain text is gone for good.
    """
    if key not in unencrypted(history, versions):
        return history, versions
    deal, known = history.document.id, dict[str, str]()

    def locked(text: str) -> str:
        if text not in known:
            known[text] = sealer.seal(text, key, deal)
        return known[text]

    rewrite = _Rewriting(key, locked)
    kept = tuple(version.model_copy(update={"document": rewrite.document(version.document)}) for version in versions)
    steps = tuple(rewrite.step(step) for step in history.steps)
    return replace(history, start_document=rewrite.document(history.start_document), steps=steps), kept


class _Rewriting:
    """Writes documents and edits anew; each document once, so that what was shared stays shared."""

    def __init__(self, key: str, locked: Callable[[str], str]) -> None:
        self._key, self._locked = key, locked
        self._made: dict[int, Document] = {}

    def document(self, document: Document) -> Document:
        """Return a document with the plain text under the key locked."""
        text = document.sealed.get(self._key)
        if text is None or not _bare(text):
            return document
        if id(document) not in self._made:
            sealed = {**document.sealed, self._key: self._locked(text)}
            self._made[id(document)] = document.model_copy(update={"sealed": sealed})
        return self._made[id(document)]

    def step(self, step: Step) -> Step:
        """Return a step with the plain text under the key locked, in its edits and in what came of them."""
        after, edits = self.document(step.document), tuple(self._edit(edit) for edit in step.edits)
        same = after is step.document and all(new is old for new, old in zip(edits, step.edits, strict=True))
        return step if same else replace(step, document=after, edits=edits)

    def _edit(self, edit: Edit) -> Edit:
        match edit:
            case SealValue(key=self._key, value=str() as text) if _bare(text):
                return edit.model_copy(update={"value": self._locked(text)})
            case RestoreVersion(document=document):
                after = self.document(document)
                return edit if after is document else edit.model_copy(update={"document": after})
            case _:
                return edit


def _documents(history: History, versions: Versions) -> Iterator[Document]:
    yield history.start_document
    for step in history.steps:
        yield step.document
        yield from (edit.document for edit in step.edits if isinstance(edit, RestoreVersion))
    yield from (version.document for version in versions)


def _bare(text: str) -> bool:
    return not is_envelope(text)
