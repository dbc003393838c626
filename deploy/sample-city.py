#!/usr/bin/env python3
"""Keeps a small city alive on the running stack, so that there is something to look at: residents complain, staff take their
cases step by step to the archive, inspectors find and fine, claims are agreed, the bank tells of payments.

usage: . .local/env && .local/venv/bin/python deploy/sample-city.py [--healthcheck | --history | --months]

  --healthcheck   exit code 0 when a city lives on this machine or in this container
  --history       gives a city that has none a past of some months, and cases of today at every stage, and ends (under 20 s)
  --months        where the stack's clock stands: moves it day by day up to now, and the city lives on each of them

Everybody in it is invented. It goes on until it is interrupted; started again, it takes up its open cases. Cases of others are
left alone. In containers: docker compose --profile sample-city up. Settings, in the environment:

  SAMPLE_CITY_COMPLAINTS_PER_HOUR   default 60; facts of enforcement come half as often
  SAMPLE_CITY_STEP_SECONDS          how long a case lies before its next step, on average (default 60)
"""

import os
import signal
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent / "lib"))

from city.history import History  # noqa: E402
from city.life import Life, is_alive, until_up  # noqa: E402
from city.months import Months  # noqa: E402
from city.settings import Pace  # noqa: E402
from play.clocks import Trouble  # noqa: E402
from play.world import Missing, World  # noqa: E402


def main(arguments):
    if arguments == ["--healthcheck"]:
        return 0 if is_alive() else 1
    if arguments == ["--history"]:
        return 0 if History(World()).fill() else 3
    if arguments == ["--months"]:
        return Months(World()).live()
    if arguments:
        print(__doc__)
        return 0 if arguments in (["--help"], ["-h"]) else 2
    life = Life(Pace.of(os.environ))
    until_up(life.world)
    life.go_on()


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        sys.exit(main(sys.argv[1:]))
    except (Missing, Trouble, ValueError) as trouble:
        sys.exit(f"✗ {trouble}")
    except KeyboardInterrupt:
        sys.exit(130)
