"""The whole of it as the faults see it: two servers, replicas of four services, and the commands of an operator."""

import os
import secrets
import shutil
import socket
import subprocess
import time
from pathlib import Path

from bench.process import Trouble
from play.world import ROOT, SERVICES

from .database import Database
from .proxy import Proxies
from .replica import Replica, environment_for_commands

SERVER = ROOT / "deploy/lib/chaos/server.sh"
# Two replicas where order and single effect are decided between them; the others alone, so that two processors suffice.
REPLICAS = {"petitions": 2, "scoring": 1, "compensation": 2, "notifications": 1}


class Stack:
    def __init__(self, state, programs, database_url, prefix, replicas=None):
        self.state, self.programs, self.prefix = state, programs, prefix
        self.database = Database(database_url)
        self.postgres_port, self.broker_port = (int((state / "ports" / name).read_text()) for name in ("postgres", "broker"))
        self.bootstrap_servers = f"127.0.0.1:{self.broker_port}"
        self.proxies = Proxies()
        self._taken = set()
        self.replicas = [Replica(self, service, number + 1) for service in SERVICES
                         for number in range((replicas or REPLICAS)[service])]
        self.services = SERVICES
        self.extra = []  # replicas that come and go
        self.era = 0  # how often the broker has lost its data
        self._data = self.folder_of_postgres()
        self.small_disk = self._data.parent if self._data.parent.is_mount() else None

    def free_port(self):
        """A port that nobody has, and that no other replica of this run was given."""
        while True:
            port = secrets.randbelow(12000) + 20000  # below those that the kernel hands out for outgoing connections
            with socket.socket() as found:
                free = port not in self._taken and found.connect_ex(("127.0.0.1", port)) != 0
            if free:
                self._taken.add(port)
                return port

    def all(self):
        return self.replicas + self.extra

    def of(self, service):
        return [replica for replica in self.all() if replica.service == service]

    def start(self):
        for replica in self.replicas:
            replica.start()
        for replica in self.replicas:
            replica.until_ready()

    def end_all(self):
        """All are asked first and finish side by side."""
        running = [replica for replica in self.all() if replica.runs]
        for replica in running:
            replica.ask_to_end()
        for replica in running:
            replica.has_ended()

    def mend(self):
        """After a fault: no link troubles anybody, and every replica of the plan is there again."""
        for replica in self.all():
            for link in (replica.database, replica.broker):
                link.calm()
            if not replica.runs:
                replica.start()

    def server(self, action, name):
        """What deploy/lib does with a server of this stack."""
        done = subprocess.run(
            ["bash", str(SERVER), action, name], env=self.environment(), capture_output=True, text=True, timeout=120,
            check=False)
        if done.returncode:
            raise Trouble(f"{action} {name}: {done.stdout}{done.stderr}")

    def environment(self):
        return {**os.environ, "ECOREDRESS_STATE": str(self.state)}

    def join(self, service):
        """A replica without a static name: it can leave in order."""
        extra = Replica(self, service, 9, named=False)
        self.extra.append(extra)
        return extra.start()

    def leave(self, extra):
        self.extra.remove(extra)

    def pid_of(self, name):
        return int((self.state / "run" / f"{name}.pid").read_text().split()[0])

    def is_running(self, name):
        return os.path.exists(f"/proc/{self.pid_of(name)}")

    def folder_of_postgres(self):
        """Where PostgreSQL has its data."""
        words = Path(f"/proc/{self.pid_of('postgres')}/cmdline").read_bytes().split(b"\0")
        return Path(words[words.index(b"-D") + 1].decode())

    def copy_database(self):
        """PostgreSQL does not run: its files are whole."""
        self._copy = self._data.with_name("copy")
        copy_folder(self._data, self._copy)

    def restore_database(self):
        copy_folder(self._copy, self._data)
        shutil.rmtree(self._copy)

    def says_restored(self):
        """Whether a service says in /readyz that it publishes no more."""
        return any(b"outbox recover" in (answer[1] if (answer := replica.asks("/readyz")) else b"") for replica in self.replicas)

    def command(self, service, *words, limit=120, **more):
        """One of the operator's commands, as documented; what it printed. More is more of the environment."""
        done = subprocess.run(
            [str(self.programs / service), *words], env=environment_for_commands(self, service) | more, capture_output=True,
            text=True, timeout=limit, check=False)
        if done.returncode:
            raise Trouble(f"{service} {' '.join(words)} ended with {done.returncode}: {done.stdout}{done.stderr}")
        return done.stdout

    def key_of_the_vault(self, service):
        """What scoring and compensation hold is sealed for the vault of petitions, whose private key the operator gives, as
        deploy/docs/operators.md says."""
        if service not in ("scoring", "compensation"):
            return {}
        return {"SEALING_PRIVATE_KEYS_FILE": str(self.state / "keys" / "petitions-vault.key")}

    def until(self, what, condition, limit):
        deadline = time.monotonic() + limit
        while not condition():
            if time.monotonic() > deadline:
                raise Trouble(f"{what}: not within {limit} s")
            time.sleep(0.1)

    def close(self):
        self.end_all()
        self.proxies.stop()


def copy_folder(source, target):
    """With owners and times, since PostgreSQL insists on its own."""
    shutil.rmtree(target, ignore_errors=True)
    subprocess.run(["cp", "--archive", str(source), str(target)], check=True)
