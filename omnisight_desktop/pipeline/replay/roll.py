"""One recorded file, open: its pictures by their moment, onwards and one by one backwards."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import av
from av.error import FFmpegError

from omnisight_desktop.core.errors import SourceBroken

#: Pictures that were passed are held, up to so many bytes, for stepping back.
_HELD_BYTES = 96 * 1024 * 1024
#: So far ahead, going on is quicker than looking for a key picture.
_NEAR_S = 1.5
_BACK_S = (0.0, 2.0, 10.0, 60.0)  # how much earlier to begin, where a file is badly indexed
_BROKEN_MOST = 300  # packets in a row
_USUAL_FRAME_S = 1 / 25
#: Moments are told in milliseconds, so a picture may seem to come a little late.
_CLOSE_S = 0.002


class Roll:
    """Pictures are decoder's frames with the second of the file at which each is shown."""

    def __init__(self, path: Path, *, hasty: bool = False) -> None:
        """Whoever looks at one picture only is ``hasty``: threads would cost more than they save."""
        self.path = path
        with faults_in_words():
            self._container = av.open(f"file:{path}")
        try:
            video: Any = next(iter(self._container.streams.video), None)
            if video is None:
                raise SourceBroken("it shows nothing")
            video.thread_type = "NONE" if hasty else "AUTO"
        except BaseException:
            self._container.close()
            raise
        self._video = video
        self._tick_s = float(video.time_base or 0) or 1e-3
        self._zero_s = (video.start_time or 0) * self._tick_s
        rate = video.average_rate or video.guessed_rate
        self.frame_s = 1 / float(rate) if rate else _USUAL_FRAME_S
        self._held: deque[tuple[float, Any]] = deque()
        self._coming: Iterator[tuple[float, Any]] | None = None
        self._ahead: tuple[float, Any] | None = None  # decoded, and not yet its turn
        self._ended = False

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        context = self._video.codec_context
        return int(context.width), int(context.height)

    def close(self) -> None:
        """Let go of the file."""
        self._forget()
        with faults_in_words():
            self._container.close()

    def at(self, second: float) -> tuple[float, Any] | None:
        """The picture that is shown at a second: the last one that does not come later.

        Before the first picture it is that one; None where the file shows nothing at all.
        """
        second += _CLOSE_S
        if not self._reaches(second):
            self._seek(second)
        self._go_on(second)
        shown = None
        for at_s, frame in self._held:
            if at_s > second and shown is not None:
                break
            shown = (at_s, frame)
        return shown

    def after(self, second: float) -> tuple[float, Any] | None:
        """The picture behind the one at that second; None at the end."""
        if self.at(second) is None:
            return None
        second += _CLOSE_S
        held = next((one for one in self._held if one[0] > second), None)
        return held or self._next()

    def before(self, second: float) -> tuple[float, Any] | None:
        """The picture before that second; None at the beginning."""
        edge = second - _CLOSE_S
        if not (self._held and self._held[0][0] < edge <= self._held[-1][0] + self.frame_s):
            self._seek(max(0.0, edge - self.frame_s / 2))
            self._go_on(edge)
        earlier = [one for one in self._held if one[0] < edge]
        if not earlier and self._held and self._held[0][0] > 0:
            self._begin(0.0)
            self._go_on(edge)
            earlier = [one for one in self._held if one[0] < edge]
        return earlier[-1] if earlier else None

    def key_at(self, second: float) -> tuple[float, Any] | None:
        """The key picture before a second, which is found at once."""
        self._begin(second)
        found = self._next()
        self._forget()
        return found

    def end_of(self, at_s: float) -> float:
        """Up to which second a picture is shown."""
        later = next((s for s, _ in self._held if s > at_s), None)
        if later is None and self._ahead is not None:
            later = self._ahead[0]
        return at_s + self.frame_s if later is None else later

    def _reaches(self, second: float) -> bool:
        """Whether that picture is held, or comes soon."""
        if not self._held or second < self._held[0][0]:
            return False
        return self._ended or second - self._held[-1][0] <= _NEAR_S

    def _go_on(self, second: float) -> None:
        """Decode until the next picture would come later than that."""
        while True:
            if self._ahead is None:
                self._ahead = self._decoded()
            if self._ahead is None or (self._held and self._ahead[0] > second):
                return
            self._hold(self._ahead)
            self._ahead = None

    def _next(self) -> tuple[float, Any] | None:
        one, self._ahead = self._ahead or self._decoded(), None
        if one is not None:
            self._hold(one)
        return one

    def _hold(self, one: tuple[float, Any]) -> None:
        self._held.append(one)
        width, height = self.size
        most = max(3, _HELD_BYTES // max(1, width * height * 3 // 2))
        while len(self._held) > most:
            self._held.popleft()

    def _decoded(self) -> tuple[float, Any] | None:
        if self._coming is None:
            self._begin(0.0)
        assert self._coming is not None
        one = next(self._coming, None)
        self._ended = one is None
        return one

    def _seek(self, second: float) -> None:
        """Begin at the last key picture before a second, or earlier."""
        for back_s in _BACK_S:
            self._begin(max(0.0, second - back_s))
            self._ahead = self._decoded()
            if self._ahead is None or self._ahead[0] <= second or second <= back_s:
                break
        else:
            self._begin(0.0)
        if self._ahead is None and second > 0:  # looked for behind the end
            self._begin(max(0.0, second - _BACK_S[2]))
            self._ahead = self._decoded()
            if self._ahead is None:
                self._begin(0.0)

    def _begin(self, second: float) -> None:
        self._forget()
        with faults_in_words():
            ticks = round((second + self._zero_s) / self._tick_s)
            self._container.seek(ticks, stream=self._video, backward=True)
        self._coming = self._frames()

    def _forget(self) -> None:
        self._held.clear()
        self._ahead = self._coming = None
        self._ended = False

    def _frames(self) -> Iterator[tuple[float, Any]]:
        broken = 0
        with faults_in_words():
            for packet in self._container.demux(self._video):
                try:
                    frames = packet.decode()
                except FFmpegError:
                    broken += 1
                    if broken > _BROKEN_MOST:
                        raise SourceBroken("its pictures are damaged") from None
                    continue
                broken = 0
                for frame in frames:
                    if frame.pts is not None:
                        yield frame.pts * self._tick_s - self._zero_s, frame


@contextmanager
def faults_in_words() -> Iterator[None]:
    """What a decoder or the disk says, as a person would say it."""
    try:
        yield
    except FileNotFoundError as error:
        raise SourceBroken("it is gone") from error
    except (FFmpegError, OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or type(error).__name__
        raise SourceBroken(f"it cannot be read: {said}") from error
