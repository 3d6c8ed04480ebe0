"""Ending the program so that it is started anew, with everything as the settings say now."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

#: What the program's window ends with when somebody asked for that.
AGAIN = 85

_ASKED = "omnisight_again"


def start_again() -> None:
    """Close the window in order; whoever started it starts it again."""
    application = QCoreApplication.instance()
    if application is not None:
        application.setProperty(_ASKED, True)
        application.quit()


def ended_with(code: int) -> int:
    """The code that the program ends with, once its window is closed."""
    application = QCoreApplication.instance()
    asked = application is not None and bool(application.property(_ASKED))
    return AGAIN if asked else code
