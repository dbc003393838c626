"""A small provider of OpenID Connect that the tests play themselves: it speaks the protocol and is strict about it.

Whoever comes is asked for a name; it hands out one code for each sign-in, exchanges it once, and only for the verifier that
its challenge was made from. Its access tokens are those of the stack, signed with the key that the services trust.
"""

import base64
import hashlib
import html
import json
import secrets
import subprocess
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

CLIENT, SECRET = "pages", "tried-in-a-browser"


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Provider:
    """`fault` is what it does wrong with the next sign-in; `seen` what it was asked."""

    def __init__(self, stack):
        self.stack, self.fault, self.seen, self._codes = stack, None, [], {}
        self._key = stack.state / "keys/token-signing.pem"
        self._identifier = json.loads((stack.state / "keys/jwks.json").read_text())["keys"][0]["kid"]
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                parts = urlsplit(self.path)
                asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
                answer = {"/.well-known/openid-configuration": provider.discover, "/authorize": provider.authorize}
                self._answer(*answer.get(parts.path, lambda _: (404, "text/plain", "", {}))(asked))

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
                asked = {name: values[0] for name, values in parse_qs(body).items()}
                answer = {"/authorize": provider.agree, "/token": provider.exchange}
                work = answer.get(urlsplit(self.path).path, lambda *_: (404, "text/plain", "", {}))
                self._answer(*work(asked, self.headers.get("Authorization", "")))

            def _answer(self, status, kind, text, headers):
                self.send_response(status)
                for name, value in {"Content-Type": kind, **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", urlsplit(stack.issuer).port), Handler)

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    def discover(self, _):
        issuer = self.stack.issuer
        return 200, "application/json", json.dumps({
            "issuer": issuer, "authorization_endpoint": issuer + "/authorize", "token_endpoint": issuer + "/token",
            "response_types_supported": ["code"], "code_challenge_methods_supported": ["S256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic"]}), {}

    def authorize(self, asked):
        self.seen.append(asked)
        own = asked.get("redirect_uri", "").startswith(tuple(self.stack.urls.values()))
        right = (asked.get("response_type") == "code" and asked.get("client_id") == CLIENT
                 and asked.get("code_challenge_method") == "S256" and "openid" in asked.get("scope", "").split()
                 and asked.get("nonce") and asked.get("state") and len(asked.get("code_challenge", "")) == 43)
        if not (own and right):
            return 400, "text/plain", "a request that does not follow the protocol", {}
        kept = "".join(f'<input type="hidden" name="{name}" value="{html.escape(value)}">' for name, value in asked.items())
        form = f'<form method="post">{kept}<label>Name <input name="name"></label><button>Go on</button></form>'
        return 200, "text/html", f'<!doctype html><html lang="en"><title>Provider</title>{form}', {}

    def agree(self, asked, _):
        back = {"state": asked["state"], "iss": self.stack.issuer}
        if self.fault == "denied":
            back["error"] = "access_denied"
        else:
            back["code"] = secrets.token_urlsafe(24)
            self._codes[back["code"]] = asked
        if self.fault == "state":
            back["state"] = "of-somebody-else"
        return 303, "text/plain", "", {"Location": asked["redirect_uri"] + "?" + urlencode(back)}

    def exchange(self, asked, authorization):
        begun = self._codes.pop(asked.get("code"), None)
        given = base64.b64decode(authorization.removeprefix("Basic ")).decode().split(":")
        challenge = base64url(hashlib.sha256(asked.get("code_verifier", "").encode()).digest())
        refusal = (
            "invalid_client" if [unquote(part) for part in given] != [CLIENT, SECRET]
            else "invalid_grant" if not begun or begun["code_challenge"] != challenge
            or begun["redirect_uri"] != asked.get("redirect_uri")
            else "unsupported_grant_type" if asked.get("grant_type") != "authorization_code" else None)
        if refusal:
            return 400, "application/json", json.dumps({"error": refusal}), {}
        nonce = "an-old-one" if self.fault == "nonce" else begun["nonce"]
        now = int(time.time())
        identity = self._signed({
            "iss": self.stack.issuer, "aud": CLIENT, "sub": begun["name"], "iat": now, "exp": now + 300, "nonce": nonce})
        access = "opaque" if self.fault == "opaque" else self._signed({
            "iss": "ecoredress-local", "aud": "ecoredress", "sub": begun["name"], "iat": now, "exp": now + 3600,
            "roles": [] if self.fault == "roles" else ["leader"], "regions": ["360400"]})
        return 200, "application/json", json.dumps({
            "access_token": access, "id_token": identity, "token_type": "Bearer", "expires_in": 3600}), {
                "Cache-Control": "no-store"}

    def _signed(self, claims):
        header = {"alg": "EdDSA", "typ": "JWT", "kid": self._identifier}
        text = ".".join(base64url(json.dumps(part).encode()) for part in (header, claims))
        with tempfile.NamedTemporaryFile() as file:
            file.write(text.encode())
            file.flush()
            signature = subprocess.run(
                ["openssl", "pkeyutl", "-sign", "-inkey", str(self._key), "-rawin", "-in", file.name], check=True,
                capture_output=True).stdout
        return f"{text}.{base64url(signature)}"
