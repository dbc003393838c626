"""An empty machine, as far as one can have it on this one: a checkout without anything made, and an empty home."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

# How this machine reaches a registry of packages is the machine's, not the reader's.
KEPT = ("PIP_", "http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "SSL_CERT_")


class Machine:
    def __init__(self, source, programs=None):
        """A copy of what git knows in `source`, as it stands there; with the executables of a build that was made elsewhere."""
        self.folder = Path(tempfile.mkdtemp(prefix="ecoredress-pages-"))
        self.checkout, self.home, self.notes = (self.folder / name for name in ("ecoredress", "home", "notes"))
        for folder in (self.checkout, self.home, self.notes):
            folder.mkdir()
        known = subprocess.run(["git", "-C", source, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                               check=True, capture_output=True, text=True).stdout
        for name in filter(None, known.split("\0")):
            if (source / name).is_file():
                (self.checkout / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(source / name, self.checkout / name)
        if programs:
            there = self.checkout / ".build/release"
            there.mkdir(parents=True)
            for program in programs:
                link_or_copy(program, there / program.name)

    def environment(self):
        kept = {name: value for name, value in os.environ.items() if name.startswith(KEPT)}
        return {**kept, "HOME": str(self.home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "USER": "reader"}

    def clear(self):
        """Ends what the pages started, whatever of them was followed, and leaves nothing."""
        ended = subprocess.run(["./deploy/stop", "--wipe"], cwd=self.checkout, env=self.environment(), capture_output=True,
                               text=True)
        if ended.returncode:
            sys.exit(f"✗ {self.checkout} stays, since ./deploy/stop --wipe does not end it: {ended.stderr}")
        shutil.rmtree(self.folder)


def link_or_copy(program, there):
    try:
        os.link(program, there)
    except OSError:
        shutil.copy2(program, there)
