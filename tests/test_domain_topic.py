"""Which articles concern the topic: the shipped gazetteer on texts of our own, in three languages, with the traps of daily news."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
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


# ── where a name stands, and what it means there ──────────────────────────────

FILLER = "Bread got dearer.\n\nA bridge was opened.\n\nThe orchestra has a new conductor.\n\nRain is expected by Friday.\n\n"


def test_one_name_far_down_in_an_article_about_something_else_is_a_passing_mention() -> None:
    found = match("Week in pictures", FILLER + "One of the photographers grew up near Baikonur.")
    assert not found.relevant
    assert found.score > 0
    assert found.reasons == ("Baikonur Cosmodrome in the text (“Baikonur”)",)


def test_a_far_paragraph_about_the_topic_counts_more_than_one_that_names_it() -> None:
    dense = FILLER + "A Proton rocket left Baikonur with a satellite, Roscosmos said. Kazakhstan had approved the launch."
    assert match("Week in pictures", dense).score > match("Week in pictures", FILLER + "He lives near Baikonur.").score


def test_two_paragraphs_about_the_topic_make_a_round_up_relevant() -> None:
    twice = (
        "A Proton rocket left Baikonur with a satellite, Roscosmos said.\n\nKazakhstan put its KazSat-3 satellite back into service.\n\n"
    )
    assert match("The week", FILLER + twice).relevant


@pytest.mark.parametrize(
    "tail",
    [
        "Read also: Baikonur gets a museum",
        "Читайте также: На Байконуре открыли музей · Астана ждёт гостей",
        "Сондай-ақ оқыңыз: Байқоңырда мұражай ашылды",
        "Photo: a launch at Baikonur. Archive",
        "Baikonur gets a new museum\nSoyuz crew lands in Kazakhstan\nTenge steady",
    ],
)
def test_lists_of_links_and_captions_show_nothing(tail: str) -> None:
    found = match("Bread prices", FILLER + tail)
    assert not found.relevant
    assert found.score == 0


def test_a_namesake_that_is_named_in_full_claims_the_bare_name() -> None:
    found = match("Baiterek sells bonds", "The Baiterek holding paid 14 per cent. A launch of new notes follows, Baiterek said.")
    assert not found.relevant
    assert "baiterek_complex" not in found.entities


def test_the_topic_named_in_full_keeps_its_bare_name_beside_a_namesake() -> None:
    found = match(
        "Not that Baiterek", "The Baiterek launch complex at Baikonur is no relative of the Baiterek holding. Baiterek will host a rocket."
    )
    assert found.relevant
    assert found.entities[0] in ("baiterek_complex", "baikonur_cosmodrome")


def test_another_launch_site_in_the_title_outweighs_the_topic_in_the_text() -> None:
    text = "A Soyuz rocket with a satellite left Russia's Far East on Monday.\n\nThe crew watched.\n\nFrom Baikonur the same rocket flies twice a year."
    assert not match("Launch from Vostochny cosmodrome", text).relevant


def test_mentions_say_where_they_stand() -> None:
    title, text = "«Протон» на Байконуре", "Носитель «Протон-М» готов.\n\nКазкосмос согласен."
    found = match(title, text)
    whole = f"{title}\n\n{text}"
    assert [(m.entity, whole[m.start : m.end], m.where, m.sentence) for m in found.mentions] == [
        ("proton_m", "Протон", "title", 0),
        ("baikonur_cosmodrome", "Байконуре", "title", 0),
        ("proton_m", "Протон-М", "lead", 1),
        ("kazcosmos", "Казкосмос", "lead", 2),
    ]
    assert found.entities[:2] == ("baikonur_cosmodrome", "kazcosmos")


def test_offsets_hold_whatever_stands_around() -> None:
    text = "\u201eEi\u00dfkalt\u201c \U0001f680 — İstanbul’da. На Байконуре тепло."
    [mention] = match("ß", text).mentions
    assert f"ß\n\n{text}"[mention.start : mention.end] == "Байконуре"


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.text(max_size=400))
def test_any_text_can_be_judged(title: str, text: str) -> None:
    found = match(title, text)
    assert 0 <= found.score <= 1
    assert found.reasons


# ── a topic of one's own ──────────────────────────────────────────────────────

WORDS = compile_topic(TopicDefinition(words=("acmecorp", "Әділ", "red herring", "колесо")))


@pytest.mark.parametrize(
    ("title", "text", "reason"),
    [
        ("AcmeCorp to pay", "", "acmecorp in the title (“AcmeCorp”)"),
        ("Quarterly figures", "Shares of acmecorp's rival fell.", "acmecorp in the text (“acmecorp”)"),
        ("Menu", "He served Red Herrings.", "red herring in the text (“Red Herrings”)"),
        ("Әділдің хаты", "", "Әділ in the title (“Әділдің”)"),
        ("Авария", "От колеса осталось немного.", "колесо in the text (“колеса”)"),
    ],
)
def test_a_plain_word_anywhere_is_a_match(title: str, text: str, reason: str) -> None:
    assert match_article(WORDS, title, text) == Match(True, 1.0, (reason,), (), ())
    assert may_concern(WORDS, title, text)


@pytest.mark.parametrize("text", ["", "acme corp", "megaacmecorp", "a herring, red with shame"])
def test_without_the_word_there_is_none(text: str) -> None:
    found = match_article(WORDS, "", text)
    assert (found.relevant, found.score, found.reasons) == (False, 0.0, ("none of the words occurs",))
    assert not may_concern(WORDS, "", text)


def test_a_small_gazetteer_works_like_the_shipped_one() -> None:
    definition = TopicDefinition(
        entities=(
            Entity("mill", "site", "Green Mill", ("Green Mill",)),
            Entity("owner", "person", "Smith", ("Smith",), required=("mill",)),
            Entity("band", "organisation", "the band Green Mill", ("band Green Mill",), role="negative", shadows=("mill",)),
        ),
        groups={"river": ("river",), "dam": ("dam*",)},
        combinations=(Combination("the river dam", ("river", "dam")),),
    )
    topic = compile_topic(definition)
    assert match_article(topic, "Green Mill sold", "").relevant
    assert match_article(topic, "River dammed", "").reasons == ("the river dam in the title (“River dammed”)",)
    assert not match_article(topic, "Smith elected", "He is a teacher.").relevant
    assert match_article(topic, "Smith elected", "He owns the mill.").relevant
    assert not match_article(topic, "Tonight", "The band Green Mill plays.").relevant


def test_a_combination_needs_a_word_for_each_of_its_groups() -> None:
    definition = TopicDefinition(groups={"a": ("one", "two"), "b": ("two",)}, combinations=(Combination("both", ("a", "b")),))
    topic = compile_topic(definition)
    assert not match_article(topic, "two", "").relevant
    assert match_article(topic, "one two", "").relevant


def test_the_threshold_is_the_users() -> None:
    lenient = compile_topic(TopicDefinition(entities=(Entity("mill", "site", "Mill", ("Green Mill",)),), relevant_from=0.1))
    assert match_article(lenient, "Bread", FILLER + "It was baked at Green Mill.").relevant
