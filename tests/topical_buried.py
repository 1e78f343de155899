"""Long articles about other things in which one paragraph is news of the topic, and those in which one only names it."""

EN = (
    "Fuel prices will be looked at again in June, the minister said; farmers had asked for it.\n\n"
    "He spent most of the hour on schools. Forty of them are to be rebuilt before September, and the money is there.\n\n"
    "Asked about hospitals, he promised new ambulances for the north.\n\n"
    "{}\n\n"
    "The briefing ended with roads. The bypass of the capital will have six lanes, and tolls are planned from next year.\n\n"
    "Deputies will hear the budget on Thursday."
)
RU = (
    "Цены на топливо пересмотрят в июне, сообщил министр; об этом просили аграрии.\n\n"
    "Больше всего спрашивали о школах. До сентября перестроят сорок, деньги заложены.\n\n"
    "Больницам севера пообещали новые машины скорой помощи.\n\n"
    "{}\n\n"
    "Под конец говорили о дорогах. Объезд столицы станет шестиполосным, проезд сделают платным.\n\n"
    "В четверг депутаты заслушают бюджет."
)
KK = (
    "Жанармай бағасы маусымда қайта қаралады, деді министр.\n\n"
    "Негізінен мектептер туралы сұралды. Қыркүйекке дейін қырық мектеп салынады, қаржы бөлінген.\n\n"
    "Солтүстік ауруханаларына жаңа көліктер беріледі.\n\n"
    "{}\n\n"
    "Соңында жол туралы айтылды. Айналма жол алты жолақты болмақ.\n\n"
    "Бейсенбіде депутаттар бюджетті тыңдайды."
)
NEWS_FAR_DOWN = [
    (
        "Notebook: flour, a bank and a crane",
        "What did not make the front page.\n\nFLOUR. A miller of Kostanay has bought a terminal. It hopes to ship twice as much.\n\n"
        "BANKING. A lender asks its owners for money. They vote in March.\n\n"
        "CRANES. The account is closed. The operator TsENKI paid the last part of what it owed on Friday, and a bailiff lifted the "
        "freeze from its cranes at Baikonur, a register says. A lawyer framed the slip.\n\nCAMELS. A herd is for sale. Nobody has called.",
    ),
    (
        "The week in launch",
        "KOUROU. Ariane 5 took two satellites up on Tuesday. It was the third this year.\n\n"
        "FLORIDA. A Falcon 9 launched for a customer in Israel. The stage was thrown away.\n\n"
        "BAIKONUR. A Proton flew on Tuesday. Roscosmos says that the last Soyuz-FG leaves Site 1 in September, and the pad then closes.\n\n"
        "MAHIA. A firm wants to catch boosters by helicopter. It is serious.",
    ),
    (
        "An hour with the deputy minister",
        EN.format(
            "One answer was new. Kazakhstan has decided to keep to the Missile Technology Control Regime on its own, he said. A resolution "
            "signed in May binds the customs. It frees our space plans; he named Baiterek, whose partner had held back technology."
        ),
    ),
    (
        "Deer come back to the plain",
        EN.format(
            "Rockets are the latest worry. Kazakhstan has approved what Russia means to launch next year. The list, signed in May, names "
            "six launches from Baikonur, one of them by Proton, the ministry said, and no stage may fall before June."
        ),
    ),
    (
        "Engine works pays a bonus",
        EN.format(
            "Somebody asked about Soyuz-5. The rocket will first fly from Baiterek at Baikonur by the end of next year, the director said, "
            "and nobody had named more than a season so far."
        ),
    ),
    (
        "Minister meets the press",
        EN.format(
            "On Baikonur he was brief. The rent will stay at 115 million dollars until 2030, the sides have agreed, and a "
            "protocol goes to parliament this autumn."
        ),
    ),
    (
        "Minister meets the press",
        EN.format(
            "One question was about the cosmodrome. Kazakhstan has not yet received the report on the rocket that crashed "
            "in May, he said, and flights will not resume before it has."
        ),
    ),
    (
        "Questions on the way out",
        EN.format(
            "The space programme came last. The next Kazakh satellite has been put off to 2028 because a supplier is late, "
            "he said; a new tender is being written."
        ),
    ),
    (
        "Cabinet day",
        EN.format(
            "He also confirmed that SpaceX has applied for a licence. Starlink may sell its terminals in Kazakhstan once a "
            "gateway is built, which will take a year."
        ),
    ),
    (
        "Cabinet day",
        EN.format(
            "A deputy wanted to know who pays for Baiterek. The launch complex will cost 20 billion tenge more, the "
            "minister admitted, and the first Soyuz-5 flies in December."
        ),
    ),
    (
        "Кулуары: о школах и больницах",
        RU.format(
            "Про космодром спросили в конце. Россия попросила о 14 пусках на будущий год, Казахстан согласился на 12, "
            "рассказал министр. Остальное обсудят в мае."
        ),
    ),
    (
        "Кулуары: о школах и больницах",
        RU.format(
            "Один вопрос касался Байконура. Ремонт площадки закончат в марте, и экипаж полетит по графику, заверил он: «Нам"
            " показали фотографии»."
        ),
    ),
    (
        "День правительства",
        RU.format(
            "Вице-министр добавил, что проект закона о космической деятельности внесут осенью. Частным компаниям разрешат "
            "иметь спутники, а лицензию станут выдавать за тридцать дней."
        ),
    ),
    (
        "День правительства",
        RU.format(
            "Упомянули и полигоны. Военные России освободят часть арендованных земель под Приозерском, Казахстан вернёт их "
            "в оборот, соглашение подписано."
        ),
    ),
    (
        "Брифинг: коротко",
        RU.format(
            "Казахстанского космонавта отберут в следующем году. Полёт оплатит бюджет, смету на 30 млн долларов Роскосмос "
            "уже прислал, сказал министр."
        ),
    ),
    (
        "Үкімет күні",
        KK.format(
            "Байқоңыр туралы да сұрақ қойылды. Жалдау ақысы өзгермейді, деді министр, бірақ Ресей қала мектептерін жөндеуге қаржы бөледі."
        ),
    ),
    (
        "Үкімет күні",
        KK.format("Келесі жерсерік туралы айтты. KazSat-3R аппаратын ұшыру 2027 жылға шегерілді, себебі келісімшарт кеш жасалған."),
    ),
    (
        "Брифинг",
        KK.format(
            "Ғарышкер туралы сауалға ол қысқа жауап берді. Қазақстандық үміткер келер жылы іріктеледі, ұшу құнын Роскосмос айтпаған."
        ),
    ),
    (
        "Брифинг",
        KK.format("Starlink те сөз болды. Компания Қазақстанда лицензия алуға өтініш берді, терминалдар ауылдарға күзде жетеді."),
    ),
]
NAMED_FAR_DOWN = [
    (
        "Notebook: flour, a bank and a star",
        "What did not make the front page.\n\nFLOUR. A miller of Kostanay has bought a terminal. It hopes to ship twice as much.\n\n"
        "BANKING. A lender asks its owners for money. They vote in March.\n\n"
        "PEOPLE. The astronomer retires on Friday. He once saw Baikonur from a train, and has told of it at every dinner since.",
    ),
    (
        "Minister's family album",
        EN.format("He was born in a village near Baikonur. As a boy he saw rockets from the roof, he recalls, and wanted to become a vet."),
    ),
    (
        "Hundred richest",
        EN.format("The Baikonur chain of cafes belongs to his brother. It has twelve branches and plans a launch in Tashkent."),
    ),
    (
        "Minister meets the press",
        EN.format("Asked about films, he praised a comedy shot in Kazakhstan. Its hero, a cosmonaut, loses his satellite phone."),
    ),
    (
        "Trade grows",
        EN.format(
            "Russia and Kazakhstan work together in energy, transport, space and farming, he noted. The turnover reached 28"
            " billion dollars."
        ),
    ),
    (
        "Встреча послов",
        RU.format("Стороны обсудили торговлю, туризм, космос и образование. Посол назвал Казахстан надёжным партнёром."),
    ),
    (
        "Человек недели",
        RU.format("Он вырос на Байконуре, где отец строил дороги. Потом переехал в Омск и открыл пекарню."),
    ),
    (
        "Рынок жилья",
        RU.format(
            "Дороже всего квартиры в районе Байконур. Там за квадратный метр просят шестьсот тысяч тенге, запуск новых "
            "домов ожидают весной."
        ),
    ),
    (
        "Сөз сөйлеу",
        KK.format("Екі ел сауда, көлік, ғарыш және білім салаларында бірлесіп жұмыс істейді. Тауар айналымы өсті."),
    ),
    (
        "Отбасы",
        KK.format("Ол Байқоңырда туған. Әкесі теміржолшы болған, кейін Таразға көшкен."),
    ),
]
