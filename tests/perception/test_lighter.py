"""A lighter network runs where it was checked and nowhere else; without one, the full network does."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from onnx import helper

from omnisight_desktop.perception.detect.choose import Wish, choose_detector
from omnisight_desktop.perception.detect.lighter import (
    Lighter,
    Passed,
    Shelf,
    sum_of,
    this_machine,
    version_of,
    written,
)
from omnisight_desktop.perception.detect.quantise import nodes_to_lighten
from tests.fakes.networks import bright_finder, bright_network


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    return bright_finder(tmp_path / "models" / "bright.onnx")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    (tmp_path / "int8").mkdir()
    return Shelf(tmp_path / "int8")


def note(weights: Path) -> Lighter:
    passed = Passed(64, 100, 0.99, 0.95, 0.0, 1.3)
    return Lighter(
        weights=weights.name,
        sha256=sum_of(weights),
        file="bright-1.onnx",
        engine="onnx",
        engine_version=version_of("onnx"),
        machine=this_machine(),
        at="2026-05-03T12:00:00Z",
        labels=("person",),
        passed=passed,
    )


def keep(shelf: Shelf, weights: Path, known: Lighter) -> None:
    bright_finder(shelf.folder / known.file)
    shelf.note_of(weights, known.engine).write_text(written(known), "utf-8")


def chosen(shelf: Shelf | None, weights: Path, backend: str = "onnx") -> tuple[str, str]:
    wish = Wish(backend, "bright", 0.1, lighter=shelf)
    name, _, reason = choose_detector(wish, lambda _: weights)
    return name, reason


def test_where_it_was_checked_it_is_what_runs(shelf: Shelf, weights: Path) -> None:
    keep(shelf, weights, note(weights))
    assert chosen(shelf, weights) == ("onnx int8", "")
    assert chosen(None, weights) == ("onnx", "")
    assert chosen(shelf, weights, "openvino") == ("openvino", "")  # it was checked with another


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"machine": "x86_64 Another"}, "checked on another processor"),
        ({"engine_version": "0.1"}, "checked with onnx 0.1"),
        ({"sha256": "00"}, "made from other weights"),
    ],
)
def test_where_anything_is_another_the_full_network_runs_and_that_is_said(
    shelf: Shelf, weights: Path, changed: dict[str, Any], said: str
) -> None:
    keep(shelf, weights, replace(note(weights), **changed))
    name, reason = chosen(shelf, weights)
    assert name == "onnx"
    assert said in reason


def test_a_lighter_network_that_cannot_be_loaded_is_no_fault(shelf: Shelf, weights: Path) -> None:
    keep(shelf, weights, note(weights))
    (shelf.folder / "bright-1.onnx").write_bytes(b"half of a netw")
    name, reason = chosen(shelf, weights)
    assert name == "onnx"
    assert "cannot be loaded" in reason
    (shelf.folder / "bright-1.onnx").unlink()
    assert "its file is gone" in chosen(shelf, weights)[1]


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"passed": 3}', "half", json.dumps({"file": "../../x", "passed": {}})],
)
def test_what_is_no_note_is_passed_over(shelf: Shelf, weights: Path, text: str) -> None:
    shelf.note_of(weights, "onnx").write_text(text, "utf-8")
    assert shelf.all() == []
    assert chosen(shelf, weights) == ("onnx", "")


def test_a_note_speaks_only_of_what_lies_beside_it(shelf: Shelf, weights: Path) -> None:
    keep(shelf, weights, note(weights))
    aside = replace(note(weights), file="../models/bright.onnx")
    shelf.note_of(weights, "onnx").write_text(written(aside), "utf-8")
    assert chosen(shelf, weights) == ("onnx", "")


def test_only_what_finds_features_becomes_lighter() -> None:
    assert nodes_to_lighten(bright_network().graph) == {"one", "two"}


def test_what_lies_behind_the_last_layers_stays_although_it_could_be_lighter() -> None:
    graph = bright_network().graph
    del graph.node[-3:]
    graph.node.extend(
        [
            helper.make_node("Split", ["e"], ["s"], "behind"),
            helper.make_node("Conv", ["s", "w4"], ["t"], "distances"),  # as the newer heads have it
            helper.make_node("Reshape", ["t", "flat"], ["output"], "row"),
        ]
    )
    assert nodes_to_lighten(graph) == {"one", "two"}


def test_a_bare_layer_in_the_middle_hides_nothing_behind_it() -> None:
    graph = bright_network().graph
    graph.node[3].op_type = "Identity"  # the second convolution has no activation of its own
    graph.node.insert(4, helper.make_node("Conv", ["d", "w2"], ["d2"], "three"))
    graph.node.insert(5, helper.make_node("Relu", ["d2"], ["d3"], "three-on"))
    graph.node[6].input[0] = "d3"
    assert nodes_to_lighten(graph) == {"one", "three"}


def test_what_is_lighter_already_is_left_alone() -> None:
    graph = bright_network().graph
    graph.node.append(helper.make_node("QuantizeLinear", ["output", "s"], ["q"], "already"))
    assert nodes_to_lighten(graph) == set()
