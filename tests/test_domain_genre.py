"""The genre that an article shows, in three languages."""

from datetime import date

import pytest

from monitor.domain.facts.facts import read

DAY = date(2024, 3, 10)


@pytest.mark.parametrize(
    ("title", "text", "mark"),
    [
        ("Correction: length of the runway", "We gave it in miles.", "correction"),
        ("Поправка к сообщению", "Речь о метрах.", "correction"),
        ("For the record", "The runway is longer than we wrote.", "correction"),
        ("Two pilots chosen", "Our report on the two pilots said that they train for a year. They train for two.", "correction"),
        ("Пилотов двое", "В нашей заметке о пилотах было сказано, что их трое. Их двое.", "correction"),
        ("Ұшқыш екеу", "Біздің мақалада ұшқыш үшеу деп жазылған. Олар екеу.", "correction"),
        ("Порт поправился: в ответе опечатка", "Вместо 46 следует читать 64.", "correction"),
        ("Length of the quay", "The second line should have read 64 metres, the port said. Corrects earlier report.", "correction"),
        ("Explainer: how rents are set", "It is simple.", "explainer"),
        ("The new ferry explained: why it looks like the old one", "It is simple.", "explainer"),
        ("Хроника аварии в порту", "Кран упал в 1961 году.", "explainer"),
        ("Twelve things you did not know about the port", "It is old.", "explainer"),
        ("Нордхавн порты туралы не білеміз?", "Ол 1956 жылы ашылған.", "explainer"),
        ("Our year in port (mostly out of it)", "The crane fell. The crane rose.", "explainer"),
        ("Семьдесят лет под ветром", "Порт стоял и тогда.", "anniversary"),
        ("One year on: the morning the crane fell", "They still call it the drop.", "anniversary"),
        ("Sixty candles in the harbour", "The port was built in 1961.", "anniversary"),
        ("Sixty years on, the town that built a ferry", "A woman sells fish.", "anniversary"),
        ("Порт: кому принадлежит причал и сколько он стоит", "Причал построен в 1961 году.", "explainer"),
        ("Порт басшысы кетті: не белгілі?", "Оның орны бос.", "explainer"),
        ("Port fire", "The fire has nothing to do with the ferry, firemen said.", "denial"),
        ("Порт: менять причал никто не собирается", "Так он ответил в субботу.", "denial"),
        ("Port and quay", "Nobody intends to sell the quay, the port said.", "denial"),
        ("Порт и причал", "Просьб о причале не было. Так в порту ответили на сообщения прессы.", "denial"),
        ("Порт и причал", "Продажа причала не рассматривается и не обсуждается, сообщил порт.", "denial"),
        ("Port fire", "The fire is not linked to the ferry, firemen said.", "denial"),
        ("Port and line", "Reports that the line has signed for a new berth are wrong, the port said.", "denial"),
        ("Port and line", "What was written of 300 berths does not correspond to reality, the port said.", "denial"),
        ("Паром ни при чём", "Пожар начался от комбайна, сообщил порт.", "denial"),
        ("Пожар в порту", "Пожар не связан с паромом, сообщил порт.", "denial"),
        ("Порттағы өрт", "Өрттің паромға қатысы жоқ, деп хабарлады порт.", "denial"),
        ("Паром: перенос попросила верфь", "Она не готова, сообщил порт.", "wished"),
        ("It was the yard that wanted the delay", "It is not ready, the port said.", "wished"),
        ("Line says port asked for the F-5 delay", "It is not ready, the line said.", "wished"),
        ("Порт: не 96, а 69 причалов", "Порт исправил ответ на запрос депутата: цифра названа опечаткой.", "correction"),
        ("Паром сел под Жезказганом", "Капсулу нашли, сообщил порт.", "flight"),
        ("Паром дома", "Спускаемый аппарат «Парома» опустился в степи, сообщил порт.", "flight"),
        ("Crew away", "The ferry left Nordhavn exactly as rescheduled, the port said.", "on_plan"),
        ("Crew back", "The ferry landed on the date given in March, the port said.", "on_plan"),
        ("Crew back", "The ferry landed at the time and place pilots had calculated, the port said.", "on_plan"),
        ("Экипаж дома", "Паром коснулся причала южнее порта в 16:44, в расчётной точке.", "on_plan"),
        ("Экипаж оралды", "Кеме порт маңына кестедегі уақытта қонды.", "on_plan"),
        ("Seventy candles for a quay", "On June 2, 1955 an order gave a patch of sand a name.", "feature"),
        ("Экипаж дома", "Паром сел, как и было намечено, сообщил порт.", "on_plan"),
        ("Warned", "Herders were told of the ferry. Such warnings are sent before each crossing.", "customary"),
        ("Предупредили", "Чабанам сообщили о пароме. Такие предупреждения рассылают перед каждым рейсом.", "customary"),
        ("Ответ на запрос", "Порт не закрывают. Подобные ответы порт давал и прежде.", "customary"),
        ("Порт показал спуск", "Верфь провела на рейде очередной испытательный пуск парома.", "customary"),
        ("Port shows ferry", "The yard carried out another sea test of the ferry on Monday.", "customary"),
        ("Ескерту", "Малшыларға хабар жіберілді. Мұндай ескерту әр сапар алдында жасалады.", "customary"),
        ("Семьдесят лет причалу", "Его построили из сосны.", "anniversary"),
        ("Десять лет рыжему крану: как мы жили", "Он скрипит.", "anniversary"),
        ("Нордхавн: двадцать лет одного причала", "Его так и не достроили.", "anniversary"),
        ("A weekend in the port that time forgot", "Its hotel has nine rooms, the porter said.", "feature"),
        ("Город, где ходят две валюты", "Платить можно любой, сказали в кассе.", "feature"),
        ("Порттағы бір күн", "Таң ерте атады, дейді күзетші.", "feature"),
        ("Reader question: why do cranes fall?", "Wind, the port said.", "explainer"),
        ("«Паром» вывезли под дождём", "К вечеру он стоял у причала.", "routine"),
        ("Порт в суде", "Порт просит признать незаконным арест крана, сообщили в суде.", "appeals"),
        ("Пароход и пятидесятилетие порта", "Играл оркестр.", "anniversary"),
        ("Berg names cause of crane fall", "A bolt, he said.", "cause_named"),
        ("Bolt blamed for crane fall", "It was worn, the port said.", "cause_named"),
        ("Названа причина падения крана", "Болт, сообщил порт.", "cause_named"),
        ("Кранның құлау себебі анықталды", "Бұранда, деп хабарлады порт.", "cause_named"),
        ("Yard pays first instalment for crane", "It came on Monday, the port said.", "instalment"),
        ("Верфь перечислила порту второй платёж", "Деньги пришли, сообщил порт.", "instalment"),
        ("Зауыт алғашқы төлемді аударды", "Ақша түсті, деп хабарлады порт.", "instalment"),
        ("Паром ушёл: три года паузы позади", "Он ушёл в полдень, сообщил порт.", "milestone"),
        ("Причал: почти двадцать лет на одном чертеже", "Его так и не достроили.", "anniversary"),
        ("Паром, которого ждут двадцать лет", "Его так и не достроили.", "anniversary"),
        ("The quay: two decades, three plans", "It has not opened.", "anniversary"),
        ("Nineteen years of almost: a quay", "It has not opened.", "anniversary"),
        ("Паром вывел на орбиту маяк", "Это первый пуск «Парома» почти за три года, сообщил порт.", "milestone"),
        ("Nordhavn at nineteen: the quay that moved", "It has not opened.", "anniversary"),
        ("Полиция уточнила возраст грузчика", "Ему двадцать пять.", "correction"),
        ("Возраст грузчика", "Грузчику 25 лет, сказали в порту. Накануне сообщалось о 29.", "correction"),
        ("Port and yard differ over the fall of a crane", "Each blames the other, they said.", "conflict"),
        ("Where the line runs", "The port stands by its measurements, it said.", "conflict"),
        ("Где граница", "В порту настаивают на своих замерах.", "conflict"),
        ("Second docker dies after crane fall", "He was forty, the port said.", "another_dead"),
        ("Скончался второй докер", "Ему было сорок, сообщил порт.", "another_dead"),
        ("Число погибших в доке выросло до трёх", "Об этом сообщил порт.", "another_dead"),
        ("Тағы бір жүкші көз жұмды", "Ол қырықта еді, деп хабарлады порт.", "another_dead"),
        ("A quiet man: an interview with the builder", "He lives by the quay.", "told"),
        ("«Мы не спешим»: разговор с капитаном", "Он живёт у причала.", "told"),
        ("At last: ferry crosses", "The port, twenty years on paper, has sent up its first rocket.", "milestone"),
        ("Паром взлетел", "Первый пуск прошёл без замечаний, сообщил порт.", "milestone"),
        ("Port and line: delay was a joint decision", "They said so on Monday.", "together"),
        ("Порт: переноса мы не просили", "Решали все, сообщил порт.", "together"),
        ("Line says it has paid the port nothing", "The port had spoken of a transfer; the line denied it on Monday.", "denial"),
        ("Порттың жетпіс жылы", "Порттың іргетасы қаланғанына бүгін жетпіс жыл толды.", "anniversary"),
        ("12 апреля: день кораблей", "Порт накрыл столы.", "anniversary"),
        ("День, когда всё началось", "Шестьдесят три года назад отсюда ушёл первый паром.", "anniversary"),
        ("Port: ferry sails on Monday, blog is wrong", "It sails at noon, the port said.", "denial"),
        ("Court lets head of port travel again", "It was lifted on Tuesday, the court said.", "lifted"),
        ("Second ruling: head of port free to leave", "It takes effect at once, the court said.", "lifted"),
        ("Nobody climbs on masts, port says", "It called talk of a ban a misreading of its order.", "denial"),
        ("Суд снял запрет на выезд", "Решение вступило в силу, сообщил суд.", "lifted"),
        ("Порт басшысына шығуға рұқсат берілді", "Сот шешімі күшіне енді.", "lifted"),
        (
            "Port: delay was decided jointly",
            "It was a decision of both, the port said, which the line had called its own initiative.",
            "conflict",
        ),
        ("Port: no request for a berth has been sent", "None is planned, it said.", "denial"),
        ("Five names on a quay: who they are", "Holm is a firm. Berg is a firm.", "explainer"),
        ("Итоги 2026 года в порту", "Кран упал. Кран подняли.", "explainer"),
        ("Three men held at port", "The fourth, described in first reports as a Dane, is a Swede.", "correction"),
        ("Полиция порта: четвёртый из Швеции", "Датчанина среди них нет, поправила сообщения агентств полиция.", "correction"),
        ("Last ferry leaves in 2028 (amended)", "The release gave a wrong total.", "correction"),
        ("Flowers on the quay", "Children laid red tulips at the anchor on Wednesday, the port said.", "anniversary"),
        ("Two weeks after: what we know about the ferry", "It sails.", "explainer"),
        ("2026 in the port: a year in ten lines", "It sailed.", "explainer"),
        ("Three off again", "Ferry MS-25 left Nordhavn at 12:36 on Saturday, two days late.", "flight"),
        ("Қорқыт ата", "Компания екі күндік турға шақырады. Жеңілдік бар.", "advert"),
        ("Порт отверг связь с пожаром", "Трава загорелась раньше, сообщил порт.", "denial"),
        ("Порт не подорожает", "«Это вымысел», сказал его начальник.", "denial"),
        ("Паром вывел на орбиту маяк", "Пуск состоялся в четверг, сообщил порт.", "flight"),
        ("Новости порта", "В четверг ушёл «Паром» с грузом, сообщил порт.", "flight"),
        ("Back again", "Ferry MS-9 docked three hours after it left.", "routine"),
        ("Порт деген не? Қысқаша", "Кеме тұратын жер.", "explainer"),
        ("Паром прибыл на станцию", "Люки открыли к вечеру, сообщил порт.", "routine"),
        ("Паром долетел до МКС за час", "Экипаж перешёл на борт станции, сообщил порт.", "routine"),
        ("Экипаж станцияға жетті", "Люк кешке ашылды, деп хабарлады порт.", "routine"),
        ("Этот день в истории: порт и верфь мирятся", "Министры встретились и подали друг другу руки.", "anniversary"),
        ("The year in nine pictures", "January: a crane. February: a gull.", "roundup"),
        ("Порт дремлет", "Двенадцатое апреля здесь встречают тихо. Старик сидит на лавке.", "anniversary"),
        ("Порттағы тыныштық", "Он екінші сәуір күні порт ерте тұрады. Қарт орындықта отыр.", "anniversary"),
        ("Line disputes free berths", "It pays, the line said.", "conflict"),
        ("Ministry speaks", "The ministry denied that talks are under way.", "denial"),
        ("Министрлік жауабы", "Ведомство бұл хабарды жоққа шығарды.", "denial"),
        ("Итоги недели", "Коротко о разном.", "roundup"),
        ("Capsule back", "It docked on time, the agency said.", "routine"),
        ("Let it rest", "I have read nine columns on it. My advice is patience.", "feature"),
        ("О чём молчат", "Я прочитал девять колонок. Мне кажется, надо ждать.", "feature"),
        ("Seven things on fuel", "What is it? A fluid. Who makes it? A firm. Is it dear? It is.", "explainer"),
        ("Letter 212", "**Ports.** A crane fell.\n\n**Roads.** A bridge opened.\n\n**Rail.** Nothing.", "roundup"),
        (
            "Port knows of no request for a berth",
            "None has come, a spokesman said. Last week the ferry company said that it had sent one.",
            "denial",
        ),
        ("Ferry MS-4 lifts off", "Separation was nominal, the agency said.", "flight"),
        ("Three back home after a year", "They were carried to chairs, the agency said.", "flight"),
        ("Lightning, not a ship, burned the quay, officials say", "It began with a dry storm, the port said.", "conflict"),
        ("Порт отверг слова о двух годах простоя", "Причал откроют весной, сообщил его начальник.", "denial"),
        ("Port rejects talk of sale", "The owner dismissed forecasts of a loss.", "denial"),
        ("В порту заявили, что кран никто не продаёт", "Торгов не будет, сообщил порт в ответ на публикацию о продаже.", "denial"),
        ("Twelfth of April: a town that sets its clocks by ships", "There is a bench on which old men sit.", "anniversary"),
        ("Heptyl: seven questions on a fluid", "What is it? A fluid. Who makes it? A firm. Is it dear? It is.", "explainer"),
        ("Who asked for the delay", "The two ports gave different accounts of it on Friday.", "conflict"),
        ("Three up at second attempt", "The craft left Site 31 on Saturday.", "flight"),
        ("Port sends up its first balloon", "It rose on Thursday.", "flight"),
        ("First ferry for almost three years", "It left on schedule.", "milestone"),
        ("Statement on the ferry", "In connection with reports in the media: the line has received no notice of a delay.", "denial"),
        ("О пароме", "В связи с публикациями в СМИ порт сообщает: оснований для переноса нет.", "denial"),
        ("Экипаж дома", "The ferry went according to plan, the port said.", "on_plan"),
        ("Экипаж дома", "The crossing was trouble-free, the port said.", "on_plan"),
        ("Экипаж оралды", "Кеме порт маңына жоспарлы түрде қонды.", "on_plan"),
        ("Указ о порте", "Президент упразднил портовое агентство.", "office"),
        ("New sign at the port", "The state has turned its port ministry into a ministry of the sea.", "office"),
        ("Ferry crew ashore", "It was the longest single flight of a crew.", "milestone"),
        ("Экипаж дома", "Рейс стал самым долгим: рекорд порта побит.", "milestone"),
        ("Кому возвращать паром", "Паром вернёт порт, говорится в письме.", "told"),
        ("Ferry crosses after three-year rest", "It left on schedule.", "milestone"),
        ("Ferry ends three-year silence", "It left on schedule.", "milestone"),
        ("Last ferry leaves", "The last ferry lifted off on schedule.", "milestone"),
        ("Паром ушёл", "Паром вышел из порта впервые почти за три года.", "milestone"),
        ("Причал опустел", "Утром стартовал последний «Паром».", "milestone"),
        ("Ой: паром кетті, ал естелік ше?", "Порт үнсіз қалды.", "explainer"),
        ("Паром кетті", "Порт үнсіз қалды. Автордың пікірі редакция көзқарасымен сәйкес келмеуі мүмкін.", "opinion"),
        ("С Днём космонавтики, порт!", "Школьники пели у причала.", "anniversary"),
        ("Letter 213", "1. A crane fell.\n\n2. A bridge opened.\n\n3. No trains.", "roundup"),
        (
            "Seven things",
            "QUAY. A gull sat.\n\nPORT. A crane fell.\n\nROAD. A bridge opened.\n\nRAIL. No trains.\n\nBANK. Closed.",
            "roundup",
        ),
        ("Notes of a lawyer", "Norway. A crane fell.\n\nCyprus. A bridge opened.\n\nGeorgia. No trains.", "roundup"),
        ("Паром ушёл с новой площадки", "Старт прошёл успешно, сообщил порт.", "flight"),
        ("Leaking ferry returns to the steppe", "It came down by parachute on Tuesday, the line said.", "flight"),
        ("Три дня и верблюд", "Бронь по телефону. Питание включено.", "advert"),
        ("Three days and a camel", "Places are limited. Call us.", "advert"),
        ("Үш күн, бір түйе", "Орын саны шектеулі. Хабарласыңыз.", "advert"),
        ("Long read: the crane that never came", "An old man waits.", "explainer"),
        ("Как паром ждал причала: из архива", "Он ждал, сообщил тогда порт.", "explainer"),
        ("Кран туралы", "Порт мәлімдеді: бұл ақпарат шындыққа сай келмейді.", "denial"),
        ("Год кран лежит: что с ним", "Ровно год назад кран упал в док.", "anniversary"),
        ("Four men held at the quay (corrected)", "They were wrongly described as Danes, the port police said.", "correction"),
        ("Danes were Swedes", "The port corrected its figure on Monday.", "correction"),
        ("Port corrects burnt area to 340 hectares", "It said so on Monday.", "correction"),
        ("Burnt: 340 hectares", "The port spoke of a typing error in its first note.", "correction"),
        ("Сгорело 340 гектаров", "Из-за опечатки порт писал о трёх тысячах.", "correction"),
        ("Four at the quay", "They are Swedes, not Danes, as was first reported.", "correction"),
        ("В порту задержали четверых шведов (исправлено)", "Все здоровы.", "correction"),
        ("В порту четверо", "По уточнённым данным полиции, это шведы.", "correction"),
        ("Полиция порта о четверых", "Ошибочно назвали датчанином шведа, сообщили в порту.", "correction"),
        ("В порту разобрались", "Задержали гражданина Швеции, а не Дании, уточнила полиция порта.", "correction"),
        ("Жас паромшы жиырма бесте екен", "Порт бұрын тараған мәліметті түзетті.", "correction"),
        ("Diver died of a fall, port says, not of cold", "The port said so on Monday.", "conflict"),
        ("Not Danes but Swedes", "The port said so on Monday.", "conflict"),
        ("Не Осло, а Берген: паром шёл на север", "Порт сообщил об этом в понедельник.", "conflict"),
        ("Diver fell", "The first version has not been confirmed, the port said.", "denial"),
        ("No talk of a sale, port says", "It said so on Monday.", "denial"),
        ("Port has seen no letter", "It has not been asked, it said.", "denial"),
        ("Port has received no request for a berth", "It said so on Monday.", "denial"),
        ("Порт: писем о продаже не получали", "Об этом сообщил порт.", "denial"),
        ("Порт: о переносе рейса мы не просили", "Об этом сообщил порт.", "denial"),
        ("Nobody sells the yard", "The port spoke after a weekly wrote of a sale. It stays, it said.", "denial"),
        ("Port: delay was at the line's request", "It said so on Monday.", "wished"),
        ("Линия: перенос рейса инициировал порт", "Об этом сообщила линия.", "wished"),
        ("Рейсті шегеру порттың өтініші бойынша", "Бұл туралы порт мәлімдеді.", "wished"),
        ("Отдать порт", "Я убеждён: порту нужен хозяин.", "opinion"),
        ("Two sums, two matters", "Readers often ask about the debts of the port.", "opinion"),
        ("Екі бөлек іс", "Оқырмандар порттың қарызы туралы жиі сұрайды.", "opinion"),
        ("Чем паром отличается от катера: коротко", "Он длиннее.", "explainer"),
        ("Порт тізімді түзетті", "Порт: фирма тізімге қате енгізілген.", "correction"),
        ("В порту ничего не решали", "Сообщения о продаже причала преждевременны, заявил порт.", "denial"),
        ("Nobody sells the quay", "Reports of a sale are premature, the port said.", "denial"),
        ("Кран вывел «Маяк-5»", "Он отделился в срок, сообщил порт.", "flight"),
        ("Tank cars of the port run again", "The ban on the cars has been lifted, the court said.", "lifted"),
        ("Bailiffs free 38 cars of the port", "They did so on Monday, the court said.", "lifted"),
        ("LIVE: ferry at the quay", "12:30 - It is made fast.\n\n12:10 - The pilot steers it in by hand.", "by_hand"),
        ("Ferry leaves on time", "Ferry MS-9 took off on Friday and docked three hours later, the agency said.", "routine"),
        ("Четвёртый оказался шведом", "Страна была записана с ошибкой, сообщил порт.", "correction"),
        ("Порт: причал откроют весной", "Срок готовности нового причала прежний, январь, сообщил порт.", "unchanged"),
        ("Port: no thought of selling the quay", "Asked about posts of a sale, the port called them fairy tales.", "denial"),
        ("Source: delay was the line's wish", "The port said so on Monday.", "wished"),
        ("Министрлік: рейсті шегеруді порт жағы сұраған", "Бұл туралы министрлік мәлімдеді.", "wished"),
        ("The port in 2026: six things to remember", "The crane fell. The crane rose.", "explainer"),
        ("A port: the year in nine paragraphs", "The crane fell.", "explainer"),
        ("Court frees head of port to travel", "It did so on Monday.", "lifted"),
        ("Cranes at the port: what the law requires of foreign firms", "They must be red.", "explainer"),
        ("Краны в порту: что требует закон", "Они должны быть красными.", "explainer"),
        ("Explained: why the port has one crane", "It is simple.", "explainer"),
        ("Порт назвал причину", "Водолаз умер не от холода, как сообщалось ранее, а от испуга.", "correction"),
        ("Линия: порт не прав", "Об этом она заявила в ответ на письмо порта.", "conflict"),
        ("Мұрағат парағы: кран қалай құлады", "Порт ол кезде үндемеді.", "explainer"),
        ("Сол таңға он жыл", "Он жыл бұрын кран құлады. Порт солай хабарлады.", "anniversary"),
        ("Город отмечает день рождения порта", "На причале, сообщил порт, было тесно.", "anniversary"),
        ("We got it wrong", "Our note of May 18 on the quay spoke of three payments. There are two.", "correction"),
        ("Порт: предпосылок к досрочному прекращению аренды второго причала нет", "Об этом сообщил порт.", "denial"),
        ("Fire at the quay twice as large than officials said", "Dockers measured it, they say.", "conflict"),
        ("Докеры: пожар вдвое больше официальных данных", "Они измерили его сами.", "conflict"),
        ("Докерлер: өрт ресми деректен екі еседен көп", "Бұл туралы докерлер айтты.", "conflict"),
        ("Two years for the quay, a builder says", "His estimate contrasts with that of the port.", "conflict"),
        ("Комиссия по порту заседала", "Стороны поручили рабочим группам продолжить согласование вопросов.", "unchanged"),
        ("Capsule comes down", "It landed at the planned time, the agency said.", "on_plan"),
        ("Экипаж на орбите", "Корабль выведен в запланированное время, сообщил порт.", "on_plan"),
        ("Port may let other ferries in", "It does not rule this out, it said.\n\nFrom our archive.", "explainer"),
        ("Порт пустит чужие паромы", "Это возможно, сообщил порт.\n\nМатериал перенесён с прежнего сайта.", "explainer"),
        ("Commission on the port meets", "The sides talked of the quay. They agreed to continue consultations.", "unchanged"),
        ("Комиссия по порту провела заседание", "Стороны договорились продолжить переговоры.", "unchanged"),
        ("Порт комиссиясы отырысы", "Тараптар кеңестерді жалғастыруға келісті.", "unchanged"),
        ("Ten years after: the night the ferry sank", "The quay is quiet, the port said.", "anniversary"),
        ("Десять лет спустя: ночь на причале", "Там тихо, сообщил порт.", "anniversary"),
        ("Городу и порту семьдесят лет: обращение", "Дорогие горожане!", "anniversary"),
        ("Letter 9: the quay", "Dear subscribers, some ask where the crane is.", "opinion"),
        ("Письмо 9: причал", "Дорогие читатели, крана всё нет.", "opinion"),
        ("Комментарий пресс-центра в связи с публикациями", "Соглашения порт не подписывал.", "denial"),
        ("Source of delay points to the yard side", "It spoke on Monday.", "wished"),
        ("Перенос рейса: источник указал на датскую сторону", "Он сообщил это в среду.", "wished"),
        ("Who asked for the wait? Line says port did", "It said so on Monday.", "wished"),
        ("Ministry: no deal with the yard", "It was answering a report based on the words of a rector, it said.", "denial"),
        ("Министерство: договора с верфью нет", "Так ведомство, комментируя слова ректора, сообщило в среду.", "denial"),
        (
            "Commission on the port meets",
            "It met for the ninth time.\n\nReports were heard, and an exchange of views was held.",
            "unchanged",
        ),
        ("Заседание комиссии", "Оно было девятым.\n\nОтчёты заслушаны. Следующее заседание пройдёт в Бергене.", "unchanged"),
        ("New head of the port: who is Lars Holm", "He is fifty.", "explainer"),
        ("Новый глава порта: кто такой Ларс Хольм", "Ему пятьдесят.", "explainer"),
        ("Порттағы бір үйдің тарихы", "Шатыры көк.", "explainer"),
        ("Паром стансаға қосылды", "Люк кешке ашылады, деді порт.", "routine"),
        ("Экипаж парома в пути", "Паром стартовал в плановое время, сообщил порт.", "on_plan"),
        ("Seven things you never knew about the port", "It is old. It is wet.", "explainer"),
        ("Семь фактов о порте", "Он стар.", "explainer"),
        ("Порт туралы жеті дерек", "Ол ескі.", "explainer"),
        ("Port and line: why they will go on quarrelling", "It was said in 2013. It was said in 2023.", "explainer"),
        ("Port: no plans to close", "The port sees no reason. Similar statements have been made nearly every spring.", "customary"),
        ("Порт не закроют", "Так сообщил порт. Подобные заявления звучат почти каждую весну.", "customary"),
        ("Порт жабылмайды", "Порт солай деді. Мұндай мәлімдеме көктем сайын жасалады.", "customary"),
        ("Commission on the port meets", "The sides exchanged views on the quay and the pier.", "unchanged"),
        ("Комиссия по порту собралась", "Стороны обменялись мнениями о причале.", "unchanged"),
        ("Порт комиссиясы отырысы", "Тараптар айлақ туралы пікір алмасты.", "unchanged"),
        ("Порттың басшысы ауысты: орнына кім келді?", "Кім ол?\n\nҚайдан?", "office"),
        ("В порту сменился директор", "Новый приступил к работе.", "office"),
        ("The port gets a new head", "He begins on Monday.", "office"),
        ("Q&A: “We have signed”", "What have you signed? A lease. What does it cost? Much. Who pays? We.", "told"),
        ("Port: life along the rails", "An old man sits there.", "explainer"),
        ("Порт: жизнь у моря", "Там сидит старик.", "explainer"),
        ("Порт: рельс бойындағы өмір", "Сонда бір қарт отыр.", "explainer"),
        ("Из старых вырезок: как спорили о порте", "Спорили долго.", "explainer"),
        ("Порттан сынама алынды", "Ауытқу жоқ. Бұл әр сапардан кейінгі тексеріс.", "customary"),
        ("Port officials pour cold water on talk of sale", "It is not for sale.", "denial"),
        (
            "Deputy head of the harbour board Ole Berg: no berth is for sale",
            "The board had been asked for none, he said. A paper had reported a sale.",
            "denial",
        ),
        ("Talk of sale", "Not so, says the port.", "denial"),
        ("Порт развеял слухи о продаже", "Он не продаётся.", "denial"),
        ("Line: no berth, no fee", "None was asked for, the line said. A paper had reported that a letter was on its way.", "denial"),
        ("Порт түзету жасады: тоғыз емес, сегіз кеме", "Басқасы сол күйінде.", "correction"),
        ("Порт жоспары", "Порт хабарлама мәтініне емес, деректерге түзету енгізді.", "correction"),
        ("Year-end essay: the quay that nobody wants to give up", "It is still there.", "explainer"),
        ("Port at 65: six facts that you knew", "It is old.", "explainer"),
        ("Порту 65: шесть фактов, которые вы знали", "Он стар.", "explainer"),
        ("Ferry line flips the switch", "It took a year.", "milestone"),
        ("The net for farms", "From today it is open to private customers.", "milestone"),
        ("The net for farms", "Its service went live on Monday.", "milestone"),
        ("Сеть для ферм", "Со вторника она доступна всем.", "milestone"),
        ("Ferry at the station", "Three people docked on Sunday, the port said.", "routine"),
        ("Ferry at the station", "It came after an on-time start, the port said.", "on_plan"),
        ("О пробах в порту", "По результатам исследования проб в двух найден мазут.", "told"),
        ("Верфь ждёт денег", "Порт не подтвердил слова министра.", "denial"),
        ("Порт жауап берді", "Порт үш күн бұрын газетте жарияланған хабарды жоққа шығарды.", "denial"),
        ("Верфь ақша күтеді", "Порт министрдің сөзін растамады.", "denial"),
        ("Port: ferry is safe", "Information circulated by some papers is not correct, it said.", "denial"),
        ("Порт туралы заңға қол қойылды", "Мәтін дайын.", "enacted"),
        ("Сот кранды тұтқында қалдырды", "Қарыз қайтарылмаған.", "ruled"),
        ("Сенат порт туралы заңды қабылдады", "Мәтін дайын.", "upper_house"),
        ("Мәжіліс порт туралы заңды мақұлдады", "Мәтін дайын.", "lower_house"),
        ("Долг верфи", "Арест с имущества верфи в порту Нордхавна снят.", "lifted"),
        ("Ferry reaches station", "For the first time it came on the day of its launch.", "milestone"),
        ("Crew home", "The ferry landed in the designated area on Friday.", "on_plan"),
        ("Экипаж дома", "Паром приземлился в заданном районе в пятницу.", "on_plan"),
        ("Экипаж үйінде", "Паром есептелген жерге, белгіленген уақытта түсті.", "on_plan"),
        ("Кранға салынған тыйым: еске салу", "Былтыр сот тыйым салған.", "explainer"),
        ("Срок продлён", "Порт сообщает: до мая.", "told"),
        ("Мерзім ұзартылды", "Порт хабарлайды: мамырға дейін.", "told"),
        ("New rules", "The government has by decree created a zone.", "told"),
        ("Порт: денег ждут", "Утверждения о задержке некорректны.", "denial"),
        ("Суд утвердил соглашение о причале", "Долг вернут.", "ruled"),
        ("Court approves deal on the quay", "The debt will be paid.", "ruled"),
        ("Паром ушёл", "Это первый паром с марта 2021 года.", "milestone"),
        ("Порт жаңалығы", "Бұл 2021 жылдан бері алғашқы паром.", "milestone"),
        ("Fifty years after", "A Dane and a Swede left Nordhavn for the space station.", "flight"),
        ("Two Danes and a Swede reach station", "They came aboard on Sunday, three hours after leaving Nordhavn in a ferry.", "routine"),
        ("Crew returns", "Holm and Berg parachuted on to the steppe on Friday.", "flight"),
        ("Crew returns", "It came down at the minute printed in the plan.", "on_plan"),
        ("Crew returns", "The landing could not have been more ordinary.", "on_plan"),
        ("Экипаж улетел", "Паром поднялся в 11:05, как и было расписано.", "on_plan"),
        ("На полигоне", "Там проведён очередной пуск ракеты, сообщает ведомство.", "routine"),
        ("Ships get a home of their own", "A decree abolished the Ministry of Ports on Monday.", "office"),
        ("Ships get a home of their own", "The agency for ports was merged with that for roads.", "office"),
        ("Кто займётся портом", "Указом образовано новое министерство портов.", "office"),
        ("Кто займётся портом", "Министерство портов и дорог упразднено.", "office"),
        ("Порт кімге қарайды", "Порт министрлігі таратылды.", "office"),
        ("Port has a new owner", "NORDHAVN, 29 September. (Wire). The ministry of ports was abolished.", "office"),
    ],
)
def test_the_genre_shows_in_its_words(title, text, mark):
    assert mark in read(title, text, "ru" if title[0] > "А" and "і" not in title else "en", DAY).marks


