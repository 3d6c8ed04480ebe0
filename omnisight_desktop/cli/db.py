"""``omnisight db``: the database brought up to date, checked, mended, copied and brought back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from omnisight_desktop.cli.desk import FAILED, JsonFlag, desk_of, put_json, put_table, say
from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.core.registry import Check, Health

app = typer.Typer(no_args_is_help=True, help="Database: upgrade, check, backup, restore.")


@app.command()
def upgrade(ctx: typer.Context, as_json: JsonFlag = False) -> None:
    """Bring the database to this version's shape; a copy of the old one is kept.

    --json: {"before", "after": revisions, "backup": path}; null where there was none.
    """
    from omnisight_desktop.services import upkeep

    done = upkeep.upgrade(desk_of(ctx).paths(), SystemClock())
    if as_json:
        backup = None if done.backup is None else str(done.backup)
        put_json({"before": done.before, "after": done.after, "backup": backup})
    elif not done.changed:
        say(f"The database is up to date (revision {done.after}).")
    elif done.before is None:
        say(f"A new database was made (revision {done.after}).")
    else:
        say(f"The database was brought from revision {done.before} to {done.after}.")
        say(f"The one of before is kept as {done.backup}.")


@app.command()
def check(
    ctx: typer.Context,
    repair: Annotated[
        bool, typer.Option("--repair", help="Mend what can be mended without losing anything.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Check the database, and that it agrees with the footage. Exit 1 when something is wrong.

    --json: {"sound": bool, "checks": [{"name", "state": "ok|degraded|failed", "reason", "fix"}]}.
    """
    from omnisight_desktop.services import upkeep

    look = upkeep.repair if repair else upkeep.check
    desk = desk_of(ctx)
    slow = desk.settings().footage.slow_place(desk.paths().root)
    found = look(desk.paths(), SystemClock(), slow)
    sound = all(one.state is Health.OK for one in found)
    if as_json:
        put_json({"sound": sound, "checks": [_as_json(one) for one in found]})
    else:
        rows = [[one.name, one.state.value, f"{one.reason} {one.fix}".strip()] for one in found]
        put_table(["", "state", "what was found"], rows)
    if not sound:
        raise typer.Exit(FAILED)


@app.command()
def backup(
    ctx: typer.Context,
    to: Annotated[
        Path | None,
        typer.Argument(help="A new file, or a folder; else the backups of the data folder."),
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Copy the database into one checked file, also while the program runs.

    --json: {"path", "bytes", "revision"}.
    """
    from omnisight_desktop.services import upkeep

    made = upkeep.backup(desk_of(ctx).paths(), to, SystemClock())
    if as_json:
        put_json({"path": str(made.path), "bytes": made.size_bytes, "revision": made.revision})
    else:
        say(f"{made.path} ({made.size_bytes / 1e6:.1f} MB)")


@app.command()
def restore(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="A backup of the database.")],
    as_json: JsonFlag = False,
) -> None:
    """Put a backup in the place of the database; the one of before is kept.

    --json: {"path", "revision", "kept": path of the database of before, or null}.
    """
    from omnisight_desktop.services import upkeep

    done = upkeep.restore(desk_of(ctx).paths(), file, SystemClock())
    if as_json:
        kept = None if done.kept is None else str(done.kept)
        put_json({"path": str(done.path), "revision": done.revision, "kept": kept})
    else:
        say(f"{file} is the database now (revision {done.revision}).")
        if done.kept is not None:
            say(f"The one of before is kept as {done.kept}.")


def _as_json(one: Check) -> dict[str, str]:
    return {"name": one.name, "state": one.state.value, "reason": one.reason, "fix": one.fix}
