"""Which articles concern the topic: the shipped gazetteer on texts of our own, in three languages, with the traps of daily news."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.gazetteer import Combination, Entity, TopicDefinition
from monitor.domain.topic import Match, Topic, compile_topic, match_article, may_concern
from monitor.settings.topic import TopicFile, to_definition

CONFIG = Path(__file__).parents[1] / "config"


@cache
def shipped() -> Topic:
    """The topic as it is shipped; compiled once."""
    return compile_topic(to_definition(TopicFile(gazetteer="gazetteer.yaml"), CONFIG))


def match(title: str, text: str = "") -> Match:
    return match_article(shipped(), title, text)


ON_TOPIC = [
    # English
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
        "Villagers want answers after toxic fuel leak",
        "Heptyl was found in a well in Karaganda region where Proton stages come down, Kazakhstan's ecology ministry said.",
    ),
    ("Soyuz MS-31 abort: what we know", "The crew escaped seconds after lift-off when a booster failed."),
    ("Russian army gives back part of Sary-Shagan", "Some 50,000 hectares return to Kazakhstan under a protocol signed on Friday."),
    ("Kazakhstan picks two candidates for a space flight", "Both are air force pilots. Training would start in autumn."),
    ("KazSat-2 out of order for three hours", "Television channels in the regions went dark."),
    # Russian
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
    ("Экипаж вернулся домой", "Спускаемый аппарат «Союза МС-29» приземлился юго-восточнее Жезказгана."),
    ("Космодром сдают в аренду ещё на десять лет", "Казахстан и Россия продлят договор, если парламенты его одобрят."),
    ("Глава Роскосмоса отправлен в отставку", "Указ подписан в пятницу. Временно обязанности руководителя исполняет его заместитель."),
    ("Starlink получил лицензию в Казахстане", "Тариф для села составит девять тысяч тенге в месяц."),
    (
        "Аренда полигонов: Астана считает гектары",
        "Казахстан хочет вернуть земли полигона Эмба, которые арендует Россия, заявил министр обороны.",
    ),
    # Kazakh
    ("Байқоңырдан жүк кемесі ұшырылды", "«Прогресс МС» кемесі станцияға екі тонна жүк апарады."),
    ("Қазақстан жаңа жерсерік жасайды", "Аппарат Астанадағы құрастыру-сынау кешенінде жиналады, дейді Аэроғарыш комитеті."),
    ("Жалдау ақысы өсе ме?", "Ресей ғарыш айлағы үшін жылына 115 миллион доллар төлейді. Сенаторлар бұл соманы аз деп отыр."),
    ("Ғарышкерлер Жерге оралды", "Түсіру аппараты Жезқазған маңына қонды. Экипаждың денсаулығы жақсы."),
    ("«Бәйтерек» кешенінде сынақ басталды", "«Союз-5» зымыраны көктемде ұшады."),
    ("Ūlttyq jerserik orbitağa şyqty", "Qazaqstannyñ jaña ğaryş apparaty baılanysqa şyqty, dep habarlady ministrlik."),
    ("Baıqońyrda týrıster kóbeıdi", "Byltyr ǵarysh aılaǵyna on myń adam keldi."),
    ("Зымыран сынығы табылды", "Қостанай облысындағы ауыл маңына зымыран сатысының сынықтары түсті."),
]  # fmt: skip

OFF_TOPIC = [
    # namesakes
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
    # words of space
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
    # other launch sites, station routine, general news
    ("Angara lifts off from Plesetsk", "The rocket carried a military satellite, the defence ministry in Moscow said."),
    ("Vostochny gets a second pad", "Russia's cosmodrome in the Amur region will launch Angara rockets. Workers were paid late."),
    ("«Союз-2.1б» стартовал с Восточного", "Ракета вывела на орбиту метеорологический спутник. Роскосмос подтвердил отделение."),
    ("Chinese rocket debris falls in Jiuquan drop zone", "A Long March booster landed near a village."),
    ("Crew of station fixes toilet", "Astronauts aboard the International Space Station spent the day on plumbing and on plants."),
    ("Космонавты вышли в открытый космос", "На МКС заменили кабель. Работы заняли шесть часов."),
    ("Falcon 9 launches 23 Starlink satellites", "The booster landed at sea after a flight from Cape Canaveral."),
    ("Starlink fails in Ukraine for an hour", "Front-line units lost their connection. SpaceX gave no reason."),
    (
        "Tokayev reshuffles cabinet",
        "Kazakhstan's president named a new minister of digital development, innovations and aerospace industry. He worked for a bank.",
    ),
    ("Цифрлық даму министрлігі есеп берді", "Цифрлық даму, инновациялар және аэроғарыш өнеркәсібі министрлігі еGov туралы айтты."),
    ("Kazakhstan and Russia agree on grain", "The ministers also discussed gas transit. Putin will visit Astana in May."),
    ("Токаев и Путин поговорили по телефону", "Речь шла о торговле и паводках на Иртыше."),
    ("Launch of a metro line in Almaty delayed", "Kazakhstan's largest city will wait another year. The mayor blamed the supplier."),
    ("Roscosmos manager jailed", "A Moscow court found him guilty of taking bribes during the construction of an office block."),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text"), ON_TOPIC)
def test_what_happens_at_baikonur_or_in_kazakhstans_space_programme_is_relevant(title: str, text: str) -> None:
    found = match(title, text)
    assert found.relevant, found.reasons
    assert found.reasons


@pytest.mark.parametrize(("title", "text"), OFF_TOPIC)
def test_namesakes_and_other_worlds_are_not(title: str, text: str) -> None:
    found = match(title, text)
    assert not found.relevant, found.reasons
    assert found.reasons


@pytest.mark.parametrize(("title", "text"), ON_TOPIC)
def test_what_is_relevant_would_have_been_read(title: str, text: str) -> None:
    assert may_concern(shipped(), title, text)
