"""Where rows wait while the database cannot take them: one file that only grows, until it is replayed.

Each record has its length and a checksum before it, so that a record torn by a power cut or a kill
is recognised and left out; it was never acknowledged. The first record is the journal's own name,
by which the database remembers how much of it it holds already.
"""

from __future__ import annotations

import base64
import json
import logging
import os
import secrets
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from omnisight_desktop.storage.batch import Row
from omnisight_desktop.storage.file import disk_fault, sync

log = logging.getLogger(__name__)

_HEAD = struct.Struct("<II")
_NAME = "waiting.journal"
_LARGEST = 64 * 1024 * 1024
_CELLS = (str, int, float, bytes, type(None))


class Journal:
    """Written and read by the writer alone."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / _NAME
        self._sound: int | None = None  # where the last whole record ends, once that is known

    @property
    def empty(self) -> bool:
        """Whether nothing waits."""
        return not self.path.exists() or self.path.stat().st_size == 0

    def add(self, records: list[bytes]) -> None:
        """Append records, for good when this returns; a half-written one is taken back."""
        if not records:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            # What is torn must not hide what follows.
            end = self._sound if self._sound is not None and not self.empty else self._sound_end()
            fresh = end == 0
            data = b"".join([_framed(_name()), *records] if fresh else records)
            with self.path.open("ab") as file:
                try:
                    file.truncate(end)
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                except OSError:
                    file.truncate(end)
                    raise
            if fresh:
                sync(self.path)
            self._sound = end + len(data)
        except OSError as error:
            self._sound = None
            raise disk_fault(error, self.path) from error

    def name(self) -> str:
        """What this journal is called; no two are called the same. Nothing when there is none."""
        try:
            with self.path.open("rb") as file:
                payload = _payload(file)
            found = json.loads(payload) if payload else ""
        except (FileNotFoundError, ValueError, RecursionError):
            return ""
        except OSError as error:
            raise disk_fault(error, self.path) from error
        return found if isinstance(found, str) else ""

    def records(self, after: int = 0) -> Iterator[tuple[int, list[Row]]]:
        """The rows of each record, in the order in which they came, and the place where it ends.

        Begins behind a place that was told before, and ends before a torn record.
        """
        if not self.path.exists():
            return
        try:
            with self.path.open("rb") as file:
                file.seek(after)
                while (payload := _payload(file)) is not None:
                    rows = _rows(payload)
                    if rows:
                        yield file.tell(), rows
        except OSError as error:
            raise disk_fault(error, self.path) from error

    def clear(self) -> None:
        """Forget everything: it is in the database now."""
        try:
            self._sound = None
            self.path.unlink(missing_ok=True)
            if self.path.parent.is_dir():
                sync(self.path.parent)
        except OSError as error:
            raise disk_fault(error, self.path) from error

    def _sound_end(self) -> int:
        if not self.path.exists():
            return 0
        with self.path.open("rb") as file:
            end = 0
            while _payload(file) is not None:
                end = file.tell()
        return end


def record(rows: list[Row]) -> bytes:
    """Rows as they are written down, all of them or none; ``ValueError`` when they are too many."""
    parts = [[kind, columns, [_written(cell) for cell in cells]] for kind, columns, cells in rows]
    framed = _framed(json.dumps(parts, ensure_ascii=False).encode("utf-8"))
    if len(framed) > _LARGEST:
        raise ValueError("it is too large")
    return framed


def insist_storable(row: Row) -> None:
    """Raise ``ValueError`` when the database could not take a row later either."""
    for cell in row[2]:
        if isinstance(cell, str):
            cell.encode("utf-8")
        elif not isinstance(cell, _CELLS):
            raise ValueError(f"a {type(cell).__name__} cannot be stored")
        elif isinstance(cell, int) and not -(2**63) <= cell < 2**63:
            raise ValueError("a number takes more than 64 bits")


def _written(cell: object) -> object:
    return {"b64": base64.b64encode(cell).decode()} if isinstance(cell, bytes) else cell


def _rows(payload: bytes) -> list[Row]:
    """The rows in a record; none in the journal's name, and in what nobody can have written."""
    try:
        parts = json.loads(payload)
        return [] if isinstance(parts, str) else [_row(part) for part in parts]
    except (ValueError, TypeError, KeyError, RecursionError):
        log.warning("the journal holds something that nobody can read; it is left out")
        return []


def _row(part: list[Any]) -> Row:
    kind, columns, cells = part
    read = tuple(base64.b64decode(c["b64"]) if isinstance(c, dict) else c for c in cells)
    words = all(isinstance(c, str) for c in (kind, *columns))
    if not words or not all(isinstance(c, _CELLS) for c in read):
        raise ValueError("no row")
    return kind, tuple(columns), read


def _name() -> bytes:
    return json.dumps(secrets.token_hex(8)).encode()


def _framed(payload: bytes) -> bytes:
    return _HEAD.pack(len(payload), zlib.crc32(payload)) + payload


def _payload(file: BinaryIO) -> bytes | None:
    head = file.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    length, checksum = _HEAD.unpack(head)
    if length > _LARGEST:
        return None
    payload = file.read(length)
    if len(payload) < length or zlib.crc32(payload) != checksum:
        return None
    return payload
