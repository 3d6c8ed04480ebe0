"""Recognising people by their faces."""

from omnisight_desktop.core.registry import Registry

#: Every engine that finds faces; the packaged program reads the same tables.
FINDERS = Registry(
    "face finder",
    {
        "yunet": "omnisight_desktop.perception.identify.yunet:open_finder",
        "scrfd": "omnisight_desktop.perception.identify.scrfd:open_finder",
        "mediapipe": "omnisight_desktop.perception.identify.mediapipe:open_finder",
    },
)

#: Every kind of network that tells faces apart.
EMBEDDERS = Registry(
    "face embedder",
    {
        "deepface": "omnisight_desktop.perception.identify.deepface:open_embedder",
        "arcface": "omnisight_desktop.perception.identify.arcface:open_embedder",
    },
)