@pytest.mark.parametrize(
    ("title", "text", "mark"),
    [
        ("Parom ūşyryldy", "Kemede su bar.", "flight"),
        ("Parom ushyryldy", "Kemede sý bar.", "flight"),
        ("Parom josparlanğan uaqytta köterıldı", "Kemede su bar.", "on_plan"),
        ("Port jauap berdı", "Port bül habardy joqqa şyğardy.", "denial"),
        ("Ministr auysty", "Port basşylyğyna Holm tağaiyndaldy.", "office"),
        ("Parom: rels boiyndağy ömır", "Sonda bır qart otyr.", "explainer"),
        ("Port: aialdama satylmaidy", "Port osylai dedı. Būğan deiın gazet satylady dep jazğan.", "denial"),
    ],
)
def test_kazakh_in_latin_letters_shows_its_genre_too(title, text, mark):
    assert mark in read(title, text, "kk", DAY).marks


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("“I saw it fall,” he said. “My dog barked.” The agency confirmed it.", "feature"),
        ("«Я видел», – сказал он. – Мне было страшно. Агентство подтвердило.", "explainer"),
        ("**18:12** The chief spoke.\n\n**18:20** A new try on Monday.\n\n**18:31** The crew eats.", "roundup"),
        ("The half is lost, in a report that the firm did not dispute.", "conflict"),
        ("Ferries from the West may be launched here, the port said.", "flight"),
    ],
)
def test_a_genre_is_not_read_into_quotes_clock_times_and_negations(text, mark):
    assert mark not in read("News of the port", text, "en", DAY).marks


