"""What the chair can ask for while presenting, and the keys that ask for it: one table for keys and the key map."""

from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, Qt

from dealbuilder.ui.marked import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing asked for, by name, with what it is about if it needs that."""

    name: str
    value: object = None


@dataclass(frozen=True, slots=True)
class KeyInfo:
    """Keys of one deed: how they are written in the key map, what they do, and which keys they are."""

    written: str
    text: str
    keys: tuple[tuple[Qt.Key, Deed], ...]


Key = Qt.Key
SHIFTED = (
    (Key.Key_Exclam,),
    (Key.Key_At, Key.Key_QuoteDbl),
    (Key.Key_NumberSign, Key.Key_sterling, Key.Key_section),
    (Key.Key_Dollar, Key.Key_currency),
    (Key.Key_Percent,),
)
"""What Shift makes of 1 to 5, by keyboard."""
DIGITS = (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5)

KEYS = (
    KeyInfo(
        "PgDn  PgUp",
        QT_TRANSLATE_NOOP("keys", "Next or previous page, then stage; a clicker's keys"),
        ((Key.Key_PageDown, Deed("step", 1)), (Key.Key_PageUp, Deed("step", -1))),
    ),
    KeyInfo(
        "→  ←",
        QT_TRANSLATE_NOOP("keys", "Next or previous scene"),
        ((Key.Key_Right, Deed("scene_by", 1)), (Key.Key_Left, Deed("scene_by", -1))),
    ),
    KeyInfo(
        "B  .",
        QT_TRANSLATE_NOOP("keys", "Blackout on or off; the question stays"),
        ((Key.Key_B, Deed("black")), (Key.Key_Period, Deed("black"))),
    ),
    KeyInfo("C", QT_TRANSLATE_NOOP("keys", "Curtain on or off"), ((Key.Key_C, Deed("curtain")),)),
    KeyInfo(
        "F",
        QT_TRANSLATE_NOOP("keys", "Freeze: the room keeps what it sees, or goes on"),
        ((Key.Key_F, Deed("freeze")),),
    ),
    KeyInfo(
        "Space",
        QT_TRANSLATE_NOOP("keys", "Reveal the scores; Enter presses a button"),
        ((Key.Key_Space, Deed("reveal")),),
    ),
    KeyInfo("R", QT_TRANSLATE_NOOP("keys", "Replay the last change"), ((Key.Key_R, Deed("replay")),)),
    KeyInfo(
        "P",
        QT_TRANSLATE_NOOP("keys", "Ask for a prediction, or take the question off"),
        ((Key.Key_P, Deed("predict")),),
    ),
    KeyInfo(
        "1 - 5",
        QT_TRANSLATE_NOOP("keys", "Count a hand for an answer; with Shift take one back"),
        (
            *((key, Deed("hand", place)) for place, key in enumerate(DIGITS)),
            *((key, Deed("unhand", place)) for place, keys in enumerate(SHIFTED) for key in keys),
        ),
    ),
    KeyInfo(
        "I",
        QT_TRANSLATE_NOOP("keys", "Strike the inject of this stage, or go to the deck"),
        ((Key.Key_I, Deed("inject")),),
    ),
    KeyInfo("U", QT_TRANSLATE_NOOP("keys", "Undo; with Shift redo"), ((Key.Key_U, Deed("undo")),)),
    KeyInfo("M", QT_TRANSLATE_NOOP("keys", "Set a mark in the record"), ((Key.Key_M, Deed("mark")),)),
    KeyInfo("T", QT_TRANSLATE_NOOP("keys", "Pause the timer, or go on"), ((Key.Key_T, Deed("timer")),)),
    KeyInfo(
        "]  [",
        QT_TRANSLATE_NOOP("keys", "One minute more or less"),
        ((Key.Key_BracketRight, Deed("minutes", 1)), (Key.Key_BracketLeft, Deed("minutes", -1))),
    ),
    KeyInfo(
        "+  −",
        QT_TRANSLATE_NOOP("keys", "Larger or smaller text in the room"),
        ((Key.Key_Plus, Deed("scale", 1)), (Key.Key_Equal, Deed("scale", 1)), (Key.Key_Minus, Deed("scale", -1))),
    ),
    KeyInfo("L", QT_TRANSLATE_NOOP("keys", "The room light on dark, or dark on light"), ((Key.Key_L, Deed("night")),)),
    KeyInfo("F5", QT_TRANSLATE_NOOP("keys", "Begin the session"), ((Key.Key_F5, Deed("begin")),)),
    KeyInfo("Esc", QT_TRANSLATE_NOOP("keys", "Stop presenting; nothing is lost"), ((Key.Key_Escape, Deed("stop")),)),
    KeyInfo("H  F1", QT_TRANSLATE_NOOP("keys", "This map"), ((Key.Key_H, Deed("keys")), (Key.Key_F1, Deed("keys")))),
)
BY_KEY = {key: deed for info in KEYS for key, deed in info.keys}
ANYWHERE = frozenset({Key.Key_PageDown, Key.Key_PageUp, Key.Key_B, Key.Key_Period})
"""Keys of a clicker, which work while the desk has the keyboard, too."""
NO_LETTERS = frozenset({Key.Key_PageDown, Key.Key_PageUp, Key.Key_F1, Key.Key_F5, Key.Key_Escape})
"""Keys that mean nothing to somebody who is typing."""

Modifier = Qt.KeyboardModifier


def deed(pressed: QKeyCombination) -> Deed | None:
    """Return what a key asks for; None for keys that are not the chair's."""
    held = pressed.keyboardModifiers() & ~(Modifier.KeypadModifier | Modifier.GroupSwitchModifier)
    key = pressed.key()
    if held == Modifier.ControlModifier and key in (Key.Key_Plus, Key.Key_Equal, Key.Key_Minus):
        return BY_KEY[key]
    if held == Modifier.ControlModifier and key == Key.Key_Z:
        return Deed("undo")
    if held & ~Modifier.ShiftModifier:
        return None
    if held & Modifier.ShiftModifier:
        if key in DIGITS:
            return Deed("unhand", DIGITS.index(key))
        if key == Key.Key_U:
            return Deed("redo")
    return BY_KEY.get(key)
