"""Importing a folder: what is known comes in, everything else is named, and nothing breaks on junk."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from threading import Event

import pytest

from omnisight_desktop.core.errors import Cancelled, NotFound
from omnisight_desktop.perception.manifest import Alternative
from omnisight_desktop.services.models.bring import Fate, Offered, bring_in
from omnisight_desktop.services.models.progress import Step
from omnisight_desktop.services.models.shelf import State
from tests.services.models.conftest import MakeStore, entry
from tests.services.models.server import BODY, SUM

NOWHERE = "http://127.0.0.1:9/never-asked"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "copies"
    made.mkdir()
    return made


def fates(offered: list[Offered]) -> dict[str, Fate]:
    return {os.fsencode(one.path.name).decode("utf-8", "replace"): one.fate for one in offered}


def test_a_file_is_known_by_its_sum_whatever_it_is_called(
    folder: Path, make_store: MakeStore
) -> None:
    wanted = entry(NOWHERE)
    store = make_store(wanted)
    (folder / "Ünbekannt ☂.bin").write_bytes(BODY)
    (offered,) = bring_in(store, folder)
    assert (offered.fate, offered.entry) == (Fate.IMPORTED, wanted)
    assert (store.shelf.own / wanted.file).read_bytes() == BODY
    assert (folder / "Ünbekannt ☂.bin").read_bytes() == BODY
    assert store.shelf.standing(wanted).state is State.PRESENT
    assert fates(bring_in(store, folder)) == {"Ünbekannt ☂.bin": Fate.ALREADY}


def test_a_file_without_a_stated_sum_is_known_by_its_name_and_recorded(
    folder: Path, make_store: MakeStore
) -> None:
    wanted = entry(NOWHERE, sha256=None)
    store = make_store(wanted)
    (folder / wanted.file).write_bytes(b"weights")
    assert fates(bring_in(store, folder)) == {wanted.file: Fate.IMPORTED}
    standing = store.shelf.standing(wanted)
    assert standing.state is State.UNPINNED
    assert standing.sha256 == sha256(b"weights").hexdigest()
    (store.shelf.own / wanted.file).write_bytes(b"tampered")
    assert store.shelf.standing(wanted).state is State.WRONG


def test_the_name_alone_is_not_enough_where_the_sum_is_known(
    folder: Path, make_store: MakeStore
) -> None:
    wanted = entry(NOWHERE)
    store = make_store(wanted)
    (folder / wanted.file).write_bytes(b"something else")
    (offered,) = bring_in(store, folder)
    assert offered.fate is Fate.REFUSED
    assert "not its sum" in offered.reason
    assert not (store.shelf.own / wanted.file).exists()


def test_the_file_with_the_right_sum_goes_before_the_one_with_the_right_name(
    folder: Path, make_store: MakeStore
) -> None:
    wanted = entry(NOWHERE, sha256=None, also=(Alternative("model.onnx", SUM, "a build"),))
    store = make_store(wanted)
    (folder / "a").mkdir()
    (folder / "a" / wanted.file).write_bytes(b"only the name")
    (folder / "z.bin").write_bytes(BODY)
    assert fates(bring_in(store, folder)) == {wanted.file: Fate.ALREADY, "z.bin": Fate.IMPORTED}
    assert (store.shelf.own / wanted.file).read_bytes() == BODY


def test_junk_is_named_and_does_no_harm(folder: Path, make_store: MakeStore) -> None:
    wanted = entry(NOWHERE)
    store = make_store(wanted)
    (folder / "empty.onnx").touch()
    (folder / "notes.txt").write_text("remember the milk")
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / "deep" / "er" / "model.bin").write_bytes(BODY)
    (folder / "model.onnx").mkdir()
    (folder / "broken link").symlink_to(folder / "nowhere")
    (folder / "circle").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "x").write_bytes(b"x")
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.bin")).write_bytes(b"latin name")
    assert fates(bring_in(store, folder)) == {
        "empty.onnx": Fate.UNKNOWN,
        "notes.txt": Fate.UNKNOWN,
        "model.bin": Fate.IMPORTED,
        "broken link": Fate.UNKNOWN,
        "pipe": Fate.UNKNOWN,
        "caf\ufffd.bin": Fate.UNKNOWN,
    }


def test_what_may_not_be_read_is_named(
    folder: Path, make_store: MakeStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = make_store(entry(NOWHERE))
    (folder / "closed").mkdir()
    (folder / "locked.onnx").write_bytes(BODY)
    if os.geteuid() == 0:  # for root nothing is closed: have the system say that it is
        _close(monkeypatch, folder)
    else:
        (folder / "closed").chmod(0)
        (folder / "locked.onnx").chmod(0)
    offered = bring_in(store, folder)
    (folder / "closed").chmod(0o700)
    assert fates(offered) == {"closed": Fate.REFUSED, "locked.onnx": Fate.REFUSED}
    assert all("ermission denied" in one.reason for one in offered)


def _close(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    scandir, opened = os.scandir, Path.open

    def no_scandir(path: str) -> object:
        if str(path) == str(folder / "closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    def no_open(self: Path, mode: str) -> object:
        if self == folder / "locked.onnx":
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, mode)

    monkeypatch.setattr(os, "scandir", no_scandir)
    monkeypatch.setattr(Path, "open", no_open)


def test_a_folder_that_is_not_there_is_said(make_store: MakeStore, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no folder"):
        bring_in(make_store(entry(NOWHERE)), tmp_path / "nowhere")


def test_importing_the_stores_own_folder_changes_nothing(make_store: MakeStore) -> None:
    wanted = entry(NOWHERE)
    store = make_store(wanted)
    store.shelf.own.mkdir()
    (store.shelf.own / wanted.file).write_bytes(BODY)
    assert fates(bring_in(store, store.shelf.own)) == {wanted.file: Fate.ALREADY}
    assert (store.shelf.own / wanted.file).read_bytes() == BODY


def test_an_import_can_be_stopped(folder: Path, make_store: MakeStore) -> None:
    store, stop = make_store(entry(NOWHERE)), Event()
    (folder / "model.bin").write_bytes(BODY)

    def tell(_: Step) -> None:
        stop.set()

    with pytest.raises(Cancelled):
        bring_in(store, folder, tell=tell, stop=stop)
    assert not (store.shelf.own / "model.onnx").exists()
