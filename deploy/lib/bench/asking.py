"""Staff and citizens at the service's HTTP, one after the other on one connection, with a stopwatch."""

import http.client
import json
import time

from .process import Trouble

TIMES = 200
# The service closes a connection on which nothing is asked for a while; filling the books takes longer. Seconds.
IDLE = 10


class Asker:
    def __init__(self, port, token):
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        self._asked = time.monotonic()

    def ask(self, method, path, body=None, wanted=(200, 201)):
        """The answer as JSON; None for a path that this service does not have."""
        data = None if body is None else json.dumps(body, ensure_ascii=False).encode()
        if time.monotonic() - self._asked > IDLE:
            self._connection.close()
        self._connection.request(method, path, body=data, headers=self._headers)
        answer = self._connection.getresponse()
        content = answer.read()
        self._asked = time.monotonic()
        if answer.status not in wanted:
            raise Trouble(f"{method} {path} was answered {answer.status}: {content[:500].decode(errors='replace')}")
        return json.loads(content) if content else {}

    def times(self, method, path, body=None, wanted=(200,), count=TIMES):
        """Milliseconds of each of so many requests, sorted. The path and the body are asked for by number."""
        times = []
        for number in range(count):
            began = time.monotonic()
            self.ask(method, path(number) if callable(path) else path, body(number) if body else None, wanted)
            times.append((time.monotonic() - began) * 1000)
        return sorted(times)


def percentiles(times):
    return times[len(times) // 2], times[min(len(times) - 1, int(len(times) * 0.99))]
