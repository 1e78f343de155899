"""Days as a person types them into the search: 2026-11-28, 28.11.2026, 2026-11, 2026, 30d, yesterday."""

import re
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_YEAR = re.compile(r"\d{4}")
_AGO = re.compile(r"(\d{1,4})([dwmyднмгкжа])", re.IGNORECASE)
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365, "д": 1, "н": 7, "м": 30, "г": 365, "к": 1, "а": 30, "ж": 365}
_NAMED = {
    "today": 0, "yesterday": 1, "сегодня": 0, "вчера": 1, "бүгін": 0, "кеше": 1,
}  # fmt: skip


def span_of(typed: str, today: date) -> tuple[date, date] | None:
    """Say on which day a typed date begins, and which is the first day behind it; None where it is no date."""
    low = typed.casefold()
    if low in _NAMED:
        return _from(today - timedelta(_NAMED[low]), 1)
    try:
        if ago := _AGO.fullmatch(low):
            return _from(today - timedelta(int(ago[1]) * _DAYS[ago[2]]), 1)
        if day := _DAY.fullmatch(low):
            return _from(date(int(day[1]), int(day[2]), int(day[3])), 1)
        if day := _DOTTED.fullmatch(low):
            return _from(date(int(day[3]), int(day[2]), int(day[1])), 1)
        if month := _MONTH.fullmatch(low):
            first = date(int(month[1]), int(month[2]), 1)
            return first, (first + timedelta(31)).replace(day=1)
        if _YEAR.fullmatch(low):
            return date(int(low), 1, 1), date(int(low) + 1, 1, 1)
    except (ValueError, OverflowError):
        return None
    return None


def _from(first: date, days: int) -> tuple[date, date]:
    return first, first + timedelta(days)
