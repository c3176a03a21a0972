"""What the manual calls a menu, an entry or a key is what the program calls it, in that language."""

import importlib.util
from pathlib import Path

import pytest

from dealbuilder import paths
from dealbuilder.report.manual import pages
from dealbuilder.ui.actions import ACTIONS, MENUS, translated
from dealbuilder.ui.dialogs.keys import MNEMONIC
from dealbuilder.ui.language import Interpreter
from tests.report.manual_text import menus

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "make_keys.py"


@pytest.fixture
def interpreter(qapp):
    made = Interpreter(qapp, paths.resources() / "i18n")
    yield made
    made.speak("en")
    made.deleteLater()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_menu_path_of_the_manual_exists(interpreter, language):
    interpreter.speak(language)
    titles = {id: MNEMONIC.sub("", translated(text)) for id, text in MENUS}
    there = {(titles[info.menu], translated(info.text).rstrip("….")) for info in ACTIONS}
    named = [(page.id, path) for page in pages(paths.resources(), language) for path in menus(page.text)]
    assert not [(id, path) for id, path in named if path[0] in titles.values() and path not in there]
    assert sum(path in there for _, path in named) > 40


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_of_keys_is_what_the_program_answers_to(qapp, language):
    spec = importlib.util.spec_from_file_location("make_keys", SCRIPT)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    kept = script.path(language).read_text(encoding="utf-8")
    assert script.page(qapp, language) == kept, "run packaging/make_keys.py"
