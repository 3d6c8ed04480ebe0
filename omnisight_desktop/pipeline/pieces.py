"""A fragmented MP4 on its way to the disk: it grows by whole fragments, so that it always plays."""

from __future__ import annotations

import os
from pathlib import Path

_HEADER = 8
_LONG_HEADER = 16  # where the length does not fit into 32 bits


class WholePieces:
    """A file for the muxer to write to. What a fragment consists of goes to the disk in one go.

    So a program that is killed leaves whole fragments behind, and a disk that runs full in the
    middle of one leaves the file as it was before.
    """

    def __init__(self, path: Path) -> None:
        # Not by os.open: Windows would take what is written for text and lengthen its lines.
        self._file = path.open("wb", buffering=0)
        self._held = bytearray()
        self._looked = 0  # up to here the pieces held are known to be whole
        self.size_bytes = 0
        self.fault: OSError | None = None
        self.closed = False

    def write(self, data: bytes) -> int:
        """Take in what the muxer made; raises when the disk does not."""
        if self.fault is not None:
            raise self.fault
        self._held += data
        ready = self._whole()
        if ready:
            self._put(ready)
            del self._held[:ready]
            self._looked = 0
        return len(data)

    def close(self) -> None:
        """Keep what is whole, and nothing else."""
        if not self.closed:
            self.closed = True
            self._file.close()

    def _whole(self) -> int:
        """How many bytes can go: a head of a fragment waits for the pictures behind it."""
        ready = 0
        at = self._looked
        while True:
            size, kind = self._piece(at)
            if not size or at + size > len(self._held):
                self._looked = at
                return ready
            at += size
            if kind != b"moof":
                ready = at

    def _piece(self, at: int) -> tuple[int, bytes]:
        held = self._held
        if len(held) < at + _HEADER:
            return 0, b""
        size, kind = int.from_bytes(held[at : at + 4]), bytes(held[at + 4 : at + 8])
        if size == 1:
            if len(held) < at + _LONG_HEADER:
                return 0, b""
            size = int.from_bytes(held[at + 8 : at + 16])
        return size, kind

    def _put(self, count: int) -> None:
        done = 0
        try:
            with memoryview(self._held) as held:
                while done < count:
                    done += os.write(self._file.fileno(), held[done:count])
        except OSError as error:
            self.fault = error
            os.ftruncate(self._file.fileno(), self.size_bytes)
            raise
        self.size_bytes += count
