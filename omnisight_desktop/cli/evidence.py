"""What ``omnisight clips`` does with evidence: hand it out, look at it, and show the key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from omnisight_desktop.cli.desk import FAILED, Desk, clock, note, put_json, say
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.services.evidence.account import account

if TYPE_CHECKING:  # the house is heavy; a command that only prints help never opens it
    from omnisight_desktop.core.clip import Clip
    from omnisight_desktop.services.evidence.check import Report
    from omnisight_desktop.services.evidence.seal import Keys, PublicKey
    from omnisight_desktop.services.evidence.write import Sealed
    from omnisight_desktop.services.house import House
    from omnisight_desktop.services.playback import Tell

_SIGNERS = {
    "given": "the key that you gave",
    "ours": "the key of this installation",
    "unknown": "a key that is not known here; compare its words with whoever sealed it",
}


def hand_out(
    house: House, clips: list[Clip], to: Path, called: tuple[str | None, str | None], tell: Tell
) -> Sealed:
    """Seal clips; ``called`` is the template of their names, and who hands them out."""
    from omnisight_desktop.config.load import open_safe
    from omnisight_desktop.services.evidence.seal import Keys
    from omnisight_desktop.services.evidence.write import Evidence, Order
    from omnisight_desktop.services.filename import USUAL, Template

    names, by = called
    order = Order(clips, by or account(), Template.parse(names) if names else USUAL)
    seal = Keys(house.paths, open_safe(house.paths)).seal()
    return Evidence(house.clips, house.events, house.clock).export(order, to, seal, tell)


def show_sealed(sealed: Sealed, as_json: bool) -> None:
    """Say what was handed out, and what its reader should know."""
    manifest = sealed.manifest
    for clip in sealed.changed:
        note(f"{clip.file}: the clip '{clip.id}' was changed after it was recorded.")
    if as_json:
        told = {"words": manifest.key_words, "sha256": manifest.key_sha256}
        clips = [{"id": c.id, "file": c.file, "intact": c.intact} for c in manifest.clips]
        put_json({"evidence": str(sealed.target), "key": told, "clips": clips})
        return
    say(str(sealed.target))
    note(f"Clips: {len(manifest.clips)}. Sealed with the key: {manifest.key_words}.")
    note("Tell these words to whoever gets it, by telephone or in person.")


def are_evidence(named: list[str]) -> bool:
    """Whether paths were named, not ids of clips."""
    paths = [_is_path(one) for one in named]
    if any(paths) and not all(paths):
        raise UsageError("Clips are named by their ids, evidence by its path; not both at once.")
    return bool(paths) and all(paths)


def look_at(desk: Desk, paths: list[Path], key: Path | None, tell: Tell, as_json: bool) -> None:
    """Check evidence and say what was found; it fails where anything is wrong."""
    from omnisight_desktop.services.evidence.check import check
    from omnisight_desktop.services.evidence.seal import PublicKey, own_keys

    given = PublicKey.read(key) if key is not None else None
    own = own_keys(desk.paths())
    reports = [check(path, key=given, own=own, tell=tell) for path in paths]
    if as_json:
        told = [_told(report) for report in reports]
        put_json({"ok": all(report.ok for report in reports), "evidence": told})
    else:
        for report in reports:
            _say(report)
    if not all(report.ok for report in reports):
        raise typer.Exit(FAILED)


def show_key(desk: Desk, out: Path | None, new: bool, as_json: bool) -> None:
    """Show the key of this installation, write it to a file, or take a new one."""
    from omnisight_desktop.config.load import open_safe
    from omnisight_desktop.services.evidence.seal import Keys
    from omnisight_desktop.services.handout import whole_file

    paths = desk.paths().make()
    keys = Keys(paths, open_safe(paths))
    key = (keys.renew() if new else keys.seal()).public
    if out is not None:
        with whole_file(out) as part:
            part.write_bytes(key.pem)
    _show(keys, key, out, as_json)


def _show(keys: Keys, key: PublicKey, out: Path | None, as_json: bool) -> None:
    file = out or keys.public_file
    if as_json:
        put_json({"words": key.words, "sha256": key.sha256, "file": str(file)})
        return
    say(key.words)
    say(f"SHA-256  {key.sha256}")
    say(f"Public   {file}")


def _say(report: Report) -> None:
    manifest = report.manifest
    if report.ok and manifest is not None and report.key is not None:
        when = clock(manifest.exported_at)
        say(f"{report.path}: whole, as {manifest.exported_by or 'somebody'} sealed it on {when}.")
        say(f"  Clips: {len(manifest.clips)}, files: {len(manifest.files)}.")
        say(f"  Sealed with {_SIGNERS[report.signer]}:")
        say(f"  {report.key.words}")
        for clip in manifest.clips:
            if clip.intact is False:
                say(f"  {clip.file}: was changed before it was handed out; the seal says so.")
        return
    say(f"{report.path}: not as it was sealed.")
    for finding in report.findings:
        say(f"  {finding.file}: {finding.reason}")


def _told(report: Report) -> dict[str, Any]:
    manifest, key = report.manifest, report.key
    return {
        "path": str(report.path),
        "ok": report.ok,
        "signer": str(report.signer),
        "key": {"words": key.words, "sha256": key.sha256} if key is not None else None,
        "exported": (
            {
                "at": manifest.exported_at,
                "by": manifest.exported_by,
                "version": manifest.program,
            }
            if manifest is not None
            else None
        ),
        "clips": (
            [{"id": c.id, "file": c.file, "intact": c.intact} for c in manifest.clips]
            if manifest is not None
            else []
        ),
        "findings": [
            {"fault": str(one.fault), "file": one.file, "reason": one.reason}
            for one in report.findings
        ],
    }


def _is_path(text: str) -> bool:
    """Ids of clips hold letters and digits only; the file system is asked about the rest."""
    return text.casefold().endswith(".zip") or "/" in text or "\\" in text or Path(text).exists()
