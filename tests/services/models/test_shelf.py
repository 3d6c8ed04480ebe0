"""How it is with each model file, and what verifying finds."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event

import pytest

from omnisight_desktop.core.errors import Cancelled, NotFound
from omnisight_desktop.perception.manifest import Alternative, load_manifest
from omnisight_desktop.services.models.progress import Step
from omnisight_desktop.services.models.shelf import NOTES, State
from omnisight_desktop.services.models.store import open_store
from tests.material import need
from tests.services.models.conftest import MakeStore, entry
from tests.services.models.server import BODY, SUM

NOWHERE = "http://127.0.0.1:9/never-asked"


def test_what_is_missing_says_what_is_switched_off(make_store: MakeStore) -> None:
    wanted = entry(NOWHERE)
    (standing,) = make_store(wanted).standings()
    assert (standing.state, standing.path) == (State.MISSING, None)
    assert standing.reason == wanted.without
    assert make_store(wanted).verify() == []
    assert [one.state for one in make_store(wanted).verify(["model"])] == [State.MISSING]


def test_verifying_reads_the_file_though_it_looks_unchanged(make_store: MakeStore) -> None:
    wanted = entry(NOWHERE)
    store = make_store(wanted)
    path = store.shelf.own / wanted.file
    path.parent.mkdir()
    path.write_bytes(BODY)
    assert [one.state for one in store.standings()] == [State.PRESENT]
    times = path.stat().st_atime_ns, path.stat().st_mtime_ns
    path.write_bytes(bytes(len(BODY)))
    os.utime(path, ns=times)  # as a failing disk does
    assert [one.state for one in store.standings()] == [State.PRESENT]
    assert [one.state for one in store.verify()] == [State.WRONG]
    assert [one.state for one in store.standings()] == [State.WRONG]


def test_a_changed_file_is_read_again(make_store: MakeStore) -> None:
    wanted = entry(NOWHERE)
    store = make_store(wanted)
    path = store.shelf.own / wanted.file
    path.parent.mkdir()
    path.write_bytes(b"not it")
    assert store.shelf.standing(wanted).state is State.WRONG
    path.write_bytes(BODY)
    assert store.shelf.standing(wanted).state is State.PRESENT


def test_notes_full_of_rubbish_are_no_obstacle(make_store: MakeStore) -> None:
    wanted = entry(NOWHERE, sha256=None)
    store = make_store(wanted)
    notes = store.shelf.own / NOTES / wanted.name
    notes.mkdir(parents=True)
    for name in ("arrival.json", "checked.json"):
        (notes / name).write_bytes(b'\xff{"nothing": [')
    (store.shelf.own / wanted.file).write_bytes(BODY)
    standing = store.shelf.standing(wanted)
    assert (standing.state, standing.sha256) == (State.UNPINNED, SUM)


def test_other_names_and_other_builds_are_known(make_store: MakeStore, tmp_path: Path) -> None:
    chosen = tmp_path / "chosen"
    chosen.mkdir()
    renamed = entry(NOWHERE, name="renamed", also=(Alternative("old-name.onnx"),))
    build = entry(NOWHERE, name="build", also=(Alternative("b.onnx", note="made elsewhere"),))
    store = make_store(renamed, build, chosen=chosen)
    (chosen / "old-name.onnx").write_bytes(BODY)
    (chosen / "b.onnx").write_bytes(b"any build")
    assert [one.state for one in store.standings()] == [State.PRESENT, State.UNPINNED]
    (chosen / "old-name.onnx").write_bytes(b"not the same file at all")
    assert store.shelf.standing(renamed).state is State.WRONG


def test_the_chosen_folder_is_never_written_to(make_store: MakeStore, tmp_path: Path) -> None:
    chosen = tmp_path / "chosen"
    chosen.mkdir()
    (chosen / "model.onnx").write_bytes(BODY)
    store = make_store(entry(NOWHERE), chosen=chosen)
    store.standings()
    store.verify()
    assert [one.name for one in chosen.iterdir()] == ["model.onnx"]


def test_an_unknown_name_is_refused(make_store: MakeStore) -> None:
    with pytest.raises(NotFound, match="'nonsense'"):
        make_store(entry(NOWHERE)).verify(["nonsense"])


def test_verifying_can_be_stopped(make_store: MakeStore) -> None:
    wanted = entry(NOWHERE)
    store, stop = make_store(wanted), Event()
    store.shelf.own.mkdir()
    (store.shelf.own / wanted.file).write_bytes(BODY)

    def tell(_: Step) -> None:
        stop.set()

    with pytest.raises(Cancelled):
        store.verify(tell=tell, stop=stop)


def test_real_weights_are_recognised(tmp_path: Path) -> None:
    models = need("models", "face_detection_yunet_2023mar.onnx").parent
    store = open_store(models, tmp_path)
    (yunet,) = store.verify(["yunet"])
    assert yunet.state is State.PRESENT
    assert yunet.sha256 == load_manifest().get("yunet").sha256
    assert yunet.size == load_manifest().get("yunet").size
    known = {one.entry.name: one.state for one in store.standings() if one.path}
    assert State.WRONG not in known.values()
    assert {"yolov8n", "yunet", "pose", "hands", "osnet", "yamnet"} <= set(known)


def test_real_weights_that_were_damaged_are_not(tmp_path: Path) -> None:
    whole = need("models", "face_detection_yunet_2023mar.onnx").read_bytes()
    (tmp_path / "models").mkdir()
    copy = tmp_path / "models" / "face_detection_yunet_2023mar.onnx"
    copy.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    (yunet,) = open_store(None, tmp_path / "models").verify(["yunet"])
    assert yunet.state is State.WRONG
