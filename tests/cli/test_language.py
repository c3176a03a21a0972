"""A command says everything in the language it is asked for, wherever in the line it is asked."""

import json

import pytest

from dealbuilder import paths
from dealbuilder.cli.root import MENDABLE, main
from dealbuilder.model.loading import load_catalogue

CHINESE = (["--language", "zh"], ["--language=zh"])


@pytest.mark.parametrize("asked", CHINESE)
def test_a_refusal_is_in_chinese_when_chinese_is_asked_for(asked, capsys):
    assert main(["catalogue", "nosuch", *asked]) == MENDABLE
    assert "此目录没有措施“nosuch”" in capsys.readouterr().err


@pytest.mark.parametrize("asked", CHINESE)
def test_a_language_before_the_command_serves_commands_that_take_none(asked, capsys, tmp_path):
    made = tmp_path / "mine.deal"
    assert main([*asked, "new", str(made)]) == 0
    assert capsys.readouterr().out == f"已生成 {made}。\n"
    assert main([*asked, "new", str(made)]) == MENDABLE
    assert capsys.readouterr().err == f"dealbuilder: {made} 已经存在，保持原样。请选择其他名称，或加上 --force。\n"


def test_a_language_before_the_command_reaches_the_command(capsys):
    assert main(["--language", "zh", "examples", "--json"]) == 0
    first = json.loads(capsys.readouterr().out)["examples"][0]["title"]
    assert main(["examples", "--json", "--language", "zh"]) == 0
    assert json.loads(capsys.readouterr().out)["examples"][0]["title"] == first
    assert main(["--language", "zh", "examples", "--json", "--language", "en"]) == 0
    assert json.loads(capsys.readouterr().out)["examples"][0]["title"] != first


def test_the_next_command_is_english_again(capsys):
    main(["catalogue", "nosuch", "--language", "zh"])
    capsys.readouterr()
    assert main(["catalogue", "nosuch"]) == MENDABLE
    assert "This catalogue has no measure “nosuch”." in capsys.readouterr().err


def test_a_measure_is_shown_with_chinese_headings(capsys):
    id = load_catalogue(paths.resources()).measures[0].id
    assert main(["catalogue", id, "--language", "zh"]) == 0
    shown = capsys.readouterr().out
    assert "法律文书：" in shown
    assert "来源" in shown
    assert "Ramp" not in shown


def test_what_was_done_to_a_deal_is_said_in_chinese(capsys, tmp_path):
    made = str(tmp_path / "mine.deal")
    main(["new", made])
    capsys.readouterr()
    measure = next(one for one in load_catalogue(paths.resources()).measures if not one.guardrail)
    assert main(["--language", "zh", "edit", made, "add", f"{measure.id}={measure.levels[1].id}"]) == 0
    assert capsys.readouterr().out == f"加入 {measure.title.zh} → {measure.levels[1].label.zh}\n"
