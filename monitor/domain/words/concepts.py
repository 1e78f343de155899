"""What happens in the news, in three languages: the bridge by which a retelling in other words is recognised.

A concept is an idea ("postponed", "died", "signed") with the beginnings of the words that say it in English, Russian and Kazakh.
General news vocabulary and the vocabulary of flight only; names of things belong into the gazetteer.
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import zip_longest

from monitor.domain.words.cached import by_word
from monitor.domain.words.kazakh_latin import in_cyrillic

# ш and щ, и, й and і, and the back and front vowels fall together: enough to tell words apart, and robust against spelling.
_PLAIN = str.maketrans(
    {"ё": "е", "ә": "а", "і": "и", "й": "и", "ө": "о", "ұ": "у", "ү": "у", "қ": "к", "ғ": "г", "ң": "н", "һ": "х", "щ": "ш", "ъ": "ь"}
)


def plain(word: str) -> str:
    """Bring a case-folded Cyrillic word to the spelling of the table."""
    return word if word.isascii() else word.translate(_PLAIN)


def plain_in(language: str, word: str) -> str:
    """Bring a case-folded word, in whatever alphabet its language has, to the spelling of the table."""
    return plain(in_cyrillic(word) if language == "kk" else word)


# concept | English | Russian | Kazakh.   A trailing $ asks for the whole word; a hyphen stands for a space as well: put off, put-off.
_TABLE = """
launch | launch liftoff lift-off lifts$ lifted$ blasts$ blasted$ blast-off blastoff take-off | запуск запуст пуск$ пуска$ пуску$ пуски$ пусков$ пуском старт$ старта$ старту старты стартов$ стартов | ұшыр ұшыры ұшады ұшпақ ұшты старт
first | first maiden debut inaugural | перв дебют | алғаш бірінші тұңғыш
crash | crash fell$ falls$ fall$ fallen$ plunge plummet explod explos blew$ blast$ wreck fireball | упал$ упала$ упали$ упавш паден рухну взорв взрыв катастроф обруш обвал | жарыл апат құлады құлаған құлап құлау құлай құлат
failure | misses$ fail malfunction mishap abort accident anomal emergency fault lost$ loss loses losing breakdown disaster | авари сбой сбоя отказ неудач нештат чп$ потер крушен недолет утрат утрач | апат ақау істен жоғал сәтсіз
success | success flawless | успеш штатно удачн | сәтті ойдағыдай
postpone | postpon delay slip defer reschedul pushed$ moved$ shifted stall late$ put-off puts-off putting-off push-back pushed-back pushes-back held-up | отлож отсроч перенес перенос перенёс сдвин сдвиг отстава задержк задержит задержат | кейінге шегер кешік ауыстыр жылжы созыл
cancel | cancel scrub scrap scrapped abandon call-off called-off calls-off calling-off | отмен отказал | болдырмай тоқтатылды күшін$
suspend | suspend halt freeze frozen pause stopp grounded ceas stops$ exit pulls$ quit$ quits$ | приостан остановл останови заморо прекра мораторий уход$ ухода$ уходе$ уходу$ уходом$ покин | тоқтат тоқтал тоқтады тоқтағ тоқтай тоқтап тоқтау тоқтаса тыйым
resume | resum restart restor recover return-to-flight revive | возобнов восстанов верну возврат | қалпына жаңар қайта$ қайтадан қайтала
ban | ban$ bans$ banned prohibit forbid forbids forbidden bar$ barred embargo outlaw | запрет запрещ | тыйым
permit | permit grant$ grants$ granted allow consent approv authoris authoriz cleared green$ licens licenc nod$ lets$ | разреш одобр допус лиценз согласи согласов согласу согласен согласны | рұқсат мақұлда лиценз келісті келіскен
refuse | refus reject denied$ withhold decline veto turn-down turned-down turns-down | отказ отверг отклон | қабылдама тартты тартқан
sign | sign$ signed signs$ signing seal$ sealed ink$ inked pact$ | подписал подписан подписав подпись$ подписи$ подписью подписям подписыва подписать подпиш | қол$ қойды
ratify | ratif adopt$ adopted adopts senate mazhilis parliament lawmaker legislat deputies$ bill$ law$ house$ | ратифи принял сенат мажилис парламент депутат закон законо | ратифи сенат мәжіліс парламент депутат заң
treaty | treaty agreement protocol memorandum pact deal$ contract convention road-map roadmap plan$ accord$ accords$ | договор соглашен протокол меморандум контракт дорожн план$ | келісім шарт хаттама меморандум жоспар
deny | deny denies denied denial dismiss rebut refut brush untrue false$ misquot | опроверг опроверж отрица отверг невер ложн неправд исказ | жоққа теріс рас$ бұрмала
confirm | confirm verif | подтверд | раста
correct | correction correct$ corrects clarif amend erratum retract error$ mistake | исправ поправк уточнен ошиб опечатк | түзет нақтыла қате$ қатесі қатені қателік
contradict | contradict dispute conflicting at-odds version differs$ differing | противореч иначе верси расходят расходит расхожд | қайшы өзгеше басқаша
warn | warn threat ultimatum caution | предупре угроз ультимат пригроз | ескерт қауіп ультиматум
protest | protest rally oppose object$ objects objected row$ quarrel scandal spat dispute conflict feud clash friction | протест возраж скандал ссор конфликт спор$ | наразы шиеленіс жанжал дау$ дауы$ дауға дауды$ даулы
demand | demand request ask$ asks$ asked$ call$ calls$ insist urge want$ wants$ seek | требу потреб просит просил просьб запрос настаива | талап сұра өтін
propose | propos suggest offer$ offers offered float$ floats idea$ consider mull examine stud weigh | предлож предлаг идея рассматр изуча | ұсын қарастыр
negotiate | negotiat talk$ talks$ discuss consult swap exchange bargain | перегово обсужд обсуд консульт обмен | келіссөз талқыла айырбас кеңес
appoint | appoint named$ successor replac takes$-over nominat | назначи назнача назначен$ назначена$ назначены$ возглав преемн сменил утвержден$ | тағайында басқаратын
resign | resign oust sack fired dismiss relieved relieves quit$ quits$ step-down steps-down stepped-down stepping-down | отставк уволен увольн снят$ освобожд освободил покинул | отставка босат қызметінен
arrest | arrest detain custody jail nabbed caught$ captured | арест задержал задержан задержать задержив заключенн страж | ұстал қамау тұтқын
seize | seiz impound confiscat freeze froze bailiff | изъят арест конфиск наложен пристав | тәркіле тыйым
court | court$ courtroom courthouse judge lawsuit sue$ sued sues ruling verdict appeal arbitrat litig tribunal | суд$ суда$ суде$ суду$ судеб иск$ иска$ апелляц арбитраж приговор иску$ искам исками | сот талап-арыз апелляц
debt | debt arrears owe$ owes$ owed$ unpaid overdue | долг$ долга$ долги$ задолж неуплач | қарыз берешек борыш
pay | pay$ pays$ paid$ payment compensat reimburs settle invoice bill$ charg fee$ price$ priced cost | выплат оплат компенс возмещ счёт счет сумм стоим цен$ цена$ плата$ платы$ плату$ платой$ плате$ плати платят плате платеж | төле ақы өтемақы баға шығын құны$ құнын құнына құнда
damage | damag broken$ | поврежд разруш | зақым қират бүлін
claim | claim$ claims$ compensat | претенз ущерб иск$ | зиян талап
fine | fine$ fines$ fined penalty | штраф оштраф | айыппұл
invest | invest fund$ funds$ funded funding financ budget spend$ spends allocat sponsor money | инвест влож влож финанс бюджет средств деньг выдел | инвест қаржы бюджет ақша жұмса салым
rent | rent$ rents$ rented rental lease tenan landlord tenure leasing$ | аренд | жалда жалгер жалға$ жалгер$
hand_over | handover regain hand-over hand$ handed hands$ transfer return$ returns$ returned give$ gives$ give-back | передач переда вернут возврат возвращ | тапсыр қайтар беріл
build | build$ building construct erect built | строи постро сооруж возвед | құрылыс салын салу
repair | repair refit refurbish overhaul moderni upgrad fix$ fixed | ремонт модерниз реконстр почин | жөнде жаңғырт
complete | complet finish ready$ | заверш законч окончан готов$ | аяқта бітір дайын$ даяр$
begin | begin begins began start$ starts started open$ opens opened | начал начин начн открыт откры | баста ашыл
pad | pad$ pads$ site$ sites launchpad ramp$ complex | площадк комплекс стартов | кешен алаң$ алаңы алаңда$ алаңға алаңна алаңдар алаңдағы
rocket | rocket$ rockets booster launcher carrier vehicle missile | ракет носител | зымыран тасығыш ракета
spaceport | spaceport cosmodrome launch-base base$ space-centre | космодром | айлақ айлағ космодром
satellite | satellit craft$ orbiter sputnik constellation | спутник аппарат | жерсерік спутник серік$ серіктің серігі
weather | weather meteorolog | метеоролог метео погод | ауа$ метео
crew | crew$ crews cosmonaut astronaut spacem spacew taikonaut men$ people$ | экипаж космонавт астронавт | экипаж ғарышкер астронавт
capsule | capsule spacecraft ship$ descent vessel | корабл капсул спускаем | кеме капсула
station | station iss$ | станци мкс$ | станса станция хғс$
dock | dock$ docks docked docking undock | стыков пристык расстык | түйіс
land | land$ lands$ landed landing touchdown touch$ parachut down$ | посад призем парашют | қонды қону қонған
steppe | steppe | степ$ степи степь | дала
leak | leak coolant spray | утечк теплонос разгерм | ағу саңылау тесік салқында ақты$
hole | hole$ micrometeor punctur | отверсти пробоин микромете дыр | тесік микромете
fire | fire$ fires$ blaze burn$ burned flame wildfire | пожар огн$ огнём огнем пламя возгоран горит | жалын өрт$ өртт өрті өрте өртке
debris | debris fragment wreckage part$ parts$ stage$ stages booster strap-on scrap impact chunk | облом$ обломк фрагмент ступен блок$ блоки$ детал част$ | сынық қалдық бөлік саты$ сатысы сатының сатылары
zone | zone$ area$ district region rectangle field$ range | район зон$ зона$ зоны$ полигон | аймақ аудан полигон
range | range$ ranges polygon proving test-site military | полигон воен | полигон әскери
die | die$ dies$ died$ dead$ death killed kill$ kills fatal perish lost$-life | погиб смерт гибел умер$ умерл | қаза$ қазасы қазаға өлді қайтыс өлім қырыл
injure | injur hurt$ wound intensive hospital casualt victim | ранен пострадал травм реаним больниц жертв госпитал | жарақат зардап аурухана
rescue | rescue save$ saved$ safe$ alive surviv evacuat | спас$ спасен спасат жив$ живы$ уцеле эвакуа | құтқар аман тірі эвакуа
inspect | inspect examin surveyed sampled samples$ sampling checked comb$ combed | осмотр обследов изучил провери пробы$ проб$ | тексер қарап$-шық зертте сынама
cause | cause$ caused$ blame blamed why$ reason investigat probe$ inquiry trace finding | причин винов винят винит обвин расслед выясн | себеп кінә тергеу
sensor | sensor gauge gyro pin$ instrument | датчик прибор гироскоп | датчик аспап қадаға
engine | engine motor turbopump thrust | двигател мотор турбонасос | қозғалтқыш мотор
poison | toxic poison heptyl propellant fuel pollut contamin spill amyl hydrazin | токсич яд$ ядов гептил гидразин диметилгидразин топлив загрязн пролив амил | улы$ улану уланд уланғ улағыш гептил гидразин диметилгидразин отын ластан уыт
ecology | ecolog environment sample soil water$ | эколог природ окружающ проб$ пробы$ почв | эколог қоршаған сынама топырақ
animal | saiga antelope animal livestock cattle | сайг животн скот | киік мал$ жануар
quota | quota cap$ limit ceiling number$ cut$ cuts$ reduc reduction fewer lower | квот лимит сокращ сниж уменьш числ колич | квота шектеу азай қысқар сан$
increase | increas rise$ rises rose$ grow grew grown raise doubl tripl sevenfold multipl dearer | увелич рост$ вырос возрос повыс подорож удво | өсті артты көбей қымбатта есе$ еселе
note | diplomatic note$ letter | нот$ нота$ ноту$ письмо дипломат | нота дипломат хат$
meet | meet$ meets$ met$ meeting session summit visit visits visited forum | встреч встрет заседан саммит визит форум | кездес отырыс саммит сапар жиын форум
commission | commission committee intergovernmental | комисси комитет межправит | комиссия комитет үкіметаралық
president | president kremlin | президент кремл глава$-государства | президент мемлекет$-басшысы кремль
minister | minister ministry vice-minister | министр министер вице-премьер минобороны минэкологи минфин минюст минцифр минэнерго минздрав минпросвещени минкультур минтранс мцриап миицр мчс$ мвд$ | министр вице-премьер
government | government cabinet premier | правительств кабмин премьер | үкімет премьер
agency | agency$ agencies corporation | агентств корпорац ведомств | агенттік корпорация ведомство
company | company firm$ firms startup start-up operator corporation enterprise venture partner | компани фирм стартап оператор предприят партнер партнёр | компания фирма оператор кәсіпорын серіктес
customer | customer client order$ orders | заказчик клиент заказ | тапсырыс клиент
export | export prepay prepaid prepayment import$ imports$ imported importer importing | экспорт предоплат импорт | экспорт алдын$-ала импорт
sanction | sanction restrict itar export-control | санкци ограничен | санкция шектеу
technology | technolog mtcr non-proliferation safeguard | технолог нераспростран | технология
internet | internet broadband wifi connectivity | интернет связ | интернет байланыс
signal | contact$ signal control$ communicat link$ | связь связи контакт управлен сигнал | байланыс басқару сигнал
gateway | gateway ground-station teleport | шлюз наземн | шлюз жерүсті
telescope | imag imagery remote-sensing camera | съемк съёмк снимк зондир | түсір сурет зондта
tourist | touris visitor guest museum excursion pilgrim | турист туризм гост$ гостей музей экскурс | турист туризм қонақ музей
intruder | intruder trespass break-in vandal graffiti slogan paint spray artist illegal$ sneak | проник расписа вандал граффити надпис нелегал неизвестные$ неизвестных$ неизвестный$ | бөгде жасырын заңсыз бүлдір жазу$ жазба$
shuttle | shuttle buran | буран шаттл челнок | буран шаттл
city | city$ town$ resident mayor akim | город$ города$ городе$ жител мэр$ аким | тұрғын әкім қала$ қалас қаланың қалаға қалада$ қаладағы қалалық қалашы
housing | housing school flat$ apartment | жиль жилье школ квартир | тұрғын$ мектеп пәтер
police | police security prosecutor | полици прокур безопас | полиция прокур қауіпсіздік
hectare | hectare land$ territory | гектар земл террит | гектар жер$ аумақ
select | select candidat choose chosen pick$ picks$ picked seat$ win$ wins$ winner tender recruit | отбор выбра выбор кандидат победит тендер конкурс | таңда үміткер жеңімпаз тендер конкурс іріктеу орын$ орынға орны$
train | train$ training prepar | подготов тренир готовит | дайын жаттығ
spacewalk | spacewalk eva$ | выход$ открыт | ашық$-ғарыш
cargo | cargo freight supply | грузов груз$ | жүк
experiment | experiment research science | эксперимент исследован наук научн | эксперимент тәжірибе зерттеу ғылым
insure | insur premium | страхов | сақтандыр
test | test$ tests$ tested testing trial trials | испыт тест | сынақ сына
mars_moon | moon lunar mars | лун$ лунн марс | ай$ марс
announce | announc unveil reveal | объяви анонс | жариялап жарияла
schedule | schedul calendar date$ dates | график расписан дата$ срок$ сроки$ назначено$ | кесте мерзім күн$
prepare | assembl roll-out rollout rolled install fuelling fueling hangar | вывез вывоз сборк установл заправк монтаж | жинақта шығарыл орнат
strike | strike$ walkout | забастов | ереуіл
merge | merg reorgani restructur rename | слиян реорганиз переимен объединя объединил объединит объединен$ объединени | біріктір қайта$-құр
tax | tax$ taxes vat$ duty tariff | налог ндс$ пошлин тариф | салық тариф
theft | theft steal stole stolen fraud embezzl corrupt | краж хищен мошенн корруп украл | ұрлық ұрла жемқор алаяқ
zenit_like | adapt convert switch switches | адаптир переобору переве перевод | бейімде ауыс
joint | joint jointly both$ | совместн обе$ обеих | бірлескен бірлесіп екі$-ел
drone | drone drones uav$ | беспилотник дрон | дрон ұшқышсыз
court_order | bailiff enforcement warrant | исполнител исполнен | сот$-орындаушы
station_leave | evacuat withdraw withdrew pull-out | вывод$ вывести отзыв | шығару әкет
stranded | strand stuck | застря | тұрып$-қал қалып$-қойған қалып$
"""

# Statuses in whose sense an article is news by itself; the same event cannot be told anew with one of these unless it happened.
HARD = frozenset(
    [
        "crash",
        "failure",
        "postpone",
        "cancel",
        "suspend",
        "resume",
        "ban",
        "permit",
        "refuse",
        "sign",
        "ratify",
        "deny",
        "correct",
        "contradict",
        "warn",
        "appoint",
        "resign",
        "arrest",
        "seize",
        "court",
        "fine",
        "hand_over",
        "die",
        "injure",
        "leak",
        "fire",
        "cause",
        "claim",
        "damage",
        "complete",
        "select",
        "export",
        "sanction",
        "intruder",
        "merge",
        "theft",
        "strike",
    ]
)


def _read_table() -> dict[str, dict[str, tuple[str, ...]]]:
    """Part the table by language; Kazakh borrows Russian words, the others borrow nothing."""
    found: dict[str, dict[str, list[str]]] = {"en": {}, "ru": {}, "kk": {}}
    for line in _TABLE.strip().splitlines():
        concept, english, russian, kazakh = (part.strip() for part in line.split("|"))
        for language, stems in (("en", english), ("ru", russian), ("kk", kazakh), ("kk", russian)):
            for stem in stems.split():
                if "$-" not in stem:
                    found[language].setdefault(plain(stem.replace("-", "")), []).append(concept)
    return {language: {stem: tuple(dict.fromkeys(concepts)) for stem, concepts in stems.items()} for language, stems in found.items()}


_CONCEPTS = _read_table()
IDEAS = frozenset(idea for stems in _CONCEPTS.values() for ideas in stems.values() for idea in ideas)
_LONGEST = max(len(stem) for stems in _CONCEPTS.values() for stem in stems)
_SHORTEST = 3
# Most words say no idea, and their first letters tell.
_BEGINNINGS = {language: frozenset(stem[:_SHORTEST] for stem in stems) for language, stems in _CONCEPTS.items()}


def ideas_in(words: Sequence[str], language: str) -> list[str]:
    """Name the ideas that case-folded words say one after the other; an English verb is read with the particle behind it."""
    if language != "en" or _PARTICLES.isdisjoint(words):
        return [idea for word in words for idea in ideas_of(word, language)]
    found: list[str] = []
    for word, behind in zip_longest(words, words[1:], fillvalue=""):
        together = ideas_of(word + behind, language) if behind in _PARTICLES else ()
        found += together or ideas_of(word, language)
    return found


_PARTICLES = frozenset({"off", "down", "over", "back", "up"})


@by_word
def ideas_of(word: str, language: str) -> tuple[str, ...]:
    """Name the ideas that a case-folded word says, in whatever alphabet its language has."""
    return concepts_of_word(plain_in(language, word), language)


def concepts_of_word(word: str, language: str) -> tuple[str, ...]:
    """Name the ideas that a plain word says: the longest known beginning decides."""
    found = _longest(word, language if language in _CONCEPTS else "en")
    return (*found, *(wider for idea in found for wider in _WIDER.get(idea, ()) if wider not in found))


def has_own_word(idea: str, words: Iterable[str], language: str, heard: Collection[str]) -> bool:
    """Ask whether a word says an idea and nothing that was heard (тыйым is a ban, and a seizure as well), or none says it at all."""
    saying = [ideas for word in words if idea in (ideas := ideas_of(word, language))]
    return not saying or any({*ideas}.isdisjoint({*heard} - {idea, *_WIDER.get(idea, ())}) for ideas in saying)


# What is said with the narrower word is said with the wider one as well.
_WIDER = {"crash": ("failure",), "leak": ("failure",)}


def _longest(word: str, language: str) -> tuple[str, ...]:
    stems = _CONCEPTS[language]
    whole = stems.get(word + "$")
    if whole or word[:_SHORTEST] not in _BEGINNINGS[language]:
        return whole or ()
    for length in range(min(len(word), _LONGEST), _SHORTEST - 1, -1):
        found = stems.get(word[:length])
        if found:
            return found
    return ()
