"""Both ends of the pipe, on one clock: a producer of complaints, and a reader of what is committed."""

import threading
import time

from confluent_kafka import Consumer, KafkaError, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic

from .complaint import EVENTS, RECEIVED, TOPIC, complaint, petition_id
from .process import Trouble


def make_topics(servers, names, partitions):
    client = AdminClient({"bootstrap.servers": servers})  # must outlive the answers
    made = client.create_topics([NewTopic(name, partitions, 1) for name in names])
    for name, answer in made.items():
        try:
            answer.result(30)
        except Exception as error:
            raise Trouble(f"the topic {name} could not be made: {error}") from None


class Feeder:
    def __init__(self, servers, prefix, linger):
        self._topic = prefix + TOPIC
        self._failed = []
        self._producer = Producer({
            "bootstrap.servers": servers, "enable.idempotence": True, "linger.ms": linger,
            "queue.buffering.max.messages": 1000000})

    def backlog(self, count, series):
        """Publishes so many, as fast as the broker takes them."""
        for number in range(count):
            key, value = complaint(number, series)
            while True:
                try:
                    self._producer.produce(self._topic, value, key, on_delivery=self._delivered)
                    break
                except BufferError:
                    self._producer.poll(0.05)
            if number % 1000 == 0:
                self._producer.poll(0)
        if self._producer.flush(120) or self._failed:
            raise Trouble(f"the broker did not take all complaints: {self._failed[:1]}")

    def steady(self, rate, seconds, series):
        """Publishes at a steady rate; when the broker acknowledged each, by the id of the petition it must become."""
        acknowledged, done = {}, threading.Event()

        def serve():  # answers are taken the moment they come, whatever the rhythm of sending
            while not done.is_set():
                self._producer.poll(0.1)

        server = threading.Thread(target=serve, daemon=True)
        server.start()
        began = time.monotonic()
        for number in range(rate * seconds):
            ahead = began + number / rate - time.monotonic()
            if ahead > 0:
                time.sleep(ahead)
            key, value = complaint(number, series)

            def delivered(error, _, petition=petition_id(key)):
                acknowledged[petition] = time.monotonic()
                if error:
                    self._failed.append(str(error))

            self._producer.produce(self._topic, value, key, on_delivery=delivered)
        took = time.monotonic() - began
        self._producer.flush(60)
        done.set()
        server.join()
        if self._failed or len(acknowledged) < rate * seconds:
            raise Trouble(f"the broker did not take all complaints: {self._failed[:1]}")
        return acknowledged, took

    def _delivered(self, error, _):
        if error:
            self._failed.append(str(error))


class Reader:
    """Reads the petitions topic from its beginning, committed transactions only, without a group."""

    def __init__(self, servers, prefix):
        topic = prefix + EVENTS
        self._consumer = Consumer({
            "bootstrap.servers": servers, "group.id": "bench-reader", "isolation.level": "read_committed",
            "enable.auto.commit": False, "auto.offset.reset": "earliest", "fetch.wait.max.ms": 10,
            "queued.min.messages": 100000})
        partitions = self._consumer.list_topics(topic, 30).topics[topic].partitions
        self._consumer.assign([TopicPartition(topic, number, 0) for number in partitions])

    def until(self, count, limit):
        """All messages up to the count, and when the last of them could be read. Little is done while the service is
        at work, since it shares the processors with us: what they are is looked at afterwards."""
        found, deadline = [], time.monotonic() + limit
        while len(found) < count:
            batch = self._consumer.consume(10000, 0.02)
            found += [message for message in batch if not _failed(message)]
            if time.monotonic() > deadline:
                raise Trouble(f"{len(found)} of {count} events were readable within {limit} s")
        return found, time.time()

    def each(self, count, limit):
        """When each petition's event could be read: one by one, the moment it is there."""
        seen, deadline = {}, time.monotonic() + limit
        while len(seen) < count:
            message = self._consumer.poll(0.1)
            now = time.monotonic()
            if message is not None and not _failed(message):
                seen.setdefault(message.key(), (now, message))
            elif now > deadline:
                raise Trouble(f"{len(seen)} of {count} events were readable within {limit} s")
        return seen

    def close(self):
        self._consumer.close()


def _failed(message):
    error = message.error()
    if error and error.code() != KafkaError._PARTITION_EOF:
        raise Trouble(f"the reader failed: {error}")
    return bool(error)


def check(messages, expected):
    """That what was read is what was asked for: petition.received, once for each complaint."""
    received = [m.key() for m in messages if dict(m.headers() or []).get("ce_type") == RECEIVED]
    if len(received) != len(set(received)):
        raise Trouble(f"{len(received) - len(set(received))} petitions were told of twice")
    if lost := expected - set(received):
        raise Trouble(f"{len(lost)} complaints have no petition.received, such as {next(iter(lost)).decode()}")
