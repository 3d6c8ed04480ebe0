"""A model that is made on this machine from the weights of another entry."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from omnisight_desktop.perception.manifest import Export
from omnisight_desktop.services.models import store as store_module
from omnisight_desktop.services.models.progress import Job
from omnisight_desktop.services.models.shelf import State
from omnisight_desktop.services.models.store import Outcome, open_store
from tests.material import need
from tests.services.models.conftest import MakeStore, entry
from tests.services.models.server import BODY, Web, answers


def test_the_weights_come_first_and_then_the_model_is_made(
    web: Web, make_store: MakeStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[bytes] = []

    def make(weights: Path, target: Path, _: Job) -> None:
        made.append(weights.read_bytes())
        target.write_bytes(f"made the {len(made)}. time".encode())

    monkeypatch.setattr(store_module, "export", make)
    weights = entry(web.give("/w"), name="weights")
    model = entry(Export("weights"), name="model", sha256=None)
    store = make_store(weights, model)
    (one,) = store.pull([model])
    assert (one.outcome, one.source) == (Outcome.PULLED, "made from weights")
    assert made == [BODY]
    assert store.shelf.standing(weights).state is State.PRESENT
    assert store.shelf.standing(model).state is State.UNPINNED
    # An exporter writes the date into what it makes: another sum is no reason to refuse it.
    (store.shelf.own / model.file).unlink()
    (again,) = store.pull([model])
    assert again.error is None
    assert (store.shelf.own / model.file).read_bytes() == b"made the 2. time"
    assert store.shelf.standing(model).state is State.UNPINNED
    assert len(web.asked) == 1


def test_without_the_weights_there_is_no_model(web: Web, make_store: MakeStore) -> None:
    weights = entry(web.give("/w", answers(404)), name="weights")
    model = entry(Export("weights"), name="model", sha256=None)
    (one,) = make_store(weights, model).pull([model])
    assert one.error is not None
    assert "404" in one.error.reason


def test_a_missing_exporter_is_said(
    make_store: MakeStore, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    weights = entry(web.give("/w"), name="weights")
    model = entry(Export("weights"), name="model", sha256=None)
    (one,) = make_store(weights, model).pull([model])
    assert one.error is not None
    assert "needs the package 'onnx'" in one.error.reason
    assert "pip install onnx" in one.error.fix


@pytest.mark.skipif(find_spec("onnx") is None, reason="the package 'onnx' is not installed")
def test_real_weights_become_a_network_that_runs(tmp_path: Path) -> None:
    import onnxruntime

    weights = need("models", "yolov8n-dq.pt")
    chosen = tmp_path / "chosen"
    chosen.mkdir()
    (chosen / weights.name).write_bytes(weights.read_bytes())
    store = open_store(chosen, tmp_path / "own")
    (one,) = store.pull([store.manifest.get("yolov8n")])
    assert one.error is None
    assert one.path is not None
    session = onnxruntime.InferenceSession(str(one.path))
    assert session.get_outputs()[0].shape == [1, 84, 8400]
    assert "names" in session.get_modelmeta().custom_metadata_map
