"""Which model files are here, and what is switched off without those that are not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.perception.detect.lighter import Lighter, Shelf
from omnisight_desktop.perception.manifest import Entry
from omnisight_desktop.services.models.store import open_store


def models(paths: Paths, chosen: Path | None) -> list[Check]:
    """One line for all, and one for each model that the program wants and does not find.

    Only whether they are there: ``omnisight models verify`` reads them through.
    """
    store = open_store(chosen, paths.models)
    return judge(store.manifest.entries, store.shelf.weights.look)


def lighter(paths: Paths, chosen: Path | None, wanted: bool) -> list[Check]:
    """Whether each network that was made lighter here is used, or why not; nothing where there is none."""
    shelf, look = Shelf(paths.lighter), open_store(chosen, paths.models).shelf.weights.look
    found = []
    for one in shelf.all():
        weights = look(one.weights)
        why = "its full network is gone" if weights is None else shelf.why_not(one, weights)
        found.append(judge_lighter(one, why if wanted else "detection.int8 is off", wanted))
    return found


def judge_lighter(one: Lighter, why: str, wanted: bool) -> Check:
    """What is to be said of one."""
    name, passed = f"lighter {one.weights}", one.passed
    if not why:
        words = f"it agrees with the full network on {passed.agreement:.1%} of {passed.boxes} finds"
        return Check(name, Health.OK, f"{words} and is {passed.quicker:.2f} times as quick")
    told = f"the full network runs: {why}"
    if not wanted:
        return Check(name, Health.OK, told)
    return Check(name, Health.DEGRADED, told, "Make it again with 'omnisight models int8 make'.")


def judge(entries: Sequence[Entry], look: Callable[[str], Path | None]) -> list[Check]:
    """What the models that were found mean."""
    missing = [entry for entry in entries if look(entry.name) is None]
    wanted = [entry for entry in missing if entry.needed]
    here = f"{len(entries) - len(missing)} of {len(entries)} are here"
    if not wanted:
        return [Check("models", Health.OK, f"{here}, and all that the program wants")]
    summary = Check(
        "models",
        Health.DEGRADED,
        f"{here}; {len(wanted)} that the program wants are missing, and it does what it can without",
        "Get them with 'omnisight models pull', or bring files with 'omnisight models import DIR'.",
    )
    return [summary, *map(_missing, wanted)]


def _missing(entry: Entry) -> Check:
    fix = f"Run 'omnisight models pull {entry.name}'."
    return Check(f"model {entry.name}", Health.DEGRADED, entry.without, fix)
