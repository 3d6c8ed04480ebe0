"""Files that leave the house: whole, or not there at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from omnisight_desktop.storage.file import disk_fault, sync


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """A name to write under; what lies there becomes the target once all of it is written."""
    part = target.with_name(f"{target.name}.{token_hex(4)}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield part
        sync(part)
        part.replace(target)
    except OSError as error:
        raise disk_fault(error, target) from error
    finally:
        with suppress(OSError):
            part.unlink()
