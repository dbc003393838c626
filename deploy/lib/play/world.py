"""What a story has around it: the addresses of the stack, the people with their tokens, and requests over HTTP."""

import json
import os
import secrets
import subprocess
import time
import urllib.error
import urllib.request
from datetime import datetime, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SERVICES = ("petitions", "scoring", "compensation", "notifications")
TOKEN_SECONDS = 3000  # of the hour that a token is good for


class Missing(Exception):
    """Something that must be seen was not, in words for the person in front of the screen; with the service to ask."""

    def __init__(self, what, service=None):
        super().__init__(what)
        self.service = service


class Person:
    """Somebody with a token, who asks the services for something. The token is made by ./deploy/token, as for anybody,
    is good for an hour, and is made anew in time for whoever stays longer."""

    def __init__(self, name, title, roles, regions, world):
        self.name, self.title, self.world = name, title, world
        self._request = [str(ROOT / "deploy/token"), "--subject", name, "--hours", "1"]
        for option, values in (("--role", roles), ("--region", regions)):
            for value in values:
                self._request += [option, value]
        self._token, self._stale = None, 0.0

    @property
    def token(self):
        if time.monotonic() > self._stale:
            made = subprocess.run(self._request, capture_output=True, text=True, check=False)
            if made.returncode:
                raise Missing(f"no token for {self.title}: {made.stderr.strip()}")
            self._token, self._stale = made.stdout.strip(), time.monotonic() + TOKEN_SECONDS
        return self._token

    def get(self, service, path):
        return self._ask("GET", service, path, None, None)

    def post(self, service, path, body, key=None):
        return self._ask("POST", service, path, body, key or secrets.token_hex(16))

    def put(self, service, path, body):
        return self._ask("PUT", service, path, body, secrets.token_hex(16))

    def delete(self, service, path):
        return self._ask("DELETE", service, path, None, secrets.token_hex(16))

    def _ask(self, method, service, path, body, key):
        """The answer as JSON. A service that is busy says so with 503: then the same request is made again."""
        deadline = time.monotonic() + 20
        while True:
            request = urllib.request.Request(self.world.urls[service] + path, method=method)
            request.add_header("Authorization", f"Bearer {self.token}")
            if key:
                request.add_header("Idempotency-Key", key)
            if body is not None:
                request.add_header("Content-Type", "application/json")
                request.data = json.dumps(body, ensure_ascii=False).encode()
            try:
                with urllib.request.urlopen(request, timeout=15) as answer:
                    content = answer.read()
                    return json.loads(content) if content else {}
            except urllib.error.HTTPError as error:
                detail = error.read(4000).decode(errors="replace")
                if error.code == 503 and time.monotonic() < deadline:
                    time.sleep(0.2)
                    continue
                raise Missing(f"{self.title}: {method} {path} was answered {error.code}: {detail}", service) from None
            except (OSError, ValueError) as error:
                raise Missing(f"{self.title}: {method} {path} got no answer: {error}", service) from None


class World:
    """The stack as its environment names it (`. .local/env`)."""

    def __init__(self, environment=os.environ):
        names = ["KAFKA_BOOTSTRAP_SERVERS", "TOPIC_PREFIX"] + [f"{name.upper()}_URL" for name in SERVICES]
        if absent := [name for name in names if name not in environment]:
            raise Missing(f"the environment names no stack ({', '.join(absent)}): . .local/env")
        self.bootstrap_servers = environment["KAFKA_BOOTSTRAP_SERVERS"]
        self.prefix = environment["TOPIC_PREFIX"]
        self.urls = {name: environment[f"{name.upper()}_URL"].rstrip("/") for name in SERVICES}
        self.state = Path(environment.get("ECOREDRESS_STATE", ROOT / ".local"))
        # Every run has its own numbers, so that a second run on the same stack is a second set of cases.
        self.run = datetime.now(timezone.utc).strftime("%y%m%d%H%M%S") + secrets.token_hex(2)
        self.people = {}

    def person(self, name, title, roles, regions):
        """A person with these roles in these regions."""
        if name not in self.people:
            self.people[name] = Person(name, title, roles, regions, self)
        return self.people[name]

    def topic(self, name):
        return self.prefix + name

    def business_now(self):
        """The business instant of the stack: the real one, or where its clock stands."""
        operator = self.person("play-operator", "运维员", ["operator"], ["360000"])
        return datetime.fromisoformat(operator.get("petitions", "/operator/clock")["now"])

    def log(self, service):
        return self.state / "log" / f"{service}-1.log"

    def readiness(self, service):
        """What a service says of itself, whatever its status code."""
        try:
            with urllib.request.urlopen(self.urls[service] + "/readyz", timeout=3) as answer:
                return answer.read(2000).decode(errors="replace")
        except urllib.error.HTTPError as error:
            return error.read(2000).decode(errors="replace")
        except OSError as error:
            return f"no answer: {error}"
