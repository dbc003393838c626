"""What all parts of ./deploy/bench have in common."""

import os
import re
import subprocess
import time
from datetime import datetime
from pathlib import Path

from .books import processor_seconds
from .process import Service, Trouble, load_environment
from .results import Results

ROOT = Path(__file__).resolve().parents[3]
UNIT = re.compile(r",? (µs|ms|s)(?=,| |$)")  # as names of numbers at two sizes have it


class Part:
    """One part: `play` measures it and adds what it found to `results`."""

    REGION = "360400"
    NAME = None

    def __init__(self, options):
        self.options = options
        self.results = []
        self.services = []

    def environment_of(self, name):
        """What the service is told, as ./deploy/run would."""
        return load_environment(self.options.state / "services" / f"{name}.env")

    def owner_url(self, name):
        lines = (self.options.state / "services" / f"{name}.env").read_text("utf-8").splitlines()
        return next(line.partition("=")[2] for line in lines if line.startswith("MIGRATION_DATABASE_URL="))

    def serve(self, name, environment):
        """Starts a service; it ends with the part."""
        service = Service(str(self.options.programs / name), environment, self.options.state, name)
        self.services.append(service)
        return service

    def begin(self):
        """Waits for the service; what time it is, by its clock."""
        self.service.until_ready()
        self.now = datetime.fromisoformat(self.operator.ask("GET", "/operator/clock")["now"].replace("Z", "+00:00"))

    def result(self, size):
        """The table of this part at one size."""
        found = Results(self.NAME, size)
        self.results.append(found)
        return found

    def token(self, *roles):
        """A token of a person with these roles in the part's region."""
        arguments = [argument for role in roles for argument in ("--role", role)]
        done = subprocess.run(
            [ROOT / "deploy" / "token", *arguments, "--region", self.REGION, "--subject", "bench"], capture_output=True,
            text=True, check=True, env={**os.environ, "ECOREDRESS_STATE": str(self.options.state)})
        return done.stdout.strip()

    def database_seconds(self):
        """Processor time of PostgreSQL so far."""
        return processor_seconds(self.options.state / "run" / "postgres.pid")

    def rest(self, limit=900, names=("inbound", "outbox", "timersDue")):
        """Waits until nothing is pending; `operator` is an Asker with that role."""
        deadline, quiet = time.monotonic() + limit, 0
        while quiet < 2:
            pending = self.operator.ask("GET", "/operator/clock")["pending"]
            quiet = 0 if any(pending[name] for name in names) else quiet + 1
            if time.monotonic() > deadline:
                raise Trouble(f"not at rest after {limit} s: {pending}")
            time.sleep(0.02)

    def stop(self):
        for service in self.services:
            service.stop()
        self.services = []

    def tell_sizes(self, measured):
        """Two sizes beside each other; what a number is of stands in its name."""
        show(measured)
        for size, numbers in measured.items():
            found = self.result(size)
            for name, value in numbers.items():
                unit = UNIT.search(name)
                found.add(UNIT.sub("", name), value, unit[1] if unit else "")


def said(text):
    print(f"  · {text} …", flush=True)


def show(measured):
    """Two sizes beside each other."""
    small, large = measured
    names = list(measured[large])
    width = max(len(name) for name in names)
    print(f"\n  {'':<{width}}  {small:>12,}  {large:>12,}   ratio")
    for name in names:
        first, second = measured[small][name], measured[large][name]
        ratio = f"{second / first:.2f}" if first else "–"
        print(f"  {name:<{width}}  {first:>12,.2f}  {second:>12,.2f}  {ratio:>6}")
