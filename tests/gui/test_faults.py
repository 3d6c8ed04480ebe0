"""What went wrong is said without commands that nobody types into a window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from omnisight_desktop.core.errors import (
    DatabaseBusy,
    DiskFull,
    OmniSightError,
    StorageError,
    UsageError,
)
from omnisight_desktop.gui import appearance
from omnisight_desktop.gui.tongue import speak
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
        ("Set it: 'omnisight settings set detection.backend auto'.", "It failed."),
        ("Remove it first. See 'omnisight doctor'.", "It failed. Remove it first."),
        ("", "It failed."),
    ],
)
def test_a_hint_at_the_command_line_is_left_out(fix: str, said: str) -> None:
    assert words_of(UsageError("It failed.", fix=fix)) == said


@pytest.fixture
def german() -> Iterator[None]:
    speak(appearance.words_of("de"))
    yield
    speak(None)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            DatabaseBusy("The database did not answer in time."),
            "Die Datenbank hat nicht rechtzeitig geantwortet. Schließen Sie das andere Programm; "
            "was inzwischen gesehen wurde, steht in einem Journal.",
        ),
        (
            DiskFull("No room is left for /home/me/omnisight.db."),
            "Für /home/me/omnisight.db ist kein Platz mehr. Schaffen Sie Platz; aufgenommen wird "
            "von selbst weiter, sobald welcher da ist.",
        ),
        (
            UsageError(
                "There is a camera called 'Porch' already.",
                fix="Choose another name, or change it with 'omnisight cameras edit'.",
            ),
            "Es gibt schon eine Kamera namens „Porch“. Wählen Sie einen anderen Namen.",
        ),
        (
            StorageError("The file of clip 'C1' is gone.", fix="See 'omnisight db check'."),
            "Die Datei des Clips „C1“ ist weg.",
        ),
    ],
)
@pytest.mark.usefixtures("german")
def test_what_the_house_says_is_said_in_the_language_of_the_window(
    error: OmniSightError, said: str
) -> None:
    assert words_of(error) == said
