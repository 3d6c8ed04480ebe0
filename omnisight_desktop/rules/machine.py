"""The one place where it is decided who is where, for what is seen now and for what is stored."""

from __future__ import annotations

from collections import OrderedDict
from datetime import tzinfo
from heapq import heappop, heappush

from omnisight_desktop.core.gesture import Made
from omnisight_desktop.core.identity import Identity
from omnisight_desktop.rules.follow import NEVER, Follow, Happening, Spot
from omnisight_desktop.rules.measures import Measures
from omnisight_desktop.rules.reading import CLEAR, INSIDE, NOT_PASSED
from omnisight_desktop.rules.rule import Rulebook
from omnisight_desktop.rules.rulings import Lately, Rulings, never
from omnisight_desktop.rules.running import in_ms
from omnisight_desktop.rules.settled import Passage, Patience, Stay
from omnisight_desktop.rules.trigger import What

_REMEMBERED = 1024  # tracks that are gone, and the zones in which they were


class Machine:
    """Takes the readings of one camera's sightings in the order of time. Only sightings and the time
    that passes count, not how often somebody looked, nor when a track was given up."""

    def __init__(
        self, book: Rulebook, measures: Measures, home: tzinfo, lately: Lately = never
    ) -> None:
        self.follows: dict[str, Follow] = {}
        self.rulings = Rulings(book, home, self.follows, lately)
        #: When something may have to be told although nobody is seen.
        self.next_ms = NEVER
        self.now_ms = -NEVER
        self.aspect = 1.0
        self._zones, self._lines = len(book.zones), len(book.lines)
        self._patience = Patience(measures.sightings, in_ms(measures.steady_s))
        self._gone_ms = in_ms(measures.patience_s)
        self._goings: list[tuple[int, str]] = []
        self._were_in: OrderedDict[str, tuple[bool, ...]] = OrderedDict()

    def begin(self, now_ms: int) -> None:
        """Somebody watches from now on."""
        self.advance(now_ms)
        self.rulings.recount(now_ms, now_ms)
        self._plan()

    def advance(self, now_ms: int) -> None:
        """Let time pass, and do on the way what it brings."""
        while self.next_ms <= now_ms:
            self.now_ms = max(self.now_ms, self.next_ms)
            if self._goings and self._goings[0][0] <= self.now_ms:
                self._miss(heappop(self._goings)[1])
            else:
                self.rulings.call_absent(self.now_ms)
            self._plan()
        self.now_ms = max(self.now_ms, now_ms)

    def pause(self) -> None:
        """Nobody watches any more: who was there has neither left nor stayed."""
        for follow in self.follows.values():
            self._remember(follow)
        self.follows.clear()
        self._goings.clear()
        self.rulings.pause()
        self._plan()

    def meet(self, track: str, label: str, spot: Spot) -> Follow:
        """Somebody is seen for the first time, or after so long that nobody waited any more."""
        stays = [Stay() for _ in range(self._zones + 1)]
        for stay, was_in in zip(stays, self._were_in.pop(track, ()), strict=False):
            stay.been_in = was_in
        passages = [Passage() for _ in range(self._lines)]
        last = Spot(spot.boxes, spot.row)
        follow = Follow(track, label, stays, passages, spot, self.now_ms, last, self.now_ms)
        self.follows[track] = follow
        heappush(self._goings, (self.now_ms + self._gone_ms, track))
        self.next_ms = min(self.next_ms, self.now_ms + self._gone_ms)
        return follow

    def relabel(self, follow: Follow, label: str) -> None:
        """It is held for something else than before."""
        follow.label = label
        if follow.known:
            self._stir(self.now_ms)

    def recognise(self, follow: Follow, identity: Identity) -> None:
        """It is known who it is: where they are already, they have come."""
        before, follow.identity = follow.identity, identity
        if follow.known and (before is None or before.person != identity.person):
            self._stir(self.now_ms)
            for zone, stay in enumerate(follow.stays):
                if stay.inside:
                    came = Happening(What.ENTERED, zone, follow, stay.since_ms, not stay.been_out)
                    self.rulings.recognised(came, self.now_ms)

    def see(self, follow: Follow, reading: bytes) -> None:
        """It was seen, now; where it is, is in the reading."""
        follow.seen_ms = self.now_ms
        if reading == follow.calm and self.now_ms < follow.due_ms:
            return
        if follow.believed and not follow.known:
            self._believe(follow)
        moved = self._move(follow, reading) + self._cross(follow, reading)
        if moved:
            moved.sort(key=lambda news: news.since_ms)
            self._stir(moved[0].since_ms)
            for news in moved:
                self.rulings.happened(news, self.now_ms)
        follow.due_ms = self.rulings.stay(follow, self.now_ms) if follow.known else NEVER
        follow.calm = reading if self._is_calm(follow, reading) else b""

    def gestured(self, follow: Follow, made: Made, since_ms: int) -> None:
        """It made a gesture, which is over now."""
        if follow.known:
            news = Happening(What.GESTURE, 0, follow, since_ms, made=made)
            self.rulings.gestured(news, self.now_ms)

    def _move(self, follow: Follow, reading: bytes) -> list[Happening]:
        moved = []
        where = (*reading[: self._zones], INSIDE)  # the last is the whole picture
        for zone, stay in enumerate(follow.stays):
            if stay.see(where[zone], self.now_ms, self._patience, believed=follow.known):
                what = What.ENTERED if stay.inside else What.LEFT
                unseen = stay.inside and not stay.been_out
                moved.append(Happening(what, zone, follow, stay.since_ms, unseen))
        return moved

    def _cross(self, follow: Follow, reading: bytes) -> list[Happening]:
        crossed = []
        for line, passage in enumerate(follow.passages):
            if reading[-1]:
                passage.start_anew()
            column = self._zones + 2 * line
            seen = reading[column] == CLEAR, reading[column + 1] - NOT_PASSED
            way = passage.see(*seen, self.now_ms, self._patience, believed=follow.known)
            if way:
                crossed.append(_passed(way, line, follow, passage.since_ms))
        return crossed

    def _is_calm(self, follow: Follow, reading: bytes) -> bool:
        return (
            follow.known
            and not reading[-1]
            and all(passed == NOT_PASSED for passed in reading[self._zones + 1 : -1 : 2])
            and all(stay.is_calm for stay in follow.stays)
            and all(passage.is_calm for passage in follow.passages)
        )

    def _believe(self, follow: Follow) -> None:
        """It is no flicker; it may be somebody who was lost just before it came."""
        follow.known = True
        lost = [f for f in self.follows.values() if follow.may_be(f, self.aspect)]
        if lost:
            newest = max(lost, key=lambda f: (f.seen_ms, f.id))
            follow.take_over(newest)
            self.rulings.succeed(newest, follow)
            self._stir(self.now_ms)

    def _miss(self, track: str) -> None:
        """It may be gone; if it was seen meanwhile, it is waited for anew."""
        follow = self.follows[track]
        gone_ms = follow.seen_ms + self._gone_ms
        if gone_ms > self.now_ms:
            heappush(self._goings, (gone_ms, track))
            return
        self._remember(follow)
        if follow.known:
            self._leave(follow)
        del self.follows[track]
        if follow.known:
            self._stir(follow.seen_ms)

    def _leave(self, follow: Follow) -> None:
        for line, passage in enumerate(follow.passages):
            way = passage.finish()
            if way:
                news = _passed(way, line, follow, passage.since_ms)
                self.rulings.happened(news, self.now_ms)
        for zone, stay in enumerate(follow.stays):
            if stay.inside:
                stay.inside = False
                news = Happening(What.LEFT, zone, follow, follow.seen_ms, unseen=True)
                self.rulings.happened(news, self.now_ms)

    def _remember(self, follow: Follow) -> None:
        if follow.known:
            self._were_in[follow.id] = tuple(stay.been_in for stay in follow.stays)
            while len(self._were_in) > _REMEMBERED:
                self._were_in.popitem(last=False)

    def _stir(self, since_ms: int) -> None:
        """Who is where has changed: everybody is looked at again when next seen."""
        self.rulings.recount(since_ms, self.now_ms)
        for follow in self.follows.values():
            follow.due_ms = 0
        self._plan()

    def _plan(self) -> None:
        going_ms = self._goings[0][0] if self._goings else NEVER
        self.next_ms = min(going_ms, self.rulings.next_ms)


def _passed(way: int, line: int, follow: Follow, since_ms: int) -> Happening:
    what = What.WENT_IN if way > 0 else What.WENT_OUT
    return Happening(what, line, follow, since_ms)
