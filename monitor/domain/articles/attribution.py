"""Whom an article took its text from, where it says so: repeats are counted by origin, not by outlet."""

import re

from monitor.domain.words.text import CAPITALS

_NAME = rf"(?P<name>[{CAPITALS}][\w.&’'-]+(?: [{CAPITALS}][\w.&’'-]+){{0,3}})"
_KNOWN = (
    r"Itar-Tass|TASS|ТАСС|Interfax(?:-Kazakhstan)?|Интерфакс(?:-Казахстан)?|RIA Novosti|РИА Новости|Reuters|Рейтер"
    r"|Associated Press|AFP|Bloomberg|Xinhua|Синьхуа"
    r"|Kazinform|Казинформ|ҚазАқпарат|Tengrinews|Izvestia|Известия|Kommersant|Коммерсантъ?|RFE/RL|Азаттық|Азаттык"
)
_SAYS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?P<name>{_KNOWN})\b\s+(?:report|said|writes|wrote|сообщ|пиш|передаёт|передает|хабарла|жаз)",
        r"(?:according to|citing|reported by|quoted by|via|со ссылкой на|по данным|сообщает|передаёт|передает|пишет)\s+"
        rf"[«“\"]?(?:the )?(?P<name>{_KNOWN})",
        rf"^[^.]{{0,60}}[(/](?P<name>{_KNOWN}|[{CAPITALS}][\w ’'-]{{2,30}})[)/]",
        rf"[(]{_NAME}[)]\s*$",
        r"(?:со ссылкой на|сообщает|пишет|передаёт|передает)\s+(?:\w+\s+)?«(?P<name>[^»]{2,40})»",
        rf"{_NAME} reports?\b(?! that| to)",
        rf"(?:со ссылкой на|пишет|передаёт|передает)\s+[«“\"]?{_NAME}",
    )
)


def origin_of(text: str, publisher: str) -> str | None:
    """Read whom a text credits in its first lines or its last; None where it credits nobody, or itself."""
    for part in (text[:700], text[-160:]):
        for pattern in _SAYS:
            found = pattern.search(part)
            if found and found["name"].casefold() != publisher.casefold():
                return found["name"].strip(" .,»”")
    return None
