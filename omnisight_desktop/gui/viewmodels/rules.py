"""The rules of all cameras: as sentences, switched on and off, tried on last week before they are saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, time

from PySide6.QtCore import QObject, Signal

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.errors import OmniSightError, UsageError
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.ids import slug
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.ops import Ops
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.channels import ChannelsViewModel
from omnisight_desktop.gui.viewmodels.choosing import chosen, fitted
from omnisight_desktop.gui.viewmodels.faults import words_of
from omnisight_desktop.gui.viewmodels.rehearsal import Rehearsal, rehearsed
from omnisight_desktop.gui.viewmodels.sentence import Around, Piece, said, sentence, usual_name
from omnisight_desktop.rules.rule import Rule, Rulebook
from omnisight_desktop.rules.ruled import rule_behind
from omnisight_desktop.rules.schedule import Hours, Schedule
from omnisight_desktop.rules.trigger import Cross, Enter, Gestured, Loiter
from omnisight_desktop.services.house import House
from omnisight_desktop.storage.events import EventFilter

_MOST_TODAY = 1000
_REST_SHARE = 20  # counting may take so small a share of the time


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule in the list."""

    camera: str
    camera_name: str
    id: str
    name: str
    words: str
    on: bool
    today: int


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line, and who went over it today."""

    camera: str
    camera_name: str
    name: str
    inward: int
    outward: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A rule that is being made or changed; ``was`` is where it was kept before, if it was."""

    camera: str
    rule: Rule
    was: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    """All that is read to show the rules."""

    cameras: tuple[Camera, ...] = ()
    books: dict[str, Rulebook] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)  # rulebooks that cannot be read, and why
    labels: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    gestures: tuple[str, ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    today: dict[tuple[str, str], int] = field(default_factory=dict)


class RulesViewModel(QObject):
    """State and verbs of the rules panel; it knows no widget."""

    changed = Signal()
    drafted = Signal()
    rehearsed = Signal()
    counted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._trials = Ops(threads=1)
        self.channels = ChannelsViewModel(desk)
        self.channels.changed.connect(self.load)
        self.rows: list[RuleRow] = []
        self.lines: list[LineRow] = []
        self.troubles: list[str] = []
        self.loaded = False
        self.draft: Draft | None = None
        self.trouble = ""
        self.rehearsal: Rehearsal | None = None
        self.trying = False
        self._known = _Known()
        self._first: Draft | None = None  # the draft as it was begun
        self._asked = 0
        self._loading = self._again = self._counting = False
        self._rested_mono = 0.0
        self._wished = ""  # a gesture of which a rule is to be made

    @property
    def has_cameras(self) -> bool:
        """Whether there is a camera that rules could be about."""
        return bool(self._known.cameras)

    @property
    def dirty(self) -> bool:
        """Whether the rule that is shown is not saved as it is."""
        return self.draft is not None and (self.draft.was is None or self.draft != self._first)

    def load(self) -> None:
        """Read the rules anew; calls that come meanwhile are answered by one more."""
        if self._loading:
            self._again = True
            return
        self._loading = True
        house = self._desk.house
        self._desk.ops.run(lambda: _read(house), self._read, self._not_read)

    def count(self) -> None:
        """Count who went over lines today, in the paths that are stored; not too often."""
        house, clock = self._desk.house, self._desk.house.clock
        if self._counting or clock.mono() < self._rested_mono:
            return
        self._counting, began_mono = True, clock.mono()
        known, sizes = self._known, self._sizes()
        today = _midnight(clock.now()), clock.now()

        def done(lines: list[LineRow]) -> None:
            self._counting = False
            self._rested_mono = clock.mono() + _REST_SHARE * (clock.mono() - began_mono)
            if lines != self.lines:
                self.lines = lines
                self.counted.emit()

        def failed(_: OmniSightError) -> None:
            self._counting = False

        self._desk.ops.run(lambda: _counted(house, known, today, sizes), done, failed)

    def begin(self, sample: str = "") -> None:
        """A new rule; ``sample`` says what for: ``night``, ``line`` or ``stay``."""
        if not self._known.cameras:
            return
        camera = self._camera_for(sample)
        around = self.around(camera)
        self._lay_aside()
        self._show(Draft(camera, _sample(sample, around)))

    def begin_with(self, gesture: str) -> None:
        """A new rule of a gesture; as soon as it is known which cameras there are."""
        if not self.loaded:
            self._wished = gesture
        elif self._known.cameras:
            rule = Rule("new", Gestured(gesture), cool_down_s=10.0)
            self._lay_aside()
            self._show(Draft(self._known.cameras[0].id, rule))

    def edit(self, camera: str, rule: str) -> None:
        """Show a rule, to be changed."""
        book = self._known.books.get(camera)
        found = next((one for one in book.rules if one.id == rule), None) if book else None
        if self.draft is not None and self.draft.was == (camera, rule) and self.dirty:
            return  # it is shown, with what was changed
        if found is not None:
            self._lay_aside()
            self._show(Draft(camera, found, (camera, rule)))

    def leave(self) -> None:
        """Show no rule; what was not saved is forgotten."""
        self._asked += 1
        self.draft = self._first = self.rehearsal = None
        self.trying, self.trouble = False, ""
        self.drafted.emit()

    def clauses(self) -> tuple[tuple[Piece, ...], ...]:
        """The sentence of the rule that is shown."""
        if self.draft is None:
            return ()
        camera = self.draft.camera
        return sentence(camera, self.draft.rule, self.around(camera))

    def usual_name(self) -> str:
        """What the rule is called where nobody says anything else."""
        if self.draft is None:
            return ""
        return usual_name(self.draft.rule, self.around(self.draft.camera))

    def around(self, camera: str) -> Around:
        """What a rule of a camera can speak of."""
        known = self._known
        book = known.books.get(camera) or Rulebook(camera)
        own = next((c.options.labels for c in known.cameras if c.id == camera), ())
        usual = self._desk.house.settings.detection.labels
        return Around(
            tuple((one.id, one.name) for one in known.cameras),
            tuple(zone.name for zone in book.zones),
            tuple(line.name for line in book.lines),
            tuple(dict.fromkeys((*(own or usual), *known.labels))),
            known.channels,
            known.gestures,
            known.people,
        )

    def choose(self, key: str, value: str) -> None:
        """Another word in the sentence; it is tried on last week at once."""
        draft = self.draft
        if draft is None:
            return
        try:
            if key == "camera":
                draft = replace(draft, camera=value, rule=fitted(draft.rule, self.around(value)))
            else:
                rule = chosen(draft.rule, key, value, self.around(draft.camera))
                draft = replace(draft, rule=rule)
        except UsageError as error:
            self.trouble = words_of(error)
            self.drafted.emit()
            return
        self._take(draft)

    def call(self, name: str) -> None:
        """Give the rule a name."""
        if self.draft is not None and name != self.draft.rule.name:
            self.draft = replace(self.draft, rule=replace(self.draft.rule, name=name))
            self.drafted.emit()

    def discard(self) -> None:
        """Back to how the rule was, or to none."""
        if self._first is None or self._first.was is None:
            self.leave()
        else:
            self._show(self._first)

    def save(self) -> None:
        """Keep the rule; what runs follows within seconds."""
        draft = self.draft
        if draft is None:
            return
        house, name = self._desk.house, draft.rule.name.strip() or self.usual_name()
        draft = replace(draft, rule=replace(draft.rule, name=name))

        def done(kept: tuple[Draft, list[Rulebook]]) -> None:
            self.draft = self._first = kept[0]
            self.trouble = ""
            self.drafted.emit()
            self.load()
            touched = {(draft.camera, kept[0].rule.id)} | ({draft.was} if draft.was else set())
            self._offer(
                tr("{rule} is saved; it holds within seconds.", rule=name), kept[1], touched
            )

        self._desk.ops.run(lambda: _keep(house, draft), done, self._refuse)

    def remove(self, camera: str, rule: str) -> None:
        """Take a rule away; for a while it can be had back."""
        house = self._desk.house

        def done(before: Rulebook) -> None:
            name = next((r.name or r.id for r in before.rules if r.id == rule), rule)
            if self.draft is not None and self.draft.was == (camera, rule):
                self.leave()
            self.load()
            self._offer(tr("{rule} was removed.", rule=name), [before], {(camera, rule)})

        self._desk.ops.run(lambda: _without(house, camera, rule), done, self._tell)

    def switch(self, camera: str, rule: str, *, on: bool) -> None:
        """Switch a rule on or off."""
        house = self._desk.house

        def done(_: object) -> None:
            draft = self.draft
            if draft is not None and draft.was == (camera, rule):
                self.draft = replace(draft, rule=replace(draft.rule, enabled=on))
                if self._first is not None:
                    first = replace(self._first.rule, enabled=on)
                    self._first = replace(self._first, rule=first)
                self.drafted.emit()
            self.load()

        self._desk.ops.run(lambda: _switched(house, camera, rule, on=on), done, self._tell)

    def show_hit(self, track: str) -> None:
        """Show in the review what was seen of somebody."""
        events = self._desk.house.events

        def done(found: list[Event]) -> None:
            if found:
                self._desk.go("review", found[0].id)
            else:
                self._desk.say(tr("Nothing more is remembered of that."))

        self._desk.ops.run(lambda: events.of_track(track), done, self._tell)

    def draw(self) -> None:
        """Go to where zones and lines are drawn."""
        if self.draft is not None:
            self._desk.go("cameras", self.draft.camera)

    def add_camera(self) -> None:
        """Go to where a camera is added."""
        self._desk.go("cameras", "add")

    def close(self) -> None:
        """Wait for what still runs."""
        self._trials.close()
        self.channels.close()

    def _show(self, draft: Draft) -> None:
        self._first = draft
        self.rehearsal = None
        self._take(draft)

    def _take(self, draft: Draft) -> None:
        self.draft, self.trouble = draft, ""
        self.drafted.emit()
        self._rehearse()

    def _rehearse(self) -> None:
        """Try the rule on what is stored of last week; only the latest answer counts."""
        draft = self.draft
        if draft is None:
            return
        self._asked += 1
        asked, self.trying = self._asked, True
        self.rehearsed.emit()
        house, size = self._desk.house, self._size(draft.camera)
        book = self._known.books.get(draft.camera) or Rulebook(draft.camera)

        def work() -> Rehearsal | None:
            if asked != self._asked:  # another word was chosen before its turn came
                return None
            return rehearsed(house, book, draft.rule, size)

        def done(found: Rehearsal | None) -> None:
            if asked == self._asked and found is not None:
                self.trying, self.rehearsal = False, found
                self.rehearsed.emit()

        def failed(error: OmniSightError) -> None:
            done(Rehearsal(trouble=words_of(error)))

        self._trials.run(work, done, failed)

    def _camera_for(self, sample: str) -> str:
        """The first camera on which what is needed is drawn already."""
        for camera in self._known.cameras:
            book = self._known.books.get(camera.id)
            if book is not None and (book.lines if sample == "line" else book.zones):
                return camera.id
        return self._known.cameras[0].id

    def _sizes(self) -> dict[str, tuple[float, float]]:
        return {camera.id: self._size(camera.id) for camera in self._known.cameras}

    def _size(self, camera: str) -> tuple[float, float]:
        frame = self._desk.live.view(camera).frame
        return (16.0, 9.0) if frame is None else (float(frame.size[0]), float(frame.size[1]))

    def _lay_aside(self) -> None:
        """What was begun and not saved makes room for another rule, and can be had back."""
        draft, first = self.draft, self._first
        if draft is None or first is None or draft == first:
            return
        name = draft.rule.name.strip() or self.usual_name()

        def back() -> None:
            self._lay_aside()
            self._take(draft)
            self._first = first

        self._desk.offer(tr("{rule} was not saved.", rule=name), tr("Go on with it"), back)

    def _offer(self, words: str, before: Iterable[Rulebook], touched: set[tuple[str, str]]) -> None:
        house = self._desk.house

        def keep() -> bool:
            for book in before:
                _put_back(house, book, {rule for camera, rule in touched if camera == book.camera})
            return True

        def done(_: bool) -> None:
            self.leave()
            self.load()

        def back() -> None:
            self._desk.ops.run(keep, done, self._tell)

        self._desk.offer(words, tr("Undo"), back)

    def _read(self, known: _Known) -> None:
        self._loading, self.loaded, self._known = False, True, known
        self.rows = [
            self._row(camera, rule)
            for camera in known.cameras
            for rule in (known.books.get(camera.id) or Rulebook(camera.id)).rules
        ]
        self.troubles = list(known.broken.values())
        self.changed.emit()
        wished, self._wished = self._wished, ""
        if wished:
            self.begin_with(wished)
        elif self.draft is not None:
            self.drafted.emit()
        self._rested_mono = 0.0
        self.count()
        if self._again:
            self._again = False
            self.load()

    def _row(self, camera: Camera, rule: Rule) -> RuleRow:
        words = said(camera.id, rule, self.around(camera.id))
        today = self._known.today.get((camera.id, rule.id), 0)
        name = rule.name or rule.id
        return RuleRow(camera.id, camera.name, rule.id, name, words, rule.enabled, today)

    def _not_read(self, error: OmniSightError) -> None:
        self._loading = self._again = False
        self.troubles = [words_of(error)]
        self.changed.emit()

    def _refuse(self, error: OmniSightError) -> None:
        self.trouble = words_of(error)
        self.drafted.emit()

    def _tell(self, error: OmniSightError) -> None:
        self._desk.say(words_of(error))
        self.load()


def _read(house: House) -> _Known:
    cameras = tuple(house.cameras.present())
    books: dict[str, Rulebook] = {}
    broken: dict[str, str] = {}
    today: dict[tuple[str, str], int] = {}
    since = _midnight(house.clock.now())
    for camera in cameras:
        try:
            book = books[camera.id] = house.rules.book(camera.id)
        except OmniSightError as error:
            broken[camera.id] = tr("The rules of {camera}: {why}", camera=camera.name, why=error)
            continue
        if book.rules:
            _count_hits(house, book, since, today)
    channels = tuple(rule.name for rule in house.channels.all())
    labels = tuple(sorted(house.events.labels()))
    gestures = (*house.gestures.labels(), *house.gestures.activities)
    people = tuple(
        (one.person.id, one.person.name) for one in house.people.all() if one.person.name
    )
    return _Known(cameras, books, broken, labels, channels, gestures, people, today)


def _count_hits(
    house: House, book: Rulebook, since: datetime, today: dict[tuple[str, str], int]
) -> None:
    wanted = EventFilter(cameras=(book.camera,), types=(EventType.RULE,), since=since)
    for event in house.events.page(wanted, limit=_MOST_TODAY).events:
        rule = rule_behind(event, book)
        if rule is not None:
            key = (book.camera, rule.id)
            today[key] = today.get(key, 0) + 1


def _counted(
    house: House,
    known: _Known,
    today: tuple[datetime, datetime],
    sizes: dict[str, tuple[float, float]],
) -> list[LineRow]:
    rows = []
    for camera in known.cameras:
        book = known.books.get(camera.id)
        if book is None or not book.lines:
            continue
        counted = house.rules.crossings(camera.id, *today, sizes[camera.id])
        rows += [
            LineRow(camera.id, camera.name, line, ways.inward, ways.outward)
            for line, ways in counted.items()
        ]
    return rows


def _keep(house: House, draft: Draft) -> tuple[Draft, list[Rulebook]]:
    """The rule among the others of its camera; what the rulebooks were before."""
    book = house.rules.book(draft.camera)
    before = [book]
    others = book.rules
    stays = draft.was is not None and draft.was[0] == draft.camera
    if stays and draft.was is not None:
        place = next((at for at, one in enumerate(others) if one.id == draft.was[1]), len(others))
        rule = draft.rule
        rest = tuple(one for one in others if one.id != draft.was[1])
    else:
        place, rest = len(others), others
        rule = replace(draft.rule, id=_free_id(draft.rule.name, others))
    rule = replace(rule, name=_free_name(rule.name, rest))
    house.rules.keep(replace(book, rules=(*rest[:place], rule, *rest[place:])))
    if draft.was is not None and not stays:
        before.append(_without(house, *draft.was))
    return Draft(draft.camera, rule, (draft.camera, rule.id)), before


def _without(house: House, camera: str, rule: str) -> Rulebook:
    book = house.rules.book(camera)
    house.rules.keep(replace(book, rules=tuple(one for one in book.rules if one.id != rule)))
    return book


def _put_back(house: House, before: Rulebook, touched: set[str]) -> None:
    """Some rules as they were; what else was changed since then stays."""
    now = house.rules.book(before.camera)
    old = {rule.id: rule for rule in before.rules if rule.id in touched}
    rules = [old.get(rule.id, rule) for rule in now.rules if rule.id not in touched - set(old)]
    there = {rule.id for rule in rules}
    for place, rule in enumerate(before.rules):
        if rule.id in old and rule.id not in there:
            rules.insert(min(place, len(rules)), rule)
    house.rules.keep(replace(now, rules=tuple(rules)))


def _switched(house: House, camera: str, rule: str, *, on: bool) -> None:
    book = house.rules.book(camera)
    rules = tuple(replace(one, enabled=on) if one.id == rule else one for one in book.rules)
    house.rules.keep(replace(book, rules=rules))


def _free_id(name: str, others: Iterable[Rule]) -> str:
    taken, wanted, number = {rule.id for rule in others}, slug(name), 1
    free = wanted
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free


def _free_name(name: str, others: Iterable[Rule]) -> str:
    taken, number = {(rule.name or rule.id).casefold() for rule in others}, 1
    free = name
    while free.casefold() in taken:
        number += 1
        free = f"{name} {number}"
    return free


def _sample(sample: str, around: Around) -> Rule:
    zone = around.zones[0] if around.zones else ""
    people = (around.labels[0],) if around.labels else ()
    made: dict[str, Callable[[], Rule]] = {
        "night": lambda: Rule(
            "new", Enter(zone), labels=people, schedule=Schedule((Hours(time(22), time(6)),))
        ),
        "line": lambda: Rule(
            "new", Cross(around.lines[0] if around.lines else ""), labels=people, record=False
        ),
        "stay": lambda: Rule("new", Loiter(zone, 60.0), labels=people, cool_down_s=300.0),
    }
    return made.get(sample, lambda: Rule("new", Enter(zone), labels=people))()


def _midnight(now: datetime) -> datetime:
    return now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
