"""The entry of ./deploy/rehearse. Exit code 0 when all held, 2 when the verdict failed, 1 when the rehearsal itself did."""

import argparse
import secrets
import signal
import subprocess
import sys
from pathlib import Path

from bench.process import Trouble
from chaos.stack import Stack
from play.world import SERVICES, Missing

from . import alerts, broker_lost, move_schema, restore, upgrade
from .rehearsal import Rehearsal

REHEARSALS = {
    "restore": restore.play, "broker-lost": broker_lost.play, "move-schema": move_schema.play, "upgrade": upgrade.play,
    "alerts": alerts.play}


def arguments():
    parser = argparse.ArgumentParser(prog="rehearse")
    parser.add_argument("name", choices=REHEARSALS)
    for name in ("state", "programs", "newer"):
        parser.add_argument(f"--{name}", type=Path)
    parser.add_argument("--database")
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--hurry", type=int, default=20)
    parser.add_argument("--only", choices=alerts.TRIALS, action="append")
    return parser.parse_args()


def main():
    options = arguments()
    seed = secrets.randbelow(10 ** 6) if options.seed is None else options.seed
    replicas = dict.fromkeys(SERVICES, 1) if options.name == "alerts" else None
    stack = Stack(options.state, options.programs, options.database, "ecoredress.", replicas)
    rehearsal = None
    try:
        stack.start()
        rehearsal = Rehearsal(stack, seed)
        REHEARSALS[options.name](rehearsal, options)
        return 0 if rehearsal.verdict(options.name) else 2
    except (Trouble, Missing, subprocess.TimeoutExpired) as trouble:
        print(f"✗ {trouble}", file=sys.stderr)
        return 2  # the data stay, to be looked at
    finally:
        if rehearsal:
            rehearsal.end()
        stack.close()


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
