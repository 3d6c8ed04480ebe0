"""``omnisight doctor`` as a person and as a program meet it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from omnisight_desktop.cli.root import main
from omnisight_desktop.core.registry import Check, Health

WELL = Check("python", Health.OK, "3.11")
MEAGRE = Check("cameras", Health.DEGRADED, "none [attached]", "Attach one.")
BROKEN = Check("codecs", Health.FAILED, "h264 is missing", "Install it.")


def _find(monkeypatch: pytest.MonkeyPatch, *checks: Check) -> None:
    monkeypatch.setattr("omnisight_desktop.cli.doctor.diagnose", lambda *_: [*checks])


def test_this_machine_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main({}, ["--data", str(tmp_path / "data"), "doctor", "--json"])
    said = capsys.readouterr()
    found = json.loads(said.out)
    assert {tuple(one) for one in found} == {("name", "state", "reason", "fix")}
    assert {one["state"] for one in found} <= {"ok", "degraded", "failed"}
    assert code == int(any(one["state"] == "failed" for one in found))
    assert said.err == ""
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("checks", "code"), [([WELL], 0), ([WELL, MEAGRE], 0), ([BROKEN, WELL, MEAGRE], 1)]
)
def test_only_what_failed_makes_it_fail(
    checks: list[Check],
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _find(monkeypatch, *checks)
    assert main({}, ["--data", str(tmp_path), "doctor"]) == code
    shown = capsys.readouterr().out
    for check in checks:
        assert check.name in shown
        assert check.reason in shown
        assert check.fix in shown


def test_settings_that_cannot_be_read_are_a_finding_among_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _find(monkeypatch, WELL)
    (tmp_path / "settings.toml").write_text("[retention\nclip_days = many")
    assert main({}, ["--data", str(tmp_path), "doctor", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [(one["name"], one["state"]) for one in found] == [
        ("settings", "failed"),
        ("python", "ok"),
    ]
    assert found[0]["reason"]


def test_a_flag_that_is_no_setting_is_a_finding_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _find(monkeypatch, WELL)
    assert main({}, ["--data", str(tmp_path), "--set", "nonsense=1", "doctor", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)[0]["name"] == "settings"
