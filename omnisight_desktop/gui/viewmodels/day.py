"""Today's stories, read anew whenever something was stored, with a picture of each."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.viewmodels.cards import Card, card_of
from omnisight_desktop.gui.viewmodels.faults import words_of
from omnisight_desktop.gui.viewmodels.pictures import small
from omnisight_desktop.services.stories import Story
from omnisight_desktop.storage.events import EventFilter

_STORIES = 40
_SIDE = 96

Faces = dict[str, QImage]


class Day(QObject):
    """The newest stories since midnight; it knows no widget."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._loading = self._again = False
        self._day: date | None = None  # of which the stories are
        self.stories: list[Card] = []
        self._faces: Faces = {}  # by the id of the first event
        self._kept: dict[str, tuple[int, QImage | None]] = {}  # by path, with its time
        desk.bridge.committed.connect(self.load)

    def face(self, event: str) -> QImage | None:
        """How whoever a story is about looked, where a picture was kept."""
        return self._faces.get(event)

    def look(self) -> None:
        """Begin with the new day when midnight is past."""
        if self._day is not None and self._desk.house.clock.now().astimezone().date() != self._day:
            self.load()

    def load(self) -> None:
        """Read them anew; calls that come while one runs are answered by one more."""
        if self._loading:
            self._again = True
            return
        self._loading = True
        self._day = self._desk.house.clock.now().astimezone().date()
        self._desk.ops.run(self._read, self._done, self._failed)

    def _read(self) -> tuple[list[Card], Faces]:
        house = self._desk.house
        now = house.clock.now()
        midnight = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        today = EventFilter(since=midnight, until=now)
        stories = house.events.stories(today, limit=_STORIES).stories
        names = house.events.names()
        return [card_of(story, names, now) for story in stories], self._pictured(stories)

    def _pictured(self, stories: tuple[Story, ...]) -> Faces:
        tracks = {story.first.id: [e.track for e in story.events if e.track] for story in stories}
        wanted = [track for some in tracks.values() for track in some]
        portraits = self._desk.house.review.portraits(wanted)
        faces: Faces = {}
        kept: dict[str, tuple[int, QImage | None]] = {}
        for event, some in tracks.items():
            path = next((portraits[track] for track in some if track in portraits), None)
            if path is None or not path.is_file():
                continue
            stamp, name = path.stat().st_mtime_ns, str(path)
            known = self._kept.get(name)
            kept[name] = known if known and known[0] == stamp else (stamp, small(path, _SIDE))
            image = kept[name][1]
            if image is not None:
                faces[event] = image
        self._kept = kept
        return faces

    def _done(self, found: tuple[list[Card], Faces]) -> None:
        self._loading = False
        stories, faces = found
        fresh = stories != self.stories or set(faces) != set(self._faces)
        self.stories, self._faces = stories, faces
        if fresh:
            self.changed.emit()
        if self._again:
            self._again = False
            self.load()

    def _failed(self, error: OmniSightError) -> None:
        self._loading = self._again = False
        self._desk.say(words_of(error))
