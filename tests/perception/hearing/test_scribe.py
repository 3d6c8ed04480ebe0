"""The engines that write: Whisper's own loading code, a recogniser of names, and the way to the process."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from omnisight_desktop.core.errors import BackendUnavailable, ModelCorrupt, ModelMissing
from omnisight_desktop.core.speech import SPEECH_HZ
from omnisight_desktop.perception.hearing import remote
from omnisight_desktop.perception.hearing.remote import RemoteScribe, ScribeWish, choose_scribe
from omnisight_desktop.perception.hearing.scribe import scribe


@pytest.fixture(scope="module")
def whisper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RemoteScribe]:
    """A small Whisper in another process, loaded as the real one is."""
    path = tmp_path_factory.mktemp("speech") / "base.pt"
    path.touch()  # it is made over there, where its packages are loaded anyway
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(remote, "_TARGET", "tests.fakes.engines:engines")
        made = choose_scribe(ScribeWish("auto", str(path), "en"), lambda _: None)
    yield made
    made.close()


def test_whisper_is_loaded_and_asked_in_another_process(whisper: RemoteScribe) -> None:
    assert whisper.engine == "whisper"
    noise = np.random.default_rng(2).normal(0, 0.1, SPEECH_HZ // 4).astype(np.float32)
    assert isinstance(whisper.write(noise).text, str)  # it has no sense, so it may say anything
    assert whisper.write(np.zeros(SPEECH_HZ, np.float32)).text == ""
    assert whisper.write(np.full(SPEECH_HZ, np.nan, np.float32)).text == ""
    assert whisper.write(np.ones(3, np.float32)).text == ""
    assert "torch" not in sys.modules or "whisper" not in sys.modules


def test_damaged_weights_are_told_in_words(whisper: RemoteScribe, tmp_path: Path) -> None:
    path = tmp_path / "base.pt"
    path.write_bytes(b"no weights")
    with pytest.raises(ModelCorrupt, match=r"base\.pt"):
        asked(whisper, "load", str(path))


def asked(whisper: RemoteScribe, verb: str, told: Any) -> Any:
    """Something else that is done in the same process."""
    child: Any = whisper._child
    return child.ask((verb, told), 180)


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


def converted(folder: Path) -> str:
    """A folder that looks like a model for faster-whisper."""
    folder.mkdir()
    for name in ("model.bin", "config.json", "tokenizer.json"):
        (folder / name).touch()
    return str(folder)


def test_faster_whisper_never_fetches_a_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = {"whisper-base": tmp_path / "base.pt"}
    with pytest.raises(ModelMissing, match="'base' is no folder") as missing:
        choose_scribe(ScribeWish("faster-whisper"), there.get)
    assert "ct2-transformers-converter" in (missing.value.fix or "")
    folder = converted(tmp_path / "converted")
    assert choose_scribe(ScribeWish("faster-whisper", folder), there.get).engine == "faster-whisper"
    assert choose_scribe(ScribeWish("auto", folder), there.get).engine == "pocketsphinx"
    monkeypatch.setattr(remote, "find_spec", lambda name: name == "faster_whisper")
    assert choose_scribe(ScribeWish("auto", folder), there.get).engine == "faster-whisper"
    assert choose_scribe(ScribeWish("auto"), there.get).engine == "whisper"
    (tmp_path / "converted" / "tokenizer.json").unlink()  # it would be fetched
    with pytest.raises(ModelMissing):
        choose_scribe(ScribeWish("faster-whisper", folder), there.get)


def test_faster_whisper_reads_what_is_here_and_leaves_out_what_it_dreamt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class WhisperModel:
        def __init__(self, given: str, *, local_files_only: bool = False, **_: Any) -> None:
            if not local_files_only or not Path(given).is_dir():
                raise ConnectionError("it went online")

        def transcribe(self, *_: Any, **__: Any) -> tuple[list[Any], Any]:
            def segment(text: str, compression: float, probability: float, silence: float) -> Any:
                return SimpleNamespace(
                    text=text,
                    compression_ratio=compression,
                    avg_logprob=probability,
                    no_speech_prob=silence,
                )

            told = [
                segment(" Hello", 1.2, -0.3, 0.1),
                segment(" Thank you for watching", 1.2, -1.4, 0.9),
                segment(" la la la la", 3.0, -0.3, 0.1),
                segment(" there.", 1.2, -0.3, 0.1),
            ]
            return told, SimpleNamespace(language="en")

    monkeypatch.setitem(sys.modules, "faster_whisper", SimpleNamespace(WhisperModel=WhisperModel))
    write = scribe("faster-whisper", converted(tmp_path / "converted"), "", "")
    assert write(np.full(SPEECH_HZ, 0.1, np.float32)).text == "Hello there."
    with pytest.raises(ModelCorrupt, match="base"):
        scribe("faster-whisper", "base", "", "")


def test_people_are_recognised_by_a_model_of_names(whisper: RemoteScribe, tmp_path: Path) -> None:
    told = (str(tmp_path / "names"), "Quorra went to Paris.")
    assert asked(whisper, "people", told) == ("Quorra",)
    broken = tmp_path / "names.whl"
    broken.write_bytes(b"no wheel")
    with pytest.raises(ModelCorrupt, match=r"names\.whl"):
        asked(whisper, "people", (str(broken), ""))
