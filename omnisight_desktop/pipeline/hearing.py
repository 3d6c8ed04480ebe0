"""Listening to what people say: the ear cuts it into utterances, the scribe writes them down.

Between the two is a queue that holds so many seconds of speech and no more. Who talks faster than the
scribe writes loses the oldest, and every one of them is counted.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.clock import Clock, to_ms
from omnisight_desktop.core.errors import NotRunning, OmniSightError
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.ids import IdSource
from omnisight_desktop.core.instruments import Reading
from omnisight_desktop.core.speech import NameProposal, Said, Transcript, Utterance, Whom
from omnisight_desktop.flow.channel import Channel
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.perception.hearing.bite import wav
from omnisight_desktop.perception.hearing.names import names_in
from omnisight_desktop.perception.hearing.sounds import Ears, SoundHeard, Sounds
from omnisight_desktop.perception.hearing.voice import Detector, Voice
from omnisight_desktop.pipeline.company import Company
from omnisight_desktop.pipeline.feed import Heard
from omnisight_desktop.pipeline.speaker import Mouths, speaker
from omnisight_desktop.pipeline.topology import SPEECH

log = logging.getLogger(__name__)

_ROUND_S = 0.25
_JOIN, _LONGEST = timedelta(seconds=60), timedelta(minutes=30)


class Scribe(Protocol):
    """Writes down what is said."""

    def write(self, samples: NDArray[np.float32]) -> Said: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class HearingSense:
    """What listening is made of, each made when it is first needed."""

    detector: Callable[[], Detector]
    scribe: Callable[[], Scribe]
    ears: Callable[[], Ears | None] = lambda: None  # none: sounds are not recognised
    mouths: Callable[[], Mouths | None] = lambda: None  # none: nobody watches them
    company: Company = field(default_factory=Company)  # which the eye adds faces to


class Talk:
    """What follows soon at one camera belongs together, so that a conversation is one alert."""

    def __init__(self) -> None:
        self._first: dict[str, tuple[str, datetime]] = {}
        self._until: dict[str, datetime] = {}

    def story(self, camera: str, id_: str, start: datetime, end: datetime) -> str:
        """The event that began what this one belongs to; itself, if it begins anew."""
        first, begun = self._first.get(camera, (id_, start))
        joins = abs(start - self._until.get(camera, start)) <= _JOIN
        if not joins or abs(start - begun) > _LONGEST:
            first, begun = id_, start
        self._first[camera], self._until[camera] = (first, begun), end
        return first


class Hearing:
    """The ear's share and the scribe's. ``people`` tells who is in view of a camera just now."""

    def __init__(
        self,
        sense: HearingSense,
        keep: Callable[[Any], object],
        people: Callable[[str], tuple[str, ...]],
        clock: Clock,
    ) -> None:
        self.speech: Channel[Utterance] = SPEECH.channel(lambda one: round(one.length_s * 1000))
        self.written = 0
        self.failed = 0
        self.trouble: OmniSightError | None = None
        self._sense = sense
        self._keep = keep
        self._people = people
        self._clock = clock
        self._company = sense.company
        self._mouths: Mouths | None = None
        self._talk = Talk()
        self._scribe: Scribe | None = None
        self._ids = (IdSource("S"), IdSource("E"), IdSource("N"))

    def ear(self, camera: str) -> Callable[[Heard | None], tuple[Event, ...]]:
        """What listens to one camera: speech goes to the scribe, sounds become events."""
        voice = Voice(camera, self._sense.detector())
        ears = self._sense.ears()
        sounds, noises = Sounds(ears) if ears is not None else None, _Noises(camera)

        def listen(heard: Heard | None) -> tuple[Event, ...]:
            if heard is None:
                self._company.speaks(camera, anybody=False)
                self._offer(voice.close())
                return noises.events(sounds.close() if sounds is not None else ())
            self._company.note(camera, heard.at, self._people(camera))
            self._offer(voice.hear(heard.sound, heard.at))
            self._company.speaks(camera, anybody=voice.speaking)
            found = sounds.hear(heard.sound, heard.at) if sounds is not None else ()
            return noises.events(found)

        return listen

    def run(self, worker: Worker) -> None:
        """Write until told to stop."""
        while not worker.stopping:
            worker.beat()
            utterance = self.speech.get(_ROUND_S)
            if utterance is not None:
                self.write(utterance)

    def write(self, utterance: Utterance) -> None:
        """Write one down; what cannot be written is counted, and said once."""
        try:
            if self._scribe is None:
                self._scribe = self._sense.scribe()
            said = self._scribe.write(utterance.samples)
        except NotRunning:
            self.failed += 1
            return
        except OmniSightError as error:
            self.failed += 1
            if self.trouble is None or self.trouble.reason != error.reason:
                log.warning("what is said cannot be written down: %s", error)
            self.trouble = error
            return
        self.written += 1
        self.trouble = None
        if said.text:
            for value in self._told(utterance, said):
                self._keep(value)

    def stop(self) -> None:
        """Let go of who waits for the scribe; what was not written by now is counted as let go."""
        self.speech.close()
        for part in (self._scribe, self._mouths):
            if part is not None:
                part.close()

    def readings(self) -> list[Reading]:
        """How the scribe keeps up: what waits, what was written, and what was let go."""
        return [
            Reading("speech.waiting", len(self.speech)),
            Reading("speech.written", self.written),
            Reading("speech.dropped", self.speech.dropped),
            Reading("speech.failed", self.failed),
        ]

    def _offer(self, utterances: tuple[Utterance, ...]) -> None:
        for utterance in utterances:
            self.speech.put(utterance)

    def _speaker(
        self, camera: str, start: datetime, end: datetime, there: tuple[str, ...]
    ) -> str | None:
        faces = self._company.faces(camera, start, end)
        if faces and self._mouths is None:
            self._mouths = self._sense.mouths()
        return speaker(there, faces, self._mouths)

    def _told(self, one: Utterance, said: Said) -> list[Transcript | Event | NameProposal]:
        """What is to be remembered of an utterance."""
        transcripts, events, proposals = self._ids
        start, end = one.start, one.start + timedelta(seconds=one.length_s)
        there = self._company.during(one.camera, start, end)
        who = self._speaker(one.camera, start, end, there)
        spoken = Transcript(
            transcripts.next(to_ms(start)), one.camera, start, end, said.text, said.language
        )
        id_ = events.next(to_ms(start))
        story = self._talk.story(one.camera, id_, start, end)
        event = Event(
            *(id_, one.camera, EventType.SPOKEN, start, end),
            text=said.text,
            track=who,
            story=story,
        )
        names = names_in(said.text, said.language, said.people)
        return [
            spoken,
            event,
            *(
                NameProposal(
                    id=proposals.next(to_ms(start)),
                    transcript=spoken.id,
                    camera=one.camera,
                    at=start,
                    name=name.name,
                    whom=name.whom,
                    score=name.score,
                    track=who if name.whom is Whom.SELF and _alone(names) else None,
                    in_view=there,
                    text=said.text,
                    bite=wav(one.samples),
                )
                for name in names
            ),
        ]


def _alone(names: tuple[Any, ...]) -> bool:
    """Whether only one speaks of themselves: "we're Chloe and Max" is said by either."""
    return sum(name.whom is Whom.SELF for name in names) == 1


class _Noises:
    """Turns sounds of one camera into events."""

    def __init__(self, camera: str) -> None:
        self._camera = camera
        self._ids = IdSource("E")
        self._talk = Talk()

    def events(self, sounds: tuple[SoundHeard, ...]) -> tuple[Event, ...]:
        return tuple(self._event(one) for one in sounds)

    def _event(self, one: SoundHeard) -> Event:
        id_ = self._ids.next(to_ms(one.start))
        return Event(
            *(id_, self._camera, EventType.SOUND, one.start, one.end),
            label=one.kind,
            score=one.score,
            story=self._talk.story(one.kind, id_, one.start, one.end),
        )