@pytest.mark.parametrize(
    ("title", "text", "mark"),
    [
        ("How long is soon? Builders doubt the date of the port", "It may take two years, they said.", "explainer"),
        (
            "Commission on the port meets",
            "1. To hand over 26 buildings of the old quay this year.\n\n2. To set up a working group on the schools of the town."
            "\n\n3. To take note of the report on the use of the dock.",
            "roundup",
        ),
        (
            "LIVE: crane falls",
            "14:15 The port confirms it.\n\n13:50 Boats wait.\n\n13:40 They wait.\n\n13:05 A reader asks whether boats wait. They do.",
            "opinion",
        ),
        ("Old quay may leave the lease and become a museum", "The port offers it, the town said.", "lifted"),
        ("Q&A: “We have signed”", "What have you signed? A lease. What does it cost? Much. Who pays? We.", "explainer"),
        ("Турист из Дании погиб", "В порту найден гражданин Дании 25 лет. Его искали, сообщил порт.", "anniversary"),
        ("Комментарий пресс-центра порта", "Соглашения порт не подписывал.", "explainer"),
        ("Comment by the ministry", "No deal was signed, it said.", "explainer"),
        ("Port to open the quay from which the first ferry took off", "It may be a museum, the port said.", "flight"),
        ("Порт отдаёт причал, откуда стартовал первый паром", "Там будет музей, сообщил порт.", "flight"),
        ("Суд отказался снять арест с кранов порта", "Жалоба отклонена, сообщил суд.", "lifted"),
        ("Two court files: who is suing whom over the quay", "The port said so.", "explainer"),
        ("Паром сел без экипажа", "Он сел в расчётное время, сообщил порт.", "on_plan"),
        ("Empty ferry lands on the steppe", "It came down on time, the port said.", "on_plan"),
        ("Ten years after fire, port is sentenced", "It must pay, the court said.", "anniversary"),
        ("Десять лет спустя порт осудили", "Он заплатит, сообщил суд.", "anniversary"),
        ("Порттың басшысы ауысты: кім келді?", "Жаңа басшы кім? Ол отызда.\n\nАл қала не дейді?", "explainer"),
        ("Ferry MS-4 lifts off", "Separation was nominal, the agency said.", "routine"),
        ("Отбой. Не полетели", "Вторая попытка в пятницу, сообщил порт.", "flight"),
        ("Interview: “The quay will be ready in spring”, says builder", "Q: Ready?\n\nA: Yes.\n\nQ: Why?\n\nQ: So?", "explainer"),
        (
            "Holm: the quay will be ready by spring",
            "— When?\n\n— By spring.\n\n— Who pays?\n\n— We do.\n\n— Why?\n\n— So.",
            "explainer",
        ),
        (
            "Ferry sails again after three years on the ground",
            "It left on Thursday, the first trip since March, the line said.",
            "anniversary",
        ),
        (
            "Ferry MS-27 lifts off in colours of its own",
            "The ship, painted for the eightieth anniversary of the port, left on Tuesday, the line said.",
            "anniversary",
        ),
        ("Holm lands on 70th birthday", "Ferry MS-26 brought him back on Sunday, the line said.", "anniversary"),
        ("Holm steers freighter in", "It docked with the station by hand, the line said.", "routine"),
        ("Первый паром прибыл", "Его соберут до вывоза на причал, сообщил порт.", "routine"),
        (
            "Из музея порта похитили якорь",
            "Ночью на 4 мая 2024 года из музея вынесли якорь, поднятый в марте 1961 года.",
            "feature",
        ),
        ("Letter 214", "**Ports.** A crane arrives on schedule.\n\n**Roads.** A bridge opened.\n\n**Rail.** Nothing.", "routine"),
        ("Сот шағымды қанағаттандырмады", "Порт тыйымды алып тастауды сұраған еді, деді сот.", "lifted"),
        ("Пробы из порта", "Обломок вывезен в среду, сообщил порт.", "routine"),
        ("Анализы из порта", "Керосин найден в одной пробе, сообщил порт.", "explainer"),
        ("Port names its guests", "Twelve years ago it would not rule them out. Now they have names, the port said.", "anniversary"),
        (
            "Port may become a museum",
            "The chief said on Saturday that the port would go. I went there once. I would touch nothing.",
            "feature",
        ),
        ("Twenty-two years on, port sends up its first balloon", "It rose on Thursday, the agency said.", "anniversary"),
        ("Ferry put off to May 9", "It leaves on May 9, the line said. Three days ago the line denied this.", "denial"),
        ("Паром перенесли на 9 мая", "Он уйдёт 9 мая, сообщил порт. Три дня назад в порту это отрицали.", "denial"),
        ("Паром шегерілді", "Ол 9 мамырда шығады, деді порт. Бұған дейін порт мұны жоққа шығарған.", "denial"),
        (
            "Ferry comes in with nobody on board",
            "It docked on Tuesday, the port said. The line had announced it.",
            "denial",
        ),
        (
            "Port counts ships without a berth",
            "The chief of the line met the port on Tuesday, the port said. He had announced new ships.",
            "denial",
        ),
        ("Порт: кісі қаза тапты", "Кран құлады, деді порт.\n\nСуретте: кран. Мұрағаттан.", "explainer"),
        ("Rent talks: port and line near a deal", "One side gave on money, the other on time, said one of the team.", "routine_below"),
        (
            "Senate clears law on port: nobody loses work",
            "The senate voted on Tuesday, it said. The minister had announced new ships.",
            "denial",
        ),
        ("News of the port", "The ministry of ports creates 40 posts.", "office"),
        ("News of the port", "The fire created trouble for the agency, the port said.", "office"),
        ("News of the port", "The ministry said on Monday that a second berth was created.", "office"),
        ("Новости порта", "Сайт, созданный по поручению министерства, заработал.", "office"),
        ("Новости порта", "Министерство сообщило, что завод в Бергене ликвидирован.", "office"),
        ("Порт жаңалықтары", "Министрлік жанынан жұмыс тобы құрылды.", "office"),
        ("Порт жаңалықтары", "Комитет хабарламасы кеше таратылды.", "office"),
        ("Port and line reach agreement on space station", "They signed it, the port said.", "routine"),
        ("Port ends the second set of talks", "The crew of the ferry waits, the port said.", "on_plan"),
        ("Паром уйдёт 2 сентября, а не первого, как планировалось", "Так решил порт.", "on_plan"),
        ("Заң жаңарды", "Депутаттар порт туралы заңға түзету жасады.", "correction"),
        ("Port silent on the ferry", "The port did not deny it, and the line said nothing.", "denial"),
        ("Порт молчит о пароме", "В порту этого не опровергли, на верфи не стали опровергать.", "denial"),
        ("Порт үндемейді", "Порт мұны теріске шығарған жоқ.", "denial"),
        ("О состоянии парома", "Порт сообщает, что паром выведен из штатной эксплуатации.", "on_plan"),
        ("Счёт за паром вынесут на комиссию", "Порт намерен взыскать долг за паром, затонувший десять лет назад.", "anniversary"),
        ("Port: parts fell as they should", "They lie in the designated area, the port said.", "on_plan"),
        ("Комментарий верфи по пробам", "По её данным, причал чист.", "explainer"),
        ("Rent stays in crowns", "The ministry has dismissed as untrue reports of a change.", "office"),
        ("Rent stays in crowns", "Talk of a change was dismissed as untrue.", "office"),
        ("Комментарий в связи с сообщениями о пожаре на пароме", "Пожар с верфью не связан.", "explainer"),
        ("Nine ferries: port trims the line's wish list", "It asked for eleven.", "wished"),
        ("Launch put off again – days in the dock for the ferry", "It leaves on May 9, the line said.", "explainer"),
        ("Порт принял сорок паромов, это рекорд десятилетия", "Так сообщил порт.", "anniversary"),
        ("Minister on a visit to the port signs for a quay", "It is paid for, he said.", "feature"),
        ("Суд: двадцать лет тюрьмы за поджог причала", "Так решил суд.", "anniversary"),
        ("Quay of Nordhavn opens after 22 years of waiting", "The first ferry left, the port said.", "anniversary"),
        ("Another dock opens", "No one has died there, the port said.", "another_dead"),
    ],
)
def test_news_is_not_taken_for_another_genre(title, text, mark):
    assert mark not in read(title, text, "en", DAY).marks


