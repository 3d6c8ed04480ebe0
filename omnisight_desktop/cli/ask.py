"""``omnisight ask``: one turn of the conversation about what was seen."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from omnisight_desktop.chat.assistant import Assistant
from omnisight_desktop.cli.desk import JsonFlag, desk_of, note, put_json, say
from omnisight_desktop.core.clock import parse_time

app = typer.Typer()


@app.command()
def ask(
    ctx: typer.Context,
    question: Annotated[str, typer.Argument(help="For example: what happened today?")],
    now: Annotated[
        str | None, typer.Option("--now", metavar="ISO", help="Answer as of this moment.")
    ] = None,
    camera: Annotated[
        str | None, typer.Option("--camera", metavar="NAME", help="Ask about one camera only.")
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Ask a question about what was seen."""
    moment = parse_time(now) if now is not None else None
    with desk_of(ctx).open("reading") as house:
        answer = Assistant(house).ask(question, moment, camera)
    if as_json:
        shape = asdict(answer)
        shape["answer"] = shape.pop("text")
        put_json(shape)
        return
    say(answer.text)
    if answer.events:
        note(f"from {len(answer.events)} events · answered on this computer")
    if answer.clips:
        note(f"clips: {', '.join(answer.clips[:5])}")
