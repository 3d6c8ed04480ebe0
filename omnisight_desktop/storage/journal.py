"""Where rows wait while the database cannot take them: one file that only grows, until it is replayed.

Each record has its length and a checksum before it, so that a record torn by a power cut or a kill
is recognised and left out; it was never acknowledged.
"""

from __future__ import annotations

import base64
import json
import os
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from omnisight_desktop.storage.file import disk_fault, sync
from omnisight_desktop.storage.intake import Row

_HEAD = struct.Struct("<II")
_NAME = "waiting.journal"
_LARGEST = 64 * 1024 * 1024

Waiting = tuple[str, tuple[str, ...], Row]  # kind, columns, row


class Journal:
    """Written and read by the writer alone."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / _NAME

    @property
    def empty(self) -> bool:
        """Whether nothing waits."""
        return not self.path.exists() or self.path.stat().st_size == 0

    def add(self, rows: list[Waiting]) -> None:
        """Append rows, for good when this returns; a half-written record is taken back."""
        records = b"".join(_record(row) for row in rows)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            end = self._sound_end()
            with self.path.open("ab") as file:
                try:
                    file.truncate(end)
                    file.write(records)
                    file.flush()
                    os.fsync(file.fileno())
                except OSError:
                    file.truncate(end)
                    raise
        except OSError as error:
            raise disk_fault(error, self.path) from error

    def rows(self) -> Iterator[Waiting]:
        """Everything that waits, in the order in which it came; ends before a torn record."""
        if not self.path.exists():
            return
        with self.path.open("rb") as file:
            while (payload := _payload(file)) is not None:
                yield _waiting(payload)

    def clear(self) -> None:
        """Forget everything: it is in the database now."""
        try:
            self.path.unlink(missing_ok=True)
            if self.path.parent.is_dir():
                sync(self.path.parent)
        except OSError as error:
            raise disk_fault(error, self.path) from error

    def _sound_end(self) -> int:
        """Where the last whole record ends: what is torn behind it must not hide what follows."""
        if not self.path.exists():
            return 0
        with self.path.open("rb") as file:
            end = 0
            while _payload(file) is not None:
                end = file.tell()
        return end


def _record(waiting: Waiting) -> bytes:
    kind, columns, row = waiting
    cells = [{"b64": base64.b64encode(c).decode()} if isinstance(c, bytes) else c for c in row]
    payload = json.dumps([kind, columns, cells], ensure_ascii=False).encode("utf-8")
    return _HEAD.pack(len(payload), zlib.crc32(payload)) + payload


def _payload(file: Any) -> bytes | None:
    head = file.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    length, checksum = _HEAD.unpack(head)
    if length > _LARGEST:
        return None
    payload: bytes = file.read(length)
    if len(payload) < length or zlib.crc32(payload) != checksum:
        return None
    return payload


def _waiting(payload: bytes) -> Waiting:
    kind, columns, cells = json.loads(payload)
    row = tuple(base64.b64decode(c["b64"]) if isinstance(c, dict) else c for c in cells)
    return kind, tuple(columns), row
