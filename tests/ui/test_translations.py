"""The texts on screen are current, complete and say the same with the same places to fill."""

import importlib.util
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def translate():
    spec = importlib.util.spec_from_file_location("translate", ROOT / "packaging" / "translate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_text_on_screen_is_translated_and_the_files_are_current(translate):
    assert translate.check() == []


def test_translations_keep_the_places_to_fill(translate):
    wrong = []
    for message in ElementTree.parse(translate.FOLDER / "dealbuilder_zh.ts").getroot().iter("message"):
        source, translation = message.findtext("source"), message.find("translation")
        texts = [form.text for form in translation.iter("numerusform")] or [translation.text]
        wanted = sorted(re.findall(r"\{\w*\}|%n|\(\*\.[^)]*\)", source))
        wrong += [source for text in texts if sorted(re.findall(r"\{\w*\}|%n|\(\*\.[^)]*\)", text)) != wanted]
    assert wrong == []
