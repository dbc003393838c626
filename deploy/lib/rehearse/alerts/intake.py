"""Alerts about what waits on a topic to be taken in."""

import threading
import time

from .trials import trial

BACKLOG = 40_000  # records, above what the alert looks for
RATE = 500  # more each second than a slowed replica takes in


def pause(desk, *more):
    desk.command("petitions", "pause", desk.stack.prefix + "complaints", "--actor", "rehearsal", "--reason", "maintenance", *more)


def resume(desk):
    desk.command("petitions", "resume", desk.stack.prefix + "complaints", "--actor", "rehearsal", "--reason", "it is over")


@trial("IntakeStands")
def intake_stands(desk):
    """Somebody holds the table of petitions; the service starts anew and tries its first complaints again and again."""
    holder = desk.holder("lock table petitions.petition in exclusive mode")
    desk.restart("petitions")
    desk.rehearsal.traffic(3)
    desk.rehearsal.sender.rest()
    yield
    desk.readyz("petitions")
    desk.log("petitions", "a batch is tried again")
    desk.say(f"messages that wait: {desk.lag('petitions'):.0f}")
    desk.end_blockers()
    holder.kill()
    holder.wait(10)
    desk.stack.until("what waited is taken in", lambda: desk.lag("petitions") == 0, 120)


@trial("IntakeLate")
def intake_late(desk):
    """Somebody paused the topic of complaints, and hotlines go on publishing."""
    pause(desk)
    desk.rehearsal.traffic(5)
    desk.rehearsal.sender.rest()
    yield
    desk.command("petitions", "status")
    resume(desk)


@trial("PausedLong", patience=900)
def paused_long(desk):
    """Somebody paused the topic of complaints and forgot it."""
    pause(desk)
    yield
    desk.command("petitions", "status")
    resume(desk)


@trial("IntakeFallsBehind", patience=900)
def intake_falls_behind(desk):
    """PostgreSQL is slow for the replica of petitions, batches are small, and more comes in than it takes."""
    desk.settings("petitions", BATCH_MESSAGES=50)
    desk.trouble("petitions", "database", delay=0.5)
    stop, sender = threading.Event(), desk.rehearsal.sender

    def publish():
        sender.burst(BACKLOG)
        while not stop.is_set():
            sender.burst(RATE)
            time.sleep(1)
    thread = threading.Thread(target=publish, daemon=True)
    thread.start()
    yield
    desk.command("petitions", "status")
    began, extra = time.monotonic(), desk.stack.join("petitions")
    extra.until_ready()
    desk.say("another replica joins, with a way to PostgreSQL that is not slow")
    time.sleep(20)
    stop.set()
    thread.join(60)
    sender.rest()
    desk.calm("petitions", "database")
    desk.say(f"the peak is over after {time.monotonic() - began:.0f} s, and PostgreSQL answers as before")
    desk.stack.until("what waited is taken in", lambda: desk.lag("petitions") == 0, 600)
    desk.say(f"nothing waits any more {time.monotonic() - began:.0f} s after the other replica joined")
    extra.stop()
    desk.stack.leave(extra)
    desk.settings("petitions", BATCH_MESSAGES=None)
