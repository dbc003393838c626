"""Follows every link as a leader and as the others: each page answers, has its structure and keeps its language."""

import re
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin, urlsplit

MOST_PAGES = 400
# Leads to the provider's own pages, which a chapter of its own tries.
ELSEWHERE = "/pages/sign-in/provider"
# So many pages of one kind, such as the cases of a list.
MOST_ALIKE = 4
IDENTITY = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|uscc(:|%3A)\w+|(?<=/)[^/]*\d[^/]*")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
LATIN = re.compile(r"[a-z]{3}")
# What we say ourselves; cells and descriptions hold data, which are in the language of who wrote them.
OWN_WORDS = "th[scope=col], label, legend, button, nav.bar a, nav[aria-label] a, option, .hint, summary"
# Words that are no language's.
NAMES = re.compile(r"CSV|JSON|Open311|OpenAPI|AsyncAPI|Kafka|PostgreSQL|CloudEvents|[A-Z0-9_]+")


@dataclass(frozen=True)
class Seen:
    """One page of each kind, for the tests that look closer."""
    role: str
    url: str
    kind: str


def run(browser, stack, checks):
    """Returns a page of each kind."""
    seen, times = {}, []
    for role in ("leader", "operator", "finance", "agency", "enterprise", "auditor"):
        with browser.visitor(role, language="en") as visitor:
            starts = [f"{url}/pages" for url in stack.urls.values()]
            starts += [f"{url}/pages/sign-in" for url in stack.urls.values()]
            _walk(visitor, stack, role, starts, seen, times, checks)
    times.sort()
    if times:
        print(f"      {len(times)} pages of {len(seen)} kinds; answered in {_share(times, 0.5):.0f} ms (half), "
              f"{_share(times, 0.99):.0f} ms (99 of 100), {times[-1]:.0f} ms (slowest)", flush=True)
    return list(seen.values())


def _share(times, share):
    return times[min(len(times) - 1, int(len(times) * share))]


def _walk(visitor, stack, role, starts, seen, times, checks):
    waiting, known, alike = list(starts), set(starts), {}
    origins = set(stack.urls.values())
    while waiting and len(known) < MOST_PAGES:
        url = waiting.pop(0)
        if "format=csv" in url:
            answer = visitor.page.request.get(url)
            kind = answer.headers.get("content-type", "")
            checks.that(answer.status == 200 and kind.startswith("text/csv"), f"{role}: {url} is answered {answer.status}, {kind}")
            continue
        answer = visitor.page.goto(url, wait_until="load")
        if not checks.that(answer.status == 200, f"{role}: {url} is answered {answer.status}"):
            continue
        timing = answer.request.timing
        times.append(timing["responseStart"] - timing["requestStart"])
        checks.none(visitor.audit(), f"{role}: {url}")
        checks.none([f"Chinese words: {words}" for words in own_words(visitor) if CHINESE.search(words)], f"{role}: {url}")
        # Whoever is not let in is led to the start page.
        seen.setdefault(_kind(visitor.page.url), Seen(role, visitor.page.url, _kind(visitor.page.url)))
        for link in visitor.page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))"):
            found = urldefrag(urljoin(visitor.page.url, link)).url
            parts = urlsplit(found)
            if f"{parts.scheme}://{parts.netloc}" not in origins or found in known or "lang=" in parts.query \
                    or parts.path == ELSEWHERE:
                continue
            checks.that(parts.path.startswith("/pages") or "format=csv" in parts.query, f"{role}: {url} leads to {found}, which is no page")
            known.add(found)
            kind = _kind(found)
            alike[kind] = alike.get(kind, 0) + 1
            if alike[kind] <= MOST_ALIKE:
                waiting.append(found)


def own_words(visitor):
    """The words of a page that are ours, without those that are said to be of another language."""
    return visitor.page.eval_on_selector_all(
        OWN_WORDS, "all => all.filter(one => !one.closest('[lang]:not(html)')).map(one => one.textContent.trim())")


def untranslated(visitor):
    """Our own words on a Chinese page that have nothing Chinese in them."""
    return [words for words in own_words(visitor) if LATIN.search(NAMES.sub("", words)) and not CHINESE.search(words)]


def _kind(url):
    parts = urlsplit(url)
    names = "&".join(sorted({pair.split("=")[0] for pair in parts.query.split("&") if pair}))
    return f"{parts.netloc}{IDENTITY.sub('*', parts.path)}?{names}"
