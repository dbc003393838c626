"""Finds the pages of a service as people do: by its bar, its links, and the filters of its lists.

No list of pages is kept here: what a service leads somebody to is what is found, and whatever page is added to it later.
"""

import http.client
import re
import time
from html.parser import HTMLParser
from urllib.parse import parse_qsl, quote, unquote, urldefrag, urlencode, urljoin, urlsplit

# What differs between pages of one kind: the case, the subject, the month.
IDENTITY = re.compile(r"(?<=/)(?:[^/]*\d[^/]*|(?:site|uscc|person)(?::|%3A)[^/]*)", re.IGNORECASE)
# So many pages of one kind are asked for in turn; the links of so many are followed.
ALIKE, FOLLOWED = 50, 2


class Browser:
    """One person's browser: a session in its cookie, no scripts."""

    def __init__(self, port, token=None):
        self.origin = f"http://127.0.0.1:{port}"
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self._headers = {"Accept-Language": "zh-CN", "Sec-Fetch-Site": "same-origin"}
        if token:
            self._headers["Cookie"] = f"ecoredress_session={token}"

    def open(self, path, form=None):
        """The status, where it leads, and the page."""
        if form is None:
            self._connection.request("GET", path, headers=self._headers)
        else:
            self._connection.request("POST", path, urlencode(form), {
                **self._headers, "Content-Type": "application/x-www-form-urlencoded"})
        answer = self._connection.getresponse()
        return answer.status, answer.getheader("Location"), answer.read()

    def times(self, paths, count, form=None):
        """Milliseconds of each of so many visits to these pages in turn, sorted; and the statuses that were answered."""
        times, statuses = [], set()
        for number in range(count):
            began = time.monotonic()
            status, _, _ = self.open(paths[number % len(paths)], form(number) if form else None)
            times.append((time.monotonic() - began) * 1000)
            statuses.add(status)
        return sorted(times), statuses


class Page(HTMLParser):
    """The links of a page, and the forms that only ask."""

    def __init__(self, content):
        super().__init__()
        self.links, self.forms = [], []
        self._form, self._select = None, None
        self.feed(content.decode())

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "a" and attrs.get("href"):
            self.links.append(attrs["href"])
        elif tag == "form":
            self._form = {"action": attrs.get("action") or "", "typed": [], "choices": {}}
            if (attrs.get("method") or "get").lower() == "get":
                self.forms.append(self._form)
        elif self._form is None or tag == "option" and self._select is None:
            return
        elif tag == "input" and attrs.get("name"):
            self._form["typed"].append(attrs["name"])
        elif tag == "select" and attrs.get("name"):
            self._select = self._form["choices"].setdefault(attrs["name"], [])
        elif tag == "option" and attrs.get("value"):
            self._select.append(attrs["value"])

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = None


class Walk:
    """All that one person is led to, from where the service begins."""

    def __init__(self, browser, typed, starts=("/pages",), narrows=True, apart=()):
        """`typed` is what is typed into fields, by name; `narrows` whether filters are tried; kinds of pages `apart` are not
        visited."""
        self.kinds, self.refused = {}, {}
        self._apart = apart
        self._browser, self._typed, self._starts, self._narrows = browser, typed, list(starts), narrows

    def run(self):
        waiting, known = list(self._starts), set(self._starts)
        followed = {}
        while waiting:
            path = waiting.pop(0)
            kind = kind_of(path)
            if kind in self._apart:
                continue
            alike = self.kinds.setdefault(kind, [])
            if followed.get(kind, 0) >= FOLLOWED:
                if len(alike) < ALIKE:
                    alike.append(path)
                continue
            followed[kind] = followed.get(kind, 0) + 1
            status, location, content = self._browser.open(path)
            if status == 303:
                found = [location]
            elif status != 200:
                self.refused[path] = status
                continue
            else:
                alike.append(path)
                found = self._leads(path, Page(content))
            for target in found:
                target = self._own(path, target)
                if target and target not in known:
                    known.add(target)
                    waiting.append(target)
        self.kinds = {kind: paths for kind, paths in self.kinds.items() if paths}
        return self

    def _own(self, path, target):
        """A page of this service, without its origin; nothing for what is no page, or the same in another language."""
        url = urldefrag(urljoin(self._browser.origin + path, target)).url
        parts = urlsplit(url)
        if not url.startswith(self._browser.origin + "/pages") or "." in parts.path.rpartition("/")[2]:
            return None
        names = {name for name, _ in parse_qsl(parts.query)}
        if names & {"lang", "format", "next"}:
            return None
        return parts.path + ("?" + parts.query if parts.query else "")

    def _leads(self, path, page):
        yield from page.links
        # A list that is narrowed already has the same filters.
        if not self._narrows or set(dict(parse_qsl(urlsplit(path).query))) - {"region"}:
            return
        for form in page.forms:
            action = form["action"] or path.partition("?")[0]
            choices = {name: values for name, values in form["choices"].items() if values}
            typed = {name: self._typed[name] for name in form["typed"] if name in self._typed}
            for name, values in choices.items():
                yield from (f"{action}?{urlencode({name: value})}" for value in values)
            for name, value in typed.items():
                yield f"{action}?{urlencode({name: value})}"
            # Two at a time, and all at once: what hardly any row fits.
            names = list(choices)
            for place, name in enumerate(names[1:]):
                yield f"{action}?{urlencode({names[place]: choices[names[place]][-1], name: choices[name][-1]})}"
            everything = {name: values[-1] for name, values in choices.items()} | typed
            if len(everything) > 2:
                yield f"{action}?{urlencode(everything)}"


def kind_of(path):
    """What pages are alike: the same path but for whose it is, the same filters; further on, whatever the filters say."""
    place, _, query = path.partition("?")
    asked = dict(parse_qsl(query))
    further = "cursor" in asked or "after" in asked
    pairs = [f"{name}=…" if further or name == "region" else f"{name}={value}" for name, value in sorted(asked.items())]
    return IDENTITY.sub("…", quote(unquote(place), safe="/:%")) + ("?" + "&".join(pairs) if pairs else "")
