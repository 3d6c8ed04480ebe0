"""A home with a week behind it, and a conversation with a model that follows a script."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import Any

from omnisight_desktop.chat.choice import Choice, Speaker
from omnisight_desktop.chat.conversation import Conversation
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.config.secrets import Secret
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.identity import Person
from omnisight_desktop.services.house import House
from tests.home import event, furnished

ANNA = "Person_A47B8C12"
KEY = Secret("sk-ant-for-tests-only")


@contextmanager
def home(folder: Path, **chat: Any) -> Iterator[House]:
    """A house with two cameras, Anna, a car, and somebody who said something."""
    with furnished(folder) as house:
        house.keeper.commit(
            Camera("porch", "Porch", "demo:"),
            Camera("yard", "Yard", "demo:2"),
            Person(ANNA, "Anna"),
            event("e1", 10, clip="C1"),
            event("e2", 60, person=ANNA),
            event("e3", 90, camera="yard", label="car"),
            event("e4", 60 * 30),
            event("e5", 5, type="spoken", label=None, text="The parcel is behind the shed."),
        )
        sections = Settings()
        chat_settings = sections.chat.model_copy(update=chat)
        looked_for = sections.detection.model_copy(update={"labels": ("person", "car", "cat")})
        told = {"chat": chat_settings, "detection": looked_for}
        yield replace(house, settings=sections.model_copy(update=told))


class Scripted(Choice):
    """Chooses Claude at an address of this computer."""

    def __init__(self, house: House, address: str, key: Secret = KEY) -> None:
        super().__init__(house.paths, lambda: house.settings.chat, address)
        self._given = key

    def speaker(self, wish: str = "") -> Speaker:
        if wish == "offline":
            return Speaker("offline")
        chat = self._chat()
        return self._claude(chat, chat.model, self._given)


def talk(house: House, address: str, **told: Any) -> Conversation:
    """A conversation with the model that is there."""
    return Conversation(house, Scripted(house, address), UTC, **told)
