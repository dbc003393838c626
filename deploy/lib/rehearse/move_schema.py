"""The schema of one service moves to a server of its own; the other services and the outsiders go on."""

import subprocess
import time

from bench.process import Trouble

from .second_server import SecondServer, Split

MOVED = "scoring"


def play(rehearsal, _):
    stack = rehearsal.stack
    second = SecondServer(stack)
    try:
        move(rehearsal, second)
        rehearsal.traffic(10)
        rehearsal.settle()
        rehearsal.judge()
    finally:
        stack.end_all()
        second.end()


def move(rehearsal, second):
    stack, replicas = rehearsal.stack, rehearsal.stack.of(MOVED)
    rehearsal.traffic(8)
    rehearsal.step("a second PostgreSQL stands, prepared by bootstrap.sql; outsiders send all the while")
    began = time.monotonic()
    for replica in replicas:
        replica.ask_to_end()
    for replica in replicas:
        replica.has_ended()
    rehearsal.step(f"{MOVED} is ended, and nothing else")
    size = copy(stack, second)
    # Whoever still wrote into the old one would fail, and be found.
    stack.database.run(f"alter schema {MOVED} rename to {MOVED}_moved")
    rehearsal.step(f"pg_dump --schema={MOVED} into the second server ({size / 1e6:.1f} MB of text); the old schema is renamed")
    stack.database = Split(stack.database, second.database, MOVED)
    settings = stack.state / "services" / f"{MOVED}.env"
    settings.write_text(settings.read_text().replace(f":{stack.postgres_port}/", f":{second.port}/"))
    rehearsal.step(f"{MOVED} outbox recover, with its new DATABASE_URL: {stack.command(MOVED, 'outbox', 'recover').strip()}")
    for replica in replicas:
        replica.start()
    for replica in replicas:
        replica.until_ready()
    rehearsal.step(f"{MOVED} was away for {time.monotonic() - began:.0f} s")
    others = [replica for replica in stack.replicas if replica.service != MOVED]
    rehearsal.holds(all(replica.runs and replica.starts == 1 for replica in others),
                    "the other services went on all the while, none was started anew")


def copy(stack, second):
    """The schema with its rows, rights and sequences; all of it or nothing."""
    second.database.run(f"drop schema {MOVED}")
    dumped = subprocess.run(["pg_dump", "--schema", MOVED, "--dbname", stack.database.name], env=stack.database.environment,
                            capture_output=True, timeout=300, check=False)
    if dumped.returncode:
        raise Trouble(f"pg_dump: {dumped.stderr.decode(errors='replace')}")
    done = subprocess.run(["psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--single-transaction", "--file=-"],
                          input=dumped.stdout, env=second.database.environment, capture_output=True, timeout=300, check=False)
    if done.returncode:
        raise Trouble(f"the second server refused the dump: {done.stderr.decode(errors='replace')}")
    return len(dumped.stdout)
