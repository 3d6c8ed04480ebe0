"""Forgetting somebody for good: the memory, the pictures, the diaries; and where they are named still."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.identity import Person
from omnisight_desktop.services.keeper import Changer
from omnisight_desktop.services.redacting import Redaction
from omnisight_desktop.storage.clips import ClipArchive
from omnisight_desktop.storage.forget import Extent, Remains, forgotten, forgotten_late
from omnisight_desktop.storage.traces import files_with, strike_out


class ClipsToo(StrEnum):
    """What becomes of clips that show somebody who is forgotten."""

    KEEP = "keep"
    VEIL = "veil"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Erased:
    """What went, and what may still show or name them outside of the memory."""

    faces: int
    events: int
    texts: int
    pictures: int
    clips_changed: int = 0  # veiled, or removed
    clips_left: tuple[str, ...] = ()  # they show them as before
    backups: tuple[str, ...] = ()  # each holds what the memory held on that day
    named_in: tuple[str, ...] = ()  # other files that name them

    def as_json(self) -> dict[str, Any]:
        """In the shape that programs rely on."""
        return {
            "faces": self.faces,
            "events": self.events,
            "texts": self.texts,
            "pictures": self.pictures,
            "clips_changed": self.clips_changed,
            "clips_left": list(self.clips_left),
            "backups": list(self.backups),
            "named_in": list(self.named_in),
        }

    @classmethod
    def of_json(cls, told: dict[str, Any]) -> Erased:
        """What another program said of it."""
        fields: dict[str, Any] = {
            k: tuple(v) if isinstance(v, list) else v for k, v in told.items()
        }
        return cls(**fields)


@dataclass(frozen=True, slots=True)
class Reach:
    """What forgetting somebody would take, and what lies out of its reach."""

    faces: int
    events: int
    tracks: int
    clips: tuple[str, ...]  # that show them
    backups: tuple[str, ...]  # from before


class Forgetting:
    """Takes people out of one installation."""

    def __init__(
        self,
        keeper: Changer,
        paths: Paths,
        clips: ClipArchive,
        redaction: Redaction,
        extent: Callable[[str], Extent],
        clock: Clock,
    ) -> None:
        self._keeper = keeper
        self._paths = paths
        self._clips = clips
        self._redaction = redaction
        self._extent = extent
        self._clock = clock
        self._let_go: Callable[[], None] = lambda: None

    def and_then(self, let_go: Callable[[], None]) -> Forgetting:
        """Who else remembers them lets go as well; what they remember can be made anew."""
        self._let_go = let_go
        return self

    def forget(
        self,
        person: Person,
        too: ClipsToo = ClipsToo.KEEP,
        gone: Callable[[], object] = lambda: None,
    ) -> Erased:
        """Everything that is remembered of somebody goes; that it happened is noted, not who.

        ``gone`` is told once the memory has let go of them, before what takes minutes.
        """
        remains: Remains = self._keeper.change(forgotten(person, self._clock.now()))
        gone()
        pictures = sum(_removed(self._paths.media / name) for name in remains.pictures)
        self._let_go()
        shown = [clip for clip in map(self._clips.get, remains.clips) if clip is not None]
        left = self._changed(shown, remains, too)
        words = remains.called.wholes
        for diary in files_with(self._paths.logs, words):
            with suppress(OSError):
                strike_out(diary, words)
        late: Remains = self._keeper.change(forgotten_late(person, remains))
        pictures += sum(_removed(self._paths.media / name) for name in late.pictures)
        if late.tracks:
            self._let_go()
        self._keeper.purge()
        return Erased(
            faces=remains.faces,
            events=remains.events,
            texts=remains.texts,
            pictures=pictures,
            clips_changed=len(shown) - len(left),
            clips_left=tuple(clip.id for clip in left),
            backups=self._backups(),
            named_in=self._named_in(words),
        )

    def reach(self, person: Person) -> Reach:
        """What it would come to; nothing is changed."""
        extent = self._extent(person.id)
        return Reach(extent.faces, extent.events, extent.tracks, extent.clips, self._backups())

    def _backups(self) -> tuple[str, ...]:
        return tuple(str(path) for path in sorted(self._paths.backups.glob("*.db")))

    def _changed(self, shown: list[Clip], remains: Remains, too: ClipsToo) -> list[Clip]:
        """Those that are as they were."""
        if too is ClipsToo.KEEP:
            return shown
        if too is ClipsToo.VEIL:
            return [clip for clip, _ in self._redaction.veil(shown, set(remains.tracks))]
        free = [clip for clip in shown if not clip.protected]
        self._keeper.erase("clip", [clip.id for clip in free])
        for clip in free:
            _removed(self._paths.media / clip.path)
        return [clip for clip in shown if clip.protected]

    def _named_in(self, words: Sequence[str]) -> tuple[str, ...]:
        """Files of this installation in which they still stand, such as what was exported.

        Footage names nobody, and to read years of it would take a day.
        """
        aside = (self._paths.backups, self._paths.models, self._paths.media)
        return tuple(str(path) for path in files_with(self._paths.root, words, skip=aside))


def clips_too(word: str) -> ClipsToo:
    """What somebody wants done with clips."""
    try:
        return ClipsToo(word)
    except ValueError as error:
        known = ", ".join(ClipsToo)
        raise UsageError(f"Clips cannot be '{word}'.", fix=f"Say one of {known}.") from error


def _removed(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True
