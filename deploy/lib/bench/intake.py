"""What the parts share that feed `petitions` with complaints through Kafka."""

import os
import re
import subprocess
import tempfile
import threading
import time

from .complaint import EVENTS, RECEIVED, complaint, petition_id
from .database import ask, database_environment
from .kafka import Feeder, Reader, make_topics
from .part import Part, said
from .process import Trouble
from .results import share
from .scrape import histogram, percentile

BATCH, PARTITIONS = 1000, 6
WARM = 500


class Intake(Part):
    def __init__(self, options):
        super().__init__(options)
        self.environment = self.environment_of("petitions")
        self.servers = self.environment["KAFKA_BOOTSTRAP_SERVERS"]
        self.prefix = self.environment["TOPIC_PREFIX"]
        self.service = None

    def start(self):
        self.service = self.serve("petitions", self.environment)
        return self.service

    def feed(self, count, series):
        Feeder(self.servers, self.prefix, linger=5).backlog(count, series)

    def steady(self, rate, seconds, series):
        """When the broker acknowledged each complaint, by the id of its petition; and how long it took."""
        return Feeder(self.servers, self.prefix, linger=0).steady(rate, seconds, series)

    def reader(self, count, topic=EVENTS):
        return self.stranger(count, self.prefix + topic, RECEIVED if topic == EVENTS else None)

    def stranger(self, count, topic, kind=None):
        """Tests/Benchmarks/reader.c on any topic."""
        return Reader(
            self.options.state / "reader", self.servers, topic, count, self.options.state / "log" / f"reader-{topic}.log", kind)

    def warm(self):
        """A few complaints before what is measured: connections, statements and producers are there."""
        self.feed(WARM, "w")
        self.reader(WARM).rows(limit=60)

    def petitions(self, count, series):
        return {petition_id(complaint(number, series)[0]) for number in range(count)}

    def bare(self, found, count, alone=False):
        """Complaints a second of the C program: end to end, or without its relay."""
        said(f"the C program{', without its relay' if alone else ''}: {count:,} complaints")
        make_topics(self.servers, ("lim-in", "lim-out"), PARTITIONS)
        words = ["consume"] if alone else []
        # The empty string lets libpq take all it needs from the environment.
        printed, used, largest = bare_run(
            [self.options.state / "limit", self.servers, "", str(count), str(BATCH), *words],
            self.options.database, 120 + count / 500)
        rate = re.search((r"committed \d+" if alone else r"relay") + r" (?:in )?[\d.]+s = (\d+)/s", printed)
        if not rate:
            raise Trouble(f"the C program said: {printed}")
        found.add("the C program, complaints a second", int(rate[1]), "a second")
        found.add("the C program, processor time per complaint, its feeding included", used / count * 1e6, "µs")
        found.add("the C program, resident, largest", largest, "MB")
        return int(rate[1])

    def taken(self):
        """How many complaints the service has taken in."""
        return int(ask(self.environment["DATABASE_URL"], "select coalesce(sum(next_offset), 0) from consumer_position "
                       "where topic = 'complaints' or topic like '%.complaints'")[0])

    def until_taken(self, count, every=0.1):
        """Waits until so many are; answers the instant."""
        deadline = time.monotonic() + 120 + count / 500
        while (there := self.taken()) < count:
            if time.monotonic() > deadline:
                raise Trouble(f"only {there} of {count} complaints were taken in")
            time.sleep(every)
        return time.monotonic()

    def first_registration(self):
        """The instant that the first transaction began."""
        lines = ask(self.environment["DATABASE_URL"], "select extract(epoch from min(received_at)) from petition")
        if not lines or not lines[0]:
            raise Trouble("the database does not say when the first petition was registered")
        return float(lines[0])

    def costs(self, found, count, used, what="complaint"):
        """Processor time and memory of what was done; `used` from `spent` before and after."""
        before, after = used
        found.add(f"processor time per {what}, petitions", (after[0] - before[0]) / count * 1e6, "µs")
        found.add(f"processor time per {what}, database", (after[1] - before[1]) / count * 1e6, "µs")

    def own_times(self, found, what, name, before=None):
        """Percentiles of what the service measures itself; without an earlier reading, since it began."""
        after = histogram(int(self.environment["HTTP_PORT"]), name)
        for label, part in (("p50", 0.5), ("p99", 0.99)):
            if (value := percentile(before or {}, after, part)) is not None:
                found.add(f"{what}, {label}", value * 1000, "ms")

    def spent(self):
        return self.service.processor_seconds(), self.database_seconds()


def delays(found, name, seen, acknowledged, **marks):
    """Milliseconds from an instant of each until it was seen; both by key, on one clock."""
    times = sorted((at - acknowledged[key]) * 1000 for at, key in seen if key in acknowledged)
    if not times:
        raise Trouble(f"{name}: nothing of what was fed was seen")
    for label, part in (("p50", 0.5), ("p99", 0.99), ("slowest", 1)):
        found.add(f"{name}, {label}", share(times, part), "ms", most=marks.get(label))


def bare_run(command, database, limit):
    """What a program of ours in C printed, its processor seconds, and its largest resident size in megabytes."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as printed:
        process = subprocess.Popen(command, env=database_environment(database), stdout=printed, stderr=printed)
        clock = threading.Timer(limit, process.kill)
        clock.start()
        _, status, usage = os.wait4(process.pid, 0)
        clock.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        text = printed.read()
    if process.returncode:
        raise Trouble(f"{command[0].name} ended with {process.returncode}: {text}")
    return text, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6


def wall_clock():
    """What to add to time.monotonic() to have the time of day, which the database tells."""
    return time.time() - time.monotonic()
