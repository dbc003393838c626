"""A reader's shell: one bash that keeps what it was told, command after command."""

import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path


class Stuck(Exception):
    """A command that did not come back in its time."""


@dataclass
class Outcome:
    code: int
    printed: str
    told: str  # on standard error


class Shell:
    def __init__(self, folder, environment, notes):
        """In this folder; what commands print is kept in files under `notes`."""
        self.notes, self.count = notes, 0
        self.answers, writer = os.pipe()
        # Job control, so that a command that is interrupted is a group of its own, as at a terminal; and the shell itself goes
        # on, as it does there.
        self.bash = subprocess.Popen(
            ["bash", "--noprofile", "--norc"], cwd=folder, env=environment, stdin=subprocess.PIPE, text=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, pass_fds=[writer], start_new_session=True,
            # Whoever started us in the background of a script has made us deaf to it, and so our children.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
        self.writer = writer
        os.close(writer)
        os.set_blocking(self.answers, False)
        self.say("set -m; trap : INT")

    def say(self, text):
        self.bash.stdin.write(text + "\n")
        self.bash.stdin.flush()

    def run(self, text, patience, endless=False):
        """Runs a command as it stands. One that is endless is left alone until it is quiet, and then interrupted."""
        self.count += 1
        files = [self.notes / f"{self.count}.{kind}" for kind in ("sh", "out", "err")]
        files[0].write_text(text + "\n", "utf-8")
        before = self.children() if endless else []
        self.say(f". {files[0]} >{files[1]} 2>{files[2]} </dev/null; echo $? >&{self.writer}")
        deadline = time.monotonic() + patience
        if endless:
            self.quiet(files[1], deadline)
            for pid in set(self.children()) - set(before):
                send(pid, signal.SIGINT)
        code = self.code(deadline + (10 if endless else 0), text)
        if endless and code in (128 + signal.SIGINT, 128 + signal.SIGTERM):
            code = 0
        return Outcome(code, *(file.read_text("utf-8", errors="replace") for file in files[1:]))

    def code(self, deadline, text):
        while time.monotonic() < deadline:
            try:
                if answer := os.read(self.answers, 100):
                    return int(answer)
            except BlockingIOError:
                pass
            if self.bash.poll() is not None:
                raise Stuck(f"the shell ended with {self.bash.returncode}")
            time.sleep(0.02)
        raise Stuck("it does not come back")

    def quiet(self, file, deadline):
        """Waits until something was printed and nothing more for two seconds."""
        size, since = 0, time.monotonic()
        while time.monotonic() < deadline:
            now = file.stat().st_size if file.exists() else 0
            if now != size:
                size, since = now, time.monotonic()
            if size and time.monotonic() - since > 2:
                return
            time.sleep(0.1)

    def children(self):
        """As the kernel lists them, since a bare machine has no ps; none when the shell has ended."""
        try:
            listed = Path(f"/proc/{self.bash.pid}/task/{self.bash.pid}/children").read_text()
        except FileNotFoundError:
            return []
        return [int(pid) for pid in listed.split()]

    def close(self):
        """Ends it, and what it has left in the background."""
        left = self.children()
        self.bash.stdin.close()
        for pid in left:
            send(pid, signal.SIGTERM)
        try:
            self.bash.wait(10)
        except subprocess.TimeoutExpired:
            for pid in [*self.children(), self.bash.pid]:
                send(pid, signal.SIGKILL)
            self.bash.wait()
        os.close(self.answers)


def send(pid, what):
    """To the group of a command; with job control each has its own."""
    try:
        os.killpg(pid, what)
    except ProcessLookupError:
        pass
