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

import json
import os
import re
import shlex
import subprocess
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from pathlib import Path

SERVICES = ("petitions", "scoring", "compensation", "notifications")
BEIJING = timezone(timedelta(hours=8))
ROOT = Path(__file__).resolve().parents[2]


class Trouble(Exception):
    """What went wrong, in words for the person who asked."""


class Service:
    def __init__(self, name, url, token):
        self.name, self.url, self.token = name, url.rstrip("/") + "/operator/clock", token

    def clock(self):
        return self._ask(None)

    def move(self, moment):
        return self._ask({"now": text(moment)})

    def _ask(self, body):
        request = urllib.request.Request(self.url, method="POST" if body else "GET")
        request.add_header("Authorization", f"Bearer {self.token}")
        if body:
            request.add_header("Content-Type", "application/json")
            request.data = json.dumps(body).encode()
        try:
            with urllib.request.urlopen(request, timeout=15) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            detail = error.read(2000).decode(errors="replace")
            hint = " Start the stack with a standing clock: ./deploy/run --clock INSTANT" if error.code in (404, 409) else ""
            raise Trouble(f"{self.name} answered {error.code}: {detail}{hint}") from None
        except (OSError, ValueError) as error:
            raise Trouble(f"{self.name} does not answer at {self.url}: {error}") from None


class Stack:
    def __init__(self, services, deadline):
        self.services, self.deadline = services, deadline
        self.threads = ThreadPoolExecutor(len(services))

    def clocks(self):
        return list(self.threads.map(Service.clock, self.services))

    def move(self, moment):
        list(self.threads.map(lambda service: service.move(moment), self.services))

    def at_rest(self):
        """Waits until nothing is pending anywhere twice in a row: what left one service between two looks has reached
        the next by the second. Returns that second look."""
        quiet = 0
        while True:
            clocks = self.clocks()
            busy = {s.name: c["pending"] for s, c in zip(self.services, clocks) if any(c["pending"].values())}
            quiet = 0 if busy else quiet + 1
            if quiet == 2:
                return clocks
            if time.monotonic() > self.deadline:
                raise Trouble(f"not at rest within the time limit; pending: {json.dumps(busy)}. Look at the dead "
                              "letters and the logs, or give it longer with --limit")
            time.sleep(0.05)


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


def moment(value):
    try:
        parsed = datetime.fromisoformat(value)
    except ValueError:
        raise Trouble(f'"{value}" is no moment; write 2025-01-06T09:00:00+08:00') from None
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=BEIJING)


def goal_of(value):
    if distance := re.fullmatch(r"\+(\d{1,5})([mhd])", value):
        return timedelta(**{{"m": "minutes", "h": "hours", "d": "days"}[distance[2]]: int(distance[1])})
    return moment(value)


def text(value):
    return value.astimezone(timezone.utc).isoformat().replace("+00:00", "Z")


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
