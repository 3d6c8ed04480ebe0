"""The root command: help, versions, exit codes, and wrong words."""

from __future__ import annotations

import pytest

from omnisight_desktop import __version__
from omnisight_desktop.cli.root import COMMANDS
from tests.cli.conftest import Omnisight


def test_help_names_every_command(omnisight: Omnisight) -> None:
    said = omnisight("--help")
    assert said.code == 0
    assert all(name in said.out for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_there_and_explains_itself(omnisight: Omnisight, name: str) -> None:
    said = omnisight(name, "--help")
    assert said.code == 0
    assert name in said.out


def test_the_version_is_printed(omnisight: Omnisight) -> None:
    assert omnisight("--version").out.strip() == __version__


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("--nonsense",),
        ("events", "nonsense"),
        ("events", "list", "--limit", "0"),
        ("events", "list", "--limit", "many"),
        ("events", "list", "--since", "yesterday-ish"),
        ("events", "list", "--after", "!!!"),
        ("events", "list", "--camera", "nowhere"),
        ("--set", "nonsense", "events", "list"),
        ("--set", "detection.nonsense=1", "events", "list"),
        ("ask",),
        ("ask", "what?", "--now", "noon"),
        ("bench", "nonsense"),
        ("clips", "export", "C404"),
    ],
)
def test_a_wrong_call_is_exit_2_and_a_word(
    omnisight: Omnisight, arguments: tuple[str, ...]
) -> None:
    said = omnisight(*arguments)
    assert said.code == 2
    assert said.out == ""
    assert said.err.strip()


def test_completion_can_be_had(omnisight: Omnisight, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")
    said = omnisight("--show-completion", "bash")
    assert said.code == 0
    assert "omnisight" in said.out
