"""Joins the routes of all subjects behind the guard."""

import logging
from importlib.resources import files
from secrets import token_hex

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from monitor.errors import TooLongError
from monitor.web import (
    about,
    answers,
    api,
    articles,
    deliveries,
    developments,
    exports,
    feeds,
    held,
    login,
    operations,
    reviews,
    search,
    storylines,
    today,
)
from monitor.web.desk import Desk, page
from monitor.web.guard import Guard, open_to_all
from monitor.web.password import Tries

log = logging.getLogger(__name__)

_KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".txt": "text/plain"}
_FILES = {file.name: file.read_bytes() for file in files("monitor.web").joinpath("static").iterdir()}


@open_to_all
def static(request: Request) -> Response:
    """Serve a file of the page itself; only those that were there at the start have a name."""
    name = request.path_params["name"]
    if name not in _FILES:
        raise HTTPException(404)
    kind = next((kind for ending, kind in _KINDS.items() if name.endswith(ending)), "application/octet-stream")
    return Response(_FILES[name], media_type=kind, headers={"Cache-Control": "public, max-age=3600"})


def routes() -> list[BaseRoute]:
    """Every route of the page: a list a subject."""
    subjects = (
        login,
        today,
        storylines,
        developments,
        articles,
        search,
        held,
        feeds,
        deliveries,
        reviews,
        answers,
        exports,
        api,
        about,
        operations,
    )
    return [Route("/static/{name}", static), *(route for subject in subjects for route in subject.routes)]


def make_app(desk: Desk) -> ASGIApp:
    """Make the page for a desk: nothing but the guard is reachable from outside."""
    every = routes()
    small = [Middleware(GZipMiddleware, minimum_size=1000)]  # no answer holds a secret that its size could betray
    app = Starlette(routes=every, middleware=small, exception_handlers={HTTPException: _wrong, TooLongError: _too_long, Exception: _broken})
    app.state.desk = desk
    app.state.tries = Tries()
    return Guard(app, every, desk, app.state.tries)


def _wrong(request: Request, error: Exception) -> Response:
    """Say what is wrong with a request."""
    assert isinstance(error, HTTPException)
    told = {404: "There is nothing at this address."}.get(error.status_code, error.detail)
    return page(
        request, "error.html", status=error.status_code, code=error.status_code, told=error.detail if error.detail != "Not Found" else told
    )


def _too_long(request: Request, error: Exception) -> Response:
    """Say that a question was too large."""
    return page(request, "error.html", status=503, code=503, told=f"That took too long: {error}.")


def _broken(request: Request, error: Exception) -> Response:
    """Say that something went wrong here, under a name by which the log tells what."""
    name = token_hex(4)
    log.error("page=%s failed name=%s: %s", request.url.path, name, error)
    return page(request, "error.html", status=500, code=500, told=f"Something went wrong here. The log tells what, under the name {name}.")
