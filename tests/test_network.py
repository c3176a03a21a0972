"""The program opens no internet socket."""

import socket
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dealbuilder.cli.root import root

ROOT = Path(__file__).resolve().parent.parent


def test_no_module_names_qt_s_network_classes():
    files = (ROOT / "dealbuilder").rglob("*.py")
    assert not [path for path in files if "QtNetwork" in path.read_text(encoding="utf-8")]


def test_scoring_and_printing_a_deal_opens_no_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    runner = CliRunner()
    for line in (
        ["score", "example:essay_full", "--draws", "64"],
        ["report", "example:essay_full", "-o", str(tmp_path / "deal.pdf")],
    ):
        result = runner.invoke(root, line)
        assert result.exit_code == 0, result.output
