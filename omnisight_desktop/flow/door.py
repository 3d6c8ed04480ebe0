"""The owner's door: other programs of the same user ask the owner of a data folder to do a verb.

Behind a local socket sits the owner; who can read the 0600 plate beside it holds the key.
"""

from __future__ import annotations

import json
import logging
import os
import secrets
import selectors
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from omnisight_desktop.core.errors import (
    DataFolderOwned,
    NotFound,
    OmniSightError,
    OwnerAbsent,
    OwnerSilent,
    StorageError,
    UsageError,
)
from omnisight_desktop.flow.wire import Json, Wire, in_words, out_of_words
from omnisight_desktop.flow.worker import Worker

log = logging.getLogger(__name__)

PLATE_NAME = "door.json"
SOCKET_NAME = "door.sock"

#: The shortest limit among our systems is 104 bytes, the closing zero included.
_LONGEST_PATH = 100
_PRIVATE_PREFIX = "omnisight-door-"

_MOST_GUESTS = 16
_MOST_WAITING = 128
_GREETING_S = 2.0
_TALK_S = 10.0

Address = str | tuple[str, int]


@dataclass(frozen=True, slots=True)
class Plate:
    """What hangs beside the door, for the owner's user only: where to knock, and the key."""

    address: Address
    key: bytes

    def hang(self, folder: Path) -> None:
        """Put it up, whole or not at all."""
        text = json.dumps({"address": self.address, "key": self.key.hex(), "pid": os.getpid()})
        beside = folder / f"{PLATE_NAME}.part"
        beside.unlink(missing_ok=True)
        beside.touch(0o600, exist_ok=False)
        beside.write_text(text, encoding="utf-8")
        beside.replace(folder / PLATE_NAME)

    @classmethod
    def read(cls, folder: Path) -> Plate | None:
        """The plate of a folder, if there is a legible one."""
        try:
            found = json.loads((folder / PLATE_NAME).read_text(encoding="utf-8"))
            where = found["address"]
            address = where if isinstance(where, str) else (str(where[0]), int(where[1]))
            return cls(address, bytes.fromhex(found["key"]))
        except (OSError, ValueError, TypeError, LookupError):
            return None

    def connect(self, timeout_s: float) -> socket.socket:
        """A connection to whoever sits behind the door."""
        deadline = time.monotonic() + timeout_s
        while True:
            end = socket.socket(_family(self.address), socket.SOCK_STREAM)
            try:
                end.settimeout(timeout_s)
                end.connect(self.address)
                return end
            except BlockingIOError:  # the row of those who wait outside is full
                end.close()
                if time.monotonic() > deadline:
                    raise
                threading.Event().wait(0.02)
            except BaseException:
                end.close()
                raise


class Door:
    """Serves verbs to other processes, each guest in a thread of its own.

    Verbs take and give what JSON can hold. Several guests may call the same verb at once.
    """

    def __init__(self, address_dir: Path, verbs: Mapping[str, Callable[[Json], Json]]) -> None:
        self.served = 0
        self._folder = address_dir
        self._verbs = dict(verbs)
        self._key = secrets.token_bytes(32)
        self._listener: socket.socket | None = None
        self._address: Address = ""
        self._guests: dict[socket.socket, Worker] = {}
        self._lock = threading.Lock()
        self._bell: tuple[socket.socket, socket.socket] | None = None
        self._worker = Worker("door", self._serve, on_stop=self._ring)

    def start(self) -> None:
        """Open the door; from here on guests are let in."""
        old = Plate.read(self._folder)
        if old is not None:
            _clear_away(self._folder, old.address)
        try:
            self._listener, self._address = _listen(self._folder)
            self._bell = socket.socketpair()
            Plate(self._address, self._key).hang(self._folder)
        except OSError as error:
            self._shut()
            raise StorageError(
                f"The data folder {self._folder} cannot be written: {error.strerror}.",
                fix="Free some space there, or change its permissions.",
            ) from error
        self._worker.start()

    def stop(self) -> None:
        """Let nobody in any more, see the guests out, and take the plate down."""
        self._worker.stop()
        self._worker.join()
        with self._lock:
            guests = dict(self._guests)
        for guest in guests:
            with suppress(OSError):
                guest.shutdown(socket.SHUT_RDWR)
        for worker in guests.values():
            worker.join()
        self._shut()

    def __enter__(self) -> Door:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def _serve(self, worker: Worker) -> None:
        listener, bell = self._listener, self._bell
        if listener is None or bell is None:
            return
        with selectors.DefaultSelector() as selector:
            selector.register(listener, selectors.EVENT_READ)
            selector.register(bell[1], selectors.EVENT_READ)
            while not worker.stopping:
                worker.beat()
                ready = [key.fileobj for key, _ in selector.select(1.0)]
                if listener not in ready:
                    continue
                if len(self._guests) >= _MOST_GUESTS:  # the next one waits outside
                    worker.pause(0.02)
                else:
                    self._let_in(listener)

    def _let_in(self, listener: socket.socket) -> None:
        try:
            guest, _ = listener.accept()
        except OSError as error:  # it left before we came to the door
            log.debug("nobody was let in: %s", error)
            return
        worker = Worker("door guest", lambda _: self._attend(guest))
        with self._lock:
            self._guests[guest] = worker
        worker.start()

    def _attend(self, guest: socket.socket) -> None:
        try:
            wire = Wire(guest, _GREETING_S)
            wire.greet(self._key, ours=b"owner", theirs=b"guest")
            wire.extend(_TALK_S)
            answer = self._answer(wire.hear())
            wire.extend(_TALK_S)
            try:
                wire.say(answer)
            except UsageError as error:
                wire.say(in_words(error))
        except (OSError, ValueError) as error:  # whoever it was, it harms nobody else
            log.debug("a guest left in the middle: %s", error)
        finally:
            guest.close()
            with self._lock:
                self._guests.pop(guest, None)

    def _answer(self, request: Json) -> Json:
        try:
            result = self._do(request)
        except OmniSightError as error:
            return in_words(error)
        except Exception as error:  # the rim: the guest is told, the owner goes on
            log.error("a verb failed for a guest", exc_info=error)
            return in_words(OmniSightError("The running program could not do that."))
        self.served += 1
        return {"result": result}

    def _do(self, request: Json) -> Json:
        if not isinstance(request, dict) or not isinstance(request.get("verb"), str):
            raise UsageError("The request names no verb.")
        verb = self._verbs.get(request["verb"])
        if verb is None:
            raise NotFound(f"The running program has no '{request['verb']}' for others.")
        return verb(request.get("payload"))

    def _ring(self) -> None:
        if self._bell is not None:
            self._bell[0].send(b"!")

    def _shut(self) -> None:
        listener, self._listener = self._listener, None
        bell, self._bell = self._bell, None
        for end in bell or ():
            end.close()
        if listener is not None:
            listener.close()
            _remove(self._folder, self._address)
            (self._folder / PLATE_NAME).unlink(missing_ok=True)


