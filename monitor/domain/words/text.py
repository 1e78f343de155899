"""Text from outside, made safe and comparable: cleaning, HTML to plain text, sentences, folding."""

# ruff: noqa: SIM905 (long lists of words are easier to read and to extend as text)

import html
import re
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser

CAPITALS = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"  # of three languages, for a class of letters
# What is never shown, stored or matched: controls, zero-width and bidi marks, soft hyphens, variation selectors, tags,
# lone surrogates, noncharacters. Any of them can poison PostgreSQL, JSON, a mail header or a terminal.
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ufdd0-\ufdef\ud800-\udfff]"
)
# Apart, for a class that reaches beyond the first plane is matched six times as slowly.
_FAR = re.compile("[\U00010000-\U0010ffff]")
_UNWANTED_FAR = re.compile(
    "[\U000e0000-\U000e0fff" + "".join(chr(plane * 0x10000 + end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF)) + "]"
)
_BREAKS = re.compile("[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029](?:(?<=\r)\n)?")
# What texts in our languages are made of: none of it is unwanted, and each letter is one character already.
_HARMLESS = re.compile("[\t\n -~«»\u0400-\u0482\u048a-\u052f\u2010-\u2015\u2018-\u201e\u2026№₸€]*+")
_EMPTY_LINES = re.compile("\n\n\n+")
_MARK = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]")
_STRESS = re.compile("(?<=[аеиоуыэюяіәөүұАЕИОУЫЭЮЯІӘӨҮҰ])[\u0300\u0301]")  # dictionaries and encyclopaedias print Байкону́р
_HEAP = re.compile(f"((?:{_MARK.pattern}){{3}})(?:{_MARK.pattern})+")  # nobody writes more than three marks on one letter


def clean(text: str, limit: int) -> str:
    """Take out what is unsafe or invisible, normalise to NFC and white space, and cut at `limit`; lines stay lines."""
    if len(text) > 4 * limit + 1000:  # white space and marks may go, so more than `limit` is looked at; never all of 20 MB
        text = text[: 4 * limit + 1000]
    if not _HARMLESS.fullmatch(text):  # one look in place of five
        text = _compose(_without_unwanted(_BREAKS.sub("\n", text)))
    text = _few_empty_lines("\n".join([_spaced(line).strip() for line in text.split("\n")]))
    return text.strip()[:limit].rstrip()


def _few_empty_lines(text: str) -> str:
    return _EMPTY_LINES.sub("\n\n", text) if "\n\n\n" in text else text


def _without_unwanted(text: str) -> str:
    text = _UNWANTED.sub("", text)
    return _UNWANTED_FAR.sub("", text) if _FAR.search(text) else text


def clean_line(text: str, limit: int = 500) -> str:
    """Clean a text that must stay on one line, such as a title."""
    if text.isascii() and text.isprintable() and len(text) <= 4 * limit:  # nothing to clean but the blanks
        return " ".join(text.split())[:limit].rstrip()
    return " ".join(clean(text, 4 * limit).split())[:limit].rstrip()


def _compose(text: str) -> str:
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    if not _MARK.search(text):
        return text
    apart = _HEAP.sub(r"\1", _STRESS.sub("", unicodedata.normalize("NFD", text)))
    return unicodedata.normalize("NFC", apart)


# --- HTML to plain text ------------------------------------------------------------------------------------------------

