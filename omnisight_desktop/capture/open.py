"""From an address, as a person writes it, to an open source."""

from __future__ import annotations

from omnisight_desktop.capture.address import file_of, is_demo, is_stream, shown
from omnisight_desktop.core.errors import SourceUnreachable
from omnisight_desktop.core.ports.capture import USUAL, Source, Wants


def open_source(address: str, wants: Wants = USUAL) -> Source:  # noqa: ARG001
    """Open a source; raises a SourceError that says why it cannot be had."""
    from omnisight_desktop.capture.demo import DemoSource
    from omnisight_desktop.capture.file import StreamSource

    if is_demo(address):
        return DemoSource()
    if is_stream(address):
        return StreamSource(address, live=True)
    path = file_of(address)
    if path.is_file():
        return StreamSource(str(path), live=False)
    raise SourceUnreachable(
        f"There is no recording or camera '{shown(address)}'.",
        fix="Give a file, an rtsp:// or http:// address, or 'demo:'.",
    )
