"""From PostgreSQL's commit of an event until a stranger has it: one at a time, and at half of the most that goes.

The instants of commits are the database's own (track_commit_timestamp); a stranger's clock is the same machine's.
"""

import time

from .complaint import RECEIVED
from .database import ask
from .intake import delays, wall_clock
from .kafka import check
from .part import said
from .results import Results
from .whole import Run as Whole

ALONE, ALONE_SECONDS = 4, 15  # complaints a second when each finds the service at rest


class Run(Whole):
    NAME = "commit"

    def play(self):
        count, seconds = self.options.size or 20000, self.options.seconds or 20
        found = self.result(count)
        most = self.whole(Results("whole", count), count)
        found.add("the most that goes, complaints a second", most, "a second")
        rows, acknowledged, _ = self.told(count, ALONE, ALONE_SECONDS, "i")
        delays(found, "one at a time, committed to readable", rows, self.commits(), p50=20)
        delays(found, "one at a time, acknowledged to readable", rows, acknowledged)
        rate = self.options.rate or max(1, int(most / 2))
        self.service.forget_largest()
        before = self.spent()
        rows, acknowledged, took = self.told(count + ALONE * ALONE_SECONDS, rate, seconds, "h")
        after = self.spent()
        found.add("steady rate reached, complaints a second", rate * seconds / took, "a second")
        delays(found, "committed to readable", rows, self.commits(), p99=60)
        delays(found, "acknowledged to readable", rows, acknowledged)
        self.costs(found, rate * seconds, (before, after))
        found.add("resident, largest", self.service.largest, "MB")
        self.service.stop()
        self.bare(found, count)
        found.show()

    def told(self, there, rate, seconds, series):
        """When petition.received of each could be read, by petition; when the broker had acknowledged each, and how long that took.
        So many events are `there` already."""
        said(f"{rate} a second for {seconds} s")
        reader = self.reader(there + rate * seconds)
        time.sleep(1)  # it reads what was before
        acknowledged, took = self.steady(rate, seconds, series)
        rows = [row for row in reader.rows(limit=60) if row[1] in acknowledged]
        check(rows, set(acknowledged))
        return [(at, key) for at, key, kind in rows if kind == RECEIVED], acknowledged, took

    def commits(self):
        """When the first event of each petition was committed, on the clock of time.monotonic()."""
        ahead = wall_clock()
        lines = ask(self.environment["DATABASE_URL"],
                    "select distinct on (key) key, extract(epoch from pg_xact_commit_timestamp(xid::xid)) from outbox "
                    "where topic = 'petitions' order by key, id")
        return {key.encode(): float(at) - ahead for key, at in (line.split("|") for line in lines)}
