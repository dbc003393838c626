"""Filling the books, and what the database itself has used of the processors."""

import os
import subprocess
import time
from pathlib import Path

from .database import database_environment
from .process import TICK, Trouble


class Books:
    """One session under the service's own role: copies are made of petitions that the service itself took in."""

    def __init__(self, url, owner_url, what="petitions", script="fill.sql", function="fill", chunk=20000):
        self._what, self._script, self._function, self._chunk = what, script, function, chunk
        self._owner = database_environment(owner_url)
        self._session = subprocess.Popen(
            ["psql", "--no-psqlrc", "--quiet", "--no-align", "--tuples-only", "--set=ON_ERROR_STOP=1"],
            env=database_environment(url), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.size = 0

    def prepare(self):
        """Once the templates stand where they should."""
        self.ask("\\i " + str(Path(__file__).with_name(self._script)))

    def fill(self, size, more="", settle=lambda: None):
        """Fills up to this size, lets the service settle what follows from it, and tidies as autovacuum does by itself some
        time later. More arguments of the script's function begin with a comma."""
        began = time.monotonic()
        while self.size < size:
            last = min(size, self.size + self._chunk)
            self.ask(f"select pg_temp.{self._function}({self.size + 1}, {last}{more});")
            self.size = last
            took = time.monotonic() - began
            print(f"\r  · filling: {last:,} of {size:,} {self._what} ({took:.0f} s)", end="", flush=True)
        print(flush=True)
        settle()
        subprocess.run(
            ["psql", "--no-psqlrc", "--quiet", "--command", "vacuum analyze"], env=self._owner, check=True,
            stderr=subprocess.DEVNULL)
        subprocess.run(["psql", "--no-psqlrc", "--quiet", "--command", "checkpoint"], env=self._owner, check=False,
                       stderr=subprocess.DEVNULL)

    def ask(self, statement):
        """The lines that a statement answers."""
        self._session.stdin.write(f"{statement}\n\\echo --done--\n")
        self._session.stdin.flush()
        lines = []
        for line in self._session.stdout:
            if line.rstrip("\n") == "--done--":
                return lines
            lines.append(line.rstrip("\n"))
        raise Trouble("the database refused to fill the books; its words are above")

    def close(self):
        self._session.stdin.close()
        self._session.wait(30)


def processor_seconds(pid_file):
    """Seconds of processor time that a server and its children have used, those that have ended included."""
    server = int(pid_file.read_text().split()[0])
    total = 0
    for process in os.listdir("/proc"):
        if not process.isdigit():
            continue
        try:
            text = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        fields = text.rpartition(")")[2].split()
        if int(process) == server:
            total += sum(int(field) for field in fields[11:15])
        elif int(fields[1]) == server:
            total += int(fields[11]) + int(fields[12])
    return total / TICK
