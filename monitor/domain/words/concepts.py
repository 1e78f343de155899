"""What happens in the news, in three languages: the bridge by which a retelling in other words is recognised.

A concept is an idea ("postponed", "died", "signed") with the beginnings of the words that say it in English, Russian and Kazakh.
General news vocabulary and the vocabulary of flight only; names of things belong into the gazetteer.
"""

import re
from collections.abc import Sequence
from itertools import zip_longest

from monitor.domain.words.cached import by_word

_CYRILLIC = re.compile("[а-яё]")
# Kazakh has three alphabets; Latin ones are read letter by letter into the same plain Cyrillic that the stems below are folded to.
# ш and щ, и, й and і, and the back and front vowels fall together: enough to tell words apart, and robust against spelling.
_PLAIN = str.maketrans(
    {"ё": "е", "ә": "а", "і": "и", "й": "и", "ө": "о", "ұ": "у", "ү": "у", "қ": "к", "ғ": "г", "ң": "н", "һ": "х", "щ": "ш", "ъ": "ь"}
)
_LATIN = str.maketrans(
    {
        **dict(zip("abdefghjklmnopqrstuvwxyz", "абдефгхжклмнопкрстуууьыз", strict=True)),
        **{"ä": "а", "á": "а", "ğ": "г", "ǵ": "г", "ı": "и", "i": "и", "ñ": "н", "ń": "н", "ŋ": "н", "ö": "о", "ó": "о"},
        **{"ş": "ш", "ū": "у", "ü": "у", "ú": "у", "ý": "у", "c": "ц", "ç": "ч", "x": "х", "w": "у"},
    }
)


def plain(word: str) -> str:
    """Bring a case-folded Cyrillic word to the spelling of the table."""
    return word if word.isascii() else word.translate(_PLAIN)


def from_kazakh_latin(word: str) -> str:
    """Read a case-folded Kazakh word in Latin letters as plain Cyrillic."""
    return word.replace("sh", "ш").replace("ch", "ч").translate(_LATIN)


