"""Photographs of whatever size and state: what is wrong is said before anything is unpacked."""

from __future__ import annotations

import resource
import struct
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.services import photo
from omnisight_desktop.services.photo import decode_photo, outline, read_photo


def encoded(form: str, wide: int = 64, high: int = 48, *options: int) -> bytes:
    """A picture of some size, written in some way."""
    image = np.zeros((high, wide, 3), np.uint8)
    image[:, : wide // 2] = (20, 120, 220)
    done, data = cv2.imencode(form, image, list(options))
    assert done
    return data.tobytes()


def bomb(wide: int, high: int) -> bytes:
    """A whole PNG of a few bytes that says it is as large as that."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1_000_000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def most_kb() -> int:
    """How much memory this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def saved(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("form", [".png", ".jpg", ".webp", ".bmp"])
def test_the_size_of_a_picture_is_told_without_unpacking_it(tmp_path: Path, form: str) -> None:
    data = encoded(form)
    told = outline(data)
    assert told is not None
    assert (told.wide, told.high, told.whole) == (64, 48, True)
    assert read_photo(saved(tmp_path / f"a{form}", data)).shape == (48, 64, 3)


def test_a_lossless_webp_and_a_progressive_jpeg_are_told_as_well() -> None:
    for data in (
        encoded(".webp", 64, 48, cv2.IMWRITE_WEBP_QUALITY, 101),
        encoded(".jpg", 64, 48, cv2.IMWRITE_JPEG_PROGRESSIVE, 1),
    ):
        told = outline(data)
        assert told is not None
        assert (told.wide, told.high, told.shrinks) == (64, 48, False)


@pytest.mark.parametrize(("wide", "high"), [(60_000, 60_000), (10_000, 5_000), (2**31 - 1, 1)])
def test_a_small_file_that_holds_a_huge_picture_is_refused_before_it_is_unpacked(
    tmp_path: Path, wide: int, high: int
) -> None:
    path = saved(tmp_path / "bomb.png", bomb(wide, high))
    before = most_kb()
    with pytest.raises(UsageError, match=f"{wide} x {high} pixels") as refused:
        read_photo(path)
    assert most_kb() - before < 30_000
    assert refused.value.fix
    assert decode_photo(path.read_bytes()) is None


def test_a_large_photograph_is_unpacked_at_a_fraction_of_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photo, "_LARGE_PX", 400)
    seen: list[int] = []
    imdecode = cv2.imdecode

    def noted(data: NDArray[np.uint8], flag: int) -> object:
        image = imdecode(data, flag)
        assert image is not None
        seen.append(image.size)
        return image

    monkeypatch.setattr(cv2, "imdecode", noted)
    image = read_photo(saved(tmp_path / "large.jpg", encoded(".jpg", 1600, 1200)))
    assert image.shape == (300, 400, 3)
    assert seen == [300 * 400 * 3]


def test_a_photograph_beyond_all_measure_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photo, "_LARGEST_PX", 1_000_000)
    monkeypatch.setattr(photo, "_LARGEST_JPEG_PX", 2_000_000)
    for name, data in (
        ("a.png", encoded(".png", 1600, 1200)),
        ("a.jpg", encoded(".jpg", 1600, 1200, cv2.IMWRITE_JPEG_PROGRESSIVE, 1)),
        ("b.jpg", encoded(".jpg", 1800, 1200)),
    ):
        with pytest.raises(UsageError, match="million are not unpacked"):
            read_photo(saved(tmp_path / name, data))


@pytest.mark.parametrize("form", [".png", ".jpg", ".webp", ".bmp"])
@pytest.mark.parametrize("share", [0.3, 0.8])
def test_a_photograph_that_is_cut_off_is_refused_in_words(
    tmp_path: Path, form: str, share: float
) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (200, 200, 3), np.uint8)
    data = cv2.imencode(form, noise)[1].tobytes()
    path = saved(tmp_path / f"cut{form}", data[: int(len(data) * share)])
    with pytest.raises(UsageError, match="cut off"):
        read_photo(path)


@pytest.mark.parametrize(
    "data",
    [b"", b"hello", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"BM", b"RIFF1234WEBPVP8 ", b"GIF89a"],
)
def test_what_is_no_picture_is_refused_in_words(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UsageError, match="empty|no picture"):
        read_photo(saved(tmp_path / "x.jpg", data))


def test_one_pixel_is_a_picture(tmp_path: Path) -> None:
    assert read_photo(saved(tmp_path / "one.png", encoded(".png", 1, 1))).shape == (1, 1, 3)
