"""Mails in a real browser: no line runs out of a phone, everything can be read by day and by night, nothing is fetched."""

import shutil
from dataclasses import replace

import pytest

from monitor.domain.alerts.rendering.alerts import render
from tests.messages import KINDS, LANGUAGES, LINKS, TOLD, message, to

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: sh .ci/setup dev")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium")

WIDTHS, SCHEMES = (320, 600), ("light", "dark")

# Contrast of every text with the first background behind it, by the formula of WCAG; and what stands out to the right.
LOOK = """() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const found = numbers(getComputedStyle(at).backgroundColor);
      if (found.length === 3 || found[3] > 0) return found;
    }
    return [255, 255, 255];
  };
  const faint = [], wide = [], tiny = [];
  for (const one of document.body.querySelectorAll('*')) {
    const own = [...one.childNodes].filter((node) => node.nodeType === 3 && node.textContent.trim());
    const box = one.getBoundingClientRect();
    if (box.right > innerWidth + 0.5) wide.push(one.outerHTML.slice(0, 120));
    if (!own.length) continue;
    const [a, b] = [light(numbers(getComputedStyle(one).color)), light(behind(one))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) faint.push(one.outerHTML.slice(0, 160));
    if (parseFloat(getComputedStyle(one).fontSize) < 13) tiny.push(one.outerHTML.slice(0, 120));
    if (one.tagName === 'A' && getComputedStyle(one).display === 'inline-block' && box.height < 36) tiny.push(one.outerHTML.slice(0, 120));
  }
  return {faint, wide, tiny, scroll: document.documentElement.scrollWidth, size: getComputedStyle(document.body).fontSize};
}"""


@pytest.fixture(scope="module")
def page():
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        opened = browser.new_page()
        opened.fetched = []
        opened.on("request", lambda request: opened.fetched.append(request.url))
        yield opened
        browser.close()


def looks(page, html):
    """Look at a mail at each width, by day and by night."""
    page.set_content(html)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            yield width, scheme, page.evaluate(LOOK)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_mail_fits_any_width_and_can_be_read_by_day_and_by_night(page, kind):
    for language in LANGUAGES:
        for width, scheme, found in looks(page, message(kind, language).html):
            where = f"{kind} {language} {width} {scheme}"
            assert found["scroll"] <= width, where
            assert (found["wide"], found["faint"], found["tiny"]) == ([], [], []), where
            assert found["size"] == "16px", where
    assert page.fetched == [], "nothing is fetched: no picture, no font, no pixel"


def test_dark_is_dark_and_light_is_light(page):
    page.set_content(message("alert", "en").html)
    shown = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        shown.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert shown == ["rgb(255, 255, 255)", "rgb(21, 24, 28)"]


@pytest.mark.parametrize("wild", ["x" * 300, "https://a.example/" + "ә" * 200, "Ұ" * 150 + " <b>bold</b> " + "—" * 90, "\u202eabc " * 60])
def test_no_outside_text_tears_a_mail_apart(page, wild):
    [novelty, *_] = TOLD.novelties
    torn = replace(
        TOLD,
        article_title=wild,
        publisher=wild,
        storyline_title=wild,
        novelties=(replace(novelty, text=wild, quote=wild, old=wild),),
        values=("x",),
    )
    for width, _, found in looks(page, render(torn, to("en"), LINKS).html):
        assert (found["scroll"], found["wide"]) == (width, [])
