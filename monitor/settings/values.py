"""The kinds of values that settings are made of, each with the words that say what is wrong with one."""

import re
from dataclasses import dataclass
from datetime import time, timedelta
from difflib import get_close_matches
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    WithJsonSchema,
)
from pydantic_core import core_schema

_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_DURATION = re.compile(r"(0|[1-9][0-9]{0,6})([smhd])")
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,199}")
_SECRET = frozenset({"authorization", "proxy-authorization", "cookie", "x-api-key"})
_OURS = frozenset({"host", "connection", "content-length", "transfer-encoding", "te", "upgrade", "range", "accept-encoding", "user-agent"})


class Section(BaseModel):
    """A part of a settings file: unknown keys are refused, and no value is bent into another kind."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, hide_input_in_errors=True)


def near(name: str, known: object) -> str:
    """Say which known name was probably meant, if any is near."""
    names = [str(one) for one in known] if isinstance(known, (list, tuple, set, frozenset, dict)) else []
    found = get_close_matches(name, names, n=1, cutoff=0.6)
    return f"; did you mean {found[0]}?" if found else ""


# ── durations and clock times ─────────────────────────────────────────────────


def read_duration(value: object) -> timedelta:
    """Read `30s`, `5m`, `1h` or `7d`; ValueError for anything else."""
    if isinstance(value, timedelta):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        raise ValueError(f"{value} has no unit; write {value}s, {value}m, {value}h or {value}d")
    found = _DURATION.fullmatch(value) if isinstance(value, str) else None
    if not found or int(found[1]) * {"s": 1, "m": 60, "h": 3600, "d": 86400}[found[2]] > 3650 * 86400:
        raise ValueError("is no duration; write a number and s, m, h or d, such as 30s, 5m, 1h or 7d")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def write_duration(value: timedelta) -> str:
    """Write a duration as the settings have it."""
    seconds = int(value.total_seconds())
    for letter, size in (("d", 86400), ("h", 3600), ("m", 60)):
        if seconds and seconds % size == 0:
            return f"{seconds // size}{letter}"
    return f"{seconds}s"


@dataclass(frozen=True, slots=True)
class Within:
    """Marks a duration with its bounds, and reads it from text."""

    low: timedelta
    high: timedelta
    endless: str | None = None  # the word for no end, read as None

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Tell pydantic how to read and write it."""
        writing = core_schema.plain_serializer_function_ser_schema(self._write)
        return core_schema.no_info_plain_validator_function(self._read, serialization=writing)

    def __get_pydantic_json_schema__(self, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Tell editors how it is written."""
        pattern = f"(?:{_DURATION.pattern}|{self.endless})" if self.endless else _DURATION.pattern
        return {"type": "string", "pattern": f"^{pattern}$"}

    def _write(self, value: timedelta | None) -> str | None:
        return self.endless if value is None else write_duration(value)

    def _read(self, value: object) -> timedelta | None:
        if self.endless and value in (self.endless, None):
            return None
        read = read_duration(value)
        if not self.low <= read <= self.high:
            raise ValueError(f"must be from {write_duration(self.low)} to {write_duration(self.high)}")
        return read


def _read_clock(value: object) -> time:
    found = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    if isinstance(value, time):
        return value
    if not found:
        raise ValueError("is no time of day; write hours and minutes, such as 07:00 or 22:30")
    return time(int(found[1]), int(found[2]))


_WEEK = ("sun", "mon", "tue", "wed", "thu", "fri", "sat", "sun")  # as cron numbers them


def _read_cron(value: object) -> str:
    """Read a cron schedule; its weekdays are written out, for APScheduler numbers them otherwise than cron does."""
    fields = value.split() if isinstance(value, str) else []
    if len(fields) != 5:
        raise ValueError("is no schedule; write minute, hour, day, month and weekday, such as 0 7 * * * or 0 15 * * fri")
    *others, weekdays = fields
    schedule = " ".join([*others, ",".join(_weekdays(part) for part in weekdays.lower().split(","))])
    from apscheduler.triggers.cron import CronTrigger  # here: most commands need no schedule

    try:
        CronTrigger.from_crontab(schedule)
    except ValueError as error:
        raise ValueError(f"is no schedule: {error}") from error
    return schedule


def _weekdays(part: str) -> str:
    found = re.fullmatch(r"([0-7]|[a-z]{3})(?:-([0-7]|[a-z]{3}))?", part)
    if not found:
        return part
    first, last = _weekday(found[1]), _weekday(found[2] or found[1])
    days = range(first, (7 if last == 0 < first else last) + 1)  # a range may end on Sunday
    return ",".join(_WEEK[day] for day in days) or part


def _weekday(name: str) -> int:
    if name.isdecimal():
        return int(name)
    if name not in _WEEK:
        raise ValueError(f"{name} is no weekday{near(name, _WEEK)}; write mon, tue, wed, thu, fri, sat or sun")
    return _WEEK.index(name)


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


Cron = Annotated[str, BeforeValidator(_read_cron), WithJsonSchema({"type": "string", "examples": ["0 7 * * *", "0 15 * * fri"]})]
Crons = Annotated[list[Cron], BeforeValidator(_as_list)]

Clock = Annotated[
    time,
    BeforeValidator(_read_clock),
    PlainSerializer(lambda moment: f"{moment:%H:%M}"),
    WithJsonSchema({"type": "string", "pattern": f"^{_CLOCK.pattern}$"}),
]


def _check_zone(value: object) -> ZoneInfo:
    if isinstance(value, ZoneInfo):
        return value
    if not isinstance(value, str):
        raise ValueError("is no time zone; write a name such as Asia/Almaty or UTC")
    known = available_timezones()
    if value not in known:
        hint = near(value, known) or "; write a name such as Asia/Almaty or UTC"
        raise ValueError(f"{value} is no time zone{hint}")
    return ZoneInfo(value)


Zone = Annotated[
    ZoneInfo, BeforeValidator(_check_zone), PlainSerializer(str), WithJsonSchema({"type": "string", "examples": ["Asia/Almaty", "UTC"]})
]

# ── addresses ─────────────────────────────────────────────────────────────────


def _read_network(value: object) -> IPv4Network | IPv6Network:
    if isinstance(value, (IPv4Network, IPv6Network)):
        return value
    if not isinstance(value, str):
        raise ValueError("is no address; write one such as 10.1.2.3, or a range such as 10.1.0.0/16")
    try:
        network = ip_network(value)
    except ValueError as error:
        raise ValueError(_why_no_network(value)) from error
    if network.prefixlen == 0:
        raise ValueError("allows every address there is; name only the addresses that the feeds need")
    return network


def _why_no_network(value: str) -> str:
    try:
        return f"{value} has bits set behind the prefix; write {ip_network(value, strict=False)}, or the address alone"
    except ValueError:
        return f"{value} is no address; write one such as 10.1.2.3, or a range such as 10.1.0.0/16"


Network = Annotated[
    IPv4Network | IPv6Network,
    BeforeValidator(_read_network),
    WithJsonSchema({"type": "string", "examples": ["127.0.0.1/32", "10.1.0.0/16"]}),
]


def _has_no_variable(value: str) -> str:
    if "${" in value:
        raise ValueError("variables such as ${NAME} are not put in; name an environment variable with url_env, or a file with url_file")
    return value


def _is_one_line(value: str) -> str:
    if any(not char.isprintable() for char in value):
        raise ValueError("holds a line break or another character that cannot be printed")
    return value


def check_web_address(value: str, schemes: tuple[str, ...] = ("http", "https")) -> str:
    """Let an address pass that can be asked and may be shown: no password in it."""
    if "${" in value:
        raise ValueError("variables such as ${NAME} are not put in; write the address out")
    if any(char.isspace() or not char.isprintable() for char in value):
        raise ValueError("holds a blank or a character that cannot be printed; write it percent-encoded, such as %20")
    try:
        parts = urlsplit(value)
        host, secret = parts.hostname, parts.username or parts.password
        _ = parts.port
    except ValueError as error:
        raise ValueError("is no address: its host or port cannot be read") from error
    if parts.scheme.lower() not in schemes or not host:
        raise ValueError(f"is no address; write one that begins with {' or '.join(f'{one}://' for one in schemes)} and a host")
    if secret is not None and secret != "":
        raise ValueError("holds a name or password; addresses are shown in logs and listings, so none may stand in them")
    return value


def _check_variable(value: str) -> str:
    if not _VARIABLE.fullmatch(value):
        raise ValueError("must be the name of an environment variable, such as DESK_URL, not the address itself")
    return value


def _check_file(value: str) -> str:
    if "://" in value:
        raise ValueError("must be the path of a file, not the address itself")
    return value


def _check_proxy(value: str) -> str:
    return value if value == "none" else check_web_address(value)


Line = Annotated[str, Field(min_length=1, max_length=500), AfterValidator(_is_one_line)]
WebAddress = Annotated[
    str,
    Field(min_length=1, max_length=4000),
    AfterValidator(check_web_address),
    WithJsonSchema({"type": "string", "pattern": "^https?://"}),
]
Proxy = Annotated[str, Field(max_length=2000), AfterValidator(_check_proxy)]
Variable = Annotated[str, AfterValidator(_check_variable), WithJsonSchema({"type": "string", "pattern": f"^{_VARIABLE.pattern}$"})]
SecretFile = Annotated[str, Field(min_length=1, max_length=500), AfterValidator(_is_one_line), AfterValidator(_check_file)]
SecretAddress = Annotated[str, Field(min_length=1, max_length=4000), AfterValidator(_is_one_line), AfterValidator(_has_no_variable)]
Name = Annotated[str, Field(max_length=80, pattern=r"^[A-Za-z0-9][A-Za-z0-9_.:-]*$")]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]


def _check_headers(headers: dict[str, str]) -> dict[str, str]:
    for name, value in headers.items():
        if not _HEADER_NAME.fullmatch(name):
            raise ValueError(f"{name} is no name of a header")
        if name.lower() in _OURS:
            raise ValueError(f"{name} is set by the monitor itself" + ("; use user_agent" if name.lower() == "user-agent" else ""))
        if name.lower() in _SECRET:
            raise ValueError(f"{name} is a secret; the headers of feeds are stored and exported, so none may stand in them")
        if not value.isprintable():
            raise ValueError(f"{name} holds a line break or another character that cannot be printed")
    return headers


Headers = Annotated[dict[str, str], AfterValidator(_check_headers)]
