"""Walks the widgets of a page as a person's eye does: is a text cut, do two lie over one another?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSlider,
    QToolButton,
    QWidget,
)

_CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QSlider)
_INSIDE = 4  # pixels that the frame of a field takes on each side
_TOUCH = 1  # pixels that neighbours may share


@dataclass(frozen=True)
class Fault:
    """Something that a person would see."""

    what: str
    where: str

    def __str__(self) -> str:
        return f"{self.what}: {self.where}"


def faults(page: QWidget) -> list[Fault]:
    """All that is wrong with the texts of a page as it is shown now."""
    there = list(_texts(page))
    found = [Fault("cut", named(w)) for w in there if not _place(w).isEmpty() and _is_cut(w)]
    found += [Fault("out of reach", named(w)) for w in there if _is_out_of_reach(w)]
    shown = [widget for widget in there if _wholly_seen(widget)]
    for at, one in enumerate(shown):
        for other in shown[at + 1 :]:
            if _overlap(one, other):
                found.append(Fault("over one another", f"{named(one)} and {named(other)}"))
    return found


def unnamed(page: QWidget) -> list[str]:
    """Controls that say nothing to somebody who cannot see them."""
    return [
        named(control)
        for kind in _CONTROLS
        for control in page.findChildren(kind)
        if control.isVisible() and not _inner(control) and not _told(control)
    ]


def named(widget: QWidget) -> str:
    """A widget in words."""
    kind = type(widget).__name__
    text = _text(widget) or widget.accessibleName() or widget.objectName()
    spot = widget.mapTo(widget.window(), QPoint(0, 0))
    return f"{kind} {text[:60]!r} at {spot.x()},{spot.y()} {widget.width()}x{widget.height()}"


def _texts(page: QWidget) -> Iterator[QWidget]:
    kinds = (QLabel, QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)
    for kind in kinds:
        for widget in page.findChildren(kind):
            if widget.isVisible() and not _inner(widget) and (_text(widget) or _is_field(widget)):
                yield widget


def _is_field(widget: QWidget) -> bool:
    return isinstance(widget, QLineEdit | QComboBox | QAbstractSpinBox)


def _inner(widget: QWidget) -> bool:
    """Parts that Qt itself puts into a widget."""
    parent = widget.parentWidget()
    return isinstance(parent, QComboBox | QAbstractSpinBox | QLineEdit) or (
        widget.objectName().startswith("qt_") and isinstance(parent, QAbstractScrollArea)
    )


def _text(widget: QWidget) -> str:
    only_icon = Qt.ToolButtonStyle.ToolButtonIconOnly
    text = ""
    match widget:
        case QComboBox():
            text = widget.currentText()
        case QLineEdit():
            text = widget.text() or widget.placeholderText()
        case QToolButton() if widget.toolButtonStyle() == only_icon:
            pass
        case QLabel() | QAbstractSpinBox() | QAbstractButton():
            text = widget.text().replace("&", "")
    return text


def _told(control: QWidget) -> bool:
    text = control.accessibleName() or (
        _text(control) if isinstance(control, QAbstractButton) else ""
    )
    return bool(text.strip())


def _wholly_seen(widget: QWidget) -> bool:
    """Whether all of it is in view: what is scrolled away lies over nothing."""
    place = _place(widget)
    return not place.isEmpty() and all(_place(port).contains(place) for _, port in _ports(widget))


def _is_out_of_reach(widget: QWidget) -> bool:
    """Whether it sticks out at a side to which nobody can scroll."""
    place, off = _place(widget), Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    for area, port in _ports(widget):
        room = _place(port)
        beyond = place.left() < room.left() or place.right() > room.right()
        if beyond and area.horizontalScrollBarPolicy() == off:
            return True
    return False


def _ports(widget: QWidget) -> Iterator[tuple[QAbstractScrollArea, QWidget]]:
    """The scroll areas that a widget lies in, each with the part of it that is looked through."""
    port = widget.parentWidget()
    while port is not None and not port.isWindow():
        area = port.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is port:
            yield area, port
        port = area


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def _is_cut(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return _label_is_cut(widget)
    metrics = widget.fontMetrics()
    if isinstance(widget, QToolButton):
        lines = _text(widget).splitlines()
        width = max(metrics.horizontalAdvance(line) for line in lines)
        return width > widget.width() - 2 or metrics.height() > widget.height()
    if isinstance(widget, QPushButton | QCheckBox | QRadioButton):
        hint = widget.sizeHint()
        return hint.width() > widget.width() + 2 or metrics.height() > widget.height()
    if isinstance(widget, QLineEdit):  # what was typed may be longer than the field
        room = widget.width() - 2 * _INSIDE
        return not widget.text() and metrics.horizontalAdvance(_text(widget)) > room
    return widget.sizeHint().width() > widget.width() + 2


def _label_is_cut(label: QLabel) -> bool:
    if not label.pixmap().isNull():
        return False
    room = label.contentsRect()
    if label.wordWrap():
        longest = max(
            (label.fontMetrics().horizontalAdvance(word) for word in label.text().split()),
            default=0,
        )
        return label.heightForWidth(label.width()) > label.height() + 1 or longest > room.width()
    hint = label.sizeHint()
    return hint.width() > label.width() + 1 or hint.height() > label.height() + 1


def _overlap(one: QWidget, other: QWidget) -> bool:
    if one.isAncestorOf(other) or other.isAncestorOf(one):
        return False
    shared = _place(one).intersected(_place(other))
    if shared.width() <= _TOUCH or shared.height() <= _TOUCH:
        return False
    # Something opaque that stands over a page on purpose hides it, and is not judged against it.
    return _layer(one) is _layer(other)


def _layer(widget: QWidget) -> QWidget:
    """The overlay or message that a widget stands on, or else its window."""
    parent: QWidget | None = widget
    while parent is not None and not parent.isWindow():
        if parent.property("role") in ("sheet", "toast") or parent.property("floats"):
            return parent
        parent = parent.parentWidget()
    return widget.window()
