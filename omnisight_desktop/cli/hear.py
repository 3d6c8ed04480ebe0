"""``omnisight hear``: what is said in a recording, who is introduced, and which sounds are there."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from omnisight_desktop.cli.desk import JsonFlag, desk_of, note, put_json, say
from omnisight_desktop.core.errors import UsageError

_WHOM = {"self": "who speaks", "present": "somebody there", "third": "spoken of"}

app = typer.Typer(help="What is said in a recording.")


@app.command()
def hear(
    ctx: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="A recording with sound.")
    ] = None,
    text: Annotated[
        str | None, typer.Option("--text", metavar="TEXT", help="Words instead of a recording.")
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Write down what is said in a recording, and who is named; nothing is remembered.

    --json: {"segments": [{"start", "end", "text", "language", "names"}], "names": [{"name",
    "relation": "self|present|third", "confidence", "at"}], "sounds": [{"kind", "start_s", "score"}],
    "length_s", "engine", "silent"}. Times are seconds; "third" are those who are only spoken of.
    """
    from omnisight_desktop.services.hear import read

    if (file is None) == (text is None):
        raise UsageError(
            "What is to be heard?", fix="Name one recording, or give words with --text."
        )
    if text is not None:
        told = read(text).as_json()
    elif file is not None:
        with desk_of(ctx).open("reading") as house:
            told = house.heard.listen_to(file).as_json()
    if as_json:
        put_json(told)
        return
    for line in told["segments"]:
        say(f"{line['start']:7.2f}  {line['text']}")
    for name in told["names"]:
        say(f"{name['at']:7.2f}  {name['name']} ({_WHOM[name['relation']]})")
    for sound in told["sounds"]:
        say(f"{sound['start_s']:7.2f}  {sound['kind']}")
    if not (told["segments"] or told["sounds"]):
        say("It is silent." if told["silent"] else "Nothing is said.")
    if told["engine"] == "pocketsphinx":
        note("Whisper understands far more: 'omnisight models pull whisper-base'.")
