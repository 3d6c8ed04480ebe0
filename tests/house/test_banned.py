"""What is banned is found when somebody uses it, and allowed where it belongs."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
with (HOUSE / "pyproject.toml").open("rb") as _file:
    BANNED: dict[str, dict[str, str]] = tomllib.load(_file)["tool"]["ruff"]["lint"][
        "flake8-tidy-imports"
    ]["banned-api"]


def _banned_in(text: str, where: str) -> list[str]:
    """The messages about banned calls that ruff gives for a file of that name."""
    done = subprocess.run(
        [
            Path(sys.executable).with_name("ruff"),
            *("check", "--no-cache", "--output-format", "json", "--stdin-filename", where, "-"),
        ],
        input=text,
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return [one["message"] for one in json.loads(done.stdout) if one["code"] == "TID251"]


@pytest.mark.parametrize("name", BANNED)
def test_a_banned_call_is_found_with_its_reason(name: str) -> None:
    module, _, attribute = name.rpartition(".")
    spellings = [
        f"import {module}\n\nprint({name})\n",
        f"from {module} import {attribute}\n\nprint({attribute})\n",
        f"import {module} as other\n\nprint(other.{attribute})\n",
    ]
    for text in spellings:
        found = _banned_in(text, "omnisight_desktop/services/plant.py")
        assert found, text
        assert BANNED[name]["msg"] in found[0]


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("threading.Thread", "omnisight_desktop/flow/plant.py"),
        ("multiprocessing.Process", "omnisight_desktop/flow/plant.py"),
        ("os.environ", "omnisight_desktop/config/load.py"),
        ("logging.basicConfig", "omnisight_desktop/observability/logs.py"),
        ("time.time", "omnisight_desktop/core/clock.py"),
    ],
)
def test_it_is_allowed_in_the_one_place_that_it_names(name: str, where: str) -> None:
    module, _, attribute = name.rpartition(".")
    assert _banned_in(f"from {module} import {attribute}\n\nprint({attribute})\n", where) == []


def test_the_reasons_say_what_to_do_instead() -> None:
    assert {"threading.Thread", "time.sleep", "os.environ", "asyncio.create_task"} <= set(BANNED)
    for reason in BANNED.values():
        assert len(reason["msg"].split()) >= 2
