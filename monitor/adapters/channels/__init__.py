"""Channels: one Apprise target behind each name; what it answered comes back as a verdict.

Apprise is told to follow no redirect (a web-hook that redirects took nothing), to wait long enough for a slow target, to split what is too
long, and to try once: trying again is the outbox's work, which a crash does not lose. A channel is one recipient, so that one who refuses
costs no other a copy.
"""

import json
import logging
import re
import smtplib
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from email.header import Header
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import formataddr, formatdate
from hashlib import sha256
from typing import Any, TextIO
from urllib.parse import parse_qsl, unquote, urlsplit

import apprise
from apprise.plugins import url_to_dict
from apprise.plugins.email.base import NotifyEmail
from apprise.plugins.email.smtp import AppriseSMTPController

from monitor.adapters.channels.heard import listen_to_mail, listening
from monitor.domain.alerts.channel import TERMINAL
from monitor.domain.alerts.delivery import Verdict
from monitor.domain.alerts.message import Message, web_address
from monitor.domain.alerts.rendering.chat import DIALECTS, PLAIN, Dialect, pieces, without_calls
from monitor.domain.words.text import clean_line

CONNECT_SECONDS = 10.0
READ_SECONDS = 30.0
MAIL_SECONDS = 45.0  # a mail server may take its time after the final dot; giving up sooner makes a copy
PATIENCE = timedelta(seconds=60)  # for everything together
GREYLISTED = timedelta(minutes=5)  # servers that say "later" to strangers mean at least this

FINAL_HTTP = frozenset({400, 405, 406, 410, 411, 413, 414, 415, 422})
LIKELY_HTTP = frozenset({401, 402, 403, 404, 407})
LIKELY_SMTP = frozenset({530, 534, 535, 538})  # the account, not the message

_OUT_OF_PLACE = "; use the Apprise form of your service, as https://appriseit.com/services/ shows it"
_LOST = re.compile(r"timed? ?out|aborted|reset by peer|RemoteDisconnected|unexpectedly closed|IncompleteRead", re.IGNORECASE)
_NOT_BEGUN = re.compile(r"refused|NameResolution|getaddrinfo|Name or service|connect timeout|ConnectTimeout", re.IGNORECASE)
_RETRY_AFTER = re.compile(r'"retry_after(?:_ms)?"\s*:\s*(\d+(?:\.\d+)?)')


