from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.errors import BackendUnavailable
from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.observability.health import diagnose, examine, worst

NAMES = {
    *("python", "packages", "opencv", "qt", "window", "codecs", "cameras", "microphones"),
    *("models", "onnxruntime", "openvino", "numba", "dtaidistance", "data folder", "disk"),
    *("database", "keyring"),
}

_LOADED = """
import json, sys
from pathlib import Path
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.observability.health import diagnose
diagnose(Paths(Path(sys.argv[1])), Settings())
heavy = {"torch", "whisper", "openvino", "spacy", "mediapipe"}
print(json.dumps(sorted(heavy & set(sys.modules))))
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Check]:
    """What is found here, once for all the tests: it takes some seconds."""
    folder = tmp_path_factory.mktemp("doctor")
    found = diagnose(Paths(folder / "data"), Settings())
    assert [*folder.iterdir()] == []
    return found


def test_everything_is_looked_at(found: list[Check]) -> None:
    assert {check.name for check in found} >= NAMES


def test_what_this_machine_must_have_is_well(found: list[Check]) -> None:
    states = {check.name: check.state for check in found}
    for name in ("python", "packages", "opencv", "qt", "codecs", "dtaidistance", "data folder"):
        assert states[name] is Health.OK, name


def test_whatever_is_not_well_comes_with_a_reason_and_something_to_do(found: list[Check]) -> None:
    for check in found:
        assert check.reason
        assert check.state is Health.OK or check.fix, check.name
        assert "Traceback" not in check.reason


def test_looking_loads_nothing_heavy(tmp_path: Path) -> None:
    """Asked in a process of its own: here, other tests have loaded what they needed."""
    asked = subprocess.run(
        [sys.executable, "-c", _LOADED, str(tmp_path / "data")],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert json.loads(asked.stdout) == []


def test_one_broken_look_does_not_hide_the_others() -> None:
    def stumble() -> Check:
        raise ZeroDivisionError("by zero")

    def refuse() -> Check:
        raise BackendUnavailable("It is not here.", fix="Get it.")

    well = Check("well", Health.OK, "fine")
    found = examine(
        [("a", stumble), ("b", refuse), ("c", lambda: [well, well]), ("d", lambda: well)]
    )
    assert [check.name for check in found] == ["a", "b", "well", "well", "well"]
    assert found[0].state is Health.FAILED
    assert "ZeroDivisionError: by zero" in found[0].reason
    assert found[0].fix
    assert (found[1].state, found[1].reason, found[1].fix) == (
        Health.FAILED,
        "It is not here.",
        "Get it.",
    )


def test_the_worst_counts() -> None:
    checks = [Check("x", state, "") for state in Health]
    assert worst(checks) is Health.FAILED
    assert worst(checks[:2]) is Health.DEGRADED
    assert worst(checks[:1]) is Health.OK
    assert worst([]) is Health.OK
