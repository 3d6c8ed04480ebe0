"""The owner's door: what gets through it, and what a bad guest cannot do."""

from __future__ import annotations

import json
import os
import signal
import socket
import stat
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from omnisight_desktop.core.errors import (
    DataFolderOwned,
    DiskFull,
    NotFound,
    OmniSightError,
    OwnerAbsent,
    OwnerSilent,
    StorageError,
    UsageError,
)
from omnisight_desktop.flow import wire
from omnisight_desktop.flow.door import PLATE_NAME, SOCKET_NAME, Door, Plate, knock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="looks at socket files")


def echo(payload: Any) -> Any:
    return {"heard": payload}


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    before = set(threading.enumerate())
    yield tmp_path
    assert set(threading.enumerate()) <= before
    assert not (tmp_path / PLATE_NAME).exists()
    assert not (tmp_path / SOCKET_NAME).exists()


def plate_of(folder: Path) -> Plate:
    plate = Plate.read(folder)
    assert plate is not None
    return plate


def test_a_verb_is_done_and_answered(folder: Path) -> None:
    with Door(folder, {"echo": echo}):
        answer = knock(folder, "echo", {"text": "Grüße \udc80", "n": [1, None]}, 5.0)
    assert answer == {"heard": {"text": "Grüße \udc80", "n": [1, None]}}


def test_another_process_is_served(folder: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from omnisight_desktop.flow.door import knock;"
        "print(knock(Path(sys.argv[1]), 'double', 21, 10.0))"
    )
    with Door(folder, {"double": lambda n: 2 * n}):
        done = subprocess.run(
            [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True
        )
    assert done.stdout == "42\n"


def test_an_error_arrives_as_the_same_class_with_its_words(folder: Path) -> None:
    def fill(_: Any) -> Any:
        raise DiskFull("No room on /media.", fix="Empty the bin.")

    with Door(folder, {"fill": fill}), pytest.raises(DiskFull) as caught:
        knock(folder, "fill", None, 5.0)
    assert (caught.value.reason, caught.value.fix) == ("No room on /media.", "Empty the bin.")


def test_an_error_of_no_known_kind_becomes_the_plain_one() -> None:
    for words in ({"kind": "Path", "reason": "x"}, {"kind": "annotations"}, {}, None, "no"):
        assert type(wire.out_of_words(words)) is OmniSightError


def test_a_fault_in_a_verb_is_told_without_its_insides(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def break_down(_: Any) -> Any:
        raise KeyError("a secret")

    with Door(folder, {"break": break_down, "echo": echo}):
        with pytest.raises(OmniSightError) as caught:
            knock(folder, "break", None, 5.0)
        assert knock(folder, "echo", 1, 5.0) == {"heard": 1}
    assert "secret" not in str(caught.value)
    assert "a verb failed" in caplog.text


def test_an_unknown_verb_and_an_answer_that_json_cannot_hold_are_refused(folder: Path) -> None:
    with Door(folder, {"object": lambda _: object(), "nan": lambda _: float("nan")}):
        with pytest.raises(NotFound):
            knock(folder, "nothing", None, 5.0)
        for verb in ("object", "nan"):
            with pytest.raises(UsageError):
                knock(folder, verb, None, 5.0)
        with pytest.raises(UsageError):
            knock(folder, "object", {1j}, 5.0)


def test_nobody_there_is_said_at_once(folder: Path) -> None:
    with pytest.raises(OwnerAbsent):
        knock(folder, "echo", None, 5.0)
    (folder / PLATE_NAME).write_text("{")
    with pytest.raises(OwnerAbsent):
        knock(folder, "echo", None, 5.0)
    (folder / PLATE_NAME).unlink()


def test_the_plate_and_the_socket_are_for_the_owner_only(folder: Path) -> None:
    with Door(folder, {}):
        assert stat.S_IMODE((folder / PLATE_NAME).stat().st_mode) == 0o600
        assert stat.S_IMODE((folder / SOCKET_NAME).stat().st_mode) == 0o600


def test_a_guest_with_the_wrong_key_learns_and_gets_nothing(folder: Path) -> None:
    called: list[Any] = []
    with Door(folder, {"note": called.append}):
        right = plate_of(folder)
        Plate(right.address, bytes(32)).hang(folder)
        with pytest.raises(OwnerAbsent):
            knock(folder, "note", 1, 5.0)
        assert called == []
        right.hang(folder)
        knock(folder, "note", 2, 5.0)
    assert called == [2]


def test_an_impostor_behind_the_door_is_not_believed(tmp_path: Path) -> None:
    """Somebody who took over the address without the key cannot answer as the owner."""
    path = tmp_path / SOCKET_NAME
    with socket.socket(socket.AF_UNIX) as listener, ThreadPoolExecutor(1) as pool:
        listener.bind(str(path))
        listener.listen()

        def pretend() -> bytes:
            end, _ = listener.accept()
            with end:
                nonce = end.recv(32)
                end.sendall(nonce)
                proof = end.recv(32)
                end.sendall(proof)  # reflect the guest's own proof
                return end.recv(100)

        Plate(str(path), b"k" * 32).hang(tmp_path)
        said = pool.submit(pretend)
        with pytest.raises(OwnerAbsent):
            knock(tmp_path, "secret", "payload", 5.0)
        assert said.result(10) == b""


def garbage(end: socket.socket, key: bytes) -> None:
    end.sendall(os.urandom(5000))


def silence(end: socket.socket, key: bytes) -> None:
    """Stays and says nothing."""


def half_a_greeting(end: socket.socket, key: bytes) -> None:
    end.sendall(b"x" * 31)


def greeted(end: socket.socket, key: bytes) -> None:
    wire.Wire(end, 5.0).greet(key, ours=b"guest", theirs=b"owner")


def too_long(end: socket.socket, key: bytes) -> None:
    greeted(end, key)
    end.sendall(struct.pack("!I", wire.MOST_BYTES + 1) + b"x")


def half_a_message(end: socket.socket, key: bytes) -> None:
    greeted(end, key)
    end.sendall(struct.pack("!I", 100) + b'{"verb":')


def deep(end: socket.socket, key: bytes) -> None:
    greeted(end, key)
    text = b"[" * 200_000
    end.sendall(struct.pack("!I", len(text)) + text)


def no_json(end: socket.socket, key: bytes) -> None:
    greeted(end, key)
    end.sendall(struct.pack("!I", 4) + b"\xff\xfe\x80\x00")


def no_request(end: socket.socket, key: bytes) -> None:
    greeted(end, key)
    wire.Wire(end, 5.0).say(["verb", {"verb": ["echo"]}])


@pytest.mark.parametrize(
    "misbehave",
    [
        garbage,
        silence,
        half_a_greeting,
        too_long,
        half_a_message,
        deep,
        no_json,
        no_request,
    ],
)
def test_a_bad_guest_harms_nobody(
    folder: Path, misbehave: Callable[[socket.socket, bytes], None]
) -> None:
    with Door(folder, {"echo": echo}):
        plate = plate_of(folder)
        guests = [plate.connect(5.0) for _ in range(5)]
        try:
            for guest in guests:
                misbehave(guest, plate.key)
            assert knock(folder, "echo", "still here", 5.0) == {"heard": "still here"}
        finally:
            for guest in guests:
                guest.close()


def test_many_guests_are_served_at_once(folder: Path) -> None:
    together = threading.Barrier(8)

    def meet(number: int) -> int:
        together.wait(10)  # passes only when eight are inside at the same time
        return number

    with Door(folder, {"meet": meet}), ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda n: knock(folder, "meet", n, 15.0), range(8)))
    assert answers == list(range(8))


