"""How fast `notifications` brings events to agencies: see ./deploy/bench --deliveries.

Ten thousand endpoints ask for events over HTTP, each with a filter of its own; every event is wanted by two of them, so that
hardly two deliveries in a row go to one endpoint. What is counted is what a receiver on loopback took, all of it on record;
samples are verified as an agency would.
"""

import base64
import hashlib
import hmac
import json
import os
import subprocess
import threading
import time
import urllib.request
import uuid

from confluent_kafka import Producer

from .asking import Asker
from .books import processor_seconds
from .database import database_environment
from .part import ROOT, Part, main, said
from .process import Service, Trouble, load_environment

ENDPOINTS, SUBJECTS, ASKERS, SAMPLE, WARM = 10000, 5000, 4, 97, 2000
TYPE = "ecoredress.petition.verified.v1"
COUNTIES = ["360402", "360403", "360404", "360423", "360424", "360425", "360426", "360428", "360429", "360430", "360481",
            "360482"]
KINDS = ["noise", "air", "water"]


def subject(number):
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"bench/{number % SUBJECTS}"))


def wish(number, port):
    """What endpoint so-and-so asks for: the events of one petition, said in one of four ways."""
    wanted = subject(number)
    filters = [
        [{"exact": {"subject": wanted}}],
        [{"sql": f"subject = '{wanted}' AND kind IN ('noise', 'air', 'water')"}],
        [{"all": [{"prefix": {"subject": wanted[:24]}}, {"not": {"suffix": {"type": ".v2"}}}]}],
        [{"sql": f"subject LIKE '{wanted[:24]}%' AND LENGTH(subject) = 36 AND NOT EXISTS colour"}],
    ][number % 4]
    return {"agency": f"agency-{number % 500}", "url": f"http://127.0.0.1:{port}/{number}", "types": ["ecoredress.petition."],
            "regions": [COUNTIES[number % SUBJECTS % len(COUNTIES)]], "filters": filters}


class Agencies:
    """Tests/Benchmarks/webhooks.c at work."""

    def __init__(self, program, state):
        self._lines, self._samples = state / "log" / "webhooks.log", state / "webhook-samples"
        self._process = subprocess.Popen(
            [program, self._lines, self._samples, str(SAMPLE)], stdout=subprocess.PIPE, text=True)
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
        """When each delivery came, and its webhook-id."""
        self.count()  # everything is written before it answers
        found = [line.split(" ") for line in self._lines.read_text().splitlines()]
        return [(int(at) / 1e9, name) for at, name, _ in found]

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


