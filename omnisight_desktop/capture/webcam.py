"""Webcams through OpenCV; what they show is encoded, since they bring no compressed video."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from omnisight_desktop.capture import denied
from omnisight_desktop.capture.denied import CAMERA
from omnisight_desktop.capture.devices import chosen
from omnisight_desktop.capture.encode import PictureEncoder
from omnisight_desktop.capture.hardware import THIS_COMPUTER, Computer, Device
from omnisight_desktop.capture.picture import PlainPicture
from omnisight_desktop.core.clock import Clock, SystemClock
from omnisight_desktop.core.errors import SourceError
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.ports.capture import USUAL, Shot, StreamInfo, Wants, WholePictures

_FIRST_TRIES = 5  # some webcams give nothing while they wake up
_LOST_MOST = 10  # pictures in a row that did not come
_LEAST_S = 0.001


class WebcamSource(WholePictures):
    """A webcam by number or name, each picture stamped when it comes."""

    def __init__(
        self,
        which: str,
        wants: Wants = USUAL,
        computer: Computer = THIS_COMPUTER,
        clock: Clock | None = None,
    ) -> None:
        self._clock = clock or SystemClock()
        self._computer = computer
        self._webcam = chosen(which, computer.webcams())
        self._called = f"'{self._webcam.name}'" if self._webcam.name else f"{self._webcam.index}"
        self._closed = self._begun = False
        device = self._open(wants)
        self._device = device
        fps = device.fps if 1 <= device.fps <= 240 else wants.fps
        self._encoder = PictureEncoder(fps)
        try:
            first = self._first(device)
            height, width = first.shape[:2]
            self._encoder.begin(width, height)
        except BaseException:
            device.close()
            raise
        self.info = StreamInfo(width, height, fps, "h264", live=True)

    @property
    def template(self) -> Any:
        return self._encoder.template

    @property
    def sound_template(self) -> Any:
        return None

    def shots(self) -> Iterator[Shot]:
        self._begun = True
        first_mono, last_s, lost = self._clock.mono(), -_LEAST_S, 0
        try:
            while not self._closed:
                image = self._device.read()
                if image is None:
                    lost += 1
                    if lost >= _LOST_MOST:
                        raise denied.gone(CAMERA, self._called)
                    continue
                lost = 0
                at_s = last_s = max(self._clock.mono() - first_mono, last_s + _LEAST_S)
                yield self._shot(image, at_s)
        finally:
            self._device.close()

    def close(self) -> None:
        self._closed = True
        if not self._begun:
            self._device.close()

    def _shot(self, image: Image, at_s: float) -> Shot:
        height, width = image.shape[:2]
        if (width, height) != (self.info.width, self.info.height):
            self.info = replace(self.info, width=width, height=height)
        return Shot(at_s, PlainPicture(image), self._encoder.encode(image, at_s))

    def _open(self, wants: Wants) -> Device:
        node = Path(f"/dev/video{self._webcam.index}")
        if self._computer.platform == "linux":  # the system says why, OpenCV does not
            refusal = self._computer.refusal_of(node)
            if refusal is not None:
                raise self._why(refusal, node)
        device = self._computer.opened(self._webcam.index, wants.fps)
        if device is None:
            raise self._why(None, node)
        return device

    def _first(self, device: Device) -> Image:
        for _ in range(_FIRST_TRIES):
            image = device.read()
            if image is not None:
                return image
        raise self._why(None, Path(f"/dev/video{self._webcam.index}"))

    def _why(self, refusal: OSError | None, node: Path) -> SourceError:
        platform = self._computer.platform
        code = refusal.errno if refusal else 0
        if code in (errno.EACCES, errno.EPERM):
            return denied.denied(CAMERA, f"{self._called} ({node})", platform)
        listed = self._computer.webcams()
        there = [f"{one.index} ({one.name})" for one in listed]
        if code in (errno.ENOENT, errno.ENODEV, errno.ENXIO) or (
            platform != "linux" and self._webcam not in listed
        ):
            return denied.absent(CAMERA, self._called, there)
        by = self._computer.user_of(node) if platform == "linux" else ""
        if by or code == errno.EBUSY:
            return denied.busy(CAMERA, self._called, by)
        if platform == "darwin":  # the commonest reason by far; AVFoundation does not tell
            return denied.denied(CAMERA, self._called, platform)
        return denied.mute(CAMERA, self._called, platform)
