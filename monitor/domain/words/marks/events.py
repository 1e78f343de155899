"""What has happened, in the words that tell it: flights and their steps, offices, meetings without a result."""

EVENTS = {
    "cause_named": (  # in a title: why it happened is known
        r"\b(?:nam(?:es|ed)|finds?|found|giv(?:es|en)|gave|reveal(?:s|ed)?) (?:[\w’'-]+ ){0,2}cause\b"
        r"|\bcause (?:[\w’'-]+ ){1,5}(?:named|found|known)\b"
        r"|\bblamed (?:on|for)\b|\b(?:is|are|was|were) to blame\b"
        r"|\bназва(?:л|ла|ли|на|ны) причин|\bпричин\w+ (?:\S+ ){1,5}(?:назван|установлен|известн|стал)|себебі?н? (?:ата(?:ды|лды)|анықта)"
    ),
    "instalment": (  # in a title: a part of what was owed has been paid
        r"\b(?:pays|paid|transfers|transferred|receive[sd]?|gets|got) (?:[\w’'-]+ ){0,2}(?:first|second|third|last|final|next) (?:[\w-]+ )?"
        r"(?:instal?ments?|tranche|payment|part|half|third)\b"
        r"|\b(?:first|second|third|last|final) (?:instal?ment|tranche|payment) (?:[\w-]+ )?(?:arriv|receiv|paid|made|in\b|comes|came)"
        r"|\b(?:перечисл|выплат|заплат|перев[её]л|получ|внес|внёс)\w* (?:\S+ ){0,2}(?:перв|втор|треть|последн|очередн)\w+ "
        r"(?:\S+ )?(?:плат[её]ж|транш|взнос|част|половин)"
        r"|\b(?:перв|втор|треть|последн|очередн)\w+ (?:плат[её]ж|транш|взнос)\w* (?:\S+ )?(?:поступил|перечислен|при[шд]|получен)"
        r"|\b(?:алғашқы|бірінші|екінші|соңғы) (?:төлем|транш|бөлі)\w* (?:\S+ ){0,2}(?:аударды|аударылды|төледі|төленді|түсті)"
    ),
    "another_dead": (  # more have died than were told of
        r"\b(?:second|third|fourth|fifth|another) (?:[\w’'-]+ ){0,3}(?:dies|died|dead|succumb(?:s|ed))\b"
        r"|\b(?:death toll|number of (?:the )?(?:dead|deaths|victims)) (?:[\w’'-]+ ){0,2}(?:ris|rose|climb|grow|reach|now)"
        r"|\b(?:втор|треть|четв[её]рт|пят|ещ[её] од)\w+ (?:\S+ ){0,3}(?:погиб|сконча|умер)"
        r"|\b(?:погиб|сконча|умер)\w* (?:\S+ )?(?:втор|треть)\w+"
        r"|\bчисло (?:погибших|жертв) (?:\S+ ){0,4}(?:вырос|выросл|увелич|достиг|раст[её]т|возрос)"
        r"|\b(?:екінші|үшінші|тағы бір) (?:\S+ ){0,3}(?:қайтыс бол|көз жұм|қаза (?:тап|бол)|мерт бол)|(?:қаза тапқан|қайтыс болған)\w* саны"
    ),
    "launched": (  # a flight began
        r"\b(?:(?:lift|blast)(?:s|ed)[- ]off|(?<!to )(?<!will )(?<!would )(?<!not )(?:lift|blast) off|(?<!\bbe )(?<!not )launched"
        r"|t(?:akes|ook) off"
        r"|soar(?:s|ed)"
        r"|(?:en route|on (?:his|her|its|their) way) to (?:the )?(?:\w+ )?station|(?:safely in|reach(?:es|ed)) orbit"
        r"|ma(?:kes|de) (?:(?:its|a|the) )?(?:first|maiden) flight|sen(?:ds|t) up"
        r"|(?:left|leaves) [\w-]+ (?:(?:on \w+day )?(?:in|aboard|on board)|at \d+|for the (?:[\w-]+ ){0,3}station)"
        r"|fl(?:ew|ies) (?:for the first time|from)"
        r"|(?:left|leaves) (?:the (?:ground|pad)|site \d+)|r(?:ose|ises) from)\b"
        r"|(?<!не )(?:стартовал|запущен\b|запущена\b|запущены\b|взлетел|полетел|улетел|слетал|отправил(?:ся|ась|ись) (?:на|к|в)\b"
        r"|(?:выш(?:ел|ла|ли)|уш(?:ел|ёл|ла|ли)) (?:на орбиту|к мкс|со? (?:\w+ ){0,2}площадки|с байконура|со? «)|уш(?:ел|ёл|ла|ли) «"
        r"|вывел[аи]? (?:(?:\S+ ){0,4}на (?:\w+ )?орбиту|спутник|аппарат|«))"
        r"|\b(?:ұшырылды|ұшты|аттанды|көтерілді)\b"
    ),
    "landed": (  # a flight ended
        r"\b(?:land(?:s|ed)|touch(?:es|ed) down|touchdown|parachut(?:es|ed) (?:down|back|on ?to|in ?to)"
        r"|(?:come|comes|came|is|are|back) home|back on earth"
        r"|return(?:s|ed)? (?:to|from) (?:earth|space|orbit|(?:the )?(?:kazakh )?steppe))\b"
        r"|(?<!не )(?:приземлил|спускаем\w+ (?:аппарат|капсул)\w*.{0,80}\b(?:сел|села|опустил)"
        r"|\bсел[аи]? (?:в|под|близ|к|юго\S*|северо\S*|восточнее|западнее|южнее|севернее) (?:\w+ )?(?:степ|жезказган|аркалык)"
        r"|верну(?:лся|лась|лись) (?:на землю|с орбиты|домой))|(?:жерге қон|далаға қон|маңына қонды|\bоралды\b)"
    ),
    "docked": (  # a flight has reached its station
        r"\b(?:dock(?:s|ed)|(?:(?<!to )(?<!will )(?<!can )(?<!would )(?<!could )reach|reach(?:es|ed)"
        r"|arriv(?:es|ed) at|float(?:s|ed) into) (?:the )?(?:(?:international|orbital|space) ){0,2}station|moor(?:s|ed))\b"
        r"|(?:пристыковал|причалил|стыковка (?:прошла|состоялась)|(?:прибыл|добрал|долетел)\w* (?:на|до) (?:\w+ )?(?:станци|мкс)"
        r"|пере(?:ш[её]л|шла|шли) на борт (?:станци|мкс))"
        r"|түйіс(?:ті|тірілді)|(?:станцияға|стансаға|хғс-ке|хғс-қа) (?:жетті|келді|қосылды|жалғанды)"
    ),
    "routine": (  # a step that is always taken
        r"\b(?:in the normal way|without incident|nominal(?:ly)?|routine|roll(?:ed|s)? out|roll-?out"
        r"|(?:raised|erected) (?:on|to) the (?:pad|vertical)|dock(?:s|ed) (?:with|at|to|on \w+day|automatically|(?:about |some )?\w+ hours)"
        r"|linked up with|arriv(?:es|ed) at|hatch(?:es)? opens?)\b"
        r"|«[^»]+» вывез(?:ли|ен)\b"
        r"|(?:вывез(?:ли|ен\w?) (?:на|ракет|к )|(?<!до )(?<!пробный )вывоз(?:а|е)? (?:на|ракет)|установ\w+ на старт|пристыковал"
        r"|стыковка (?:прошла|состоялась)|(?:прош[её]л|провед[её]н|выполнен|состоялся) очередной (?:\w+ )?пуск)"
        r"|(?:түйіст|алаңға (?:шығар|жеткіз))"
    ),
    "on_plan": (  # a step that was taken as it should be
        r"\b(?:on[- ](?:time|schedule)|as (?:planned|scheduled)|according to (?:the )?(?:plan|schedule)|like clockwork|trouble-free"
        r"|without a hitch|by the book|textbook|to the (?:second|minute)|(?:flaw|fault)less(?:ly)?"
        r"|at the (?:planned|set|scheduled|appointed|announced) (?:time|minute|hour)|on the (?:planned|announced|named) (?:day|date)"
        r"|on the (?:day|date)\b[^.]{0,30}\b(?:given|named|announced|set)|on the dot"
        r"|the (?:very )?minute (?:printed|named|given|set)"
        r"|at the (?:time|place)(?: and (?:time|place))? (?:[\w-]+ ){0,3}(?:had )?(?:calculated|named|planned|announced|foreseen)"
        r"|could(?:n['’]t| not) have been more (?:ordinary|routine|normal)|as (?:rescheduled|announced|intended))\b"
        r"|(?:в (?:расч[её]тное|плановое|назначенное|намеченное|установленное|запланированное|заданное) время|по (?:плану|графику)"
        r"|штатн(?:о|ом)\b"
        r"|в срок|как и (?:планировалось|(?:стояло|значилось) в (?:расписании|графике)"
        r"|(?:было )?(?:намечено|запланировано|объявлено|расписано|назначено))|без замечаний)"
        r"|(?:жоспарланған|белгіленген) уақытта|жоспарлы түрде|жоспарға сай|жоспар бойынша|кестеге сай|кесте бойынша"
        r"|кестедегі (?:уақыт|мерзім)"
        r"|дер кезінде|уақытында|(?:жоспарланған|белгіленген) минутта"
        r"|\b(?:landed|lands|touche[sd] down|c[ao]mes? down|came down)\b[^.]{0,60}\bin (?:the|its) (?:set|designated|planned|assigned"
        r"|intended|target) (?:area|zone|place|spot)\b"
        r"|(?:приземлил|посадк|коснул|опустил|\bсел[аи]?\b)[^.]{0,80}"
        r"\bв (?:расч[её]тн|заданн|назначенн|установленн|планов)\w+ (?:район|мест|точк)"
        r"|(?:белгіленген|есептелген|жоспарланған) (?:ауданға|аймаққа|жерге|орынға)[^.]{0,40}(?:қонды|түсті)"
    ),
    "empty": (  # in a title: a ship of people flies without any
        r"\b(?:uncrewed|unmanned|without (?:a )?crew|(?:nobody|no one|no crew) (?:on board|aboard)|empty)\b|\bбез (?:экипажа|людей)\b"
        r"|экипажсыз"
        r"|\bбос кеме"
    ),
    "fell_short": (  # a flight that did not reach what it was to
        r"\b(?:(?:slightly|well|far|somewhat|falls?|fell|left|leaves) (?:\S+ )?short\b|shortfall"
        r"|short of (?:its|the) (?:target|orbit|planned)"
        r"|off target|(?:lower|higher|shorter|longer) (?:[\w-]+ )?than (?:planned|intended|expected))"
        r"|нерасч[её]тн|не на (?:ту|расч[её]тную) орбит|(?:ниже|выше|меньше|раньше) (?:расч[её]тн|планов|запланированн)"
        r"|(?:есептік|жоспарлы) орбитаға (?:жетпе|шықпа)"
    ),
    "by_hand": (  # what as a rule happens by itself
        r"\b(?:by hand|manual(?:ly)?|(?:by|with) (?:a )?joysticks?|by remote control|under remote control)\b"
        r"|\b(?:вручную|в ручном режиме|телеоператорн\w+)\b|\b(?:қолмен|қол режимінде)\b"
    ),
    "customary": (  # what is done each time
        r"\b(?:such|these|the same) [^.]{2,60}\b(?:before|after|for|with|at) (?:each|every)\b|\b(?:such|similar) [^.]{2,60}\bevery\b"
        r"|(?:пров[её]л|выполнил|состоял)\w* [^.]{0,80}\bочередн\w+ (?:[\w-]+ ){0,2}(?:пуск|испытани)"
        r"|\b(?:carried out|conducted|held) [^.]{0,80}\banother (?:[\w-]+ ){0,2}(?:test|launch)\b"
        r"|\b(?:такие|подобн\w+|похож\w+) [^.]{2,60}\bкажд(?:ый|ую|ое) (?:год|весн|осен|лет|зим|раз)"
        r"|\b(?:так(?:ие|ая|ое|ой)|эт[ио]) [^.]{2,60}\b(?:перед|после|при|до) кажд\w+|\bподобн\w+ [^.]{2,60}\b(?:и раньше|и прежде)\b"
        r"|\b(?:мұндай|бұндай|осындай) [^.]{2,60}(?:\bәр(?:бір)? |\bсайын\b)|\bәр(?:бір)? \w+(?:нан|нен|дан|ден|тан|тен) кейінгі\b"
    ),
    "milestone": (  # for the first time, or again after long
        r"\b(?:maiden (?:flight|launch)|(?:ma(?:kes|de) (?:its )?first flight|fl(?:ew|ies) for the first time"
        r"|(?:sent|sends|sending) up (?:its|the) first|first (?:rocket|launcher) (?:left|leaves|rose|rises|lifted|lifts|flew|flies))"
        r"|first (?:flight|launch|start)\b.{0,40}\bsince|first time since|^\W*for the first time\b"
        r"|first (?:[\w-]+ ){0,3}since (?:\w+ )?20\d\d"
        r"|first (?:flight|launch|start|mission)\b.{0,40}\b(?:in|for) (?:(?:nearly|almost|over|about|more than) )?(?:\w+|\d+) years"
        r"|(?:last|final) [\w-]+ (?:flies|flew|lifts off|lifted off|leaves|left|takes off|took off|has flown)"
        r"|^\W*(?:the )?first (?:[\w-]+ ){1,3}(?:in|for) (?:[\w-]+ ){0,2}(?:years|months|decades)"
        r"|after (?:an? )?(?:\w+[- ]){1,3}(?:break|pause|gap|rest|silence|hiatus)|after (?:\w+ ){1,2}years on the ground"
        r"|(?:end|ends|ending|ended) (?:an? |its )?(?:\w+[- ]){0,3}(?:break|pause|gap|silence|hiatus)|flies again"
        r"|record(?:[- ](?:long|breaking))? (?:crew|flight|stay|trip|time|mission)|longest (?:\w+ )?(?:flight|stay|trip|mission)"
        r"|(?:sets?|breaks?|broke) (?:an? |the )?(?:\w+ )?record"
        r"|return(?:s|ed)? to flight|(?:go|goes|went|is|are) on sale"
        r"|(?:opens?|opened) (?:for (?:business|customers)|to (?:all |private |paying )?customers)"
        r"|flip(?:s|ped) the switch|(?:goes|went|now) live)\b"
        r"|(?:впервые (?:(?:почти|более чем|чуть более чем) )?(?:за|с|после)|(?:улетел|стартовал|взлетел)\w* последн\w+"
        r"|последн\w+ \W?[\w-]+\W? (?:улетел|стартовал|взлетел|ушёл)|первый (?:пуск|полёт|полет|старт)\w* (?:за|с|после)"
        r"|перв(?:ый|ая|ое) (?:почти |более чем |чуть более чем )?за (?:\w+ )?(?:лет|год)"
        r"|первый (?:пуск|полёт|полет|старт) \W?[\w-]+\W? (?:почти |более чем )?за (?:\w+ )?(?:лет|год)"
        r"|перв\w+ (?:\W?[\w-]+\W? )?с (?:[а-я]+ )?20\d\d"
        r"|после (?:\w+ ){1,2}перерыва"
        r"|(?:год|лет)\w* (?:паузы|перерыва|простоя|молчания)\b|официально заработал|заработал\w* для всех|доступ\w* (?:для )?всем\b|рекорд"
        r"|сам(?:ый|ого) (?:долгий|долгого|длительн)"
        r"|совершил\w* первый (?:полёт|полет)|впервые (?:взлетел|стартовал|полетел|поднял)"
        r"|перв\w+ (?:пуск|старт|полёт|полет) (?:прошёл|прошел|состоялся|удался)"
        r"|дебютн\w+ (?:пуск|старт|полёт|полет) (?:прошёл|прошел|состоялся|удался))"
        r"|(?:ресми түрде (?:іске|жұмыс)|(?:алғаш|тұңғыш) рет (?:ұш|көкке)|(?:алғашқы|тұңғыш) (?:ұшуын|сапарын)|үзілістен кейін|ең ұзақ"
        r"|20\d\d жыл\w*(?: \w+)? бері\w* (?:алғашқы|тұңғыш))"
    ),
    "office": (  # somebody takes or leaves an office
        r"\bnam(?:e[sd]?|ing) (?:[\w’'.-]+ ){1,3}(?:(?:as|to) )?(?:the )?(?:new )?(?:head|chief|director|minister|chairman|lead)\b"
        r"|\b(?:was|is|been|has|were) (?:\w+ )?(?:appointed|dismissed(?! (?:as|\w+ reports?|\w+ rumou?rs?|reports?|claims?|rumou?rs?"
        r"|talk))|sacked|fired|ousted|removed as)\b|\bappoints?\b|\bappointed \w+ \w+"
        r"|\b(?:creat|abolish|dissolv|merg|renam)(?:es|ed) (?:an?|the|its|two|three) "
        r"(?:(?!(?:for|with|by|in|at|to|from|on|of)\b)[\w-]+ ){0,3}(?:ministry|agency|committee)\b"
        r"|\b(?:ministry|agency|committee) (?:(?:of|for) [^.,]{2,60} )?"
        r"(?:is|was|has been) (?:created|abolished|dissolved|merged|renamed|split)\b"
        r"|\b(?:(?:образован|создан|упраздн[её]н|реорганизован|переименован|ликвидирован)[оаы]?|упразднил|реорганизовал|ликвидировал)а? "
        r"(?:\w+(?:ое|ый|ий) ){0,2}(?:министерств|комитет|агентств)"
        r"|\b(?:министерство|комитет|агентство)(?: \w+){0,6} (?:упраздн[её]н|реорганизован|переименован|ликвидирован)[оаы]?\b"
        r"|(?:министрлігі|комитеті|агенттігі) (?:құрылды|таратылды|қайта аталды)"
        r"|\b(?:turn(?:s|ed)|made) (?:an?|the|its) (?:[\w-]+ ){0,3}(?:ministry|agency|committee) into\b|\bnow heads\b|\bsteps? down\b"
        r"|\bstepped down\b|\b(?:gets?|has) a new (?:head|mayor|chief|director|boss|minister)\b"
        r"|(?:глав\w|мэр\w?|руководител\w|директор\w?|министр\w?|начальник\w?) (?:[\w«»-]+ ){0,2}сменил(?:ся|ась|ись)\b"
        r"|\bсменил(?:ся|ась|ись) (?:[\w-]+ ){0,1}(?:глав|мэр|руководител|директор|министр|начальник)"
        r"|(?:басшы|әкім|директор|министр|төраға|бастығ)(?:с?ы|с?і)? (?:ауысты|ауыстырылды|жаңарды)"
        r"|(?:назначен(?:а|ы)?\b(?! штраф)|назначил(?!.{0,40}штраф)|возглавил|возглавит\b|отправлен\w* в отставку|подал\w* в отставку"
        r"|освобожд[её]н\w* от|уволен|снят с должности)"
        r"|((?<!айыппұл )тағайында(?:лды|ды)|қызметінен (?:босат|кет)|басшысы болды)"
    ),
    "lifted": (  # in a title: what was forbidden or seized is free
        r"\b(?:lift(?:s|ed)|cancel(?:s|led)|remov(?:es|ed)|scrap(?:s|ped)|quash(?:es|ed)|overturn(?:s|ed)) (?:[\w’'-]+ ){0,4}(?:ban"
        r"|freeze|restriction|seizure|arrest)s?\b"
        r"|\b(?:ban|freeze|restriction|seizure|arrest)s?\b[^.]{0,60}\b(?:is|was|are|were|been|be) (?:lifted|removed|cancelled"
        r"|overturned)\b|\b(?:frees?|freed) (?:[\w’'-]+ ){1,4}to (?:travel|leave)\b"
        r"|\b(?:frees?|freed|releas(?:es|ed)) (?:[\w’'-]+ ){0,5}(?:property|assets?|cars?|equipment|accounts?)\b"
        r"|\b(?:lets?|allow(?:s|ed)?) (?:[\w’'-]+ ){1,6}(?:travel|leave)\b"
        r"|\b(?:can|may|free to) (?:travel|leave)\b(?! (?:the |its )?(?:lease|orbit|pad|ground|agreement|treaty))"
        r"|(?:снял|отменил|снят(?!ь)|отмен[её]н)\w* (?:\w+ ){0,2}(?:запрет|арест|ограничени)"
        r"|(?:запрет|арест|ограничени)\w*(?: [^\s.?]+){0,8} (?:снят(?!ь)|отмен[её]н)"
        r"|разрешил\w* (?:\w+ ){0,2}(?:выезжать|выехать|выезд)"
        r"|(?:тыйым|шектеу)\w* (?:алып таста(?:л?ды)|жой(?:ыл)?ды|күшін жой(?:ыл)?ды)|шығуға рұқсат"
    ),
    "meeting": r"\b(?:meets?|met|meeting|session)\b|заседани|встрети|встреч|кездес|отырыс|жиналыс",  # in a title
    "no_result": (  # they met, and will meet again
        r"\bexchang(?:ed|ing) (?:views|opinions)\b|\bexchange of (?:views|opinions)\b|\bagreed to (?:hold|meet) (?:the|their|again)\b"
        r"|следующ\w+ (?:заседани|встреч)\w* (?:пройд|состо)|келесі (?:отырыс|кездесу)|состоялся обмен мнени|обменял\w+ (?:мнени|взгляд)"
        r"|пікір (?:алмас|бөліс)|"
        r"\b(?:agree[ds]?|vow(?:s|ed)?|pledge[ds]?) to (?:continue|keep up|go on with|hold further|hold more)(?: \w+)? (?:consultations"
        r"|talks|(?:the )?dialogue|contacts|discussions|meetings)"
        r"|(?:договорил\w+|условил\w+|решили|поручил\w+(?: \w+){0,3}) (?:продолж\w+|провести новые"
        r"|и дальше вести) (?:\w+ )?(?:консультаци|диалог|переговор|контакт|обсуждени|согласовани|встреч)"
        r"|(?:кеңес|консультация|диалог|келіссөз|талқыла|кездесу)\w*(?: \w+)? жалғастыру(?:ға|ды|\w*) (?:келіс|уағдалас)"
    ),
}  # fmt: skip
