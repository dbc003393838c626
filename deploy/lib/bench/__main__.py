"""One part of the run: time to be ready and a steady rate, or the C program and the same complaints through petitions."""

import argparse
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

from .complaint import EVENTS, RECEIVED, TOPIC, complaint, petition_id
from .database import database_environment
from .kafka import Feeder, Reader, check, make_topics
from .process import Service, Trouble, load_environment

BATCH, PARTITIONS, STARTS = 1000, 6, 5
WARM = 500
PARTS = ("steady", "whole")


def arguments():
    parser = argparse.ArgumentParser(prog="bench")
    for name in ("state", "program", "limit", "reader"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--part", choices=PARTS, required=True)
    parser.add_argument("--database", required=True)
    for name in ("complaints", "rate", "seconds"):
        parser.add_argument(f"--{name}", type=int, required=True)
    return parser.parse_args()


class Run:
    def __init__(self, options):
        self.options = options
        self.environment = load_environment(options.state / "services" / "petitions.env")
        self.servers = self.environment["KAFKA_BOOTSTRAP_SERVERS"]
        self.prefix = self.environment["TOPIC_PREFIX"]
        self.service = None
        self.rows = []

    def play(self):
        self.row("load average before", f"{os.getloadavg()[0]:.2f}, {os.cpu_count()} processors")
        if self.options.part == "steady":
            self.ready()
            self.start()
            self.warm()
            self.steady()
            print()
        else:
            bare = self.bare()
            print(f"\nratio {self.whole() / bare:.2f}\n")
        size = max(len(name) for name, _ in self.rows)
        for name, value in self.rows:
            print(f"  {name:<{size}}  {value}")

    def row(self, name, value):
        self.rows.append((name, value))

    def start(self):
        self.service = Service(str(self.options.program), self.environment, self.options.state)
        return self.service

    def stop(self):
        if self.service:
            self.service.stop()
            self.service = None

    def ready(self):
        said("from exec to ready, on the migrated database")
        times = []
        for _ in range(STARTS):
            times.append(self.start().until_ready())
            self.stop()
        self.row("exec to /readyz 200, median (slowest)", f"{sorted(times)[STARTS // 2]:.3f} s ({max(times):.3f} s)")

    def bare(self):
        """Complaints a second of the C program, end to end."""
        said(f"the C program: {self.options.complaints} complaints")
        make_topics(self.servers, ("lim-in", "lim-out"), PARTITIONS)
        count = self.options.complaints
        # The empty string lets libpq take all it needs from the environment.
        command = [self.options.limit, self.servers, "", str(count), str(BATCH)]
        done = subprocess.run(
            command, env=database_environment(self.options.database), capture_output=True, text=True,
            timeout=120 + count / 500)
        found = re.search(r"end-to-end incl relay [\d.]+s = (\d+)/s", done.stdout)
        if done.returncode or not found:
            raise Trouble(f"the C program failed: {done.stdout}{done.stderr}")
        self.row("C program, complaints a second", found[1])
        return int(found[1])

    def whole(self):
        """The same through petitions: complaints first, then the service; from the instant that its first transaction
        began (the registration of the first petition) to the last event in a reader's hands."""
        count = self.options.complaints
        said(f"petitions: {count} complaints")
        Feeder(self.servers, self.prefix, linger=5).backlog(count, "c")
        reader = self.reader(count)
        service = self.start()
        rows = reader.rows(limit=120 + count / 500)
        processor = service.processor_seconds()
        ended = max(at for at, _, _ in rows) + time.time() - time.monotonic()
        took = ended - self.first_registration()
        check(rows, {petition_id(complaint(number, "c")[0]) for number in range(count)})
        self.row("petitions, complaints a second", f"{count / took:.0f}")
        self.row("processor time per complaint", f"{processor / count * 1e6:.0f} µs")
        self.row("resident at full load, largest", f"{service.largest:.0f} MB")
        return count / took

    def reader(self, count, topic=EVENTS):
        output = self.options.state / "log" / f"reader-{topic}.log"
        kind = RECEIVED if topic == EVENTS else None
        return Reader(self.options.reader, self.servers, self.prefix + topic, count, output, kind)

    def first_registration(self):
        done = subprocess.run(
            ["psql", "--no-psqlrc", "--no-align", "--tuples-only", "--command",
             "select extract(epoch from min(received_at)) from petition"],
            env=database_environment(self.environment["DATABASE_URL"]), capture_output=True, text=True, check=False)
        if done.returncode or not done.stdout.strip():
            raise Trouble(f"the database does not say when the first petition was registered: {done.stderr}")
        return float(done.stdout)

    def warm(self):
        """A few complaints before the steady rate: connections, statements and producers are there."""
        count = WARM
        Feeder(self.servers, self.prefix, linger=5).backlog(count, "w")
        self.reader(count).rows(limit=60)

    def steady(self):
        rate, seconds = self.options.rate, self.options.seconds
        said(f"steady: {rate} a second for {seconds} s")
        count, service = rate * seconds, self.service
        reader, bare = self.reader(WARM + count), self.reader(WARM + count, TOPIC)
        time.sleep(1)  # it reads what the part before has left
        service.forget_largest()
        before = service.processor_seconds()
        acknowledged, took = Feeder(self.servers, self.prefix, linger=0).steady(rate, seconds, "s")
        rows = reader.rows(limit=60)
        processor = service.processor_seconds() - before
        check(rows, set(acknowledged))
        self.row("steady rate reached, a second", f"{count / took:.0f}")
        self.delays("acknowledged to readable", [(at, key) for at, key, _ in rows], acknowledged)
        # What the broker itself takes, its pauses included: the complaints as another consumer sees them.
        self.delays("the broker alone", [(at, petition_id(key)) for at, key, _ in bare.rows(limit=10)], acknowledged)
        self.row("processor time per complaint, steady", f"{processor / count * 1e6:.0f} µs")
        self.row("resident at the steady rate, largest", f"{service.largest:.0f} MB")

    def delays(self, name, seen, acknowledged):
        """Milliseconds from the broker's acknowledgement of a complaint until a reader had what was seen."""
        delays = sorted((at - acknowledged[key]) * 1000 for at, key in seen if key in acknowledged)
        for label, share in (("p50", 0.5), ("p99", 0.99), ("slowest", 1)):
            self.row(f"{name}, {label}", f"{delays[int(share * (len(delays) - 1))]:.1f} ms")


def said(text):
    print(f"  · {text} …", flush=True)


def main():
    run = Run(arguments())
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        run.play()
    except (Trouble, subprocess.TimeoutExpired) as trouble:
        sys.exit(f"✗ {trouble}")
    finally:
        run.stop()


main()
