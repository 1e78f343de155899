"""In which language a text is written: en, ru, kk in any of its alphabets, or the code of another.

Own rules, because a trained model of 97 languages costs 90 MB and half a second, calls "Алматыда спутник жасалды" Kyrgyz,
and knows no Kazakh in Latin letters. The script narrows the choice; letters, frequent words and endings settle it.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

UNKNOWN = "und"
_LOOKED_AT = 1_500  # characters; more would change nothing
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)?")
_PRIOR = 1.5  # what the feed's language is worth: as much as one or two frequent words

# Scripts that one language (of the news we may meet) uses.
_BY_SCRIPT = {
    "GREEK": "el", "HEBREW": "he", "GEORGIAN": "ka", "ARMENIAN": "hy", "THAI": "th", "DEVANAGARI": "hi", "BENGALI": "bn", "TAMIL": "ta",
    "TELUGU": "te", "KANNADA": "kn", "MALAYALAM": "ml", "GUJARATI": "gu", "GURMUKHI": "pa", "HANGUL": "ko", "HIRAGANA": "ja",
    "KATAKANA": "ja", "CJK": "zh", "MONGOLIAN": "mn", "ETHIOPIC": "am", "KHMER": "km", "LAO": "lo", "MYANMAR": "my", "SINHALA": "si",
}  # fmt: skip

# Frequent words that tell a language from its neighbours.
_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in is was for that with on from by has have are were will its it he his be as at an this not which after said",
        "de": "der die das und ist nicht von mit für auf ein eine den dem sich auch im zu des wird wurde nach bei",
        "fr": "le les des et est une du dans pour que qui sur pas au avec par aux cette sont la",
        "es": "el los las y es una del para que con por se en su al como más fue",
        "it": "il gli di che è una per con del della sono nel alla dei non più dal",
        "pt": "os é uma do da para que com não em por dos ao mais foi",
        "pl": "i w na się nie jest z do że to przez oraz po od został",
        "cs": "že který jsou byl je na se pro podle také jako",
        "nl": "de het een van en is op dat voor met zijn niet te door naar wordt",
        "sv": "och att det som en på är av för med den till har inte från",
        "fi": "ja on ei se että oli hän mukaan myös ovat sen",
        "hu": "az és hogy nem egy volt meg szerint",
        "ro": "și în de la cu pe este nu din care pentru a fost",
        "tr": "ve bir bu için ile da de olarak olan daha çok göre gibi sonra türkiye",
        "az": "və bir bu üçün ilə olan də da edib olub görə kimi azərbaycan",
        "uz": "va bilan uchun bu bir ham boʻlgan bo'lgan o'z qildi edi yil hamda",
        "id": "yang dan di dari untuk dengan pada ini dalam tidak akan telah",
        "vi": "của và là các trong được cho không một với người",
        "kk-Latn":
            "jäne men bul üşin üshin boldy bolyp jyly jyl dep boiynşa boiynsha turaly bolady qazaqstan jatyr ekenin "
            "edi eken jáne úshin osy degen söz bar sol byl týraly",
        "ru": "и в на с по не что из для от за как о к у до был была его это он она они который также при после однако сообщил",
        "kk":
            "және мен бұл үшін деп туралы бойынша болды болып жылы екенін еді екен осы деген бар жоқ соң кейін дейін "
            "сондай ол олар арасында дейді керек қазір бүгін жатыр отыр тұр болады",
        "uk": "і та в на з у що не до за від як про для це його який також після й є",
        "be": "і ў на з не што у да за як пра для гэта яго які таксама ён",
        "bg": "и на в за да се не от с е по че са ще като към през който",
        "sr": "и у на је да се за од са не су који као што би",
        "mk": "и на во за да се од не со е што ќе како",
        "ky": "жана менен бул үчүн деп боюнча болду болуп жылы экен эле ал ошол деген бар жок кийин айтты",
        "tt": "һәм белән бу өчен дип буенча булды булып елда дә да шул ул бар юк",
        "ba": "һәм менән был өсөн тип буйынса булды булып йылда ла лә ул бар юҡ",
        "mn": "нь болон энэ байна гэж юм ба дээр хийх монгол улсын өөр",
        "tg": "ва дар ба аз ки бо ин барои аст буд шуд он ҳам тоҷикистон",
        "uz-Cyrl": "ва билан учун бу бир ҳам бўлган ўз қилди эди йил ҳамда",
    }.items()
}  # fmt: skip

# Letters that few languages have: each occurrence counts for these and against their neighbours.
_OWN: Mapping[str, str] = {
    "kk": "әғқңөұүһі",
    "uk": "їєґі",
    "be": "ўі",
    "ky": "ңөү",
    "tt": "әңөүҗһ",
    "ba": "ҙҡҫғәңөүһ",
    "mn": "өү",
    "tg": "ӣӯҷҳқғ",
    "uz-Cyrl": "ўқғҳ",
    "sr": "ђјљњћџ", "mk": "ѓјљњќџѕ", "ru": "эъёщ", "bg": "ъ",
    "de": "äöüß",
    "fr": "éèêëàâçîïôûœù",
    "es": "ñáéíóú¿¡",
    "it": "àèéìòù",
    "pt": "ãõçáéíóúâêô",
    "pl": "ąćęłńóśźż",
    "cs": "ěščřžýáíéůúďťň",
    "sv": "åäö",
    "fi": "äö",
    "hu": "őűáéíóöúü",
    "ro": "ășțâî",
    "tr": "ğışçöü",
    "az": "əğışçöü",
    "uz": "ʻ",
    "vi": "ăđơưạảấầậắếềệịọốồộớờợụứừựỳỹ",
    "kk-Latn": "ñğşūäıöüńǵýáóúŋ",
}  # fmt: skip
_FOREIGN: Mapping[str, str] = {  # letters that a language never has
    "ru": "әғқңөұүһіїєґўјљњћџҳӯӣҷҗҙҡҫ", "kk": "їєґўјљњћџӯӣҷҗҙҡҫҳ", "ky": "әғқһіұїєґ", "tt": "ғқұіҙҡҫ", "mn": "әғқңұһі",
    "uk": "әғқңөұүһыэъёў",
    "be": "әғқңөұүһиъщ",
    "bg": "әғқңөұүһіыэё",
    "ba": "құіҗ",
    "tg": "әңөұүһіы",
    "uz-Cyrl": "әңөұүһі",
    "sr": "әғқңөұүһіыэъёйщьюя",
    "mk": "әғқңөұүһіыэъёйщьюя", "tr": "ñńǵūýəqwx", "az": "ñńǵūýwțäá", "de": "ğşñıūńǵýə", "sv": "ğşñıūńǵə", "fi": "ğşñıūńǵəü",
    "kk-Latn": "əßçêèîâãõłțșěčřw", "en": "ğşñıūńǵýəäöüßéèąęłśżčřžăøå",
}  # fmt: skip


def _index(table: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Turn language → letters or words about."""
    turned: dict[str, tuple[str, ...]] = {}
    for language, members in table.items():
        for member in members:
            turned[member] = (*turned.get(member, ()), language)
    return turned