def test_more_guests_than_chairs_are_all_served_in_the_end(folder: Path) -> None:
    with Door(folder, {"echo": echo}) as door, ThreadPoolExecutor(40) as pool:
        answers = list(pool.map(lambda n: knock(folder, "echo", n, 30.0), range(120)))
    assert answers == [{"heard": n} for n in range(120)]
    assert door.served == 120


def test_a_verb_that_takes_too_long_leaves_the_guest_in_the_clear(folder: Path) -> None:
    go_on = threading.Event()

    def dawdle(_: Any) -> bool:
        return go_on.wait(30)

    with Door(folder, {"dawdle": dawdle, "echo": echo}):
        with pytest.raises(OwnerSilent) as caught:
            knock(folder, "dawdle", None, 0.2)
        assert knock(folder, "echo", 1, 5.0) == {"heard": 1}
        go_on.set()
    assert "dawdle" in caught.value.reason


def test_a_long_path_gets_a_short_address_that_is_taken_away_again(tmp_path: Path) -> None:
    folder = tmp_path / ("d" * 100) / ("e" * 100)
    folder.mkdir(parents=True)
    with Door(folder, {"echo": echo}):
        address = plate_of(folder).address
        assert isinstance(address, str)
        private = Path(address).parent
        assert stat.S_IMODE(private.stat().st_mode) == 0o700
        assert knock(folder, "echo", 1, 5.0) == {"heard": 1}
    assert not private.exists()
    assert list(folder.iterdir()) == []


def test_what_a_killed_owner_left_is_replaced(tmp_path: Path) -> None:
    script = (
        "import sys, threading; from pathlib import Path; from omnisight_desktop.flow.door import Door;"
        "Door(Path(sys.argv[1]), {}).start(); print('open', flush=True); threading.Event().wait()"
    )
    for folder in (tmp_path / "short", tmp_path / ("l" * 120)):
        folder.mkdir()
        with subprocess.Popen(
            [sys.executable, "-c", script, str(folder)], stdout=subprocess.PIPE
        ) as owner:
            assert owner.stdout is not None
            assert owner.stdout.readline() == b"open\n"
            owner.send_signal(signal.SIGKILL)
        left = Path(str(plate_of(folder).address))
        assert left.exists()
        with pytest.raises(OwnerAbsent):
            knock(folder, "echo", 1, 5.0)
        with Door(folder, {"echo": echo}):
            assert knock(folder, "echo", 1, 5.0) == {"heard": 1}
        assert not left.exists()
        assert list(folder.iterdir()) == []


def test_a_plate_that_lies_costs_nobody_a_file(folder: Path) -> None:
    precious = folder / "precious"
    precious.mkdir()
    (precious / SOCKET_NAME).write_text("not a socket")
    for address in (str(precious / SOCKET_NAME), str(precious), 7, ["x"]):
        (folder / PLATE_NAME).write_text(json.dumps({"address": address, "key": "00"}))
        with Door(folder, {"echo": echo}):
            assert knock(folder, "echo", 1, 5.0) == {"heard": 1}
    assert (precious / SOCKET_NAME).read_text() == "not a socket"


def test_a_second_door_on_the_same_folder_is_refused(folder: Path) -> None:
    with Door(folder, {"echo": echo}):
        with pytest.raises(DataFolderOwned):
            Door(folder, {}).start()
        assert knock(folder, "echo", 1, 5.0) == {"heard": 1}


def test_a_folder_that_cannot_hold_the_plate_is_said_in_words(folder: Path) -> None:
    (folder / "file").write_text("")
    with pytest.raises(StorageError):
        Door(folder / "file", {}).start()
