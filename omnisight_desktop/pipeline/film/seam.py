"""Where one file of the same stream gives way to another: at the very picture that both hold.

Each file tells by itself when its first picture was made, and they differ by some hundredths of a
second: cut by the clock alone, a picture would come twice there, or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any

from av.error import FFmpegError

from omnisight_desktop.core.errors import SourceBroken
from omnisight_desktop.pipeline.film.order import Cut
from omnisight_desktop.pipeline.film.reading import Reading

_APART_S = 0.75  # no two files disagree by more
_A_LITTLE = timedelta(seconds=1)  # the first picture is surely within


def met(cut: Cut, following: Cut) -> Cut:
    """The cut, ended before the picture that the following one begins with, where it holds that one."""
    if not cut.until == following.since == following.start:
        return cut  # it does not reach over
    with suppress(SourceBroken, FFmpegError, OSError):  # whoever takes them in says what is wrong
        first = _first_key(following)
        if first is not None:
            # Of a camera that shows nothing but a still picture, many may look the same.
            same = [shown_s for shown_s, data in _keys_around(cut) if data == first]
            if same:
                nearest_s = min(same, key=lambda shown_s: abs(shown_s - cut.until_s))
                return replace(cut, until=cut.start + timedelta(seconds=nearest_s))
    return cut


def _first_key(cut: Cut) -> bytes | None:
    with Reading(replace(cut, until=cut.since + _A_LITTLE)) as reading:
        for packet in reading.packets():
            if packet.stream is reading.video:
                return bytes(packet)
    return None


def _keys_around(cut: Cut) -> Iterator[tuple[float, bytes]]:
    """The key pictures near the end of what is wanted."""
    with Reading(cut) as reading:
        video: Any = reading.video
        for packet in reading.keys_from(cut.until_s - _APART_S):
            shown_s = reading.second_of(packet.pts, video)
            if shown_s > cut.until_s + _APART_S:
                return
            if shown_s >= cut.until_s - _APART_S:
                yield shown_s, bytes(packet)
