"""``omnisight ask``: one turn of the conversation about what was seen, or one after the other."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from omnisight_desktop.cli.desk import JsonFlag, desk_of, note, put_json, put_line, say
from omnisight_desktop.core.clock import parse_time
from omnisight_desktop.core.errors import UsageError

if TYPE_CHECKING:  # heavy, and not needed to print help
    from omnisight_desktop.chat.conversation import Conversation, Turn
    from omnisight_desktop.services.house import House

_LAST, _NEW = "last", "new"

app = typer.Typer()

_CLIPS = 5
_ENDS = frozenset({"exit", "quit", "bye", "ende", "tschüss", ":q"})


@app.command()
def ask(  # noqa: PLR0913 - each is an option of its own
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
    model: Annotated[
        str,
        typer.Option("--model", help="claude, server, offline, or a model's name such as claude-…"),
    ] = "",
    follow: Annotated[
        str | None,
        typer.Option(
            "--follow",
            metavar="ID",
            help="Go on with a conversation; 'last' is the last, 'new' a new one.",
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Confirm a watch that is proposed.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """Ask a question about what was seen.

    Without a question, each line that comes in is one, and may lean on the one before it; an empty line or
    'exit' ends it. --json: {"status", "answer", "value", "events", "clips", "model", "conversation", "note",
    "left": {"to", "requests", "bytes_out", "bytes_in", "pictures", "micro_usd"}, "proposal"}; in a
    conversation one such object a line.
    """
    from omnisight_desktop.chat.choice import Choice
    from omnisight_desktop.chat.conversation import Conversation

    desk = desk_of(ctx)
    moment = parse_time(now) if now is not None else None
    settings = desk.settings().chat
    choice = Choice(desk.paths(), lambda: settings)
    # A question that stays here and stands alone changes nothing, and disturbs nobody.
    alone = follow is None and not yes and choice.speaker(model).open is None
    with desk.open("reading" if alone else "writing") as house:
        conversation = Conversation(
            house, choice, id=_followed(house, follow), keep=not alone and bool(follow or model)
        )

        def answer(line: str, put: Callable[[dict[str, Any]], None]) -> None:
            turn = conversation.ask(line, now=moment, camera=camera, wish=model)
            done = _confirmed(house, turn) if yes or _agreed(turn, alone, as_json) else ()
            if as_json:
                put(_shape(turn, conversation))
            else:
                _tell(turn, conversation, done)

        if question is not None:
            answer(question, put_json)
        else:
            _converse(lambda line: answer(line, put_line), quiet=as_json)


def _converse(answer: Callable[[str], None], *, quiet: bool) -> None:
    """Answer each line; what one of them cannot be asked is said, and the next one comes."""
    asked = False
    for line in _lines(quiet=quiet):
        asked = True
        try:
            answer(line)
        except UsageError as error:
            note(f"{error.reason} {error.fix}".strip())
    if not asked and not typer.get_text_stream("stdin").isatty():
        raise UsageError("There is no question.", fix='Say: omnisight ask "what happened today?"')


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


def _followed(house: House, follow: str | None) -> str | None:
    if follow != _LAST:
        return None if follow == _NEW else follow
    newest = house.talks.newest(1)
    if not newest:
        raise UsageError("There is no conversation to go on with.", fix="Leave --follow out.")
    return newest[0].id


def _agreed(turn: Turn, alone: bool, as_json: bool) -> bool:
    if turn.proposal is None or alone or as_json or not sys.stdin.isatty():
        return False
    return typer.confirm(f"{turn.proposal.words}?", err=True)


def _confirmed(house: House, turn: Turn) -> tuple[str, ...]:
    from omnisight_desktop.chat.watch import confirm

    return confirm(house, turn.proposal) if turn.proposal is not None else ()


def _shape(turn: Turn, conversation: Conversation) -> dict[str, Any]:
    shape = asdict(turn.answer)
    shape["answer"] = shape.pop("text")
    shape |= {"conversation": conversation.id, "note": turn.note, "left": asdict(turn.left)}
    shape["proposal"] = turn.proposal.to_json() if turn.proposal else None
    return shape


def _tell(turn: Turn, conversation: Conversation, done: tuple[str, ...]) -> None:
    from omnisight_desktop.chat.choice import OFFLINE

    answer, left = turn.answer, turn.left
    say(answer.text)
    where = "answered on this computer"
    if answer.model != OFFLINE:
        where = f"{answer.model} at {turn.host}; {left.bytes_out} bytes sent"
        where += f", {left.micro_usd / 1e6:.4f} USD" if left.micro_usd else ""
    if answer.events:
        note(f"from {len(answer.events)} events · {where}")
    if answer.clips:
        note(f"clips: {', '.join(answer.clips[:_CLIPS])}")
    if turn.note:
        note(turn.note)
    if done:
        note(f"Watching on {', '.join(done)}.")
    elif turn.proposal is not None:
        note("Nothing is watched for yet; add --yes to confirm.")
    if conversation.id is not None:
        note(f"Go on with: --follow {conversation.id}")
