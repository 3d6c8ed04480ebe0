"""The timeline's state: from when to when one looks, what is drawn there, and glimpses under the pointer."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from omnisight_desktop.core.clock import from_ms, to_ms
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.viewmodels.bars import Drawing, drawings
from omnisight_desktop.gui.viewmodels.faults import words_of
from omnisight_desktop.gui.viewmodels.pictures import from_pixels
from omnisight_desktop.gui.viewmodels.wanted import Wanted

_SHORTEST_MS = 400.0
_LONGEST_MS = 12 * 365.25 * 86_400_000.0
_USUAL_MS = 86_400_000.0
_AROUND_STORY_MS = 600_000.0
_EARLIEST_MS = to_ms(datetime(1971, 1, 1, tzinfo=UTC))
_MARGIN = 0.25  # so much is read beyond either edge
_SOON_MS = 40  # wishes that follow each other closely are one
_AFRESH_MS = 3000
_GLIMPSES = 300
_GLIMPSE = 240  # pixels wide
_KEEPS = 0.08  # the moment that plays stays so far from the edges


class LanesViewModel(QObject):
    """Reads what is in view, and a little more; the newest wish wins."""

    changed = Signal()  # from when to when
    loaded = Signal()  # what is drawn
    glimpsed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        now_ms = to_ms(desk.house.clock.now())
        self.since_ms, self.until_ms = now_ms - _USUAL_MS, float(now_ms)
        self.drawn: Mapping[str, Drawing] | None = None
        self.trouble = ""
        self.cameras: tuple[str, ...] = ()
        self._wanted = Wanted()
        self._reading = self._again = False
        self._edges: tuple[datetime, datetime] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.load)
        self._afresh = QTimer(self)
        self._afresh.setSingleShot(True)
        self._afresh.setInterval(_AFRESH_MS)
        self._afresh.timeout.connect(self.load)
        self._glimpses: OrderedDict[tuple[str, int], QImage | None] = OrderedDict()
        self._glimpse_wish: tuple[str, int] | None = None
        self._glimpsing = False

    @property
    def span_ms(self) -> float:
        """How long a stretch is in view."""
        return self.until_ms - self.since_ms

    def show_cameras(self, cameras: Sequence[str], wanted: Wanted) -> None:
        """Which lanes there are, and which events are drawn."""
        self.cameras, self._wanted = tuple(cameras), wanted
        self._soon.start()

    def refresh(self) -> None:
        """Something new was stored."""
        if not self._afresh.isActive():
            self._afresh.start()

    def look(self, since_ms: float, until_ms: float) -> None:
        """Look from when to when."""
        span = min(_LONGEST_MS, max(_SHORTEST_MS, until_ms - since_ms))
        middle = (since_ms + until_ms) / 2
        latest = to_ms(self._desk.house.clock.now() + timedelta(days=366))
        middle = min(max(middle, _EARLIEST_MS), latest)
        if (middle - span / 2, middle + span / 2) != (self.since_ms, self.until_ms):
            self.since_ms, self.until_ms = middle - span / 2, middle + span / 2
            self.changed.emit()
            self._soon.start()

    def zoom(self, factor: float, at_ms: float | None = None) -> None:
        """Closer (less than 1) or further away, around a moment."""
        at_ms = (self.since_ms + self.until_ms) / 2 if at_ms is None else at_ms
        span = min(_LONGEST_MS, max(_SHORTEST_MS, self.span_ms * factor))
        share = (at_ms - self.since_ms) / self.span_ms
        since = at_ms - share * span
        self.look(since, since + span)

    def pan(self, by_ms: float) -> None:
        """Later, or earlier."""
        self.look(self.since_ms + by_ms, self.until_ms + by_ms)

    def show_all(self) -> None:
        """Everything that was ever recorded."""
        self._desk.ops.run(self._desk.house.recordings.edges, self._take_edges, lambda _: None)

    def around(self, at_s: float) -> None:
        """A moment comes into view, closer if one is far away."""
        span = min(self.span_ms, _AROUND_STORY_MS)
        self.look(at_s * 1000 - span / 2, at_s * 1000 + span / 2)

    def follow(self, at_s: float) -> None:
        """The moment that plays stays in view."""
        at_ms, edge = at_s * 1000, self.span_ms * _KEEPS
        if at_ms > self.until_ms - edge:
            self.look(at_ms - edge, at_ms - edge + self.span_ms)
        elif at_ms < self.since_ms + edge:
            self.look(at_ms + edge - self.span_ms, at_ms + edge)

    def glimpse(self, camera: str, at_ms: float) -> QImage | None:
        """About what a camera showed then, if it is known already; else it is looked for."""
        key = camera, int(at_ms // self._grain_ms())
        if key in self._glimpses:
            self._glimpses.move_to_end(key)
            return self._glimpses[key]
        self._glimpse_wish = key
        if not self._glimpsing:
            self._look_for_glimpse()
        return None

    def reason_at(self, camera: str, at_ms: float) -> str:
        """Why nothing was recorded there; nothing where something was, or nobody knows."""
        lane = self.drawn.get(camera) if self.drawn else None
        gaps = lane.missing if lane else ()
        return next((gap.reason for gap in gaps if gap.start_ms <= at_ms < gap.end_ms), "")

    def load(self) -> None:
        """Read what is in view."""
        if self._reading:
            self._again = True
            return
        self._reading, self._again = True, False
        span = self.span_ms
        since = from_ms(round(self.since_ms - span * _MARGIN))
        until = from_ms(round(self.until_ms + span * _MARGIN))
        cameras, wanted = self.cameras, self._wanted.filter(self._desk.house.clock.now())
        self._desk.ops.run(
            lambda: drawings(self._desk.house.timeline.lanes(cameras, since, until, wanted)),
            self._take,
            self._fail,
        )

    def _grain_ms(self) -> float:
        """Glimpses of one place on the screen are alike."""
        return max(250.0, self.span_ms / 200)

    def _take(self, drawn: Mapping[str, Drawing]) -> None:
        self._reading, self.trouble = False, ""
        # Where nothing was found there may be something by now.
        found = ((place, image) for place, image in self._glimpses.items() if image is not None)
        self._glimpses = OrderedDict(found)
        self.drawn = drawn
        self.loaded.emit()
        if self._again:
            self.load()

    def _fail(self, error: OmniSightError) -> None:
        self._reading = self._again = False
        self.trouble = words_of(error)
        self.loaded.emit()

    def _take_edges(self, edges: tuple[datetime, datetime] | None) -> None:
        if edges is None:
            return
        since, until = to_ms(edges[0]), to_ms(edges[1])
        room = max(30_000.0, (until - since) * 0.04)
        self.look(since - room, until + room)

    def _look_for_glimpse(self) -> None:
        wish = self._glimpse_wish
        if wish is None:
            return
        self._glimpsing, self._glimpse_wish = True, None
        camera, place = wish
        at = from_ms(round((place + 0.5) * self._grain_ms()))
        self._desk.ops.run(
            lambda: from_pixels(self._desk.house.recordings.preview(camera, at, _GLIMPSE)),
            lambda image: self._take_glimpse(wish, image),
            lambda _: self._take_glimpse(wish, None),
        )

    def _take_glimpse(self, wish: tuple[str, int], image: QImage | None) -> None:
        self._glimpsing = False
        self._glimpses[wish] = image
        while len(self._glimpses) > _GLIMPSES:
            self._glimpses.popitem(last=False)
        self.glimpsed.emit()
        self._look_for_glimpse()
