"""Every colour and size of the interface, and the style sheet made from them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from string import Template

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from omnisight_desktop.core.shipped import shipped


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
    veil: str = "#99000000"  # over what is behind something that wants to be answered first
    dark: bool = True


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
    veil="#66FFFFFF",
    dark=False,
)

#: By name, what a person may choose: the accent and its ground on dark, and both on light.
ACCENTS = {
    "teal": ("#2DD4BF", "#06312C", "#0F766E", "#DDF5F1"),
    "blue": ("#60A5FA", "#0B2447", "#1D4ED8", "#E0EAFF"),
    "violet": ("#A78BFA", "#241A4A", "#6D28D9", "#EDE7FE"),
    "pink": ("#F472B6", "#3F1029", "#BE185D", "#FCE7F3"),
    "green": ("#4ADE80", "#0B3018", "#166534", "#DCFCE7"),
}


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
    STATUS = 40
    DRAWER = 320
    TEXT_SMALL = 12
    TEXT = 13
    TEXT_LARGE = 15
    TITLE = 20
    DISPLAY = 28
    STROKE = 2
    ICON = 20
    SCROLL = 10


_VEHICLES = frozenset({"car", "truck", "bus", "motorcycle", "bicycle", "train", "boat"})
_ANIMALS = frozenset({"cat", "dog", "bird", "horse", "sheep", "cow", "bear"})

_SHEET = Template(
    """
QWidget { color: $text; font-size: 13px; }
QMainWindow, QDialog, #canvas { background: $canvas; }
#rail, #drawer, #status { background: $surface; }
#rail { border-right: 1px solid $line; }
#drawer { border-left: 1px solid $line; }
#status { border-top: 1px solid $line; }
QLabel { background: transparent; }
QLabel[role="display"] { font-size: 28px; font-weight: 600; }
QLabel[role="title"] { font-size: 20px; font-weight: 600; }
QLabel[role="heading"] { font-size: 15px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: 12px; }
QLabel[role="good"] { color: $good; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="failed"] { color: $failed; }
QLabel[role="keys"] {
  color: $muted; font-size: 12px; background: $canvas;
  border: 1px solid $line_strong; border-radius: 4px; padding: 1px 6px;
}
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget { background: transparent; }

