"""A page of each kind, looked at closer: in Chinese, narrow, dark, without scripts, by keyboard."""

from itertools import groupby
from urllib.parse import urlsplit

from crawl import untranslated

TABS = 60
FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const style = getComputedStyle(at);
  const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  return { seen, where: at.outerHTML.slice(0, 80), box: at.getBoundingClientRect().width };
}"""
TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= room) return null;
  const wide = [...document.querySelectorAll("body *")].filter((one) =>
    !one.parentElement.closest(".wide") && !one.matches(".wide, .skip")
    && (one.getBoundingClientRect().right > room + 1 || one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0));
  return (wide.pop() || document.body).outerHTML.replace(/\\s+/g, " ").slice(0, 120);
}"""


def by_role(pages):
    return groupby(sorted(pages, key=lambda page: page.role), key=lambda page: page.role)


def chinese(browser, pages, checks):
    for role, group in by_role(pages):
        with browser.visitor(role) as visitor:
            for page in group:
                visitor.page.goto(page.url, wait_until="load")
                checks.that(visitor.page.get_attribute("html", "lang") == "zh-CN", f"{page.url} is not Chinese")
                checks.none([f"no Chinese word for {words!r}" for words in untranslated(visitor)], page.url)
                checks.none(visitor.audit(), page.url)
                visitor.shot("page-" + page.kind.partition("/")[2])


def narrow(browser, pages, checks):
    for language in ("zh-CN", "en"):
        for role, group in by_role(pages):
            with browser.visitor(role, language=language, width=360) as visitor:
                for page in group:
                    visitor.page.goto(page.url, wait_until="load")
                    wide = visitor.page.evaluate(TOO_WIDE)
                    checks.that(wide is None, f"{page.url} ({language}) is wider than the screen, by {wide}")
                    if language == "zh-CN":
                        visitor.shot("narrow-" + page.kind.partition("/")[2])


def dark(browser, pages, checks):
    for role, group in by_role(pages):
        with browser.visitor(role, dark=True) as visitor:
            for page in group:
                visitor.page.goto(page.url, wait_until="load")
                checks.none(visitor.audit(), f"{page.url} (dark)")


def scriptless(browser, pages, checks):
    """With scripts off a page has all it has with them."""
    words = {}
    for scripts in (True, False):
        for role, group in by_role(pages):
            with browser.visitor(role, scripts=scripts) as visitor:
                for page in group:
                    visitor.page.goto(page.url, wait_until="load")
                    shape = visitor.page.eval_on_selector_all(
                        "main h1, main h2, main th, main label, main a, main button", "all => all.length")
                    words.setdefault(page.url, []).append(shape)
    for url, (with_scripts, without) in words.items():
        # A page that follows along may have gained a line in between.
        checks.that(without > 0 and abs(with_scripts - without) <= 0.2 * with_scripts + 2,
                    f"{url} has {without} parts without scripts and {with_scripts} with them")


def keyboard(browser, pages, checks):
    for role, group in by_role(pages):
        with browser.visitor(role) as visitor:
            for page in group:
                visitor.page.goto(page.url, wait_until="load")
                focused = []
                for _ in range(TABS):
                    visitor.page.keyboard.press("Tab")
                    if not (at := visitor.page.evaluate(FOCUS)):
                        break
                    focused.append(at)
                checks.that(
                    focused and 'class="skip"' in focused[0]["where"], f"{page.url}: the first stop is not the way to the content")
                checks.none([f"the focus is not seen at {at['where']}" for at in focused if not at["seen"]], page.url)


def languages(browser, pages, checks):
    """The link to the other language leads to the same page in it, and back."""
    for role, group in by_role(pages):
        with browser.visitor(role) as visitor:
            for page in group:
                visitor.page.goto(page.url, wait_until="load")
                for wanted in ("en", "zh-CN"):
                    visitor.page.click(f'.languages a[hreflang="{wanted}"]')
                    visitor.page.wait_for_load_state("load")
                    checks.that(
                        visitor.page.get_attribute("html", "lang") == wanted
                        and urlsplit(visitor.page.url).path == urlsplit(page.url).path,
                        f"{page.url} in {wanted} leads to {visitor.page.url}")
