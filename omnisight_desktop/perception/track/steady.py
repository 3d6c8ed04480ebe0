"""Following with steady ids: sure detections first, then doubtful ones, then what stood there before.

The rounds are ByteTrack's. What is new: the camera's own movement is taken out first, boxes are
compared grown and by their heights, time counts in seconds, and what stands keeps its place and id.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import numpy as np

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.frame import Picture
from omnisight_desktop.core.ids import IdSource
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.perception.track import appearance
from omnisight_desktop.perception.track.book import Book, Followed, Found, Mask
from omnisight_desktop.perception.track.elapsed import Elapsed
from omnisight_desktop.perception.track.kalman import Belief, Floats, Rows
from omnisight_desktop.perception.track.kinds import Kinds, Votes, walks_off
from omnisight_desktop.perception.track.matching import likeness, mutual, overlaps, pairs
from omnisight_desktop.perception.track.stillness import Stillness
from omnisight_desktop.perception.track.sway import BoxSway, PictureSway
from omnisight_desktop.perception.track.tuning import DEFAULT, Tuning

_YOUNG_S = 0.5  # who is not believed yet may hide for so long, once seen twice
_SITS_S = 30.0  # who could walk off at any time has done so after this
_MOST_HELD = 200  # places remembered while nothing is seen there
_OTHER_LABEL = 0.9  # a car is a little less like a truck than like a car
_SAME = 0.3  # colours less alike than this are those of two things


class SteadyTracker:
    """Tracks of one camera. ``confirm`` sightings make one believed; ``lost_s`` later it ends.

    What has stood for ``still_s`` is remembered for ``hold_s`` while it is not seen. ``sure`` says from
    which certainty on a label may begin a track; below it one is only continued.
    """

    def __init__(
        self,
        *,
        confirm: int = 3,
        lost_s: float = 2.0,
        still_s: float = 10.0,
        hold_s: float = 600.0,
        sure: Callable[[str], float] | None = None,
        tuning: Tuning = DEFAULT,
    ) -> None:
        self._confirm = confirm
        self._lost_s = lost_s
        self._hold_s = max(hold_s, lost_s)
        self._tuning = tuning
        self._sure = sure or (lambda _: tuning.sure)
        self._ids = IdSource("T")
        self._elapsed = Elapsed(lost_s)
        self._kinds = Kinds()
        self._book = Book()
        self._belief = Belief(tuning)
        self._places = Stillness(still_s)
        self._box_sway = BoxSway(tuning)
        self._picture_sway = PictureSway()

    def update(
        self, detections: Detections, at: datetime, picture: Picture | None = None
    ) -> tuple[Track, ...]:
        """The tracks after one more picture, those that just ended included once."""
        step_s = self._elapsed.step(at)
        if not len(detections) and not len(self._book):  # nobody is there, most of the time
            self._picture_sway.forget()
            return ()
        found = Found.of(detections, self._kinds, self._tuning.doubtful)
        self._let_go()
        self._predict(step_s, picture)
        sure, doubtful = found.rows(self._sure)
        self._feel_sway(found, sure, step_s)
        sure = self._match(found, sure, doubtful, step_s, picture)
        self._rest(picture)
        self._miss()
        self._begin(self._new(found, sure), found)
        tracks = self._snapshot()
        alive = ~self._book.ended
        if not alive.all():
            for part in (self._book, self._belief, self._places):
                part.keep(alive)
        return tracks

    @property
    def shown(self) -> frozenset[str]:
        """Ids of the tracks that are, more likely than not, where they are believed to be.

        Those just seen are, and for a moment those that are not; for longer those that hardly move.
        """
        how, book = self._tuning, self._book
        unseen_s = self._elapsed.now_s - book.seen_s
        size = self._belief.place[:, 3]
        pace = np.hypot(self._belief.speed[:, 0], self._belief.speed[:, 1]) / size
        coasting = (unseen_s <= how.coast_s) & (book.watched_s >= how.coast_after_s)
        lingering = (
            (pace * unseen_s <= how.linger)
            & (unseen_s <= how.linger_s)
            & (book.watched_s >= how.linger_after_s)
            & (self._box_sway.evidence < how.linger_calm)
        )
        there = book.believed & ((unseen_s <= 0) | coasting | lingering)
        return frozenset(book.rows[row].id for row in np.flatnonzero(there))

    def _let_go(self) -> None:
        """Who was away for too long is somebody else when they come back."""
        book, held = self._book, self._places.still & self._book.believed
        unseen_s = self._elapsed.now_s - book.seen_s
        book.ended |= unseen_s > np.where(held, self._hold_s, self._lost_s)
        for row in np.flatnonzero(held & (unseen_s > max(_SITS_S, self._lost_s))):
            book.ended[row] |= walks_off(book.rows[row].votes.winner)
        forgotten = np.flatnonzero(held & (unseen_s > self._lost_s) & ~book.ended)
        if len(forgotten) > _MOST_HELD:
            oldest = np.argsort(book.seen_s[forgotten], kind="stable")
            book.ended[forgotten[oldest[: len(forgotten) - _MOST_HELD]]] = True

    def _predict(self, step_s: float, picture: Picture | None) -> None:
        """Where everything should be in this picture."""
        unseen_s = self._elapsed.before_s - self._book.seen_s
        self._belief.stop_growing(unseen_s > 0)
        asleep = self._places.still & (unseen_s + step_s > self._lost_s)
        self._belief.take_back(np.flatnonzero(asleep), unseen_s[asleep])
        self._belief.predict(step_s)
        if picture is None or not len(self._book):
            self._picture_sway.forget()
        else:
            self._move(self._picture_sway.shift(picture))

    def _feel_sway(self, found: Found, sure: Rows, step_s: float) -> None:
        """Take out what all boxes do at once: that is the camera."""
        book = self._book
        current = (book.seen_s >= self._elapsed.before_s) & book.believed & (book.hits > 1)
        rows = np.flatnonzero(current & ~book.ended)
        if not len(rows) or not len(sure):
            return
        known, seen = mutual(overlaps(self._belief.boxes()[rows], found.boxes[sure]), 0.1)
        rows = rows[known]
        surprises = found.places[sure[seen], :2] - self._belief.place[rows, :2]
        self._move(self._box_sway.shift(surprises, self._belief.spread(rows), step_s))

    def _move(self, shift: Floats) -> None:
        if shift.any():
            self._belief.shift(shift)
            self._places.shift(shift)

    def _match(
        self, found: Found, sure: Rows, doubtful: Rows, step_s: float, picture: Picture | None
    ) -> Rows:
        """See again who can be seen again; the sure detections that nobody claimed."""
        how, book = self._tuning, self._book
        unseen_s = self._elapsed.now_s - step_s - book.seen_s
        standing = self._places.still & book.believed
        # What is only remembered must not follow the next who walks by.
        awake = book.believed & ~book.ended & (~standing | (unseen_s + step_s <= self._lost_s))
        young = ~book.believed & ~book.ended
        sure = self._round(awake, sure, found, how.likeness)
        waiting = awake & (book.seen_s < self._elapsed.now_s)
        recent = waiting & (unseen_s <= how.doubted_for_s)
        doubtful = self._round(recent, doubtful, found, how.doubtful_likeness)
        sure = self._round(young, sure, found, how.young_likeness)
        missing = standing & ~book.ended & (book.seen_s < self._elapsed.now_s)
        if missing.any():
            left = self._return(missing, np.concatenate([sure, doubtful]), found, picture)
            sure = sure[np.isin(sure, left)]
        return sure

    def _round(self, which: Mask, candidates: Rows, found: Found, least: float) -> Rows:
        """One round of matching; the candidates that are left."""
        rows = np.flatnonzero(which)
        if not len(rows) or not len(candidates):
            return candidates
        how = self._tuning
        boxes = self._belief.boxes()[rows]
        alike = likeness(boxes, found.boxes[candidates], grown=how.grown, shape=how.shape)
        known, seen = pairs(alike * self._comparable(rows, candidates, found), least)
        self._see(rows[known], candidates[seen], found)
        return _without(candidates, seen)

    def _return(
        self, missing: Mask, candidates: Rows, found: Found, picture: Picture | None
    ) -> Rows:
        """What stood somewhere and is seen there again is the same; the candidates that are left."""
        rows = np.flatnonzero(missing)
        if not len(candidates):
            return candidates
        alike = overlaps(self._belief.boxes()[rows], found.boxes[candidates])
        alike *= self._comparable(rows, candidates, found)
        known, seen = pairs(alike, self._tuning.place_likeness)
        same = np.asarray(
            [
                self._looks_same(int(row), found.boxes[candidate], picture)
                for row, candidate in zip(rows[known], candidates[seen], strict=True)
            ],
            np.bool_,
        )
        known, seen = known[same], seen[same]
        self._see(rows[known], candidates[seen], found)
        return _without(candidates, seen)

    def _comparable(self, rows: Rows, candidates: Rows, found: Found) -> Floats:
        """1 for the same label, less for another of its kind, 0 for what can never be the same."""
        kinds = self._book.kinds[rows][:, None] == found.kinds[candidates]
        labels = self._book.labels[rows][:, None] == found.labels[candidates]
        return np.where(labels, 1.0, _OTHER_LABEL * kinds)

    def _looks_same(self, row: int, box: Floats, picture: Picture | None) -> bool:
        known = self._book.rows[row].colours
        away_s = self._elapsed.now_s - self._book.seen_s[row]
        if picture is None or known is None or away_s <= self._lost_s:
            return True
        x1, y1, x2, y2 = box.tolist()
        seen = appearance.colours(picture, (x1, y1, x2, y2))
        return seen is None or appearance.alike(known, seen) >= _SAME

    def _see(self, rows: Rows, candidates: Rows, found: Found) -> None:
        if not len(rows):
            return
        book, now_s = self._book, self._elapsed.now_s
        self._belief.correct(rows, found.places[candidates])
        book.hits[rows] += 1
        book.watched_s[rows] += np.minimum(now_s - book.seen_s[rows], self._elapsed.last_step_s)
        book.seen_s[rows] = now_s
        book.believed[rows] |= book.hits[rows] >= self._confirm
        scores = found.scores[candidates].tolist()
        for row, candidate, score in zip(rows.tolist(), candidates.tolist(), scores, strict=True):
            followed = book.rows[row]
            followed.score = score
            followed.last_seen = self._elapsed.at
            followed.since = min(followed.since, followed.last_seen)  # a clock may be set back
            followed.votes.add(found.word(candidate), score)
            book.labels[row] = self._kinds.label(followed.votes.winner)
            if book.believed[row]:
                followed.state = TrackState.ACTIVE

    def _rest(self, picture: Picture | None) -> None:
        """Who stands now, and who went on."""
        book, now_s = self._book, self._elapsed.now_s
        seen = np.flatnonzero(book.seen_s >= now_s)
        was = self._places.still[seen].copy()
        self._places.see(seen, self._belief.place[seen], now_s)
        for row in seen[was != self._places.still[seen]]:
            followed = book.rows[row]
            followed.still_since = followed.colours = None
            if self._places.still[row]:
                followed.still_since = self._elapsed.moment(float(self._places.since_s[row]))
                if picture is not None and book.believed[row]:
                    x1, y1, x2, y2 = self._belief.boxes()[row].tolist()
                    followed.colours = appearance.colours(picture, (x1, y1, x2, y2))

    def _miss(self) -> None:
        book, now_s = self._book, self._elapsed.now_s
        missed = (book.seen_s < now_s) & ~book.ended
        # Seen once and never again: it was nothing.
        hopeless = (book.hits < 2) | (now_s - book.seen_s > _YOUNG_S)
        book.ended |= missed & ~book.believed & hopeless
        for row in np.flatnonzero(missed & book.believed):
            book.rows[row].state = TrackState.LOST

    def _new(self, found: Found, sure: Rows) -> Rows:
        """Of those whom nobody claimed, the ones that are not somebody's second box."""
        if not len(sure):
            return sure
        seen = self._book.seen_s >= self._elapsed.now_s
        if seen.any():
            over = overlaps(found.boxes[sure], self._belief.boxes()[seen])
            over *= found.kinds[sure][:, None] == self._book.kinds[seen]
            sure = sure[over.max(axis=1) < self._tuning.double]
        sure = sure[np.argsort(-found.scores[sure], kind="stable")]
        over = overlaps(found.boxes[sure], found.boxes[sure])
        over *= found.kinds[sure][:, None] == found.kinds[sure]
        kept: list[int] = []
        for row in range(len(sure)):
            if not kept or over[row, kept].max() < self._tuning.double:
                kept.append(row)
        return np.sort(sure[kept])

    def _begin(self, rows: Rows, found: Found) -> None:
        if not len(rows):
            return
        at = self._elapsed.at
        records = []
        for row, score in zip(rows.tolist(), found.scores[rows].tolist(), strict=True):
            votes = Votes(found.word(row), score)
            records.append(Followed(self._ids.next(to_ms(at)), votes, at, at, score))
        first = len(self._book)
        self._book.add(records, found.kinds[rows], found.labels[rows], self._elapsed.now_s)
        self._belief.add(found.places[rows])
        self._places.add(found.places[rows], self._elapsed.now_s)
        if self._confirm <= 1:
            self._book.believed[first:] = True
            for record in records:
                record.state = TrackState.ACTIVE

    def _snapshot(self) -> tuple[Track, ...]:
        book = self._book
        for row in np.flatnonzero(book.ended):
            book.rows[row].state = TrackState.ENDED
        boxes = self._belief.boxes().tolist()
        return tuple(followed.snapshot(box) for followed, box in zip(book.rows, boxes, strict=True))


def _without(candidates: Rows, seen: Rows) -> Rows:
    left = np.ones(len(candidates), np.bool_)
    left[seen] = False
    return candidates[left]
