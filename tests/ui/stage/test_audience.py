"""The audience window: what it says is what it paints, what is taken back is gone at once, and it hands keys on."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from dealbuilder.document.clean import clean_copy
from dealbuilder.report.stage.staging import Clock, Replay, Staging
from dealbuilder.ui.stage.audience import FADE, Audience, picture
from dealbuilder.ui.stage.placing import Display
from tests.report.stage import marked
from tests.ui.stage.stagings import moved, stagings, state

SIZE = (1024, 768)
SHADE = 60
"""Of 255: what two pictures of the same may differ by in a pixel; a letter more or less makes it two hundred."""
DESK = Display("desk", (0, 0, 800, 600), desk=True)
HALL = Display("hall", (800, 0, *SIZE))


@pytest.fixture
def audience(qtbot) -> Iterator[Audience]:
    desk = QWidget()
    window = Audience(desk)
    window.present((DESK, HALL))
    yield window
    window.dismiss()
    window.deleteLater()
    desk.deleteLater()


@pytest.fixture(scope="module", params=["en", "zh"])
def whole(request, catalogue):
    made = state(catalogue, request.param, marked.document(catalogue))
    return replace(made, path=marked.PATH)


def read(window):
    """What a screen reader gets of a window and of everything in it."""
    parts = []
    for widget in (window, *window.findChildren(QWidget)):
        reader = QAccessible.queryAccessibleInterface(widget)
        parts += [
            reader.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Help)
        ]
    parts += [window.windowTitle(), window.toolTip(), window.whatsThis(), window.statusTip(), window.windowFilePath()]
    return "\n".join(parts)


def grabbed(window):
    return window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def alike(first, second):
    """Whether two pictures are the same; the edges of large letters come out a shade different now and then."""
    if first.size() != second.size():
        return False
    one, two = (
        np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1).astype(np.int16)
        for image in (first, second)
    )
    return int(np.abs(one - two).max()) <= SHADE


def now(whole, staging, window):
    return picture(whole, staging, window.width(), window.height())


def row(whole):
    """Scenes in a row that holds every scene after every scene once (de Bruijn's); in Chinese each after one other."""
    names = list(stagings(whole))
    if whole.language != "en":
        return [*names, names[0]]
    pairs = ((one, other) for place, one in enumerate(names) for other in names[place:])
    return [name for one, other in pairs for name in dict.fromkeys((one, other))] + names[:1]


def test_the_row_holds_every_scene_after_every_scene_once(whole):
    steps = list(pairwise(row(whole)))
    assert len(set(steps)) == len(steps)
    assert len(steps) == len(stagings(whole)) ** (2 if whole.language == "en" else 1)


def test_a_screen_reader_gets_every_word_of_every_scene(audience, whole):
    for name, staging in stagings(whole).items():
        audience.show_staging(whole, staging)
        text = read(audience)
        for said in audience._shown.laid.said:
            assert said in text, name
        assert audience.spoken in text


def test_nothing_confidential_is_readable_in_any_scene_or_between_any_two(audience, whole):
    everything = stagings(whole)
    for name in row(whole):
        audience.show_staging(whole, everything[name])
        assert marked.MARK not in read(audience)
        assert "61.25" not in audience.spoken


def test_no_hidden_score_is_readable_between_any_two_scenes(audience, whole):
    everything = stagings(whole)
    bare = {}
    for name, staging in everything.items():
        compared = tuple(replace(one, evaluation=None) for one in staging.compared)
        blank = replace(staging, hidden=True, replay=None, since=None, compared=compared)
        audience.show_staging(replace(whole, evaluation=None), blank)
        bare[name] = audience.spoken
    for first, second in pairwise(row(whole)):
        audience.show_staging(whole, replace(everything[first], hidden=False))
        audience.show_staging(whole, replace(everything[second], hidden=True))
        assert audience.spoken == bare[second]


def test_a_hidden_score_leaves_no_pixel(whole):
    other = replace(whole, evaluation=moved(whole.evaluation, 7.77))
    score = stagings(whole)["score"]
    assert not alike(picture(whole, score, *SIZE), picture(other, score, *SIZE))
    for name, staging in stagings(whole).items():
        covered = replace(staging, hidden=True)
        elsewhere = replace(
            covered,
            since=None,
            replay=None,
            compared=tuple(replace(one, evaluation=other.evaluation) for one in covered.compared),
        )
        assert alike(picture(whole, covered, *SIZE), picture(other, elsewhere, *SIZE)), name


def test_a_private_field_leaves_no_pixel(whole):
    copy, _ = clean_copy(whole.document, ("a", "b"))
    # A copy numbers its packages anew; what was scored names them as they were.
    names = {"packages": tuple(p.model_copy(update={"id": id}) for p, id in zip(copy.packages, "ab", strict=True))}
    names |= {"active": whole.document.active, "baseline": whole.document.baseline}
    clean = replace(whole, document=copy.model_copy(update=names), path="")
    assert clean.document.sealed == {}
    for name, staging in stagings(whole).items():
        assert alike(picture(whole, staging, *SIZE), picture(clean, staging, *SIZE)), name


@pytest.mark.parametrize("change", [{"hidden": True}, {"curtain": True}, {"hidden": True, "scene": "package"}])
def test_what_is_taken_back_is_gone_with_the_next_paint(audience, whole, change):
    for staging in stagings(whole).values():
        audience.show_staging(whole, Staging(scene="brief"))
        audience.show_staging(whole, replace(staging, hidden=False, curtain=False, spotlight=None))
        covered = replace(staging, spotlight=None, **change)
        audience.show_staging(whole, covered)
        assert alike(grabbed(audience), now(whole, covered, audience))


def test_closing_the_deal_blanks_the_room_at_once(audience, whole):
    audience.show_staging(whole, Staging(scene="score"))
    audience.show_staging(None, Staging(scene="score"))
    assert "71.2" not in read(audience)
    assert alike(grabbed(audience), now(replace(whole, evaluation=None), Staging(curtain=True), audience))


def test_one_scene_fades_into_the_next_in_less_than_a_third_of_a_second(audience, whole, qtbot):
    assert FADE <= 300
    first, second = Staging(scene="brief", brief="One"), Staging(scene="package")
    audience.show_staging(whole, first)
    grabbed(audience)
    audience.show_staging(whole, second)
    assert not alike(grabbed(audience), now(whole, second, audience))
    qtbot.waitUntil(lambda: alike(grabbed(audience), now(whole, second, audience)), timeout=3000)


def test_reduced_motion_shows_the_next_scene_at_once(audience, whole):
    audience.show_staging(whole, Staging(scene="brief", brief="One"))
    second = Staging(scene="package", still=True)
    audience.show_staging(whole, second)
    assert alike(grabbed(audience), now(whole, second, audience))


def test_a_tick_of_the_clock_paints_the_clock_alone(audience, whole, monkeypatch):
    staging = replace(stagings(whole)["score"], still=True)
    audience.show_staging(whole, staging)
    grabbed(audience)
    regions = []
    monkeypatch.setattr(audience, "update", lambda *region: regions.append(region))
    audience.show_staging(whole, replace(staging, clock=Clock(600, 379.0, running=True)))
    assert regions
    assert all(region and region[0].height() < SIZE[1] / 10 for region in regions)
    regions.clear()
    audience.show_staging(whole, replace(staging, clock=Clock(600, 379.0, running=True)))
    assert regions == []


def test_text_scale_and_theme_change_while_it_is_shown(audience, whole):
    changes = ({"scale": 2.0}, {"scale": 1.0, "dark": True}, {"page": 1, "scale": 1.5})
    for place, staging in enumerate(stagings(whole).values()):
        for change in changes if whole.language == "en" else changes[place % 3 :][:1]:
            look = replace(staging, still=True, **change)
            audience.show_staging(whole, look)
            assert alike(grabbed(audience), now(whole, look, audience))


def test_a_new_size_is_laid_out_anew(audience, whole):
    staging = stagings(whole)["score"]
    audience.show_staging(whole, staging)
    audience.resize(1440, 900)
    assert alike(grabbed(audience), now(whole, staging, audience))


def test_pages_are_counted_and_told(audience, whole, qtbot):
    audience.show_staging(whole, Staging(scene="brief", brief="One"))
    assert audience.pages == 1
    with qtbot.waitSignal(audience.turned) as told:
        audience.show_staging(whole, Staging(scene="package"))
    assert told.args == [audience.pages]
    assert audience.pages > 1
    audience.show_staging(whole, Staging(scene="package", page=99))
    last = audience.spoken
    audience.show_staging(whole, Staging(scene="package", page=audience.pages - 1))
    assert audience.spoken == last


def test_a_replay_turns_to_the_page_of_its_clause(audience, catalogue):
    whole = state(catalogue)
    staging = replace(stagings(whole)["package"], still=True, page=1)
    audience.show_staging(whole, staging)
    assert audience.page == 1
    last = whole.document.package().clauses[-1].measure
    replay = Replay(moved(whole.evaluation, -9.0), whole.evaluation, 0.5, last)
    audience.show_staging(whole, replace(staging, replay=replay))
    assert audience.page not in (0, 1)
    assert "hotline" in audience.spoken
    audience.show_staging(whole, staging)
    assert audience.page == 1


def test_every_key_is_handed_to_the_console(audience, qtbot):
    got = []
    audience.pressed.connect(got.append)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Escape, Qt.Key.Key_F5, Qt.Key.Key_B, Qt.Key.Key_Tab):
        QTest.keyClick(audience, key)
    assert [one.key() for one in got][:4] == [Qt.Key.Key_PageDown, Qt.Key.Key_Escape, Qt.Key.Key_F5, Qt.Key.Key_B]


