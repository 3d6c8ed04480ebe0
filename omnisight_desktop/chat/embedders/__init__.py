"""Engines that make vectors of sentences and pictures, on this computer."""

from omnisight_desktop.core.registry import Registry

#: The best first; the last needs nothing and is always there.
SENTENCES = Registry(
    "sentence_embedder",
    {
        "minilm": "omnisight_desktop.chat.embedders.minilm:open_minilm",
        "letters": "omnisight_desktop.chat.embedders.letters:Letters",
    },
)