_SPEAKERS, _OWNERS, _STRANGERS = _index(_WORDS), _index(_OWN), _index(_FOREIGN)
_SPECIAL = frozenset(_OWNERS) | frozenset(_STRANGERS)
_SHORTEST_ENDED = 4  # letters

# Endings of Kazakh words that no Russian word has, for short texts without a Kazakh letter; and the other way round.
_ENDINGS: Mapping[str, tuple[str, ...]] = {
    language: tuple(endings.split())
    for language, endings in {
        "en":
            "ing tion tions ness ment ments ed ly er ers ies ist ists ght ck bs cs ds fs gs ks ls ms ns ps rs ts ay sh wn ow",
        "kk":
            "лды лді нды нді рды рді ған ген қан кен тын тін лар лер дар дер тар тер дың дің тың тің ның нің мақ мек йды "
            "йді сыз сіз ады еді дан ден тан тен нан нен мыз да де та те",
        "ru":
            "ого его ому ему ыми ими ая яя ое ее ые ие ый ий ых их ость ости ение ения ении ание ания ться тся ция ции ью "
            "ями ами ях ить ать еть ил ила или ал ала али ел ела",
        "kk-Latn":
            "nyñ nıñ dyñ dıñ tyñ tıñ nyń niń dyń diń lar ler dar der tar ter ğan gen qan ǵan dağy dağı men ady edi edı ydy "
            "dy dı da dan",
    }.items()
}  # fmt: skip
# Past tenses that nobody else writes: they outweigh what a Russian feed makes us expect of a short Kazakh headline.
_KAZAKH_VERB = re.compile(r"(?:[аеіыоуүұөә]лды|[аеіыуүұ]лді|йды|йді|лған|лген|лады|леді|птыр|птір)$")
_KAZAKH_LATIN = re.compile("[ñğşūıńǵýŋ]")
_ARABIC = {"kk": "ۇۆ\u0674ٸ", "fa": "پچژگکی", "ur": "ٹڈڑےں", "ug": "ېۋەۇۆ"}


