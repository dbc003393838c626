"""What the parts of ./deploy/bench that ask a whole service have in common."""

import argparse
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from .process import Trouble

ROOT = Path(__file__).resolve().parents[3]


class Part:
    """One part; whoever inherits it sets `options`, `operator` (an Asker) and `play`."""

    REGION = "360400"

    def token(self, *roles):
        """A token of a person with these roles in the part's region."""
        arguments = [argument for role in roles for argument in ("--role", role)]
        done = subprocess.run(
            [ROOT / "deploy" / "token", *arguments, "--region", self.REGION, "--subject", "bench"], capture_output=True,
            text=True, check=True, env={**os.environ, "ECOREDRESS_STATE": str(self.options.state)})
        return done.stdout.strip()

    def rest(self, limit=900, names=("inbound", "outbox", "timersDue")):
        """Waits until nothing is pending."""
        deadline, quiet = time.monotonic() + limit, 0
        while quiet < 2:
            pending = self.operator.ask("GET", "/operator/clock")["pending"]
            quiet = 0 if any(pending[name] for name in names) else quiet + 1
            if time.monotonic() > deadline:
                raise Trouble(f"not at rest after {limit} s: {pending}")
            time.sleep(0.02)


def main(part, count="size", paths=("state", "program")):
    """Plays a part with what the command line says: paths, and a count of what it is about."""
    parser = argparse.ArgumentParser()
    for name in paths:
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument(f"--{count}", type=int, required=True)
    run = part(parser.parse_args())
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        run.play()
    except (Trouble, subprocess.SubprocessError) as trouble:
        sys.exit(f"✗ {trouble}")
    finally:
        run.stop()


def said(text):
    print(f"  · {text} …", flush=True)


def show(measured):
    """Two sizes beside each other."""
    small, large = measured
    names = list(measured[large])
    width = max(len(name) for name in names)
    print(f"\n  {'':<{width}}  {small:>12,}  {large:>12,}   ratio")
    for name in names:
        first, second = measured[small][name], measured[large][name]
        ratio = f"{second / first:.2f}" if first else "–"
        print(f"  {name:<{width}}  {first:>12,.2f}  {second:>12,.2f}  {ratio:>6}")
