from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from omnisight_desktop.core.errors import BackendUnavailable, NotFound, NotRunning, UsageError
from omnisight_desktop.core.frame import ArrayPicture, Frame, Image
from omnisight_desktop.flow import segment
from omnisight_desktop.flow.process import Child
from omnisight_desktop.flow.shared import SharedFrames

NOW = datetime(2026, 5, 3, 14, 5, 0, 123_000, tzinfo=UTC)
SHELF = Path("/dev/shm")
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="looks into /dev/shm")


@pytest.fixture
def frames() -> Iterator[SharedFrames]:
    frames = SharedFrames.create("front-dör", 4, 64, 48)
    yield frames
    frames.close()


@pytest.fixture
def prefix(monkeypatch: pytest.MonkeyPatch) -> str:
    """A corner of the shared memory that no other program on this machine looks into."""
    prefix = f"omnisight-test-{secrets.token_hex(4)}-"
    monkeypatch.setattr(segment, "_PREFIX", prefix)
    return prefix


def _frame(index: int, width: int = 64, height: int = 48) -> Frame:
    image = np.full((height, width, 3), index % 251, np.uint8)
    return Frame(
        "front-dör", index, NOW + timedelta(milliseconds=index), index / 2, ArrayPicture(image)
    )


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def test_a_reader_sees_what_was_written_and_its_times(frames: SharedFrames) -> None:
    reader = SharedFrames.attach(frames.name)
    assert reader.look(lambda frame: frame) is None
    for index in range(1, 11):
        frame = _frame(index, 64 - index, 48 - 2 * index)
        assert frames.put(frame) == index == reader.newest
        seen = reader.look(lambda f: (f.camera, f.index, f.at, f.at_mono, f.picture.bgr().copy()))
        assert seen is not None
        assert seen[:4] == (frame.camera, frame.index, frame.at, frame.at_mono)
        assert np.array_equal(seen[4], frame.picture.bgr())
    reader.close()


def test_the_view_is_the_shared_memory_itself_and_cannot_be_written(frames: SharedFrames) -> None:
    reader = SharedFrames.attach(frames.name)
    frames.put(_frame(1))
    for end in (frames, reader):
        first = end.look(lambda f: f.picture.bgr().__array_interface__["data"])
        again = end.look(lambda f: f.picture.bgr().__array_interface__["data"])
        assert first is not None
        assert again is not None
        assert first[0] == again[0]
        with pytest.raises(ValueError, match="read-only"):
            end.look(lambda f: f.picture.bgr().fill(0))
    reader.close()


def test_a_picture_can_be_drawn_in_place(frames: SharedFrames) -> None:
    def draw(slot: Image) -> None:
        assert slot.shape == (10, 20, 3)
        slot[:] = 77

    serial = frames.write(5, NOW, 1.0, (20, 10), draw)
    assert frames.look(lambda f: (f.index, f.size, int(f.picture.bgr().min())), serial) == (
        5,
        (20, 10),
        77,
    )


def test_older_pictures_stay_until_the_ring_comes_round(frames: SharedFrames) -> None:
    for index in range(1, 7):
        frames.put(_frame(index))
    kept = [frames.look(lambda f: f.index, serial) for serial in range(1, 8)]
    assert kept == [None, None, 3, 4, 5, 6, None]


def test_a_picture_overwritten_while_somebody_looks_is_never_delivered(
    frames: SharedFrames,
) -> None:
    reader = SharedFrames.attach(frames.name)
    frames.put(_frame(1))
    looks: list[int] = []

    def use(frame: Frame) -> int:
        looks.append(frame.index)
        if frame.index == 1:
            for index in range(2, 7):  # the ring comes round while we look
                frames.put(_frame(index))
        return int(frame.picture.bgr()[0, 0, 0])

    assert reader.look(use) == 6
    assert looks == [1, 6]
    assert reader.look(use, serial=2) is None
    reader.close()


