"""A new document."""

import uuid

from dealbuilder.document.document import Document
from dealbuilder.model.package import Package


def new_document(title: str = "", *, id: str = "", package: str = "A", pack: str | None = None) -> Document:
    """Return a document with one empty package of that name; `id` is drawn at random unless given."""
    document = Document(id=id or uuid.uuid4().hex, title=title, packages=(Package(id="p1", name=package),), active="p1")
    return document if pack is None else document.model_copy(update={"pack": pack})


def free_package_id(document: Document) -> str:
    """Return an id that no package of the document has, such as p2."""
    taken = {package.id for package in document.packages}
    number = len(taken) + 1
    while f"p{number}" in taken:
        number += 1
    return f"p{number}"
