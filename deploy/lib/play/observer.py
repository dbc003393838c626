"""A stranger's consumer: reads what the services publish, committed transactions only, with a group of its own."""

import json
import secrets
import threading
import time
from dataclasses import dataclass

from confluent_kafka import Consumer, KafkaError, KafkaException

TOPICS = (
    "complaints.receipts", "petitions", "scores", "compensations", "petitioner-messages", "notifications",
    "state.petitions", "state.ratings", "state.compensations",
)
FAMILY = "ecoredress."


@dataclass(frozen=True)
class Event:
    topic: str
    key: str
    name: str  # the type without family and version: petition.received
    attributes: dict
    data: dict
    at: float
    raw: bytes
    place: str

    @property
    def id(self):
        return self.attributes["id"]

    @property
    def service(self):
        return self.attributes["source"].rsplit("/", 1)[-1].removeprefix(FAMILY)

    @property
    def sequence(self):
        return int(self.attributes.get("sequence", 0))

    @property
    def correlation(self):
        return self.attributes.get("correlationid")

    @property
    def is_state(self):
        return self.topic.startswith("state.")


class Observer:
    def __init__(self, world):
        self.world = world
        self.events = []
        self.unreadable = []
        self._changed = threading.Condition()
        self._ready = threading.Event()
        self._stop = threading.Event()
        self._failure = None
        self._consumer = Consumer({
            "bootstrap.servers": world.bootstrap_servers, "group.id": f"play-observer-{secrets.token_hex(6)}",
            "isolation.level": "read_committed", "enable.auto.commit": False, "auto.offset.reset": "latest",
            "partition.assignment.strategy": "range", "fetch.wait.max.ms": 20,
        })
        self._thread = threading.Thread(target=self._read, name="observer", daemon=True)

    def start(self, limit=60):
        """Returns when it stands at the end of every topic: all that comes from now on is seen."""
        self._consumer.subscribe([self.world.topic(name) for name in TOPICS], on_assign=self._stand_at_end)
        self._thread.start()
        if not self._ready.wait(limit):
            raise RuntimeError(f"no partitions for the observer within {limit} s; {self._failure or 'no error was told'}")

    def stop(self):
        self._stop.set()
        self._thread.join(10)
        self._consumer.close()

    def wait(self, matches, limit):
        """The first event that matches, however long ago it was seen; None when the time is up."""
        deadline = time.monotonic() + limit
        looked_at = 0
        with self._changed:
            while True:
                for event in self.events[looked_at:]:
                    if matches(event):
                        return event
                looked_at = len(self.events)
                left = deadline - time.monotonic()
                if left <= 0:
                    return None
                self._changed.wait(left)

    def seen(self, matches):
        with self._changed:
            return [event for event in self.events if matches(event)]

    def _stand_at_end(self, consumer, partitions):
        try:
            for partition in partitions:
                partition.offset = consumer.get_watermark_offsets(partition, timeout=10, cached=False)[1]
            consumer.assign(partitions)
            if partitions:
                self._ready.set()
        except KafkaException as error:
            self._failure = str(error)

    def _read(self):
        while not self._stop.is_set():
            messages = self._consumer.consume(500, 0.1)
            found = []
            for message in messages:
                if error := message.error():
                    if error.code() != KafkaError._PARTITION_EOF:
                        self._failure = str(error)
                    continue
                try:
                    found.append(self._event(message))
                except (ValueError, KeyError, UnicodeDecodeError) as trouble:
                    self.unreadable.append(f"{message.topic()}/{message.partition()}/{message.offset()}: {trouble}")
            if found:
                with self._changed:
                    self.events += found
                    self._changed.notify_all()

    def _event(self, message):
        """CloudEvents in binary mode: attributes in the headers, data in the value."""
        headers = message.headers() or []
        attributes = {name.removeprefix("ce_"): value.decode() for name, value in headers if name.startswith("ce_")}
        for needed in ("specversion", "id", "source", "type"):
            if needed not in attributes:
                raise ValueError(f"no ce_{needed}")
        kind = attributes["type"].removeprefix(FAMILY).rpartition(".v")[0]
        raw = message.value() or b""
        return Event(
            message.topic().removeprefix(self.world.prefix), (message.key() or b"").decode(), kind, attributes,
            json.loads(raw), message.timestamp()[1] / 1000, raw,
            f"{message.topic()}/{message.partition()}/{message.offset()}")
