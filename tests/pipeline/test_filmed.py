"""The walk as a whole with continuous footage, with real threads: what moved is in the piece's map."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.core.segment import MAP_HEIGHT, MAP_WIDTH, RecordMode, Segment, Unrecorded
from omnisight_desktop.flow.channel import Channel, DropPolicy
from omnisight_desktop.flow.worker import Backoff
from omnisight_desktop.pipeline.eye import Rates
from omnisight_desktop.pipeline.feed import one_for_all
from omnisight_desktop.pipeline.filming import Filming
from omnisight_desktop.pipeline.recorder import ClipLengths
from omnisight_desktop.pipeline.supervisor import Habits, Pipeline, Senses
from omnisight_desktop.rules.schedule import Hours, Schedule
from tests.pipeline.films import yard_with_a_walker
from tests.pipeline.test_walk import BrightSquares, stages_of

PATIENCE_S = 30.0


def test_a_walk_through_the_yard_is_in_the_map_of_its_piece(tmp_path: Path) -> None:
    film = yard_with_a_walker(tmp_path / "yard.mp4", seconds=6)
    kept: Channel[object] = Channel("kept", 1000, DropPolicy.WAIT)
    filming = Filming(RecordMode.ALWAYS, length=timedelta(hours=1))
    pipeline = Pipeline(
        Senses(lambda _: stages_of(BrightSquares)),
        kept.put,
        tmp_path / "media",
        Habits(
            Rates(10, 10),
            ClipLengths(1, 1, 3),
            reconnect=Backoff(0.01, 0.01),
            filming=lambda _: filming,
        ),
        SystemClock(),
    )
    pipeline.start()
    pipeline.add(Camera("yard", "Yard", ""), one_for_all(str(film)))
    clock = SystemClock()
    until = clock.mono() + PATIENCE_S
    held: list[object] = []
    while not pipeline.idle and clock.mono() < until:
        held += [value] if (value := kept.get(0.1)) is not None else []
    assert pipeline.stop()
    held += kept.drain()
    newest = {one.id: one for one in held if isinstance(one, Segment)}
    segments = list(newest.values())
    assert sum(one.duration_s for one in segments) == pytest.approx(6, abs=0.2)
    cells = np.maximum.reduce(
        [np.frombuffer(s.motion_map or bytes(144), np.uint8) for s in segments]
    ).reshape(MAP_HEIGHT, MAP_WIDTH)
    assert cells[4:6, 3:8].all()  # where the square walked
    assert not cells[:2].any()
    assert not cells[-2:].any()
    assert max(one.objects for one in segments) >= 1
    assert all((tmp_path / "media" / one.path).is_file() for one in segments)
    assert not [one for one in held if isinstance(one, Unrecorded)]


def test_what_is_due_of_a_stretch_of_time() -> None:
    noon = datetime(2026, 5, 3, 12, tzinfo=UTC)
    always = Filming(RecordMode.ALWAYS)
    assert list(always.due(noon, noon + timedelta(hours=1))) == [(noon, noon + timedelta(hours=1))]
    assert list(always.due(noon, noon)) == []
    assert list(Filming(RecordMode.MOTION).due(noon, noon + timedelta(hours=1))) == []
    hours = Hours(noon.time().replace(minute=10), noon.time().replace(minute=20))
    some = Filming(RecordMode.SCHEDULE, Schedule((hours,)))
    day = timedelta(days=1)
    ten, twenty = timedelta(minutes=10), timedelta(minutes=20)
    assert list(some.due(noon + ten / 2 + ten, noon + day)) == [(noon + ten * 1.5, noon + twenty)]
    assert len(list(some.due(noon, noon + 3 * day))) == 3
