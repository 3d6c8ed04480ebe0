"""PocketSphinx, for where no weights lie: a grammar of introductions beside free speech.

The grammar forces whatever it hears into its sentences. It is believed only where its sentence takes
up most of what was said, and explains it about as well as free speech does.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import BackendUnavailable
from omnisight_desktop.core.speech import SPEECH_HZ, Said

_LONGEST_S = 6.0  # nobody introduces anybody for longer
_COVERED = 0.5  # of what was said
_WORSE = 1.0  # as much less likely a frame may be than in free speech
_LONGEST_NAME_FRAMES = 90  # of a hundredth of a second
_SILENCE = ("<s>", "</s>", "<sil>", "[NOISE]", "[SPEECH]", "(NULL)")
_SELF = "my name is | i'm | i am | call me"
_OTHERS = "this is | this is my (friend | wife | husband | son | daughter | brother | sister)"
_CALLED = "he's called | he is called | she's called | she is called | meet"


class Sphinx:
    """Two decoders with one model: the grammar's, and the one for everything."""

    def __init__(self, names: Iterable[str]) -> None:
        try:
            import pocketsphinx
        except ImportError as error:
            raise BackendUnavailable(
                f"PocketSphinx cannot be loaded: {error}.",
                fix="Bring Whisper instead: omnisight models pull whisper-base",
            ) from error
        quiet = {"samprate": SPEECH_HZ, "loglevel": "FATAL"}
        self._free: Any = pocketsphinx.Decoder(**quiet, maxhmmpf=3000, maxwpf=10)
        self._bound: Any = pocketsphinx.Decoder(**quiet, lm=None)
        known = _spoken(Path(pocketsphinx.get_model_path("en-us/cmudict-en-us.dict")))
        self.names = sorted(set(names) & known)
        self._bound.add_jsgf_string("introductions", grammar(self.names))
        self._bound.activate_search("introductions")

    def write(self, samples: NDArray[np.float32]) -> Said:
        """What was said; English only."""
        sound = (samples * 32767).astype("<i2").tobytes()
        free, free_score, _ = _heard(self._free, sound)
        if len(samples) <= _LONGEST_S * SPEECH_HZ:
            bound, bound_score, covered = _heard(self._bound, sound, _LONGEST_NAME_FRAMES)
            ended = bound.rpartition(" ")[2] in self.names
            if ended and covered >= _COVERED and bound_score >= free_score - _WORSE:
                return Said(_written(bound, self.names), "en")
        return Said(free, "en")

    def write_freely(self, samples: NDArray[np.float32]) -> Said:
        """The same without the grammar."""
        sound = (samples * 32767).astype("<i2").tobytes()
        return Said(_heard(self._free, sound)[0], "en")


def grammar(names: Iterable[str]) -> str:
    """Introductions with these names, as JSGF."""
    return (
        "#JSGF V1.0;\ngrammar introductions;\n"
        f"<name> = {' | '.join(names)};\n"
        f"<form> = {_SELF} | {_OTHERS} | {_CALLED};\n"
        "public <said> = [hi | hello | hey] <form> <name>;\n"
    )


def _heard(decoder: Any, sound: bytes, longest: int = 10**6) -> tuple[str, float, float]:
    """The words, how likely a frame of them is, and how much of the sound they take up."""
    decoder.start_utt()
    decoder.process_raw(sound, full_utt=True)
    decoder.end_utt()
    best, frames = decoder.hyp(), max(1, decoder.n_frames())
    if best is None or not best.hypstr:
        return "", -1e9, 0.0
    score, taken, length = 0.0, 0, 0
    for piece in decoder.seg():
        score += max(-1e6, decoder.logmath.log(max(piece.ascore, 1e-300))) * 1e-4
        if piece.word not in _SILENCE:
            length = piece.end_frame - piece.start_frame + 1
            taken += length
    if length > longest:
        return "", -1e9, 0.0  # whatever it did not understand it took for the name
    return best.hypstr, score / frames, taken / frames


def _written(text: str, names: Iterable[str]) -> str:
    """As somebody would write it: names have a capital."""
    known = set(names)
    words = [word.title() if word in known else word for word in text.split()]
    words = ["I" + word[1:] if word in ("i", "i'm") else word for word in words]
    sentence = " ".join(words)
    return sentence[:1].upper() + sentence[1:]


def _spoken(dictionary: Path) -> set[str]:
    with dictionary.open(encoding="utf-8", errors="replace") as lines:
        return {line.split(maxsplit=1)[0] for line in lines if line.strip()}
