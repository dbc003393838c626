"""How fast `notifications` brings events to agencies: see ./deploy/bench --deliveries.

Ten thousand endpoints ask for events over HTTP, each with a filter of its own; every event is wanted by two of them, so that
hardly two deliveries in a row go to one endpoint. What is counted is what a receiver on loopback took, all of it on record;
samples are verified as an agency would.
"""

import json
import threading
import time
import uuid

from confluent_kafka import Producer

from .agencies import Agencies
from .asking import Asker
from .database import ask
from .part import ROOT, Part, said
from .process import Trouble

ENDPOINTS, SUBJECTS, ASKERS, WARM = 10000, 5000, 4, 2000
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


class Run(Part):
    NAME = "deliveries"

    def __init__(self, options):
        super().__init__(options)
        self.environment = self.environment_of("notifications")
        self.topic = self.environment["TOPIC_PREFIX"] + "petitions"
        self.producer = Producer({
            "bootstrap.servers": self.environment["KAFKA_BOOTSTRAP_SERVERS"], "enable.idempotence": True,
            "queue.buffering.max.messages": 1000000})
        schema = json.loads((ROOT / "Shared" / "Contracts" / "Schemas" / f"{TYPE}.json").read_text(encoding="utf-8"))
        self.data = schema["examples"][0]
        self.agencies = Agencies(options.state)
        self.service = self.serve("notifications", self.environment)
        self.told = 0

    def play(self):
        self.service.until_ready()
        count = self.options.size // 2 * 2
        found = self.result(count)
        secrets = self.subscribe()
        said(f"{WARM} deliveries to warm up")
        self.tell(WARM // 2)
        self.agencies.until(WARM, 120)
        said(f"{count} deliveries to {ENDPOINTS:,} endpoints")
        used = self.service.processor_seconds(), self.database_seconds()
        self.service.forget_largest()
        began = time.monotonic()
        self.tell(count // 2)
        self.agencies.until(WARM + count, 120 + count / 100)
        rows = [row for row in self.agencies.rows() if row[0] >= began]
        processor = self.service.processor_seconds() - used[0], self.database_seconds() - used[1]
        if len({name for _, name, _ in rows}) != count:
            raise Trouble(f"{count} deliveries were to come, {len({name for _, name, _ in rows})} did")
        first, last = min(at for at, _, _ in rows), max(at for at, _, _ in rows)
        self.settled(WARM + count)
        found.add("deliveries a second, first to last", count / (last - first), "a second", least=2000)
        found.add("deliveries a second, from the first event told", count / (last - began), "a second")
        found.add("sent more than once", len(rows) - count)
        found.add("signatures verified", self.agencies.verify(secrets))
        found.add("processor time per delivery, notifications", processor[0] / count * 1e6, "µs")
        found.add("processor time per delivery, database", processor[1] / count * 1e6, "µs")
        found.add("resident, largest", self.service.largest, "MB")
        found.show()

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
            [there] = ask(self.environment["DATABASE_URL"], "select count(*) from delivery where status = 'delivered'")
            if int(there) == count:
                return
            if time.monotonic() > deadline:
                raise Trouble(f"only {there} of {count} deliveries are on record as delivered")
            time.sleep(0.2)

    def stop(self):
        super().stop()
        self.agencies.stop()
