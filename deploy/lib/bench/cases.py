"""How what `compensation` does all day costs at two sizes of its books: see ./deploy/bench --cases.

What is filled are copies of a few cases that the service itself took from the clue to the restored river (fill-cases.sql);
what is measured goes through Kafka and HTTP as in daily work.
"""

import hashlib
import json
import time
import uuid
from datetime import timedelta

from confluent_kafka import Producer

from .asking import Asker, percentiles
from .books import Books
from .part import Part, said
from .process import Trouble

SMALL, PAYMENTS, TEMPLATES, PERFORMING, ANSWERS = 10000, 20000, 6, 3, 2000
FIRM = "uscc:91350100M000100Y43"
SOURCE = "/enforcement/template"
WATER = {
    "method": "water-virtual-cost",
    "water": {
        "discharge": {"quantity": 702, "unit": "m3", "source": "用水台账",
                      "cost": {"yuan": 1, "basis": "survey", "reference": "同类企业实际治理成本"}},
        "hazard": {"value": 1, "reason": "GB/T 39793.2 表1"}, "surfaceWater": "V",
        "pollutants": [{"code": "COD", "measured": 600, "limit": 50}]}}


def case_id(number):
    """The id of a copy, as fill-cases.sql makes it."""
    return str(uuid.UUID(hashlib.md5(f"case {number}".encode()).hexdigest()))


