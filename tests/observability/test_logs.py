"""The diary says what happened, to whom it may, and never a secret."""

from __future__ import annotations

import logging
import stat
import sys
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.secrets import Secret
from omnisight_desktop.core.errors import SourceRefused
from omnisight_desktop.observability import logs
from omnisight_desktop.observability.logs import FILE_NAME, RedactingFormatter, set_up
from tests.fakes.redaction import knowing_no_secret

VALUE = "sesame-open-4711"
CAMERA = "rtsp://root:hunter22@10.0.0.5/live"
log = logging.getLogger("omnisight_desktop.of_a_test")


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """Whatever a test sets up is taken down, and secrets of other tests are not known."""
    with knowing_no_secret():
        yield
        while logs._current:
            logs._current.pop().close()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


def diary(paths: Paths) -> str:
    return (paths.logs / FILE_NAME).read_text(encoding="utf-8")


def fall(text: str) -> None:
    """Raise from another error, so that both are in the traceback."""
    try:
        raise ValueError(f"inner {text}")
    except ValueError as error:
        raise RuntimeError(f"outer {text}") from error


@pytest.mark.parametrize("verbose", [True, False])
def test_secrets_reach_neither_screen_nor_file(
    paths: Paths, capsys: pytest.CaptureFixture[str], verbose: bool
) -> None:
    secret = Secret(VALUE)
    set_up(paths, verbose=verbose)
    log.warning("plain %s and %s", VALUE, secret)
    log.warning(f"formatted {VALUE}")  # noqa: G004 - careless code must not give it away either
    log.error("a mapping %(key)s", {"key": VALUE})
    log.error({"authorization": "Bearer abcdefghijkl", "n": CAMERA})
    log.error("camera %s, key sk-ant-api03-abcdef", CAMERA)
    try:
        fall(f"{VALUE} {CAMERA}")
    except RuntimeError:
        log.exception("it fell over %s", CAMERA, stack_info=True)
    log.error("%s", SourceRefused(f"{CAMERA} said no."))
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn(f"careful with {VALUE}", stacklevel=1)
    for text in (diary(paths), capsys.readouterr().err):
        for gone in (VALUE, "hunter22", "abcdefghijkl", "api03"):
            assert gone not in text
        for stays in ("plain", "formatted", "10.0.0.5/live", "it fell over", "said no", "careful"):
            assert stays in text
    assert "Traceback" in diary(paths)
    assert "inner" in diary(paths)
    assert "outer" in diary(paths)


def test_the_record_that_others_see_holds_a_clean_traceback() -> None:
    Secret(VALUE)
    try:
        fall(VALUE)
    except RuntimeError:
        record = log.makeRecord("n", logging.ERROR, "p", 1, "m", (), sys.exc_info())
    assert VALUE not in RedactingFormatter().format(record)
    assert record.exc_text is not None
    assert VALUE not in record.exc_text


def test_people_get_one_line_and_the_file_gets_the_traceback(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up(paths, verbose=False)
    log.info("something small")
    try:
        fall("deep inside")
    except RuntimeError:
        log.exception("the porch failed")
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "ERROR: the porch failed (RuntimeError: outer deep inside)\n"
    assert "something small" in diary(paths)
    assert "Traceback" in diary(paths)


def test_verbose_shows_everything_of_ours(paths: Paths, capsys: pytest.CaptureFixture[str]) -> None:
    set_up(paths, verbose=True)
    log.debug("a detail")
    logging.getLogger("somebody.else").debug("chatter")
    said = capsys.readouterr().err
    assert "a detail" in said
    assert "chatter" not in said


def test_a_message_cannot_pretend_to_be_another_line(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up(paths, verbose=True)
    log.warning("sign says %s", "x\n2026-01-01T00:00:00.000Z ERROR all is lost\x1b[31m\r\x07")
    for text in (diary(paths), capsys.readouterr().err):
        lines = text.splitlines()
        assert [line for line in lines if line.startswith("2026-01-01")] == []
        assert "\x1b" not in text
        assert "\\x1b[31m\\x0d\\x07" in text


def test_times_are_utc(paths: Paths) -> None:
    set_up(paths, verbose=True)
    record = log.makeRecord("n", logging.ERROR, "p", 1, "noon", (), None)
    record.created = 1_777_809_600.25
    logging.getLogger().handle(record)
    assert diary(paths).startswith("2026-05-03T12:00:00.250Z ERROR")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions another way")
def test_only_the_owner_may_read_the_file(paths: Paths) -> None:
    set_up(paths, verbose=False)
    log.error("x")
    assert stat.S_IMODE((paths.logs / FILE_NAME).stat().st_mode) == 0o600
    assert stat.S_IMODE(paths.logs.stat().st_mode) == 0o700


def test_the_file_turns_over_and_old_ones_go(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "_MOST_BYTES", 2_000)
    monkeypatch.setattr(logs, "_KEPT", 2)
    set_up(paths, verbose=False)
    for number in range(200):
        log.info("line %d %s", number, "x" * 80)
    files = sorted(paths.logs.iterdir())
    assert [one.name for one in files] == [FILE_NAME, f"{FILE_NAME}.1", f"{FILE_NAME}.2"]
    assert all(one.stat().st_size <= 2_000 for one in files)
    assert "line 199" in diary(paths)


def test_setting_up_twice_writes_once_and_closing_puts_everything_back(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    root = logging.getLogger()
    before = (list(root.handlers), root.level, sys.excepthook, threading.excepthook)
    set_up(paths, verbose=False)
    second = set_up(paths, verbose=False)
    log.warning("once")
    assert capsys.readouterr().err.count("once") == 1
    assert diary(paths).count("once") == 1
    second.close()
    second.close()
    assert (list(root.handlers), root.level, sys.excepthook, threading.excepthook) == before
    log.warning("afterwards")
    assert "afterwards" not in diary(paths)


def test_a_folder_that_cannot_be_written_is_told_and_work_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").write_text("in the way")
    set_up(Paths(tmp_path / "data"), verbose=False)
    log.warning("still here")
    said = capsys.readouterr().err
    assert "cannot be written" in said
    assert "still here" in said


def test_a_full_disk_is_told_once_and_without_the_record(
    paths: Paths, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Secret(VALUE)
    set_up(paths, verbose=False)

    def full(_: object, record: logging.LogRecord) -> None:
        raise OSError(28, f"No space left for {record.getMessage()}")

    monkeypatch.setattr("logging.handlers.RotatingFileHandler.shouldRollover", full)
    log.info("quietly %s", VALUE)
    log.info("quietly %s", VALUE)
    for handler in logs._current[0]._handlers:
        handler.handle(log.makeRecord("n", 50, "p", 1, "too few %s %s", (VALUE,), None))
    said = capsys.readouterr().err
    assert said.count("the log cannot be written (OSError") == 1  # the file
    assert said.count("the log cannot be written (TypeError") == 1  # the screen
    assert VALUE not in said
    assert "Traceback" not in said


def test_a_fault_that_nobody_caught_goes_to_the_diary_without_secrets(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    Secret(VALUE)
    set_up(paths, verbose=False)
    try:
        fall(VALUE)
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    thread = threading.Thread(target=fall, args=(VALUE,), name="eye-1")
    thread.start()
    thread.join()
    said = capsys.readouterr().err
    assert VALUE not in said + diary(paths)
    assert "Traceback" not in said
    assert diary(paths).count("outer ***") == 2
    assert "eye-1 ends because of a fault" in said


def test_a_program_without_a_screen_still_writes(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    set_up(paths, verbose=False)
    log.error("nobody sees this")
    assert "nobody sees this" in diary(paths)
