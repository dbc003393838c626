"""Alerts about webhooks to agencies."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from .trials import trial

TYPES = ["ecoredress.petition."]


class Endpoint:
    """An agency's endpoint that answers as it is told to."""

    def __init__(self):
        self.status, self.pause, self.taken = 204, 0.0, 0
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/ecoredress"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self):
        self._server.shutdown()
        self._server.server_close()

    def _handler(endpoint):
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_OPTIONS(self):
                self.send_response(204)
                self.send_header("webhook-allowed-origin", "*")
                self.end_headers()

            def do_POST(self):
                self.rfile.read(int(self.headers.get("content-length") or 0))
                time.sleep(endpoint.pause)
                endpoint.taken += endpoint.status == 204
                self.send_response(endpoint.status)
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        return Handler


def subscribe(desk, endpoint, **more):
    """An agency subscribes and an operator approves; the subscription's path."""
    asked = desk.person("agency").post("notifications", "/v1/subscriptions", {
        "url": endpoint.url, "types": TYPES, "regions": ["321100"], **more})
    path = f"/v1/subscriptions/{asked['id']}"
    desk.person("operator").post("notifications", f"{path}/approve", {})
    return path


def show(desk, path, status):
    found = desk.person("operator").get("notifications", f"{path}/deliveries?status={status}")["deliveries"]
    desk.say(f"GET {path[:20]}…/deliveries?status={status}: {len(found)}" + (f", such as {str(found[0])[:300]}" if found else ""))


@trial("EndpointsFail")
def endpoints_fail(desk):
    """An agency's endpoint answers every delivery with 500."""
    endpoint = Endpoint()
    endpoint.status = 500
    path = subscribe(desk, endpoint)
    desk.complain(6)
    yield
    desk.say(str(desk.person("operator").get("notifications", f"{path}/statistics?hours=1"))[:400])
    show(desk, path, "pending")
    endpoint.status = 204
    desk.say("the endpoint is well again; something new is sent to it")
    desk.complain(2)
    began = time.monotonic()
    desk.person("agency").post("notifications", f"{path}/replays", {
        "what": "missing", "since": stamp(-3600), "until": stamp(0)})
    desk.stack.until("what was missed arrives", lambda: endpoint.taken >= 8, 400)
    desk.say(f"POST …/replays with what: missing: {endpoint.taken} deliveries taken, {time.monotonic() - began:.0f} s later")
    endpoint.close()


@trial("WebhooksGivenUp")
def webhooks_given_up(desk):
    """An agency's endpoint answers 410 by mistake, and is switched off with deliveries waiting."""
    endpoint = Endpoint()
    endpoint.status = 503
    path = subscribe(desk, endpoint)
    desk.complain(4)
    time.sleep(5)
    endpoint.status = 410
    desk.complain(2)
    yield
    show(desk, path, "exhausted")
    show(desk, path, "pending")
    desk.say(str(desk.person("operator").get("notifications", path))[:300])
    endpoint.status = 204
    desk.person("operator").post("notifications", f"{path}/enable", {})
    desk.person("agency").post("notifications", f"{path}/replays", {"what": "failed", "since": stamp(-3600), "until": stamp(0)})
    time.sleep(20)
    desk.say(f"enabled by an operator, POST …/replays with what: failed: {endpoint.taken} deliveries taken")
    endpoint.close()


@trial("WebhooksLate")
def webhooks_late(desk):
    """One worker alone (WEBHOOK_CONCURRENCY=1) has fifteen endpoints that take twelve seconds for each answer."""
    desk.settings("notifications", WEBHOOK_CONCURRENCY=1)
    endpoints = [Endpoint() for _ in range(15)]
    for endpoint in endpoints:
        endpoint.pause = 12
        subscribe(desk, endpoint, concurrency=1)
    desk.complain(12)
    yield
    desk.say(f"taken so far: {[endpoint.taken for endpoint in endpoints]}")
    desk.settings("notifications", WEBHOOK_CONCURRENCY=None)
    desk.say("WEBHOOK_CONCURRENCY is 64 again")
    time.sleep(60)
    desk.say(f"a minute later: {[endpoint.taken for endpoint in endpoints]}")
    for endpoint in endpoints:
        endpoint.pause = 0


def stamp(seconds):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + seconds))
