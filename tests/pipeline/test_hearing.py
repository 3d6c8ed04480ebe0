"""What is said is written down as fast as it can be, and never falls behind without saying so."""

from __future__ import annotations

import io
import wave
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.errors import ModelMissing
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.ports.capture import Sound
from omnisight_desktop.core.speech import SPEECH_HZ, NameProposal, Said, Transcript, Utterance, Whom
from omnisight_desktop.pipeline.company import Glimpse
from omnisight_desktop.pipeline.feed import Heard
from omnisight_desktop.pipeline.hearing import Hearing, HearingSense, Talk

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)


class LoudIsSpeech:
    """Takes whatever is loud for speech."""

    def reset(self) -> None:
        """It remembers nothing."""

    def process_samples(self, samples: list[float]) -> float:
        return float(max(samples) > 0.5)


class Parrot:
    """Always hears the same."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.closed = False

    def write(self, samples: NDArray[np.float32]) -> Said:
        return Said(self.text, "en")

    def close(self) -> None:
        self.closed = True


class Lips:
    """Mouths of which one moves: a face of that shade."""

    def __init__(self, talks: str) -> None:
        self._talks = int(talks[1:])
        self.closed = False

    def openings(self, faces: Sequence[Image]) -> tuple[float | None, ...]:
        moving = [int(face[0, 0, 0]) == self._talks for face in faces]
        return tuple(0.06 * (at % 2) if one else 0.01 for at, one in enumerate(moving))

    def close(self) -> None:
        self.closed = True


class House:
    """Hearing with somebody in view, who shows their face, and what was kept of it."""

    def __init__(self, text: str, *there: str, talks: str = "T1") -> None:
        self.kept: list[Any] = []
        self.parrot, self.there = Parrot(text), there
        self.mouths = Lips(talks)
        self.sense = HearingSense(LoudIsSpeech, lambda: self.parrot, mouths=lambda: self.mouths)
        self.hearing = Hearing(self.sense, self.kept.append, lambda _: there, ManualClock(NOON))
        self.shown = there  # whose faces are to be seen

    def speak(self, seconds: float = 2.0) -> None:
        listen = self.hearing.ear("porch")
        sound = np.concatenate([np.full(round(seconds * SPEECH_HZ), 0.8), np.zeros(SPEECH_HZ)])
        for begin in range(0, len(sound), 1600):
            piece = Sound(0.0, SPEECH_HZ, sound[begin : begin + 1600].astype(np.float32))
            at = NOON + timedelta(seconds=begin / SPEECH_HZ)
            listen(Heard("porch", at, piece))
            if self.sense.company.speaking("porch"):
                for track in self.shown:
                    face = np.full((8, 8, 3), int(track[1:]), np.uint8)
                    self.sense.company.see("porch", Glimpse(track, at, face, 90.0))
        listen(None)
        while (one := self.hearing.speech.get(0)) is not None:
            self.hearing.write(one)

    def proposal(self) -> NameProposal:
        (found,) = [one for one in self.kept if isinstance(one, NameProposal)]
        return found


def test_what_is_said_is_kept_as_words_and_as_an_event() -> None:
    house = House("Good morning.", "T1")
    house.speak()
    transcript, event = house.kept
    assert isinstance(transcript, Transcript)
    assert isinstance(event, Event)
    assert (transcript.text, transcript.language) == ("Good morning.", "en")
    assert (event.type, event.text, event.track) == (EventType.SPOKEN, "Good morning.", "T1")
    assert transcript.start == event.start


def test_a_name_is_proposed_for_the_only_one_who_can_have_said_it() -> None:
    house = House("I'm Anna.", "T1")
    house.speak()
    heard = house.proposal()
    assert (heard.name, heard.whom, heard.track) == ("Anna", Whom.SELF, "T1")
    with wave.open(io.BytesIO(heard.bite)) as bite:
        assert bite.getframerate() == SPEECH_HZ
        assert bite.getnframes() > SPEECH_HZ


def test_of_two_it_is_the_one_whose_mouth_moves() -> None:
    house = House("I'm Anna.", "T1", "T2", talks="T2")
    house.speak()
    assert house.proposal().track == "T2"
    assert house.proposal().in_view == ("T1", "T2")


def test_whose_face_is_not_to_be_seen_and_whose_mouth_rests_has_not_spoken() -> None:
    turned = House("I'm Anna.", "T1")
    turned.shown = ()
    for house in (turned, House("I'm Anna.", "T1", talks="T9"), House("I'm Anna.")):
        house.speak()
        assert house.proposal().track is None
        assert house.proposal().in_view == house.there


def test_somebody_else_who_is_introduced_is_not_the_one_who_speaks() -> None:
    house = House("This is my wife Anna.", "T1")
    house.speak()
    assert (house.proposal().whom, house.proposal().track) == (Whom.PRESENT, None)


def test_speech_that_comes_faster_than_it_is_written_is_let_go_and_counted() -> None:
    house = House("hm")
    for second in range(0, 400, 4):
        samples = np.zeros(4 * SPEECH_HZ, np.float32)
        house.hearing.speech.put(Utterance("porch", NOON + timedelta(seconds=second), samples))
    readings = {one.name: one.value for one in house.hearing.readings()}
    assert readings["speech.waiting"] == 15  # a minute of it
    assert readings["speech.dropped"] == 85
    oldest = house.hearing.speech.get(0)
    assert oldest is not None
    assert oldest.start == NOON + timedelta(seconds=340)


def test_without_an_engine_it_is_told_once_and_counted(caplog: Any) -> None:
    def missing() -> Parrot:
        raise ModelMissing("The speech model 'base' is not on this machine.", fix="Bring it.")

    kept: list[Any] = []
    hearing = Hearing(
        HearingSense(LoudIsSpeech, missing), kept.append, lambda _: (), ManualClock(NOON)
    )
    for _ in range(3):
        hearing.write(Utterance("porch", NOON, np.zeros(SPEECH_HZ, np.float32)))
    assert kept == []
    assert hearing.trouble is not None
    assert {r.name: r.value for r in hearing.readings()}["speech.failed"] == 3
    assert len(caplog.records) == 1


def test_a_conversation_is_one_story() -> None:
    talk, at = Talk(), NOON
    assert talk.story("porch", "E1", at, at) == "E1"
    for name in ("E2", "E3"):
        at += timedelta(seconds=50)
        assert talk.story("porch", name, at, at) == "E1"
    assert talk.story("yard", "E4", at, at) == "E4"
    at += timedelta(seconds=61)
    assert talk.story("porch", "E5", at, at) == "E5"


def test_a_sound_that_is_recognised_is_an_event() -> None:
    def glass(_: NDArray[np.float32]) -> NDArray[np.float32]:
        scores = np.zeros(521, np.float32)
        scores[435] = 0.8
        return scores

    sense = HearingSense(LoudIsSpeech, lambda: Parrot("hm"), lambda: glass)
    listen = Hearing(sense, list[Any]().append, lambda _: (), ManualClock(NOON)).ear("porch")
    sound = Sound(0.0, SPEECH_HZ, np.full(SPEECH_HZ, 0.4, np.float32))
    (event,) = listen(Heard("porch", NOON, sound))
    assert (event.type, event.label, event.camera) == (EventType.SOUND, "glass", "porch")


def test_stopping_lets_go_of_the_engine() -> None:
    house = House("hm", "T1")
    house.speak()
    house.hearing.stop()
    assert house.parrot.closed
    assert house.mouths.closed
    assert not house.hearing.speech.put(Utterance("porch", NOON, np.zeros(1, np.float32)))
