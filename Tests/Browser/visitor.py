"""Browsers as people have them: a language, a width, with scripts or without, signed in or not."""

import re
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

AUDIT = (Path(__file__).parent / "audit.js").read_text("utf-8")
# As this user Chromium's own sandbox cannot be had in containers; it only ever sees our own pages.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


class Visitor:
    def __init__(self, page, stack, shots):
        self.page, self.stack, self._shots = page, stack, shots
        page.set_default_timeout(10_000)

    def open(self, service, path):
        """Opens a page and returns the answer."""
        return self.page.goto(self.stack.urls[service] + path, wait_until="load")

    def sign_in(self, role, password=None, next_page="/pages", service="petitions"):
        self.open(service, f"/pages/sign-in?next={next_page}")
        self.page.fill("#name", role)
        self.page.fill("#password", password or self.stack.passwords[role])
        self.page.click("form:has(#password) button")
        self.page.wait_for_load_state("load")

    def bring(self, token):
        """Signs in by the cookie alone: for tests of something else."""
        self.page.context.add_cookies([
            {"name": "ecoredress_session", "value": token, "url": url + "/pages", "httpOnly": True, "sameSite": "Lax"}
            for url in self.stack.urls.values()])

    @property
    def is_signed_in(self):
        return self.page.locator('form[action="/pages/sign-out"]').count() == 1

    def text(self, where="main"):
        return self.page.inner_text(where)

    def audit(self):
        """What is wrong with the page for whoever cannot see it well or uses no mouse."""
        return self.page.evaluate(f"() => {{ {AUDIT}\n return audit(); }}")

    def shot(self, name):
        self._shots.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=self._shots / (re.sub(r"[^\w-]+", "-", name) + ".png"), full_page=True)


class Browser:
    def __init__(self, stack, shots):
        self._stack, self._shots = stack, shots

    def __enter__(self):
        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        return self

    def __exit__(self, *_):
        self._browser.close()
        self._playwright.stop()

    @contextmanager
    def visitor(self, role=None, language="zh-CN", width=1280, scripts=True, dark=False):
        context = self._browser.new_context(
            locale=language, viewport={"width": width, "height": 800}, java_script_enabled=scripts,
            color_scheme="dark" if dark else "light", reduced_motion="reduce")
        visitor = Visitor(context.new_page(), self._stack, self._shots)
        if role:
            visitor.bring(self._stack.tokens[role])
        try:
            yield visitor
        finally:
            context.close()
