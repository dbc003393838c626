"""An agency that is told by webhook: a small HTTP server that believes nothing without a signature.

Signatures are those of Standard Webhooks 1.0: HMAC-SHA256 over `id.timestamp.body` with the secret behind `whsec_`,
sent as `webhook-signature: v1,<base64>` (several, separated by spaces, while a secret is being changed)."""

import base64
import hashlib
import hmac
import json
import threading
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LARGEST_BODY = 1 << 20
TOLERANCE = 300  # seconds that a timestamp may be off


@dataclass(frozen=True)
class Delivery:
    at: float
    id: str
    headers: dict
    body: dict


def signature(secret, message_id, timestamp, body):
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{message_id}.{timestamp}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()


def refusal(secret, headers, body, now):
    """Why a delivery is not to be believed; None when it is."""
    message_id, timestamp = headers.get("webhook-id"), headers.get("webhook-timestamp", "")
    if not message_id or not timestamp.isdigit():
        return "webhook-id or webhook-timestamp is missing"
    if abs(now - int(timestamp)) > TOLERANCE:
        return "webhook-timestamp is too far off"
    right = signature(secret, message_id, timestamp, body)
    if not any(hmac.compare_digest(right, given) for given in headers.get("webhook-signature", "").split()):
        return "webhook-signature does not fit"
    return None


class Agency:
    """Listens on a free loopback port from the start; believes once it knows the secret."""

    def __init__(self):
        self.secret = None
        self.deliveries, self.refused = [], []
        self._changed = threading.Condition()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/ecoredress"
        threading.Thread(target=self._server.serve_forever, name="agency", daemon=True).start()

    def stop(self):
        self._server.shutdown()
        self._server.server_close()

    def wait(self, matches, limit):
        """The first believed delivery that matches; None when the time is up."""
        with self._changed:
            self._changed.wait_for(lambda: any(map(matches, self.deliveries)), limit)
            return next(filter(matches, self.deliveries), None)

    def take(self, headers, body):
        """The status code for one delivery."""
        reason = refusal(self.secret, headers, body, time.time()) if self.secret else "no secret is known yet"
        with self._changed:
            if reason:
                self.refused.append(reason)
                return 401
            if all(known.id != headers["webhook-id"] for known in self.deliveries):  # a repeat is normal
                self.deliveries.append(Delivery(time.time(), headers["webhook-id"], headers, json.loads(body or b"{}")))
            self._changed.notify_all()
            return 204

    def _handler(agency):
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_OPTIONS(self):
                """Says that events are welcome: until then none is sent (CloudEvents webhook specification, §4)."""
                self.send_response(204)
                self.send_header("webhook-allowed-origin", self.headers.get("webhook-request-origin", "*"))
                self.end_headers()

            def do_POST(self):
                length = int(self.headers.get("content-length") or 0)
                if length > LARGEST_BODY:
                    self.send_error(413)
                    return
                body = self.rfile.read(length)
                try:
                    status = agency.take({name.lower(): value for name, value in self.headers.items()}, body)
                except ValueError:
                    status = 400
                self.send_response(status)
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        return Handler
