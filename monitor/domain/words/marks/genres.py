"""What kind of text it is: a look back, an explanation, an opinion, a round-up, an advertisement, a page's own words."""

GENRES = {
    "anniversary": (
        r"\b(?:anniversary|cosmonautics day|(?:years|decades?) (?:on|after|later)(?=\W*$|[:;–—])|years (?:since|ago today)"
        r"|(?<!on \d\dth )birthday"
        r"|^\W*(?:on this day\b|this day in\b)|^\W*(?:april 12|12 april)\W*[:–—]|turn(?:s|ed)? \d\d"
        r"|(?<!after )(?<!in )(?<!for )(?:\d\d|\w+ty|\w+teen) years of|commemorat\w+"
        r"|(?:lay|laid|laying) (?:[\w-]+ ){0,2}(?:flowers|tulips|carnations|wreaths?)|remember(?:s|ed|ing)?"
        r"|(?:years|decades|summers|winters) have (?:gone by|passed) since)\b"
        r"|^\W*(?:\d\d|\w+ty)(?:-\w+)? years (?!in (?:jail|prison))(?:after|in|of|at|on)\b[^,]*$|\btwelfth of april\b"
        r"|^\W*(?:\d0|five|ten|fifteen|\w+ty) years (?:after|since) (?:the|a|an|its|our) [\w’'-]+ [\w’'-]+(?:\W*$|[,:;–—])"
        r"|двенадцат(?:ое|ого) апреля|он екінші сәуір"
        r"|(?:годовщин|(?<!\bдесяти)(?:летие|летия|летию)"
        r"|десятилети[ею] (?:со|назад|падени|авари|катастроф|пуск|полёт|полет)"
        r"|(?:день|дню|дн[её]м) космонавтики|юбиле[йяюе](?!н)|лет (?:со дня|спустя(?=\W*$|[:;–—]))"
        r"|день рождения|туған күн"
        r"|исполн(?:яется|илось)|^\W*(?:в этот день\b|этот день в истории)|^\W*12 апреля\W*[:–—]|возложил\w* (?:\w+ )?(?:цветы|венки)"
        r"|гүл (?:қойды|шоқтарын)|вспомина|помнит|помнят|как это было"
        r"|^\W*(?:\d\d|десять|\w+надцать|двадцать|тридцать|сорок|\w+десят|девяносто|сто)(?: \w+)? лет (?!лишени|колони|тюрьм"
        r"|строгого)(?:(?:у|на|в|во|без|с|со|под|над|среди)\b|[\w«»-]+(?:у|ю|ам|ям)\b)[^,]*$)"
        r"|\b(?:\d0|двадцать|тридцать|сорок|\w+десят|девяносто|сто) лет\W*[:–—]|\b(?:\d0|\w+ty) years\W*[:–—]"
        r"|[:–—] (?:почти |более |уже )?(?:\d0|десять|пятнадцать|двадцать|тридцать|сорок|\w+десят) лет "
        r"(?!лишени|колони|тюрьм|строгого)(?:(?:на|без|в|с) )?[\w«»-]+"
        r"|\b(?:жд[её]т|ждут|ждал[аи]?|строят|стро[ия]т) (?:уже )?(?:десять|пятнадцать|двадцать|тридцать) лет\b"
        r"|[:–—,] (?:almost |nearly |over )?(?:two|three|four|five|six) decades\b|^\W*(?:two|three|four|five|six) decades\b"
        r"|ғарышқа ұшу күні|\b(?:\d0|\w+ty) candles\b|^\W*(?:\d0|\w+ty) years on\b"
        r"|^\W*[\w’'-]+ at (?:\d\d|\w+teen|\w+ty)\W*[:–—]"
        r"|\b(?:\d\d|жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен|тоқсан|жүз)(?: \w+)? жыл(?:\W*$|\W*[:–—])|^\W*12 сәуір\W*[:–—]|жыл толды"
        r"|(?:мерейтой|жылдығы|ғарышкерлер күні|ұшқанына|толды\W*$|еске ал|атап өт)"
    ),
    "each_year": (
        r"\b(?:every|each) (?:year|april|spring)\b|\bкажд(?:ый|ую|ое) (?:год|апрел\w|весн\w)|\bежегодно\b|\b(?:жыл|көктем) сайын\b"
        r"|\b1961\b"
    ),
    "years_ago": (
        r"\b\w+ years ago\b|\ba year ago\b|(?:лет|года|\bгод) назад|жыл бұрын|\w(?:ға|ге|қа|ке) (?:бес|он|жиырма|отыз|қырық|елу) жыл\b"
    ),
    "year_gone": (  # in a title: the year that ends, looked back on
        r"\b(?:(?:the|['’]s|space|a) year (?:in|at|on|of|behind us|that was)|space year)\b|^\W*(?:the|a) year (?:the|when|that|it)\b"
        r"|: (?:the|a) year\b|\b20\d\d (?:in|at|on) [^:]*:"
        r"|(?:хроника|итоги) года\b|\bгод (?:в|на) [^:]*:|жыл(?:дың)? (?:қорытынды|шолу)"
    ),
    "visit": (  # in a title: somebody has been there, and tells how it is
        r"(?:^|[:–—] )\W*(?:an?|one) (?:weekend|day|night|morning|afternoon|walk|stroll|drive|trip|visit)"
        r" (?:in|at|to|with|on|around|through|across)\b"
        r"|^\W*(?:the|a) (?:[\w-]+ ){0,2}(?:town|city|village|place|street|people) (?:that|where|which|who)\b|\b(?:postcard|letter) from\b"
        r"|^\W*(?:город|пос[её]лок|село|место|улица|люди), (?:где|котор\w+|в котор\w+|откуда|что)\b|\bодин день (?:в|во|на|с|из|на)\b"
        r"|\bпрогулк\w+ (?:по|вдоль)\b|\b(?:открытка|письмо) из\b|\b(?:бір күн|серуен)\b"
    ),
    "explainer": (
        r"^\W*(?:reader(?:['’]?s['’]?)? question|вопрос читател\w+|оқырман сұрағы"
        r"|explain(?:er|ed)|what (?:is|are|we know)|why |how |comment(?! (?:by|from|of) (?:the )?(?:press|ministry|company))"
        r"|(?:our|my) year (?:in|at|on)\b|[\w’'-]+(?: [\w’'-]+){0,2} explained\b"
        r"|opinion|analysis|timeline|fact ?box|backgrounder|in pictures"
        r"|gallery|history of|q&a|profile|feature"
        r"|column|editorial|(?:[\w-]+ )?essay|on this day|(?:five|ten) things(?! (?:before|from|of|this|in) (?:the |this "
        r"|our )?(?:past )?(?:week"
        r"|weekend|day|month))|long ?read)|[:–—] (?:what|how|why) (?:[\w’'-]+ ){1,6}(?:requires?|works?|changes|allows?|costs?|needs?)\b"
        r"|(?:^|[:–—] )\W{0,3}(?:\d\d?|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|a dozen)"
        r" (?:things|facts|myths) (?:about|you|we|that"
        r"|everyone"
        r"|everybody)\b"
        r"|(?:^|[:–—] )\W{0,3}(?:\d\d?|три|четыре|пять|шесть|семь|восемь|девять|десять) (?:вещ\w+|факт\w*|миф\w*),? (?:об?|про|которы\w+)\b"
        r"|\bтуралы (?:\d\d?|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он) (?:дерек|факт|аңыз)"
        r"|[:–—] why (?:[\w’'-]+ ){1,6}will (?:go on|keep|stay|remain|always|never)\b"
        r"|[:–—-] from the archives?\W*$|^\W*from (?:the|our) archives?\b|\ba primer\b|\bwho (?:they are|he is|she is)\W*$"
        r"|[:–—] what we know\b|\b(?:a|the) year in (?:\w+ )?(?:lines|pictures|photos|numbers|words|paragraphs|points|headlines)\b"
        r"|\bthings to remember\b|\b(?:the )?year in (?:review|space)\b|\breview of the year\b"
        r"|\b(?:what (?:ever )?became of|what(?:ever| ever) happened to|the story of|a short history|how did it (?:all )?come to this"
        r"|questions (?:our|your) readers|readers['’] questions|your questions)\b"
        r"|[:–—-] (?:an? )?(?:opinion|comment|column|analysis|explainer)\W*$"
        r"|^\W*(?:[^:]{2,40}: )?(?:кому принадлежит|сколько стоит)\b|^\W*чем [^:?]{2,60} отлича|[:–—-] коротко\W*$"
        r"|^\W*(?:что такое|почему|зачем|как устроен|справка|мнение|колонка"
        r"|комментарий(?! (?:пресс|министер|ведомств|компани|агентств|роскосмос|департамент|официальн"
        r"|\S+ (?:по|о|об|в связи|относительно) ))|анализ|история|хроника|досье"
        r"|фоторепортаж"
        r"|кто такой|день в истории|лонгрид)\b|[:–—] (?:как|почему|зачем|что) (?:[\w-]+ ){0,4}(?:требу|устроен|работа|меня|нужн)\w*"
        r"|[:–—-] из архива\W*$|^\W*из (?:нашего )?архива\b|что (?:стало|случилось) с |[:–—] что известно\b"
        r"|[:–—] (?:life|living|a day) (?:by|beside|near|under|behind|at|in|on|along) "
        r"|[:–—] (?:жизнь|быт|день) (?:у|при|на|под|в|за|рядом) "
        r"|[:–—] (?:[\w-]+ ){0,5}(?:өмір|өмірі|тіршілік|тіршілігі)\W*$"
        r"|^\W*(?:from|out of) (?:the |our |my )?(?:old )?(?:cuttings|clippings|scrapbook)\b"
        r"|^\W*из (?:старых|наших) (?:вырезок|подшивок|тетрадей)\b"
        r"|\bкто (?:они|он|она)(?: такие| такой| такая)?\W*$|история одно|[:–—] кто так(?:ой|ая|ие) "
        r"|[:–—] who is (?:[\w’'-]+ ){0,2}[\w’'-]+\W*$"
        r"|[:–—-] (?:мнение|колонка|комментарий|разбор|справка|напоминание|еске салу|a reminder|recap)\W*$"
        r"|вопросы (?:наших )?читателей|\bитоги (?:20\d\d )?года\b|\bчем запомнился\b"
        r"|\bгод в (?:\w+ )?(?:строках|абзацах|цифрах|фотографиях)|\bглавное за год\b"
        r"|^\W*(?:ой|пікір|көзқарас|толғау): |^\W*(?:мұрағат (?:парағы|сөйлейді)|мұрағаттан|не үшін|неге|қалай|пікір|түсіндірме|тарих"
        r"|анықтама|ой-?толғау)"
        r"|(?:деген не|дегеніміз не)(?:\?| және|\W*$)|[:–—-] пікір\W*$|түсіндірме\W*$|[:–—] не белгілі\W*$|жыл қорытынды"
        r"|(?:ның|нің|дың|дің|тың|тің) тарихы\W*$|туралы не (?:білеміз|білуіміз керек|білу керек)"
    ),
    "reprinted": (  # an old text says of itself where it comes from
        r"^\W*(?:from (?:the|our) archives?|из (?:нашего )?архива|мұрағаттан|архивтен)\W*$"
        r"|\b(?:page|article|text|story|piece) (?:was|has been) (?:moved|carried over|transferred|imported|migrated) from (?:our|the"
        r"|an) (?:old|former|previous|archived?)\b"
        r"|(?:страниц|стать|материал|текст|запись)\w* перенес[её]н\w* (?:с|со|из) (?:наш\w+ )?(?:стар|прежн|архив)"
        r"|ескі (?:сайттан|беттен|мұрағаттан) көшіріл"
    ),
    "asked": (  # a reader has asked, and is answered
        r"\breaders (?:have been asking|(?:often |keep )?ask)|\ba reader (?:asks|wonders|writes)"
        r"|(?:читатель|читательница|читатели) (?:\w+ )?(?:спрашива|интересу)|оқырман\w*[^.]{0,60}сұра"
    ),
    "interview": r"\binterview\b|^\W*q ?& ?a\b\W*[\"“«]|\bin conversation with\b|интервью|\b(?:разговор|беседа) с |сұхбат",  # in a title
    "opinion": (
        r"(?:views expressed are (?:his|her|their|the author)|the author (?:is|teaches|writes)|i would not|in my view"
        r"|i (?:want|wish) to argue|i would argue)"
        r"|(?:мнение автора|на мой взгляд|убежд[её]н, что|автор — |точка зрения редакции|материал справочный)"
        r"|(?:мақала автордың|автордың (?:жеке )?(?:пікірі|көзқарасы)|avtordyñ (?:jeke|pık|közq))"
        r"|^\W*(?:dear (?:subscribers|readers|friends)|(?:дорогие|уважаемые) (?:подписчики|читатели|друзья)|құрметті (?:оқырман|жазылушы))"
    ),
    "roundup": (
        r"\b(?:round-?up|the week in|week in|weekly|this week in|the year in (?:\w+ )?(?:pictures|photos|numbers|words)|digest"
        r"|morning (?:brief|letter)|friday five|in brief|news in|what readers may have missed)\b"
        r"|(?:за неделю|обзор недели|итоги недели|дайджест|главное за|коротко о|кратко:)"
        r"|(?:апта шолуы|апталық шолу|бір аптада|дайджест|қысқаша жаңалық)"
    ),
    "advert": (  # somebody sells a journey, a ticket, a thing
        r"\*?\badvertisement\b|\bterms apply\b|\bwin a (?:night|trip|seat|week)\b|\bbook (?:early|now|online|with code|before \d)"
        r"|\bhalf board\b|\btours are on sale\b|\b(?:single supplement|per person sharing|early[- ]bird|seats left"
        r"|(?:places|seats|spaces) (?:are )?limited|includes? (?:all )?(?:meals|transfers|flights|breakfast))\b"
        r"|\bfrom (?:only )?[$€£] ?\d[\d,.]*(?: (?:without|including|excluding) flights| per person| pp\b)"
        r"|(?:на правах рекламы|раннее бронирование|забронир\w+|бронируйте|в стоимость тура вход|тур(?:ы)? (?:от|за) \d"
        r"|^\W*туры? выходного дня|бронь по|питание включено|(?:количество|число) мест ограничено|осталось \d+ мест"
        r"|скидк\w+ (?:до|по промокоду))"
        r"|(?:жарнама құқығ|брондаңыз|тур бағасы|орын(?:дар)? саны шектеулі|жеңілдік\w* (?:дейін|беріледі|бар)|турға шақыр)"
    ),
    "boilerplate": (
        r"^\W*(?:read (?:also|more|next)|see also|also read|related|more on this|sign up|subscribe|follow us|newsletter|advertisement"
        r"|share this|photo|image|caption|support (?:our|the|us)"
        r"|did you (?:find|enjoy|miss)|you are receiving|have a good|contact:|this story was|click here|all rights|copyright|donate"
        r"|join (?:us|our)|download|our journalism|write to the desk)"
        r"|^\W*(?:читайте|читать|смотрите|подпис|фото|снимок|иллюстрация|если вы заметили|поддержите|реклама|поделит|материалы по теме"
        r"|по теме|источник фото|новости партн|следите)"
        r"|^\W*(?:trending(?: now)?|top stories|most (?:read|viewed|popular)|popular(?: now)?|also (?:today|inside|in this issue)"
        r"|в тренде|популярное|также сегодня|сондай-ақ бүгін|трендте)\s*:"
        r"|^\W*(?:оқи отыр|тағы оқы|жазыл|сурет|фото|телеграм|telegram|жаңалықтарды|пікір қалдыр|бөліс|сондай-ақ оқы|оқыңыз)"
        r"|\bsubscri(?:be|ption|bers?)\b.{0,80}(?:euros?|dollars?|\$|€|£|month)|to (?:continue|keep) reading"
        r"|\b(?:join|unlock|members?|read on)\b.{0,50}\b(?:a|per) (?:month|week|year)\b|\bfor members\b|подписк\w+.{0,60}(?:руб|месяц)"
        r"|(?:unsubscribe|manage your settings|reply to this mail|views expressed|ctrl\+enter|jazylu tegın|жазылу тегін|privacy policy)"
    ),
}  # fmt: skip
