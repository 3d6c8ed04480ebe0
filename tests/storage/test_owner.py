"""One owner a folder: held for life, freed by death."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from omnisight_desktop.core.errors import DataFolderOwned, StorageError
from omnisight_desktop.storage.owner import LOCK_NAME, own, owner_of, refuse_if_owned

CHILD = """
import sys, threading
from pathlib import Path
from omnisight_desktop.storage.owner import own
holding = own(Path(sys.argv[1]))
print("owned", flush=True)
threading.Event().wait()
"""


def start_owner(folder: Path) -> subprocess.Popen[bytes]:
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(folder)], stdout=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.readline() == b"owned\n"
    return child


def test_the_owner_is_known_by_its_pid(tmp_path: Path) -> None:
    assert owner_of(tmp_path) is None
    with own(tmp_path) as ownership:
        assert ownership.pid == os.getpid()
        assert owner_of(tmp_path) == os.getpid()
    assert not ownership.held
    assert owner_of(tmp_path) is None


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    with own(tmp_path / "a" / "b"):
        assert owner_of(tmp_path / "a" / "b") == os.getpid()


def test_a_second_owner_is_told_who_the_first_is(tmp_path: Path) -> None:
    with start_owner(tmp_path) as child:
        with pytest.raises(DataFolderOwned, match=str(child.pid)):
            own(tmp_path)
        with pytest.raises(DataFolderOwned, match=str(child.pid)):
            refuse_if_owned(tmp_path)
        assert owner_of(tmp_path) == child.pid
        child.kill()
    refuse_if_owned(tmp_path)


def test_a_second_owner_in_the_same_process_is_refused_and_the_first_keeps_it(
    tmp_path: Path,
) -> None:
    with own(tmp_path):
        with pytest.raises(DataFolderOwned):
            own(tmp_path)
        assert owner_of(tmp_path) == os.getpid()


def test_kill_9_frees_the_folder(tmp_path: Path) -> None:
    for _ in range(3):
        with start_owner(tmp_path) as child:
            child.send_signal(signal.SIGKILL)
        assert (tmp_path / LOCK_NAME).read_text() == f"{child.pid}\n"
        assert owner_of(tmp_path) is None
        with own(tmp_path):
            assert owner_of(tmp_path) == os.getpid()


def test_word_of_a_kill_outlives_owners_that_do_not_look_after_it(tmp_path: Path) -> None:
    with start_owner(tmp_path) as child:
        child.kill()
    for _ in range(2):
        with own(tmp_path) as ownership:
            assert ownership.untidy
            assert owner_of(tmp_path) == os.getpid()
        assert owner_of(tmp_path) is None
    with own(tmp_path) as ownership:
        ownership.untidy = False
    with own(tmp_path) as ownership:
        assert not ownership.untidy


def test_who_leaves_something_undone_leaves_word_of_it(tmp_path: Path) -> None:
    with own(tmp_path) as ownership:
        assert not ownership.untidy
        ownership.untidy = True
    with own(tmp_path) as ownership:
        assert ownership.untidy


def test_releasing_twice_does_not_free_the_next_owner(tmp_path: Path) -> None:
    first = own(tmp_path)
    first.release()
    with own(tmp_path):
        first.release()
        assert owner_of(tmp_path) == os.getpid()


def test_who_only_asks_never_keeps_an_owner_out(tmp_path: Path) -> None:
    def ask(_: int) -> None:
        for _ in range(300):
            owner_of(tmp_path)

    own(tmp_path).release()
    with ThreadPoolExecutor(3) as pool:
        asking = [pool.submit(ask, n) for n in range(3)]
        for _ in range(100):
            own(tmp_path).release()
        for one in asking:
            one.result()


def _wait_for_the_end(pipe: Connection[Any, Any]) -> None:
    pipe.send("here")
    pipe.recv()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_forked_child_does_not_inherit_the_folder(tmp_path: Path) -> None:
    ours, theirs = multiprocessing.Pipe()
    ownership = own(tmp_path)
    child = multiprocessing.get_context("fork").Process(target=_wait_for_the_end, args=(theirs,))
    child.start()
    assert ours.recv() == "here"
    ownership.release()
    assert owner_of(tmp_path) is None
    ours.send("go")
    child.join()
    assert child.exitcode == 0
    ours.close()
    theirs.close()


def test_a_lock_file_full_of_rubbish_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / LOCK_NAME).write_bytes(b"\xff\x00 no pid")
    assert owner_of(tmp_path) is None
    with own(tmp_path):
        assert owner_of(tmp_path) == os.getpid()


def test_a_folder_that_cannot_be_used_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="cannot be used"):
        own(tmp_path / "file")
    (tmp_path / LOCK_NAME).mkdir()
    with pytest.raises(StorageError, match="cannot be used"):
        own(tmp_path)
