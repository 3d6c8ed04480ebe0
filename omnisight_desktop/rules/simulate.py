"""Rules tried on the past: what they would have done over paths that are stored.

Decided by the machine that decides when it is seen live, so that a rule does tonight what it was
seen to do last week.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.event import Gap
from omnisight_desktop.core.gesture import Made
from omnisight_desktop.core.identity import Identity
from omnisight_desktop.core.track import TrackPath
from omnisight_desktop.rules.follow import Spot
from omnisight_desktop.rules.hit import Counted, Hit
from omnisight_desktop.rules.machine import Machine
from omnisight_desktop.rules.measures import Measures
from omnisight_desktop.rules.points import Points, Span, in_order
from omnisight_desktop.rules.reading import Reader
from omnisight_desktop.rules.rule import Rulebook


@dataclass(frozen=True, slots=True)
class Watched:
    """When a camera was watched: from ``start`` to ``end``, but not in the gaps; and which gestures
    were ``made`` there, in the order of their ends.

    Where a bound is left out, the first or the last sighting is one. ``visitors`` are those who came
    and have no name.
    """

    start: datetime | None = None
    end: datetime | None = None
    gaps: Sequence[Gap] = ()
    made: Sequence[Made] = ()
    visitors: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The hits in their order, the crossings by the id of the rule that counts them, and how many
    points were looked at."""

    hits: tuple[Hit, ...]
    counted: dict[str, Counted]
    points: int


def simulate(
    book: Rulebook,
    paths: Iterable[TrackPath],
    size: tuple[float, float],
    *,
    home: tzinfo = UTC,
    watched: Watched | None = None,
    measures: Measures | None = None,
) -> Outcome:
    """What a rulebook would have done over stored paths of its camera, whose pictures have this width
    and height; paths of other cameras are passed over. Who was recognised counts from their first
    sighting."""
    measures, watched = measures or Measures(), watched or Watched()
    seen = [path for path in paths if path.camera == book.camera and len(path)]
    spans = _spans(seen, watched, round(measures.patience_s * 1000), book.camera)
    points = in_order(seen, spans)
    machine = Machine(book, measures, home)
    machine.aspect = size[0] / size[1]
    reader = Reader(book.zones, book.lines, machine.aspect, measures)
    known = {
        path.track: Identity(path.person, visitor=path.person in watched.visitors)
        for path in seen
        if path.person
    }
    made = _Made(machine, watched.made)
    _run(machine, points, reader, spans, _Past(made, known, measures.believed))
    looked_at = len(points.times_ms) + len(watched.made)
    return Outcome(machine.rulings.take(), machine.rulings.counted(), looked_at)


class _Made:
    """Hands the machine the gestures whose time has come, of those who are followed just then."""

    def __init__(self, machine: Machine, made: Sequence[Made]) -> None:
        self._machine = machine
        self._left = deque(made)

    def before(self, at_ms: int) -> None:
        """Those that had ended by then."""
        machine = self._machine
        while self._left and to_ms(self._left[0].end) < at_ms:
            one = self._left.popleft()
            end_ms = to_ms(one.end)
            if end_ms > machine.now_ms:
                machine.advance(end_ms)
            follow = machine.follows.get(one.track)
            if follow is not None:
                machine.gestured(follow, one, min(to_ms(one.start), machine.now_ms))


@dataclass(frozen=True, slots=True)
class _Past:
    """What is known beside the points: gestures, who tracks were, and from which sighting on one is
    believed."""

    made: _Made
    known: Mapping[str, Identity]
    believed: int


def _run(
    machine: Machine,
    points: Points,
    reader: Reader,
    spans: Sequence[Span],
    past: _Past,
) -> None:
    readings, width = reader.read(points.seen), reader.width
    boxes, follows = points.seen.boxes, machine.follows
    table = zip(
        points.times_ms.tolist(),
        points.who.tolist(),
        (points.nth >= past.believed - 1).tolist(),
        points.spans.tolist(),
        strict=True,
    )
    watching = -1
    last_ms: int | None = None
    for row, (at_ms, who, is_believed, span) in enumerate(table):
        if span != watching:
            _go_to(machine, spans, watching, span, past.made)
            watching, last_ms = span, None
        if at_ms != last_ms:
            past.made.before(at_ms)
            machine.advance(at_ms)
            last_ms = at_ms
        track = points.tracks[who]
        follow = follows.get(track)
        if follow is None:
            follow = machine.meet(track, points.labels[who], Spot(boxes, row))
            follow.identity = past.known.get(track)
        follow.last.row = row
        follow.believed = is_believed
        machine.see(follow, readings[row * width : (row + 1) * width])
    _go_to(machine, spans, watching, len(spans), past.made)


def _go_to(machine: Machine, spans: Sequence[Span], now: int, then: int, made: _Made) -> None:
    """Watch on to the end of this span, through those in which nobody was seen, up to another."""
    for number in range(now, then):
        if number >= 0:
            made.before(spans[number][1])
            machine.advance(spans[number][1])
            machine.pause()
        if number + 1 < len(spans):
            machine.begin(spans[number + 1][0])


def _spans(
    paths: Sequence[TrackPath], watched: Watched, patience_ms: int, camera: str
) -> list[Span]:
    """When somebody watched."""
    starts = [to_ms(path.start) + int(path.offsets_ms.min()) for path in paths]
    ends = [to_ms(path.start) + int(path.offsets_ms.max()) for path in paths]
    if not paths and (watched.start is None or watched.end is None):
        return []
    begin = to_ms(watched.start) if watched.start is not None else min(starts)
    # Who was seen last is waited for, and then has left.
    end = to_ms(watched.end) if watched.end is not None else max(ends) + patience_ms
    spans = []
    gaps = sorted((to_ms(g.start), to_ms(g.end)) for g in watched.gaps if g.camera == camera)
    for gap_start, gap_end in gaps:
        if begin < min(gap_start, end):
            spans.append((begin, min(gap_start, end)))
        begin = max(begin, gap_end)
    if begin < end:
        spans.append((begin, end))
    return spans
