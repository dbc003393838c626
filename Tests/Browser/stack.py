"""The stack that is tried: where its pages are, who can sign in, and what its API says of itself."""

import json
import os
import subprocess
import urllib.request
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SERVICES = ("petitions", "scoring", "compensation", "notifications")


class Stack:
    def __init__(self, environment=os.environ):
        self.state = Path(environment.get("ECOREDRESS_STATE", ROOT / ".local"))
        self.urls = {name: environment[f"{name.upper()}_URL"].rstrip("/") for name in SERVICES}
        logins = json.loads((self.state / "logins.json").read_text("utf-8"))
        self.passwords = {login["name"]: login["password"] for login in logins}
        self.tokens = {login["name"]: login["token"] for login in logins}
        # Where the provider of OpenID Connect is to listen; none for a stack that was started without one.
        self.issuer = environment.get("OIDC_ISSUER")

    @property
    def roles(self):
        return list(self.passwords)

    def token(self, role, region):
        return subprocess.run(
            [str(ROOT / "deploy/token"), "--role", role, "--region", region], check=True, capture_output=True, text=True,
            env={**os.environ, "ECOREDRESS_STATE": str(self.state)}).stdout.strip()

    @cache
    def contract(self, service):
        """The OpenAPI document of a service."""
        with urllib.request.urlopen(self.urls[service] + "/openapi.json", timeout=20) as answer:
            return json.load(answer)

    def roles_of(self, service, method, path):
        """The roles that a route lets in."""
        operation = self.contract(service)["paths"].get(path, {}).get(method, {})
        return {role for way in operation.get("security", []) for role in way.get("bearer", [])}

    def ask(self, role, service, path, body=None):
        """The API's answer to somebody of this role."""
        request = urllib.request.Request(self.urls[service] + path)
        request.add_header("Authorization", f"Bearer {self.tokens[role]}")
        if body is not None:
            request.add_header("Content-Type", "application/json")
            request.data = json.dumps(body, ensure_ascii=False).encode()
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.load(answer)