class Run(Part):
    def __init__(self, options):
        self.options = options
        self.environment = load_environment(options.state / "services" / "notifications.env")
        self.topic = self.environment["TOPIC_PREFIX"] + "petitions"
        self.producer = Producer({
            "bootstrap.servers": self.environment["KAFKA_BOOTSTRAP_SERVERS"], "enable.idempotence": True,
            "queue.buffering.max.messages": 1000000})
        schema = json.loads((ROOT / "Shared" / "Contracts" / "Schemas" / f"{TYPE}.json").read_text(encoding="utf-8"))
        self.data = schema["examples"][0]
        self.agencies = Agencies(options.receiver, options.state)
        self.service = Service(str(options.program), self.environment, options.state, "notifications")
        self.told = 0

    def play(self):
        self.service.until_ready()
        print(f"  load average before: {os.getloadavg()[0]:.2f}, {os.cpu_count()} processors", flush=True)
        secrets = self.subscribe()
        said(f"{WARM} deliveries to warm up")
        self.tell(WARM // 2)
        self.agencies.until(WARM, 120)
        count = self.options.deliveries // 2 * 2
        said(f"{count} deliveries to {ENDPOINTS:,} endpoints")
        database = self.options.state / "run" / "postgres.pid"
        used = self.service.processor_seconds(), processor_seconds(database)
        self.service.forget_largest()
        began = time.monotonic()
        self.tell(count // 2)
        self.agencies.until(WARM + count, 120 + count / 100)
        rows = [row for row in self.agencies.rows() if row[0] >= began]
        self.agencies.until(WARM + count, 1)
        processor = self.service.processor_seconds() - used[0], processor_seconds(database) - used[1]
        if len({name for _, name in rows}) != count:
            raise Trouble(f"{count} deliveries were to come, {len({name for _, name in rows})} did")
        first, last = min(at for at, _ in rows), max(at for at, _ in rows)
        self.settled(WARM + count)
        table = {
            "deliveries a second, first to last": f"{count / (last - first):.0f}",
            "deliveries a second, from the first event told": f"{count / (last - began):.0f}",
            "sent more than once": f"{len(rows) - count}",
            "signatures verified": f"{self.agencies.verify(secrets)}",
            "processor time per delivery, notifications": f"{processor[0] / count * 1e6:.0f} µs",
            "processor time per delivery, database": f"{processor[1] / count * 1e6:.0f} µs",
            "resident, largest": f"{self.service.largest:.0f} MB",
        }
        size = max(map(len, table))
        print()
        for name, value in table.items():
            print(f"  {name:<{size}}  {value}")

    def subscribe(self):
        """Every endpoint asks and is approved, over HTTP; answers their secrets."""
        said(f"{ENDPOINTS:,} endpoints ask and are approved")
        port, secrets, troubles = int(self.environment["HTTP_PORT"]), [None] * ENDPOINTS, []
        token = self.token("operator")

        def ask(first):
            try:
                asker = Asker(port, token)
                for number in range(first, ENDPOINTS, ASKERS):
                    made = asker.ask("POST", "/v1/subscriptions", wish(number, self.agencies.port))
                    secrets[number] = made["secret"]
                    asker.ask("POST", f"/v1/subscriptions/{made['id']}/approve", {})
            except Exception as trouble:  # told by the thread that waits
                troubles.append(trouble)

        began = time.monotonic()
        threads = [threading.Thread(target=ask, args=(first,)) for first in range(ASKERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if troubles:
            raise Trouble(f"not every endpoint could subscribe: {troubles[0]}")
        said(f"they took {time.monotonic() - began:.0f} s")
        return secrets

    def tell(self, count):
        """Publishes so many events, one after the other about all petitions."""
        for number in range(self.told, self.told + count):
            name = subject(number)
            event = {"specversion": "1.0", "id": f"bench-{number}", "source": "/ecoredress/petitions", "type": TYPE,
                     "subject": name, "region": COUNTIES[number % SUBJECTS % len(COUNTIES)], "kind": KINDS[number % 3],
                     "datacontenttype": "application/json", "data": self.data | {"petitionId": name}}
            while True:
                try:
                    self.producer.produce(self.topic, json.dumps(event, ensure_ascii=False).encode(), name.encode())
                    break
                except BufferError:
                    self.producer.poll(0.05)
            if number % 1000 == 0:
                self.producer.poll(0)
        if self.producer.flush(60):
            raise Trouble("the broker did not take all events")
        self.told += count

    def settled(self, count, limit=60):
        """That every delivery is on record as delivered."""
        deadline = time.monotonic() + limit
        while True:
            done = subprocess.run(
                ["psql", "--no-psqlrc", "--no-align", "--tuples-only", "--command",
                 "select count(*) from delivery where status = 'delivered'"],
                env=database_environment(self.environment["DATABASE_URL"]), capture_output=True, text=True, check=True)
            if (there := int(done.stdout)) == count:
                return
            if time.monotonic() > deadline:
                raise Trouble(f"only {there} of {count} deliveries are on record as delivered")
            time.sleep(0.2)

    def stop(self):
        self.service.stop()
        self.agencies.stop()


if __name__ == "__main__":
    main(Run, "deliveries", ("state", "program", "receiver"))
