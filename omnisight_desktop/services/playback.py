"""Whether a clip plays wherever it is taken, a copy that does, and whether a file is still whole."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.errors import Cancelled, StorageError
from omnisight_desktop.flow.process import Child

#: Told which share is done; says whether to go on.
Tell = Callable[[float], bool]

_CONVERT = "omnisight_desktop.pipeline.convert:begin"
_ROUND_S = 0.3
_PATIENCE_S = 120.0  # for one round of the conversion, however busy the machine is
_NAMES = {
    "h264": "H.264",
    "hevc": "H.265",
    "mjpeg": "Motion JPEG",
    "mpeg4": "MPEG-4",
    "vp8": "VP8",
    "vp9": "VP9",
    "av1": "AV1",
    "aac": "AAC",
    "mp3": "MP3",
    "opus": "Opus",
}
_PLAIN_PIXELS = {"yuv420p", "yuvj420p"}
_PLAIN_SOUND = {"", "aac", "mp3"}


@dataclass(frozen=True, slots=True)
class Playback:
    """What a clip is made of, and whether every player and browser can show it."""

    codec: str  # as people say it: H.264, H.265
    sound: str  # nothing where there is none
    plays_everywhere: bool
    reason: str = ""
    fix: str = ""


class ClipState(StrEnum):
    """What became of the file of a clip."""

    OK = "ok"
    MISSING = "missing"
    CHANGED = "changed"  # it is not the file that was recorded
    DAMAGED = "damaged"  # pictures of it cannot be shown


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a clip is as it was recorded, and what is wrong if not."""

    clip: Clip
    state: ClipState
    reason: str = ""


def playback_of(path: Path, clip_id: str) -> Playback:
    """Look into a file and say whether it plays everywhere."""
    import av  # here, for whoever only lists clips should not have to load it
    from av.error import FFmpegError

    from omnisight_desktop.pipeline.soundtrack import codec_of

    try:
        with av.open(str(path)) as container:
            video = container.streams.video[0]
            sound = next(iter(container.streams.audio), None)
            codec, heard = codec_of(video), codec_of(sound) if sound is not None else ""
            is_mp4 = "mp4" in container.format.name
            pixels = str(video.codec_context.pix_fmt)
    except (FFmpegError, IndexError, OSError) as error:
        raise StorageError(
            f"The clip '{clip_id}' cannot be read: {error}.",
            fix=f"See 'omnisight clips verify {clip_id}'.",
        ) from error
    reason = _hindrance(codec, pixels, heard, is_mp4=is_mp4)
    fix = f"'omnisight clips export {clip_id} --playable' makes a copy in H.264." if reason else ""
    return Playback(_name(codec), _name(heard), not reason, reason, fix)


def _hindrance(codec: str, pixels: str, sound: str, *, is_mp4: bool) -> str:
    """Why not every player can show it; nothing if it can."""
    if codec != "h264":
        return f"This clip is {_name(codec)}, which not every player and browser shows."
    if pixels not in _PLAIN_PIXELS:
        return "This clip is H.264 with finer colours than most players and browsers know."
    if not is_mp4:
        return "This clip is in a Matroska file, which browsers and Apple's players do not open."
    if sound not in _PLAIN_SOUND:
        return f"The sound of this clip is {_name(sound)}, which not every player gives out."
    return ""


def _name(codec: str) -> str:
    return _NAMES.get(codec, codec.upper())


def convert(source: Path, part: Path, tell: Tell) -> None:
    """Write an H.264 and AAC copy, in a process of its own that steps back behind the cameras."""
    _go_on(tell, 0.0)
    child: Child[float, float] = Child(
        "convert", _CONVERT, arguments=(str(source), str(part)), quiet=True
    )
    try:
        while (done := child.ask(_ROUND_S, _PATIENCE_S)) < 1.0:
            _go_on(tell, done)
        tell(1.0)
    finally:
        child.stop()


def _go_on(tell: Tell, share: float) -> None:
    if not tell(share):
        raise Cancelled("The conversion was stopped; nothing is left behind.")


def verdict_on(clip: Clip, path: Path | None, *, decode: bool) -> Verdict:
    """Compare a file with what is known of it, and see whether every picture can be shown."""
    if path is None:
        return Verdict(clip, ClipState.MISSING, "Its file is gone.")
    try:
        if path.stat().st_size != clip.size_bytes:
            reason = f"It has {path.stat().st_size} bytes; {clip.size_bytes} were recorded."
            return Verdict(clip, ClipState.CHANGED, reason)
        if clip.sha256 and sum_of(path) != clip.sha256:
            return Verdict(clip, ClipState.CHANGED, "Its content is not what was recorded.")
        if decode:
            return _decoded(clip, path)
    except OSError as error:
        reason = f"Its file cannot be read: {error.strerror or error}."
        return Verdict(clip, ClipState.DAMAGED, reason)
    return Verdict(clip, ClipState.OK)


def sum_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _decoded(clip: Clip, path: Path) -> Verdict:
    import av
    from av.error import FFmpegError

    shown = broken = 0
    try:
        with av.open(str(path)) as container:
            video: Any = container.streams.video[0]
            video.thread_type = "AUTO"
            for packet in container.demux(video):
                try:
                    frames = packet.decode()
                except FFmpegError:
                    broken += 1
                    continue
                shown += len(frames)
                broken += sum(frame.is_corrupt for frame in frames)
    except (FFmpegError, IndexError) as error:
        return Verdict(clip, ClipState.DAMAGED, f"It cannot be played: {error}.")
    if broken or not shown:
        reason = f"{broken} of its pictures cannot be shown." if shown else "It shows nothing."
        return Verdict(clip, ClipState.DAMAGED, reason)
    return Verdict(clip, ClipState.OK)