class Channels:
    """The targets of all channels, by name; beside them the terminal."""

    def __init__(
        self, urls: Mapping[str, str], instance: str = "monitor.local", stream: TextIO | None = None, patience: timedelta = PATIENCE
    ) -> None:
        self._urls = dict(urls)
        self._patience = patience
        self._instance = instance
        self._stream = stream
        self._asset = apprise.AppriseAsset(app_id="monitor", app_desc="news monitor", app_url="", async_mode=False, http_redirects=False)
        _keep_logs_inside()
        self._targets = {name: _target(url, self._asset) for name, url in self._urls.items()}
        self._taken: dict[tuple[str, str], int] = {}  # channel and key of a message in several pieces → how many were accepted

    def check(self) -> list[str]:
        """Name every channel that cannot work as it is set, with the remedy."""
        return [f"channel {name}: {mistake}" for name, target in self._targets.items() for mistake in _mistakes(target)]

    def send(self, channel: str, message: Message) -> Verdict:
        """Send one message to one channel, and say what its target answered; raises nothing for a target that fails."""
        if channel == TERMINAL and channel not in self._urls:
            return self._print(message)
        target = self._targets.get(channel)
        if target is None:
            reason = "its address cannot be used" if channel in self._urls else "no channel has this name"
            return Verdict(False, f"{channel}: {reason}: see channels.yaml and monitor doctor", refusal="likely")
        _keep_logs_inside()
        post = Post(self._dressed(channel, target, message), _secrets(self._urls[channel]), self._patience)
        if _is_whole(target):
            return post.send(message.subject, message.text)
        return self._send_pieces(channel, message, post)

    def _send_pieces(self, channel: str, message: Message, post: "Post") -> Verdict:
        """Send a chat message piece by piece; what was accepted of one that failed midway is not sent again."""
        dialect = _dialect_of(post.target)
        done = self._taken.pop((channel, message.key), 0)
        verdict = Verdict(True, "accepted")
        for number, piece in enumerate(pieces(message, dialect)[done:], start=done):
            verdict = post.send(without_calls(message.subject) if dialect.titled else "", piece, MARKUP.get(dialect.name, "text"))
            if not verdict.accepted:
                if number:
                    self._taken[channel, message.key] = number
                return verdict
        return verdict

    def _dressed(self, channel: str, target: Any, message: Message) -> Any:
        """Give a target what is particular to one message: a letter, or data and a key for a web-hook."""
        if isinstance(target, NotifyEmail):
            return Letter(letter(target, message, self._instance), **_parsed(self._urls[channel], self._asset))
        if not hasattr(target, "headers") or not hasattr(target, "payload_extras"):
            if _service_of(target) == "ntfy" and "click=" not in self._urls[channel]:
                target.click = next((one.url for block in message.blocks for one in block.lines if one.style == "button"), None)
            return target  # kept as it is: it knows when it last sent, and does not hurry its service
        hook = _target(self._urls[channel], self._asset)
        hook.headers = {"Idempotency-Key": message.key, "X-Monitor-Alert": message.key, **hook.headers}
        if hook.schema.startswith("json"):
            hook.payload_extras = {**message.data, **hook.payload_extras}
        return hook

    def _print(self, message: Message) -> Verdict:
        try:
            print(f"\n{message.subject}\n\n{message.text}\n", file=self._stream or sys.stdout, flush=True)
        except (OSError, ValueError) as error:  # a closed pipe, a closed stream
            return Verdict(False, f"the terminal takes no text: {error}")
        return Verdict(True, "printed")


class Letter(NotifyEmail):
    """A mail of our own making: our plain text beside the HTML, and a Message-ID that every attempt shares."""

    def __init__(self, mail: EmailMessage, **settings: Any) -> None:
        super().__init__(**settings)  # type: ignore[no-untyped-call]  # apprise's, like all its mail class
        self._mail = mail
        _tame(self)

    def send(self, *_: Any, **__: Any) -> bool:
        """Hand the mail to the server; apprise calls this."""
        own: Any = self
        try:
            with AppriseSMTPController(
                host=own.smtp_host,
                port=own.port,
                secure_mode=own.secure_mode,
                user=own.user,
                password=own.password,
                verify_certificate=own.verify_certificate,
                socket_connect_timeout=own.socket_connect_timeout,
            ) as server:
                listen_to_mail(server)
                return server.sendmail(own.from_addr[1], [own.targets[0][1]], self._mail.as_bytes().decode("ascii"))
        except (OSError, smtplib.SMTPException) as error:
            self.logger.warning("Connection to the mail server %s failed: %s", own.smtp_host, error)
            return False


_IN_ONE_LINE = frozenset({"Message-ID", "In-Reply-To", "References", "List-Id", "List-Unsubscribe"})
LONGEST_LINE = 998  # bytes of a mail's line


class _Folding(EmailPolicy):
    """Mail as it travels, with our own folding of subjects: Python's loses a space before an encoded word or adds one to a long line.

    Ids and addresses stay in the line of their name: not every mail program finds them in the next one.
    """

    def fold_binary(self, name: str, value: str) -> bytes:
        """Write one header."""
        whole = f"{name}: {value}"
        if name in _IN_ONE_LINE and value.isascii() and value.isprintable() and len(whole) <= LONGEST_LINE:
            return f"{whole}{self.linesep}".encode("ascii")
        if name != "Subject":
            return super().fold_binary(name, value)
        whole = Header(str(value), "us-ascii" if str(value).isascii() else "utf-8", header_name=name).encode(linesep=self.linesep)
        return f"{name}: {whole}{self.linesep}".encode("ascii")


