"""The database's address, as its own tools take it."""

import os
import shlex
import subprocess
import sys
from pathlib import Path


def database_environment(url):
    """An environment with libpq's variables for a URL, so that no password stands on a command line."""
    tool = Path(__file__).resolve().parents[1] / "database_url.py"
    text = subprocess.run(
        [sys.executable, str(tool), "environment"], env={**os.environ, "URL": url}, capture_output=True, text=True,
        check=True).stdout
    words = [word for word in shlex.split(text) if word != "export"]
    return {**os.environ, **dict(word.split("=", 1) for word in words)}
