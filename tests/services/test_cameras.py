"""Cameras are told apart by where they are, keep no password, and are changed by one program only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from omnisight_desktop.app.build import writing
from omnisight_desktop.config.load import open_safe
from omnisight_desktop.core.camera import Camera, CameraOptions, Role
from omnisight_desktop.core.errors import (
    NotFound,
    PasswordRefused,
    SecretError,
    StorageError,
    UsageError,
)
from omnisight_desktop.flow.door import Door, knock
from omnisight_desktop.services.cameras import Cameras
from omnisight_desktop.services.house import House
from omnisight_desktop.services.keeper import ReadOnly
from omnisight_desktop.services.logins import Logins
from omnisight_desktop.storage.cameras import CameraArchive
from omnisight_desktop.storage.engine import Database
from tests.fakes.burned_clock import Film, write
from tests.fakes.http_camera import moving, served
from tests.fakes.keyrings import LockedKeyring, MemoryKeyring, NoKeyring, using
from tests.fakes.pictures import jpeg
from tests.fakes.redaction import knowing_no_secret
from tests.home import furnished

CORNERS = ((0.0, 0.0), (0.5, 0.0), (0.5, 0.5))


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with using(NoKeyring()), knowing_no_secret(), furnished(tmp_path) as house:
        yield house


def test_the_same_address_is_the_same_camera(house: House) -> None:
    first = house.cameras.remember("rtsp://cam.local/axis")
    assert house.cameras.remember("rtsp://cam.local/axis") == first
    assert len(house.cameras.all()) == 1


def test_two_recordings_of_one_name_are_two_cameras(house: House) -> None:
    one = house.cameras.remember("/videos/monday/porch.mp4")
    two = house.cameras.remember("/videos/tuesday/porch.mp4")
    assert (one.name, two.name) == ("porch", "porch 2")
    assert one.id != two.id


@pytest.mark.parametrize(
    "address",
    [
        "rtsp://admin:hunter2@cam.local/axis",
        "RTSP://admin:hunter2@cam.local/axis",
        "rtsp://admin:hunter2/@cam.local/axis",
        "http://cam.local/axis?user=admin&pwd=hunter2",
    ],
)
def test_a_password_is_not_kept(house: House, address: str) -> None:
    camera = house.cameras.remember(address)
    assert camera.uri.endswith("://cam.local/axis")
    assert camera.name == "cam.local/axis"
    assert b"hunter2" not in house.paths.database.read_bytes()
    log = house.paths.database.with_name(house.paths.database.name + "-wal")
    assert b"hunter2" not in log.read_bytes()


def test_a_camera_that_an_import_named_gets_its_address_later(house: House) -> None:
    line = '{"id": "1", "camera": "Demo", "type": "appeared", "start": "2026-05-03T10:00:00Z"}'
    house.events.import_lines([line])
    assert house.cameras.remember("demo:").id == "demo"
    assert [c.uri for c in house.cameras.all()] == ["demo:"]


def test_a_camera_is_found_by_name_or_id_whatever_the_capitals(house: House) -> None:
    camera = house.cameras.remember("rtsp://cam.local/axis", "Front Door")
    assert house.cameras.find("FRONT door") == camera
    assert house.cameras.find("front-door") == camera
    assert house.cameras.find("back door") is None


def test_a_nameless_camera_is_refused(house: House) -> None:
    with pytest.raises(UsageError):
        house.cameras.remember("rtsp://cam.local/axis", "  ")


def whole(house: House, name: str) -> dict[str, str]:
    return {str(r): a for r, a in house.cameras.addresses(house.cameras.get(name)).items()}


def nowhere(house: House, *secrets: str) -> None:
    """Nothing of this lies in the database, its log included, nor in what is known of cameras."""
    for file in house.paths.root.glob("omnisight.db*"):
        held = file.read_bytes()
        assert not any(secret.encode() in held for secret in secrets)
    assert not any(secret in repr(house.cameras.all()) for secret in secrets)


def test_a_camera_is_added_and_its_password_lies_elsewhere(house: House) -> None:
    saved = house.cameras.add(
        "rtsp://admin:hun%40ter/2@cam.local/live?channel=2&tok=abcdefgh",
        "Porch",
        CameraOptions(
            record_uri="rtsp://cam.local/main", audio_uri="microphone:", fps=2.0, masks=(CORNERS,)
        ),
    )
    camera = saved.camera
    assert (camera.id, camera.name, camera.enabled) == ("porch", "Porch", True)
    assert camera.uri == "rtsp://cam.local/live?channel=2"
    assert house.cameras.get("porch") == camera
    assert house.cameras.enabled() == [camera]
    assert saved.kept is not None
    assert camera.options.secret == str(saved.kept.reference) == "file:camera-porch"
    assert whole(house, "porch") == {
        "detect": "rtsp://admin:hun%40ter%2F2@cam.local/live?channel=2&tok=abcdefgh",
        "record": "rtsp://admin:hun%40ter%2F2@cam.local/main",
        "audio": "microphone:",
    }
    nowhere(house, "hun%40ter", "hun@ter", "abcdefgh")


def test_a_camera_without_a_password_needs_no_secret(house: House) -> None:
    saved = house.cameras.add("http://cam.local/mjpg?channel=2")
    assert saved.kept is None
    assert saved.camera.name == "cam.local/mjpg"
    assert not house.paths.secrets_file.exists()
    assert set(whole(house, saved.camera.id).values()) == {"http://cam.local/mjpg?channel=2"}


def test_two_channels_of_one_recorder_are_two_cameras(house: House) -> None:
    one = house.cameras.add("http://me:pw-of-nvr@nvr/live?id=1").camera
    two = house.cameras.add("http://me:pw-of-nvr@nvr/live?id=2").camera
    assert (one.name, two.name) == ("nvr/live", "nvr/live 2")
    assert whole(house, two.id)["detect"].endswith("?id=2")
    with pytest.raises(UsageError, match="watched already, as 'nvr/live 2'"):
        house.cameras.add("http://me:other-pw@nvr/live?id=2")


def test_a_name_is_given_once(house: House) -> None:
    house.cameras.add("rtsp://cam1/x", "Porch")
    for name in ("Porch", "PORCH", "porch"):
        with pytest.raises(UsageError, match="'Porch' already"):
            house.cameras.add("rtsp://cam2/x", name)
    yard = house.cameras.add("rtsp://cam2/x", "Yard").camera
    with pytest.raises(UsageError, match="'Porch' already"):
        house.cameras.change(yard, name="porch")
    assert [c.name for c in house.cameras.all()] == ["Porch", "Yard"]


def test_what_was_only_a_name_or_watched_once_is_taken_over(house: House) -> None:
    line = '{"id": "1", "camera": "Porch", "type": "appeared", "start": "2026-05-03T10:00:00Z"}'
    house.events.import_lines([line])
    assert house.cameras.add("rtsp://cam1/x", "porch").camera.id == "porch"
    once = house.cameras.remember("rtsp://cam2/x")
    assert not once.enabled
    added = house.cameras.add("rtsp://me:pw-of-cam@cam2/x").camera
    assert (added.id, added.enabled) == (once.id, True)
    assert len(house.cameras.all()) == 2


def test_a_removed_camera_leaves_its_name_and_its_events(house: House) -> None:
    camera = house.cameras.add("rtsp://me:hunter2@cam/x", "Porch", CameraOptions(fps=1.0)).camera
    line = '{"id": "1", "camera": "Porch", "type": "appeared", "start": "2026-05-03T10:00:00Z"}'
    house.events.import_lines([line])
    removed = house.cameras.remove(camera)
    assert house.cameras.present() == house.cameras.enabled() == []
    assert house.cameras.names() == {"porch": "Porch"}
    assert house.events.as_json([house.events.get("1")])[0]["camera"] == "Porch"
    assert removed.options == CameraOptions()
    assert "hunter2" not in house.paths.secrets_file.read_text()
    with pytest.raises(NotFound):
        house.cameras.get("Porch")
    again = house.cameras.add("webcam:0", "Porch").camera
    assert again.id == camera.id


def test_a_camera_is_renamed_and_stays_the_same(house: House) -> None:
    camera = house.cameras.add("rtsp://me:hunter2@cam/x", "Porch").camera
    renamed = house.cameras.change(camera, name="Front").camera
    assert (renamed.id, renamed.name) == ("porch", "Front")
    assert whole(house, "Front")["detect"] == "rtsp://me:hunter2@cam/x"
    with pytest.raises(UsageError, match="'Front' already"):  # it is still found by its id
        house.cameras.add("rtsp://cam3/x", "Porch")
    other = house.cameras.remember("rtsp://cam4/x", "porch")
    assert (other.id, other.name) == ("porch-2", "porch 2")


def test_an_address_changes_and_the_login_stays_with_the_host(house: House) -> None:
    options = CameraOptions(record_uri="rtsp://cam/main")
    camera = house.cameras.add("rtsp://me:hunter2@cam/x", "Porch", options).camera
    camera = house.cameras.change(camera, address="rtsp://cam/y").camera
    assert whole(house, "Porch")["detect"] == "rtsp://me:hunter2@cam/y"
    camera = house.cameras.change(camera, login=("you", "n3w:pw")).camera
    assert whole(house, "Porch") == {
        "detect": "rtsp://you:n3w%3Apw@cam/y",
        "record": "rtsp://you:n3w%3Apw@cam/main",
        "audio": "rtsp://you:n3w%3Apw@cam/main",
    }
    options = replace(camera.options, record_uri="")
    camera = house.cameras.change(camera, address="rtsp://other/z", options=options).camera
    assert set(whole(house, "Porch").values()) == {"rtsp://other/z"}
    assert camera.options.secret == ""
    assert "n3w" not in house.paths.secrets_file.read_text()


def test_options_change_and_the_password_stays(house: House) -> None:
    options = CameraOptions(record_uri="rtsp://rec:p2word@nvr/main")
    camera = house.cameras.add("rtsp://me:hunter2@cam/x", "Porch", options).camera
    changed = house.cameras.change(camera, options=replace(camera.options, fps=7.0)).camera
    assert changed.options == replace(camera.options, fps=7.0)
    assert whole(house, "Porch")["record"] == "rtsp://rec:p2word@nvr/main"
    assert not house.cameras.enable(changed, False).enabled
    assert house.cameras.get("Porch").options == changed.options
    with pytest.raises(UsageError):
        house.cameras.change(changed, options=replace(changed.options, fps=1000.0))
    assert house.cameras.get("Porch").options.fps == 7.0


def test_while_the_keyring_is_locked_no_password_gets_lost(house: House) -> None:
    keyring = MemoryKeyring()
    with using(keyring):
        camera = house.cameras.add("rtsp://me:hunter2@cam/x", "Porch").camera
    with using(LockedKeyring()):
        with pytest.raises(SecretError):
            house.cameras.change(camera, name="Front")
        with pytest.raises(SecretError):
            house.cameras.test(camera)
        assert set(house.cameras.places(camera).values()) == {"rtsp://cam/x"}
    with using(keyring):
        assert whole(house, "Porch")["detect"] == "rtsp://me:hunter2@cam/x"


def test_a_password_that_is_lost_is_given_anew(house: House) -> None:
    with using(MemoryKeyring()):
        camera = house.cameras.add("rtsp://me:hunter2@cam/x", "Porch").camera
    house.cameras.change(camera, login=("me", "n3w"))
    assert whole(house, "Porch")["detect"] == "rtsp://me:n3w@cam/x"


@pytest.fixture
def database(house: House) -> Iterator[Database]:
    database = Database.open(house.paths.database)
    yield database
    database.close()


def test_when_it_cannot_be_stored_no_password_stays_behind(
    house: House, database: Database
) -> None:
    with pytest.raises(UsageError):
        house.cameras.add("rtsp://me:hunter2@cam/x", "Porch", CameraOptions(scores={"person": 2.0}))
    archive = CameraArchive(database)
    refusing = Cameras(archive, ReadOnly(), Logins(open_safe(house.paths, {})))
    with pytest.raises(StorageError):
        refusing.add("rtsp://me:hunter2@cam/x", "Porch")
    assert not house.paths.secrets_file.exists() or "hunter2" not in (
        house.paths.secrets_file.read_text()
    )
    camera = house.cameras.add("rtsp://me:hunter2@cam/x", "Porch").camera
    with pytest.raises(StorageError):
        refusing.change(camera, login=("me", "other"))
    assert whole(house, "Porch")["detect"] == "rtsp://me:hunter2@cam/x"


def test_whoever_listens_hears_of_every_change(house: House) -> None:
    told: list[tuple[str, bool, str]] = []
    house.cameras.when_changed(lambda c: told.append((c.name, c.enabled, c.uri)))
    camera = house.cameras.add("rtsp://cam/x", "Porch").camera
    camera = house.cameras.enable(camera, False)
    house.cameras.remove(camera)
    assert told == [
        ("Porch", True, "rtsp://cam/x"),
        ("Porch", False, "rtsp://cam/x"),
        ("Porch", False, ""),
    ]


def test_another_program_has_the_owner_keep_its_changes(house: House) -> None:
    told: list[Camera] = []
    house.cameras.when_changed(told.append)
    with (
        Door(house.paths.door, {"cameras.keep": house.cameras.answer}),
        writing(house.paths, house.settings) as guest,
    ):
        added = guest.cameras.add("rtsp://me:hunter2@cam/x", "Porch").camera
        assert house.cameras.get("Porch") == added
        assert whole(house, "Porch")["detect"] == "rtsp://me:hunter2@cam/x"
        guest.cameras.remove(guest.cameras.get("Porch"))
        assert house.cameras.present() == []
        senseless: list[object] = [None, [], {"cameras": 7}, {"cameras": [{"id": "x"}]}]
        for nonsense in senseless:
            with pytest.raises(UsageError):
                knock(house.paths.door, "cameras.keep", nonsense, 5.0)
    assert [(c.name, bool(c.uri)) for c in told] == [("Porch", True), ("Porch", False)]
    nowhere(house, "hunter2")


def test_each_stream_of_a_camera_is_tried_once(house: House, tmp_path: Path) -> None:
    film = write(tmp_path / "film.mp4", Film(seconds=1.0))
    with served({"/v": moving([jpeg(i) for i in range(20)])}) as http:
        options = CameraOptions(record_uri=str(film))
        camera = house.cameras.add(http.address("/v"), "Porch", options).camera
        seen, recorded = house.cameras.test(camera)
        assert (seen.roles, recorded.roles) == ((Role.DETECT,), (Role.RECORD, Role.AUDIO))
        assert seen.ok
        assert recorded.ok
        assert len(http.asked) == 1
    with pytest.raises(UsageError):
        house.cameras.test("nowhere.mp4")


def test_a_wrong_password_of_a_camera_is_tried_once(house: House) -> None:
    film = moving([jpeg(0)])
    with served({"/v": film, "/w": film}, login="me:right") as http:
        options = CameraOptions(record_uri=http.address("/w"))
        camera = house.cameras.add(http.address("/v", "me:wrong"), "Porch", options).camera
        tests = house.cameras.test(camera)
        assert len(tests) == 2
        assert all(isinstance(test.trouble, PasswordRefused) for test in tests)
        assert sum("Authorization" in asked for asked in http.asked) == 1


def test_channels_that_are_watched_once_are_told_apart(house: House) -> None:
    one = house.cameras.remember("rtsp://me:hunter2@nvr/live?channel=1")
    two = house.cameras.remember("rtsp://me:hunter2@nvr/live?channel=2")
    assert (one.uri, two.uri) == ("rtsp://nvr/live?channel=1", "rtsp://nvr/live?channel=2")
    assert house.cameras.remember("rtsp://nvr/live?channel=1") == one
    assert house.cameras.add("rtsp://nvr/live?channel=1").camera.id == one.id


def test_the_masks_of_a_camera_hold_when_it_is_tried(house: House) -> None:
    everything = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
    with served({"/v": moving([jpeg(i) for i in range(20)])}) as http:
        options = CameraOptions(masks=(everything,))
        camera = house.cameras.add(http.address("/v"), "Porch", options).camera
        (test,) = house.cameras.test(camera)
    assert test.picture is not None
    assert int(test.picture.bgr().max()) < 20
