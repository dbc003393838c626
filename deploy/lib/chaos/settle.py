"""Waits until all has come to rest."""

import time

from bench.process import Trouble
from play.world import SERVICES

from .topics import READERS

# Twice quiet in a row: what left one service between two looks has reached the next by the second.
QUIET = 2
# Seconds in which something must move while anything is pending. There is no bound to the whole: that depends on the
# machine.
PATIENCE = 90

PENDING = {
    "positions": "select topic, partition, next_offset from {0}.consumer_position",
    "work": """select (select count(distinct event_id) from {0}.outbox) as committed,
      (select count(*) from {0}.timer where due_at <= now()) as timers,
      {0}.audit_seal_is_due()::int as unsealed,
      (select coalesce(max(id), 0) from {0}.outbox) as last""",
}


class Settling(Trouble):
    """It did not come to rest: what was pending."""


def settle(stack, sender, topics, say, unhang):
    """Returns how long it took once every log is taken in, every outbox published and every timer fired that was
    due."""
    began = time.monotonic()
    sender.rest()
    for replica in stack.all():
        replica.until_ready()
    quiet, before, moved = 0, None, time.monotonic()
    while quiet < QUIET:
        looked = time.monotonic()
        pending, state = look(stack, topics)
        looked = time.monotonic() - looked
        say(told(pending))
        quiet = quiet + 1 if not pending and state == before else 0
        if state != before:
            before, moved = state, time.monotonic()
        if time.monotonic() - moved > PATIENCE / 4 and unhang(topics):
            moved = time.monotonic()
        if time.monotonic() - moved > PATIENCE:
            raise Settling(f"nothing moves for {PATIENCE} s, and there is still to do: {pending}")
        # What is looked at grows with the run: looking takes a quarter of the time at the most.
        time.sleep(max(0.3, 3 * looked))
    return time.monotonic() - began


def told(pending):
    """What is pending, in a few words."""
    return "; ".join(
        f"{service}: " + ", ".join(f"{sum(count.values()) if isinstance(count, dict) else count} {name}" for name, count in waits.items())
        for service, waits in pending.items()) or "quiet"


def look(stack, topics):
    """What is pending, by service; and the state by which a second look sees that nothing has moved."""
    topics.read()
    logs = topics.read_up_to()
    found = stack.database.tables({
        f"{name} {service}": query.format(service) for name, query in PENDING.items() for service in SERVICES})
    positions = {
        (service, row["topic"].removeprefix(stack.prefix), row["partition"]): row["next_offset"]
        for service in SERVICES for row in found[f"positions {service}"]}
    pending, last = {}, {}
    for service in SERVICES:
        row = found[f"work {service}"][0]
        last[service] = row.pop("last")
        row["unpublished"] = row.pop("committed") - topics.events_of(service)
        lag = {f"{topic}/{partition}": end - positions.get((service, topic, partition), 0)
               for (topic, partition), end in logs.items()
               if topic in READERS[service] and end > positions.get((service, topic, partition), 0)}
        if waits := {name: count for name, count in row.items() if count > 0} | ({"lag": lag} if lag else {}):
            pending[service] = waits
    return pending, (positions, logs, last)
