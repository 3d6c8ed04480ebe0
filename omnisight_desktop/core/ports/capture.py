"""What the house asks of something that delivers pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from omnisight_desktop.core.frame import Picture


@dataclass(frozen=True, slots=True)
class StreamInfo:
    """What a source turned out to be once it was open."""

    width: int
    height: int
    fps: float
    codec: str
    live: bool  # pictures come at their own pace and are lost when nobody takes them


@dataclass(frozen=True, slots=True)
class Shot:
    """What one read gave: a picture, the compressed packets behind it, or both.

    ``at_s`` is the source's own time in seconds from its start. A packet is opaque here; only
    capture knows what is in it.
    """

    at_s: float
    picture: Picture | None = None
    packets: tuple[Any, ...] = ()


class Source(Protocol):
    """A camera, a recording or the demo."""

    @property
    def info(self) -> StreamInfo: ...

    @property
    def video_template(self) -> Any:
        """What a recorder needs to know of the packets' stream, or None if there are none."""
        ...

    def shots(self) -> Iterator[Shot]:
        """Deliver until the end, or raise a SourceError that says why it stopped."""
        ...

    def close(self) -> None:
        """Let go of the device; may be called at any time and from another thread."""
        ...
