"""A newsroom in a test: articles are published in real feeds, flow through the whole river with the shipped topic, and mails arrive."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape
from pathlib import Path

import yaml

from monitor.settings import load
from monitor.settings.write import init
from monitor.wiring import Monitor, build
from tests.local_mail import LocalMail
from tests.local_web import LocalWeb

# Outlets with their language and how far they are trusted.
OUTLETS = {"interfax": ("ru", "agency"), "steppe": ("en", "agency"), "dala": ("kk", "official"), "gossip": ("en", "unlisted")}


@dataclass
class Newsroom:
    """Publishes, lets time pass, and hands out the mails of each reader."""

    monitor: Monitor
    web: LocalWeb
    mail: LocalMail
    clock: list[datetime]
    published: dict[str, list[str]] = field(default_factory=dict)

    @property
    def now(self) -> datetime:
        return self.clock[0]

    def publish(self, outlet: str, title: str, text: str) -> None:
        """Put an article on top of a feed."""
        entries = self.published.setdefault(outlet, [])
        link = f"https://{outlet}.example/{len(entries) + 1}"
        entries.insert(
            0,
            f"<item><guid>{link}</guid><link>{link}</link><title>{escape(title)}</title><pubDate>{format_datetime(self.now)}</pubDate>"
            f"<description>{escape(text[:200])}</description>"
            f"<content:encoded>{escape(''.join(f'<p>{escape(part)}</p>' for part in text.split('/')))}</content:encoded></item>",
        )
        self._serve(outlet)

    def _serve(self, outlet: str) -> None:
        listed = "".join(self.published.get(outlet, []))
        head = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        body = f"{head}<title>{outlet}</title><link>https://{outlet}.example/</link>{listed}</channel></rss>"
        self.web.serve(f"/{outlet}.xml", body, content_type="application/rss+xml")

    def at(self, moment: datetime) -> None:
        """Let the clock come to a moment, and everything flow that is due then."""
        self.clock[0] = moment
        self.monitor.river()
        self.monitor.watch()
        self.monitor.look_after()
        while self.monitor.deliver():
            pass

    def later(self, **time: float) -> None:
        """Let some time pass."""
        self.at(self.now + timedelta(**time))

    def mails(self, reader: str) -> list[EmailMessage]:
        """What a reader was sent so far, the oldest first."""
        return [mail for mail in self.mail.mails if mail["To"].endswith(f"{reader}@desk.example")]

    def subjects(self, reader: str) -> list[str]:
        """The subjects of a reader's mails."""
        return [str(mail["Subject"]) for mail in self.mails(reader)]


@contextmanager
def newsroom(folder: Path, start: datetime, channels: str) -> Iterator[Newsroom]:
    """Open a newsroom whose channels.yaml is as given: `mail: NAME` in it stands for a mail channel of a reader of this name."""
    with LocalWeb() as web, LocalMail() as mail:
        config = folder / "config"
        init(config)
        feeds = [
            {"url": f"{web.url}/{name}.xml", "name": name, "publisher": name.title(), "every": "1m", "text": "full", "language": language}
            | {"trust": trust}
            for name, (language, trust) in OUTLETS.items()
        ]
        _write(config / "feeds.yaml", {"feeds": feeds})
        _write(config / "monitor.yaml", {"network": {"allow_addresses": ["127.0.0.1/32"]}, "pace": {"gap": "0s"}, "zone": "Asia/Almaty"})
        said = yaml.safe_load(channels)
        for entry in said["channels"].values():
            entry["url"] = mail.url(f"{entry.pop('mail')}@desk.example")
        _write(config / "channels.yaml", said)
        clock = [start]
        with build(load(config, folder / "data", {}), lambda: clock[0]) as monitor:
            monitor.start()
            room = Newsroom(monitor, web, mail, clock)
            for outlet in OUTLETS:
                room.publish(outlet, "Weather", "It rains in Astana, and nobody minds.")
            room.later(minutes=1)
            yield room


def _write(path: Path, content: object) -> None:
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")


def text_of(mail: EmailMessage) -> str:
    """The plain text of a mail."""
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content())
