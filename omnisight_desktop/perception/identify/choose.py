"""Which engines recognise faces on this machine: the wanted ones, or the best whose files are here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from omnisight_desktop.core.errors import BackendUnavailable, ModelMissing, OmniSightError
from omnisight_desktop.core.ports.faces import FaceEmbedder, FaceFinder
from omnisight_desktop.perception.identify import EMBEDDERS, FINDERS
from omnisight_desktop.perception.identify.deepface import KINDS
from omnisight_desktop.perception.identify.reader import FaceReader
from omnisight_desktop.perception.weights import Weights

AUTO = "auto"

#: Which file each finder needs, as the list of models calls it.
_FINDER_FILES = {
    "yunet": "yunet",
    "scrfd": "scrfd_2.5g_bnkps.onnx",
    "mediapipe": "face-short-range",
}
#: What serves as well where that file is not here.
_INSTEAD = {"mediapipe": "face-landmarks"}
#: The default first; the others where only their files are here.
_PREFERRED = ("facenet512", "sface", "arcface", "ghostfacenet", "facenet")
#: What files of the ArcFace kind are usually called.
_ARCFACE_LIKE = ("*arcface*.onnx", "*mobilefacenet*.onnx", "w600k*.onnx", "glintr*.onnx")


def choose_reader(finder: str, model: str, weights: Weights) -> FaceReader:
    """A finder and an embedder, both ready."""
    return FaceReader(_finder(finder, weights), _embedder(model, weights))


def chosen_model(model: str, weights: Weights) -> tuple[str, str, Path]:
    """The embedder that is meant: its engine, what its vectors are called, and its file."""
    if model in KINDS:
        return "deepface", model, weights.find(model)
    if model != AUTO:
        path = weights.find(model)
        return "arcface", path.stem, path
    for name in _PREFERRED:
        there = weights.look(name)
        if there is not None:
            return "deepface", name, there
    for folder in weights.folders:
        for pattern in _ARCFACE_LIKE:
            for path in sorted(folder.glob(pattern)):
                return "arcface", path.stem, path
    raise ModelMissing(
        "There are no weights to tell faces apart with.",
        fix="Get them with 'omnisight models pull facenet512'.",
    )


def _finder(name: str, weights: Weights) -> FaceFinder:
    name = "yunet" if name == AUTO else name
    factory: Callable[..., FaceFinder] = FINDERS.load(name)
    finder = factory(_file_of(name, weights))
    _tried(lambda: finder.find(np.full((240, 320, 3), 128, np.uint8)), name)
    return finder


def _file_of(name: str, weights: Weights) -> Path | None:
    file = _FINDER_FILES.get(name)
    if file is None:
        return None
    other = weights.look(_INSTEAD.get(name, ""))
    return other if other is not None and weights.look(file) is None else weights.find(file)


def _embedder(model: str, weights: Weights) -> FaceEmbedder:
    engine, name, path = chosen_model(model, weights)
    made: FaceEmbedder = EMBEDDERS.load(engine)(path, name)
    return made


def _tried(act: Callable[[], object], name: str) -> None:
    """Many a fault shows only at the first look; it had better be now."""
    try:
        act()
    except OmniSightError:
        raise
    except Exception as error:
        first = next(iter(str(error).splitlines()), "") or type(error).__name__
        raise BackendUnavailable(
            f"The face finder {name} is there and cannot be run: {first}.",
            fix="Choose another: 'omnisight settings set people.finder yunet'.",
        ) from error
