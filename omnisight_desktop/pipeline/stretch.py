"""From when to when one piece of continuous footage goes: from key frame to key frame, by the clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from omnisight_desktop.core.ports.capture import TimedPacket

_MIDNIGHT = datetime(1970, 1, 1, tzinfo=UTC)


def boundary_after(moment: datetime, length: timedelta) -> datetime:
    """The next full minute, or whatever the length is, after a moment."""
    return moment - (moment - _MIDNIGHT) % length + length


class Stretch:
    """The plan of one piece. It ends with the picture before the first key frame of the next."""

    def __init__(self, first: TimedPacket, length: timedelta) -> None:
        self.begin = first.at
        self.after = first.serial - 1
        self.until: datetime | None = None  # it ends then, wherever the key frames lie
        self.boundary = boundary_after(first.at, length)

    def shift(self, by: timedelta) -> None:
        """The clock was set while it was filmed."""
        self.begin += by
        self.boundary += by
        self.until = None if self.until is None else self.until + by

    def over(self, first: datetime, shown: datetime, coming: TimedPacket) -> bool:  # noqa: ARG002
        """Whether it is complete."""
        if self.until is not None and shown >= self.until:
            return True
        return coming.packet.is_key and coming.at >= self.boundary
