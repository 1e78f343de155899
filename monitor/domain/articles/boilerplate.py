"""Lines that stand around an article and are no part of it, by kind, in English, Russian and Kazakh.

A pattern must fit the whole line: an article may well speak of newsletters, donations and photographers.
"""

import re
from enum import StrEnum

from monitor.domain.words.text import CAPITALS


class Kind(StrEnum):
    """What a line is that is no part of the article's text."""

    TITLE = "title"
    DATE = "date"
    BYLINE = "byline"
    ADDRESS = "address"
    STANDFIRST = "sub-headline that the text repeats"
    SUMMARY = "summary that the text repeats"
    CAPTION = "caption or credit"
    NEWSLETTER = "newsletter"
    APPEAL = "appeal for money"
    NAVIGATION = "navigation"
    RELATED = "list of other articles"
    SYNDICATION = "syndication line"
    LEGAL = "legal line"
    PRINT = "printer's header or footer"


NAMES = rf"(?-i:[{CAPITALS}][\w.'’-]*(?: (?:of the |of |the |and |for )?[{CAPITALS}0-9][\w.'’-]*){{0,6}})"  # proper names only
_CREDITOR = (
    r"(?:Getty(?: Images)?|Reuters|AP(?: Photo)?|Associated Press|AFP|EPA(?:-EFE)?|TASS|ТАСС|РИА Новости|RIA Novosti|Sputnik|NASA|ESA|"
    r"Roscosmos|Роскосмос|Shutterstock|Bloomberg|Unsplash|Wikimedia(?: Commons)?|Flickr|Kazinform|Казинформ|Akorda|Акорда|Zuma Press)"
)
_NETWORKS = r"(?:facebook|twitter|x|telegram|whatsapp|viber|vk|вконтакте|одноклассники|linkedin|instagram|youtube|rss)"

