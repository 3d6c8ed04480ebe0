"""The real program as a process, over a data folder of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

PATIENCE_S = 90


@dataclass(frozen=True)
class Home:
    """A data folder and the program over it."""

    data: Path

    def start(
        self, *arguments: str, environment: Mapping[str, str] | None = None
    ) -> subprocess.Popen[str]:
        """The program, running; in this environment, or in our own."""
        return subprocess.Popen(
            [sys.executable, "-m", "omnisight_desktop", "--data", str(self.data), *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
        )

    def call(self, *arguments: str) -> Any:
        """The JSON answer of a command that works."""
        process = self.start(*arguments)
        out, err = process.communicate(timeout=PATIENCE_S)
        assert process.returncode == 0, err
        return json.loads(out)


def until(process: subprocess.Popen[str], words: str) -> Iterator[str]:
    """What it says on standard error, up to these words."""
    assert process.stderr is not None
    for line in process.stderr:
        yield line
        if words in line:
            return
    pytest.fail(f"the program ended before it said '{words}'")
