"""Queries with the articles that a person would want, over texts of our own in three languages and four alphabets."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from monitor.domain.matching.topic import Topic, match_article
from monitor.domain.search.named import Names
from monitor.domain.search.query import parse
from monitor.store import articles, matches, search, search_index
from tests.alerts import ARTICLE

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)

# key: language, publisher, title, text; the first is the newest, each next one ten days older
TEXTS: Mapping[str, tuple[str, str, str, str]] = {
    "rent-en": ("en", "Reuters", "Russia to pay $115 million a year for Baikonur until 2050", "Moscow and Astana extended the lease of the cosmodrome. Talgat Mussabayev called the price fair."),
    "rent-ru": ("ru", "ТАСС", "Россия продолжит арендовать Байконур за 115 млн долларов в год", "Договор аренды космодрома продлён до 2050 года, сообщил глава Казкосмоса Талгат Мусабаев."),
    "rent-kk": ("kk", "Казинформ", "Байқоңырды жалға алу ақысы өзгермейді", "Ресей ғарыш айлағы үшін жылына 115 миллион доллар төлейді, деді Талғат Мұсабаев."),
    "rent-latn": ("kk", "Qazinform", "Baiqoñyrdy jalğa alu merzımı ūzartyldy", "Resei ğaryş ailağyn jalğa aluyn jalğastyrady jäne aqysyn tölep tūrady."),
    "staff": ("ru", "Интерфакс", "На комплексе Байтерек работают 115 человек", "К концу года их станет вдвое больше, пообещал директор."),
    "baiterek-ru": ("ru", "РИА Новости", "Первый пуск «Союза-5» с комплекса Байтерек перенесён на март", "Причиной названа задержка испытаний двигателя РД-171МВ на стенде в Химках."),
    "baiterek-en": ("en", "SpaceNews", "Soyuz-5 maiden flight slips to March", "Testing of the RD-171MV engine took longer than planned, and the Baiterek pad is still being fitted out."),
    "baiterek-kk": ("kk", "Егемен Қазақстан", "«Бәйтерек» кешенінен алғашқы ұшыру кейінге шегерілді", "«Союз-5» зымыранының қозғалтқышын сынау созылып кетті."),
    "baiterek-latn": ("kk", "Qazinform", "«Bäiterek» kešenınıñ qūrylysy aiaqtaluğa jaqyn", "Zymyran keşenı kelesı jyly ıske qosylady dep kütıledı."),
    "tower": ("ru", "Вечерняя Астана", "Монумент «Астана-Байтерек» закрывают на ремонт", "Смотровая площадка башни откроется весной."),
    "ms28-ru": ("ru", "РИА Новости", "Корабль «Союз МС-28» стартовал с Байконура", "На борту космонавты Сергей Кудь-Сверчков, Сергей Микаев и астронавт Кристофер Уильямс."),
    "ms28-en": ("en", "NASA", "Crew launches to station aboard Soyuz MS-28", "Sergey Kud-Sverchkov, Sergei Mikaev and Chris Williams lifted off from Kazakhstan on Thanksgiving Day."),
    "ms28-kk": ("kk", "Tengrinews", "«Союз МС-28» кемесі Байқоңырдан ұшырылды", "Экипаж Халықаралық ғарыш стансасына жол тартты."),
    "pad31": ("en", "Ars Technica", "Launch pad 31 damaged after crewed flight", "A service platform collapsed into the flame trench, and repairs may take two years."),
    "pad31-ru": ("ru", "Коммерсантъ", "Стартовый стол площадки №31 повреждён", "Кабина обслуживания обрушилась при пуске; ремонт продлится до весны."),
    "proton-en": ("en", "TASS", "Last Proton-M rocket to lift off in December", "The heavy launcher flew for sixty years; its heptyl fuel troubled ecologists and shepherds."),
    "proton-ru": ("ru", "ТАСС", "Последний «Протон-М» готовят к пуску", "Ракета на гептиле выведет на орбиту метеоспутник «Электро-Л» №5."),
    "heptyl-kk": ("kk", "Азаттық", "Ұлытау тұрғындары гептилден зардап шекті", "Зымыранның бөлшектері құлаған аймақта экологтар топырақ үлгісін алды."),
    "heptyl-ru": ("ru", "Курсив", "В Улытау нашли обломки ступени ракеты", "Экологи взяли пробы почвы на гептил; жители села Жезды требуют компенсаций."),
    "kazsat-en": ("en", "The Astana Times", "Kazakhstan orders KazSat-3R from China", "The communications satellite will replace KazSat-2, built by Khrunichev, in 2028."),
    "kazsat-ru": ("ru", "Капитал", "Казахстан заказал спутник связи KazSat-3R", "Аппарат заменит KazSat-2, который построил Центр имени Хруничева."),
    "kazsat-kk": ("kk", "Казинформ", "Қазақстан жаңа байланыс жерсерігіне тапсырыс берді", "KazSat-3R жерсерігі 2028 жылы ұшырылады."),
    "ghalam": ("en", "The Astana Times", "Ghalam assembles first remote-sensing satellites", "Engineers in Astana built three spacecraft for a foreign customer."),
    "ghalam-kk": ("kk", "Егемен Қазақстан", "«Ғалам» зауыты жерсеріктер құрастыра бастады", "Астаналық инженерлер үш аппаратты шетелге жөнелтті."),
    "aimbetov": ("ru", "Zakon.kz", "Айдын Аимбетов рассказал школьникам о полёте", "Космонавт провёл на орбите десять дней в 2015 году."),
    "aimbetov-kk": ("kk", "Казинформ", "Айдын Айымбетов оқушылармен кездесті", "Ғарышкер Халықаралық стансада өткізген күндерін еске алды."),
    "tokayev-en": ("en", "Akorda", "Tokayev signs law on space activity", "President Kassym-Jomart Tokayev approved rules for private launch companies."),
    "tokayev-ru": ("ru", "Акорда", "Токаев подписал закон о космической деятельности", "Глава государства утвердил правила для частных компаний."),
    "tokayev-kk": ("kk", "Ақорда", "Тоқаев ғарыш қызметі туралы заңға қол қойды", "Мемлекет басшысы жеке компанияларға арналған ережелерді бекітті."),
    "bakanov": ("ru", "Интерфакс", "Баканов и Мадиев обсудили судьбу Гагаринского старта", "Историческую площадку предлагают сделать музеем."),
    "gagarin-en": ("en", "Interfax", "Gagarin's Start may become a museum", "Roscosmos chief Dmitry Bakanov met minister Zhaslan Madiyev in Astana."),
    "gagarin-kk": ("kk", "Азаттық", "Гагарин сөресі музейге айналуы мүмкін", "Жаслан Мәдиев Роскосмос басшысымен келіссөз жүргізді."),
    "debt": ("ru", "Курсив", "Суд арестовал имущество ЦЭНКИ на Байконуре", "Казахстанская компания требует 13,5 млрд тенге долга за Байтерек."),
    "debt-en": ("en", "The Moscow Times", "Kazakhstan impounds assets of Russian space operator", "The court seized property of TsENKI over a debt of 13.5 billion tenge."),
    "drop-zone": ("en", "Eurasianet", "Drop zones in Ulytau region shrink", "Shepherds get compensation for debris that fell on pastures near Zhezkazgan."),
    "drop-zone-kk": ("kk", "Азаттық", "Жезқазған маңындағы құлау аймағы қысқарды", "Малшыларға өтемақы төленеді."),
    "starlink": ("en", "Reuters", "Starlink licensed in Kazakhstan", "The satellite internet service of SpaceX may now be sold in villages."),
    "starlink-ru": ("ru", "Forbes.kz", "Starlink получил лицензию в Казахстане", "Спутниковый интернет появится в сельских школах."),
    "tourism": ("ru", "Тенгри", "Туристы увидят пуск с новой смотровой площадки", "Билет на экскурсию стоит 250 тысяч тенге, жить можно в гостинице «Спутник»."),
    "tourism-kk": ("kk", "Егемен Қазақстан", "Байқоңырға туристер легі артты", "Қонақтар ғарыш айлағындағы музейді аралайды."),
    "town": ("kk", "Сыр бойы", "Байқоңыр қаласында жаңа мектеп ашылды", "Қызылорда облысының әкімі мектепке автобус сыйлады."),
    "town-ru": ("ru", "Кызылординские вести", "В городе Байконур открыли новую школу", "Аким Кызылординской области подарил школьный автобус."),
    "landing": ("en", "NASA", "Capsule lands southeast of Zhezkazgan", "Three crew members returned under parachutes after 245 days in orbit."),
    "landing-ru": ("ru", "Роскосмос", "Экипаж «Союза МС-27» вернулся на Землю", "Спускаемый аппарат сел в 147 километрах от Жезказгана."),
    "landing-kk": ("kk", "Казинформ", "Ғарышкерлер Жезқазған маңына қонды", "Экипаж орбитада 245 тәулік болды."),
    "nauryz": ("ru", "Сыр бойы", "Праздник Наурыз отметили песнями", "Дети получили подарки, играла домбра, а у акимата ещё стоит новогодняя ёлка."),
    "fir": ("ru", "Тенгри", "Главная ёлка страны", "Двадцать пять метров и тысяча огней."),
    "vostochny": ("ru", "Ведомости", "На Восточном построят стартовый стол для «Амура»", "Стоимость работ выросла до 40 миллиардов рублей."),
    "vostochny-en": ("en", "SpaceNews", "Vostochny gets a second pad for Angara", "Work at the cosmodrome in Amur Region cost 40 billion roubles."),
    "plesetsk": ("en", "TASS", "Military satellite launched from Plesetsk", "An Angara-1.2 put it into orbit."),
    "band": ("en", "Mixmag", "Baikonur plays a reunion concert", "The Berlin post-rock band returns to the stage."),
    "oil": ("ru", "Капитал", "Нефть дорожает третий день", "Баррель Brent стоит 72 доллара, добыча на Тенгизе растёт."),
    "wheat": ("en", "Reuters", "Kazakh wheat exports rise", "Farmers shipped 1.2 million tonnes to China and Uzbekistan."),
    "rate": ("kk", "Капитал", "Ұлттық банк базалық мөлшерлемені сақтап қалды", "Теңге бағамы нығайды."),
    "football": ("ru", "Sports.kz", "«Кайрат» сыграл вничью", "Матч прошёл под дождём, счёт 1:1."),
    "metro": ("kk", "Тенгри", "Алматыда метро стансасы ашылды", "Жолаушылар саны артты."),
    "chess": ("en", "Chess.com", "Bibisara Assaubayeva wins blitz title", "The grandmaster from Taraz won again."),
    "kazcosmos-head": ("ru", "Zakon.kz", "Назначен новый председатель Казкосмоса", "Им стал Баубек Оралмагамбетов; ранее ведомством руководил Бахытжан Ахмаджанов."),
    "isro": ("en", "Reuters", "India docks two satellites in orbit", "ISRO repeated the experiment."),
    "china": ("en", "Xinhua", "Shenzhou crew returns", "The capsule landed in Inner Mongolia."),
    "sunkar": ("kk", "Egemen", "«Сұңқар» зымыранының қозғалтқышы сыналды", "Жаңа зымыран тасығыш келер жылы ұшады."),
    "korolev": ("ru", "РИА Новости", "В городе Королёв открыли памятник Сергею Королёву", "На церемонии выступили ветераны РКК «Энергия»."),
    "korolev-en": ("en", "Space.com", "Who was Sergei Korolyov?", "The chief designer of Energia died in 1966."),
}  # fmt: skip

# what is typed, and what a person would want among the first ten
QUERIES: tuple[tuple[str, str], ...] = (
    ("Baikonur rent", "rent-en rent-ru rent-kk rent-latn"),
    ("аренда Байконура", "rent-ru rent-en"),
    ("Байқоңырды жалға алу", "rent-kk rent-latn"),
    ("jalğa alu Baiqoñyr", "rent-kk rent-latn"),
    ("Mussabayev", "rent-en rent-ru rent-kk"),
    ("Мусабаевым", "rent-en rent-ru rent-kk"),
    ("мұсабаев", "rent-en rent-ru rent-kk"),
    ("115 million", "rent-en rent-ru rent-kk"),
    ("115 млн долларов", "rent-en rent-ru rent-kk"),
    ("$115m", "rent-en rent-ru rent-kk"),
    ("115 человек", "staff"),
    ("115", "rent-en rent-ru rent-kk staff"),
    ("Soyuz-5", "baiterek-en baiterek-ru baiterek-kk"),
    ("Союз 5", "baiterek-en baiterek-ru baiterek-kk"),
    ("«Союз-5» перенос", "baiterek-ru"),
    ("Bayterek", "baiterek-ru baiterek-en baiterek-kk baiterek-latn"),
    ("Бәйтерек кешені", "baiterek-kk baiterek-latn"),
    ("байтерек -монумент", "baiterek-ru baiterek-en baiterek-kk baiterek-latn staff"),
    ("монумент Байтерек", "tower"),
    ("РД-171МВ", "baiterek-ru baiterek-en"),
    ("RD-171MV", "baiterek-ru baiterek-en"),
    ("MS-28", "ms28-en ms28-ru ms28-kk"),
    ("Союз МС-28", "ms28-en ms28-ru ms28-kk"),
    ("MC-28", "ms28-en ms28-ru ms28-kk"),
    ("кудь-сверчков", "ms28-ru ms28-en"),
    ("Kud-Sverchkov", "ms28-ru ms28-en"),
    ("Микаев", "ms28-ru ms28-en"),
    ("pad 31 damage", "pad31"),
    ("площадка 31", "pad31-ru"),
    ("стартовый стол", "pad31-ru vostochny"),
    ('"стартовый стол" -Восточный', "pad31-ru"),
    ("Proton-M", "proton-en proton-ru"),
    ("протоны", "proton-en proton-ru"),
    ("heptyl", "proton-en proton-ru heptyl-kk heptyl-ru"),
    ("гептилом", "proton-ru heptyl-kk heptyl-ru"),
    ("Ұлытау", "heptyl-kk heptyl-ru drop-zone"),
    ("Ulytau debris", "drop-zone"),
    ("KazSat", "kazsat-en kazsat-ru kazsat-kk"),
    ("KazSat-3R", "kazsat-en kazsat-ru kazsat-kk"),
    ("Хруничев", "kazsat-en kazsat-ru"),
    ("Khrunichev", "kazsat-en kazsat-ru"),
    ("жерсерік", "kazsat-kk ghalam-kk"),
    ("Ghalam", "ghalam ghalam-kk"),
    ("Ғалам", "ghalam ghalam-kk"),
    ("Аимбетов", "aimbetov aimbetov-kk"),
    ("Aimbetov", "aimbetov aimbetov-kk"),
    ("Айымбетов ғарышкер", "aimbetov-kk"),
    ("Tokayev", "tokayev-en tokayev-ru tokayev-kk"),
    ("Токаевым", "tokayev-en tokayev-ru tokayev-kk"),
    ("Toqaev zañ", "tokayev-kk"),
    ("закон о космической деятельности", "tokayev-ru"),
    ("ғарыш қызметі", "tokayev-kk"),
    ("Bakanov", "bakanov gagarin-en"),
    ("Мадиев", "bakanov gagarin-en gagarin-kk"),
    ("Мәдиев", "bakanov gagarin-en gagarin-kk"),
    ("Гагаринский старт", "bakanov gagarin-en gagarin-kk"),
    ("ЦЭНКИ", "debt debt-en"),
    ("TsENKI debt", "debt-en"),
    ("13,5 млрд тенге", "debt debt-en"),
    ("13.5 billion tenge", "debt debt-en"),
    ("Жезказган", "landing landing-ru landing-kk drop-zone drop-zone-kk"),
    ("Zhezkazgan", "landing landing-ru landing-kk drop-zone drop-zone-kk"),
    ("Jezqazğan", "landing landing-ru landing-kk drop-zone drop-zone-kk"),
    ("Starlink lang:ru", "starlink-ru"),
    ("satellite internet", "starlink"),
    ("спутниковый интернет", "starlink-ru"),
    ("туристы", "tourism tourism-kk"),
    ("ғарыш айлағы", "rent-kk rent-latn tourism-kk"),
    ("ğaryş ailağy", "rent-kk rent-latn tourism-kk"),
    ("Қызылорда", "town town-ru"),
    ("Кызылординская область", "town town-ru"),
    ("ёлка", "fir nauryz"),
    ("елки", "fir nauryz"),
    ("Восточный", "vostochny vostochny-en"),
    ("Vostochny", "vostochny vostochny-en"),
    ("40 billion roubles", "vostochny vostochny-en"),
    ("Angara", "vostochny-en plesetsk"),
    ("Ангара", "vostochny-en plesetsk"),
    ("Baikonur band concert", "band"),
    ("Казкосмос", "rent-ru kazcosmos-head"),
    ("source:nasa", "ms28-en landing"),
    ('source:"РИА Новости" Союз', "ms28-ru baiterek-ru"),
    ("title:Gagarin", "gagarin-en"),
    ("Сұңқар", "sunkar"),
    ("Королёв", "korolev korolev-en"),
    ("королев", "korolev korolev-en"),
    ("Korolyov", "korolev korolev-en"),
    ("Энергией", "korolev korolev-en"),
    ("245 days", "landing landing-kk"),
    ("245 тәулік", "landing landing-kk"),
    ("космонавт*", "ms28-ru aimbetov"),
    ("wheat OR нефть", "wheat oil"),
    ("қозғалтқыш", "baiterek-kk sunkar"),
    ("Казахстан спутник", "kazsat-ru"),
    ("Qazaqstan jerserik", "kazsat-kk"),
)  # fmt: skip


def fill(tx: sa.Connection, topic: Topic) -> dict[int, str]:
    """Keep and match the texts, and answer their keys by the numbers of their articles."""
    kept = {}
    for age, (key, (language, publisher, title, text)) in enumerate(TEXTS.items()):
        at = NOW - timedelta(days=10 * age)
        told = replace(ARTICLE, title=title, text=text, publisher=publisher, language=language, first_seen=at, stated=at)
        told = replace(told, id=articles.save(tx, replace(told, url=f"https://news.example/{key}")))
        matches.save_match(tx, told, match_article(topic, title, text), at)
        search_index.note(tx, [told.id])
        kept[told.id] = key
    return kept


def recall_at_ten(tx: sa.Connection, topic: Topic, names: Names) -> tuple[float, list[str]]:
    """Say how much of what is wanted stands among the first ten, and what does not."""
    keys = fill(tx, topic)
    missed, shares = [], []
    for typed, wanted in QUERIES:
        found = search.search(tx, parse(typed, NOW.date(), names), NOW.date(), limit=10, names=names)
        missing = set(wanted.split()) - {keys[hit.article["id"]] for hit in found.hits}
        missed += [f"{typed}: {', '.join(sorted(missing))}"] if missing else []
        shares.append(1 - len(missing) / len(wanted.split()))
    return sum(shares) / len(shares), missed
