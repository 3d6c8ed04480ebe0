"""Handing out evidence: clips and their events, with a manifest of every byte and a seal over it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from omnisight_desktop import __version__
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import Cancelled, DiskFull, NotFound, UsageError
from omnisight_desktop.services.clips import Clips
from omnisight_desktop.services.events import Events
from omnisight_desktop.services.evidence.manifest import (
    EVENTS,
    GUIDE,
    KEY,
    LONGEST_BYTES,
    MANIFEST,
    MOST_CLIPS,
    SIGNATURE,
    Manifest,
    SealedClip,
    canonical,
)
from omnisight_desktop.services.evidence.place import Place, new_place
from omnisight_desktop.services.evidence.seal import Seal
from omnisight_desktop.services.filename import USUAL, Template, told_of, untaken
from omnisight_desktop.services.playback import Tell
from omnisight_desktop.services.shape import written
from omnisight_desktop.storage.disk import GB, Floor, Usage, space
from omnisight_desktop.storage.file import disk_fault

_BLOCK = 1 << 20
_MARGIN = 4 << 20  # for all that is not footage, and what disks need for themselves
_PER_CLIP = 4096

_GUIDE = """\
What is in here was recorded and sealed by OmniSight.

{manifest} lists every file with its size and its SHA-256, and says who exported it and when.
{signature} is an Ed25519 signature over {manifest}, made with the key whose public half is {key}.
Times in the files are in UTC; those in the names of clips are as the clock on the wall showed them.

First compare the words of the key with whoever gave you this, by telephone or in person:

    {words}

With OmniSight:    omnisight clips verify THIS-FOLDER-OR-ZIP
Without it:        openssl pkeyutl -verify -pubin -inkey {key} -rawin -in {manifest} -sigfile {signature}
                   and compare the SHA-256 of each file with the list in {manifest}.
                   The sum of the key itself is that of its DER form:
                   openssl pkey -pubin -in {key} -outform DER | openssl dgst -sha256
                   {sha256}
"""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be handed out, and in whose name."""

    clips: Sequence[Clip]
    by: str
    template: Template = USUAL


@dataclass(frozen=True, slots=True)
class Sealed:
    """Evidence that was handed out."""

    target: Path
    manifest: Manifest

    @property
    def changed(self) -> list[SealedClip]:
        """Clips that were no longer what was recorded when they were handed out."""
        return [clip for clip in self.manifest.clips if clip.intact is False]


