"""The agencies at the other end: one process that takes every webhook, and who asks for them."""

import base64
import hashlib
import hmac
import subprocess
import time
import urllib.request

from .process import Trouble

SAMPLE = 97


class Agencies:
    """Tests/Benchmarks/webhooks.c at work."""

    def __init__(self, state):
        self._lines, self._samples = state / "log" / "webhooks.log", state / "webhook-samples"
        self._process = subprocess.Popen(
            [state / "webhooks", self._lines, self._samples, str(SAMPLE)], stdout=subprocess.PIPE, text=True)
        self.port = int(self._process.stdout.readline())

    def count(self):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/", timeout=10) as answer:
            return int(answer.read())

    def until(self, count, limit):
        deadline = time.monotonic() + limit
        while (there := self.count()) < count:
            if time.monotonic() > deadline:
                raise Trouble(f"only {there} of {count} deliveries came within {limit:.0f} s")
            time.sleep(0.1)

    def rows(self):
        """When each delivery came, its webhook-id, and what it is about."""
        self.count()  # everything is written before it answers
        found = [line.split(" ") for line in self._lines.read_text().splitlines()]
        return [(int(at) / 1e9, name, subject) for at, name, _, subject in found]

    def verify(self, secrets):
        """That samples are signed with the secret of the endpoint they came to (Standard Webhooks 1.0)."""
        with open(self._samples, "rb") as samples:
            number = 0
            while line := samples.readline():
                path, name, stamp, given, length = line.decode().rstrip("\n").split("\t")
                body = samples.read(int(length) + 1)[:-1]
                key = base64.b64decode(secrets[int(path[1:])].removeprefix("whsec_"))
                digest = hmac.new(key, f"{name}.{stamp}.".encode() + body, hashlib.sha256).digest()
                if "v1," + base64.b64encode(digest).decode() not in given.split():
                    raise Trouble(f"a delivery to {path} is not signed with its secret")
                number += 1
        return number

    def stop(self):
        self._process.terminate()
        self._process.wait(20)
