"""The standing business clocks of the four services, and how they are moved together."""

import json
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

BEIJING = timezone(timedelta(hours=8))


class Trouble(Exception):
    """What went wrong, in words for the person who asked."""


class Service:
    def __init__(self, name, url, token):
        self.name, self.url, self.token = name, url.rstrip("/") + "/operator/clock", token

    def clock(self):
        return self._ask(None)

    def move(self, moment):
        return self._ask({"now": text(moment)})

    def _ask(self, body):
        request = urllib.request.Request(self.url, method="POST" if body else "GET")
        request.add_header("Authorization", f"Bearer {self.token}")
        if body:
            request.add_header("Content-Type", "application/json")
            request.data = json.dumps(body).encode()
        try:
            with urllib.request.urlopen(request, timeout=15) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            detail = error.read(2000).decode(errors="replace")
            hint = " Start the stack with a standing clock: ./deploy/run --clock INSTANT" if error.code in (404, 409) else ""
            raise Trouble(f"{self.name} answered {error.code}: {detail}{hint}") from None
        except (OSError, ValueError) as error:
            raise Trouble(f"{self.name} does not answer at {self.url}: {error}") from None


class Stack:
    def __init__(self, services, deadline):
        self.services, self.deadline = services, deadline
        self.threads = ThreadPoolExecutor(len(services))

    def clocks(self):
        return list(self.threads.map(Service.clock, self.services))

    def move(self, moment):
        list(self.threads.map(lambda service: service.move(moment), self.services))

    def at_rest(self):
        """Waits until nothing is pending anywhere twice in a row: what left one service between two looks has reached
        the next by the second. Returns that second look."""
        quiet = 0
        while True:
            clocks = self.clocks()
            busy = {s.name: c["pending"] for s, c in zip(self.services, clocks) if any(c["pending"].values())}
            quiet = 0 if busy else quiet + 1
            if quiet == 2:
                return clocks
            if time.monotonic() > self.deadline:
                raise Trouble(f"not at rest within the time limit; pending: {json.dumps(busy)}. Look at the dead "
                              "letters and the logs, or give it longer with --limit")
            time.sleep(0.05)


def moment(value):
    try:
        parsed = datetime.fromisoformat(value)
    except ValueError:
        raise Trouble(f'"{value}" is no moment; write 2025-01-06T09:00:00+08:00') from None
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=BEIJING)


def text(value):
    return value.astimezone(timezone.utc).isoformat().replace("+00:00", "Z")
