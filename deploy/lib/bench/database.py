"""The database's address as its own tools take it, and questions to it."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

from .process import Trouble


def database_environment(url):
    """An environment with libpq's variables for a URL, so that no password stands on a command line."""
    tool = Path(__file__).resolve().parents[1] / "database_url.py"
    text = subprocess.run(
        [sys.executable, str(tool), "environment"], env={**os.environ, "URL": url}, capture_output=True, text=True,
        check=True).stdout
    words = [word for word in shlex.split(text) if word != "export"]
    return {**os.environ, **dict(word.split("=", 1) for word in words)}


PSQL = ["psql", "--no-psqlrc", "--quiet", "--no-align", "--tuples-only", "--set=ON_ERROR_STOP=1"]


def ask(url, statement):
    """The lines that a statement answers."""
    done = subprocess.run(
        [*PSQL, "--command", statement], env=database_environment(url), capture_output=True, text=True, check=False)
    if done.returncode:
        raise Trouble(f"the database refused {statement}: {done.stderr}")
    return done.stdout.splitlines()


class Session:
    """A session that stays open while something is measured, and whatever it holds with it."""

    def __init__(self, url, *statements):
        """Answers when all statements are done."""
        self._process = subprocess.Popen(PSQL, env=database_environment(url), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                         text=True)
        for statement in (*statements, "\\echo --done--"):
            self._process.stdin.write(f"{statement}\n")
        self._process.stdin.flush()
        while (line := self._process.stdout.readline().rstrip("\n")) != "--done--":
            if not line and self._process.poll() is not None:
                raise Trouble("the session ended; the database's words are above")

    def close(self):
        """Ends it; a transaction that is open is rolled back."""
        self._process.stdin.close()
        self._process.wait(30)
