"""The engines that write: Whisper's own loading code, a recogniser of names, and the way to the process."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
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


def test_people_are_recognised_by_a_model_of_names(whisper: RemoteScribe, tmp_path: Path) -> None:
    told = (str(tmp_path / "names"), "Quorra went to Paris.")
    assert asked(whisper, "people", told) == ("Quorra",)
    broken = tmp_path / "names.whl"
    broken.write_bytes(b"no wheel")
    with pytest.raises(ModelCorrupt, match=r"names\.whl"):
        asked(whisper, "people", (str(broken), ""))
