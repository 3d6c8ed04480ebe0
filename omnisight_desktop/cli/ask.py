"""``omnisight ask``: one turn of the conversation about what was seen."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from omnisight_desktop.cli.desk import JsonFlag, desk_of, note, put_json, say
from omnisight_desktop.core.clock import parse_time
from omnisight_desktop.core.errors import UsageError

if TYPE_CHECKING:  # heavy, and not needed to print help
    from omnisight_desktop.chat.conversation import Conversation, Turn
    from omnisight_desktop.services.house import House

_LAST, _NEW = "last", "new"

app = typer.Typer()


@app.command()
def ask(  # noqa: PLR0913 - each is an option of its own
    ctx: typer.Context,
    question: Annotated[str, typer.Argument(help="For example: what happened today?")],
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

    --json: {"status", "answer", "value", "events", "clips", "model", "conversation", "note", "left":
    {"to", "requests", "bytes_out", "bytes_in", "pictures", "micro_usd"}, "proposal"}.
    """
    from omnisight_desktop.chat.choice import OFFLINE, Choice
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
        turn = conversation.ask(question, now=moment, camera=camera, wish=model)
        done = _confirmed(house, turn) if yes or _agreed(turn, alone, as_json) else ()
    if as_json:
        put_json(_shape(turn, conversation))
        return
    _tell(turn, conversation, done, offline=OFFLINE)


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


def _tell(turn: Turn, conversation: Conversation, done: tuple[str, ...], offline: str) -> None:
    answer, left = turn.answer, turn.left
    say(answer.text)
    where = "answered on this computer"
    if answer.model != offline:
        where = f"{answer.model} at {turn.host}; {left.bytes_out} bytes sent"
        where += f", {left.micro_usd / 1e6:.4f} USD" if left.micro_usd else ""
    if answer.events:
        note(f"from {len(answer.events)} events · {where}")
    if answer.clips:
        note(f"clips: {', '.join(answer.clips[:5])}")
    if turn.note:
        note(turn.note)
    if done:
        note(f"Watching on {', '.join(done)}.")
    elif turn.proposal is not None:
        note("Nothing is watched for yet; add --yes to confirm.")
    if conversation.id is not None:
        note(f"Go on with: --follow {conversation.id}")
