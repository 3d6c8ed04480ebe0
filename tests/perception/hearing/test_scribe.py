"""The engines that write: Whisper's own loading code, a recogniser of names, and the way to the process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from omnisight_desktop.core.errors import BackendUnavailable, ModelCorrupt, ModelMissing
from omnisight_desktop.core.speech import SPEECH_HZ
from omnisight_desktop.perception.hearing.remote import ScribeWish, choose_scribe
from omnisight_desktop.perception.hearing.scribe import recogniser, scribe

#: A Whisper with the right shapes and no sense, in the file format of the real one.
_SMALL_WHISPER = """
import sys, torch
from dataclasses import asdict
from whisper.model import ModelDimensions, Whisper
dims = ModelDimensions(80, 1500, 16, 2, 1, 51865, 448, 16, 2, 1)
torch.manual_seed(1)
torch.save({"dims": asdict(dims), "model_state_dict": Whisper(dims).state_dict()}, sys.argv[1])
"""


def test_whisper_is_loaded_and_asked_in_another_process(tmp_path: Path) -> None:
    path = tmp_path / "base.pt"
    subprocess.run([sys.executable, "-c", _SMALL_WHISPER, str(path)], check=True)
    made = choose_scribe(ScribeWish("auto", str(path), "en"), lambda _: None)
    try:
        assert made.engine == "whisper"
        noise = np.random.default_rng(2).normal(0, 0.1, SPEECH_HZ).astype(np.float32)
        assert isinstance(made.write(noise).text, str)  # it has no sense, so it may say anything
        assert made.write(np.zeros(SPEECH_HZ, np.float32)).text == ""
        assert made.write(np.full(SPEECH_HZ, np.nan, np.float32)).text == ""
        assert made.write(np.ones(3, np.float32)).text == ""
    finally:
        made.close()
    assert "torch" not in sys.modules or "whisper" not in sys.modules


def test_damaged_weights_are_told_in_words(tmp_path: Path) -> None:
    path = tmp_path / "base.pt"
    path.write_bytes(b"no weights")
    made = choose_scribe(ScribeWish("whisper", str(path)), lambda _: None)
    try:
        with pytest.raises(ModelCorrupt, match=r"base\.pt"):
            made.write(np.ones(SPEECH_HZ, np.float32))
    finally:
        made.close()


def test_the_engine_is_chosen_by_what_is_there(tmp_path: Path) -> None:
    weights = tmp_path / "base.pt"
    assert choose_scribe(ScribeWish(), lambda _: None).engine == "pocketsphinx"
    found = {"whisper-base": weights}
    assert choose_scribe(ScribeWish(), found.get).engine == "whisper"
    assert choose_scribe(ScribeWish("pocketsphinx"), found.get).engine == "pocketsphinx"
    with pytest.raises(ModelMissing, match="base"):
        choose_scribe(ScribeWish("whisper"), lambda _: None)


def test_an_engine_that_is_not_installed_says_how_to_get_it() -> None:
    with pytest.raises(BackendUnavailable, match="faster-whisper"):
        scribe("faster-whisper", "base", "", "")


def test_people_are_recognised_by_a_model_of_names(tmp_path: Path) -> None:
    import spacy

    language = spacy.blank("en")
    ruler = language.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]  # of this one pipe
        [{"label": "PERSON", "pattern": "Quorra"}, {"label": "GPE", "pattern": "Paris"}]
    )
    language.to_disk(tmp_path / "names")
    assert recogniser(tmp_path / "names")("Quorra went to Paris.") == ("Quorra",)
    (tmp_path / "names.whl").write_bytes(b"no wheel")
    with pytest.raises(ModelCorrupt, match=r"names\.whl"):
        recogniser(tmp_path / "names.whl")
