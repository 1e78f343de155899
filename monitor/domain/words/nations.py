"""States, alliances and their peoples in three languages: names that are translated, not spelled again, so that no spelling finds them."""

from monitor.domain.words.cached import by_word
from monitor.domain.words.concepts import plain, plain_in

# key | English | Russian | Kazakh: beginnings of words; a trailing $ asks for the whole word.
_TABLE = """
us | usa$ us$ u.s$ american americans americas | сша$ американ | ақш американ
uk | uk$ u.k$ britain british britons | британ великобритан | британ ұлыбритан
england | england english$ englishm | англи английск англичан | англи ағылшын
scotland | scotland scottish scots$ scot$ | шотланд | шотланд
ireland | ireland irish | ирланд | ирланд
eu | eu$ | ес$ евросоюз | еуроодақ
europe | europe | европ | еуроп
un | un$ u.n$ | оон$ | бұұ
nato | nato$ | нато$ | нато
russia | russia | росси русск рф$ | ресей орыс рф$
kazakhstan | kazakh | казахстан казахск рк$ | қазақ
china | china chinese | кита | қытай
japan | japan | япон | жапон
india | india$ indian$ indians$ india's | инди индийск индийц | үнді
indonesia | indonesia | индонез | индонез
germany | german | герман немец немцы | герман неміс
france | france french | франц | франц француз
italy | ital | итал | итал
spain | spain spanish spaniard | испан | испан
portugal | portug | португал | португал
greece | greece greek | грец грек греч | грек
turkey | turkey turkish turks$ | турц турец турк$ | түрк түркия
ukraine | ukrain | украин | украин
belarus | belarus | белорус беларус | беларус белорус
poland | poland polish poles$ | польш польск поляк | польша поляк
sweden | sweden swedish swede | швец шведск швед$ | швец швед
norway | norway norweg | норвег норвеж | норвег
denmark | denmark danish dane$ danes$ | дани$ датск датчан | дания даниял
finland | finland finnish finns$ | финлянд финск финн$ | финлянд фин
netherlands | netherlands dutch | нидерланд голланд | нидерланд голланд
belgium | belgi | бельги | бельги
switzerland | switzerland swiss | швейцар | швейцар
austria | austria$ austrian | австри | австри
hungary | hungar | венгр венгер | венгр мажар
czechia | czech | чех чешск | чех
canada | canad | канад | канад
mexico | mexic | мексик | мексик
brazil | brazil | бразил | бразил
argentina | argentin | аргентин | аргентин
chile | chile$ chilean | чили$ чилийск | чили
bolivia | bolivi | боливи | боливи
australia | austral | австрал | австрал
newzealand | zealand | зеланд | зеланд
korea | korea | коре кндр | коре корей кхдр
israel | israel | израил | израил
syria | syria | сири$ сирии сирию сирией сирийск сириец | сирия
iran | iran | иран | иран
iraq | iraq | ирак | ирак
egypt | egypt | егип | мысыр египет
saudi | saudi | саудов | сауд
emirates | emirat uae$ | эмират оаэ$ | эмират баә
palestine | palestin | палестин | палестин
afghanistan | afghan | афган | ауған ауғанстан
pakistan | pakistan | пакистан | пәкістан
uzbekistan | uzbek | узбек | өзбек
kyrgyzstan | kyrgyz | киргиз кыргыз | қырғыз
tajikistan | tajik | таджик | тәжік
turkmenistan | turkmen | туркмен | түрікмен
azerbaijan | azerbaijan | азербайджан | әзербайжан әзірбайжан
armenia | armenia | армен армян | армен армян
georgia | georgia | грузи | грузи
macedonia | macedon | македон | македон
serbia | serbia$ serbs$ serbian | серби сербск | серб
catalonia | catalan catalonia | каталон каталонск | каталон
philippines | philippin filipin | филиппин | филиппин
vietnam | vietnam | вьетнам | вьетнам
mongolia | mongol | монгол | моңғол
malaysia | malays | малайз | малайзия
singapore | singapor | сингапур | сингапур
thailand | thai$ thais$ thailand | таиланд тайланд | таиланд тайланд
nigeria | nigeria | нигери | нигерия
kenya | kenya | кени$ кении$ кению$ кенийск | кения
ethiopia | ethiopia | эфиоп | эфиоп
somalia | somali | сомали | сомали
uganda | uganda | уганд | уганда
rwanda | rwanda | руанд | руанда
tanzania | tanzan | танзан | танзания
senegal | senegal | сенегал | сенегал
angola | angolan angola$ | ангол | ангола
zambia | zambia | замби | замбия
zimbabwe | zimbabw | зимбабв | зимбабве
cameroon | cameroon | камерун | камерун
chad | chad$ | чад$ чаде$ | чад$ чадта$ чадтың$
congo | congo | конго | конго
morocco | morocc | марокк | марокко
algeria | algeria | алжир | алжир
tunisia | tunisia | тунис | тунис
libya | libya | ливи$ ливии$ ливию$ ливийск | ливия
colombia | colombia | колумби | колумбия
peru | peru$ peruvian | перу$ перуанск | перу$
venezuela | venezuel | венесуэл | венесуэл
cuba | cuba$ cuban | куб$ куба$ кубы$ кубе$ кубинск | куба$
romania | romania | румын | румын
bulgaria | bulgaria | болгар | болгар
slovakia | slovak | словак словац | словак
slovenia | sloven | словен | словен
croatia | croat | хорват | хорват
estonia | estonia | эстон | эстон
latvia | latvia | латви латыш | латвия
lithuania | lithuania | литв литов | литва
iceland | iceland | исланд | исланд
luxembourg | luxembourg | люксембург | люксембург
qatar | qatar | катар | катар
kuwait | kuwait | кувейт | кувейт
oman | oman$ omani | оман$ омана$ оманск | оман$
jordan | jordanian | иордан | иордан
lebanon | leban | ливан | ливан
bangladesh | bangladesh | бангладеш | бангладеш
nepal | nepal | непал | непал
srilanka | lanka | ланк$ ланка$ ланки$ | ланка$
africa | africa | африк | африка
asia | asia | ази$ азии азию азиат | азия
"""


def _read() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {"en": {}, "ru": {}, "kk": {}}
    for line in _TABLE.strip().splitlines():
        key, *columns = (part.strip() for part in line.split("|"))
        for language, words in zip(found, columns, strict=True):
            found[language].update((plain(word), key) for word in words.split())
    return found


_NATIONS = _read()
_LONGEST = 12


@by_word
def nation_of(word: str, language: str) -> str | None:
    """Name the state that a case-folded word means; the longest known beginning decides."""
    spelled = word if word in ("nato", "eu", "us", "uk") else plain_in(language, word)
    known = _NATIONS["en"] if spelled.isascii() else _NATIONS["kk" if language == "kk" else "ru"]
    if whole := known.get(spelled + "$"):
        return whole
    return next((known[spelled[:n]] for n in range(min(len(spelled), _LONGEST), 1, -1) if spelled[:n] in known), None)
