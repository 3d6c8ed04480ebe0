"""People's own rules beside the house's: what sets one off becomes an event."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, tzinfo

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.counting import LineCount
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.gesture import Made
from omnisight_desktop.core.ids import IdSource
from omnisight_desktop.core.track import Track
from omnisight_desktop.rules.counting import Counting
from omnisight_desktop.rules.engine import Engine
from omnisight_desktop.rules.hit import Hit
from omnisight_desktop.rules.rule import Rule, Rulebook
from omnisight_desktop.rules.rulings import Lately, never
from omnisight_desktop.rules.trigger import What

_LOOKED_UP_EVERY = timedelta(seconds=2)

#: The visit that a track belongs to, if it is known.
StoryOf = Callable[[str], str | None]

_SAID = {
    What.ENTERED: "entered {place}",
    What.LEFT: "left {place}",
    What.LOITERED: "stays in {place}",
    What.WENT_IN: "went in over {place}",
    What.WENT_OUT: "went out over {place}",
    What.SOMEBODY: "somebody in {place}",
    What.NOBODY: "nobody in {place}",
    What.SEQUENCE: "one after another",
    What.GESTURE: "{gesture} in {place}",
}


class Ruled:
    """The rules of one camera at work. ``books`` gives the rulebook whenever it was changed; ``spend``
    ends a rule that holds once on every camera, and says whether it was still to be had."""

    def __init__(
        self,
        books: Iterator[Rulebook | None],
        home: tzinfo,
        lately: Lately = never,
        *,
        spend: Callable[[str], bool] = lambda _: True,
    ) -> None:
        self._books = books
        self._home = home
        self._lately = lately
        self._spend = spend
        self._once: frozenset[str] = frozenset()
        self._ids = IdSource("E")
        self._engine: Engine | None = None
        self._counting = Counting()
        self._names: dict[str, str] = {}
        self._missing: frozenset[str] = frozenset()  # rules about people
        self._recorded: frozenset[str] = frozenset()
        #: Of the events of the last look, those of which no clip is wanted.
        self.unfilmed: frozenset[str] = frozenset()
        self._looked_up: datetime | None = None

    def judge(
        self,
        tracks: tuple[Track, ...],
        at: datetime,
        size: tuple[float, float],
        story_of: StoryOf = lambda _: None,
        made: tuple[Made, ...] = (),
    ) -> tuple[Event, ...]:
        """The events of what these tracks and their gestures set off."""
        self._look_up(at)
        if self._engine is None:
            self.unfilmed = frozenset()
            return ()
        hits = self._engine.judge(tracks, at, size, made)
        self._counting.learn(self._engine.counted, at)
        return self._events(hits, story_of)

    def made(
        self, made: tuple[Made, ...], at: datetime, story_of: StoryOf = lambda _: None
    ) -> tuple[Event, ...]:
        """The events of what gestures set off between two looks."""
        if self._engine is None or not made:
            self.unfilmed = frozenset()
            return ()
        return self._events(self._engine.made(made, at), story_of)

    def _events(self, hits: tuple[Hit, ...], story_of: StoryOf) -> tuple[Event, ...]:
        # Another camera may have been quicker.
        hits = tuple(hit for hit in hits if hit.rule not in self._once or self._spend(hit.rule))
        events = tuple(self._event(hit, story_of) for hit in hits)
        told = zip(hits, events, strict=True)
        self.unfilmed = frozenset(event.id for hit, event in told if hit.rule not in self._recorded)
        return events

    def counts(self) -> tuple[LineCount, ...]:
        """How often lines were crossed, where that has changed since this was last asked."""
        return self._counting.take()

    def close(self) -> tuple[Event, ...]:
        """What ends because nobody watches any more; who is seen afterwards is seen anew."""
        if self._engine is None:
            return ()
        return self._events(self._engine.close(), lambda _: None)

    def _look_up(self, at: datetime) -> None:
        before = self._looked_up
        if before is not None and timedelta(0) <= at - before < _LOOKED_UP_EVERY:
            return
        self._looked_up = at
        book = next(self._books, None)
        if book is not None:
            self._counting.begin(book)
            self._engine = _engine(book, self._home, self._lately)
            self._missing = frozenset(rule.id for rule in book.rules if rule.people)
            self._names = {rule.id: called(rule) for rule in book.rules}
            self._once = frozenset(rule.id for rule in book.rules if rule.once)
            self._recorded = frozenset(rule.id for rule in book.rules if rule.record)

    def _event(self, hit: Hit, story_of: StoryOf) -> Event:
        event_id = self._ids.next(to_ms(hit.at))
        place = hit.place or "the picture"
        said = _SAID[hit.what].format(place=place, gesture=hit.gesture)
        if hit.what is What.NOBODY and hit.rule in self._missing:
            since = hit.since.astimezone(self._home)
            said = f"not seen{f' in {hit.place}' if hit.place else ''} since {since:%Y-%m-%d %H:%M}"
        return Event(
            event_id,
            hit.camera,
            EventType.RULE,
            hit.since,
            hit.at,
            label=hit.label,
            zone=hit.place or None,
            text=f"{self._names[hit.rule]}: {said}",
            track=hit.track,
            story=(story_of(hit.track) if hit.track else None) or event_id,
        )


def _engine(book: Rulebook, home: tzinfo, lately: Lately) -> Engine | None:
    return Engine(book, home=home, lately=lately) if book.rules else None


def rule_behind(event: Event, book: Rulebook) -> Rule | None:
    """The rule that an event was made by, as far as its words tell."""
    if event.type != EventType.RULE or not event.text:
        return None
    named = [rule for rule in book.rules if event.text.startswith(f"{called(rule)}: ")]
    return max(named, key=lambda rule: len(called(rule)), default=None)


def called(rule: Rule) -> str:
    """What people call a rule."""
    return rule.name or rule.id
