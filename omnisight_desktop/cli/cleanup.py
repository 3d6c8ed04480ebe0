"""``omnisight cleanup``: what is past its time, and having it go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from omnisight_desktop.cli.desk import JsonFlag, clock, desk_of, note, put_json, put_table, say

if TYPE_CHECKING:  # heavy, and not needed to print help
    from omnisight_desktop.services.house import House
    from omnisight_desktop.storage.plan import Line, Plan

app = typer.Typer()


@app.command()
def cleanup(
    ctx: typer.Context,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would go; touch nothing.")
    ] = False,
    each: Annotated[
        bool, typer.Option("--list", help="Name every single thing; with --dry-run.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Remove what is past its time. Protected clips stay, and what belongs to them.

    How long things are kept is set by the settings of 'retention'; others hold for one call with
    'omnisight --set retention.clip_days=7 cleanup --dry-run'. A running program does the work itself.

    --json: {"dry_run", "plan": {"now", "lines": [{"kind", "reason": "age|size|disk", "act":
    "remove|archive", "count", "bytes", "oldest", "newest"}], "count", "bytes", "short_bytes",
    "note"}, "done": {"lines", "complete"} or null}; with --list also "items": [{"kind", "reason",
    "act", "id", "at", "bytes"}].
    """
    if each and not dry_run:
        raise typer.BadParameter("it goes with --dry-run", param_hint="--list")
    with desk_of(ctx).open("reading" if dry_run else "writing") as house:
        plan = house.retention.plan()
        if dry_run:
            _show(house, plan, each=each, as_json=as_json)
        else:
            _do(house, plan, as_json=as_json)


def _show(house: House, plan: Plan, *, each: bool, as_json: bool) -> None:
    from omnisight_desktop.services.sweep import item_json, plan_json

    if as_json:
        answer: dict[str, Any] = {"dry_run": True, "plan": plan_json(plan), "done": None}
        if each:
            answer["items"] = [item_json(item) for item in house.retention.items(plan)]
        put_json(answer)
        return
    if each:
        for item in house.retention.items(plan):
            told = item_json(item)
            size = f"  {_size(item.size_bytes)}" if item.size_bytes else ""
            say(f"{clock(told['at'])}  {told['kind']}  {told['id']}  {told['reason']}{size}")
    if plan.count:
        _table(plan.lines)
        note("Nothing was touched. Without --dry-run these go.")
    else:
        say("Nothing is past its time.")
    _mention(plan)


def _do(house: House, plan: Plan, *, as_json: bool) -> None:
    from omnisight_desktop.services.sweep import line_json, plan_json

    done = house.retention.clean(plan)
    if as_json:
        lines = [line_json(line) for line in done.lines]
        told = {"lines": lines, "complete": done.complete}
        put_json({"dry_run": False, "plan": plan_json(plan), "done": told})
        return
    if done.count:
        _table(done.lines)
    else:
        say("Nothing is past its time." if not plan.count else "Nothing could be removed.")
    if not done.complete:
        note("There is more to be done; run it again.")
    _mention(plan)


def _table(lines: tuple[Line, ...]) -> None:
    from omnisight_desktop.services.sweep import line_json

    rows = []
    for line in lines:
        told = line_json(line)
        what = "archived" if told["act"] == "archive" else _REASONS[told["reason"]]
        size = _size(line.size_bytes) if line.size_bytes else ""
        rows.append(
            [
                told["kind"],
                what,
                str(line.count),
                size,
                clock(told["oldest"]),
                clock(told["newest"]),
            ]
        )
    put_table(["what", "why", "count", "size", "oldest", "newest"], rows)


def _mention(plan: Plan) -> None:
    if plan.note:
        more = f" {_size(plan.short_bytes)} more should go." if plan.short_bytes else ""
        note(f"{plan.note}{more}")


_REASONS = {"age": "age", "size": "too much footage", "disk": "disk too full"}


def _size(count: int) -> str:
    """Bytes as people read them."""
    for unit, worth in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if count >= worth:
            return f"{count / worth:.1f} {unit}"
    return f"{count} B"
