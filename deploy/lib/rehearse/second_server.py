"""A second PostgreSQL beside that of the stack, prepared as the first was."""

import os
import subprocess

from bench.process import Trouble
from chaos.database import Database
from chaos.stack import SERVER
from play.world import ROOT


class SecondServer:
    def __init__(self, stack):
        self._stack, self._state = stack, stack.state / "second"
        for folder in ("log", "run", "ports", "secrets"):
            (self._state / folder).mkdir(parents=True, exist_ok=True)
        (self._state / "secrets").chmod(0o700)
        self._server("start")
        self.port = int((self._state / "ports/postgres").read_text())
        password = (self._state / "secrets/postgres").read_text().strip()
        self.url = f"postgresql://postgres:{password}@127.0.0.1:{self.port}/{stack.database.name}"
        self._bootstrap()
        self.database = Database(self.url)

    def end(self):
        self._server("stop")

    def _server(self, action):
        environment = {**os.environ, "ECOREDRESS_STATE": str(self._state)}
        done = subprocess.run(["bash", str(SERVER), action, "postgres"], env=environment, capture_output=True,
                              text=True, timeout=120, check=False)
        if done.returncode:
            raise Trouble(f"{action} of the second PostgreSQL: {done.stdout}{done.stderr}")

    def _bootstrap(self):
        """deploy/bootstrap.sql, with the passwords that the services have."""
        environment = Database(self.url).environment | {
            "PGDATABASE": "postgres", "ECOREDRESS_DATABASE": self._stack.database.name,
            **{f"{name.upper()}_PASSWORD": (self._stack.state / "secrets" / name).read_text().strip()
               for service in self._stack.services for name in (service, f"{service}_owner")}}
        done = subprocess.run(["psql", "--no-psqlrc", "--quiet", "--file", str(ROOT / "deploy/bootstrap.sql")],
                              env=environment, capture_output=True, text=True, timeout=60, check=False)
        if done.returncode:
            raise Trouble(f"bootstrap.sql: {done.stderr}")


class Split:
    """Both servers as one for who looks: each question goes to the server that has its schema."""

    def __init__(self, first, second, schema):
        self.first, self.second, self.schema = first, second, f"{schema}."
        self.name, self.environment = first.name, first.environment

    def rows(self, query):
        return self._of(query).rows(query)

    def run(self, statement, limit=60):
        return self._of(statement).run(statement, limit)

    def tables(self, queries):
        moved = {name: query for name, query in queries.items() if self.schema in query}
        others = {name: query for name, query in queries.items() if name not in moved}
        return self.first.tables(others) | self.second.tables(moved)

    def dump(self):
        yield from self.first.dump()
        yield from self.second.dump()

    def answers(self):
        return self.first.answers() and self.second.answers()

    def _of(self, statement):
        return self.second if self.schema in statement else self.first
