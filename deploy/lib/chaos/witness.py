"""Gathers the history of a run from outside: all topics with committed records only, all schemas as a superuser, all
logs and metrics. Knows nothing of how the services work beside the names of their tables."""

import re
import time
from itertools import chain

from play.world import SERVICES

from .history import History, Outgoing
from .planted import leaks
from .topics import Topics

QUERIES = {
    "petitions": """select p.id, p.number, p.source, p.external_id, p.region, p.status, p.category, p.supplements, p.event,
        c.sequence, c.due_at, c.missed_at, c.attention_at
        from petitions.petition p left join petitions.petition_clock c using (entry)""",
    "facts": "select id, subject, source, external_id from scoring.fact",
    "ratings": "select subject, region, score, colour, sequence from scoring.rating",
    "cases": """select id, number, region, status, sequence, due_at, is_overdue, correlation, penalty_source, penalty_number
        from compensation.compensation_case""",
    "payments": "select id, source, payment_number, case_id, amount_fen from compensation.payment",
    "entries": "select payment_id, kind, debit, credit, amount_fen, case_id from compensation.account_entry",
    "suspense": "select payment_id, amount_fen from compensation.suspense_item",
    "totals": """select account, sum(debit) as debit, sum(credit) as credit from (
        select account, debit, credit from compensation.account_total
        union all select account, debit, credit from compensation.account_delta) leg group by account""",
    "supplements": "select petition_id, count(*) from petitions.petition_supplement group by petition_id",
    # Under way: another attempt is due later, or a worker that died may hold it until then.
    "messages": """select id, petition_id, subject, status, cause,
        status = 'pending' and (due_at is null or greatest(due_at, leased_until) > now() - interval '5 seconds') as under_way
        from notifications.message""",
}
OF_EACH = {
    "outbox": "select id, topic, key, event_id from {0}.outbox order by id",
    "letters": "select '{0}' as service, topic, partition, record_offset, ordering_key, state, code, message from {0}.dead_letter",
    "timers": "select '{0}' as service, kind, subject, due_at, due_at < now() - interval '5 seconds' as late from {0}.timer",
}


class Witness:
    def __init__(self, stack, sender):
        self.stack, self.sender = stack, sender
        self.topics = Topics(stack)
        self._metrics = []

    def history(self):
        """Everything up to now. The system must be at rest."""
        self.look_at_metrics()
        found = self._topics_and_tables()
        return History(
            sent=list(self.sender.sent), inbound=list(self.topics.inbound), records=list(self.topics.records),
            outbox=[
                Outgoing(service, row["id"], row["topic"].removeprefix(self.stack.prefix), row["key"], row["event_id"])
                for service in SERVICES for row in found[f"outbox {service}"]],
            supplements={row["petition_id"]: row["count"] for row in found["supplements"]},
            letters=_of_all(found, "letters"), timers=_of_all(found, "timers"), depths=self._depths(), leaks=self._leaks(),
            **{name: found[name] for name in QUERIES if name != "supplements"})

    def _topics_and_tables(self):
        """The topics, and the tables as they were when all that they had committed was on the topics. What a service does at rest
        all the same, a timer or a delayed attempt, takes a moment to get there; what does not in a minute is lost."""
        deadline = time.monotonic() + 60
        while True:
            self.topics.read()
            found = self.stack.database.tables(QUERIES | {
                f"{name} {service}": query.format(service) for name, query in OF_EACH.items() for service in SERVICES})
            lacking = any(
                self.topics.lacks(service, {row["event_id"] for row in found[f"outbox {service}"]}) for service in SERVICES)
            if not lacking or time.monotonic() > deadline:
                return found
            time.sleep(1)

    def look_at_metrics(self):
        """What the services say of themselves; also called while faults strike."""
        for replica in self.stack.all():
            for path in ("/metrics", "/readyz"):
                answer = replica.asks(path) if replica.runs else None
                if answer:
                    self._metrics += leaks(f"{replica.name}{path}", answer[1])

    def _depths(self):
        """As operators see it: by the metrics, which may be some seconds old."""
        deadline = time.monotonic() + 5
        while True:
            found = {}
            for replica in self.stack.all():
                status, text = replica.asks("/metrics")
                depth = re.search(rb"^ecoredress_outbox_depth (\d+)", text, re.MULTILINE)
                found[replica.name] = int(depth[1]) if status == 200 and depth else None
            if not any(found.values()) or time.monotonic() > deadline:
                return found
            time.sleep(0.2)

    def _leaks(self):
        """In topics, metrics and logs, and in everything that stands in the tables: what is sealed is no exception."""
        found = list(self.topics.leaks) + list(dict.fromkeys(self._metrics))
        for replica in self.stack.all():
            if replica.log.exists():
                found += leaks(f"log of {replica.name}", replica.log.read_bytes())
        for service in SERVICES:
            found += leaks(f"dead letters of {service}", self.stack.command(service, "dead-letters", "list").encode())
        dumped = chain.from_iterable(leaks("dump of the database", lines) for lines in self.stack.database.dump())
        return found + list(dict.fromkeys(dumped))


def _of_all(found, name):
    return [row for service in SERVICES for row in found[f"{name} {service}"]]
