"""What went wrong is said without commands that nobody types into a window."""

from __future__ import annotations

import pytest

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.gui.viewmodels.faults import words_of


@pytest.mark.parametrize(
    ("fix", "said"),
    [
        ("Check the port.", "It failed. Check the port."),
        ("See 'omnisight notify list'.", "It failed."),
        (
            "Choose another name, or change it with 'omnisight cameras edit'.",
            "It failed. Choose another name.",
        ),
        (
            "Unlock it, or give the password anew with 'omnisight cameras edit NAME --login USER'.",
            "It failed. Unlock it.",
        ),
        ("Remove it first. See 'omnisight doctor'.", "It failed. Remove it first."),
        ("", "It failed."),
    ],
)
def test_a_hint_at_the_command_line_is_left_out(fix: str, said: str) -> None:
    assert words_of(UsageError("It failed.", fix=fix)) == said
