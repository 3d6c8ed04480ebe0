"""Listening to a recording: what was said in it, who was introduced, and which sounds were there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.capture.soundfile import sounds_of
from omnisight_desktop.core.speech import HeardName, Said, Utterance
from omnisight_desktop.perception.hearing.mentioned import mentioned_in
from omnisight_desktop.perception.hearing.names import names_in
from omnisight_desktop.perception.hearing.sounds import Ears, SoundHeard, Sounds
from omnisight_desktop.perception.hearing.voice import Voice, voice_detector

Write = Callable[[NDArray[np.float32]], Said]

_SPOKEN_OF = 0.5  # how sure it is that a word is somebody's name, who is not introduced by it
_STILL = 1e-4  # of full swing; a microphone that is on rustles more
_ORIGIN = datetime(2000, 1, 1, tzinfo=UTC)  # a recording begins whenever it is listened to


@dataclass(frozen=True, slots=True)
class Line:
    """One utterance: from when to when, what was said, and who was introduced."""

    start_s: float
    end_s: float
    said: Said
    names: tuple[HeardName, ...]


@dataclass(frozen=True, slots=True)
class Listened:
    """All that is to be heard in a recording."""

    length_s: float
    lines: tuple[Line, ...]
    sounds: tuple[SoundHeard, ...]
    engine: str
    silent: bool = False  # nothing at all is to be heard in it, be it speech or not

    def as_json(self) -> dict[str, Any]:
        """In the shape that programs rely on."""
        return {
            "length_s": round(self.length_s, 2),
            "engine": self.engine,
            "silent": self.silent,
            "segments": [_line(line) for line in self.lines],
            "names": [
                {**name, "at": round(line.start_s, 2)}
                for line in self.lines
                for name in _names(line)
            ],
            "sounds": [
                {
                    "kind": one.kind,
                    "start_s": round((one.start - _ORIGIN).total_seconds(), 2),
                    "score": one.score,
                }
                for one in self.sounds
            ],
        }


def listen(path: Path, write: Write, engine: str, ears: Ears | None = None) -> Listened:
    """Listen to a file from beginning to end, as fast as the engine writes."""
    voice = Voice(path.name, voice_detector())
    sounds = Sounds(ears) if ears is not None else None
    length_s, lines, heard, silent = 0.0, list[Line](), list[SoundHeard](), True

    def take(utterances: tuple[Utterance, ...]) -> None:
        for one in utterances:
            said = write(one.samples)
            if said.text:
                begin_s = (one.start - _ORIGIN).total_seconds()
                names = names_in(said.text, said.language, said.people)
                lines.append(Line(begin_s, begin_s + one.length_s, said, names))

    for piece in sounds_of(path):
        at = _ORIGIN + timedelta(seconds=piece.at_s)
        length_s = piece.at_s + len(piece.samples) / piece.rate_hz
        silent = silent and _swing(piece.samples) < _STILL
        take(voice.hear(piece, at))
        heard += sounds.hear(piece, at) if sounds is not None else ()
    take(voice.close())
    heard += sounds.close() if sounds is not None else ()
    return Listened(length_s, tuple(lines), tuple(heard), engine, silent)


def _swing(samples: NDArray[np.float32]) -> float:
    """From the lowest sample to the highest; a constant makes no sound."""
    known = np.nan_to_num(samples, nan=0.0, posinf=0.0, neginf=0.0)
    return float(np.ptp(known)) if len(known) else 0.0


def read(text: str) -> Listened:
    """The same of what was written down already."""
    said = Said(" ".join(text.split()))
    lines = (Line(0.0, 0.0, said, names_in(said.text)),) if said.text else ()
    return Listened(0.0, lines, (), "text", not lines)


def _line(line: Line) -> dict[str, Any]:
    return {
        "start": round(line.start_s, 2),
        "end": round(line.end_s, 2),
        "text": line.said.text,
        "language": line.said.language,
        "names": _names(line),
    }


def _names(line: Line) -> list[dict[str, Any]]:
    """Who was introduced, and who was only spoken of."""
    told = [
        {"name": one.name, "relation": one.whom.value, "confidence": one.score}
        for one in line.names
    ]
    others = mentioned_in(line.said.text, line.names, line.said.people)
    return told + [{"name": name, "relation": "third", "confidence": _SPOKEN_OF} for name in others]
