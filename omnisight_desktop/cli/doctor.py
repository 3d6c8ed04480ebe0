"""``omnisight doctor``: the truth about this machine."""

from __future__ import annotations

import typer

from omnisight_desktop.cli.desk import FAILED, Desk, JsonFlag, desk_of, note, put_json, put_table
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.observability.health import diagnose, worst

app = typer.Typer()


@app.command()
def doctor(ctx: typer.Context, as_json: JsonFlag = False) -> None:
    """Look at everything the program needs. Exit 1 when something failed; changes nothing.

    --json: [{"name", "state": "ok|degraded|failed", "reason", "fix"}].
    """
    checks = _checks(desk_of(ctx))
    if as_json:
        put_json([_as_json(check) for check in checks])
    else:
        _show(checks)
    if worst(checks) is Health.FAILED:
        raise typer.Exit(FAILED)


def _checks(desk: Desk) -> list[Check]:
    """Settings that cannot be read are a finding, and no reason to look at nothing else."""
    try:
        return diagnose(desk.paths(), desk.settings())
    except OmniSightError as error:
        wrong = Check("settings", Health.FAILED, error.reason, error.fix)
        return [wrong, *diagnose(desk.paths(), Settings())]


def _show(checks: list[Check]) -> None:
    rows = [[one.name, one.state.value, f"{one.reason}\n{one.fix}".strip()] for one in checks]
    put_table(["", "state", "what was found"], rows)
    counts = {state: sum(check.state is state for check in checks) for state in Health}
    note(", ".join(f"{count} {state.value}" for state, count in counts.items() if count))


def _as_json(check: Check) -> dict[str, str]:
    return {
        "name": check.name,
        "state": check.state.value,
        "reason": check.reason,
        "fix": check.fix,
    }
