"""Writes format_1.deal as format 1 did: `python tests/old_files/make_format_1.py`. It ran once."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

PARTS = {
    "deal": {
        "id": "old-one",
        "title": "An old deal 旧协议",
        "active": "p2",
        "baseline": "p1",
        "pack": "2025-07",
        "seed": 11,
        "samples": 300,
        "note": "written in format 1",
        "worldview": "essay",
    },
    "packages": [
        {"id": "p1", "name": "Nothing", "clauses": []},
        {
            "id": "p2",
            "name": "Trade",
            "clauses": [
                {"measure": "white_list", "level": "all", "from": 1, "to": 13, "note": "first year"},
                {"measure": "letters", "level": "some", "from": 4, "if": "white_list=all", "snapback": 1},
                {"measure": "measure_of_long_ago", "level": "high"},
            ],
        },
    ],
    "assumptions": [{"parameter": "review_capacity", "value": 12.5, "reason": "counted"}],
}


def write(path: Path) -> None:
    """Write the sample."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA page_size = 1024")
        connection.execute("PRAGMA application_id = 0x4445414C")
        connection.execute("PRAGMA user_version = 1000")
        connection.execute("CREATE TABLE part (name TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT")
        rows = [(name, json.dumps(content, ensure_ascii=False)) for name, content in PARTS.items()]
        connection.executemany("INSERT INTO part VALUES (?, ?)", rows)
        connection.commit()


if __name__ == "__main__":
    write(Path(__file__).with_name("format_1.deal"))
