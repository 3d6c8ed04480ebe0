"""The language of the window: English stands in the code, other languages in files for Qt Linguist."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

_words: dict[str, str] = {}


def tr(text: str, /, **fields: object) -> str:
    """The words in the language of the window, with the fields filled in."""
    said = _words.get(text, text)
    return said.format(**fields) if fields else said


def speak(file: Path | None) -> None:
    """Take up the words of a ``.ts`` file from now on; None is English."""
    _words.clear()
    if file is None:
        return
    for message in ET.parse(file).iter("message"):
        source, said = message.findtext("source"), message.findtext("translation")
        if source and said:
            _words[source] = said
