"""``omnisight arm``: have people told again what happens, or see whether they are."""

from __future__ import annotations

from typing import Annotated

import typer

from omnisight_desktop.cli.desk import JsonFlag, clock, desk_of, put_json, say

app = typer.Typer()


@app.command()
def arm(
    ctx: typer.Context,
    look: Annotated[bool, typer.Option("--look", help="Only say how it stands.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """People are told again what happens, by every channel.

    --json: {"armed", "since": ISO time while it is disarmed, "rule": what disarmed it}.
    """
    change(ctx, "" if look else "arm", as_json=as_json)


def change(ctx: typer.Context, word: str, *, as_json: bool) -> None:
    """Arm the house or disarm it, with or without the program that watches, and say how it stands."""
    from omnisight_desktop.services.arming import act_of

    with desk_of(ctx).open("writing" if word else "reading") as house:
        if word:
            house.arming.do(act_of(word), house.clock.now())
        told = house.arming.as_json()
    if as_json:
        put_json(told)
    elif told["armed"]:
        say("The house is armed: people are told what happens.")
    else:
        by = f" by the rule '{told['rule']}'" if told["rule"] else ""
        since = clock(told["since"])
        say(f"The house is disarmed since {since}{by}: nobody is told anything. 'arm' ends it.")
