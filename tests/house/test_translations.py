"""Every text that people see is translated, with the same fields, and the file says nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[2]


def test_the_translations_are_complete() -> None:
    done = subprocess.run(
        [sys.executable, str(HOUSE / "scripts" / "translate.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