def test_a_picture_that_is_being_written_is_not_there_yet(frames: SharedFrames) -> None:
    seen: list[object] = []

    def draw(slot: Image) -> None:
        slot[:24] = 9
        seen.append(frames.look(lambda f: f.index))  # the one before
        seen.append(frames.look(lambda f: f.index, serial=5))  # this one
        seen.append(frames.look(lambda f: f.index, serial=1))  # whose slot this is
        slot[24:] = 9

    for index in range(1, 5):
        frames.put(_frame(index))
    assert frames.write(5, NOW, 0.0, (64, 48), draw) == 5
    assert seen == [4, None, None]
    assert frames.look(lambda f: f.index) == 5


def test_a_fault_that_only_a_torn_picture_caused_is_not_raised(frames: SharedFrames) -> None:
    frames.put(_frame(1))

    def use(frame: Frame) -> int:
        if frame.index == 1:
            for index in range(2, 7):
                frames.put(_frame(index))
            raise ZeroDivisionError("of half a picture")
        return frame.index

    assert frames.look(use) == 6
    with pytest.raises(ZeroDivisionError, match="of a whole one"):
        frames.look(lambda _: _fail())


def _fail() -> None:
    raise ZeroDivisionError("of a whole one")


def test_a_drawing_that_failed_leaves_the_newest_as_it_was(frames: SharedFrames) -> None:
    frames.put(_frame(1))
    with pytest.raises(ZeroDivisionError):
        frames.write(2, NOW, 0.0, (64, 48), lambda _: _fail())
    assert frames.look(lambda f: f.index) == 1
    assert frames.put(_frame(3)) == 2
    assert frames.look(lambda f: f.index) == 3


def test_threads_at_full_speed_never_see_a_torn_picture(frames: SharedFrames) -> None:
    reader = SharedFrames.attach(frames.name)
    enough = threading.Event()
    torn: list[int] = []
    looks = [0, 0]

    def whole(frame: Frame) -> bool:
        image = frame.picture.bgr()
        first = int(image[0, 0, 0])
        return first == frame.index % 251 and bool((image == first).all())

    def look(me: int) -> None:
        while not enough.is_set():
            answer = reader.look(whole)
            looks[me] += answer is not None
            if answer is False:
                torn.append(me)

    lookers = [threading.Thread(target=look, args=(me,)) for me in range(2)]
    for thread in lookers:
        thread.start()
    index = 0
    while min(looks) < 300 or index < 3_000:
        index += 1
        frames.put(_frame(index))
    enough.set()
    for thread in lookers:
        thread.join(30)
    assert torn == []
    reader.close()


def test_another_process_at_full_speed_never_sees_a_torn_picture(frames: SharedFrames) -> None:
    script = textwrap.dedent(
        f"""
        from omnisight_desktop.flow.shared import SharedFrames
        frames = SharedFrames.attach("{frames.name}")
        def whole(frame):
            image = frame.picture.bgr()
            first = int(image[0, 0, 0])
            return first == frame.index % 251 and bool((image == first).all()), frame.index
        seen = set()
        torn = 0
        print("ready", flush=True)
        while len(seen) < 300:
            answer = frames.look(whole)
            if answer is not None:
                torn += not answer[0]
                seen.add(answer[1])
        print(torn)
        """
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, env=_environment()
    ) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "ready\n"
        index = 0
        while reader.poll() is None:
            index += 1
            frames.put(_frame(index))
        assert reader.stdout.read().strip() == "0"
    assert reader.returncode == 0
    # The reader's end has not taken the memory away from us.
    assert SharedFrames.attach(frames.name).look(lambda f: f.index) == index


def test_a_child_looks_at_pictures_without_getting_them_sent(frames: SharedFrames) -> None:
    child: Child[int, float | None] = Child(
        "looker", "tests.flow.targets:brightness", arguments=(frames.name,)
    )
    try:
        for index in range(1, 20):
            assert child.ask(frames.put(_frame(index))) == index
        assert child.ask(1) is None
    finally:
        assert child.stop()
    assert frames.look(lambda f: f.index) == 19


@given(st.integers(2, 6), st.lists(st.tuples(st.integers(1, 64), st.integers(1, 48)), max_size=20))
@settings(max_examples=20)
def test_any_sizes_in_any_number_of_slots(slots: int, sizes: list[tuple[int, int]]) -> None:
    frames = SharedFrames.create("c", slots, 64, 48)
    try:
        for number, (width, height) in enumerate(sizes, 1):
            frames.put(_frame(number, width, height))
        for serial, size in enumerate(sizes, 1):
            wanted = (serial, size, True) if serial > len(sizes) - slots else None
            seen = frames.look(
                lambda f: (f.index, f.size, bool((f.picture.bgr() == f.index % 251).all())), serial
            )
            assert seen == wanted
    finally:
        frames.close()


