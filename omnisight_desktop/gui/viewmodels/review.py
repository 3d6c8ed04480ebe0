"""What the review panel shows: the stories that are wanted, one of them played, and what was seen of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from omnisight_desktop.core.clock import from_ms, to_ms
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.event import EventType
from omnisight_desktop.core.kinds import sort_of
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.cards import card_of
from omnisight_desktop.gui.viewmodels.exporting import ExportViewModel
from omnisight_desktop.gui.viewmodels.lanes import LanesViewModel
from omnisight_desktop.gui.viewmodels.pictures import from_pixels, small
from omnisight_desktop.gui.viewmodels.playing import PlayingViewModel
from omnisight_desktop.gui.viewmodels.stories import Entry, StoryList
from omnisight_desktop.gui.viewmodels.wanted import Facet, Wanted
from omnisight_desktop.gui.words import clock_time, date, thing
from omnisight_desktop.services.review import Choices, ReviewPage, story_of
from omnisight_desktop.services.shape import Names
from omnisight_desktop.services.stories import Story

_PAGE = 60
_AFRESH_MS = 2000  # what is new just now is looked for no more often than that
_PICTURES_AT_ONCE = 24
_PICTURE = 192  # pixels, either way
_LEAD_S = 1.0  # somebody is seen coming
_BEGUN_S = 0.4  # and then is there
_AROUND_STORY = timedelta(seconds=2)
_AROUND_MOMENT = timedelta(seconds=30)
_IN_VIEW, _MARKED = "view", "marked"
_NO_CHOICES = Choices((), (), (), (), ())


class ListState(StrEnum):
    """What the list is about to say."""

    LOADING = "loading"
    READY = "ready"
    EMPTY = "empty"  # nothing ever happened
    NOTHING_FITS = "nothing fits"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that narrows what is shown."""

    facet: Facet
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class _Read:
    """A page on its way to the list."""

    entries: tuple[Entry, ...]
    cursor: str | None
    names: Names
    anything: bool