_NEWSLETTER = (
    r"(?:sign up|signup|subscribe|register)\b.{0,60}\b(?:newsletters?|updates|digest|briefing|alerts|inbox|email|channel)\b.{0,60}",
    r"(?:get|receive)\b.{0,60}\b(?:in your (?:inbox|mailbox)|by e-?mail|newsletter)\b.{0,60}",
    r"subscribers? agrees? to .{0,80}",
    r"(?:enter )?your e-?mail(?: address)?\W*",
    r"subscribe(?: now| today)?\W*",
    r"(?:подпишитесь|подписывайтесь|подписаться)\b.{0,120}",
    r"(?:читайте|следите за)\b.{0,40}\b(?:telegram|телеграм\w*|instagram|whatsapp|вконтакте|одноклассниках|канале|соцсетях)\b.{0,30}",
    r".{0,80}\bжазылыңыз(?:дар)?\W*",
    r"ваш e-?mail\W*",
)
_APPEAL = (
    r"support (?:us|our \w+|independent journalism)(?: today| now)?[!.]?",
    rf"support {NAMES}!",
    rf"(?:a |an )?(?:urgent )?(?:message|note|letter) from (?:us|our \w+|the editors?|{NAMES})\s*:",
    r"dear (?:readers?|friends?|supporters?)\s*[,!:]?",
    rf"(?:поддержите|поддержать) (?:нас|нашу редакцию|редакцию|независимую журналистику|наш проект|{NAMES})(?: .{{1,30}})?!?",
    r"(?:дорогие|уважаемые) (?:читатели|друзья)\s*[,!:]?",
    r"(?:құрметті|қадірлі) (?:оқырман(?:дар)?|достар)\s*[,!:]?",
    rf"(?:бізді|{NAMES}(?:[- ]\w+)?) қолдаңыз(?:дар)?\s*[!.]?",
    r"(?:donate|donate now|make a donation|contribute|become a (?:member|supporter|patron))(?: today| now)?\W*",
    r"(?:once|one[- ]time|monthly|annual(?:ly)?|yearly|continue|other amount|pa[yi]\w{0,2}ment methods?)\W*",
    r"(?:remind me later|maybe later|not now|no,? thanks)\W*",
    r"not ready to (?:support|give|donate|contribute)\b.{0,30}",
    r"(?:разово|ежемесячно|ежегодно|продолжить|способы оплаты|другая сумма|напомнить позже|не сейчас|пожертвовать|задонатить)\W*",
    r"(?:бір рет|ай сайын|жыл сайын|жалғастыру|төлем тәсілдері|кейінірек еске салу)\W*",
    r"[$€£₽₸]\s?\d{1,5}|\d{1,5}\s?[$€£₽₸]",
)
_NAVIGATION = (
    r"(?:all|latest|more|breaking|top|main) (?:news|stories|headlines)\W*",
    r"(?:home|menu|search|news|world|politics|business|science|space|back|back to (?:top|news|home)|next|previous|print|e-?mail)\W*",
    r"(?:share|tweet|comments?|log ?in|sign in|skip to (?:main )?content|advertisement|ad|loading|close)\W*",
    r"(?:share|print|save|e-?mail) (?:this|article|story|on|via)\b.{0,40}",
    r"(?:read|show|load|see|learn|view|find out) more\W*",
    r"(?:continue reading|keep reading|listen to this article|text size)\b.{0,30}",
    r"\d+\s?(?:min(?:ute)?s?|мин(?:уты?|ут)?\.?)(?: read| на чтение| чтения| оқу)?\W*",
    r"\d[\d\s.,]*\s?(?:views?|comments?|shares?|просмотр\w*|комментари\w*|қаралым|пікір)\W*",
    r"(?:просмотров|просмотры|қаралды|қаралым|views)\s*:\s*[\d\s.,]+",
    r"(?:tags?|topics?|keywords?|filed under|теги?|темы?|метки|ключевые слова|тегтер|тэгтер|тақырыптар)\s*:.{0,300}",
    r"(?:главная|меню|поиск|новости|все новости|последние новости|лента новостей|назад|наверх|распечатать|печать)\W*",
    r"(?:войти|реклама|комментарии|комментировать|вернуться назад|поделиться(?: (?:в|на|с|новостью|ссылкой|статьей)\b.{0,30})?)\W*",
    r"(?:читать (?:далее|дальше|полностью)|подробнее|показать ещ[её]|загрузить ещ[её])\W*",
    r"(?:басты бет|мәзір|іздеу|жаңалықтар|барлық жаңалықтар|соңғы жаңалықтар|артқа|бөлісу|басып шығару)\W*",
    r"(?:жарнама|пікірлер|кіру|толығырақ|толық оқу)\W*",
    r"(?:[^.!?›»>→]{1,40}[›»>→]){2,}[^.!?]{0,80}",
    r"(?:home|news|главная|новости|басты бет|жаңалықтар)\s?[/|](?:[^.!?/|]{1,40}[/|])*[^.!?/|]{0,80}",
    rf"{_NETWORKS}(?:[\s,|/•·]+{_NETWORKS})*\W*",
    r"(?:about the )?authors?\W*|об авторе\W*|автор туралы\W*",
    rf"{NAMES} is an? (?:[\w-]+ ){{0,4}}(?:reporter|journalist|correspondent|editor|writer|contributor|columnist)\b.{{0,250}}",
    r"if you (?:have )?(?:found|spotted|noticed|see) (?:an? |a spelling )?(?:error|mistake|typo)\b.{0,160}",
    r"(?:если вы )?(?:нашли|заметили|обнаружили) (?:ошибку|опечатку)\b.{0,160}",
    r"қате (?:тапсаңыз|байқасаңыз|таптыңыз ба)\b.{0,160}",
)
_RELATED = tuple(
    rf"(?:{words})\s*(?::.{{0,200}}|\W*)"
    for words in (
        r"read also|also read|see also|read more|read next|recommended|more on this(?: story)?|don'?t miss|up next",
        r"related(?: (?:stories|articles|news|topics|posts|content|coverage))?|more from [^:]{1,50}",
        r"most (?:read|popular|viewed)|you (?:may|might) also like",
        r"читайте (?:также|ещ[её])|читать также|по теме|материалы по теме|смотрите также|ещ[её] по теме|другие новости",
        r"похожие (?:новости|материалы|статьи)|самое (?:читаемое|популярное|важное)|рекомендуем|популярное|важное",
        r"(?:тағы|сондай-ақ) оқыңыз(?:дар)?|оқи отырыңыз(?:дар)?|ұқсас (?:жаңалықтар|материалдар)|тақырып бойынша|(?:ең )?көп оқылған\w*",
    )
)
_OUTLET = rf"(?:https?://|www\.)\S+|{NAMES}|[«\"“][^«»\"“”]{{2,60}}[»\"”]"
_SYNDICATION = (
    r"read the (?:original|full) (?:article|story|post|version|report)\b.{0,80}",
    r"this (?:article|story|post|report|piece|text)\b.{0,40}\b(?:originally|first)\b.{0,20}\b(?:appeared|published|posted)\b.{0,120}",
    r"(?:originally|first) (?:published|appeared|posted) (?:on|in|by|at)\b.{0,80}",
    r"(?:(?:the|this) )?(?:article|story|text) (?:is |was )?(?:re)?(?:published|printed) (?:with permission|courtesy)\b.{0,100}",
    rf"(?:первоисточник|источник|оригинал(?: статьи| материала)?|полный текст)\s*[:—–-]\s*(?:{_OUTLET})\.?",
    r"(?:этот |эта )?(?:материал|статья) (?:был\w? )?(?:впервые|первоначально) опубликован\w*.{0,100}",
    r"оригинал(?: статьи| материала)? (?:был )?опубликован.{0,100}",
    rf"(?:дереккөз(?:і)?|түпнұсқа(?:сы)?|ақпарат көзі)\s*[:—–-]\s*(?:{_OUTLET})\.?",
    rf"(?:source|via)\s*:\s*(?:{_OUTLET})\.?",
)
_LEGAL = (
    r"(?:copyright (?:©|\(c\)|\d{4}|by )|©|\(c\)\s).{0,200}",
    r".{0,60}\b(?:all rights reserved|все права защищены|барлық құқықтар(?:ы)? қорғалған)\b.{0,160}",
    r"(?:при (?:использовании|перепечатке|копировании)|перепечатка|копирование|использование) .{0,60}(?:материал|ссылк|разрешен).{0,200}",
    r"(?:материалды|сайт материалдарын)\b.{0,60}\b(?:пайдалан|көшіріп)\w*.{0,200}",
    r"(?:this (?:site|website) uses|we use|мы используем|сайт использует) .{0,40}(?:cookies?|куки)\b.{0,200}",
    r"(?:privacy policy|terms of (?:use|service)|cookie policy|политика конфиденциальности|пользовательское соглашение)\W*",
    r"құпиялылық саясаты\W*",
    r".{0,80}\b(?:редакция не несет ответственности|мнение (?:редакции|автора) может не совпадать)\b.{0,160}",
)
_CAPTION = (
    r"(?:photo|picture|image|illustration|credit|photograph|file photo)s?(?: by| from| courtesy(?: of)?)?\s*[:/|©].{0,200}",
    r"(?:фото|фотография|фотограф|иллюстрация|скриншот|кадр|сурет|фотосурет)(?:\s?с сайта|\s?из архива)?\s*[:/|©].{0,200}",
    r"(?:photo|image) (?:by|courtesy of|from) .{1,80}",
    r"(?:иллюстративное|архивное) фото\b.{0,80}",
    rf".{{0,300}}\S\s?(?:/|\bvia)\s?{_CREDITOR}[)\]]?",  # … Bettmann/Getty Images
    rf".{{0,300}}[\s(\[/|](?:©|photo\s?[:/]|фото\s?[:/]?|сурет\s?[:/]?)\s?{_CREDITOR}[)\]]?",  # … © Roscosmos
    rf".{{0,300}}[.!?][(\[]?{_CREDITOR}(?:[/ ][\w. '’-]{{1,40}})?[)\]]?",  # … on the pad.Reuters
    rf".{{0,300}}[(\[](?:{_CREDITOR}|[\w.'’ -]{{1,40}})\s?(?:/|photo\b|images?\b).{{0,40}}[)\]]",  # … (AP Photo/A. Name)
    r".{0,300}[.!?\"”»]\s?(?:фото|сурет|photo)\s?:.{0,80}",
)
_PRINT = (
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d\d(?:\s?[AP]M)?\s+\S.{0,300}",  # what a browser prints above a page
    r"https?://\S+\s+\d{1,3}/\d{1,3}",  # and below it
    r"(?:from|to|cc|sent|subject|reply-to|от|кому|копия|тема|отправлено|кімнен|кімге)\s*:\s.{1,200}",  # the head of a mail
    r"[-—_\s>]*(?:original|forwarded|begin forwarded|пересланное|исходное) (?:message|сообщение)[-—_\s:]*",
    r"(?:page|стр\.?|страница|бет)\s?\d{1,3}(?: (?:of|из|/) ?\d{1,3})?",
    r"\d{1,3}/\d{1,3}",
)