QPushButton, QToolButton {
  outline: none;
  min-height: 30px; padding: 0 12px; border-radius: 6px;
  border: 1px solid $line_strong; background: $raised; color: $text;
}
QToolButton { padding: 0 5px; min-width: 20px; }
QPushButton:hover, QToolButton:hover { border-color: $muted; }
QPushButton:pressed, QToolButton:pressed { background: $line; }
QPushButton:checked, QToolButton:checked {
  background: $accent_ground; color: $accent; border-color: $accent;
}
QPushButton:focus { border: 2px solid $accent; padding: 0 11px; min-height: 28px; }
QToolButton:focus { border: 2px solid $accent; padding: 0 4px; min-height: 28px; }
QPushButton:disabled, QToolButton:disabled { color: $faint; border-color: $line; }
QPushButton[role="primary"] {
  background: $accent_ground; color: $accent; border-color: $accent; font-weight: 600;
}
QPushButton[role="primary"]:disabled {
  background: $raised; color: $faint; border-color: $line;
}
QPushButton[role="danger"] { color: $failed; border-color: $failed; }
QPushButton[role="plain"], QToolButton[role="plain"] {
  border: 1px solid transparent; background: transparent;
}
QPushButton[role="plain"]:hover, QToolButton[role="plain"]:hover { background: $raised; }
QPushButton[role="plain"]:checked, QToolButton[role="plain"]:checked {
  background: $accent_ground; color: $accent;
}
QPushButton[role="plain"]:focus, QToolButton[role="plain"]:focus { border: 2px solid $accent; }
QPushButton[role="link"] {
  border: 1px solid transparent; background: transparent; color: $accent; padding: 0 4px;
}
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 2px solid $accent; padding: 0 3px; }
QToolButton[role="over"] {
  border: 1px solid transparent; background: $chip; border-radius: 6px; padding: 0 5px;
}
QToolButton[role="over"]:hover { border-color: $on_picture; }
QToolButton::menu-indicator { image: none; }
QToolButton[role="shot"] {
  background: $line; border: 2px solid transparent; border-radius: 8px; padding: 0;
  min-width: 168px; min-height: 95px;
}
QToolButton[role="shot"]:hover { border-color: $line_strong; }
QToolButton[role="shot"]:focus { border-color: $accent; }
QToolButton[role="rail"] {
  border: 2px solid transparent; border-radius: 8px; background: transparent; color: $muted;
  min-height: 48px; padding: 4px 0; font-size: 12px;
}
QToolButton[role="rail"]:hover { color: $text; background: $raised; }
QToolButton[role="rail"]:checked { background: $accent_ground; color: $accent; }
QToolButton[role="rail"]:focus { border-color: $accent; }
QPushButton[role="chip"] {
  background: $accent_ground; color: $accent; border: 1px solid transparent; border-radius: 15px;
  padding: 0 12px;
}
QPushButton[role="chip"]:hover { border-color: $accent; }
QPushButton[role="chip"]:focus { border: 2px solid $accent; padding: 0 11px; }
QPushButton[role="lead"] {
  border: 1px solid transparent; background: transparent; font-weight: 600; padding: 0 8px;
}
QPushButton[role="lead"]:hover { background: $raised; }
QPushButton[role="lead"]:focus { border: 2px solid $accent; padding: 0 7px; }
QPushButton[role="status"] {
  border: 1px solid transparent; background: transparent; color: $muted; padding: 0 8px;
}
QPushButton[role="status"]:hover { color: $text; background: $raised; }
QPushButton[role="status"]:focus { border: 2px solid $accent; padding: 0 7px; }
QPushButton[role="choice"], QToolButton[role="choice"] {
  text-align: left; min-height: 44px; padding: 0 16px; border-radius: 8px;
}
QPushButton[role="choice"]:focus { padding: 0 15px; min-height: 42px; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateTimeEdit {
  background: $surface; border: 1px solid $line_strong; border-radius: 6px;
  selection-background-color: $accent; selection-color: $canvas;
  placeholder-text-color: $muted;
}
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateTimeEdit {
  min-height: 30px; padding: 0 8px;
}
QPlainTextEdit, QTextEdit { padding: 6px; }
QLineEdit:hover, QSpinBox:hover, QDoubleSpinBox:hover, QComboBox:hover, QDateTimeEdit:hover {
  border-color: $muted;
}
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QDateTimeEdit:focus {
  border: 2px solid $accent; padding: 0 7px; min-height: 28px;
}
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 5px; }
QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled { color: $faint; border-color: $line; }
QLineEdit[role="search"] { font-size: 15px; min-height: 38px; }
QLineEdit[role="search"]:focus { min-height: 36px; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; width: 24px; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow { image: url($arrow_down); width: 12px; height: 12px; }
QComboBox QAbstractItemView {
  background: $raised; border: 1px solid $line_strong; outline: 0; padding: 4px;
  selection-background-color: $accent_ground; selection-color: $accent;
}
QComboBox QAbstractItemView::item { min-height: 30px; }
QSpinBox::up-button, QDoubleSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::down-button {
  border: none; width: 20px; background: transparent;
}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url($arrow_up); width: 10px; height: 10px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow {
  image: url($arrow_down); width: 10px; height: 10px;
}
QCheckBox, QRadioButton {
  spacing: 8px; min-height: 28px; padding: 0 4px; background: transparent;
  border: 2px solid transparent; border-radius: 6px;
}
QCheckBox::indicator, QRadioButton::indicator {
  width: 16px; height: 16px; border: 1px solid $faint; background: $surface;
}
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $text; }
QCheckBox::indicator:checked {
  background: $accent; border-color: $accent; image: url($check);
}
QRadioButton::indicator:checked { border: 5px solid $accent; width: 8px; height: 8px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $faint; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $line_strong; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; }
QSlider::handle:horizontal {
  width: 16px; height: 16px; margin: -6px 0; border-radius: 8px; background: $text;
}
QSlider:focus { border: 2px solid $accent; border-radius: 6px; }
QProgressBar {
  min-height: 6px; max-height: 6px; border: none; border-radius: 3px; background: $line;
  color: transparent;
}
QProgressBar::chunk { border-radius: 3px; background: $accent; }

