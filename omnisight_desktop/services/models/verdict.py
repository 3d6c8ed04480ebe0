"""Whether what came is the right file, and why, in words, when none came."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from omnisight_desktop.core.errors import ModelCorrupt, ModelError
from omnisight_desktop.perception.manifest import Address, Export, Source, Wheel
from omnisight_desktop.services.models.part import disk_faults_in_words
from omnisight_desktop.services.models.progress import FetchError

#: What servers send in place of a file when something is wrong, by its first bytes.
_NO_FILE = (b"version https://git-lfs", b"<!DOCTYPE", b"<!doctype", b"<html", b"<?xml")


def where_from(source: Source) -> str:
    """A source as people read it."""
    match source:
        case Address(url=url):
            return url
        case Wheel(requirement=requirement):
            return f"package {requirement}"
        case Export(of=of):
            return f"made from {of}"


def insist_on_sum(found: str, wanted: str, where: str) -> None:
    """Stop here when the sum is another than the one it must be."""
    if found != wanted:
        raise ModelCorrupt(
            f"{where} gave another file than the right one"
            f" (sum {found[:12]}…, it should be {wanted[:12]}…)."
        )


def insist_on_file(path: Path, where: str) -> None:
    """Stop here when what came is nothing, or a notice of a server's; for files without a sum."""
    with disk_faults_in_words(path), path.open("rb") as file:
        begin = file.read(64).lstrip()
    if not begin:
        raise ModelCorrupt(f"{where} gave an empty file.")
    if begin.startswith(_NO_FILE):
        raise ModelCorrupt(f"{where} gave a notice instead of the file.")


def summed_up(faults: Sequence[ModelError]) -> ModelError:
    """Why no source gave the file, in words that fit what to do."""
    silent_ones = [f for f in faults if isinstance(f, FetchError) and f.unreachable]
    if faults and len(silent_ones) == len(faults):
        hosts = ", ".join(dict.fromkeys(fault.where for fault in silent_ones))
        return ModelError(
            f"This machine cannot reach {hosts}.",
            fix="Connect it and try again, or copy the files here and run"
            " 'omnisight models import DIR'.",
        )
    reasons = " ".join(dict.fromkeys(fault.reason for fault in faults))
    fix = next((f.fix for f in faults if f.fix), "") or (
        "Try again later, or copy the file here and run 'omnisight models import DIR'."
    )
    kind = ModelCorrupt if any(isinstance(f, ModelCorrupt) for f in faults) else ModelError
    return kind(reasons, fix=fix)
