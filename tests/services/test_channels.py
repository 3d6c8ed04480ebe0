"""Channels are changed, tried before they are kept, and put back after they were removed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from omnisight_desktop.config.load import open_safe
from omnisight_desktop.core.errors import DeliveryFailed, NotFound, SettingsError, UsageError
from omnisight_desktop.services.house import House
from tests.fakes.keyrings import NoKeyring, using
from tests.fakes.post import free_port, web_hook
from tests.fakes.redaction import knowing_no_secret
from tests.home import furnished


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with using(NoKeyring()), knowing_no_secret(), furnished(tmp_path) as house:
        yield house


def test_what_a_channel_is_told_can_be_changed_and_its_address_stays(house: House) -> None:
    channels = house.channels
    channels.add("phone", "ntfys://secret-topic-7f3a")
    before = channels.get("phone")
    after = channels.change("Phone", kinds=["person"], quiet_from="22:00", quiet_until="07:00")
    assert (after.name, after.address) == (before.name, before.address)
    assert (after.kinds, after.quiet_from, after.picture) == (("person",), "22:00", True)
    assert channels.all() == (after,)
    with pytest.raises(SettingsError):
        channels.change("phone", quiet_from="late")
    assert channels.all() == (after,)
    with pytest.raises(NotFound):
        channels.change("nobody", kinds=[])


def test_a_channel_that_was_removed_is_put_back_with_its_address(house: House) -> None:
    channels = house.channels
    with web_hook() as server:
        channels.add("phone", f"json://127.0.0.1:{server.port}", kinds=["person"])
        before = channels.get("phone")
        gone = channels.remove("phone")
        assert channels.all() == ()
        assert open_safe(house.paths).read(before.address) is None
        assert channels.put_back(gone) == before
        channels.test("phone")
        assert len(server.messages) == 1
    assert str(server.port) not in repr(gone)


def test_an_address_is_tried_before_it_is_kept(house: House) -> None:
    with web_hook() as server:
        place = house.channels.try_out("phone", f"json://127.0.0.1:{server.port}")
        assert place == "json://127.0.0.1"
        assert len(server.messages) == 1
    with pytest.raises(DeliveryFailed):
        house.channels.try_out("phone", f"json://127.0.0.1:{free_port()}")
    with pytest.raises(UsageError):
        house.channels.try_out("phone", "nonsense")
    assert house.channels.all() == ()
