"""Reads all topics from the beginning on, committed transactions only."""

import hashlib
import json
import time
from collections import defaultdict

from bench.process import Trouble
from confluent_kafka import Consumer, KafkaError, TopicPartition
from confluent_kafka.admin import AdminClient

from .history import Inbound, Record
from .planted import leaks
from .sender import SILENT

INBOUND = ("complaints", "enforcement", "payments")
OUTBOUND = (
    "complaints.receipts", "complaints.statuses", "petitions", "scores", "compensations", "petitioner-messages",
    "notifications", "audit", "state.petitions", "state.ratings", "state.compensations")
READERS = {
    "petitions": ("complaints", "scores", "compensations", "notifications"),
    "scoring": ("enforcement", "petitions", "compensations"),
    "compensation": ("petitions", "enforcement", "payments", "notifications"),
    "notifications": ("petitions", "scores", "compensations", "petitioner-messages")}


class Topics:
    def __init__(self, stack):
        self.stack = stack
        self.inbound, self.records, self.leaks = [], [], []
        self._next, self._ids, self._known = {}, defaultdict(set), set()
        # A link that nothing troubles: the local broker names aborted transactions that ended before the place it is asked for,
        # and a client would take what follows for aborted too. The proxy takes them out.
        self._link = stack.proxies.link("witness to Kafka", stack.broker_port, "kafka")

    def read(self, limit=60):
        """Takes in all that was committed since the last time. Partitions that a topic was given meanwhile come last: what
        their keys had before they moved stands in the others."""
        consumer = Consumer({
            "bootstrap.servers": f"127.0.0.1:{self._link.port}", "group.id": "chaos-witness", "enable.auto.commit": False,
            "isolation.level": "read_committed", "enable.partition.eof": True, "auto.offset.reset": "earliest",
            "fetch.wait.max.ms": 20}, logger=SILENT)
        try:
            there = self._there(consumer)
            for wave in (there & self._known, there - self._known):
                self._read_to_end(consumer, wave, limit)
            self._known = there
        finally:
            consumer.close()

    def _read_to_end(self, consumer, waiting, limit):
        consumer.assign([TopicPartition(*place, self._next.get(place, 0)) for place in waiting])
        deadline = time.monotonic() + limit
        while waiting:
            messages = consumer.consume(1000, 0.05)
            if messages:
                deadline = time.monotonic() + limit
            elif time.monotonic() > deadline:
                raise Trouble(f"no end of {len(waiting)} partitions was reached within {limit} s, such as {min(waiting)}")
            for message in messages:
                place = message.topic(), message.partition()
                if error := message.error():
                    if error.code() != KafkaError._PARTITION_EOF:
                        raise Trouble(f"{place} could not be read: {error}")
                    waiting.discard(place)
                elif message.offset() >= self._next.get(place, 0):
                    self._next[place] = message.offset() + 1
                    self._take(message)

    def read_up_to(self):
        """Behind the last committed record of each partition. The log may go on: with marks of transactions, and with
        what was taken back, which no consumer is given."""
        prefix = self.stack.prefix
        return {(topic.removeprefix(prefix), partition): offset for (topic, partition), offset in self._next.items()}

    def events_of(self, service):
        """How many different events of a service the topics hold at present."""
        return len(self._ids[service])

    def lacks(self, service, events):
        """Whether one of these events of a service is not on the topics as they were last read."""
        return not events <= self._ids[service]

    def hanging(self):
        """Partitions in which a transaction is open for good: nobody who asks for committed records reads on behind
        it."""
        found = []
        for level in ("read_committed", "read_uncommitted"):
            consumer = Consumer({"bootstrap.servers": self.stack.bootstrap_servers, "group.id": "chaos-ends", "isolation.level": level},
                                logger=SILENT)
            found.append({(name, partition): consumer.get_watermark_offsets(
                TopicPartition(self.stack.prefix + name, partition), 10)[1]
                for name in OUTBOUND for partition in self.partitions(name)})
            consumer.close()
        return sorted(place for place, end in found[0].items() if end < found[1][place])

    def partitions(self, topic):
        """The numbers of a topic's partitions."""
        client = AdminClient({"bootstrap.servers": self.stack.bootstrap_servers}, logger=SILENT)
        return sorted(client.list_topics(self.stack.prefix + topic, timeout=10).topics[self.stack.prefix + topic].partitions)

    def all_there(self):
        """Whether the broker has every topic."""
        found = AdminClient({"bootstrap.servers": self.stack.bootstrap_servers}, logger=SILENT).list_topics(timeout=10).topics
        return all(self.stack.prefix + name in found for name in INBOUND + OUTBOUND)

    def forget_positions(self):
        """The broker has lost its data: everything begins anew."""
        self._next, self._ids, self._known = {}, defaultdict(set), set()

    def _there(self, consumer):
        """All partitions of our topics."""
        found = consumer.list_topics(timeout=20).topics
        names = {self.stack.prefix + name for name in INBOUND + OUTBOUND} & found.keys()
        return {(name, partition) for name in names for partition in found[name].partitions}

    def _take(self, message):
        topic = message.topic().removeprefix(self.stack.prefix)
        value = message.value() or b""
        if topic in INBOUND:
            self.inbound.append(Inbound(
                topic, message.partition(), message.offset(), hashlib.sha256(value).hexdigest(), self.stack.era))
            return
        headers = message.headers() or []
        attributes = {name.removeprefix("ce_"): text.decode() for name, text in headers if name.startswith("ce_")}
        record = Record(
            topic, message.partition(), message.offset(), (message.key() or b"").decode(),
            attributes.get("type", "").removeprefix("ecoredress.").rpartition(".v")[0], attributes.get("id", ""),
            attributes.get("subject", ""), int(attributes["sequence"]) if "sequence" in attributes else None,
            attributes.get("correlationid", ""), attributes.get("causationid", ""), json.loads(value or b"null") or {},
            self.stack.era)
        self.records.append(record)
        self._ids[attributes.get("source", "").rsplit("/", 1)[-1]].add(record.id)
        self.leaks += leaks(
            record.place, value + b" " + (message.key() or b"") + b" " + b" ".join(text for _, text in headers))
