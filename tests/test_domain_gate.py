"""A page's text is judged only where it is the article: no wall, no stub, no error, in five languages."""
# ruff: noqa: E501 (walls stand here whole, as pages show them)

import pytest

from monitor.domain.articles.article import Page, gate, own_words
from monitor.domain.feeds.feed import Entry

ARTICLE = (
    "Russia will rebuild the service platform of Site 31 at Baikonur, the agency said on Wednesday. The work began in December. "
    "Engineers took spare parts from a depot and moved them to the pad. The first launch is expected in the spring."
)
TITLE = "Service platform at Baikonur pad to be rebuilt"


def judge(text, feed_text="", title=TITLE):
    return gate(Page(title=title, text=text), feed_text, title)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param(
            "We and our 842 partners use cookies and store personal data on your device. You can accept all or manage preferences.",
            "consent wall",
            id="en",
        ),
        pytest.param(
            "Before you continue to the site. We use cookies to deliver services and measure audiences. Accept all. Manage your choices.",
            "consent wall",
            id="en, short",
        ),
        pytest.param(
            "Мы используем файлы cookie для улучшения работы сайта. Продолжая просмотр, вы даёте согласие на использование cookie и обработку данных.",
            "consent wall",
            id="ru",
        ),
        pytest.param(
            "Біз сайтта cookie пайдаланамыз. Жалғастыра отырып, сіз деректеріңізді өңдеуге келісім бересіз: деректерді өңдеу шарттары осында.",
            "consent wall",
            id="kk",
        ),
        pytest.param(
            "Wir und unsere 150 Partner verwenden Cookies, um Inhalte zu personalisieren. Mit Klick auf Alle akzeptieren geben Sie Ihre Einwilligung.",
            "consent wall",
            id="de",
        ),
        pytest.param(
            "Nous et nos 98 partenaires utilisons des cookies pour mesurer l'audience. Vous pouvez tout accepter ou continuer sans accepter.",
            "consent wall",
            id="fr",
        ),
        pytest.param(
            "Please verify you are human by completing the action below. Enable JavaScript and cookies to continue. Ray ID: 8a7c",
            "bot wall",
            id="a bot wall, en",
        ),
        pytest.param(
            "Подтвердите, что вы не робот. Идёт проверка браузера перед переходом на сайт, включите JavaScript и обновите страницу.",
            "bot wall",
            id="a bot wall, ru",
        ),
        pytest.param(
            "Сайтқа кіру үшін робот емес екеніңізді растаңыз. Браузеріңіз тексерілуде, бұл бірнеше секунд алады, күте тұрыңыз.",
            "bot wall",
            id="a bot wall, kk",
        ),
        pytest.param(
            "The pad at Baikonur will be rebuilt, officials said.\n\nSubscribe to continue reading this article. Already a subscriber? Log in.",
            "paywall stub",
            id="a paywall, en",
        ),
        pytest.param(
            "Площадку Байконура восстановят к весне.\n\nМатериал доступен только подписчикам. Оформите подписку, чтобы читать дальше.",
            "paywall stub",
            id="a paywall, ru",
        ),
        pytest.param(
            "Байқоңыр алаңы қалпына келтіріледі.\n\nМақала жазылушыларға ғана қолжетімді. Толық оқу үшін жазылымды рәсімдеңіз.",
            "paywall stub",
            id="a paywall, kk",
        ),
        pytest.param(
            "Die Rampe wird erneuert.\n\nWeiterlesen mit Abo: Dieser Artikel ist nur für Abonnenten. Bereits Abonnent? Hier anmelden.",
            "paywall stub",
            id="a paywall, de",
        ),
        pytest.param(
            "Le pas de tir sera réparé.\n\nCet article est réservé aux abonnés. Déjà abonné ? Connectez-vous pour lire la suite.",
            "paywall stub",
            id="a paywall, fr",
        ),
        pytest.param(
            "Page not found. The page that you requested does not exist or has been removed. Go back to the home page or search.",
            "error page",
            id="an error, en",
        ),
        pytest.param(
            "Ошибка 404. Запрашиваемая страница не найдена. Страница, которую вы ищете, удалена или не существует, вернитесь назад.",
            "error page",
            id="an error, ru",
        ),
        pytest.param(
            "Қате 404. Сіз іздеген бет табылмады. Бұл бет жойылған немесе мекенжайы өзгерген, басты бетке қайта оралыңыз.",
            "error page",
            id="an error, kk",
        ),
        pytest.param("Menu", "too short: 4 characters", id="nearly nothing"),
        pytest.param(
            "Subsidies for sunflower farmers were the theme of the week in all regional papers, which you find in the list below.",
            "does not speak of what the feed announced",
            id="another page",
        ),
        pytest.param(
            "The pad at Baikonur: service works are going on, see below for all that we know of them.",
            "too short: 88 characters, the feed itself says more",
            id="less than the feed",
        ),
    ],
)
def test_what_is_no_article_is_refused_with_its_reason(text, reason):
    assert judge(text, feed_text=ARTICLE) == reason


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ARTICLE, id="a short article"),
        pytest.param(f"{ARTICLE}\n\nWe use cookies. Accept all.", id="an article with a banner"),
        pytest.param(f"{ARTICLE * 3}\n\nSubscribe to read more stories like this.", id="an article with an appeal"),
        pytest.param("Baikonur's damaged service platform will be rebuilt by spring, Roscosmos says - agency.", id="a flash"),
        pytest.param("Площадку на Байконуре восстановят. " * 8, id="another language than the title's first words"),
    ],
)
def test_an_article_passes(text):
    title = "Площадку восстановят" if text.startswith("Площадку") else TITLE
    assert judge(text, feed_text="The pad will be rebuilt.", title=title) is None


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        pytest.param(f"{TITLE}  Steppe Wire", "", id="title and publisher, as aggregators have it"),
        pytest.param(TITLE, "", id="the title once more"),
        pytest.param(f"{TITLE}. The work began in December.", f"{TITLE}. The work began in December.", id="more than the title"),
    ],
)
def test_a_feed_says_nothing_where_it_says_the_title_again(summary, said):
    assert own_words(Entry("1", None, TITLE, summary, publisher="Steppe Wire")) == said
