"""Both ends of the pipe, on one clock: a producer of complaints, and a reader of what is committed."""

import subprocess
import threading
import time

from confluent_kafka import Producer
from confluent_kafka.admin import AdminClient, NewTopic

from .complaint import RECEIVED, TOPIC, complaint, petition_id
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

    def backlog(self, count, series, first=0):
        """Publishes so many, as fast as the broker takes them."""
        for number in range(first, first + count):
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

        def send(number):
            key, value = complaint(number, series)

            def delivered(error, _, petition=petition_id(key)):
                acknowledged[petition] = time.monotonic()
                if error:
                    self._failed.append(str(error))

            self._producer.produce(self._topic, value, key, on_delivery=delivered)

        # A producer that does not know its broker yet lets half a second gather, which would arrive as one burst.
        send(0)
        self._producer.flush(30)
        began = time.monotonic()
        for number in range(1, rate * seconds):
            ahead = began + number / rate - time.monotonic()
            if ahead > 0:
                time.sleep(ahead)
            send(number)
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
    """Tests/Benchmarks/reader.c at work on a topic, from its beginning, until it has so many records of a type."""

    def __init__(self, program, servers, topic, count, output, kind=None):
        self._count, self._output = count, output
        words = [program, servers, topic, str(count)] + ([kind.decode()] if kind else [])
        with open(output, "wb") as out:
            self._process = subprocess.Popen(words, stdout=out)

    def rows(self, limit):
        """Waits for the last record; then for each: when it could be read (time.monotonic), its key, its type."""
        try:
            status = self._process.wait(limit)
        except subprocess.TimeoutExpired:
            status = None
        self.close()
        if status:
            raise Trouble("the reader failed")
        found = self._rows()
        if len(found) < self._count:
            raise Trouble(f"not all of {self._count} events were readable within {limit} s")
        return found

    def rows_until(self, count, limit):
        """The same for a reader that would read for ever: ends it once it has so many records of any type."""
        deadline = time.monotonic() + limit
        while self._output.read_bytes().count(b"\n") < count:
            if time.monotonic() > deadline or self._process.poll() is not None:
                raise Trouble(f"not all of {count} events were readable within {limit} s")
            time.sleep(0.5)
        self.close()
        return self._rows()

    def _rows(self):
        # A line that was being written when the reader was ended is none.
        lines = self._output.read_bytes().rpartition(b"\n")[0].splitlines()
        return [(int(at) / 1e9, key, kind) for at, key, kind in (line.split(b" ") for line in lines)]

    def close(self):
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()


def check(rows, expected):
    """That what was read is what was asked for: petition.received, once for each complaint."""
    received = [key for _, key, kind in rows if kind == RECEIVED]
    if len(received) != len(set(received)):
        raise Trouble(f"{len(received) - len(set(received))} petitions were told of twice")
    if lost := expected - set(received):
        raise Trouble(f"{len(lost)} complaints have no petition.received, such as {next(iter(lost)).decode()}")
