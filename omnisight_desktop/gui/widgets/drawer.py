"""The drawer at the right of the live pictures: today's stories as cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.cards import Card
from omnisight_desktop.gui.widgets.scrolled import Scrolled
from omnisight_desktop.gui.widgets.story import StoryCard


class Drawer(QWidget):
    """Shows cards, and can be folded away."""

    opened = Signal(str)  # an event
    export_wanted = Signal(str)  # a clip
    switched = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: dict[str, StoryCard] = {}
        self.setObjectName("drawer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(Size.DRAWER)
        heading = QLabel(tr("Today"))
        heading.setProperty("role", "heading")
        heading.setMinimumHeight(Size.TARGET)
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(0, 0, Size.GAP // 2, Size.ROOM)
        self._cards.setSpacing(Size.GAP)
        self._cards.setAlignment(Qt.AlignmentFlag.AlignTop)
        # Many that come at once are never squeezed into the room that one had.
        self._cards.setSizeConstraint(QVBoxLayout.SizeConstraint.SetMinimumSize)
        self._empty = QLabel(
            tr("Nothing yet today. Whoever comes by will be listed here, with a clip.")
        )
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self._cards.addWidget(self._empty)
        scroll = Scrolled(self._cards, passed=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(Size.ROOM, Size.PAD, Size.PAD, 0)
        column.setSpacing(Size.GAP)
        column.addWidget(heading)
        column.addWidget(scroll, 1)

    def switch(self) -> None:
        """Fold it away, or out again."""
        self.setVisible(self.isHidden())
        self.switched.emit(not self.isHidden())

    def show_stories(self, stories: Sequence[Card], face: Callable[[str], QImage | None]) -> None:
        """Show these; a card that stays keeps its place and the keyboard."""
        wanted = {story.event for story in stories}
        for gone in [event for event in self._shown if event not in wanted]:
            widget = self._shown.pop(gone)
            self._cards.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for place, story in enumerate(stories):
            widget = self._shown.get(story.event) or self._made(story)
            widget.say(story.title, story.line, story.exact, story.happenings, story.clip)
            widget.show_face(face(story.event))
            if self._cards.indexOf(widget) != place:
                self._cards.insertWidget(place, widget)
        self._empty.setVisible(not stories)

    def _made(self, story: Card) -> StoryCard:
        card = StoryCard(
            self._look, story.title, story.line, story.exact, story.happenings, story.clip
        )
        card.export_wanted.connect(self.export_wanted)
        card.opened.connect(lambda: self.opened.emit(story.event))
        self._shown[story.event] = card
        return card
