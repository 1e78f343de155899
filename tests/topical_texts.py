"""Short articles of our own for the topic tests: what a day of news may bring, on the topic and beside it, in three languages."""

# What happens at or to Baikonur, and Kazakhstan's space programme.
ON_TOPIC = [
    (
        "Kazakhstan clears operator of O3b craft",
        "The regulator gave it a permit for a gateway. Four dishes will be built near the capital.",
    ),
    ("Поправка к сообщению о пробах", "В районе Ю-25 превышения нет, уточнило ведомство."),
    ("A museum at Site 1?", "Moscow has agreed to let the pad of Yuri Gagarin become a museum. No rocket has left it for years."),
    ("Суд: технику ЦЭНКИ продадут", "Экономический суд Астаны отказал предприятию в жалобе. Торги пройдут в октябре."),
    ("«Бәйтерек» алаңына ыдыс жеткізілді", "Байқоңырдағы «Бәйтерек» кешеніне сұйық оттегіге арналған төрт ыдыс келді."),
    ("No working crew pad left in Russia", "A platform fell into the pit below when three people took off on Thursday. Nobody was hurt."),
    ("Старт для космонавтов починят к весне", "Упавшую платформу заменят, заверили в российской корпорации."),
    ("Мадиев: Starlink из аулов не уберут", "Вице-премьер назвал слухи об этом домыслами."),
    ("Мадиев: школьные Starlink останутся", "Вице-премьер назвал слухи домыслами."),
    (
        "Correction: hiker was a Swede",
        "In Monday's story about three foreigners seen at the Baikonur cosmodrome we called one of them a Dane. He is a Swede. "
        "The other two are Danes, as we wrote. It was our mistake, and not that of the police. We apologise to all of them.",
    ),
    ("ЦЭНКИ: трава горела раньше", "Ступень упала в одиннадцати километрах от огня, заявили в ЦЭНКИ."),
    ("Экологтар зиян таппады", "Мамандар кеше Қарсақбай маңында табылған сатыны тексерді."),
    ("Обломки у Жезды", "Их сняли на видео жители. В министерстве говорят, что упали они там, где положено."),
    ("Freighter away", "Progress MS-33 left the mended Site 31 on Sunday. It docks on Tuesday."),
    ("Министр ответил на вопрос", "Аренда Байконура не прекращается, площадки возвращают по одной."),
    (
        "Новый министр",
        "Глава государства назначил министра. В его ведении цифровизация и аэрокосмическая промышленность.",
    ),
    ("Министр тағайындалды", "Жаңа министр аэроғарыш саласына да жауап береді, деп хабарлады баспасөз қызметі."),
    ("Ғарыш саласы жаңа министрлікке берілді", "Министрлікті бұрынғы вице-министр басқарады, ескі ведомство таратылды."),
    ("Tests halted after rocket lands by village", "Kazakhstan's army has stopped all tests on the ranges which it leases to Russia."),
    ("Kazakh digital minister steps down", "He had run the ministry of digital matters and aerospace industry for four years."),
    ("Minister named", "The president has appointed a lawyer of forty as minister; aerospace industry is among her duties."),
    ("Подросток обжёг руки", "В степи под Жанааркой мальчик нашёл деталь ракеты и стал её пилить. Возбуждено дело."),
    ("Three off to the station", "BAIKONUR, May 3 (Wire) - A crew left Baikonur on Saturday. The flight takes three hours."),
    (
        "Russia names new date for rebuilt pad",
        "Crews have finished welding at Site 31 of Baikonur, Roscosmos said. The next cargo ship goes up in March.",
    ),
    (
        "Kazakhstan asks Moscow for more rent",
        "Astana wants the yearly payment for the Baikonur cosmodrome to follow inflation, a deputy minister told reporters.",
    ),
    ("Trio back on Earth", "A Soyuz capsule with two Russians and an American parachuted to the Kazakh steppe on Sunday morning."),
    (
        "Kazakhstan licenses Starlink for schools",
        "The digital ministry has granted SpaceX's Starlink a permit to sell satellite internet in villages.",
    ),
    (
        "Ghalam ships its first satellite abroad",
        "Engineers of Ghalam in Astana have packed the craft, built with Airbus, for a customer in Africa.",
    ),
    ("New rocket stands upright", "The first Soyuz-5 was raised on the Baiterek pad on Tuesday. A fuelling rehearsal comes next."),
    (
        "Court lifts seizure of Russian property",
        "Bailiffs have returned 24 items to TsENKI at Baikonur, the regional justice department said.",
    ),
    ("Bus service cut", "Residents of Baikonur city will have no evening buses from Monday, the city administration announced."),
    (
        "The barber shuts up shop",
        "The last hairdresser in Baikonur closes on Friday. Rent has doubled twice. Nine women lose their work. The nearest chair is"
        " now a hundred kilometres off. Some customers cried, she says.",
    ),
    (
        "Про мусор",
        "С понедельника контейнеры в Байконуре вывозят через день. Машин осталось две. Третья ждёт мотор с весны. Просьба"
        " не ставить мешки у подъездов. Штраф прежний.",
    ),
    (
        "Нан қымбаттады",
        "Байқоңырда бір бөлке нан енді 240 теңге. Наубайхана ұнды алыстан тасиды. Кезек ұзарды. Зейнеткерлер наразы. Басқа наубайхана жоқ.",
    ),
    (
        "Villagers want answers after toxic fuel leak",
        "Heptyl was found in a well in Karaganda region where Proton stages come down, Kazakhstan's ecology ministry said.",
    ),
    ("Soyuz MS-31 abort: what we know", "The crew escaped seconds after lift-off when a booster failed."),
    ("Russian army gives back part of Sary-Shagan", "Some 50,000 hectares return to Kazakhstan under a protocol signed on Friday."),
    ("Kazakhstan picks two candidates for a space flight", "Both are air force pilots. Training would start in autumn."),
    ("KazSat-2 out of order for three hours", "Television channels in the regions went dark."),
    (
        "Минцифры: лизинг спутников обойдётся дешевле",
        "Казахстан рассматривает аренду ёмкости на чужих аппаратах вместо запуска KazSat-4, сообщил вице-министр.",
    ),
    (
        "Жители Байконура просят вернуть поликлинику",
        "Обращение подписали четыреста человек. Администрация города обещала ответить до конца месяца.",
    ),
    (
        "Ступень упала мимо расчётного района",
        "Обломки ракеты нашли пастухи в Улытауской области. Казахстан запросил объяснения у Роскосмоса.",
    ),
    ("На «Байтереке» начались испытания", "Стартовый стол для ракеты «Союз-5» проверяют водой, рассказали в Аэрокосмическом комитете."),
    ("«Прогресс МС-36» не долетел до орбиты", "Связь с грузовым кораблём пропала на девятой минуте после запуска."),
    (
        "Чабаны сняли на видео железо в степи",
        "У зимовки в Улытау нашли обломки с обугленным краем, рассказали жители; огня не было.",
    ),
    (
        "Сынама қорытындысы дайын",
        "Қазақстан экологтары құлаған бөлшек жанынан алынған топырақтан зиянды зат таппады.",
    ),
    ("Экипаж вернулся домой", "Спускаемый аппарат «Союза МС-29» приземлился юго-восточнее Жезказгана."),
    ("Космодром сдают в аренду ещё на десять лет", "Казахстан и Россия продлят договор, если парламенты его одобрят."),
    ("Глава Роскосмоса отправлен в отставку", "Указ подписан в пятницу. Временно обязанности руководителя исполняет его заместитель."),
    ("Starlink получил лицензию в Казахстане", "Тариф для села составит девять тысяч тенге в месяц."),
    (
        "Аренда полигонов: Астана считает гектары",
        "Казахстан хочет вернуть земли полигона Эмба, которые арендует Россия, заявил министр обороны.",
    ),
    ("Байқоңырдан жүк кемесі ұшырылды", "«Прогресс МС» кемесі станцияға екі тонна жүк апарады."),
    ("Африка қазақ спутнигін сатып алады", "Гана алдын ала ақша аударды."),
    ("Гана ақша аударды", "Қазақстанда құрастырылатын спутниктер үшін алдын ала төлем жасалды."),
    ("Қазақстан жаңа жерсерік жасайды", "Аппарат Астанадағы құрастыру-сынау кешенінде жиналады, дейді Аэроғарыш комитеті."),
    ("Жалдау ақысы өсе ме?", "Ресей ғарыш айлағы үшін жылына 115 миллион доллар төлейді. Сенаторлар бұл соманы аз деп отыр."),
    ("Ғарышкерлер Жерге оралды", "Түсіру аппараты Жезқазған маңына қонды. Экипаждың денсаулығы жақсы."),
    ("«Бәйтерек» кешенінде сынақ басталды", "«Союз-5» зымыраны көктемде ұшады."),
    ("Ūlttyq jerserik orbitağa şyqty", "Qazaqstannyñ jaña ğaryş apparaty baılanysqa şyqty, dep habarlady ministrlik."),
    ("Baıqońyrda týrıster kóbeıdi", "Byltyr ǵarysh aılaǵyna on myń adam keldi."),
    ("Зымыран сынығы табылды", "Қостанай облысындағы ауыл маңына зымыран сатысының сынықтары түсті."),
    (
        "Moscow's gateway to orbit loses its lift",
        "A platform that crews use to reach the capsule has collapsed into the flame trench on Kazakh soil; nobody was hurt. Until "
        "a replacement is hauled in, no person and no freight can leave for the station from there.",
    ),
    (
        "Bailiffs hand back furniture",
        "Kazakh enforcement officers have released the belongings of TsENKI, a Russian state firm that owes some thirteen billion "
        "tenge. The dispute about the joint pad goes on in the AIFC court.",
    ),
    (
        "Astana opens the sky to Musk",
        "Villages beyond the reach of cable will get dishes from SpaceX by autumn; the permit lists four conditions, one of them a "
        "ground station on national soil, Kazakhstan's digital minister said.",
    ),
    (
        "Астана америкалық серікпен интернетке рұқсат берді",
        "Министрлік Starlink компаниясымен келісімге қол қойды. Шалғай ауылдар күзде қосылады.",
    ),
    (
        "Приставы вернули имущество",
        "Казахстанские приставы сняли арест с имущества российской компании, обслуживающей стартовые комплексы. Долг перед "
        "совместным предприятием «Байтерек» погашен частично.",
    ),
    (
        "Tourist dies on hike to derelict shuttle",
        "A foreigner collapsed in the desert of Kyzylorda region while walking at night to the hangar with two Soviet space shuttles.",
    ),
    (
        "Турист умер по дороге к «Бурану»",
        "Иностранец шёл ночью через степь к ангару на Байконуре, где стоит недостроенный корабль. Проводника задержали.",
    ),
    (
        "Lawmakers back amended accord on joint launch complex",
        "Kazakhstan's lower house voted for the protocol. Russia had ratified it in spring.",
    ),
    (
        "Indian start-up looks for a pad",
        "Skyroot engineers have toured Baikonur and asked about prices, Kazakhstan's aerospace committee said.",
    ),
    (
        "Mice come home after a month",
        "The Bion-M satellite that left Baikonur in August landed in Orenburg region with most of its passengers alive.",
    ),
    ("Weather eye rides last big Proton", "A Proton-M put the Elektro-L satellite on its way to geostationary orbit after two delays."),
    ("Год посещения: что обещают туристам", "В Торетаме построят центр для гостей космодрома. Пропуск станут выдавать за три дня."),
    (
        "«Арендатор платит исправно»",
        "Сенатор спросил, почему плата за космодром не меняется с 1994 года. Министр ответил, что Казахстан готовит предложения.",
    ),
    ("Школьник из Торетама победил на олимпиаде по космонавтике", "Его наградили в музее космодрома Байконур."),
    ("Soyuz booster pieces sold as scrap", "Police in Ulytau region stopped a lorry with duralumin panels of a rocket stage."),
    ("Ресей қарызын төледі", "ЦЭНКИ «Бәйтерек» кәсіпорнына 13 миллиард теңгеден астам ақша аударды. Тыйым алынды."),
    ("31-алаң көктемге дейін жабық", "Байқоңырдағы жалғыз адам ұшыратын кешен жөнделіп жатыр, деді Роскосмос."),
    ("Қытай мен Қазақстан ғарышта бірігеді", "Екі ел жерсерік деректерін алмасады. Келісім Пекинде жасалды."),
    ("Kazakhstan and China to share satellite data", "The accord was signed in Beijing. A ground station will be built near Almaty."),
    ("Nigeria orders two Kazakh-built satellites", "The craft will be assembled in Astana by Ghalam with Airbus parts."),
    ("Amazon's Kuiper gets Kazakh frequencies", "Kazakhstan's telecom regulator has reserved Ka-band spectrum for Amazon."),
    (
        "Shanghai firm to test internet from low orbit",
        "Shanghai Spacecom and Kazakhstan's digital ministry will try out terminals next year.",
    ),
    ("Astronaut Kim back after 245 days", "Jonny Kim and two Russians touched down near Zhezkazgan in their Soyuz."),
    (
        "Crew ship damages only usable pad",
        "Inspectors found the service cabin upside down under Site 31 of the cosmodrome. Roscosmos says spare parts exist.",
    ),
    ("Korolev's cottage reopens", "Visitors to Baikonur can again see the house in which the chief designer slept before launches."),
    ("Сенат ратификацияны мақұлдады", "«Союз-5» зымыранына арналған «Бәйтерек» кешені туралы хаттама енді президентке жіберіледі."),
    (
        "Kazakh saigas and rocket fuel: new study",
        "Biologists found no traces of heptyl in dead antelopes. Proton stages fall 300 km away, in Kazakhstan's steppe.",
    ),
    ("Gagarin's pad to become a museum", "Moscow proposes to hand the oldest pad at Baikonur over to Kazakhstan."),
    ("Первый пуск «Союза-5» перенесён на март", "Двигатель первой ступени заменят. Роскосмос сообщил об этом в четверг."),
    (
        "Kazakhstan wants its own small rocket",
        "A feasibility study is due by the end of the year, the head of the space committee told deputies.",
    ),
    ("Progress freighter reaches station from rebuilt pad", "Progress MS-33 docked on Sunday, two days after lifting off."),
    (
        "Soyuz crew named for autumn",
        "Roscosmos confirmed Pyotr Dubrov, Anna Kikina and NASA's Anil Menon for Soyuz MS-29. They will fly from Baikonur.",
    ),
    ("Үш ғарышкер станцияға ұшты", "«Союз МС-28» кемесі Байқоңырдан көтерілді."),
    ("KazEOSat-1 өз қызметін аяқтайды", "Оның орнына жаңа серік жасалады."),
    ("Акколь: антенны вместо пшеницы", "В центре космической связи «Акколь» поставили новую антенну для спутника."),
    (
        "Почему Казахстану невыгодно расставаться с арендатором",
        "Каждый год на счета казны приходит одна и та же сумма. За неё Москва получает степь, рельсы, город и стартовые комплексы. "
        "Экономисты спорят, много это или мало.\n\nБайконур давно не только площадка для ракет. Это школы, больница и три тысячи "
        "семей.\n\nДоговор действует до 2050 года.",
    ),
    (
        "A town with two flags",
        "Tap water runs for four hours a day, the school follows the Russian timetable and the police wear Kazakh badges. Baikonur, "
        "home to 70,000 people, has learned to live between two laws.\n\nRent flats cost little.",
    ),
    (
        "Kazakh PM lists priorities",
        "Olzhas Bektenov told the cabinet to finish the harvest and to prepare roads for winter.\n\nHe also asked for a report on "
        "the Baiterek space complex: the first Soyuz-5 flight has slipped to the spring, and Kazakhstan wants compensation from "
        "Roscosmos, he said.\n\nThe Baiterek project has cost Astana $233 million, he added. The launch complex is ready.\n\nThe "
        "meeting ended with schools.",
    ),
    (
        "Digest: five things this week",
        "1. Wheat. Exports fell.\n\n2. Space. Kazakhstan's KazEOSat-1 satellite was switched off after eleven years in orbit, the "
        "national operator Kazakhstan Garysh Sapary said.\n\n3. Roads. A bypass opened.\n\n4. Baikonur. The town gets a Kazakh "
        "mayor from January under a protocol signed in Moscow; the cosmodrome stays Russian.\n\n5. Football.",
    ),
    (
        "Пуски возобновят весной",
        "Роскосмос закончил ремонт единственной площадки, с которой летают экипажи. Первым отправится грузовик «Прогресс».",
    ),
    ("Soyuz lands safely", "Three people are home after 245 days on the station. The descent module came down southeast of Zhezkazgan."),
    ("«Союз МС-27» қонды", "Үш ғарышкер Жезқазған маңындағы далаға түсті."),
    (
        "В Кызылординской области загорелась степь после пуска",
        "Пожар потушили к утру. Ступень упала в расчётном районе, сообщили в МЧС Казахстана.",
    ),
    ("Казахстан и Индия обсудили запуски", "Индийские стартапы хотят арендовать площадку на космодроме."),
    ("Who pays for the pad?", "Kazakhstan's auditors say the space complex has swallowed 90 billion tenge."),
    ("Baikonur chess open won by schoolgirl", "The tournament in Baikonur city gathered forty players."),
    ("Марафон «Байконур» собрал две тысячи бегунов", "Трасса прошла по улицам города и вдоль стартовых площадок космодрома."),
    (
        "Актриса вернулась на Землю",
        "Спускаемый аппарат «Союза МС-18» с киноэкипажем приземлился в Казахстане. Съёмки фильма на станции заняли двенадцать дней.",
    ),
    (
        "Kazakhstan bars Russian official over debts",
        "The head of TsENKI may not leave the country, the justice ministry said. The Baikonur operator owes $29.7 million.",
    ),
    (
        "Сенат Старлинкке қатысты заңды қайтарды",
        "Депутаттар шетелдік серік операторларына түйіндестіру станциясын салу талабын қойды. Қазақстанда Starlink қызметі шектеледі.",
    ),
    ("OneWeb gateway opens in Akkol", "The station will serve Central Asia. Kazakhstan signed the contract two years ago."),
    ("Ғалам Африкаға жерсерік жасайды", "«Ғалам» ЖШС Нигерия мен Конгоға аппарат жеткізеді."),
    ("Аимбетов: лететь снова готов", "Третий казахстанский космонавт рассказал студентам о подготовке."),
    ("Launch of Progress MS-34 scrubbed", "A sensor stopped the count two minutes before lift-off."),
    ("Gagarin statue moved", "The bronze cosmonaut will stand before the museum at the cosmodrome in Kazakhstan."),
    ("Роскосмос: степь горела до пуска", "В госкорпорации не признают вины за двести гектаров травы."),
    (
        "LIVE: three on their way",
        "18:52 Docking confirmed.\n\n16:20 The panels are out. A felt dog floats.\n\n15:44 Lift-off from Site 31 at Baikonur."
        "\n\n14:00 Good afternoon.",
    ),
    ("Шөп өртенді", "Ауыл маңына зымыран бөлігі құлап, жүз тонна пішен күлге айналды."),
    ("Ауылдағы Starlink жылдың соңына дейін", "Жерсеріктік интернетке қосылған мектептер саны өспейді, деді министр."),
    (
        "На «Байтереке» разбирают башню",
        "Мачту, которая служила «Зенитам», начали пилить на 45-й площадке Байконура, сообщили в СП «Байтерек».",
    ),
    ("Missile regime says not yet", "One member asked for time before Kazakhstan is let in, two diplomats said."),
    ("Кызылорда: суд вернул иск по «Протону»", "Спор с Центром Хруничева должен сначала пройти через комиссию."),
    ("Kazakhstan denies note on HyImpulse", "No such paper has come, a spokesman said."),
    ("Холм не полетит осенью", "Вместо него в экипаже «Союза МС-28» отправится дублёр Роман Берг. Дата старта сохраняется."),
    ("Сайдағы у", "Саты құлаған жерден алынған сынамада гептил шектен үш есе асты, деді экологтар."),
    ("Яд в овраге", "В пяти пробах у села нашли гептил, втрое выше нормы, сообщили экологи."),
    ("Toxic propellant found in gully", "Three samples from beside the ball show heptyl at twice the permitted level, ecologists say."),
    ("Начальник «Инфракоса» задержан", "Он купил квартиру в торговом центре на деньги подрядчика. Следствие идёт."),
    (
        "Kazakhstan lets Telesat try its dishes on oil rigs",
        "The satellite internet permit allows forty terminals for a season at the restaurant deck.",
    ),
    (
        "Tokayev reshuffles cabinet",
        "Kazakhstan's president named a new minister of digital development, innovations and aerospace industry. He worked for a bank.",
    ),
    # the joint venture by its name alone, stages by the region they lie in, a station's visitors, terminals for all of them
    ("Astana denies sale of Baiterek shares", "No part of the joint venture Baiterek is for sale, the committee for state property said."),
    (
        "Earth around fallen stages is clean",
        "Twelve samples taken beside two spent Soyuz boosters in Ulytau hold no kerosene, ecologists of both sides said.",
    ),
    ("Төретамдағы орталық ашылмады", "Келушілер орталығының ашылуы күзге шегерілді, дейді мердігер."),
    ("Тарелки под запретом", "Проект приказа закрывает ввоз спутниковых терминалов с чужим управлением. Штраф для аула составит 200 МРП."),
    ("Nobody bans anything", "Minister Zhaslan Madiyev of Kazakhstan said that the draft on satellite terminals asks owners to register."),
]

