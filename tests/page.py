"""The page, served on loopback for a test; and a browser without a face that asks it plainly."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from monitor.settings import Settings, load
from monitor.web.desk import Desk, open_desk
from monitor.web.server import served

SMALLEST = {"feeds.yaml": "feeds: []\n", "topic.yaml": "words: [acmecorp]\nalert_on: matches\n"}


def settings_in(folder: Path, **web: object) -> Settings:
    """Write the smallest settings into a folder, and load them with some of `web` changed; the port is a free one."""
    for name, text in SMALLEST.items():
        (folder / name).write_text(text, encoding="utf-8")
    settings = load(folder, folder / "data", {})
    return replace(settings, web=replace(settings.web, port=0, **web))


def week_in(folder: Path, played: Path, **web: object) -> Settings:
    """Copy the archive of the demo's week and its settings into a folder, and load them."""
    shutil.copytree(played, folder, dirs_exist_ok=True)
    settings = load(folder / "config", folder, {})
    return replace(settings, web=replace(settings.web, port=0, **web))


@contextmanager
def page_of(settings: Settings) -> Iterator["Asker"]:
    """Serve the page of an archive for as long as the block runs."""
    with open_desk(replace(settings, web=replace(settings.web, port=0))) as desk, served(desk) as address:
        assert address is not None
        yield Asker(address, desk)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]  # names in lower case
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


@dataclass(slots=True)
class Asker:
    """Asks the page as a browser of the same site would, without following redirects."""

    address: str
    desk: Desk
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, path: str, method: str = "GET", form: Mapping[str, str] | None = None, **headers: str) -> Answer:
        """Send one request; headers are named with _ for -."""
        sent = {"Accept": "text/html", **{name.replace("_", "-"): value for name, value in headers.items()}}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        body = None
        if method == "POST":
            sent = {"Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded"} | sent
            body = urlencode(form or {})
        connection = HTTPConnection(urlsplit(self.address).netloc, timeout=20)
        try:
            connection.request(method, path, body, sent)
            got = connection.getresponse()
            return Answer(got.status, {name.lower(): value for name, value in got.getheaders()}, got.read())
        finally:
            connection.close()
