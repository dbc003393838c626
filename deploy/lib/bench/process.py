"""The measured process: started without anything in between, watched through /proc."""

import os
import signal
import socket
import subprocess
import threading
import time

TICK = os.sysconf("SC_CLK_TCK")


class Trouble(Exception):
    """What went wrong, in words for the person who asked."""


class Service:
    """One of the services at `serve`, from exec on."""

    def __init__(self, program, environment, state, name="petitions"):
        self._name = name
        self.log_path = state / "log" / f"{name}-1.log"
        self._pid_file = state / "run" / f"{name}-1.pid"
        self._port = int(environment["HTTP_PORT"])
        self.largest = 0
        with open(self.log_path, "ab") as log:
            self.started = time.monotonic()
            self.process = subprocess.Popen(
                [program, "serve"], env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                start_new_session=True)
        # As deploy/lib/processes.sh writes it: should this program be killed, the script still finds the service.
        self._pid_file.write_text(f"{self.process.pid} {self._stat()[19]}\n")
        self._watching = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def until_ready(self, limit=30):
        """Seconds from exec until /readyz answers 200."""
        while True:
            if self._asks_ready():
                return time.monotonic() - self.started
            if self.process.poll() is not None or time.monotonic() - self.started > limit:
                raise Trouble(f"{self._name} is not ready after {limit} s; its log: {self.log_path}")
            time.sleep(0.002)

    def stop(self, limit=40):
        self._watching.set()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(limit)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self._pid_file.unlink(missing_ok=True)

    def processor_seconds(self):
        fields = self._stat()
        return (int(fields[11]) + int(fields[12])) / TICK

    def resident(self):
        """Megabytes at present."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii", errors="replace") as status:
            for line in status:
                if line.startswith("VmRSS:"):
                    return int(line.split()[1]) * 1024 / 1e6
        return 0.0

    def forget_largest(self):
        self.largest = 0

    def _watch(self):
        while not self._watching.wait(0.2):
            try:
                self.largest = max(self.largest, self.resident())
            except OSError:
                return

    def _stat(self):
        """The fields of /proc/<pid>/stat behind the name, from the state on."""
        with open(f"/proc/{self.process.pid}/stat", encoding="utf-8", errors="replace") as stat:
            return stat.read().rpartition(")")[2].split()

    def _asks_ready(self):
        try:
            with socket.create_connection(("127.0.0.1", self._port), 1) as connection:
                connection.sendall(b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                return connection.recv(64).startswith(b"HTTP/1.1 200")
        except OSError:
            return False


def load_environment(path):
    """The service's whole environment, as ./deploy/run would give it; the owner's address is not for who serves."""
    environment = {"PATH": os.environ["PATH"]}
    for line in path.read_text().splitlines():
        name, _, value = line.partition("=")
        environment[name] = value
    environment.pop("MIGRATION_DATABASE_URL", None)
    return environment
