"""What went wrong, as the window says it: in its language, and without what is typed in a terminal."""

from __future__ import annotations

import re

from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.gui.tongue import told

_TYPED = re.compile(r"'omnisight [^']*'")
_SENTENCE = re.compile(r".+?(?:[.!?]+(?=\s|$)|$)\s*")


def words_of(error: OmniSightError) -> str:
    """Why, and what to do about it."""
    return f"{told(error.reason)} {fix_of(error)}".strip()


def fix_of(error: OmniSightError) -> str:
    """What to do about it, as far as it can be done here."""
    return told(done_here(error.fix))


def done_here(fix: str) -> str:
    """A fix without hints at the command line, for here is a window."""
    if not _TYPED.search(fix):
        return fix
    kept = [part for part in _SENTENCE.findall(fix) if not _TYPED.search(part)]
    return "".join(kept).strip() or _shortened(fix)


def _shortened(fix: str) -> str:
    """As much of a sentence as stands before the word that leads to a command line."""
    before = re.split(r",? (?:or|and) (?=[^,]*'omnisight )", fix, maxsplit=1)[0]
    return f"{before.rstrip(' .,')}." if not _TYPED.search(before) else ""
