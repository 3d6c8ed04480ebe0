"""One question and its answer: the words, what they rest on, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.moment import Shot
from omnisight_desktop.gui.widgets.flow import Flow
from omnisight_desktop.gui.widgets.plain import words

_SHOT_WIDE, _SHOT_HIGH = 168, 95
_LINES = 2  # so that pictures stand in a row
_RING = 2  # where the focus is


class Said(Protocol):
    """A question and its answer."""

    @property
    def question(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def rich(self) -> bool: ...
    @property
    def shots(self) -> Sequence[Shot]: ...
    @property
    def more(self) -> int: ...
    @property
    def line(self) -> str: ...
    @property
    def left(self) -> str: ...
    @property
    def note(self) -> str: ...
    @property
    def offer(self) -> str: ...
    @property
    def kept(self) -> str: ...
    @property
    def trouble(self) -> str: ...
    @property
    def chips(self) -> Sequence[str]: ...


class ShotTile(QFrame):
    """A picture of a moment; a click plays it in place."""

    wanted = Signal()
    opened = Signal()

    def __init__(self, look: Look, shot: Shot) -> None:
        super().__init__()
        self.setFixedWidth(_SHOT_WIDE + 2 * _RING)
        self._picture = QToolButton()
        self._picture.setProperty("role", "shot")
        self._picture.setFixedSize(_SHOT_WIDE + 2 * _RING, _SHOT_HIGH + 2 * _RING)
        self._picture.setToolTip(shot.exact)
        verb = tr("Play {what}", what=shot.words)
        self._picture.setAccessibleName(verb)
        self._picture.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        icons.put(self._picture, "play" if shot.plays else "thing", look)
        self._picture.clicked.connect(self.wanted)
        caption = words(_in_lines(shot.words), "small")
        caption.setToolTip(shot.exact)
        caption.setAlignment(Qt.AlignmentFlag.AlignTop)
        caption.setMinimumHeight(_LINES * caption.fontMetrics().lineSpacing())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Size.GAP // 2)
        column.addWidget(self._picture)
        column.addWidget(caption)
        column.addStretch(1)

    def show_picture(self, image: QImage | None) -> None:
        """How it looked then."""
        if image is None or image.isNull():
            return
        self._picture.setIcon(_rounded(image, self.devicePixelRatioF()))
        self._picture.setIconSize(QSize(_SHOT_WIDE, _SHOT_HIGH))


class TurnView(QWidget):
    """Shows one turn; while its answer is coming, sentence by sentence."""

    play_wanted = Signal(object)
    chip_taken = Signal(str)
    accepted = Signal()
    declined = Signal()
    copy_wanted = Signal()
    review_wanted = Signal(str)

    def __init__(
        self,
        look: Look,
        said: Said,
        picture: Callable[[Shot, Callable[[QImage | None], object]], object],
    ) -> None:
        super().__init__()
        self._look = look
        self._answer = words(said.text)
        self._answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if said.rich:
            self._answer.setTextFormat(Qt.TextFormat.MarkdownText)
            self._answer.setText(_tame(said.text))
        self._waiting = words("", "muted")
        self._waiting.hide()
        self._stage = QVBoxLayout()  # where a clip plays
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, Size.PAD)
        self._column.setSpacing(Size.GAP)
        self._column.addWidget(_question(said.question))
        self._column.addWidget(self._answer)
        self._column.addWidget(self._waiting)
        self._answer.setVisible(bool(said.text) and not said.offer)
        if said.trouble:
            self._column.addWidget(words(said.trouble, "failed"))
        self._column.addLayout(self._stage)
        if said.shots:
            self._column.addWidget(self._shots(said, picture))
        if said.offer:
            self._column.addWidget(self._offer(said.offer))
        if said.kept:
            self._column.addWidget(words(said.kept, "good"))
        if said.line:
            self._column.addLayout(self._foot(said))
        if said.note:
            self._column.addWidget(words(said.note, "warning"))

    def hear(self, sentence: str) -> None:
        """A sentence more."""
        before = self._answer.text()
        self._waiting.hide()
        self._answer.setText(f"{before} {sentence}".strip())
        self._answer.show()

    def wait(self, line: str) -> None:
        """What goes on until the first sentence comes."""
        self._waiting.setText(line)
        self._waiting.setVisible(not self._answer.text())

    def clear_answer(self) -> None:
        """It begins again."""
        self._answer.setText("")

    def place(self, screen: QWidget) -> None:
        """Play here."""
        self._stage.addWidget(screen)

    def add_chips(self, chips: Sequence[str]) -> None:
        """How the question could go on."""
        row = QWidget()
        flow = Flow(row, gap=Size.GAP, line_gap=Size.GAP)
        for chip in chips:
            flow.addWidget(chip_button(chip, self.chip_taken.emit))
        self._column.addWidget(row)

    def _shots(
        self, said: Said, picture: Callable[[Shot, Callable[[QImage | None], object]], object]
    ) -> QWidget:
        strip = QWidget()
        flow = Flow(strip, gap=Size.GAP, line_gap=Size.GAP)
        for shot in said.shots:
            tile = ShotTile(self._look, shot)
            tile.wanted.connect(lambda one=shot: self._wanted(one))
            picture(shot, _weakly(tile))
            flow.addWidget(tile)
        return strip

    def _wanted(self, shot: Shot) -> None:
        if shot.plays:
            self.play_wanted.emit(shot)
        else:
            self.review_wanted.emit(shot.event)

    def _offer(self, offer: str) -> QWidget:
        frame = QFrame()
        frame.setProperty("role", "card")
        yes, no = QPushButton(tr("Watch for it")), QPushButton(tr("No"))
        yes.setProperty("role", "primary")
        yes.setAccessibleName(tr("Watch for it"))
        no.setAccessibleName(tr("No"))
        yes.clicked.connect(self.accepted)
        no.clicked.connect(self.declined)
        row = QHBoxLayout()
        row.setSpacing(Size.GAP)
        row.addWidget(yes)
        row.addWidget(no)
        row.addStretch(1)
        column = QVBoxLayout(frame)
        column.setContentsMargins(Size.ROOM, Size.PAD, Size.ROOM, Size.PAD)
        column.setSpacing(Size.GAP)
        column.addWidget(words(tr("A watch that is not in force yet"), "strong"))
        column.addWidget(words(offer))
        column.addLayout(row)
        return frame

    def _foot(self, said: Said) -> QHBoxLayout:
        line = " · ".join(filter(None, (said.line, said.left)))
        copy = QToolButton()
        copy.setProperty("role", "plain")
        copy.setToolTip(tr("Copy the answer"))
        copy.setAccessibleName(tr("Copy the answer"))
        copy.clicked.connect(self.copy_wanted)
        icons.put(copy, "copy", self._look)
        row = QHBoxLayout()
        row.setSpacing(Size.GAP)
        row.addWidget(words(line, "small"), 1)
        if said.more and said.shots:
            more = QPushButton(tr("{count} more in the review", count=said.more))
            more.setProperty("role", "link")
            more.setAccessibleName(more.text())
            more.clicked.connect(lambda: self.review_wanted.emit(said.shots[0].event))
            row.addWidget(more)
        row.addWidget(copy)
        return row


def _in_lines(said: str) -> str:
    """Who or what above, where and when below: broken by chance it would be hard to read."""
    who, *place = said.rsplit(" · ", 2)
    return f"{who}\n{' · '.join(place)}" if place else who


def chip_button(text: str, taken: Callable[[str], object]) -> QPushButton:
    """A question to be asked by a click."""
    button = QPushButton(text)
    button.setProperty("role", "chip")
    button.setAccessibleName(text)
    button.clicked.connect(lambda: taken(text))
    return button


def _question(text: str) -> QWidget:
    label: QLabel = words(text, "heading")
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    label.setContentsMargins(0, Size.PAD, 0, 0)
    return label


def _rounded(image: QImage, ratio: float) -> QPixmap:
    """The middle of a picture, with round corners."""
    wide, high = round(_SHOT_WIDE * ratio), round(_SHOT_HIGH * ratio)
    around = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    scaled = image.scaled(wide, high, around, Qt.TransformationMode.SmoothTransformation)
    painted = QPixmap(wide, high)
    painted.fill(Qt.GlobalColor.transparent)
    painter = QPainter(painted)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    radius = Size.RADIUS_SMALL * ratio
    shape.addRoundedRect(0, 0, wide, high, radius, radius)
    painter.setClipPath(shape)
    painter.drawImage((wide - scaled.width()) // 2, (high - scaled.height()) // 2, scaled)
    painter.end()
    painted.setDevicePixelRatio(ratio)
    return painted


def _weakly(tile: ShotTile) -> Callable[[QImage | None], object]:
    """A tile may be gone by the time its picture comes."""

    def show(image: QImage | None) -> None:
        try:
            tile.show_picture(image)
        except RuntimeError:  # Qt's part of it is deleted
            return

    return show


def _tame(text: str) -> str:
    """Markdown without pictures, links or tags of anybody's making."""
    return text.replace("<", "&lt;").replace("![", "[").replace("](", "] (")
