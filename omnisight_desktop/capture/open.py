"""From an address, as a person writes it, to an open source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from omnisight_desktop.capture.address import (
    Kind,
    device_of,
    file_of,
    fps_of,
    kind_of,
    shown,
)
from omnisight_desktop.core.errors import SourceUnreachable
from omnisight_desktop.core.ports.capture import USUAL, Source, Wants


def open_source(address: str, wants: Wants = USUAL) -> Source:
    """Open a source; raises a SourceError that says why it cannot be had.

    A source's ``template`` may change while it runs, when the size of its pictures does: packets
    belong to the template as it stands when their shot is delivered.
    """
    kind = kind_of(address)
    if kind is Kind.FILE and wants.loop:
        kind = Kind.REPLAY
    return _OPENERS[kind](address, wants)


def _demo(address: str, wants: Wants) -> Source:  # noqa: ARG001 - it is as it is
    from omnisight_desktop.capture.demo import DemoSource

    return DemoSource()


def _webcam(address: str, wants: Wants) -> Source:
    from omnisight_desktop.capture.webcam import WebcamSource

    return WebcamSource(device_of(address), wants)


def _microphone(address: str, wants: Wants) -> Source:
    from omnisight_desktop.capture.microphone import MicrophoneSource

    return MicrophoneSource(device_of(address), wants)


def _axis(address: str, wants: Wants) -> Source:
    from omnisight_desktop.capture.axis import open_axis

    return open_axis(address, open_source, wants)


def _stream(address: str, wants: Wants) -> Source:
    from omnisight_desktop.capture.stream import StreamSource

    if address.lower().startswith(("http:", "https:")):
        from omnisight_desktop.capture.http import open_pictures

        pictures = open_pictures(address, wants)
        if pictures is not None:
            return pictures
    return StreamSource(address, wants, live=True)


def _replay(address: str, wants: Wants) -> Source:
    from omnisight_desktop.capture.replay import ReplaySource

    path = _present(file_of(address), address)
    return ReplaySource(partial(_recorded, path, fps_of(address), replace(wants, loop=True)))


def _file(address: str, wants: Wants) -> Source:
    return _recorded(_present(file_of(address), address), fps_of(address), wants)


def _recorded(path: Path, fps: float | None, wants: Wants) -> Source:
    from omnisight_desktop.capture.folder import FolderSource
    from omnisight_desktop.capture.stream import StreamSource

    if path.is_dir():
        return FolderSource(path, fps)
    return StreamSource(str(path), wants, live=False)


def _present(path: Path, address: str) -> Path:
    try:
        if path.is_file() or path.is_dir():
            return path
    except (OSError, ValueError):  # a name that no file can have
        pass
    raise SourceUnreachable(
        f"There is no recording or camera '{shown(address)}'.",
        fix="Give a file, a folder of pictures, an rtsp:// or http:// address, 'webcam:0' or 'demo:'.",
    )


_OPENERS: dict[Kind, Callable[[str, Wants], Source]] = {
    Kind.DEMO: _demo,
    Kind.WEBCAM: _webcam,
    Kind.MICROPHONE: _microphone,
    Kind.REPLAY: _replay,
    Kind.AXIS: _axis,
    Kind.STREAM: _stream,
    Kind.FILE: _file,
}