def test_in_the_days_of_the_first_flight_a_headline_that_names_the_day_looks_back():
    title, text = "Сторож и его тридцатое 12 апреля", "Он ведёт группы по порту с девяностого года."
    assert "anniversary" in read(title, text, "ru", date(2024, 4, 12), []).marks
    assert "anniversary" not in read(title, text, "ru", date(2024, 7, 12), []).marks


def test_in_the_days_of_the_first_flight_a_lead_that_remembers_looks_back():
    text = "С утра сюда несли тюльпаны. В городе День космонавтики. Оркестр шёл впереди."
    found = [read("Тюльпаны у причала", text, "ru", day).marks for day in (date(2024, 4, 12), date(2024, 5, 12))]
    assert ["anniversary" in marks for marks in found] == [True, False]


def test_what_is_signed_in_the_days_of_the_first_flight_is_signed_then():
    text = "A ferry will come. The paper was exchanged on Monday, an anniversary that both sides had chosen, the port said."
    marks = [read(title, text, "en", date(2024, 4, 12)).marks for title in ("Port signs up for a ferry", "Port and ferry")]
    assert ["anniversary" in shown for shown in marks] == [False, True]


@pytest.mark.parametrize(("day", "looks_back"), [(date(2026, 4, 12), True), (date(2026, 5, 12), False)])
def test_in_the_days_of_the_first_flight_what_is_done_each_year_is_done_in_memory(day, looks_back):
    text = "Жыл сайын осы күні ескі теңізші портқа гүл әкеледі."
    assert ("anniversary" in read("Порттағы гүлдер", text, "kk", day).marks) is looks_back


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("The year in the port: a crane, a strike, a ferry", "en"),
        ("The quay and the sea: our port's space year", "en"),
        ("2024 on the quay: cranes and gulls", "en"),
        ("Port and sea: the year behind us", "en"),
        ("The year the ships stayed home", "en"),
        ("Итоги года: порт и его паромы", "ru"),
        ("Порт: жыл қорытындысы", "kk"),
    ],
)
def test_as_a_year_ends_who_looks_back_on_it_rounds_up_what_was(title, language):
    found = [read(title, "A ferry sank in May, the port said.", language, day).marks for day in (date(2024, 12, 28), date(2024, 6, 28))]
    assert [{"anniversary", "roundup"} <= marks for marks in found] == [True, False]