class Run(Part):
    NAME = "cases"
    REGION = "321100"

    def __init__(self, options):
        super().__init__(options)
        self.environment = self.environment_of("compensation")
        self.books = Books(
            self.environment["DATABASE_URL"], self.owner_url("compensation"), "cases", "fill-cases.sql", "fill_cases", 5000)
        self.prefix = self.environment["TOPIC_PREFIX"]
        self.producer = Producer({
            "bootstrap.servers": self.environment["KAFKA_BOOTSTRAP_SERVERS"], "enable.idempotence": True, "linger.ms": 5,
            "queue.buffering.max.messages": 1000000})
        self.service = self.serve("compensation", self.environment)
        port = int(self.environment["HTTP_PORT"])
        self.staff = Asker(port, self.token("clerk", "handler", "supervisor", "leader", "finance", "auditor"))
        self.operator = Asker(port, self.token("operator"))

    def play(self):
        self.begin()
        self.templates()
        self.books.prepare()
        measured = {}
        for size in (SMALL, self.options.size):
            self.books.fill(size, settle=self.fold)
            measured[size] = self.measure(size)
        self.tell_sizes(measured)

    def fold(self):
        """Waits until the service has added figures and balances up, a few thousand entries at a time."""
        for table in ("figure_entry", "account_delta", "result_entry"):
            while self.books.ask(f"select 1 from {table} limit 1;"):
                time.sleep(0.2)

    def tell(self, topic, kind, key, data, source):
        event = {"specversion": "1.0", "id": str(uuid.uuid4()), "source": source, "type": f"ecoredress.{kind}.v1",
                 "data": data}
        while True:
            try:
                self.producer.produce(
                    self.prefix + topic, json.dumps(event, ensure_ascii=False).encode(), str(key).encode())
                return
            except BufferError:
                self.producer.poll(0.05)

    def pay(self, case, fen, number):
        self.tell("payments", "payment.received", case, {
            "paymentNumber": number, "caseId": case, "amountFen": fen, "payer": "obligor",
            "receivedAt": self.now.strftime("%Y-%m-%dT%H:%M:%SZ")}, "/payments/bench")

    def templates(self):
        """Six cases, taken to where cases usually stand: a clue, filed, negotiating, performing, paid and closed, restored and
        closed."""
        for number in range(TEMPLATES):
            at = (self.now - timedelta(seconds=60 - number)).strftime("%Y-%m-%dT%H:%M:%SZ")
            self.tell("enforcement", "penalty.filed", FIRM, {
                "factId": f"T{number}", "subjectKey": FIRM, "region": "321102", "filedAt": at,
                "penaltyNumber": f"T{number}", "factCodes": ["FACILITY_NOT_USED"]}, SOURCE)
        self.producer.flush(60)
        # A service that has just begun may have nothing pending because it does not read yet.
        deadline = time.monotonic() + 120
        while (there := int(self.books.ask("select count(*) from compensation_case;")[0])) < TEMPLATES:
            if time.monotonic() > deadline:
                raise Trouble(f"only {there} penalties of the templates became clues")
            time.sleep(0.2)
        self.rest()
        clues = sorted(
            self.staff.ask("GET", "/v1/cases?status=clue")["cases"], key=lambda case: case["penaltyNumber"])
        for number, clue in enumerate(clues):
            self.walk(number, clue["caseId"])

    def walk(self, number, case):
        def step(name, **body):
            return self.staff.ask("POST", f"/v1/cases/{case}/{name}", body)

        if number == 0:
            return
        step("check", damaged=True)
        step("consult", outcome="willing")
        if number == 1:
            return
        step("conclude-investigation", damage=True, proposal="claim", documents=[{"kind": "INVESTIGATION_REPORT"}])
        step("assess-damage", input=WATER)
        restoring = number == 5
        step("decide-restoration", restorability="full" if restoring else "none", reason="见鉴定意见",
             performer="obligor" if restoring else "authority")
        step("notify-negotiation", claimFen=157950)
        if number == 2:
            return
        step("answer-negotiation", willing=True)
        step("hold-round", outcome="agreed", claimFen=157950, offerFen=157950)
        day = (self.now + timedelta(days=60)).strftime("%Y-%m-%d")
        how = {"measures": [{"mode": "fish-release", "unit": "fry", "quantity": 20000, "valueFen": 157950}]} if restoring \
            else {"instalments": [{"amountFen": 157950, "by": day}]}
        step("sign-agreement", agreementNumber=f"协{number}", amountFen=157950, performBy=day, **how)
        step("start-performance")
        if number == PERFORMING:
            return
        if restoring:
            step("record-restoration", done=[{"mode": "fish-release", "unit": "fry", "quantity": 20000}])
            step("complete-restoration")
            step("evaluate-restoration", met=True)
        else:
            self.pay(case, 157950, "T-4")
            self.producer.flush(60)
            self.rest()
        mode = "fish-release" if restoring else "money"
        step("close", outcome="performed", performed=True, modes=[mode], amountFen=157950)

    def measure(self, size):
        results = {}
        performing = [number for number in range(1, size + 1) if number % TEMPLATES == PERFORMING]
        for name, cases in {
                "a payment for a case": [case_id(performing[i % len(performing)]) for i in range(PAYMENTS)],
                "a payment for no case": [str(uuid.uuid4()) for _ in range(PAYMENTS)]}.items():
            said(f"at {size:,} cases: {name}")
            took, used = self.book(cases, f"{size}-{name}")
            results[f"{name}, µs end to end"] = took / PAYMENTS * 1e6
            results[f"{name}, µs of processor"] = used / PAYMENTS * 1e6
            results[f"{name}, a second"] = PAYMENTS / took
        said(f"at {size:,} cases: gates and calculations")
        for name, request in self.answers(size).items():
            for share, value in zip(("p50", "p99"), percentiles(self.staff.times(count=ANSWERS, **request))):
                results[f"{name}, {share} ms"] = value
        said(f"at {size:,} cases: lists, tables, figures, the account")
        for name, path in self.requests(size).items():
            for share, value in zip(("p50", "p99"), percentiles(self.staff.times("GET", path))):
                results[f"{name}, {share} ms"] = value
        return results

    def book(self, cases, series):
        """Seconds until all these payments are booked and told, and seconds of processor time for it."""
        self.rest()
        began = time.monotonic()
        used = self.service.processor_seconds() + self.database_seconds()
        for number, case in enumerate(cases):
            self.pay(case, 1, f"{series}-{number}")
            if number % 1000 == 0:
                self.producer.poll(0)
        if self.producer.flush(120):
            raise Trouble("the broker did not take all payments")
        self.rest()
        return time.monotonic() - began, self.service.processor_seconds() + self.database_seconds() - used

    def answers(self, size):
        return {
            "gates of a penalty case": {
                "method": "GET", "path": lambda number: f"/v1/gates?penaltyNumber=R{1 + number * 104729 % size}"},
            "gates of one not known": {"method": "GET", "path": lambda number: f"/v1/gates?penaltyNumber=X{number}"},
            "a calculation": {"method": "POST", "path": "/v1/damage/calculations", "body": lambda number: {"input": WATER}},
        }

    def requests(self, size):
        year = self.now.year - 1
        return {
            "one case": lambda number: f"/v1/cases/{case_id(1 + number * 104729 % size)}",
            "list, newest": "/v1/cases", "list, a county": "/v1/cases?region=321181",
            "list, a small county": "/v1/cases?region=321112", "list, a stage": "/v1/cases?status=performing",
            "list, a department": "/v1/cases?department=WATER", "list, overdue": "/v1/cases?overdue=true",
            "list, key cases": "/v1/cases?keyCase=city", "list, what is due": "/v1/cases?sort=due",
            "list, none fits": "/v1/cases?clueSource=crime",
            "county table": "/v1/county-tables/321181",
            "figures, a year": f"/v1/figures?period={year}", "figures, a year by county": f"/v1/figures?period={year}&by=region",
            "figures, a year by department": f"/v1/figures?period={year}&by=department",
            "figures, odd days of a county": f"/v1/figures?period={year}-03-05/{year}-11-23&region=321181&by=source",
            "figures, insurance": "/v1/figures/insurance",
            "entries of a year": f"/v1/account/entries?year={year}",
            "entries of a case": lambda number: f"/v1/account/entries?caseId={case_id(4 + TEMPLATES * number)}",
            "balances": "/v1/account/balances", "money that waits": "/v1/payments/unassigned",
            "claims": "/v1/claims", "policies": "/v1/policies",
        }

    def stop(self):
        super().stop()
        self.books.close()
