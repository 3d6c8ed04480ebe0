"""Trying a camera out: whether pictures come, how soon, how many, and what comes with them."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from omnisight_desktop.capture.address import shown
from omnisight_desktop.capture.open import open_source
from omnisight_desktop.core.camera import Area, Role
from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import OmniSightError, SourceBroken, StorageError, UsageError
from omnisight_desktop.core.frame import Picture
from omnisight_desktop.core.ports.capture import Shot, Source, StreamInfo, Wants
from omnisight_desktop.services.handout import whole_file

log = logging.getLogger(__name__)

_ENOUGH = 12  # pictures
_ENOUGH_S = 3.0  # after the first, where they come slowly
_MOST_S = 15.0
_SUFFIXES = (".jpg", ".jpeg", ".png")


@dataclass(frozen=True, slots=True, eq=False)
class CameraTest:
    """What came of trying one stream."""

    address: str  # as it may be shown
    roles: tuple[Role, ...]
    info: StreamInfo | None = None
    picture: Picture | None = None  # the first, without what is masked
    fps: float | None = None  # measured over the first pictures
    latency_s: float | None = None  # from the call to the first picture, or sound where none is due
    heard: bool = False
    trouble: OmniSightError | None = None

    @property
    def ok(self) -> bool:
        """Whether what was wanted came."""
        return self.trouble is None


@dataclass(slots=True)
class _Seen:
    """What has come so far."""

    clock: Clock
    began_mono: float
    times: list[float] = field(default_factory=list)
    picture: Picture | None = None
    first_s: float | None = None
    heard: bool = False

    def note(self, shot: Shot, wants: Wants) -> None:
        self.heard = self.heard or shot.sound is not None or bool(shot.sound_packets)
        if shot.picture is not None:
            self.times.append(shot.at_s)
            self.picture = self.picture or shot.picture
        if self.first_s is None and (self.picture if wants.pictures else self.heard):
            self.first_s = self.clock.mono() - self.began_mono

    def enough(self, wants: Wants) -> bool:
        passed_s = self.clock.mono() - self.began_mono
        if self.first_s is None:
            return passed_s > _MOST_S
        return (
            not wants.pictures or len(self.times) >= _ENOUGH or passed_s - self.first_s > _ENOUGH_S
        )

    @property
    def fps(self) -> float | None:
        span_s = self.times[-1] - self.times[0] if self.times else 0.0
        return (len(self.times) - 1) / span_s if span_s > 0 else None


def try_out(
    address: str,
    wants: Wants,
    clock: Clock,
    *,
    roles: Sequence[Role] = tuple(Role),
    masks: Sequence[Area] = (),
) -> CameraTest:
    """Call a camera once and look at what comes; whatever goes wrong is part of the answer."""
    name, roles = shown(address), tuple(roles)
    seen = _Seen(clock, clock.mono())
    info: StreamInfo | None = None
    trouble: OmniSightError | None = None
    try:
        source = open_source(address, wants)
        info = source.info
        with closing(source):
            _follow(_masked(source, masks) if wants.pictures else source, wants, seen)
            info = source.info
        if seen.first_s is None:
            trouble = _nothing_came(name, wants)
    except OmniSightError as error:
        trouble = error
    except Exception as error:  # what nobody foresaw is an answer, too
        log.warning("trying %s out broke off", name, exc_info=error)
        trouble = SourceBroken(f"What comes from {name} cannot be worked with: {error}.")
    return CameraTest(name, roles, info, seen.picture, seen.fps, seen.first_s, seen.heard, trouble)


def save_picture(picture: Picture, target: Path) -> Path:
    """Write a picture as JPEG or PNG, whole or not at all."""
    if target.suffix.lower() not in _SUFFIXES:
        raise UsageError(
            f"Of what kind is the picture '{target}' to be?",
            fix="Let its name end in .jpg or .png.",
        )
    import cv2

    done, packed = cv2.imencode(target.suffix.lower(), picture.bgr())
    if not done:
        raise StorageError(f"The picture cannot be written as {target.name}.")
    with whole_file(target) as part:
        part.write_bytes(packed.tobytes())
    return target


def _masked(source: Source, masks: Sequence[Area]) -> Source:
    if not masks:
        return source
    from omnisight_desktop.capture.mask import masked

    return masked(source, masks)


def _follow(source: Source, wants: Wants, seen: _Seen) -> None:
    for shot in source.shots():
        seen.note(shot, wants)
        if seen.enough(wants):
            return


def _nothing_came(name: str, wants: Wants) -> SourceBroken:
    if not wants.pictures:
        return SourceBroken(f"No sound comes from {name}.", fix="Switch sound on in the camera.")
    return SourceBroken(
        f"{name} answers, but no picture came.",
        fix="Check that the address is that of the stream; try the other transport.",
    )
