"""The gestures of one installation: which there are, and having them kept, switched off and forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.clock import Clock, from_ms, to_ms
from omnisight_desktop.core.errors import NotFound, UsageError
from omnisight_desktop.core.gesture import EventPoses, Gesture, Take
from omnisight_desktop.core.ids import IdSource
from omnisight_desktop.perception.gesture.activities import ACTIVITIES, FALL, RAISED_HANDS
from omnisight_desktop.perception.gesture.compare import Likeness, differing, likeness
from omnisight_desktop.perception.gesture.confusion import Confusion, confusion
from omnisight_desktop.perception.gesture.lexicon import Lexicon, lexicon_of
from omnisight_desktop.perception.gesture.verdict import Verdict, judged
from omnisight_desktop.services.gesture_file import gestures_from_json, insist_label, insist_teacher
from omnisight_desktop.services.gestures.statistics import Statistics, since, statistics_of
from omnisight_desktop.services.keeper import Keeper
from omnisight_desktop.storage.gestures import GestureArchive, Performance

__all__ = ["ACTIVITIES", "Gestures", "Lesson", "Usage", "activities_in"]

_MOST_TAKES = 50
_MOST_MADE = 20_000  # performances that are counted day by day


@dataclass(frozen=True, slots=True)
class Lesson:
    """What somebody wants to teach, and what is to be said about it before it is kept."""

    gesture: Gesture | None  # nothing where no take can be learnt from
    verdicts: tuple[Verdict, ...]
    confusable: tuple[Likeness, ...] = ()  # other gestures that look much like it
    symmetric: bool = False  # it looks the same in a mirror


@dataclass(frozen=True, slots=True)
class Usage:
    """How often a gesture was made, and when last."""

    count: int = 0
    last: datetime | None = None


class Gestures:
    """Reads gestures, and has them taught, changed and removed."""

    def __init__(
        self,
        archive: GestureArchive,
        keeper: Keeper,
        clock: Clock,
        threshold: float = 0.7,
        activities: tuple[str, ...] = (),
    ) -> None:
        self.threshold = threshold  # of confidence, from which on a gesture counts
        #: What is watched for without being taught; whoever changes it is heeded within seconds.
        self.activities = activities
        self._archive = archive
        self._keeper = keeper
        self._clock = clock
        self._ids = IdSource("G")
        self._changes = 0
        self._awaited = False
        self._made: tuple[int, Lexicon | None] = (-1, None)

    def all(self) -> list[Gesture]:
        """Every gesture, by its name."""
        return self._archive.all()

    def labels(self) -> tuple[str, ...]:
        """What they are called, without reading the movements themselves."""
        return self._archive.labels()

    def find(self, label: str) -> Gesture | None:
        """The gesture of that name or id; capitals do not matter."""
        wanted = label.strip().casefold()
        return next(
            (g for g in self.all() if wanted in (g.label.casefold(), g.id.casefold())), None
        )

    def get(self, label: str) -> Gesture:
        """The gesture of that name or id."""
        found = self.find(label)
        if found is None:
            known = ", ".join(g.label for g in self.all()) or "none"
            raise NotFound(f"There is no gesture '{label}'.", fix=f"There are: {known}.")
        return found

    def lesson(
        self,
        label: str,
        takes: Sequence[Take],
        *,
        created_by: str | None = None,
        mirrored: bool = False,
        more: bool = False,
        faults: Sequence[Verdict | None] = (),
    ) -> Lesson:
        """What would come of these takes; nothing is kept yet.

        With ``more`` they are added to a gesture that is there, which otherwise is a fault. What
        speaks against a take that its poses do not tell comes as ``faults``.
        """
        name, known = self.insist_free(label, more=more)
        if len(takes) > _MOST_TAKES:
            raise UsageError(
                f"{len(takes)} takes are too many.", fix=f"Give {_MOST_TAKES} at most."
            )
        before = known.takes if known is not None else ()
        told = [*faults, *[None] * (len(takes) - len(faults))]
        alone = [fault or judged(take) for take, fault in zip(takes, told, strict=True)]
        verdicts = differing(alone, before)
        good = tuple(verdict.take for verdict in verdicts if verdict.take is not None)
        if not good:
            return Lesson(None, verdicts)
        gesture = Gesture(
            id=known.id if known is not None else self._ids.next(to_ms(self._clock.now())),
            label=known.label if known is not None else name,
            takes=before + good,
            created=known.created if known is not None else self._clock.now(),
            created_by=known.created_by if known is not None else insist_teacher(created_by),
            mirrored=mirrored or (known is not None and known.mirrored),
        )
        others = [other for other in self.all() if other.id != gesture.id]
        alike, symmetric = likeness(gesture, others)
        return Lesson(gesture, verdicts, alike, symmetric)

    def insist_free(self, label: str, *, more: bool) -> tuple[str, Gesture | None]:
        """The name as it will be kept, and the gesture that has it, if it may be added to."""
        name = insist_label(label)
        known = self.find(name)
        if known is not None and not more:
            raise UsageError(
                f"There is a gesture '{known.label}' already.",
                fix="Take another name, add the takes to it, or delete it first.",
            )
        return name, known

    def keep(self, *gestures: Gesture) -> None:
        """From now on they are known."""
        self._keeper.commit(*gestures, together=True)
        self._changed()

    def switch(self, label: str, *, on: bool) -> Gesture:
        """Look for a gesture, or no longer, without forgetting it."""
        changed = replace(self.get(label), enabled=on)
        self.keep(changed)
        return changed

    def delete(self, label: str) -> Gesture:
        """Forget a gesture."""
        gone = self.get(label)
        self._keeper.erase("gesture", [gone.id])
        self._changed()
        return gone

    def usage(self) -> dict[str, Usage]:
        """How often each gesture was made, by its name."""
        return {
            label: Usage(count, from_ms(last_ms))
            for label, (count, last_ms) in self._archive.made().items()
        }

    def statistics(self) -> dict[str, Statistics]:
        """What was made in the last thirty days, by the gesture's name."""
        now = self._clock.now()
        by_label: dict[str, list[Performance]] = {}
        for one in self._archive.performances(to_ms(since(now)), _MOST_MADE):
            by_label.setdefault(one.label, []).append(one)
        return {label: statistics_of(made, now) for label, made in by_label.items()}

    def confusion(self) -> Confusion | None:
        """Which of those that are looked for are taken for which; it takes a while."""
        return confusion(self.all(), self.lexicon(), self.threshold)

    def remove_take(self, label: str, number: int) -> Gesture:
        """Forget one take of a gesture, counted from nought; the last one cannot go."""
        known = self.get(label)
        if not 0 <= number < len(known.takes):
            raise NotFound(f"The gesture '{known.label}' has no take {number + 1}.")
        if len(known.takes) == 1:
            raise UsageError(
                "A gesture needs a take.", fix="Teach another take first, or delete the gesture."
            )
        left = tuple(take for at, take in enumerate(known.takes) if at != number)
        changed = replace(known, takes=left)
        self.keep(changed)
        return changed

    def mirror(self, label: str, *, on: bool) -> Gesture:
        """Let a gesture count with left and right changed over, too, or no longer."""
        changed = replace(self.get(label), mirrored=on)
        self.keep(changed)
        return changed

    def poses(self, event_id: str) -> EventPoses | None:
        """How somebody moved during an event, if it was kept."""
        return self._archive.poses(event_id)

    def take_in(self, gestures: Sequence[Gesture], *, replacing: bool = False) -> list[Gesture]:
        """Keep gestures that came in a file: all of them, or none where a name is taken."""
        known = {g.label.casefold(): g for g in self.all()}
        taken = [g.label for g in gestures if g.label.casefold() in known]
        if taken and not replacing:
            raise UsageError(
                f"There is a gesture '{taken[0]}' already.",
                fix="Delete it first, or say that those in the file take the place of yours.",
            )
        now_ms = to_ms(self._clock.now())
        fresh = []
        for gesture in gestures:
            there = known.get(gesture.label.casefold())
            new_id = there.id if there is not None else self._ids.next(now_ms)
            fresh.append(replace(gesture, id=new_id))
        self.keep(*fresh)
        return fresh

    def newest(self) -> Iterator[tuple[Lexicon | None] | None]:
        """What to look for, whenever it was changed, and None in between; it never ends."""
        self._awaited = True
        seen = -1
        while True:
            if seen == self._changes:
                yield None
                continue
            lexicon = self.lexicon()
            seen = self._made[0]
            yield (lexicon,)

    def lexicon(self) -> Lexicon | None:
        """What is looked for, as it stands now; nothing where no gesture is switched on."""
        changes, made = self._made
        if changes != self._changes:
            changes, made = self._made = self._changes, lexicon_of(self.all())
        return made

    def _changed(self) -> None:
        """Whoever changed something makes ready what is looked for: the eye is not to wait for it."""
        self._changes += 1
        if self._awaited:
            self.lexicon()

    def answer(self, payload: Any) -> Any:
        """What another program asks of the one that owns the data folder."""
        if "drop" in payload:
            self._keeper.erase("gesture", [str(one) for one in payload["drop"]])
            self._changed()
        else:
            self.keep(*gestures_from_json(payload["keep"], trusted=True))
        return {"kept": True}


def activities_in(settings: Settings) -> tuple[str, ...]:
    """Which of the activities that nobody has to teach are watched for."""
    how = settings.gestures
    wanted = {FALL: how.falls, RAISED_HANDS: how.raised_hands}
    return tuple(label for label in ACTIVITIES if wanted[label])
