"""The database goes back to an earlier time, behind its topics.

What outsiders sent since is on the topics and is taken in again. What staff did over HTTP since is not: that must be exactly what
is found to be lost, and when it is entered again all is well.
"""

import time
from collections import Counter
from datetime import datetime, timezone

from .archive import Archive
from .orphans import Orphans
from .staff import Staff

KEPT, LOST = 3, 3  # steps of staff before the instant and after it
SILENCE = 5  # seconds in which nothing may be published


def play(rehearsal, _):
    stack, staff, archive = rehearsal.stack, Staff(rehearsal.stack), Archive(rehearsal.stack)
    archive.begin()
    rehearsal.traffic(5)
    rehearsal.step("the log is archived (archive_mode, archive_command), and outsiders send")
    size = archive.back_up()
    rehearsal.step(f"pg_basebackup, {size / 1e6:.0f} MB, while the services work")
    rehearsal.traffic(5)
    rehearsal.settle()
    kept = staff.to_be_accepted(KEPT)
    for petition in kept:
        staff.accept(petition)
    time.sleep(2)
    instant = datetime.now(timezone.utc).isoformat()
    time.sleep(2)
    lost = staff.to_be_accepted(LOST)
    for petition in lost:
        staff.accept(petition)
    rehearsal.step(f"the time to go back to is {instant}; {KEPT} petitions were accepted over HTTP before it, {LOST} after it")
    rehearsal.traffic(10)
    rehearsal.settle()
    rehearsal.traffic(3)

    orphans = Orphans(rehearsal, go_back(rehearsal, archive, instant))
    rehearsal.holds([staff.status(petition) for petition in kept + lost] == ["accepted"] * KEPT + ["received"] * LOST,
                    f"PostgreSQL is as it was at {instant}: what was done before is there, what was done after is not")
    detected(rehearsal)
    recover(rehearsal)
    rehearsal.traffic(5)
    rehearsal.settle()
    for service in stack.services:
        rehearsal.step(f"{service} dead-letters redrive: {rehearsal.redrive(service)}")
    rehearsal.settle()

    refill(rehearsal)
    rehearsal.step(f"{len(orphans.look().events)} events on the topics are in no outbox any more: {orphans.told()}")
    differing = sorted(orphans.of_staff() ^ set(lost))
    rehearsal.holds(not differing, "beside seals of the audit trail and what follows from several topics they are of the "
                    f"{LOST} petitions that staff worked on after the instant", ", ".join(differing[:9]))
    for petition in lost:
        staff.accept(petition)
    rehearsal.settle()
    rehearsal.holds({staff.status(petition) for petition in lost} == {"accepted"}, "what staff did is entered again")
    history = rehearsal.judge(orphans.excuses)
    numbers = Counter((record.topic, record.subject, record.sequence) for record in history.records
                      if record.topic in ("petitions", "compensations", "scores"))
    again = Counter(topic for (topic, _, _), count in numbers.items() if count > 1)
    rehearsal.step("numbers that stand twice, in what was lost and in what was entered or made again: "
                   + (", ".join(f"{count} on {topic}" for topic, count in sorted(again.items())) or "none"))


def recover(rehearsal):
    """While the services are ended: a relay that opens at the same moment could go on without what the command has found."""
    stack = rehearsal.stack
    stack.end_all()
    for service in stack.services:
        rehearsal.step(f"{service} outbox recover: {stack.command(service, 'outbox', 'recover').strip()}")
    for replica in stack.replicas:
        replica.start()


def refill(rehearsal):
    """What came to be otherwise the second time stands in the state topics as it was first, until the tables fill them."""
    stack = rehearsal.stack
    for service in ("petitions", "scoring", "compensation"):
        stack.command(service, "outbox", "refill", "--actor", "rehearsal", "--reason", "after a restore")
    stack.until("the state topics are filled from the tables", lambda: not any(
        stack.database.rows(f"select from {service}.messaging_setting where name = 'state.refill'")
        for service in ("petitions", "scoring", "compensation")), 120)
    rehearsal.settle()
    rehearsal.step("the state topics are filled again from the tables (outbox refill)")


def go_back(rehearsal, archive, instant):
    """What the topics held until then."""
    rehearsal.sender.rest()
    rehearsal.stack.end_all()
    rehearsal.step("the services are ended")
    rehearsal.witness.topics.read()
    before = list(rehearsal.witness.topics.records)
    began = time.monotonic()
    archive.restore(instant)
    rehearsal.step(f"base backup and log up to the instant, in {time.monotonic() - began:.0f} s")
    return before


def detected(rehearsal):
    """Publishing stops and is said to: by each service whose topics are ahead; the outsiders go on sending."""
    stack = rehearsal.stack
    for replica in stack.replicas:
        replica.start()
    stack.until("publishing stops and says so", stack.says_restored, 60)
    rehearsal.sender.burst(60)
    time.sleep(15)
    behind = sorted({replica.service for replica in stack.replicas
                     if b"outbox recover" in (replica.asks("/readyz") or (0, b""))[1]})
    rehearsal.holds(behind == sorted(stack.services), "/readyz of each service says that the topics are ahead, and names the "
                    "command", f"only of {', '.join(behind)}")
    rehearsal.witness.topics.read()
    count = len(rehearsal.witness.topics.records)
    time.sleep(SILENCE)
    rehearsal.witness.topics.read()
    now = len(rehearsal.witness.topics.records)
    rehearsal.holds(now == count, f"nothing is published meanwhile, although more comes in ({SILENCE} s)",
                    f"{now - count} events")
