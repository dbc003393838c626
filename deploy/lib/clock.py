"""Moves the standing business clock of the local stack, from timer to timer.

usage: ./deploy/clock now
       ./deploy/clock advance INSTANT [--limit SECONDS]

INSTANT is a moment (2025-01-06T09:00:00+08:00), a day (2025-01-06, its beginning) or a distance (+36h, +10d). A time
without an offset is Beijing's.

advance returns when the clocks of all four services stand at INSTANT, every timer up to it has fired, and what that set
off has come to rest. It never steps over a timer: all clocks stop at the next one, wherever it is due, and go on only
when nothing is pending. The clock stands only in a stack started with ./deploy/run --clock INSTANT.

environment: PETITIONS_URL, SCORING_URL, COMPENSATION_URL, NOTIFICATIONS_URL and OPERATOR_TOKEN, where they are set;
else those of the local stack.
"""

import os
import re
import shlex
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

sys.dont_write_bytecode = True

from play.clocks import BEIJING, Service, Stack, Trouble, moment  # noqa: E402

SERVICES = ("petitions", "scoring", "compensation", "notifications")
ROOT = Path(__file__).resolve().parents[2]


def advance(stack, goal):
    began, steps = time.monotonic(), 0
    clocks = stack.at_rest()
    start = max(moment(c["now"]) for c in clocks)
    goal = start + goal if isinstance(goal, timedelta) else goal
    if goal < start:
        raise Trouble(f"the clock stands at {shown(start)} and does not go back to {shown(goal)}")
    if any(moment(c["now"]) != start for c in clocks):
        stack.move(start)  # an earlier advance was interrupted half way
        clocks = stack.at_rest()
    now = start
    while now < goal:
        timers = [moment(c["nextTimer"]) for c in clocks if c["nextTimer"]]
        step = min([t for t in timers if t > now] + [goal])
        due = [s.name for s, c in zip(stack.services, clocks) if c["nextTimer"] and moment(c["nextTimer"]) == step]
        stack.move(step)
        clocks = stack.at_rest()
        now, steps = step, steps + 1
        print(f"  {shown(now)}  {'timers of ' + ', '.join(due) if due else 'reached'}", flush=True)
    print(f"The clock stands at {shown(now)} ({steps} steps, {time.monotonic() - began:.1f} s).")


def goal_of(value):
    if distance := re.fullmatch(r"\+(\d{1,5})([mhd])", value):
        return timedelta(**{{"m": "minutes", "h": "hours", "d": "days"}[distance[2]]: int(distance[1])})
    return moment(value)


def shown(value):
    return value.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M:%S Beijing")


def settings():
    """The environment, and below it what ./deploy/run wrote down."""
    known = {}
    state = Path(os.environ.get("ECOREDRESS_STATE", ROOT / ".local"))
    if (state / "env").exists():
        for line in (state / "env").read_text().splitlines():
            if line.startswith("export "):
                name, _, value = shlex.split(line)[1].partition("=")
                known[name] = value
    return {**known, **os.environ}


def operator_token():
    command = [str(ROOT / "deploy/token"), "--role", "operator", "--region", "360000", "--hours", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Trouble(done.stderr.strip())
    return done.stdout.strip()


def stack_of(environment, limit):
    names = [f"{name.upper()}_URL" for name in SERVICES]
    if missing := [name for name in names if name not in environment]:
        raise Trouble(f"no address for {', '.join(missing)}: is the stack up? ./deploy/run --detach --clock INSTANT")
    token = environment.get("OPERATOR_TOKEN") or operator_token()
    return Stack([Service(s, environment[n], token) for s, n in zip(SERVICES, names)], time.monotonic() + limit)


def main(arguments):
    try:
        match arguments:
            case ["now"]:
                stack = stack_of(settings(), 15)
                for service, clock in zip(stack.services, stack.clocks()):
                    timer = shown(moment(clock["nextTimer"])) if clock["nextTimer"] else "none"
                    pending = ", ".join(f"{n} {k}" for k, n in clock["pending"].items() if n) or "nothing"
                    print(f"{service.name:14} {shown(moment(clock['now']))}  next timer: {timer}  pending: {pending}")
            case ["advance", goal]:
                advance(stack_of(settings(), 600), goal_of(goal))
            case ["advance", goal, "--limit", seconds] if seconds.isdigit():
                advance(stack_of(settings(), int(seconds)), goal_of(goal))
            case ["--help"] | ["-h"]:
                print(__doc__)
            case _:
                sys.exit(__doc__)
    except Trouble as trouble:
        sys.exit(f"✗ {trouble}")


main(sys.argv[1:])
