"""``omnisight hear``: what is said in a recording, who is introduced, and which sounds are there."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from omnisight_desktop.cli.desk import JsonFlag, desk_of, note, put_json, say

app = typer.Typer(help="What is said in a recording.")


@app.command()
def hear(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A recording with sound.")],
    as_json: JsonFlag = False,
) -> None:
    """Write down what is said in a recording, and who is introduced; nothing is remembered.

    --json: {"length_s", "engine", "silent", "transcript": [{"start_s", "end_s", "text", "language",
    "names"}], "names": [{"name", "whom": "self|present", "score", "at_s"}], "sounds": [{"kind",
    "start_s", "score"}]}.
    """
    with desk_of(ctx).open("reading") as house:
        told = house.heard.listen_to(file).as_json()
    if as_json:
        put_json(told)
        return
    for line in told["transcript"]:
        say(f"{line['start_s']:7.2f}  {line['text']}")
    for name in told["names"]:
        whom = "who speaks" if name["whom"] == "self" else "somebody there"
        say(f"{name['at_s']:7.2f}  {name['name']} ({whom})")
    for sound in told["sounds"]:
        say(f"{sound['start_s']:7.2f}  {sound['kind']}")
    if not (told["transcript"] or told["sounds"]):
        say("It is silent." if told["silent"] else "Nothing is said.")
    if told["engine"] == "pocketsphinx":
        note("Whisper understands far more: 'omnisight models pull whisper-base'.")