def letter(target: Any, message: Message, instance: str) -> EmailMessage:
    """Write a message as a mail; mails of one storyline hang on one thread."""
    mail = EmailMessage(policy=_Folding(linesep="\r\n"))
    mail["Subject"] = message.subject
    mail["From"] = formataddr((target.from_addr[0] or "monitor", target.from_addr[1]))
    mail["To"] = formataddr((target.targets[0][0] or "", target.targets[0][1]))
    mail["Date"] = formatdate()
    mail["Message-ID"] = f"<{message.key}@{instance}>"
    if above := _above(message, instance):
        mail["In-Reply-To"], mail["References"] = above[-1], " ".join(above)
    mail["List-Id"] = f"monitor <alerts.{instance}>"
    if unsubscribe := web_address(message.unsubscribe):
        mail["List-Unsubscribe"] = f"<{unsubscribe}>"
        if unsubscribe.startswith("https://"):
            mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058: the mail program may post there by itself
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    mail["X-Monitor-Alert"] = message.key
    for address in sorted(target.reply_to)[:1]:
        mail["Reply-To"] = address
    for name, value in target.headers.items():
        if name not in mail:
            mail[clean_line(name, 80)] = clean_line(value, 500)
    mail.set_content(message.text, cte="base64")
    if message.html:
        mail.add_alternative(message.html, subtype="html", cte="base64")
    if message.calendar:
        days, named = message.calendar.encode(), {"charset": "utf-8", "method": "PUBLISH"}
        mail.add_attachment(days, "text", "calendar", filename="days.ics", cte="base64", params=named)
    return mail


def _above(message: Message, instance: str) -> list[str]:
    """Name the mails that one hangs on: the thread of its storyline, and the alert that it corrects or adds to."""
    thread = [thread_id(message.thread, instance)] if message.thread else []
    return [*thread, *([f"<{message.parent}@{instance}>"] if message.parent else [])]


def thread_id(storyline: str, instance: str) -> str:
    """Name the thread of a storyline; a slug that cannot stand in a mail header is hashed."""
    plain = re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.-]{0,100}", storyline)
    return f"<{storyline if plain else sha256(storyline.encode()).hexdigest()[:32]}@{instance}>"


# ── targets ───────────────────────────────────────────────────────────────────


def _keep_logs_inside() -> None:
    # Apprise tells what a target answered only in its log, and there with secrets: all of it is captured, none of it goes on.
    logger = logging.getLogger("apprise")
    logger.setLevel(logging.DEBUG)
    logger.propagate = False
    logging.getLogger("urllib3").setLevel(logging.ERROR)  # it tells the path of every request, which may be a token


def _parsed(url: str, asset: apprise.AppriseAsset) -> dict[str, Any]:
    parsed: dict[str, Any] | None = url_to_dict(url)  # type: ignore[no-untyped-call]  # apprise's
    return {**(parsed or {}), "asset": asset, "tag": set()}


def _target(url: str, asset: apprise.AppriseAsset) -> Any:
    """Make the target behind an Apprise URL; None where Apprise cannot use it."""
    target = apprise.Apprise.instantiate(url, asset=asset)
    if target is None:
        return None
    formats = target.notify_format
    if (
        not _has_own_markup(target)
        and not isinstance(target, NotifyEmail)
        and "text" in (formats if isinstance(formats, tuple) else (formats,))
    ):
        # Text from outside must never be read as mark-up.
        target = apprise.Apprise.instantiate({**_parsed(url, asset), "format": "text"}, asset=asset)
    _tame(target)
    return target