def knock(address_dir: Path, verb: str, payload: Json, timeout_s: float) -> Json:
    """Ask the owner of a folder to do a verb; what it raises is raised here, of the same class."""
    plate = Plate.read(address_dir)
    if plate is None:
        raise OwnerAbsent(f"No running OmniSight answers for {address_dir}.")
    deadline = time.monotonic() + timeout_s
    try:
        end = plate.connect(timeout_s)
    except OSError as error:
        raise OwnerAbsent(f"No running OmniSight answers for {address_dir}.") from error
    with end:
        answer = _ask(
            Wire(end, deadline - time.monotonic()), plate.key, {"verb": verb, "payload": payload}
        )
    if not isinstance(answer, dict) or "result" not in answer:
        raise out_of_words(answer.get("error") if isinstance(answer, dict) else None)
    return answer["result"]


def _ask(wire: Wire, key: bytes, request: Json) -> Json:
    asked = False
    try:
        wire.greet(key, ours=b"guest", theirs=b"owner")
        asked = True
        wire.say(request)
        return wire.hear()
    except (OSError, ValueError) as error:
        if not asked:
            raise OwnerAbsent("The running OmniSight did not open its door.") from error
        raise OwnerSilent(
            f"The running OmniSight did not answer '{request['verb']}'.",
            fix="See whether it hangs; it may have done what was asked.",
        ) from error


if sys.platform == "win32":

    def _listen(folder: Path) -> tuple[socket.socket, Address]:  # noqa: ARG001 - no socket files
        listener = socket.create_server(("127.0.0.1", 0))
        host, port = listener.getsockname()
        return listener, (str(host), int(port))

    def _family(address: Address) -> socket.AddressFamily:  # noqa: ARG001
        return socket.AF_INET

else:

    def _listen(folder: Path) -> tuple[socket.socket, Address]:
        near = folder / SOCKET_NAME
        near.unlink(missing_ok=True)
        if len(os.fsencode(near)) < _LONGEST_PATH:
            with suppress(OSError):  # a disk that knows no sockets
                return _bind(near), str(near)
        private = Path(tempfile.mkdtemp(prefix=_PRIVATE_PREFIX)) / SOCKET_NAME
        try:
            return _bind(private), str(private)
        except OSError as error:
            _remove(folder, str(private))
            raise StorageError(f"No local socket can be opened: {error.strerror}.") from error

    def _bind(path: Path) -> socket.socket:
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            listener.bind(os.fspath(path))
            path.chmod(0o600)
            listener.listen(_MOST_WAITING)
        except BaseException:
            listener.close()
            raise
        return listener

    def _family(address: Address) -> socket.AddressFamily:
        return socket.AF_UNIX if isinstance(address, str) else socket.AF_INET


def _clear_away(folder: Path, address: Address) -> None:
    """Take away what a killed owner left; a door that is still answered stays."""
    try:
        Plate(address, b"").connect(1.0).close()
    except OSError:
        _remove(folder, address)
    else:
        raise DataFolderOwned(
            f"A running OmniSight answers for {folder} already.",
            fix="Close it first, or choose another data folder with --data.",
        )


def _remove(folder: Path, address: Address) -> None:
    """Remove a socket of ours; never anything else, whatever the plate says."""
    if not isinstance(address, str):
        return
    path = Path(address)
    private = path.parent.name.startswith(_PRIVATE_PREFIX)
    if path.name != SOCKET_NAME or not (private or path.parent == folder):
        return
    with suppress(OSError):
        if path.is_socket():
            path.unlink()
        if private:
            path.parent.rmdir()
