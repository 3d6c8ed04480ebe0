"""A rule as a sentence of words that can be chosen: ``When a person comes into Driveway, then …``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from omnisight_desktop.core.identity import STRANGERS
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.saying import days_said, one_of, seconds_said
from omnisight_desktop.perception.gesture.activities import FALL, RAISED_HANDS
from omnisight_desktop.rules.rule import Act, Rule
from omnisight_desktop.rules.schedule import Hours
from omnisight_desktop.rules.trigger import (
    Cross,
    Direction,
    Enter,
    Gestured,
    Leave,
    Loiter,
    Presence,
    Step,
    Trigger,
)
from omnisight_desktop.rules.trigger import Sequence as Steps

#: Before the id of somebody whom a rule is about, among the kinds of things that it can be about.
OF_PEOPLE = "person:"

_ALL_DAY = "00:00-00:00"
_FIELD = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that may be chosen."""

    value: str
    words: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A word of the sentence that can be chosen anew; ``typed`` is what else may be written, if so."""

    key: str
    words: str
    options: tuple[Option, ...]
    several: bool = False
    typed: str = ""
    usual: bool = False  # as it is unless somebody wants it otherwise
    missing: bool = False  # what it names has to be there first
    awaited: bool = False  # what it names is not there yet, and may come


Piece = str | Choice


@dataclass(frozen=True, slots=True)
class Around:
    """What a rule can speak of: the cameras by id and name, what is drawn, what is seen, who is told."""

    cameras: tuple[tuple[str, str], ...] = ()
    zones: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    labels: tuple[str, ...] = ("person",)
    channels: tuple[str, ...] = ()
    gestures: tuple[str, ...] = ()
    people: tuple[tuple[str, str], ...] = ()  # by id and name

    def called(self, person: str) -> str:
        """What to call somebody of whom a rule speaks."""
        if person == STRANGERS:
            return tr("somebody unknown")
        return dict(self.people).get(person, tr("somebody who is gone"))

    def person(self, said: str) -> str | None:
        """The id of whoever is called so."""
        wanted = said.strip().casefold()
        return next((id_ for id_, name in self.people if name.casefold() == wanted), None)


def kind_of(trigger: Trigger) -> str:
    """What sort of thing sets it off, in a lasting word."""
    if isinstance(trigger, Presence):
        return "presence" if trigger.somebody else "absence"
    return {
        Enter: "enter",
        Leave: "leave",
        Loiter: "loiter",
        Cross: "cross",
        Gestured: "gesture",
        Steps: "sequence",
    }[type(trigger)]


def verbs() -> dict[str, str]:
    """What may set a rule off, as it stands in the sentence."""
    return {
        "enter": tr("comes into"),
        "leave": tr("leaves"),
        "loiter": tr("stays in"),
        "cross": tr("crosses"),
        "gesture": tr("makes the gesture"),
        "presence": tr("is in"),
        "absence": tr("is not seen in"),
        "sequence": tr("does one thing after another"),
    }


def sentence(camera: str, rule: Rule, around: Around) -> tuple[tuple[Piece, ...], ...]:
    """The sentence, clause by clause."""
    choices = _Choices(camera, rule, around)
    opening = (*choices.filled(_opening(rule.when)), *choices.steps())
    return (
        (*choices.filled(tr("At {camera}: ")), *opening),
        choices.filled(_circumstances(rule.when, zones=bool(around.zones or rule.been_in))),
        choices.filled(tr(", {hours}, {days}, ")),
        choices.filled(tr("then {tell}, {record} and {act}, {pause}.")),
    )


def said(camera: str, rule: Rule, around: Around) -> str:
    """The same as plain words, for a list."""
    choices = _Choices(camera, rule, around)
    words = text_of((*choices.filled(_opening(rule.when)), *choices.steps(told=True)))
    if rule.schedule.hours:
        words = f"{words}, {text_of(choices.filled(tr('{hours}, {days}')))}"
    return f"{words}."


def usual_name(rule: Rule, around: Around) -> str:
    """What to call a rule that nobody gave a name."""
    choices = _Choices("", rule, around)
    words = text_of(choices.filled(_plain_opening(rule.when)))
    return words[:1].upper() + words[1:]


def _opening(trigger: Trigger) -> str:
    return {
        "enter": tr("When {who} {what} {where}"),
        "leave": tr("When {who} {what} {where}"),
        "loiter": tr("When {who} {what} {where} for {seconds}"),
        "cross": tr("When {who} {what} {where} {way}"),
        "gesture": tr("When {whose} {what} {gesture} in {where}"),
        "presence": tr("When {who} {what} {where} for {seconds}"),
        "absence": tr("When {who} {what} {where} for {seconds}"),
        "sequence": tr("When {who} {what} within {within}, {same}:"),
    }[kind_of(trigger)]


def _plain_opening(trigger: Trigger) -> str:
    if isinstance(trigger, Gestured):
        return tr("{whose} {what} {gesture}")
    return tr("{who} {what}") if isinstance(trigger, Steps) else tr("{who} {what} {where}")


def _circumstances(trigger: Trigger, *, zones: bool) -> str:
    if not zones:  # there is nowhere to come from
        return {
            "enter": tr(" {seen}, {least}"),
            "leave": tr(" {seen}"),
            "absence": "",
            "gesture": "",
            "sequence": "",
        }.get(kind_of(trigger), tr(", {least}"))
    return {
        "enter": tr(" {seen}, coming {been_in}, {least}"),
        "leave": tr(" {seen}, having been {been_in}"),
        "loiter": tr(", coming {been_in}, {least}"),
        "cross": tr(", coming {been_in}, {least}"),
        "presence": tr(", coming {been_in}, {least}"),
        "absence": "",
        "gesture": tr(", coming {been_in}"),
        "sequence": tr(", coming {been_in}"),
    }[kind_of(trigger)]


def step_opening(step: Step) -> str:
    """One thing of several that come one after another."""
    return {
        "enter": tr("{what} {where}"),
        "leave": tr("{what} {where}"),
        "loiter": tr("{what} {where} for {seconds}"),
        "cross": tr("{what} {where} {way}"),
        "gesture": tr("{what} {gesture} in {where}"),
    }[kind_of(step)]


class _Choices:
    """The choices of one sentence, made when the sentence asks for them."""

    def __init__(self, camera: str, rule: Rule, around: Around) -> None:
        self._camera = camera
        self._rule = rule
        self._around = around
        self._makers: dict[str, Callable[[], Choice]] = {
            "camera": self._cameras,
            "who": self._who,
            "what": lambda: self._what(self._rule.when, ""),
            "where": lambda: self._where(self._rule.when, ""),
            "seconds": lambda: self._seconds(self._rule.when, ""),
            "way": lambda: self._way(self._rule.when, ""),
            "gesture": lambda: self._gesture(self._rule.when, ""),
            "whose": self._whose,
            "seen": self._seen,
            "been_in": self._been_in,
            "least": self._least,
            "within": self._within,
            "same": self._same,
            "hours": self._hours,
            "days": self._days,
            "tell": self._tell,
            "record": self._record,
            "act": self._act,
            "pause": self._pause,
        }

    def filled(self, template: str) -> tuple[Piece, ...]:
        """A clause with a choice in the place of each field."""
        return tuple(self._pieces(template, lambda name: self._makers[name]()))

    def steps(self, *, told: bool = False) -> tuple[Piece, ...]:
        """What comes one after another, and, unless it is only told, the word that adds something."""
        when = self._rule.when
        if not isinstance(when, Steps):
            return ()
        pieces: list[Piece] = []
        for nth, step in enumerate(when.steps):
            pieces.append(tr(" first ") if nth == 0 else tr(", then "))
            pieces += self._pieces(step_opening(step), self._step_maker(step, nth))
        if told:
            return tuple(pieces)
        fewer = len(when.steps) > 2
        options = [Option("add", tr("something more"))]
        if fewer:
            options.append(Option("less", tr("without the last")))
        pieces += [", ", Choice("steps", tr("and so on"), tuple(options), usual=True)]
        return tuple(pieces)

    def _step_maker(self, step: Step, nth: int) -> Callable[[str], Choice]:
        def make(name: str) -> Choice:
            makers = {
                "what": self._what,
                "where": self._where,
                "seconds": self._seconds,
                "way": self._way,
                "gesture": self._gesture,
            }
            return makers[name](step, f"{nth}.")

        return make

    @staticmethod
    def _pieces(template: str, make: Callable[[str], Choice]) -> Iterable[Piece]:
        at = 0
        for found in _FIELD.finditer(template):
            if before := template[at : found.start()]:
                yield before
            yield make(found[1])
            at = found.end()
        if after := template[at:]:
            yield after

    def _cameras(self) -> Choice:
        options = tuple(
            Option(id_, name, id_ == self._camera) for id_, name in self._around.cameras
        )
        words = next((o.words for o in options if o.chosen), tr("a camera"))
        return Choice("camera", words, options, missing=not any(o.chosen for o in options))

    def _who(self) -> Choice:
        chosen = self._rule.labels
        labels = dict.fromkeys((*self._around.labels, *chosen))
        people, called = self._rule.people, self._around.called
        gone = tr("somebody who is gone")
        anybody = Option("", tr("anybody or anything"), not (chosen or people))
        those = tuple(
            Option(OF_PEOPLE + one, called(one), one in people)
            for one in dict.fromkeys((*(id_ for id_, _ in self._around.people), STRANGERS, *people))
        )
        some = tuple(Option(label, one_of(label), label in chosen) for label in labels)
        words = tr(" or ").join(one_of(label) for label in chosen) or anybody.words
        typed = tr("something else, such as umbrella")
        return Choice(
            "who",
            tr(" or ").join(map(called, people)) if people else words,
            (anybody, *some, *those),
            several=True,
            typed=typed,
            missing=any(called(one) == gone for one in people),
        )

    def _what(self, trigger: Trigger, prefix: str) -> Choice:
        known = verbs()
        if prefix:
            known = {kind: known[kind] for kind in ("enter", "leave", "loiter", "cross", "gesture")}
        kind = kind_of(trigger)
        options = tuple(Option(one, words, one == kind) for one, words in known.items())
        return Choice(f"{prefix}what", verbs()[kind], options)

    def _where(self, trigger: Trigger, prefix: str) -> Choice:
        if isinstance(trigger, Cross):
            there = self._around.lines
            options = tuple(Option(name, name, name == trigger.line) for name in there)
            missing = trigger.line not in there
            words = trigger.line or tr("a line")
            return Choice(f"{prefix}where", words, options, missing=missing)
        if isinstance(trigger, Steps):
            raise TypeError("several things have no place of their own")
        missed = isinstance(trigger, Presence) and not trigger.somebody and self._rule.people
        # In other languages coming into a picture and being in it are said in two ways.
        into = isinstance(trigger, Enter | Leave)
        place = tr("the picture") if into else tr("the camera's picture")
        whole = Option("", tr("any picture") if missed else place, not trigger.zone)
        zones = tuple(Option(name, name, name == trigger.zone) for name in self._around.zones)
        missing = bool(trigger.zone) and trigger.zone not in self._around.zones
        words = trigger.zone or whole.words
        return Choice(f"{prefix}where", words, (whole, *zones), missing=missing)

    def _seconds(self, trigger: Trigger, prefix: str) -> Choice:
        seconds = trigger.seconds if isinstance(trigger, Loiter | Presence) else 0.0
        presets: Sequence[float] = (5, 10, 30, 60, 300, 600, 1800)
        if isinstance(trigger, Presence):
            presets = (0, *presets) if trigger.somebody else (*presets, 3600, 8 * 3600)
        return _lengths(f"{prefix}seconds", seconds, presets)

    def _way(self, trigger: Trigger, prefix: str) -> Choice:
        way = trigger.direction if isinstance(trigger, Cross) else Direction.EITHER
        known = {
            Direction.IN: tr("inwards"),
            Direction.OUT: tr("outwards"),
            Direction.EITHER: tr("either way"),
        }
        options = tuple(Option(one, words, one == way) for one, words in known.items())
        return Choice(f"{prefix}way", known[way], options)

    def _gesture(self, trigger: Trigger, prefix: str) -> Choice:
        now = trigger.label if isinstance(trigger, Gestured) else ""
        known = dict.fromkeys((*self._around.gestures, *((now,) if now else ())))
        options = tuple(Option(label, _gesture_said(label), label == now) for label in known)
        typed = tr("another gesture, by its name")
        known_here = {label.casefold() for label in self._around.gestures}
        return Choice(
            f"{prefix}gesture",
            _gesture_said(now) or tr("a gesture"),
            options,
            typed=typed,
            missing=not now,
            awaited=bool(now) and now.casefold() not in known_here,
        )

    def _whose(self) -> Choice:
        when = self._rule.when
        now = when.person if isinstance(when, Gestured) else ""
        anybody = Option("", tr("anybody"), not now)
        now = self._around.person(now) or now  # as somebody wrote it by hand
        known = dict.fromkeys((*(id_ for id_, _ in self._around.people), *((now,) if now else ())))
        some = tuple(Option(one, self._around.called(one), one == now) for one in known)
        typed = tr("a person, by name")
        words = self._around.called(now) if now else anybody.words
        missing = bool(now) and now not in dict(self._around.people)
        options = (anybody, *some)
        return Choice("whose", words, options, typed=typed, usual=not now, missing=missing)

    def _seen(self) -> Choice:
        when = self._rule.when
        if isinstance(when, Leave):
            yes, words = when.vanishing, (tr("or is seen no more"), tr("and walks out of it"))
        else:
            also = isinstance(when, Enter) and when.appearing
            yes, words = also, (tr("or appears in it"), tr("and walks into it"))
        options = (Option("yes", words[0], yes), Option("no", words[1], not yes))
        return Choice("seen", words[0] if yes else words[1], options, usual=yes)

    def _been_in(self) -> Choice:
        chosen = self._rule.been_in
        anywhere = Option("", tr("from anywhere"), not chosen)
        zones = tuple(Option(z, tr("from {zone}", zone=z), z in chosen) for z in self._around.zones)
        words = tr("from {zone}", zone=tr(" and ").join(chosen)) if chosen else anywhere.words
        if isinstance(self._rule.when, Leave):
            anywhere = Option("", tr("anywhere"), not chosen)
            zones = tuple(
                Option(z, tr("in {zone}", zone=z), z in chosen) for z in self._around.zones
            )
            words = tr("in {zone}", zone=tr(" and ").join(chosen)) if chosen else anywhere.words
        missing = not set(chosen) <= set(self._around.zones)
        options = (anywhere, *zones)
        usual = not chosen
        return Choice("been_in", words, options, several=True, usual=usual, missing=missing)

    def _least(self) -> Choice:
        crossing, now = isinstance(self._rule.when, Cross), self._rule.least

        def words(count: int) -> str:
            if crossing:
                return tr("each time") if count == 1 else tr("every {count} times", count=count)
            return (
                tr("one is enough") if count == 1 else tr("at least {count} at once", count=count)
            )

        counts = sorted({1, 2, 3, 5, 10, now})
        options = tuple(Option(str(count), words(count), count == now) for count in counts)
        typed = tr("another number")
        return Choice("least", words(now), options, typed=typed, usual=now == 1)

    def _within(self) -> Choice:
        when = self._rule.when
        within = when.within_s if isinstance(when, Steps) else 60.0
        return _lengths("within", within, (10, 30, 60, 120, 300, 600, 1800))

    def _same(self) -> Choice:
        when = self._rule.when
        same = isinstance(when, Steps) and when.same
        words = (tr("always the same one"), tr("whoever it is"))
        options = (Option("yes", words[0], same), Option("no", words[1], not same))
        return Choice("same", words[0] if same else words[1], options, usual=same)

    def _hours(self) -> Choice:
        spans = self._rule.schedule.hours
        now = _span(spans[0]) if spans else ""
        now = "" if now == _ALL_DAY else now
        always = Option("", tr("at any time"), not now)
        known = dict.fromkeys(("22:00-06:00", "08:00-18:00", "18:00-08:00", now))
        some = tuple(Option(s, _between(s), s == now) for s in known if s)
        words = always.words
        if len({_span(span) for span in spans}) > 1:
            words = tr("in the hours of its file")
        elif now:
            words = _between(now)
        typed = tr("from-until, such as 21:30-05:00")
        return Choice("hours", words, (always, *some), typed=typed, usual=not now)

    def _days(self) -> Choice:
        spans = self._rule.schedule.hours
        days = spans[0].days if spans else tuple(range(7))
        every = len(days) == 7
        names = [days_said((day,)) for day in range(7)]
        options = (
            Option("all", tr("on any day"), every),
            Option("week", tr("on weekdays"), days == (0, 1, 2, 3, 4)),
            Option("end", tr("at weekends"), days == (5, 6)),
            *(Option(str(d), name, d in days and not every) for d, name in enumerate(names)),
        )
        words = next((o.words for o in options[:3] if o.chosen), "")
        words = words or tr("on {days}", days=days_said(days))
        return Choice("days", words, options, several=True, usual=every)

    def _tell(self) -> Choice:
        chosen = self._rule.tell
        nobody = Option("", tr("tell nobody"), not chosen)
        known = dict.fromkeys((*self._around.channels, *chosen))
        some = tuple(Option(name, name, name in chosen) for name in known)
        words = tr("tell {names}", names=tr(" and ").join(chosen)) if chosen else nobody.words
        missing = not set(chosen) <= set(self._around.channels)
        return Choice("tell", words, (nobody, *some), several=True, missing=missing)

    def _record(self) -> Choice:
        yes, words = self._rule.record, (tr("record a clip"), tr("record no clip"))
        options = (Option("yes", words[0], yes), Option("no", words[1], not yes))
        return Choice("record", words[0] if yes else words[1], options)

    def _act(self) -> Choice:
        now = self._rule.act
        known = {"": tr("do nothing else"), Act.DISARM: tr("disarm"), Act.ARM: tr("arm")}
        options = tuple(Option(act, words, act == (now or "")) for act, words in known.items())
        return Choice("act", known[now or ""], options, usual=now is None)

    def _pause(self) -> Choice:
        now = self._rule.cool_down_s
        presets = sorted({0.0, 60.0, 300.0, 900.0, 3600.0, now})

        def words(seconds: float) -> str:
            if not seconds:
                return tr("every time")
            return tr("at most once in {time}", time=seconds_said(seconds))

        options = tuple(Option(f"{s:g}", words(s), s == now) for s in presets)
        typed = tr("another time, such as 10 min")
        return Choice("pause", words(now), options, typed=typed, usual=not now)


def _gesture_said(label: str) -> str:
    """What people taught is called as they called it; the rest in the language of the window."""
    known = {FALL: tr("falling down"), RAISED_HANDS: tr("raised hands")}
    return known.get(label, label)


def _lengths(key: str, now: float, presets: Sequence[float]) -> Choice:
    def words(seconds: float) -> str:
        return seconds_said(seconds) if seconds else tr("a moment")

    known = sorted({*(float(preset) for preset in presets), now})
    options = tuple(Option(f"{s:g}", words(s), s == now) for s in known)
    return Choice(key, words(now), options, typed=tr("another time, such as 45 s or 2 min"))


def _span(hours: Hours) -> str:
    return f"{hours.start:%H:%M}-{hours.end:%H:%M}"


def _between(span: str) -> str:
    begin, _, end = span.partition("-")
    if begin == end:
        return tr("from {time} for a day", time=begin)
    return tr("between {begin} and {end}", begin=begin, end=end)


def text_of(pieces: Iterable[Piece]) -> str:
    """A clause as plain words."""
    return "".join(piece if isinstance(piece, str) else piece.words for piece in pieces)
