"""Processes of the services: started as ./deploy/run starts them, each behind links of its own, ended as faults would
have it."""

import os
import signal
import struct
import subprocess
import time
import urllib.error
import urllib.request

from bench.process import Trouble, load_environment

GRACE = 40  # seconds after SIGTERM: a little more than a service's own


class Replica:
    """One replica under its static name in the consumer group. It has a name and a port for the whole run, whatever
    process is there: the local broker never gives a dead member up, so whoever was killed comes back under the same
    name."""

    def __init__(self, stack, service, number, named=True):
        self.stack, self.service, self.name, self.named = stack, service, f"{service}-{number}", named
        self.programs = stack.programs  # its own, since two versions may work side by side
        self.database = stack.proxies.link(f"{self.name} to PostgreSQL", stack.postgres_port, "postgres")
        self.broker = stack.proxies.link(f"{self.name} to Kafka", stack.broker_port, "kafka")
        self.port = stack.free_port()
        self.log = stack.state / "log" / f"{self.name}.log"
        self.clock = stack.state / "run" / f"{self.name}.clock"
        self.set_clock(0)
        self.process = None
        self.starts = 0

    @property
    def runs(self):
        return self.process is not None and self.process.poll() is None

    def start(self, faults=None):
        environment = load_environment(self.stack.state / "services" / f"{self.service}.env")
        environment |= {
            "DATABASE_URL": environment["DATABASE_URL"].replace(f":{self.stack.postgres_port}/", f":{self.database.port}/"),
            "KAFKA_BOOTSTRAP_SERVERS": f"127.0.0.1:{self.broker.port}", "HTTP_PORT": str(self.port),
            **({"KAFKA_CONSUMER_GROUP_INSTANCE_ID": self.name} if self.named else {})}
        if (steps := self.stack.state / "clock.so").exists():
            environment |= {"LD_PRELOAD": str(steps), "CHAOS_CLOCK": str(self.clock)}
        if faults:
            environment["FAULT_POINTS"] = faults
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [str(self.programs / self.service), "serve"], env=environment, stdin=subprocess.DEVNULL, stdout=log,
                stderr=log, start_new_session=True)
        self.starts += 1
        self.remember()
        return self

    def remember(self):
        """As deploy/lib/processes.sh writes it: should this program be killed, the script still finds the process."""
        fields = stat(self.process.pid)
        (self.stack.state / "run" / f"{self.name}.pid").write_text(f"{self.process.pid} {fields[19]}\n")

    def set_clock(self, seconds):
        """Its wall clock goes before the true one by so much from now on: see Tests/Chaos/clock.c."""
        with open(self.clock, "r+b" if self.clock.exists() else "wb") as file:
            file.write(struct.pack("=q", int(seconds * 1e9)))

    def kill(self):
        self.send(signal.SIGKILL)
        self.process.wait(10)

    def stop(self, grace=GRACE):
        """Asks it to end; seconds it took, None when it had to be killed."""
        self.ask_to_end()
        return self.has_ended(grace)

    def ask_to_end(self):
        self.send(signal.SIGCONT)
        self.send(signal.SIGTERM)

    def has_ended(self, grace=GRACE):
        """Waits for the end of one that was asked; seconds it took, None when it had to be killed."""
        began = time.monotonic()
        if self.process is None:
            return 0
        try:
            self.process.wait(grace)
            return time.monotonic() - began
        except subprocess.TimeoutExpired:
            self.kill()
            return None

    def send(self, number):
        if self.runs:
            self.process.send_signal(number)

    def asks(self, path, token=None, limit=3):
        """The status and the body of an answer over HTTP; None when there is none."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}")
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        try:
            with urllib.request.urlopen(request, timeout=limit) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()
        except OSError:
            return None

    def is_ready(self):
        answer = self.asks("/readyz")
        return answer is not None and answer[0] == 200

    def until_ready(self, limit=90):
        deadline = time.monotonic() + limit
        while not self.is_ready():
            if not self.runs:
                raise Trouble(f"{self.name} ended with {self.process.returncode} while it started; its log: {self.log}")
            if time.monotonic() > deadline:
                answer = self.asks("/readyz")
                raise Trouble(f"{self.name} is not ready after {limit} s ({answer}); its log: {self.log}")
            time.sleep(0.05)


def stat(pid):
    """The fields of /proc/<pid>/stat behind the name, from the state on."""
    with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
        return file.read().rpartition(")")[2].split()


def environment_for_commands(stack, service):
    """What an operator's command is told: the straight addresses, and the owner's for what only the owner may."""
    environment = {**os.environ}
    for line in (stack.state / "services" / f"{service}.env").read_text().splitlines():
        name, _, value = line.partition("=")
        environment[name] = value
    return environment
