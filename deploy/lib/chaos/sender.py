"""Outsiders at work: sends the stream at a steady rate with bursts, straight to the broker, and writes down what was
kept."""

import json
import logging
import threading
import time

from bench.process import Trouble
from confluent_kafka import KafkaException, Producer

from .history import Sent

# What a client writes to the screen by itself would stand in the middle of the report.
SILENT = logging.getLogger("chaos.kafka")
SILENT.addHandler(logging.NullHandler())
SILENT.propagate = False
RATE = 25  # records a second, beside the bursts


class Sender:
    """What the broker did not acknowledge is sent again, as a hotline must: then it may stand in the log twice, and the
    log says so."""

    def __init__(self, stack, stream, path):
        self.stack, self.stream = stack, stream
        self.sent = []
        self._file = open(path, "w", encoding="utf-8")
        self._lock = threading.RLock()
        self._waiting, self._number = {}, 0
        self._active, self._stop = threading.Event(), threading.Event()
        self._producer = self._made()
        self._thread = threading.Thread(target=self._work, name="sender", daemon=True)
        self._thread.start()

    def _made(self):
        return Producer({
            "bootstrap.servers": self.stack.bootstrap_servers, "enable.idempotence": True, "linger.ms": 2,
            "message.timeout.ms": 60000, "reconnect.backoff.max.ms": 500, "error_cb": lambda _: None},
            logger=SILENT)

    def go_on(self):
        self._active.set()

    def rest(self, limit=120):
        """Stops sending; returns when the broker has acknowledged all that was sent."""
        self._active.clear()
        deadline = time.monotonic() + limit
        while self._waiting:
            if time.monotonic() > deadline:
                raise Trouble(f"the broker did not take {len(self._waiting)} records of outsiders within {limit} s")
            time.sleep(0.02)

    def burst(self, count):
        with self._lock:
            for _ in range(count):
                self._send(self.stream.next())

    def leave(self):
        """Hangs up, with nothing under way: a client that only looks on would have the broker make its topics by asking
        for them."""
        with self._lock:
            self._producer = None

    def come_back(self):
        with self._lock:
            self._renew()

    def stop(self):
        self._stop.set()
        self._thread.join(10)
        self._file.close()

    def _work(self):
        due = time.monotonic()
        while not self._stop.is_set():
            if self._producer is None:
                time.sleep(0.01)
                continue
            try:
                self._producer.poll(0.01)
            except KafkaException:
                self.come_back()
            if not self._active.is_set():
                due = time.monotonic()
            elif time.monotonic() > due:
                due += 1 / RATE
                self.burst(1)

    def _renew(self):
        """A producer that failed for good is given up; all that waits is sent by a new one."""
        waiting = list(self._waiting.values())
        self._waiting, self._producer = {}, self._made()
        for message in waiting:
            self._send(message)

    def _send(self, message):
        self._number += 1
        number, era, producer = self._number, self.stack.era, self._producer
        self._waiting[number] = message

        def delivered(error, kept):
            if self._waiting.get(number) is not message or producer is not self._producer:
                return
            del self._waiting[number]
            if error:
                with self._lock:
                    self._send(message)
                return
            sent = Sent(message.topic, message.kind, message.source, message.identity, message.variant, message.event_id,
                        message.sha256, kept.partition(), kept.offset(), era, message.code, message.amount, message.case)
            self.sent.append(sent)
            self._file.write(json.dumps(vars(sent), ensure_ascii=False) + "\n")

        try:
            producer.produce(
                self.stack.prefix + message.topic, message.value, message.key, headers=message.headers, on_delivery=delivered)
        except (BufferError, KafkaException):
            pass  # it waits, and goes with the next producer
