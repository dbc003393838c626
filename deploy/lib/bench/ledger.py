"""How what `scoring` does all day costs at two sizes of its ledger: see ./deploy/bench --ledger.

What is filled are copies of a few subjects whose facts the service itself took in (fill-ledger.sql); what is measured goes
through Kafka, HTTP and the operator's commands as in daily work.
"""

import json
import subprocess
import time
import uuid
from datetime import timedelta

from confluent_kafka import Producer

from .asking import Asker, percentiles
from .books import Books
from .part import ROOT, Part, said
from .process import Trouble

SMALL, FACTS, EACH, TEMPLATES = 1000, 5000, 50, 8
# How many facts the record of one subject has at either size, and how many more are told of it then.
SHORT, LONG, MORE = 200, 2000, 200
CODES = ["dust-uncontrolled", "odour-nuisance", "records-incomplete", "noise-nuisance", "exceeded-standard"]
COUNTIES = ["610102", "610103", "610104", "610111", "610112", "610113", "610114", "610115", "610116", "610117", "610118",
            "610122"]


def subject(number):
    """The key of a copy, as fill-ledger.sql makes it."""
    return f"site:{'610124' if number % 1000 == 0 else COUNTIES[number % 12]}:填充{number}"


class Run(Part):
    NAME = "ledger"
    REGION = "610000"

    def __init__(self, options):
        super().__init__(options)
        self.environment = self.environment_of("scoring")
        self.books = Books(
            self.environment["DATABASE_URL"], self.owner_url("scoring"), f"subjects with {EACH} facts each",
            "fill-ledger.sql", "fill_ledger", 2000)
        self.topic = self.environment["TOPIC_PREFIX"] + "enforcement"
        self.producer = Producer({
            "bootstrap.servers": self.environment["KAFKA_BOOTSTRAP_SERVERS"], "enable.idempotence": True})
        self.service = self.serve("scoring", self.environment)
        port = int(self.environment["HTTP_PORT"])
        self.staff = Asker(port, self.token("clerk", "supervisor", "leader"))
        self.operator = Asker(port, self.token("operator"))

    def play(self):
        self.begin()
        self.templates()
        self.books.prepare()
        measured = {}
        for size in (SMALL, self.options.size):
            self.books.fill(size)
            measured[size] = self.measure(size)
        self.tell_sizes(measured)

    def tell(self, kind, key, data, source="/enforcement/bench"):
        event = {"specversion": "1.0", "id": str(uuid.uuid4()), "source": source,
                 "type": f"ecoredress.{kind}.v1", "data": {"subjectKey": key, "region": "610115"} | data}
        self.producer.produce(self.topic, json.dumps(event, ensure_ascii=False).encode(), key.encode())
        self.producer.poll(0)

    def inspection(self, key, fact, at, codes, source="/enforcement/bench"):
        self.tell("inspection.recorded", key, {
            "factId": fact, "inspectedAt": at.strftime("%Y-%m-%dT%H:%M:%SZ"), "inspectionNumber": fact,
            "kind": "double-random", "onSite": True, "problems": bool(codes), "factCodes": codes}, source)

    def templates(self):
        """Subjects with a life of two years behind them; one in eight has a case that two decisions speak of."""
        for number in range(TEMPLATES):
            key = f"site:610115:模板{number}"
            for place in range(EACH):
                at = self.now - timedelta(days=730 - 14 * place, hours=number)
                codes = [CODES[(place + number) % len(CODES)]] if place % 3 == 0 else []
                fact = f"T{number}-{place}"
                if number == 0 and place in (46, 47):
                    self.tell("penalty.decided", key, {
                        "factId": fact, "decidedAt": at.strftime("%Y-%m-%dT%H:%M:%SZ"), "penaltyNumber": "罚1",
                        "decision": "fine", "factCodes": ["exceeded-standard"]}, "/enforcement/template")
                else:
                    self.inspection(key, fact, at, codes, "/enforcement/template")
        self.producer.flush(60)
        self.until_there("fact", TEMPLATES * EACH)
        self.rest()

    def until_there(self, facts, count, limit=120):
        """Waits for so many rows: a batch that is being tried again is none that the service says is pending."""
        deadline = time.monotonic() + limit
        while (there := int(self.books.ask(f"select count(*) from {facts};")[0])) < count:
            if time.monotonic() > deadline:
                raise Trouble(f"only {there} of {count} facts were taken in within {limit} s")
            time.sleep(0.05)

    def measure(self, size):
        results = {}
        said(f"at {size:,} subjects: new facts")
        took, used = self.facts(size)
        results["a new fact, µs, end to end"] = took / FACTS * 1e6
        results["a new fact, µs of processor"] = used / FACTS * 1e6
        before = SHORT if size == SMALL else LONG
        said(f"at {size:,} subjects: new facts of a record of {before:,}")
        took, used = self.record(before)
        results[f"a fact of a record of {SHORT}; of {LONG}, µs, end to end"] = took / MORE * 1e6
        results[f"a fact of a record of {SHORT}; of {LONG}, µs of processor"] = used / MORE * 1e6
        said(f"at {size:,} subjects: as-of, explanations, lists")
        for name, path in self.requests(size).items():
            for share, value in zip(("p50", "p99"), percentiles(self.staff.times("GET", path))):
                results[f"{name}, {share} ms"] = value
        for name, words in {"recompute, s": ["recompute"], "a draft tried, s": ["try-rules", str(self.draft())]}.items():
            said(f"at {size:,} subjects: {name.partition(',')[0]}")
            began = time.monotonic()
            with open(self.options.state / "log" / "command.log", "w", encoding="utf-8") as log:
                done = subprocess.run(
                    [str(self.options.programs / "scoring"), *words], env=self.environment, stdout=log, check=False)
            if done.returncode:
                raise Trouble(f"scoring {words[0]} ended with {done.returncode}; its words: {log.name}")
            results[name] = time.monotonic() - began
        return results

    def facts(self, size):
        """Seconds until so many facts about subjects all over the ledger are taken in and told; about as many subjects at either
        size, so that as many scores and colours change with them."""
        began = time.monotonic()
        used = self.service.processor_seconds() + self.database_seconds()
        for number in range(FACTS):
            key = subject(1 + number % SMALL * 7919 % size)
            self.inspection(key, f"N{size}-{number}", self.now, ["records-incomplete"] if number % 2 else [])
        self.producer.flush(60)
        self.rest()
        return (time.monotonic() - began, self.service.processor_seconds() + self.database_seconds() - used)

    def record(self, before):
        """The same for one subject that has so many: one that is always red, with a case that was decided
        twice, so that no sum of the database stands for its ledger."""
        key = "site:610115:多次"
        facts = f"fact where subject = '{key}'"
        [there] = self.books.ask(f"select count(*) from {facts};")
        for number in range(int(there), before):
            self.busy(key, number)
        self.producer.flush(60)
        self.until_there(facts, before)
        self.rest()
        began = time.monotonic()
        used = self.service.processor_seconds() + self.database_seconds()
        for number in range(before, before + MORE):
            self.busy(key, number)
        self.producer.flush(60)
        self.until_there(facts, before + MORE)
        self.rest()
        return (time.monotonic() - began, self.service.processor_seconds() + self.database_seconds() - used)

    def busy(self, key, number):
        at = self.now - timedelta(days=30) + timedelta(minutes=number)
        if number < 2:
            self.tell("penalty.decided", key, {
                "factId": f"B{number}", "decidedAt": at.strftime("%Y-%m-%dT%H:%M:%SZ"), "penaltyNumber": "罚1",
                "decision": "fine", "factCodes": ["exceeded-standard"]})
        else:
            self.inspection(key, f"B{number}", at, [CODES[number % len(CODES)]])

    def requests(self, size):
        from urllib.parse import quote
        then = (self.now - timedelta(days=200)).strftime("%Y-%m-%dT%H:%M:%SZ")

        def path(rest):
            return lambda number: f"/v1/subjects/{quote(subject(1 + number * 104729 % size))}{rest}"

        return {
            "one subject": path(""), "as of a day": path(f"?at={then}"), "explanation": path("/explanation"),
            "list, newest": "/v1/subjects", "list, a county": "/v1/subjects?region=610115",
            "list, red": "/v1/subjects?colour=red", "list, lowest scores": "/v1/subjects?sort=score",
            "list, a name": lambda number: f"/v1/subjects?name={quote('填充' + str(1 + number * 31 % size) + '号')}",
            "facts, newest": "/v1/facts",
            "facts of a subject": lambda number: f"/v1/facts?subject={quote(subject(1 + number * 31 % size))}",
        }

    def draft(self):
        """The city's pack with other ends of the colours."""
        text = (ROOT / "deploy" / "rules" / "lintong.yaml").read_text(encoding="utf-8")
        path = self.options.state / "draft.yaml"
        path.write_text(text.replace('"[90, 100]"', '"[95, 100]"').replace('"(70, 90)"', '"(70, 95)"'), encoding="utf-8")
        return path

    def stop(self):
        super().stop()
        self.books.close()