# What each service's own mark-up is to Apprise; None: it is sent as it is.
MARKUP: Mapping[str, str | None] = {"telegram": "html", "matrix": "html", "slack": None, "discord": None, "mattermost": None}
_SERVICES = {"tgram": "telegram", "matrix": "matrix", "slack": "slack", "discord": "discord", "mmost": "mattermost", "ntfy": "ntfy"}


def _is_whole(target: Any) -> bool:
    """Whether a target takes a message as it is: a mail, and a web-hook for programs."""
    return isinstance(target, NotifyEmail) or hasattr(target, "payload_extras")


def _has_own_markup(target: Any) -> bool:
    """Whether we write a service's own mark-up; not where the address asks for another format than the usual one."""
    return _service_of(target) in MARKUP and target._format_override is None


def _service_of(target: Any) -> str:
    return _SERVICES.get(str(target.secure_protocol).rstrip("s"), "")


def _dialect_of(target: Any) -> Dialect:
    """Choose the mark-up that a service reads; a stranger gets plain text within its own limit."""
    name = _service_of(target)
    if name in DIALECTS and (name not in MARKUP or _has_own_markup(target)):
        return DIALECTS[name]
    return replace(PLAIN, limit=max(min(PLAIN.limit, target.body_maxlen), 200))


def _tame(target: Any) -> None:
    target.redirects = False
    target.retry = 0
    for picture in ("include_image", "avatar"):  # a message loads nothing from elsewhere
        if hasattr(target, picture):
            setattr(target, picture, False)
    if _service_of(target) == "slack":
        target.use_blocks = True  # the form of message in which Slack reads mark-up
    target.optional = False  # an optional target counts as accepted when it was not
    target.overflow_mode = apprise.OverflowMode.SPLIT
    target.socket_read_timeout = max(READ_SECONDS, target.socket_read_timeout)
    target.socket_connect_timeout = max(MAIL_SECONDS if isinstance(target, NotifyEmail) else CONNECT_SECONDS, target.socket_connect_timeout)


def _mistakes(target: Any) -> Iterator[str]:
    if target is None:
        yield f"its url is not one that Apprise can use{_OUT_OF_PLACE}"
        return
    mail = isinstance(target, NotifyEmail)
    recipients = len(target) + (len(target.cc) + len(target.bcc) if mail else 0)
    if recipients > 1:
        yield f"its url has {recipients} recipients, and one who refuses would make copies for the others: give each a channel of its own"
    if mail and target.pgp_mode != "no":
        yield "pgp= is not supported: take it out of the url"


def _secrets(url: str) -> list[str]:
    """List every part of a URL that may be a secret, the longest first: chat services have their tokens anywhere in it."""
    parts = urlsplit(url)
    ours = parts.scheme.lower().rstrip("s") in ("json", "xml", "form", "mailto")  # these have a user and a host, no tokens
    named = ("pass", "password", "token", "key", "secret", "apikey")
    found = {value for name, value in parse_qsl(parts.query) if name[:1] in "+:-" or name.lower() in named or len(value) >= 12}
    found |= {piece for piece in parts.path.split("/") if len(piece) >= 6 and "@" not in piece}
    found |= {parts.netloc.rpartition("@")[0].partition(":")[2]}
    found |= set() if ours else {piece for piece in re.split(r"[:@]", parts.netloc) if "." not in piece}
    whole = {form for secret in found for form in (secret, unquote(secret)) if len(form) >= 4}
    return sorted(whole, key=len, reverse=True)


