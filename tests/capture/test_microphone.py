"""A microphone of this computer: sound and packets, or the exact reason why there are none."""

from __future__ import annotations

import itertools
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from omnisight_desktop.capture import microphone
from omnisight_desktop.capture.microphone import MicrophoneSource
from omnisight_desktop.core.errors import (
    BackendUnavailable,
    OmniSightError,
    SourceRefused,
    SourceUnreachable,
)
from omnisight_desktop.core.ports.capture import Wants


class Whistle:
    """A microphone that hears one tone, or nothing at all."""

    def __init__(self, rate_hz: int = 44_100, level: float = 0.5) -> None:
        self.rate_hz = rate_hz
        self.closed = False
        self._level = level
        self._read = 0

    def read(self, samples: int) -> NDArray[np.float32]:
        at = (self._read + np.arange(samples)) / self.rate_hz
        self._read += samples
        return np.asarray(self._level * np.sin(2 * np.pi * 440 * at), np.float32)

    def close(self) -> None:
        self.closed = True


def test_it_gives_sound_for_who_listens_and_packets_for_clips() -> None:
    whistle = Whistle()
    source = MicrophoneSource("", Wants(sound=True), lambda _: whistle)
    shots = list(itertools.islice(source.shots(), 30))
    heard = np.concatenate([shot.sound.samples for shot in shots if shot.sound])
    assert len(heard) == pytest.approx(3 * 16_000, rel=0.02)
    crossings = int((np.diff(np.signbit(heard).astype(int)) == 1).sum())
    assert crossings == pytest.approx(440 * len(heard) / 16_000, rel=0.02)
    packets = [packet for shot in shots for packet in shot.sound_packets]
    assert packets[-1].at_s == pytest.approx(3, abs=0.2)
    assert source.sound_template.codec_context.name == "aac"
    assert source.template is None
    source.close()


def test_sound_that_nobody_listens_to_is_only_recorded() -> None:
    source = MicrophoneSource("", Wants(), lambda _: Whistle())
    assert not any(shot.sound for shot in itertools.islice(source.shots(), 5))


def test_closing_lets_go_of_it() -> None:
    whistle = Whistle()
    source = MicrophoneSource("", Wants(), lambda _: whistle)
    shots = source.shots()
    next(shots)
    source.close()
    assert list(shots) == []
    assert whistle.closed


def test_a_mac_that_says_no_by_silence_is_understood() -> None:
    source = MicrophoneSource("", Wants(), lambda _: Whistle(level=0.0), "darwin")
    with pytest.raises(SourceRefused, match="macOS does not let") as caught:
        list(itertools.islice(source.shots(), 200))
    assert "Privacy & Security > Microphone" in caught.value.fix


class PortAudioError(Exception):
    """What the library raises."""


def _library(*fault: Any, names: tuple[str, ...] = ("Headset",)) -> Any:
    def refuse(**told: Any) -> None:
        raise PortAudioError("words of the vendor", *fault)

    def query(device: Any = None, kind: str | None = None) -> Any:
        every = [{"name": name, "max_input_channels": 1} for name in names]
        return {"default_samplerate": 48_000.0} if kind else every

    return SimpleNamespace(PortAudioError=PortAudioError, query_devices=query, InputStream=refuse)


@pytest.mark.parametrize(
    ("library", "platform", "kind", "words", "fix"),
    [
        (_library(-9996), "linux", SourceUnreachable, "There is no microphone", "Plug it in"),
        (_library(names=()), "linux", SourceUnreachable, "No microphone is", "Plug it in"),
        (_library(-9985), "linux", SourceUnreachable, "in use by another", "Close that program"),
        (_library(-9999), "linux", SourceRefused, "may not use", "usermod -aG audio"),
        (_library(-9999), "win32", SourceRefused, "Windows does not let", "Microphone > Let"),
        (_library(-9986), "darwin", SourceRefused, "macOS does not let", "Privacy & Security"),
        (_library(-9986), "linux", SourceUnreachable, "gives nothing", "another program"),
    ],
)
def test_each_reason_not_to_have_it_is_named_with_the_exact_way_out(
    library: Any,
    platform: str,
    kind: type[OmniSightError],
    words: str,
    fix: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(microphone, "import_module", lambda _: library)
    with pytest.raises(OmniSightError, match=words) as caught:
        microphone.opened("", platform)
    assert type(caught.value) is kind
    assert fix in caught.value.fix


@pytest.mark.parametrize(
    ("error", "fix"),
    [
        (ImportError("No module named 'sounddevice'"), "pip install sounddevice"),
        (OSError("PortAudio library not found"), "apt-get install libportaudio2"),
    ],
)
def test_what_is_missing_is_named(
    error: Exception, fix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(name: str) -> None:
        raise error

    monkeypatch.setattr(microphone, "import_module", refuse)
    with pytest.raises(BackendUnavailable) as caught:
        microphone.opened("")
    assert fix in caught.value.fix
