"""Every page and every answer on both databases: what the pages ask is asked of each."""

from dataclasses import replace
from urllib.parse import quote

from monitor.domain.feeds.feed import FeedSettings
from monitor.domain.judging.storyline import Decision
from monitor.domain.matching.topic import compile_topic
from monitor.store import feeds
from monitor.web.api import ENDPOINTS
from monitor.web.desk import make_desk
from monitor.web.exports import FORMS
from monitor.web.server import served
from monitor.wiring import utc_now
from tests.page import Asker, settings_in
from tests.test_store_reviews import AGAIN, CRANE, HOLM, LATER, Shelf

KEY = "yard%232024-03-10-1"
PAGES = [
    *("/", "/?day=2024-03-10", "/storylines", "/storylines/yard", "/storylines/yard?as_of=2024-03-11", f"/developments/{KEY}"),
    *("/articles/1", "/articles/2/against/1", "/search?q=crane", "/search?q=&order=date", "/held", "/held?reason=repeat&storyline=yard"),
    *("/held?sample=2&day=2024-03-10", "/feeds", "/feeds/1", "/deliveries?state=sent", "/reviews", "/about"),
    *(f"/export/{name}.{form}" for name in ("articles", "developments") for form in FORMS),
    *("/export/brief/yard.md", "/export/citation/1.bib", "/export/evidence/{number}.zip"),
    *(one.path.format(id=1, key=KEY, slug="yard") for one in ENDPOINTS),
    "/api/developments?storyline=yard&before=999",
]


def test_every_page_answers(db, tmp_path):
    settings = settings_in(tmp_path)
    with db.begin() as tx:
        shelf = Shelf(tx)
        first = shelf.place(1, CRANE, Decision("development", "push", "yard"))
        shelf.place(2, AGAIN, Decision("repeat", "store", "yard", development="yard#2024-03-10-1", of=first, held="nothing new"), 2)
        shelf.place(3, HOLM, Decision("opening", "digest", "dock"), 4)
        shelf.give(2, "wrong-date", day=LATER.date())
        feeds.sync(tx, [FeedSettings("https://a.example/feed", "a", "A")], LATER)
        number = tx.exec_driver_sql("SELECT id FROM developments WHERE key = 'yard#2024-03-10-1'").scalar()
    desk = make_desk(replace(settings, web=replace(settings.web, port=0)), db, compile_topic(settings.topic), utc_now)
    with served(desk) as address:
        page = Asker(str(address), desk)
        wrong = {path: page.ask(path.format(number=number)).status for path in PAGES}
        acted = page.ask("/reviews", "POST", {"article": "1", "verdict": "not-new", "correct": "yes"})
    assert {path: status for path, status in wrong.items() if status != 200} == {}
    assert acted.status == 303


TYPED = ["<script>", "x" * 5000, "\u202e", "\0", "'; DROP TABLE articles; --"]
ASKED = ["/search?q={}", "/storylines?q={}", "/held?reason={}&storyline={}&day={}&before={}", "/?day={}", "/deliveries?channel={}"]


def test_whatever_is_typed_is_answered(db, tmp_path):
    settings = settings_in(tmp_path)
    desk = make_desk(replace(settings, web=replace(settings.web, port=0)), db, compile_topic(settings.topic), utc_now)
    with served(desk) as address:
        page = Asker(str(address), desk)
        answers = {(path, text): page.ask(path.replace("{}", quote(text, safe=""))) for path in ASKED for text in TYPED}
        lost = [page.ask(f"/{place}/{quote(text[:50], safe='')}").status for place in ("storylines", "developments") for text in TYPED]
    assert {asked: answer.status for asked, answer in answers.items() if answer.status != 200} == {}
    assert not any("<script>" in answer.text.replace("<script src", "") for answer in answers.values())
    assert set(lost) == {404}
