"""What came of an export, for programs: with the films in a folder, in what is sealed, and on request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from omnisight_desktop.services.export.request import Exported, ExportRequest, Film
from omnisight_desktop.services.shape import written


def told(done: Exported, request: ExportRequest, names: Mapping[str, str]) -> dict[str, Any]:
    """The whole of it; ``names`` are those of cameras by id."""
    return {
        "since": written(request.since),
        "until": written(request.until),
        "draw": sorted(request.draw),
        "hide": str(request.hide),
        "keep": sorted(request.keep),
        "only": sorted(request.only),
        "films": [_film(film, request, names) for film in done.films],
        "pauses": [
            {
                "camera": names.get(pause.camera, pause.camera),
                "start": written(pause.start),
                "end": written(pause.end),
                "reason": pause.reason,
            }
            for pause in done.pauses
        ],
        "unshown": [
            {
                "camera": names.get(one.piece.camera, one.piece.camera),
                "source": one.piece.id,
                "start": written(one.piece.start),
                "end": written(one.piece.end),
                "reason": one.reason,
            }
            for one in done.unshown
        ],
    }


def _film(film: Film, request: ExportRequest, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": film.id,
        "file": film.file.name,
        "camera": names.get(film.camera, film.camera),
        "start": written(film.start),
        "end": written(film.end),
        "bytes": film.size_bytes,
        "sha256": film.sha256,
        "copied": not request.changes,
        "sound": request.sound and not film.silent,
        "stretches": [
            {"at_s": round(one.at_s, 3), "start": written(one.start), "end": written(one.end)}
            for one in film.stretches
        ],
        "sources": [
            {
                "id": one.id,
                "start": written(one.start),
                "end": written(one.end),
                "recorded_sha256": one.sha256,
            }
            for one in film.sources
        ],
    }