class Evidence:
    """Seals clips of one installation."""

    def __init__(
        self, clips: Clips, events: Events, clock: Clock, usage: Usage = shutil.disk_usage
    ) -> None:
        self._clips = clips
        self._events = events
        self._clock = clock
        self._usage = usage

    def export(self, order: Order, target: Path, seal: Seal, tell: Tell = lambda _: True) -> Sealed:
        """Write a folder, or a zip where the target is called so; whole, or nothing at all.

        ``tell`` hears which share is done and says whether to go on.
        """
        clips = sorted(order.clips, key=lambda clip: (clip.start, clip.id))
        if not clips:
            raise NotFound("No clips are there to be exported.", fix="See 'omnisight clips list'.")
        if len(clips) > MOST_CLIPS:
            raise UsageError(
                f"{len(clips)} clips are too many for one export; {MOST_CLIPS} are the most.",
                fix="Choose a shorter time, and export the rest apart.",
            )
        sources = {clip.id: self._clips.path(clip) for clip in clips}
        footage = _size(sources.values())
        self._insist_room(target, footage + _MARGIN + _PER_CLIP * len(clips))
        now = self._clock.now()
        pouring = _Pouring(footage, tell)
        with new_place(target, now) as place:
            shown = self._clips.events_of(clips)
            events = self._told(shown)
            names = self._events.names().cameras
            files = [
                place.put(KEY, (seal.public.pem,)),
                place.put(GUIDE, (guide(seal),)),
                place.put(EVENTS, (canonical({"events": list(events.values())}),)),
            ]
            done: list[SealedClip] = []
            taken: set[str] = set()
            for clip in clips:
                source, camera = sources[clip.id], names.get(clip.camera, clip.camera)
                first = next((events[one] for one in shown[clip.id] if one in events), {})
                told = told_of(clip, camera, first.get("type") or "", first.get("label") or "")
                name = untaken(order.template.filled(told, clip.id), source.suffix, taken)
                entry = place.put(f"clips/{name}", pouring.blocks(source))
                files.append(entry)
                done.append(_sealed(clip, camera, entry.path, entry.sha256, shown[clip.id]))
            manifest = Manifest(
                exported_at=written(now),
                exported_by=plain(order.by),
                program=__version__,
                key_sha256=seal.public.sha256,
                key_words=seal.public.words,
                clips=tuple(done),
                files=tuple(files),
            )
            enclose(place, manifest, seal)
        tell(1.0)
        return Sealed(target, manifest)

    def _told(self, shown: Mapping[str, Sequence[str]]) -> dict[str, dict[str, Any]]:
        """The events that the clips show, in the shape that programs rely on, oldest first."""
        wanted = dict.fromkeys(one for events in shown.values() for one in events)
        told = self._events.as_json(self._events.get(one) for one in wanted)
        told.sort(key=lambda event: (event["start"], event["id"]))
        return {event["id"]: event for event in told}

    def _insist_room(self, target: Path, needed: int) -> None:
        free = space(target.absolute(), Floor(0, 0), self._usage).free
        if free < needed:
            raise DiskFull(
                f"The export needs {_room(needed)}, and {_room(free)} are free there.",
                fix="Free some space, choose fewer clips, or export to another disk.",
            )


class _Pouring:
    """Footage on its way out; says how far it is, and stops when it is told to."""

    def __init__(self, total: int, tell: Tell) -> None:
        self._total = max(1, total)
        self._tell = tell
        self._done = 0

    def blocks(self, source: Path) -> Iterator[bytes]:
        """A file, piece by piece."""
        self._go_on()
        try:
            with source.open("rb") as file:
                while block := file.read(_BLOCK):
                    yield block
                    self._done += len(block)
                    self._go_on()
        except OSError as error:
            raise disk_fault(error, source) from error

    def _go_on(self) -> None:
        # All of it is done only once the seal is on it.
        if not self._tell(min(0.999, self._done / self._total)):
            raise Cancelled("The export was stopped; nothing is left behind.")


def enclose(place: Place, manifest: Manifest, seal: Seal) -> None:
    """Put the manifest beside everything that it lists, and the seal upon it."""
    data = manifest.to_bytes()
    if len(data) > LONGEST_BYTES:
        raise UsageError(
            "Too many events are shown for one export.",
            fix="Choose a shorter time, and export the rest apart.",
        )
    place.put(MANIFEST, (data,))
    place.put(SIGNATURE, (seal.sign(data),))


def _sealed(clip: Clip, camera: str, file: str, sha256: str, events: Sequence[str]) -> SealedClip:
    return SealedClip(
        id=clip.id,
        camera=camera,
        start=written(clip.start),
        end=written(clip.end),
        file=file,
        recorded_sha256=clip.sha256,
        intact=sha256 == clip.sha256 if clip.sha256 else None,
        events=tuple(events),
    )


def guide(seal: Seal) -> bytes:
    """How whoever gets it can check it, with this program or without."""
    text = _GUIDE.format(
        manifest=MANIFEST,
        signature=SIGNATURE,
        key=KEY,
        words=seal.public.words,
        sha256=seal.public.sha256,
    )
    return text.encode("utf-8")


def plain(text: str) -> str:
    """One line of text; what a command line hands over need not be text at all."""
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())


def _room(size: int) -> str:
    return f"{size / GB:.1f} GB" if size >= GB else f"{size / 1_000_000:.0f} MB"


def _size(files: Iterable[Path]) -> int:
    total = 0
    for file in files:
        try:
            total += file.stat().st_size
        except OSError as error:
            raise disk_fault(error, file) from error
    return total
