#!/usr/bin/env python3
"""An agency's webhook: verifies each delivery (Standard Webhooks 1.0, HMAC-SHA256), leaves repeats out, prints the rest.

usage: webhook_receiver.py SECRET [--port 9000] [--origin NAME]

SECRET is the whsec_… shown once when the subscription was asked for; several, by comma, while one is being changed. Only the
standard library. Answers 204 for what it has taken, 401 for what it does not believe, 413 for what is too large; and OPTIONS,
by which it is asked whether it wants events at all, with its consent for the sender of that NAME (default: whoever asks).
"""

import argparse
import base64
import hashlib
import hmac
import json
import time
from collections import OrderedDict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LARGEST = 1 << 20
TOLERANCE = 300  # seconds a timestamp may be off
REMEMBERED = 100_000  # ids of deliveries; a real agency keeps them in its database, with what it did


def is_genuine(secrets, headers, body, now):
    name, stamp = headers.get("webhook-id"), headers.get("webhook-timestamp", "")
    if not name or not stamp.isdigit() or abs(now - int(stamp)) > TOLERANCE:
        return False
    signed = f"{name}.{stamp}.".encode() + body
    given = headers.get("webhook-signature", "").split()
    for secret in secrets:
        key = base64.b64decode(secret.removeprefix("whsec_"))
        right = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
        if any(hmac.compare_digest(right, one) for one in given):
            return True
    return False


class Receiver(BaseHTTPRequestHandler):
    secrets, seen, origin = [], OrderedDict(), None

    def do_OPTIONS(self):  # CloudEvents HTTP webhook specification 1.0, §4
        asking = self.headers.get("webhook-request-origin", "")
        if self.origin not in (None, asking):
            return self.answer(403)
        self.send_response(204)
        self.send_header("webhook-allowed-origin", asking)
        self.send_header("webhook-allowed-rate", "*")  # or a number of requests a minute
        self.end_headers()

    def do_POST(self):
        length = self.headers.get("content-length", "")
        if not length.isdigit() or int(length) > LARGEST:
            return self.answer(413)
        body = self.rfile.read(int(length))
        headers = {name.lower(): value for name, value in self.headers.items()}
        if not is_genuine(self.secrets, headers, body, time.time()):
            return self.answer(401)
        if headers["webhook-id"] not in self.seen:  # sent again because an answer was lost: taken, not done twice
            self.seen[headers["webhook-id"]] = True
            if len(self.seen) > REMEMBERED:
                self.seen.popitem(last=False)
            event = json.loads(body)
            print(event["type"], json.dumps(event["data"], ensure_ascii=False), flush=True)
        return self.answer(204)

    def answer(self, status):
        self.send_response(status)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("secret")
    parser.add_argument("--port", type=int, default=9000)
    parser.add_argument("--origin")
    options = parser.parse_args()
    Receiver.secrets, Receiver.origin = options.secret.split(","), options.origin
    server = ThreadingHTTPServer(("127.0.0.1", options.port), Receiver)
    print(f"listening on http://127.0.0.1:{server.server_address[1]}/", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()


if __name__ == "__main__":
    main()
