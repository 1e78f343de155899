"""The page in a real browser: every page read, every action done, with and without JavaScript, on a phone and on a desk."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Response, expect, sync_playwright

from tests.page import page_of, week_in

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
DEVELOPMENT = "/developments/baiterek%232026-11-09-1"
PAGES = [
    *("/", "/?day=2026-11-12", "/storylines", "/storylines/baiterek", "/storylines/lease_jurisdiction?as_of=2026-11-10", DEVELOPMENT),
    *("/articles/20", "/articles/21", "/articles/4", "/articles/66/against/20", "/search?q=Бәйтерек+rent", "/search?q=nothing:here"),
    *("/held", "/held?sample=1", "/feeds", "/feeds/1", "/deliveries", "/deliveries/3", "/reviews", "/about", "/no/such/page"),
]
NARROW, WIDE = {"width": 360, "height": 740}, {"width": 1280, "height": 900}

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None and not os.environ.get("CI"), reason="no chromium here: apt-get install chromium"),
    pytest.mark.timeout(240),
]


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def site(played_week, tmp_path_factory):
    with page_of(week_in(tmp_path_factory.mktemp("browser") / "week", played_week)) as served:
        yield served


@contextmanager
def visiting(browser, site, **how) -> Iterator[Page]:
    """Open a fresh window; at its end nothing was complained of, and nothing was asked of anybody else."""
    window = browser.new_context(viewport=WIDE, base_url=site.address, **how)
    page = window.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    yield page
    window.close()
    assert [one for one in complaints if "404 (Not Found)" not in one and "409 (Conflict)" not in one] == []
    assert [url for url in asked if not url.startswith(site.address)] == []


# ── reading ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_read_by_everybody(browser, site, path):
    """No violation of the accessibility rules, no sideways scrolling, no complaint: wide and light, narrow and dark."""
    with visiting(browser, site) as page:
        for size, scheme in ((WIDE, "light"), (NARROW, "dark")):
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=scheme)
            answer = page.goto(path)
            assert answer is not None
            assert answer.status == (404 if path.startswith("/no/") else 200)
            assert len(answer.body()) < 100_000
            for folded in page.locator("main details").all():
                folded.evaluate("one => one.open = true")
            assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
            rules = {} if scheme == "light" else {"runOnly": ["color-contrast", "target-size"]}  # the rest is the same in the dark
            found = Axe().run(page, options=rules | {"resultTypes": ["violations"]}).response["violations"]  # not what is well too
            assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_the_first_page_is_light(browser, site):
    with visiting(browser, site) as page:
        answers: list[Response] = []
        page.on("response", lambda answer: answers.append(answer))
        page.goto("/?day=2026-11-12", wait_until="networkidle")
        # Asked for here: within the event one answer would wait for the next.
        sizes = [answer.request.sizes()["responseBodySize"] for answer in answers]
        assert len(sizes) >= 4
        assert sum(sizes) < 100_000


def test_what_came_from_outside_is_only_text(browser, played_week, tmp_path):
    hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script>\u202egnp.exe'
    with page_of(week_in(tmp_path / "week", played_week)) as site:
        with site.desk.writing() as tx:
            for table, column in (("articles", "title"), ("articles", "text"), ("articles", "publisher"), ("feeds", "last_error")):
                tx.exec_driver_sql(f"UPDATE {table} SET {column} = ?", (hostile,))
            tx.exec_driver_sql("UPDATE developments SET summary = ?", (hostile,))
            tx.exec_driver_sql("UPDATE articles SET link = 'javascript:alert(3)'")
        for path in ("/?day=2026-11-12", "/storylines/baiterek", DEVELOPMENT, "/articles/20", "/held", "/feeds", f"/search?q={hostile}"):
            with visiting(browser, site) as page:
                page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
                page.goto(path)
                assert page.locator("img, script:not([src])").count() == 0
                assert page.locator("a[href^='javascript']").count() == 0
                assert "\u202e" not in page.content()


# ── walking ───────────────────────────────────────────────────────────────────


def test_an_analyst_needs_no_mouse(browser, site):
    with visiting(browser, site) as page:
        page.goto("/?day=2026-11-12")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
        page.keyboard.press("j")
        page.keyboard.press("j")
        expect(page.locator("main h3 > a").nth(1)).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_url("**/developments/**")
        page.keyboard.press("g")
        page.keyboard.press("s")
        page.wait_for_url("**/storylines")
        page.keyboard.press("/")
        expect(page.locator("#find")).to_be_focused()
        page.keyboard.type("Байконур")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?q=*")
        page.keyboard.press("?")
        page.wait_for_url("**/about")
        page.goto("/?day=2026-11-29")
        page.keyboard.press("k")
        page.wait_for_url("**/?day=2026-11-15")


def test_results_come_while_one_types(browser, site):
    with visiting(browser, site) as page:
        page.goto("/search")
        page.locator("#q").press_sequentially("Мусабаев")
        expect(page.locator("#found mark").first).to_be_visible()
        page.wait_for_url("**/search?q=%D0%9C*")
        assert page.locator("#found").count() == 1
        page.locator("#order").select_option("date")
        page.wait_for_url("**order=date*")


def test_a_day_and_a_past_state_are_chosen(browser, site):
    with visiting(browser, site) as page:
        page.goto("/")
        page.get_by_label("Day", exact=True).fill("2026-11-10")
        page.get_by_role("button", name="Go").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Tuesday, 10 November 2026")
        page.goto("/storylines/baiterek")
        page.get_by_label("Day", exact=True).fill("2026-11-08")
        page.get_by_role("button", name="Show").click()
        expect(page.get_by_role("status")).to_have_count(0)
        expect(page.locator("main")).not_to_contain_text("25 февраля")


# ── correcting ────────────────────────────────────────────────────────────────


def said(page):
    return page.locator(".said")


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
def test_every_correction_is_made_and_taken_back(browser, played_week, tmp_path, scripts):
    with page_of(week_in(tmp_path / "week", played_week)) as site, visiting(browser, site, java_script_enabled=scripts) as page:
        page.goto("/articles/25")
        page.get_by_role("button", name="Not relevant").click()
        expect(said(page)).to_contain_text("Not relevant: it counts as no match")
        page.get_by_role("button", name="Relevant", exact=True).click()
        expect(said(page)).to_contain_text("it counts as a match")

        page.goto("/articles/26")
        page.get_by_role("button", name="New", exact=True).click()
        expect(said(page)).to_contain_text("it opens the development")
        page.get_by_role("button", name="Undo").first.click()
        expect(said(page)).to_contain_text("Undone")

        page.goto("/articles/28")
        page.get_by_text("Another storyline").click()
        page.get_by_label("It belongs to").select_option("crewed_flights")
        page.get_by_role("button", name="Move").click()
        expect(said(page)).to_contain_text("it lies in crewed_flights")

        page.goto("/articles/29")
        page.get_by_text("Same as another").click()
        page.get_by_label("Number of an article").fill("31")
        page.get_by_role("button", name="Merge").click()
        expect(said(page)).to_contain_text("it is a repeat in kazakh_satellites")

        page.goto("/articles/33")
        page.get_by_text("Another storyline").click()
        page.get_by_label("It opens a storyline called").fill("Rent in roubles")
        page.get_by_role("button", name="Open").click()
        expect(said(page)).to_contain_text("it opens the storyline rent-in-roubles-33")
        page.get_by_text("Another date").click()
        page.get_by_label("It was published on").fill("2026-11-02")
        page.get_by_role("button", name="Correct", exact=True).click()
        expect(said(page)).to_contain_text("it was published on 2026-11-02")

        page.goto(DEVELOPMENT)
        page.get_by_text("Retract the alert").click()
        page.get_by_label("Why").fill("it was a drill")
        page.get_by_label("Tell those who got it").check()
        page.get_by_role("button", name="Retract", exact=True).click()
        expect(said(page)).to_contain_text("; 2 told")
        expect(page.locator("main")).to_contain_text("Retracted")
        page.goto("/deliveries?state=pending")
        expect(page.get_by_role("link", name=re.compile("^RETRACTED: "))).to_have_count(2)

        page.goto("/reviews")
        expect(page.locator("main .rows > li")).to_have_count(8)


def test_a_verdict_that_cannot_be_given_says_why(browser, site):
    with visiting(browser, site) as page:
        page.goto("/articles/20")
        page.get_by_text("Same as another").click()
        page.get_by_label("Number of an article").fill("99999")
        page.get_by_role("button", name="Merge").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("article 99999 tells no development")


def test_a_sample_of_what_was_held_is_judged(browser, played_week, tmp_path):
    with page_of(week_in(tmp_path / "week", played_week)) as site, visiting(browser, site) as page:
        page.goto("/held")
        page.get_by_label("Reason").select_option("repeat")
        page.get_by_role("button", name="A sample to judge").click()
        expect(page.locator(".held > li")).to_have_count(10)
        page.get_by_role("button", name="Rightly held").first.click()
        expect(said(page)).to_contain_text("Not new: noted: it agrees with what was decided")


# ── feeds and messages ────────────────────────────────────────────────────────


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Pad</title><id>urn:pad</id><updated>2026-11-20T00:00:00Z</updated>
<entry><id>urn:pad:1</id><title>Rain at the pad</title><updated>2026-11-20T00:00:00Z</updated></entry></feed>"""


