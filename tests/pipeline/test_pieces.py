"""A file that holds whole fragments only, whatever comes in between."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.pipeline.pieces import WholePieces


def box(kind: bytes, size: int, *, long: bool = False) -> bytes:
    body = bytes([kind[0]]) * size
    if long:
        return (1).to_bytes(4) + kind + (size + 16).to_bytes(8) + body
    return (size + 8).to_bytes(4) + kind + body


HEAD = box(b"ftyp", 20) + box(b"moov", 300)
FRAGMENTS = [box(b"moof", 60) + box(b"mdat", size, long=size > 900) for size in (500, 0, 1000, 7)]
TAIL = box(b"mfra", 40)
WHOLE = [len(HEAD) - 308, len(HEAD)]
for fragment in FRAGMENTS:
    WHOLE.append(WHOLE[-1] + len(fragment))
CONTENT = HEAD + b"".join(FRAGMENTS) + TAIL
WHOLE.append(len(CONTENT))


@given(st.lists(st.integers(1, 700), min_size=1, max_size=40))
def test_at_any_moment_the_file_ends_behind_a_whole_fragment(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int]
) -> None:
    path = tmp_path_factory.mktemp("pieces") / "clip.part"
    pieces = WholePieces(path)
    at = 0
    for size in sizes:
        assert pieces.write(CONTENT[at : at + size]) == len(CONTENT[at : at + size])
        at = min(len(CONTENT), at + size)
        expected = max([0, *(end for end in WHOLE if end <= at)])
        assert path.stat().st_size == pieces.size_bytes == expected
    pieces.close()
    pieces.close()
    assert path.read_bytes() == CONTENT[: max([0, *(end for end in WHOLE if end <= at)])]


def test_a_full_disk_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "clip.part"
    pieces = WholePieces(path)
    pieces.write(HEAD + FRAGMENTS[0])
    before = path.read_bytes()
    write = os.write

    def half(descriptor: int, data: bytes) -> int:
        if len(data) < 40:
            raise OSError(errno.ENOSPC, "full")
        return write(descriptor, data[: len(data) // 2])

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", half)
        with pytest.raises(OSError, match="full"):
            pieces.write(FRAGMENTS[2])
    with pytest.raises(OSError, match="full"):  # what follows would not fit to it any more
        pieces.write(FRAGMENTS[3])
    pieces.close()
    assert path.read_bytes() == before


def test_no_byte_is_taken_for_the_end_of_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a file opened by its number is text unless it is said to be none."""
    binary, texts = 0x8000, set[int]()  # elsewhere that flag changes nothing
    really_open, really_write = os.open, os.write

    def as_text(path: Path, flags: int, mode: int = 0o777) -> int:
        descriptor = really_open(path, flags, mode)
        if not flags & binary:
            texts.add(descriptor)
        return descriptor

    def write(descriptor: int, data: bytes) -> int:
        lines = bytes(data).replace(b"\n", b"\r\n") if descriptor in texts else data
        really_write(descriptor, lines)
        return len(data)

    monkeypatch.setattr(os, "O_BINARY", binary, raising=False)
    monkeypatch.setattr(os, "open", as_text)
    monkeypatch.setattr(os, "write", write)
    pieces = WholePieces(tmp_path / "clip.part")
    content = box(b"ftyp", 10) + (12).to_bytes(4) + b"free" + b"\n\r\n\n"
    pieces.write(content)
    pieces.close()
    assert (tmp_path / "clip.part").read_bytes() == content
