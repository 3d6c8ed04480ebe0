"""Which engine writes down what is said, and the line to the process in which it works."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import ModelMissing
from omnisight_desktop.core.speech import Said
from omnisight_desktop.flow.process import Child

_TARGET = "omnisight_desktop.perception.hearing.scribe:scribe"
_PATIENCE_S = 180.0  # loading included
_IDLE_S = 300.0  # after so long without a word its memory is worth more than its readiness

_CONVERTED = ("model.bin", "config.json", "tokenizer.json")

ENGINES = ("auto", "whisper", "faster-whisper", "pocketsphinx")

#: Finds the file of a model by its name in the manifest; none where it does not lie there.
Find = Callable[[str], Path | None]


@dataclass(frozen=True, slots=True)
class ScribeWish:
    """What somebody wants to listen with; ``language`` is a code, or nothing for any."""

    engine: str = "auto"
    model: str = "base"
    language: str = ""


class RemoteScribe:
    """Hands utterances to an engine over there, and takes words back."""

    def __init__(self, engine: str, weights: str, language: str, names: str) -> None:
        self.engine = engine
        self._child: Child[NDArray[np.float32], Said] = Child(
            f"speech with {engine}",
            _TARGET,
            arguments=(engine, weights, language, names),
            idle_s=_IDLE_S,
        )

    @property
    def failure(self) -> str:
        """Why it last failed; nothing where it never has."""
        return self._child.failure

    def write(self, samples: NDArray[np.float32]) -> Said:
        """What was said."""
        return self._child.ask(samples, _PATIENCE_S)

    def close(self) -> None:
        """End the process; whoever waits for it is let go."""
        self._child.stop()


def choose_scribe(wish: ScribeWish, find: Find) -> RemoteScribe:
    """The engine that is wished for; by itself, Whisper where its weights lie. None of them ever
    fetches a model by itself."""
    weights = _weights(wish.model, find)
    engine = wish.engine
    if engine == "auto" and _is_converted(wish.model) and find_spec("faster_whisper"):
        engine = "faster-whisper"
    elif engine == "auto":
        engine = "whisper" if weights is not None else "pocketsphinx"
    if engine == "whisper" and weights is None:
        raise ModelMissing(
            f"The speech model '{wish.model}' is not on this machine.",
            fix=f"Get it with 'omnisight models pull whisper-{wish.model}'.",
        )
    if engine == "faster-whisper" and not _is_converted(wish.model):
        raise ModelMissing(
            f"'{wish.model}' is no folder with a model for faster-whisper.",
            fix="Convert one with ct2-transformers-converter (--copy_files tokenizer.json "
            "preprocessor_config.json), and name its folder: omnisight settings set hearing.model FOLDER",
        )
    given = wish.model if engine == "faster-whisper" else str(weights or "")
    names = find("names-english")
    return RemoteScribe(engine, given, wish.language, str(names or ""))


def _is_converted(model: str) -> bool:
    """Whether it is a folder with all that faster-whisper needs: what is missing it would fetch."""
    return all((Path(model) / name).is_file() for name in _CONVERTED)


def _weights(model: str, find: Find) -> Path | None:
    """The file of a size, such as ``base``, or a file that somebody names."""
    own = Path(model)
    if own.is_file():
        return own
    return find(f"whisper-{model}") if model in ("base", "tiny") else None