def test_feeds_are_added_tested_paused_and_resumed(browser, played_week, tmp_path, local_web):
    address = local_web.serve("/pad.xml", ATOM, content_type="application/atom+xml")
    with page_of(week_in(tmp_path / "week", played_week)) as site, visiting(browser, site) as page:
        page.goto("/feeds")
        page.get_by_text("Add a feed").click()
        page.get_by_label("Address").fill(address)
        page.get_by_label("Short name").fill("pad")
        page.get_by_role("button", name="Ask it once, and add it").click()
        expect(said(page)).to_contain_text("1 entries. Its first poll is a baseline")
        assert address in (tmp_path / "week" / "config" / "feeds.yaml").read_text(encoding="utf-8")

        page.get_by_role("button", name="Pause pad").click()
        expect(said(page)).to_contain_text("pad is paused")
        page.get_by_role("button", name="Resume pad").click()
        expect(said(page)).to_contain_text("pad is asked again")
        page.get_by_role("button", name="Test pad").click()
        expect(said(page)).to_contain_text("pad answers: 1 entries")

        page.get_by_text("Add a feed").click()
        page.get_by_label("Address").fill(f"{local_web.url}/nothing.xml")
        page.get_by_role("button", name="Ask it once, and add it").click()
        expect(said(page)).to_contain_text("answered 404")


def test_a_message_that_was_refused_is_tried_again(browser, played_week, tmp_path):
    with page_of(week_in(tmp_path / "week", played_week)) as site, visiting(browser, site) as page:
        with site.desk.writing() as tx:
            tx.exec_driver_sql("UPDATE deliveries SET state = 'given up', verdict = '550 no such user' WHERE id IN (5, 6)")
        page.goto("/deliveries?state=given+up")
        page.get_by_role("button", name="Retry message 5").click()
        expect(said(page)).to_contain_text("1 message will be tried again at once")
        page.get_by_role("button", name="Try all refused ones again").click()
        expect(said(page)).to_contain_text("will be tried again at once")
