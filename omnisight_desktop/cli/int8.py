"""``omnisight models int8``: a lighter detection network, made from your own pictures and checked here.

With ``--json`` ``make`` prints ``{"model", "engine", "kept", "reason", "frames", "boxes", "agreement",
"agreement_of_all", "overlap", "shift", "quicker"}`` and ends with 1 where it was not kept; ``show`` and
``reset`` print ``{"networks": [{"model", "engine", "at", "machine", "used", "reason", "frames", "boxes",
"agreement", "overlap", "shift", "quicker"}]}``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from omnisight_desktop.cli.desk import (
    FAILED,
    JsonFlag,
    clock,
    desk_of,
    note,
    put_json,
    put_table,
    say,
)

if TYPE_CHECKING:  # what can make networks is heavier than what can print help
    from omnisight_desktop.perception.detect.lighter import Lighter

_TOLD_EVERY = 16

app = typer.Typer(
    help="A lighter detection network out of your own pictures, kept only if it finds as much.",
    no_args_is_help=True,
)

Model = Annotated[
    str | None, typer.Argument(metavar="[MODEL]", help="As in 'models list'.", show_default=False)
]


@app.command()
def make(
    ctx: typer.Context,
    model: Model = None,
    live: Annotated[
        int,
        typer.Option(
            "--live", metavar="SECONDS", min=0, max=3600, help="Look at the cameras, too."
        ),
    ] = 0,
    as_json: JsonFlag = False,
) -> None:
    """Make one from stored clips and footage; it is kept if it agrees with the full network."""
    from omnisight_desktop.services.lighten.make import report
    from omnisight_desktop.services.lighten.verbs import Lightening

    said: dict[str, int] = {}

    def tell(doing: str, done: int, total: int) -> None:
        if said.get(doing, -_TOLD_EVERY) + _TOLD_EVERY <= done or done == total != said.get(doing):
            said[doing] = done
            note(f"{doing}: {done} of {total}" if total > 1 else f"{doing} …" * (done == 0))

    with desk_of(ctx).open("reading") as house:
        outcome = Lightening(house).make(model, live, tell)
    passed = outcome.passed
    if as_json:
        put_json(report(outcome))
    else:
        say(
            f"Beside the full network, on {passed.frames} pictures with {passed.boxes} finds that"
            f" it was not made from: agrees on {passed.agreement:.1%}, boxes overlap by"
            f" {passed.overlap:.0%}, {passed.quicker:.2f} times as quick."
        )
    if not outcome.kept:
        note(f"Not kept: {outcome.why_not}. The full network goes on running.")
        raise typer.Exit(FAILED)
    if not as_json:
        say("Kept: it is used from the next start on. 'omnisight models int8 reset' goes back.")


@app.command()
def show(ctx: typer.Context, as_json: JsonFlag = False) -> None:
    """Which there are, how they did, and whether they are used."""
    from omnisight_desktop.services.lighten.verbs import Lightening

    with desk_of(ctx).open("reading") as house:
        rows = [_row(one, why) for one, why in Lightening(house).all()]
    _put(rows, as_json=as_json)


@app.command()
def reset(ctx: typer.Context, model: Model = None, as_json: JsonFlag = False) -> None:
    """Remove one, or all; the full networks run again from the next start on."""
    from omnisight_desktop.services.lighten.verbs import Lightening

    with desk_of(ctx).open("reading") as house:
        gone = Lightening(house).forget(model)
    if as_json:
        _put([_row(one, "removed") for one in gone], as_json=True)
        return
    for one in gone:
        say(f"{one.weights} on {one.engine}: removed; the full network runs at the next start.")
    if not gone:
        say("There is none.")


def _put(rows: list[dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        put_json({"networks": rows})
        return
    if not rows:
        say("There is none. Make one with 'omnisight models int8 make'.")
        return
    columns = ["model", "engine", "made", "agrees", "quicker", "used"]
    cells = [
        [
            row["model"],
            row["engine"],
            clock(row["at"]),
            f"{row['agreement']:.1%} of {row['boxes']} in {row['frames']} pictures",
            f"{row['quicker']:.2f} times",
            "yes" if row["used"] else f"no: {row['reason']}",
        ]
        for row in rows
    ]
    put_table(columns, cells)


def _row(one: Lighter, why: str) -> dict[str, Any]:
    passed = one.passed
    return {
        "model": one.weights,
        "engine": one.engine,
        "at": one.at,
        "machine": one.machine,
        "used": not why,
        "reason": why,
        "frames": passed.frames,
        "boxes": passed.boxes,
        "agreement": passed.agreement,
        "overlap": passed.overlap,
        "shift": passed.shift,
        "quicker": passed.quicker,
    }
