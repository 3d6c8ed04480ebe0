"""What the routes have to work with: the wired house, the walk, exports, and the cameras' pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from starlette.requests import HTTPConnection

from omnisight_desktop.api.showing import Showing
from omnisight_desktop.chat.choice import Choice
from omnisight_desktop.services.export.jobs import ExportJobs
from omnisight_desktop.services.house import House
from omnisight_desktop.services.live import Live


@dataclass(frozen=True, slots=True)
class Inside:
    """Everything behind the door of the server."""

    house: House
    live: Live
    exports: ExportJobs
    showing: Showing
    choice: Choice


def _inside(connection: HTTPConnection) -> Inside:
    inside = connection.app.state.inside
    assert isinstance(inside, Inside)
    return inside


#: How a route says that it needs the house.
TheHouse = Annotated[Inside, Depends(_inside)]
