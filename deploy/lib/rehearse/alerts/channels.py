"""Alerts about messages to petitioners, and about notices that nobody gets."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from .trials import trial


class Gateway:
    """A gateway for short messages that answers as it is told to."""

    def __init__(self):
        self.status, self.body, self.taken = 200, {"code": "0"}, 0
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def description(self):
        return json.dumps({
            "url": f"http://127.0.0.1:{self.port}/send",
            "headers": {"content-type": "application/json", "authorization": "Bearer x"},
            "body": "{\"mobile\": \"{{address}}\", \"content\": \"{{text}}\"}",
            "success": {"statuses": [200], "field": "code", "equals": ["0"]}, "final": {"field": "code", "equals": ["1001"]}})

    def close(self):
        self._server.shutdown()
        self._server.server_close()

    def _handler(gateway):
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                self.rfile.read(int(self.headers.get("content-length") or 0))
                body = json.dumps(gateway.body).encode()
                gateway.taken += gateway.status == 200
                self.send_response(gateway.status)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        return Handler


RIGHT = "update on notifications.message"


@trial("MessagesLate")
def messages_late(desk):
    """A right of notifications in the database is missing: no message can be taken to be sent, and complaints come in."""
    desk.database.run(f"revoke {RIGHT} from notifications")
    desk.complain(5)
    yield
    desk.log("notifications", "messages cannot be taken")
    desk.database.run(f"grant {RIGHT} to notifications")
    desk.say("the right is given again; nothing else is done")


@trial("ContactsLate")
def contacts_late(desk):
    """The same, for longer than five minutes."""
    desk.database.run(f"revoke {RIGHT} from notifications")
    desk.complain(5)
    yield
    desk.log("notifications", "messages cannot be taken")
    desk.database.run(f"grant {RIGHT} to notifications")
    desk.say("the right is given again")


@trial("ChannelFails")
def channel_fails(desk):
    """The gateway for short messages refuses our credentials (401)."""
    gateway = Gateway()
    gateway.status = 401
    desk.settings("notifications", SMS_GATEWAY=gateway.description)
    stop = threading.Event()
    thread = threading.Thread(target=complain_on, args=(desk, stop), daemon=True)
    thread.start()
    yield
    desk.log("notifications", "attempts failed")
    gateway.status = 200
    desk.say("the provider takes the credentials again; complaints go on")
    time.sleep(60)
    stop.set()
    thread.join(20)
    desk.say(f"the gateway has taken {gateway.taken} messages since")
    desk.settings("notifications", SMS_GATEWAY=None)
    gateway.close()


@trial("MessagesFail")
def messages_fail(desk):
    """Twenty petitioners gave mailboxes that do not exist, and nothing else."""
    desk.settings("notifications", SMTP_HOST="127.0.0.1", SMTP_PORT=mail_server(desk), SMTP_SECURITY="none",
                  SMTP_FROM="bureau@example.org")
    desk.complain(20, reporter={"name": "测试", "email": "nobody@example.org"})
    yield
    found = desk.person("leader").get("notifications", "/v1/messages?status=failed")["messages"]
    desk.say(f"GET /v1/messages?status=failed: {len(found)}, such as {str(found[0])[:400] if found else ''}")
    petition = found[0].get("petitionId") if found else None
    if petition:
        desk.say(str(desk.person("clerk").post("petitions", f"/v1/petitions/{petition}/contact", {
            "contact": 1, "channel": "in-person", "outcome": "reached", "proof": "当面告知"}))[:300])
    desk.settings("notifications", SMTP_HOST=None, SMTP_PORT=None, SMTP_SECURITY=None, SMTP_FROM=None)


@trial("NoticesUnaddressed", stays="six hours must pass without another")
def notices_unaddressed(desk):
    """An event whose rule tells a role that nobody has in the addressee book."""
    desk.complain(3)
    desk.rehearsal.traffic(5)
    desk.rehearsal.sender.rest()
    yield
    role = desk.prometheus.firing("NoticesUnaddressed")[0].split("role ", 1)[1].split(":")[0]
    found = desk.person("operator").get("notifications", f"/v1/addressees?role={role}")
    desk.say(f"GET /v1/addressees?role={role}: {str(found)[:200]}")
    desk.person("operator").put("notifications", "/v1/addressees/unit:321100", {
        "audience": "unit", "name": "镇江市生态环境局", "region": "321100", "roles": [role], "tags": [], "language": "zh-CN",
        "channels": ["inbox"], "contacts": {}})
    before = unaddressed(desk, role)
    desk.rehearsal.traffic(5)
    desk.rehearsal.settle()
    desk.say(f"PUT /v1/addressees/unit:321100 with the role; the counter stood at {before} and is {unaddressed(desk, role)} "
             "after more of the same")


def unaddressed(desk, role):
    text = desk.stack.of("notifications")[0].asks("/metrics")[1].decode()
    return sum(float(line.split()[-1]) for line in text.splitlines()
               if line.startswith("ecoredress_notices_unaddressed_total") and f'role="{role}"' in line)


def complain_on(desk, stop):
    while not stop.is_set():
        desk.complain()
        time.sleep(1)


def mail_server(desk):
    """A mail server that knows no mailbox; its port."""
    from aiosmtpd.controller import Controller

    class Nobody:
        async def handle_RCPT(self, *_):
            return "550 5.1.1 no such mailbox"

    controller = Controller(Nobody(), hostname="127.0.0.1", port=desk.stack.free_port())
    controller.start()
    desk.on_end(controller.stop)
    return controller.port
