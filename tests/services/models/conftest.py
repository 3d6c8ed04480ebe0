"""A server, a store in an empty folder, and no proxy between the two."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from omnisight_desktop.flow.worker import Backoff
from omnisight_desktop.perception.manifest import Address, Alternative, Entry, Manifest, Source
from omnisight_desktop.perception.weights import Weights, search_order
from omnisight_desktop.services.models.progress import Patience
from omnisight_desktop.services.models.shelf import Shelf
from omnisight_desktop.services.models.store import Store
from tests.services.models.server import SUM, Web, start

HASTE = Patience(connect_s=5.0, read_s=0.3, tries=3, backoff=Backoff(0.001, 0.002))

MakeStore = Callable[..., Store]


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    running, server, thread = start()
    yield running
    running.over.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def nobody() -> str:
    """An address at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/model.onnx"


def entry(
    *sources: Source | str,
    sha256: str | None = SUM,
    name: str = "model",
    size: int | None = None,
    also: tuple[Alternative, ...] = (),
) -> Entry:
    """An entry for the server's file."""
    return Entry(
        name=name,
        file=f"{name}.onnx",
        role="does something",
        without="It is not done.",
        licence="MIT",
        sources=tuple(Address(s) if isinstance(s, str) else s for s in sources),
        sha256=sha256,
        sum_from="the test" if sha256 else "",
        size=size,
        also=also,
    )


@pytest.fixture
def make_store(tmp_path: Path) -> MakeStore:
    def make(*entries: Entry, chosen: Path | None = None, patience: Patience = HASTE) -> Store:
        own = tmp_path / "models"
        weights = Weights(search_order(chosen, own), Manifest(entries))
        return Store(Shelf(weights, own), patience)

    return make
