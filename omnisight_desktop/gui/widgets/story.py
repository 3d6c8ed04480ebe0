"""One story as a card: who or what, where, when, what happened in it, and its clip."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.widgets.plain import clear

_SIDE = 44


class StoryCard(QFrame):
    """A card in the drawer."""

    export_wanted = Signal(str)
    opened = Signal()

    def __init__(
        self,
        look: Look,
        title: str,
        line: str,
        exact: str,
        happenings: tuple[str, ...],
        clip: str | None,
    ) -> None:
        super().__init__()
        self._shown = 0
        self._said: tuple[object, ...] = ()
        self._clip: str | None = None
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._heading, self._place = _plain("", "strong"), _plain("", "small")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._heading)
        words.addWidget(self._place)
        self._face = QLabel()
        self._face.setTextFormat(Qt.TextFormat.PlainText)
        self._face.setFixedSize(_SIDE, _SIDE)
        self._face.hide()
        row = QHBoxLayout()
        row.setSpacing(Size.PAD)
        row.addWidget(self._face, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._export = QToolButton()
        self._export.setProperty("role", "plain")
        self._export.clicked.connect(lambda: self.export_wanted.emit(self._clip or ""))
        icons.put(self._export, "export", look)
        row.addWidget(self._export, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(Size.PAD, Size.GAP, Size.GAP, Size.GAP + 2)
        column.setSpacing(2)
        column.addLayout(row)
        self._happenings = QVBoxLayout()
        self._happenings.setSpacing(2)
        column.addLayout(self._happenings)
        self.say(title, line, exact, happenings, clip)

    def say(
        self, title: str, line: str, exact: str, happenings: tuple[str, ...], clip: str | None
    ) -> None:
        """A story goes on while it is shown: its card says so, and stays where it is."""
        said = (title, line, exact, happenings, clip)
        if said == self._said:
            return
        self._said, self._clip = said, clip
        self._heading.setText(title)
        self._place.setText(line)
        self._place.setToolTip(exact)
        self.setAccessibleName(f"{title}, {line}")
        self.setAccessibleDescription("; ".join(happenings))
        verb = tr("Export the clip of {story}", story=f"{title}, {line}")
        self._export.setToolTip(verb)
        self._export.setAccessibleName(verb)
        self._export.setVisible(clip is not None)
        clear(self._happenings)
        self._happenings.setContentsMargins(0, Size.GAP // 2 if happenings else 0, 0, 0)
        for happening in happenings:
            self._happenings.addWidget(_plain(happening, "small"))

    def show_face(self, image: QImage | None) -> None:
        """How whoever it is about looked."""
        self._face.setVisible(image is not None)
        if image is not None and image.cacheKey() != self._shown:
            self._shown = image.cacheKey()
            self._face.setPixmap(_rounded(image, self.devicePixelRatioF()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()


def _rounded(image: QImage, ratio: float) -> QPixmap:
    """The middle of a picture with round corners; of people the upper part, where the face is."""
    side = round(_SIDE * ratio)
    scaled = image.scaled(
        side,
        side,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    left = (scaled.width() - side) // 2
    painted = QPixmap(side, side)
    painted.fill(Qt.GlobalColor.transparent)
    painter = QPainter(painted)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(0, 0, side, side, Size.RADIUS_SMALL * ratio, Size.RADIUS_SMALL * ratio)
    painter.setClipPath(shape)
    painter.drawImage(-left, 0, scaled)
    painter.end()
    painted.setDevicePixelRatio(ratio)
    return painted


def _plain(words: str, role: str) -> QLabel:
    """A label that shows words as they are: what was heard or imported is nobody's page."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
