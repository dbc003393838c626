"""Plays one part of ./deploy/bench, on a stack that is empty and ready for it."""

import argparse
import importlib
import signal
import subprocess
import sys
from pathlib import Path

from .process import Trouble

PARTS = ("steady", "whole", "loop", "relay", "consumer", "commit", "soak", "writer", "size", "ledger", "deliveries", "cases",
         "pages")


def arguments():
    parser = argparse.ArgumentParser(prog="bench")
    parser.add_argument("--part", choices=PARTS, required=True)
    for name in ("state", "programs"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--database", required=True)
    parser.add_argument("--json", type=Path)
    for name in ("size", "rate", "seconds"):
        parser.add_argument(f"--{name}", type=int)
    return parser.parse_args()


def main():
    options = arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    run = importlib.import_module(f".{options.part}", __package__).Run(options)
    try:
        run.play()
        for found in run.results:
            if options.json:
                found.write(options.json)
    except (Trouble, subprocess.SubprocessError) as trouble:
        sys.exit(f"✗ {trouble}")
    finally:
        run.stop()


main()
