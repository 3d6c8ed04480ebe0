"""Questions that nobody foresaw, by schemathesis, to the running program; no answer may be a 5xx."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from benchmarks.headless import free_port

#: What must never be: a fault of ours, and an answer that is not as described.
_CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,"
    "response_schema_conformance,unsupported_method"
)
_PATIENCE_S = 60.0
_EVENTS = 300


def _lines() -> Iterator[str]:
    """Events of last week, for there should be something to ask for."""
    now = datetime.now(UTC)
    for number in range(_EVENTS):
        start = now - timedelta(minutes=30 * number)
        event = {"id": f"E{number}", "camera": "Demo", "type": "appeared", "label": "person"}
        yield json.dumps({**event, "start": start.isoformat(), "text": f"number {number}"})


def _answers(port: int, program: subprocess.Popen[str]) -> bool:
    """Waits until it has filmed something; False where it ended before."""
    import time

    until = time.monotonic() + _PATIENCE_S
    while time.monotonic() < until and program.poll() is None:
        try:
            told = httpx.get(f"http://127.0.0.1:{port}/api/v1/clips", trust_env=False).json()
        except httpx.HTTPError:
            told = {"clips": []}
        if told["clips"]:
            return True
        time.sleep(0.5)
    return program.poll() is None


def main() -> int:
    """Ask for so long; the exit code of schemathesis."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.server.fuzz")
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument(
        "--schemathesis",
        type=Path,
        default=Path(sys.executable).with_name("schemathesis"),
        help="where it is, if it is not installed beside this Python",
    )
    wanted = parser.parse_args()
    if not wanted.schemathesis.is_file():
        print("schemathesis is not installed: pip install -e '.[dev]'", file=sys.stderr)
        return 2
    port = free_port()
    with TemporaryDirectory(prefix="omnisight-fuzz-") as folder:
        us = [sys.executable, "-m", "omnisight_desktop", "--data", f"{folder}/data"]
        lines = "\n".join(_lines())
        subprocess.run([*us, "events", "import", "-"], input=lines, text=True, check=True)
        program = subprocess.Popen(
            [*us, "serve", "--source", "demo:", "--port", str(port)], text=True
        )
        try:
            if not _answers(port, program):
                return 1
            return _ask(wanted.schemathesis, port, wanted.seconds, folder)
        finally:
            program.terminate()
            program.wait(_PATIENCE_S)


def _ask(schemathesis: Path, port: int, seconds: int, folder: str) -> int:
    where = f"http://127.0.0.1:{port}/api/openapi.json"
    options = ["--max-time", str(seconds), "--checks", _CHECKS, "--continue-on-failure"]
    command = [str(schemathesis), "run", where, *options]
    return subprocess.run(command, cwd=folder, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