_PARAGRAPHS = (
    "address article aside blockquote center details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main "
    "nav ol p pre section table ul".split()
)
_LINES = "br dd dt li tr option".split()
_PART = {**dict.fromkeys(_PARAGRAPHS, "\n\n"), **dict.fromkeys(_LINES, "\n"), "td": " ", "th": " "}  # what a tag stands for in the text
_SILENT = frozenset("script style template head title noscript iframe object svg math select textarea button".split())
_TAG = re.compile(r"<[/!?a-zA-Z][^<>]*>")
_AROUND_BREAK = re.compile(" ?\n ?")
# What nearly all markup looks like: text, and tags that can be told from it without a parser. Possessive throughout: it fails at once.
_PLAIN_MARKUP = re.compile(
    r"""(?:[^<]++|</[a-zA-Z][a-zA-Z0-9]*+\s*+>"""
    r"""|<[a-zA-Z][a-zA-Z0-9]*+(?:\s++[a-zA-Z][\w:.-]*+(?:\s*+=\s*+(?:"[^"<>]*+"|'[^'<>]*+'))?+)*+\s*+/?+>)*+"""
)
_PLAIN_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)[^>]*>")
_NOT_PLAIN = _SILENT | frozenset("noembed noframes xmp plaintext".split())
_LEFT_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|amp|quot|apos|lt|gt|nbsp|laquo|raquo|mdash|ndash|hellip|[lr][sd]quo);")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (the signature is HTMLParser's)
        if tag in _SILENT:
            self.silent.append(tag)
        self._part(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.silent:
            del self.silent[self.silent.index(tag) :]
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(_spaced(data))

    def _part(self, tag: str) -> None:
        if tag in _PART:
            self.parts.append(_PART[tag])


def plain(markup: str) -> str:
    """Read HTML as a person would see it: no tags, entities decoded, paragraphs parted by an empty line."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    text = _without_tags(markup) if _TAG.search(markup) else html.unescape(markup)
    # Many a feed escapes its titles twice; what still looks like a well-known entity was never meant to be read.
    if _LEFT_ENTITY.search(text):
        text = html.unescape(text)
    if " \n" in text or "\n " in text:
        text = _AROUND_BREAK.sub("\n", text)
    return _few_empty_lines(text).strip()


def _without_tags(markup: str) -> str:
    if _PLAIN_MARKUP.fullmatch(markup) and (text := _without_plain_tags(markup)) is not None:
        return text
    reader = _Reader()
    try:
        reader.feed(markup)
        reader.close()
    except AssertionError:  # how HTMLParser says that it met `<![` and found no section it knows
        return html.unescape(_TAG.sub(" ", markup))
    return "".join(reader.parts)


def _spaced(text: str) -> str:
    """Make every run of white space one blank, at both ends too."""
    if "  " not in text and text.isprintable():  # no white space is printable but the blank
        return text
    if not (words := text.split()):
        return " " if text else ""
    return (" " if text[0].isspace() else "") + " ".join(words) + (" " if text[-1].isspace() else "")


def _without_plain_tags(markup: str) -> str | None:
    """Do what the parser does, several times as fast; None where an element is silent or holds what is no markup."""
    pieces = _PLAIN_TAG.split(markup)
    tags = [tag.lower() for tag in pieces[1::2]]
    if not _NOT_PLAIN.isdisjoint(tags):
        return None
    pieces[::2] = [_spaced(html.unescape(text)) for text in pieces[::2]]
    pieces[1::2] = [_PART.get(tag, "") for tag in tags]
    return "".join(pieces)


# --- Sentences ---------------------------------------------------------------------------------------------------------

_END = re.compile(r"(?<![.!?…])[.!?…]++[»”\"'’)\]]*+(?=\s)")
_GAP = re.compile(r"\s+")
_LINE_GAP = re.compile(r"\n+")
_LAST_WORD = re.compile(r"[^\s«»“”„\"'’(\[]+$")
# After these the sentence goes on, whatever follows.
_HEADS = frozenset(
    "mr. mrs. ms. dr. prof. sen. rep. gov. gen. col. lt. maj. sgt. capt. adm. st. vs. mt. ft. inc. ltd. e.g. i.e. cf. approx. "
    "jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. "
    "им. ул. пр. пл. пос. обл. проф. акад. тов. гл. зам. ген. полк. подполк. майор. кап. адм. напр. т.е. т.к. т.н. т.о. см. ср. и.о. о.и. "
    "к.т.н. д.т.н. к.ю.н. д.ю.н. м.н.с. с.н.с. св. мкр. просп. англ. каз. рус. атын. көш. даң. қ. м-н.".split()
)
# After these it goes on where a number follows.
_BEFORE_NUMBER = frozenset("no. nos. fig. art. sec. p. pp. vol. ch. ст. стр. рис. п. пп. ч. гл. д. корп. кв. тел. т. табл. бап. №.".split())
# These may end a sentence or stand inside one.
_TAILS = frozenset(
    "г. гг. в. вв. млн. млрд. трлн. тыс. руб. долл. тг. кг. км. м. см. мин. сек. ч. чел. др. пр. т.д. т.п. ж. жж. ғ. т.б. т.с.с. "
    "u.s. u.k. u.n. e.u. u.a.e. a.m. p.m. d.c. ph.d. co. corp. jr. sr. etc.".split()
)
_OPENERS = frozenset("The A An In On At It He She They We This That These But And However Meanwhile After Before As For".split())
_NEAR = 60  # characters before a stop that can tell what it ends
_SHORT = 30  # characters before which "В 2025 г." is rather a beginning than a whole sentence


def sentences(text: str, language: str | None = None) -> list[str]:
    """Part a text into sentences, as they stand in it."""
    return [text[start:end] for start, end in sentence_spans(text, language)]


def sentence_spans(text: str, language: str | None = None) -> list[tuple[int, int]]:  # noqa: ARG001
    """Say where each sentence starts and ends; the rules of en, ru and kk do not clash, so `language` is not needed yet."""
    spans: list[tuple[int, int]] = []
    start = 0
    for line in [*_LINE_GAP.finditer(text), None]:
        end = line.start() if line else len(text)
        spans += _line_spans(text, start, end)
        start = line.end() if line else end
    return spans


def _line_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = []
    for stop in _END.finditer(text, start, end):
        gap = _GAP.match(text, stop.end())
        if gap and gap.end() < end and _parts(text, start, stop, gap.end()):
            spans.append((start, stop.end()))
            start = gap.end()
    while start < end and text[start].isspace():
        start += 1
    tail = text[start:end].rstrip()
    return [*spans, (start, start + len(tail))] if tail else spans


def _parts(text: str, start: int, stop: re.Match[str], after: int) -> bool:
    """Say whether the sentence that began at `start` ends at `stop`."""
    following = text[after : after + 40].lstrip("«»“”„\"'’([—–-• ")
    if not following or not (following[0].isupper() or following[0].isdigit()):
        return False
    if stop.group() != ".":
        return True
    return not _abbreviates(text[max(start, stop.end() - _NEAR) : stop.end()], following)


def _abbreviates(sentence: str, following: str) -> bool:
    """Say whether the stop belongs to the last word of `sentence`; of a long one, only its end is looked at."""
    found = _LAST_WORD.search(sentence)
    word = found.group() if found else "."
    low = word.lower()
    if len(word) == 2 and word[0].isupper():  # an initial: Т. А. Мусабаев, George W. Bush
        return True
    if word[:-1].isdigit() and word == sentence.strip():  # "1." opens a list
        return True
    if low in _HEADS or (low in _BEFORE_NUMBER and following[0].isdigit()):
        return True
    if low == "г." and not re.search(r"\d\s*$", sentence[: -len(word)]):  # г. Байконур; but 2025 г.
        return True
    return low in _TAILS and _goes_on(sentence, word, following)


def _goes_on(sentence: str, word: str, following: str) -> bool:
    if word.isascii():  # U.S. Space Force; the U.S. The …
        return (re.match(r"[\w'-]+", following) or [""])[0] not in _OPENERS
    return len(sentence) < _SHORT or following.startswith(("США", "АҚШ"))  # 60 млрд. АҚШ доллары


# --- Folding -----------------------------------------------------------------------------------------------------------

_CYRILLIC = "авекмнорстухіјѕ"
_LATIN = "abekmhopctyxijs"
_TO_LATIN = dict(zip(_CYRILLIC, _LATIN, strict=True))
# ə and ɵ are Latin letters that Kazakh texts hold in place of ә and ө; һ is what a small h stands for, н a capital one.
_TO_CYRILLIC = {**dict(zip(_LATIN, _CYRILLIC, strict=True)), "h": "һ", "H": "н", "ə": "ә", "ɵ": "ө", "ë": "е"}
_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_SAME = {
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    **dict.fromkeys("«»“”„‟″＂〝〞", '"'),
    **dict.fromkeys("‘’‚‛`´ʼʹ′ʻ＇", "'"),
    **dict.fromkeys("\t\n\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    "ё": "е",
    "Ё": "е",
    "İ": "i",  # its lower case are two characters
}
_HAS_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u0259\u0275]")
_HAS_CYRILLIC = re.compile("[\u0400-\u052f]")
_DESIGNATOR = 4  # letters; longer words made of look-alikes only are words: ракета-2


class _Fold(dict[int, str]):
    """Fold one character to exactly one; remembered, because a text has few different ones."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        low = char.casefold()
        if len(low) != 1:
            low = char.lower() if len(char.lower()) == 1 else char
        self[code] = folded = _SAME.get(char) or _SAME.get(low, low)
        return folded


_FOLD = _Fold()


def fold(text: str) -> str:
    """Make spellings of the same word equal: case, ё, dashes, quotes, blanks, look-alike letters of the other script.

    The answer has exactly as many characters as `text`, so a place in it is the same place in `text`. That is why it
    neither composes nor drops anything: hand in what `clean` returned (NFC). A word keeps its own script unless it mixes
    two (a Latin C in «Cоюз») or is a short designator with a number (МС-28, written in either alphabet).
    """
    folded = text.translate(_FOLD)
    if text.isascii():
        return folded
    suspects = _mixing(folded) if _HAS_CYRILLIC.search(folded) and _HAS_LATIN.search(folded) else _NUMBERED
    parts, done = [], 0
    for start, end in _tokens_with(suspects, folded):
        parts += [folded[done:start], _one_script(folded[start:end], text[start:end])]
        done = end
    return "".join([*parts, folded[done:]]) if parts else folded


# A digit behind a letter, МС-28 or Ekspress80: few words of a text have one, so only they are looked at closely.
_NUMBERED = re.compile(r"\d(?:(?<=[^\W\d_]\d)|(?<=[^\W\d_]-\d))")
_LATIN_OR_NUMBERED = re.compile(f"{_HAS_LATIN.pattern}+|{_NUMBERED.pattern}")
_CYRILLIC_OR_NUMBERED = re.compile(f"{_HAS_CYRILLIC.pattern}+|{_NUMBERED.pattern}")
_SAMPLE = 400  # letters that tell which script is the rarer one


def _mixing(folded: str) -> re.Pattern[str]:
    """Look for words of both scripts where there are fewer: among those with letters of the rarer script."""
    sample = folded[:_SAMPLE]
    return _LATIN_OR_NUMBERED if len(_HAS_LATIN.findall(sample)) < len(_HAS_CYRILLIC.findall(sample)) else _CYRILLIC_OR_NUMBERED


def _tokens_with(suspects: re.Pattern[str], folded: str) -> Iterator[tuple[int, int]]:
    """Yield the whole words around what a pattern finds, each once."""
    end = 0
    for found in suspects.finditer(folded):
        start = found.start()
        if start < end:
            continue
        while start > end and (
            folded[start - 1].isalnum() or (folded[start - 1] == "-" and start - 1 > end and folded[start - 2].isalnum())
        ):
            start -= 1
        token = _TOKEN.match(folded, start)
        if token:
            end = token.end()
            yield start, end


def _one_script(token: str, original: str) -> str:
    designator = token[0].isalpha() and any(char.isdigit() for char in token)
    if not designator and not (_HAS_LATIN.search(token) and _HAS_CYRILLIC.search(token)):
        return token
    pieces, at = [], 0
    for piece in re.split(r"([-\d]+)", token):
        pieces.append(_piece(piece, original[at : at + len(piece)], designator))
        at += len(piece)
    return "".join(pieces)


def _piece(piece: str, original: str, designator: bool) -> str:
    latin, cyrillic = _HAS_LATIN.findall(piece), _HAS_CYRILLIC.findall(piece)
    if designator and len(piece) <= _DESIGNATOR and all(char in _TO_LATIN for char in cyrillic):
        return "".join(_TO_LATIN.get(char, char) for char in piece)
    if not latin or not cyrillic:
        return piece
    if all(char in _TO_CYRILLIC for char in latin):
        return "".join(_TO_CYRILLIC.get("H" if was == "H" else char, char) for char, was in zip(piece, original, strict=True))
    if all(char in _TO_LATIN for char in cyrillic):
        return "".join(_TO_LATIN.get(char, char) for char in piece)
    return piece


def closed(sentence: str) -> str:
    """Open and close the quotation marks of a sentence that was taken out of the middle of what somebody said."""
    for left, right in ("«»", "“”"):
        missing = sentence.count(left) - sentence.count(right)
        sentence = left * max(-missing, 0) + sentence + right * max(missing, 0)
    return sentence
