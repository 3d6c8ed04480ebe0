"""How much continuous footage of each camera is kept: so long, so much, and less where nothing moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from omnisight_desktop.config.sections import Retention
from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.core.segment import Tier
from omnisight_desktop.storage.disk import GB
from omnisight_desktop.storage.draft import Draft, Tally
from omnisight_desktop.storage.keeping import FootageMark
from omnisight_desktop.storage.options import read
from omnisight_desktop.storage.plan import Reason
from omnisight_desktop.storage.shelves import Edge, Kind
from omnisight_desktop.storage.tables import cameras, segments

_T = segments.c
_DAY_MS = 86_400_000

NOTHING = FootageMark()
Marks = Mapping[str, FootageMark]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a camera's footage is allowed."""

    days: float
    still_days: float
    size_bytes: int  # none: 0


def wishes(connection: sa.Connection, keep: Retention) -> dict[str, Wish]:
    """What every camera with footage is allowed: by its own options, or as all are."""
    told = connection.execute(sa.select(cameras.c.id, cameras.c.options))
    options = {row.id: read(row.options) for row in told}
    found = {}
    for camera in cameras_with_footage(connection):
        own = options.get(camera)
        days = own.keep_days if own is not None and own.keep_days else keep.footage_days
        gb = own.keep_gb if own is not None and own.keep_gb else keep.footage_gb
        still = min(days, keep.still_footage_days or days)
        found[camera] = Wish(days, still, round(gb * GB))
    return found


def cameras_with_footage(connection: sa.Connection) -> list[str]:
    """Every camera that was recorded; from each straight to the next, however many pieces it has."""
    found: list[str] = []
    last = ""
    while True:
        statement = sa.select(sa.func.min(_T.camera_id)).where(_T.camera_id > last)
        camera = connection.execute(statement).scalar()
        if camera is None:
            return found
        found.append(camera)
        last = camera


def past(
    connection: sa.Connection, draft: Draft, keep: Retention, now: datetime
) -> dict[str, FootageMark]:
    """How far the footage of each camera goes for its age, and for there is too much of it."""
    old, much = Tally(), Tally()
    marks: dict[str, FootageMark] = {}
    now_ms = to_ms(now)
    for camera, wish in wishes(connection, keep).items():
        mark = FootageMark(
            Edge(now_ms - round(wish.days * _DAY_MS), ""),
            now_ms - round(wish.still_days * _DAY_MS),
        )
        gone = _going(connection, draft, old, camera, mark)
        if wish.size_bytes:
            one = Tally()
            one.take(_oldest_of(connection, camera, mark), gone.left_bytes - wish.size_bytes)
            mark = replace(mark, sized=one.edge)
            _add(much, one)
        marks[camera] = mark
    draft.lines += old.line(Kind.FOOTAGE, Reason.AGE) + much.line(Kind.FOOTAGE, Reason.SIZE)
    return marks


def crowded(
    connection: sa.Connection, draft: Draft, marks: Marks, needed: int, most_share: float
) -> tuple[dict[str, FootageMark], int, bool]:
    """The oldest footage on the disk that is too full goes early, of whichever camera; never all of
    it at once. Also how many bytes that frees, and whether more of it is left."""
    rows = list(_oldest_of_all(connection, marks))
    left = sum(row[2] for row in rows)
    if not rows:
        return dict(marks), 0, False
    tally = Tally().take(iter(rows), min(needed, max(1, round(left * most_share))))
    draft.lines += tally.line(Kind.FOOTAGE, Reason.DISK)
    reached = {camera: replace(mark, crowded=tally.edge) for camera, mark in marks.items()}
    return reached, tally.size_bytes, tally.size_bytes < left


def reason(mark: FootageMark, row: Any) -> Reason:
    """Why a piece goes, as far as its place in the order tells."""
    edge = Edge(row.at, row.tie)
    if edge <= mark.aged:
        return Reason.AGE
    if edge <= mark.sized:
        return Reason.SIZE
    still = row.at < mark.still_ms
    return Reason.DISK if edge <= mark.crowded and not still else Reason.AGE


@dataclass(frozen=True, slots=True)
class _Gone:
    left_bytes: int  # of the camera, once it is gone


def _going(
    connection: sa.Connection, draft: Draft, tally: Tally, camera: str, mark: FootageMark
) -> _Gone:
    """Count what of a camera goes for its age."""
    bound = mark.bound()["footage_most_ms"]
    far = sa.case((_T.tier == Tier.SLOW.value, _T.size_bytes), else_=0)
    statement = sa.select(
        sa.func.count(),
        sa.func.coalesce(sa.func.sum(_T.size_bytes), 0),
        sa.func.coalesce(sa.func.sum(far), 0),
        sa.func.min(_T.start_ms),
        sa.func.max(_T.start_ms),
    ).where(_T.camera_id == camera, _T.start_ms <= bound, ~_T.protected, ~_behind(mark))
    count, size, size_far, oldest, newest = connection.execute(statement).one()
    if count:
        _add(tally, Tally(count, size, oldest, Edge(newest, "")))
    draft.far_bytes += size_far
    total = sa.select(sa.func.coalesce(sa.func.sum(_T.size_bytes), 0)).where(_T.camera_id == camera)
    return _Gone(int(connection.execute(total).scalar() or 0) - size)


def _add(tally: Tally, more: Tally) -> None:
    if not more.count:
        return
    tally.oldest_ms = min(tally.oldest_ms, more.oldest_ms) if tally.count else more.oldest_ms
    tally.edge = max(tally.edge, more.edge)
    tally.count, tally.size_bytes = tally.count + more.count, tally.size_bytes + more.size_bytes


def _oldest_of(connection: sa.Connection, camera: str, mark: FootageMark) -> Iterator[Any]:
    """What of one camera stays for its age, and may go, oldest first: moment, id, bytes."""
    statement = (
        sa.select(_T.start_ms, _T.id, _T.size_bytes)
        .where(_T.camera_id == camera, ~_T.protected, _behind(mark))
        .order_by(_T.start_ms, _T.id)
    )
    return iter(connection.execute(statement))


def _oldest_of_all(connection: sa.Connection, marks: Marks) -> Iterator[Any]:
    """What of all cameras stays on the fast disk as yet, and may go, oldest first."""
    columns = (_T.start_ms, _T.id, _T.size_bytes, _T.camera_id, _T.motion_ms, _T.objects)
    statement = sa.select(*columns).where(~_T.protected, _T.tier == Tier.FAST.value)
    for row in connection.execute(statement.order_by(_T.start_ms, _T.id)):
        mark = marks.get(row.camera_id, NOTHING)
        still = not row.motion_ms and not row.objects and row.start_ms < mark.still_ms
        if not still and Edge(row.start_ms, row.id) > max(mark.aged, mark.sized):
            yield row[:3]


def _behind(mark: FootageMark) -> sa.ColumnElement[bool]:
    """What stays: it is not so old, or something moved in it and it is not so old for that."""
    edge = max(mark.aged, mark.sized)
    after = sa.tuple_(_T.start_ms, _T.id) > sa.tuple_(sa.literal(edge.at_ms), sa.literal(edge.key))
    return sa.and_(after, sa.or_(_T.motion_ms > 0, _T.objects > 0, _T.start_ms >= mark.still_ms))