def test_too_large_a_picture_and_a_foreign_pen_are_refused(frames: SharedFrames) -> None:
    with pytest.raises(UsageError, match="65 x 48 is too large"):
        frames.put(_frame(1, 65, 48))
    reader = SharedFrames.attach(frames.name)
    with pytest.raises(UsageError, match="another process"):
        reader.put(_frame(1))
    reader.close()
    for end in (reader, frames):
        end.close()
        with pytest.raises(NotRunning, match="front-dör are closed"):
            end.look(lambda f: f.index)
    with pytest.raises(ValueError, match="two slots"):
        SharedFrames.create("c", 1, 64, 48)


def test_when_the_owner_closed_nobody_can_attach_but_a_held_view_stays_valid() -> None:
    frames = SharedFrames.create("c", 2, 64, 48)
    frames.put(_frame(7))
    reader = SharedFrames.attach(frames.name)
    held = reader.look(lambda f: f.picture.bgr())
    frames.close()
    reader.close()
    assert held is not None
    assert (held == 7).all()
    with pytest.raises(NotFound, match="its owner is gone"):
        SharedFrames.attach(frames.name)


@linux_only
def test_an_owner_that_is_merely_forgotten_leaves_nothing() -> None:
    name = SharedFrames.create("c", 2, 64, 48).name
    assert not (SHELF / name).exists()


@linux_only
def test_no_room_is_said_before_anything_is_drawn(prefix: str) -> None:
    with pytest.raises(BackendUnavailable, match="no room for") as caught:
        SharedFrames.create("c", 4, 1_000_000, 1_000_000)
    assert "/dev/shm" in caught.value.fix
    assert [*SHELF.glob(f"{prefix}*")] == []


@linux_only
def test_memory_that_holds_no_pictures_is_refused() -> None:
    other = segment.Segment.create(4096)
    try:
        with pytest.raises(NotFound, match="holds no pictures"):
            SharedFrames.attach(other.name)
    finally:
        other.close()


_FLOW = "from omnisight_desktop.flow import segment"
OWNER = textwrap.dedent(
    """
    from omnisight_desktop.flow.shared import SharedFrames
    frames = SharedFrames.create("c", 2, 64, 48)
    print(frames.name, flush=True)
    input()
    """
)


@linux_only
def test_an_owner_that_exits_without_closing_leaves_nothing_and_no_complaint() -> None:
    done = subprocess.run(
        [sys.executable, "-c", OWNER],
        input="\n",
        capture_output=True,
        text=True,
        check=True,
        env=_environment(),
        timeout=60,
    )
    assert done.stderr == ""
    assert not (SHELF / done.stdout.strip()).exists()


@linux_only
def test_when_the_owner_is_killed_its_memory_is_removed() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", OWNER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=_environment(),
    ) as owner:
        assert owner.stdout is not None
        assert owner.stderr is not None
        path = SHELF / owner.stdout.readline().strip()
        assert path.exists()
        owner.kill()
        owner.stderr.read()  # ends with the resource tracker, which holds it too
    assert not path.exists()


@linux_only
def test_what_was_left_when_even_the_tracker_was_killed_is_swept_up_later(
    prefix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segment, "_NEWBORN_S", -1.0)
    with subprocess.Popen(
        [sys.executable, "-c", f"{_FLOW}; segment._PREFIX = '{prefix}'\n{OWNER}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=_environment(),
        start_new_session=True,
    ) as owner:
        assert owner.stdout is not None
        path = SHELF / owner.stdout.readline().strip()
        assert path.name not in segment.sweep()  # it is lived in
        os.killpg(owner.pid, signal.SIGKILL)
    assert path.exists()
    mine = SharedFrames.create("c", 2, 64, 48)
    assert not path.exists()
    assert mine.name not in segment.sweep()
    mine.close()
