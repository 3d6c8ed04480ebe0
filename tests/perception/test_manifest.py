"""The list of models: read strictly, and ours without an invented sum."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from omnisight_desktop.core.errors import NotFound, OmniSightError
from omnisight_desktop.perception.manifest import (
    Address,
    Alternative,
    Entry,
    Export,
    Wheel,
    load_manifest,
    read_manifest,
)

SUM = "0123456789abcdef" * 4
OTHER = "fedcba9876543210" * 4


def document(**changes: Any) -> dict[str, Any]:
    table = {
        "name": "eyes",
        "file": "eyes.onnx",
        "role": "sees",
        "without": "It is dark.",
        "licence": "MIT",
        "sha256": "unpinned",
        "sources": [{"url": "https://example.org/eyes.onnx"}],
        **changes,
    }
    return {"version": 1, "model": [{k: v for k, v in table.items() if v is not None}]}


def read(**changes: Any) -> Entry:
    (entry,) = read_manifest(document(**changes)).entries
    return entry


def test_an_entry_is_read() -> None:
    entry = read(
        sha256=SUM,
        sum_from="its maker",
        size=12,
        needed=True,
        group="senses",
        also=[{"file": "old.onnx"}],
        sources=[
            {"url": "https://example.org/eyes.onnx"},
            {"wheel": "eyes==1.0", "member": "eyes/eyes.onnx", "sha256": OTHER, "size": 13},
        ],
    )
    assert entry.names == ("eyes.onnx", "old.onnx")
    assert entry.sums == {SUM, OTHER}
    assert entry.pinned
    first, second = entry.sources
    assert (entry.sum_of(first), entry.size_of(first)) == (SUM, 12)
    assert (entry.sum_of(second), entry.size_of(second)) == (OTHER, 13)
    assert not entry.by_name_alone("eyes.onnx")


def test_one_source_without_a_sum_makes_it_unpinned() -> None:
    entry = read(
        sum_from="computed",
        sources=[{"url": "https://a"}, {"wheel": "a==1", "member": "b", "sha256": SUM}],
    )
    assert not entry.pinned
    assert entry.sums == {SUM}
    assert entry.by_name_alone("eyes.onnx")


def test_another_build_is_known_by_name_only_where_that_is_said() -> None:
    entry = read(
        sha256=SUM,
        sum_from="its maker",
        also=[{"file": "same.onnx"}, {"file": "build.onnx", "note": "made elsewhere"}],
    )
    assert entry.also == (
        Alternative("same.onnx"),
        Alternative("build.onnx", None, "made elsewhere"),
    )
    assert not entry.by_name_alone("same.onnx")
    assert entry.by_name_alone("build.onnx")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"sha256": "abc"}, "no SHA-256 sum"),
        ({"sha256": SUM.upper(), "sum_from": "x"}, "no SHA-256 sum"),
        ({"sha256": SUM}, "where its sum is from"),
        ({"licence": None}, "lacks licence"),
        ({"sources": []}, "comes from nowhere"),
        ({"colour": "blue"}, "colour"),
        ({"sources": [{"url": "https://a", "speed": 3}]}, "speed"),
        ({"sources": [{"wheel": "eyes", "member": "x"}]}, "no version"),
        ({"sources": [{"wheel": "eyes==1"}]}, "what to take"),
        ({"sources": [{"export_of": "ears"}]}, "ears"),
        ({"file": "../eyes.onnx"}, "not just a name"),
        ({"name": "Eyes!"}, "no good name"),
    ],
)
def test_what_is_not_well_formed_is_refused(changes: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        read(**changes)


def test_two_of_a_name_and_another_version_are_refused() -> None:
    twice = document()
    twice["model"] *= 2
    with pytest.raises(ValueError, match="twice"):
        read_manifest(twice)
    with pytest.raises(ValueError, match="version 2"):
        read_manifest({**document(), "version": 2})


def test_a_file_that_is_no_manifest_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "m.toml").write_text("version = [")
    with pytest.raises(OmniSightError, match="cannot be read"):
        load_manifest(tmp_path / "m.toml")
    with pytest.raises(OmniSightError, match="cannot be read"):
        load_manifest(tmp_path / "nowhere.toml")


# --- the one that ships -----------------------------------------------------------------------

ENTRIES = load_manifest().entries


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_entry_that_ships_can_be_used(entry: Entry) -> None:
    assert entry.role
    assert entry.without.endswith(".")
    assert entry.licence
    assert bool(entry.sums) == bool(entry.sum_from), "a sum and its origin go together"
    assert entry.size is None or entry.sha256, "a size without a sum is a guess"
    for source in entry.sources:
        match source:
            case Address(url=url):
                parts = urlsplit(url)
                assert parts.scheme == "https"
                assert parts.hostname
                assert parts.port is None
            case Wheel():
                assert entry.sum_of(source), (
                    "a published package never changes, so its sum is known"
                )
            case Export(of=of):
                weights = load_manifest().get(of)
                assert weights.file.endswith(".pt")
                assert not any(isinstance(s, Export) for s in weights.sources)


def test_sums_that_the_makers_own_code_states_are_those() -> None:
    package = find_spec("whisper")
    if package is None or package.origin is None:
        pytest.skip("whisper is not installed")
    code = Path(package.origin).read_text(encoding="utf-8")  # importing it would bring torch
    for name in ("base", "tiny"):
        entry = load_manifest().get(f"whisper-{name}")
        (source,) = entry.sources
        assert isinstance(source, Address)
        assert f'"{name}": "{source.url}"' in code
        assert entry.sha256 == source.url.split("/")[-2]


def test_what_a_face_and_a_room_ask_for_is_there() -> None:
    names = {entry.name for entry in ENTRIES}
    assert {"yolov8n", "yunet", "sface", "facenet512", "pose", "hands", "face-landmarks"} <= names
    assert {"whisper-base", "whisper-tiny", "names-english", "yamnet", "osnet"} <= names
    assert {"minilm", "clip-images"} <= names
    assert any(entry.needed for entry in ENTRIES)


def test_a_group_stands_for_its_files() -> None:
    manifest = load_manifest()
    chosen = [entry.name for entry in manifest.select(["clip", "yunet", "clip-words"])]
    assert chosen == ["clip-images", "clip-words", "clip-tokens", "yunet"]
    groups = {entry.group for entry in ENTRIES if entry.group}
    assert groups.isdisjoint(entry.name for entry in ENTRIES)
    with pytest.raises(NotFound, match="'nonsense'"):
        manifest.select(["nonsense"])
