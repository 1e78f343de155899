"""One development: what is new, who tells it, what was sent, and what the decision rests on."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from monitor.store import developments, feedback, reviews, storylines
from monitor.web.desk import desk_of, missing, page, text_in


def one(request: Request) -> Response:
    """Tell a development."""
    with desk_of(request).reading() as tx:
        told = developments.find(tx, text_in(request, "key"))
        if told is None:
            raise missing("development of that name")
        tellers = developments.tellers(tx, told["id"])
        sent = developments.alerts_of(tx, told["id"])
        articles = [told["article_id"], *(row["id"] for row in tellers)]
        said, taken = reviews.of_articles(tx, articles), feedback.taken(tx, [one for one in articles if one])
        lines = storylines.titles(tx)
    return page(request, "development.html", told=told, tellers=tellers, sent=sent, reviews=said, taken=taken, lines=lines)


routes = [Route("/developments/{key}", one)]
