"""Takes come back as they were stored, to a fraction of a pixel; what is damaged is refused."""

from __future__ import annotations

import zlib

import numpy as np
import pytest

from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.core.gesture import JOINTS, Take
from omnisight_desktop.storage.takes import pack, unpack
from tests.fakes.bodies import circling, moving, waving


def test_takes_and_notes_come_back() -> None:
    takes = [moving(waving), moving(circling, seconds=3.3, size_px=900)]
    packed = pack(takes, {"mirrored": True})
    back, notes = unpack(packed)
    assert notes == {"mirrored": True}
    assert [len(take) for take in back] == [len(take) for take in takes]
    for own, other in zip(takes, back, strict=True):
        assert np.abs(own.points - other.points).max() < 0.05
        assert np.abs(own.times_s - other.times_s).max() < 1e-3
    assert len(packed) < 0.5 * sum(take.points.nbytes for take in takes)


def test_what_was_not_seen_is_still_not_seen() -> None:
    wave = moving(waving)
    points = wave.points.copy()
    points[3:9] = np.nan
    back, _ = unpack(pack([Take(points, wave.times_s)]))
    assert np.array_equal(np.isnan(back[0].points), np.isnan(points))
    nobody = Take(np.full((4, JOINTS, 4), np.nan, np.float32), np.arange(4.0))
    assert np.isnan(unpack(pack([nobody]))[0][0].points).all()


def test_no_takes_are_takes_too() -> None:
    empty = Take(np.zeros((0, JOINTS, 4), np.float32), np.zeros(0))
    assert unpack(pack([]))[0] == ()
    assert len(unpack(pack([empty]))[0][0]) == 0


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x07nonsense",
        b"\x01" + b"not compressed",
        b"\x01" + zlib.compress(b"\x02\x00\x00\x00{}"),
        b"\x01" + zlib.compress(b"\xff\xff\xff\x7f{"),
        b"\x01" + zlib.compress(b'\x12\x00\x00\x00{"takes": [7]     }'),
        b"\x01" + zlib.compress(bytes(65 * 1024 * 1024), 1),
        pack([moving(waving)])[:-40],
        pack([moving(waving)]) + b"more",
    ],
)
def test_what_is_damaged_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(StorageError, match="stored movement"):
        unpack(data)