class ReviewViewModel(QObject):
    """State and verbs of the review panel; it knows no widget."""

    state_changed = Signal()
    wanted_changed = Signal()
    chosen_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.playing = PlayingViewModel(desk)
        self.lanes = LanesViewModel(desk)
        self.export = ExportViewModel(desk)
        self.stories = StoryList(self)
        self.stories.on_more = self._read_more
        self.state = ListState.LOADING
        self.trouble = ""
        self.choices = _NO_CHOICES
        self.chosen = ""
        self.wanted = Wanted.read(str(desk.memory.value("review/wanted", "")))
        self.grouped = str(desk.memory.value("review/grouped", "true")) != "false"
        self.as_sheet = str(desk.memory.value("review/sheet", "false")) == "true"
        self._shown: Entry | None = None  # it need not be in the list
        self._names = Names({}, {})
        self._cursor: str | None = None
        self._round = 0  # what was asked for before the last wish is of no interest
        self._reading = False
        self._wish = ""
        self._visible = False
        self._pictures_soon = _timer(self, 0, self._read_pictures)
        self.stories.on_missing = self._pictures_soon.start
        self._afresh = _timer(self, _AFRESH_MS, self._look_again)
        desk.bridge.committed.connect(self._new_ones)

    def come_forward(self) -> None:
        """Somebody looks on from now on."""
        self._visible = True
        self.load()

    def go_away(self) -> None:
        """Nobody looks on."""
        self._visible = False
        self.playing.stop()

    def close(self) -> None:
        """The program ends."""
        self._visible = False
        self._desk.bridge.committed.disconnect(self._new_ones)
        self.playing.close()

    def help(self) -> None:
        """Do what the one button under an empty list offers."""
        if self.state is ListState.NOTHING_FITS:
            self.clear()
        elif self.state is ListState.EMPTY:
            self._desk.go("cameras", "")
        else:
            self.load()

    def load(self) -> None:
        """Read the newest stories anew, and what there is to choose from."""
        self._round += 1
        this, wanted, grouped = self._round, self.wanted, self.grouped
        if not self.stories.entries:
            self._be(ListState.LOADING)
        self._reading = True
        self._desk.ops.run(
            lambda: (self._read(wanted, grouped, None), self._desk.house.review.choices()),
            lambda both: self._take_first(this, *both),
            lambda error: self._fail(this, error),
        )

    def want(self, wanted: Wanted) -> None:
        """Show what is wanted from now on, also after the next start."""
        if wanted == self.wanted:
            return
        self.wanted = wanted
        self._desk.memory.setValue("review/wanted", wanted.written())
        self.wanted_changed.emit()
        self._show_lanes()
        self.load()

    def narrow(self, facet: Facet, value: str) -> None:
        """Show less: only what fits this, too."""
        if facet is Facet.TIME and value in (_IN_VIEW, _MARKED):
            self._narrow_time(marked=value == _MARKED)
        elif facet is Facet.TEXT and (known := self._known_as(value)) is not None:
            # What was typed on the way to the name is no word to look for.
            self.want(self.wanted.without(Facet.TEXT, "").with_one(*known))
        else:
            self.want(self.wanted.with_one(facet, value))

    def widen(self, chip: Chip) -> None:
        """Take a chip away."""
        self.want(self.wanted.without(chip.facet, chip.value))

    def clear(self) -> None:
        """Show everything."""
        self.want(Wanted())

    def group(self, on: bool) -> None:
        """Stories, or each event for itself."""
        if on != self.grouped:
            self.grouped = on
            self._desk.memory.setValue("review/grouped", "true" if on else "false")
            self.wanted_changed.emit()
            self.load()

    def show_sheet(self, on: bool) -> None:
        """A sheet of pictures, or a list."""
        self.as_sheet = on
        self._desk.memory.setValue("review/sheet", "true" if on else "false")
        self.wanted_changed.emit()

    def chips(self) -> list[Chip]:
        """What narrows just now, in words."""
        return [Chip(f, v, self.words_of(f, v)) for f, v in self.wanted.chosen()]

    def words_of(self, facet: Facet, value: str) -> str:
        """What a chip says."""
        said: dict[Facet, Callable[[], str]] = {
            Facet.CAMERA: lambda: dict(self.choices.cameras).get(value, value),
            Facet.PERSON: lambda: dict(self.choices.people).get(value, value),
            Facet.TEXT: lambda: tr("“{text}”", text=value),
            Facet.STATE: lambda: tr("Not reviewed"),
            Facet.TIME: self._time_words,
            Facet.TYPE: lambda: type_words(value),
        }
        words = said.get(facet)
        return thing(value) if words is None else words()

    def lane_cameras(self) -> list[tuple[str, str]]:
        """The cameras of the timeline, ids with names: those that are wanted."""
        wanted = self.wanted.cameras
        return [one for one in self.choices.cameras if not wanted or one[0] in wanted]

    def menu(self) -> list[tuple[str, Facet, list[tuple[str, str]]]]:
        """By what one can narrow: words, facet, and what can be chosen there."""
        have = set(self.wanted.chosen())

        def some(facet: Facet, values: Iterable[str]) -> list[tuple[str, str]]:
            left = (value for value in values if (facet, value) not in have)
            return [(value, self.words_of(facet, value)) for value in left]

        choices = self.choices
        times = [("1", tr("Today")), *((str(n), _days(n)) for n in (2, 7, 30, 365))]
        times.append((_IN_VIEW, tr("What the timeline shows")))
        if self.playing.marks.stretch is not None:
            times.append((_MARKED, tr("What is marked")))
        return [
            (tr("Camera"), Facet.CAMERA, some(Facet.CAMERA, (one for one, _ in choices.cameras))),
            (tr("Person"), Facet.PERSON, some(Facet.PERSON, (one for one, _ in choices.people))),
            (tr("What was seen"), Facet.LABEL, some(Facet.LABEL, choices.labels)),
            (tr("What happened"), Facet.TYPE, some(Facet.TYPE, choices.types)),
            (tr("Zone"), Facet.ZONE, some(Facet.ZONE, choices.zones)),
            (tr("Time"), Facet.TIME, times),
            (tr("State"), Facet.STATE, [("fresh", tr("Not reviewed"))]),
        ]

    def pointed_at(self, camera: str, at_ms: float) -> str:
        """What is said of a place on the timeline: the moment, and why there is nothing."""
        words, why = self.moment_words(at_ms), self.lanes.reason_at(camera, at_ms)
        return f"{words} · {why.rstrip('.')}" if why else words

    def moment_words(self, at_ms: float) -> str:
        """A moment of the timeline, as exactly as it can be pointed at."""
        local = from_ms(round(at_ms)).astimezone()
        span = self.lanes.span_ms
        if span > 40 * 86_400_000:
            return date(local, year=True)
        if span > 86_400_000:
            return f"{date(local)} {local:%H:%M}"
        if span > 60_000:
            return f"{local:%H:%M:%S}"
        return f"{local:%H:%M:%S}.{local.microsecond // 10_000:02d}"

    def choose(self, event: str, *, play: bool = True) -> None:
        """Show a story in the player; one that is not in the list is looked up."""
        entry = self.stories.entry(event)
        if entry is not None:
            self._show(entry, play=play)
            return
        self._wish = event
        self._desk.ops.run(
            lambda: self._entry_of(event),
            lambda found: self._show(found, play=play) if self._wish == event else None,
            lambda error: self._desk.say(str(error)),
        )

    def go_by_event(self, later: bool) -> None:
        """The story that began next, or the one before."""
        row = self.stories.row_of(self.chosen)
        if row < 0:
            at_ms = self.playing.at_s * 1000
            rows = [i for i, e in enumerate(self.stories.entries) if to_ms(e.start) <= at_ms]
            row = rows[0] if rows else len(self.stories.entries)
            target = row - 1 if later else row
        else:
            target = row - 1 if later else row + 1
        if 0 <= target < len(self.stories.entries):
            self.choose(self.stories.entries[target].event)
            if target > len(self.stories.entries) - 10 and self.stories.more:
                self.stories.more = False
                self._read_more()
        else:
            self._desk.say(
                tr("That was the newest story.") if later else tr("That was the oldest story.")
            )

    def review(self, event: str | None = None) -> None:
        """Remember that a story was reviewed, or that it was not."""
        entry = self.stories.entry(event) if event else self.entry()
        if entry is not None:
            self._mark([entry], on=not entry.reviewed)

    def review_all(self) -> None:
        """Remember that all stories that are listed were reviewed."""
        fresh = [entry for entry in self.stories.entries if not entry.reviewed]
        if fresh:
            self._mark(fresh, on=True)
            words = tr("{count} stories reviewed.", count=len(fresh))
            words = tr("1 story reviewed.") if len(fresh) == 1 else words
            self._desk.offer(words, tr("Undo"), lambda: self._mark(fresh, on=False))

    def plan_export(self) -> None:
        """Plan an export of what is marked, else of the story that is shown, else of this minute."""
        stretch = self.playing.marks.stretch
        entry = self.entry()
        at_ms = round(self.playing.at_s * 1000)
        if stretch is None and entry is not None and self._within(entry, at_ms):
            end = entry.end or entry.start
            stretch = entry.start - _AROUND_STORY, end + _AROUND_STORY
        if stretch is None:
            stretch = from_ms(at_ms) - _AROUND_MOMENT, from_ms(at_ms) + _AROUND_MOMENT
        known = self.choices.cameras
        cameras = self.playing.cameras or tuple(camera for camera, _ in known[:1])
        self.export.open(stretch, cameras, known)

    def entry(self) -> Entry | None:
        """The story that is shown."""
        return self.stories.entry(self.chosen) or self._shown

    def _narrow_time(self, *, marked: bool) -> None:
        stretch = self.playing.marks.stretch if marked else None
        if stretch is None:
            stretch = from_ms(round(self.lanes.since_ms)), from_ms(round(self.lanes.until_ms))
        self.want(self.wanted.between(*stretch))

    def _known_as(self, words: str) -> tuple[Facet, str] | None:
        """Whoever types the name of somebody, or of a camera, means them."""
        wanted = words.strip().casefold()
        for facet, known in (
            (Facet.PERSON, self.choices.people),
            (Facet.CAMERA, self.choices.cameras),
        ):
            for one, name in known:
                if wanted and name.casefold() == wanted:
                    return facet, one
        return None

    @staticmethod
    def _within(entry: Entry, at_ms: int) -> bool:
        end = entry.end or entry.start
        room = _AROUND_MOMENT.total_seconds() * 1000
        return to_ms(entry.start) - room <= at_ms <= to_ms(end) + room

    def _show_lanes(self) -> None:
        self.lanes.show_cameras([one for one, _ in self.lane_cameras()], self.wanted)

    def _mark(self, entries: list[Entry], *, on: bool) -> None:
        for entry in entries:
            self._change(replace(entry, reviewed=on))
        self.chosen_changed.emit()
        names = list(dict.fromkeys(entry.story for entry in entries))

        def back(error: OmniSightError) -> None:
            for entry in entries:
                self._change(entry)
            self.chosen_changed.emit()
            self._desk.say(str(error))

        self._desk.ops.run(lambda: self._desk.house.review.mark(names, on=on), lambda _: None, back)

    def _change(self, entry: Entry) -> None:
        """As it stands now, in the list and in front."""
        self.stories.change(entry)
        if self._shown is not None and self._shown.event == entry.event:
            self._shown = entry

    def _show(self, entry: Entry, *, play: bool) -> None:
        self._wish = ""
        self.chosen, self._shown = entry.event, entry
        self.stories.play(entry.event)
        cameras = [entry.camera, *(c for c in self.playing.cameras if c != entry.camera)]
        kept = cameras if len(self.playing.cameras) > 1 else [entry.camera]
        self.playing.call_them(dict(self._names.cameras))
        at_s = entry.start.timestamp()
        self.playing.show(kept, at_s - _LEAD_S if play else at_s + _BEGUN_S, play=play, stay=True)
        self.lanes.around(entry.start.timestamp())
        self.chosen_changed.emit()

    def _read(self, wanted: Wanted, grouped: bool, cursor: str | None) -> _Read:
        review, now = self._desk.house.review, self._desk.house.clock.now()
        page = review.page(wanted.filter(now), cursor, limit=_PAGE, grouped=grouped)
        names = self._desk.house.events.names()
        anything = bool(page.stories) or self._desk.house.events.newest_seq() > 0
        return _Read(_entries(page, names, now), page.next, names, anything)

    def _entry_of(self, event: str) -> Entry:
        review = self._desk.house.review
        story = review.story(event)
        names, now = self._desk.house.events.names(), self._desk.house.clock.now()
        return _entry(story, names, now, reviewed=review.is_reviewed(story))

    def _take_first(self, this: int, read: _Read, choices: Choices) -> None:
        if this != self._round:
            return
        self._reading = False
        changed = choices != self.choices
        self.choices, self._names, self._cursor = choices, read.names, read.cursor
        self.playing.call_them(dict(read.names.cameras))
        self.stories.show_entries(read.entries, more=read.cursor is not None)
        if read.entries:
            self._be(ListState.READY)
        else:
            narrow = self.wanted.narrows and read.anything
            self._be(ListState.NOTHING_FITS if narrow else ListState.EMPTY)
        if changed:
            self.wanted_changed.emit()
        self._show_lanes()
        if not self.playing.anything and not self._wish and read.entries:
            self._show(read.entries[0], play=False)

    def _read_more(self) -> None:
        this, wanted, grouped, cursor = self._round, self.wanted, self.grouped, self._cursor
        if cursor is None:
            return
        self._desk.ops.run(
            lambda: self._read(wanted, grouped, cursor),
            lambda read: self._take_more(this, read),
            lambda error: self._fail(this, error),
        )

    def _take_more(self, this: int, read: _Read) -> None:
        if this == self._round:
            self._cursor = read.cursor
            self.stories.add_entries(read.entries, more=read.cursor is not None)

    def _new_ones(self, _newest_seq: int) -> None:
        if self._visible:
            self.lanes.refresh()
        if self._visible and not self._afresh.isActive():
            self._afresh.start()

    def _look_again(self) -> None:
        if not self._visible or self._reading:
            return
        this, wanted, grouped = self._round, self.wanted, self.grouped
        self._desk.ops.run(
            lambda: self._read(wanted, grouped, None),
            lambda read: self._take_new(this, read),
            lambda _: None,  # the next time it is told, if it stays so
        )

    def _take_new(self, this: int, read: _Read) -> None:
        """What is new comes on top of what is there; what lies further down stays."""
        if this != self._round or not read.entries:
            return
        fresh = {entry.event for entry in read.entries}
        oldest = read.entries[-1].start
        rest = [e for e in self.stories.entries if e.event not in fresh and e.start < oldest]
        if not rest:
            self._cursor = read.cursor
        self._names = read.names
        self.stories.show_entries([*read.entries, *rest], more=self._cursor is not None)
        self._be(ListState.READY)

    def _fail(self, this: int, error: OmniSightError) -> None:
        if this == self._round:
            self._reading = False
            self.trouble = str(error)
            self._be(ListState.FAILED)

    def _be(self, state: ListState) -> None:
        if state is not self.state or state is ListState.FAILED:
            self.state = state
            self.state_changed.emit()

    def _read_pictures(self) -> None:
        events = self.stories.take_missing(_PICTURES_AT_ONCE)
        found = (self.stories.entry(event) for event in events)
        wanted = {entry.event: entry for entry in found if entry is not None}
        if wanted:
            self._desk.ops.run(
                lambda: self._pictures_of(wanted), self.stories.give_pictures, lambda _: None
            )

    def _pictures_of(self, wanted: dict[str, Entry]) -> dict[str, QImage | None]:
        tracks = [track for entry in wanted.values() for track in entry.tracks[:3]]
        portraits = self._desk.house.review.portraits(tracks)
        return {event: self._picture_of(entry, portraits) for event, entry in wanted.items()}

    def _picture_of(self, entry: Entry, portraits: dict[str, Path]) -> QImage | None:
        for track in entry.tracks:
            if track in portraits and (image := small(portraits[track], _PICTURE)) is not None:
                return image
        preview = self._desk.house.recordings.preview
        return from_pixels(preview(entry.camera, entry.start, _PICTURE * 2))

    def _time_words(self) -> str:
        wanted = self.wanted
        if wanted.days is not None:
            return tr("Today") if wanted.days == 1 else _days(wanted.days)
        known = wanted.filter(self._desk.house.clock.now())
        now = self._desk.house.clock.now()
        ends = [clock_time(one, now) if one else "…" for one in (known.since, known.until)]
        return " – ".join(ends)


