"""What the child processes of the tests run."""

from __future__ import annotations

import os
import sys
import threading
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from omnisight_desktop.core.errors import ModelMissing, OmniSightError
from omnisight_desktop.flow.shared import SharedFrames


class Unpicklable:
    """Cannot travel."""

    def __reduce__(self) -> str:
        raise TypeError("it cannot travel")


def adder(start: int = 0) -> Callable[[int], int]:
    """Keeps a sum, to show that one process answers several requests."""
    total = [start]

    def add(number: int) -> int:
        total[0] += number
        return total[0]

    return add


def obedient(*_: Any) -> Callable[[tuple[str, Any]], Any]:
    """Does to itself what it is told."""

    def obey(order: tuple[str, Any]) -> Any:
        what, argument = order
        deeds: dict[str, Callable[[Any], Any]] = {
            "echo": lambda value: value,
            "pid": lambda _: os.getpid(),
            "size": len,
            "exit": os._exit,
            "signal": lambda number: os.kill(os.getpid(), number),
            "hang": lambda _: threading.Event().wait(),
            "raise": _raise,
            "modules": lambda names: [name for name in names if name in sys.modules],
            "unpicklable": lambda _: Unpicklable(),
            "print": _say,
            "call": call,
            "say where and hang": _say_and_hang,
            "strange": lambda _: _raise(Strange("salt", "pepper")),
            "environment": os.environ.get,
        }
        return deeds[what](argument)

    return obey


def heavy() -> Callable[[str], Any]:
    """Imports what must never be imported by the program itself."""
    import torch

    def answer(what: str) -> Any:
        return torch.ones(2, 2) if what == "tensor" else float(torch.ones(2, 2).sum())

    return answer


def missing_model() -> Callable[[int], int]:
    raise ModelMissing("The model is not here.", fix="Pull it.")


def broken() -> Callable[[int], int]:
    raise ValueError("bad weights")


def brightness(name: str) -> Callable[[int], float | None]:
    """Looks at pictures of another process."""
    frames = SharedFrames.attach(name)

    def look(serial: int) -> float | None:
        return frames.look(lambda frame: float(frame.picture.bgr().mean()), serial)

    return look


def _raise(error: Exception) -> None:
    raise error


def call(address: str) -> str:
    """What a library does that reports to its makers."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return str(answer.status)
    except OSError as error:
        return type(error).__name__


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _say_and_hang(fifo: str) -> None:
    Path(fifo).write_text("here")
    threading.Event().wait()


class Strange(OmniSightError):  # noqa: N818 - as the house names its own
    """An error that cannot be rebuilt from its words."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} and {second}", fix="Look.")
