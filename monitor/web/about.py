"""What the page can do beside being read: keys, exports, the API."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from monitor.web.api import ENDPOINTS
from monitor.web.desk import page


def about(request: Request) -> Response:
    """Tell it."""
    return page(request, "about.html", endpoints=ENDPOINTS)


routes = [Route("/about", about)]