# The order decides where two kinds fit one line.
_TABLE = (
    (Kind.PRINT, _PRINT),
    (Kind.SYNDICATION, _SYNDICATION),
    (Kind.NEWSLETTER, _NEWSLETTER),
    (Kind.APPEAL, _APPEAL),
    (Kind.RELATED, _RELATED),
    (Kind.NAVIGATION, _NAVIGATION),
    (Kind.LEGAL, _LEGAL),
    (Kind.CAPTION, _CAPTION),
)
_COMPILED = tuple((kind, re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)) for kind, patterns in _TABLE)
LONGEST = 400  # characters; no line of boilerplate that a pattern knows is longer

# Whoever addresses the reader reports nothing: "we", "our", "you" outside quotation marks.
_READER = re.compile(
    r"\b(?:we|our|ours|us|you|your|мы|нас|нам|нами|наш\w{0,3}|вы|вас|вам|вами|ваш\w{0,3}|біз|бізді|бізге|біздің|сіз|сізді|сізге|сіздің\w*)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“«„][^\"”»“]{0,600}[\"”»“]|‘[^’]{0,600}’")
_MAIL = re.compile(r"newsletter|mailbox|inbox|e-?mail|subscri|рассылк|подпис|почт|жазыл|пошта", re.IGNORECASE)


def kind_of(line: str) -> Kind | None:
    """Say what kind of boilerplate a line is; None where it may be the article's."""
    if len(line) > LONGEST:
        return None
    return next((kind for kind, pattern in _COMPILED if pattern.fullmatch(line)), None)


def continues(kind: Kind | None, paragraph: str) -> bool:
    """Say whether a paragraph goes on with the newsletter form or appeal above it; what is quoted does not count."""
    if kind not in (Kind.NEWSLETTER, Kind.APPEAL):
        return False
    speaks_to_reader = bool(_READER.search(_QUOTED.sub(" ", paragraph)))
    return speaks_to_reader and (kind is Kind.APPEAL or bool(_MAIL.search(paragraph)))
