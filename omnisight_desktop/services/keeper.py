"""Who takes values in for good: this process's writer, or the way to the one who owns the folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.errors import DataFolderOwned, StorageError, UsageError
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.gesture import Gesture
from omnisight_desktop.core.identity import Person
from omnisight_desktop.services.gesture_file import gestures_to_json
from omnisight_desktop.services.particulars import camera_told
from omnisight_desktop.services.shape import Names, to_json


class Keeper(Protocol):
    """Takes values in; the writer is one."""

    def keep(self, *values: Any, timeout_s: float | None = None) -> Any:
        """Take them in soon."""
        ...

    def commit(self, *values: Any, timeout_s: float = 10.0, together: bool = False) -> Any:
        """Take them in before this returns, or raise; together: all of them or none."""
        ...

    def erase(
        self, kind: str, ids: Sequence[str | tuple[Any, ...]], timeout_s: float = 30.0
    ) -> Any:
        """Remove values of a kind for good, but none that is protected."""
        ...


class OwnersKeeper:
    """Hands events and cameras to the process that owns the data folder, which keeps them itself."""

    def __init__(self, knock: Callable[[str, Any], Any], names: Callable[[], Names]) -> None:
        self._knock = knock
        self._names = names

    def keep(self, *values: Any, timeout_s: float | None = None) -> None:
        """As commit; who asks another process may as well wait for its answer."""
        self.commit(*values, timeout_s=timeout_s or 10.0)

    def commit(self, *values: Any, timeout_s: float = 10.0, together: bool = False) -> None:  # noqa: ARG002
        """Cameras and people travel by name; the owner makes those it does not know.

        Cameras alone travel with all that is known of them.
        """
        if values and all(isinstance(v, Camera) for v in values):
            self._knock("cameras.keep", {"cameras": [camera_told(v) for v in values]})
            return
        if values and all(isinstance(v, Gesture) for v in values):
            self._knock("gestures.keep", {"keep": gestures_to_json(values)})
            return
        names = self._names()
        cameras = {v.id: v.name for v in values if isinstance(v, Camera)}
        people = {v.id: v.name for v in values if isinstance(v, Person) and v.name}
        known = Names({**names.cameras, **cameras}, {**names.people, **people})
        lines = [json.dumps(to_json(v, known)) for v in values if isinstance(v, Event)]
        if values and not lines:
            raise DataFolderOwned(
                "OmniSight is running, and this can only be changed from within it.",
                fix="Do it in its window, or close it first.",
            )
        problems = self._knock("events.import", {"lines": lines, "atomic": together}).get(
            "problems", []
        )
        if problems:
            raise UsageError(f"The running program refused it: {problems[0]['reason']}.")

    def erase(
        self,
        kind: str,
        ids: Sequence[str | tuple[Any, ...]],
        timeout_s: float = 30.0,  # noqa: ARG002
    ) -> None:
        """Refuses: the owner removes things by itself, but for gestures that it is asked to forget."""
        if kind == "gesture":
            self._knock("gestures.keep", {"drop": list(ids)})
            return
        raise DataFolderOwned(
            "OmniSight is running, and only it can remove things.",
            fix="Do it in its window, or close it first.",
        )


class ReadOnly:
    """The keeper of a house that was opened to look only."""

    def keep(self, *values: Any, timeout_s: float | None = None) -> None:  # noqa: ARG002
        """Refuses."""
        raise StorageError("This was opened for reading only.")

    def commit(self, *values: Any, timeout_s: float = 10.0, together: bool = False) -> None:  # noqa: ARG002
        """Refuses."""
        raise StorageError("This was opened for reading only.")

    def erase(
        self,
        kind: str,  # noqa: ARG002
        ids: Sequence[str | tuple[Any, ...]],  # noqa: ARG002
        timeout_s: float = 30.0,  # noqa: ARG002
    ) -> None:
        """Refuses."""
        raise StorageError("This was opened for reading only.")