QFrame[role="card"] { background: $raised; border: 1px solid $line; border-radius: 8px; }
QFrame[role="card"]:focus { border: 2px solid $accent; }
QFrame[role="card"]:hover { border-color: $line_strong; }
QFrame[role="card"]:focus:hover { border-color: $accent; }
QFrame[role="sheet"] { background: $surface; border: 1px solid $line_strong; border-radius: 8px; }
QFrame[role="toast"] { background: $raised; border: 1px solid $line_strong; border-radius: 8px; }
QFrame[role="rule"] { background: $line; border: none; max-height: 1px; }
QAbstractItemView { background: $surface; border: none; outline: 0; }
QAbstractItemView:focus { border: 2px solid $accent; border-radius: 6px; }
QAbstractItemView[role="stories"], QAbstractItemView[role="stories"]:focus {
  border: none; background: transparent;
}
QHeaderView::section {
  background: $surface; color: $muted; border: none; border-bottom: 1px solid $line; padding: 8px;
}
QTabBar::tab { min-height: 32px; padding: 0 12px; color: $muted; background: transparent; border: none; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; }
QTabBar:focus { border: 2px solid $accent; border-radius: 6px; }
QTabWidget::pane { border: none; }
QSplitter::handle { background: $line; }
QMenu { background: $raised; border: 1px solid $line_strong; border-radius: 8px; padding: 4px; }
QMenu::item { min-height: 32px; padding: 0 24px 0 12px; border-radius: 6px; }
QMenu::item:selected { background: $accent_ground; color: $accent; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 12px; }
QToolTip {
  background: $raised; color: $text; border: 1px solid $line_strong; padding: 4px 6px;
  font-size: 12px;
}
#index { background: $surface; border-right: 1px solid $line; }
QListWidget[role="index"] { background: transparent; }
QListWidget[role="index"]:focus { border: none; }
QListWidget[role="index"]::item { min-height: 32px; padding: 0 8px; border-radius: 6px; }
QListWidget[role="index"]::item:hover { background: $canvas; }
QListWidget[role="index"]::item:selected { background: $accent_ground; color: $accent; }
QListWidget[role="index"]::item:selected:focus { border: 2px solid $accent; }
QFrame[role="setting"] { border: none; border-bottom: 1px solid $line; }
QGraphicsView[role="plot"] { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; background: transparent; }
QScrollBar:horizontal { height: 10px; background: transparent; }
QScrollBar::handle { background: $line_strong; border-radius: 5px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QPushButton[role="tab"] {
  border: 1px solid transparent; background: transparent; color: $muted; padding: 0 8px;
}
QPushButton[role="tab"]:hover { color: $text; }
QPushButton[role="tab"]:checked { background: $accent_ground; color: $accent; }
QPushButton[role="tab"]:focus { border: 2px solid $accent; padding: 0 7px; min-height: 28px; }
QPushButton[role="word"] {
  border: 1px solid transparent; border-bottom: 2px dotted $accent; border-radius: 0;
  background: transparent; color: $accent; padding: 0 2px; min-height: 30px;
  font-size: 15px; font-weight: 600;
}
QPushButton[role="word"]:hover { background: $accent_ground; border-bottom-style: solid; }
QPushButton[role="word"]:focus { border: 2px solid $accent; border-radius: 6px; padding: 0 1px; }
QPushButton[role="word"][usual="true"] {
  color: $muted; font-weight: 400; border-bottom: 1px dotted $faint;
}
QPushButton[role="word"][usual="true"]:hover { color: $text; }
QPushButton[role="word"][missing="true"] { color: $failed; border-bottom-color: $failed; }
QLabel[role="sentence"] { font-size: 15px; }
QFrame[role="plainCard"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[role="hit"] { border: 2px solid transparent; border-radius: 8px; }
QFrame[role="hit"]:hover { border-color: $line_strong; }
QFrame[role="hit"]:focus { border-color: $accent; }
QListWidget[role="menu"] { background: transparent; border: none; outline: 0; }
QListWidget[role="menu"]::item { min-height: 34px; padding: 0 8px; border-radius: 6px; }
QListWidget[role="menu"]::item:selected { background: $accent_ground; color: $accent; }
QListWidget[role="menu"]:focus { border: none; }
QLineEdit[role="title"] {
  background: transparent; border: 1px solid transparent; font-size: 20px; font-weight: 600;
}
QLineEdit[role="title"]:hover { border-color: $line_strong; }
QLineEdit[role="title"]:focus { border: 2px solid $accent; background: $surface; }
QLineEdit[role="plain"] { background: transparent; border: 1px solid transparent; }
QLineEdit[role="plain"]:hover { border-color: $line_strong; }
QLineEdit[role="plain"]:focus { border: 2px solid $accent; }
QFrame[role="card"][chosen="true"] { border-color: $accent; background: $accent_ground; }
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
        (QPalette.ColorRole.ToolTipBase, tokens.raised),
        (QPalette.ColorRole.ToolTipText, tokens.text),
        (QPalette.ColorRole.Accent, tokens.accent),
        (QPalette.ColorRole.Link, tokens.accent),
        (QPalette.ColorRole.Highlight, tokens.accent),
        (QPalette.ColorRole.HighlightedText, tokens.canvas),
        (QPalette.ColorRole.PlaceholderText, tokens.muted),
    ):
        palette.setColor(role, QColor(colour))
    application.setPalette(palette)
    font = QFont(application.font())
    font.setFeature(QFont.Tag("tnum"), 1)  # figures of one width do not jump when they change
    application.setFont(font)
    colours = {name: getattr(tokens, name) for name in Tokens.__slots__}
    application.setStyleSheet(_SHEET.substitute(colours, **_marks(tokens)))


def _marks(tokens: Tokens) -> dict[str, str]:
    """The few drawings that a style sheet can take only from files."""

    def of(name: str) -> str:
        return shipped("resources/style", f"{name}.svg").as_posix()

    check = of("check-dark" if tokens.dark else "check-light")
    return {"check": check, "arrow_down": of("down"), "arrow_up": of("up")}


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


def choose(name: str, *, system_is_dark: bool, accent: str = "teal") -> Tokens:
    """The theme of a setting (``light``, ``dark`` or ``system``) with the accent of that name."""
    dark = name == "dark" or (name != "light" and system_is_dark)
    on_dark, ground_dark, on_light, ground_light = ACCENTS.get(accent, ACCENTS["teal"])
    if dark:
        return replace(DARK, accent=on_dark, accent_ground=ground_dark)
    return replace(LIGHT, accent=on_light, accent_ground=ground_light)
