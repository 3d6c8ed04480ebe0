"""Names out of what is said: on text, on tweets, and end to end on speech; and a scribe that is rushed.

``python -m benchmarks.hearing [--quick] [--text] [--json]``. The peer on text is what the original design draws:
"I'm", "my name is", "this is" and the capitalised word that follows. The peer on speech is the same engine
without the grammar of introductions. ``first.jsonl`` was written before the first form was, and nothing
is tuned on it; ``own.jsonl`` is what the forms were mended with, and so are ``others.jsonl`` and
``others_2.jsonl``, which two others wrote. Sets that others write lie beside
them as ``unseen*.jsonl`` and are measured wherever there are any.
"""

from __future__ import annotations

from benchmarks.hearing.rushed import rushed
from benchmarks.hearing.speech import spoken
from benchmarks.hearing.text import on_text, on_tweets
from benchmarks.measure import Row


def rows(quick: bool) -> list[Row]:
    """Everything that is measured here."""
    return [*written(), *spoken(quick), *rushed(quick)]


def written() -> list[Row]:
    """Names in what is written down."""
    return [*on_text(), *on_tweets()]