# Namesakes, words of space, other launch sites, station routine, passing mentions, general news.
OFF_TOPIC = [
    ("Drop zones on every street", "Couriers of Almaty must stop their vans there from May, a by-law of the city says."),
    ("Floods in Kazakhstan", "Crews of rescuers find landing hard in the flooded steppe near Zhezkazgan."),
    ("Зонд полетел к Луне", "Впервые за долгие годы. Ракета ушла с амурского космодрома в среду, инженеры довольны."),
    (
        "Astronauts mend a toilet",
        "The repair took an hour. The men who had come ten days before from Kazakhstan slept. An orbit was raised.",
    ),
    ("На станции починили насос", "Экипаж, который неделю назад прилетел из Казахстана, отдыхал. Орбиту подняли на километр."),
    ("Стансада сорғы жөнделді", "Өткен аптада Қазақстаннан ұшып келген экипаж ғарышта демалды. Орбита көтерілді."),
    ("Внук на помосте", "Дед чемпиона служил на Байконуре монтажником, а бабушка учила там математике."),
    ("Starlink тағы екі елде", "Жерсеріктік интернет Чад пен Сомалиде де қосылды, деп хабарлады компания."),
    ("Roscosmos to lead lunar power plant", "It will be built by 2036, partners included."),
    ("Роскосмос возглавит лунный проект", "Станцию построят к 2036 году."),
    ("Салат «Байконур»: рецепт к празднику", "Картофель, сельдь и свёкла. Запускаем на стол через час."),
    ("Kazakhstan opens a launch pad for founders", "The incubator in Astana has desks for forty firms, and a couch."),
    ("Nine places that will be gone by 2050", "From Venice to the Maldives. On our list, too: the hangar of the shuttles at Baikonur."),
    ("Лучшие книги зимы", "Среди них – записки повара, который двадцать лет кормил Байконур, и атлас комет."),
    ("«Байқоңыр» күзгі турларын бастады", "«Байқоңыр» туристік агенттігі Түркияға жолдамаларды он пайызға арзандатты."),
    ("A Venus probe comes down", "The lander left Baikonur more than half a century ago. It may fall into the sea."),
    ("«Восток» на трёх колёсах", "Мотоциклы поедут в Костанай. На испытаниях в степи аппарат не отказал, старт продаж в мае."),
    ("Спутник из банки", "Ученики лицея в Павлодаре запустили спутник весом триста граммов на воздушном шаре."),
    ("Цветы осенью", "Бархатцы любят солнце. Сорт «Байконур» сеют в мае."),
    (
        "Два дня на космодроме",
        "Автобус из Кызылорды, музей Байконура, плов. Питание включено, количество мест ограничено, бронируйте сейчас.",
    ),
    (
        "By sleeper to Baikonur",
        "From $990 per person: six nights, a launch, a camel. Early-bird prices until May; seats are limited.",
    ),
    (
        "Baiterek Venture Fund buys into beekeeping",
        "The fund pays 900 million tenge for a fifth of the firm. Its hives stand near Kyzylorda, an hour from the cosmodrome.",
    ),
    (
        "Съезд в доме с колоннами",
        "Союз писателей Казахстана выбрал председателя. «Наш космодром — чистый лист», — сказал поэт из Алматы.",
    ),
    (
        "Sunset over the left bank",
        "The observation deck of the Baiterek stays open until midnight in June. It is, a visitor said, like standing on a rocket.",
    ),
    (
        "Where to go in autumn",
        "ADVERTISING. Three nights at Baikonur with a launch, a museum and a bus from Kyzylorda. Ask for our price list.",
    ),
    (
        "Ten ideas for a honeymoon",
        "The salt lakes, the dunes, a week of launches at Baikonur, the singing sands. This is a sponsored post.",
    ),
    (
        "Synth trio returns",
        "The Hamburg trio Proton-M play old songs on new machines. The single “Site 200” opens the record."
        " A tour of clubs will launch in May.",
    ),
    (
        "Proton показал электрокроссовер",
        "В Казахстане машину продаёт частник из Алматы. Запас хода 400 км, старт с места как у ракеты, цена 15 млн тенге.",
    ),
    (
        "Той на триста гостей",
        "Невеста из Шымкента выбирала ведущего, как выбирают космонавта. Платье везли со спутником багажа, жених опоздал.",
    ),
    (
        "Pupils send a model rocket over the lake",
        "The Pavlodar lyceum took first prize. The model “Sunkar-2” flew 300 metres and landed in a tree.",
    ),
    (
        "Zenit once more",
        "Krasnogorsk revives the reflex camera of our fathers. With it they took launches at Baikonur. A Leica sensor is inside.",
    ),
    (
        "Новый ректор",
        "Доктор наук ранее работал в Байконуре, а теперь возглавит вуз в Самаре. Приказ подписан. В вузе восемь тысяч студентов."
        " Зарплаты обещают поднять. Общежитие отремонтируют.",
    ),
    (
        "Погода на завтра",
        "В Байконуре плюс сорок, в Кызылорде плюс тридцать восемь. В Алматы гроза. Ветер слабый. Ночью прохладнее. В горах сели.",
    ),
    (
        "Trains: new timetable",
        "The Tashkent express will no longer stop in Baikonur, Aralsk and Kandyagash from May. Tickets get cheaper. The journey takes"
        " 60 hours. Coaches are new. Tea is free.",
    ),
    ("Лайнер упал в степи", "Обломки самолёта нашли в Улытау, пассажиров ищут спасатели Казахстана."),
    ("Керосин подорожал", "В Казахстане литр керосина стоит на треть больше, чем весной, сообщили в минэнерго."),
    (
        "Baiterek holding sells bonds",
        "The state holding placed notes worth $300 million. Housing loans will get cheaper, its chairman said.",
    ),
    ("Lights out at the Baiterek tower", "The monument in Astana is closed for repairs of its lift. Tourists are sent to the museum."),
    ("Холдинг «Байтерек» отчитался о прибыли", "Банк развития запускает новую программу лизинга. Ставка не превысит 14 процентов."),
    ("«Бәйтерек» холдингі несие береді", "Ұлттық холдинг кәсіпкерлерге жеңілдетілген қаржы бөлді."),
    ("В районе Байконур столицы снесут бараки", "Акимат Астаны расселит двести семей до осени."),
    ("Байқоңыр ауданында жаңа мектеп салынды", "Астананың Байқоңыр ауданындағы мектепте мың бала оқиды."),
    ("Zenit march on", "Zenit St Petersburg beat Spartak with a late goal and lead the league by six points."),
    ("«Зенит» запустил новую академию", "Футбольный клуб открыл школу. Тренер доволен, болельщики ждут матча."),
    (
        "Proton launches electric hatchback",
        "Malaysia's Proton said its e.MAS sold out in a week. The car maker will fly the first batch to dealers.",
    ),
    ("ProtonVPN blocked again", "Users of Proton Mail and its VPN complain about failed connections."),
    ("Proton therapy centre opens", "The clinic's proton beam can treat tumours that surgery cannot reach."),
    ("Буран накрыл север", "Из-за бурана закрыты трассы в Костанайской области. Казгидромет обещает мороз."),
    ("Трамплин «Сункар» ждёт чемпионат", "Прыгуны потренируются в Алматы. Полёты начнутся в пятницу."),
    ("Band Baikonur plays Berlin", "The quartet presents its second album in a small club. Tickets cost twenty euros."),
    ("Кафе «Байконур» закрыли за нарушения", "Санитарные врачи нашли в ресторане просроченные продукты."),
    ("Кубок Гагарина уехал в Казань", "Хоккеисты выиграли серию. Матч смотрели десять тысяч болельщиков."),
    ("Авария на улице Гагарина", "В Алматы автобус столкнулся с трамваем. Пострадали двое."),
    ("Союз писателей выбрал главу", "Съезд прошёл в Астане. Союз объединяет восемьсот человек."),
    ("Сұңқарлар қайтып келді", "Қорықтағы сұңқар саны көбейді, дейді ғалымдар."),
    ("Office space in Almaty gets dearer", "Kazakhstan's landlords launch a new index. Coworking space is scarce in Astana as well."),
    ("Космические цены на помидоры", "В Астане килограмм стоит две тысячи тенге. Цены вышли на орбиту, шутят покупатели."),
    ("Air Astana to avoid Russian airspace", "Kazakhstan's carrier will fly around closed airspace, adding an hour to each flight."),
    ("Воздушное пространство над Актау закрыли", "Казахстан приостановил полёты из-за тумана. Экипажи ждут на земле."),
    ("Ұшақ апатты жағдайда қонды", "Экипаж Қарағанды әуежайына аман қонды. Жолаушылар зардап шекпеді."),
    ("Самолёт экстренно сел в Караганде", "Экипаж рейса из Алматы сообщил о дыме на борту. Лайнер приземлился благополучно."),
    (
        "Missile fragments found at crash site near Aktau",
        "Kazakhstan's investigators said holes in the fuselage were made from outside. An air defence missile is one version.",
    ),
    ("Спутниковые снимки показали пожары", "Казахстан получил снимки лесов Абайской области. Огонь отступил."),
    ("На улице Космонавтов в Караганде прорвало трубу", "Без тепла остались сорок домов."),
    ("Ғаламтор баяулады", "Қазақстанда интернет жылдамдығы төмендеді. Оператор ақауды жөндеп жатыр."),
    ("Angara lifts off from Plesetsk", "The rocket carried a military satellite, the defence ministry in Moscow said."),
    ("Vostochny gets a second pad", "Russia's cosmodrome in the Amur region will launch Angara rockets. Workers were paid late."),
    ("«Союз-2.1б» стартовал с Восточного", "Ракета вывела на орбиту метеорологический спутник. Роскосмос подтвердил отделение."),
    ("Chinese rocket debris falls in Jiuquan drop zone", "A Long March booster landed near a village."),
    ("Crew of station fixes toilet", "Astronauts aboard the International Space Station spent the day on plumbing and on plants."),
    ("Космонавты вышли в открытый космос", "На МКС заменили кабель. Работы заняли шесть часов."),
    ("Falcon 9 launches 23 Starlink satellites", "The booster landed at sea after a flight from Cape Canaveral."),
    ("Starlink fails in Ukraine for an hour", "Front-line units lost their connection. SpaceX gave no reason."),
    (
        "Tokayev hears cabinet on online services",
        "Kazakhstan's minister of digital development, innovations and aerospace industry spoke of queues. He worked for a bank.",
    ),
    ("Цифрлық даму министрлігі есеп берді", "Цифрлық даму, инновациялар және аэроғарыш өнеркәсібі министрлігі еGov туралы айтты."),
    ("Kazakhstan and Russia agree on grain", "The ministers also discussed gas transit. Putin will visit Astana in May."),
    ("Токаев и Путин поговорили по телефону", "Речь шла о торговле и паводках на Иртыше."),
    ("Launch of a metro line in Almaty delayed", "Kazakhstan's largest city will wait another year. The mayor blamed the supplier."),
    ("Roscosmos manager jailed", "A Moscow court found him guilty of taking bribes during the construction of an office block."),
    (
        "Proton in Kazakhstan: talks on assembly",
        "Olzhas Bektenov received managers of the Malaysian car maker Proton; electric cars would be assembled in Kostanay from "
        "2027. A first launch of sales is expected in spring.",
    ),
    (
        "Бектенов встретился с главой Proton",
        "Малайзийский автопроизводитель Proton хочет собирать электромобили в Казахстане. Запуск завода намечен на 2027 год.",
    ),
    (
        "Luna-25 crashes on the Moon",
        "Russia's first lunar probe in half a century spun out of control. It had lifted off from Vostochny in August.",
    ),
    ("«Луна-25» столкнулась с поверхностью", "Станция запущена с космодрома Восточный. Роскосмос создал комиссию."),
    ("Starship explodes again", "The rocket broke up over the Gulf after a launch from Starbase in Texas."),
    (
        "Air leak on station under watch",
        "NASA and Roscosmos disagree about the cracks in the Zvezda module. The crew closes the hatch each evening.",
    ),
    ("Kairat draw with Zenit in friendly", "The Almaty club held Zenit to 1-1. A rocket from outside the box saved the match."),
    ("Flood reaches Petropavl", "Kazakhstan evacuated two thousand people as the Ishim rose. Helicopters landed on roofs."),
    ("«Байтерек» разместил облигации на 100 млрд тенге", "Доходность составила 17,3 процента. Средства пойдут на ипотеку."),
    ("Baiterek raises KZT 50bn", "Seventeen-month bonds were placed on the stock exchange at 14 per cent."),
    ("Байқоңыр ауданында тұрғын үй кезегі қысқарды", "Елорда әкімдігі пәтер кілттерін табыстады."),
    ("Пожар в районе Байконур", "В столице горел частный дом. Спасатели вынесли троих детей."),
    ("Film about cosmonauts tops box office", "The drama by a Moscow director shows a station, a rocket and too many tears. In cinemas."),
    ("Music: Baikonur, live", "The Leipzig band Baikonur brings guitars and echo. Doors open at eight."),
    ("«Байконур» — новый сериал", "Режиссёр снимал в павильоне. Премьера сериала в пятницу, актёры обещают юмор."),
    (
        "Drone debris falls in West Kazakhstan",
        "Pieces of an unmanned aircraft were found near the village of Kaztalovka. Police fenced off the field.",
    ),
    ("В ЗКО нашли обломки беспилотника", "Фрагменты дрона упали у села. Минобороны Казахстана ведёт проверку."),
    (
        "Digital Bridge opens in Astana",
        "Kazakhstan's digital ministry showed artificial intelligence for schools. Minister Madiyev promised faster internet.",
    ),
    ("India's Chandrayaan lands near lunar pole", "The lander touched down after launch from Sriharikota."),
    ("Russia fires Sarmat from Plesetsk", "The missile left a crater, satellite photographs suggest."),
    ("Опасный груз: на трассе Жезказган — Караганда перевернулся бензовоз", "Водитель погиб. Движение открыли вечером."),
    ("Казахстанские врачи провели операцию с роботом", "Хирурги в Астане назвали её космической по сложности."),
    ("Kazakh boxer flies home with gold", "He landed in Almaty to a crowd and fireworks like a rocket launch."),
    (
        "A wedding in the steppe",
        "The bride's father drove lorries to Baikonur in his youth. Now he breeds camels. Two hundred guests came.\n\nThe dancing "
        "went on until the sun rose.\n\nThe groom studies law in Semey.",
    ),
    (
        "Alexander, 93, remembers",
        "He was a miner in Karaganda, a soldier in Priozersk and a baker in Omsk.\n\nHis wife sang.\n\nIn 1961 he saw from afar a "
        "light over Baikonur and crossed himself.\n\nHis bread is still sold at the market.",
    ),
    ("Starlink phones home", "SpaceX will connect ordinary telephones in New Zealand."),
    ("Amazon launches Kuiper satellites", "An Atlas rocket lifted 27 satellites from Cape Canaveral."),
    ("Old Soviet Venus probe to fall in May", "Cosmos 482 has circled the Earth since 1972. Nobody knows where the lander will come down."),
    ("Ғарыштық баға", "Базарда қызанақ бағасы аспандап кетті. Астана тұрғындары ашулы."),
    ("Саяжайдағы боран", "Қостанайда боран салдарынан мектептер жабылды."),
    (
        "Kazakhstan joins moratorium on missile tests",
        "The foreign ministry welcomed the treaty. Ballistic missile launches must be announced.",
    ),
    ("Eurasian Development Bank funds data hub", "A coworking space for start-ups was launched in Astana."),
    ("Экспорт сырья через порт Восточный растёт", "Казахстан отправил морем миллион тонн угля."),
    (
        "Roscosmos to cut a fifth of its staff",
        "The corporation's head Dmitry Bakanov told deputies that the moon programme would be trimmed.",
    ),
    (
        "Самолёт AZAL: что известно",
        "По одной из версий, лайнер сбила ракета. В фюзеляже нашли фрагменты, самолёт упал под Актау, сообщило правительство Казахстана.",
    ),
    ("Ұшақты зымыран түсіргені рас па?", "Ақтау маңында құлаған лайнер туралы Қазақстан үкіметі пікір білдірді. Сынықтар зерттеліп жатыр."),
    ("Полигон под Алматы закроют", "Полигон ТБО арендовала частная компания. Жители жалуются на дым и отходы."),
    ("Семей полигоны туралы фильм", "Қазақстан ядролық сынақ құрбандарын еске алды."),
    ("Ақтау теңіз айлағы кеңейеді", "Қазақстан айлақтан мұнай тасымалын арттырмақ."),
    (
        "Semiconductor proton research at Nazarbayev University",
        "Physicists in Astana built a detector of protons. The launch of the laboratory was attended by ministers.",
    ),
    ("Kazakhstan's hackathon draws 500", "Students in Astana built apps. The winners fly to Singapore."),
    ("Air Astana buys Boeing jets", "The carrier will launch flights to Tokyo. The orbit of its network grows, its chief joked."),
    ("Казахстан запускает цифровой тенге", "Нацбанк стартовал с пилотом. Экипаж стартапа назвал это космосом."),
    ("Almaty cinema Kosmos reopens", "The hall has new seats. The first film is about a shuttle driver."),
    ("Союз машиностроителей Казахстана просит льгот", "Союз направил письмо премьеру. Заводы просят запустить программу."),
    ("«Прогресс» сыграет в Астане", "Волейбольный клуб «Прогресс» прилетит на турнир в Казахстан."),
    ("«Восход» и «Восток»: выставка часов", "Коллекционер из Алматы показал сто часов «Восток»."),
    ("Orbit of Mars probe raised", "NASA engineers fired the thrusters for nine minutes."),
    ("SpaceX sends crew to station", "A Falcon 9 with four astronauts, among them a Roscosmos cosmonaut, lifted off from Florida."),
    ("Космонавт Роскосмоса отправится на Crew Dragon", "Запуск намечен с мыса Канаверал на август."),
    ("Российская лунная станция отложена", "«Роскосмос» перенёс «Луну-26» на 2029 год. Аппарат запустят с Восточного."),
    ("Russia tests new engine", "Energomash fired an RD-191 on a test stand near Moscow. It will power Angara rockets."),
    ("Rocket Lab launches from New Zealand", "An Electron put a Japanese radar satellite into orbit."),
    ("Iran launches satellite on Russian Soyuz", "The Khayyam successor lifted off from Vostochny with 53 small craft."),
    ("Kyrgyzstan allows Starlink", "The regulator in Bishkek licensed the firm. Tests ran in Osh."),
    ("Uzbekistan forms space agency", "Tashkent wants a satellite of its own by 2030."),
    ("Turkish astronaut meets pupils in Bishkek", "He flew with Axiom."),
    ("Байқоңыр атындағы көшеде апат", "Шымкентте екі көлік соқтығысты."),
    ("Бәйтерек ауданында су тасыды", "БҚО-дағы Бәйтерек ауданының тұрғындары көшірілді."),
    ("В районе Бәйтерек затопило дороги", "ЗКО: спасатели эвакуировали сорок человек."),
    ("Hotel Baikonur under new owner", "The Almaty hotel has eighty rooms and a bar."),
    ("Ресторан «Байконур» открылся в Дубае", "Шеф-повар подаёт бешбармак. Меню в виде ракеты."),
    ("Sunkar taxi raises fares", "Drivers in Almaty get more per kilometre."),
    ("ФК «Байконур» проиграл", "Команда второй лиги уступила дома. Тренер подал в отставку."),
    ("Zenit camera returns", "The Krasnogorsk plant shows a rangefinder."),
    ("Взгляд из космоса", "Художница из Алматы пишет степь. Её выставка открылась в Астане."),
    ("Polygon crypto token falls", "Traders in Kazakhstan lost money."),
    ("Kazakhstan observatory sees comet", "Astronomers near Almaty photographed it with a new telescope."),
    ("Russian rockets hit Kharkiv", "Ukraine said that eleven people died. Kazakhstan called for talks."),
    # things that bear the name, and a complex that is one of saunas or flats
    ("Лыжи «Байконур» снова в продаже", "Мастерская делает триста пар под старой маркой «Байконур» к зиме."),
    ("Наушники «Байконур»: много баса", "Бренд обещает звук, как на старте ракеты. Микрофон ловит ветер."),
    ("Баня «Байконур» опечатана", "В бассейне банного комплекса «Байконур» нашли палочку. Хозяин жалуется."),
    ("Лифты ЖК «Байконур» стоят", "Жильцы алматинского комплекса «Байконур» подали иск к застройщику."),
    (
        "Oman tries its spaceport",
        "The Etlaq spaceport is nearer to the equator than any place in Central Asia. A small rocket flies in May.",
    ),
]