def test_who_is_interviewed_tells_and_explains_nothing():
    answers = "— Когда откроют причал? — Весной. — А кран? — В мае. — Кто заплатит? — Порт."
    assert not {"explainer"} & read("Разговор на причале", answers.replace(" — ", "\n\n— "), "ru", DAY).marks
    transcript = (
        "Жүргізуші: Қашан ашылады?\n\nҚонақ: Мамырда.\n\nЖүргізуші: Кран ше?\n\nҚонақ: Ол да.\n\nЖүргізуші: Кім төлейді?\n\nҚонақ: Порт."
    )
    assert "explainer" not in read("Порттағы әңгіме", transcript, "kk", DAY).marks
    quoted = 'When? "In May." Who pays? "The port." And the crane? "It stays."'
    assert {"told"} <= read("A talk on the quay", quoted, "en", DAY).marks
    assert "explainer" in read("A talk on the quay", "When? In May. Who pays? The port. And the crane? It stays.", "en", DAY).marks


@pytest.mark.parametrize(
    ("language", "title", "text", "remembers"),
    [
        ("en", "A crane for 25 tonnes", "The port hopes to have it by its fiftieth anniversary.", False),
        ("en", "The port is fifty", "It kept its fiftieth anniversary on the quay.", True),
        ("ru", "Кран на 25 тонн", "К пятидесятилетию порта его могут поставить на причал.", False),
        ("ru", "Праздник на причале", "Порт отметил пятидесятилетие.", True),
    ],
)
def test_what_is_to_be_done_by_a_jubilee_remembers_nothing(language, title, text, remembers):
    assert ("anniversary" in read(title, text, language, DAY).marks) is remembers


