"""One story as a card: who or what, where, when, what happened in it, and its clip."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr

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
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{title}, {line}")
        self.setAccessibleDescription("; ".join(happenings))
        heading = _plain(title, "strong")
        place = _plain(line, "small")
        place.setToolTip(exact)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(heading)
        words.addWidget(place)
        self._face = QLabel()
        self._face.setTextFormat(Qt.TextFormat.PlainText)
        self._face.setFixedSize(_SIDE, _SIDE)
        self._face.hide()
        row = QHBoxLayout()
        row.setSpacing(Size.PAD)
        row.addWidget(self._face, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        if clip is not None:
            export = QToolButton()
            export.setProperty("role", "plain")
            export.setToolTip(tr("Export the clip of {story}", story=f"{title}, {line}"))
            export.setAccessibleName(tr("Export the clip of {story}", story=f"{title}, {line}"))
            export.clicked.connect(lambda: self.export_wanted.emit(clip))
            icons.put(export, "export", look)
            row.addWidget(export, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(Size.PAD, Size.GAP, Size.GAP, Size.GAP + 2)
        column.setSpacing(2)
        column.addLayout(row)
        if happenings:
            column.addSpacing(Size.GAP // 2)
        for happening in happenings:
            column.addWidget(_plain(happening, "small"))

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
