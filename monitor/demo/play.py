"""Play the recorded week: real feeds on loopback, the real pipeline, real mails; only the clock is ours."""

import logging
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from time import monotonic
from typing import Any

from monitor import log
from monitor.demo.receivers import Hook, Mailbox, text_of
from monitor.demo.server import Web
from monitor.demo.setup import Ports, make_folder, write_settings
from monitor.demo.week import END, START, outlets, pieces
from monitor.domain.words.text import clean
from monitor.settings import load
from monitor.store import listing
from monitor.store.database import reading
from monitor.wiring import Monitor, build, sole

STEP = timedelta(hours=1)  # how far the clock goes at a time, over hours in which something was published

# Blocks of a mail that its reader wants at hand, and the demo's reader does not.
SMALL_PRINT = ("WHY YOU GET THIS", "LINKS", "#")

Say = Callable[[str], None]


@dataclass(slots=True)
class Clock:
    """The demo's time."""

    moment: datetime = START

    def __call__(self) -> datetime:
        """Tell it."""
        return self.moment


@dataclass(frozen=True, slots=True)
class Played:
    """What came of the week."""

    folder: Path
    mails: tuple[EmailMessage, ...]
    hooked: tuple[Mapping[str, Any], ...]
    totals: Mapping[str, int]
    held: Mapping[str, int]
    seconds: float


@dataclass(slots=True)
class Printer:
    """Says what the mail server has received since it was last asked."""

    say: Say
    mailbox: Mailbox
    told: int = 0
    day: str = ""
    subjects: list[str] = field(default_factory=list)

    def tell(self, now: datetime) -> None:
        """Print each new mail under its day."""
        for mail in self.mailbox.mails[self.told :]:
            day = f"{now:%A %-d %B %Y}"
            if day != self.day:
                self.say(f"\n──── {day} " + "─" * (66 - len(day)))
                self.day = day
            self._print(mail, now)
            self.told += 1

    def _print(self, mail: EmailMessage, now: datetime) -> None:
        subject = clean(str(mail["Subject"]), 300)
        self.subjects.append(subject)
        self.say(f"\n{now:%H:%M} UTC  MAIL  {subject}")
        for line in shown(text_of(mail)[:20_000]):
            self.say(f"           {line}".rstrip())


def shown(text: str) -> list[str]:
    """Choose the lines of a mail that the demo shows: an alert without its small print, of other messages the summary and the names."""
    blocks = [block.splitlines() for block in text.split("\n\n") if not block.startswith(SMALL_PRINT)]
    if any(block[0] == "WHO SAYS SO" for block in blocks):
        return [line for block in blocks for line in block if not line.strip().startswith("http")]
    counted = [line for block in blocks[1:] if block[0] == "BY STORYLINE" for line in block[1:]]
    return [*blocks[0], *counted, *(line for block in blocks[1:] for line in block if re.match(r"• |  \S", line))]


def play(folder: Path, say: Say) -> Played:
    """Play the week into a fresh folder, saying what arrives as it arrives."""
    began = monotonic()
    make_folder(folder)
    with Web() as web, Mailbox() as mailbox, Hook() as hook:
        config = write_settings(folder, web, Ports(mailbox.port, hook.port))
        settings = load(config, folder, {})
        clock = Clock()
        say(_introduction(folder))
        with logged_to(folder / "demo.log"), build(settings, clock) as monitor, sole(monitor):
            _play(monitor, web, clock, Printer(say, mailbox))
            with reading(monitor.db).begin() as tx:
                totals, held = listing.totals(tx), listing.held_counts(tx)
        played = Played(folder, tuple(mailbox.mails), tuple(hook.received), totals, held, monotonic() - began)
    say(_summary(played))
    return played


@contextmanager
def logged_to(path: Path) -> Iterator[None]:
    """Keep the log in a file for as long as the block runs: the terminal is for the alerts."""
    with path.open("w", encoding="utf-8") as stream:
        log.start("info", "text", stream)
        try:
            yield
        finally:
            logging.getLogger().handlers.clear()


def _play(monitor: Monitor, web: Web, clock: Clock, printer: Printer) -> None:
    monitor.start()
    for moment in moments():
        web.advance(moment)
        clock.moment = moment
        monitor.river()
        if monitor.digest():
            monitor.deliver()
        printer.tell(moment)


def moments() -> list[datetime]:
    """List when the week is looked at: at its start, after every hour in which something was published, and at its end."""
    hours = {START + STEP * -(-(piece.at - START) // STEP) for piece in pieces().values() if piece.at >= START}
    return sorted({START, END, *hours})


def _introduction(folder: Path) -> str:
    flavours = Counter(outlet.flavour for outlet in outlets().values())
    return (
        "A recorded week, 9 to 15 November 2026. Every outlet, person and event in it is INVENTED for this demo.\n"
        f"{len(outlets())} feeds ({', '.join(flavours)}) with {len(pieces())} entries\n"
        "are served on loopback and flow through the real pipeline; alerts go to a real mail server and a real web-hook there.\n"
        f"Data: {folder}"
    )


def _summary(played: Played) -> str:
    flags = f"--data {played.folder} --config {played.folder / 'config'}"
    held = "\n".join(f"  {count:4}  {reason}" for reason, count in played.held.items())
    counts = ", ".join(f"{count} {name}" for name, count in played.totals.items())
    return (
        f"\n{'═' * 72}\n"
        f"{len(played.mails)} mails and {len(played.hooked)} web-hook calls in {played.seconds:.0f} s; the archive holds {counts}.\n"
        f"\nheld back: {sum(played.held.values())}\n{held}\n"
        f"\nLook at it (log: {played.folder / 'demo.log'}):\n"
        f"  monitor {flags} web    # the page, on http://127.0.0.1:8787\n"
        f"  monitor {flags} alerts list\n"
        f"  monitor {flags} held\n"
        f"  monitor {flags} storylines show baiterek\n"
        f"  monitor {flags} archive search Бәйтерек\n"
        f"  monitor {flags} why {_first_alerted(played)}\n"
        "\nYour own: monitor init, then edit config/feeds.yaml and config/channels.yaml, then monitor run"
    )


def _first_alerted(played: Played) -> int:
    """Name the article of the week's first alert."""
    return next((int(call["article"]["id"]) for call in played.hooked if call.get("message_kind") == "alert"), 1)