def test_it_shows_no_cursor_menu_tooltip_or_file_name(audience, whole):
    audience.show_staging(whole, stagings(whole)["score"])
    assert audience.cursor().shape() == Qt.CursorShape.BlankCursor
    assert audience.contextMenuPolicy() == Qt.ContextMenuPolicy.PreventContextMenu
    assert audience.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert audience.findChildren(QWidget) == []
    assert audience.actions() == []
    assert audience.toolTip() == audience.windowFilePath() == ""
    assert audience.windowTitle() in ("For the room", "会场屏幕")


def test_unplugging_its_screen_hides_it_and_plugging_it_in_brings_it_back(audience, whole):
    placed = []
    audience.placed.connect(placed.append)
    assert audience.placement.how == "screen"
    audience.place((DESK,))
    assert not audience.isVisible()
    assert audience.placement.how == "away"
    audience.show_staging(whole, Staging(scene="package"))
    assert not audience.isVisible()
    audience.place((DESK, HALL))
    assert audience.isVisible()
    assert audience.placement.screen == "hall"
    assert [one.how for one in placed] == ["away", "screen"]


def test_with_one_screen_it_is_a_window_that_can_be_moved_and_no_new_screen_takes_it(audience):
    audience.dismiss()
    audience.present((DESK,))
    assert audience.placement.how == "window"
    assert not audience.windowFlags() & Qt.WindowType.FramelessWindowHint
    audience.setGeometry(40, 50, 320, 240)
    audience.place((DESK, HALL))
    assert audience.placement.how == "window"
    assert audience.geometry().getRect() == (40, 50, 320, 240)
    audience.present((DESK, HALL))
    assert audience.placement.how == "screen"


def test_closing_its_window_is_told_and_screens_no_longer_bring_it_back(audience, qtbot):
    with qtbot.waitSignal(audience.closed):
        audience.close()
    audience.place((DESK, HALL))
    assert not audience.isVisible()


def test_opening_on_its_screen_activates_nothing(audience, monkeypatch):
    activated = []
    monkeypatch.setattr(type(audience), "showFullScreen", lambda self: activated.append(self))
    audience.dismiss()
    name = QGuiApplication.primaryScreen().name()
    audience.present((DESK, replace(HALL, name=name)))
    assert audience.isVisible()
    assert audience.isFullScreen()
    assert activated == []
