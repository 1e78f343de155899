"""Answers from messages: a link says what it would do, and does it when that is confirmed; whoever has the message may answer.

One of them is for the button of a mail program (RFC 8058): that asks by itself, from elsewhere, and says so in its form. The signed link is
all that any answer needs, and is known to nobody but who got the message; so nothing is given away to other sites.
"""

from collections.abc import Mapping

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from monitor.domain.alerts.wording import IN
from monitor.domain.alerts.wording.words import Words
from monitor.store import feedback
from monitor.web.desk import desk_of, form_of, page
from monitor.web.guard import from_anywhere, is_same_site, open_to_all

PATH = "/answers/{token}"
SAID = {
    "relevant": "It is useful",
    "irrelevant": "It is not relevant",
    "new": "It is new to me",
    "seen": "It was known already",
    "wrong-storyline": "It lies in the wrong storyline",
    "snooze": "Mute its storyline for 24 hours",
    "mute": "Push nothing of its storyline any more",
    "taken": "I take it",
}
ANSWERED = "Your answer"


@open_to_all
@from_anywhere
async def answer(request: Request) -> Response:
    """Show the question; take the answer. Looking changes nothing: programs open the links of mails before people do."""
    token = request.path_params["token"]
    if request.method != "POST":
        return await run_in_threadpool(_ask, request, token)
    form = await form_of(request)
    if not is_same_site(request) and not await run_in_threadpool(_is_one_click, request, token, form):
        raise HTTPException(403, "This was sent from another site; open the link and confirm there.")
    return await run_in_threadpool(_take, request, token, form.get("storyline") or None)


def _is_one_click(request: Request, token: str, form: Mapping[str, str]) -> bool:
    """Say whether a mail program unsubscribes for its user; some send the one field as a form of several parts."""
    desk, said = desk_of(request), str(form)
    with desk.reading() as tx:
        question = feedback.ask(tx, token, desk.now())
    asked = not isinstance(question, str) and question.reply.answer == "mute"
    return asked and "List-Unsubscribe" in said and "One-Click" in said


def _ask(request: Request, token: str) -> Response:
    desk = desk_of(request)
    with desk.reading() as tx:
        question = feedback.ask(tx, token, desk.now())
    words = _words_for(request, token)
    if isinstance(question, str):
        return page(request, "answer.html", status=410, words=words, question=None, done=question, title=ANSWERED)
    used = "This was answered before; an answer counts once." if question.answered else None
    return page(request, "answer.html", words=words, question=question, done=used, title=SAID[question.reply.answer])


def _take(request: Request, token: str, storyline: str | None) -> Response:
    desk = desk_of(request)
    with desk.writing() as tx:
        done = feedback.take(tx, token, desk.now(), storyline)
    return page(request, "answer.html", words=_words_for(request, token), question=None, done=done, title=ANSWERED)


def _words_for(request: Request, token: str) -> Words:
    """Speak as the message did that the link stood in; what is no link of ours names no channel."""
    name = token.partition("~")[0].split(".", 3)[-1]
    return IN[desk_of(request).settings.delivery.channel(name).language]


routes = [Route(PATH, answer, methods=["GET", "POST"])]
