"""The application that the server serves: every route behind the gate, over one wired house."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import anyio.to_thread
from fastapi import APIRouter, FastAPI
from starlette.types import ASGIApp

from omnisight_desktop import __version__
from omnisight_desktop.api import pages
from omnisight_desktop.api.auth import Gate
from omnisight_desktop.api.entrance import Entrance
from omnisight_desktop.api.house import Inside
from omnisight_desktop.api.problems import answer_problems
from omnisight_desktop.api.routes import (
    arming,
    cameras,
    chat,
    clips,
    events,
    gestures,
    health,
    people,
)
from omnisight_desktop.api.routes import exports as export_routes
from omnisight_desktop.api.schemas import ProblemShape
from omnisight_desktop.api.showing import Showing
from omnisight_desktop.api.ws import camera
from omnisight_desktop.api.ws.news import News
from omnisight_desktop.chat.choice import Choice
from omnisight_desktop.services.export.jobs import ExportJobs
from omnisight_desktop.services.house import House
from omnisight_desktop.services.live import Live

_ABOUT = (
    "What OmniSight saw and keeps, on this computer. Every refusal and failure has the same shape: "
    "error, reason, fix. Times are ISO 8601."
)
#: Answers are made by so few threads at once that cameras and memory do not feel it.
_THREADS = 8


def application(
    house: House, live: Live, exports: ExportJobs, entrance: Entrance, opens: Callable[[str], bool]
) -> ASGIApp:
    """Everything behind the gate."""
    app = FastAPI(
        title="OmniSight Desktop",
        version=__version__,
        description=_ABOUT,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        responses={
            "4XX": {"model": ProblemShape, "description": "The request is refused."},
            "5XX": {"model": ProblemShape, "description": "It cannot be answered just now."},
        },
        lifespan=_lifespan(house),
        redirect_slashes=False,
    )
    app.state.inside = Inside(
        house,
        live,
        exports,
        Showing(live, house.events.as_json, house.clock),
        Choice(house.paths, lambda: house.settings.chat),
    )
    app.state.viewers = set()
    answer_problems(app)
    version_1 = APIRouter(prefix="/api/v1")
    nouns = (cameras, events, clips, export_routes, gestures, chat, people, arming, health)
    for noun in (one.router for one in nouns):
        version_1.include_router(noun)
    for router in (version_1, camera.router, pages.router):
        app.include_router(router)
    return Gate(app, entrance, opens)


def _lifespan(house: House) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = _THREADS
        app.state.news = News(house)
        try:
            yield
        finally:
            app.state.news.close()

    return lifespan
