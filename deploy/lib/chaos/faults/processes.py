"""What happens to processes: they are killed, ended, frozen; others join and leave."""

import signal
import threading
import time

from .kinds import fault

POINTS = ("inbound.after-consume", "inbound.in-transaction", "inbound.after-commit", "relay.after-produce", "relay.after-commit")
SESSION = 6  # seconds; session.timeout.ms of the services' consumers
FROZEN = 2 * SESSION


@fault("kill", 12)
def kill(run, chance):
    """SIGKILL for a replica in the middle of whatever it does; it comes back under its name."""
    replica = run.victim(chance)
    run.burst(chance)
    time.sleep(chance.uniform(0, 0.5))
    replica.kill()
    time.sleep(chance.uniform(0, 1))
    replica.start()
    return replica.name


@fault("kill-at-point", 10)
def kill_at_point(run, chance):
    """SIGKILL from within, at a named place: between taking in and committing, between publishing and committing."""
    replica, point, hit = run.victim(chance), chance.choice(POINTS), chance.randrange(1, 4)
    replica.kill()
    replica.start(faults=f"{point}=kill@{hit}")
    struck = False
    for _ in range(40):
        run.burst(chance, 10)
        time.sleep(0.1)
        if struck := not replica.runs:
            break
    if not struck:
        replica.kill()
    replica.start()
    return f"{replica.name}, {point}" + ("" if struck else ", not reached in time: killed from outside")


@fault("end", 6)
def end(run, chance):
    """SIGTERM for a replica under load: it must end by itself within its grace."""
    replica = run.victim(chance)
    run.burst(chance)
    took = replica.stop(grace=27)
    if took is None:
        run.found("does not end", replica.name, "", "still there 27 s after SIGTERM; its grace is 25")
    replica.start()
    return f"{replica.name}, {'killed' if took is None else f'{took:.1f} s'}"


@fault("freeze", 3)
def freeze(run, chance):
    """SIGSTOP for twice the session timeout, then SIGCONT: presumed dead, and back. Others strike meanwhile."""
    replica = run.victim(chance)
    if run.frozen or not replica.is_ready():
        return kill(run, chance)
    replica.send(signal.SIGSTOP)
    thaw = threading.Timer(FROZEN, replica.send, (signal.SIGCONT,))
    run.frozen[replica.name] = thaw
    thaw.start()
    run.burst(chance)
    return replica.name


@fault("zombie", 3)
def zombie(run, chance):
    """SIGSTOP, a successor under the same name, SIGCONT: two of one name for a while. The old one is then ended."""
    replica = run.victim(chance)
    run.burst(chance)
    old, log = replica.process, replica.log
    replica.send(signal.SIGSTOP)
    replica.port = run.stack.free_port()
    replica.start()
    run.burst(chance)
    time.sleep(chance.uniform(1, 4))
    old.send_signal(signal.SIGCONT)
    run.burst(chance)
    time.sleep(2)
    old.send_signal(signal.SIGTERM)
    if not run.ends(old, 27):
        run.found("does not end", replica.name, log.name, "a replica that was frozen and replaced is still there 27 s after SIGTERM")
    return replica.name


@fault("scale", 4)
def scale(run, chance):
    """Another replica joins without a name of its own, works along, and leaves in order."""
    service = chance.choice(sorted(run.stack.services))
    extra = run.stack.join(service)
    run.burst(chance)
    extra.until_ready()
    time.sleep(chance.uniform(1, 3))
    run.burst(chance)
    took = extra.stop(grace=27)
    if took is None:
        run.found("does not end", extra.name, "", "still there 27 s after SIGTERM; its grace is 25")
    run.stack.leave(extra)
    return service


@fault("clock-steps", 3)
def clock_steps(run, chance):
    """The wall clock of a replica's machine is set forward or back, by up to two minutes, under load, and later put right:
    time jumps twice, once of it backwards, and meanwhile it disagrees with the other replicas and with PostgreSQL."""
    replica = run.victim(chance)
    step = chance.choice((-1, 1)) * chance.uniform(0.5, 120)
    try:
        for seconds in (step, 0):
            run.burst(chance)
            time.sleep(chance.uniform(0, 0.5))
            replica.set_clock(seconds)
            run.burst(chance)
            time.sleep(chance.uniform(1, 3))
    finally:
        replica.set_clock(0)
    return f"{replica.name}, {step:+.1f} s"
