"""The words of messages that are ours, in the reader's language; what a source said is never translated."""

import re
from collections.abc import Mapping
from datetime import date, datetime, tzinfo

from monitor.domain.alerts.channel import Words as Language
from monitor.domain.alerts.wording.en import ENGLISH
from monitor.domain.alerts.wording.kk import KAZAKH
from monitor.domain.alerts.wording.ru import RUSSIAN
from monitor.domain.alerts.wording.words import Forms, Words

IN: Mapping[Language, Words] = {"en": ENGLISH, "ru": RUSSIAN, "kk": KAZAKH}


def counted(words: Words, number: int, forms: Forms) -> str:
    """Write a number with its noun: "1 outlet", "3 издания", "5 басылым"."""
    return f"{number} {forms[words.form_of(number)]}"


def day(words: Words, at: datetime | date, zone: tzinfo | None = None) -> str:
    """Write a day by the channel's clock: "26 Dec 2025", "26 дек. 2025", "2025 ж. 26 жел."."""
    local = at.astimezone(zone) if isinstance(at, datetime) else at
    return words.day.format(day=local.day, month=words.months[local.month - 1], year=local.year)


def short_day(words: Words, at: datetime | date, zone: tzinfo | None = None) -> str:
    """Write a day without its year, where the year is plain."""
    local = at.astimezone(zone) if isinstance(at, datetime) else at
    return words.short_day.format(day=local.day, month=words.months[local.month - 1])


def moment(words: Words, at: datetime, zone: tzinfo) -> str:
    """Write a moment by the channel's clock: "26 Dec 2025 15:10 MSK"."""
    local = at.astimezone(zone)
    name = local.tzname() or ""
    shown = re.sub(r"^([+-])0?", r"UTC\1", name)  # zones without a name of their own are called "+05"
    return words.moment.format(day=day(words, at, zone), clock=f"{local:%H:%M}", zone=shown).rstrip()


def clock(words: Words, at: datetime, zone: tzinfo) -> str:
    """Write a moment of these days, without year and zone: "26 Dec 15:10"."""
    return f"{short_day(words, at, zone)} {at.astimezone(zone):%H:%M}"


def reason(words: Words, said: str) -> str:
    """Say a reason of ours in the reader's language, each part of it in its turn; what is unknown there stays as it is."""
    for pattern, here in words.reasons:
        if found := re.fullmatch(pattern, said):
            named = found.groupdict()
            ideas = ", ".join(words.ideas.get(one, one) for one in named.get("ideas", "").split(", "))
            return here.format(said, *(reason(words, part) for part in found.groups()), ideas=ideas)
    return said


def held_kind(held: str) -> str:
    """Name the kind of a reason for which a match was held back, so that many can be counted as one."""
    return next((kind for start, kind in _HELD if held.startswith(start)), "other")


_HELD = (
    ("repeat", "repeat"),
    ("nothing new beside", "repeat"),
    ("copy", "copy"),
    ("the text was here before", "copy"),
    ("background", "background"),
    ("no new fact", "background"),
    ("off topic", "off topic"),
    ("not on the topic", "off topic"),
    ("not worth a message", "small"),
    ("baseline", "baseline"),
    ("seed", "seed"),
    ("its development has alerted already", "alerted"),
    ("could not be judged", "unjudged"),
)
