"""Putting bytes into a file so that whatever stood there stays whole until they are all on the disk."""

import os
from pathlib import Path

from dealbuilder.errors import FileProblem


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside the old one, then put it in its place; raise FileProblem if it cannot be written."""
    fresh = path.with_name(f".{path.name}.new")
    try:
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise FileProblem(
            str(path),
            f"it could not be written ({error.strerror}). Your deal and whatever stood there are as they were.",
            "Choose another folder, or make room on the disk.",
        ) from error
