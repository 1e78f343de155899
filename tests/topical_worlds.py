"""More short articles of our own: worlds in which the topic's names mean something else, and their nearest neighbours on the topic."""

# Names on things of another world, sport, arts, trade, unions, streets; and what names the place in passing.
OTHER_WORLDS = [
    ("New satellite town near Shymkent gets water", "The satellite town lies north of Shymkent. It is to have two million residents."),
    (
        "Crew of a capsule comes down in the sea",
        "They went farther out than anybody since Gagarin made the first flight from Baikonur. They are tired.",
    ),
    (
        "Wheat is in the ground",
        "Kazakhstan's farmers have sown two million hectares, the ministry said. North Kazakhstan Region leads. "
        "Space monitoring from national satellites is used to check the count.",
    ),
    ("Космонавты почуяли дым", "Космонавты открыли люки грузового корабля «Прогресс МС-40» и почуяли дым. На МКС надели маски."),
    ("Қазақстан мен қырғыздар жерсерік кадастрын сатып алады", "Кадастр шекара маңындағы жайылымға керек. Сурет сатып алынады."),
    ("Полив: под Шымкентом подняли плотину", "Вода дошла до полей. Скот вывезли. Снимки со спутника показывают новые волны."),
    ("Агроном Айымбетов: су аз", "Агроном Дәулет Айымбетов жаңа су тарифі туралы пікір білдірді. «Аспанға қарап отырмаймыз», – дейді ол."),
    (
        "Recovery: a film about waiting in the steppe",
        "A jury gave its prize to a drama in which a driver waits in a field near Zhezkazgan for a capsule to land. Its crew "
        "is never seen.\n\nThe director found her landing site near Karaganda, where cosmonauts come down in autumn.",
    ),
    (
        "«Посадка»: фильм о шофёре, который ждёт космонавтов",
        "Приз получила драма, герой которой ждёт под Жезказганом, когда сядет капсула с экипажем. Космонавтов в кадре нет.",
    ),
    (
        "Floods drive thousands from their homes",
        "Seventy thousand people have left flooded districts of Kazakhstan. The water has not reached its peak. "
        "Helicopters that usually pick up cosmonauts near Zhezkazgan bring bread. A dyke broke at night. Schools are closed.",
    ),
    ("Поезд простоял на станции Сары-Шаган", "Состав задержался на пять часов: порыв ветра оборвал провод. Пассажирам раздали воду."),
    ("Сарышаған кентіне су келді", "Балқаш көлінен тартылған құбыр жиырма тоғыз шақырым. Келер жылы көшелер жөнделеді."),
    (
        "Fire destroys quay at Priozersk",
        "The town's missile-boat museum was not touched; its rockets are dummies, a fireman said. Two barges sank.",
    ),
    ("Wind stops jumpers at Sunkar", "Two rounds were cancelled at Almaty's Sunkar complex. The jury had waited for a launch window."),
    (
        "Baiterek-Service wound up",
        "A judge has closed Baiterek-Service, which cleaned offices in Shymkent and owed 340 million tenge in taxes.",
    ),
    ("«Байқоңыр» лагері ашылды", "Бурабайдағы «Байқоңыр» балалар лагері тоғыз жүз баланы қабылдайды."),
    (
        "Uzbekistan picks four for training",
        "Tashkent's agency has named four candidates, two of them women. There is no flight yet. No contract has been signed. "
        "In the region, Kazakhstan alone has sent people of its own to orbit.",
    ),
    (
        "TsENKI fuels a mock-up at Vostochny",
        "Crews of TsENKI filled a mock-up at the Vostochny cosmodrome on Monday. It was the third time.",
    ),
    ("ЦЭНКИ проверил башню", "На космодроме Восточный специалисты ЦЭНКИ пять раз отвели кабель-мачту."),
    ("Шубат «Байконур» пошёл на экспорт", "Молочный завод в Аральске отправил в Дубай сухое молоко под этой маркой."),
    ("Трамвай встанет на неделю", "На улице Гагарина меняют опоры. Автобусы пойдут по Байконурской."),
    (
        "Proton SUVs from Almaty",
        "The first Proton left a ship in Aktau on its way to the crash laboratory. Kazakh buyers pay 11 million tenge.",
    ),
    ('Cinema: "The Ninth Cosmonaut"', "A boy on a roof in Toretam has been told of a launch at nine. He has brought a melon."),
    ("Baikonur Boy wins by a head", "The five-year-old Baikonur Boy took off two furlongs out. His trainer said he always had the engine."),
    ("Cement dearer", "The Baikonur cement works will start a second kiln in autumn, its owner said."),
    ("«Прогресс МС-21» затоплен", "Грузовик отстыковался от станции. Обломки корабля упали в Тихий океан."),
    ("Байқоңыр ауылдық округіне су келді", "Құбыр отыз шақырым. Ауыл атын ғарыш айлағына берген."),
    ("Sixty violins come to Almaty", "The orchestra plays in Baikonur Hall. Its new piece is called Launch at Dawn."),
    (
        "Baikonur fill the Odeon: slow, soft, sad",
        "The Bergen six-piece Baikonur launched their second album, Drop Zone, on Friday. One singer, no drummer. The encore, Proton, "
        "ended in smoke of which the fire brigade had not heard. Tour dates in Oslo and Almaty follow.",
    ),
    ("Review: 'Baikonur Lullaby', an album of echoes", "Eleven songs, nine of them slow. The band tours in May."),
    (
        "Film of two brothers honoured in Riga",
        "The Kazakh drama follows two brothers who collect rocket scrap near a launch base. “Dry,” said the jury.\n\n"
        "Filming took place near Aral, not at Baikonur. Release in May.",
    ),
    (
        "Разлив измерили по снимкам",
        "Площадь воды в Актюбинской области Казахстана оценили по снимкам спутника Sentinel-2. Затоплено четыре аула.\n\nДороги закрыты.",
    ),
    (
        "В Байконуре перекроют улицы",
        "Ремонт в столичном районе Байконур начнётся в мае. Первыми закроют проспект и две улицы, объезд обещают готовым в срок.\n\n"
        "Жители просят не трогать сквер.\n\nИмя космической гавани район носит восемь лет. В нём живёт четверть миллиона человек.",
    ),
    # works, contests, appliances, lists of places, lives
    (
        'Review: "Midnight in Leninsk" is a film of faces',
        "The drama about two engineers was shot near Almaty; the director was not let into Baikonur. Tickets sell well.",
    ),
    (
        "Школьники запустили модели ракет",
        "Областной конкурс прошёл в Караганде; лучшая модель ракеты поднялась на триста метров. Ученикам вручили ноутбуки.",
    ),
    ("Оқушылар зымыран моделін ұшырды", "Павлодарда облыстық байқау өтті, оған жүз оқушы қатысты. Жеңімпазға велосипед берілді."),
    ("Гимназия выиграла олимпиаду «Байконур»", "Итоги инженерной олимпиады «Байконур» подвели в Омске. Победителям вручили паяльники."),
    (
        "Прибор «Протон» поможет врачам",
        "Физиотерапевтический прибор «Протон» получат госпитали, в том числе в Чите и Байконуре. Он стоит триста тысяч.",
    ),
    (
        "Internet outage hits half the world",
        "Starlink failed for two hours on Monday, from Chile to Kazakhstan. Engineers blame an update. Ships lost contact..",
    ),
    (
        "Батя строил всё: от Магнитки до Байконура",
        "Мастер прожил девяносто лет. В сорок втором его призвали в сапёры. Сыновья собираются у него в мае. Печи его греют до сих пор.",
    ),
    (
        "Сердца лечит тридцать лет",
        "Звание почётного гражданина Жезказгана получила кардиолог. Она родилась в Ленинске, где отец строил стартовые площадки.\n\n"
        "За эти годы она открыла в городе отделение. Лечить она хотела с детства.",
    ),
    # pupils, wrestlers, skaters, and a country in a list of countries
    (
        "Оқушылар шарды ғарышқа дайындады",
        "Тараздағы лицейде зымыран үлгілерінің байқауы өтті. Бірінші орын алған «Ғарыш» тобы Қазақстан жүлдесін алды.",
    ),
    (
        "Палуандар додасы",
        "Байқоңырдан көлікпен жеткен көрермендер аз емес. Бәйгеде Шиелі ауылының тұлпары озды, күрестен бас жүлде Арал палуанына бұйырды.",
    ),
    (
        "«Буран» обыграл «Союз» по буллитам",
        "Ракетный старт хозяев: три гола за пять минут. Вратарь шутил, что таких Байконуров лига не видела, а тренер ждал кубка.",
    ),
    (
        "A thousand small moons of a bookseller",
        "Another batch of satellites went up from Florida. Service will start in Chile, then in Kenya, Mongolia and Kazakhstan.",
    ),
    (
        "Under the ice of lake Vostok",
        "The lake is not named after the ship in which the first man flew from Baikonur. Drillers have brought up a new core.",
    ),
    # books, parties, wines, essays; a railway and an election; who once took off there
    (
        "Book of the week: The Baker of Leninsk",
        "She never saw a rocket. In Leninsk, the closed town, she baked at night, and her memoir tells how many loaves go into a launch.",
    ),
    (
        "Where to spend the space night",
        'The club turns its roof into "Baikonur Bay" with a fog machine. The bar pours cocktails in orbit colours until the last train.',
    ),
    (
        "Игристое «Байконур» взяло первое место",
        "Дегустаторы выбрали брют «Байконур» в чёрной бутылке с ракетой. Винодел рад: послевкусие держится восемь секунд.",
    ),
    (
        "Оқушылар «Менің Байқоңырым» байқауында бақ сынады",
        "Кітапханада «Менің Байқоңырым» атты шығармалар байқауы өтті. Бас жүлдені тоғызыншы сынып оқушысы алды.",
    ),
    (
        "Ремонт моста задержит поезда",
        "На перегоне у станции Тюратам меняют пролёт моста. Грузовые составы с зерном пустят в обход, пассажирам советуют запастись водой.",
    ),
    (
        "Сайлау қорытындысы шықты",
        "Облыста сайлаушылардың жетпіс алты пайызы дауыс берді. Төретам мектебіндегі учаскеде бірінші болып сексен жасар әжей келді.",
    ),
    (
        "Школу назовут именем космонавта",
        "Педсовет проголосовал за имя Анны Ветровой, которая две недели назад стартовала с Байконура. Табличку закажут к сентябрю.",
    ),
    (
        "Rocket day brings paper and glue",
        "Four hundred children met for the contest. The winner, a three-stage affair named Baikonur-2, was built by Alim, who is eight.",
    ),
    (
        "Laika wins Moscow dog show",
        "Baikonur, a two-year-old from Tver, took best in breed. He launches himself at squirrels, says his owner.",
    ),
    (
        "Перепись верблюдов",
        "Ветеринары закончили подсчёт. У границ космодрома Байконур пасутся девять тысяч верблюдов, больше всего в районе Арала.",
    ),
    (
        "Oman opens its first pad",
        "The port of Duqm has four pads, and a museum is planned. A sounding rocket rose on Thursday.\n\nTwo firms came to look.\n\n"
        "The hall will show a capsule that once flew from Baikonur, lent by a collector. The launch pad is open to visitors.",
    ),
    # who only lends his name: to a school, to a boxer; a play, a foreign spaceport
    (
        "Школа имени Токтара Аубакирова открылась в Караганде",
        "В школе имени Токтара Аубакирова учатся семьсот детей. Ленту перерезал аким.",
    ),
    ("Оқушылар қайық жасады", "Байқауда бас жүлде — Тоқтар Әубәкіров атындағы велосипед — сегізінші сынып оқушысына берілді."),
    ("Айымбетов жартылай финалға шықты", "Бокстан ел чемпионатында Дамир Айымбетов қарсыласын екінші раундта тізе бүктірді."),
    ("«Ғарышкердің анасы» маусымды ашады", "Шымкенттегі драма театры «Ғарышкердің анасы» спектаклін қояды. Премьера 12 қыркүйекте."),
    (
        "Scottish spaceport waits for its Germans",
        "The spaceport on Unst hopes to see its first launch. Sheep will be moved, ferries warned.",
    ),
    # a name on a shop, a label, a dish
    (
        "Baiterek label shows knitwear in Tbilisi",
        "The Georgian capital's fashion week ended with coats like rockets. Orders for the Baikonur jacket exceed 3,000, the designer "
        "said; the launch of an online shop follows.",
    ),
    ("Perfume Baikonur wins prize", "The scent by a Grasse house smells of kerosene and wormwood. A bottle costs 140 euros."),
    ("Sneaker maker drops “Baikonur” pair", "The limited shoe glows in the dark. Fans queued for the launch from five in the morning."),
    ("Бренд «Байконур» открыл бутик в Сочи", "Пуховики с ракетой на спине шьют в Иванове. Запуск второй линии одежды намечен на май."),
    ("Коллекция «Байтерек» покорила подиум", "Дизайнер из Шымкента показала платья с орнаментом. Стартовая цена — двести тысяч тенге."),
    ("Pizzeria named Baikonur closes", "The owner in Leipzig gives up after nine years. The oven in the shape of a rocket is for sale."),
    ("Кофейня «Протон» ищет бариста", "Заведение в Караганде открыл бывший лётчик. Запуск летней веранды — в июне."),
    ("«Байқоңыр» дәмханасы ашылды", "Алматыдағы жаңа дәмхана қонақтарға жұлдыз пішінді бауырсақ ұсынады. Мәзірде елу тағам бар."),
    ("Bar crawl: Sputnik, Gagarin, Baikonur", "Three Berlin bars pour vodka under model rockets. Happy hour starts at six."),
    ("Wine of the month", "Baikonur 2019, a Saperavi from the hills near Almaty, tastes of cherries. The vineyard's launch price is $12."),
    (
        "Vostok watch turns sixty",
        "Chistopol's diver's watch is loved by collectors. A special issue with Baikonur on the dial ships in May.",
    ),
    (
        "Boutique hotel Baikonur gets third star",
        "The house on Lake Issyk-Kul has a spa and a rocket-shaped pool. The rooms are booked until August.",
    ),
    # offices, shopping centres, flats
    ("Coworking «Байтерек Hub» в Караганде расширяется", "Аренда стола стоит сорок тысяч тенге. Резидентам обещают запуск акселератора."),
    ("Business centre Proton sold", "An Almaty fund bought the eight-storey office block. Tenants will stay; rent goes up by a tenth."),
    ("Горел склад торгового дома «Байконур»", "Сгорели ковры и коляски, пострадавших нет. Ущерб торговый дом «Байконур» ещё считает."),
    (
        "В ЖК «Байконур» открыли продажи",
        "В жилом комплексе «Байконур» на окраине Самары продают квартиры. Дома зовутся «Восток» и «Союз». Стартовая цена 128 тысяч рублей.",
    ),
    ("ЖК «Байконур»: дольщики ждут ключи", "Застройщик перенёс сдачу жилого комплекса в Алматы на полгода. Квартиры дорожают."),
    ("«Байқоңыр» тұрғын үй кешені сатылымға шықты", "Құрылыс салушы пәтерлерге жеңілдік жариялады. Ипотека жеті пайызбен беріледі."),
    ("Shopping mall Baikonur evacuated", "A smell of gas drove shoppers out of the mall in Shymkent. Firefighters gave the all-clear."),
    ("ТРЦ «Байконыр» меняет владельца", "Торговый центр в Атырау выставлен на продажу. Арендаторы получили письма."),
    # sport
    (
        "Zenit swap goalkeeper for Ordabasy captain",
        "The transfer costs the St Petersburg club a million. The midfielder spent his youth near Baikonur and celebrates goals "
        "with a countdown.",
    ),
    ("Tobol knock out Zenit's youth team", "The Kostanay side won on penalties. The winger's shot went into orbit before the whistle."),
    ("«Зенит» арендовал защитника «Актобе»", "Футболист родился в Байконуре. Сумма аренды не названа, контракт рассчитан на два сезона."),
    (
        "Воспитанник «Кайрата» перешёл в «Зенит»",
        "Полузащитник подписал контракт на четыре года. Дома, в Казахстане, его зовут Ракетой. Дебют ожидается в субботу против «Ростова».",
    ),
    ("«Қайрат» «Зенитпен» ойнайды", "Жолдастық кездесу Алматыда өтеді. Бапкер жастарға мүмкіндік бермек."),
    ("«Протон» вышел в плей-офф", "Волейболистки из Саратова обыграли алматинок в трёх партиях. Блок работал как ракета-носитель."),
    ("Hockey: Barys lose to Vostok", "The Astana club conceded three goals in the last period. The launch of the season went wrong."),
    ("Filly Baikonur wins Almaty derby", "The grey mare left the gate like a rocket. Her jockey had never raced at the track."),
    ("Racehorse Baiterek first in Dubai", "The stallion of a Kazakh stable paid 14 to 1. His trainer spoke of a rocket start."),
    ("Chess: club Baikonur goes up", "Grandmasters from Karaganda beat Pavlodar. The tournament goes on until Sunday."),
    ("E-sports: team Baikonur signs sniper", "The Kazakh squad plays for $200,000 in Riyadh. The roster was launched in 2022."),
    (
        "Команда Baikonur выиграла турнир по Dota 2",
        "Киберспортсмены из Алматы получили тридцать миллионов тенге. Капитан похвалил тренера.",
    ),
    ("«Восток» сыграл вничью", "Футболисты Усть-Каменогорска упустили победу в матче с «Окжетпесом». Тренер недоволен запуском сезона."),
    ("Boxer nicknamed Proton defends belt", "The welterweight from Taraz stopped his rival in the fourth round in Las Vegas."),
    ("Marathon man", "He has run in forty countries. In Kazakhstan he started with a race at Baikonur, but the knees are gone."),
    ("Ice rink Sputnik opens in Aktau", "The hall for hockey and skating cost four billion tenge. Children train for nothing until May."),
    # music, film, books, games
    ("“Soyuz” tops Kazakh charts", "The single by a duo from Astana was streamed two million times. A video with rockets is being cut."),
    ("Two albums: “Cosmodrome” and “Heptyl”", "The rock band Baikonur tours Siberia in November. Tickets start at 900 roubles."),
    ("Группа «Байконур» выпустила сингл", "Песня «Старт» вышла на лейбле из Екатеринбурга. Концерт состоится в декабре."),
    ("Қайрат Нұртас «Байқоңыр» әнін таныстырды", "Әншінің жаңа клипі бір аптада миллион қаралым жинады. Концерт күзде өтеді."),
    ("Series “Baikonur” renewed", "The streaming platform orders ten more episodes of the drama. The showrunner promises a launch party."),
    ("Сериал «Гептил» снимают под Рязанью", "Степь изображает карьер, космодром построили из фанеры. Актёры учат казахский."),
    (
        "Кино на орбите: хирург и семь камер",
        "Лента, снятая на МКС, вышла в онлайн-кинотеатрах. Актриса вспоминает тренажёры и прощание на Байконуре.\n\nРежиссёр готовит "
        "новую картину — о полярниках.\n\nБюджет прежней отбился в прокате.",
    ),
    (
        "Review: a doctor above the clouds",
        "The feature shot on the space station is thin on plot. Scenes at Baikonur last two minutes; the actress floats well.\n\nThe "
        "score is loud.\n\nTwo stars.",
    ),
    (
        "Поэма о степи",
        "Сборник «Байконур и другие стихи» представили в Алматы. Автор читал строки о ракете и полыни, зал аплодировал. Тираж тысяча.",
    ),
    ("Novel of the week: The Heptyl Bride", "A love story between a Soyuz engineer and a nurse. The writer has never seen Baikonur."),
    ("Computer game lets you run Baikonur", "The strategy game by a Brno studio is on sale for 20 euros. Players build pads and cafes."),
    (
        "Speaker's corner: podcast “Proton”",
        "Two Almaty comedians talk about love, rent and launch failures of start-ups. New episodes on Monday.",
    ),
    ("Выставка «Байконур» в Перми", "Художник показал сорок полотен о степи и верблюдах. Вход свободный, куратор ждёт школьников."),
    ("Театр поставил «Гагарина»", "Премьера спектакля прошла в Караганде. Декорации изображают ракету, актёры летают на тросах."),
    ("Opera house stages “Baiterek”", "The ballet about the tree of life opens the season in Astana. The soprano sang in Milan."),
    ("Crossword: four letters", "Town of rockets, 8 letters: Baikonur. Last week's answers are on page nine. Send in your grid."),
    ("Horoscope: Aries meets Proton", "Your week is a launch pad. Avoid quarrels with Libra and buy nothing in orbit."),
    # unions, parties, associations
    (
        "Союз художников Казахстана отметил юбилей",
        "Живописцы собрались в Астане. Выставку «Байконур глазами графиков» откроют весной; стартовый фонд собрали сами.",
    ),
    ("Союз журналистов Казахстана просит снизить налог", "Правление направило запрос в мажилис. Запуск грантов обещан осенью."),
    ("Союз пекарей предупредил о росте цен", "Хлеб в Костанае подорожает. Союз просит правительство Казахстана запустить субсидии."),
    ("Союз композиторов: новый состав", "В Алматы прошёл съезд. Председатель предложил отправить оркестр в турне по Казахстану."),
    ("Қазақстан Жазушылар одағы жиын өткізді", "«Байқоңыр» айдарымен шыққан кітаптар талқыланды. Төраға жастарды қолдауды сұрады."),
    ("Kazakh writers' union elects head", "Delegates met in Almaty. The series of young prose called Baikonur will go on, they decided."),
    # streets, stations, transport, schools, districts
    ("Улицу Байконурскую закроют на ремонт", "Движение автобусов в Алматы изменят на две недели. Пробки ждут у рынка."),
    (
        "Metro station Baikonur gets lifts",
        "Almaty's metro closes one entrance. Trains keep their timetable; passengers use the other door.",
    ),
    ("На станции метро «Байконур» сломался эскалатор", "Пассажиры алматинского метрополитена поднимались пешком. Ремонт займёт сутки."),
    ("Автобус в Байконурском районе сбил школьника", "Полиция столицы возбудила дело. Водителя задержали."),
    ("Kindergarten Baikonur hands out mumps letters", "Parents in Taraz were asked to vaccinate. The nursery has 200 children."),
    ("Детсад «Байконур» в Таразе закрыли на карантин", "У трёх детей обнаружили корь. Родители просят перевести малышей."),
    ("Burglars in Baikonur district", "Astana police caught two men with nine televisions. The district's court holds them for a month."),
    ("«Байқоңыр» балабақшасында өрт шықты", "Таразда балалар аман-есен көшірілді. Өртке розетка себеп болған."),
    # trade, technology, weapons, ships, medicine
    ("Tank biathlon at Proton range", "Omsk's tank works shows a new gun. Visitors may ride for 900 roubles."),
    ("Zenit lens for mirrorless cameras", "The 35mm prime is sharp in the corners. Photographers in Almaty can order it."),
    ("Zenit bank cuts rates", "The Kazan lender, Zenit, pays 12 per cent on deposits in tenge and roubles. Its shares rose."),
    (
        "Tanker Baikonur refloated",
        "The ship ran aground in the Caspian off Aktau with diesel. Its crew is safe; the launch of boats took an hour.",
    ),
    ("Сухогруз «Союз» сел на мель", "Судно под казахстанским флагом застряло у Актау. Экипаж не пострадал, запуск буксира отложен."),
    ("Акции «Протон» упали", "Бумаги торговой сети потеряли на бирже семь процентов. Аналитики ждут отчёта."),
    ("Proton shares crash in Kuala Lumpur", "The car group's sales to Kazakhstan failed to start. Dealers blame duties."),
    ("Proton beam for Astana clinic", "Oncologists will treat children from 2028. The cyclotron was launched at a ceremony."),
    ("Buran snowmobile back in production", "Rybinsk builds a lighter sled for hunters. It launches in Kazakhstan's north this winter."),
    ("Полигон бытовых отходов «Байконур» переполнен", "Жители Темиртау жалуются на запах. Акимат ищет оператора."),
    (
        "Starlink user guide: five tips",
        "Where to put the dish, how to tilt it, and why trees matter. Prices differ from country to country.",
    ),
    ("Starlink outage hits America", "SpaceX's network was down for two hours. Users from Texas to Maine complained."),
    ("Musk's fortune shrinks", "Shares of Tesla fell. SpaceX may sell stakes; Starlink added a million users in Brazil."),
    ("«Байтерек» снизил ставку по ипотеке", "Отбасы банк начнёт приём заявок в марте. Программа рассчитана на молодые семьи."),
    ("Baiterek: record dividends", "The quasi-public fund paid the treasury 80 billion tenge. Its subsidiaries finance farms."),
    ("Elections: Baikonur precinct opens late", "Voters in Astana's district queued in the snow. Turnout reached 54 per cent by evening."),
    ("Recipe: rocket salad Baikonur style", "Take a bunch of rocket, feta and apricots from Kazakhstan. Serve cold."),
    ("Космические цены на огурцы", "В Астане килограмм стоит две тысячи тенге. Министр торговли обещал запустить ярмарки."),
    # stations, other countries, persons in passing
    (
        "Singer's father dies",
        "The folk star mourns in Semey.\n\nHe was an officer at Baikonur for a while and later kept bees.\n\nBurial is on Friday.",
    ),
    (
        "Mayor of Oryol opens skate park",
        "Three hundred teenagers came with boards.\n\nThe mayor, who served in the army at Baikonur, fell twice.\n\nThe concrete is Czech.",
    ),
    ("China's Shenzhou lands in Gobi", "Three taikonauts are back after half a year. The capsule came down at Dongfeng."),
    ("С космодрома Вэньчан запущен «Тяньчжоу»", "Грузовик пристыковался к китайской станции через три часа. Агентство довольно."),
    ("Запуск с космодрома Плесецк", "«Союз-2.1б» вывел на орбиту спутник Минобороны. Связь установлена."),
    ("Angara lifts off from Vostochny", "The heavy rocket put a mock-up into orbit. Russia has no other pad for it."),
    ("Moon to pass Jupiter", "Observers in Kazakhstan need binoculars. The planet stands low in the east before dawn."),
    ("Астрономы ждут Персеиды", "В Казахстане поток увидят до ста метеоров в час. Лучше уехать за город."),
    ("Полигон «Балапан»: туристам показали озеро", "Экскурсии на бывший ядерный полигон под Семеем подорожали. Гид выдаёт дозиметры."),
]

