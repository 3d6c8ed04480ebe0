"""From an address, as a person writes it, to an open source."""

from __future__ import annotations

from pathlib import Path

from omnisight_desktop.core.errors import SourceUnreachable
from omnisight_desktop.core.ports.capture import Source

DEMO = "demo:"
_STREAMS = ("rtsp://", "rtsps://", "http://", "https://")


def open_source(uri: str) -> Source:
    """Open a source; raises a SourceError that says why it cannot be had."""
    from omnisight_desktop.capture.demo import DemoSource
    from omnisight_desktop.capture.file import StreamSource

    if uri in (DEMO, "demo"):
        return DemoSource()
    if uri.startswith(_STREAMS):
        return StreamSource(uri, live=True)
    path = Path(uri.removeprefix("file://")).expanduser()
    if path.is_file():
        return StreamSource(str(path), live=False)
    raise SourceUnreachable(
        f"There is no recording or camera '{uri}'.",
        fix="Give a file, an rtsp:// or http:// address, or 'demo:'.",
    )


def is_recording(uri: str) -> bool:
    """Whether it is a file, which has an end, rather than a camera."""
    return uri not in (DEMO, "demo") and not uri.startswith(_STREAMS)
