"""``omnisight ask``: one turn of the conversation about what was seen, or one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from omnisight_desktop.chat.answer import Answer
from omnisight_desktop.chat.assistant import Assistant
from omnisight_desktop.cli.desk import JsonFlag, desk_of, note, put_json, put_line, say
from omnisight_desktop.core.clock import parse_time
from omnisight_desktop.core.errors import UsageError

if TYPE_CHECKING:
    from omnisight_desktop.chat.retrieval.recall import Recall
    from omnisight_desktop.services.house import House

app = typer.Typer()

_CLIPS = 5
_ENDS = frozenset({"exit", "quit", "bye", "ende", "tschüss", ":q"})


@app.command()
def ask(
    ctx: typer.Context,
    question: Annotated[
        str | None,
        typer.Argument(help="For example: what happened today? Left out, a conversation begins."),
    ] = None,
    now: Annotated[
        str | None, typer.Option("--now", metavar="ISO", help="Answer as of this moment.")
    ] = None,
    camera: Annotated[
        str | None, typer.Option("--camera", metavar="NAME", help="Ask about one camera only.")
    ] = None,
    by_meaning: Annotated[
        bool, typer.Option("--by-meaning", help="Look for texts that mean the same, too.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Ask a question about what was seen.

    Without a question, each line that comes in is one, and may lean on the one before it; an empty line or
    'exit' ends it. --json: {"status", "answer", "value", "events", "clips", "model"}; in a conversation one
    such object a line.
    """
    moment = parse_time(now) if now is not None else None
    with desk_of(ctx).open("reading") as house:
        assistant = Assistant(house, recall=_recall(house) if by_meaning else None)
        if question is not None:
            _tell(assistant.ask(question, moment, camera), as_json)
            return
        asked = False
        for line in _lines(quiet=as_json):
            asked = True
            try:
                answer = assistant.ask(line, moment, camera)
            except UsageError as error:
                note(f"{error.reason} {error.fix}".strip())
                continue
            if as_json:
                put_line(_shape(answer))
            else:
                _tell(answer, as_json=False)
        if not asked and not typer.get_text_stream("stdin").isatty():
            raise UsageError(
                "There is no question.", fix='Say: omnisight ask "what happened today?"'
            )


def _recall(house: House) -> Recall:
    """The texts of the house by their meaning; the first time, all of them are read."""
    from omnisight_desktop.chat.embedders.choose import choose_embedder
    from omnisight_desktop.chat.retrieval.recall import Recall
    from omnisight_desktop.perception.manifest import load_manifest
    from omnisight_desktop.perception.weights import Weights, search_order

    weights = Weights(search_order(house.settings.models.dir, house.paths.models), load_manifest())
    embedder, why = choose_embedder(weights.find, house.paths.models)
    if why:
        note(why)
    recall = Recall(house.events, embedder, house.paths.vectors)
    recall.refresh()
    return recall


def _lines(*, quiet: bool) -> Iterator[str]:
    """What is typed or piped in, until it ends."""
    stream = typer.get_text_stream("stdin")
    asking = stream.isatty() and not quiet
    while True:
        if asking:
            typer.echo("> ", nl=False, err=True)
        try:
            line = stream.readline()
        except OSError:  # there is nothing to read from
            return
        if not line or line.strip().casefold() in _ENDS or (asking and not line.strip()):
            return
        if line.strip():
            yield line.strip()


def _shape(answer: Answer) -> dict[str, Any]:
    shape = asdict(answer)
    shape["answer"] = shape.pop("text")
    return shape


def _tell(answer: Answer, as_json: bool) -> None:
    if as_json:
        put_json(_shape(answer))
        return
    say(answer.text)
    if answer.events:
        note(f"from {len(answer.events)} events · answered on this computer")
    if answer.clips:
        note(f"clips: {', '.join(answer.clips[:_CLIPS])}")