# What happens at the place or in the programme, in unusual words, sports and arts included.
OWN_WORLD = [
    # satellites of the country, which fly from wherever they may
    (
        "Rideshare watch",
        "The shared ride from Vandenberg has been moved to November. Late arrivals at the hall are the reason. Seventy small craft "
        "wait for it, KazSTSAT among them. It is fuelled and ready. The next ride follows in spring.",
    ),
    (
        "The week in Ku-band: a German merger, a bailout, and KazSat-2 slides",
        "A German operator reported its figures and was pleased. A band played at the dinner. Football earned it most.\n\n"
        "KazSat-2 will not make its day in December. The agency told its customers in a letter that it has moved to the spring.",
    ),
    # whoever is aboard: a film is made at the station
    (
        "Ольга Ветрова и Иван Лугов полетят снимать кино: экипаж утверждён",
        "Актриса и режиссёр 3 марта отправятся с Байконура на «Союзе МС-41». Фильм выйдет через год.",
    ),
    (
        "Film crew on its way to the station: live from Baikonur",
        "10:05 - Soyuz MS-41 has left pad 31 at Baikonur.\n\n09:50 - The actress waves.\n\n09:30 - The actors are in their seats.",
    ),
    ("ЦЭНКИ-мен келісім жоқ", "Министрлік берешекті бөліп төлеу туралы құжатты жоққа шығарды. Мүлік бұғатта."),
    (
        "Court halts sale of a Russian firm's locomotives",
        "ASTANA, Aug 14 - A court in the capital has suspended the auction of locomotives seized from the Russian operator TsENKI.\n\n"
        "The firm says that the officer valued them alone. A hearing is set for September. Until then nothing may be sold.",
    ),
    (
        "Қарағандыда темір бөлшектер түсірілді: министрлік жауап берді",
        "Облыс тұрғындары далада жатқан темірді түсіріп, желіге салды. Бейнеде түтін көрінеді. Ауыл алыс емес.\n\n"
        "Министрлік кешке жауап берді: бұл – "
        "«Союз МС-30» кемесін шығарған зымыранның сатысы, ол құлау аймағына түскен. Адамға қауіп жоқ.",
    ),
    (
        "Бекеттегі көктем",
        "Сәуірде Төретам бекетінде бір ғана әңгіме айтылады. Қариялар сол күнді еске алады.\n\nАйлақтың тарихы белгілі: елуінші жылдары "
        "құрылысшылар келді, содан бері осы жерден адам ұшады.",
    ),
    ("Volleyball at the spaceport", "Teams of engineers from four enterprises met in Baikonur city's sports hall for the Gagarin cup."),
    ("Концерт ко Дню космонавтики", "На площади Байконура выступит оркестр. Администрация города обещает салют."),
    ("В Байконуре открылась школа искусств", "Глава администрации города перерезал ленту. Здание построили за два года."),
    (
        "Documentary crew held at Baikonur",
        "Guards stopped four foreigners who had walked to the hangar with the shuttles at night. They face deportation from Kazakhstan.",
    ),
    ("Baikonur hotel for tourists sold", "The only hotel at the cosmodrome goes to a Kazakh investor, the town's administration said."),
    ("Visitor centre opens at Toretam", "The railway station of Toretam has a new hall for guests who come to see a rocket launch."),
    # trespassers and the orbiters
    ("Блогеров задержали у «Бурана»", "Трое граждан Чехии пробрались ночью в монтажный корпус на космодроме. Им грозит высылка."),
    ("На охраняемой площадке космодрома поймали туристов", "Двое мужчин из Испании шли к заброшенным шаттлам сутки. Их оштрафуют."),
    (
        "Explorers caught beside old orbiters",
        "Two Poles slipped past guards into the hall of the Soviet Buran shuttles and now await a Kazakh judge.",
    ),
    ("Заблудились в степи", "Пару из Италии, искавшую заброшенные корабли «Буран», нашли спасатели Кызылординской области."),
    ("«Буран» ангарында шетелдіктер ұсталды", "Рұқсатсыз келген үш турист ғарыш айлағының күзетіне тап болды. Оларға айыппұл салынды."),
    ("Trespassing fines doubled", "Anyone found without a pass at the cosmodrome will pay $900, Kazakhstan's interior ministry said."),
    # ranges
    (
        "Ресей полигондарды қайтара ма?",
        "Қорғаныс министрі Қазақстандағы әскери полигондар жалға берілгенін, мерзімі 2030 жылы бітетінін айтты.",
    ),
    ("Reseı poligondar úshin qansha tóleıdi?", "Depýtat Qazaqstandaǵy synaq alańdarynyń jalǵa berilýi týraly málimet surady."),
    ("Reseige jalğa berilgen poligondar", "Qorğanys ministri Qazaqstandağy áskeri jerler turaly aitty. Jalğa alu merzimi uzartyldy."),
    ("Land for missiles", "Moscow rents eight million hectares of proving grounds from Astana, the defence minister told senators."),
    ("Сколько стоит Капустин Яр", "Казахстан получает за аренду земель полигона 24 миллиона долларов в год, ответили депутату."),
    ("Sary-Shagan residents seek water", "Priozersk's mayor says that the military tenant has cut the pipe."),
    # the programme, in the words of ministers
    (
        "Мадиев: кандидата выберут после экзаменов",
        "Министр рассказал о планах отправить казахстанца в космос. Отбор пройдёт среди лётчиков и инженеров.",
    ),
    (
        "Министр ответил на вопросы",
        "Говорили о паводках и дорогах. Обещаны мосты.\n\nПро школы сказано коротко: мест хватит всем.\n\nПро газ: цена прежняя.\n\n"
        "Спросили и о том, полетит ли в космос казахстанец. «Программу полёта напишут к осени, кандидата отберут потом, платить "
        "будем сами», — сказал глава ведомства. Космонавт проведёт на станции две недели, Роскосмос смету прислал.\n\nВ конце "
        "обсудили зарплаты врачей.",
    ),
    ("Next Kazakh in orbit? Not before 2030", "A minister said the science should be chosen before the traveller."),
    (
        "Келесі ғарышкер кім болады?",
        "Министр қазақстандық үміткерлерді іріктеу жыл соңында басталатынын айтты. Бағдарлама әзірленіп жатыр.",
    ),
    ("Qazaq ǵaryshkeri qashan ushady?", "Mınıstr jańa baǵdarlama daıyndalyp jatqanyn aıtty. Úmitkerler keıin irikteledi."),
    ("Kimi ğaryşqa uşady", "Ministr qazaqstandyq ğaryşker turaly suraqqa jauap berdi: bağdarlama daiyn emes."),
    # the first pad, the new pad
    ("Site 1 changes hands", "Gagarin's pad at last belongs to Kazakhstan; the act was signed on Monday. A museum may follow."),
    ("Where Gagarin took off, Kazakhs will sell tickets", "Officials in Astana accepted the oldest launch pad from Moscow."),
    ("Гагаринский старт передали Казахстану", "Акт подписан в понедельник. Площадка станет музеем."),
    ("Гагарин ұшқан алаң Қазақстанға өтті", "Екі ел актіге қол қойды. Онда мұражай ашылуы мүмкін."),
    ("«Бәйтерек» хаттамасына қол қойылды", "Мемлекет басшысы кешен туралы келісімге өзгеріс енгізді. Ресей ұшыру санына кепілдік береді."),
    (
        "President signs law on Baiterek",
        "The protocol to the accord with Russia puts the cost at 90 billion tenge and guarantees three launches a year.",
    ),
    ("Президент подписал закон о «Байтереке»", "Протокол к соглашению с Россией гарантирует не менее трёх пусков в год."),
    ("Bäiterek: hattamaǵa qol qoıyldy", "Reseı jyl saıyn úsh zymyran ushyrýǵa kepildik berdi."),
    # landings, debris, satellites
    ("Они дома", "Капсула с тремя членами экипажа МКС села под Карагандой. Вертолёты прилетели через восемь минут."),
    (
        "Farmer finds ring of metal",
        "The part, two metres wide, fell from a Proton rocket years ago, Kazakhstan's emergencies ministry believes.",
    ),
    ("Спутник отключили", "Казахстанский аппарат KazEOSat-2 исчерпал топливо. Снимки будут покупать."),
    ("Starlink прекратит работу без лицензии", "Казахстан требует зарегистрировать терминалы до июля, заявили в министерстве."),
    ("Kosmodromda toqtap turǵan jumys", "Baıqońyr qalasynyń turǵyndary jańa ákimnen jumys surady."),
    # words of an orbit, a town near by, a debtor without its first name
    (
        "After a year aloft",
        "Three men were lifted from their seats near Karaganda on Friday.",
    ),
    ("Год в невесомости окончен", "Экипаж встретили в казахстанской степи с цветами и арбузами."),
    ("Жители Кармакшы просят проверить воздух", "Пробы просят брать после каждого пуска ракеты."),
    ("ЦЭНКИ просит снять арест", "Суд в Кызылорде рассмотрит жалобу должника в пятницу, имущество пока опечатано."),
    # words of another world far from where the topic shows
    (
        "«Союз-5» полетит в мае",
        "Первый пуск «Союза-5» перенесён на май. Об этом сообщил член комиссии. Он был на репетиции заправки. "
        "Кислород капал, как кран на кухне, рассказал он нашему журналу.",
    ),
    # a premier is no premiere, what follows is no poem; a namesake further down claims nothing above it
    (
        "ЦЭНКИ: долг не признаём",
        "Деньги внесены на депозит, поэтому краны на Байконуре разморозят, передал слова вице-премьера сотрудник ЦЭНКИ.",
    ),
    (
        "Байконуру 70 лет",
        "Сегодня космодром отмечает день рождения.\n\nПриказ подписали в июне.\n\nВ музее накрыли столы.\n\n"
        "Настоящий посёлок Байконур лежит далеко на севере, у старого рудника.",
    ),
    ("Командира «Союза» заменил дублёр", "Врачи сняли его с июльского полёта к МКС. Остальные члены экипажа прежние."),
    ("Keys change owner", "The last papers for Gagarin's launch site were signed on Thursday in Kazakhstan."),
    ("A flag over the tower", "The Yubileiny airfield changed hands on Tuesday, as agreed."),
    # names that an outlet gives without the cosmodrome
    ("Погиб у корабля «Буран»", "Гражданин Дании нелегально прошёл ночью в степь, второго путника ищет полиция."),
    ("Traveller's notes", "In the drop zone a man showed me where a stage of Tuesday's Soyuz had burned ten hectares near Karsakpai."),
    ("Madiyev: no Baiterek launch before May", "He spoke in Astana."),
    ("Deputies see Baiterek site", "The builders promised to finish by the end of next year."),
    ("Протокол подписан", "Стороны вернут Казахстану и аэродром «Крайний», аренда которого кончается в марте."),
    ("Баранов: 31-алаң мамырда дайын болады", "Жұмыс кестемен жүріп жатыр."),
    ("Кадровая весть", "«Роскосмос» возглавил бывший губернатор."),
    ("Lawyer takes over at Roscosmos", "She starts on Monday."),
    ("«Союз МС-40» улетел к станции", "Корабль отделился от третьей ступени."),
    ("«Бәйтерек» түсініктеме берді", "Бірлескен кәсіпорынның шотына ақша түскен жоқ, дейді «Бәйтерек» бірлескен кәсіпорны."),
]