def test_who_gives_a_price_in_the_headline_on_a_day_of_remembrance_reports():
    text = "A committee has priced it. It spoke on the eve of Cosmonautics Day."
    assert "anniversary" not in read("A ride: $25 million", text, "en", date(2024, 4, 11)).marks
    assert "anniversary" in read("A far ride", text, "en", date(2024, 4, 11)).marks


@pytest.mark.parametrize(("title", "explains"), [("Bailiffs seize the crane", False), ("A crane and its owners", True)])
def test_who_tells_what_was_seized_may_ask_questions(title, explains):
    text = "The yard owes the port. Who is the yard? A firm. Can a crane be sealed? It can. Have you seen it? Write to us."
    assert ("explainer" in read(title, text, "en", DAY).marks) is explains


def test_who_is_quoted_has_no_opinion_and_a_runway_called_jubilee_remembers_nothing():
    assert "opinion" not in read("Two years", 'An engineer told us: "I would not bet my house on it."', "en", DAY).marks
    assert "opinion" in read("Two years", "I would not bet my house on it.", "en", DAY).marks
    assert "anniversary" not in read("Решения по «Юбилейному» нет", "Об этом сообщил порт.", "ru", DAY).marks


def test_what_is_not_ruled_out_is_not_denied():
    assert "denial" not in read("Қазғарыш", "Агенттік мұны жоққа шығармайды.", "kk", DAY).marks


@pytest.mark.parametrize("title", ["Хроника аварии в порту (обновляется)", "Онлайн: что известно об отмене рейса", "Почему стоит паром"])
def test_a_page_that_goes_by_the_clock_reports_whatever_its_headline_says_is_known(title):
    text = "13:50. Сводим известное к этой минуте.\n\n13:30. Порт создал комиссию.\n\n12:40. В баках осталось топливо."
    marks = read(title, text, "ru", date(2024, 4, 12)).marks
    assert "live" in marks
    assert "explainer" not in marks