# concept | English | Russian | Kazakh.   A trailing $ asks for the whole word; a hyphen stands for a space as well: put off, put-off.
_TABLE = """
launch | launch liftoff lift-off lifts$ lifted$ blasts$ blasted$ blast-off blastoff take-off | запуск запуст пуск$ пуска$ пуску$ пуски$ пусков$ пуском старт$ старта$ старту старты стартов$ стартов | ұшыр ұшыры ұшады ұшпақ ұшты старт
first | first maiden debut inaugural | перв дебют | алғаш бірінші тұңғыш
crash | crash fell$ falls$ fall$ fallen$ plunge plummet explod explos blew$ blast$ wreck fireball | упал$ упала$ упали$ упавш паден рухну взорв взрыв катастроф обруш обвал | жарыл апат құлады құлаған құлап құлау құлай құлат
failure | fail malfunction mishap abort accident anomal emergency fault lost$ loss loses losing breakdown disaster | авари сбой сбоя отказ неудач нештат чп$ потер крушен недолет утрат утрач | апат ақау істен жоғал сәтсіз
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
poison | toxic poison heptyl propellant fuel pollut contamin spill amyl | токсич яд$ ядов гептил топлив загрязн пролив амил | улы$ улану уланд уланғ улағыш гептил отын ластан уыт
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
MARKS = {
    "recalled": (
        r"\b(?:(?<!no )(?<!any )(?<!weeks )(?<!days )(?<!months )(?<!years )earlier(?! than)|previously|formerly|recall(?:ed|s)?|reminder|background|for context|in the past|historically|had (?:said|told|been|promised"
        r"|asked|put|flown|denied|named)|used to|has been (?:let|leased|rented)|ever since|dates? (?:back|from)|decades?|until 20[3-9]\d|to 20[3-9]\d"
        r"|as (?:a reminder|we reported|reported)|to recap|years ago|last (?:year|month|autumn|spring|summer|winter))\b"
        r"|(?:напомн|ранее|прежде(?! всего)|раньше|до этого|справка|для справки|предыстори|в прошлом|до 20[3-9]\d|тогда|как сообщалось|как мы писали|лет назад"
        r"|в прошлом году|прошлым летом|прошлой (?:весной|осенью|зимой))"
        r"|(?:бұған дейін|бұрын(?!ғы)|еске сал|есте[ріңіз]*ге сал|осыған дейін|20[3-9]\d жылға дейін|жыл бұрын|былтыр|өткен жыл|(?:сол|ол) кезде|buğan deiın|būğan deiın|eske sal)"
    ),
    "unchanged": (  # what was known still holds
        r"\b(?:unchanged|no changes?\b|remains? (?:set|scheduled|planned|due|booked)|still (?:set|planned|due|scheduled|slated|expected|booked) (?:for|to|in|on)"
        r"|as (?:previously|earlier) (?:planned|announced|reported)|(?:date|plan|schedule)s? (?:still )?(?:stands?|holds?))\b"
        r"|(?:без изменений|изменений нет|не изменил(?:ась|ся|ись|ось)|\b(?:дат|план|срок|график)\w*(?: [\w-]+){0,4} прежн|прежн\w+ (?:дат|план|срок|график)"
        r"|по-прежнему (?:намеч|план|назнач|ожид)|оста[её]тся в силе|остаются в силе)"
        r"|(?:өзгеріссіз|өзгерген жоқ|өзгермеді|бұрынғыша|бұрынғыдай|сол күйінде қал)"
    ),
    "since": r"\bsince (?:19|20)\d\d|\bс (?:19|20)\d\d год|\b(?:19|20)\d\d жылдан|\b(?:19|20)\d\d jyldan",
    "correction": (
        r"^\W*(?:correct(?:ion|ed)|clarification|erratum|editor'?s note|for the record\W*$)|\bour (?:report|article|story|item|piece) (?:on|about|of)\b.{0,80}\b(?:said|gave|stated|named|called)\b|\bwe (?:apologi[sz]e|regret) (?:for )?the (?:mistake|error)|that (?:is|was) wrong"
        r"|corrects? (?:an? )?(?:earlier|previous)|\bshould (?:read|have read)\b|\bin (?:first|early|earlier|initial) reports as\b|\((?:amended|corrected)\)|\bgave (?:a|the) wrong\b|\b(?:mistakenly|wrongly|erroneously|incorrectly) (?:named|identified|called|given|stated|reported|described|listed)\b|\bmisidentified\b"
        r"|\bcorrect(?:s|ed) (?:the|its|his|her|their|that) (?:[\w’'-]+ ){0,3}(?:figure|statement|number|date|name|nationality|age|toll|account|version|sum)s?\b|\bnot [^,.;:]{2,40}, as (?:was |were |had been |the \w+ |it )?(?:first|initially|earlier|previously|originally|wrongly|had)\b|^\W*(?:исправлен|поправка|уточнен)|\((?:исправлено|уточнено)\)|по уточн[её]нн\w+ (?:данн|информац|сведен)|ошибочно (?:\w+ )?(?:назва|указа|сообщ|привед|записа)|неверно (?:назва|указа|привед)|уточнил\w*[^.]{0,80}, а не |\bне [^,.]{2,40}, как (?:сообщал|писал|говорил|утвержда|считал|полагал)|, а не [^,.]{2,40}, (?:как (?:сообщал|писал|говорил|утвержда|было|ранее|считал)|уточнил)"
        r"|(?:приносим извинения|редакция приносит|исправ(?:ляет|ил\w*) (?:сообщени|заметк|текст|публикаци|ответ|данны|цифр)|с ошибкой (?:записа|указа|назва)|(?:записан|указан|назван)\w* с ошибкой|исправляем ошибку|допущен[аы] (?:ошибка|опечатка|неточность)|допустили (?:ошибку|неточность)|вместо [^.]{1,40} следует читать|поправил(?:ся|ась|ось|ись)\b|поправил\w* (?:сообщени|информаци|данны)|в наше[йм] (?:заметке|публикации|статье|сообщении|тексте|материале)\b.{0,80}(?:назва|указа|написа|сказано|говорилось|ошиб))"
        r"|^\W*(?:түзету|түзетілді)|(?:мәлімет|ақпарат|хабар|дерек|тізім)\w* (?:\w+ )?(?:түзет(?:ті|ілді)|нақтыла(?:ды|нды))|^[^.]{0,60}\b\d+ емес, \d+ (?:жаст|адам)|қате (?:көрсетіл|енгізіл|айтыл|жазыл|хабарлан|аталған)|(?:қате жіберілді|қате кетті|кешірім сұраймыз|түзетеміз|біздің (?:мақала|хабар|жаңалы)\w*.{0,80}(?:деп жаз|деп көрсет|қате))"
    ),
    "denial": (
        r"\b(?:den(?:y|ies|ied|ying)|refut(?:e[sd]?|ing)|rebut\w*|(?:call(?:s|ed|ing)|dismiss\w*) (?:[\w’'-]+ ){1,6}(?:misreading|misunderstanding|rumou?rs|nonsense|fiction|fantas(?:y|ies)|fakes?|gossip|speculation|baseless|groundless|unfounded|fairy tales?)|untrue|not true|(?:does|do|did) not correspond to (?:reality|the facts|the truth)|(?:report|talk|rumou?r|claim)s?\b[^.]{0,60}\bpremature|no truth|(?:blog|report|rumou?r|claim|stor(?:y|ie))s? (?:is|are|was|were) (?:wrong|false|nonsense)|false (?:report|claim)s?|(?:version|theory) (?:has|had|was|is) not (?:been )?(?:confirmed|borne out)|brush(?:es|ed) (?:off|aside)|misquoted|dismiss(?:es|ed)? (?:\w+ ){0,2}(?:report|rumou?r|claim|talk|estimate|forecast)s?"
        r"|reject(?:s|ed)? (?:\w+ ){0,2}(?:report|rumou?r|claim|allegation|suggestion|estimate|forecast|talk)s?|reject(?:s|ed)? (?:any )?(?:link|connection|involvement)|in (?:response|reply|answer) to (?:\w+ ){0,2}(?:report|rumou?r)s?|nothing to do with|(?:not|no way) (?:linked|related|connected) (?:to|with)|not to blame|no (?:link|connection) (?:to|with|between)|reports? (?:that|of)\b[^.]{0,120}\b(?:is|are|was|were) (?:wrong|false|untrue|incorrect|inaccurate|mistaken))\b"
        r"|(?:опроверг|опроверж|не соответству\w+ действительности|не подтвержд|отрица(?:ет|ют|л)|(?:отверг|отм[её]л)\w* (?:\w+ ){0,2}(?:слов|слух|сообщени|заявлени|обвинени|предположени|прогноз|связь|причастност)|недостоверн|(?:сообщени|публикаци|слух|заявлени)\w*[^.]{0,80}преждевременн|это (?:вымысел|выдумк|ложь|фейк)|это неправда|назвал\w* (?:\S+ ){0,4}(?:слухами|домыслами|вымыслом|выдумкой|недоразумением)"
        r"|в связи с (?:публикаци|появивш|сообщениями)|в ответ на (?:публикаци|сообщени|слух)|непроверенн\w+ (?:сведен|информац|данн)|(?:сообщени|слух|информаци|публикаци)\w*[^.]{0,120}\b(?:неверн[ыа]|ложн[ыа]|ошибочн[ыа])\b|\bни при ч[её]м\b|не связан\w* с|не имеет отношения к)"
        r"|(?:(?:жоққа|теріске) шығар(?!май|мас|мад|маған)|расталмады|шындыққа (?:жанаспай|(?:сәйкес|сай) келме)|(?:ақпарат|хабар|мәлімет)\w* (?:жалған|өтірік|дұрыс емес)|жалған (?:ақпарат|хабар|мәлімет)|бұрмалан|(?:қатысы|байланысы) жоқ|байланысты емес)"
    ),
    "untrue": (  # of what others have told
        r"\b(?:untrue|not true|(?:does|do|did) not correspond to (?:reality|the facts|the truth)"
        r"|(?:reports?|information|claims?|rumou?rs?|stor(?:y|ies))\b[^.]{0,120}\b(?:is|are|was|were) (?:wrong|false|incorrect|inaccurate|mistaken|nonsense))\b"
        r"|не соответству\w+ действительности|недостоверн|шындыққа (?:жанаспай|(?:сәйкес|сай) келме)|(?:ақпарат|хабар|мәлімет)\w* (?:жалған|өтірік|дұрыс емес)"
    ),
    "lifted": (  # in a title: what was forbidden or seized is free
        r"\b(?:lift(?:s|ed)|cancel(?:s|led)|remov(?:es|ed)|scrap(?:s|ped)|quash(?:es|ed)|overturn(?:s|ed)) (?:[\w’'-]+ ){0,4}(?:ban|freeze|restriction|seizure|arrest)s?\b"
        r"|\b(?:ban|freeze|restriction|seizure|arrest)s?\b[^.]{0,60}\b(?:is|was|are|were|been|be) (?:lifted|removed|cancelled|overturned)\b|\b(?:frees?|freed) (?:[\w’'-]+ ){1,4}to (?:travel|leave)\b|\b(?:frees?|freed|releas(?:es|ed)) (?:[\w’'-]+ ){0,5}(?:property|assets?|cars?|equipment|accounts?)\b|\b(?:lets?|allow(?:s|ed)?) (?:[\w’'-]+ ){1,6}(?:travel|leave)\b|\b(?:can|may|free to) (?:travel|leave)\b(?! (?:the |its )?(?:lease|orbit|pad|ground|agreement|treaty))"
        r"|(?:снял|отменил|снят|отмен[её]н)\w* (?:\w+ ){0,2}(?:запрет|арест|ограничени)|разрешил\w* (?:\w+ ){0,2}(?:выезжать|выехать|выезд)"
        r"|(?:тыйым|шектеу)\w* (?:алып таста(?:л?ды)|жой(?:ыл)?ды|күшін жой(?:ыл)?ды)|шығуға рұқсат"
    ),
    "no_grounds": (  # in a title: an answer to what somebody wants or fears
        r"\b(?:no (?:grounds|preconditions|reason) (?:to|for)|not (?:negotiating|in talks)|no (?:formal|official) (?:\w+ )?(?:letter|proposal|request|decision|offer)|no (?:request|application|proposal|offer)\b.{0,40}\b(?:sent|made|received|submitted)|has not (?:asked|applied|requested)|no (?:talks? (?:of|about|on)|plans? (?:to|for|of))|(?:seen|received|had|got) no (?:\w+ )?(?:letter|request|offer|proposal|application|notice)|not been (?:formally |officially )?(?:offered|asked|told|informed|notified|approached|consulted))\b"
        r"|не подтвердил|(?:нет|не вид\w+) (?:\w+ )?(?:оснований|предпосылок|причин)\b|\b(?:оснований|предпосылок)\b.{0,40}\b(?:нет|не вид)"
        r"|не вед[её]тся (?:\w+ )?переговор|переговор.{0,30}\bне вед(?:[её]т|ут)|(?:писем|письма|запрос\w*|предложени\w|обращени\w|заявок|заявк\w)\b[^.]{0,30}\bне (?:получал|поступал|было|видел)|не (?:получал|видел)\w* (?:\w+ )?(?:писем|письма|запрос|предложени|обращени|заяв)|официальн\w+ (?:предложени|обращени|запрос|решени)\w*[^.]{0,30}\bне\b|(?:негіз|алғышарт)\w* жоқ|(?:ресми|хат|өтініш|ұсыныс)\w*[^.]{0,30}(?:түскен жоқ|түспе|келген жоқ|келме|алған жоқ|алмад)"
    ),
    "said_before": (  # what somebody else had said
        r"(?:\b(?:earlier|previously|last week|last month|the day before|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b[^.]{0,80}\b(?:said|told|claimed|named|announced)"
        r"|\b(?:had (?:said|told|claimed|named|announced|promised)))"
        r"|\basked about (?:the )?(?:\w+ )?(?:message|report|rumou?r|claim|post|talk)|\bafter (?:an? |the )?[^.,]{2,50}\b(?:wrote|reported|said|claimed|published|spoke of)\b|после (?:публикаци|сообщени|заявлени|того,? как)|удивил\w+ (?:сообщени|заявлени|слов)"
        r"|(?:ранее|на прошлой неделе|в прошлом месяце|накануне|до этого|прежде)[^.]{0,80}(?:заяв|сообщ|говор|называ|утвержда|обеща)"
        r"|(?:бұған дейін|бұрын|өткен апта|кеше)[^.]{0,80}(?:айт|мәлімде|хабарла|ата)"
    ),
    "conflict": (
        r"\b(?:(?:decision of both|decided jointly|joint decision)[^.]{0,200}(?:initiative|credited|had (?:said|described|called))|contradict\w*|different (?:account|version|figure)s?|another version|(?<!not )(?<!nor )(?<!never )(?<!labour )(?<!border )disputes (?!(?:over|about|between|with|among|and|in|on|of|have|are|were)\b)\w+|disputed (?:the|this|that|by)|conflicting|at odds|not \d[\d.,]* .{0,40}as .{0,30}(?:said|had it|claimed)"
        r"|disagree\w*|(?:claims?|says?|insists?) the opposite|(?:does|do|did) not (?:share|agree|accept)|contrary to|on the contrary|(?:(?:stick|hold)(?:s|ing)? (?:to|firm on)|stands? by (?:the|its|that|an?)) (?:\w+ ){0,2}(?:20\d\d|date|schedule|timetable|plan)|(?:respond|repl(?:y|ie)|answer)(?:s|ed|ing)? to (?:\w+ ){0,2}(?:video|footage|complaint|criticism|claim|allegation|accusation)s?|reject(?:s|ed)? (?:\w+ ){0,2}(?:version|account|finding|conclusion)s?)\b"
        r"|(?:противореч|(?:решени[ея] (?:обеих|двух) сторон|совместн\w+ решени)[^.]{0,200}(?:инициатив|хотя|ранее)|объясня\w+ по-разному|утвержда\w+ обратное|по другой версии|иную версию|другую версию|указывает иначе|расход\w+ с|вопреки (?:данным|заявлен|слов|верси)|в ответ на (?:письмо|заявлени|слова)|не (?:согласи|согласн|согласен|разделя)\w*|напротив, |настаива\w+ на (?:прежн|20\d\d)|ответил\w* на (?:видео|кадр|жалоб|критик|обвинени|претензи|публикаци)|(?:отверг|оспор)\w* (?:\w+ ){0,2}(?:верси|вывод|оценк)|(?:версия|версию) другой стороны)"
        r"|(?:келіспе(?:ді|йді|ген)|(?:видео|шағым|айыптау|сын)\w* (?:қатысты )?жауап (?:бер|қат)|керісінше|әртүрлі түсіндір|басқа (?:нұсқа|пікір)|қайшы|басқаша (?:айт|мәлім|көрсет)|өзгеше (?:айт|мәлім))"
    ),
    "appeals": (  # who turns to a higher court has said that it disagrees
        r"\b(?:appeals? (?:against|to)|appealed|(?:files?|filed|lodges?|lodged|lodging) (?:\w+ ){0,2}appeal)\b|апелляц|обжал|кассац|шағымдан(?:д|ып|ған)"
    ),
    "wished": (  # in a title: who wanted it
        r"\b(?:at (?:(?:the|its|their) )?(?:\w+[’']s )?(?:request|initiative|suggestion|insistence)|(?:requested|initiated|sought) by|(?:(?:ask|appli|apply)\w* for|want\w*|sought|seek\w*|request\w*) (?:[\w-]+ ){0,3}(?:delay|postponement|more time|time)|\w+[’']s (?:wish|idea|request)|(?:not|never) (?:asked|requested)|joint(?:ly)? deci\w+|decided (?:together|jointly))\b"
        r"|(?:по (?:просьбе|инициативе|предложению|настоянию)\b|инициировал|инициатор|не просил|просил\w* (?:об )?(?:отсроч|перен|отлож)|(?:перенос|отсрочк)\w*[^.]{0,40}\b(?:по)?просил|решили (?:вместе|совместно)|приняли обе |совместн\w+ решени)"
        r"|(?:өтініші|бастамасы|ұсынысы)(?:мен| бойынша)|сұраған жоқ|сұраған емес|жағы(?:ның)? (?:сұра|өтін)|жағынан түскен|кейінге (?:қалдыруды|шегеруді)[^.]{0,40} сұра|(?:бірге|бірлесіп) шеш"
    ),
    "together": (  # in a title: nobody wanted it more than the other
        r"\b(?:joint(?:ly)? deci\w+|decided (?:together|jointly)|(?:not|never) (?:asked|requested))\b"
        r"|не просил|решили (?:вместе|совместно)|приняли обе |совместн\w+ решени|сұраған жоқ|сұраған емес|(?:бірге|бірлесіп) шеш"
    ),
    "told": (  # somebody says it now
        r"\b(?:said|says|told|announc\w+|report(?:ed|s)|according to|stat(?:ed|es)|confirm(?:ed|s)|wrote|declared|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday)\b"
        r"|(?:сообщил|заяви|рассказал|по данным|передал|объявил|подтвердил|уточнил|сказал|написал|пишет|отметил|в (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)|сегодня|вчера|накануне)"
        r"|(?:хабарлады|мәлімдеді|айтты|\bдеді\b|\bдейді\b|деп жазды|жариялады|дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|бүгін|кеше|айтуынша|мәліметінше|делінген|есеп берді)"
    ),
    "routine": (  # a step that is always taken
        r"\b(?:in the normal way|without incident|nominal(?:ly)?|routine|roll(?:ed|s)? out|roll-?out|(?:raised|erected) (?:on|to) the (?:pad|vertical)|dock(?:s|ed) (?:with|at|to|automatically|(?:about |some )?\w+ hours)|linked up with|arriv(?:es|ed) at|hatch(?:es)? opens?)\b"
        r"|(?:вывез(?:ли|ен\w?) (?:на|ракет|к )|(?<!до )(?<!пробный )вывоз(?:а|е)? (?:на|ракет)|установ\w+ на старт|пристыковал|стыковка (?:прошла|состоялась))"
        r"|(?:түйіст|алаңға (?:шығар|жеткіз))"
    ),
    "customary": (  # what is done each time
        r"\b(?:such|these|the same) [^.]{2,60}\b(?:before|after|for|with|at) (?:each|every)\b"
        r"|\b(?:так(?:ие|ая|ое|ой)|эт[ио]) [^.]{2,60}\b(?:перед|после|при|до) кажд\w+|\bподобн\w+ [^.]{2,60}\b(?:и раньше|и прежде)\b|\b(?:мұндай|бұндай|осындай) [^.]{2,60}\bәр(?:бір)? "
    ),
    "each_year": r"\b(?:every|each) (?:year|april|spring)\b|\bкажд(?:ый|ую|ое) (?:год|апрел\w|весн\w)|\bежегодно\b|\b(?:жыл|көктем) сайын\b|\b1961\b",
    "docked": (  # a flight has reached its station
        r"\b(?:dock(?:s|ed)|(?:reach(?:es|ed)|arriv(?:es|ed) at) the (?:\w+ )*station|moor(?:s|ed))\b"
        r"|(?:пристыковал|причалил|стыковка (?:прошла|состоялась)|(?:прибыл|добрал|долетел)\w* (?:на|до) (?:\w+ )?(?:станци|мкс)|пере(?:ш[её]л|шла|шли) на борт (?:станци|мкс))"
        r"|түйіс(?:ті|тірілді)|(?:станцияға|стансаға|хғс-ке|хғс-қа) (?:жетті|келді)"
    ),
    "on_plan": (  # a step that was taken as it should be
        r"\b(?:on (?:time|schedule)|as (?:planned|scheduled)|by the book|textbook|to the (?:second|minute)|flawless(?:ly)?|on the (?:planned|announced|named) (?:day|date)|on the (?:day|date)\b[^.]{0,30}\b(?:given|named|announced|set)|on the dot|as (?:rescheduled|announced|intended))\b"
        r"|(?:в (?:расч[её]тное|назначенное|намеченное|установленное) время|по (?:плану|графику)|штатн(?:о|ом)|в срок|как и (?:планировалось|(?:было )?(?:намечено|запланировано|объявлено))|без замечаний)"
        r"|(?:жоспарланған|белгіленген) уақытта|жоспарға сай|жоспар бойынша|кестеге сай|кестедегі (?:уақыт|мерзім)|дер кезінде|уақытында"
    ),
    "by_hand": (  # what as a rule happens by itself
        r"\b(?:by hand|manual(?:ly)?|(?:by|with) (?:a )?joysticks?|by remote control|under remote control)\b|\b(?:вручную|в ручном режиме|телеоператорн\w+)\b|\b(?:қолмен|қол режимінде)\b"
    ),
    "launched": (  # a flight began
        r"\b(?:(?:lift|blast)(?:s|ed)[- ]off|(?<!to )(?<!will )(?<!would )(?:lift|blast) off|launched|t(?:akes|ook) off|soar(?:s|ed)"
        r"|(?:en route|on (?:his|her|its|their) way) to (?:the )?(?:\w+ )?station|(?:safely in|reach(?:es|ed)) orbit"
        r"|ma(?:kes|de) (?:(?:its|a|the) )?(?:first|maiden) flight|sen(?:ds|t) up|(?:left|leaves) [\w-]+ (?:(?:on \w+day )?(?:in|aboard|on board)|at \d+)|fl(?:ew|ies) (?:for the first time|from)|(?:left|leaves) (?:the (?:ground|pad)|site \d+)|r(?:ose|ises) from)\b"
        r"|(?<!не )(?:стартовал|запущен\b|запущена\b|запущены\b|взлетел|полетел|улетел|слетал|отправил(?:ся|ась|ись) (?:на|к|в)\b|(?:выш(?:ел|ла|ли)|уш(?:ел|ёл|ла|ли)) (?:на орбиту|к мкс|со? (?:\w+ ){0,2}площадки|с байконура|со? «)|уш(?:ел|ёл|ла|ли) «|вывел[аи]? (?:(?:\S+ ){0,4}на (?:\w+ )?орбиту|спутник|аппарат|«))"
        r"|\b(?:ұшырылды|ұшты|аттанды|көтерілді)\b"
    ),
    "landed": (  # a flight ended
        r"\b(?:land(?:s|ed)|touch(?:es|ed) down|touchdown|(?:come|comes|came|is|are|back) home|back on earth|return(?:s|ed)? (?:to|from) (?:earth|space|orbit|(?:the )?(?:kazakh )?steppe))\b"
        r"|(?<!не )(?:приземлил|спускаем\w+ (?:аппарат|капсул)\w*.{0,80}\b(?:сел|села|опустил)|\bсел[аи]? (?:в|под|близ|к|юго\S*|северо\S*|восточнее|западнее|южнее|севернее) (?:\w+ )?(?:степ|жезказган|аркалык)|верну(?:лся|лась|лись) (?:на землю|с орбиты|домой))|(?:жерге қон|далаға қон|маңына қонды|\bоралды\b)"
    ),
    "yearly": (  # what is paid every year, and was: nobody says that it changes
        r"^(?!.*\b(?:rais|ris[ei]|rose|tripl|doubl|increas|cut|will|would|instead|повы|увелич|подня|выра?ос|будет|вместо|өсі|артт|көтер|орнына))"
        r".*(?:\b(?:rents|leases|pays|is (?:let|leased|rented))\b.{0,80}\b(?:(?:a|per|each|every) year\b|annual)"
        r"|\b(?:аренду(?:ет|ют)|плат(?:ит|ят)|сда[её]тся)\b.{0,80}(?:в год|ежегодно)|жылына.{0,80}(?:төлейді|жалға алады|жалдайды))"
    ),
    "office": (  # somebody takes or leaves an office
        r"\bnam(?:e[sd]?|ing) (?:[\w’'.-]+ ){1,3}(?:(?:as|to) )?(?:the )?(?:new )?(?:head|chief|director|minister|chairman|lead)\b"
        r"|\b(?:was|is|been|has|were) (?:\w+ )?(?:appointed|dismissed|sacked|fired|ousted|removed as)\b|\bappoints?\b|\bappointed \w+ \w+"
        r"|\bnow heads\b|\bsteps? down\b|\bstepped down\b"
        r"|(?:назначен(?:а|ы)?\b(?! штраф)|назначил(?!.{0,40}штраф)|возглавил|возглавит\b|отправлен\w* в отставку|подал\w* в отставку|освобожд[её]н\w* от|уволен|снят с должности)"
        r"|((?<!айыппұл )тағайында(?:лды|ды)|қызметінен (?:босат|кет)|басшысы болды)"
    ),
    "milestone": (  # for the first time, or again after long
        r"\b(?:maiden (?:flight|launch)|(?:ma(?:kes|de) (?:its )?first flight|fl(?:ew|ies) for the first time|(?:sent|sends|sending) up (?:its|the) first|first (?:rocket|launcher) (?:left|leaves|rose|rises|lifted|lifts|flew|flies))|first (?:flight|launch|start)\b.{0,40}\bsince|first time since|^\W*(?:the )?first (?:[\w-]+ ){1,3}(?:in|for) (?:[\w-]+ ){0,2}(?:years|months|decades)|after a (?:\w+[- ]){1,3}(?:break|pause|gap)|(?:end|ending|ended) a (?:break|pause|gap)"
        r"|return(?:s|ed)? to flight|(?:go|goes|went|is|are) on sale|opens? for (?:business|customers))\b"
        r"|(?:впервые (?:за|с|после)|первый (?:пуск|полёт|полет|старт)\w* (?:за|с|после)|после (?:\w+ ){1,2}перерыва|официально заработал|совершил\w* первый (?:полёт|полет)|впервые (?:взлетел|стартовал|полетел|поднял)|перв\w+ (?:пуск|старт|полёт|полет) (?:прошёл|прошел|состоялся|удался)|дебютн\w+ (?:пуск|старт|полёт|полет) (?:прошёл|прошел|состоялся|удался))"
        r"|(?:ресми түрде (?:іске|жұмыс)|(?:алғаш|тұңғыш) рет (?:ұш|көкке)|(?:алғашқы|тұңғыш) (?:ұшуын|сапарын)|үзілістен кейін)"
    ),
    "given_up": (  # a plan or an estimate that no longer holds
        r"\b(?:had been|was|were) (?:to have|due|set|planned|scheduled|expected|booked|slated|meant|to (?:fly|launch|lift))\b"
        r"|\b(?:earlier|previous|original|initial|first|old) (?:date|plan|estimate|figure|sum|target|schedule|deadline|version|reports?)\b"
        r"|\b(?:originally|initially|previously|used to be)\b"
        r"|\b(?:ранее|прежде|раньше|изначально|первоначально)\b[^.]{0,60}\b(?:план|намеч|назнач|ожид|называ|оценива|говори|сообща|должн|собира)"
        r"|\b(?:планировал|намечал)(?:ся|ось|ась|и)\b|\bбыл[аио]? (?:намечен|назначен|запланирован)|\bдолж(?:ен|на|но|ны) был"
        r"|\bпрежн(?:яя|ий|ее|ие|юю|его) (?:дат|срок|оценк|сумм|цифр|план)"
        r"|\b(?:бұрын|бұған дейін|алғашында|бастапқыда)\b[^.]{0,60}(?:жоспар|белгілен|күтіл|айтыл|болатын)"
        r"|(?:жоспарланған|белгіленген|тиіс) (?:еді|болатын)"
    ),
    "moved_from": r"(?:mov|postpon|push|slipp|shift)ed from|перен[её]с\w* с|перенос\w* с|сдвиг\w* с",  # the day that follows was a plan
    "replaced": (  # the value that follows is not the one any more
        r"instead of|rather than|up from|down from|(?:mov|postpon|push|slipp|shift)ed from|against (?:an? )?(?:estimate|plan) of"
        r"|earlier|previously|originally|not(?! (?:before|earlier|later|until|only|yet|less|more|sooner))"
        r"|вместо|раньше|ранее|прежде|а не|перен[её]с\w* с|перенос\w* с|сдвиг\w* с|при смете(?: в)?|(?:намеча|планирова|ожида|назнача)вш\w+"
        r"|орнына|бұрын|бұған дейін"
    ),
    "planned": (  # somebody means to
        r"\b(?:plan(?:s|ned|ning)? to|intend\w*|expects? to|hopes? to|aims? to|will|is due|are due|is to|are to)\b"
        r"|(?:намерен|планиру|рассчитыва|ожида|собира(?:ет|ют)|предстоит|будет|будут|запланирован)"
        r"|(?:жоспарла|көзде|ниетт|күтіл|(?<!ға )(?<!ге )(?<!қа )(?<!ке )болады|мақсат)"
    ),
    "explainer": (
        r"^\W*(?:explain(?:er|ed)|what (?:is|are|we know)|why |how |comment|opinion|analysis|timeline|fact ?box|backgrounder|in pictures|gallery|history of|q&a|profile|feature"
        r"|column|editorial|essay|on this day|five things|ten things|long ?read)|[:–—-] from the archives?\W*$|^\W*from (?:the|our) archives?\b|\ba primer\b|\bwho (?:they are|he is|she is)\W*$|[:–—] what we know\b|\b(?:a|the) year in (?:\w+ )?(?:lines|pictures|photos|numbers|words|paragraphs|points|headlines)\b|\bthings to remember\b|\b(?:the )?year in (?:review|space)\b|\breview of the year\b|\b(?:what (?:ever )?became of|what(?:ever| ever) happened to|the story of|a short history|how did it (?:all )?come to this|questions (?:our|your) readers|readers['’] questions|your questions)\b|[:–—-] (?:an? )?(?:opinion|comment|column|analysis|explainer)\W*$"
        r"|^\W*(?:[^:]{2,40}: )?(?:кому принадлежит|сколько стоит)\b|^\W*чем [^:?]{2,60} отлича|[:–—-] коротко\W*$|^\W*(?:что такое|почему|зачем|как устроен|справка|мнение|колонка|комментарий|анализ|история|хроника|досье|фоторепортаж|кто такой|день в истории|лонгрид)\b|[:–—-] из архива\W*$|^\W*из (?:нашего )?архива\b|что (?:стало|случилось) с |[:–—] что известно\b|\bкто (?:они|он|она)(?: такие| такой| такая)?\W*$|история одно|[:–—-] (?:мнение|колонка|комментарий|разбор|справка)\W*$|вопросы (?:наших )?читателей|\bитоги (?:20\d\d )?года\b|\bчем запомнился\b|\bгод в (?:\w+ )?(?:строках|абзацах|цифрах|фотографиях)|\bглавное за год\b"
        r"|^\W*(?:мұрағат (?:парағы|сөйлейді)|мұрағаттан|не үшін|неге|қалай|пікір|түсіндірме|тарих|анықтама|ой-?толғау)|(?:деген не|дегеніміз не)(?:\?| және|\W*$)|[:–—-] пікір\W*$|түсіндірме\W*$|[:–—] не белгілі\W*$|жыл қорытынды"
    ),
    "advert": (  # somebody sells a journey, a ticket, a thing
        r"\*?\badvertisement\b|\bterms apply\b|\bwin a (?:night|trip|seat|week)\b|\bbook (?:early|now|online|with code|before \d)|\bhalf board\b|\btours are on sale\b|\b(?:single supplement|per person sharing|early[- ]bird|seats left|(?:places|seats|spaces) (?:are )?limited|includes? (?:all )?(?:meals|transfers|flights|breakfast))\b"
        r"|\bfrom (?:only )?[$€£] ?\d[\d,.]*(?: (?:without|including|excluding) flights| per person| pp\b)"
        r"|(?:на правах рекламы|раннее бронирование|забронир\w+|бронируйте|в стоимость тура вход|тур(?:ы)? (?:от|за) \d|^\W*туры? выходного дня|бронь по|питание включено|(?:количество|число) мест ограничено|осталось \d+ мест|скидк\w+ (?:до|по промокоду))"
        r"|(?:жарнама құқығ|брондаңыз|тур бағасы|орын(?:дар)? саны шектеулі|жеңілдік\w* (?:дейін|беріледі|бар)|турға шақыр)"
    ),
    "interview": r"\binterview\b|\bin conversation with\b|интервью|\b(?:разговор|беседа) с |сұхбат",  # in a title
    "opinion": (
        r"(?:views expressed are (?:his|her|their|the author)|the author (?:is|teaches|writes)|i would not|in my view|i (?:want|wish) to argue|i would argue)"
        r"|(?:мнение автора|на мой взгляд|убежд[её]н, что|автор — |точка зрения редакции|материал справочный)|(?:мақала автордың|автордың жеке пікірі|avtordyñ jeke)"
    ),
    "asked": (  # a reader has asked, and is answered
        r"\breaders (?:have been asking|(?:often |keep )?ask)|\ba reader (?:asks|wonders|writes)|(?:читатель|читательница|читатели) (?:\w+ )?(?:спрашива|интересу)|оқырман\w*[^.]{0,60}сұра"
    ),
    "anniversary": (
        r"\b(?:anniversary|cosmonautics day|years (?:on(?=\W*$|[:;–—])|since|ago today)|(?<!on \d\dth )birthday|^\W*(?:on this day\b|this day in\b)|^\W*(?:april 12|12 april)\W*[:–—]|turn(?:s|ed)? \d\d|(?:\d\d|\w+ty) years of|commemorat\w+|(?:lay|laid|laying) (?:[\w-]+ ){0,2}(?:flowers|tulips|carnations|wreaths?)|remember(?:s|ed|ing)?|(?:years|decades|summers|winters) have (?:gone by|passed) since)\b|^\W*(?:\d\d|\w+ty)(?:-\w+)? years (?!in (?:jail|prison))(?:after|in|of|at|on)\b[^,]*$|\btwelfth of april\b|двенадцат(?:ое|ого) апреля|он екінші сәуір"
        r"|(?:годовщин|летие|летия|летию|день космонавтики|дню космонавтики|юбиле[йяюе](?!н)|лет со дня|исполн(?:яется|илось)|^\W*(?:в этот день\b|этот день в истории)|^\W*12 апреля\W*[:–—]|возложил\w* (?:\w+ )?(?:цветы|венки)|гүл (?:қойды|шоқтарын)|вспомина|помнит|помнят|как это было|^\W*(?:\d\d|двадцать|тридцать|сорок|\w+десят|девяносто|сто)(?: \w+)? лет (?!лишени|колони|тюрьм|строгого)(?:(?:у|на|в|во|без|с|со)\b|[\w«»-]+(?:у|ю|ам|ям)\b)[^,]*$)"
        r"|\b(?:\d\d|жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен|тоқсан|жүз)(?: \w+)? жыл(?:\W*$|\W*[:–—])|^\W*12 сәуір\W*[:–—]|жыл толды|(?:мерейтой|жылдығы|ғарышкерлер күні|ұшқанына|толды\W*$|еске ал|атап өт)"
    ),
    "year_gone": (  # in a title: the year that ends, looked back on
        r"\b(?:(?:the|['’]s|space|a) year (?:in|at|on|of)|space year)\b|: (?:the|a) year\b|\b20\d\d (?:in|at|on) [^:]*:"
        r"|(?:хроника|итоги) года\b|\bгод (?:в|на) [^:]*:|жыл(?:дың)? (?:қорытынды|шолу)"
    ),
    "years_ago": r"\b\w+ years ago\b|\ba year ago\b|(?:лет|года|\bгод) назад|жыл бұрын",
    "roundup": (
        r"\b(?:round-?up|the week in|week in|weekly|this week in|the year in (?:\w+ )?(?:pictures|photos|numbers|words)|digest|morning (?:brief|letter)|friday five|in brief|news in|what readers may have missed)\b"
        r"|(?:за неделю|обзор недели|итоги недели|дайджест|главное за|коротко о|кратко:)|(?:апта шолуы|апталық шолу|бір аптада|дайджест|қысқаша жаңалық)"
    ),
    "boilerplate": (
        r"^\W*(?:read (?:also|more|next)|see also|also read|related|more on this|sign up|subscribe|follow us|newsletter|advertisement|share this|photo|image|caption|support (?:our|the|us)"
        r"|did you (?:find|enjoy|miss)|you are receiving|have a good|contact:|this story was|click here|all rights|copyright|donate|join (?:us|our)|download|our journalism|write to the desk)"
        r"|^\W*(?:читайте|читать|смотрите|подпис|фото|снимок|иллюстрация|если вы заметили|поддержите|реклама|поделит|материалы по теме|по теме|источник фото|новости партн|следите)"
        r"|^\W*(?:оқи отыр|тағы оқы|жазыл|сурет|фото|телеграм|telegram|жаңалықтарды|пікір қалдыр|бөліс|сондай-ақ оқы|оқыңыз)"
        r"|\bsubscri(?:be|ption|bers?)\b.{0,80}(?:euros?|dollars?|\$|€|£|month)|to (?:continue|keep) reading|\b(?:join|unlock|members?|read on)\b.{0,50}\b(?:a|per) (?:month|week|year)\b|\bfor members\b|подписк\w+.{0,60}(?:руб|месяц)"
        r"|(?:unsubscribe|manage your settings|reply to this mail|views expressed|ctrl\+enter|jazylu tegın|жазылу тегін|privacy policy)"
    ),
}  # fmt: skip


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
_LONGEST = max(len(stem) for stems in _CONCEPTS.values() for stem in stems)
_SHORTEST = 3
# Most words say no idea, and their first letters tell.
_BEGINNINGS = {language: frozenset(stem[:_SHORTEST] for stem in stems) for language, stems in _CONCEPTS.items()}


def ideas_in(words: Sequence[str], language: str) -> list[str]:
    """Name the ideas that case-folded words say one after the other; an English verb is read with the particle behind it."""
    if language != "en":
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
    return concepts_of_word(from_kazakh_latin(word) if language == "kk" and not _CYRILLIC.search(word) else plain(word), language)


def concepts_of_word(word: str, language: str) -> tuple[str, ...]:
    """Name the ideas that a plain word says: the longest known beginning decides."""
    found = _longest(word, language if language in _CONCEPTS else "en")
    return (*found, *(wider for idea in found for wider in _WIDER.get(idea, ()) if wider not in found))


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
