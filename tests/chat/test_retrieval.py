"""What was said and described is found by its words and its meaning; pictures by words, or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, timedelta
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from omnisight_desktop.chat.answer import Status
from omnisight_desktop.chat.assistant import Assistant
from omnisight_desktop.chat.embedders.bert import Shape, read_weights, to_onnx
from omnisight_desktop.chat.embedders.choose import choose_embedder
from omnisight_desktop.chat.embedders.clip import ClipShape, open_clip, prepared
from omnisight_desktop.chat.embedders.letters import Letters
from omnisight_desktop.chat.embedders.wordpiece import WordPieces
from omnisight_desktop.chat.retrieval.fuse import fused
from omnisight_desktop.chat.retrieval.gallery import Gallery
from omnisight_desktop.chat.retrieval.narrowed import Wanted, nearest_wanted
from omnisight_desktop.chat.retrieval.nearest import NearestCache
from omnisight_desktop.chat.retrieval.recall import Recall
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.errors import ModelCorrupt
from omnisight_desktop.core.face import Vector
from omnisight_desktop.perception.manifest import load_manifest
from omnisight_desktop.perception.onnx import open_session
from omnisight_desktop.perception.weights import Weights
from omnisight_desktop.services.house import House
from omnisight_desktop.storage.events import EventFilter
from tests.home import NOON, event, furnished


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with furnished(tmp_path / "data") as house:
        house.keeper.commit(
            Camera("porch", "Porch", ""),
            event("e1", 50, type="spoken", text="I leave the parcel with the neighbours."),
            event("e2", 40, type="spoken", text="Did anybody feed the cat?"),
            event("e3", 30, text="a man with a ladder"),
            event("e4", 20),
        )
        yield house


def _recall(house: House) -> Recall:
    recall = Recall(house.events, Letters(), house.paths.vectors)
    recall.refresh()
    return recall


@pytest.mark.parametrize(
    ("words", "first"),
    [("parcel for the neighbours", "e1"), ("feeding cats", "e2"), ("man with ladders", "e3")],
)
def test_words_and_meaning_find_it_together(house: House, words: str, first: str) -> None:
    assert _recall(house).search(words)[0].event.id == first


def test_what_has_nothing_to_do_with_anything_is_not_found(house: House) -> None:
    assert _recall(house).search("quantum chromodynamics") == []


def test_what_was_said_last_night_is_found_behind_hundreds_like_it(house: House) -> None:
    old = [event(f"old{n}", 60 * 24 * 20 + n, text="a red van at the gate") for n in range(600)]
    house.keeper.commit(*old, event("last", 60 * 12, text="a red van near the gate"))
    recall = _recall(house)
    lately = EventFilter(since=NOON - timedelta(days=1))
    assert [e.id for e in recall.by_words("red van at the gate", 5, lately)] == ["last"]
    assert [m.event.id for m in recall.by_meaning("a red van at the gate", 5, lately)] == ["last"]
    assert [m.event.id for m in recall.like("old3", 5, lately)] == ["last"]
    assert recall.search("a red van at the gate", 5, lately)[0].event.id == "last"


def test_new_texts_are_taken_in_and_the_rest_is_not_read_again(house: House) -> None:
    recall = _recall(house)
    assert recall.refresh() == 0
    house.keeper.commit(event("e5", 1, text="a drone above the lawn"))
    again = Recall(house.events, Letters(), house.paths.vectors)
    assert again.refresh() == 1
    assert again.by_meaning("drone above lawn")[0].event.id == "e5"


def test_a_lost_or_broken_cache_is_filled_again(house: House) -> None:
    _recall(house)
    for file in house.paths.vectors.rglob("*"):
        if file.is_file():
            file.write_bytes(b"broken")
    assert Recall(house.events, Letters(), house.paths.vectors).refresh() == 3


def test_like_this_finds_others_but_not_itself(house: House) -> None:
    house.keeper.commit(event("e6", 5, text="a woman with a ladder"))
    assert [m.event.id for m in _recall(house).like("e3")] == ["e6"]
    assert _recall(house).like("e4") == []


def test_no_is_answered_with_what_comes_near_it(house: House) -> None:
    asked = Assistant(house, UTC, search=house.search)
    answer = asked.ask("did anyone mention the neighbourhood?")
    assert answer.status is Status.NOTHING
    assert answer.events[0] == "e1"
    assert "Close to it: " in answer.text


def test_who_stands_high_in_both_rankings_comes_first() -> None:
    assert fused([["a", "b", "c"], ["b", "d"]])[0] == "b"
    assert fused([[], []]) == []


def test_the_nearest_are_the_nearest_and_survive_a_restart(tmp_path: Path) -> None:
    dice = np.random.default_rng(1)
    rows = dice.standard_normal((50, 8)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    cache = NearestCache(tmp_path, "test", 8)
    assert cache.nearest(rows[0], 3) == []
    cache.add([f"k{n}" for n in range(50)], rows)
    cache.mark = 7
    cache.save()
    again = NearestCache(tmp_path, "test", 8)
    assert (len(again), again.mark) == (50, 7)
    key, cosine = again.nearest(rows[31], 3)[0]
    assert key == "k31"
    assert cosine == pytest.approx(1, abs=1e-2)
    assert len(NearestCache(tmp_path, "test", 9)) == 0


def test_what_is_wanted_is_found_behind_hundreds_that_are_nearer(tmp_path: Path) -> None:
    cache = NearestCache(tmp_path, "test", 2)
    angles = np.linspace(0.0, 1.2, 600)
    rows = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    cache.add([f"k{n}" for n in range(600)], rows)
    asked: list[int] = []

    def only(*keys: str, few: bool) -> list[str]:
        def fits(some: Sequence[str]) -> dict[str, str]:
            asked.append(len(some))
            return {key: key for key in some if key in keys}

        wanted = Wanted(fits, lambda: [*keys, "never seen"] if few else None)
        return [key for key, _ in nearest_wanted(cache, rows[0], 0.5, wanted, 3)]

    for few in (True, False):
        assert only("k450", "k300", few=few) == ["k300", "k450"]
        assert only("k599", few=few) == []  # below the floor
    asked.clear()
    assert only("k300", few=True) == ["k300"]
    assert sum(asked) < 300  # those that are wanted are compared, not all that are near


def _tiny_bert(folder: Path) -> Path:
    dice = np.random.default_rng(3)
    sizes = {
        "embeddings.word_embeddings.weight": (8, 4),
        "embeddings.position_embeddings.weight": (16, 4),
        "embeddings.token_type_embeddings.weight": (2, 4),
        "embeddings.LayerNorm.weight": (4,),
        "embeddings.LayerNorm.bias": (4,),
    }
    layer = "encoder.layer.0"
    for part in ("attention.self.query", "attention.self.key", "attention.self.value"):
        sizes |= {f"{layer}.{part}.weight": (4, 4), f"{layer}.{part}.bias": (4,)}
    sizes |= {f"{layer}.attention.output.dense.weight": (4, 4)}
    sizes |= {f"{layer}.attention.output.dense.bias": (4,)}
    for part in ("attention.output.LayerNorm", "output.LayerNorm"):
        sizes |= {f"{layer}.{part}.weight": (4,), f"{layer}.{part}.bias": (4,)}
    sizes |= {
        f"{layer}.intermediate.dense.weight": (6, 4),
        f"{layer}.intermediate.dense.bias": (6,),
    }
    sizes |= {f"{layer}.output.dense.weight": (4, 6), f"{layer}.output.dense.bias": (4,)}
    told: dict[str, object] = {}
    raw = b""
    for name, size in sizes.items():
        data = dice.standard_normal(size).astype(np.float32).tobytes()
        told[name] = {
            "dtype": "F32",
            "shape": size,
            "data_offsets": [len(raw), len(raw) + len(data)],
        }
        raw += data
    head = json.dumps(told).encode()
    file = folder / "model.safetensors"
    file.write_bytes(len(head).to_bytes(8, "little") + head + raw)
    return file


def test_a_network_from_its_weights_ignores_what_fills_a_batch_up(tmp_path: Path) -> None:
    to_onnx(read_weights(_tiny_bert(tmp_path)), Shape(1, 2, 4, 1e-12), tmp_path / "made.onnx")
    session = open_session(tmp_path / "made.onnx")
    pieces = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "cat", "dog", "##s", "."])

    def embed(*sentences: str) -> Vector:
        ids, there = pieces.batch(sentences)
        found: Vector = session.run(["vectors"], {"ids": ids, "there": there})[0]
        return found

    alone, together = embed("cats"), embed("cats", "dog cat dog cat.")
    assert np.allclose(alone[0], together[0], atol=1e-5)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    assert not np.allclose(together[0], together[1], atol=1e-3)


def test_weights_that_are_none_are_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"nonsense")
    with pytest.raises(ModelCorrupt, match=r"model\.safetensors"):
        read_weights(tmp_path / "model.safetensors")


def test_words_are_cut_into_pieces_that_are_known() -> None:
    pieces = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "cat", "##s", "é", "e", "!"])
    assert pieces.ids("Cats!") == [2, 4, 5, 8, 3]
    assert pieces.ids("É zebra") == [2, 7, 1, 3]


def test_a_vocabulary_is_read_from_its_tokenizer(tmp_path: Path) -> None:
    file = tmp_path / "tokenizer.json"
    vocab = {"[UNK]": 1, "[PAD]": 0, "[CLS]": 2, "[SEP]": 3, "cat": 4}
    file.write_text(json.dumps({"model": {"vocab": vocab}}))
    assert WordPieces.read(file).ids("cat") == [2, 4, 3]
    file.write_text("[]")
    with pytest.raises(ModelCorrupt, match="no vocabulary"):
        WordPieces.read(file)


def test_without_the_network_letters_do_it_and_the_reason_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("omnisight_desktop.chat.embedders.minilm.find_spec", lambda _: None)
    nothing = Weights((tmp_path,), load_manifest())
    embedder, why = choose_embedder(nothing.find, tmp_path)
    assert isinstance(embedder, Letters)
    assert "minilm" in why


def _network(file: Path, kind: int, inside: Sequence[int], weight: Vector, *, words: bool) -> None:
    """A picture's mean colour, or the mean of some words' vectors."""
    value = numpy_helper.from_array(weight, "w")
    if words:
        nodes = [
            helper.make_node("Gather", ["w", "x"], ["g"]),
            helper.make_node("ReduceMean", ["g"], ["y"], axes=[1], keepdims=0),
        ]
    else:
        nodes = [
            helper.make_node("ReduceMean", ["x"], ["m"], axes=[2, 3], keepdims=0),
            helper.make_node("MatMul", ["m", "w"], ["y"]),
        ]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info("x", kind, ["n", *inside])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["n", 3])],
        [value],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 8
    onnx.save(model, file)


TINY = ClipShape("tiny", 3, side=8, words=6, floor=0.8)


@pytest.fixture
def clip_folder(tmp_path: Path) -> Path:
    """A model that knows three colours, and nothing else."""
    folder = tmp_path / "clip"
    folder.mkdir()
    vocab = {"<|startoftext|>": 0, "<|endoftext|>": 1, "red</w>": 2, "blue</w>": 3, "green</w>": 4}
    merges = ["e d</w>", "r ed</w>", "b l", "u e</w>", "bl ue</w>"]
    merges += ["g r", "e n</w>", "e en</w>", "gr een</w>"]
    told = {"model": {"vocab": vocab, "merges": merges}}
    (folder / "clip-tokens").write_text(json.dumps(told))
    rows = np.array([[0, 0, 0], [0, 0, 0], [2, -1, -1], [-1, -1, 2], [-1, 2, -1]], np.float32)
    turned = (np.eye(3) - 1 / 3).astype(np.float32)
    _network(folder / "clip-images", TensorProto.FLOAT, [3, 8, 8], turned, words=False)
    _network(folder / "clip-words", TensorProto.INT64, [6], rows, words=True)
    return folder


def _plain(blue: int, green: int, red: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    picture = np.zeros((20, 30, 3), np.uint8)
    picture[:] = (blue, green, red)
    return picture


def test_pictures_are_found_by_words_and_below_the_floor_there_is_no_match(
    clip_folder: Path, tmp_path: Path
) -> None:
    gallery = Gallery(open_clip(clip_folder.joinpath, TINY), tmp_path / "vectors")
    gallery.add(["car", "sky"], [_plain(0, 0, 250), _plain(250, 0, 0)])
    all_of_them: Wanted[str] = Wanted(lambda keys: {key: key for key in keys}, lambda: None)
    assert [one for one, _ in gallery.showing("red", all_of_them)] == ["car"]
    assert [one for one, _ in gallery.showing("blue", all_of_them)] == ["sky"]
    assert gallery.showing("green", all_of_them) == []
    assert [one for one, _ in gallery.like(_plain(10, 10, 200), all_of_them)] == ["car"]


def test_a_picture_is_prepared_as_the_model_was_taught() -> None:
    ready = prepared(_plain(0, 0, 255), 8)
    assert ready.shape == (3, 8, 8)
    assert ready[0].mean() == pytest.approx((1 - 0.48145466) / 0.26862954, abs=1e-3)
    assert ready[2].mean() == pytest.approx(-0.40821073 / 0.27577711, abs=1e-3)


def test_a_vocabulary_that_is_none_is_said_to_be_none(clip_folder: Path) -> None:
    (clip_folder / "clip-tokens").write_text("{}")
    with pytest.raises(ModelCorrupt, match="clip-tokens"):
        open_clip(clip_folder.joinpath, TINY)
