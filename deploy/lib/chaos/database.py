"""The database as a superuser sees it, past every proxy and every role."""

import json
import subprocess

from bench.database import database_environment
from bench.process import Trouble


class Database:
    def __init__(self, url):
        self.environment = database_environment(url)
        self.name = self.environment["PGDATABASE"]

    def rows(self, query):
        """The rows of a query, each a dictionary."""
        return [json.loads(line) for line in self.run(f"select to_jsonb(q) from ({query}) q").splitlines()]

    def tables(self, queries):
        """The rows of many queries by name, all from one snapshot."""
        script = "".join(f"select jsonb_build_array('{name}', to_jsonb(q)) from ({query}) q;" for name, query in queries.items())
        found = {name: [] for name in queries}
        for line in self.run(f"begin isolation level repeatable read; {script} commit").splitlines():
            name, row = json.loads(line)
            found[name].append(row)
        return found

    def run(self, statement, limit=60):
        try:
            done = subprocess.run(
                ["psql", "--no-psqlrc", "--quiet", "--no-align", "--tuples-only", "--set=ON_ERROR_STOP=1", "--command", statement],
                env=self.environment, capture_output=True, text=True, timeout=limit, check=False)
        except subprocess.TimeoutExpired as late:
            raise Trouble(f"the database did not answer \"{statement[:200]}\" within {limit} s") from late
        if done.returncode:
            raise Trouble(f"the database refused \"{statement[:200]}\": {done.stderr.strip()}")
        return done.stdout

    def session(self):
        """A session that stays open: what is written to it is done at once, until it is closed."""
        return subprocess.Popen(
            ["psql", "--no-psqlrc", "--quiet"], env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, text=True)

    def answers(self):
        """Whether anybody is let in."""
        try:
            return self.run("select 1", limit=5).strip() == "1"
        except Trouble:
            return False

    def dump(self):
        """Everything that the tables hold, as text: some lines at a time, so that nobody else in this process is kept waiting."""
        with subprocess.Popen(["pg_dump", "--data-only", "--dbname", self.name], env=self.environment, stdout=subprocess.PIPE) as dumping:
            while lines := dumping.stdout.readlines(1 << 20):
                yield b"".join(lines)
        if dumping.returncode:
            raise Trouble("the database could not be read whole: pg_dump says above why")
