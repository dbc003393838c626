"""How long after the broker has a complaint its event can be read, at a steady rate; and how soon the service is ready."""

import time

from .complaint import TOPIC, petition_id
from .intake import WARM, Intake, delays
from .kafka import check
from .part import said

STARTS, RESTS = 5, 5


class Run(Intake):
    NAME = "steady"

    def play(self):
        rate, seconds = self.options.rate or 1000, self.options.seconds or 20
        found = self.result(rate)
        self.ready(found)
        self.start()
        self.warm()
        self.at_rest(found)
        said(f"{rate} a second for {seconds} s")
        count, service = rate * seconds, self.service
        reader, bare = self.reader(WARM + count), self.reader(WARM + count, TOPIC)
        time.sleep(1)  # it reads what the part before has left
        service.forget_largest()
        before = self.spent()
        acknowledged, took = self.steady(rate, seconds, "s")
        rows = reader.rows(limit=60)
        after = self.spent()
        check(rows, set(acknowledged))
        found.add("steady rate reached, complaints a second", count / took, "a second")
        delays(found, "acknowledged to readable", [(at, key) for at, key, _ in rows], acknowledged, p99=50)
        # What the broker itself takes, its pauses included: the complaints as another consumer sees them.
        delays(found, "the broker alone", [(at, petition_id(key)) for at, key, _ in bare.rows(limit=10)], acknowledged)
        self.costs(found, count, (before, after))
        found.add("resident, largest", service.largest, "MB", most=100)
        found.show()

    def at_rest(self, found):
        """What is used while nothing comes in."""
        said(f"{RESTS} s of rest")
        before = self.spent()
        time.sleep(RESTS)
        after = self.spent()
        for name, one, other in zip(("petitions", "database"), before, after):
            found.add(f"at rest, share of a processor, {name}", (other - one) / RESTS * 100, "%")

    def ready(self, found):
        said("from exec to ready, on the migrated database")
        times = []
        for _ in range(STARTS):
            times.append(self.start().until_ready())
            self.stop()
        found.add("exec to /readyz 200, median", sorted(times)[STARTS // 2], "s", most=0.5)
        found.add("exec to /readyz 200, slowest", max(times), "s")
