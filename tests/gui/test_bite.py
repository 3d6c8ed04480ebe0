"""A bite of sound is given to the loudspeakers as they take it, and all of it."""

from __future__ import annotations

import numpy as np
from pytestqt.qtbot import QtBot

from omnisight_desktop.core.speech import SPEECH_HZ
from omnisight_desktop.gui.bite import BitePlayer, as_played
from omnisight_desktop.gui.speaker import CHANNELS, RATE
from omnisight_desktop.perception.hearing.bite import wav


class Loudspeakers:
    """They take so much at once, and keep it."""

    def __init__(self, trouble: str = "") -> None:
        self.on = False
        self.heard = b""
        self._trouble = trouble

    def start(self) -> str:
        self.on = not self._trouble
        return self._trouble

    def room(self) -> int:
        return 40_002

    def put(self, sound: bytes) -> None:
        self.heard += sound

    def stop(self) -> None:
        self.on = False


def bite(seconds: float = 0.5) -> bytes:
    tone = 0.5 * np.sin(np.arange(round(seconds * SPEECH_HZ)) / 9)
    return wav(np.asarray(tone, np.float32))


def test_it_is_played_to_its_end(qtbot: QtBot) -> None:
    loud = Loudspeakers()
    player = BitePlayer(loud)
    assert player.play(bite()) == ""
    assert 0 < len(loud.heard) < len(as_played(bite()))
    qtbot.waitUntil(lambda: not loud.on, timeout=5000)
    assert loud.heard == as_played(bite())


def test_it_sounds_as_it_did() -> None:
    played = np.frombuffer(as_played(bite()), "<i2").reshape(-1, CHANNELS)
    assert len(played) == RATE // 2
    assert (played[:, 0] == played[:, 1]).all()
    assert abs(int(played.max()) - 16383) < 200
    assert as_played(bite(0)) == b""


def test_the_next_ends_the_one_before_and_without_loudspeakers_it_says_why() -> None:
    loud = Loudspeakers()
    player = BitePlayer(loud)
    player.play(bite(2))
    loud.heard = b""
    player.play(bite(0.1))
    assert loud.heard == as_played(bite(0.1))
    player.stop()
    assert BitePlayer(Loudspeakers("There are none.")).play(bite()) == "There are none."
