"""One recorded file on its way into a film: what it is made of, and the packets that are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import av
from av.error import FFmpegError

from omnisight_desktop.core.errors import SourceBroken
from omnisight_desktop.pipeline.film.order import Cut
from omnisight_desktop.pipeline.soundtrack import codec_of

#: Sound lies up to so far behind its pictures in a file.
_BEHIND_S = 1.0
#: What an MP4 may hold, whatever it comes from.
_IN_MP4 = ("h264", "hevc", "av1", "mpeg4")
_USUAL_FRAME_S = 1 / 25


@dataclass(frozen=True, slots=True)
class Grain:
    """What a file is made of: what differs in it cannot go into one film."""

    picture: tuple[str, int, int, bytes]  # codec, width, height, its headers
    sound: tuple[str, int, int, bytes] | None  # codec, rate, channels, its headers
    matroska: bool  # its pictures have no place in an MP4

    @property
    def size(self) -> tuple[int, int]:
        """Width and height; colours are shared by two pixels each way, so both are even."""
        return max(2, self.picture[1] & ~1), max(2, self.picture[2] & ~1)


class Reading:
    """A file that is open; raises a SourceBroken that says why where it cannot be read."""

    def __init__(self, cut: Cut) -> None:
        self.cut = cut
        with _faults_in_words():
            self._container = av.open(f"file:{cut.path}")
        self.video: Any = next(iter(self._container.streams.video), None)
        self.sound: Any = next(iter(self._container.streams.audio), None)
        if self.video is None:
            self._container.close()
            raise SourceBroken("it shows nothing")
        # Fractions are exact and dear; each is taken apart once, not several times a packet.
        self._picture_s = float(self.video.time_base or 0)
        self._sound_s = 0.0 if self.sound is None else float(self.sound.time_base or 0)
        self._zero_s = (self.video.start_time or 0) * self._picture_s
        self.frame_s = _frame_s(self.video)

    def __enter__(self) -> Reading:
        return self

    def __exit__(self, *_: object) -> None:
        self._container.close()

    @property
    def grain(self) -> Grain:
        """What it is made of."""
        picture, sound = self.video.codec_context, self.sound
        return Grain(
            (codec_of(self.video), picture.width, picture.height, bytes(picture.extradata or b"")),
            None if sound is None else _sound_grain(sound),
            "matroska" in self._container.format.name and codec_of(self.video) not in _IN_MP4,
        )

    def second_of(self, ticks: int, stream: Any) -> float:
        """Which second of the file a time of one of its streams is."""
        return ticks * self._tick_s(stream) - self._zero_s

    def length_s(self, packet: Any) -> float:
        """How long what a packet holds is shown or heard; 0 where it does not say."""
        return (packet.duration or 0) * self._tick_s(packet.stream)

    def packets(self) -> Iterator[Any]:
        """From the last key picture before what is wanted up to its end.

        A film can only begin on a key picture, and what stands on it has to be decoded with it.
        """
        held: list[Any] = []
        keyed = begun = False
        for packet in self._wanted():
            if begun:
                yield packet
                continue
            if packet.stream is self.video:
                if packet.is_keyframe and (not keyed or self._shown_s(packet) <= self.cut.since_s):
                    keyed, held = True, [one for one in held if self._sounds_after(one, packet)]
                elif not keyed:
                    continue  # it stands on a picture that is not there
                begun = self._shown_s(packet) >= self.cut.since_s
            held.append(packet)
            if begun:
                yield from held
                held = []
        if keyed and not begun:  # the last picture of all is still shown then
            yield from held

    def keys_from(self, second: float) -> Iterator[Any]:
        """Its key pictures, from the one before that second on."""
        with _faults_in_words():
            ticks = round((max(0.0, second) + self._zero_s) / self._picture_s)
            self._container.seek(ticks, stream=self.video)
            for packet in self._container.demux(self.video):
                if packet.is_keyframe and packet.size and packet.pts is not None:
                    yield packet

    def _tick_s(self, stream: Any) -> float:
        return self._picture_s if stream is self.video else self._sound_s

    def _wanted(self) -> Iterator[Any]:
        until_s = self.cut.until_s
        over = False
        streams = [one for one in (self.video, self.sound) if one is not None]
        with _faults_in_words():
            for packet in self._container.demux(streams):
                if not packet.size or packet.pts is None:
                    continue
                decoded_s = self._decoded_s(packet)
                if decoded_s >= until_s + _BEHIND_S:
                    return
                if packet.stream is self.video:
                    beyond = packet.is_keyframe and self._shown_s(packet) >= until_s
                    over = over or beyond or decoded_s >= until_s
                    if over:
                        continue
                elif self._shown_s(packet) >= until_s:
                    continue
                yield packet

    def _sounds_after(self, packet: Any, key: Any) -> bool:
        return packet.stream is self.sound and self._shown_s(packet) >= self._shown_s(key)

    def _shown_s(self, packet: Any) -> float:
        return self.second_of(packet.pts, packet.stream)

    def _decoded_s(self, packet: Any) -> float:
        ticks = packet.pts if packet.dts is None else packet.dts
        return self.second_of(ticks, packet.stream)


def _sound_grain(sound: Any) -> tuple[str, int, int, bytes]:
    heard = sound.codec_context
    return codec_of(sound), heard.sample_rate, heard.channels, bytes(heard.extradata or b"")


def _frame_s(video: Any) -> float:
    rate = video.average_rate or video.guessed_rate
    return 1 / float(rate) if rate else _USUAL_FRAME_S


@contextmanager
def _faults_in_words() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise SourceBroken("it is gone") from error
    except (FFmpegError, OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or type(error).__name__
        raise SourceBroken(f"it cannot be read: {said}") from error
