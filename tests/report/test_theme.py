"""Themes: complete, readable, alike for both parties, and never told apart by hue alone."""

import itertools

import pytest

from dealbuilder import paths
from dealbuilder.errors import DealError
from dealbuilder.report import theme

GROUNDS = ("background", "surface")


@pytest.fixture(params=theme.NAMES)
def shown(request):
    return theme.load(request.param)


def test_text_can_be_read_on_every_ground(shown):
    for ground in (*GROUNDS, "raised", "warn_soft", "us_soft", "china_soft"):
        assert theme.contrast(shown.text, shown.colour(ground)) >= 7
    for ground in GROUNDS:
        for role in ("muted", "us", "china", "accent", "warn", "target", "package", "baseline"):
            assert theme.contrast(shown.colour(role), shown.colour(ground)) >= 4.5, (role, ground)
    assert theme.contrast(shown.us, shown.us_soft) >= 4.5
    assert theme.contrast(shown.china, shown.china_soft) >= 4.5
    assert theme.contrast(shown.on_accent, shown.accent) >= 4.5
    assert theme.contrast(shown.warn, shown.background) >= 4.5


def test_the_parties_have_like_weight(shown):
    us, china = (theme.contrast(colour, shown.background) for colour in (shown.us, shown.china))
    assert max(us, china) / min(us, china) < 1.15


def test_the_heat_ramp_is_told_by_lightness_alone(shown):
    lights = [theme.contrast(colour, "#000000") for colour in shown.ramp]
    falling = lights if shown.dark else lights[::-1]
    assert all(after < before for before, after in itertools.pairwise(falling))


def test_every_cell_value_can_be_read_on_its_fill(shown):
    for percent in range(101):
        fill = shown.heat(percent)
        assert theme.contrast(shown.ink(fill), fill) >= 4.5
    assert shown.heat(float("nan")) == shown.missing
    assert shown.heat(-5) == shown.heat(0)
    assert shown.heat(105) == shown.heat(100)


def test_line_styles_differ_without_colour(shown):
    assert len({shown.dash(style) for style in ("solid", "dashed", "dotted")}) == 3


def test_an_unknown_theme_and_a_broken_one_are_said_in_a_sentence(tmp_path):
    with pytest.raises(DealError, match="no theme called neon"):
        theme.load("neon")
    broken = tmp_path / "light.toml"
    whole = (paths.resources() / "themes" / "light.toml").read_text(encoding="utf-8")
    broken.write_text(whole.replace("target =", "tarjet ="), encoding="utf-8")
    with pytest.raises(DealError, match=r"light\.toml cannot be read"):
        theme.read(broken)
    with pytest.raises(KeyError):
        theme.load("light").colour("ramp")
