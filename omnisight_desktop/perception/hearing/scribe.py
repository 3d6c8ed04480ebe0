"""Writes down what is said. This is the far side: it runs in a process of its own, and is loaded there.

Whisper is the named engine; faster-whisper does the same where somebody has installed it. Without
weights PocketSphinx, which brings its own, listens for introductions by a grammar, and for English.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import BackendUnavailable, ModelCorrupt
from omnisight_desktop.core.speech import SPEECH_HZ, Said
from omnisight_desktop.perception.hearing.tongue import spoken_names

Samples = NDArray[np.float32]
Write = Callable[[Samples], Said]

_NO_SPEECH, _UNLIKELY, _REPEATED = 0.6, -1.0, 2.4  # Whisper's own limits for what it only dreams
_FIGURES = ("compression_ratio", "avg_logprob", "no_speech_prob")
_SHORTEST_S = 0.1


def scribe(engine: str, weights: str, language: str, names: str) -> Write:
    """An engine, ready to write; ``names`` is where a recogniser of English names lies, if any."""
    write = {"whisper": whisper, "faster-whisper": faster, "pocketsphinx": sphinx}[engine](
        weights, language
    )
    people = recogniser(Path(names)) if names else None

    def written(samples: Samples) -> Said:
        known = np.nan_to_num(np.asarray(samples, np.float32), nan=0.0, posinf=0.0, neginf=0.0)
        if len(known) < SPEECH_HZ * _SHORTEST_S or not np.any(known):
            return Said("")
        said = write(np.clip(known, -1.0, 1.0).astype(np.float32))
        if people is None or said.language != "en" or not said.text:
            return said
        return Said(said.text, said.language, people(said.text))

    return written


def whisper(weights: str, language: str) -> Write:
    """OpenAI's own Whisper."""
    import torch
    import whisper as engine

    torch.set_num_threads(max(1, min(4, torch.get_num_threads())))
    try:
        model = engine.load_model(weights, device="cpu")
    except Exception as error:  # whatever a damaged file makes of its reader
        raise ModelCorrupt(
            f"The speech model {Path(weights).name} cannot be loaded: {error}.",
            fix="Bring it again: omnisight models pull whisper-base --again",
        ) from error

    def write(samples: Samples) -> Said:
        told: dict[str, Any] = model.transcribe(
            samples,
            language=language or None,
            fp16=False,
            temperature=0.0,
            condition_on_previous_text=False,
        )
        meant = [
            one["text"] for one in told["segments"] if not _dreamt(*(one[f] for f in _FIGURES))
        ]
        return Said(" ".join("".join(meant).split()), told.get("language"))

    return write


def _dreamt(compression: float, probability: float, no_speech: float) -> bool:
    """Whisper finds words in noise, too, and says by its figures that it does not believe them."""
    return compression > _REPEATED or (probability < _UNLIKELY and no_speech > _NO_SPEECH)


def faster(weights: str, language: str) -> Write:
    """The same network by CTranslate2, for who has installed faster-whisper."""
    import importlib

    try:
        engine = importlib.import_module("faster_whisper")
    except ImportError as error:
        raise BackendUnavailable(
            "faster-whisper is not installed.", fix="Install it: pip install faster-whisper"
        ) from error
    try:
        model = engine.WhisperModel(
            weights, device="cpu", compute_type="int8", local_files_only=True
        )
    except Exception as error:  # whatever a damaged folder makes of its reader
        raise ModelCorrupt(
            f"The speech model {Path(weights).name} cannot be loaded: {error}.",
            fix="Convert it again with ct2-transformers-converter.",
        ) from error

    def write(samples: Samples) -> Said:
        segments, info = model.transcribe(
            samples, language=language or None, condition_on_previous_text=False
        )
        meant = [one.text for one in segments if not _dreamt(*(getattr(one, f) for f in _FIGURES))]
        return Said(" ".join("".join(meant).split()), info.language)

    return write


def sphinx(weights: str, language: str) -> Write:  # noqa: ARG001 - the same for every engine
    """PocketSphinx: what fits the grammar is an introduction, everything else is free speech."""
    from omnisight_desktop.perception.hearing.sphinx import Sphinx

    return Sphinx(spoken_names()).write


def recogniser(path: Path) -> Callable[[str], tuple[str, ...]]:
    """Who is named in an English text, by spaCy: a folder with its model, or the wheel of one."""
    import spacy

    with tempfile.TemporaryDirectory() as folder:
        try:
            if path.is_file():
                with zipfile.ZipFile(path) as wheel:
                    wheel.extractall(folder)
                path = next(Path(folder).rglob("config.cfg")).parent
            language = spacy.load(path)
        except Exception as error:
            raise ModelCorrupt(
                f"The recogniser of names {path.name} cannot be loaded: {error}.",
                fix="Bring it again: omnisight models pull names-english --again",
            ) from error

    def people(text: str) -> tuple[str, ...]:
        return tuple(one.text for one in language(text).ents if one.label_ in ("PERSON", "PER"))

    return people
