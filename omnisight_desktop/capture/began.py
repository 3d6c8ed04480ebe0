"""When a recording began, as far as the file tells."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import av
from av.error import FFmpegError

from omnisight_desktop.core.clock import parse_time
from omnisight_desktop.core.errors import OmniSightError

_OLDEST = datetime(1990, 1, 2, tzinfo=UTC)  # before it, a camera's clock had not been set


def recorded_at(path: Path, length_s: float) -> datetime:
    """What the recording says of itself, or the time at which its file was written to last."""
    told = _told(path)
    if told is not None:
        return told
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return written - timedelta(seconds=length_s)


def _told(path: Path) -> datetime | None:
    try:
        with av.open(f"file:{path}") as container:  # a name with a colon is no protocol
            text = container.metadata.get("creation_time", "")
        moment = parse_time(text) if text else None
    except (FFmpegError, OSError, ValueError, OmniSightError):
        return None
    return moment if moment is not None and moment > _OLDEST else None
