"""Who is told what happens: channels set up and tried, their quiet hours, and what was sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from omnisight_desktop.config.telling import Channel
from omnisight_desktop.core.errors import OmniSightError, UsageError
from omnisight_desktop.core.event import EventType
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.ops import Ops
from omnisight_desktop.gui.tongue import told, tr
from omnisight_desktop.gui.viewmodels.faults import words_of
from omnisight_desktop.gui.viewmodels.saying import hours_meant, seconds_meant, seconds_said
from omnisight_desktop.gui.viewmodels.ways import Way, address_of, ways
from omnisight_desktop.gui.words import clock_time, named, thing
from omnisight_desktop.services.channels import Gone
from omnisight_desktop.services.house import House
from omnisight_desktop.storage.records import Notification, NotificationState

_LOGGED = 100

#: What came of a test: whether it went well, in words, and what to do next.
Verdict = tuple[bool, str, str]


@dataclass(frozen=True, slots=True)
class ChannelCard:
    """One channel in the list."""

    name: str
    place: str
    told: str
    how: str
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """One message, and what became of it."""

    when: str
    exact: str
    channel: str
    what: str
    state: str
    role: str
    why: str = ""
    event: str = ""


@dataclass(frozen=True, slots=True)
class ChannelForm:
    """What stands in the form; ``was`` is the channel that is changed, nothing for a new one."""

    was: str = ""
    name: str = ""
    way: str = "desktop"
    filled: Mapping[str, str] = field(default_factory=dict, repr=False)
    kinds: tuple[str, ...] = ()
    cameras: tuple[str, ...] = ()
    quiet: str = ""
    pause: str = "1 min"
    most: str = "20"
    picture: bool = True


@dataclass(frozen=True, slots=True)
class _Read:
    cards: list[ChannelCard]
    sent: list[Sent]
    rules: dict[str, Channel]
    cameras: tuple[str, ...]
    names: dict[str, str]


class ChannelsViewModel(QObject):
    """State and verbs of channels; it knows no widget."""

    changed = Signal()
    formed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._calls = Ops(threads=1)  # a server that does not answer keeps nobody else waiting
        self.cards: list[ChannelCard] = []
        self.sent: list[Sent] = []
        self.cameras: tuple[str, ...] = ()
        self.loaded = False
        self.form: ChannelForm | None = None
        self.trouble = ""
        self.unread = ""  # why channels and log cannot be read just now
        self.verdict: Verdict | None = None
        self.trying = ""
        self.tried: dict[str, Verdict] = {}
        self._rules: dict[str, Channel] = {}
        self._names: dict[
            str, str
        ] = {}  # of cameras, as they are written, by what they may be called
        self._loading = self._again = False

    @property
    def ways(self) -> tuple[Way, ...]:
        """How somebody may be told."""
        return ways()

    def load(self) -> None:
        """Read the channels and what was sent anew."""
        if self._loading:
            self._again = True
            return
        self._loading = True
        house = self._desk.house
        self._desk.ops.run(lambda: _read(house), self._done, self._not_read)

    def begin(self) -> None:
        """A form for a new channel."""
        self.form, self.trouble, self.verdict = ChannelForm(), "", None
        self.formed.emit()

    def edit(self, name: str) -> None:
        """A form to change a channel; its name and address stay."""
        rule = self._rules.get(name)
        if rule is not None:
            form = _form_of(rule)
            places = tuple(dict.fromkeys(self._names.get(c.casefold(), c) for c in form.cameras))
            self.form, self.trouble, self.verdict = replace(form, cameras=places), "", None
            self.formed.emit()

    def leave(self) -> None:
        """Show no form."""
        self.form = None
        self.formed.emit()

    def fill(self, **told: object) -> None:
        """Change what stands in the form."""
        if self.form is None:
            return
        form = replace(self.form, **told)  # type: ignore[arg-type]
        if form != self.form:
            self.form, self.trouble, self.verdict = form, "", None
            self.formed.emit()

    def write(self, blank: str, text: str) -> None:
        """Fill in one blank of the way that is chosen."""
        if self.form is not None:
            self.fill(filled={**self.form.filled, blank: text})

    def way(self) -> Way:
        """The way that is chosen in the form."""
        name = self.form.way if self.form is not None else "desktop"
        return next(way for way in self.ways if way.name == name)

    def test(self, name: str = "") -> None:
        """Send a message now: by a channel, or by what stands in the form."""
        channels, form = self._desk.house.channels, self.form
        if self.trying:
            return
        call: Callable[[], str]
        if name:
            call = lambda: channels.test(name)  # noqa: E731
        elif form is not None and form.was:
            call = lambda: channels.test(form.was)  # noqa: E731
        elif form is not None:
            try:
                address = address_of(self.way(), form.filled)
            except UsageError as error:
                self._refuse(error)
                return
            called = form.name.strip() or self.usual_name()
            call = lambda: channels.try_out(called, address)  # noqa: E731
        else:
            return
        self.trying = name or "form"
        self._tell()

        def done(where: str) -> None:
            head = tr("{place} took the message.", place=where)
            finish((True, head, tr("Look whether it arrived.")))

        def failed(error: OmniSightError) -> None:
            fix = tr("Check what is filled in, and that the server can be reached from here.")
            finish((False, told(error.reason), fix))

        def finish(verdict: Verdict) -> None:
            self.trying = ""
            if name:
                self.tried[name] = verdict
            else:
                self.verdict = verdict
            self._tell()

        self._calls.run(call, done, failed)

    def usual_name(self) -> str:
        """What to call a channel that nobody gave a name."""
        number, taken = 1, {name.casefold() for name in self._rules}
        word = {"hook": "webhook", "other": "channel"}.get(self.way().name, self.way().name)
        while (word if number == 1 else f"{word}{number}") in taken:
            number += 1
        return word if number == 1 else f"{word}{number}"

    def save(self) -> None:
        """Keep what stands in the form; what runs follows at once."""
        form = self.form
        if form is None:
            return
        channels = self._desk.house.channels
        try:
            options = _options(form)
            address = "" if form.was else address_of(self.way(), form.filled)
        except UsageError as error:
            self._refuse(error)
            return
        name = form.was or form.name.strip() or self.usual_name()
        if not form.was and name.casefold() in {known.casefold() for known in self._rules}:
            taken = tr("There is a channel called '{name}' already.", name=name)
            self._refuse(UsageError(taken, fix=tr("Choose another name.")))
            return

        def work() -> str:
            if form.was:
                channels.change(form.was, **options)
                return tr("{channel} is changed.", channel=name)
            added = channels.add(name, address, **options)
            place = added.kept.words
            return tr("{channel} is told from now on. Its address is kept {place}.",
                      channel=name, place=place)  # fmt: skip

        def done(words: str) -> None:
            self.leave()
            self.load()
            self._desk.say(words)

        self._desk.ops.run(work, done, self._refuse)

    def remove(self, name: str) -> None:
        """Tell them no more; for a while they can be had back."""
        channels = self._desk.house.channels

        def done(gone: Gone) -> None:
            if self.form is not None and self.form.was == name:
                self.leave()
            self.load()
            words = tr("{channel} is told no more.", channel=name)
            self._desk.offer(words, tr("Undo"), lambda: self._put_back(gone))

        self._desk.ops.run(lambda: channels.remove(name), done, self._say)

    def show_event(self, event: str) -> None:
        """Show what a message was about."""
        if event:
            self._desk.go("review", event)

    def close(self) -> None:
        """Wait for what still runs."""
        self._calls.close()

    def _put_back(self, gone: Gone) -> None:
        channels = self._desk.house.channels
        self._desk.ops.run(lambda: channels.put_back(gone), lambda _: self.load(), self._say)

    def _tell(self) -> None:
        self.formed.emit()
        self.changed.emit()

    def _say(self, error: OmniSightError) -> None:
        self._desk.say(words_of(error))
        self.load()

    def _refuse(self, error: OmniSightError) -> None:
        self.trouble = words_of(error)
        self.formed.emit()

    def _done(self, found: _Read) -> None:
        self._loading, self.loaded = False, True
        fresh = (found.cards, found.sent, found.cameras) != (self.cards, self.sent, self.cameras)
        self.cards, self.sent, self._rules = found.cards, found.sent, found.rules
        self.cameras, self._names = found.cameras, found.names
        fresh = fresh or bool(self.unread)
        self.trouble = self.unread = ""
        if fresh:
            self.changed.emit()
        if self._again:
            self._again = False
            self.load()

    def _not_read(self, error: OmniSightError) -> None:
        self._loading = self._again = False
        self.unread, self.loaded = words_of(error), True
        self.changed.emit()


def _read(house: House) -> _Read:
    rules = house.channels.all()
    names = house.cameras.names()
    written = {word.casefold(): name for id_, name in names.items() for word in (name, id_)}
    cards = []
    for rule in rules:
        place = house.channels.destination(rule)
        trouble = (
            "" if place else tr("Its address cannot be read. Unlock the keyring, or add it anew.")
        )
        cards.append(ChannelCard(rule.name, place or "", _told(rule, written), _how(rule), trouble))
    now = house.clock.now()
    sent = [
        _sent(note, names, clock_time(note.created, now))
        for note in house.channels.log(None, _LOGGED)
    ]
    present = tuple(camera.name for camera in house.cameras.present())
    return _Read(cards, sent, {rule.name: rule for rule in rules}, present, written)


def _told(rule: Channel, written: Mapping[str, str]) -> str:
    kinds = ", ".join(map(_kind, rule.kinds)) or tr("the beginning of each story")
    if rule.cameras:
        places = ", ".join(written.get(place.casefold(), place) for place in rule.cameras)
        return tr("{kinds} at {cameras}", kinds=kinds, cameras=places)
    return kinds


def _kind(kind: str) -> str:
    """A kind of events, or of things, within a sentence."""
    said = {
        "only_rules": tr("what a rule tells it"),
        "rule": tr("what sets a rule off"),
        "person": tr("people"),
        "loud": tr("loud sounds"),
        EventType.CAMERA_DOWN: tr("cameras that go away"),
        EventType.CAMERA_UP: tr("cameras that come back"),
        EventType.APPEARED: tr("who or what comes"),
        EventType.LEFT: tr("who or what leaves"),
        EventType.STATIONARY: tr("what stands still"),
        EventType.SPOKEN: tr("what is spoken"),
        EventType.SOUND: tr("sounds"),
        EventType.GESTURE: tr("gestures"),
        EventType.RECORDED: tr("recordings by hand"),
        EventType.NEWCOMER: tr("newcomers"),
        EventType.RECOGNISED: tr("people who are recognised"),
    }
    return said.get(kind) or named(kind)


def _how(rule: Channel) -> str:
    parts = []
    if rule.quiet_from:
        parts.append(tr("quiet {begin} to {end}", begin=rule.quiet_from, end=rule.quiet_until))
    parts.append(tr("at most {count} an hour", count=rule.most_per_hour))
    if not rule.picture:
        parts.append(tr("without pictures"))
    return " · ".join(parts)


def _sent(note: Notification, names: Mapping[str, str], when: str) -> Sent:
    states = {
        NotificationState.SENT: (tr("Sent"), "good"),
        NotificationState.WAITING: (tr("Waiting"), "warning"),
        NotificationState.GIVEN_UP: (tr("Given up"), "failed"),
        NotificationState.HELD: (tr("Held back"), "muted"),
    }
    state, role = states[note.state]
    camera, _, rest = note.topic.partition("|")
    type_, _, label = rest.partition("|")
    what = thing(label) if label else thing(type_)
    where = names.get(camera, camera)
    about = tr("{what} at {where}", what=what, where=where) if where else what
    exact = f"{note.created.astimezone():%Y-%m-%d %H:%M:%S}"
    return Sent(when, exact, note.channel, about, state, role, told(note.reason), note.event)


def _form_of(rule: Channel) -> ChannelForm:
    return ChannelForm(
        was=rule.name,
        name=rule.name,
        kinds=rule.kinds,
        cameras=rule.cameras,
        quiet=f"{rule.quiet_from}-{rule.quiet_until}" if rule.quiet_from else "",
        pause=seconds_said(rule.cool_down_s),
        most=str(rule.most_per_hour),
        picture=rule.picture,
    )


def _options(form: ChannelForm) -> dict[str, object]:
    begin = end = ""
    if form.quiet.strip():
        hours = hours_meant(form.quiet)
        begin, end = (f"{one:%H:%M}" for one in hours)
    try:
        most = int(form.most)
    except ValueError:
        raise UsageError(
            tr("'{text}' is no number.", text=form.most), fix=tr("Write 1 or more.")
        ) from None
    return {
        "kinds": list(form.kinds),
        "cameras": list(form.cameras),
        "quiet_from": begin,
        "quiet_until": end,
        "cool_down_s": seconds_meant(form.pause),
        "most_per_hour": most,
        "picture": form.picture,
    }
