"""All doors by name."""

from tests.fuzz.door import Door
from tests.fuzz.doors import catalogue, deal, lists, pdf, tables

DOORS: dict[str, Door] = {door.name: door for door in (deal.DOOR, pdf.DOOR, tables.DOOR, catalogue.DOOR, lists.DOOR)}
