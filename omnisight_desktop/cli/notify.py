"""``omnisight notify``: who is told what happens; adding, trying out and removing channels."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from omnisight_desktop.cli.desk import (
    JsonFlag,
    clock,
    desk_of,
    note,
    put_json,
    put_table,
    say,
)
from omnisight_desktop.core.errors import UsageError

if TYPE_CHECKING:  # heavy, and not needed to print help
    from omnisight_desktop.services.channels import Channels

app = typer.Typer(
    help="Be told what happens: list, add, try out and remove channels.", no_args_is_help=True
)

Name = Annotated[str, typer.Argument(metavar="NAME", help="The channel's name.")]

_LONGEST = 20_000


@app.command("list")
def list_channels(ctx: typer.Context, as_json: JsonFlag = False) -> None:
    """List channels. Addresses are never shown, for they hold passwords.

    --json: {"channels": [{"name", "destination": where it leads or null where its address cannot be
    read, "address": where that lies, "kinds", "cameras", "people", "quiet": {"from", "until"} or null,
    "cool_down_s", "most_per_hour", "picture"}]}.
    """
    with desk_of(ctx).open("channels") as channels:
        rows = [_told(channels, rule) for rule in channels.all()]
    _called(desk_of(ctx), rows)
    if as_json:
        put_json({"channels": rows})
        return
    if not rows:
        say("No channels.")
        note("Add one with 'omnisight notify add NAME'.")
        return
    put_table(
        ["name", "leads to", "is told", "particulars"],
        [
            [row["name"], row["destination"] or "its address cannot be read", _what(row), _how(row)]
            for row in rows
        ],
    )


@app.command()
def add(  # noqa: PLR0913 - each is an option of its own
    ctx: typer.Context,
    name: Name,
    kinds: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help="Such as person, car, loud, camera_down; may be given again. "
            "Without it: whatever begins a story.",
        ),
    ] = None,
    cameras: Annotated[
        list[str] | None,
        typer.Option("--camera", metavar="NAME", help="Only of this one; may be given again."),
    ] = None,
    people: Annotated[
        list[str] | None,
        typer.Option(
            "--person",
            metavar="NAME",
            help="When they are recognised, or 'strangers' for newcomers; may be given again.",
        ),
    ] = None,
    quiet: Annotated[
        str | None,
        typer.Option("--quiet", metavar="FROM-UNTIL", help="Such as 22:00-07:00, local time."),
    ] = None,
    cool_down_s: Annotated[
        float | None,
        typer.Option("--cool-down", metavar="SECONDS", help="Not the same again so soon."),
    ] = None,
    most_per_hour: Annotated[
        int | None, typer.Option("--most-per-hour", metavar="N", help="At most so many messages.")
    ] = None,
    picture: Annotated[
        bool, typer.Option("--picture/--no-picture", help="Whether pictures leave the house.")
    ] = True,
    as_json: JsonFlag = False,
) -> None:
    """Tell somebody from now on.

    The address is asked for unseen, or read from standard input, and goes to the keyring or to a file
    that only you may read. desktop:// is this computer's; the rest as Apprise has it: ntfys://TOPIC,
    tgram://TOKEN/CHAT, mailtos://USER:PASSWORD@HOST, mqtt://HOST/TOPIC, jsons://HOST/PATH and a hundred more; see
    https://appriseit.com/services.

    --json: {"channel": as in 'list', "kept": in words}.
    """
    told = {
        "kinds": kinds,
        "cameras": cameras,
        "people": people,
        "cool_down_s": cool_down_s,
        "most_per_hour": most_per_hour,
        "picture": None if picture else False,
        **_ends(quiet),
    }
    given = {key: value for key, value in told.items() if value is not None}
    desk = desk_of(ctx)
    _insist_cameras(desk, cameras or [])
    if people:
        given["people"] = _known(desk, people)
    address = _ask(name)
    with desk.open("channels") as channels:
        added = channels.add(name, address, **given)
        row = _told(channels, added.rule)
    _called(desk, [row])
    if as_json:
        put_json({"channel": row, "kept": added.kept.words})
        return
    say(f"'{name}' is told from now on; its address is kept {added.kept.words}.")
    note(f"See whether it arrives: 'omnisight notify test {name}'.")


@app.command()
def remove(ctx: typer.Context, name: Name, as_json: JsonFlag = False) -> None:
    """Tell them no more, and forget the address. --json: {"removed": name}."""
    with desk_of(ctx).open("channels") as channels:
        gone = channels.remove(name).rule
    if as_json:
        put_json({"removed": gone.name})
    else:
        say(f"'{gone.name}' is told no more.")


@app.command("test")
def try_out(ctx: typer.Context, name: Name, as_json: JsonFlag = False) -> None:
    """Send a message now; exit 1 where it was not accepted. --json: {"sent": name, "to": where}."""
    with desk_of(ctx).open("channels", write=True) as channels:
        where = channels.test(name)
    if as_json:
        put_json({"sent": name, "to": where})
    else:
        say(f"{where} took the message.")


@app.command()
def log(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="Only of this channel.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000)] = 50,
    as_json: JsonFlag = False,
) -> None:
    """What was told, and what was not and why, newest first.

    --json: {"messages": [{"event", "channel", "state": "waiting|sent|given_up|held", "at", "tries",
    "next", "sent", "reason"}]}.
    """
    from omnisight_desktop.services.channels import note_json

    with desk_of(ctx).open("channels") as channels:
        rows = [note_json(one) for one in channels.log(name, limit)]
    if as_json:
        put_json({"messages": rows})
        return
    if not rows:
        say("Nobody was told of anything yet.")
        return
    put_table(
        ["at", "channel", "event", "state", "tries", "reason"],
        [
            [
                clock(row["at"]),
                row["channel"],
                row["event"],
                row["state"].replace("_", " "),
                str(row["tries"]),
                row["reason"] or "",
            ]
            for row in rows
        ],
    )


def _told(channels: Channels, rule: Any) -> dict[str, Any]:
    from omnisight_desktop.services.channels import channel_json

    return channel_json(rule, channels.destination(rule))


def _what(row: dict[str, Any]) -> str:
    kinds = ", ".join(row["people"] or row["kinds"]) or "each story"
    return f"{kinds} at {', '.join(row['cameras'])}" if row["cameras"] else kinds


def _how(row: dict[str, Any]) -> str:
    parts = [f"at most {row['most_per_hour']} an hour", f"{row['cool_down_s']:g} s apart"]
    if row["quiet"]:
        parts.insert(0, f"quiet {row['quiet']['from']}-{row['quiet']['until']}")
    if not row["picture"]:
        parts.append("without pictures")
    return ", ".join(parts)


def _ends(quiet: str | None) -> dict[str, str]:
    if quiet is None:
        return {}
    begin, sign, end = quiet.partition("-")
    if not sign:
        raise UsageError(f"'{quiet}' are no quiet hours.", fix="Such as --quiet 22:00-07:00")
    return {"quiet_from": begin.strip(), "quiet_until": end.strip()}


def _insist_cameras(desk: Any, wanted: list[str]) -> None:
    if not wanted:
        return
    with desk.open("reading") as house:
        for name in wanted:
            if house.cameras.find(name) is None:
                raise UsageError(
                    f"There is no camera '{name}'.", fix="See 'omnisight cameras list --all'."
                )


def _known(desk: Any, wanted: list[str]) -> list[str]:
    """People by their ids, which stay when they are called otherwise."""
    from omnisight_desktop.services.whom import ids_of

    with desk.open("reading") as house:
        return list(ids_of(house.people, wanted))


def _called(desk: Any, rows: list[dict[str, Any]]) -> None:
    """Show people by what they are called now."""
    if any(row["people"] for row in rows):
        from omnisight_desktop.services.whom import names_of

        with desk.open("reading") as house:
            for row in rows:
                row["people"] = names_of(house.people, row["people"])


def _ask(name: str) -> str:
    """The address, from a person who types unseen, or from a program's pipe."""
    if sys.stdin.isatty():
        return str(typer.prompt(f"Address of '{name}'", hide_input=True, err=True)).strip()
    try:
        text = sys.stdin.read(_LONGEST)
    except UnicodeDecodeError:
        text = ""
    if not text.strip():
        raise UsageError("No address came in.", fix=f"Such as: omnisight notify add {name} < FILE")
    return text.strip()
