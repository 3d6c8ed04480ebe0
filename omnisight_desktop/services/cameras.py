"""The cameras that the house knows, by id and by the names that people gave them."""

from __future__ import annotations

import itertools

from omnisight_desktop.capture.address import file_of, is_demo, is_stream, name_of, shown
from omnisight_desktop.core.camera import Camera, Role
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.ids import slug
from omnisight_desktop.services.keeper import Keeper
from omnisight_desktop.storage.cameras import CameraArchive


class Cameras:
    """Reads cameras and has new ones remembered."""

    def __init__(self, archive: CameraArchive, keeper: Keeper) -> None:
        self._archive = archive
        self._keeper = keeper

    def all(self) -> list[Camera]:
        """All cameras there ever were, by name."""
        return self._archive.all()

    def enabled(self) -> list[Camera]:
        """Those that are watched at every start."""
        return [camera for camera in self._archive.all() if camera.enabled]

    def names(self) -> dict[str, str]:
        """Names by id."""
        return {camera.id: camera.name for camera in self._archive.all()}

    def find(self, name: str) -> Camera | None:
        """The camera of that name or id; capitals do not matter."""
        wanted = name.strip().casefold()
        everyone = self._archive.all()
        by_id = next((c for c in everyone if c.id == wanted), None)
        return by_id or next((c for c in everyone if c.name.casefold() == wanted), None)

    def addresses(self, camera: Camera) -> dict[Role, str]:
        """Where the stream for each role is."""
        record = camera.options.record_uri or camera.uri
        return {
            Role.DETECT: camera.uri,
            Role.RECORD: record,
            Role.AUDIO: camera.options.audio_uri or record,
        }

    def remember(self, address: str, name: str | None = None) -> Camera:
        """The camera at an address, made known to the house; a password in it is not kept."""
        told, uri = (name or name_of(address)).strip(), _stored(address)
        if not told:
            raise UsageError("A camera needs a name.")
        for number in itertools.count(1):
            called = told if number == 1 else f"{told} {number}"
            known = self._archive.get(slug(called))
            if known is None or not known.uri:
                break
            if known.uri == uri:
                return known
        camera = Camera(slug(called), called, uri, enabled=False)
        self._keeper.commit(camera)
        return camera


def _stored(address: str) -> str:
    """The address as it may be stored: a file is found again from any folder."""
    if is_demo(address) or is_stream(address):
        return shown(address)
    return str(file_of(address).resolve())
