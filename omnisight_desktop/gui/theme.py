"""Every colour and size of the interface, and the style sheet made from them."""

from __future__ import annotations

from dataclasses import dataclass
from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme. Text on its ground has a contrast of at least 4.5 to 1."""

    canvas: str
    surface: str
    raised: str
    line: str
    line_strong: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_ground: str
    person: str
    vehicle: str
    animal: str
    other: str
    good: str
    warning: str
    failed: str
    chip: str = "#B8000000"  # behind words that stand on a picture, in both themes
    on_picture: str = "#FFFFFF"


DARK = Tokens(
    canvas="#0E1116",
    surface="#151A21",
    raised="#1C232C",
    line="#28313C",
    line_strong="#3A4654",
    text="#E8EDF2",
    muted="#A3AFBD",
    faint="#6E7B8A",
    accent="#2DD4BF",
    accent_ground="#06312C",
    person="#5EEAD4",
    vehicle="#93C5FD",
    animal="#FCD34D",
    other="#C4B5FD",
    good="#34D399",
    warning="#FBBF24",
    failed="#F87171",
)

LIGHT = Tokens(
    canvas="#F6F7F9",
    surface="#FFFFFF",
    raised="#FFFFFF",
    line="#E3E7EC",
    line_strong="#C9D0D9",
    text="#17202B",
    muted="#526070",
    faint="#8793A1",
    accent="#0F766E",
    accent_ground="#DDF5F1",
    person="#2DD4BF",
    vehicle="#60A5FA",
    animal="#FBBF24",
    other="#A78BFA",
    good="#059669",
    warning="#B45309",
    failed="#DC2626",
)


class Size:
    """The grid of four, the type scale, and the few fixed measures of the frame."""

    GAP = 8
    PAD = 12
    ROOM = 16
    WIDE = 24
    RADIUS = 8
    RADIUS_SMALL = 6
    TARGET = 32
    RAIL = 72
    DRAWER = 320
    TEXT_SMALL = 12
    TEXT = 13
    TEXT_LARGE = 15
    TITLE = 20
    STROKE = 2
    ICON = 20


_VEHICLES = frozenset({"car", "truck", "bus", "motorcycle", "bicycle", "train", "boat"})
_ANIMALS = frozenset({"cat", "dog", "bird", "horse", "sheep", "cow", "bear"})

_SHEET = Template(
    """
QWidget { color: $text; font-size: 13px; }
QMainWindow, #canvas { background: $canvas; }
#rail, #drawer, #status { background: $surface; }
#rail { border-right: 1px solid $line; }
#drawer { border-left: 1px solid $line; }
#status { border-top: 1px solid $line; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: 20px; font-weight: 600; }
QLabel[role="heading"] { font-size: 15px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: 12px; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget { background: transparent; }
QPushButton {
  min-height: 30px; padding: 0 12px; border-radius: 6px;
  border: 1px solid $line_strong; background: $raised; color: $text;
}
QPushButton:hover { border-color: $muted; }
QPushButton:focus { border: 2px solid $accent; }
QPushButton:disabled { color: $faint; border-color: $line; }
QPushButton[role="primary"] { background: $accent_ground; color: $accent; border-color: $accent; }
QPushButton[role="rail"] {
  border: none; border-radius: 8px; background: transparent; color: $muted;
  min-height: 52px; min-width: 56px; padding: 0; font-size: 12px;
}
QPushButton[role="rail"]:checked { background: $accent_ground; color: $accent; }
QPushButton[role="rail"]:focus { border: 2px solid $accent; }
QPushButton[role="status"] { border: none; background: transparent; color: $muted; padding: 0 8px; }
QPushButton[role="status"]:hover { color: $text; }
QPushButton[role="status"]:focus { border: 2px solid $accent; }
QFrame[role="card"] { background: $raised; border: 1px solid $line; border-radius: 8px; }
QFrame[role="card"]:focus { border: 2px solid $accent; }
QFrame[role="card"]:hover { border-color: $line_strong; }
QFrame[role="toast"] { background: $raised; border: 1px solid $line_strong; border-radius: 8px; }
QToolTip { background: $raised; color: $text; border: 1px solid $line_strong; padding: 4px; }
QScrollBar:vertical { width: 10px; background: transparent; }
QScrollBar::handle:vertical { background: $line_strong; border-radius: 5px; min-height: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; }
"""
)


def apply(application: QApplication, tokens: Tokens) -> None:
    """Dress the whole application."""
    application.setStyle("Fusion")
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, tokens.canvas),
        (QPalette.ColorRole.Base, tokens.surface),
        (QPalette.ColorRole.Text, tokens.text),
        (QPalette.ColorRole.WindowText, tokens.text),
        (QPalette.ColorRole.Button, tokens.raised),
        (QPalette.ColorRole.ButtonText, tokens.text),
        (QPalette.ColorRole.Highlight, tokens.accent),
        (QPalette.ColorRole.PlaceholderText, tokens.faint),
    ):
        palette.setColor(role, QColor(colour))
    application.setPalette(palette)
    colours = {name: getattr(tokens, name) for name in Tokens.__slots__}
    application.setStyleSheet(_SHEET.substitute(colours))


def overlay(tokens: Tokens, label: str) -> QColor:
    """The colour of a box around such a thing."""
    if label == "person":
        return QColor(tokens.person)
    if label in _VEHICLES:
        return QColor(tokens.vehicle)
    return QColor(tokens.animal if label in _ANIMALS else tokens.other)


def sort_colour(tokens: Tokens, sort: str) -> QColor:
    """The colour of what an event is about (``core.kinds.Sort``); only trouble is red."""
    roles = {
        "person": tokens.person,
        "vehicle": tokens.vehicle,
        "animal": tokens.animal,
        "sound": tokens.muted,
        "camera": tokens.failed,
    }
    return QColor(roles.get(sort, tokens.other))


def choose(name: str, *, system_is_dark: bool) -> Tokens:
    """The theme of a setting: ``light``, ``dark`` or ``system``."""
    return DARK if name == "dark" or (name != "light" and system_is_dark) else LIGHT
