"""Walls: what a page shows instead of its article, in the words of consent dialogs, bot checks, paywalls and error pages."""

import re
from collections.abc import Mapping

from monitor.domain.words.text import sentences

SHORT = 1500  # characters; a longer text is an article, whatever stands around it
_TEASER = 400  # characters that a paywall shows before it closes

_WALLS: Mapping[str, re.Pattern[str]] = {
    "consent wall": re.compile(
        r"(we|our partners|us and our \d+ partners) (and our partners )?(use|store|process)[^.]{0,60}(cookies|personal data)|"
        r"accept (all|cookies)|cookie (policy|settings|preferences|consent)|"
        r"manage (your )?(consent|preferences|cookies|choices)|before you continue to|"
        r"consent to (the use|our use|cookies|processing)|privacy (choices|preferences|settings)|"
        r"использу(ем|ет|ют)[^.]{0,40}(cookie|куки|файлы)|файл(ы|ов|ами) cookie|принять (все|cookie|куки)|"
        r"согласи(е|ем|тесь)[^.]{0,50}(cookie|обработк)|"
        r"cookie[- ]файл|куки[- ]файл|деректер(ді|іңізді) өңдеу|cookie пайдалан|"
        r"wir (und unsere (\d+ )?partner )?(verwenden|nutzen|setzen|speichern|verarbeiten)[^.]{0,60}(cookies|daten)|"
        r"alle(n)? (cookies )?(akzeptieren|zustimmen)|"
        r"einwilligung|datenschutzeinstellungen|"
        r"nous (et nos (\d+ )?partenaires )?(utilisons|stockons|traitons)[^.]{0,60}(cookies|données|traceurs)|tout accepter|"
        r"accepter (les cookies|et continuer)|"
        r"gérer (mes|vos|les) (choix|préférences|cookies)|continuer sans accepter|votre consentement|paramétrer les cookies",
        re.IGNORECASE,
    ),
    "bot wall": re.compile(
        r"(verify|confirm|check(ing)?) (that |if )?you('re| are) (a )?(not a )?(human|robot)|are you a (robot|human)|"
        r"enable javascript|javascript (is|must be) (disabled|enabled)|"
        r"checking your (browser|connection)|attention required|access (to this page )?(is |has been )?denied|unusual traffic|"
        r"security check|"
        r"complete the captcha|\bcaptcha\b|cloudflare ray id|\bray id:|ddos[- ]?guard|ddos protection by|stormwall|"
        r"just a moment\.\.\.|pardon our interruption|"
        r"не робот|проверк[аи] (вашего )?браузера|включите javascript|"
        r"доступ (к сайту |к ресурсу )?(ограничен|запрещ[её]н|заблокирован)|введите (символы|код) с картинки|"
        r"робот емес|javascript қос|браузер(іңіз)? тексеріл|"
        r"kein roboter|javascript (ist deaktiviert|aktivieren)|zugriff verweigert|sicherheitsüberprüfung|"
        r"pas un robot|activer javascript|accès (refusé|interdit)|vérification de sécurité",
        re.IGNORECASE,
    ),
    "paywall stub": re.compile(
        r"(subscribe|sign in|log in|register|join)( now| today)? (to|and|for)[^.]{0,40}(continue|read|unlock|full|access)|"
        r"already (a|have a)? ?(subscriber|subscription|member)|"
        r"(this|the) (article|content|story) is (only )?(available |reserved )?(for|to) (paid |premium )?(subscribers|members)|"
        r"subscribers only|"
        r"remaining free articles|unlock (this|the) (article|story)|premium (content|article)|"
        r"(доступ(ен|на|но)|читайте|чтение)[^.]{0,40}(по подписке|подписчик)|только (для )?подписчик|оформите подписку|"
        r"чтобы (читать|дочитать|продолжить)|уже есть подписка|"
        r"жазылушылар(ға)? (ғана|қолжетімді)|толық оқу үшін|жазылымды рәсімде|"
        r"(jetzt |weiter)lesen mit|nur für abonnent|bereits abonnent|mit (einem )?abo|artikel (ist )?(nur )?(für )?abonnent|"
        r"réservé (à nos |aux )abonnés|déjà abonné|abonnez-vous|pour lire la suite|lire la suite de l'article",
        re.IGNORECASE,
    ),
    "error page": re.compile(
        r"(error )?404|not found|"
        r"(page|article)[^.]{0,40}(does not exist|no longer (exists|available)|cannot be found|could not be found|has been removed)|"
        r"(500 )?internal server error|(502 )?bad gateway|(503 )?service (temporarily )?unavailable|something went wrong|"
        r"under maintenance|"
        r"страница[^.]{0,40}(не найдена|не существует|удалена)|ошибка (404|500|сервера)|материал (удал[её]н|не найден)|"
        r"ведутся технические работы|"
        r"(бет|парақша|материал)[^.]{0,20}(табылмады|жойылған)|қате (404|500)|техникалық жұмыс|"
        r"seite (wurde )?nicht gefunden|existiert nicht|page (introuvable|non trouvée)|n'existe (pas|plus)",
        re.IGNORECASE,
    ),
}


def wall_in(text: str) -> str | None:
    """Name the wall that fills a third of a short text, or half of a longer one."""
    paragraphs = [line for line in text.split("\n") if line.strip()]
    size = sum(len(line) for line in paragraphs)
    for name, pattern in _WALLS.items():
        held = sum(_held(line, pattern) for line in paragraphs)
        if held > size / (3 if size < SHORT else 2) or (name == "paywall stub" and held and size - held < _TEASER):
            return name
    return None


def _held(paragraph: str, pattern: re.Pattern[str]) -> int:
    """Count the characters of the sentences that speak of the wall."""
    return sum(len(sentence) for sentence in sentences(paragraph) if pattern.search(sentence))
