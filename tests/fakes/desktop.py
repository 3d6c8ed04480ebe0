"""A desktop's message bus, and somebody on it who shows notifications."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from shutil import which
from typing import Any

import pytest

_JOIN_S = 10.0
_LOOK_S = 0.05
_NAME = "org.freedesktop.Notifications"


@dataclass
class Desktop:
    """Where the bus is, and what was shown on it."""

    address: str
    shown: list[Any] = field(default_factory=list)


@contextmanager
def message_bus() -> Iterator[str]:
    """The address of a bus of its own."""
    program = which("dbus-daemon")
    if program is None:
        pytest.skip("there is no dbus-daemon here (see system-packages.txt)")
    words = [program, "--session", "--nofork", "--nopidfile", "--print-address=1"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as bus:
        assert bus.stdout is not None
        try:
            yield bus.stdout.readline().decode().strip()
        finally:
            bus.terminate()


@contextmanager
def desktop(*able: str, shows: bool = True) -> Iterator[Desktop]:
    """A bus with a desktop that can do these things; or one that refuses to show anything."""
    jeepney = pytest.importorskip("jeepney", reason="jeepney is for Linux")
    from jeepney.bus_messages import message_bus as the_bus
    from jeepney.io.blocking import open_dbus_connection

    with message_bus() as address:
        place, over = Desktop(address), threading.Event()
        with open_dbus_connection(address) as mine:
            mine.send_and_get_reply(the_bus.RequestName(_NAME))

            def answer() -> None:
                while not over.is_set():
                    try:
                        asked = mine.receive(timeout=_LOOK_S)
                    except TimeoutError:
                        continue
                    what = asked.header.fields.get(jeepney.HeaderFields.member)
                    if what == "GetCapabilities":
                        mine.send(jeepney.new_method_return(asked, "as", (list(able),)))
                    elif what == "Notify" and shows:
                        place.shown.append(asked.body)
                        mine.send(jeepney.new_method_return(asked, "u", (1,)))
                    elif what == "Notify":
                        fault = "org.freedesktop.DBus.Error.LimitsExceeded"
                        mine.send(jeepney.new_error(asked, fault, "s", ("too many of them",)))

            thread = threading.Thread(target=answer)
            thread.start()
            try:
                yield place
            finally:
                over.set()
                thread.join(_JOIN_S)
