"""Which rules are set off by what happens, and by what lasts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, tzinfo

from omnisight_desktop.core.clock import from_ms, to_ms
from omnisight_desktop.rules.follow import NEVER, Follow, Happening
from omnisight_desktop.rules.hit import Counted, Hit
from omnisight_desktop.rules.rule import Rule, Rulebook, steps_of
from omnisight_desktop.rules.running import TURNS, Cause, Running, Watch, in_ms
from omnisight_desktop.rules.trigger import Cross, Gestured, Loiter, Presence, Step, What

#: When any of these people was last seen, at whichever camera.
Lately = Callable[[tuple[str, ...]], datetime | None]


def never(_: tuple[str, ...]) -> datetime | None:
    """Nothing is remembered of anybody."""
    return None


class Rulings:
    """The rules of one camera at work. Times are milliseconds that only grow; the wall clock is
    ``shift_ms`` behind them."""

    def __init__(
        self, book: Rulebook, home: tzinfo, follows: dict[str, Follow], lately: Lately = never
    ) -> None:
        self._book = book
        self._home = home
        self._follows = follows
        self._lately = lately
        self._zones = {zone.name: number for number, zone in enumerate(book.zones)}
        self._zones[""] = len(book.zones)
        self._names = [*(zone.name for zone in book.zones), ""]
        self._lines = {line.name: number for number, line in enumerate(book.lines)}
        self._at_zone: dict[int, list[Watch]] = defaultdict(list)
        self._at_line: dict[int, list[Watch]] = defaultdict(list)
        self._stays: list[Watch] = []
        self._gestures: list[Watch] = []
        self._presences: list[tuple[Running, Presence, int]] = []
        self._running = [self._set_up(rule) for rule in book.rules if rule.enabled]
        self._hits: list[Hit] = []
        self.shift_ms = 0
        self.next_ms = NEVER  # when nobody will have been somewhere for long enough

    def take(self) -> tuple[Hit, ...]:
        """The hits since this was last asked."""
        hits, self._hits = tuple(self._hits), []
        return hits

    def counted(self) -> dict[str, Counted]:
        """How often lines were crossed, by the id of the rule that counts."""
        return {
            running.rule.id: Counted(running.counted[What.WENT_IN], running.counted[What.WENT_OUT])
            for running in self._running
            if isinstance(running.rule.when, Cross)
        }

    def happened(self, news: Happening, now_ms: int) -> None:
        """Somebody entered, left or crossed."""
        places = self._at_line if news.what in TURNS else self._at_zone
        for watch in places.get(news.place, ()):
            if watch.is_set_off(news) and watch.running.is_about(news.follow):
                self._step(watch, news, now_ms)

    def gestured(self, news: Happening, now_ms: int) -> None:
        """Somebody made a gesture where they are."""
        for watch in self._gestures:
            there = news.follow.stays[watch.place].inside
            if there and watch.is_set_off(news) and watch.running.is_about(news.follow):
                self._step(watch, news, now_ms)

    def recognised(self, news: Happening, now_ms: int) -> None:
        """It is known now who somebody is, who is somewhere already: of rules about people only."""
        for watch in self._at_zone.get(news.place, ()):
            of_them = watch.running.rule.people and watch.running.is_about(news.follow)
            if of_them and watch.is_set_off(news):
                self._step(watch, news, now_ms)

    def stay(self, follow: Follow, now_ms: int) -> int:
        """Somebody was seen where they were; when that may set off a rule, if they stay on."""
        due_ms = NEVER
        for watch in self._stays:
            due_ms = min(due_ms, self._loiter(watch, follow, now_ms))
        for running, presence, zone in self._presences:
            counts = presence.somebody and follow.stays[zone].inside and running.is_about(follow)
            if counts and running.since_ms is not None and not running.told:
                ready_ms = self._opens(running, running.since_ms + in_ms(presence.seconds), now_ms)
                if ready_ms <= now_ms:
                    running.told = True
                    self._tell(running, self._somebody(running, follow, zone), now_ms)
                else:
                    due_ms = min(due_ms, ready_ms)
        return due_ms

    def recount(self, since_ms: int, now_ms: int) -> None:
        """Somebody came or went at that time: see again where somebody is, and where nobody."""
        for running, presence, zone in self._presences:
            enough = len(self._inside(running, zone)) >= running.rule.least
            if enough != presence.somebody:
                running.forget()
            elif running.since_ms is None:
                running.since_ms = self._unseen_since(running, presence, since_ms)
                if not presence.somebody:
                    running.ready_ms = max(running.since_ms + in_ms(presence.seconds), now_ms)
        self._plan()

    def call_absent(self, now_ms: int) -> None:
        """Tell where nobody has been for long enough by now."""
        for running, presence, zone in self._presences:
            if running.ready_ms > now_ms or running.since_ms is None:
                continue
            elsewhere_ms = self._seen_ms(running, presence)
            if elsewhere_ms is not None and elsewhere_ms > running.since_ms:
                running.since_ms = elsewhere_ms
                running.ready_ms = max(elsewhere_ms + in_ms(presence.seconds), now_ms)
                if running.ready_ms > now_ms:
                    continue
            running.ready_ms = self._opens(running, now_ms, now_ms)
            if running.ready_ms <= now_ms:
                running.ready_ms = NEVER
                cause = Cause(What.NOBODY, self._names[zone], running.since_ms, count=0)
                self._tell(running, cause, now_ms)
        self._plan()

    def pause(self) -> None:
        """Nobody watches: who can say who is there."""
        for running, _, _ in self._presences:
            running.forget()
        self._plan()

    def succeed(self, lost: Follow, heir: Follow) -> None:
        """What one had begun, another goes on with."""
        for running in self._running:
            if running.chains is not None:
                running.chains.rename(lost.id, heir.id)

    def _set_up(self, rule: Rule) -> Running:
        running = Running(rule, tuple(self._zones[name] for name in rule.been_in))
        # The last step first, so that one happening never does for two of them.
        for number, step in reversed(list(enumerate(steps_of(rule.when)))):
            if isinstance(step, Presence):
                self._presences.append((running, step, self._zones[step.zone]))
            else:
                self._watch(running, number, step)
        return running

    def _watch(self, running: Running, number: int, step: Step) -> None:
        if isinstance(step, Cross):
            place = self._lines[step.line]
            self._at_line[place].append(Watch(running, number, step, place))
            return
        place = self._zones[step.zone]
        watch = Watch(running, number, step, place)
        if isinstance(step, Gestured):
            self._gestures.append(watch)
        else:
            (self._stays if isinstance(step, Loiter) else self._at_zone[place]).append(watch)

    def _loiter(self, watch: Watch, follow: Follow, now_ms: int) -> int:
        """When it will have stayed for long enough; tells, if that is now."""
        running, stay = watch.running, follow.stays[watch.place]
        if not stay.inside:
            follow.loitered.discard(watch.key)
            return NEVER
        if watch.key in follow.loitered or not running.is_about(follow):
            return NEVER
        long_ms, least = in_ms(watch.seconds), running.rule.least
        ready_ms = stay.since_ms + long_ms
        if running.chains is None:
            ready_ms = self._opens(running, ready_ms, now_ms)
        if ready_ms > now_ms:
            return ready_ms
        staying = [
            other
            for other in self._inside(running, watch.place)
            if now_ms - other.stays[watch.place].since_ms >= long_ms
        ]
        if len(staying) >= least:
            for other in staying if least > 1 else (follow,):
                other.loitered.add(watch.key)
            self._step(watch, Happening(What.LOITERED, watch.place, follow, stay.since_ms), now_ms)
        return NEVER

    def _step(self, watch: Watch, news: Happening, now_ms: int) -> None:
        """What a rule, or a step of it, waited for has come to pass."""
        running = watch.running
        if running.chains is not None:
            who = news.follow.id if running.same else ""
            began_ms = running.chains.step(who, watch.number, news.since_ms)
            if began_ms is not None:
                place = self._name(watch)
                self._tell(running, Cause(What.SEQUENCE, place, began_ms, news.follow), now_ms)
            return
        count = self._count(watch, news, now_ms)
        if count:
            made = news.made.label if news.made is not None else ""
            cause = Cause(news.what, self._name(watch), news.since_ms, news.follow, count, made)
            self._tell(running, cause, now_ms)

    def _count(self, watch: Watch, news: Happening, now_ms: int) -> int:
        """How many there are, or how often it was; nothing where it takes more."""
        running, least = watch.running, watch.running.rule.least
        if not isinstance(watch.step, Cross):
            count = len(self._inside(running, watch.place))
            if news.what is What.ENTERED:
                return count if count >= least else 0
            return max(count, 1) if news.what is What.LOITERED else 1
        if not self._is_open(running, now_ms):
            return 0
        running.counted[news.what] += 1
        running.tally += 1
        if running.tally < least:
            return 0
        running.tally = 0
        return running.counted[news.what]

    def _seen_ms(self, running: Running, presence: Presence) -> int | None:
        """When somebody who is missed was last seen anywhere, if a rule asks that."""
        if not running.rule.people or presence.somebody or presence.zone:
            return None
        seen = self._lately(running.rule.people)
        return None if seen is None else to_ms(seen) + self.shift_ms

    def _unseen_since(self, running: Running, presence: Presence, since_ms: int) -> int:
        """Who is missed at an hour was missed before the program began to look, too."""
        hours = running.rule.schedule.hours
        seen_ms = self._seen_ms(running, presence) if hours else None
        return since_ms if seen_ms is None else min(since_ms, seen_ms)

    def _somebody(self, running: Running, follow: Follow, zone: int) -> Cause:
        since_ms = running.since_ms or 0
        count = len(self._inside(running, zone))
        return Cause(What.SOMEBODY, self._names[zone], since_ms, follow, count)

    def _name(self, watch: Watch) -> str:
        return watch.step.line if isinstance(watch.step, Cross) else self._names[watch.place]

    def _inside(self, running: Running, zone: int) -> list[Follow]:
        return [f for f in self._follows.values() if f.stays[zone].inside and running.is_about(f)]

    def _tell(self, running: Running, cause: Cause, now_ms: int) -> None:
        if now_ms < running.quiet_until_ms or not self._is_open(running, now_ms):
            return
        rule = running.rule
        running.quiet_until_ms = NEVER if rule.once else now_ms + in_ms(rule.cool_down_s)
        self._hits.append(
            Hit(
                rule=rule.id,
                camera=self._book.camera,
                at=self._wall(now_ms),
                what=cause.what,
                place=cause.place,
                since=self._wall(cause.since_ms),
                track=cause.follow.id if cause.follow else None,
                label=cause.follow.label if cause.follow else None,
                count=cause.count,
                gesture=cause.gesture,
            )
        )

    def _is_open(self, running: Running, now_ms: int) -> bool:
        now, rule = self._wall(now_ms), running.rule
        return (rule.until is None or now < rule.until) and rule.schedule.is_open(now, self._home)

    def _opens(self, running: Running, ready_ms: int, now_ms: int) -> int:
        """The first time at which it is ready, not before now, and the rule holds."""
        at_ms = max(ready_ms, now_ms)
        if not running.rule.schedule.hours:
            return at_ms
        opening = running.rule.schedule.opens(self._wall(at_ms), self._home)
        return NEVER if opening is None else max(at_ms, to_ms(opening) + self.shift_ms)

    def _plan(self) -> None:
        self.next_ms = min((running.ready_ms for running, _, _ in self._presences), default=NEVER)

    def _wall(self, at_ms: int) -> datetime:
        return from_ms(at_ms - self.shift_ms)
