"""The whole loop: from a complaint that the broker has acknowledged to a signed webhook in an agency's hands.

`petitions` takes it in and publishes, `notifications` matches, signs and delivers. Each event is wanted by one of sixteen
endpoints, by the first digit of its subject. First a steady rate, then as many as go; last the C program, which has no
agencies.
"""

from .agencies import Agencies
from .asking import Asker
from .complaint import RECEIVED
from .intake import Intake, delays
from .part import said
from .process import Trouble

RATE, WARM = 200, 1000
DIGITS = "0123456789abcdef"


class Run(Intake):
    NAME = "loop"

    def __init__(self, options):
        super().__init__(options)
        self.agencies = Agencies(options.state)
        self.told = 0

    def play(self):
        count, rate, seconds = self.options.size or 20000, self.options.rate or RATE, self.options.seconds or 20
        found = self.result(count)
        environment = self.environment_of("notifications")
        self.notifications = self.serve("notifications", environment)
        self.start()
        for service in self.services:
            service.until_ready()
        secrets = self.subscribe(int(environment["HTTP_PORT"]))
        said(f"{WARM:,} complaints to warm up")
        self.feed(WARM, "w")
        self.came(WARM, 120)
        self.steadily(found, rate, seconds)
        rate = self.fully(found, count)
        found.add("signatures verified", self.agencies.verify(secrets))
        super().stop()
        found.add("the whole loop against the C program", rate / self.bare(found, count), "ratio")
        found.show()

    def subscribe(self, port):
        asker, secrets = Asker(port, self.token("operator")), []
        for number, digit in enumerate(DIGITS):
            made = asker.ask("POST", "/v1/subscriptions", {
                "agency": f"agency-{digit}", "url": f"http://127.0.0.1:{self.agencies.port}/{number}", "concurrency": 32,
                "types": [RECEIVED.decode()], "regions": ["360400"], "filters": [{"prefix": {"subject": digit}}]})
            asker.ask("POST", f"/v1/subscriptions/{made['id']}/approve", {})
            secrets.append(made["secret"])
        return secrets

    def came(self, count, limit):
        """Waits for so many deliveries more; answers those rows."""
        self.agencies.until(self.told + count, limit)
        rows = self.agencies.rows()[self.told:]
        self.told += count
        if len({name for _, name, _ in rows}) != count:
            raise Trouble(f"{count} deliveries were to come, {len({name for _, name, _ in rows})} did")
        return rows

    def steadily(self, found, rate, seconds):
        said(f"{rate} a second for {seconds} s")
        before = self.spent_by_all()
        acknowledged, took = self.steady(rate, seconds, "s")
        rows = self.came(rate * seconds, 60)
        found.add("steady rate reached, complaints a second", rate * seconds / took, "a second")
        delays(found, "acknowledged to delivered", [(at, about.encode()) for at, _, about in rows], acknowledged)
        self.costs_of_all(found, rate * seconds, before, "at the steady rate")

    def fully(self, found, count):
        said(f"{count:,} complaints, as fast as they go")
        super().stop()
        self.feed(count, "c")
        environment = self.environment_of("notifications")
        self.notifications = self.serve("notifications", environment)
        self.notifications.until_ready()
        before = 0, self.notifications.processor_seconds(), self.database_seconds()
        self.start()
        began = self.service.until_ready() + self.service.started
        rows = self.came(count, 120 + count / 50)
        rate = count / (max(at for at, _, _ in rows) - began)
        found.add("complaints a second, from ready to the last delivery", rate, "a second")
        self.costs_of_all(found, count, before, "at full load")
        for service, name in ((self.service, "petitions"), (self.notifications, "notifications")):
            found.add(f"resident, largest, {name}", service.largest, "MB")
        return rate

    def spent_by_all(self):
        return self.service.processor_seconds(), self.notifications.processor_seconds(), self.database_seconds()

    def costs_of_all(self, found, count, before, when):
        for name, one, other in zip(("petitions", "notifications", "database"), before, self.spent_by_all()):
            found.add(f"processor time per complaint {when}, {name}", (other - one) / count * 1e6, "µs")

    def stop(self):
        super().stop()
        self.agencies.stop()
