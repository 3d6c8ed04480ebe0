"""From an address to the channel it means."""

from __future__ import annotations

from omnisight_desktop.notify.channel import AppriseChannel, Channel
from omnisight_desktop.notify.desktop import DesktopChannel, desktop_address, is_desktop


def open_channel(address: str) -> Channel:
    """The channel of an address; opens no connection, and refuses what nobody understands."""
    if not is_desktop(address):
        return AppriseChannel(address)
    elsewhere = desktop_address()
    return DesktopChannel() if elsewhere is None else AppriseChannel(elsewhere)