def _days(count: int) -> str:
    return tr("Last {count} days", count=count)


def type_words(kind: str) -> str:
    """What a kind of event is called where one chooses it."""
    said = {
        EventType.APPEARED: tr("Came"),
        EventType.LEFT: tr("Left"),
        EventType.STATIONARY: tr("Stood still"),
        EventType.LOUD: tr("Noise"),
        EventType.CAMERA_DOWN: tr("Camera offline"),
        EventType.CAMERA_UP: tr("Camera back"),
        EventType.SPOKEN: tr("Spoken"),
        EventType.SOUND: tr("Sound"),
        EventType.GESTURE: tr("Gesture"),
        EventType.RULE: tr("Own rule"),
        EventType.RECORDED: tr("Recorded by hand"),
        EventType.NEWCOMER: tr("Newcomer"),
        EventType.RECOGNISED: tr("Recognised"),
    }
    return next((words for known, words in said.items() if known == kind), thing(kind))


def _entries(page: ReviewPage, names: Names, now: datetime) -> tuple[Entry, ...]:
    seen = page.reviewed
    return tuple(_entry(s, names, now, reviewed=story_of(s) in seen) for s in page.stories)


def _entry(story: Story, names: Names, now: datetime, *, reviewed: bool) -> Entry:
    first = story.first
    return Entry(
        event=first.id,
        story=story_of(story),
        camera=first.camera,
        start=first.start,
        end=story.end,
        sort=sort_of(first.type, first.label),
        tracks=tuple(dict.fromkeys(e.track for e in story.events if e.track)),
        clip=story.clip,
        card=card_of(story, names, now),
        reviewed=reviewed,
    )


def _timer(parent: QObject, interval_ms: int, call: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval_ms)
    timer.timeout.connect(call)
    return timer
