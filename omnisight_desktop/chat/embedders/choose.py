"""Which sentence embedder is used: the network where it can be loaded, letters where it cannot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from omnisight_desktop.chat.embedders.letters import Letters
from omnisight_desktop.chat.embedders.minilm import open_minilm
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.ports.language import SentenceEmbedder


def choose_embedder(find: Callable[[str], Path], ready: Path) -> tuple[SentenceEmbedder, str]:
    """An embedder, and why it is not a better one; nothing where it is the best. ``find`` knows where files
    of models are; in ``ready`` the network is kept as it is run."""
    try:
        return open_minilm(find, ready), ""
    except OmniSightError as error:
        return Letters(), f"{error.reason} {error.fix}".strip()
    except OSError as error:  # the network could not be made ready there
        return Letters(), f"The folder {ready} cannot be written: {error.strerror or error}."
