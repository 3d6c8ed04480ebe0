"""The cameras that the house knows, by id and by the names that people gave them."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import Any

from omnisight_desktop.capture.address import login_of, name_of, plain, shown, with_login
from omnisight_desktop.config.secrets import Kept
from omnisight_desktop.core.camera import Camera, CameraOptions, Role, Transport
from omnisight_desktop.core.clock import Clock, SystemClock
from omnisight_desktop.core.errors import (
    NotFound,
    OmniSightError,
    OwnerSilent,
    PasswordRefused,
    SecretError,
    UsageError,
)
from omnisight_desktop.core.ids import slug
from omnisight_desktop.core.ports.capture import Wants
from omnisight_desktop.services.keeper import Keeper
from omnisight_desktop.services.logins import (
    Logins,
    lend_login,
    open_part,
    same_host,
)
from omnisight_desktop.services.particulars import (
    camera_heard,
    insist_address,
    insist_name,
    insist_sensible,
    insist_shows,
)
from omnisight_desktop.services.trial import CameraTest, try_out
from omnisight_desktop.storage.cameras import CameraArchive

_USUAL = CameraOptions()
_LONGEST_USUAL = 60

#: Told of each camera that was added, changed or removed, as it is now.
Told = Callable[[Camera], object]

#: Told of each camera that gets another name: what it was called, and how it is now.
Renamed = Callable[[str, Camera], object]


@dataclass(frozen=True, slots=True)
class Saved:
    """A camera as it was stored, and where its password lies, if it has one."""

    camera: Camera
    kept: Kept | None = None


class Cameras:
    """Reads cameras, and has them added, changed and removed."""

    def __init__(
        self,
        archive: CameraArchive,
        keeper: Keeper,
        logins: Logins,
        clock: Clock | None = None,
    ) -> None:
        self._archive = archive
        self._keeper = keeper
        self._logins = logins
        self._clock = clock or SystemClock()
        self._told: tuple[Told, ...] = ()
        self._renamed: tuple[Renamed, ...] = ()

    def when_changed(self, tell: Told) -> None:
        """Have somebody told of each camera that is added, changed or removed from now on."""
        self._told = (*self._told, tell)

    def when_renamed(self, tell: Renamed) -> None:
        """Have somebody told of each camera that gets another name, who speaks of it by its name."""
        self._renamed = (*self._renamed, tell)

    def all(self) -> list[Camera]:
        """All cameras there ever were, by name."""
        return self._archive.all()

    def present(self) -> list[Camera]:
        """Those that are somewhere; what was removed or imported is a name and nothing more."""
        return [camera for camera in self._archive.all() if camera.uri]

    def enabled(self) -> list[Camera]:
        """Those that are watched at every start."""
        return [camera for camera in self.present() if camera.enabled]

    def names(self) -> dict[str, str]:
        """Names by id."""
        return {camera.id: camera.name for camera in self._archive.all()}

    def find(self, name: str) -> Camera | None:
        """The camera of that name or id; capitals do not matter."""
        wanted = name.strip().casefold()
        everyone = self._archive.all()
        by_id = next((c for c in everyone if c.id == wanted), None)
        return by_id or next((c for c in everyone if c.name.casefold() == wanted), None)

    def get(self, name: str) -> Camera:
        """The camera of that name or id, which must be somewhere."""
        camera = self.find(name)
        if camera is None or not camera.uri:
            known = ", ".join(c.name for c in self.present()) or "none"
            raise NotFound(f"There is no camera called '{name}'.", fix=f"There are: {known}.")
        return camera

    def addresses(self, camera: Camera) -> dict[Role, str]:
        """Where the stream for each role is, with its password: for whoever opens it, not to be shown.

        Raises a SecretError where the password cannot be read: it is not asked for without one.
        """
        return _by_role(camera, self._logins.read(camera.options.secret))

    def places(self, camera: Camera) -> dict[Role, str]:
        """Where the stream for each role is, as anybody may see it."""
        return _by_role(camera, {})

    def remember(self, address: str, name: str | None = None) -> Camera:
        """The camera at an address, made known to the house; a password in it is not kept."""
        told, uri = insist_name(_name_of(address) if name is None else name), open_part(address)
        for called in _numbered(told):
            known = self.find(called)
            if known is not None and known.uri:
                if open_part(known.uri) == uri:
                    return known
                continue
            camera = replace(known or self._fresh(called), uri=uri, enabled=False)
            self._keep(camera)
            return camera
        raise AssertionError("there is no end to numbers")

    def add(self, address: str, name: str | None = None, options: CameraOptions = _USUAL) -> Saved:
        """Watch a camera at every start from now on.

        Passwords in the addresses, those of ``options`` included, go to the secrets. Who takes a
        name that only old events know goes on where those left off.
        """
        whole = _whole(insist_shows(address), options)
        self._insist_unwatched(whole[Role.DETECT])
        camera = self._place_for(open_part(whole[Role.DETECT]), name, _name_of(address))
        return self._save(camera, whole, insist_sensible(options))

    def change(
        self,
        camera: Camera,
        *,
        name: str | None = None,
        address: str | None = None,
        login: tuple[str, str] | None = None,
        options: CameraOptions | None = None,
    ) -> Saved:
        """Change what is given. An address at the same host keeps its login, unless it brings one."""
        options, called = options or camera.options, camera.name
        try:
            before = self.addresses(camera)
        except SecretError:
            if login is None:  # or the password would be gone without a word
                raise
            before = self.places(camera)
        whole = {Role.DETECT: before[Role.DETECT]}
        if address is not None:
            whole[Role.DETECT] = lend_login(insist_shows(address), before[Role.DETECT])
        for role, new, old in (
            (Role.RECORD, options.record_uri, camera.options.record_uri),
            (Role.AUDIO, options.audio_uri, camera.options.audio_uri),
        ):
            if new:
                whole[role] = before[role] if new == old else insist_address(new)
        if login is not None:
            whole[Role.DETECT] = with_login(whole[Role.DETECT], *login)
        whole = _agreeing(whole, before[Role.DETECT])
        if name is not None:
            camera = replace(camera, name=self._free_name(insist_name(name), camera.id))
        camera = replace(camera, uri=open_part(whole[Role.DETECT]))
        saved = self._save(camera, whole, insist_sensible(options))
        for tell in self._renamed if saved.camera.name != called else ():
            tell(called, saved.camera)
        return saved

    def enable(self, camera: Camera, on: bool) -> Camera:
        """Watch it, or leave it alone until told otherwise."""
        camera = replace(camera, enabled=on)
        self._keep(camera)
        return camera

    def remove(self, camera: Camera) -> Camera:
        """Forget where it is and its password. Its name stays, for what was seen there stays, too."""
        removed = Camera(camera.id, camera.name, uri="", enabled=False)
        self._keep(removed)
        if camera.options.secret:
            try:
                self._logins.forget(camera.options.secret)
            except OmniSightError as error:
                raise SecretError(
                    f"{camera.name} is removed, but its password is still there. {error.reason}",
                    fix=f"Erase it with 'omnisight settings secret forget "
                    f"{camera.options.secret.partition(':')[2]}'.",
                ) from error
        return removed

    def test(self, what: Camera | str, transport: Transport | None = None) -> list[CameraTest]:
        """Try every stream of a camera, or what lies at an address.

        Each is called once, and a host that refused the password is left alone.
        """
        if isinstance(what, str):
            wants = Wants(transport=transport or Transport.TCP)
            return [try_out(insist_address(what), wants, self._clock)]
        streams: dict[str, list[Role]] = {}
        for role, address in self.addresses(what).items():
            streams.setdefault(address, []).append(role)
        tests: dict[str, CameraTest] = {}
        for address, roles in streams.items():
            refusal = next((tests[a].trouble for a in tests if same_host(a, address)), None)
            if isinstance(refusal, PasswordRefused):
                tests[address] = CameraTest(shown(address), tuple(roles), trouble=refusal)
                continue
            wants = Wants(
                pictures=roles != [Role.AUDIO], transport=transport or what.options.transport
            )
            tests[address] = try_out(
                address, wants, self._clock, roles=roles, masks=what.options.masks
            )
        return list(tests.values())

    def answer(self, told: Any) -> dict[str, Any]:
        """What another program wants kept; its password it has put into the safe itself."""
        cameras = told.get("cameras") if isinstance(told, Mapping) else None
        if not isinstance(cameras, list):
            raise UsageError("That describes no camera.")
        for camera in [camera_heard(one) for one in cameras]:
            self._keep(camera)
        return {"kept": len(cameras)}

    def _keep(self, camera: Camera) -> None:
        self._keeper.commit(camera)
        for tell in self._told:
            tell(camera)

    def _insist_unwatched(self, address: str) -> None:
        uri = open_part(address)
        for camera in self.enabled():
            if camera.uri != uri:
                continue
            # What tells two streams of one recorder apart may lie with the secrets.
            there = self.addresses(camera)[Role.DETECT]
            if plain(there) in (plain(address), uri):
                raise UsageError(
                    f"The camera at {uri} is watched already, as '{camera.name}'.",
                    fix="Change it with 'omnisight cameras edit', or remove it first.",
                )

    def _place_for(self, uri: str, name: str | None, usual: str) -> Camera:
        """The camera to be at an address: a new one, or one that is known by name or from before."""
        told = usual if name is None else insist_name(name)
        for called in _numbered(told):
            known = self.find(called) or self._fresh(called)
            if not known.uri or (known.uri == uri and not known.enabled):
                return replace(known, uri=uri, enabled=True)
            if name is not None:
                raise UsageError(
                    f"There is a camera called '{known.name}' already.",
                    fix="Choose another name, or change it with 'omnisight cameras edit'.",
                )
        raise AssertionError("there is no end to numbers")

    def _fresh(self, name: str) -> Camera:
        """A camera that is nowhere yet; one that was renamed keeps its id, so ids are numbered, too."""
        taken = {camera.id for camera in self._archive.all()}
        return Camera(next(id_ for id_ in _numbered(slug(name), "-") if id_ not in taken), name, "")

    def _free_name(self, name: str, own: str) -> str:
        known = self.find(name)
        if known is not None and known.id != own:
            raise UsageError(f"There is a camera called '{known.name}' already.")
        return name

    def _save(self, camera: Camera, whole: Mapping[Role, str], options: CameraOptions) -> Saved:
        """Secrets go to the safe, all else to the database; both or neither."""
        before = camera.options.secret
        with self._undone_if_not_stored(camera, before):
            kept_ = self._logins.keep(camera.id, whole)
            options = replace(
                options,
                record_uri=open_part(whole[Role.RECORD]) if Role.RECORD in whole else "",
                audio_uri=open_part(whole[Role.AUDIO]) if Role.AUDIO in whole else "",
                secret=str(kept_.reference) if kept_ else "",
            )
            camera = replace(camera, options=options)
            self._keep(camera)
        if before and kept_ is None:
            self._logins.forget(before)
        return Saved(camera, kept_)

    @contextmanager
    def _undone_if_not_stored(self, camera: Camera, before: str) -> Iterator[None]:
        old: dict[Role, str] = {}
        with suppress(SecretError):
            old = self._logins.read(before)
        try:
            yield
        except OwnerSilent:  # it may have done it
            raise
        except OmniSightError:
            with suppress(OmniSightError):
                if old:
                    self._logins.keep(camera.id, old)
                elif not before:
                    self._logins.forget_of(camera.id)
            raise


def _by_role(camera: Camera, whole: Mapping[Role, str]) -> dict[Role, str]:
    """The address for each role, where some of them are known with their passwords."""
    detect = whole.get(Role.DETECT, camera.uri)
    record = whole.get(Role.RECORD) or camera.options.record_uri or detect
    audio = whole.get(Role.AUDIO) or camera.options.audio_uri or record
    return {Role.DETECT: detect, Role.RECORD: record, Role.AUDIO: audio}


def _whole(address: str, options: CameraOptions) -> dict[Role, str]:
    """The addresses as they were typed; those of one host share a login."""
    whole = {Role.DETECT: address}
    for role, typed in ((Role.RECORD, options.record_uri), (Role.AUDIO, options.audio_uri)):
        if typed:
            whole[role] = lend_login(insist_address(typed), address)
    return whole


def _agreeing(whole: Mapping[Role, str], before: str) -> dict[Role, str]:
    """Streams of one host that had the login of the first go on having it, when that changes."""
    first, old = whole[Role.DETECT], login_of(before)
    found = dict(whole)
    for role, address in whole.items():
        if role is not Role.DETECT and login_of(address) in (None, old):
            lent = lend_login(plain(address), first)
            found[role] = lent if same_host(address, first) else address
    return found


def _name_of(address: str) -> str:
    """What to call a camera of which no more is known, as a name that can be kept."""
    told = "".join(letter if letter.isprintable() else " " for letter in name_of(address))
    return insist_name(told[:_LONGEST_USUAL] if told.strip() else "camera")


def _numbered(word: str, between: str = " ") -> Iterator[str]:
    """The word, and then the same with a number behind it."""
    yield word
    yield from (f"{word}{between}{number}" for number in itertools.count(2))
