"""``omnisight models`` from the outside: words, JSON and exit codes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from omnisight_desktop.cli.root import main
from omnisight_desktop.flow.worker import Backoff
from omnisight_desktop.perception.manifest import Manifest
from omnisight_desktop.services.models import store as store_module
from omnisight_desktop.services.models.progress import Patience
from tests.services.models.conftest import entry, nobody, web
from tests.services.models.server import BODY, SUM, Web, answers

__all__ = ["nobody", "web"]


class Shell:
    """The command line over one data folder and a list of models of the test's own."""

    def __init__(self, data: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.data = data
        self._capture = capture
        self.err = ""

    def run(self, *arguments: str) -> tuple[int, str]:
        code = main({}, ["--data", str(self.data), "models", *arguments])
        out, self.err = self._capture.readouterr()
        return code, out

    def json(self, *arguments: str) -> tuple[int, Any]:
        code, out = self.run(*arguments, "--json")
        return code, json.loads(out)


@pytest.fixture
def shell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    monkeypatch.delenv("OMNISIGHT_MODELS_DIR", raising=False)
    monkeypatch.setattr(
        store_module, "Patience", lambda: Patience(5.0, 5.0, 2, Backoff(0.001, 0.002))
    )
    return Shell(tmp_path / "data", capsys)


def know(monkeypatch: pytest.MonkeyPatch, *entries: Any) -> None:
    monkeypatch.setattr(store_module, "load_manifest", lambda: Manifest(entries))


def test_list_shows_what_is_missing_without_each_model(shell: Shell) -> None:
    code, out = shell.run("list")
    assert code == 0
    assert "yunet: missing. Faces are not found" in out
    code, told = shell.json("list")
    assert code == 0
    assert told["folders"] == [str(shell.data / "models")]
    yunet = next(one for one in told["models"] if one["name"] == "yunet")
    assert yunet["state"] == "missing"
    assert yunet["path"] is None
    assert set(yunet) == {
        *("name", "file", "group", "role", "state", "path", "size", "sha256", "pinned"),
        *("licence", "needed", "without", "reason"),
    }


def test_pull_then_list_then_verify(
    shell: Shell, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    know(monkeypatch, entry(web.give("/m")), entry(web.give("/n", answers(404)), name="gone"))
    code, told = shell.json("pull", "model")
    assert code == 0
    (one,) = told["models"]
    path = shell.data / "models" / "model.onnx"
    assert one == {
        "name": "model",
        "outcome": "pulled",
        "path": str(path),
        "size": len(BODY),
        "sha256": SUM,
        "source": f"http://127.0.0.1:{web.port}/m",
        "reason": "",
        "fix": "",
    }
    assert path.read_bytes() == BODY
    states = {m["name"]: m["state"] for m in shell.json("list")[1]["models"]}
    assert states == {"model": "present", "gone": "missing"}
    assert shell.run("verify")[0] == 0
    path.write_bytes(b"damaged")
    code, told = shell.json("verify")
    assert code == 1
    assert [m["state"] for m in told["models"]] == ["wrong sum"]
    assert shell.run("verify", "gone")[0] == 1


def test_a_pull_that_fails_says_why_and_does_the_rest(
    shell: Shell, web: Web, nobody: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    know(monkeypatch, entry(nobody, name="far"), entry(web.give("/m"), name="near"))
    code, told = shell.json("pull", "--all")
    assert code == 1
    assert [m["outcome"] for m in told["models"]] == ["failed", "pulled"]
    assert "far: This machine cannot reach 127.0.0.1." in shell.err
    assert "omnisight models import DIR" in shell.err


def test_an_unpinned_sum_is_shown(shell: Shell, web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    know(monkeypatch, entry(web.give("/m"), sha256=None))
    assert shell.run("pull", "model") == (0, "")
    assert f"sum {SUM} (recorded)" in shell.err
    (one,) = shell.json("list")[1]["models"]
    assert (one["state"], one["sha256"], one["pinned"]) == ("unpinned", SUM, False)


def test_needed_pulls_what_is_needed(
    shell: Shell, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    know(
        monkeypatch,
        entry(web.give("/a"), name="a"),
        replace(entry(web.give("/b"), name="b"), needed=True),
    )
    assert [m["name"] for m in shell.json("pull", "--needed")[1]["models"]] == ["b"]


@pytest.mark.parametrize(
    "arguments", [("pull",), ("pull", "yunet", "--all"), ("pull", "nonsense"), ("verify", "x")]
)
def test_a_request_that_makes_no_sense_is_a_usage_error(
    shell: Shell, arguments: tuple[str, ...]
) -> None:
    code, out = shell.run(*arguments)
    assert (code, out) == (2, "")
    assert "omnisight models list" in shell.err


def test_import_copies_what_it_knows(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    know(monkeypatch, entry("http://127.0.0.1:9/m"))
    copies = tmp_path / "copies"
    copies.mkdir()
    (copies / "some name.bin").write_bytes(BODY)
    (copies / "junk").write_text("junk")
    code, told = shell.json("import", str(copies))
    assert code == 0
    assert [(f["outcome"], f["name"]) for f in told["files"]] == [
        ("unknown", None),
        ("imported", "model"),
    ]
    (copies / "model.onnx").write_bytes(b"has only the name")
    assert shell.run("import", str(copies))[0] == 1
    assert shell.run("import", str(tmp_path / "nowhere"))[0] == 2


def test_the_chosen_folder_is_looked_into(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    know(monkeypatch, entry("http://127.0.0.1:9/m"))
    chosen = tmp_path / "chosen"
    chosen.mkdir()
    (chosen / "model.onnx").write_bytes(BODY)
    monkeypatch.setenv("OMNISIGHT_MODELS_DIR", str(chosen))
    code, told = shell.json("list")
    assert code == 0
    assert told["folders"] == [str(chosen), str(shell.data / "models")]
    assert told["models"][0]["path"] == str(chosen / "model.onnx")