# ── verdicts ──────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Post:
    """A target about to be written to, what of its address nobody may see, and how long it may take."""

    target: Any
    secrets: list[str]
    patience: timedelta

    def send(self, title: str, body: str, markup: str | None = "text") -> Verdict:
        """Hand a text to Apprise with exactly one target."""
        one = apprise.Apprise(asset=self.target.asset)
        if not one.add(self.target):
            return Verdict(False, "Apprise does not take this target", refusal="likely")
        seconds = self.patience.total_seconds()
        with listening() as heard:
            result = one.notify(body=body, title=title, body_format=markup, timeout=seconds, log_level=logging.DEBUG)
        timed_out = result.status == apprise.AppriseResultStatus.TIMEOUT
        said = list(_answers(result))
        if result:  # never `is True`: it is an object
            answer = heard[-1].said if heard else said[-1] if said else "accepted"
            return Verdict(True, _masked(clean_line(answer, 400), self.secrets))
        told = [heard[-1].said] if heard and heard[-1].status >= 300 else [_SMTP.sub(_as_mail_has_it, one) for one in said]
        text = "; ".join(dict.fromkeys(told)) or ("no answer in time" if timed_out else "refused without a reason")
        verdict = _refused(_masked(text, self.secrets), "; ".join(said), mail=isinstance(self.target, NotifyEmail), timed_out=timed_out)
        waits = [one.wait for one in heard if one.wait] + [wait for wait in (verdict.retry_after,) if wait]
        return replace(verdict, retry_after=max(waits, default=None))


_SMTP = re.compile(r"(?:\{'[^']*': )?\((\d{3}), (b(['\"]).*?\3)\)\}?")  # as Python shows what a mail server said


def _as_mail_has_it(found: re.Match[str]) -> str:
    return f"{found[1]} {_decoded(found[2])}"


def _answers(result: apprise.AppriseResult) -> Iterator[str]:
    """Pick from Apprise's log what the target said and what became of the connection."""
    for entry in result.logs():
        detail = re.match(r"(?:Response Details|Socket Exception):\s*(.*)", entry.message, re.DOTALL)
        if detail and detail[1].strip() not in ("", "b''"):
            yield clean_line(_decoded(detail[1]), 400)
        elif entry.level in ("INFO", "WARNING", "ERROR", "CRITICAL"):
            yield clean_line(entry.message, 300)


def _decoded(text: str) -> str:
    """Read the bytes literal that Apprise logs as the text it was."""
    literal = re.fullmatch(r"b(['\"])(.*)\1", text.strip(), re.DOTALL)
    if not literal:
        return text
    return literal[2].encode("latin-1", "replace").decode("unicode_escape").encode("latin-1", "replace").decode("utf-8", "replace")


def _refused(text: str, said: str, *, mail: bool, timed_out: bool) -> Verdict:
    """Judge a refusal: for ever, probably a mistake in the settings, or only for now?"""
    lost = timed_out or bool(_LOST.search(said) and not _NOT_BEGUN.search(said))
    if mail:
        code = _code(r"\b([45]\d\d)\b,? b?['\"]|: ([45]\d\d) ", said)
        final = 500 <= code < 600 and code not in LIKELY_SMTP
        later = GREYLISTED if 400 <= code < 500 else None
        return Verdict(False, text, "final" if final else "likely" if code in LIKELY_SMTP else "none", lost and not code, later)
    code = _code(r"\berror=(\d{3})\b", said)
    refusal = "final" if code in FINAL_HTTP else "likely" if code in LIKELY_HTTP or 300 <= code < 400 else "none"
    return Verdict(False, text, refusal, lost or code >= 500, _retry_after(said))  # type: ignore[arg-type]  # one of the three words


def _code(pattern: str, said: str) -> int:
    found = re.search(pattern, said)
    return int(next(group for group in found.groups() if group)) if found else 0


def _retry_after(said: str) -> timedelta | None:
    found = _RETRY_AFTER.search(said)
    if not found:
        return None
    seconds = float(found[1]) / (1000 if "retry_after_ms" in found[0] else 1)
    return timedelta(seconds=min(seconds, 86_400))


def _masked(text: str, secrets: list[str]) -> str:
    for secret in secrets:
        text = text.replace(secret, "****").replace(json.dumps(secret)[1:-1], "****")
    return clean_line(text, 500)
