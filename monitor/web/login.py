"""Logging in and out, where a password was set."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from monitor.store import sessions
from monitor.web.desk import desk_of, form_of, page
from monitor.web.guard import COOKIE, open_to_all
from monitor.web.password import Tries, address_of, is_right


@open_to_all
async def login(request: Request) -> Response:
    """Show the form; take the password."""
    desk = desk_of(request)
    password = desk.settings.web.password_hash
    if password is None:
        return RedirectResponse("/", 303)
    if request.method != "POST":
        return page(request, "login.html", wrong=None)
    tries: Tries = request.app.state.tries
    address = address_of(request)
    if tries.too_many(address, desk.now()):
        return page(request, "login.html", status=429, wrong="Too many wrong passwords: wait a minute.")
    tries.note(address, desk.now())
    form = await form_of(request)
    if not await run_in_threadpool(is_right, form.get("password", ""), password):
        return page(request, "login.html", status=403, wrong="That is not the password.")
    tries.forgive(address)
    return await run_in_threadpool(_let_in, request, password)


def _let_in(request: Request, password: str) -> Response:
    desk = desk_of(request)
    with desk.writing() as tx:
        token = sessions.open_session(tx, password, desk.now())
    answer = RedirectResponse(_next(request), 303)
    answer.set_cookie(COOKIE, token, httponly=True, samesite="lax", secure=request.url.scheme == "https")
    return answer


def _next(request: Request) -> str:
    """Where to go after the login: a path of this page, and nothing that a browser takes for another site."""
    wanted = request.query_params.get("next", "/")
    return wanted if wanted.startswith("/") and not wanted.startswith(("//", "/\\")) and wanted.isprintable() else "/"


def logout(request: Request) -> Response:
    """End the session; the cookie opens nothing any more."""
    with desk_of(request).writing() as tx:
        sessions.close_session(tx, request.cookies.get(COOKIE, ""))
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(COOKIE)
    return answer


routes = [Route("/login", login, methods=["GET", "POST"]), Route("/logout", logout, methods=["POST"])]