def identify(text: str, prior: str | None = None) -> str:
    """Name the language of a text by its ISO code; `prior` is what the feed says, and decides where the text does not."""
    return _identified(text[:_LOOKED_AT], prior)


@lru_cache(maxsize=64)  # an article's language is asked for when it is indexed, and again when it is matched
def _identified(text: str, prior: str | None) -> str:
    text = unicodedata.normalize("NFC", text).lower()
    words = _WORD.findall(text)
    known = prior.split("-")[0].lower() if prior else None
    if not words:
        return known or UNKNOWN
    script = _script(words)
    if script == "CYRILLIC":
        return _best(words, ("ru", "kk", "uk", "be", "bg", "sr", "mk", "ky", "tt", "ba", "mn", "tg", "uz-Cyrl"), known)
    if script == "LATIN":
        return _best(words, tuple(code for code in _WORDS if code not in _CYRILLIC_CODES), known)
    if script == "ARABIC":
        return _arabic("".join(words))
    if script == "CJK" and any("\u3040" <= char <= "\u30ff" for char in text):
        return "ja"
    return _BY_SCRIPT.get(script, known or UNKNOWN)


_CYRILLIC_CODES = frozenset(("ru", "kk", "uk", "be", "bg", "sr", "mk", "ky", "tt", "ba", "mn", "tg", "uz-Cyrl"))


def _script(words: Iterable[str]) -> str:
    """Name the script of most letters, as Unicode calls it."""
    counted = Counter("".join(words))
    scripts: Counter[str] = Counter()
    for char, times in counted.items():
        scripts[unicodedata.name(char, "UNKNOWN").split()[0].split("-")[0]] += times
    return scripts.most_common(1)[0][0]


def _best(words: list[str], languages: tuple[str, ...], prior: str | None) -> str:
    scores = _scores(Counter(words), languages)
    for language in languages:
        # Kazakh shows in almost every word, so a Kazakh feed is not believed where nothing of it is there.
        believed = not language.startswith("kk") or scores[language] > 0 or max(scores.values()) <= 0
        if language.split("-")[0] == prior and believed:
            scores[language] += _PRIOR
    best = max(languages, key=lambda language: scores[language])
    if scores[best] <= 0:
        return prior or ("ru" if "ru" in languages else UNKNOWN)
    return best.split("-")[0]


def _scores(words: Counter[str], languages: tuple[str, ...]) -> dict[str, float]:
    """Weigh frequent words, words with own and alien letters, and endings; all grow with the text, so a prior matters for short ones."""
    scores = dict.fromkeys(languages, 0.0)
    for word, times in words.items():
        for worth, told in _telling(word):
            for language in told:
                if language in scores:
                    scores[language] += worth * times
    if "kk-Latn" in scores and _WORDS["kk-Latn"].isdisjoint(words) and not _KAZAKH_LATIN.search(" ".join(words)):
        scores["kk-Latn"] = 0.0
    return scores


def _telling(word: str) -> Iterator[tuple[float, Collection[str]]]:
    """Yield the languages that a word tells of, or speaks against, with what that is worth."""
    if word in _SPEAKERS:
        yield 1.0, _SPEAKERS[word]
    if special := _SPECIAL.intersection(word):
        yield 0.8, {language for char in special for language in _OWNERS.get(char, ())}
        yield -2.0, {language for char in special for language in _STRANGERS.get(char, ())}
    if len(word) > _SHORTEST_ENDED:
        yield 0.6, [language for language, endings in _ENDINGS.items() if word.endswith(endings)]
        if not word.isascii() and _KAZAKH_VERB.search(word):
            yield 1.2, ("kk",)


def _arabic(letters: str) -> str:
    counted = {language: sum(letters.count(char) for char in chars) for language, chars in _ARABIC.items()}
    best = max(counted, key=lambda language: counted[language])
    return best if counted[best] else "ar"
