"""The entry of ./deploy/chaos. Exit code 0 without findings, 2 with some, 1 when the run itself failed."""

import argparse
import secrets
import signal
import sys
from pathlib import Path

from bench.process import Trouble

from . import report
from .faults import FAULTS
from .run import Run
from .schedule import Schedule
from .sender import Sender
from .stack import Stack
from .stream import Stream
from .witness import Witness


# The proxies run in a thread beside the judge: whoever speaks through them must not wait until it has looked at everything.
sys.setswitchinterval(0.0005)


def arguments():
    parser = argparse.ArgumentParser(prog="chaos")
    parser.add_argument("--faults", action="store_true")
    for name in ("state", "programs"):
        parser.add_argument(f"--{name}", type=Path)
    parser.add_argument("--database")
    for name, default in (("seed", None), ("kills", 24), ("settle-every", 10), ("seconds", 0)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--only", choices=FAULTS, action="append")
    parser.add_argument("--except", choices=FAULTS, action="append", default=[], dest="left_out")
    return parser.parse_args()


def main():
    options = arguments()
    if options.faults:
        for fault in FAULTS.values():
            excepted = f" Only when asked for: {fault.excepted}." if fault.excepted else ""
            print(f"  {fault.name:<20} {fault.summary}{excepted}")
        return 0
    seed = secrets.randbelow(10 ** 6) if options.seed is None else options.seed
    stack = Stack(options.state, options.programs, options.database, "ecoredress.")
    sender, line = None, report.Moving(f"seed {seed}")
    try:
        stack.start()
        sent, evidence = options.state / "sent.jsonl", options.state / "history.jsonl.gz"
        for file in (sent, evidence):
            file.unlink(missing_ok=True)
        sender = Sender(stack, Stream(seed), sent)
        run = Run(stack, sender, Witness(stack, sender), Schedule(seed, options.only, options.left_out), line)
        run.play(options.kills, max(1, options.settle_every), options.seconds)
        report.show(run, seed)
        report.write(run, seed, options.state / "report.json")
        if run.evidence:
            report.keep(run.evidence, evidence)
        return 2 if run.findings else 0
    finally:
        if sender:
            sender.stop()
        stack.close()


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        sys.exit(main())
    except Trouble as trouble:
        sys.exit(f"✗ {trouble}")
    except KeyboardInterrupt:
        sys.exit(130)
