from __future__ import annotations

import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.core.geometry import Boxes
from omnisight_desktop.storage.paths import pack, unpack

#: Less than a pixel of a picture that is 4096 wide.
CLOSE = 1 / 8192

Path = tuple[NDArray[np.int64], Boxes]


@st.composite
def tracks(draw: st.DrawFn) -> Path:
    count = draw(st.integers(0, 40))
    offsets = draw(arrays(np.int64, count, elements=st.integers(-(2**40), 2**40)))
    places = st.floats(0, 1, width=32)
    return offsets, draw(arrays(np.float32, (count, 4), elements=places))


@given(tracks())
def test_a_path_comes_back_as_it_was(path: Path) -> None:
    offsets, boxes = path
    again, places = unpack(pack(offsets, boxes))
    assert np.array_equal(again, offsets)
    assert again.dtype == np.int64
    assert places.shape == (len(boxes), 4)
    assert places.dtype == np.float32
    assert np.abs(places - boxes).max(initial=0) <= CLOSE


@given(tracks())
def test_packing_what_was_unpacked_changes_nothing(path: Path) -> None:
    packed = pack(*path)
    assert pack(*unpack(packed)) == packed


def walk(seconds: float, fps: float) -> Path:
    """Somebody crosses the picture as a detector sees it: swaying, breathing, with its noise."""
    chance = np.random.default_rng(7)
    count = int(seconds * fps)
    at = np.arange(count) / fps
    offsets = np.rint(at * 1000 + chance.normal(0, 4, count)).astype(np.int64)
    x = 0.1 + 0.07 * at + chance.normal(0, 0.002, count)
    y = 0.4 + 0.01 * np.sin(at * 11) + chance.normal(0, 0.002, count)
    width = 0.08 + 0.01 * np.sin(at * 11) + chance.normal(0, 0.002, count)
    height = 0.35 + chance.normal(0, 0.003, count)
    return offsets, np.stack([x, y, x + width, y + height], axis=1).astype(np.float32)


def test_ten_seconds_of_a_walk_take_a_kilobyte() -> None:
    assert len(pack(*walk(10, 5))) < 400
    assert len(pack(*walk(10, 15))) < 800


def test_a_path_stored_in_the_first_form_is_still_read() -> None:
    # Two points, 200 ms apart: an x that grows by 1/8192, all else as it was.
    table = [[0, 400], [8192, 2], [4096, 0], [8194, 2], [8192, 0]]
    body = bytes(byte for column in table for number in column for byte in varint(number))
    offsets, boxes = unpack(b"\x01" + zlib.compress(body))
    assert offsets.tolist() == [0, 200]
    assert (boxes * 8192).tolist() == [[4096, 2048, 4097, 4096], [4097, 2048, 4098, 4096]]


def varint(number: int) -> list[int]:
    return [number] if number < 128 else [number & 127 | 128, *varint(number >> 7)]


def test_standing_still_takes_next_to_nothing() -> None:
    boxes = np.tile(np.asarray([[0.1, 0.2, 0.3, 0.4]], np.float32), (500, 1))
    assert len(pack(np.arange(500, dtype=np.int64) * 200, boxes)) < 60


def test_boxes_beyond_the_picture_are_cut_at_its_edge() -> None:
    boxes = np.asarray([[-0.5, 0.25, 1.5, np.inf], [np.nan, 0, -np.inf, 1]], np.float32)
    _, places = unpack(pack(np.asarray([0, 1]), boxes))
    assert places.tolist() == [[0, 0.25, 1, 1], [0, 0, 0, 1]]


def framed(body: bytes) -> bytes:
    return b"\x02" + zlib.compress(body)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "unknown form"),
        (b"\x03" + zlib.compress(b""), "unknown form"),
        (b"\x02", "damaged"),
        (b"\x02 not compressed", "damaged"),
        (framed(b"\x00\x00\x00"), "damaged"),  # not five numbers a point
        (framed(b"\x80"), "cut off"),
        (framed(b"\xff" * 20 + b"\x00"), "too long"),
        (framed(b"\xff" * 9 + b"\x7f" + bytes(4)), "too large"),
        (pack(*walk(5, 5))[:-3], "damaged"),
        (pack(*walk(5, 5)) + b"more", "damaged"),
        (framed(bytes(40 * 1024 * 1024)), "too long"),
    ],
)
def test_a_damaged_path_is_told_in_words(data: bytes, why: str) -> None:
    with pytest.raises(StorageError, match=why):
        unpack(data)


@given(path=tracks(), data=st.data())
def test_a_path_with_a_wrong_byte_raises_nothing_but_a_word(
    path: Path, data: st.DataObject
) -> None:
    packed = bytearray(pack(*path))
    packed[data.draw(st.integers(0, len(packed) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        offsets, boxes = unpack(bytes(packed))
    except StorageError:
        return
    assert len(offsets) == len(boxes)


@given(st.binary(max_size=60))
def test_any_bytes_raise_nothing_but_a_word(body: bytes) -> None:
    for data in (body, b"\x01" + body, b"\x02" + body, framed(body)):
        try:
            unpack(data)
        except StorageError:
            continue
