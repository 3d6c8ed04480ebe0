"""Which parts of which recordings show a stretch of time, each moment once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from omnisight_desktop.core.event import Gap
from omnisight_desktop.pipeline.film.order import Cut, Stretch
from omnisight_desktop.services.export.footage import Piece
from omnisight_desktop.services.export.request import Pause

#: Files that follow each other may seem to overlap by so much, for clocks drift.
_JITTER = timedelta(seconds=0.25)
_ROUNDED = timedelta(milliseconds=50)
#: Shorter pauses are nothing to speak of.
_PAUSE = timedelta(seconds=1)

_NOTHING = "nothing was recorded"


def chosen(pieces: Iterable[Piece], since: datetime, until: datetime) -> list[Piece]:
    """As few pieces as show everything that there is of a stretch of time, in their order.

    Continuous footage comes first, and clips fill what is missing in it.
    """
    there = [one for one in pieces if one.end > max(since, one.start) and one.start < until]
    whole = _fewest([one for one in there if one.continuous], since)
    holes = list(_holes(whole, since, until))
    filling = [
        one
        for one in there
        if not one.continuous and any(one.start < end and one.end > start for start, end in holes)
    ]
    return _fewest(whole + filling, since) if filling else whole


def unshown(
    pieces: Iterable[Piece], shown: Sequence[Piece], since: datetime, until: datetime
) -> list[Piece]:
    """Those of lost pieces that would have shown something that no other one shows."""
    holes = list(_holes(shown, since, until))
    return [
        one
        for one in sorted(pieces, key=_in_order)
        if any(one.start < end and one.end > start for start, end in holes)
    ]


def _fewest(pieces: Iterable[Piece], since: datetime) -> list[Piece]:
    found: list[Piece] = []
    for piece in sorted(pieces, key=_in_order):
        if found and piece.end <= found[-1].end:
            continue  # it shows nothing new
        if piece.start <= since:
            found.clear()
        elif len(found) > 1 and piece.start <= found[-2].end:
            found.pop()  # what lies around it shows all that it does
        found.append(piece)
    return found


def _in_order(piece: Piece) -> tuple[datetime, float, str]:
    return piece.start, -piece.end.timestamp(), piece.id


def _holes(
    pieces: Sequence[Piece], since: datetime, until: datetime
) -> Iterator[tuple[datetime, datetime]]:
    """What is not shown by pieces that are in their order."""
    shown_until = since
    for piece in pieces:
        if min(until, piece.start) - shown_until > _JITTER:
            yield shown_until, min(until, piece.start)
        shown_until = max(shown_until, piece.end)
    if until - shown_until > _JITTER:
        yield shown_until, until


def cuts_of(pieces: Sequence[Piece], since: datetime, until: datetime) -> tuple[Cut, ...]:
    """What to take of chosen pieces: where two overlap, the later one, for it begins on a key picture."""
    cuts = []
    for number, piece in enumerate(pieces):
        end = piece.end + _ROUNDED
        for following in pieces[number + 1 : number + 2]:
            if _reaches_over(piece, following):
                end = following.start
        cuts.append(Cut(piece.path, piece.start, max(since, piece.start), min(until, end)))
    return tuple(cuts)


def _reaches_over(piece: Piece, following: Piece) -> bool:
    overlap = piece.end - following.start
    if piece.continuous is following.continuous:
        return overlap > _JITTER
    return overlap > -_JITTER  # two who wrote the same stream, and neither waited for the other


def pauses_of(
    camera: str,
    stretches: Iterable[Stretch],
    time: tuple[datetime, datetime],
    gaps: Sequence[Gap],
) -> Iterator[Pause]:
    """What is missing in the time that was asked for, with the camera's own reason where it has one."""
    shown_until, until = time
    for stretch in sorted(stretches, key=lambda one: one.start):
        if stretch.start - shown_until > _PAUSE:
            yield Pause(camera, shown_until, stretch.start, _why(shown_until, stretch.start, gaps))
        shown_until = max(shown_until, stretch.end)
    if until - shown_until > _PAUSE:
        yield Pause(camera, shown_until, until, _why(shown_until, until, gaps))


def _why(start: datetime, end: datetime, gaps: Sequence[Gap]) -> str:
    during = [gap.reason for gap in gaps if gap.start < end and gap.end > start and gap.reason]
    return "; ".join(dict.fromkeys(during)) or _NOTHING
