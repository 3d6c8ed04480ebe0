"""What was heard as a small WAV file, for somebody to listen to before they say who it was."""

from __future__ import annotations

import io
import wave

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.speech import SPEECH_HZ

_LONGEST_S = 8


def wav(samples: NDArray[np.float32]) -> bytes:
    """The first seconds of it, one channel of 16 bits."""
    some = np.clip(samples[: _LONGEST_S * SPEECH_HZ], -1.0, 1.0)
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(SPEECH_HZ)
        out.writeframes((some * 32767).astype("<i2").tobytes())
    return file.getvalue()
