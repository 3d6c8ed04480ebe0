"""The command line, called as a function."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from omnisight_desktop.__main__ import WIRING
from omnisight_desktop.cli.root import main


@dataclass(frozen=True)
class Said:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Its answer for programs."""
        return json.loads(self.out)


Omnisight = Callable[..., Said]


@pytest.fixture
def omnisight(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Omnisight:
    """Runs a command over a data folder of its own."""

    def run(*arguments: str) -> Said:
        code = main(WIRING, ["--data", str(tmp_path / "data"), *arguments])
        out, err = capfd.readouterr()
        assert "Traceback" not in out + err
        return Said(code, out, err)

    return run
