"""Areas of the picture that nobody may see: blackened before anything is shown, stored or looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import av
import cv2
import numpy as np
from av.video.reformatter import VideoReformatter
from numpy.typing import NDArray

from omnisight_desktop.capture.encode import PictureEncoder
from omnisight_desktop.capture.picture import DecodedPicture
from omnisight_desktop.core.camera import Area
from omnisight_desktop.core.errors import SettingsError
from omnisight_desktop.core.frame import Picture, ToldPicture
from omnisight_desktop.core.ports.capture import Shot, Source, StreamInfo

_BLACK, _COLOURLESS = 16, 128
_USUAL_FPS = 25.0


def masked(source: Source, areas: Sequence[Area]) -> Source:
    """The same source with areas blackened, in pictures and packets alike; sound goes through.

    It costs: each picture is decoded, copied and encoded again (H.264, some milliseconds for one of
    1280x720), since compressed video cannot be blackened as it is. So the source has to be asked for
    pictures, also where only its packets are wanted. Without areas it costs nothing.
    """
    if any(len(area) < 3 for area in areas):
        raise SettingsError("A masked area needs at least three corners.")
    return MaskedSource(source, areas) if areas else source


class MaskedSource:
    """A source that shows, and lets be recorded, only what lies outside its masks."""

    def __init__(self, source: Source, areas: Sequence[Area]) -> None:
        self._source = source
        self._areas = tuple(areas)
        self._stencil: _Stencil | None = None
        info = source.info
        self._encoder = PictureEncoder(info.fps or _USUAL_FPS)
        if info.width and info.height:
            self._encoder.begin(info.width, info.height)

    @property
    def info(self) -> StreamInfo:
        return replace(self._source.info, codec="h264")

    @property
    def template(self) -> Any:
        return self._encoder.template

    @property
    def sound_template(self) -> Any:
        return self._source.sound_template

    def only_keys(self, on: bool) -> None:
        self._source.only_keys(on)

    def spare(self, until_s: float) -> None:
        """Whoever looks or not, each picture is blackened and packed."""

    def shots(self) -> Iterator[Shot]:
        for shot in self._source.shots():
            if shot.picture is not None:
                yield self._blackened(shot, shot.picture)
            elif shot.sound is not None or shot.sound_packets:
                yield replace(shot, packets=())
            else:
                yield Shot(shot.at_s)

    def close(self) -> None:
        self._source.close()

    def _blackened(self, shot: Shot, picture: Picture) -> Shot:
        stencil = self._stencil
        if stencil is None or stencil.size != (picture.width, picture.height):
            stencil = self._stencil = _stencil(self._areas, picture.width, picture.height)
        frame = stencil.blacken(picture)
        black: Picture = DecodedPicture(frame)
        packets = self._encoder.encode_frame(frame, shot.at_s)
        if isinstance(picture, ToldPicture):  # what a camera says of a masked place is masked too
            middles = (picture.found.boxes[:, :2] + picture.found.boxes[:, 2:]) / 2
            black = ToldPicture(black, picture.found.where(~stencil.covers(middles)))
        return replace(shot, picture=black, packets=packets)


@dataclass(frozen=True, slots=True, eq=False)
class _Stencil:
    """Which pixels are black in pictures of one size: of brightness, and of colour at half the size."""

    size: tuple[int, int]
    luma: NDArray[np.bool_]
    chroma: NDArray[np.bool_]

    def blacken(self, picture: Picture) -> av.VideoFrame:
        """A copy of the picture without what is masked."""
        frame = _yuv(picture)
        planes = np.array(frame.to_ndarray(), np.uint8)
        height, width = self.luma.shape
        planes[:height][self.luma] = _BLACK
        colours = planes[height:].reshape(2, height // 2, width // 2)
        colours[:, self.chroma] = _COLOURLESS
        black = av.VideoFrame.from_ndarray(planes, format="yuv420p")
        black.color_range, black.colorspace = frame.color_range, frame.colorspace
        return black

    def covers(self, points: NDArray[np.floating[Any]]) -> NDArray[np.bool_]:
        """Which points lie in the dark."""
        height, width = self.luma.shape
        x = np.clip(points[:, 0].astype(np.intp), 0, width - 1)
        y = np.clip(points[:, 1].astype(np.intp), 0, height - 1)
        return np.asarray(self.luma[y, x], np.bool_)


def _stencil(areas: Sequence[Area], width: int, height: int) -> _Stencil:
    even_width, even_height = max(2, width & ~1), max(2, height & ~1)
    cover = np.zeros((even_height, even_width), np.uint8)
    scale = np.asarray([even_width, even_height], np.float32)
    for area in areas:
        corners = np.asarray(area, np.float32).clip(0, 1) * scale
        cv2.fillPoly(cover, [corners.round().astype(np.int32)], 1)
    # A pixel more all round, and whole blocks of colour, so that no edge gives anything away.
    cover = np.asarray(cv2.dilate(cover, np.ones((3, 3), np.uint8)), np.uint8)
    chroma = cover.reshape(even_height // 2, 2, even_width // 2, 2).max(axis=(1, 3))
    luma = np.repeat(np.repeat(chroma, 2, axis=0), 2, axis=1)
    return _Stencil((width, height), luma.astype(np.bool_), chroma.astype(np.bool_))


def _yuv(picture: Picture) -> av.VideoFrame:
    inner = picture.picture if isinstance(picture, ToldPicture) else picture
    width, height = max(2, picture.width & ~1), max(2, picture.height & ~1)
    if isinstance(inner, DecodedPicture):
        return VideoReformatter().reformat(inner.frame, width, height, "yuv420p")
    image = np.ascontiguousarray(inner.bgr()[:height, :width])
    frame = av.VideoFrame.from_ndarray(image, format="bgr24")
    return VideoReformatter().reformat(frame, format="yuv420p")
